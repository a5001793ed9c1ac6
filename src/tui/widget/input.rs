//! One line of text being typed.

use tui_input::{Input, InputRequest};

/// How many characters a line may have; more is not a query but an accident.
const LONGEST: usize = 400;

/// A change to the text or to the place of the caret.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[allow(missing_docs)] // each says what it does
pub enum Edit {
    Start,
    End,
    Left,
    Right,
    DeleteBefore,
    DeleteAfter,
    DeleteWord,
    DeleteAll,
}

/// A line of text with a caret.
#[derive(Debug, Clone, Default)]
pub struct TextLine(Input);

impl TextLine {
    /// The text.
    #[must_use]
    pub fn text(&self) -> &str {
        self.0.value()
    }

    /// How many columns the caret stands from the text's start.
    #[must_use]
    pub fn caret(&self) -> usize {
        self.0.visual_cursor()
    }

    /// Replaces the text; the caret stands behind it.
    pub fn set(&mut self, text: &str) {
        self.0 = Input::new(text.to_owned());
    }

    /// Types a letter.
    pub fn insert(&mut self, letter: char) {
        if !letter.is_control() && self.text().chars().count() < LONGEST {
            self.0.handle(InputRequest::InsertChar(letter));
        }
    }

    /// Types the first line of a pasted text.
    pub fn paste(&mut self, text: &str) {
        let line = text.trim_start().split(['\n', '\r']).next().unwrap_or_default();
        line.chars().take(LONGEST).for_each(|letter| self.insert(letter));
    }

    /// Carries out a change.
    pub fn edit(&mut self, edit: Edit) {
        self.0.handle(match edit {
            Edit::Start => InputRequest::GoToStart,
            Edit::End => InputRequest::GoToEnd,
            Edit::Left => InputRequest::GoToPrevChar,
            Edit::Right => InputRequest::GoToNextChar,
            Edit::DeleteBefore => InputRequest::DeletePrevChar,
            Edit::DeleteAfter => InputRequest::DeleteNextChar,
            Edit::DeleteWord => InputRequest::DeletePrevWord,
            Edit::DeleteAll => InputRequest::DeleteLine,
        });
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_paste_is_one_line_without_controls_and_bounded() {
        let mut line = TextLine::default();
        line.paste("\n  pay\u{1b}roll\nrm -rf");
        assert_eq!(line.text(), "payroll");
        line.paste(&"x".repeat(10_000_000));
        assert_eq!(line.text().chars().count(), LONGEST);
    }

    #[test]
    fn the_caret_counts_columns() {
        let mut line = TextLine::default();
        line.paste("給与");
        assert_eq!(line.caret(), 4);
        line.edit(Edit::Left);
        assert_eq!(line.caret(), 2);
        line.edit(Edit::DeleteBefore);
        assert_eq!(line.text(), "与");
    }
}
