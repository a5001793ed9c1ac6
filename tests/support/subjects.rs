//! What documents are about, for tests that write them all.

use rolebook::compare::HALF_A_LEVEL;
use rolebook::export::text::Layout;
use rolebook::export::views::CompareOptions;
use rolebook::export::{Format, Subject};
use rolebook::interview::Choice;
use rolebook::model::Library;
use rolebook::near::{Likeness, route};
use std::sync::Arc;

/// A subject in a format, or nothing where that makes no sense.
pub fn written(library: &Library, subject: &Subject, format: Format, pay: bool) -> Option<String> {
    subject.written(library, format, pay, Layout::default()).ok()
}

/// One subject of each kind, of a library with two jobs or more.
pub fn subjects(library: &Library, from: usize, to: usize) -> Vec<Subject> {
    let mut subjects = vec![
        Subject::Jobs(vec![from, to]),
        Subject::Compare(vec![from, to], CompareOptions::default()),
        Subject::Gap(from, to, HALF_A_LEVEL),
        Subject::Interview(from, Choice::default()),
    ];
    let likeness = Arc::new(Likeness::of(library));
    subjects.push(Subject::Near(likeness.clone(), from, 5));
    subjects.extend(route(&likeness, from, to).map(|route| Subject::Route(likeness, route)));
    subjects
}
