//! A document as somebody reads it in a terminal: wrapped, in columns, with or without escapes.

mod table;
mod wrap;

use super::document::{Block, Document, Fact, Pay, Room, Words};
use wrap::{Writer, width};

/// How wide the text is, and whether a terminal's bold may be used.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Layout {
    /// How many columns a line may take, 20 at least.
    pub columns: usize,
    /// Whether words stand out by escape sequences; without, those that differ stand in stars.
    pub escapes: bool,
}

impl Default for Layout {
    /// A page that goes nowhere in particular.
    fn default() -> Self {
        Self { columns: 80, escapes: false }
    }
}

/// The document.
#[must_use]
pub fn write(document: &Document, layout: Layout) -> String {
    let mut writer = Writer::new(layout);
    title(&mut writer, &document.title, '=');
    for block in &document.blocks {
        put(&mut writer, block);
    }
    writer.out
}

fn put(writer: &mut Writer, block: &Block) {
    writer.blank();
    match block {
        Block::Heading(2, text) | Block::Sheet(text) => title(writer, text, '-'),
        Block::Heading(_, text) => writer.strong(0, text),
        Block::Paragraph(words) => writer.words("", 0, words),
        Block::Facts(facts) => put_facts(writer, facts),
        Block::Source(facts) => {
            title(writer, "Source", '-');
            writer.blank();
            put_facts(writer, facts);
        }
        Block::List(items) => {
            for item in items {
                writer.words("- ", 2, &item.words);
                item.inside.iter().for_each(|words| writer.words("    - ", 6, words));
            }
        }
        Block::Table(table) => table::put(writer, table),
        Block::Pay(records) => records.iter().for_each(|pay| put_pay(writer, pay)),
        Block::Form(rooms) => {
            for (i, room) in rooms.iter().enumerate() {
                if i > 0 {
                    writer.blank();
                }
                put_room(writer, room);
            }
        }
    }
}

fn put_room(writer: &mut Writer, room: &Room) {
    let label = format!("{}: ", room.label);
    match room.lines {
        0 => writer.words(&label, width(&label), &room.words),
        // A single line stands beside what is to be written on it.
        1 => {
            let line = "_".repeat(writer.columns().saturating_sub(width(&label)).max(4));
            writer.line(&(label + &line));
        }
        lines => {
            writer.line(&label);
            let line = "_".repeat(writer.columns());
            for _ in 0..lines {
                writer.blank();
                writer.line(&line);
            }
        }
    }
}

/// A title with a line beneath it that is as long.
fn title(writer: &mut Writer, text: &str, under: char) {
    writer.strong(0, text);
    let long = width(text).min(writer.columns());
    writer.line(&under.to_string().repeat(long));
}

/// Beyond this a label no longer decides where the values begin.
const WIDEST_LABEL: usize = 24;

fn put_facts(writer: &mut Writer, facts: &[Fact]) {
    let labels = facts.iter().map(|fact| width(&fact.label)).filter(|w| *w <= WIDEST_LABEL);
    let indent = labels.max().unwrap_or(0) + 2;
    for fact in facts {
        let gap = indent.saturating_sub(width(&fact.label)).max(2);
        let mut before = format!("{}{}", fact.label, " ".repeat(gap));
        for value in &fact.values {
            writer.words(&before, indent, value);
            before = " ".repeat(indent);
        }
    }
}

fn put_pay(writer: &mut Writer, pay: &Pay) {
    let heading = if pay.heading.is_empty() { &pay.sentence } else { &pay.heading };
    writer.words("", 2, &Words::from(format!("{}: {heading}", pay.label)));
    for bar in &pay.bars {
        let before = format!("  {:<7}", bar.name);
        let told: Vec<String> =
            bar.told.iter().map(|(name, sum)| format!("{name} {sum}")).collect();
        writer.words(&before, 9, &Words::from(told.join(" · ")));
    }
    if pay.bars.is_empty() && !pay.heading.is_empty() {
        writer.words("  ", 2, &Words::from("figures not in file"));
    }
    pay.notes.iter().for_each(|note| writer.words("  ", 2, note));
}
