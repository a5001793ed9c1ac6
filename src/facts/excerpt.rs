//! How an excerpt is laid out: a number before each line, and a caret under the place.

use crate::model::Excerpt;
use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthStr;

/// What is under the place.
pub const CARET: &str = "^";

/// One row of an excerpt.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ExcerptRow {
    /// A line of the file: what stands before it, and it.
    Line(String, String),
    /// The row below the line of the place: what stands before the caret.
    Caret(String),
}

/// The rows of an excerpt, none wider than `columns` where that leaves room for any text at all. A
/// line that is wider shows what is near the place, and all lines are cut alike, so that they stay
/// aligned.
#[must_use]
pub fn excerpt_rows(
    excerpt: &Excerpt,
    columns: usize,
    (vertical, ellipsis): (&str, &str),
) -> Vec<ExcerptRow> {
    let digits = excerpt.numbered().last().map_or(1, |(number, _)| number.to_string().len());
    let room = columns.saturating_sub(digits + 2 + vertical.width()).max(2 + 2 * ellipsis.width());
    let marked = excerpt.lines.get(excerpt.above).map_or("", String::as_str);
    let caret = columns_before(marked, excerpt.before);
    // The caret may stand behind the end of its line.
    let whole = columns_before(marked, marked.len()).max(caret + 1);
    let shift = if caret < room * 3 / 4 { 0 } else { caret - room / 2 };
    let shift = shift.min(whole.saturating_sub(room));
    let mut rows = Vec::with_capacity(excerpt.lines.len() + 1);
    for (i, (number, line)) in excerpt.numbered().enumerate() {
        let gutter = format!("{number:>digits$} {vertical} ");
        rows.push(ExcerptRow::Line(gutter, part(line, shift, room, ellipsis)));
        if i == excerpt.above {
            let gutter = format!("{:digits$} {vertical} ", "");
            rows.push(ExcerptRow::Caret(gutter + &" ".repeat(caret - shift)));
        }
    }
    rows
}

/// How many columns the characters before a byte take; those that share a column count as one.
fn columns_before(line: &str, byte: usize) -> usize {
    let whole = line.grapheme_indices(true).take_while(|(at, g)| at + g.len() <= byte);
    whole.map(|(_, grapheme)| grapheme.width()).sum()
}

/// `room` columns of a line behind the first `shift`, with `ellipsis` where something is lost.
fn part(line: &str, shift: usize, room: usize, ellipsis: &str) -> String {
    let (columns, mark) = (columns_before(line, line.len()), ellipsis.width());
    let from = if shift > 0 && columns > 0 { shift + mark } else { 0 };
    let to = if columns > shift + room { shift + room - mark } else { columns };
    let mut out = if from > 0 { ellipsis.to_owned() } else { String::new() };
    let mut at = 0;
    for grapheme in line.graphemes(true) {
        let end = at + grapheme.width();
        if from <= at && end <= to {
            out.push_str(grapheme);
        } else if at < from && from < end {
            // Of a wide character that is cut in two its second half stays empty.
            out += &" ".repeat(end - from);
        }
        at = end;
    }
    if to < columns {
        out.push_str(ellipsis);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Place;

    fn rows(line: &str, before: &str, columns: usize) -> Vec<String> {
        let column = u32::try_from(before.chars().count()).unwrap() + 1;
        let excerpt = Excerpt {
            place: Place { line: 9, column },
            lines: vec!["title: A".to_owned(), line.to_owned(), "code: 1".to_owned()],
            above: 1,
            before: before.len(),
        };
        let text = |row| match row {
            ExcerptRow::Line(gutter, line) => gutter + &line,
            ExcerptRow::Caret(gutter) => gutter + CARET,
        };
        excerpt_rows(&excerpt, columns, ("|", "…")).into_iter().map(text).collect()
    }

    #[test]
    fn the_caret_stands_under_the_place() {
        assert_eq!(
            rows("level: [", "level: ", 40),
            [" 8 | title: A", " 9 | level: [", "   |        ^", "10 | code: 1"]
        );
    }

    #[test]
    fn wide_and_combining_characters_take_the_columns_they_take() {
        assert_eq!(rows("給与: [", "給与: ", 40)[2], "   |       ^");
        assert_eq!(rows("e\u{301}e\u{301}: [", "e\u{301}e\u{301}: ", 40)[2], "   |     ^");
        assert_eq!(rows("ae\u{301}", "ae", 40)[2], "   |  ^", "in the middle of a letter");
    }

    #[test]
    fn a_long_line_is_cut_around_the_place() {
        let line = format!("{}X{}", "a".repeat(60), "b".repeat(60));
        let cut = rows(&line, &line[..60], 25);
        assert_eq!(cut, [" 8 | …", " 9 | …aaaaaaaaaXbbbbbbbb…", "   |           ^", "10 | …"]);
        let end = rows(&line, &line, 25);
        assert_eq!(&end[1..3], [" 9 | …bbbbbbbbbbbbbbbbbb", "   |                    ^"]);
    }

    proptest::proptest! {
        #[test]
        fn however_narrow_the_caret_is_seen(
            line in "[a-c給與é👩 ]{0,80}", at in 0..80_usize, columns in 0..60_usize
        ) {
            let before: String = line.chars().take(at).collect();
            let room = columns.max(9);
            for row in rows(&line, &before, columns) {
                proptest::prop_assert!(row.width() <= room, "{row:?} in {columns}");
            }
        }
    }
}
