//! Turns the text of one job into the beginning of another: a new title, and nothing that holds for
//! the other job alone.

use super::parse::parse_profiles;
use super::scalar::scalar;
use super::tree::options;
use crate::printable::printable;
use granit_parser::{Event, Parser, ScalarStyle, StructureStyle};
use std::ops::Range;
use std::path::Path;

/// The keys whose values are a job's own, and what is said where they were.
const OWN: [(&str, &str); 4] = [
    ("code", "# A code of its own, since no two jobs have the same:"),
    ("also_known_as", "# Other titles of its own, by which the filter finds it:"),
    ("status", "# Where it stands itself; approved when left out:"),
    ("effective", "# From when on it holds itself:"),
];

/// The text of a document with another title and with what is the other job's own commented out;
/// all else stays as it is.
/// `None` where the text is written in a way that allows no such change (in braces, or broken).
#[must_use]
pub fn retitled(text: &str, title: &str) -> Option<String> {
    let entries = entries(text)?;
    let find = |name: &str| entries.iter().find(|entry| entry.name == name);
    let mut edits = vec![match find("title") {
        Some(entry) => new_value(text, entry, title)?,
        None => new_line(text, entries.first()?, title),
    }];
    let own = OWN.iter().filter_map(|(key, hint)| Some((find(key)?, hint)));
    edits.extend(own.map(|(entry, hint)| commented_out(text, entry, hint)));
    edits.sort_by_key(|(range, _)| std::cmp::Reverse(range.start));
    let mut changed = text.to_owned();
    for (range, new) in edits {
        changed.replace_range(range, &new);
    }
    is_so(&changed, title).then_some(changed)
}

/// Bytes of the text and what comes in their place.
type Edit = (Range<usize>, String);

/// One entry of the mapping that the document is, by bytes.
struct Entry {
    name: String,
    key: Range<usize>,
    value: Range<usize>,
}

/// The entries of a document with one key a line.
fn entries(text: &str) -> Option<Vec<Entry>> {
    let mut entries = Vec::new();
    let mut depth = 0_usize;
    let mut key = None;
    let mut begun = 0;
    for next in Parser::new_from_str_with_options(text, options()) {
        let (event, span) = next.ok()?;
        let range = span.byte_range()?;
        let ended = match event {
            Event::MappingStart(StructureStyle::Flow, ..) if depth == 0 => return None,
            Event::MappingStart(..) | Event::SequenceStart(..) => {
                if depth == 1 {
                    begun = range.start;
                }
                depth += 1;
                continue;
            }
            Event::MappingEnd | Event::SequenceEnd => {
                depth = depth.checked_sub(1)?;
                begun..range.end
            }
            Event::Scalar(name, ..) if depth == 1 && key.is_none() => {
                key = Some((name.into_owned(), range));
                continue;
            }
            // Below `|` or `>` the parser's range begins with the text, and nothing is anywhere.
            Event::Scalar(_, ScalarStyle::Literal | ScalarStyle::Folded, ..) if depth == 1 => {
                after_colon(text, key.as_ref())?..range.end
            }
            Event::Scalar(..) if depth == 1 && range.is_empty() => {
                let colon = after_colon(text, key.as_ref())?;
                colon..colon
            }
            Event::Scalar(..) => range,
            Event::Alias(_) | Event::UnresolvedAlias(_) => return None,
            _ => continue,
        };
        if depth == 1 {
            let (name, key) = key.take()?;
            entries.push(Entry { name, key, value: ended });
        }
    }
    Some(entries)
}

/// Where the colon behind a key ends.
fn after_colon(text: &str, key: Option<&(String, Range<usize>)>) -> Option<usize> {
    let (_, key) = key?;
    Some(key.end + text.get(key.end..)?.find(':')? + 1)
}

/// Another value in the place of an entry's own.
fn new_value(text: &str, entry: &Entry, title: &str) -> Option<Edit> {
    let Range { start, end } = entry.value;
    // A text below `|` or `>` goes on to the beginning of the next key.
    let end = start + text.get(start..end)?.trim_end_matches(['\n', '\r']).len();
    let blank = if text[..start].ends_with(':') { " " } else { "" };
    Some((start..end, format!("{blank}{}", scalar(title))))
}

/// A title above everything else.
fn new_line(text: &str, first: &Entry, title: &str) -> Edit {
    let start = line_start(text, first.key.start);
    let indent = &text[start..first.key.start];
    (start..start, format!("{indent}title: {}{}", scalar(title), line_end(text)))
}

