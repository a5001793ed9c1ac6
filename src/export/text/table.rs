//! A table in columns, as wide as what stands in them needs; where that is too narrow, row by row.

use super::wrap::{Line, Writer, line_width, width};
use crate::export::document::{Row, Table, Tone, Words};

/// Between two columns.
const GAP: usize = 2;

/// A word that is wider than this may be cut.
const WIDEST_WORD: usize = 22;

/// A column narrower than this cuts every other line.
const NARROWEST: usize = 14;

pub(super) fn put(writer: &mut Writer, table: &Table) {
    match widths(writer, table) {
        Some(widths) => in_columns(writer, table, &widths),
        None => row_by_row(writer, table),
    }
}

/// How wide each column is, or `None` where there is no room for that many.
fn widths(writer: &Writer, table: &Table) -> Option<Vec<usize>> {
    let mut natural: Vec<usize> = table.columns.iter().map(|column| width(column)).collect();
    for row in &table.rows {
        let Row::Cells(about, cells) = row else { continue };
        for (wide, words) in natural.iter_mut().zip(std::iter::once(about).chain(cells)) {
            *wide = (*wide).max(line_width(&writer.pieces(words)));
        }
    }
    let room = writer.columns().checked_sub(GAP * natural.len().saturating_sub(1))?;
    // A word is cut only where it is wider than any column should be.
    let words = longest_words(writer, table);
    let capped = |cap: usize| {
        let both = natural.iter().zip(&words);
        both.map(move |(wide, word)| (*wide).min(cap.max((*word).min(WIDEST_WORD))))
    };
    // Only the widest columns give way, all of them to the same width.
    let cap = (1..=room).rev().find(|cap| capped(*cap).sum::<usize>() <= room)?;
    let cut = natural.iter().any(|wide| *wide > cap);
    (!cut || cap >= NARROWEST).then(|| capped(cap).collect())
}

/// How wide the longest word of each column is.
fn longest_words(writer: &Writer, table: &Table) -> Vec<usize> {
    let longest = |words: &Words| writer.pieces(words).iter().map(|p| width(&p.text) + 2).max();
    let mut all: Vec<usize> = table
        .columns
        .iter()
        .map(|column| longest(&Words::from(column.as_str())).unwrap_or(0))
        .collect();
    for row in &table.rows {
        let Row::Cells(about, cells) = row else { continue };
        for (wide, words) in all.iter_mut().zip(std::iter::once(about).chain(cells)) {
            *wide = (*wide).max(longest(words).unwrap_or(0));
        }
    }
    all
}

fn in_columns(writer: &mut Writer, table: &Table, widths: &[usize]) {
    let heads: Vec<Words> =
        table.columns.iter().map(|column| Words::of(Tone::Strong, column)).collect();
    cells(writer, heads.iter(), widths);
    let rules: Vec<String> = widths.iter().map(|wide| "-".repeat(*wide)).collect();
    writer.line(&rules.join(&" ".repeat(GAP)));
    for row in &table.rows {
        match row {
            Row::Section(name) => {
                writer.blank();
                writer.strong(0, name);
            }
            Row::Cells(about, rest) => cells(writer, std::iter::once(about).chain(rest), widths),
        }
    }
}

/// One row, as many lines high as its highest cell.
fn cells<'a>(writer: &mut Writer, words: impl Iterator<Item = &'a Words>, widths: &[usize]) {
    let wrapped: Vec<Vec<Line>> =
        words.zip(widths).map(|(words, wide)| writer.wrapped(words, *wide)).collect();
    let high = wrapped.iter().map(Vec::len).max().unwrap_or(0);
    for i in 0..high {
        let mut out = String::new();
        for (lines, wide) in wrapped.iter().zip(widths) {
            let line = lines.get(i).map_or(&[][..], Vec::as_slice);
            out += &writer.told(line);
            out += &" ".repeat(wide.saturating_sub(line_width(line)) + GAP);
        }
        writer.line(&out);
    }
}

fn row_by_row(writer: &mut Writer, table: &Table) {
    for row in &table.rows {
        match row {
            Row::Section(name) => {
                writer.blank();
                writer.strong(0, name);
            }
            Row::Cells(about, rest) => {
                writer.words("", 2, about);
                for (column, words) in table.columns.iter().skip(1).zip(rest) {
                    let mut told = Words::from(format!("{column}: "));
                    told.0.extend(words.0.iter().cloned());
                    writer.words("  ", 4, &told);
                }
            }
        }
    }
}
