//! Comments that allow a rule to be broken on their line: `# rolebook: allow RULE`.

use super::documents::Piece;
use super::problems::{Problems, quoted};
use super::text::further;
use crate::model::{Place, Places, rule};
use crate::slips::closest;
use std::ops::Range;

/// Keeps what the comments of a piece allow. `texts` are where its quoted and block texts stand,
/// in which a `#` begins no comment. Several rules are parted by commas or spaces, and a reason may
/// follow them.
pub(super) fn allowed(
    piece: Piece<'_>,
    texts: &[Range<usize>],
    places: &mut Places,
    problems: &mut Problems,
) {
    // There may be a hundred thousand comments; the few with the right word are looked at.
    let names_us = |at: &usize| after_word(&piece.text[at + 1..], "rolebook").is_some();
    let mut here = Place { line: piece.lines_before + 1, column: 1 };
    let (mut counted, mut left) = (0, MOST);
    for at in memchr::memchr_iter(b'#', piece.text.as_bytes()).filter(names_us) {
        let before = &piece.text[..at];
        let comment = &piece.text[at..];
        let Some(words) = words(comment) else { continue };
        let is_comment = before.is_empty() || before.ends_with(char::is_whitespace);
        if !is_comment || is_in(texts, at) {
            continue;
        }
        here = further(here, &piece.text[counted..at]);
        counted = at;
        if left == 0 {
            break;
        }
        left -= 1;
        let is_exact = comment.starts_with(COMMENT);
        // Nobody allows more rules than there are.
        for (number, name) in words.take(rule::RULES.len()).enumerate() {
            let is_meant = near(name).is_some();
            if !is_meant && (number > 0 || !is_exact) {
                break;
            }
            match without(name) {
                Ok(rule) => places.allow(here.line, rule),
                Err(sentence) => problems.warning(rule::UNKNOWN_RULE, here, sentence),
            }
            if !is_meant {
                break;
            }
        }
    }
}

/// Whether a byte stands in one of the texts, which stand in their order.
fn is_in(texts: &[Range<usize>], at: usize) -> bool {
    texts.get(texts.partition_point(|text| text.end <= at)).is_some_and(|text| text.contains(&at))
}

/// How many such comments of a document are read; for more there is `check: off` in library.yaml.
const MOST: usize = 1_000;

/// How such a comment begins; blanks, letter case and colons do not count.
const COMMENT: &str = "# rolebook: allow";

/// The words of a comment behind what it begins with, up to its end or to another one within it.
fn words(comment: &str) -> Option<impl Iterator<Item = &str>> {
    let rest = after_word(comment.strip_prefix('#')?, "rolebook")?;
    let rest = after_word(rest, "allow")?;
    let rest = rest.strip_prefix(':').unwrap_or(rest);
    let begins = rest.is_empty() || rest.starts_with([' ', '\t', '\n', '\r']);
    let names = move || rest.split(['\n', '\r', '#']).next().unwrap_or_default();
    begins.then(|| names().split([',', ' ', '\t']).filter(|name| !name.is_empty()))
}

/// What follows a word of any letter case, with blanks and a colon before it.
fn after_word<'c>(text: &'c str, word: &str) -> Option<&'c str> {
    let text = text.trim_start_matches([' ', '\t', ':']);
    let found = text.get(..word.len())?;
    found.eq_ignore_ascii_case(word).then(|| &text[word.len()..])
}

/// A rule that may be switched off, by its name.
///
/// # Errors
/// A sentence that says why there is no such rule.
pub(super) fn without(name: &str) -> Result<&'static str, String> {
    match rule::named(name) {
        Some(rule) if rule.always => Err(format!(
            "{name} cannot be switched off; without it nobody would see that something is not read"
        )),
        Some(rule) => Ok(rule.name),
        None => Err(unknown(name)),
    }
}

/// What is said of a rule that does not exist.
fn unknown(name: &str) -> String {
    match near(name) {
        Some(near) => format!("no rule is called {}; did you mean {near}?", quoted(name)),
        None => format!("no rule is called {}; FORMAT.md lists them", quoted(name)),
    }
}

/// The rule whose name is nearest to a word.
fn near(name: &str) -> Option<&'static str> {
    closest(name, rule::RULES.iter().map(|rule| rule.name), str::to_lowercase)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> (Places, Vec<String>) {
        let (mut places, mut problems) = (Places::default(), Problems::default());
        allowed(Piece { text, lines_before: 10 }, &[], &mut places, &mut problems);
        (places, problems.finish().iter().map(ToString::to_string).collect())
    }

    #[test]
    fn a_comment_allows_its_rules_on_its_own_line() {
        let (places, told) = read("a: 1\nb: 2  # rolebook: allow stale-pay, unknown-key\nc: 3\n");
        let at = |line| Some(Place { line, column: 1 });
        assert!(places.allows(at(12), "stale-pay") && places.allows(at(12), "unknown-key"));
        assert!(!places.allows(at(11), "stale-pay") && !places.allows(at(12), "syntax"));
        assert!(told.is_empty());
    }

    #[test]
    fn a_reason_may_follow_the_rules() {
        let (places, told) = read("a: 1 # rolebook: allow stale-pay because nobody knows better\n");
        assert!(places.allows(Some(Place { line: 11, column: 1 }), "stale-pay"));
        assert!(told.is_empty(), "{told:?}");
        let (_, told) = read("a: 1 # rolebook: allow because stale-pay\n");
        assert_eq!(told, ["11:6 no rule is called “because”; FORMAT.md lists them"]);
    }

    #[test]
    fn a_comment_that_is_nearly_right_is_taken_for_one() {
        for comment in
            ["#rolebook: allow tag", "# Rolebook: Allow tag", "# rolebook allow: tag # why"]
        {
            let (places, told) = read(&format!("a: 1 {comment}\n"));
            assert!(places.allows(Some(Place { line: 11, column: 1 }), "tag"), "{comment}");
            assert!(told.is_empty(), "{told:?}");
        }
        let (_, told) = read("a: 1 # Rolebook allows it\n# Rolebook allow for this\n");
        assert!(told.is_empty(), "{told:?}");
    }

    #[test]
    fn what_keeps_a_file_from_being_read_cannot_be_allowed() {
        let (places, told) = read("a: { # rolebook: allow syntax, unknown-key\n");
        let here = Some(Place { line: 11, column: 1 });
        assert!(!places.allows(here, "syntax") && places.allows(here, "unknown-key"));
        assert_eq!(
            told,
            [
                "11:6 syntax cannot be switched off; without it nobody would see that something is not read"
            ]
        );
    }

    #[test]
    fn a_rule_that_does_not_exist_is_told_with_the_nearest() {
        let (_, told) = read("a: 1 # rolebook: allow stale-pays\n");
        assert_eq!(told, ["11:6 no rule is called “stale-pays”; did you mean stale-pay?"]);
    }
}
