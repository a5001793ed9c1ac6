//! An interview kit as a document: questions, rating sheets and room to write. Never any pay.

use super::{Document, Fact, Item, Tone, Words};
use crate::export::document::{Block, Room};
use crate::interview::{self, Asked, Choice, Kit, Mark, SCORES, Standing, Why};
use crate::model::Library;

/// How many lines there are for what a candidate says.
const EVIDENCE: usize = 8;

/// The questions for a job.
#[must_use]
pub fn interview(library: &Library, job: usize, choice: &Choice) -> Document {
    let title = super::title(library, job, &[job]);
    let mut document = Document::new(format!("Interview kit: {title}"));
    document.language = super::language(library, &[job]);
    let facts = library.jobs().get(job).map(|job| {
        let facts = [("Code", job.code()), ("Level", job.level()), ("Family", job.family())];
        facts.into_iter().filter_map(|(label, text)| Some(Fact::new(label, text?))).collect()
    });
    document.facts(facts.unwrap_or_default());
    let kit = interview::kit(library, job, choice);
    if kit.asked.is_empty() {
        document.paragraph("This job names no competency to ask about.");
        return document;
    }
    let who = ["Candidate", "Interviewer", "Date"].map(|label| Room::lines(label, 1));
    document.blocks.push(Block::Form(who.to_vec()));
    put_how(&mut document, library, &kit);
    // On the first page, so that it never takes one of its own.
    let names = kit.asked.iter().map(|asked| asked.name);
    super::close(&mut document, library, &[job], names, false);
    for (number, asked) in (1..).zip(&kit.asked) {
        let need = asked.need.map_or_else(String::new, |need| format!(" ({})", need.word()));
        document.blocks.push(Block::Sheet(format!("{number}. {}{need}", asked.name)));
        put_asked(&mut document, asked);
    }
    document
}

fn put_how(document: &mut Document, library: &Library, kit: &Kit<'_>) {
    document.heading(2, "How to use it");
    let mut how: Vec<Item> = vec![
        why(kit).into(),
        "Ask every candidate the same opening questions, in the same order.".into(),
        "Write down what they did, in their words, before you judge it.".into(),
        "Score each answer against the levels beneath its question, before the next one.".into(),
    ];
    let mut scales: Vec<String> = Vec::new();
    for asked in kit.asked.iter().filter(|asked| !asked.scale.cumulative) {
        let name = format!("“{}”", library.scale_name(asked.name));
        if !scales.contains(&name) {
            scales.push(name);
        }
    }
    if !scales.is_empty() {
        let noun = if scales.len() == 1 { "the scale" } else { "the scales" };
        how.push(Item::from(format!(
            "On {noun} {} a level does not include those below it; its text is an example.",
            scales.join(", ")
        )));
    }
    document.list(how);
    document.heading(3, "What the scores mean");
    let scores = SCORES.map(|(score, words)| Fact::new(score, words));
    document.facts(scores.to_vec());
}

/// Why it asks about these competencies.
fn why(kit: &Kit<'_>) -> String {
    let count = kit.asked.len();
    match kit.why {
        Why::Named if count == kit.among => {
            "It asks about the competencies that were named.".to_owned()
        }
        Why::Named => format!("It asks about {} of the competencies that were named.", told(count)),
        Why::Must if count == kit.among => "It asks about the must-haves.".to_owned(),
        Why::Must => {
            format!("It asks about {} of the {} must-haves.", told(count), told(kit.among))
        }
        Why::Important => {
            let ones = match count {
                1 => "most important one".to_owned(),
                _ => format!("{} most important ones", told(count)),
            };
            format!("No competency is named a must-have: it asks about the {ones}.")
        }
    }
}

/// A count as it is said.
fn told(count: usize) -> String {
    const WORDS: [&str; 10] =
        ["no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"];
    WORDS.get(count).map_or_else(|| count.to_string(), |word| (*word).to_owned())
}

fn put_asked(document: &mut Document, asked: &Asked<'_>) {
    if let Some(definition) = asked.definition {
        document.paragraph(Words::aside(definition));
    }
    if let Some(text) = asked.apart {
        let what = if asked.is_example() { "this example" } else { "what this role asks for" };
        document.paragraph(Words::aside(format!("First say {what}, in its own language:")));
        document.paragraph(text);
        document.paragraph(Words::aside("Then ask:"));
    }
    document.paragraph(Words::of(Tone::Strong, &asked.question));
    document.list(asked.sheet.iter().map(|mark| level(asked, mark)).collect());
    if asked.sheet.is_empty() {
        document.paragraph(Words::aside("the level that the job requires is not in file"));
    }
    let boxes: Vec<String> = asked.scores().map(|score| format!("☐\u{a0}{score}")).collect();
    let score = Room { words: boxes.join("   ").into(), ..Room::lines("Score", 0) };
    document.blocks.push(Block::Form(vec![Room::lines("Evidence", EVIDENCE), score]));
}

/// A level of the rating sheet. What the question has told is no sign of anything in an answer.
fn level(asked: &Asked<'_>, mark: &Mark<'_>) -> Item {
    let standing = mark.standing.word();
    let name = match asked.required.filter(|_| !mark.is_described()) {
        Some(required) => required.to_string(),
        None => super::numbered(&mark.number.to_string(), mark.label),
    };
    let holds = super::holding_for(mark.number, asked.counts_for(mark));
    let mut item = super::level_item(format!("{standing}: {name}{holds}"), mark.text);
    let text = mark.text.filter(|text| text.behaviours.len() > 1);
    if let Some(text) = text.filter(|_| mark.standing == Standing::Required)
        // What the level says as a whole stands before its behaviours.
        && let Some(words) = item.inside.get_mut(usize::from(text.statement.is_some()))
    {
        let told = std::mem::take(words);
        let place = if asked.apart.is_some() { "said before" } else { "in" };
        *words = told.and(Tone::Aside, format!(" ({place} the question; listen for the others)"));
    }
    item
}
