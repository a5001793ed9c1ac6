//! The table beside these tests is true: each line is there once, and names tests that exist.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

/// Name of each test, with the lines that its name says it holds: `t02_t03_a_signal…` holds T02 and T03.
fn tests() -> BTreeMap<String, Vec<String>> {
    let mut folders = vec![Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/faults")];
    let mut tests = BTreeMap::new();
    while let Some(folder) = folders.pop() {
        for path in fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()) {
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|ending| ending == "rs") {
                let text = fs::read_to_string(path).unwrap();
                tests.extend(names(&text).map(|name| (name.to_owned(), lines_of(name))));
            }
        }
    }
    tests
}

/// The names of the tests in a file.
fn names(source: &str) -> impl Iterator<Item = &str> {
    let after_attributes = source.split("#[test]").skip(1);
    let names = after_attributes.filter_map(|rest| rest.split("fn ").nth(1));
    names.filter_map(|rest| rest.split('(').next())
}

fn lines_of(name: &str) -> Vec<String> {
    name.split('_').map_while(line).collect()
}

/// `T02` of `t02`.
fn line(word: &str) -> Option<String> {
    let number = word.strip_prefix(|letter: char| letter.is_ascii_lowercase())?;
    let is_line = number.len() == 2 && number.chars().all(|digit| digit.is_ascii_digit());
    is_line.then(|| word.to_ascii_uppercase())
}

/// Number and last column of each row.
fn rows() -> Vec<(String, String)> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/faults/README.md");
    let text = fs::read_to_string(path).unwrap();
    let rows = text.lines().filter_map(|line| line.strip_prefix("| ")?.strip_suffix(" |"));
    let cells = rows.map(|row| row.split(" | ").collect::<Vec<_>>());
    let cells = cells.filter(|cells| line(&cells[0].to_ascii_lowercase()).is_some());
    cells.map(|cells| (cells[0].to_owned(), (*cells.last().unwrap()).to_owned())).collect()
}

/// The names in backticks.
fn named(cell: &str) -> Vec<&str> {
    cell.split('`').skip(1).step_by(2).collect()
}

#[test]
fn the_table_names_each_test_of_each_line() {
    let tests = tests();
    let rows = rows();
    let mut seen = BTreeSet::new();
    for (line, cell) in &rows {
        assert!(seen.insert(line.clone()), "{line} is there twice");
        let named = named(cell);
        assert!(!named.is_empty() || cell.starts_with("not:"), "{line} is kept by nothing: {cell}");
        for name in &named {
            let lines = tests.get(*name);
            assert!(lines.is_some_and(|lines| lines.contains(line)), "{line}: no test {name}");
        }
        for (name, _) in tests.iter().filter(|(_, lines)| lines.contains(line)) {
            assert!(named.contains(&name.as_str()), "{line} does not name {name}");
        }
    }
    for (name, lines) in &tests {
        let unknown = lines.iter().find(|line| !seen.contains(*line));
        assert!(unknown.is_none(), "{name} holds {unknown:?}, which the table has no row for");
    }
}
