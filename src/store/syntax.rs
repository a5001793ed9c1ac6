//! Says what a YAML parser stumbled over in words of the person who typed it.

mod cause;
mod open;

use super::documents::Piece;
use super::problems::Problems;
use super::text::{lines, narrow};
use super::tree::{place_of, too_deep};
use crate::model::Place;
use crate::model::rule;
use cause::{Stop, likely};
use granit_parser::{ErrorKind, ScanError};

/// What is said of a line that begins with a tab.
pub(super) const TAB_INDENTATION: &str = "this line begins with a tab; indent with spaces";
/// What is said of text behind the end of a document.
pub(super) const SOMETHING_FOLLOWS: &str =
    "something follows here that does not belong to what stands above";
const UNCLOSED: &str = "a bracket is opened and never closed";
const UNCLOSED_QUOTE: &str = "a quotation mark is opened and never closed";

/// Tells why a document could not be read any further.
pub(super) fn tell(error: &ScanError, piece: Piece<'_>, problems: &mut Problems) {
    let place = place_of(*error.marker(), Piece { lines_before: 0, ..piece });
    let stop = Stop { text: piece.text, place, kind: error.kind() };
    let (rule, place, sentence) = said_of(&stop);
    let line = place.line.saturating_add(piece.lines_before);
    problems.error(rule, Place { line, ..place }, sentence);
}

fn said_of(stop: &Stop<'_>) -> (&'static str, Place, String) {
    let place = stop.place;
    if *stop.kind == ErrorKind::RecursionLimitExceeded {
        return (rule::TOO_LARGE, place, too_deep());
    }
    // The parser often notices a tab only on the line after it, or on the one before.
    let near = match stop.kind {
        ErrorKind::TabNotAllowed
        | ErrorKind::TabInBlockIndentation
        | ErrorKind::TabInPlainScalar => 1,
        _ => 0,
    };
    for away in [0, -1, near] {
        if let Some(column) = tab_indentation(stop.line(away)) {
            let line = place.line.saturating_add_signed(away);
            return (rule::TAB, Place { line, column }, TAB_INDENTATION.to_owned());
        }
    }
    if let Some((column, name)) = disturbing_character(stop.line(0)) {
        let sentence = format!("this line cannot be read; it holds {name}");
        return (rule::SYNTAX, Place { column, ..place }, sentence);
    }
    if let ErrorKind::UnexpectedCharacter { character } = stop.kind
        && is_no_text(*character)
        && let Some(at) = stop.line(0).chars().position(|c| c == *character)
    {
        let place = Place { column: narrow(at + 1), ..place };
        return (rule::SYNTAX, place, sentence(stop.kind, ""));
    }
    if stop.rest().starts_with(',') {
        let sentence = "a comma stands here where an entry belongs; delete it, or write the entry";
        return (rule::SYNTAX, place, sentence.to_owned());
    }
    let (place, sentence) =
        likely(stop).unwrap_or_else(|| (place, sentence(stop.kind, stop.line(0))));
    (rule::SYNTAX, place, sentence)
}

/// What is said of a text whose first character means something else to YAML.
fn quotes_needed(first: char) -> String {
    format!("a text cannot begin with {}; put the whole text in quotes", first.escape_default())
}

