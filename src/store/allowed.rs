//! Comments that allow a rule to be broken on their line: `# rolebook: allow RULE`.

use super::documents::Piece;
use super::problems::{Problems, quoted};
use super::text::place_after;
use crate::model::{Place, Places, rule};
use crate::slips::closest;
use memchr::memmem;

const COMMENT: &str = "# rolebook: allow";

/// Keeps what the comments of a piece allow. Several rules of a line are parted by commas or spaces.
pub(super) fn allowed(piece: Piece<'_>, places: &mut Places, problems: &mut Problems) {
    for at in memmem::find_iter(piece.text.as_bytes(), COMMENT) {
        let before = &piece.text[..at];
        if !before.is_empty() && !before.ends_with(char::is_whitespace) {
            continue;
        }
        let after = &piece.text[at + COMMENT.len()..];
        let line = after.split(['\n', '\r']).next().unwrap_or_default();
        let here = place_after(before);
        let line_number = here.line + piece.lines_before;
        for name in line.split([',', ' ', '\t']).filter(|name| !name.is_empty()) {
            match without(name) {
                Ok(rule) => places.allow(line_number, rule),
                Err(sentence) => {
                    let place = Place { line: line_number, column: here.column };
                    problems.warning(rule::UNKNOWN_RULE, place, sentence);
                }
            }
        }
    }
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
    let known = rule::RULES.iter().map(|rule| rule.name);
    match closest(name, known, str::to_lowercase) {
        Some(near) => format!("no rule is called {}; did you mean {near}?", quoted(name)),
        None => format!("no rule is called {}; FORMAT.md lists them", quoted(name)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> (Places, Vec<String>) {
        let (mut places, mut problems) = (Places::default(), Problems::default());
        allowed(Piece { text, lines_before: 10 }, &mut places, &mut problems);
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
