//! How pay looks: a record's heading, then base and total as bars that can be compared.

use super::draw::LABEL;
use crate::facts::{Fact, PayView, Value};
use crate::model::{Figures, compact};
use crate::tui::pane::{Page, Scene};
use crate::tui::widget::pay_bar::pay_bar;
use crate::tui::widget::row::row;
use crate::tui::widget::text::{width, wrapped};
use ratatui::style::Style;
use ratatui::text::{Line, Span};
use std::borrow::Cow;

/// The narrowest that a pay record may become beside another one.
const PAY_COLUMN: usize = 46;
/// The widest that a pay bar becomes.
const WIDEST_BAR: usize = 48;

/// Pay records, side by side as far as there is room.
pub(super) fn pay_records<'a>(
    page: &mut Page<'a>,
    facts: &'a [Fact<'a>],
    first: usize,
    scene: Scene<'a>,
    cursor: Option<usize>,
    columns: usize,
) {
    let beside = (columns / PAY_COLUMN).clamp(1, facts.len().max(1));
    let room = columns / beside;
    // As much room for words beside each bar, so that bars on one scale are of one length.
    let views = facts.iter().filter_map(|fact| match &fact.value {
        Value::Pay(view) => Some(view),
        _ => None,
    });
    let told = views.flat_map(|view| [median(view, &view.base), median(view, &view.total)]);
    let words = told.map(|text| width(&text)).max().unwrap_or(0);
    for (i, together) in facts.chunks(beside).enumerate() {
        let at = first + i * beside;
        let blocks: Vec<Vec<Line<'a>>> = together
            .iter()
            .enumerate()
            .filter_map(|(j, fact)| match &fact.value {
                Value::Pay(view) => {
                    Some(pay_record(view, scene, cursor == Some(at + j), (room, words)))
                }
                _ => None,
            })
            .collect();
        let height = blocks.iter().map(Vec::len).max().unwrap_or(0);
        // Lines that several records share belong to the one the cursor is on.
        let owner = cursor.filter(|c| (at..at + together.len()).contains(c)).unwrap_or(at);
        for line in 0..height {
            let mut spans: Vec<Span<'a>> = Vec::new();
            for block in &blocks {
                let part = block.get(line).cloned().unwrap_or_default();
                let used = part.spans.iter().map(|s| width(&s.content)).sum();
                spans.extend(part.spans);
                spans.push(Span::raw(" ".repeat(room.saturating_sub(used))));
            }
            page.push(Some(owner), Line::from(spans));
        }
        // Records that share lines are still found by their own row.
        (at..at + together.len())
            .filter(|row| *row != owner)
            .for_each(|row| page.alias(row, owner));
    }
}

/// A record as lines: what it is, then base and total as bars on one scale.
fn pay_record<'a>(
    view: &'a PayView<'a>,
    scene: Scene<'a>,
    selected: bool,
    (columns, words): (usize, usize),
) -> Vec<Line<'a>> {
    let (theme, signs) = (&scene.looks.theme, &scene.looks.signs);
    let plain = if selected { theme.strong } else { theme.text };
    let cursor = if selected { Span::styled(signs.cursor, theme.cursor) } else { Span::raw(" ") };
    let label = |name: &str| Span::styled(format!("{name:<LABEL$}"), theme.quiet);
    let room = columns.saturating_sub(1);
    let heading = view.heading();
    let mut first = Some((cursor, label("Pay")));
    let mut lines: Vec<Line<'a>> = Vec::new();
    for part in wrapped(&heading, room.saturating_sub(LABEL + 1)) {
        let (cursor, name) = first.take().unwrap_or_else(|| (Span::raw(" "), label("")));
        let text = Span::styled(heading[part].to_owned(), plain);
        lines.push(row(vec![cursor, name, text], vec![], room, signs.ellipsis));
    }
    if view.is_empty() {
        let missing = vec![Span::raw(" "), label(""), Span::styled("not in file", theme.quiet)];
        lines.push(row(missing, vec![], room, signs.ellipsis));
    }
    for (name, figures) in [("Base", &view.base), ("Total", &view.total)] {
        if !figures.is_empty() {
            let mut spans = vec![Span::raw(" "), label(name)];
            let size = (room.saturating_sub(LABEL + 1), words);
            spans.extend(figures_line(view, figures, scene, size, plain));
            lines.push(row(spans, vec![], room, signs.ellipsis));
        }
    }
    lines
}

/// Figures as `79k ├───┤▒▒█▒▒├──┤ 126k  median 98,312`.
fn figures_line<'a>(
    view: &PayView<'_>,
    figures: &Figures,
    scene: Scene<'a>,
    (columns, words): (usize, usize),
    plain: Style,
) -> Vec<Span<'a>> {
    let (theme, signs) = (&scene.looks.theme, &scene.looks.signs);
    let (low, high) = view.ends;
    let median = median(view, figures);
    let low_text = format!("{:>6} ", compact(low));
    let high_text = format!(" {:<5}", compact(high));
    let ends = width(&low_text) + width(&high_text);
    let bar = columns.saturating_sub(ends + words.max(18)).min(WIDEST_BAR);
    let mut spans = Vec::new();
    // A single figure has no spread to draw, and a bar of a few signs tells nothing.
    if low < high && bar >= 8 {
        spans.push(Span::styled(low_text, theme.quiet));
        let bar = pay_bar(figures, view.ends, bar, signs);
        // The median stands out from the box around it.
        let (before, after) = bar.split_once(signs.median).unwrap_or((&bar, ""));
        spans.push(Span::styled(before.to_owned(), theme.bar));
        if before.len() < bar.len() {
            spans.push(Span::styled(signs.median.to_string(), theme.strong));
        }
        spans.push(Span::styled(after.to_owned(), theme.bar));
        spans.push(Span::styled(high_text, theme.quiet));
    }
    let median = if spans.is_empty() { median.trim_start().to_owned() } else { median };
    spans.push(Span::styled(Cow::<str>::Owned(median), plain));
    spans
}

/// The words beside a bar: the median, else the first figure there is.
fn median(view: &PayView<'_>, figures: &Figures) -> String {
    match figures.median() {
        Some(median) => format!("  median {}", view.figure_and_rate(median)),
        None => figures
            .iter()
            .next()
            .map_or_else(String::new, |(f, v)| format!("  {f} {}", view.figure_and_rate(v))),
    }
}
