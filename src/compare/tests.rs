//! What stands beside what.

use super::*;
use crate::testing::library;

fn cells(row: &MatrixRow<'_>) -> String {
    let word = |cell: &Cell| match cell {
        Cell::Unlevelled => "asked".to_owned(),
        Cell::Absent => "-".to_owned(),
        Cell::Unread => "?".to_owned(),
        cell => cell.words(),
    };
    let words: Vec<String> = row.cells.iter().map(word).collect();
    format!("{} {}: {}", row.group, row.name.unwrap_or("withheld"), words.join(" "))
}

const A: &str = "title: A\nlevel: P1\nresponsibilities:\n- Plans the weekly shifts of the team.\n- Answers the phone.\nsalary: {currency: USD, base: {p50: 50000}, total: {p50: 52000}}\ncompetencies:\n  hard: [Rust: 3, SQL: 2]\n  general: [Coaching: 4, {withheld: true}]\n";
const B: &str = "title: B\nlevel: P1\nresponsibilities:\n- Plans the monthly shifts of the team.\n- Repairs pumps.\nsalary: {currency: USD, base: {p50: 60000}}\ncompetencies:\n  general: [coaching: 4.4]\n  hard: [SQL: 4, Go]\n";

#[test]
fn the_matrix_tells_required_absent_and_withheld_apart() {
    let library = library(&[A, B, "title: [\n"]);
    let rows = matrix(&library, &[0, 1, 2]);
    let told: Vec<String> = rows.iter().map(cells).collect();
    assert_eq!(
        told,
        [
            "general Coaching: 4 4.4 ?",
            "general withheld: 1 withheld - ?",
            "hard Rust: 3 - ?",
            "hard SQL: 2 4 ?",
            "hard Go: - asked ?",
        ]
    );
}

#[test]
fn half_a_level_is_a_difference_unless_somebody_asks_otherwise() {
    let library = library(&[A, B]);
    let rows = matrix(&library, &[0, 1]);
    let names = |shown, order, step| -> Vec<&str> {
        let rows = arranged(&rows, order, shown, 0, step);
        rows.iter().map(|row| row.name.unwrap_or("withheld")).collect()
    };
    let by_spread = names(Shown::Differences, Order::Spread, HALF_A_LEVEL);
    assert_eq!(by_spread, ["Rust", "SQL", "Go"]);
    assert!(names(Shown::Differences, Order::Group, 0.4).contains(&"Coaching"));
    assert_eq!(names(Shown::Gaps, Order::Group, HALF_A_LEVEL), ["SQL"]);
    assert_eq!(
        names(Shown::All, Order::Name, HALF_A_LEVEL),
        ["Coaching", "Go", "Rust", "SQL", "withheld"]
    );
}

#[test]
fn what_is_withheld_is_counted_a_group_a_row_since_nobody_can_tell_which_is_which() {
    let two = "title: C\ncompetencies:\n  general: [{withheld: true, level: 4}, {withheld: true, level: 3}]\n  hard: [{withheld: true}]\n";
    let library = library(&[A, two]);
    let rows = matrix(&library, &[0, 1]);
    let told: Vec<String> = rows.iter().filter(|row| row.name.is_none()).map(cells).collect();
    assert_eq!(
        told,
        ["general withheld: 1 withheld 2 withheld (levels 4, 3)", "hard withheld: - 1 withheld"]
    );
    assert!(rows.iter().filter(|row| row.name.is_none()).all(|row| !row.differs(0, ANY_STEP)));
}

#[test]
fn half_a_level_is_half_a_level_in_decimals_too() {
    let of = |level: &str| format!("title: T\ncompetencies: {{x: [Rust: {level}]}}\n");
    for (low, high) in [("3.62", "4.12"), ("2.1", "2.6"), ("1.05", "1.55")] {
        let library = library(&[&of(low), &of(high)]);
        let rows = matrix(&library, &[0, 1]);
        assert!(
            rows[0].differs(0, HALF_A_LEVEL) && rows[0].is_gap(0, HALF_A_LEVEL),
            "{low} {high}"
        );
    }
}

/// What each row of pay says, a job a column.
fn told_pay(texts: &[&str]) -> Vec<String> {
    let library = library(texts);
    let jobs: Vec<usize> = (0..texts.len()).collect();
    let cell = |cell: &Option<PayCell<'_>>| {
        let Some(cell) = cell else { return "nothing".to_owned() };
        let view = cell.view.as_ref();
        let what = view.map_or("no pay".to_owned(), |view| {
            let region = view.record.region.as_deref().unwrap_or("anywhere");
            format!("{} {region}", view.currency.unwrap_or("?"))
        });
        match &cell.difference {
            PayDifference::Baseline => what,
            PayDifference::None(why) => format!("{what} ({why})"),
            PayDifference::By { base, caveat, .. } => {
                let by = base.map_or(0.0, |(_, percent)| percent);
                let caveat = caveat.map_or(String::new(), |caveat| format!("; {caveat}"));
                format!("{what} {by:+}%{caveat}")
            }
        }
    };
    let row = |row: &PayRow<'_>| row.cells.iter().map(cell).collect::<Vec<_>>().join(" | ");
    pay_rows(&library, &jobs, 0).iter().map(row).collect()
}

