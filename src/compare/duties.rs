//! Responsibilities aligned by likeness, with the words that differ marked.
//!
//! Two sentences are as alike as the words that they share: twice the common words, divided by the
//! words of both (Dice's coefficient; L. R. Dice, Ecology 26, 1945). Short words that every
//! sentence has do not count.

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
    /// Whether the jobs do not all say the same.
    #[must_use]
    pub fn differs(&self) -> bool {
        let differs = |cell: &Option<DutyCell<'_>>| {
            cell.as_ref().is_none_or(|cell| cell.words.iter().any(|word| word.differs))
        };
        self.cells.iter().any(differs)
    }
}

/// The duties of some jobs: those of the baseline in its order, then those that it lacks.
#[must_use]
pub fn duties<'a>(library: &'a Library, jobs: &[usize], baseline: usize) -> Vec<DutyRow<'a>> {
    let mut rows: Vec<Vec<Option<&'a str>>> = Vec::new();
    let first = (baseline < jobs.len()).then_some(baseline);
    let others = (0..jobs.len()).filter(|column| *column != baseline);
    for column in first.into_iter().chain(others) {
        let profile = library.jobs().get(jobs[column]).and_then(|job| job.profile.as_ref());
        let sentences = profile.map_or(&[][..], |profile| &profile.responsibilities);
        place(&mut rows, column, jobs.len(), sentences);
    }
    rows.into_iter().map(|cells| told(cells, baseline)).collect()
}

/// Puts the sentences of a job into the rows that they are most like, the most alike pairs first,
/// and the others into rows of their own.
fn place<'a>(
    rows: &mut Vec<Vec<Option<&'a str>>>,
    column: usize,
    columns: usize,
    sentences: &'a [String],
) {
    let bags: Vec<Bag> = sentences.iter().map(|text| Bag::new(text)).collect();
    let mut pairs: Vec<(f64, usize, usize)> = Vec::new();
    for (r, row) in rows.iter().enumerate() {
        let row_bags: Vec<Bag> = row.iter().flatten().map(|text| Bag::new(text)).collect();
        for (s, bag) in bags.iter().enumerate() {
            let likeness = row_bags.iter().map(|other| other.likeness(bag)).fold(0.0, f64::max);
            if likeness >= ALIKE {
                pairs.push((likeness, r, s));
            }
        }
    }
    pairs.sort_by(|a, b| b.0.total_cmp(&a.0).then_with(|| (a.1, a.2).cmp(&(b.1, b.2))));
    let mut placed = vec![false; sentences.len()];
    for (_, r, s) in pairs {
        if rows[r][column].is_none() && !placed[s] {
            rows[r][column] = Some(&sentences[s]);
            placed[s] = true;
        }
    }
    for (sentence, _) in sentences.iter().zip(placed).filter(|(_, placed)| !placed) {
        let mut row = vec![None; columns];
        row[column] = Some(sentence.as_str());
        rows.push(row);
    }
}

/// The words of a sentence, each with how often it stands there.
struct Bag {
    words: HashMap<String, usize>,
    count: usize,
}

impl Bag {
    fn new(text: &str) -> Self {
        let mut words = HashMap::new();
        let mut count = 0;
        for word in text.split_whitespace().map(folded) {
            if !word.is_empty() && !COMMON.contains(&word.as_str()) {
                *words.entry(word).or_default() += 1;
                count += 1;
            }
        }
        Self { words, count }
    }

    fn likeness(&self, other: &Self) -> f64 {
        let total = self.count + other.count;
        if total == 0 {
            return 0.0;
        }
        let common = |(word, count): (&String, &usize)| {
            other.words.get(word).map_or(0, |there| *count.min(there))
        };
        let common: usize = self.words.iter().map(common).sum();
        2.0 * common as f64 / total as f64
    }
}

/// A word without its punctuation and letter case.
fn folded(word: &str) -> String {
    word.trim_matches(|c: char| !c.is_alphanumeric()).to_lowercase()
}

/// Marks the words that the baseline, or else the first job of the row, does not say.
fn told<'a>(cells: Vec<Option<&'a str>>, baseline: usize) -> DutyRow<'a> {
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
    DutyRow { cells: cells.into_iter().map(|text| text.map(cell)).collect() }
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
