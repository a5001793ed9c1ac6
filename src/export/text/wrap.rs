//! Lines of a terminal's page: words of several tones, wrapped by the columns that they take.

use super::Layout;
use crate::export::document::{Tone, Words};
use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthStr;

/// How many columns a text takes.
pub(super) fn width(text: &str) -> usize {
    text.width()
}

/// A word, and whether it stands out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Piece {
    pub(super) text: String,
    pub(super) bold: bool,
    /// Whether stars that opened in it or before it close behind it.
    pub(super) goes_on: bool,
}

/// A line of words.
pub(super) type Line = Vec<Piece>;

/// How many columns a line takes.
pub(super) fn line_width(line: &[Piece]) -> usize {
    line.iter().map(|piece| width(&piece.text) + 1).sum::<usize>().saturating_sub(1)
}

/// The page so far.
pub(super) struct Writer {
    pub(super) out: String,
    layout: Layout,
}

impl Writer {
    pub(super) fn new(layout: Layout) -> Self {
        Self { out: String::new(), layout }
    }

    pub(super) fn columns(&self) -> usize {
        self.layout.columns.max(20)
    }

    /// An empty line, unless there is one.
    pub(super) fn blank(&mut self) {
        if !self.out.is_empty() && !self.out.ends_with("\n\n") {
            self.out.push('\n');
        }
    }

    /// A line as it is; its end is without spaces.
    pub(super) fn line(&mut self, text: &str) {
        self.out.push_str(text.trim_end_matches(' '));
        self.out.push('\n');
    }

    /// A text of its own that stands out.
    pub(super) fn strong(&mut self, indent: usize, text: &str) {
        self.words(&" ".repeat(indent), indent, &Words::of(Tone::Strong, text));
    }

    /// Words behind `before`; further lines begin `indent` columns in.
    pub(super) fn words(&mut self, before: &str, indent: usize, words: &Words) {
        let lines = self.wrapped(words, self.columns().saturating_sub(indent));
        let mut before = before.to_owned();
        for line in lines {
            let text = self.told(&line);
            self.line(&(before + &text));
            before = " ".repeat(indent);
        }
    }

    /// A line as text.
    pub(super) fn told(&self, line: &[Piece]) -> String {
        let mut out = String::new();
        for (i, piece) in line.iter().enumerate() {
            let space = if i > 0 { " " } else { "" };
            out += &match piece.bold && self.layout.escapes {
                true => format!("{space}\u{1b}[1m{}\u{1b}[0m", piece.text),
                false => format!("{space}{}", piece.text),
            };
        }
        // What held words together has done so.
        out.replace('\u{a0}', " ")
    }

    /// The words in lines of at most so many columns; one line at least.
    pub(super) fn wrapped(&self, words: &Words, columns: usize) -> Vec<Line> {
        let pieces = self.pieces(words);
        // What goes on in another line has stars on both, for which there must be room.
        let stars = pieces.iter().any(|piece| piece.goes_on) && line_width(&pieces) > columns;
        let columns = columns.saturating_sub(if stars { 2 } else { 0 }).max(1);
        let mut lines: Vec<Line> = vec![Vec::new()];
        let mut used = 0;
        for piece in pieces {
            for piece in cut(piece, columns) {
                let wide = width(&piece.text);
                let last = lines.len() - 1;
                if lines[last].is_empty() {
                    used = wide;
                    lines[last].push(piece);
                } else if used + 1 + wide <= columns {
                    used += 1 + wide;
                    lines[last].push(piece);
                } else {
                    used = wide;
                    lines.push(vec![piece]);
                }
            }
        }
        close_stars(&mut lines);
        lines
    }

    /// The words one by one. Where nothing else can tell which ones differ, stars do.
    pub(super) fn pieces(&self, words: &Words) -> Line {
        let mut pieces: Vec<Piece> = Vec::new();
        // Whether the next run goes on with the word before it.
        let mut glued = false;
        for run in &words.0 {
            let mut text = run.text.clone();
            if run.tone == Tone::Differs && !self.layout.escapes {
                let inner = text.trim();
                text = text.replacen(inner, &format!("*{inner}*"), 1);
            }
            let bold = matches!(run.tone, Tone::Strong | Tone::Differs);
            let begins = !text.starts_with(is_gap);
            let starred = run.tone == Tone::Differs && !self.layout.escapes;
            let mut words = text.split(is_gap).filter(|word| !word.is_empty()).peekable();
            let mut first = true;
            while let Some(word) = words.next() {
                let goes_on = starred && words.peek().is_some();
                let follows = first && glued && begins;
                first = false;
                match pieces.last_mut() {
                    Some(before) if follows => {
                        before.text.push_str(word);
                        before.goes_on = goes_on;
                    }
                    Some(before) if before.bold == bold && stays_with(&before.text, word) => {
                        before.text = format!("{} {word}", before.text);
                        before.goes_on = goes_on;
                    }
                    _ => pieces.push(Piece { text: word.to_owned(), bold, goes_on }),
                }
            }
            glued = !text.ends_with(is_gap);
        }
        pieces
    }
}

