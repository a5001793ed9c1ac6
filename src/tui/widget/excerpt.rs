//! Lines of a file around a mistake, with a caret under it.

use crate::facts::{CARET, ExcerptRow, excerpt_rows};
use crate::model::Excerpt;
use crate::tui::theme::Looks;
use ratatui::text::{Line, Span};

/// The excerpt in `columns`, a line a row.
#[must_use]
pub fn lines(excerpt: &Excerpt, columns: usize, looks: &Looks) -> Vec<Line<'static>> {
    let (theme, signs) = (&looks.theme, &looks.signs);
    let line = |row| match row {
        ExcerptRow::Line(gutter, text) => {
            vec![Span::styled(gutter, theme.quiet), Span::styled(text, theme.text)]
        }
        ExcerptRow::Caret(gutter) => {
            vec![Span::styled(gutter, theme.quiet), Span::styled(CARET, theme.problem)]
        }
    };
    let rows = excerpt_rows(excerpt, columns, (signs.vertical, signs.ellipsis));
    rows.into_iter().map(|row| Line::from(line(row))).collect()
}
