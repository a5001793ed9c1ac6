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
        "both competencies shared · 1 step up · pay +10 % · same family"
    );
    assert!(!between(&library, &likeness, 0, 1, false).reason().contains('%'));
}

#[test]
fn a_reason_tells_what_the_likeness_and_the_kind_come_from() {
    let pay =
        |p50: u32, region: &str| format!("salary: {{currency: USD, {region}base: {{p50: {p50}}}}}");
    let texts = [
        format!("title: A\n{}\ncompetencies: {{x: [Rust: 3, SQL: 4, Ada: 1]}}\n", pay(100, "")),
        format!(
            "title: B\n{}\ncompetencies: {{x: [Rust: 5, SQL: 3, Go: 2, Zig: 1]}}\n",
            pay(74, "region: Chile, ")
        ),
        "title: C\ncompetencies: {x: [Rust: 3]}\n".to_owned(),
    ];
    let library = library(&texts.each_ref().map(String::as_str));
    let likeness = Likeness::of(&library);
    let reason = |from, to| between(&library, &likeness, from, to, true).reason();
    assert_eq!(
        reason(0, 1),
        "2 competencies shared, 2 new, 1 falls away · 5 steps up, 2 down · pay −26 % (region not in file) · family not in file"
            .replace("region not in file", "the baseline's region is not in its file")
    );
    assert_eq!(
        reason(0, 2),
        "1 competency shared, 2 fall away · 5 steps down · family not in file"
    );
    assert_eq!(reason(2, 2), "1 competency shared · family not in file");
}

#[test]
fn the_words_of_the_kinds_name_the_numbers_that_tell_them_apart() {
    assert!(KINDS.contains("5 % of the scale") && KINDS.contains("median pay that is 5 %"));
    assert_eq!((super::mover::HIGHER, super::mover::MORE), (0.05, 5.0));
}

#[test]
fn levels_weigh_by_their_place_on_the_scale_and_not_by_their_number() {
    use crate::model::{Parts, Settings};
    let mut settings = Settings::default();
    let levels = [10, 20, 30].into_iter().map(|number| (number, None)).collect();
    settings.scales.insert("default".to_owned(), Scale { cumulative: true, levels });
    let jobs = library(&[
        "title: A\ncompetencies: {x: [Rust: 10]}\n",
        "title: B\ncompetencies: {x: [Rust: 30]}\n",
    ]);
    let library = Library::new(Parts {
        settings: std::sync::Arc::new(settings),
        jobs: jobs.jobs().to_vec(),
        complete: true,
        ..Parts::default()
    });
    assert!((Likeness::of(&library).between(0, 1) - 1.0 / 3.0).abs() < 1e-6);
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

#[test]
fn what_keeps_two_jobs_from_being_held_against_each_other_is_said() {
    let texts = [
        "title: A\nfamily: F\nsalary: {currency: USD, base: {p50: 9}}\ncompetencies: {x: [Rust: 3]}\n",
        "title: B\nfamily: G\nsalary: {currency: EUR, base: {p50: 9}}\ncompetencies: {x: [Rust: 3]}\n",
        "title: C\nsalary: {currency: USD, period: hour, base: {p50: 9}}\ncompetencies: {x: [Rust: 3]}\n",
        "title: D\nfamily: F\n",
    ];
    let library = library(&texts);
    let likeness = Likeness::of(&library);
    let to = |job, pay| between(&library, &likeness, 0, job, pay);
    assert_eq!(
        to(1, true).reason(),
        "1 competency shared · pay not comparable: another currency · another family"
    );
    assert_eq!(
        to(2, true).reason(),
        "1 competency shared · pay not comparable: paid by the hour, not by the year · family not in file"
    );
    assert_eq!([1, 2, 3].map(|job| to(job, true).same_family), [Some(false), None, Some(true)]);
    assert!(to(1, false).pay_apart.is_none() && to(1, false).median(0).is_none());
    // A file that names no competencies does not say that any falls away.
    assert_eq!((to(3, true).falling_away, to(3, true).climbs), (0, Vec::new()));
}

#[test]
fn the_scales_of_a_move_stand_in_one_order_the_default_one_first() {
    use crate::model::{Competency, Parts, Settings};
    let mut settings = Settings::default();
    for name in ["default", "a", "b"] {
        settings.scales.insert(name.to_owned(), Scale::built_in());
    }
    let on = |name: &str, scale: &str| {
        let (name, scale) = (name.to_owned(), Some(scale.to_owned()));
        std::sync::Arc::new(Competency { name, scale, ..Competency::default() })
    };
    let jobs = library(&[
        "title: A\ncompetencies: {x: [B: 1, A: 1, Rust: 1]}\n",
        "title: B\ncompetencies: {x: [B: 2, A: 2, Rust: 2]}\n",
    ]);
    let library = Library::new(Parts {
        settings: std::sync::Arc::new(settings),
        competencies: vec![on("A", "a"), on("B", "b")],
        jobs: jobs.jobs().to_vec(),
        complete: true,
        ..Parts::default()
    });
    let climbs = between(&library, &Likeness::of(&library), 0, 1, true).climbs;
    let scales: Vec<&str> = climbs.iter().map(|climb| climb.scale.as_str()).collect();
    assert_eq!(scales, ["default", "a", "b"]);
}
