//! Characters that nobody sees and that change what is seen, found in the text of a file.

use super::text::further;
use crate::model::{Place, Problem, Severity, rule};
use crate::printable::mark_for;

/// How many of them are told of one file, each kind once a line; and of one text that holds them as
/// escapes.
const MOST: usize = 10;

/// One warning for each kind of such a character on each line that holds it.
pub(super) fn hidden_characters(text: &str) -> Vec<Problem> {
    // Most files are plain ASCII, which is seen at a glance.
    if text.is_ascii() {
        return Vec::new();
    }
    let mut problems: Vec<Problem> = Vec::new();
    let mut place = Place { line: 1, column: 1 };
    let mut counted = 0;
    let mut on_line = Vec::new();
    for (at, c) in text.char_indices().filter(|(at, c)| is_hidden(text, *at, *c)) {
        let line = place.line;
        place = further(place, &text[counted..at]);
        counted = at;
        if place.line > line {
            on_line.clear();
        }
        if on_line.contains(&c) {
            continue;
        }
        on_line.push(c);
        problems.push(Problem {
            severity: Severity::Warning,
            rule: rule::HIDDEN_CHARACTER,
            place: Some(place),
            sentence: sentence(c),
            about_pay: false,
        });
        if problems.len() == MOST {
            break;
        }
    }
    problems
}

fn sentence(c: char) -> String {
    let number = c as u32;
    match name(c) {
        Some((name, true)) => {
            format!(
                "{name} (U+{number:04X}) changes the order in which this line is read; delete it"
            )
        }
        Some((name, false)) => format!("{name} (U+{number:04X}) hides in this line; delete it"),
        None => format!("an invisible character (U+{number:04X}) hides in this line; delete it"),
    }
}

/// What is said of each kind of character in a text that nobody sees and that stands in its source
/// as an escape, such as `\x1b` between double quotes.
pub(super) fn escaped_characters(text: &str, source: &str) -> Vec<String> {
    let mut told: Vec<char> = Vec::new();
    for (at, c) in text.char_indices() {
        // Line breaks and tabs are what escapes are for.
        let is_control = c.is_control() && !matches!(c, '\t' | '\n' | '\r' | '\u{85}');
        // What has been told of is not looked for again: there may be a million of one kind.
        let is_new = (is_control || is_hidden(text, at, c)) && !told.contains(&c);
        if is_new && !source.contains(c) {
            told.push(c);
        }
        if told.len() == MOST {
            break;
        }
    }
    told.into_iter().map(escaped).collect()
}

fn escaped(c: char) -> String {
    let name = name(c).map_or("a character that nobody sees", |(name, _)| name);
    let name = if c.is_control() { "a control character" } else { name };
    let mark = mark_for(c).unwrap_or_default();
    format!("{name} (U+{:04X}) stands here as an escape, shown as {mark}; delete it", c as u32)
}

/// Whether a character is one that hides where it stands.
fn is_hidden(text: &str, at: usize, c: char) -> bool {
    // Controls are told in a way of their own; a line separator of Unicode is seen as a line's end.
    if c.is_ascii() || c.is_control() || matches!(c, '\u{2028}' | '\u{2029}') {
        return false;
    }
    mark_for(c).is_some() && !(matches!(c, '\u{200c}' | '\u{200d}') && joins(text, at, c))
}

/// Whether a joiner does what it is for: it makes one emoji of two, or shapes a letter of a script
/// that needs it.
fn joins(text: &str, at: usize, joiner: char) -> bool {
    let before = text[..at].chars().next_back();
    let after = text[at + joiner.len_utf8()..].chars().next();
    let (Some(before), Some(after)) = (before, after) else { return false };
    let emoji = is_emoji(before) && is_emoji(after) && joiner == '\u{200d}';
    emoji || is_joined_script(before) || is_joined_script(after)
}

/// A pictograph, or what follows one to say how it is shown.
fn is_emoji(c: char) -> bool {
    matches!(c, '\u{2190}'..='\u{2bff}' | '\u{1f000}'..='\u{1faff}' | '\u{fe0f}' | '\u{20e3}')
}

