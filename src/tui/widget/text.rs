//! Text in columns: how wide it is, how it is cut, wrapped and highlighted.

use ratatui::style::Style;
use ratatui::text::Span;
use std::borrow::Cow;
use std::ops::Range;
use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthStr;

/// How many columns a text takes.
#[must_use]
pub fn width(text: &str) -> usize {
    // Most text is ASCII, which the store has freed of controls.
    if text.is_ascii() { text.len() } else { text.width() }
}

/// So many spaces; as many as a line begins with cost nothing.
#[must_use]
pub fn spaces(count: usize) -> Cow<'static, str> {
    const SPACES: &str = "                                                                ";
    SPACES.get(..count).map_or_else(|| Cow::Owned(" ".repeat(count)), Cow::Borrowed)
}

/// The text cut to `columns`, with `ellipsis` at its end where something was lost.
#[must_use]
pub fn fit<'a>(text: &'a str, columns: usize, ellipsis: &str) -> Cow<'a, str> {
    if width(text) <= columns {
        return Cow::Borrowed(text);
    }
    let Some(room) = columns.checked_sub(width(ellipsis)) else { return Cow::Borrowed("") };
    Cow::Owned(format!("{}{ellipsis}", start_of(text, room)))
}

/// The text cut to `columns`, with `ellipsis` at its start where something was lost: of a path the
/// end says more.
#[must_use]
pub fn without_start<'a>(text: &'a str, columns: usize, ellipsis: &str) -> Cow<'a, str> {
    if width(text) <= columns {
        return Cow::Borrowed(text);
    }
    let Some(room) = columns.checked_sub(width(ellipsis)) else { return Cow::Borrowed("") };
    let mut used = 0;
    let fits = |(_, grapheme): &(usize, &str)| {
        used += width(grapheme);
        used <= room
    };
    let kept = text.grapheme_indices(true).rev().take_while(fits).last();
    let start = kept.map_or(text.len(), |(at, _)| at);
    Cow::Owned(format!("{ellipsis}{}", &text[start..]))
}

/// As many whole graphemes from the start as fit into `columns`.
fn start_of(text: &str, columns: usize) -> &str {
    let mut used = 0;
    for (at, grapheme) in text.grapheme_indices(true) {
        used += width(grapheme);
        if used > columns {
            return &text[..at];
        }
    }
    text
}

/// Where the lines of a text begin and end when it is wrapped to `columns`, which is one at least.
#[must_use]
pub fn wrapped(text: &str, columns: usize) -> Vec<Range<usize>> {
    let columns = columns.max(1);
    if width(text) <= columns && !text.contains('\n') {
        let whole = 0..text.len();
        return vec![whole];
    }
    if text.is_ascii() && !text.contains('\n') {
        return wrapped_ascii(text, columns);
    }
    let mut at = 0;
    let lines = textwrap::wrap(text, wrap_options(columns));
    let place = |line: Cow<'_, str>| {
        // Lines are pieces of the text in order, less the white space between them.
        let start = text[at..].find(&*line).map_or(at, |found| at + found);
        at = start + line.len();
        start..at
    };
    lines.into_iter().map(place).flat_map(|line| narrowed(text, line, columns)).collect()
}

/// A line that is too wide all the same, in pieces: signs that are made of several characters, such as
/// a heart in colour, can be wider than these are one by one.
fn narrowed(text: &str, mut line: Range<usize>, columns: usize) -> Vec<Range<usize>> {
    let mut pieces = Vec::new();
    while width(&text[line.clone()]) > columns {
        let rest = &text[line.clone()];
        let room = start_of(rest, columns).trim_end_matches(' ');
        let kept = match room.rfind(' ') {
            _ if rest[room.len()..].starts_with(' ') => room.len(),
            Some(blank) => room[..blank].trim_end_matches(' ').len(),
            None => room.len(),
        };
        // Not even one sign has room.
        let kept = kept.max(rest.graphemes(true).next().map_or(1, str::len));
        pieces.push(line.start..line.start + kept);
        line.start += rest.len() - rest[kept..].trim_start_matches(' ').len();
    }
    if pieces.is_empty() || !line.is_empty() {
        pieces.push(line);
    }
    pieces
}

