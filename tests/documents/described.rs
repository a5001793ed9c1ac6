//! DOCUMENTS.md says what stands in JSON and tables, and nothing else.

use super::job;
use super::support::subjects::written;
use super::support::{edges, shipped};
use rolebook::export::views::CompareOptions;
use rolebook::export::{Format, Subject};
use rolebook::interview::Choice;
use rolebook::near::{Likeness, route};
use serde_json::Value;
use std::collections::BTreeSet;
use std::sync::Arc;

type Names = BTreeSet<String>;

/// The names in the first cells of the rows of a section's table, and where they may stand instead
/// of others in the second.
fn described(command: &str, table: &str) -> Names {
    let text = include_str!("../../DOCUMENTS.md");
    let section = text.split(&format!("\n## {command}\n")).nth(1).unwrap();
    let section = section.split("\n## ").next().unwrap();
    let head = format!("| {table} | what it is |\n|---|---|\n");
    let Some(rows) = section.split(&head).nth(1) else { return Names::new() };
    let rows = rows.lines().take_while(|line| line.starts_with('|'));
    let quoted = |text: &str| text.split('`').skip(1).step_by(2).map(str::to_owned).collect();
    rows.flat_map(|row| {
        let cells: Vec<&str> = row.split(" | ").collect();
        let mut names: Vec<String> = quoted(cells[0]);
        let other: Vec<String> = quoted(cells[1]);
        names.extend(other.into_iter().filter(|name| name.rsplit('.').next() == Some("pay")));
        names
    })
    .collect()
}

/// What every document says in the same way, so that it is described once.
const COMMON: &[&str] = &["title", "code", "path"];

/// Where those stand.
const JOBS: &[&str] = &["job", "jobs", "from", "to", "reports", "reports_to"];

/// What is described once, with all that stands in it: sources, texts, and figures by their names.
const ONCE: &[&str] = &["source", "sources", "text", "base", "total", "levels", "declared"];

/// The names of the keys, those within another with a dot between.
fn keys(value: &Value, before: &str, names: &mut Names) {
    match value {
        Value::Array(values) => values.iter().for_each(|value| keys(value, before, names)),
        Value::Object(values) => {
            let within = before.trim_end_matches('.').rsplit('.').next().unwrap_or_default();
            for (key, value) in values {
                if JOBS.contains(&within) && COMMON.contains(&key.as_str()) {
                    continue;
                }
                names.insert(format!("{before}{key}"));
                // The levels of a file are numbers, those of a document a list.
                let is_once = ONCE.contains(&key.as_str()) && !value.is_array();
                if (!is_once || within == "difference") && key != "sources" {
                    keys(value, &format!("{before}{key}."), names);
                }
            }
        }
        _ => {}
    }
}

#[track_caller]
fn assert_same(command: &str, written: &Names, told: &Names) {
    let more = |these: &Names, those: &Names| these.difference(those).cloned().collect::<Vec<_>>();
    let (untold, unwritten) = (more(written, told), more(told, written));
    assert!(
        untold.is_empty() && unwritten.is_empty(),
        "{command}: not described: {untold:?}; nowhere written: {unwritten:?}"
    );
}

#[test]
fn every_key_and_column_is_described_and_nothing_else() {
    let library = shipped();
    let of = |code| job(&library, code);
    let (from, to) = (of("SM15000482"), of("SM15000617"));
    let likeness = Arc::new(Likeness::of(&library));
    let ways = route(&likeness, of("FA14000215"), of("FA14000231")).unwrap();
    let subjects = [
        ("compare", Subject::Compare(vec![from, to], CompareOptions::default())),
        ("gap", Subject::Gap(from, to, rolebook::compare::HALF_A_LEVEL)),
        ("near", Subject::Near(likeness.clone(), from, 5)),
        ("route", Subject::Route(likeness, ways)),
        ("export", Subject::Jobs(vec![from, to])),
        ("interview", Subject::Interview(from, Choice::default())),
    ];
    // What has no level, is withheld or paid in another currency has keys of its own.
    let odd = edges();
    let every: Vec<usize> = (0..odd.jobs().len()).collect();
    let others = [
        ("compare", Subject::Compare(every, CompareOptions::default())),
        ("gap", Subject::Gap(0, 1, rolebook::compare::HALF_A_LEVEL)),
        ("gap", Subject::Gap(1, 0, rolebook::compare::HALF_A_LEVEL)),
    ];
    for (command, subject) in subjects {
        let (mut found, mut columns) = (Names::new(), Names::new());
        for pay in [true, false] {
            let json = written(&library, &subject, Format::Json, pay).unwrap();
            keys(&serde_json::from_str(&json).unwrap(), "", &mut found);
            for (_, subject) in others.iter().filter(|(of, _)| *of == command) {
                let json = written(&odd, subject, Format::Json, pay).unwrap();
                keys(&serde_json::from_str(&json).unwrap(), "", &mut found);
            }
            let Some(table) = written(&library, &subject, Format::Csv, pay) else { continue };
            let head = table.trim_start_matches('\u{feff}').lines().next().unwrap().to_owned();
            columns.extend(head.split(',').map(str::to_owned));
        }
        let named = described(command, "JSON");
        if command == "export" {
            // Further keys of a profile are told in FORMAT.md.
            let format = include_str!("../../FORMAT.md");
            let last = |key: &str| format!("{}:", key.rsplit('.').next().unwrap_or_default());
            found.retain(|key| named.contains(key) || !format.contains(&last(key)));
        }
        assert_same(command, &found, &named);
        columns.retain(|name| !name.starts_with("Sales "));
        assert_same(command, &columns, &described(command, "CSV"));
    }
}
