//! What stands beside what.

use super::*;
use crate::testing::library;

fn cells(row: &MatrixRow<'_>) -> String {
    let word = |cell: &Cell| match cell {
        Cell::Required(level) => level.to_string(),
        Cell::Unlevelled => "asked".to_owned(),
        Cell::Withheld(level) => format!("withheld {level:?}"),
        Cell::Absent => "-".to_owned(),
        Cell::Unread => "?".to_owned(),
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
            "general withheld: withheld None - ?",
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
fn pay_in_another_currency_period_or_region_has_no_difference_and_says_why() {
    let euro = "title: C\nsalary: {currency: EUR, base: {p50: 1}}\n";
    let hourly = "title: D\nsalary: {currency: USD, period: hour, base: {p50: 20}}\n";
    let north = "title: E\nsalary: [{currency: USD, region: North, base: {p50: 9}}]\n";
    let south = "title: F\nsalary: [{currency: EUR, base: {p50: 5}}, {currency: USD, region: South, base: {p50: 9}}]\n";
    let library = library(&[A, B, euro, hourly, "title: G\n", north, south]);
    let told = |jobs: &[usize]| -> Vec<PayDifference> {
        pay_cells(&library, jobs, 0).into_iter().map(|cell| cell.difference).skip(1).collect()
    };
    let reason = |text: &str| PayDifference::None(text.to_owned());
    let told_of_a = told(&[0, 1, 2, 3, 4]);
    assert_eq!(told_of_a[0], PayDifference::By { base: Some((10_000.0, 20.0)), total: None });
    assert_eq!(told_of_a[1], reason("another currency: EUR, not USD"));
    assert_eq!(told_of_a[2], reason("paid by the hour, not by the year"));
    assert_eq!(told_of_a[3], reason("pay not in file"));
    assert_eq!(told(&[5, 6]), [reason("another region: South, not North")]);
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
    assert!(rows.iter().all(DutyRow::differs));
}

#[test]
fn facts_say_who_says_what() {
    let library = library(&[A, "title: B\nlevel: p1\nrequires: [Licence]\n"]);
    let rows = fact_rows(&library, &[0, 1]);
    let labels: Vec<_> = rows.iter().map(|row| (row.label, row.differs())).collect();
    assert_eq!(labels[0], ("Level", false));
    assert_eq!(labels.last(), Some(&("Requires", true)));
    assert!(!labels.iter().any(|(label, _)| *label == "Conditions"));
}
