//! Which rows an outline has, and which of them stand open.

use super::*;
use crate::model::{Competency, Group, Job, JobId, LevelText, Parts, Scale, Settings};

/// A library with one shared competency, described at the given levels, and one job that needs it.
fn library(cumulative: bool, described: &[u8], required: f64) -> (Library, Profile) {
    let mut settings = Settings::default();
    settings.scales.insert("default".into(), Scale { cumulative, ..Scale::built_in() });
    let text = |n: &u8| LevelText {
        behaviours: vec![format!("Does {n}."), format!("Does {n} again.")],
        ..LevelText::default()
    };
    let competency = Competency {
        name: "Negotiation".into(),
        definition: Some("Agreeing.".into()),
        levels: described.iter().map(|n| (*n, text(n))).collect(),
        ..Competency::default()
    };
    let requirement = Requirement {
        name: Some("negotiation".into()),
        level: Proficiency::new(required),
        ..Requirement::default()
    };
    let profile = Profile {
        title: "Buyer".into(),
        competencies: vec![Group { key: "general".into(), requirements: vec![requirement] }],
        ..Profile::default()
    };
    let job = Job {
        id: JobId::first("a.yaml"),
        profile: Some(profile.clone()),
        problems: vec![],
        ..Job::default()
    };
    let parts = Parts {
        settings: Arc::new(settings),
        competencies: vec![Arc::new(competency)],
        jobs: vec![Arc::new(job)],
        complete: true,
        ..Parts::default()
    };
    (Library::new(parts), profile)
}

fn told(library: &Library, profile: &Profile, view: &View) -> Vec<String> {
    let rows = outline(library, profile, view);
    rows.iter().map(|row| format!("{}{}", "  ".repeat(row.depth.into()), words(row))).collect()
}

fn words(row: &Row<'_>) -> String {
    match row.content {
        Content::Group { name, counts } => format!("{name} {counts}"),
        Content::Competency { requirement, .. } => {
            requirement.name.as_deref().unwrap_or_default().to_owned()
        }
        Content::Needed(level) => format!("needs {level}"),
        Content::Level { number, standing, text, .. } => {
            format!("{number} {} {}", standing.words(), Content::level_extent(text))
        }
        ref other => other.searchable().to_owned(),
    }
}

#[test]
fn a_cumulative_scale_includes_what_is_below() {
    let (library, profile) = library(true, &[1, 2, 3, 4, 5], 3.0);
    let mut view = View::default();
    assert_eq!(told(&library, &profile, &view), ["General (job family) 1", "  negotiation"]);
    view.toggled.insert(outline(&library, &profile, &view)[1].id.clone());
    assert_eq!(
        told(&library, &profile, &view)[2..],
        [
            "    Agreeing.",
            "    1 included 2 behaviours",
            "    2 included 2 behaviours",
            "    3 required 2 behaviours",
            "    4 beyond this job 2 behaviours",
            "    5 beyond this job 2 behaviours",
        ]
    );
}

#[test]
fn a_decimal_level_stands_between_and_the_described_one_below_counts() {
    let (library, profile) = library(false, &[1, 3], 3.75);
    let rows = told(&library, &profile, &View::whole());
    let position = |text: &str| rows.iter().position(|r| r.trim() == text);
    assert_eq!(position("needs 3.75"), Some(position("4  not in file").unwrap() - 1));
    assert!(position("3 counts as required 2 behaviours").is_some());
    assert!(position("1  2 behaviours").is_some(), "nothing is included: {rows:#?}");
}

#[test]
fn open_at_a_level_shows_that_level_alone() {
    let (library, profile) = library(true, &[1, 2], 2.0);
    let view = View { base: Base::Level(2), ..View::default() };
    assert_eq!(
        told(&library, &profile, &view)[1..],
        ["  negotiation", "    2 required 2 behaviours", "      Does 2.", "      Does 2 again.",]
    );
}

#[test]
fn required_only_leaves_the_text_that_counts() {
    let (library, profile) = library(true, &[1, 2], 4.0);
    let mut view = View { required_only: true, ..View::default() };
    view.toggled.insert(outline(&library, &profile, &view)[1].id.clone());
    assert_eq!(
        told(&library, &profile, &view)[2..],
        [
            "    Agreeing.",
            "    2 counts as required 2 behaviours",
            "      Does 2.",
            "      Does 2 again.",
            "    4 required not in file",
        ]
    );
}

#[test]
fn counts_are_told_in_words_where_they_differ() {
    let counts = GroupCounts { declared: Some(8), named: 2, withheld: 3 };
    assert_eq!(counts.to_string(), "8 declared, 2 named, 3 withheld, 3 not in file");
    assert_eq!(GroupCounts { declared: Some(8), named: 8, withheld: 0 }.to_string(), "8");
    assert_eq!(GroupCounts::default().to_string(), "none");
}

#[test]
fn every_row_has_an_id_of_its_own_and_a_parent_that_is_there() {
    let (library, profile) = library(true, &[1, 2, 5], 2.5);
    let rows = outline(&library, &profile, &View::whole());
    let ids: HashSet<_> = rows.iter().map(|r| &r.id).collect();
    assert_eq!(ids.len(), rows.len());
    for row in &rows {
        assert!(row.id.parent().is_none_or(|parent| ids.contains(&parent)), "{:?}", row.id);
    }
}
