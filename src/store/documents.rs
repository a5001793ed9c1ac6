//! Cuts a file at its `---` lines, so that a broken document spares the others.

/// One document's piece of a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Piece<'a> {
    /// Its text, with the `---` that begins it.
    pub text: &'a str,
    /// How many lines of the file stand before it.
    pub lines_before: u32,
}

/// The documents of a file. A piece without any content is none. `...` ends a document as well.
pub(super) fn pieces(text: &str) -> impl Iterator<Item = Piece<'_>> {
    let mut rest = text;
    let mut line = 0;
    std::iter::from_fn(move || {
        while !rest.is_empty() {
            let (piece, lines) = first_piece(rest);
            let found = Piece { text: &rest[..piece], lines_before: line };
            rest = &rest[piece..];
            line += lines;
            if has_content(found.text) {
                return Some(found);
            }
        }
        None
    })
}

/// The bytes and lines up to the next `---` line, or up to the end of a `...` line.
fn first_piece(text: &str) -> (usize, u32) {
    let mut at = 0;
    let mut lines = 0;
    while at < text.len() {
        let line = first_line(&text[at..]);
        if at > 0 && is_marker(line, "---") {
            break;
        }
        at += line.len();
        lines += 1;
        if is_marker(line, "...") {
            break;
        }
    }
    (at, lines)
}

/// The text up to and with its first line end.
fn first_line(text: &str) -> &str {
    let Some(end) = memchr::memchr2(b'\n', b'\r', text.as_bytes()) else { return text };
    let end = if text[end..].starts_with("\r\n") { end + 2 } else { end + 1 };
    &text[..end]
}

fn is_marker(line: &str, marker: &str) -> bool {
    line.strip_prefix(marker)
        .is_some_and(|rest| rest.is_empty() || rest.starts_with([' ', '\t', '\n', '\r']))
}

/// Whether a piece holds more than comments, directives, blank lines and its markers.
fn has_content(piece: &str) -> bool {
    let starts_marked = is_marker(piece, "---");
    let body = if starts_marked { &piece[3..] } else { piece };
    let lines = body.split(['\n', '\r']);
    lines.enumerate().any(|(i, line)| {
        let text = line.trim_matches([' ', '\t', '\u{feff}']);
        let directive = !starts_marked && line.starts_with('%');
        let ending = i > 0 && is_marker(line, "...") && text.len() == 3;
        let ending = ending || (!starts_marked && text == "...");
        !(text.is_empty() || text.starts_with('#') || directive || ending)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cut(text: &str) -> Vec<(u32, &str)> {
        pieces(text).map(|p| (p.lines_before, p.text)).collect()
    }

    #[test]
    fn documents_begin_at_three_dashes() {
        assert_eq!(
            cut("# head\n---\na: 1\n--- # second\nb: 2\n"),
            [(1, "---\na: 1\n"), (3, "--- # second\nb: 2\n")]
        );
        assert_eq!(cut("a: 1\r---\rb: 2"), [(0, "a: 1\r"), (1, "---\rb: 2")]);
        assert_eq!(cut("--- {a: 1}\n---\n"), [(0, "--- {a: 1}\n")]);
    }

    #[test]
    fn dashes_that_are_text_cut_nothing() {
        assert_eq!(cut("a: |\n  ---\n---- b: 1\n").len(), 1);
    }

    #[test]
    fn comments_and_markers_alone_are_no_document() {
        for text in ["", "\n\n", "# only\r\n", "---\n", "---\n...\n", "%YAML 1.2\n# x\n---\n---\n"]
        {
            assert!(cut(text).is_empty(), "{text:?}");
        }
    }

    #[test]
    fn three_dots_end_a_document() {
        assert_eq!(cut("a: 1\n...\nb: 2\n"), [(0, "a: 1\n...\n"), (2, "b: 2\n")]);
    }
}
