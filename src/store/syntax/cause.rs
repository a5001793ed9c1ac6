//! What people usually did where the parser only sees that something does not fit.

use super::open::{open_bracket, open_quote};
use super::{line_of, quotes_needed};
use crate::model::Place;
use crate::store::problems::quoted;
use crate::store::text::{lines, narrow};
use crate::store::traps::{colon_without_space, dash_without_space, pasted_bullet};
use granit_parser::ErrorKind;

/// Where the parser stopped.
pub(super) struct Stop<'a> {
    /// The whole document.
    pub text: &'a str,
    /// The place in it.
    pub place: Place,
    /// Why.
    pub kind: &'a ErrorKind,
}

impl<'a> Stop<'a> {
    /// A line, counted from the one of the stop.
    pub fn line(&self, away: i32) -> &'a str {
        let index = i64::from(self.place.line) - 1 + i64::from(away);
        usize::try_from(index).map_or("", |index| line_of(self.text, index))
    }

    /// What stands before the stop on its line.
    fn head(&self) -> &'a str {
        let line = self.line(0);
        let end = line.char_indices().nth(self.place.column as usize - 1);
        end.map_or(line, |(end, _)| &line[..end])
    }

    /// What stands behind the stop on its line.
    pub fn rest(&self) -> &'a str {
        &self.line(0)[self.head().len()..]
    }

    /// All that stands before the stop.
    fn before(&self) -> &'a str {
        let line = self.line(0);
        let start = line.as_ptr() as usize - self.text.as_ptr() as usize;
        self.text.get(..start + self.head().len()).unwrap_or(self.text)
    }

    /// The nearest line above that is not blank, with its number and without its indentation.
    fn above(&self) -> Option<(Place, &'a str)> {
        let above = self.place.line.saturating_sub(1) as usize;
        // Once through the file: a line is found only by counting, and there may be millions.
        let numbered = (1..).zip(lines(self.text).take(above));
        let (line, text) = numbered.filter(|(_, text)| !text.trim().is_empty()).last()?;
        let content = text.trim_start_matches(' ');
        let column = narrow(text.len() - content.len() + 1);
        Some((Place { line, column }, content))
    }
}

/// The likely cause with the place where it is, which may be lines above; `None` where the parser
/// has said it all.
pub(super) fn likely(stop: &Stop<'_>) -> Option<(Place, String)> {
    use ErrorKind as Kind;
    match stop.kind {
        Kind::MappingValueNotAllowed | Kind::InvalidColonPlacement => {
            open_before(stop).or_else(|| unexpected_key(stop))
        }
        Kind::UnclosedFlowCollection { .. }
        | Kind::UnexpectedEofFlowSequence
        | Kind::UnexpectedEofFlowMapping => open_before(stop),
        // The next entry of a mapping stands where a bracket belongs.
        Kind::ExpectedFlowSequenceSeparator | Kind::ExpectedFlowMappingSeparator => {
            let (place, sentence) = open_before(stop)?;
            let is_next =
                place.line < stop.place.line && !stop.line(0).starts_with([' ', '}', ']']);
            is_next.then_some((place, sentence))
        }
        Kind::InvalidTrailingSingleQuotedScalar | Kind::InvalidTrailingDoubleQuotedScalar => {
            open_quote(stop.before().trim_end())
                .map(|place| (place, super::UNCLOSED_QUOTE.to_owned()))
        }
        Kind::SimpleKeyExpected | Kind::InvalidSimpleKey => no_key(stop),
        Kind::ExpectedDocumentStart => shifted(stop),
        Kind::MissingAnchorOrAliasName => {
            let bullet = pasted_bullet(stop.line(0)).filter(|bullet| *bullet == '*');
            bullet.map(|bullet| (stop.place, no_bullet(bullet)))
        }
        Kind::ExpectedBlockMappingKey | Kind::ExpectedBlockSequenceEntry => {
            let head = stop.head();
            let value = head.split_once(": ").map_or(head, |(_, value)| value);
            let value = value.trim_start_matches([' ', '-']);
            let first = value.chars().next()?;
            let special = matches!(first, '[' | '{' | '*' | '&' | '!' | '"' | '\'');
            // The parser goes on until what is in brackets or quotes has ended.
            let begins = head[..head.len() - value.len()].chars().count();
            let place = Place { column: narrow(begins + 1), ..stop.place };
            special.then(|| (place, quotes_needed(first)))
        }
        _ => None,
    }
}

