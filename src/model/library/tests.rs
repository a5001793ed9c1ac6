//! What a library works out of its jobs: links, medians, who asks.

use super::*;
use crate::model::Group;

fn job(path: &str, title: &str) -> Job {
    let profile = Profile { title: title.to_owned(), ..Profile::default() };
    Job { id: JobId::first(path), profile: Some(profile), ..Job::default() }
}

fn with(mut job: Job, change: impl FnOnce(&mut Profile)) -> Job {
    change(job.profile.as_mut().unwrap());
    job
}

fn asks(name: &str, level: f64) -> Requirement {
    Requirement {
        name: Some(name.into()),
        level: Proficiency::new(level),
        ..Requirement::default()
    }
}

fn library(jobs: Vec<Job>) -> Library {
    let jobs = jobs.into_iter().map(Arc::new).collect();
    Library::new(Parts { jobs, complete: true, ..Parts::default() })
}

#[test]
fn a_title_several_jobs_have_means_the_one_in_the_same_family() {
    let family = |f: &str| Some(f.into());
    let library = library(vec![
        with(job("a.yaml", "Supervisor"), |p| p.family = family("Sales")),
        with(job("b.yaml", "Supervisor"), |p| p.family = family("Finance")),
        with(job("c.yaml", "Clerk"), |p| {
            p.family = family("Finance");
            p.reports_to = vec!["supervisor".to_owned(), "The owner".to_owned()];
        }),
        with(job("d.yaml", "Runner"), |p| p.reports_to = vec!["Supervisor".to_owned()]),
    ]);
    let superiors: Vec<_> = library.superiors(2).collect();
    assert_eq!(superiors, [Superior::Job(1, "supervisor"), Superior::Elsewhere("The owner")]);
    assert_eq!(library.superiors(3).next(), Some(Superior::Elsewhere("Supervisor")));
    assert_eq!(library.reports(1), [2]);
}

#[test]
fn what_a_text_means_is_told_apart() {
    let library = library(vec![
        job("a.yaml", "Lead"),
        job("b.yaml", "Lead"),
        with(job("c.yaml", "Clerk"), |p| {
            p.code = Some("C1".to_owned());
            p.reports_to = ["lead", "C1", "clerk ", "Owner"].map(str::to_owned).to_vec();
        }),
    ]);
    let several = Link::Several(vec![0, 1]);
    assert_eq!(library.links(2), [several, Link::Itself, Link::Itself, Link::Nobody]);
    assert!(library.links(9).is_empty());
}

#[test]
fn a_job_in_several_languages_is_met_in_ones_own() {
    let spoken = |path: &str, language: &str| {
        with(job(path, "Chief"), |p| {
            p.code = Some("C1".to_owned());
            p.language = Some(language.into());
        })
    };
    let reports = |path: &str, language: &str| {
        with(job(path, "Clerk"), |p| {
            p.language = Some(language.into());
            p.reports_to = vec!["C1".to_owned()];
        })
    };
    let library = library(vec![
        spoken("a.yaml", "en"),
        spoken("b.yaml", "fr"),
        reports("c.yaml", "fr"),
        reports("d.yaml", "de"),
    ]);
    assert_eq!(library.links(2), [Link::To(1)]);
    assert_eq!(library.links(3), [Link::To(0)]);
}

#[test]
fn a_code_wins_over_a_title_and_a_title_over_an_alternate() {
    let library = library(vec![
        with(job("a.yaml", "One"), |p| p.code = Some("X1".to_owned())),
        job("b.yaml", "X1"),
        with(job("c.yaml", "Three"), |p| p.also_known_as = vec!["X1"].into()),
        with(job("d.yaml", "Four"), |p| p.reports_to = vec!["X1".to_owned()]),
        with(job("e.yaml", "Five"), |p| p.reports_to = vec!["three".to_owned()]),
    ]);
    assert_eq!(library.superiors(3).next(), Some(Superior::Job(0, "X1")));
    assert_eq!(library.superiors(4).next(), Some(Superior::Job(2, "three")));
}

#[test]
fn nothing_is_linked_before_all_is_read() {
    let boss = Arc::new(job("a.yaml", "Boss"));
    let clerk = Arc::new(with(job("b.yaml", "Clerk"), |p| p.reports_to = vec!["Boss".to_owned()]));
    let parts = Parts { jobs: vec![clerk, boss], ..Parts::default() };
    let partial = Library::new(parts.clone());
    assert_eq!(partial.superiors(1).next(), Some(Superior::Elsewhere("Boss")));
    let whole = Library::new(Parts { complete: true, ..parts });
    assert_eq!(whole.superiors(1).next(), Some(Superior::Job(0, "Boss")));
}

#[test]
fn the_median_counts_the_jobs_that_do_not_ask() {
    let group = |requirements| vec![Group { key: "general".into(), requirements }];
    let library = library(vec![
        with(job("a.yaml", "A"), |p| {
            p.competencies = group(vec![asks("Speaking", 4.0), asks("Rust", 3.0)])
        }),
        with(job("b.yaml", "B"), |p| p.competencies = group(vec![asks("speaking ", 2.0)])),
        with(job("c.yaml", "C"), |p| p.competencies = group(vec![asks("Speaking", 3.5)])),
        job("d.yaml", "D has none at all"),
    ]);
    assert_eq!(library.median_level("SPEAKING"), Some(3.5));
    assert_eq!(library.median_level("Rust"), Some(0.0));
    assert_eq!(library.median_level("Nobody's"), None);
    let askers: Vec<_> = library.askers("speaking").iter().map(|a| a.job).collect();
    assert_eq!(askers, [0, 2, 1]);
}

#[test]
fn a_job_that_asks_twice_is_counted_once() {
    let group = |requirements| vec![Group { key: "general".into(), requirements }];
    let library = library(vec![
        with(job("a.yaml", "A"), |p| {
            p.competencies = group(vec![asks("Speaking", 4.0), asks("speaking", 3.0)])
        }),
        with(job("b.yaml", "B"), |p| p.competencies = group(vec![asks("Speaking", 2.0)])),
    ]);
    assert_eq!(library.asked_by(" SPEAKING"), 2);
    assert_eq!(library.asked_by("speaking"), library.askers("speaking").len());
    assert_eq!(library.asked_by("Nobody's"), 0);
}
