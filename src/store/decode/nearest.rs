//! Which known word somebody probably meant.

use crate::model::Scale;
use crate::slips::slips;

/// How many characters a mistyped word may have; longer ones are not compared.
const LONGEST: usize = 32;
/// How many letters may be wrong.
const FARTHEST: usize = 2;

/// The known word that is at most two letters away, letter case aside.
pub(super) fn nearest<'k>(text: &str, known: &[&'k str]) -> Option<&'k str> {
    if text.chars().count() > LONGEST {
        return None;
    }
    let typed: Vec<char> = text.trim().to_lowercase().replace([' ', '-'], "_").chars().collect();
    known
        .iter()
        .filter_map(|word| {
            let letters: Vec<char> = word.chars().collect();
            Some((slips(&typed, &letters, FARTHEST)?, *word))
        })
        // A short word must keep more right than wrong letters.
        .filter(|(wrong, word)| wrong * 2 < word.len())
        .min_by_key(|(wrong, _)| *wrong)
        .map(|(_, word)| word)
}

/// The number of a level that is called so on the scale that holds without a library.yaml.
pub(super) fn level(text: &str) -> Option<u8> {
    let scale = Scale::built_in();
    let is_called = |name: &str| {
        let short = name.split(' ').next().unwrap_or_default();
        text.eq_ignore_ascii_case(name) || text.eq_ignore_ascii_case(short)
    };
    let named =
        |(number, name): (&u8, &Option<String>)| is_called(name.as_deref()?).then_some(*number);
    scale.levels.iter().find_map(named)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_slip_is_found_and_a_stranger_is_not() {
        let known = ["level", "title", "code", "also_known_as", "need"];
        assert_eq!(nearest("lvl", &known), Some("level"));
        assert_eq!(nearest("Title", &known), Some("title"));
        assert_eq!(nearest("tilte", &known), Some("title"));
        assert_eq!(nearest("also known as", &known), Some("also_known_as"));
        assert_eq!(nearest("colour", &known), None);
        assert_eq!(nearest("n", &known), None);
        assert_eq!(nearest("", &known), None);
    }
}
