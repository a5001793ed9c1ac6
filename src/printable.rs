//! Makes text from outside safe to show: what a terminal would obey or hide becomes a visible mark.
//!
//! The store calls this once on every text it reads; the command line calls it on everything
//! that comes from arguments, file names and the operating system. Behind that boundary any
//! string can be put on a screen as it is.

use std::borrow::Cow;
use std::path::Path;

/// How many combining marks may stand on one letter; the rest is dropped, as no script needs more.
const MARKS_A_LETTER: usize = 4;

/// The text with everything that does not print replaced by a mark that does.
///
/// * C0 controls become their control pictures (`ESC` → `␛`), C1 controls and tag characters
///   become `⟨U+009B⟩`;
/// * bidirectional and zero-width characters become `⟨RLO⟩`, `⟨ZWSP⟩` and so on; a joiner stays
///   where it stands between two characters that are not ASCII, since emoji and Indic text need it;
/// * tabs become one space, line breaks become `⏎`;
/// * more than four combining marks on one letter are cut to four.
///
/// Borrowed when there is nothing to change, which is nearly always.
#[must_use]
pub fn printable(text: &str) -> Cow<'_, str> {
    rewritten(text, false)
}

/// The same for text of several lines, whose line feeds stay.
#[must_use]
pub fn printable_lines(text: &str) -> Cow<'_, str> {
    rewritten(text, true)
}

/// A path as text that is safe to show; bytes that are not UTF-8 become `�`.
#[must_use]
pub fn printable_path(path: &Path) -> String {
    printable(&path.to_string_lossy()).into_owned()
}

fn rewritten(text: &str, keep_lines: bool) -> Cow<'_, str> {
    // Plain ASCII without controls is the common case and needs no second look.
    if text.bytes().all(|b| (0x20..0x7f).contains(&b)) {
        return Cow::Borrowed(text);
    }
    let mut out = String::with_capacity(text.len() + 8);
    let mut before: Option<char> = None;
    let mut marks = 0;
    let mut chars = text.chars().peekable();
    while let Some(c) = chars.next() {
        marks = if is_combining(c) { marks + 1 } else { 0 };
        if marks > MARKS_A_LETTER {
            continue;
        }
        match c {
            '\n' if keep_lines => out.push(c),
            '\r' if chars.peek() == Some(&'\n') => {}
            '\n' | '\r' | '\u{85}' | '\u{2028}' | '\u{2029}' => {
                out.push(if keep_lines { '\n' } else { '⏎' });
            }
            '\t' => out.push(' '),
            '\u{200c}' | '\u{200d}' if joins(before, chars.peek().copied()) => out.push(c),
            _ => match mark_for(c) {
                Some(mark) => out.push_str(&mark),
                None => out.push(c),
            },
        }
        before = Some(c);
    }
    if out == text { Cow::Borrowed(text) } else { Cow::Owned(out) }
}

/// True where a joiner stands between two characters that a script or an emoji may want joined.
fn joins(before: Option<char>, after: Option<char>) -> bool {
    let letter = |c: Option<char>| c.is_some_and(|c| !c.is_ascii() && mark_for(c).is_none());
    letter(before) && letter(after)
}

/// The visible mark for a character that does not print, or `None` for one that does.
#[must_use]
pub fn mark_for(c: char) -> Option<Cow<'static, str>> {
    let name = match c {
        '\u{0}'..='\u{1f}' => {
            let picture = char::from_u32(0x2400 + c as u32).unwrap_or('␦');
            return Some(Cow::Owned(picture.to_string()));
        }
        '\u{7f}' => return Some(Cow::Borrowed("␡")),
        '\u{ad}' => "SHY",
        '\u{61c}' => "ALM",
        '\u{180e}' => "MVS",
        '\u{200b}' => "ZWSP",
        '\u{200c}' => "ZWNJ",
        '\u{200d}' => "ZWJ",
        '\u{200e}' => "LRM",
        '\u{200f}' => "RLM",
        '\u{202a}' => "LRE",
        '\u{202b}' => "RLE",
        '\u{202c}' => "PDF",
        '\u{202d}' => "LRO",
        '\u{202e}' => "RLO",
        '\u{2060}' => "WJ",
        '\u{2066}' => "LRI",
        '\u{2067}' => "RLI",
        '\u{2068}' => "FSI",
        '\u{2069}' => "PDI",
        '\u{feff}' => "BOM",
        '\u{80}'..='\u{9f}'
        | '\u{2061}'..='\u{2065}'
        | '\u{206a}'..='\u{206f}'
        | '\u{fff9}'..='\u{fffb}'
        | '\u{115f}'
        | '\u{1160}'
        | '\u{3164}'
        | '\u{ffa0}'
        | '\u{2028}'
        | '\u{2029}'
        | '\u{e0000}'..='\u{e00ff}'
        | '\u{e01f0}'..='\u{e0fff}' => return Some(Cow::Owned(format!("⟨U+{:04X}⟩", c as u32))),
        _ => return None,
    };
    Some(Cow::Owned(format!("⟨{name}⟩")))
}

