//! Changes in words: a line about all of them, and a sentence about each.

use super::detail::{Detail, PAY_CHANGED, count};
use super::{Changes, Entry, Fate, Subject};
use crate::model::JobId;

/// What stands between two things that have changed.
const DOT: &str = " · ";

/// A line about everything that has changed, which can be cut between its parts.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Summary {
    /// What the parts are about; empty where that goes without saying.
    pub head: String,
    /// What has changed, the most important first.
    pub parts: Vec<String>,
}

impl Summary {
    /// The line, as far as it goes into `room`: `Negotiation 3 → 4 …and 3 more`. One part is told at
    /// least, whatever its length. `width` says how many columns a text takes.
    #[must_use]
    pub fn cut(&self, room: usize, width: impl Fn(&str) -> usize) -> String {
        let all = self.parts.len();
        let with = |told: usize| {
            let words = format!("{}{}", self.head, self.parts[..told].join(DOT));
            if told == all { words } else { format!("{words} …and {} more", all - told) }
        };
        let line = (1..=all).rev().map(with).find(|line| width(line) <= room);
        line.unwrap_or_else(|| match &self.parts[..] {
            [first, _, ..] => format!("{}{first} +{}", self.head, all - 1),
            _ => format!("{}{}", self.head, self.parts.concat()),
        })
    }
}

impl Changes {
    /// What has changed, for one line; `None` where nothing has. The title of the job that is
    /// `shown` goes without saying, and pay figures are told only where `pay` allows them.
    #[must_use]
    pub fn summary(&self, shown: Option<&JobId>, pay: bool) -> Option<Summary> {
        match &self.entries[..] {
            [] => None,
            [only] => Some(only.summary(shown, pay)),
            several => Some(Summary { head: String::new(), parts: counts(several) }),
        }
    }
}

/// How much of what kind: `3 jobs added`, `1 broken`, `12 changed`, `2 competencies changed`.
fn counts(entries: &[Entry]) -> Vec<String> {
    let of_jobs = |entry: &&Entry| matches!(entry.subject, Subject::Job(_));
    let of_competencies = |entry: &&Entry| matches!(entry.subject, Subject::Competency { .. });
    let mut parts = Vec::new();
    parts.extend(counted(entries.iter().filter(of_jobs), "job", "jobs"));
    parts.extend(counted(entries.iter().filter(of_competencies), "competency", "competencies"));
    let is_file = |entry: &&Entry| matches!(entry.subject, Subject::Library | Subject::File(_));
    let settings = entries.iter().filter(is_file);
    parts.extend(settings.map(|entry| format!("{} {}", entry.name, entry.fate.word())));
    parts
}

/// The first count says what is counted.
fn counted<'a>(entries: impl Iterator<Item = &'a Entry>, one: &str, many: &str) -> Option<String> {
    let mut numbers = [0; Fate::ALL.len()];
    entries.for_each(|entry| numbers[entry.fate as usize] += 1);
    let mut told = Fate::ALL.into_iter().zip(numbers).filter(|(_, number)| *number > 0);
    let (fate, number) = told.next()?;
    let mut words = format!("{} {}", count(number, one, many), fate.word());
    for (fate, number) in told {
        words += &format!(", {} {}", crate::model::thousands(number), fate.word());
    }
    Some(words)
}

impl Entry {
    /// What has happened to it, in one sentence; pay figures only where `pay` allows them.
    #[must_use]
    pub fn sentence(&self, pay: bool) -> String {
        let mut parts = told(&self.details, |detail| detail.told(pay));
        parts.extend(self.touched());
        parts.join(DOT)
    }

    fn summary(&self, shown: Option<&JobId>, pay: bool) -> Summary {
        let mut parts = told(&self.details, |detail| detail.brief(pay));
        // That it came or went is all there is to say in one line, and its path takes too much of it.
        if matches!(self.fate, Fate::Added | Fate::Removed) {
            parts.clear();
        }
        parts.extend(self.touched());
        let name = &self.name;
        let mut head = match (&self.subject, self.fate) {
            (Subject::Job(id), Fate::Changed) if shown == Some(id) => String::new(),
            (Subject::Job(_) | Subject::Library | Subject::File(_), Fate::Changed) => {
                format!("{name}: ")
            }
            (Subject::Job(_) | Subject::Library | Subject::File(_), fate) => {
                format!("{name} {}", fate.word())
            }
            (Subject::Competency { .. }, Fate::Changed) => format!("{name} "),
            (Subject::Competency { .. }, fate) => format!("competency {name} {}", fate.word()),
        };
        if self.fate != Fate::Changed {
            match &mut parts[..] {
                [] => parts = vec![std::mem::take(&mut head)],
                _ => head += if self.fate.is_news() { DOT } else { ": " },
            }
        }
        Summary { head, parts }
    }

    /// How many jobs it touches, where it is no job itself.
    fn touched(&self) -> Option<String> {
        match self.subject {
            Subject::Competency { jobs: 0 } => Some("no job asks for it".to_owned()),
            Subject::Competency { jobs } => Some(count(jobs, "job", "jobs")),
            Subject::Job(_) | Subject::Library | Subject::File(_) => None,
        }
    }
}

/// The words of details; that pay has changed is said once.
fn told<'a>(details: &'a [Detail], words: impl Fn(&'a Detail) -> &'a str) -> Vec<String> {
    let mut parts: Vec<String> = details.iter().map(|detail| words(detail).to_owned()).collect();
    parts.dedup_by(|a, b| a == b && a == PAY_CHANGED);
    parts
}

impl Fate {
    /// All of them, in the order in which they are counted.
    pub const ALL: [Fate; 6] =
        [Fate::Added, Fate::Removed, Fate::Broken, Fate::Mended, Fate::Moved, Fate::Changed];

    /// The word for it.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Fate::Added => "added",
            Fate::Removed => "removed",
            Fate::Broken => "broken",
            Fate::Mended => "mended",
            Fate::Moved => "renamed",
            Fate::Changed => "changed",
        }
    }

    /// Whether it says all there is, so that what follows is something beside it.
    fn is_news(self) -> bool {
        matches!(self, Fate::Added | Fate::Removed)
    }
}
