//! What views tell alike: headings, what people do at a level, text that wraps within a column.

use crate::model::LevelText;
use crate::tui::pane::Scene;
use crate::tui::widget::row::cut;
use crate::tui::widget::text::{width, wrapped};
use ratatui::style::Style;
use ratatui::text::{Line, Span};
use std::borrow::Cow;

/// A text in lines of `columns`.
pub(super) fn paragraph(text: Cow<'_, str>, style: Style, columns: usize) -> Vec<Vec<Span<'_>>> {
    let parts = wrapped(&text, columns);
    match text {
        Cow::Borrowed(text) => {
            parts.into_iter().map(|part| vec![Span::styled(&text[part], style)]).collect()
        }
        Cow::Owned(text) => {
            parts.into_iter().map(|part| vec![Span::styled(text[part].to_owned(), style)]).collect()
        }
    }
}

/// The statement of a level, then its behaviours behind bullets, each beneath its own beginning.
pub(super) fn level<'a>(
    text: &'a LevelText,
    scene: Scene<'a>,
    columns: usize,
) -> Vec<Vec<Span<'a>>> {
    let (theme, signs) = (&scene.looks.theme, &scene.looks.signs);
    let mut lines = Vec::new();
    if let Some(statement) = &text.statement {
        lines.extend(paragraph(statement.as_str().into(), theme.text, columns));
    }
    let indent = width(signs.bullet) + 1;
    for behaviour in &text.behaviours {
        let parts = wrapped(behaviour, columns.saturating_sub(indent));
        for (i, part) in parts.into_iter().enumerate() {
            let before = if i == 0 { format!("{} ", signs.bullet) } else { " ".repeat(indent) };
            let words = Span::styled(&behaviour[part], theme.text);
            lines.push(vec![Span::styled(before, theme.quiet), words]);
        }
    }
    if let Some(more) = text.more {
        let words = format!("{more} more at the source, not in file");
        lines.extend(paragraph(words.into(), theme.quiet, columns));
    }
    lines
}

/// A heading with a line behind it: `─ Pay · USD a year ─────`.
pub(super) fn section<'a>(
    name: impl Into<Cow<'a, str>>,
    words: &str,
    scene: Scene<'a>,
    columns: usize,
) -> Line<'a> {
    let (theme, signs) = (&scene.looks.theme, &scene.looks.signs);
    let mut spans = vec![
        Span::styled(format!("{} ", signs.horizontal), theme.line),
        Span::styled(name, theme.strong),
    ];
    if !words.is_empty() {
        spans.push(Span::styled(format!(" {} {words}", signs.dot), theme.quiet));
    }
    let mut spans = cut(spans, columns, signs.ellipsis);
    let used: usize = spans.iter().map(|span| width(&span.content)).sum();
    let rest = signs.horizontal.repeat(columns.saturating_sub(used + 1));
    spans.push(Span::styled(format!(" {rest}"), theme.line));
    Line::from(spans)
}
