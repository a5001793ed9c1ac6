//! What has to be learned, and what has not.

use super::*;
use crate::compare::{ANY_STEP, HALF_A_LEVEL};
use crate::model::{Competency, LevelText, Parts, Scale, Settings};
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
            "to raise Half [3] 0.5",
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
            "cannot be told Plain [] 0",
            "already enough Rust [] 0",
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
        ["to raise SQL [3] 0.5", "already enough Rust [] 0"]
    );
    let gap = gap(&library, 0, 1, HALF_A_LEVEL);
    let about: Vec<_> = gap.items.iter().map(GapItem::is_about_the_same).collect();
    assert_eq!(about, [false, true]);
    assert_eq!(gap.distances[0].steps, 0.5);
    assert_eq!(told(&library, 0, 1), ["to raise Rust [3] 0.25", "to raise SQL [3] 0.5"]);
    assert_eq!(told_from(&library, 0, 1, 1.0).len(), 2);
}

#[test]
fn a_text_that_counts_for_both_levels_stands_there_once_and_says_so() {
    let low = "title: A\ncompetencies: {x: [Tasting: 2.1]}\n";
    let high = "title: B\ncompetencies: {x: [Tasting: 2.9]}\n";
    let library = library(&[low, high, "title: C\ncompetencies: {x: [Tasting: 1.5]}\n"]);
    let gap_to = |from| gap(&library, from, 1, HALF_A_LEVEL);
    assert_eq!(told_from(&library, 0, 1, HALF_A_LEVEL), ["to raise Tasting [2] 0.8"]);
    let counts = |from| gap_to(from).items[0].steps[0].counts();
    assert_eq!(counts(0).as_deref(), Some("its text counts for 2.1 and 2.9"));
    assert!(gap_to(0).items[0].same_text);
    // From below the only text there is one to learn.
    assert_eq!(counts(2).as_deref(), Some("its text counts for 2.9"));
    assert!(!gap_to(2).items[0].same_text);
}

#[test]
fn without_a_text_at_or_below_it_the_required_whole_level_is_not_in_file() {
    let low = "title: A\ncompetencies: {x: [Tasting: 0.67]}\n";
    let high = "title: B\ncompetencies: {x: [Tasting: 1.36]}\n";
    let library = library(&[low, high, "title: C\ncompetencies: {x: [Rust: 1]}\n"]);
    for from in [0, 2] {
        let gap = gap(&library, from, 1, HALF_A_LEVEL);
        let item = gap.items.iter().find(|item| item.name == "Tasting").expect("Tasting");
        let told: Vec<_> = item.steps.iter().map(|s| (s.number, s.text, s.counts())).collect();
        assert_eq!(told, [(1, None, None)]);
        assert_eq!(item.steps[0].missing(), Some("not in file"));
        assert_eq!(item.why_nothing(), None);
    }
}

#[test]
fn between_two_texts_of_a_cumulative_scale_the_lower_one_counts() {
    let mut settings = Settings::default();
    let levels = [0, 25, 50, 75].into_iter().map(|number| (number, None)).collect();
    settings.scales.insert("default".to_owned(), Scale { cumulative: true, levels });
    let described = LevelText { statement: Some("Does.".to_owned()), ..LevelText::default() };
    let levels = [25, 50].map(|number| (number, described.clone()));
    let rust = Competency {
        name: "Rust".to_owned(),
        levels: BTreeMap::from(levels),
        ..Competency::default()
    };
    let jobs = ["30", "45", "60"].map(|n| format!("title: J\ncompetencies: {{x: [Rust: {n}]}}\n"));
    let library = Library::new(Parts {
        settings: Arc::new(settings),
        competencies: vec![Arc::new(rust)],
        jobs: testing::library(&jobs.each_ref().map(String::as_str)).jobs().to_vec(),
        complete: true,
        ..Parts::default()
    });
    let told = |from, to| -> Vec<(u8, Option<String>)> {
        let gap = gap(&library, from, to, HALF_A_LEVEL);
        gap.items[0].steps.iter().map(|step| (step.number, step.counts())).collect()
    };
    assert_eq!(told(0, 1), [(25, Some("its text counts for 30 and 45".to_owned()))]);
    assert_eq!(told(0, 2), [(50, Some("its text counts for 60".to_owned()))]);
}

#[test]
fn where_a_file_gives_no_level_nothing_can_be_told_in_either_direction() {
    let some = "title: A\ncompetencies: {x: [Rust: 3]}\n";
    let none = "title: B\ncompetencies: {x: [Rust]}\n";
    let library = library(&[some, none, none]);
    for (from, to) in [(0, 1), (1, 0), (1, 2)] {
        assert_eq!(gap(&library, from, to, ANY_STEP).items[0].change, Change::Unclear);
    }
    assert!(gap(&library, 1, 1, ANY_STEP).is_empty());
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
        ["to raise Rust [20 30] 2", "to raise SQL [15] 0.5", "new Ada [10] 1"]
    );
}

#[test]
fn where_a_file_names_no_competencies_nothing_is_new_and_nothing_falls_away() {
    let library = library(&[A, "title: B\n", "title: C\ncompetencies: {}\n"]);
    for (from, to, silent) in [(0, 1, [false, true]), (1, 0, [true, false])] {
        let gap = gap(&library, from, to, ANY_STEP);
        assert!(gap.items.is_empty() && gap.distances.is_empty() && !gap.asks_for_no_more());
        assert_eq!(gap.silent, silent);
    }
    assert!(told(&library, 0, 2).iter().all(|line| line.starts_with("falls away")));
    assert!(gap(&library, 0, 2, ANY_STEP).asks_for_no_more());
}

#[test]
fn pay_says_which_records_it_is_of() {
    let jobs = [
        "title: A\nsalary: {currency: EUR, region: Ireland, period: month, base: {p50: 3500}}\n",
        "title: B\nsalary: {currency: EUR, region: Ireland, period: month, base: {p50: 4000}, total: {p50: 5000}}\n",
        "title: C\nsalary: {currency: USD, base: {p50: 48000}}\n",
    ];
    let library = library(&jobs);
    let sentences = |to| gap(&library, 0, to, ANY_STEP).pay.sentences();
    assert_eq!(
        sentences(1),
        [
            "base median ≈42,000 → ≈48,000 EUR a year, from pay by the month · Ireland",
            "total median not in file → ≈60,000 EUR a year, from pay by the month · Ireland",
        ]
    );
    assert_eq!(
        sentences(2),
        ["base median ≈42,000 EUR a year, from pay by the month · Ireland → 48,000 USD a year"]
    );
}
