//! A document as Markdown, to be pasted into a document or a ticket; reads well as it is.

use super::document::{Block, Document, Fact, Row, Table, Tone, Words};
use crate::model::Library;
use std::fmt::Write;

/// The whole job: facts, responsibilities, competencies with the behaviours of each level.
#[must_use]
pub fn job(library: &Library, index: usize, pay: bool) -> String {
    if library.jobs().get(index).is_none() {
        return String::new();
    }
    write(&super::views::job(library, index, pay))
}

/// The document.
#[must_use]
pub fn write(document: &Document) -> String {
    let mut out = format!("# {}\n", escaped(&document.title));
    for block in &document.blocks {
        out.push('\n');
        put(&mut out, block);
    }
    out
}

fn put(out: &mut String, block: &Block) {
    // Writing to a string cannot fail.
    let _ = match block {
        Block::Heading(level, text) => {
            writeln!(out, "{} {}", "#".repeat(usize::from(*level)), escaped(text))
        }
        Block::Sheet(text) => writeln!(out, "## {}", escaped(text)),
        Block::Paragraph(words) => writeln!(out, "{}", inline(words)),
        Block::Facts(facts) => put_facts(out, facts),
        Block::Source(facts) => {
            out.push_str("## Source\n\n");
            put_facts(out, facts)
        }
        Block::List(items) => items.iter().try_for_each(|item| {
            writeln!(out, "- {}", inline(&item.words))?;
            item.inside.iter().try_for_each(|words| writeln!(out, "  - {}", inline(words)))
        }),
        Block::Table(table) => put_table(out, table),
        Block::Pay(records) => records.iter().try_for_each(|pay| {
            writeln!(out, "- **{}:** {}", escaped(&pay.label), escaped(&pay.sentence))?;
            pay.notes.iter().try_for_each(|note| writeln!(out, "  - {}", inline(note)))
        }),
        Block::Form(rooms) => {
            // One empty row, whose cells grow with what is written into them.
            let row = |cells: Vec<String>| format!("| {} |", cells.join(" | "));
            let heads = rooms.iter().map(|room| escaped(&room.label)).collect();
            let cells = rooms.iter().map(|room| inline(&room.words)).collect();
            let rule = " --- |".repeat(rooms.len());
            writeln!(out, "{}\n|{rule}\n{}", row(heads), row(cells))
        }
    };
}

fn put_facts(out: &mut String, facts: &[Fact]) -> std::fmt::Result {
    facts.iter().try_for_each(|fact| {
        // Further ones of a kind stand beneath the first.
        let mut values = fact.values.iter().map(inline);
        let first = values.next().unwrap_or_default();
        writeln!(out, "- **{}:** {first}", escaped(&fact.label))?;
        values.try_for_each(|value| writeln!(out, "  - {value}"))
    })
}

/// A table as GitHub, GitLab and most editors read it.
fn put_table(out: &mut String, table: &Table) -> std::fmt::Result {
    let row = |cells: Vec<String>| format!("| {} |", cells.join(" | "));
    let heads = table.columns.iter().map(|column| escaped(column));
    writeln!(out, "{}", row(heads.collect()))?;
    writeln!(out, "|{}", " --- |".repeat(table.columns.len()))?;
    for each in &table.rows {
        let cells = match each {
            Row::Section(name) => {
                let empty = std::iter::repeat_n(String::new(), table.columns.len() - 1);
                std::iter::once(format!("**{}**", escaped(name))).chain(empty).collect()
            }
            Row::Cells(about, cells) => {
                std::iter::once(about).chain(cells).map(inline).collect::<Vec<_>>()
            }
        };
        writeln!(out, "{}", row(cells))?;
    }
    Ok(())
}

fn inline(words: &Words) -> String {
    let mut out = String::new();
    for (i, run) in words.0.iter().enumerate() {
        // Spaces at the beginning would make a list deeper, or code of it.
        let text = if i == 0 { run.text.trim_start() } else { &run.text };
        let text = escaped(text);
        // A mark must touch a word, or it is no mark.
        let inner = text.trim();
        let (before, after) = match inner {
            "" => ("", ""),
            _ => (&text[..text.len() - text.trim_start().len()], &text[text.trim_end().len()..]),
        };
        out += &match run.tone {
            Tone::Strong | Tone::Differs if !inner.is_empty() => {
                format!("{before}**{inner}**{after}")
            }
            Tone::Aside if !inner.is_empty() => format!("{before}_{inner}_{after}"),
            _ => text,
        };
    }
    out
}

/// Text in which Markdown sees no markup, on one line.
#[must_use]
pub fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    for (i, c) in text.char_indices() {
        match c {
            // At the beginning they would make a list or a rule.
            '-' | '+' | '=' if i == 0 => {
                out.push('\\');
                out.push(c);
            }
            '.' | ')' if i == digits && digits > 0 => {
                out.push('\\');
                out.push(c);
            }
            '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '#' | '|' | '~' | '$' => {
                out.push('\\');
                out.push(c);
            }
            '&' => out.push_str("&amp;"),
            '\n' => out.push(' '),
            _ => out.push(c),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_from_a_file_becomes_markup() {
        assert_eq!(escaped("<script>|a*b"), "\\<script\\>\\|a\\*b");
        assert_eq!(escaped("a & b\nc"), "a &amp; b c");
        assert_eq!(escaped("$a$ and $b$"), "\\$a\\$ and \\$b\\$");
        assert_eq!(escaped("1. One"), "1\\. One");
        assert_eq!(escaped("about 1. One"), "about 1. One");
    }

    #[test]
    fn spaces_at_the_beginning_make_no_code() {
        assert_eq!(inline(&Words::from("    - a")), "\\- a");
        assert_eq!(inline(&Words::from("a").and(Tone::Plain, " b")), "a b");
    }

    #[test]
    fn marks_touch_the_words_that_they_mark() {
        let words = Words::from("a").and(Tone::Differs, " b ").and(Tone::Plain, "c");
        assert_eq!(inline(&words), "a **b** c");
        assert_eq!(inline(&Words::of(Tone::Strong, " ")), "");
    }
}
