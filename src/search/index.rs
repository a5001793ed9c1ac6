//! The texts that the filter reads, folded once and kept in a row, so that a key is a short scan.

use super::fold::{fold_into, letters};
use super::hits::pack_tie;
use super::place::Texts;
use super::together::{THREADS, WORTH_A_THREAD, together};
use crate::model::{Job, Library};
use std::ops::Range;
use std::sync::Arc;

/// A library with the texts that the filter reads, folded once.
#[derive(Debug)]
pub struct Index {
    library: Arc<Library>,
    /// Shared by all libraries whose jobs are called the same.
    pub(super) parts: Arc<[Part]>,
    /// What tells a job apart from equally good hits, see [`pack_tie`].
    pub(super) ties: Arc<[u64]>,
    /// The jobs by title; of equal titles the lower id comes first.
    pub(super) by_title: Arc<[u32]>,
}

/// The folded texts of a run of jobs, one piece of work for a thread.
#[derive(Debug)]
pub(super) struct Part {
    /// The jobs it covers, by their index in the library.
    pub jobs: Range<usize>,
    /// Of each job the title, then code, family and level, a line feed behind each of these.
    heads: String,
    spots: Vec<Spot>,
}

/// Where the title and the facts of a job end, each starting where those of the job before it end,
/// and what a word can be measured against before any text is touched.
#[derive(Debug, Clone)]
struct Spot {
    title_letters: u64,
    fact_letters: u64,
    title_end: usize,
    facts_end: usize,
    /// How many characters the title has.
    length: u16,
    /// A line feed, then the alternates with a line feed behind each, where there are any. They are
    /// most of what is folded, and a job that stays the same shares them with the index before.
    alternates: Option<Arc<[u8]>>,
}

impl Index {
    /// Folds the texts of a library. Those of every job that is the very same as in the previous
    /// index are taken from there.
    #[must_use]
    pub fn new(library: Arc<Library>, previous: Option<&Self>) -> Self {
        if let Some(previous) = previous.filter(|previous| previous.reads_the_same_in(&library)) {
            let Self { parts, ties, by_title, .. } = previous;
            let (parts, ties) = (Arc::clone(parts), Arc::clone(ties));
            return Self { library, parts, ties, by_title: Arc::clone(by_title) };
        }
        let count = library.jobs().len();
        let threads = if count < WORTH_A_THREAD { 1 } else { THREADS };
        let size = count.div_ceil(threads).max(1);
        let runs = (0..count).step_by(size).map(|at| at..(at + size).min(count)).collect();
        let parts: Vec<(Part, Vec<TitleKey>)> = together(runs, |run| {
            let part = Part::new(&library, run, previous);
            let keys = part.sorted();
            (part, keys)
        });
        let (parts, keys): (Vec<Part>, Vec<Vec<TitleKey>>) = parts.into_iter().unzip();
        let by_title = merged(&parts, keys);
        let mut ties = vec![0; count];
        for (place, job) in (0..).zip(&by_title) {
            ties[*job as usize] = place;
        }
        let spots = parts.iter().flat_map(|part| &part.spots);
        for (tie, spot) in ties.iter_mut().zip(spots) {
            *tie = pack_tie(spot.length, *tie);
        }
        Self { library, parts: parts.into(), ties: ties.into(), by_title: by_title.into() }
    }

    /// Whether the filter reads the very same in another library.
    fn reads_the_same_in(&self, library: &Library) -> bool {
        let Some(changed) = library.changed_since(&self.library) else { return false };
        changed.into_iter().all(|at| {
            let (before, after) = (&self.library.jobs()[at], &library.jobs()[at]);
            after.is_known_as(before) && after.level() == before.level()
        })
    }

    /// The library that is searched.
    #[must_use]
    pub fn library(&self) -> &Arc<Library> {
        &self.library
    }
}

/// The part that covers a job.
fn part_of(parts: &[Part], job: usize) -> Option<&Part> {
    parts.iter().find(|part| part.jobs.contains(&job))
}

/// The jobs of all parts by title.
fn merged(parts: &[Part], keys: Vec<Vec<TitleKey>>) -> Vec<u32> {
    let title =
        |job: u32| part_of(parts, job as usize).map_or("", |part| part.texts(job as usize).title);
    let mut all = keys.concat();
    // Stable sorting finds the runs that the parts have sorted and merges them.
    all.sort_by(|a, b| {
        a.start
            .cmp(&b.start)
            .then_with(|| title(a.job).cmp(title(b.job)))
            .then_with(|| a.job.cmp(&b.job))
    });
    all.into_iter().map(|key| key.job).collect()
}

/// A title's first letters, enough to order most titles without a look at the text itself.
#[derive(Debug, Clone, Copy)]
struct TitleKey {
    start: u128,
    job: u32,
}

