//! Responsibilities aligned by likeness, with the words that differ marked.
//!
//! Two sentences are as alike as the words that they share: twice the common words, divided by the
//! words of both (Dice's coefficient; L. R. Dice, Ecology 26, 1945). Short words that every
//! sentence has do not count.

use super::silent::{is_unread, names_no_duties};
use crate::model::Library;
use std::collections::HashMap;

/// From this likeness on two sentences stand in one row.
const ALIKE: f64 = 0.5;

/// Words that say nothing about a duty.
const COMMON: &[&str] = &[
    "a", "an", "and", "as", "at", "by", "for", "in", "into", "of", "on", "or", "the", "to", "with",
];

/// A duty that several jobs may have, each in its own words.
#[derive(Debug, Clone, PartialEq)]
pub struct DutyRow<'a> {
    /// What each job says; `None` where it has no such duty.
    pub cells: Vec<Option<DutyCell<'a>>>,
    /// Whether the file of each job names no duties at all or could not be read, so that nothing is
    /// known of this one.
    pub silent: Vec<bool>,
}

/// A duty as one job says it.
#[derive(Debug, Clone, PartialEq)]
pub struct DutyCell<'a> {
    /// The sentence.
    pub text: &'a str,
    /// The same word by word.
    pub words: Vec<Word<'a>>,
}

/// A word of a duty.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Word<'a> {
    /// As it is written, with its punctuation.
    pub text: &'a str,
    /// Whether the first job of the row does not say it there.
    pub differs: bool,
}

impl DutyRow<'_> {
    /// Whether any job does not say the same as the baseline.
    #[must_use]
    pub fn differs(&self, baseline: usize) -> bool {
        if !self.is_told(baseline) {
            return false;
        }
        let has_base = self.cells.get(baseline).is_some_and(Option::is_some);
        let differs = |cell: &Option<DutyCell<'_>>| match cell {
            Some(cell) => !has_base || cell.words.iter().any(|word| word.differs),
            None => has_base,
        };
        let told = |column: &usize| self.is_told(*column);
        (0..self.cells.len()).filter(told).any(|column| differs(&self.cells[column]))
    }

    /// Whether the file of a job names duties, or says that there are none.
    #[must_use]
    pub fn is_told(&self, column: usize) -> bool {
        !self.silent.get(column).copied().unwrap_or_default()
    }

    /// Whether another job has such a duty and the baseline has not.
    #[must_use]
    pub fn is_gap(&self, baseline: usize) -> bool {
        self.is_told(baseline)
            && self.cells.get(baseline).is_some_and(Option::is_none)
            && self.cells.iter().any(Option::is_some)
    }
}

/// The duties of some jobs: those of the baseline in its order, then those that it lacks.
#[must_use]
pub fn duties<'a>(library: &'a Library, jobs: &[usize], baseline: usize) -> Vec<DutyRow<'a>> {
    let mut rows: Vec<Aligned<'a>> = Vec::new();
    let mut words = Words::default();
    let first = (baseline < jobs.len()).then_some(baseline);
    let others = (0..jobs.len()).filter(|column| *column != baseline);
    for column in first.into_iter().chain(others) {
        let profile = library.jobs().get(jobs[column]).and_then(|job| job.profile.as_ref());
        let sentences = profile.map(|profile| profile.responsibilities.iter().collect());
        place(&mut rows, column, jobs.len(), sentences.unwrap_or_default(), &mut words);
    }
    let is_silent = |&job: &usize| names_no_duties(library, job) || is_unread(library, job);
    let silent: Vec<bool> = jobs.iter().map(is_silent).collect();
    rows.into_iter().map(|row| told(row.cells, baseline, silent.clone())).collect()
}

/// Sentences that stand in one row, and their words.
struct Aligned<'a> {
    cells: Vec<Option<&'a str>>,
    bags: Vec<Bag>,
}

