//! What has to be learned, and what has not.

use super::*;
use crate::model::{Competency, Parts, Scale, Settings};
use crate::testing;
use std::collections::BTreeMap;
use std::sync::Arc;

/// What each item of a gap says, in a line.
fn told(library: &Library, from: usize, to: usize) -> Vec<String> {
    let gap = gap(library, from, to);
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
    let gap = gap(&library, 0, 1);
    let told: Vec<_> = gap.distances.iter().map(|d| (d.scale, d.steps)).collect();
    assert_eq!(told, [("default", 4.5), ("apart", 3.0)]);
    assert!(!gap.is_empty());
}

#[test]
fn nothing_lies_between_a_job_and_itself() {
    let library = library(&[A, B]);
    assert!(gap(&library, 0, 0).is_empty() && gap(&library, 1, 1).is_empty());
}

#[test]
fn what_is_withheld_is_counted_on_both_sides() {
    let open = "title: C\ncompetencies: {x: [{withheld: true}, {withheld: true}], y: [{withheld: true}]}\n";
    let library = library(&[A, open]);
    assert_eq!(gap(&library, 0, 1).withheld, (0, 3));
    assert_eq!(gap(&library, 1, 0).withheld, (3, 0));
}
