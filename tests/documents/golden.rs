//! Documents of the library that comes with the program, as they are.

use super::job;
use super::support::subjects::written;
use super::support::{edges, shipped};
use rolebook::compare::{HALF_A_LEVEL, Order, Shown};
use rolebook::export::views::CompareOptions;
use rolebook::export::{Format, Subject};
use rolebook::interview::Choice;
use rolebook::model::Library;
use rolebook::near::{Likeness, route};
use std::sync::Arc;

/// Holds a subject in some formats against what it was.
#[track_caller]
fn assert_golden(name: &str, library: &Library, subject: &Subject, formats: &[Format]) {
    for format in formats {
        let text = written(library, subject, *format, true).unwrap();
        // The style is held by the eye, and changes without what is said.
        let text = match (text.find("<style>"), text.find("</style>")) {
            (Some(from), Some(to)) => format!("{}{}", &text[..from], &text[to..]),
            _ => text,
        };
        let name = format!("document-{name}.{}", format.ending());
        insta::with_settings!({omit_expression => true, prepend_module_to_snapshot => false}, {
            insta::assert_snapshot!(name, text);
        });
    }
}

#[test]
fn two_jobs_beside_each_other() {
    let library = shipped();
    let jobs = vec![job(&library, "SM15000482"), job(&library, "SM15000617")];
    let options = CompareOptions { shown: Shown::Differences, ..CompareOptions::default() };
    assert_golden("compare", &library, &Subject::Compare(jobs, options), &Format::ALL);
}

#[test]
fn jobs_that_have_little_in_common() {
    let library = edges();
    let jobs = (0..6).collect();
    let options = CompareOptions { order: Order::Spread, ..CompareOptions::default() };
    let formats = [Format::Text, Format::Markdown];
    assert_golden("compare-edges", &library, &Subject::Compare(jobs, options), &formats);
}

#[test]
fn what_lies_between_two_jobs() {
    let library = shipped();
    let (from, to) = (job(&library, "SM15000212"), job(&library, "SM15000482"));
    let formats = [Format::Text, Format::Markdown, Format::Csv, Format::Html];
    assert_golden("gap", &library, &Subject::Gap(from, to, HALF_A_LEVEL), &formats);
    // Scales that are not cumulative, decimal levels and missing texts.
    let library = edges();
    let pilot = job(&library, "0123");
    let other = usize::from(pilot == 0);
    assert_golden(
        "gap-edges",
        &library,
        &Subject::Gap(other, pilot, HALF_A_LEVEL),
        &[Format::Text],
    );
}

#[test]
fn the_jobs_near_one_and_the_way_to_another() {
    let library = shipped();
    let likeness = Arc::new(Likeness::of(&library));
    let near = Subject::Near(likeness.clone(), job(&library, "SM15000482"), 5);
    assert_golden("near", &library, &near, &Format::ALL);
    let ends = [job(&library, "FA14000215"), job(&library, "FA14000231")];
    let route = route(&likeness, ends[0], ends[1]).unwrap();
    assert_golden("route", &library, &Subject::Route(likeness, route), &Format::ALL);
}

#[test]
fn a_whole_job() {
    let library = edges();
    let pilot = Subject::Jobs(vec![job(&library, "0123")]);
    let formats = [Format::Text, Format::Markdown, Format::Html, Format::Csv];
    assert_golden("job", &library, &pilot, &formats);
}

#[test]
fn an_interview_kit() {
    let library = shipped();
    let choice = Choice { only: Vec::new(), most: Some(2) };
    let formats = [Format::Text, Format::Markdown, Format::Json, Format::Html];
    let kit = Subject::Interview(job(&library, "SM15000482"), choice);
    assert_golden("interview", &library, &kit, &formats);
}
