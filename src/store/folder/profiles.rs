//! What was last read of the files of job profiles.

use super::content::{Content, Source, Version};
use super::settings::internal;
use crate::model::{Job, Problem, Severity};
use crate::store::decode::LevelPlaces;
use crate::store::scales::Scales;
use crate::store::{parse, rule, workers};
use std::path::Path;
use std::sync::Arc;

/// One job as its file says it, and as it is with its levels held against their scales.
#[derive(Debug, Clone)]
struct Entry {
    read: Arc<Job>,
    places: Arc<LevelPlaces>,
    judged: Arc<Job>,
}

/// One file of job profiles.
#[derive(Debug, Clone)]
pub(super) struct ProfileFile {
    version: Version,
    entries: Vec<Entry>,
}

impl ProfileFile {
    /// Reads a file if it has changed; `None` if it has gone. Its levels are judged again where
    /// the scales may have changed.
    pub fn read(
        source: &Source,
        path: &Path,
        known: Option<&Self>,
        scales: &Scales<'_>,
        scales_changed: bool,
    ) -> Option<Self> {
        let version = known.map_or(Version::Unknown, |file| file.version);
        let broken = |problem| vec![(parse::broken(path, vec![problem]), LevelPlaces::new())];
        let (jobs, version) = match source.content(path, version) {
            Content::Unchanged => return known.map(|file| file.again(scales, scales_changed)),
            Content::New(bytes, version) => {
                let jobs = workers::guarded(|| parse::profiles(path, &bytes));
                (jobs.unwrap_or_else(|panic| broken(internal(&panic))), version)
            }
            Content::Gone => return None,
            Content::Wrong(problem) => (broken(problem), Version::Unknown),
        };
        let old = known.map_or(&[][..], |file| &file.entries);
        let mut entries: Vec<Entry> =
            jobs.into_iter().map(|(job, places)| entry(job, places, old, scales)).collect();
        if let [only] = &entries[..]
            && concerns_whole_file(&only.read)
        {
            let others = old.iter().filter(|entry| entry.read.id != only.read.id);
            entries.extend(others.map(kept).collect::<Vec<_>>());
        }
        Some(Self { version, entries })
    }

    /// The same file once more.
    fn again(&self, scales: &Scales<'_>, scales_changed: bool) -> Self {
        let mut file = self.clone();
        if scales_changed {
            for entry in &mut file.entries {
                entry.judged = judged(&entry.read, &entry.places, scales, &entry.judged);
            }
        }
        file
    }

    /// Its jobs, ready to be shown.
    pub fn jobs(&self) -> impl Iterator<Item = Arc<Job>> {
        self.entries.iter().map(|entry| Arc::clone(&entry.judged))
    }
}

/// A job; where it cannot be read any more, what was last read well of it, with what is wrong now.
fn entry(mut job: Job, mut places: LevelPlaces, old: &[Entry], scales: &Scales<'_>) -> Entry {
    let failed = job.profile.is_none() && job.problems.iter().any(is_error);
    let last = old.iter().find(|entry| entry.read.id == job.id);
    if let (true, Some(last)) = (failed, last) {
        job.profile.clone_from(&last.read.profile);
        job.kept = job.profile.is_some();
        // The places are those of another text.
        places = vec![None; last.places.len()];
    }
    let read = Arc::new(job);
    let places = Arc::new(places);
    let judged = judged(&read, &places, scales, &read);
    Entry { read, places, judged }
}

/// What was last read of a job whose file cannot be told apart into documents any more.
fn kept(entry: &Entry) -> Entry {
    let keep = |job: &Arc<Job>| {
        let kept = job.profile.is_some();
        Arc::new(Job { kept, ..Job::clone(job) })
    };
    Entry { read: keep(&entry.read), places: entry.places.clone(), judged: keep(&entry.judged) }
}

fn is_error(problem: &Problem) -> bool {
    problem.severity == Severity::Error
}

/// Whether a job stands for a file of which no document could even be told from the others.
fn concerns_whole_file(job: &Job) -> bool {
    let whole = |p: &Problem| p.place.is_none() || p.rule == rule::NOT_UTF8;
    let unread = job.kept || job.profile.is_none();
    unread && job.problems.iter().any(is_error) && job.problems.iter().all(whole)
}

/// The job with the levels told that are off their scales; the one before if that says the same.
fn judged(
    read: &Arc<Job>,
    places: &LevelPlaces,
    scales: &Scales<'_>,
    before: &Arc<Job>,
) -> Arc<Job> {
    let off = read.profile.as_ref().map(|p| scales.judge_profile(p, places)).unwrap_or_default();
    if off.is_empty() {
        return Arc::clone(read);
    }
    let mut job = Job::clone(read);
    job.problems.extend(off);
    job.problems.sort_by_key(|p| (p.place, p.severity));
    if job == **before { Arc::clone(before) } else { Arc::new(job) }
}