/// Whether a line may end there. A space that holds words together is none.
fn is_gap(c: char) -> bool {
    c.is_whitespace() && c != '\u{a0}'
}

/// What a figure counts, where that is a word of our own.
const UNITS: &[&str] = &["step", "steps", "level", "levels"];

/// Whether a word stays on the line of the one before it: a sign that parts or measures, and what a
/// figure counts.
fn stays_with(before: &str, word: &str) -> bool {
    let plain = word.trim_end_matches([',', ';', '.', ')']);
    let is_unit = || {
        UNITS.contains(&plain) || plain.len() == 3 && plain.bytes().all(|b| b.is_ascii_uppercase())
    };
    let after_figure = || before.ends_with(|c: char| c.is_ascii_digit());
    matches!(plain, "%" | "·") || after_figure() && is_unit()
}

/// Closes the stars that go on at the end of a line, and opens them again in the next one.
fn close_stars(lines: &mut [Line]) {
    for at in 1..lines.len() {
        let (before, after) = lines.split_at_mut(at);
        let ends = before.last_mut().and_then(|line| line.last_mut());
        if let (Some(end), Some(start)) = (ends, after[0].first_mut())
            && end.goes_on
        {
            end.text.push('*');
            start.text.insert(0, '*');
        }
    }
}

/// A word that is wider than a line, in pieces that are not.
fn cut(piece: Piece, columns: usize) -> Vec<Piece> {
    if width(&piece.text) <= columns {
        return vec![piece];
    }
    let mut parts = vec![String::new()];
    let mut used = 0;
    for grapheme in piece.text.graphemes(true) {
        let wide = width(grapheme);
        if used > 0 && used + wide > columns {
            parts.push(String::new());
            used = 0;
        }
        used += wide;
        if let Some(part) = parts.last_mut() {
            part.push_str(grapheme);
        }
    }
    let last = parts.len() - 1;
    let goes_on = |i| i == last && piece.goes_on;
    let parts = parts.into_iter().enumerate();
    parts.map(|(i, text)| Piece { text, bold: piece.bold, goes_on: goes_on(i) }).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn page(words: &Words, columns: usize) -> String {
        let mut writer = Writer::new(Layout { columns, escapes: false });
        writer.words("- ", 2, words);
        writer.out
    }

    #[test]
    fn lines_are_as_wide_as_the_page_and_words_stay_whole() {
        let words = Words::from("Plans the shifts of ")
            .and(Tone::Differs, "both wards")
            .and(Tone::Plain, ".");
        assert_eq!(page(&words, 20), "- Plans the shifts\n  of *both wards*.\n");
    }

    #[test]
    fn stars_close_with_their_line() {
        let words = Words::from("Asks")
            .and(Tone::Plain, " ")
            .and(Tone::Differs, "for two or three years of it");
        assert_eq!(page(&words, 20), "- Asks *for two or*\n  *three years of*\n  *it*\n");
        assert_eq!(page(&words, 50), "- Asks *for two or three years of it*\n");
    }

    #[test]
    fn signs_and_units_stay_with_their_figures() {
        for (text, lines) in [
            ("gets more pay by 6 % a year", "- gets more pay by\n  6 % a year\n"),
            ("pays a sum of 500 USD of it", "- pays a sum of\n  500 USD of it\n"),
            ("is as much as 12.5 steps up", "- is as much as\n  12.5 steps up\n"),
            ("there is all of it · and more", "- there is all of\n  it · and more\n"),
            ("it is one of the\u{a0}two here", "- it is one of\n  the two here\n"),
        ] {
            assert_eq!(page(&Words::from(text), 20), lines);
        }
    }

    #[test]
    fn wide_letters_and_endless_words_are_cut_between_graphemes() {
        let wide = page(&Words::from("港".repeat(12)), 20);
        assert_eq!(wide, format!("- {}\n  {}\n", "港".repeat(9), "港".repeat(3)));
    }
}
