//! The keys that the reader knows are those that the schema has.

use super::{Kind, schema};
use rolebook::store::parse_profiles;
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

type Keys = BTreeSet<String>;

/// The lists of known keys as the reader's source has them, by file.
fn known() -> BTreeMap<&'static str, Keys> {
    const READERS: [&str; 7] = [
        "decode.rs",
        "decode/competency.rs",
        "decode/levels.rs",
        "decode/pay.rs",
        "decode/profile.rs",
        "decode/requirement.rs",
        "decode/settings.rs",
    ];
    let keys = |file: &str| {
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/store").join(file);
        let text = std::fs::read_to_string(path).unwrap();
        let (_, list) = text.split_once("const KNOWN: &[&str] =").unwrap_or_else(|| {
            panic!("src/store/{file} has no list of known keys any more; look for it elsewhere")
        });
        let (list, _) = list.split_once(';').unwrap();
        list.split('"').skip(1).step_by(2).map(str::to_owned).collect()
    };
    READERS.into_iter().map(|file| (file, keys(file))).collect()
}

/// The keys of one mapping of a schema, at a JSON pointer.
fn typed(kind: Kind, pointer: &str) -> Keys {
    let schema = schema(kind);
    let part = schema.pointer(pointer).unwrap_or_else(|| panic!("there is no {pointer}"));
    part["properties"].as_object().unwrap().keys().cloned().collect()
}

#[test]
fn the_reader_and_the_schema_know_the_same_keys() {
    let known = known();
    let mut level_text = typed(Kind::Profile, "/$defs/LevelText");
    assert!(level_text.remove("behaviors"), "the other spelling is read as well");
    let parts = [
        ("decode/profile.rs", typed(Kind::Profile, "")),
        ("decode/requirement.rs", typed(Kind::Profile, "/$defs/LongForm")),
        ("decode/pay.rs", typed(Kind::Profile, "/$defs/PayRecord")),
        ("decode.rs", typed(Kind::Profile, "/$defs/Source")),
        ("decode/levels.rs", level_text),
        ("decode/competency.rs", typed(Kind::Competency, "")),
        ("decode/settings.rs", typed(Kind::Library, "")),
    ];
    assert_eq!(parts.len(), known.len());
    for (file, keys) in parts {
        assert_eq!(known[file], keys, "{file}");
    }
}

/// The rules of all that is told of a profile.
pub fn told(yaml: &str) -> Vec<&'static str> {
    let jobs = parse_profiles(Path::new("a.yaml"), yaml.as_bytes());
    jobs.iter().flat_map(|job| &job.problems).map(|problem| problem.rule).collect()
}

#[test]
fn no_key_of_the_profile_schema_is_unknown_to_the_reader() {
    let schema = schema(Kind::Profile);
    let keys = |part: &str| {
        let keys: Vec<String> = schema
            .pointer(part)
            .and_then(|part| part["properties"].as_object())
            .map(|keys: &serde_json::Map<String, Value>| keys.keys().cloned().collect())
            .unwrap_or_default();
        assert!(!keys.is_empty(), "{part}");
        keys
    };
    let whole = keys("").into_iter().map(|key| format!("{key}: x\n"));
    let inside = [
        ("/$defs/PayRecord", "salary: { KEY: x }"),
        ("/$defs/Figures", "salary: { base: { KEY: 1 } }"),
        ("/$defs/LongForm", "competencies: { general: [{ name: A, KEY: x }] }"),
        ("/$defs/LevelText", "competencies: { general: [{ name: A, levels: { 1: { KEY: x } } }] }"),
        ("/$defs/Source", "source: { KEY: x }"),
    ];
    let inside = inside
        .iter()
        .flat_map(|(part, yaml)| keys(part).into_iter().map(move |key| yaml.replace("KEY", &key)));
    for yaml in whole.chain(inside) {
        assert!(!told(&yaml).contains(&"unknown-key"), "{yaml}");
    }
    assert!(told("title: x\nfoo: 1\n").contains(&"unknown-key"));
}
