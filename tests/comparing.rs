//! The laws of comparing, on made-up jobs, on the shipped library and on real occupations.

#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test may end where it stands")]

mod support;

use proptest::prelude::*;
use rolebook::compare::{ANY_STEP, Order, Shown, arranged, pay_rows};
use rolebook::compare::{HALF_A_LEVEL, PayDifference, duties, fact_rows, matrix};
use rolebook::gap::{Change, GapItem, gap, required_step};
use rolebook::model::{LevelText, Library};
use rolebook::near::{Likeness, NEAREST, Route, between, route};
use rolebook::store::parse_profiles;
use std::path::Path;
use std::sync::Arc;
use support::{read, shipped};

/// A job that asks for some of a few competencies, with and without a level.
fn profile() -> impl Strategy<Value = String> {
    let level = prop_oneof![
        (1..=5_u8).prop_map(|level| format!(": {level}")),
        (10..=50_u8).prop_map(|tenths| format!(": {}.{}", tenths / 10, tenths % 10)),
        Just(String::new()),
    ];
    let asked = prop::collection::vec((0..12_u8, level), 0..12);
    (asked, 1..9_u32).prop_map(|(asked, pay)| {
        let rows: String =
            asked.iter().map(|(name, level)| format!("  - Skill {name}{level}\n")).collect();
        format!(
            "title: T\nresponsibilities: [Plans shifts., Answers {pay} calls.]\nsalary: {{currency: USD, base: {{p50: {pay}000}}}}\ncompetencies:\n  x:\n{rows}"
        )
    })
}

fn library(texts: &[String]) -> Library {
    let read = |(i, text): (usize, &String)| {
        parse_profiles(Path::new(&format!("{i:03}.yaml")), text.as_bytes())
    };
    let jobs = texts.iter().enumerate().flat_map(read).map(Arc::new).collect();
    Library::new(rolebook::model::Parts { jobs, complete: true, ..Default::default() })
}

/// A job beside itself differs in nothing, and nothing lies between.
#[track_caller]
fn assert_same_as_itself(library: &Library, job: usize) {
    let twice = [job, job];
    let rows = matrix(library, &twice);
    assert!(arranged(&rows, Order::Group, Shown::Differences, 0, HALF_A_LEVEL).is_empty());
    assert!(arranged(&rows, Order::Group, Shown::Gaps, 0, HALF_A_LEVEL).is_empty());
    assert!(!fact_rows(library, &twice).iter().any(|row| row.differs(0)));
    assert!(!duties(library, &twice, 0).iter().any(|row| row.differs(0)));
    for row in pay_rows(library, &twice, 0) {
        match row.cells[1].as_ref().map(|cell| &cell.difference) {
            Some(PayDifference::By { base, total, caveat }) => {
                assert!(base.iter().chain(total).all(|difference| *difference == (0.0, 0.0)));
                assert_eq!(*caveat, None);
            }
            other => {
                assert!(matches!(other, Some(PayDifference::None(why)) if why.contains(" in ")))
            }
        }
    }
    for step in [ANY_STEP, HALF_A_LEVEL, 1.0] {
        let gap = gap(library, job, job, step);
        assert!(gap.is_empty() && gap.distances.is_empty());
    }
}

/// On a cumulative scale, what the first job has and what lies between cover what the second asks,
/// where every step counts. Where fewer count, less is to be raised and nothing else changes.
#[track_caller]
fn assert_covered(library: &Library, from: usize, to: usize) {
    let whole = gap(library, from, to, ANY_STEP);
    let coarse = gap(library, from, to, HALF_A_LEVEL);
    assert_eq!(whole.items.len(), coarse.items.len());
    for item in &coarse.items {
        let same = whole.items.iter().find(|other| other.name == item.name).unwrap();
        assert!(item == same || (item.is_about_the_same() && same.change == Change::Raise));
    }
    for item in &whole.items {
        let (Some(needed), true) = (item.to, item.scale.cumulative) else { continue };
        let had = if item.change == Change::New { None } else { item.from };
        let learned: Vec<u8> = item.steps.iter().map(|step| step.number).collect();
        for number in item.scale.levels.keys().filter(|n| f64::from(**n) <= needed.value()) {
            let has = had.is_some_and(|had| f64::from(*number) <= had.value());
            assert!(has || learned.contains(number), "{}: level {number}", item.name);
        }
        // What is had already stands there again only where its text is the one that counts.
        let had = |number: u8| had.is_some_and(|had| f64::from(number) <= had.value());
        for step in item.steps.iter().filter(|step| had(step.number)) {
            let counts = step.counts_for.last() == Some(&needed);
            assert!(counts || item.steps.len() == 1, "{}: {step:?}", item.name);
        }
    }
}