/// A letter of Arabic and its kin, or of a script that descends from Brahmi.
fn is_joined_script(c: char) -> bool {
    matches!(c,
        '\u{600}'..='\u{8ff}' | '\u{900}'..='\u{dff}' | '\u{f00}'..='\u{109f}'
        | '\u{1780}'..='\u{18af}' | '\u{1a20}'..='\u{1c7f}' | '\u{a840}'..='\u{a9ff}'
        | '\u{fb50}'..='\u{fdff}' | '\u{fe70}'..='\u{fefe}' | '\u{11000}'..='\u{11fff}')
}

/// What a character is called, and whether it turns the direction of reading.
fn name(c: char) -> Option<(&'static str, bool)> {
    Some(match c {
        '\u{ad}' => ("a soft hyphen", false),
        '\u{61c}' => ("an Arabic letter mark", true),
        '\u{200b}' => ("a zero-width space", false),
        '\u{200c}' => ("a zero-width non-joiner", false),
        '\u{200d}' => ("a zero-width joiner", false),
        '\u{200e}' => ("a left-to-right mark", true),
        '\u{200f}' => ("a right-to-left mark", true),
        '\u{202a}' => ("a left-to-right embedding", true),
        '\u{202b}' => ("a right-to-left embedding", true),
        '\u{202c}' => ("an end of embedding", true),
        '\u{202d}' => ("a left-to-right override", true),
        '\u{202e}' => ("a right-to-left override", true),
        '\u{2060}' => ("a word joiner", false),
        '\u{2066}' => ("a left-to-right isolate", true),
        '\u{2067}' => ("a right-to-left isolate", true),
        '\u{2068}' => ("a first-strong isolate", true),
        '\u{2069}' => ("an end of isolate", true),
        '\u{feff}' => ("a byte order mark", false),
        '\u{e0000}'..='\u{e007f}' => ("a tag character", false),
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(text: &str) -> Vec<String> {
        hidden_characters(text).iter().map(ToString::to_string).collect()
    }

    #[test]
    fn each_kind_is_told_once_a_line_and_by_name() {
        assert_eq!(
            told(
                "title: é\u{200b}\u{200b}\nb: 1\ncode: S\u{202e}M\u{ad}1\nd: \u{e0041}\r\ne: \u{2061}\n"
            ),
            [
                "1:9 a zero-width space (U+200B) hides in this line; delete it",
                "3:8 a right-to-left override (U+202E) changes the order in which this line is read; delete it",
                "3:10 a soft hyphen (U+00AD) hides in this line; delete it",
                "4:4 a tag character (U+E0041) hides in this line; delete it",
                "5:4 an invisible character (U+2061) hides in this line; delete it",
            ]
        );
    }

    #[test]
    fn every_character_of_its_kind_is_found() {
        let kinds = "\u{202a}\u{202b}\u{202c}\u{202d}\u{202e}\u{2066}\u{2067}\u{2068}\u{2069}\
                     \u{200e}\u{200f}\u{61c}\u{200b}\u{200c}\u{200d}\u{feff}\u{2060}\u{ad}\u{e0001}";
        for c in kinds.chars() {
            assert_eq!(told(&format!("a: x{c}y\n")).len(), 1, "U+{:04X}", c as u32);
        }
    }

    #[test]
    fn a_file_full_of_them_is_told_ten_times() {
        assert_eq!(told(&"a\u{200b}\n".repeat(1_000)).len(), MOST);
    }

    #[test]
    fn joiners_that_a_script_or_an_emoji_needs_are_left_alone() {
        for text in [
            "title: 👩\u{200d}💻",
            "title: 👩🏽\u{200d}🚀",
            "title: ❤\u{fe0f}\u{200d}🔥",
            "title: می\u{200c}خواهم",
            "title: क्\u{200d}ष",
            "title: শ্র\u{200d}ী",
            "title: Ingénieur « qualité » 日本",
        ] {
            assert!(told(text).is_empty(), "{text:?} {:?}", told(text));
        }
        assert_eq!(told("title: Sales\u{200d}👩").len(), 1);
        assert_eq!(told("title: é\u{200d}é").len(), 1);
    }
}