/// The lines of an entry, each behind a `#`, below a hint.
fn commented_out(text: &str, entry: &Entry, hint: &str) -> Edit {
    let start = line_start(text, entry.key.start);
    let inside = text[..entry.value.end].trim_end_matches(['\n', '\r']).len().max(entry.key.end);
    let end = text[inside..].find(['\n', '\r']).map_or(text.len(), |rest| inside + rest);
    let lines: Vec<String> = text[start..end].lines().map(|line| format!("# {line}")).collect();
    let break_ = line_end(text);
    (start..end, format!("{hint}{break_}{}", lines.join(break_)))
}

fn line_start(text: &str, at: usize) -> usize {
    text[..at].rfind(['\n', '\r']).map_or(0, |end| end + 1)
}

/// How lines end in a text.
fn line_end(text: &str) -> &'static str {
    if text.contains("\r\n") { "\r\n" } else { "\n" }
}

/// Whether a text is that of one job with this title and nothing of another's own.
fn is_so(text: &str, title: &str) -> bool {
    let jobs = parse_profiles(Path::new("new.yaml"), text.as_bytes());
    let [job] = &jobs[..] else { return false };
    let read = printable(title.trim_end_matches('\n'));
    job.profile.as_ref().is_some_and(|p| {
        let is_new = p.code.is_none() && p.also_known_as.is_empty() && p.effective.is_none();
        p.title == read && is_new
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn assert_becomes(text: &str, expected: &str) {
        assert_eq!(retitled(text, "New: One").as_deref(), Some(expected), "{text}");
    }

    #[test]
    fn the_title_is_replaced_however_it_is_written() {
        for old in ["Old One", "'Old'", "\"Old\"", "\"Old\n  One\"", "Old\n  One", ""] {
            let text = format!("# top\ntitle: {old}\nlevel: M01 # why\n");
            let text = text.replace("title: \n", "title:\n");
            assert_becomes(&text, "# top\ntitle: \"New: One\"\nlevel: M01 # why\n");
        }
        assert_becomes("title: Old # why\n", "title: \"New: One\" # why\n");
        assert_becomes("title: >-\n  Old\n\nlevel: 3\n", "title: \"New: One\"\n\nlevel: 3\n");
        assert_becomes("title: |\n  Old\nlevel: 3", "title: \"New: One\"\nlevel: 3");
        assert_becomes("\"title\":   Old", "\"title\":   \"New: One\"");
        assert_becomes("level: 3\n", "title: \"New: One\"\nlevel: 3\n");
        assert_becomes("---\n  level: 3\n", "---\n  title: \"New: One\"\n  level: 3\n");
    }

    #[test]
    fn the_code_is_commented_out() {
        let hint = OWN[0].1;
        assert_becomes(
            "code: A1 # ours\r\ntitle: Old\r\n",
            &format!("{hint}\r\n# code: A1 # ours\r\ntitle: \"New: One\"\r\n"),
        );
        assert_becomes("title: Old\ncode:\n", &format!("title: \"New: One\"\n{hint}\n# code:\n"));
        assert_becomes(
            "title: Old\ncode: >\n  A\n  1\n# next\nlevel: 3\n",
            &format!("title: \"New: One\"\n{hint}\n# code: >\n#   A\n#   1\n# next\nlevel: 3\n"),
        );
        assert_becomes(
            "title: Old\ncode: [A, 1]\nsource: { name: x, code: y }\n",
            &format!(
                "title: \"New: One\"\n{hint}\n# code: [A, 1]\nsource: {{ name: x, code: y }}\n"
            ),
        );
    }

    #[test]
    fn what_is_the_other_jobs_own_is_commented_out() {
        assert_becomes(
            "title: Old\nalso_known_as:\n  - Older\nstatus: draft\neffective: 2026\n",
            &format!(
                "title: \"New: One\"\n{}\n# also_known_as:\n#   - Older\n{}\n# status: draft\n{}\n# effective: 2026\n",
                OWN[1].1, OWN[2].1, OWN[3].1
            ),
        );
    }

    #[test]
    fn what_cannot_be_changed_safely_is_left_alone() {
        for text in [
            "{ title: Old, code: A }",
            "title: [",
            "- title",
            "just text",
            "",
            "level: &a 1\ntrack: *a",
        ] {
            assert_eq!(retitled(text, "New"), None, "{text}");
        }
    }
}
