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
            || stamp.is_some() && self.not_yet(path, stamp, self.quiet)
    }

    /// Whether a file that may be half there is to be read again later.
    pub fn awaits_more(&self, path: &Path, stamp: Stamp) -> bool {
        self.not_yet(path, Some(stamp), REST)
    }

    /// Whether a file that is missing may come back at once. Where new files must be quiet before
    /// they are read, it is waited for as long, as it may be one of them.
    pub fn awaits_return(&self, path: &Path) -> bool {
        self.not_yet(path, None, MISSING.max(self.quiet))
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

    fn not_yet(&self, path: &Path, stamp: Option<Stamp>, wait: Duration) -> bool {
        let Some(now) = self.now else { return false };
        let mut waiting = self.waiting();
        let since = match waiting.get(path) {
            Some(known) if known.stamp == stamp => known.since,
            _ => now,
        };
        let until = since + wait;
        if now < until {
            waiting.insert(path.to_owned(), Waiting { stamp, since, until });
        }
        now < until
    }

    fn waiting(&self) -> MutexGuard<'_, HashMap<PathBuf, Waiting>> {
        self.waiting.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
