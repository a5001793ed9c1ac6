//! An interview kit as a document: questions, rating sheets and room to write. Never any pay.

use super::{Document, Fact, Tone, Words};
use crate::export::document::{Block, Paper, Room};
use crate::interview::{self, Asked, Choice, SCORES, Standing, Why};
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
    document.paper = Paper::Sheets;
    let kit = interview::kit(library, job, choice);
    if kit.asked.is_empty() {
        document.paragraph("This job names no competency to ask about.");
        return document;
    }
    let who = ["Candidate", "Interviewer", "Date"].map(|label| Room::lines(label, 1));
    document.blocks.push(Block::Form(who.to_vec()));
    put_how(&mut document, kit.why);
    for (number, asked) in (1..).zip(&kit.asked) {
        let need = asked.need.map_or_else(String::new, |need| format!(" ({})", need.word()));
        document.heading(2, format!("{number}. {}{need}", asked.name));
        put_asked(&mut document, asked);
    }
    let names = kit.asked.iter().map(|asked| asked.name);
    super::close(&mut document, library, &[job], names, false);
    document
}

fn put_how(document: &mut Document, why: Why) {
    document.heading(2, "How to use it");
    let why = match why {
        Why::Named => "It asks about the competencies that were named.",
        Why::Must => "It asks about what the job cannot be had without.",
        Why::MustAndImportant => {
            "It asks about what the job cannot be had without, and about what else matters most to it."
        }
        Why::Important => "It asks about what matters most to the job.",
    };
    document.list(vec![
        why.into(),
        "Ask every candidate the same opening questions, in the same order.".into(),
        "Write down what they did, in their words, before you judge it.".into(),
        "Score each answer against the levels beneath its question, before the next one.".into(),
    ]);
    document.heading(3, "What the scores mean");
    let scores = SCORES.map(|(score, words)| Fact::new(score, words));
    document.facts(scores.to_vec());
}

fn put_asked(document: &mut Document, asked: &Asked<'_>) {
    if let Some(definition) = asked.definition {
        document.paragraph(Words::aside(definition));
    }
    document.paragraph(Words::of(Tone::Strong, &asked.question));
    if let Some(text) = asked.apart {
        document.paragraph(text);
    }
    let items = asked.sheet.iter().map(|mark| {
        let name = super::numbered(&mark.number.to_string(), mark.label);
        let required = asked.required.filter(|_| mark.standing == Standing::Required);
        let between = super::holding_for(mark.number, required);
        super::level_item(format!("{}: {name}{between}", mark.standing.word()), mark.text)
    });
    document.list(items.collect());
    if asked.sheet.is_empty() {
        document.paragraph(Words::aside("the level that the job requires is not in file"));
    }
    let boxes: Vec<String> = SCORES.iter().map(|(score, _)| format!("☐\u{a0}{score}")).collect();
    let score = Room { words: boxes.join("   ").into(), ..Room::lines("Score", 0) };
    document.blocks.push(Block::Form(vec![Room::lines("Evidence", EVIDENCE), score]));
}
