//! Which files are better read a little later: those that are being written, or may be half there.

use crate::store::file::Stamp;
use std::collections::{HashMap, HashSet};
use std::path::{Path, PathBuf};
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

/// How long the rest of a file is waited for that is empty or only the beginning of the last one.
const REST: Duration = Duration::from_secs(2);
/// How long a file may be missing while it is saved: some editors put the old one aside first.
const MISSING: Duration = Duration::from_millis(400);

/// How long a file is waited for at most that changes again and again: a log, say.
const ENDLESS: Duration = Duration::from_secs(10);
/// How long nothing is shown at most while files are missing and others have come.
const HELD_BACK: Duration = Duration::from_secs(1);

/// What is waited for. Time is always told, never asked.
#[derive(Debug, Default)]
pub(super) struct Patience {
    /// When the look began; `None` for one that waits for nothing.
    now: Option<Instant>,
    /// Files that their writers have not closed yet.
    writing: HashSet<PathBuf>,
    /// How long a new state of a file must last before it is read.
    quiet: Duration,
    /// Files that only have another name since the last look.
    renamed: HashSet<PathBuf>,
    /// Since when nothing is shown, as files are missing that may stand elsewhere now.
    held_back: Option<Instant>,
    waiting: Mutex<HashMap<PathBuf, Waiting>>,
}

/// A file that is not read yet.
#[derive(Debug, Clone, Copy)]
struct Waiting {
    /// Its state; `None` if it is missing.
    stamp: Option<Stamp>,
    /// Whether it was found to be half there, in this state or one before.
    half: bool,
    /// Since when it is waited for, in whatever state.
    first: Instant,
    /// Since when it is in this state.
    since: Instant,
    until: Instant,
}

impl Patience {
    /// A look begins in which everything is read as it is.
    pub fn none(&mut self) {
        (self.now, self.held_back) = (None, None);
        self.waiting().clear();
    }

    /// A look begins in which these files are left alone, and others until they have been the same
    /// for a while.
    pub fn begin(&mut self, now: Instant, writing: HashSet<PathBuf>, quiet: Duration) {
        (self.now, self.writing, self.quiet) = (Some(now), writing, quiet);
        self.renamed.clear();
    }

    /// These files only have another name than before, and are complete.
    pub fn renamed(&mut self, paths: HashSet<PathBuf>) {
        self.renamed = paths;
    }

    /// Whether a file that has changed is not to be read yet.
    pub fn is_too_early(&self, path: &Path, stamp: Option<Stamp>) -> bool {
        if self.renamed.contains(path) {
            return false;
        }
        self.now.is_some() && self.writing.contains(path)
            || stamp.is_some() && self.not_yet(path, stamp, self.quiet, false)
    }

    /// Whether a file that may be half there is to be read again later.
    pub fn awaits_more(&self, path: &Path, stamp: Stamp) -> bool {
        self.not_yet(path, Some(stamp), REST, true)
    }

    /// Whether a file was found to be half there and has not been read since.
    pub fn was_half(&self, path: &Path) -> bool {
        self.waiting().get(path).is_some_and(|file| file.half)
    }

    /// Whether a file that is missing may come back at once. Where new files must be quiet before
    /// they are read, it is waited for as long, as it may be one of them.
    pub fn awaits_return(&self, path: &Path) -> bool {
        self.not_yet(path, None, MISSING.max(self.quiet), false)
    }

    /// Whether nothing is to be shown yet, since files are missing and `others` have come: they may
    /// be the same, and must go and come at once to be known again.
    pub fn holds_back(&mut self, others: impl FnOnce() -> bool) -> bool {
        let Some(now) = self.now else { return false };
        let is_missing = |file: &Waiting| file.stamp.is_none() && now < file.until;
        let missing = self.waiting().values().any(is_missing);
        self.held_back = (missing && others()).then(|| self.held_back.unwrap_or(now));
        self.held_back.is_some_and(|since| now < since + HELD_BACK)
    }