/// Puts the sentences of a job into the rows that they are most like, the most alike pairs first,
/// and the others into rows of their own.
fn place<'a>(
    rows: &mut Vec<Aligned<'a>>,
    column: usize,
    columns: usize,
    sentences: Vec<&'a str>,
    words: &mut Words,
) {
    let bags: Vec<Bag> = sentences.iter().map(|text| words.bag(text)).collect();
    let mut pairs: Vec<(f64, usize, usize)> = Vec::new();
    for (r, row) in rows.iter().enumerate() {
        for (s, bag) in bags.iter().enumerate() {
            let likeness = row.bags.iter().map(|other| other.likeness(bag)).fold(0.0, f64::max);
            if likeness >= ALIKE {
                pairs.push((likeness, r, s));
            }
        }
    }
    pairs.sort_by(|a, b| b.0.total_cmp(&a.0).then_with(|| (a.1, a.2).cmp(&(b.1, b.2))));
    let mut bags: Vec<Option<Bag>> = bags.into_iter().map(Some).collect();
    for (_, r, s) in pairs {
        if rows[r].cells[column].is_none()
            && let Some(bag) = bags[s].take()
        {
            rows[r].cells[column] = Some(sentences[s]);
            rows[r].bags.push(bag);
        }
    }
    for (sentence, bag) in sentences.iter().zip(bags) {
        if let Some(bag) = bag {
            let mut cells = vec![None; columns];
            cells[column] = Some(*sentence);
            rows.push(Aligned { cells, bags: vec![bag] });
        }
    }
}

/// Numbers for words: they are faster to hold against each other.
#[derive(Default)]
struct Words(HashMap<String, usize>);

impl Words {
    /// The words of a sentence that count.
    fn bag(&mut self, text: &str) -> Bag {
        let words = text.split_whitespace().map(folded);
        let words = words.filter(|word| !word.is_empty() && !COMMON.contains(&word.as_str()));
        let mut bag: Vec<usize> = words
            .map(|word| {
                let next = self.0.len();
                *self.0.entry(word).or_insert(next)
            })
            .collect();
        bag.sort_unstable();
        Bag(bag)
    }
}

/// The words of a sentence by their numbers, sorted, each as often as it stands there.
struct Bag(Vec<usize>);

impl Bag {
    fn likeness(&self, other: &Self) -> f64 {
        let total = self.0.len() + other.0.len();
        if total == 0 {
            return 0.0;
        }
        let (mut here, mut there, mut common) = (0, 0, 0_usize);
        while let (Some(own), Some(others)) = (self.0.get(here), other.0.get(there)) {
            common += usize::from(own == others);
            here += usize::from(own <= others);
            there += usize::from(others <= own);
        }
        2.0 * common as f64 / total as f64
    }
}

/// A word without its punctuation and letter case.
fn folded(word: &str) -> String {
    word.trim_matches(|c: char| !c.is_alphanumeric()).to_lowercase()
}

/// Marks the words that the baseline, or else the first job of the row, does not say.
fn told<'a>(cells: Vec<Option<&'a str>>, baseline: usize, silent: Vec<bool>) -> DutyRow<'a> {
    let model =
        cells.get(baseline).copied().flatten().or_else(|| cells.iter().flatten().next().copied());
    let model: Vec<String> = model.unwrap_or_default().split_whitespace().map(folded).collect();
    let cell = |text: &'a str| {
        let words: Vec<&str> = text.split_whitespace().collect();
        let own: Vec<String> = words.iter().map(|word| folded(word)).collect();
        let common = in_common(&model, &own);
        let marked = words.iter().zip(common);
        DutyCell {
            text,
            words: marked.map(|(text, common)| Word { text, differs: !common }).collect(),
        }
    };
    DutyRow { cells: cells.into_iter().map(|text| text.map(cell)).collect(), silent }
}

/// Which words of `own` belong to the longest run of words, gaps allowed, that both have in order.
fn in_common(model: &[String], own: &[String]) -> Vec<bool> {
    let mut longest = vec![vec![0_usize; own.len() + 1]; model.len() + 1];
    for i in (0..model.len()).rev() {
        for j in (0..own.len()).rev() {
            longest[i][j] = if model[i] == own[j] {
                longest[i + 1][j + 1] + 1
            } else {
                longest[i + 1][j].max(longest[i][j + 1])
            };
        }
    }
    let mut common = vec![false; own.len()];
    let (mut i, mut j) = (0, 0);
    while i < model.len() && j < own.len() {
        if model[i] == own[j] {
            common[j] = true;
            (i, j) = (i + 1, j + 1);
        } else if longest[i + 1][j] >= longest[i][j + 1] {
            i += 1;
        } else {
            j += 1;
        }
    }
    common
}
