//! The box in which the name of a document is typed.

use super::overlay::frame;
use crate::tui::app::{App, Saving};
use crate::tui::widget::text::{width, wrapped};
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::text::{Line, Span};

/// The widest that the box becomes.
const WIDEST: u16 = 92;
/// Lines for what is said about the name.
const LINES: u16 = 3;
/// What stands before the name.
const BEFORE_NAME: usize = 3;

/// Draws the box above the bottom line; returns where the caret stands.
pub fn draw(app: &App, saving: &Saving, screen: Rect, buffer: &mut Buffer) -> Position {
    let (theme, signs) = (&app.looks().theme, &app.looks().signs);
    let columns = screen.width.min(WIDEST);
    let (words, wrong) = saving.words();
    let room = usize::from(columns).saturating_sub(2 + 2 * BEFORE_NAME);
    let lines = wrapped(&words, room);
    let height = 3 + u16::try_from(lines.len()).unwrap_or(LINES).min(LINES);
    let x = screen.x + (screen.width - columns) / 2;
    let y = screen.bottom().saturating_sub(height + 1).max(screen.y);
    let title = if saving.replaces() { " Replace " } else { " Save as " };
    let inner = frame(Rect::new(x, y, columns, height), title, app.looks(), buffer);
    let (name, caret) = window(saving.line.text(), saving.line.caret(), room);
    let prompt = Line::from(vec![
        Span::styled(format!(" {} ", signs.prompt), theme.cursor),
        Span::styled(name, theme.strong),
    ]);
    buffer.set_line(inner.x, inner.y, &prompt, inner.width);
    let style = if wrong { theme.problem } else { theme.quiet };
    for (y, part) in (inner.y + 1..inner.bottom()).zip(lines) {
        let line = Line::styled(&words[part], style);
        buffer.set_line(inner.x + 3, y, &line, inner.width.saturating_sub(3));
    }
    // Both are columns of a screen.
    Position::new(inner.x + (BEFORE_NAME + caret) as u16, inner.y)
}

/// The part of a line around its caret that fits into `room`, and where the caret stands in it.
fn window(text: &str, caret: usize, room: usize) -> (&str, usize) {
    let hidden = caret.saturating_sub(room.saturating_sub(1));
    let (mut from, mut skipped) = (0, 0);
    for (at, letter) in text.char_indices() {
        if skipped >= hidden {
            break;
        }
        skipped += width(letter.encode_utf8(&mut [0; 4]));
        from = at + letter.len_utf8();
    }
    (&text[from..], caret.saturating_sub(skipped))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_caret_stays_in_sight() {
        assert_eq!(window("abcdef", 6, 10), ("abcdef", 6));
        assert_eq!(window("abcdef", 6, 4), ("def", 3));
        assert_eq!(window("abcdef", 0, 4), ("abcdef", 0));
        assert_eq!(window("給与給与", 8, 4), ("与", 2));
        assert_eq!(window("", 0, 0), ("", 0));
    }
}
