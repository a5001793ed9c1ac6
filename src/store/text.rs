//! From the bytes of a file to its text, and what the bytes alone tell is wrong with it.

use super::hidden::hidden_characters;
use crate::model::rule;
use crate::model::{Place, Problem, Severity};
use crate::printable::printable;
use std::borrow::Cow;

/// How many merge conflicts of one file are told.
const MOST_CONFLICTS: usize = 10;

/// A file's text without its byte order mark, and what is wrong with its bytes.
pub(super) struct Text<'a> {
    /// `None` where the bytes are no text at all.
    pub text: Option<Cow<'a, str>>,
    /// By place.
    pub problems: Vec<Problem>,
}

/// Reads UTF-8; bytes that are none become `�`, so that the rest of the file can still be read.
pub(super) fn text_of(bytes: &[u8]) -> Text<'_> {
    if is_utf16(bytes) {
        let problem = error(rule::NOT_UTF8, None, "file is UTF-16; save it as UTF-8");
        return Text { text: None, problems: vec![problem] };
    }
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    if let Some(zero) = memchr::memchr(0, bytes) {
        let place = place_after(&String::from_utf8_lossy(&bytes[..zero]));
        let problem = error(rule::NOT_UTF8, Some(place), "file is no text: there is a zero byte");
        return Text { text: None, problems: vec![problem] };
    }
    let (text, mut problems) = match std::str::from_utf8(bytes) {
        Ok(text) => (Cow::Borrowed(text), Vec::new()),
        Err(wrong) => {
            let good = &bytes[..wrong.valid_up_to()];
            let place = place_after(&String::from_utf8_lossy(good));
            let sentence = format!(
                "not UTF-8 at line {}, column {} (byte {}); save the file as UTF-8",
                place.line,
                place.column,
                good.len() + 1
            );
            let text = String::from_utf8_lossy(bytes);
            (text, vec![error(rule::NOT_UTF8, Some(place), sentence)])
        }
    };
    problems.extend(control_character(&text));
    problems.extend(hidden_characters(&text));
    problems.extend(merge_conflicts(&text));
    problems.sort_by_key(|p| p.place);
    Text { text: Some(text), problems }
}

/// Either byte order mark of UTF-16, or a first character that only UTF-16 writes so.
fn is_utf16(bytes: &[u8]) -> bool {
    match bytes {
        [0xff, 0xfe, ..] | [0xfe, 0xff, ..] => true,
        [0, c, 0, ..] | [c, 0, _, 0, ..] => *c != 0,
        _ => false,
    }
}

/// The first character that no editor shows; the rest of the file is read all the same.
fn control_character(text: &str) -> Option<Problem> {
    // C1 controls begin with 0xc2, so only a file that has one of these bytes is looked at again.
    let odd = |b: &u8| matches!(*b, 0..=8 | 11 | 12 | 14..=31 | 0x7f | 0xc2);
    // Whole blocks without leaving early, which a compiler turns into vector instructions.
    if !text.as_bytes().chunks(256).any(|block| block.iter().fold(false, |any, b| any | odd(b))) {
        return None;
    }
    let unseen = |c: char| c.is_control() && !matches!(c, '\t' | '\n' | '\r' | '\u{85}');
    let (at, c) = text.char_indices().find(|(_, c)| unseen(*c))?;
    let mark = printable(&text[at..at + c.len_utf8()]).into_owned();
    let sentence = format!("control character U+{:04X}, shown as {mark}; delete it", c as u32);
    Some(error(rule::CONTROL_CHARACTER, Some(place_after(&text[..at])), sentence))
}

/// One problem for every `<<<<<<<` that begins a line, and for what is left of one: a `=======` or a
/// `>>>>>>>` that nothing stands above.
fn merge_conflicts(text: &str) -> Vec<Problem> {
    let mut inside = false;
    let mut told = Vec::new();
    for (at, mark) in conflict_marks(text) {
        if !inside || mark == b'<' {
            let place = place_after(&text[..at]);
            let sentence = format!(
                "merge conflict markers at line {}; keep one side and delete the lines that begin with <<<<<<<, ======= and >>>>>>>",
                place.line
            );
            told.push(error(rule::MERGE_CONFLICT, Some(place), sentence));
        }
        inside = mark != b'>';
        if told.len() == MOST_CONFLICTS {
            break;
        }
    }
    told
}

/// Where a line begins with seven of a mark and ends or goes on with a space, in order.
fn conflict_marks(text: &str) -> Vec<(usize, u8)> {
    let bytes = text.as_bytes();
    let mut marks: Vec<(usize, u8)> = ["<<<<<<<", "=======", ">>>>>>>"]
        .iter()
        .flat_map(|mark| {
            memchr::memmem::find_iter(bytes, mark)
                .filter(|&at| at == 0 || matches!(bytes[at - 1], b'\n' | b'\r'))
                .filter(|&at| {
                    matches!(bytes.get(at + mark.len()), None | Some(b' ' | b'\n' | b'\r'))
                })
                .map(|at| (at, bytes[at]))
        })
        .collect();
    marks.sort_unstable();
    marks
}

