//! The table beside these tests is true: each line is there once, and names tests that exist.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

/// Name of each test, with the lines that its name says it holds: `t02_t03_a_signal…` holds T02 and T03.
fn tests() -> BTreeMap<String, Vec<String>> {
    let mut tests = BTreeMap::new();
    for source in sources(&Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/faults")) {
        let text = fs::read_to_string(source).unwrap();
        let after_attributes = text.split("#[test]").skip(1);
        for name in after_attributes.filter_map(|rest| rest.split("fn ").nth(1)) {
            let name = name.split('(').next().unwrap().to_owned();
            let lines = name.split('_').map_while(line).collect();
            tests.insert(name, lines);
        }
    }
    tests
}

/// The sources in a folder and below it.
fn sources(folder: &Path) -> Vec<PathBuf> {
    let paths = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    let below = |path: PathBuf| if path.is_dir() { sources(&path) } else { vec![path] };
    let is_source = |path: &PathBuf| path.extension().is_some_and(|ending| ending == "rs");
    paths.flat_map(below).filter(is_source).collect()
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

/// How many lines each group has.
const LINES: [(char, usize); 10] = [
    ('T', 24),
    ('I', 8),
    ('E', 15),
    ('D', 13),
    ('Y', 35),
    ('F', 14),
    ('W', 19),
    ('X', 15),
    ('C', 9),
    ('S', 4),
];

#[test]
fn no_line_is_missing_from_the_table() {
    let rows = rows();
    for (group, count) in LINES {
        for number in 1..=count {
            let line = format!("{group}{number:02}");
            assert!(rows.iter().any(|(known, _)| *known == line), "{line} is not there");
        }
    }
    assert_eq!(rows.len(), LINES.iter().map(|(_, count)| count).sum::<usize>());
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
