//! The list of what is wrong with one document, kept from growing without end.

use crate::model::{Place, Problem, Severity, rule};
use crate::printable::printable;

/// How many problems of one document are told; nobody reads more before mending some.
const MOST: usize = 100;

/// How many characters of a text are repeated in a sentence about it.
const SHOWN: usize = 40;

/// What is wrong with one document.
#[derive(Debug, Default)]
pub(super) struct Problems {
    list: Vec<Problem>,
    untold: usize,
}

impl Problems {
    /// Something that could not be read as it was meant.
    pub fn error(&mut self, rule: &'static str, place: Place, sentence: impl Into<String>) {
        self.push(Severity::Error, rule, place, sentence.into());
    }

    /// Something that could be read, but is probably not what was meant.
    pub fn warning(&mut self, rule: &'static str, place: Place, sentence: impl Into<String>) {
        self.push(Severity::Warning, rule, place, sentence.into());
    }

    fn push(&mut self, severity: Severity, rule: &'static str, place: Place, sentence: String) {
        if self.list.len() < MOST {
            self.list.push(Problem {
                severity,
                rule,
                place: Some(place),
                sentence,
                about_pay: false,
            });
        } else {
            self.untold += 1;
        }
    }

    /// How many have been told so far.
    pub fn told(&self) -> usize {
        self.list.len()
    }

    /// Says of all that came after the first `before` that they may repeat a pay figure.
    pub fn are_about_pay(&mut self, before: usize) {
        let told = self.list.iter_mut().skip(before);
        told.for_each(|problem| problem.about_pay = may_repeat_pay(problem));
    }

    /// All of them by place, and last how many there was no room for.
    pub fn finish(mut self) -> Vec<Problem> {
        self.list.sort_by_key(|p| (p.place, p.severity));
        if let (1.., Some(last)) = (self.untold, self.list.last()) {
            let sentence = format!("{} more problems follow; mend these first", self.untold);
            let (severity, rule, place) = (last.severity, last.rule, last.place);
            self.list.push(Problem { severity, rule, place, sentence, about_pay: false });
        }
        self.list
    }
}

/// Whether a sentence about pay may repeat a figure. The names of keys do not, as long as they have
/// no digits but those of percentiles.
fn may_repeat_pay(problem: &Problem) -> bool {
    let mut before = ' ';
    let is_figure = |c: char| {
        let begins = c.is_ascii_digit() && before != 'p';
        before = if c.is_ascii_digit() { before } else { c };
        begins
    };
    problem.rule != rule::UNKNOWN_KEY || problem.sentence.chars().any(is_figure)
}

/// A text of a file as it is repeated in a sentence: in quotes, safe to show and not too long.
pub(super) fn quoted(text: &str) -> String {
    format!("“{}”", shown(text))
}

/// The same without quotes, for what has a sign of its own such as `!`.
pub(super) fn shown(text: &str) -> String {
    match text.char_indices().nth(SHOWN) {
        Some((end, _)) => format!("{}…", printable(&text[..end])),
        None => printable(text).into_owned(),
    }
}