fn open_before(stop: &Stop<'_>) -> Option<(Place, String)> {
    let (open, place) = open_bracket(stop.before())?;
    let end = if open == '[' { ']' } else { '}' };
    let above = place.line as usize - 1;
    let within = lines(stop.text).take(stop.place.line as usize).skip(above);
    let mut comments = within.filter_map(|line| line.split_once(" #"));
    let sentence = match comments.any(|(_, comment)| comment.contains(end)) {
        true => "this bracket is closed behind a #, which begins a comment; close it before the #",
        false => super::UNCLOSED,
    };
    Some((place, sentence.to_owned()))
}

/// A key that stands where none may: it is indented too far, or what stands above was meant to be
/// a key and is none.
fn unexpected_key(stop: &Stop<'_>) -> Option<(Place, String)> {
    let head = stop.head();
    let content = head.trim_start_matches(' ');
    if !content.trim().chars().all(|c| c.is_alphanumeric() || matches!(c, '_' | '-')) {
        return None;
    }
    let indented = head.len() - content.len();
    if let Some((place, above)) = stop.above() {
        let item = above.trim_start_matches("- ");
        if let Some(key) = colon_without_space(item) {
            return Some((place, missing_space(key)));
        }
        if place.column as usize == indented + 1 && !item.contains(": ") && !item.ends_with(':') {
            let sentence = "a colon and a space are missing on this line, as in `family: Finance`";
            return Some((place, sentence.to_owned()));
        }
    }
    let sentence = "this line is indented too far; align it with its neighbours";
    let place = Place { column: narrow(indented + 1), ..stop.place };
    (indented > 0).then(|| (place, sentence.to_owned()))
}

/// A line of a mapping that has no key.
fn no_key(stop: &Stop<'_>) -> Option<(Place, String)> {
    let content = stop.line(0).trim();
    if let Some(bullet) = pasted_bullet(content) {
        return Some((stop.place, no_bullet(bullet)));
    }
    let sentence = if dash_without_space(content) {
        "a space is missing after this dash".to_owned()
    } else if let Some(key) = colon_without_space(content) {
        missing_space(key)
    } else if stop.above().is_some_and(|(_, above)| above.starts_with("- ")) {
        "this line is neither an item nor a key; begin it with a dash, or indent it further than the dash above if it continues that item".to_owned()
    } else {
        return None;
    };
    Some((stop.place, sentence))
}

/// A document whose first key is indented and whose others are not.
fn shifted(stop: &Stop<'_>) -> Option<(Place, String)> {
    let lines = stop.text.split(['\n', '\r']);
    let first = lines.map(|line| line.trim_end()).find(|line| {
        !(line.is_empty() || line.starts_with("---") || line.trim_start().starts_with('#'))
    })?;
    let is_shifted = first.starts_with(' ') && !stop.line(0).starts_with(' ');
    let sentence = "the lines above are indented and this one is not; begin all keys of a file in the first column";
    match first.chars().next() {
        Some('%') => Some((Place { line: 1, column: 1 }, quotes_needed('%'))),
        _ => is_shifted.then(|| (stop.place, sentence.to_owned())),
    }
}

fn no_bullet(bullet: char) -> String {
    format!("{bullet} begins no item; write `- ` in its place, on every such line")
}

fn missing_space(key: &str) -> String {
    format!("a space is missing after the colon of {}", quoted(key))
}