/// On any scale the text that counts for what the second job asks is among the levels to learn, as
/// it stands in the opened row of the matrix; where there is none, some level is not in file.
#[track_caller]
fn assert_the_text_that_counts_is_told(library: &Library, from: usize, to: usize) {
    let rows = matrix(library, &[to, from]);
    let rises =
        |item: &&GapItem<'_>| matches!(item.change, Change::Raise | Change::New | Change::Unclear);
    for item in gap(library, from, to, ANY_STEP).items.iter().filter(rises) {
        let Some(needed) = item.to else { continue };
        let row = rows.iter().find(|row| row.name == Some(item.name)).unwrap();
        let described = library.described(row.requirements[0].unwrap());
        let mut below = described.levels.iter().filter(|(n, _)| f64::from(**n) <= needed.value());
        let counting = below.rfind(|(_, text)| text.is_described()).map(|(number, _)| *number);
        let told = item.steps.iter().rfind(|s| s.text.is_some_and(LevelText::is_described));
        assert_eq!(told.map(|step| step.number), counting, "{}", item.name);
        let opened = required_step(described, needed);
        match told {
            Some(told) => assert_eq!((opened.number, opened.text), (told.number, told.text)),
            None => {
                assert!(opened.missing().is_some(), "{}", item.name);
                assert!(item.steps.iter().all(|step| step.missing().is_some()), "{}", item.name);
            }
        }
        assert!(!item.steps.is_empty(), "{}", item.name);
        if !item.scale.cumulative {
            assert_eq!(item.steps.len(), 1, "{}", item.name);
        }
    }
}

/// The way there and the way back tell of the same competencies, and what cannot be told in one
/// direction cannot be told in the other.
#[track_caller]
fn assert_turns_round(library: &Library, from: usize, to: usize) {
    let (there, back) = (gap(library, from, to, ANY_STEP), gap(library, to, from, ANY_STEP));
    assert_eq!(there.items.len(), back.items.len());
    let key = |item: &GapItem<'_>| library.competency_key(item.name);
    for item in &there.items {
        let other = back.items.iter().find(|other| key(other) == key(item)).unwrap();
        let is_unclear = |item: &GapItem<'_>| item.change == Change::Unclear;
        assert_eq!(is_unclear(item), is_unclear(other), "{}", item.name);
    }
}

fn dropped(likeness: &Likeness, route: &Route, at: usize) -> f32 {
    let mut jobs = route.jobs.clone();
    jobs.remove(at);
    let hops = jobs.windows(2).map(|pair| likeness.distance(pair[0], pair[1]));
    hops.fold(0.0, f32::max)
}

/// A route takes few and near hops, and leaving a job out makes none of them smaller.
#[track_caller]
fn assert_is_a_good_route(likeness: &Likeness, found: &Route, from: usize, to: usize) {
    assert_eq!((found.jobs[0], *found.jobs.last().unwrap()), (from, to));
    assert!((1..=3).contains(&found.hops.len()));
    for pair in found.jobs.windows(2) {
        let near = likeness.nearest(pair[0], NEAREST);
        assert!(near.iter().any(|near| near.job == pair[1]), "{pair:?}");
    }
    for at in 1..found.jobs.len() - 1 {
        assert!(dropped(likeness, found, at) >= found.largest());
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn comparing_keeps_its_laws(texts in prop::collection::vec(profile(), 2..5)) {
        let library = library(&texts);
        for a in 0..texts.len() {
            assert_same_as_itself(&library, a);
            for b in 0..texts.len() {
                assert_covered(&library, a, b);
                assert_the_text_that_counts_is_told(&library, a, b);
                assert_turns_round(&library, a, b);
            }
        }
    }

    #[test]
    fn likeness_is_the_same_both_ways_and_never_out_of_bounds(
        texts in prop::collection::vec(profile(), 2..40)
    ) {
        let library = library(&texts);
        let likeness = Likeness::of(&library);
        for a in 0..texts.len() {
            for b in 0..texts.len() {
                let alike = likeness.between(a, b);
                prop_assert!((0.0..=1.0).contains(&alike));
                prop_assert_eq!(alike, likeness.between(b, a));
            }
            if let Some(found) = route(&likeness, 0, a) {
                assert_is_a_good_route(&likeness, &found, 0, a);
            }
        }
    }
}

#[test]
fn the_shipped_library_keeps_the_laws() {
    let library = shipped();
    let likeness = Likeness::of(&library);
    let count = library.jobs().len();
    for a in 0..count {
        assert_same_as_itself(&library, a);
        for b in (a % 5..count).step_by(5) {
            assert_covered(&library, a, b);
            assert_the_text_that_counts_is_told(&library, a, b);
            assert_turns_round(&library, a, b);
            if let Some(found) = route(&likeness, a, b) {
                assert_is_a_good_route(&likeness, &found, a, b);
            }
        }
    }
}

#[test]
fn near_real_occupations_are_what_people_call_near() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/data/onet");
    if !folder.is_dir() {
        println!("skipped: no real occupations beside the repository");
        return;
    }
    let library = read(&folder);
    let job = |title: &str| library.jobs().iter().position(|job| job.title() == title).unwrap();
    let likeness = Likeness::of(&library);
    let near = |title: &str| -> Vec<String> {
        let near = likeness.nearest(job(title), 10);
        near.iter().map(|near| library.jobs()[near.job].title().into_owned()).collect()
    };
    assert!(near("Registered Nurses").iter().any(|title| title.contains("Nurse")));
    assert!(near("Electrical Engineers").iter().any(|title| title.contains("Engineer")));
    let (from, to) = (job("Retail Salespersons"), job("Sales Managers"));
    if let Some(found) = route(&likeness, from, to) {
        assert_is_a_good_route(&likeness, &found, from, to);
    }
    for other in (0..library.jobs().len()).step_by(100) {
        assert_same_as_itself(&library, other);
        assert_covered(&library, from, other);
        assert_the_text_that_counts_is_told(&library, from, other);
        assert_turns_round(&library, from, other);
        assert!(between(&library, &likeness, from, other, true).new <= 200);
    }
}