#[test]
fn pay_in_another_currency_period_or_region_has_no_difference_and_says_why() {
    let dollars = "title: A\nsalary: {currency: USD, base: {p50: 50000}}\n";
    let more = "title: B\nsalary: {currency: USD, base: {p50: 60000}}\n";
    let euro = "title: C\nsalary: {currency: EUR, base: {p50: 1}}\n";
    let hourly = "title: D\nsalary: {currency: USD, period: hour, base: {p50: 20}}\n";
    assert_eq!(
        told_pay(&[dollars, more, euro, hourly, "title: G\n"]),
        [
            "USD anywhere | USD anywhere +20% | nothing | nothing | no pay (pay not in file)",
            "nothing | nothing | EUR anywhere (another currency: EUR, not USD) | nothing | nothing",
            "nothing | nothing | nothing | USD anywhere (paid by the hour, not by the year) | nothing",
        ]
    );
    let north = "title: E\nsalary: [{currency: USD, region: North, base: {p50: 9}}]\n";
    let south = "title: F\nsalary: [{currency: USD, region: South, base: {p50: 9}}]\n";
    let alone = told_pay(&[north, south]);
    assert_eq!(alone[1], "nothing | USD South (another region: South, not North)");
    assert_eq!(
        told_pay(&["title: G\n", dollars]),
        ["no pay | USD anywhere (the baseline's pay is not in its file)"]
    );
    assert_eq!(told_pay(&["title: G\n", "title: H\n"]), ["no pay | no pay (pay not in file)"]);
}

#[test]
fn every_record_of_pay_stands_beside_the_one_that_is_most_like_it() {
    let two = "title: A\nsalary:\n- {currency: USD, region: United States, base: {p50: 50}}\n- {currency: EUR, region: Germany, base: {p50: 40}}\n";
    let turned = "title: B\nsalary:\n- {currency: EUR, region: Germany, base: {p50: 60}}\n- {currency: CAD, region: Canada, base: {p50: 9}}\n- {currency: USD, region: United States, base: {p50: 75}}\n";
    let canada = "title: C\nsalary: {currency: CAD, region: Canada, base: {p50: 8}}\n";
    assert_eq!(
        told_pay(&[two, turned, canada]),
        [
            "USD United States | USD United States +50% | nothing",
            "EUR Germany | EUR Germany +50% | nothing",
            "nothing | CAD Canada (another currency: CAD, not USD) | CAD Canada (another currency: CAD, not USD)",
        ]
    );
    // Of two records that could stand there the one in the very same region does.
    let grades = "title: D\nsalary:\n- {currency: USD, base: {p50: 1}}\n- {currency: USD, region: United States, base: {p50: 100}}\n";
    let rows = told_pay(&[two, grades]);
    assert_eq!(rows[0], "USD United States | USD United States +100%");
    assert!(rows[2].contains("stands beside another record of this job"), "{rows:?}");
}

#[test]
fn a_region_that_only_one_file_names_is_told_beside_the_difference() {
    let named = "title: A\nsalary: {currency: USD, region: Canada, base: {p50: 50}}\n";
    let plain = "title: B\nsalary: {currency: USD, base: {p50: 75}}\n";
    assert_eq!(told_pay(&[named, plain])[0], "USD Canada | USD anywhere +50%; region not in file");
    let turned = told_pay(&[plain, named]);
    assert!(turned[0].ends_with("; the baseline's region is not in its file"), "{turned:?}");
}

#[test]
fn a_pair_of_jobs_is_held_against_each_other_by_one_pair_of_records() {
    let two = "title: A\nsalary:\n- {currency: USD, region: Canada, base: {p50: 50}}\n- {currency: EUR, base: {p50: 40}}\n";
    let euro = "title: B\nsalary:\n- {currency: USD, region: Chile, base: {p50: 9}}\n- {currency: EUR, base: {p50: 60}}\n";
    let library = library(&[two, euro, "title: C\nsalary: {currency: GBP, base: {p50: 7}}\n"]);
    let pair = pay_pair(&library, 0, 1);
    assert_eq!(median_words(&pair), ["40 EUR", "60 EUR"]);
    assert!(matches!(pair.difference, PayDifference::By { base: Some((20.0, 50.0)), .. }));
    let apart = pay_pair(&library, 0, 2);
    assert_eq!(median_words(&apart), ["50 USD", "7 GBP"]);
    let why = "another currency: GBP, not USD".to_owned();
    assert_eq!(apart.difference, PayDifference::None(why));
}

