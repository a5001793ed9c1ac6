//! What may be put on a screen as it is; told here once more, and not by what makes it so.

use serde_json::Value;
use unicode_normalization::char::is_combining_mark;

/// How many combining marks one letter may carry.
const MARKS: usize = 4;

/// No terminal obeys a character of this text, none hides a part of it, and none piles it up.
#[track_caller]
pub fn assert_line(text: &str) {
    assert!(!text.contains('\n'), "a line break in {text:?}");
    assert_lines(text);
}

/// The same of text that may have several lines.
#[track_caller]
pub fn assert_lines(text: &str) {
    let mut marks = 0;
    for c in text.chars() {
        let obeyed = c.is_control() && c != '\n';
        assert!(!obeyed && !is_hidden(c), "{c:?} in {text:?}");
        marks = if is_combining_mark(c) { marks + 1 } else { 0 };
        assert!(marks <= MARKS, "more than {MARKS} marks on a letter of {text:?}");
    }
}

/// What turns the text around, or is there and takes no room. Joiners are a matter of their
/// neighbours.
fn is_hidden(c: char) -> bool {
    matches!(c,
        '\u{ad}' | '\u{61c}' | '\u{180e}' | '\u{200b}' | '\u{200e}' | '\u{200f}'
        | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}' | '\u{fff9}'..='\u{fffb}'
        | '\u{e0000}'..='\u{e007f}')
}

/// Every text in what is carried out as JSON is safe, the keys as well.
#[track_caller]
pub fn assert_all(value: &Value) {
    match value {
        Value::String(text) => assert_lines(text),
        Value::Array(values) => values.iter().for_each(assert_all),
        Value::Object(entries) => entries.iter().for_each(|(key, value)| {
            assert_line(key);
            assert_all(value);
        }),
        Value::Null | Value::Bool(_) | Value::Number(_) => {}
    }
}
