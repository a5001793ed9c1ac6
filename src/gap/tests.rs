//! What has to be learned, and what has not.

use super::*;
use crate::compare::{ANY_STEP, HALF_A_LEVEL};
use crate::model::{Competency, Parts, Scale, Settings};
use crate::testing;
use std::collections::BTreeMap;
use std::sync::Arc;

/// What each item of a gap says, in a line.
fn told(library: &Library, from: usize, to: usize) -> Vec<String> {
    told_from(library, from, to, ANY_STEP)
}

/// The same where levels differ that are `step` steps or more apart.
fn told_from(library: &Library, from: usize, to: usize, step: f64) -> Vec<String> {
    let gap = gap(library, from, to, step);
    let line = |item: &GapItem<'_>| {
        let steps: Vec<String> = item.steps.iter().map(|step| step.number.to_string()).collect();
        format!("{} {} [{}] {}", item.change.word(), item.name, steps.join(" "), item.distance)
    };
    gap.items.iter().map(line).collect()
}

/// A library whose competency Tasting stands on a scale of four that is not cumulative.
fn library(jobs: &[&str]) -> Library {
    let levels: BTreeMap<u8, Option<String>> = (1..=4).map(|n| (n, None)).collect();
    let apart = Scale { cumulative: false, levels };
    let mut settings = Settings::default();
    settings.scales.insert("apart".to_owned(), apart);
    let described = LevelText { statement: Some("Tastes.".to_owned()), ..LevelText::default() };
    let tasting = Competency {
        name: "Tasting".to_owned(),
        scale: Some("apart".to_owned()),
        levels: BTreeMap::from([(2, described)]),
        ..Competency::default()
    };
    Library::new(Parts {
        settings: Arc::new(settings),
        competencies: vec![Arc::new(tasting)],
        jobs: testing::library(jobs).jobs().to_vec(),
        complete: true,
        ..Parts::default()
    })
}

const A: &str = "title: A\ncompetencies: {x: [Rust: 3, SQL: 4, Go: 2, Plain, Half: 3.25]}\n";
const B: &str =
    "title: B\ncompetencies: {x: [Rust: 5, SQL: 2.5, Ada: 2, Tasting: 3, Plain: 2, Half: 3.75]}\n";

#[test]
fn the_way_there_names_every_level_that_has_to_be_learned() {
    assert_eq!(
        told(&library(&[A, B]), 0, 1),
        [
            "to raise Rust [4 5] 2",
            "to raise Half [] 0.5",
            "new Ada [1 2] 2",
            "new Tasting [2] 3",
            "cannot be told Plain [1 2] 0",
            "already enough SQL [] 0",
            "falls away Go [] 0",
        ]
    );
}

#[test]
fn the_way_back_is_another_one() {
    assert_eq!(
        told(&library(&[A, B]), 1, 0),
        [
            "to raise SQL [3 4] 1.5",
            "new Go [1 2] 2",
            "already enough Rust [] 0",
            "already enough Plain [] 0",
            "already enough Half [] 0",
            "falls away Ada [] 0",
            "falls away Tasting [] 0",
        ]
    );
}

#[test]
fn steps_on_different_scales_are_never_added_up() {
    let library = library(&[A, B]);
    let gap = gap(&library, 0, 1, ANY_STEP);
    let told: Vec<_> = gap.distances.iter().map(|d| (d.scale, d.steps)).collect();
    assert_eq!(told, [("default", 4.5), ("apart", 3.0)]);
    assert!(!gap.is_empty());
}

#[test]
fn nothing_lies_between_a_job_and_itself() {
    let library = library(&[A, B]);
    assert!(gap(&library, 0, 0, ANY_STEP).is_empty() && gap(&library, 1, 1, ANY_STEP).is_empty());
}

#[test]
fn what_is_withheld_is_counted_on_both_sides() {
    let open = "title: C\ncompetencies: {x: [{withheld: true}, {withheld: true}], y: [{withheld: true}]}\n";
    let library = library(&[A, open]);
    assert_eq!(gap(&library, 0, 1, HALF_A_LEVEL).withheld, (0, 3));
    assert_eq!(gap(&library, 1, 0, HALF_A_LEVEL).withheld, (3, 0));
}

#[test]
fn what_is_higher_by_less_than_counts_is_about_the_same() {
    let low = "title: A\ncompetencies: {x: [Rust: 3, SQL: 3]}\n";
    let high = "title: B\ncompetencies: {x: [Rust: 3.25, SQL: 3.5]}\n";
    let library = library(&[low, high]);
    assert_eq!(
        told_from(&library, 0, 1, HALF_A_LEVEL),
        ["to raise SQL [] 0.5", "already enough Rust [] 0"]
    );
    let gap = gap(&library, 0, 1, HALF_A_LEVEL);
    let about: Vec<_> = gap.items.iter().map(GapItem::is_about_the_same).collect();
    assert_eq!(about, [false, true]);
    assert_eq!(gap.distances[0].steps, 0.5);
    assert_eq!(told(&library, 0, 1), ["to raise Rust [] 0.25", "to raise SQL [] 0.5"]);
    assert_eq!(told_from(&library, 0, 1, 1.0).len(), 2);
}

#[test]
fn a_text_that_counts_for_both_levels_is_nothing_to_learn() {
    let low = "title: A\ncompetencies: {x: [Tasting: 2.1]}\n";
    let high = "title: B\ncompetencies: {x: [Tasting: 2.9]}\n";
    let library = library(&[low, high, "title: C\ncompetencies: {x: [Tasting: 1.5]}\n"]);
    let gap_to = |from| gap(&library, from, 1, HALF_A_LEVEL);
    assert_eq!(told_from(&library, 0, 1, HALF_A_LEVEL), ["to raise Tasting [] 0.8"]);
    assert_eq!(gap_to(0).items[0].why_nothing(), Some("the same text counts for both levels"));
    // From below the only text there is one to learn.
    assert_eq!(gap_to(2).items[0].steps.len(), 1);
}

#[test]
fn a_step_is_a_level_of_the_scale_whatever_its_number() {
    let mut settings = Settings::default();
    let levels = [10, 20, 30].into_iter().map(|number| (number, None)).collect();
    settings.scales.insert("default".to_owned(), Scale { cumulative: true, levels });
    let jobs = testing::library(&[
        "title: A\ncompetencies: {x: [Rust: 10, SQL: 10]}\n",
        "title: B\ncompetencies: {x: [Rust: 30, SQL: 15, Ada: 10]}\n",
    ]);
    let library = Library::new(Parts {
        settings: Arc::new(settings),
        jobs: jobs.jobs().to_vec(),
        complete: true,
        ..Parts::default()
    });
    assert_eq!(
        told_from(&library, 0, 1, HALF_A_LEVEL),
        ["to raise Rust [20 30] 2", "to raise SQL [] 0.5", "new Ada [10] 1"]
    );
}