/// The place of the character that follows a text. LF, CRLF and CR end a line.
pub(super) fn place_after(text: &str) -> Place {
    let bytes = text.as_bytes();
    let ends = |i: usize| match bytes[i] {
        b'\n' => true,
        b'\r' => bytes.get(i + 1) != Some(&b'\n'),
        _ => false,
    };
    let line = 1 + (0..bytes.len()).filter(|&i| ends(i)).count();
    let start = text.rfind(['\n', '\r']).map_or(0, |i| i + 1);
    let column = 1 + text[start..].chars().count();
    Place { line: narrow(line), column: narrow(column) }
}

/// The place of the character that follows a text which begins at a place of its own. Whoever walks
/// through a file this way counts each of its lines once.
pub(super) fn further(from: Place, text: &str) -> Place {
    let after = place_after(text);
    let column = if after.line == 1 { from.column + after.column - 1 } else { after.column };
    Place { line: from.line + after.line - 1, column }
}

/// The lines of a text, as places count them: LF, CRLF and CR end one.
pub(super) fn lines(text: &str) -> impl Iterator<Item = &str> {
    let mut rest = Some(text);
    std::iter::from_fn(move || {
        let text = rest?;
        let Some(end) = memchr::memchr2(b'\n', b'\r', text.as_bytes()) else { return rest.take() };
        let next = if text[end..].starts_with("\r\n") { end + 2 } else { end + 1 };
        rest = Some(&text[next..]);
        Some(&text[..end])
    })
}

/// Lines and columns fit, since no file is longer than the limit.
pub(super) fn narrow(number: usize) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}

/// An error with a sentence.
pub(super) fn error(
    rule: &'static str,
    place: Option<Place>,
    sentence: impl Into<String>,
) -> Problem {
    Problem { severity: Severity::Error, rule, place, sentence: sentence.into(), about_pay: false }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(bytes: &[u8]) -> Vec<String> {
        text_of(bytes).problems.iter().map(ToString::to_string).collect()
    }

    #[test]
    fn a_byte_order_mark_is_not_part_of_the_text() {
        let read = text_of(b"\xef\xbb\xbftitle: A");
        assert_eq!(read.text.as_deref(), Some("title: A"));
        assert!(read.problems.is_empty());
    }

    #[test]
    fn utf16_is_named_with_and_without_its_mark() {
        let wide = |bytes: &[u8]| bytes.iter().flat_map(|b| [*b, 0]).collect::<Vec<u8>>();
        let expected = ["file is UTF-16; save it as UTF-8"];
        assert_eq!(told(&wide(b"title: A")), expected);
        assert_eq!(told(b"\xfe\xff\0t\0i"), expected);
    }

    #[test]
    fn latin1_is_told_with_its_place_and_still_read() {
        let read = text_of(b"title: A\nlevel: caf\xe9 x\n");
        assert_eq!(read.text.as_deref(), Some("title: A\nlevel: caf\u{fffd} x\n"));
        assert_eq!(
            told(b"title: A\nlevel: caf\xe9 x\n"),
            ["2:11 not UTF-8 at line 2, column 11 (byte 20); save the file as UTF-8"]
        );
    }

    #[test]
    fn control_characters_are_named() {
        assert_eq!(told(b"a: b\x1b[0m\n"), ["1:5 control character U+001B, shown as ␛; delete it"]);
        assert_eq!(told("é: \u{9b}".as_bytes()).len(), 1);
        assert!(told("title: Ingénieur ©".as_bytes()).is_empty());
    }

    #[test]
    fn what_is_left_of_a_merge_conflict_is_told_once() {
        let lines = |text: &str| -> Vec<u32> {
            merge_conflicts(text).iter().filter_map(|p| Some(p.place?.line)).collect()
        };
        assert_eq!(lines("<<<<<<< a\nx\n=======\ny\n>>>>>>> b\n<<<<<<<\nx\n"), [1, 6]);
        assert_eq!(lines("a: 1\n=======\nb: 2\n>>>>>>> b\n"), [2]);
        assert_eq!(lines("a: 1\r\n>>>>>>> b\r\nc: 1\r\n>>>>>>>\r\n"), [2, 4]);
        assert_eq!(lines("# ========\n========\n  =======\na: =======\n=======x\n"), [0; 0]);
        assert_eq!(lines(&"<<<<<<<\n".repeat(100)).len(), MOST_CONFLICTS);
    }

    #[test]
    fn every_kind_of_line_end_counts_once() {
        for text in ["a\nb\nc", "a\r\nb\r\nc", "a\rb\rc", "a\n\rc"] {
            assert_eq!(place_after(text), Place { line: 3, column: 2 }, "{text:?}");
        }
    }
}
