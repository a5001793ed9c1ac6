//! An interview kit as JSON. Never any pay.

use super::{between::text, brief};
use crate::interview::{self, Choice, Mark, SCORES};
use crate::model::Library;
use serde_json::{Value, json};

/// The questions for a job, with the rating sheet of each.
#[must_use]
pub fn interview(library: &Library, job: usize, choice: &Choice) -> Value {
    let kit = interview::kit(library, job, choice);
    let mark = |mark: &Mark<'_>| {
        json!({
            "standing": mark.standing.word(),
            "level": mark.number,
            "label": mark.label,
            "text": text(mark.text),
        })
    };
    let asked = |asked: &interview::Asked<'_>| {
        json!({
            "competency": asked.name,
            "definition": asked.definition,
            "required": asked.required,
            "need": asked.need,
            "question": asked.question,
            "about": asked.apart,
            "sheet": asked.sheet.iter().map(mark).collect::<Vec<_>>(),
        })
    };
    let scores = SCORES.map(|(score, words)| json!({ "score": score, "means": words }));
    json!({
        "job": brief(library, job, false),
        "scores": scores,
        "asked": kit.asked.iter().map(asked).collect::<Vec<_>>(),
    })
}
