//! Finds keys that stand twice in one mapping.

use super::{Content, Node};
use std::collections::HashMap;

/// The keys of one mapping so far. Few are compared one by one, which is faster than hashing;
/// many are hashed, since a hostile file may have a hundred thousand.
pub(super) struct Seen {
    first: u32,
    count: usize,
    many: HashMap<String, u32>,
}

impl Seen {
    const FEW: usize = 16;

    /// None yet, of the mapping whose first key this is.
    pub fn new(first: u32) -> Self {
        Self { first, count: 0, many: HashMap::new() }
    }

    /// The key with the same text that stands before, if any; remembers this one otherwise.
    pub fn first_of(&mut self, nodes: &[Node<'_>], text: &str, key: u32) -> Option<u32> {
        let next = |at: u32| nodes[nodes[at as usize].next as usize].next;
        let before = || std::iter::successors(Some(self.first), |at| Some(next(*at)));
        let named = |at: &u32| match &nodes[*at as usize].content {
            Content::Text(text, _) => Some(text.as_ref()),
            _ => None,
        };
        if self.count < Self::FEW {
            self.count += 1;
            return before().take_while(|at| *at != key).find(|at| named(at) == Some(text));
        }
        if self.many.is_empty() {
            for at in before().take_while(|at| *at != key) {
                let name = named(&at).unwrap_or_default().to_owned();
                self.many.entry(name).or_insert(at);
            }
        }
        match self.many.get(text) {
            Some(first) => Some(*first),
            None => {
                self.many.insert(text.to_owned(), key);
                None
            }
        }
    }
}
