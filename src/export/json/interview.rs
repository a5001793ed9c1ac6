//! An interview kit as JSON. Never any pay.

use super::between::{counts_for, text};
use super::{named, sources, whole_numbers};
use crate::interview::{self, Choice, Mark, SCORES, Standing};
use crate::model::{Library, Proficiency};
use serde_json::{Value, json};

/// The questions for a job, with the rating sheet of each.
#[must_use]
pub fn interview(library: &Library, job: usize, choice: &Choice) -> Value {
    let kit = interview::kit(library, job, choice);
    let mark = |mark: &Mark<'_>, required: Option<Proficiency>| {
        let required = required.filter(|_| mark.standing == Standing::Required);
        json!({
            "standing": mark.standing.word(),
            "level": mark.number,
            "label": mark.label,
            "counts_for": counts_for(mark.number, required),
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
            "sheet": asked.sheet.iter().map(|each| mark(each, asked.required)).collect::<Vec<_>>(),
        })
    };
    let scores = SCORES.map(|(score, words)| json!({ "score": score, "means": words }));
    let names = kit.asked.iter().map(|asked| asked.name);
    whole_numbers(json!({
        "job": named(library, job),
        "scores": scores,
        "asked": kit.asked.iter().map(asked).collect::<Vec<_>>(),
        "sources": sources(library, &[job], names, false),
    }))
}
