//! The table of keys, and what is made from it.

#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test may end where it stands")]

mod support;

use rolebook::tui::app::{App, Hint};
use rolebook::tui::keymap::{Place, TABLE, as_markdown, parse_script, usable_in};
use support::{assert_clean, drive, edges, picture::drawn};

const BEGIN: &str = "<!-- keys -->\n";
const END: &str = "<!-- /keys -->";

/// A way to every place where keys mean something of their own.
const WAYS: [(Place, &str); 12] = [
    (Place::List, "jjj"),
    (Place::Filter, "/dr"),
    (Place::Detail, "jjjl"),
    (Place::Tree, "jjjll"),
    (Place::Compare, "j<space>j<space>c"),
    (Place::Gap, "j<space>j<space>c<tab>"),
    (Place::Near, "jjjr"),
    (Place::Route, "j<space>jt"),
    (Place::Find, "jjjll/offer"),
    (Place::Palette, "?"),
    (Place::Listing, "!"),
    (Place::Save, "jjjS"),
];

/// With `ROLEBOOK_WRITE_README=1` the table is written instead of compared.
#[test]
fn the_readme_has_the_table_of_keys() {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/README.md");
    let readme = std::fs::read_to_string(path).unwrap();
    let (before, rest) = readme.split_once(BEGIN).expect("README.md has <!-- keys -->");
    let (table, after) = rest.split_once(END).expect("README.md has <!-- /keys -->");
    if std::env::var_os("ROLEBOOK_WRITE_README").is_some() {
        std::fs::write(path, format!("{before}{BEGIN}{}{END}{after}", as_markdown())).unwrap();
    } else {
        assert_eq!(
            table,
            as_markdown(),
            "write it with ROLEBOOK_WRITE_README=1 cargo test --test keys"
        );
    }
}

#[test]
fn the_readme_gives_a_reason_for_each_dependency() {
    let manifest = include_str!("../Cargo.toml");
    let readme = include_str!("../README.md");
    let (_, table) = readme.split_once("| crate | why |").expect("README.md has the table");
    let (_, rest) = manifest.split_once("[dependencies]").expect("Cargo.toml has dependencies");
    let (dependencies, _) = rest.split_once("\n[").expect("and something after them");
    for line in dependencies.lines().filter(|line| !line.starts_with('#')) {
        let Some((name, _)) = line.split_once(" = ") else { continue };
        assert!(table.contains(name), "{name} has no reason in README.md");
    }
}

#[test]
fn every_hint_can_be_run_where_it_is_given() {
    let library = edges();
    for size in [(40, 10), (80, 24), (120, 40), (200, 60)] {
        for (place, way) in WAYS {
            let app = drive(&library, size, way);
            assert_eq!(app.place(), place);
            let hints = app.hints();
            assert!(!hints.is_empty(), "{place:?}");
            for Hint { key, word, .. } in hints {
                let binding = usable_in(place).find(|b| b.first_key() == key).unwrap();
                let reason = app.reason_against(binding.action);
                assert_eq!(reason, None, "{key} {word} in {place:?}");
            }
        }
    }
}

#[test]
fn every_binding_runs_where_it_holds_or_says_why_not() {
    let library = edges();
    for (place, way) in WAYS {
        for binding in usable_in(place) {
            for keys in binding.keys {
                let mut app = drive(&library, (120, 40), way);
                let reason = app.reason_against(binding.action);
                press(&mut app, keys);
                assert_clean(&drawn(&app).0);
                if let Some(reason) = reason {
                    let said = app.status().map(|status| status.text.as_str());
                    assert_eq!(said, Some(&*reason), "{keys} in {place:?}");
                }
            }
        }
    }
}

#[test]
fn every_place_is_reached_and_has_keys() {
    for place in Place::ALL {
        assert!(TABLE.iter().any(|binding| binding.place == place), "{place:?}");
    }
}

fn press(app: &mut App, keys: &str) {
    for key in parse_script(keys).unwrap() {
        app.key(key);
    }
}
