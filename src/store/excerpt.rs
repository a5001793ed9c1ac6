//! Cuts a few lines out of a file's text and makes them safe to show.

use super::text::lines;
use crate::model::{Excerpt, Place};
use crate::printable::printable;

/// How many characters of a line are kept on either side of the place.
const REACH: usize = 100;

/// What a line is cut with.
const CUT: &str = "…";

/// The text of a file in lines, as places count them: LF, CRLF and CR end one.
#[derive(Debug)]
pub struct Lines<'a>(Vec<&'a str>);

impl<'a> Lines<'a> {
    /// The lines of a text.
    #[must_use]
    pub fn new(text: &'a str) -> Self {
        Self(lines(text).collect())
    }

    /// The line of a place, with so many lines before and after it; `None` where there is no such
    /// line.
    #[must_use]
    pub fn excerpt(&self, place: Place, above: usize, below: usize) -> Option<Excerpt> {
        let index = (place.line as usize).checked_sub(1)?;
        let marked = self.0.get(index)?;
        let first = index.saturating_sub(above);
        let rest = &self.0[index + 1..];
        // Behind the last line end there is no line any more.
        let rest = rest.strip_suffix(&[""]).unwrap_or(rest);
        let column = (place.column as usize).saturating_sub(1);
        let start = column.saturating_sub(REACH);
        let safe = |line: &&str| {
            let (cut, text, end) = kept(line, start);
            format!("{cut}{}{end}", printable(text))
        };
        let (cut, text, end) = kept(marked, start);
        let (head, tail) = text.split_at(byte_of(text, column - start));
        // Each half is made safe on its own, so that their border stays where the place is.
        let (head, tail) = (printable(head), printable(tail));
        let mut lines: Vec<String> = self.0[first..index].iter().map(safe).collect();
        lines.push(format!("{cut}{head}{tail}{end}"));
        lines.extend(rest.iter().take(below).map(safe));
        Some(Excerpt { place, lines, above: index - first, before: cut.len() + head.len() })
    }
}

/// What is kept of a line from the character `start` on, between what it is cut with.
fn kept(line: &str, start: usize) -> (&'static str, &str, &'static str) {
    let cut = |lost: bool| if lost { CUT } else { "" };
    let (before, rest) = line.split_at(byte_of(line, start));
    let (text, after) = rest.split_at(byte_of(rest, 2 * REACH));
    (cut(!before.is_empty()), text, cut(!after.is_empty()))
}

/// Where a character of a line begins, or its end where it has not so many.
fn byte_of(line: &str, character: usize) -> usize {
    line.char_indices().nth(character).map_or(line.len(), |(at, _)| at)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn excerpt(text: &str, line: u32, column: u32) -> Excerpt {
        Lines::new(text).excerpt(Place { line, column }, 2, 1).unwrap()
    }

    #[test]
    fn a_place_has_lines_before_and_after_it() {
        let middle = excerpt("a\nb\r\nc\rd\ne\n", 4, 1);
        assert_eq!((middle.lines.join("|").as_str(), middle.above), ("b|c|d|e", 2));
        let first = excerpt("a\nb\nc\n", 1, 2);
        assert_eq!((first.lines.join("|").as_str(), first.above), ("a|b", 0));
        let end = excerpt("a\n", 2, 1);
        assert_eq!((end.lines.join("|").as_str(), end.above, end.before), ("a|", 1, 0));
        let outside = Place { line: 3, column: 1 };
        assert_eq!(Lines::new("a\n").excerpt(outside, 2, 1), None);
    }

    #[test]
    fn what_a_terminal_would_obey_does_not_move_the_place() {
        let hostile = excerpt("\u{1b}\t\u{202e}x: [", 1, 4);
        assert_eq!(hostile.lines, ["␛ ⟨RLO⟩x: ["]);
        assert!(hostile.lines[0][hostile.before..].starts_with("x: ["));
    }

    #[test]
    fn of_a_very_long_line_what_is_near_is_kept() {
        let text = format!("{}HERE{}", "é".repeat(5_000), "b".repeat(5_000));
        let excerpt = excerpt(&text, 1, 5_001);
        let line = &excerpt.lines[0];
        assert!(line[excerpt.before..].starts_with("HEREb"));
        assert!(line.starts_with("…é") && line.ends_with("b…"), "{line}");
        assert_eq!(line.chars().count(), 2 * REACH + 2);
    }
}
