//! Pairs of what is the same before and after: by a key, each one once, whatever stands around it.

use std::collections::HashMap;
use std::collections::VecDeque;
use std::hash::Hash;

/// What has not found its counterpart yet, by its index: before and after.
#[derive(Debug, Default)]
pub struct Unpaired {
    /// What was there before.
    pub old: Vec<usize>,
    /// What is there now.
    pub new: Vec<usize>,
}

impl Unpaired {
    /// Everything of two lists of these lengths.
    pub fn all(old: usize, new: usize) -> Self {
        Self { old: (0..old).collect(), new: (0..new).collect() }
    }

    /// Whether one side has nothing left to pair.
    pub fn is_done(&self) -> bool {
        self.old.is_empty() || self.new.is_empty()
    }

    /// Pairs what has the same key, in order; what has none is left.
    pub fn pair<K: Hash + Eq>(
        &mut self,
        old_key: impl Fn(usize) -> Option<K>,
        new_key: impl Fn(usize) -> Option<K>,
    ) -> Vec<(usize, usize)> {
        self.pair_where(old_key, new_key, |_, _| true)
    }

    /// Pairs what has a key that nothing else has on its side.
    pub fn pair_only<K: Hash + Eq>(
        &mut self,
        old_key: impl Fn(usize) -> Option<K>,
        new_key: impl Fn(usize) -> Option<K>,
    ) -> Vec<(usize, usize)> {
        self.pair_where(old_key, new_key, |old, new| old == 1 && new == 1)
    }

    /// Pairs what has the same key if `fits` likes how many have it before and after.
    fn pair_where<K: Hash + Eq>(
        &mut self,
        old_key: impl Fn(usize) -> Option<K>,
        new_key: impl Fn(usize) -> Option<K>,
        fits: impl Fn(usize, usize) -> bool,
    ) -> Vec<(usize, usize)> {
        if self.is_done() {
            return Vec::new();
        }
        let mut known: HashMap<K, (usize, VecDeque<usize>)> = HashMap::new();
        for &new in &self.new {
            if let Some(key) = new_key(new) {
                known.entry(key).or_default().1.push_back(new);
            }
        }
        for &old in &self.old {
            if let Some((count, _)) = old_key(old).and_then(|key| known.get_mut(&key)) {
                *count += 1;
            }
        }
        known.retain(|_, (old, new)| fits(*old, new.len()));
        let mut pairs = Vec::new();
        self.old.retain(|&old| {
            let found = old_key(old).and_then(|key| known.get_mut(&key)?.1.pop_front());
            pairs.extend(found.map(|new| (old, new)));
            found.is_none()
        });
        let mut taken: Vec<usize> = pairs.iter().map(|(_, new)| *new).collect();
        taken.sort_unstable();
        self.new.retain(|new| taken.binary_search(new).is_err());
        pairs
    }
}
