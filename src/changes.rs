//! What has changed between two readings of a folder, in the words of those who read profiles.
//!
//! ```
//! use rolebook::changes::Changes;
//! use rolebook::{model, store};
//! use std::path::Path;
//! use std::sync::Arc;
//!
//! let library = |yaml: &str| {
//!     let jobs = store::parse_profiles(Path::new("sales/rep.yaml"), yaml.as_bytes());
//!     let jobs = jobs.into_iter().map(Arc::new).collect();
//!     model::Library::new(model::Parts { jobs, complete: true, ..model::Parts::default() })
//! };
//! let before = library("title: Sales Representative\nlevel: P01\n");
//! let after = library("title: Sales Representative\nlevel: P02\nsummary: Sells.\n");
//! let changes = Changes::between(&before, &after);
//! let line = changes.summary(None, true).map(|line| line.cut(80, str::len));
//! assert_eq!(
//!     line.as_deref(),
//!     Some("Sales Representative: level P01 → P02 · summary added")
//! );
//! ```

mod competency;
mod detail;
mod files;
mod lists;
mod matching;
mod pairs;
mod pay;
mod profile;
mod settings;
#[cfg(test)]
mod tests;
mod words;

pub use detail::Detail;
pub use matching::{Match, Moves};
pub use words::Summary;

use crate::model::{Job, JobId, Library};
use std::path::PathBuf;
use std::sync::Arc;

/// So many details of one entry are kept; what changes more has become something else.
const MOST_DETAILS: usize = 60;

/// What has become of a job, a competency or the settings.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Fate {
    /// It was not there before.
    Added,
    /// It is gone.
    Removed,
    /// Something in its file cannot be read as it was meant any more.
    Broken,
    /// Everything in its file can be read again.
    Mended,
    /// It says the same under another path or name.
    Moved,
    /// It says something else.
    Changed,
}

/// What an entry is about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Subject {
    /// A job: where it is now, or was when it went.
    Job(JobId),
    /// A competency that jobs share.
    Competency {
        /// How many jobs ask for it now.
        jobs: usize,
    },
    /// What library.yaml says.
    Library,
    /// Another file that is no job.
    File(PathBuf),
}

/// What has happened to one job, one competency or the settings.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// What it is about.
    pub subject: Subject,
    /// Its title or name.
    pub name: String,
    /// What has become of it.
    pub fate: Fate,
    /// What has changed about it, in the order in which a reader cares.
    pub details: Vec<Detail>,
}

/// Everything that has changed between two libraries.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Changes {
    /// What has happened: the settings, competencies by name, broken jobs, then jobs by path.
    pub entries: Vec<Entry>,
    /// Which jobs stand elsewhere now.
    pub moves: Moves,
}

impl Changes {
    /// What has changed from `old` to `new`. Entries that both share are not looked at, so that one
    /// change among thousands of jobs takes about a millisecond.
    #[must_use]
    pub fn between(old: &Library, new: &Library) -> Self {
        let (was, is) = (old.jobs(), new.jobs());
        let found = Match::of(was, is);
        let mut entries: Vec<Entry> = Vec::new();
        let pairs = found.pairs.iter();
        entries.extend(pairs.filter_map(|&(before, after)| job(old, before, new, after)));
        let path = |job: &Arc<Job>| Detail::new(job.id.to_string());
        let whole = |job: &Arc<Job>, fate| job_entry(job, fate, vec![path(job)]);
        entries.extend(found.new.iter().map(|&i| whole(&is[i], Fate::Added)));
        entries.extend(found.gone.iter().map(|&i| whole(&was[i], Fate::Removed)));
        // What has broken matters most.
        entries.sort_by_key(|entry| entry.fate != Fate::Broken);
        let shared = settings::settings(old.settings(), new.settings());
        let shared = files::files(old, new).into_iter().chain(shared);
        let shared = shared.chain(competency::competencies(old, new));
        let mut entries: Vec<Entry> = shared.chain(entries).collect();
        entries.iter_mut().for_each(Entry::keep_short);
        Self { entries, moves: found.moves(was, is) }
    }

    /// The same where both libraries are complete; what is still being read has not changed.
    #[must_use]
    pub fn of_complete(old: &Library, new: &Library) -> Option<Self> {
        (old.is_complete() && new.is_complete()).then(|| Self::between(old, new))
    }

    /// Whether nothing has changed that can be told.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.entries.is_empty()
    }
}

impl Entry {
    fn keep_short(&mut self) {
        let beyond = self.details.len().saturating_sub(MOST_DETAILS);
        if beyond > 0 {
            self.details.truncate(MOST_DETAILS);
            self.details.push(Detail::new(format!("…and {beyond} more")));
        }
    }
}

fn job_entry(job: &Job, fate: Fate, details: Vec<Detail>) -> Entry {
    let subject = Subject::Job(job.id.clone());
    Entry { subject, name: job.title().into_owned(), fate, details }
}

/// Whether nothing can be read of a job's file now.
fn is_unread(job: &Job) -> bool {
    job.kept || job.profile.is_none()
}

/// What is wrong with a job first of all.
fn fault(library: &Library, job: usize) -> Detail {
    let problem = library.first_problem(job);
    let told = |pay| problem.map_or_else(String::new, |problem| problem.placed(pay));
    Detail::or_discreet(told(true), Some(told(false)))
}

/// What has happened to a job that was there and still is.
fn job(old: &Library, before: usize, new: &Library, after: usize) -> Option<Entry> {
    let (was, is) = (&old.jobs()[before], &new.jobs()[after]);
    let (was_broken, is_broken) = (old.is_broken(before), new.is_broken(after));
    if Arc::ptr_eq(was, is) && was_broken == is_broken {
        return None;
    }
    let mut details = Vec::new();
    // A file that cannot be read says nothing else; one that can says first what it says now.
    let (was_unread, is_unread) = (is_unread(was), is_unread(is));
    let fault = (is_broken && !was_broken).then(|| fault(new, after));
    if is_unread && !was_unread {
        details.extend(fault.clone());
    }
    let is_moved = was.id.path != is.id.path;
    if is_moved {
        details.push(Detail::new(format!("file {} → {}", was.id, is.id)));
    }
    let told = details.len();
    if let (Some(was), Some(is)) = (&was.profile, &is.profile) {
        details.extend(profile::profile(was, is, new.settings()));
    }
    if !is_unread {
        details.extend(fault);
        // What others have mended needs no word.
        let mended = was_broken && !is_broken && !was_unread && !Arc::ptr_eq(was, is);
        details.extend(mended.then(|| Detail::new("mistakes mended")));
    }
    let fate = match (was_unread, is_unread) {
        (false, true) => Fate::Broken,
        (true, false) => Fate::Mended,
        _ if details.len() > told => Fate::Changed,
        _ if is_moved => Fate::Moved,
        _ => return None,
    };
    // A file that cannot be read says no title, but the one before it did.
    let known = if is.profile.is_some() { is } else { was };
    Some(Entry { name: known.title().into_owned(), ..job_entry(is, fate, details) })
}
