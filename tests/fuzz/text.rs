//! Any text, as it is made safe to show, cut, wrapped and written as YAML.

use super::safe::{assert_line, assert_lines};
use rolebook::printable::{printable, printable_lines, printable_path, without_marks};
use rolebook::search::fold;
use rolebook::store::{parse_profiles, scalar};
use rolebook::tui::widget::text::{fit, width, without_middle, without_start, wrapped};
use std::borrow::Cow;
use std::ffi::OsStr;
use std::os::unix::ffi::OsStrExt;
use std::path::Path;
use unicode_segmentation::UnicodeSegmentation;

/// Longer texts take time and find nothing.
const LONGEST: usize = 2_000;

/// Made safe it is safe, and stays as it is when that is done again; cut to any number of columns it
/// takes no more of them; and as a value in a file it is read back.
pub fn run(bytes: &[u8]) {
    let bytes = &bytes[..bytes.len().min(LONGEST)];
    let text = String::from_utf8_lossy(bytes);
    let (line, lines) = (printable(&text), printable_lines(&text));
    assert_line(&line);
    assert_lines(&lines);
    assert_line(&printable_path(Path::new(OsStr::from_bytes(bytes))));
    for (made, again) in [(&line, printable(&line)), (&lines, printable_lines(&lines))] {
        assert_eq!(*made, again, "made safe twice");
        assert!(matches!(again, Cow::Borrowed(_)), "copied for nothing");
    }
    assert!(without_marks(&line).all(|(at, c)| line[at..].starts_with(c)));
    hold_fold(&line);
    for columns in [0, 1, 2, 3, 7, 20, 79] {
        hold_cut(&line, columns);
        hold_wrapped(&lines, columns.max(2));
    }
    hold_scalar(&text);
}

fn hold_fold(line: &str) {
    let folded = fold(line);
    assert!(!folded.contains('\n'));
    assert_eq!(fold(&folded), folded, "folded twice");
}

fn hold_cut(line: &str, columns: usize) {
    let (end, start) = (fit(line, columns, "…"), without_start(line, columns, "…"));
    let matched: Vec<_> =
        line.grapheme_indices(true).step_by(3).map(|(at, g)| at..at + g.len()).collect();
    let (middle, ranges) = without_middle(line, &matched, columns, "…");
    for cut in [&end, &start, &middle] {
        assert!(width(cut) <= columns, "{cut:?} in {columns} columns");
        assert!(width(line) > columns || *cut == line, "{cut:?} is cut without need");
    }
    assert!(line.starts_with(end.trim_end_matches('…')) || line.contains('…'));
    assert!(line.ends_with(start.trim_start_matches('…')) || line.contains('…'));
    assert!(ranges.iter().all(|range| middle.get(range.clone()).is_some()), "{ranges:?}");
}

/// The lines of a text hold all of it but for blanks, in order, and are no wider than they may be.
fn hold_wrapped(lines: &str, columns: usize) {
    let mut at = 0;
    for range in wrapped(lines, columns) {
        assert!(range.start >= at && range.start <= range.end, "{range:?} behind {at}");
        assert!(lines[at..range.start].chars().all(char::is_whitespace), "lost before {range:?}");
        let line = &lines[range.clone()];
        let one = line.graphemes(true).count() == 1;
        assert!(width(line) <= columns || one, "{line:?} in {columns} columns");
        at = range.end;
    }
    assert!(lines[at..].chars().all(char::is_whitespace), "lost behind {at}");
}

/// As a value in a file it is read back as this text, but for line breaks at its end.
fn hold_scalar(text: &str) {
    let file = format!("title: A\nlevel: {}\n", scalar(text));
    let jobs = parse_profiles(Path::new("a.yaml"), file.as_bytes());
    let level = jobs[0].profile.as_ref().and_then(|profile| profile.level.as_deref());
    assert_eq!(
        level,
        Some(&*printable(text.trim_end_matches('\n'))),
        "{file:?} is told {:?}",
        jobs[0].problems
    );
}