fn median_words(pair: &PayPair<'_>) -> [String; 2] {
    pair.medians().map(|median| median.map_or_else(String::new, |median| median.words()))
}

#[test]
fn both_medians_are_of_the_pay_whose_difference_is_told() {
    let both =
        "title: A\nsalary: {currency: EUR, period: month, base: {p50: 3500}, total: {p50: 4000}}\n";
    let total = "title: B\nsalary: {currency: EUR, period: month, total: {p50: 5000}}\n";
    let base = "title: C\nsalary: {currency: EUR, period: month, base: {p50: 4000}}\n";
    let library = library(&[both, total, base]);
    let pair = pay_pair(&library, 0, 1);
    assert_eq!(median_words(&pair), ["≈48,000 EUR", "≈60,000 EUR"]);
    assert!(matches!(
        pair.difference,
        PayDifference::By { base: None, total: Some((12_000.0, _)), .. }
    ));
    assert_eq!(median_words(&pay_pair(&library, 0, 2)), ["≈42,000 EUR", "≈48,000 EUR"]);
    // Nothing can be held against each other: each has what it has.
    assert_eq!(median_words(&pay_pair(&library, 2, 1)), ["≈48,000 EUR", "≈60,000 EUR"]);
}

#[test]
fn duties_stand_beside_those_that_they_are_like() {
    let library = library(&[A, B]);
    let rows = duties(&library, &[0, 1], 0);
    let told: Vec<String> = rows
        .iter()
        .map(|row| {
            let cell = |cell: &Option<DutyCell<'_>>| match cell {
                Some(cell) => {
                    let word = |w: &Word<'_>| match w.differs {
                        true => format!("*{}*", w.text),
                        false => w.text.to_owned(),
                    };
                    cell.words.iter().map(word).collect::<Vec<_>>().join(" ")
                }
                None => "-".to_owned(),
            };
            row.cells.iter().map(cell).collect::<Vec<_>>().join(" | ")
        })
        .collect();
    assert_eq!(
        told,
        [
            "Plans the weekly shifts of the team. | Plans the *monthly* shifts of the team.",
            "Answers the phone. | -",
            "- | Repairs pumps.",
        ]
    );
    assert!(rows.iter().all(|row| row.differs(0)));
}

#[test]
fn facts_say_who_says_what() {
    let library = library(&[A, "title: B\nlevel: p1\nrequires: [Licence]\n"]);
    let rows = fact_rows(&library, &[0, 1]);
    let labels: Vec<_> = rows.iter().map(|row| (row.label, row.differs(0))).collect();
    assert_eq!(labels[0], ("Level", false));
    assert_eq!(labels.last(), Some(&("Requires", true)));
    assert!(!labels.iter().any(|(label, _)| *label == "Conditions"));
}

#[test]
fn what_differs_differs_from_the_baseline() {
    let of = |level: &str| format!("title: T\ncompetencies: {{x: [Rust: {level}]}}\n");
    let library = library(&[&of("3"), &of("2.6"), &of("3.4")]);
    let rows = matrix(&library, &[0, 1, 2]);
    assert_eq!(rows[0].spread(), 0.8);
    let differs = [0, 1, 2].map(|baseline| rows[0].differs(baseline, HALF_A_LEVEL));
    assert_eq!(differs, [false, true, true]);
    assert!(arranged(&rows, Order::Group, Shown::Differences, 0, HALF_A_LEVEL).is_empty());
}

#[test]
fn a_file_that_names_none_is_not_held_against_the_others() {
    let library = library(&[A, "title: B\n", "title: C\nresponsibilities: []\ncompetencies: {}\n"]);
    let rows = matrix(&library, &[0, 1, 2]);
    assert!(rows.iter().all(|row| row.cells[1] == Cell::Silent && row.cells[2] == Cell::Absent));
    assert!(rows.iter().all(|row| !row.stands_apart(0, 1, ANY_STEP)));
    assert!(rows.iter().filter(|row| row.name.is_some()).all(|row| row.differs(0, ANY_STEP)));
    let duties = duties(&library, &[0, 1, 2], 0);
    assert!(duties.iter().all(|row| row.silent == [false, true, false]));
    let without = super::duties(&library, &[0, 1], 0);
    assert!(without.iter().all(|row| !row.differs(0) && !row.differs(1) && !row.is_gap(1)));
}