    /// A file needs no more patience.
    pub fn end(&self, path: &Path) {
        self.waiting().remove(path);
    }

    /// The look is over: what was due in it has been looked at, or is no longer there.
    pub fn finish(&self) {
        if let Some(now) = self.now {
            self.waiting().retain(|_, file| now < file.until);
        }
    }

    /// When the first of the files is to be looked at that were left alone.
    pub fn next(&self) -> Option<Instant> {
        self.waiting().values().map(|file| file.until).min()
    }

    /// The files whose time has come.
    pub fn due(&self, now: Instant) -> Vec<PathBuf> {
        let waiting = self.waiting();
        let due = waiting.iter().filter(|(_, file)| file.until <= now);
        due.map(|(path, _)| path.clone()).collect()
    }

    fn not_yet(&self, path: &Path, stamp: Option<Stamp>, wait: Duration, half: bool) -> bool {
        let Some(now) = self.now else { return false };
        let mut waiting = self.waiting();
        let known = waiting.get(path).filter(|file| file.stamp.is_some() == stamp.is_some());
        let first = known.map_or(now, |file| file.first);
        let since = known.filter(|file| file.stamp == stamp).map_or(now, |file| file.since);
        let half = half || known.is_some_and(|file| file.half);
        // The time counts from the last change, since a writer may pause in between.
        let until = (since + wait).min(first + ENDLESS);
        if now < until {
            waiting.insert(path.to_owned(), Waiting { stamp, half, first, since, until });
        }
        now < until
    }

    fn waiting(&self) -> MutexGuard<'_, HashMap<PathBuf, Waiting>> {
        self.waiting.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const SECOND: Duration = Duration::from_secs(1);

    /// Begins a look after so many tenths of a second.
    fn look(patience: &mut Patience, start: Instant, tenths: u32, quiet: Duration) {
        patience.begin(start + tenths * SECOND / 10, HashSet::new(), quiet);
    }

    /// The stamps of a file that grows.
    fn stamps(count: usize) -> Vec<Stamp> {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a.yaml");
        let stamp = |length| {
            std::fs::write(&path, "x".repeat(length)).unwrap();
            Stamp::of(&path).unwrap()
        };
        (0..count).map(stamp).collect()
    }

    #[test]
    fn the_rest_of_a_file_is_waited_for_from_its_last_change_on() {
        let (mut patience, start, path) = (Patience::default(), Instant::now(), Path::new("a"));
        for (piece, stamp) in (0..).zip(stamps(4)) {
            look(&mut patience, start, piece * 19, Duration::ZERO);
            assert!(patience.awaits_more(path, stamp) && patience.was_half(path));
            patience.finish();
        }
        assert_eq!(patience.next(), Some(start + 57 * SECOND / 10 + REST));
    }

    #[test]
    fn a_file_that_changes_without_end_is_read_all_the_same() {
        let (mut patience, start, path) = (Patience::default(), Instant::now(), Path::new("a"));
        let read = (0..).zip(stamps(120)).find(|(step, stamp)| {
            look(&mut patience, start, *step, SECOND);
            let early = patience.is_too_early(path, Some(*stamp));
            patience.finish();
            !early
        });
        assert_eq!(read.map(|(step, _)| step), Some(100));
    }

    #[test]
    fn what_is_missing_while_another_comes_holds_everything_back_for_a_while() {
        let (mut patience, start) = (Patience::default(), Instant::now());
        let mut held = 0;
        for tenths in 0..30 {
            look(&mut patience, start, tenths, Duration::ZERO);
            // Again and again another file is missing.
            assert!(patience.awaits_return(Path::new(&tenths.to_string())));
            assert!(tenths != 0 || !patience.holds_back(|| false), "nothing has come");
            held += u32::from(patience.holds_back(|| true));
            patience.finish();
            if held < tenths + 1 {
                break;
            }
        }
        assert_eq!(held, 10);
        look(&mut patience, start, 40, Duration::ZERO);
        assert!(!patience.holds_back(|| true), "nothing is missing any more");
    }
}
