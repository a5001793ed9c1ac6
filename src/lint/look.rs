//! How a text looks to somebody who reads it, whatever it is made of.

use crate::printable::without_marks;
use std::borrow::Cow;
use unicode_normalization::UnicodeNormalization;

/// A script whose letters stand in for Latin ones.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Script {
    Latin,
    Greek,
    Cyrillic,
}

impl Script {
    /// The script of a letter; `None` for all others and for what is no letter.
    pub fn of(c: char) -> Option<Self> {
        match c {
            'A'..='Z' | 'a'..='z' | '\u{c0}'..='\u{24f}' | '\u{1e00}'..='\u{1eff}' => {
                c.is_alphabetic().then_some(Self::Latin)
            }
            '\u{370}'..='\u{3ff}' | '\u{1f00}'..='\u{1fff}' => {
                c.is_alphabetic().then_some(Self::Greek)
            }
            '\u{400}'..='\u{52f}' => c.is_alphabetic().then_some(Self::Cyrillic),
            _ => None,
        }
    }

    /// What it is called.
    pub fn name(self) -> &'static str {
        match self {
            Self::Latin => "Latin",
            Self::Greek => "Greek",
            Self::Cyrillic => "Cyrillic",
        }
    }
}

/// Greek and Cyrillic letters, each before the Latin one that it looks like.
const ALIKE: &str = "ΑAΒBΕEΖZΗHΙIΚKΜMΝNΟOΡPΤTΥYΧXοoνvρpαa\
                     АAВBЕEЅSІIЈJКKМMНHОOРPСCТTУYХXҮYԌGԚQԜWаaеeоoрpсcуyхxѕsіiјjһhԛqԝwӏl";

/// The Latin letter that a letter of another script looks like.
pub(super) fn latin(c: char) -> Option<char> {
    if !('\u{370}'..='\u{52f}').contains(&c) {
        return None;
    }
    let mut pairs = ALIKE.chars();
    while let (Some(letter), Some(latin)) = (pairs.next(), pairs.next()) {
        if letter == c {
            return Some(latin);
        }
    }
    None
}

/// A text as it looks: look-alikes as Latin letters, wide and composed forms as plain ones, and
/// without the marks that stand for hidden characters. Two texts that look the same are equal then.
pub(super) fn looks_like(text: &str) -> Cow<'_, str> {
    if text.is_ascii() {
        return Cow::Borrowed(text);
    }
    let seen = without_marks(text).map(|(_, c)| c);
    Cow::Owned(seen.nfkc().map(|c| latin(c).unwrap_or(c)).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_of_other_scripts_look_like_latin_ones() {
        assert_eq!(looks_like("SМ1"), "SM1");
        assert_eq!(looks_like("ΑΒ-７"), "AB-7");
        assert_eq!(looks_like("SM⟨ZWSP⟩1⟨U+E0041⟩"), "SM1");
        assert_eq!(looks_like("Ж1"), "Ж1");
        assert_eq!(looks_like("e\u{301}"), looks_like("é"));
    }

    #[test]
    fn every_pair_is_a_letter_of_another_script_and_a_latin_one() {
        let letters: Vec<char> = ALIKE.chars().collect();
        for pair in letters.chunks(2) {
            assert!(
                matches!(Script::of(pair[0]), Some(Script::Greek | Script::Cyrillic)),
                "{pair:?}"
            );
            assert!(pair[1].is_ascii_alphabetic(), "{pair:?}");
        }
    }
}
