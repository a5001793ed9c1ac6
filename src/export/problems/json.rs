//! Problems as JSON: how many there are, then all of them.

use super::{Each, Entry, Tally, document};
use serde::Serialize;
use serde_json::json;

#[derive(Serialize)]
struct Report<'a, 'f> {
    #[serde(flatten)]
    tally: Tally,
    problems: Each<'a, 'f>,
}

/// The entries as one object. A problem without a place has neither line nor column.
#[must_use]
pub fn problems(entries: &[Entry<'_>], tally: Tally) -> String {
    let told = |entry: &Entry<'_>| {
        json!({
            "path": entry.shown_file(),
            "line": entry.place().map(|place| place.line),
            "column": entry.place().map(|place| place.column),
            "severity": entry.severity(),
            "rule": entry.problem.rule,
            "sentence": entry.sentence(),
        })
    };
    document(&Report { tally, problems: Each { entries, told: &told } })
}