/// What is wrong and what to do; the parser's own words for what nobody types by mistake.
fn sentence(kind: &ErrorKind, line: &str) -> String {
    let known = match kind {
        ErrorKind::MappingValueNotAllowed | ErrorKind::InvalidColonPlacement => {
            "a colon and a space inside a text make it a key; put the whole text in quotes"
        }
        ErrorKind::UnclosedQuotedScalar | ErrorKind::DocumentIndicatorInQuotedScalar => {
            UNCLOSED_QUOTE
        }
        ErrorKind::InvalidTrailingSingleQuotedScalar
        | ErrorKind::InvalidTrailingDoubleQuotedScalar => {
            "a text that begins with a quotation mark must end with it; put the whole text in quotes of the other kind"
        }
        ErrorKind::UnclosedFlowCollection { .. }
        | ErrorKind::UnexpectedEofFlowSequence
        | ErrorKind::UnexpectedEofFlowMapping => UNCLOSED,
        ErrorKind::ExpectedDocumentStart => SOMETHING_FOLLOWS,
        ErrorKind::MisplacedFlowCollectionEnd | ErrorKind::MismatchedFlowCollectionEnd { .. } => {
            "a bracket is closed that was not opened"
        }
        ErrorKind::ExpectedFlowSequenceSeparator | ErrorKind::ExpectedFlowMappingSeparator => {
            "in brackets a comma belongs between two entries; if this is a text, put the whole text in quotes"
        }
        ErrorKind::UnexpectedCharacter { character } if is_no_text(*character) => {
            let what =
                if character.is_control() { "control character" } else { "character that is none" };
            return format!("a {what} (U+{:04X}) stands here; delete it", *character as u32);
        }
        ErrorKind::UnexpectedCharacter { character } => return quotes_needed(*character),
        ErrorKind::InvalidBlockScalarHeader => {
            "a text cannot begin with > or |; put the whole text in quotes"
        }
        ErrorKind::MissingAnchorOrAliasName
        | ErrorKind::MissingTagUri
        | ErrorKind::InvalidTagTerminator
        | ErrorKind::UndeclaredTagHandle => {
            "a text cannot begin with &, * or !; put the whole text in quotes"
        }
        ErrorKind::UnknownQuotedScalarEscape
        | ErrorKind::InvalidQuotedScalarHexEscape
        | ErrorKind::InvalidLowSurrogateHexEscape
        | ErrorKind::InvalidLowSurrogate
        | ErrorKind::MissingLowSurrogate
        | ErrorKind::UnpairedLowSurrogate
        | ErrorKind::InvalidUnicodeEscape => {
            "a backslash has a meaning between double quotes; write it twice, or use single quotes"
        }
        ErrorKind::BlockSequenceEntryNotAllowed => {
            "a dash and a space begin an item, on a line of its own; if this is a text, put the whole text in quotes"
        }
        ErrorKind::MappingKeyNotAllowed => {
            "a text cannot begin with ? and a space; put the whole text in quotes"
        }
        ErrorKind::CommentInterceptedScalar => {
            "a space and a # begin a comment, but the text goes on below; put the whole text in quotes"
        }
        ErrorKind::InvalidIndentation
        | ErrorKind::ExpectedBlockMappingKey
        | ErrorKind::ExpectedBlockSequenceEntry => {
            "this line does not fit in with the lines above; align it with its neighbours"
        }
        ErrorKind::FlowMappingValueAdjacentCollection => "a space is missing after this colon",
        ErrorKind::SimpleKeyExpected | ErrorKind::InvalidSimpleKey => {
            "a key and a colon were expected here, as in `family: Finance`"
        }
        ErrorKind::BomInsideDocument => "there is an invisible byte order mark here; delete it",
        _ if line.starts_with('%') => return quotes_needed('%'),
        _ => return format!("this is no YAML: {kind}"),
    };
    known.to_owned()
}

/// A control, or one of the two numbers that Unicode gives to nothing and YAML refuses.
fn is_no_text(c: char) -> bool {
    c.is_control() || matches!(c, '\u{fffe}' | '\u{ffff}')
}

/// One line of a piece, from 0; behind the last one there is an empty one.
fn line_of(text: &str, index: usize) -> &str {
    lines(text).nth(index).unwrap_or(&text[text.len()..])
}

/// The column of a tab among the blanks that begin a line.
fn tab_indentation(line: &str) -> Option<u32> {
    let blanks = line.len() - line.trim_start_matches([' ', '\t']).len();
    if blanks == line.len() {
        return None;
    }
    line[..blanks].find('\t').map(|i| narrow(i + 1))
}

/// A character that looks like one of YAML's and is none, with its column and what to do.
pub(super) fn odd_character(line: &str) -> Option<(u32, &'static str)> {
    line.chars().enumerate().find_map(|(i, c)| Some((narrow(i + 1), odd_name(c)?)))
}

/// The first character of a line that looks like YAML and is none, where it disturbs: in the indent
/// or the key, or where a value begins. Within a text it is as good as any other.
fn disturbing_character(line: &str) -> Option<(u32, &'static str)> {
    let value = line.find(": ").map_or(line.len(), |colon| colon + 2);
    let dashes = line.len() - line.trim_start_matches([' ', '-']).len();
    let (column, name) = odd_character(line)?;
    let at = line.char_indices().nth(column as usize - 1).map_or(0, |(at, _)| at);
    let quote =
        line[at..].starts_with(['\u{201c}', '\u{201d}', '\u{201e}', '\u{2018}', '\u{2019}']);
    let disturbs = if quote { at == value || at == dashes } else { at <= value };
    disturbs.then_some((column, name))
}

fn odd_name(c: char) -> Option<&'static str> {
    Some(match c {
        '\u{ff1a}' => "a full-width colon (：); type a plain one and a space",
        '\u{a0}' => "a no-break space (U+00A0); type a plain space",
        '\u{3000}' => "a full-width space (U+3000); type a plain space",
        '\u{ff0d}' => "a full-width dash (－); type a plain one and a space",
        '\u{ff0c}' => "a full-width comma (，); type a plain one and a space",
        '\u{201c}' | '\u{201d}' | '\u{201e}' => {
            "typographic quotation marks (“ ”); type plain ones (\")"
        }
        '\u{2018}' | '\u{2019}' => "a typographic apostrophe (’); type a plain one (')",
        _ => return None,
    })
}
