//! Which letters of a job's texts a query found: what to highlight in its row.

use super::Rank;
use super::fold::{Traced, fold, letters};
use super::index::{alternates, write_facts};
use super::place::{Apart, Texts};
use super::query::{Query, Word};
use crate::model::Job;
use std::cmp::Reverse;
use std::ops::Range;

/// What a query found in a job: byte ranges of the texts as they are shown, on grapheme
/// boundaries, in order and apart from each other.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Explanation {
    /// In the title.
    pub title: Vec<Range<usize>>,
    /// The alternate title that holds what the title does not, and where.
    pub alternate: Option<(String, Vec<Range<usize>>)>,
    /// In the code.
    pub code: Vec<Range<usize>>,
    /// In the family.
    pub family: Vec<Range<usize>>,
    /// In the level.
    pub level: Vec<Range<usize>>,
}

/// Says what a query found in a job. Meant for the rows on screen; finding does without it.
#[must_use]
pub fn explain(query: &Query, job: &Job) -> Explanation {
    let title = job.title();
    let title = Traced::new(&title);
    let mut facts = String::new();
    write_facts(job, &mut facts);
    let alternates = alternates(job);
    let texts = Texts {
        title: &title.text,
        facts: &facts,
        alternates: alternates.as_bytes(),
        title_letters: letters(&title.text),
        fact_letters: letters(&facts),
    };
    let mut apart = Apart::default();
    let mut explanation = Explanation::default();
    let mut elsewhere: Vec<&Word> = Vec::new();
    for word in &query.wanted {
        match texts.find(word, &mut apart).map(|(rank, _)| rank) {
            None => {}
            Some(Rank::Code) => explanation.code.extend(job.code().map(|code| 0..code.len())),
            Some(Rank::Alternate) => elsewhere.push(word),
            Some(Rank::FamilyOrLevel) => explanation.add_facts(word, job),
            Some(Rank::LettersApart) => {
                let places = apart.places(word, &title.text);
                explanation.title.extend(characters(&title, &places));
            }
            Some(Rank::WholeWord | Rank::WordStart | Rank::InsideWord) => {
                explanation.title.extend(literal(word, &title));
            }
        }
    }
    explanation.alternate = alternate(query, &elsewhere, job);
    explanation.merged()
}

impl Explanation {
    /// Every fact that holds the word; there is no best one among them.
    fn add_facts(&mut self, word: &Word, job: &Job) {
        if let Some(code) = job.code().map(Traced::new)
            && word.starts_code(&code.text)
        {
            self.code.push(code.original(&(0..word.text.len())));
        }
        let place = |fact: Option<&str>| fact.and_then(|fact| literal(word, &Traced::new(fact)));
        self.family.extend(place(job.family()));
        self.level.extend(place(job.level()));
    }

    fn merged(self) -> Self {
        Self {
            title: merged(self.title),
            alternate: self.alternate.map(|(text, ranges)| (text, merged(ranges))),
            code: merged(self.code),
            family: merged(self.family),
            level: merged(self.level),
        }
    }
}

/// The best place of a word in a text, in the text as it is shown.
fn literal(word: &Word, text: &Traced<'_>) -> Option<Range<usize>> {
    let (_, at) = word.best_place(&text.text)?;
    Some(text.original(&(at..at + word.text.len())))
}

/// The characters at some places of the folded text, in the text as it is shown.
fn characters(text: &Traced<'_>, places: &[u32]) -> Vec<Range<usize>> {
    let wanted = |i: usize| places.iter().any(|place| *place as usize == i);
    text.text
        .char_indices()
        .enumerate()
        .filter(|(i, _)| wanted(*i))
        .map(|(_, (at, c))| text.original(&(at..at + c.len_utf8())))
        .collect()
}

/// Of the alternates that hold a word which the title lacks, the one that holds most words of the
/// query, then the one in which they stand best, then the shortest, then the first.
fn alternate(query: &Query, elsewhere: &[&Word], job: &Job) -> Option<(String, Vec<Range<usize>>)> {
    if elsewhere.is_empty() {
        return None;
    }
    // How many words an alternate holds, and how badly those stand in it that the title lacks.
    let held = |alternate: &str| {
        let folded = fold(alternate);
        let places = elsewhere.iter().filter_map(|word| word.best_place(&folded));
        let worst = places.map(|(rank, _)| rank).max()?;
        let count = query.wanted.iter().filter(|word| word.is_in(&folded)).count();
        Some((Reverse(count), worst))
    };
    let alternates = job.profile.iter().flat_map(|profile| &profile.also_known_as);
    let (best, _) = alternates
        .filter_map(|alternate| Some((alternate, held(alternate)?)))
        .min_by_key(|(alternate, held)| (*held, alternate.chars().count()))?;
    let traced = Traced::new(best);
    let places = query.wanted.iter().filter_map(|word| literal(word, &traced)).collect();
    Some((best.to_owned(), places))
}

/// Sorts ranges and joins those that touch.
fn merged(mut ranges: Vec<Range<usize>>) -> Vec<Range<usize>> {
    ranges.sort_by_key(|r| (r.start, r.end));
    let mut out: Vec<Range<usize>> = Vec::with_capacity(ranges.len());
    for range in ranges {
        match out.last_mut() {
            Some(last) if range.start <= last.end => last.end = last.end.max(range.end),
            _ => out.push(range),
        }
    }
    out
}