/// The names in the marks that have one.
const NAMES: [&str; 19] = [
    "SHY", "ALM", "MVS", "ZWSP", "ZWNJ", "ZWJ", "LRM", "RLM", "LRE", "RLE", "PDF", "LRO", "RLO",
    "WJ", "LRI", "RLI", "FSI", "PDI", "BOM",
];

/// How many bytes are between the brackets of a mark, as in `⟨U+E0041⟩` and beyond.
const LONGEST_NAME: usize = "U+10FFFF".len();

/// The characters of a text that has been made printable, with their places, without the marks in
/// `⟨ ⟩`: what is left is what somebody meant to type.
pub fn without_marks(text: &str) -> impl Iterator<Item = (usize, char)> {
    let mut end = 0;
    text.char_indices().filter(move |(at, c)| {
        if *c == '⟨' && *at >= end {
            end = at + mark_length(&text[*at..]).unwrap_or(0);
        }
        *at >= end
    })
}

/// How long the mark is that a text begins with.
fn mark_length(text: &str) -> Option<usize> {
    let inside = text.strip_prefix('⟨')?;
    // No further than a name is long: there may be a million of these brackets.
    let end = inside.bytes().take(LONGEST_NAME + 1).position(|b| !is_of_name(b))?;
    let (name, behind) = inside.split_at(end);
    let number = |digits: &str| digits.len() >= 4 && digits.bytes().all(|b| b.is_ascii_hexdigit());
    let is_mark = name.strip_prefix("U+").map_or(NAMES.contains(&name), number);
    (is_mark && behind.starts_with('⟩')).then_some(text.len() - behind.len() + '⟩'.len_utf8())
}

fn is_of_name(byte: u8) -> bool {
    byte.is_ascii_uppercase() || byte.is_ascii_digit() || byte == b'+'
}

fn is_combining(c: char) -> bool {
    unicode_normalization::char::is_combining_mark(c)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_terminal_would_obey_becomes_a_mark() {
        assert_eq!(printable("a\u{1b}[31mb"), "a␛[31mb");
        assert_eq!(printable("x\u{9b}1m\u{7f}\0"), "x⟨U+009B⟩1m␡␀");
        assert_eq!(printable("\u{202e}gnp.exe\u{2066}"), "⟨RLO⟩gnp.exe⟨LRI⟩");
    }

    #[test]
    fn breaks_and_tabs_do_not_merge_words() {
        assert_eq!(printable("one\ttwo\r\nthree\rfour"), "one two⏎three⏎four");
        assert_eq!(printable_lines("one\r\ntwo"), "one\ntwo");
    }

    #[test]
    fn joiners_stay_only_where_something_is_joined() {
        let family = "👩\u{200d}👧";
        assert_eq!(printable(family), family);
        assert_eq!(printable("pay\u{200d}roll"), "pay⟨ZWJ⟩roll");
    }

    #[test]
    fn a_pile_of_marks_is_cut() {
        let tall = format!("e{}", "\u{301}".repeat(50));
        assert_eq!(printable(&tall).chars().count(), 1 + MARKS_A_LETTER);
    }

    #[test]
    fn every_mark_is_known_again_and_nothing_else() {
        for c in ('\u{80}'..=char::MAX).filter(|c| mark_for(*c).is_some()) {
            let marked = printable(&format!("a{c}b")).into_owned();
            let left: String = without_marks(&marked).map(|(_, c)| c).collect();
            assert!(left == "ab" || left == "a⏎b", "{marked}");
        }
        let left = |text: &str| without_marks(text).map(|(_, c)| c).collect::<String>();
        for text in ["⟨AI⟩ Engineer", "⟨U+41⟩", "a⟨b", "⟨RLO", "⟩a⟨", "⟨⟩"] {
            assert_eq!(left(text), text);
        }
        assert_eq!(left("⟨⟨RLO⟩RLO⟩"), "⟨RLO⟩");
    }

    #[test]
    fn plain_text_is_not_copied() {
        assert!(matches!(printable("Payroll Supervisor"), Cow::Borrowed(_)));
        assert!(matches!(printable("Ingénieur 日本"), Cow::Borrowed(_)));
    }
}
