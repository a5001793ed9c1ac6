//! What each fact says, in words.

use super::*;
use crate::model::{Figure, Figures, Parts, PayRecord, Period, Place, Problem, Profile};
use std::sync::Arc;

fn library(change: impl FnOnce(&mut Profile)) -> Library {
    let mut profile = Profile { title: "Clerk".into(), ..Profile::default() };
    change(&mut profile);
    let job = Job { id: JobId::first("a.yaml"), profile: Some(profile), ..Job::default() };
    Library::new(Parts { jobs: vec![Arc::new(job)], complete: true, ..Parts::default() })
}

fn told(library: &Library, pay: bool) -> Vec<String> {
    let facts = facts(library, 0, pay);
    facts.iter().map(|f| format!("{}: {}", f.label, f.value.words())).collect()
}

#[test]
fn what_is_not_in_the_file_is_said_in_words() {
    let told = told(&library(|_| {}), true);
    for label in ["Code", "Pay", "Reports to", "Education", "Summary", "Responsibilities"] {
        assert!(told.contains(&format!("{label}: not in file")), "{label} in {told:?}");
    }
}

#[test]
fn hourly_pay_is_made_yearly_and_says_so() {
    let library = library(|p| {
        p.salary = vec![PayRecord {
            currency: Some("EUR".into()),
            period: Period::Hour,
            base: Figures::new([(Figure::Percentile(50), 20.0)]),
            ..PayRecord::default()
        }];
    });
    let pay = told(&library, true).into_iter().find(|t| t.starts_with("Pay")).unwrap();
    assert_eq!(pay, "Pay: EUR a year, from pay by the hour; base p50 ≈41,600 (20 an hour)");
}

#[test]
fn hidden_pay_leaves_no_figure() {
    let library = library(|p| {
        p.salary = vec![PayRecord {
            base: Figures::new([(Figure::Percentile(50), 98_312.0)]),
            ..PayRecord::default()
        }];
    });
    assert!(told(&library, true).concat().contains("98,312"));
    assert!(!told(&library, false).concat().contains("98"));
    assert!(told(&library, false).contains(&"Pay: hidden".to_owned()));
}

#[test]
fn what_keeps_a_file_from_being_read_comes_first_and_keeps_its_number() {
    let problem = |severity, line| Problem {
        severity,
        rule: "syntax",
        place: Some(Place { line, column: 1 }),
        sentence: String::new(),
        about_pay: false,
    };
    let job = Job {
        id: JobId::first("a.yaml"),
        problems: vec![problem(Severity::Warning, 1), problem(Severity::Error, 3)],
        excerpt: Some(Box::new(Excerpt {
            place: Place { line: 3, column: 1 },
            lines: vec!["title: [".to_owned()],
            above: 0,
            before: 0,
        })),
        ..Job::default()
    };
    let library = Library::new(Parts { jobs: vec![Arc::new(job)], ..Parts::default() });
    let order = |pay| {
        let facts = facts(&library, 0, pay);
        let told = |fact: &Fact<'_>| match fact.value {
            Value::Problem { excerpt, .. } => Some((fact.id, excerpt.is_some())),
            _ => None,
        };
        facts.iter().filter_map(told).collect::<Vec<_>>()
    };
    assert_eq!(order(true), [(FactId::Problem(1), true), (FactId::Problem(0), false)]);
    assert_eq!(order(false), [(FactId::Problem(0), false), (FactId::Problem(1), false)]);
}
