//! Likeness, moves and routes.

use super::*;
use crate::testing::library;

/// A job that asks for Skill at a level, and for one thing of its own.
fn job(level: f64, pay: u32) -> String {
    format!(
        "title: T\nfamily: F\nsalary: {{currency: USD, base: {{p50: {pay}}}}}\ncompetencies: {{x: [Skill: {level}, Trade: 5]}}\n"
    )
}

fn jobs(levels: &[(f64, u32)]) -> Library {
    let texts: Vec<String> = levels.iter().map(|(level, pay)| job(*level, *pay)).collect();
    library(&texts.iter().map(String::as_str).collect::<Vec<_>>())
}

#[test]
fn jobs_are_as_alike_as_what_they_ask_for() {
    let library = library(&[
        "title: A\ncompetencies: {x: [Rust: 5, SQL: 5]}\n",
        "title: B\ncompetencies: {x: [sql: 5, Rust: 5]}\n",
        "title: C\ncompetencies: {x: [Rust: 5]}\n",
        "title: D\ncompetencies: {x: [Ada: 1]}\n",
        "title: E\n",
    ]);
    let likeness = Likeness::of(&library);
    assert_eq!(likeness.between(0, 1), 1.0);
    assert_eq!(likeness.between(0, 2), 0.5);
    assert_eq!(likeness.between(0, 3), 0.0);
    assert_eq!(likeness.between(4, 4), 0.0);
    let near: Vec<usize> = likeness.nearest(0, 9).iter().map(|near| near.job).collect();
    assert_eq!(near, [1, 2]);
    assert_eq!(likeness.nearest(0, 1).len(), 1);
    assert_eq!(likeness.nearest(99, 3), []);
}

#[test]
fn a_move_is_named_by_its_levels_and_its_pay() {
    let library = jobs(&[(3.0, 100), (4.0, 110), (3.0, 101), (3.0, 120), (2.0, 90), (4.0, 80)]);
    let likeness = Likeness::of(&library);
    let kind = |to, pay| between(&library, &likeness, 0, to, pay).kind;
    assert_eq!(kind(1, true), Kind::Advancement);
    assert_eq!(kind(2, true), Kind::Lateral);
    assert_eq!(kind(3, true), Kind::LateralAdvancement);
    assert_eq!(kind(4, true), Kind::StepBack);
    assert_eq!(kind(5, true), Kind::Lateral);
    // What pay decides is not told where pay is hidden.
    assert_eq!(kind(3, false), Kind::Lateral);
    assert_eq!(
        between(&library, &likeness, 0, 1, true).reason(),
        "2 of 2 competencies shared, 1 higher · pay +10 % · same family"
    );
    assert!(!between(&library, &likeness, 0, 1, false).reason().contains('%'));
}

#[test]
fn a_route_takes_small_hops() {
    // Many jobs stand around each of three levels, so that the far end is not among the nearest.
    let mut levels = vec![(1.0, 1)];
    levels.extend((0..40).map(|i| (1.5 + f64::from(i) / 1000.0, 1)));
    levels.extend((0..40).map(|i| (2.5 + f64::from(i) / 1000.0, 1)));
    levels.push((5.0, 1));
    let library = jobs(&levels);
    let likeness = Likeness::of(&library);
    let found = route(&likeness, 0, 20);
    assert!(found.is_some_and(|route| route.largest() < likeness.distance(0, 80)));
    assert_eq!(route(&likeness, 0, 0), None);
    // Nobody's nearest.
    assert_eq!(route(&likeness, 0, 81), None);
}
