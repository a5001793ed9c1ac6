//! Decides what is looked at when. Time comes as an argument.

use super::Event;
use super::ears::TELLS_THE_END;
use std::collections::{HashMap, HashSet};
use std::path::PathBuf;
use std::time::{Duration, Instant};

/// How long nothing must have been heard before a look at what was.
const CALM: Duration = Duration::from_millis(20);
/// How long a look is put off at most while more and more is heard.
const RESTLESS: Duration = Duration::from_millis(200);
/// From how many files on it is more than one person saving: a checkout, say.
const MANY: usize = 10;
/// How long both of them then are.
const MANY_CALM: Duration = Duration::from_millis(160);
const MANY_RESTLESS: Duration = Duration::from_millis(260);
/// How long a file that is open may stay as it is before it is read all the same.
const OPEN: Duration = Duration::from_secs(2);
/// How long it is left alone at most while more and more is written to it: a log, say.
const ENDLESS: Duration = Duration::from_secs(10);
/// How often the root is looked at.
const ROOT: Duration = Duration::from_secs(1);
/// How often everything is looked at where events tell what to look at.
const RARELY: Duration = Duration::from_secs(60);
/// How often everything is looked at where nothing does.
const OFTEN: Duration = Duration::from_secs(1);
/// What share of the time looking at everything takes at most where events tell what to look at:
/// one part in so many.
const SHARE: u32 = 200;
/// The same where nothing does. Looking is all there is then, and a change is to be seen within two
/// seconds where a look takes up to twenty milliseconds: in some thousands of files.
const POLLING_SHARE: u32 = 50;
/// How long a file must have been the same to be read where nobody tells that it is complete.
const QUIET: Duration = Duration::from_secs(1);
/// How late it may be asked what is due before something else must have gone on meanwhile: the
/// program was stopped, or the machine slept.
const LATE: Duration = Duration::from_secs(5);

/// What is to be looked at.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Look {
    /// When it was decided.
    pub now: Instant,
    /// The stamps of all files. Whether the root is still the same folder is seen to in any case.
    pub everything: bool,
    /// Files and folders, by their real paths: the folder of each is looked at.
    pub paths: HashSet<PathBuf>,
    /// Files that are not to be read yet, as they are being written, by their real paths.
    pub writing: HashSet<PathBuf>,
    /// How long a new state of a file must last before it is read.
    pub quiet: Duration,
}

/// What was heard and what has been looked at.
#[derive(Debug)]
pub struct Plan {
    events: bool,
    /// What was heard of since the last look.
    named: HashSet<PathBuf>,
    /// Of how many files was heard lately, in looks that followed each other closely, and when the
    /// last of these was.
    lately: (usize, Instant),
    /// When the first and the last of it was heard.
    heard: Option<(Instant, Instant)>,
    /// Files that are being written, with when the first and the last of it was heard.
    writing: HashMap<PathBuf, (Instant, Instant)>,
    /// When files that were passed over are to be looked at.
    passed_over: Option<Instant>,
    root: Instant,
    everything: Instant,
}

impl Plan {
    /// A plan for a folder of whose changes the system tells, and that has just been read.
    #[must_use]
    pub fn with_events(now: Instant) -> Self {
        Self::new(now, true)
    }

    /// A plan for a folder of whose changes nobody tells, and that has just been read.
    #[must_use]
    pub fn by_polling(now: Instant) -> Self {
        Self::new(now, false)
    }

    fn new(now: Instant, events: bool) -> Self {
        Self {
            events,
            named: HashSet::new(),
            lately: (0, now),
            heard: None,
            writing: HashMap::new(),
            passed_over: None,
            root: now + ROOT,
            everything: now + if events { RARELY } else { OFTEN },
        }
    }

    /// Takes in what was heard.
    pub fn hear(&mut self, event: Event, now: Instant) {
        match event {
            Event::Writing(path) => {
                self.writing.entry(path).or_insert((now, now)).1 = now;
                return;
            }
            Event::Changed(path) | Event::Left(path) => {
                self.writing.remove(&path);
                self.named.insert(path);
            }
            Event::Lost => {
                self.writing.clear();
                self.everything = now;
            }
        }
        self.heard = Some((self.heard.map_or(now, |(first, _)| first), now));
    }

    /// What is to be looked at now, if anything. [`Plan::looked`] must follow it.
    pub fn due(&mut self, now: Instant) -> Option<Look> {
        let next = self.next();
        if now < next {
            return None;
        }
        let opened = self.writing.extract_if(|_, told| opened_until(*told) <= now);
        self.named.extend(opened.map(|(path, _)| path));
        let calm = self.calm().is_none_or(|calm| calm <= now);
        if calm && let Some((first, _)) = self.heard.take() {
            self.lately = (self.just_heard(first), now);
        }
        Some(Look {
            now,
            everything: self.everything <= now || next + LATE <= now,
            paths: if calm { std::mem::take(&mut self.named) } else { HashSet::new() },
            writing: self.writing.keys().cloned().collect(),
            quiet: if self.events && TELLS_THE_END { Duration::ZERO } else { QUIET },
        })
    }

    /// A look has been taken that ended at `now`; `passed_over` is when files that were better not
    /// read in it are to be looked at.
    pub fn looked(&mut self, look: &Look, passed_over: Option<Instant>, now: Instant) {
        self.passed_over = passed_over;
        self.root = now + ROOT;
        if look.everything {
            let (pause, share) = if self.events { (RARELY, SHARE) } else { (OFTEN, POLLING_SHARE) };
            self.everything = now + pause.max(now.duration_since(look.now) * share);
        }
    }

    /// When to ask next what is due.
    #[must_use]
    pub fn next(&self) -> Instant {
        let opened = self.writing.values().copied().map(opened_until).min();
        let others = [self.calm(), opened, self.passed_over].into_iter().flatten();
        others.fold(self.root.min(self.everything), Instant::min)
    }

    /// When what was heard is to be looked at.
    fn calm(&self) -> Option<Instant> {
        let (first, last) = self.heard?;
        let (calm, restless) = match self.just_heard(first) {
            ..MANY => (CALM, RESTLESS),
            MANY.. => (MANY_CALM, MANY_RESTLESS),
        };
        Some((last + calm).min(first + restless))
    }

    /// Of how many files was heard at a stretch, the first one not yet looked at then.
    fn just_heard(&self, first: Instant) -> usize {
        let (count, looked) = self.lately;
        let goes_on = first < looked + MANY_RESTLESS;
        self.named.len() + if goes_on { count } else { 0 }
    }
}

/// Until when a file is believed to be written of which this was heard first and last.
fn opened_until((first, last): (Instant, Instant)) -> Instant {
    (last + OPEN).min(first + ENDLESS)
}

#[cfg(test)]
mod tests;