/// Short texts after one another with ` · ` between them, on lines of `columns`; none of them is
/// broken that would fit on a line of its own.
#[must_use]
pub fn in_pieces(pieces: &[String], columns: usize) -> Vec<String> {
    const BETWEEN: &str = " ·";
    let mut lines: Vec<String> = Vec::new();
    for (i, piece) in pieces.iter().enumerate() {
        let piece = if i + 1 < pieces.len() { format!("{piece}{BETWEEN}") } else { piece.clone() };
        match lines.last_mut().filter(|line| width(line) + 1 + width(&piece) <= columns) {
            Some(line) => *line += &format!(" {piece}"),
            None if width(&piece) <= columns => lines.push(piece),
            None => lines.extend(wrapped(&piece, columns).into_iter().map(|r| piece[r].to_owned())),
        }
    }
    lines
}

fn wrap_options(columns: usize) -> textwrap::Options<'static> {
    textwrap::Options::new(columns)
        .wrap_algorithm(textwrap::WrapAlgorithm::FirstFit)
        .word_splitter(textwrap::WordSplitter::NoHyphenation)
}

/// The same for one line of ASCII, where bytes are columns: nearly every text there is, and a tree
/// that stands open has hundreds of them in every frame.
fn wrapped_ascii(text: &str, columns: usize) -> Vec<Range<usize>> {
    let bytes = text.as_bytes();
    let mut lines = Vec::with_capacity(text.len() / columns * 5 / 4 + 2);
    let mut line = 0..0;
    let mut at = 0;
    while at < bytes.len() {
        let word = at..memchr::memchr(b' ', &bytes[at..]).map_or(bytes.len(), |space| at + space);
        // A word that is wider than a line takes several.
        for start in (word.start..word.end.max(word.start + 1)).step_by(columns) {
            let end = word.end.min(start + columns);
            if end - line.start > columns && start > line.start {
                lines.push(line);
                line = start..end;
            } else {
                line.end = end;
            }
        }
        at = word.end;
        at += bytes[at..].iter().take_while(|byte| **byte == b' ').count();
    }
    lines.push(line);
    lines
}

/// Spans of one text: `marked` where `ranges` say so, else `plain`. Ranges are sorted, on character
/// boundaries, and may reach beyond `part`, which is the piece of the text that is wanted.
#[must_use]
pub fn highlighted<'a>(
    text: &'a str,
    part: Range<usize>,
    ranges: &[Range<usize>],
    plain: Style,
    marked: Style,
) -> Vec<Span<'a>> {
    let mut spans = Vec::with_capacity(ranges.len() * 2 + 1);
    let mut at = part.start;
    for range in ranges {
        let (start, end) = (range.start.max(at), range.end.min(part.end));
        if start < end {
            if at < start {
                spans.push(Span::styled(&text[at..start], plain));
            }
            spans.push(Span::styled(&text[start..end], plain.patch(marked)));
            at = end;
        }
    }
    if at < part.end {
        spans.push(Span::styled(&text[at..part.end], plain));
    }
    spans
}

/// A title cut to `columns` by losing its middle, never a letter of `matched` while there is
/// anything else to lose. Returns the shorter title and where the matched letters now are.
#[must_use]
pub fn without_middle<'a>(
    title: &'a str,
    matched: &[Range<usize>],
    columns: usize,
    ellipsis: &str,
) -> (Cow<'a, str>, Vec<Range<usize>>) {
    if width(title) <= columns {
        return (Cow::Borrowed(title), matched.to_vec());
    }
    let graphemes = marked_graphemes(title, matched);
    let mut kept = vec![true; graphemes.len()];
    let mut over = (width(title) + width(ellipsis)).saturating_sub(columns);
    // Where a title begins and ends is lost only after all else between its matched letters.
    for edges in [EDGES, (0, 0)] {
        while over > 0 {
            let Some(run) = longest_loose_run(&graphemes, &kept, edges) else { break };
            over = lose(&graphemes, &mut kept, run, over, width(ellipsis));
        }
    }
    let (short, ranges) = rebuilt(&graphemes, &kept, ellipsis);
    // Matched letters alone may still be too wide; then their end is cut like any text.
    let cut = match width(&short) <= columns {
        true => short,
        false => match fit(short.trim_end_matches(ellipsis), columns, ellipsis) {
            // Where not even one letter is left.
            none if *none == ellipsis.repeat(2) => ellipsis.to_owned(),
            cut => cut.into_owned(),
        },
    };
    let ranges = ranges.into_iter().filter(|r| cut.get(r.clone()).is_some()).collect();
    (Cow::Owned(cut), ranges)
}

