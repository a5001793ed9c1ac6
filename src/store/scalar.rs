//! Writes a text so that YAML reads it back as exactly that text.

use crate::printable::mark_for;
use std::borrow::Cow;
use std::fmt::Write;

/// Words that YAML, or what some readers take for YAML, does not read as text.
const WORDS: [&str; 9] = ["null", "true", "false", "yes", "no", "on", "off", "y", "n"];

/// A text as it may stand behind a key or as a key, in quotes where it needs them.
#[must_use]
pub fn scalar(text: &str) -> Cow<'_, str> {
    if is_plain(text) { Cow::Borrowed(text) } else { Cow::Owned(in_quotes(text)) }
}

/// Whether a text needs no quotes, with nobody in doubt: it begins with a letter, ends with no
/// blank and holds nothing that has a meaning anywhere in YAML.
fn is_plain(text: &str) -> bool {
    let harmless = |c: char| c.is_alphanumeric() || " -_/().&'+".contains(c);
    text.starts_with(char::is_alphabetic)
        && !text.ends_with(' ')
        && text.chars().all(harmless)
        && !WORDS.iter().any(|word| text.eq_ignore_ascii_case(word))
}

fn in_quotes(text: &str) -> String {
    let mut out = String::from("\"");
    for c in text.chars() {
        match c {
            '"' | '\\' => out.extend(['\\', c]),
            '\n' => out.push_str("\\n"),
            '\t' => out.push_str("\\t"),
            // What cannot be seen is better spelt out; what does not print must be.
            _ if mark_for(c).is_some() || is_no_text(c) => {
                // Writing into a string cannot fail.
                let _ = write!(out, "\\U{:08X}", c as u32);
            }
            _ => out.push(c),
        }
    }
    out.push('"');
    out
}

/// Whether YAML lets a character stand nowhere but spelt out.
fn is_no_text(c: char) -> bool {
    c.is_control() || matches!(c, '\u{fffe}' | '\u{ffff}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn quotes_stand_where_they_are_needed() {
        for plain in ["Payroll Supervisor", "R&D Engineer (Senior)", "Ingénieur", "校閲担当者"]
        {
            assert_eq!(scalar(plain), plain);
        }
        assert_eq!(scalar("Clerk: Night"), "\"Clerk: Night\"");
        assert_eq!(scalar("C# \"Guru\" \\"), "\"C# \\\"Guru\\\" \\\\\"");
        assert_eq!(scalar("a\nb\t\u{202e}"), "\"a\\nb\\t\\U0000202E\"");
        assert_eq!(scalar("a\u{ffff}"), "\"a\\U0000FFFF\"");
        for odd in ["", " a", "a ", "-a", "- a", "12", "no", "NULL", "~", "[a", "a, b", "“a”"] {
            assert!(scalar(odd).starts_with('"'), "{odd}");
        }
    }
}
