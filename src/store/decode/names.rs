//! Names that many profiles say and that are held in memory once.

use crate::model::Name;
use std::cell::RefCell;
use std::collections::HashSet;

/// How many names a thread remembers; a library shares far fewer.
const REMEMBERED: usize = 10_000;

thread_local! {
    /// Each thread has its own, so that none waits for another.
    static KNOWN: RefCell<HashSet<Name>> = RefCell::default();
}

/// The name as all others on this thread have it that say the same.
pub(super) fn shared(name: &str) -> Name {
    KNOWN.with_borrow_mut(|known| {
        if let Some(name) = known.get(name) {
            return name.clone();
        }
        if known.len() >= REMEMBERED {
            known.clear();
        }
        let name = Name::from(name);
        known.insert(name.clone());
        name
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_said_twice_is_held_once() {
        assert!(std::ptr::eq(&*shared("Negotiation"), &*shared("Negotiation")));
        assert_ne!(shared("Negotiation"), shared("First aid"));
    }

    #[test]
    fn names_without_end_do_not_fill_the_memory() {
        for number in 0..REMEMBERED + 5 {
            shared(&number.to_string());
        }
        assert!(KNOWN.with_borrow(HashSet::len) <= REMEMBERED);
    }
}
