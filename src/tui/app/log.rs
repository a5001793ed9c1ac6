//! What has changed since the start: the entries of the last readings, newest first.

use crate::changes::{Changes, Entry, Moves, Subject};
use std::collections::VecDeque;

/// So many entries are kept; the oldest go first.
const MOST: usize = 1000;

/// The log of changes.
#[derive(Debug, Default)]
pub struct Log {
    /// How often something has changed.
    changes: usize,
    /// Which change it was, from 1, and what has changed; the newest first.
    entries: VecDeque<(usize, Entry)>,
}

impl Log {
    /// Takes over what has changed; returns how many entries that were.
    pub fn add(&mut self, changes: &Changes) -> usize {
        self.follow(&changes.moves);
        if changes.is_empty() {
            return 0;
        }
        self.changes += 1;
        let new = &changes.entries[..changes.entries.len().min(MOST)];
        for entry in new.iter().rev() {
            self.entries.push_front((self.changes, entry.clone()));
        }
        self.entries.truncate(MOST);
        new.len()
    }

    /// How many entries there are.
    pub fn count(&self) -> usize {
        self.entries.len()
    }

    /// Which change it was and what has changed, newest first.
    pub fn iter(&self) -> impl Iterator<Item = (usize, &Entry)> {
        self.entries.iter().map(|(change, entry)| (*change, entry))
    }

    /// Lets entries lead to where their jobs are now.
    fn follow(&mut self, moves: &Moves) {
        for (_, entry) in &mut self.entries {
            if let Subject::Job(id) = &mut entry.subject
                && let Some(to) = moves.follow(id)
            {
                *id = to;
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::changes::Fate;
    use crate::model::JobId;

    fn changes(entries: usize) -> Changes {
        let entry = |n: usize| Entry {
            subject: Subject::Job(JobId::first(format!("{n}.yaml"))),
            name: n.to_string(),
            fate: Fate::Added,
            details: Vec::new(),
        };
        Changes { entries: (0..entries).map(entry).collect(), ..Changes::default() }
    }

    #[test]
    fn the_newest_stand_first_and_the_oldest_go() {
        let mut log = Log::default();
        assert_eq!(log.add(&changes(0)), 0);
        assert_eq!(log.add(&changes(2)), 2);
        assert_eq!(log.add(&changes(MOST - 1)), MOST - 1);
        assert_eq!(log.count(), MOST);
        let told: Vec<_> = log.iter().map(|(change, entry)| (change, &*entry.name)).collect();
        assert_eq!(told[..2], [(2, "0"), (2, "1")]);
        assert_eq!(told[MOST - 1], (1, "0"));
    }
}
