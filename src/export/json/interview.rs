//! An interview kit as JSON. Never any pay.

use super::between::text;
use super::{named, sources, whole_numbers};
use crate::interview::{self, Asked, Choice, Mark, SCORES};
use crate::model::Library;
use serde_json::{Value, json};

/// The questions for a job, with the rating sheet of each.
#[must_use]
pub fn interview(library: &Library, job: usize, choice: &Choice) -> Value {
    let kit = interview::kit(library, job, choice);
    let mark = |asked: &Asked<'_>, mark: &Mark<'_>| {
        json!({
            "standing": mark.standing.word(),
            "level": mark.number,
            "label": mark.label,
            "counts_for": asked.counts_for(mark),
            "text": text(mark.text),
        })
    };
    let asked = |asked: &Asked<'_>| {
        json!({
            "competency": asked.name,
            "definition": asked.definition,
            "required": asked.required,
            "need": asked.need,
            "cumulative": asked.scale.cumulative,
            "question": asked.question,
            "about": asked.apart,
            "sheet": asked.sheet.iter().map(|each| mark(asked, each)).collect::<Vec<_>>(),
            "scores": asked.scores().collect::<Vec<_>>(),
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
