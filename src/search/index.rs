//! The texts that the filter reads, folded once and kept in a row, so that a key is a short scan.

use super::fold::{fold_into, letters};
use super::place::Texts;
use super::together::{THREADS, WORTH_A_THREAD, together};
use crate::model::{Job, Library};
use std::ops::Range;
use std::sync::Arc;

/// A library with the texts that the filter reads, folded once.
#[derive(Debug)]
pub struct Index {
    library: Arc<Library>,
    pub(super) parts: Vec<Part>,
    /// Where each job stands among all titles in order; of equal titles the lower id comes first.
    pub(super) order: Vec<u32>,
    /// The jobs by title: the other way round.
    pub(super) by_title: Vec<u32>,
}

/// The folded texts of a run of jobs, one piece of work for a thread.
#[derive(Debug)]
pub(super) struct Part {
    /// The jobs it covers, by their index in the library.
    pub jobs: Range<usize>,
    titles: Column,
    letters: Vec<u64>,
    facts: Column,
    alternates: Column,
}

/// Many texts in one.
#[derive(Debug, Default)]
struct Column {
    text: String,
    ends: Vec<usize>,
}

impl Column {
    fn get(&self, i: usize) -> &str {
        let start = if i == 0 { 0 } else { self.ends[i - 1] };
        &self.text[start..self.ends[i]]
    }

    /// Adds a text, written by `write` at the end of the others.
    fn push(&mut self, write: impl FnOnce(&mut String)) {
        write(&mut self.text);
        self.ends.push(self.text.len());
    }
}

impl Index {
    /// Folds the texts of a library. Those of every job that is the very same as in the previous
    /// index are taken from there.
    #[must_use]
    pub fn new(library: Arc<Library>, previous: Option<&Self>) -> Self {
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
        let mut index = Self { library, parts, order: vec![0; count], by_title: Vec::new() };
        index.by_title = index.merged(keys);
        for (place, job) in (0..).zip(&index.by_title) {
            index.order[*job as usize] = place;
        }
        index
    }

    /// The library that is searched.
    #[must_use]
    pub fn library(&self) -> &Arc<Library> {
        &self.library
    }

    /// The folded texts of a job.
    fn texts(&self, job: usize) -> Option<Texts<'_>> {
        let part = self.parts.iter().find(|part| part.jobs.contains(&job))?;
        Some(part.texts(job))
    }

    fn title(&self, job: u32) -> &str {
        self.texts(job as usize).map_or("", |texts| texts.title)
    }

    /// The jobs of all parts by title.
    fn merged(&self, keys: Vec<Vec<TitleKey>>) -> Vec<u32> {
        let mut all = keys.concat();
        // Stable sorting finds the runs that the parts have sorted and merges them.
        all.sort_by(|a, b| {
            a.start
                .cmp(&b.start)
                .then_with(|| self.title(a.job).cmp(self.title(b.job)))
                .then_with(|| a.job.cmp(&b.job))
        });
        all.into_iter().map(|key| key.job).collect()
    }
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
            titles: Column::default(),
            letters: Vec::with_capacity(jobs.len()),
            facts: Column::default(),
            alternates: Column::default(),
        };
        let entries = &library.jobs()[jobs];
        let mut known = Known::new(previous, entries);
        for job in entries {
            match known.texts(job) {
                Some(texts) => part.push_folded(&texts),
                None => part.push(job),
            }
        }
        part
    }

    fn push(&mut self, job: &Job) {
        self.titles.push(|out| fold_into(&job.title(), out));
        self.letters.push(letters(self.titles.get(self.letters.len())));
        self.facts.push(|out| write_facts(job, out));
        self.alternates.push(|out| write_alternates(job, out));
    }

    fn push_folded(&mut self, texts: &Texts<'_>) {
        self.titles.push(|out| out.push_str(texts.title));
        self.letters.push(texts.letters);
        self.facts.push(|out| out.push_str(texts.facts));
        self.alternates.push(|out| out.push_str(texts.alternates));
    }

    /// The folded texts of a job that this part covers.
    pub fn texts(&self, job: usize) -> Texts<'_> {
        let i = job - self.jobs.start;
        Texts {
            title: self.titles.get(i),
            letters: self.letters[i],
            facts: self.facts.get(i),
            alternates: self.alternates.get(i),
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
pub(super) fn write_alternates(job: &Job, out: &mut String) {
    let alternates = job.profile.iter().flat_map(|profile| &profile.also_known_as);
    for (i, alternate) in alternates.enumerate() {
        if i == 0 {
            out.push('\n');
        }
        fold_into(alternate, out);
        out.push('\n');
    }
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

    /// The texts of a job, where it is the very same one as before. Jobs must come in order.
    fn texts(&mut self, job: &Arc<Job>) -> Option<Texts<'a>> {
        let index = self.index?;
        let jobs = index.library.jobs();
        // Comparing ids is slow beside comparing pointers, and seldom needed.
        while let Some(old) = jobs.get(self.at) {
            if Arc::ptr_eq(old, job) {
                self.at += 1;
                return index.texts(self.at - 1);
            }
            if old.id >= job.id {
                return None;
            }
            self.at += 1;
        }
        None
    }
}