impl TitleKey {
    fn new(title: &str, job: usize) -> Self {
        let mut start = [0; 16];
        let length = title.len().min(start.len());
        start[..length].copy_from_slice(&title.as_bytes()[..length]);
        // More jobs than this number holds do not fit into memory.
        Self { start: u128::from_be_bytes(start), job: u32::try_from(job).unwrap_or(u32::MAX) }
    }
}

impl Part {
    fn new(library: &Library, jobs: Range<usize>, previous: Option<&Index>) -> Self {
        let mut part = Self {
            jobs: jobs.clone(),
            heads: String::new(),
            spots: Vec::with_capacity(jobs.len()),
        };
        let entries = &library.jobs()[jobs];
        let mut known = Known::new(previous, entries);
        for job in entries {
            match known.find(job) {
                Some((before, i)) => part.push_folded(before, i),
                None => part.push(job),
            }
        }
        part
    }

    fn push(&mut self, job: &Job) {
        let start = self.heads.len();
        fold_into(&job.title(), &mut self.heads);
        let title_end = self.heads.len();
        write_facts(job, &mut self.heads);
        let alternates = alternates(job);
        let (title, facts) = self.heads[start..].split_at(title_end - start);
        self.spots.push(Spot {
            title_letters: letters(title),
            fact_letters: letters(facts),
            title_end,
            facts_end: self.heads.len(),
            length: u16::try_from(title.chars().count()).unwrap_or(u16::MAX),
            alternates: (!alternates.is_empty()).then(|| alternates.into_bytes().into()),
        });
    }

    /// Adds a job whose texts are folded already, as job `i` of another part.
    fn push_folded(&mut self, before: &Self, i: usize) {
        let (start, spot) = (before.start(i), &before.spots[i]);
        let title_end = self.heads.len() + (spot.title_end - start);
        self.heads.push_str(&before.heads[start..spot.facts_end]);
        self.spots.push(Spot { title_end, facts_end: self.heads.len(), ..spot.clone() });
    }

    /// Where the texts of job `i` start.
    fn start(&self, i: usize) -> usize {
        if i == 0 { 0 } else { self.spots[i - 1].facts_end }
    }

    /// The folded texts of a job that this part covers.
    pub fn texts(&self, job: usize) -> Texts<'_> {
        let i = job - self.jobs.start;
        let spot = &self.spots[i];
        Texts {
            title: &self.heads[self.start(i)..spot.title_end],
            facts: &self.heads[spot.title_end..spot.facts_end],
            alternates: spot.alternates.as_deref().unwrap_or_default(),
            title_letters: spot.title_letters,
            fact_letters: spot.fact_letters,
        }
    }

    /// The jobs of this part by title.
    fn sorted(&self) -> Vec<TitleKey> {
        let title = |job: u32| self.texts(job as usize).title;
        let mut keys: Vec<TitleKey> =
            self.jobs.clone().map(|job| TitleKey::new(self.texts(job).title, job)).collect();
        keys.sort_unstable_by(|a, b| {
            a.start
                .cmp(&b.start)
                .then_with(|| title(a.job).cmp(title(b.job)))
                .then_with(|| a.job.cmp(&b.job))
        });
        keys
    }
}

/// Code, family and level, a line feed behind each.
pub(super) fn write_facts(job: &Job, out: &mut String) {
    for fact in [job.code(), job.family(), job.level()] {
        fold_into(fact.unwrap_or_default(), out);
        out.push('\n');
    }
}

/// A line feed, then every alternate title with a line feed behind it; nothing without any.
pub(super) fn alternates(job: &Job) -> String {
    let mut out = String::new();
    for alternate in job.profile.iter().flat_map(|profile| &profile.also_known_as) {
        if out.is_empty() {
            out.push('\n');
        }
        fold_into(alternate, &mut out);
        out.push('\n');
    }
    out
}

/// Walks the jobs of an earlier index beside those of a new library; both are sorted by id.
struct Known<'a> {
    index: Option<&'a Index>,
    at: usize,
}

impl<'a> Known<'a> {
    fn new(index: Option<&'a Index>, jobs: &[Arc<Job>]) -> Self {
        let at = match (index, jobs.first()) {
            (Some(index), Some(first)) => {
                index.library.jobs().partition_point(|job| job.id < first.id)
            }
            _ => 0,
        };
        Self { index, at }
    }

    /// Where the texts of a job are, if it is the very same one as before. Jobs must come in order.
    fn find(&mut self, job: &Arc<Job>) -> Option<(&'a Part, usize)> {
        let index = self.index?;
        let jobs = index.library.jobs();
        // Comparing ids is slow beside comparing pointers, and seldom needed.
        while let Some(old) = jobs.get(self.at) {
            if Arc::ptr_eq(old, job) {
                self.at += 1;
                let part = part_of(&index.parts, self.at - 1)?;
                return Some((part, self.at - 1 - part.jobs.start));
            }
            if old.id >= job.id {
                return None;
            }
            self.at += 1;
        }
        None
    }
}
