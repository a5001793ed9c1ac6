//! A job as a document: facts, pay, responsibilities, competencies with what people do.

use super::{Document, Fact, Item, Tone, Words};
use crate::export::document::{Block, Pay};
use crate::facts::{FactId, Section, Value, facts};
use crate::model::{Library, Profile, Requirement, Scale};
use crate::outline::{Content, View, WITHHELD, outline};

/// The whole job.
#[must_use]
pub fn job(library: &Library, index: usize, pay: bool) -> Document {
    jobs(library, &[index], pay)
}

/// Several jobs one after the other, under the titles of all of them.
#[must_use]
pub fn jobs(library: &Library, jobs: &[usize], pay: bool) -> Document {
    let title = |job: &usize| super::title(library, *job, jobs);
    let mut document = match jobs {
        [one] => Document::new(title(one)),
        _ => Document::new(all_of(&jobs.iter().map(title).collect::<Vec<_>>())),
    };
    document.language = super::language(library, jobs);
    for job in jobs {
        // Of several jobs each title is a heading, and what stands in it one deeper.
        let deeper = u8::from(jobs.len() > 1);
        if deeper > 0 {
            document.heading(2, title(job));
        }
        put(&mut document, library, *job, pay, deeper);
    }
    let texts = jobs.iter().filter_map(|job| library.jobs().get(*job)?.profile.as_ref());
    let names = texts.flat_map(Profile::requirements).filter_map(|(_, r)| r.name.as_deref());
    super::close(&mut document, library, jobs, names.collect::<Vec<_>>(), pay);
    document
}

/// How many jobs a title names; more are counted.
const NAMED: usize = 4;

/// Several titles in one: `Clerk, Cook and 3 more`.
fn all_of(titles: &[String]) -> String {
    let (named, more) = match titles.len() {
        0..=NAMED => titles.split_at(titles.len().saturating_sub(1)),
        _ => titles.split_at(NAMED - 1),
    };
    let last = match more {
        [last] => last.clone(),
        _ => format!("{} more", more.len()),
    };
    if named.is_empty() { last } else { format!("{} and {last}", named.join(", ")) }
}

fn put(document: &mut Document, library: &Library, index: usize, pay: bool, deeper: u8) {
    let Some(job) = library.jobs().get(index) else { return };
    let mut duties: Vec<Item> = Vec::new();
    let mut section: Option<Section> = None;
    // What is wrong with a file, and where it lies, is nobody's business but the library's.
    // Sources close the document, each of them once.
    let elsewhere = |id: &FactId| {
        matches!(id, FactId::Source | FactId::SourceUrl | FactId::Licence)
            || matches!(id, FactId::Attribution | FactId::Retrieved | FactId::File)
    };
    let mut all = facts(library, index, pay);
    all.retain(|fact| fact.section != Section::Problems && !elsewhere(&fact.id));
    if job.profile.is_none() {
        document.paragraph(format!("{} {}.", job.title(), super::UNREAD));
    }
    for (i, fact) in all.iter().enumerate() {
        // Code, pay, lines and what somebody brings along are one list.
        let goes_on = matches!(fact.section, Section::Pay | Section::Lines | Section::Asks);
        let begins = section != Some(fact.section) && !goes_on;
        section = Some(fact.section);
        match &fact.value {
            Value::Hidden => put_fact(document, begins, fact.label, Words::aside("left out")),
            Value::Pay(view) => put_pay(document, Pay::of(fact.label, view)),
            Value::Text(text) if fact.section == Section::Summary => {
                document.paragraphs(text);
            }
            Value::Item(text) if fact.section == Section::Responsibilities => {
                duties.push(Item::from(*text));
                let last = all.get(i + 1).is_none_or(|next| next.section != fact.section);
                if last {
                    document.heading(2 + deeper, "Responsibilities");
                    document.list(std::mem::take(&mut duties));
                }
            }
            Value::Parts(parts) => parts.iter().enumerate().for_each(|(i, (name, text))| {
                put_fact(document, begins && i == 0, name, Words::from(*text));
            }),
            value => {
                let tone = match (value, fact.label) {
                    (_, "Link") => Tone::Link,
                    _ => Tone::Plain,
                };
                put_fact(document, begins, fact.label, Words::of(tone, value.words()));
            }
        }
    }
    if let Some(profile) = &job.profile {
        document.heading(2 + deeper, "Competencies");
        for row in outline(library, profile, &View::whole()) {
            put_row(document, &row.content, deeper);
        }
    }
}

/// Adds a fact to those before it; further ones of a kind belong to the first.
fn put_fact(document: &mut Document, begins: bool, label: &str, value: Words) {
    match document.blocks.last_mut() {
        Some(Block::Facts(facts)) if !begins => match facts.last_mut() {
            Some(last) if label.is_empty() => last.values.push(value),
            _ => facts.push(Fact::new(label, value)),
        },
        _ => document.blocks.push(Block::Facts(vec![Fact::new(label, value)])),
    }
}

fn put_pay(document: &mut Document, pay: Pay) {
    match document.blocks.last_mut() {
        Some(Block::Pay(records)) => records.push(pay),
        _ => document.blocks.push(Block::Pay(vec![pay])),
    }
}

fn put_row(document: &mut Document, content: &Content<'_>, deeper: u8) {
    match content {
        Content::Group { name, counts } => {
            document.heading(3 + deeper, format!("{name} ({counts})"));
        }
        Content::Competency { requirement, scale, .. } => {
            document.heading(4 + deeper, competency(requirement, scale));
        }
        Content::Definition(Ok(text)) => document.paragraph(*text),
        Content::Definition(Err(words)) => document.paragraph(Words::aside(*words)),
        Content::Needed(level) => {
            put_item(document, Words::of(Tone::Strong, format!("this job needs {level}")));
        }
        Content::Level { number, label, standing, text } => {
            let words = Words::of(Tone::Strong, super::numbered(&number.to_string(), *label));
            let standing = match standing.words() {
                "" => String::new(),
                standing => format!(", {standing}"),
            };
            let extent = match text.filter(|text| text.is_described()) {
                Some(_) => String::new(),
                None => format!(": {}", Content::level_extent(*text)),
            };
            put_item(document, words.and(Tone::Plain, standing + &extent));
        }
        Content::Statement(text) | Content::Behaviour(text) => put_inside(document, (*text).into()),
        Content::Unwritten(levels) => {
            put_item(document, Words::from(Content::unwritten_words(levels)));
        }
        Content::More(count) => {
            put_inside(document, Words::aside(format!("{count} more at the source, not in file")));
        }
    }
}

/// `Negotiation, level 3 Moderate experience (must)`.
fn competency(requirement: &Requirement, scale: &Scale) -> String {
    let mut words = requirement.name.as_deref().unwrap_or(WITHHELD).to_owned();
    if let Some(level) = requirement.level {
        words += &format!(", level {}", super::level(scale, level));
    }
    if let Some(need) = requirement.need() {
        words += &format!(" ({})", need.word());
    }
    words
}

fn put_item(document: &mut Document, words: Words) {
    match document.blocks.last_mut() {
        Some(Block::List(items)) => items.push(words.into()),
        _ => document.list(vec![words.into()]),
    }
}

fn put_inside(document: &mut Document, words: Words) {
    if let Some(Block::List(items)) = document.blocks.last_mut()
        && let Some(item) = items.last_mut()
    {
        item.inside.push(words);
    }
}
