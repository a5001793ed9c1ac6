//! Reads numbers, which stand in plain digits.

use super::Decoder;
use crate::model::rule;
use crate::store::problems::quoted;
use crate::store::tree::View;

impl Decoder<'_> {
    /// A number from 0 on, in plain digits with or without decimals.
    pub(super) fn number(&mut self, what: &str, node: View<'_, '_>) -> Option<f64> {
        let text = self.raw(what, node)?;
        let number = plain_number(text);
        if number.is_none() {
            let remedy = match meant_number(text) {
                _ if text.starts_with(['-', '−']) => "it cannot be below 0".to_owned(),
                Some(digits) => format!("write {digits}"),
                None => "write it in digits, as in 61200 or 4.62".to_owned(),
            };
            let sentence = format!("{what}: {} is not a number; {remedy}", quoted(text));
            self.problems.error(rule::NOT_A_NUMBER, node.place(), sentence);
        }
        number
    }

    /// How many of something.
    pub(super) fn count(&mut self, what: &str, node: View<'_, '_>) -> Option<u32> {
        let text = self.raw(what, node)?;
        let digits = !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit());
        let count = if digits { text.parse().ok() } else { None };
        if count.is_none() {
            let sentence = format!("{what}: {} is not a whole number", quoted(text));
            self.problems.error(rule::NOT_A_NUMBER, node.place(), sentence);
        }
        count
    }
}

/// Digits with or without decimals, and nothing else that a parser would take for a number.
pub(super) fn plain_number(text: &str) -> Option<f64> {
    let (whole, decimals) = text.split_once('.').unwrap_or((text, "0"));
    let digits = |s: &str| !s.is_empty() && s.bytes().all(|b| b.is_ascii_digit());
    if !digits(whole) || !digits(decimals) {
        return None;
    }
    text.parse().ok().filter(|n: &f64| n.is_finite())
}

/// The plain number that somebody means who writes `$61,200`, `61 200 EUR`, `45k` or `2,5`.
pub(super) fn meant_number(text: &str) -> Option<String> {
    let figure = |c: char| c.is_ascii_digit();
    let typed = text.trim_matches(|c: char| !figure(c) && !matches!(c, 'k' | 'K'));
    let (typed, is_thousands) = match typed.strip_suffix(['k', 'K']) {
        Some(thousands) => (thousands.trim_end(), true),
        None => (typed, false),
    };
    let plain = match without_separators(typed) {
        Some(digits) => digits,
        None => typed.replacen(',', ".", 1),
    };
    let number = plain_number(&plain)?;
    Some(if is_thousands { (number * 1000.0).round().to_string() } else { plain })
}

/// The digits of a number with its thousands set apart (`61,200`, `1.234.567`, `61'200`).
fn without_separators(text: &str) -> Option<String> {
    let mut groups = text.split([',', '.', ' ', '\'', '_', '\u{a0}', '\u{202f}', '’']);
    let first = groups.next().filter(|g| (1..=3).contains(&g.len()))?;
    let rest: Vec<&str> = groups.collect();
    let digits = |g: &&str| g.bytes().all(|b| b.is_ascii_digit());
    let apart =
        !rest.is_empty() && rest.iter().all(|g| g.len() == 3 && digits(g)) && digits(&first);
    apart.then(|| format!("{first}{}", rest.concat()))
}