/// How many columns a title takes that has lost all it can but for its matched letters, its first
/// three and its last one.
#[must_use]
pub fn least_width(title: &str, matched: &[Range<usize>], ellipsis: &str) -> usize {
    let graphemes = marked_graphemes(title, matched);
    let last = graphemes.len().saturating_sub(EDGES.1);
    let is_kept =
        |(i, (_, _, matched)): (usize, &(usize, &str, bool))| *matched || i < EDGES.0 || i >= last;
    let kept: Vec<bool> = graphemes.iter().enumerate().map(is_kept).collect();
    width(&rebuilt(&graphemes, &kept, ellipsis).0).min(width(title))
}

/// How many graphemes at a title's beginning and end say which one it is.
const EDGES: (usize, usize) = (3, 1);

/// The graphemes of a title: where each begins, what it is, whether it is matched.
fn marked_graphemes<'a>(title: &'a str, matched: &[Range<usize>]) -> Vec<(usize, &'a str, bool)> {
    let is_matched = |at: usize| matched.iter().any(|range| range.contains(&at));
    title.grapheme_indices(true).map(|(at, g)| (at, g, is_matched(at))).collect()
}

/// The longest run of graphemes that are kept, not matched, and none of so many at both ends.
fn longest_loose_run(
    graphemes: &[(usize, &str, bool)],
    kept: &[bool],
    (first, last): (usize, usize),
) -> Option<Range<usize>> {
    let last = graphemes.len().saturating_sub(last);
    let loose = |i: usize| (first..last).contains(&i) && kept[i] && !graphemes[i].2;
    let mut best: Option<Range<usize>> = None;
    let mut run = 0..0;
    for i in (0..graphemes.len()).filter(|i| loose(*i)) {
        run = if run.end == i && i > 0 { run.start..i + 1 } else { i..i + 1 };
        if best.as_ref().is_none_or(|best| best.len() < run.len()) {
            best = Some(run.clone());
        }
    }
    best
}

/// Drops graphemes from the middle of `run` until `over` columns are gained or it is used up.
/// Returns how many columns are still to gain, one more ellipsis counted in.
fn lose(
    graphemes: &[(usize, &str, bool)],
    kept: &mut [bool],
    run: Range<usize>,
    over: usize,
    ellipsis: usize,
) -> usize {
    let middle = usize::midpoint(run.start, run.end);
    let mut gained = 0;
    let (mut left, mut right) = (middle, middle);
    while gained < over && (left > run.start || right < run.end) {
        let i = if right < run.end && (right - middle <= middle - left || left == run.start) {
            right += 1;
            right - 1
        } else {
            left -= 1;
            left
        };
        kept[i] = false;
        gained += width(graphemes[i].1);
    }
    if gained >= over { 0 } else { over - gained + ellipsis }
}

