//! Which changes are told together: those of readings that follow each other closely. A checkout is
//! often seen in several parts, of which the last would be told alone otherwise.

use crate::model::Library;
use std::sync::Arc;
use std::time::{Duration, Instant};

/// How soon a reading must follow the one before to belong to it.
const CLOSE: Duration = Duration::from_secs(2);

/// The readings that belong together. Time comes as an argument.
#[derive(Debug, Default)]
pub(super) struct Together {
    /// The library before the first of them, and when the last of them was.
    since: Option<(Arc<Library>, Instant)>,
}

impl Together {
    /// A reading at `now` has found something else than the library `before` it; the one from which
    /// its changes are told.
    pub fn first(&mut self, before: &Arc<Library>, now: Instant) -> Arc<Library> {
        let goes_on = self.since.take().filter(|(_, last)| now < *last + CLOSE);
        let first = goes_on.map_or_else(|| before.clone(), |(first, _)| first);
        // What is still being read is nothing to compare with.
        if before.is_complete() {
            self.since = Some((first.clone(), now));
        }
        first
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Parts;

    fn library(complete: bool) -> Arc<Library> {
        Arc::new(Library::new(Parts { complete, ..Parts::default() }))
    }

    #[test]
    fn readings_that_follow_closely_are_told_from_the_library_before_them() {
        let (mut together, start) = (Together::default(), Instant::now());
        let libraries: Vec<_> = (0..5).map(|_| library(true)).collect();
        // Three parts of one checkout, then a save and its correction.
        let times = [0, 1_900, 3_800, 5_800, 5_900];
        let firsts = libraries.iter().zip(times).map(|(before, time)| {
            let first = together.first(before, start + Duration::from_millis(time));
            libraries.iter().position(|one| Arc::ptr_eq(one, &first))
        });
        assert_eq!(firsts.collect::<Vec<_>>(), [0, 0, 0, 3, 3].map(Some));
    }

    #[test]
    fn nothing_is_told_from_a_library_that_is_still_being_read() {
        let (mut together, now) = (Together::default(), Instant::now());
        let (part, whole) = (library(false), library(true));
        together.first(&part, now);
        assert!(Arc::ptr_eq(&together.first(&whole, now), &whole));
    }
}
