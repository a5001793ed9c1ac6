//! Where a bracket or a quotation mark was opened that the parser found missing its end.

use crate::model::Place;
use crate::store::text::{lines, narrow};

/// The innermost bracket that is still open at the end of a text, with its place in it. Brackets
/// count where YAML reads them: where a value begins, and within other brackets.
pub(super) fn open_bracket(text: &str) -> Option<(char, Place)> {
    let mut open: Vec<(char, Place)> = Vec::new();
    for (number, line) in (1..).zip(lines(text)) {
        let mut value_begins = true;
        let mut before = ' ';
        let mut chars = (1..).zip(line.chars());
        while let Some((column, c)) = chars.next() {
            match c {
                '#' if before.is_whitespace() => break,
                '"' | '\'' if value_begins => {
                    chars.by_ref().find(|(_, end)| *end == c);
                }
                '[' | '{' if value_begins || !open.is_empty() => {
                    open.push((c, Place { line: number, column }));
                }
                ']' | '}' => drop(open.pop()),
                _ => {}
            }
            let separates = match c {
                ' ' => value_begins || matches!(before, ':' | '-'),
                '[' | '{' | ',' => !open.is_empty(),
                '-' => value_begins && before.is_whitespace(),
                _ => false,
            };
            value_begins = separates;
            before = c;
        }
    }
    open.pop()
}

/// Where a quotation mark was opened on an earlier line, given that this text ends with one that
/// closes it against the writer's will.
pub(super) fn open_quote(text: &str) -> Option<Place> {
    let quote = text.chars().next_back().filter(|c| matches!(c, '"' | '\''))?;
    let lines: Vec<&str> = lines(text).collect();
    let odd = |line: &str| line.matches(quote).count() % 2 == 1;
    let (last, earlier) = lines.split_last()?;
    if !odd(last) {
        return None;
    }
    let (index, line) = earlier.iter().enumerate().rev().find(|(_, line)| odd(line))?;
    let begins = [": ", "- ", "[", "{"]
        .iter()
        .any(|before| line.find(quote).is_some_and(|at| line[..at].ends_with(before)));
    let column = line.chars().position(|c| c == quote)? + 1;
    begins.then_some(Place { line: narrow(index + 1), column: narrow(column) })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_innermost_open_bracket_is_found() {
        let at = |text| open_bracket(text).map(|(c, place)| format!("{c} {place}"));
        assert_eq!(at("a: [b, c\nd").as_deref(), Some("[ 1:4"));
        assert_eq!(at("a: { b: { c: 1 }\nd").as_deref(), Some("{ 1:4"));
        assert_eq!(at("a: { b: [1, 2 }\nd").as_deref(), Some("{ 1:4"));
        assert_eq!(at("x:\n- [b # ]\n").as_deref(), Some("[ 2:3"));
        assert_eq!(at("a: b [c\n- Leads (see [x\n"), None);
        assert_eq!(at("a: \"[\"\nb: ['[', \"{\"]\nc: [[], {}]\n"), None);
    }

    #[test]
    fn a_quotation_mark_is_found_where_it_was_opened() {
        let at = |text| open_quote(text).map(|place| place.to_string());
        assert_eq!(at("- \"Yes.\n- No\ncode: \"").as_deref(), Some("1:3"));
        assert_eq!(at("a: 'b\nc: 'd'\ne: '").as_deref(), Some("1:4"));
        assert_eq!(at("a: \"b\""), None);
        assert_eq!(at("a: it's\nb: '"), None);
        assert_eq!(at(""), None);
    }
}
