//! What documents are about, for tests that write them all.

use rolebook::compare::HALF_A_LEVEL;
use rolebook::export::text::Layout;
use rolebook::export::views::CompareOptions;
use rolebook::export::{Format, Subject};
use rolebook::interview::Choice;
use rolebook::model::{Library, Parts};
use rolebook::near::{Likeness, route};
use rolebook::store::parse_profiles;
use std::path::Path;
use std::sync::Arc;

/// A complete library of profiles that are written so, one a file, in this order.
pub fn library_of(texts: &[impl AsRef<str>]) -> Library {
    let read = |(i, text): (usize, &_)| {
        let text: &str = AsRef::as_ref(text);
        parse_profiles(Path::new(&format!("{i:03}.yaml")), text.as_bytes())
    };
    let jobs = texts.iter().enumerate().flat_map(read).map(Arc::new).collect();
    Library::new(Parts { jobs, complete: true, ..Parts::default() })
}

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