fn rebuilt(
    graphemes: &[(usize, &str, bool)],
    kept: &[bool],
    ellipsis: &str,
) -> (String, Vec<Range<usize>>) {
    let mut out = String::new();
    let mut ranges: Vec<Range<usize>> = Vec::new();
    for (i, (_, grapheme, matched)) in graphemes.iter().enumerate() {
        if !kept[i] {
            if i == 0 || kept[i - 1] {
                out.push_str(ellipsis);
            }
            continue;
        }
        let start = out.len();
        out.push_str(grapheme);
        match ranges.last_mut().filter(|last| last.end == start) {
            Some(last) if *matched => last.end = out.len(),
            _ if *matched => ranges.push(start..out.len()),
            _ => {}
        }
    }
    (out, ranges)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cut_never_splits_a_grapheme() {
        assert_eq!(fit("Payroll", 7, "…"), "Payroll");
        assert_eq!(fit("Payroll Clerk", 8, "…"), "Payroll…");
        assert_eq!(fit("給与担当者", 6, "…"), "給与…");
        assert_eq!(fit("e\u{301}e\u{301}e\u{301}", 2, "…"), "e\u{301}…");
        assert_eq!(fit("abc", 0, "…"), "");
    }

    #[test]
    fn a_path_loses_its_start() {
        assert_eq!(without_start("sales/rep.yaml:6", 16, "…"), "sales/rep.yaml:6");
        assert_eq!(without_start("sales/rep.yaml:6", 12, "…"), "…/rep.yaml:6");
        assert_eq!(without_start("給与/担当者", 6, "…"), "…当者");
        assert_eq!(without_start("給与", 1, "…"), "…");
        assert_eq!(without_start("abc", 0, "…"), "");
    }

    #[test]
    fn lines_are_pieces_of_the_text() {
        let text = "Trains and coaches the team.";
        let lines: Vec<_> = wrapped(text, 12).into_iter().map(|r| &text[r]).collect();
        assert_eq!(lines, ["Trains and", "coaches the", "team."]);
        assert_eq!(wrapped("", 5).len(), 1);
        let wide = "給与を支払う";
        assert_eq!(wrapped(wide, 4).len(), 3);
        // Wider together than one by one.
        let signs = "1\u{fe0f}\u{20e3} ❤\u{fe0f}❤\u{fe0f} ❤\u{fe0f}";
        let lines: Vec<_> = wrapped(signs, 4).into_iter().map(|r| &signs[r]).collect();
        assert_eq!(lines, ["1\u{fe0f}\u{20e3}", "❤\u{fe0f}❤\u{fe0f}", "❤\u{fe0f}"]);
    }

    proptest::proptest! {
        #[test]
        fn ascii_is_wrapped_as_all_other_text(text in "[a-z.-]{0,30}( {0,3}[a-zA-Z,.-]{0,12}){1,12}", columns in 1..30_usize) {
            let all: Vec<_> = textwrap::wrap(&text, wrap_options(columns));
            let ascii: Vec<_> = wrapped_ascii(&text, columns).into_iter().map(|r| &text[r]).collect();
            // Where the whole text fits, nobody asks.
            if width(&text) > columns {
                proptest::prop_assert_eq!(ascii, all);
            }
        }
    }

    #[test]
    fn pieces_stay_whole_as_long_as_a_line_holds_them() {
        let pieces = ["USD a year", "United States", "as of 2026-05"].map(str::to_owned);
        assert_eq!(in_pieces(&pieces, 60), ["USD a year · United States · as of 2026-05"]);
        assert_eq!(in_pieces(&pieces, 35), ["USD a year · United States ·", "as of 2026-05"]);
        let narrow = ["USD a year ·", "United", "States ·", "as of", "2026-05"];
        assert_eq!(in_pieces(&pieces, 12), narrow);
        assert!(in_pieces(&[], 12).is_empty());
    }

    #[test]
    fn a_long_title_keeps_its_matched_letters() {
        let title = "First-Line Supervisors of Housekeeping and Janitorial Workers";
        let at = title.find("Janitorial").unwrap();
        let matched = at..at + 10;
        let (short, ranges) = without_middle(title, std::slice::from_ref(&matched), 30, "…");
        assert!(width(&short) <= 30, "{short}");
        assert_eq!(ranges.iter().map(|r| &short[r.clone()]).collect::<String>(), "Janitorial");
        assert!(short.starts_with("Fir") && short.ends_with('s'), "{short}");
    }

    #[test]
    fn matched_letters_stay_longest_and_nothing_is_cut_twice() {
        let title = "Cooks, Fast Food and Pizza Chefs";
        let at = title.find("Chef").unwrap();
        let chef = at..at + 4;
        let chef = std::slice::from_ref(&chef);
        let short = |columns| without_middle(title, chef, columns, "…").0.into_owned();
        assert_eq!(least_width(title, chef, "…"), 9);
        assert_eq!(short(9), "Coo…Chefs");
        assert_eq!(short(6), "…Chef…");
        assert_eq!(short(4), "…Ch…");
        for columns in 0..30 {
            assert!(!short(columns).contains("……"), "{}", short(columns));
        }
    }

    #[test]
    fn however_narrow_it_fits() {
        let title = "Senior 給与 Specialist";
        for columns in 0..30 {
            let all = 0..title.len();
            let (short, _) = without_middle(title, std::slice::from_ref(&all), columns, "…");
            assert!(width(&short) <= columns, "{columns}: {short}");
            let (short, _) = without_middle(title, &[], columns, "…");
            assert!(width(&short) <= columns, "{columns}: {short}");
        }
    }

    #[test]
    fn highlights_stay_within_the_part() {
        let spans = highlighted("abcdef", 1..5, &[0..2, 4..6], Style::new(), Style::new().bold());
        let texts: Vec<_> = spans.iter().map(|s| s.content.as_ref()).collect();
        assert_eq!(texts, ["b", "cd", "e"]);
    }
}
