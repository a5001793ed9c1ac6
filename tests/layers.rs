//! The layers of the source: an arrow between folders only ever points down.

#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test may end where it stands")]

use std::fmt::Write;
use std::path::{Path, PathBuf};

/// Each part of the program and the other parts that it may use.
const LAYERS: &[(&str, &[&str])] = &[
    ("printable", &[]),
    ("slips", &[]),
    ("save", &["printable"]),
    ("model", &["printable"]),
    ("outline", &["model", "printable"]),
    ("facts", &["model", "printable"]),
    ("search", &["model", "printable", "slips"]),
    ("changes", &["model", "printable"]),
    ("schema", &["model"]),
    ("compare", &["model", "facts"]),
    ("gap", &["model", "compare"]),
    ("near", &["model", "compare"]),
    ("lint", &["model", "printable", "slips", "search"]),
    ("store", &["model", "printable", "slips"]),
    ("interview", &["model"]),
    (
        "export",
        &[
            "model",
            "printable",
            "facts",
            "outline",
            "search",
            "compare",
            "gap",
            "near",
            "interview",
        ],
    ),
    ("testing", &["model", "store"]),
    ("tui", BELOW_THE_SCREEN),
    ("cli", BELOW_THE_SCREEN),
];

/// What the screen and the commands may use; the commands show what the screen shows, as well.
const BELOW_THE_SCREEN: &[&str] = &[
    "printable",
    "slips",
    "save",
    "model",
    "outline",
    "facts",
    "search",
    "changes",
    "schema",
    "compare",
    "gap",
    "near",
    "interview",
    "lint",
    "store",
    "export",
];

/// Crates that only some parts may mention.
const CRATES: &[(&str, &[&str])] = &[
    ("granit_parser", &["store"]),
    ("walkdir", &["store"]),
    ("include_dir", &["store"]),
    ("ratatui", &["tui", "cli"]),
    ("crossterm", &["tui", "cli", "main"]),
    ("clap", &["cli"]),
    ("jiff", &["lint"]),
    ("nucleo_matcher", &["search"]),
    ("schemars", &["schema", "model"]),
    ("csv", &["export"]),
];

const LONGEST_FILE: usize = 350;

struct Source {
    /// As it is told: `src/tui/app.rs`.
    name: String,
    /// Its part of the program: `tui`.
    part: String,
    text: String,
}

impl Source {
    /// The lines that are code, with their numbers.
    fn code(&self) -> impl Iterator<Item = (usize, &str)> {
        let is_code = |line: &&str| !line.trim_start().starts_with("//");
        (1..).zip(self.text.lines()).filter(move |(_, line)| is_code(line))
    }

    fn is_test(&self) -> bool {
        self.name.ends_with("/tests.rs")
    }
}

fn sources() -> Vec<Source> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut folders: Vec<PathBuf> = vec![root.join("src")];
    let mut sources = Vec::new();
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|end| end == "rs") {
                let inside = path.strip_prefix(root.join("src")).unwrap();
                let part = inside.iter().next().unwrap().to_str().unwrap();
                sources.push(Source {
                    name: path.strip_prefix(root).unwrap().display().to_string(),
                    part: part.trim_end_matches(".rs").to_owned(),
                    text: std::fs::read_to_string(&path).unwrap(),
                });
            }
        }
    }
    sources.sort_by(|a, b| a.name.cmp(&b.name));
    assert!(sources.len() > 50, "only {} files were found", sources.len());
    sources
}

/// The parts that a line names: `crate::model::…`, also several in braces.
fn named_parts(line: &str) -> Vec<&str> {
    let mut parts = Vec::new();
    for (at, found) in line.match_indices("crate::") {
        let rest = &line[at + found.len()..];
        let names = match rest.strip_prefix('{') {
            Some(inside) => inside.split('}').next().unwrap_or_default(),
            None => rest.split(',').next().unwrap_or_default(),
        };
        for name in names.split(',') {
            let end = name.trim().split(|c: char| !c.is_alphanumeric() && c != '_').next();
            parts.extend(end.filter(|name| !name.is_empty()));
        }
    }
    parts
}

/// Whether a line names a crate in code: `name::` or `use name;`.
fn names_crate(line: &str, name: &str) -> bool {
    line.match_indices(name).any(|(at, _)| {
        let before = line[..at].chars().next_back();
        let whole = before.is_none_or(|c| !c.is_alphanumeric() && c != '_' && c != ':' && c != '.');
        whole && line[at + name.len()..].starts_with("::")
    })
}

#[track_caller]
fn assert_none(offences: &str) {
    assert!(offences.is_empty(), "\n{offences}");
}

#[test]
fn no_part_uses_one_that_stands_above_it() {
    let mut offences = String::new();
    for source in sources().iter().filter(|s| s.part != "main" && s.part != "lib") {
        let Some((_, allowed)) = LAYERS.iter().find(|(part, _)| *part == source.part) else {
            writeln!(offences, "{}: src/{} has no layer in this test", source.name, source.part)
                .unwrap();
            continue;
        };
        for (number, line) in source.code() {
            // Tests may build on all that they need.
            for used in named_parts(line).into_iter().filter(|_| !source.is_test()) {
                let is_part = LAYERS.iter().any(|(part, _)| *part == used);
                let is_shown = source.part == "cli" && used == "tui";
                if is_part && used != source.part && !allowed.contains(&used) && !is_shown {
                    let name = &source.name;
                    writeln!(offences, "{name}:{number}: {} must not use {used}", source.part)
                        .unwrap();
                }
            }
        }
    }
    assert_none(&offences);
}

#[test]
fn a_crate_that_may_change_is_named_in_one_place() {
    let mut offences = String::new();
    for source in sources() {
        for (name, parts) in CRATES {
            for (number, line) in source.code().filter(|(_, line)| names_crate(line, name)) {
                if !parts.contains(&source.part.as_str()) {
                    let text = line.trim();
                    writeln!(offences, "{}:{number}: {name} in `{text}`", source.name).unwrap();
                }
            }
        }
    }
    assert_none(&offences);
}

#[test]
fn every_file_begins_with_what_it_is_for() {
    let mut offences = String::new();
    for source in sources() {
        if !source.text.starts_with("//! ") {
            writeln!(offences, "{}:1: does not begin with //!", source.name).unwrap();
        }
    }
    assert_none(&offences);
}

#[test]
fn no_file_is_longer_than_one_idea() {
    let mut offences = String::new();
    for source in sources().iter().filter(|s| !s.is_test()) {
        // A file's own tests come last and do not count.
        let own = source.text.split("#[cfg(test)]\nmod tests {").next().unwrap_or_default();
        let lines = own.lines().count();
        if lines > LONGEST_FILE {
            writeln!(offences, "{}: {lines} lines, {LONGEST_FILE} at most", source.name).unwrap();
        }
    }
    assert_none(&offences);
}

#[test]
fn the_tests_of_this_test_find_what_they_look_for() {
    assert_eq!(named_parts("use crate::model::{Job, Library};"), ["model"]);
    assert_eq!(named_parts("use crate::{model::Job, tui};"), ["model", "tui"]);
    assert_eq!(named_parts("let x: crate::tui::app::App = crate::cli::f();"), ["tui", "cli"]);
    assert!(names_crate("use ratatui::text::Line;", "ratatui"));
    assert!(!names_crate("let not_ratatui::x;", "ratatui"));
    assert!(!names_crate("crate::walkdir::x", "walkdir"));
}
