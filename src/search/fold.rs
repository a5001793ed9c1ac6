//! Folds text so that letter case, accents, width, composition and what nobody sees make no difference.

use crate::printable::without_marks;
use nucleo_matcher::chars::{normalize, to_lower_case};
use std::ops::Range;
use unicode_normalization::char::{decompose_compatible, is_combining_mark};
use unicode_segmentation::UnicodeSegmentation;

/// Appends the folded text. It never holds a line feed, so that one can stand between texts.
pub(super) fn fold_into(text: &str, out: &mut String) {
    if text.is_ascii() && memchr::memchr(b'\n', text.as_bytes()).is_none() {
        let start = out.len();
        out.push_str(text);
        out[start..].make_ascii_lowercase();
        return;
    }
    without_marks(text).for_each(|(_, c)| fold_char(c, out));
}

/// The text without the difference of letter case, accents, width and composition.
#[must_use]
pub fn fold(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    fold_into(text, &mut out);
    out
}

/// Folding goes letter by letter, so a part of a text folds to a part of its folded text.
fn fold_char(c: char, out: &mut String) {
    match c {
        '\n' => out.push(' '),
        _ if c.is_ascii() => out.push(c.to_ascii_lowercase()),
        _ => decompose_compatible(c, |part| {
            if is_combining_mark(part) {
                return;
            }
            match to_lower_case(part) {
                // The table of single letters gives the first of the two only.
                'ß' | 'ẞ' => out.push_str("ss"),
                'æ' => out.push_str("ae"),
                'œ' => out.push_str("oe"),
                // Some letters have a plain twin in the other case alone.
                lower => out.push(to_lower_case(normalize(lower))),
            }
        }),
    }
}

/// A bit for every letter and digit that a folded text holds; other characters share the rest.
/// A text whose bits lack one of a word's cannot hold that word's letters.
#[must_use]
pub fn letters(folded: &str) -> u64 {
    static ASCII: [u64; 128] = {
        let mut bits = [0; 128];
        let mut c = 0;
        while c < 128 {
            bits[c as usize] = bit(c);
            c += 1;
        }
        bits
    };
    folded.chars().fold(0, |mask, c| mask | ASCII.get(c as usize).copied().unwrap_or(bit(c as u32)))
}

const fn bit(c: u32) -> u64 {
    match c {
        0x61..=0x7a => 1 << (c - 0x61),
        0x30..=0x39 => 1 << (26 + c - 0x30),
        _ => 1 << (36 + c % 28),
    }
}

/// A folded text that knows where its letters come from.
pub(super) struct Traced<'a> {
    original: &'a str,
    /// The folded text.
    pub text: String,
    /// Where each grapheme starts: folded, original. Empty where both are the same throughout.
    starts: Vec<(usize, usize)>,
}

impl<'a> Traced<'a> {
    /// Folds a text and remembers where its graphemes stand.
    pub fn new(original: &'a str) -> Self {
        if original.is_ascii() && !original.contains('\r') {
            return Self { original, text: fold(original), starts: Vec::new() };
        }
        let mut text = String::with_capacity(original.len());
        let mut starts = Vec::new();
        let mut chars = without_marks(original).peekable();
        for (at, grapheme) in original.grapheme_indices(true) {
            starts.push((text.len(), at));
            while let Some((_, c)) = chars.next_if(|(place, _)| *place < at + grapheme.len()) {
                fold_char(c, &mut text);
            }
        }
        Self { original, text, starts }
    }

    /// The graphemes of the original from which a part of the folded text comes.
    pub fn original(&self, folded: &Range<usize>) -> Range<usize> {
        if self.starts.is_empty() {
            return folded.clone();
        }
        let first = self.starts.partition_point(|(at, _)| *at <= folded.start);
        let after = self.starts.partition_point(|(at, _)| *at < folded.end);
        let start_of = |i: usize| self.starts.get(i).map_or(self.original.len(), |(_, at)| *at);
        start_of(first.saturating_sub(1))..start_of(after)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn case_accents_width_and_composition_make_no_difference() {
        for text in ["Ingénieur", "Inge\u{301}nieur", "INGENIEUR", "Ｉｎｇｅｎｉｅｕｒ"] {
            assert_eq!(fold(text), "ingenieur", "{text}");
        }
        assert_eq!(fold("Straßenbauer"), "strassenbauer");
        assert_eq!(fold("ŁÓDŹ Ørsted"), "lodz orsted");
        assert_eq!(fold("ΟΔΗΓΌΣ"), fold("οδηγός"));
    }

    #[test]
    fn a_ligature_leads_back_to_the_whole_of_it() {
        let traced = Traced::new("Oﬃce cle\u{301}rk");
        assert_eq!(traced.text, "office clerk");
        assert_eq!(traced.original(&(2..3)), 1..4);
        assert_eq!(&traced.original[traced.original(&(9..10))], "e\u{301}");
    }

    #[test]
    fn a_mark_for_what_nobody_sees_is_passed_over() {
        let traced = Traced::new("Pay⟨RLO⟩roll⟨ZWSP⟩ Clerk");
        assert_eq!(traced.text, "payroll clerk");
        let shown = |folded| &traced.original[traced.original(&folded)];
        assert_eq!((shown(0..3), shown(3..7)), ("Pay", "roll"));
        assert_eq!(shown(0..7), "Pay⟨RLO⟩roll");
    }

    proptest! {
        #[test]
        fn folding_twice_is_folding_once(text in any::<String>()) {
            let once = fold(&text);
            prop_assert_eq!(fold(&once), once.clone());
            prop_assert!(!once.contains('\n'));
        }

        #[test]
        fn tracing_changes_nothing(text in any::<String>()) {
            prop_assert_eq!(Traced::new(&text).text, fold(&text));
        }
    }
}
