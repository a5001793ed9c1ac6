//! What each fact says, in words.

use super::*;
use crate::model::{Figure, Figures, Parts, PayRecord, Period, Profile};
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
