//! Problems as the commands by which a GitHub workflow marks lines of a change.
//!
//! See "Workflow commands for GitHub Actions"; the escapes are those of its toolkit, which that page
//! does not list.

use super::Entry;
use std::fmt::Write;

/// A command a line.
#[must_use]
pub fn problems(entries: &[Entry<'_>]) -> String {
    let mut out = String::new();
    for entry in entries {
        let (severity, file) = (entry.severity(), property(&entry.shown_file()));
        let place = entry
            .place()
            .map_or_else(String::new, |place| format!(",line={},col={}", place.line, place.column));
        let (rule, sentence) = (entry.problem.rule, data(entry.sentence()));
        // Writing to a string cannot fail.
        let _ = writeln!(out, "::{severity} file={file}{place},title={rule}::{sentence}");
    }
    out
}

/// A message as it may stand at the end of a command.
fn data(text: &str) -> String {
    text.replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A")
}

/// A text as it may stand between the names of a command.
fn property(text: &str) -> String {
    data(text).replace(':', "%3A").replace(',', "%2C")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_in_a_text_ends_it() {
        assert_eq!(data("50%: a\r\nb, c"), "50%25: a%0D%0Ab, c");
        assert_eq!(property("a%2C,b:\n"), "a%252C%2Cb%3A%0A");
    }
}
