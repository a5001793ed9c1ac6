//! What was last read of the files of job profiles.

use super::content::{Content, Source, Version};
use super::settings::internal;
use crate::model::rule;
use crate::model::{Job, Places, Problem, Severity};
use crate::store::file::Stamp;
use crate::store::{parse, workers};
use std::path::Path;
use std::sync::Arc;

/// One file of job profiles.
#[derive(Debug, Clone)]
pub(super) struct ProfileFile {
    version: Version,
    jobs: Vec<Arc<Job>>,
}

impl ProfileFile {
    /// Reads a file if it has changed; `None` if it has gone.
    pub fn read(source: &Source, path: &Path, known: Option<&Self>) -> Option<Self> {
        let version = known.map_or(Version::Unknown, |file| file.version.clone());
        let broken = |problem| vec![parse::broken(path, vec![problem])];
        let (jobs, version) = match source.content(path, version) {
            Content::Unchanged(version) => {
                return known.map(|file| Self { version, ..file.clone() });
            }
            Content::New(bytes, version) => {
                let jobs = workers::guarded(|| parse::profiles(path, &bytes));
                (jobs.unwrap_or_else(|panic| broken(internal(&panic))), version)
            }
            Content::Gone => return None,
            Content::Wrong(problem) => (broken(problem), Version::Unknown),
        };
        let old = known.map_or(&[][..], |file| &file.jobs);
        let mut jobs: Vec<Arc<Job>> =
            jobs.into_iter().map(|job| Arc::new(with_last_good(job, old))).collect();
        // It took over the room of the jobs themselves.
        jobs.shrink_to_fit();
        if let [only] = &jobs[..]
            && concerns_whole_file(only)
        {
            let others = old.iter().filter(|job| job.id != only.id);
            jobs.extend(others.map(kept).collect::<Vec<_>>());
        }
        Some(Self { version, jobs })
    }

    /// The stamp of what was read.
    pub fn stamp(&self) -> Option<Stamp> {
        self.version.stamp()
    }

    /// Its jobs.
    pub fn jobs(&self) -> impl Iterator<Item = Arc<Job>> {
        self.jobs.iter().cloned()
    }
}

/// A job; where it cannot be read any more, what was last read well of it, with what is wrong now.
fn with_last_good(mut job: Job, old: &[Arc<Job>]) -> Job {
    let failed = job.profile.is_none() && job.problems.iter().any(stands_for_nothing);
    let last = old.iter().find(|old| old.id == job.id);
    if let (true, Some(last)) = (failed, last) {
        job.profile.clone_from(&last.profile);
        job.kept = job.profile.is_some();
    }
    job
}

/// What was last read of a job whose file cannot be told apart into documents any more.
fn kept(job: &Arc<Job>) -> Arc<Job> {
    let places = Places::default();
    Arc::new(Job { kept: job.profile.is_some(), places, ..Job::clone(job) })
}

/// Whether a problem may be why there is no profile. A file that has been emptied is broken as well;
/// only one that has gone is removed.
fn stands_for_nothing(problem: &Problem) -> bool {
    problem.severity == Severity::Error || problem.rule == rule::NO_PROFILE
}

/// Whether a job stands for a file of which no document could even be told from the others.
fn concerns_whole_file(job: &Job) -> bool {
    let whole = |p: &Problem| p.place.is_none() || p.rule == rule::NOT_UTF8;
    let unread = job.kept || job.profile.is_none();
    unread && job.problems.iter().any(stands_for_nothing) && job.problems.iter().all(whole)
}
