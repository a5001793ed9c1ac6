//! Problems as SARIF 2.1.0, which code hosts and editors read.

use super::{Each, Entry, document, word};
use crate::model::rule::{RULES, Rule};
use serde::Serialize;
use serde_json::{Value, json};
use std::fmt::Write;
use std::os::unix::ffi::OsStrExt;
use std::path::Path;

const SCHEMA: &str = "https://json.schemastore.org/sarif-2.1.0.json";

#[derive(Serialize)]
struct Log<'a, 'f> {
    #[serde(rename = "$schema")]
    schema: &'static str,
    version: &'static str,
    runs: [Run<'a, 'f>; 1],
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Run<'a, 'f> {
    tool: Value,
    column_kind: &'static str,
    results: Each<'a, 'f>,
}

/// The entries as a log of one run, which names every rule there is.
#[must_use]
pub fn problems(entries: &[Entry<'_>]) -> String {
    let told = |entry: &Entry<'_>| {
        json!({
            "ruleId": entry.problem.rule,
            "ruleIndex": RULES.iter().position(|rule| rule.name == entry.problem.rule),
            "level": entry.severity(),
            "message": { "text": entry.sentence() },
            "locations": [{ "physicalLocation": location(entry) }],
        })
    };
    let tool = json!({ "driver": {
        "name": "rolebook",
        "version": env!("CARGO_PKG_VERSION"),
        "rules": RULES.iter().map(rule).collect::<Vec<_>>(),
    } });
    // A column is a character, as everywhere in this program, not a unit of UTF-16.
    let column_kind = "unicodeCodePoints";
    let results = Each { entries, told: &told };
    let runs = [Run { tool, column_kind, results }];
    document(&Log { schema: SCHEMA, version: "2.1.0", runs })
}

fn rule(rule: &Rule) -> Value {
    json!({
        "id": rule.name,
        "shortDescription": { "text": rule.sentence },
        "defaultConfiguration": { "level": word(rule.severity) },
    })
}

fn location(entry: &Entry<'_>) -> Value {
    let mut location = json!({ "artifactLocation": { "uri": uri(&entry.file()) } });
    if let Some(place) = entry.place() {
        location["region"] = json!({ "startLine": place.line, "startColumn": place.column });
    }
    location
}

/// A path as a URI (RFC 3986): relative where the path is, else with `file://` before it.
fn uri(path: &Path) -> String {
    let mut uri = if path.is_absolute() { "file://".to_owned() } else { String::new() };
    for byte in path.as_os_str().as_bytes() {
        match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' | b'/' => {
                uri.push(char::from(*byte));
            }
            // Writing to a string cannot fail.
            _ => drop(write!(uri, "%{byte:02X}")),
        }
    }
    uri
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::ffi::OsStr;

    #[test]
    fn a_path_is_encoded_byte_by_byte() {
        assert_eq!(uri(Path::new("sales & co/né.yaml")), "sales%20%26%20co/n%C3%A9.yaml");
        assert_eq!(uri(Path::new("/srv/a:b.yaml")), "file:///srv/a%3Ab.yaml");
        assert_eq!(uri(Path::new(OsStr::from_bytes(b"\xff\n.yaml"))), "%FF%0A.yaml");
    }
}
