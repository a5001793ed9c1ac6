//! The schema and the reader know the same files: what ships, what is real, and what is made up.

#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test may end where it stands")]

mod support;

#[path = "schema/agreeing.rs"]
mod agreeing;
#[path = "schema/keys.rs"]
mod keys;
#[path = "schema/starting.rs"]
mod starting;

use jsonschema::Validator;
use rolebook::schema::{Kind, schema, text};
use serde::Deserialize;
use serde_json::{Map, Value};
use std::path::{Path, PathBuf};
use std::sync::LazyLock;
use support::shipped_folder;

/// Set to write the schemas of the repository anew.
const WRITE: &str = "ROLEBOOK_WRITE_SCHEMA";

static PROFILE: LazyLock<Validator> = LazyLock::new(|| validator(Kind::Profile));
static COMPETENCY: LazyLock<Validator> = LazyLock::new(|| validator(Kind::Competency));
static LIBRARY: LazyLock<Validator> = LazyLock::new(|| validator(Kind::Library));

fn validator(kind: Kind) -> Validator {
    jsonschema::validator_for(&schema(kind)).unwrap()
}

/// A file as an editor sees it: every document as JSON, every key a text.
///
/// Of scalars without quotes serde_yaml makes numbers and truths as YAML 1.2 has them; `0123` and
/// `2026-07-01` stay text with it, other readers make numbers and dates of them. The schema allows
/// all of that wherever the reader keeps what was typed.
fn documents(yaml: &str) -> Vec<Value> {
    let documents = serde_yaml::Deserializer::from_str(yaml);
    documents.map(|document| json(serde_yaml::Value::deserialize(document).unwrap())).collect()
}

fn json(yaml: serde_yaml::Value) -> Value {
    match yaml {
        serde_yaml::Value::Mapping(entries) => {
            let entry = |(key, value)| match json(key) {
                Value::String(key) => (key, json(value)),
                key => (key.to_string(), json(value)),
            };
            Value::Object(entries.into_iter().map(entry).collect::<Map<_, _>>())
        }
        serde_yaml::Value::Sequence(items) => items.into_iter().map(json).collect(),
        other => serde_json::to_value(other).unwrap(),
    }
}

/// All files of a library, with the kind that they are of.
fn files(root: &Path) -> Vec<(PathBuf, Kind)> {
    let mut found = Vec::new();
    let mut folders = vec![root.to_owned()];
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(&folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|end| end == "yaml") {
                let kind = match () {
                    () if path == root.join("library.yaml") => Kind::Library,
                    () if folder.ends_with("competencies") => Kind::Competency,
                    () => Kind::Profile,
                };
                found.push((path, kind));
            }
        }
    }
    found
}

fn validator_of(kind: Kind) -> &'static Validator {
    match kind {
        Kind::Profile => &PROFILE,
        Kind::Competency => &COMPETENCY,
        Kind::Library => &LIBRARY,
    }
}

/// Holds every document of a folder against the schemas; returns how many there were.
#[track_caller]
fn assert_valid(root: &Path) -> usize {
    let mut count = 0;
    for (path, kind) in files(root) {
        for document in documents(&std::fs::read_to_string(&path).unwrap()) {
            let told: Vec<String> = validator_of(kind)
                .iter_errors(&document)
                .map(|error| format!("{}: {error}", error.instance_path()))
                .collect();
            assert!(told.is_empty(), "{}\n{}", path.display(), told.join("\n"));
            count += 1;
        }
    }
    count
}

#[test]
fn every_shipped_file_is_valid() {
    assert_eq!(assert_valid(&shipped_folder()), files(&shipped_folder()).len());
}

#[test]
fn every_real_file_is_valid() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/data/onet");
    if folder.is_dir() {
        assert_eq!(assert_valid(&folder), 1016 + 68 + 1);
    } else {
        println!("skipped: ../shared/data/onet is not there");
    }
}

#[test]
fn every_shipped_file_names_its_schema() {
    for (path, kind) in files(&shipped_folder()) {
        let text = std::fs::read_to_string(&path).unwrap();
        let first = text.lines().next().unwrap();
        let named = first.strip_prefix("# yaml-language-server: $schema=");
        let named = named.unwrap_or_else(|| panic!("{}: {first}", path.display()));
        let file = path.parent().unwrap().join(named).canonicalize().unwrap();
        assert_eq!(file, repository(kind).canonicalize().unwrap(), "{}", path.display());
    }
}

fn repository(kind: Kind) -> PathBuf {
    let name = format!("schema/{}.json", kind.word());
    Path::new(env!("CARGO_MANIFEST_DIR")).join(name)
}

#[test]
fn the_schemas_in_the_repository_are_those_of_the_program() {
    for kind in Kind::ALL {
        let path = repository(kind);
        if std::env::var_os(WRITE).is_some() {
            std::fs::write(&path, text(kind)).unwrap();
        }
        let kept = std::fs::read_to_string(&path).unwrap_or_default();
        assert!(
            kept == text(kind),
            "{} is not what the program makes; run {WRITE}=1 cargo test --test schema",
            path.display()
        );
    }
}

#[test]
fn every_key_is_explained() {
    for kind in Kind::ALL {
        let schema = schema(kind);
        let definitions = schema["$defs"].as_object().unwrap().values();
        for part in definitions.chain([&schema]) {
            // Figures are explained as a whole, where they stand.
            let keys = part["properties"].as_object().into_iter().flatten();
            for (key, value) in keys.filter(|_| part["title"] != "Pay figures") {
                let explained = value["description"].as_str().is_some_and(|text| text.len() > 10);
                assert!(explained, "{}: {key}", part["title"]);
            }
        }
    }
}
