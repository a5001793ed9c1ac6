//! Tells of values that read fine and are probably not what was meant.

use super::Decoder;
use crate::model::{PayRecord, Period, rule};
use crate::printable::printable;
use crate::store::problems::quoted;
use crate::store::traps::{
    colon_without_space, dash_without_space, in_typographic_quotes, pasted_bullet,
};
use crate::store::tree::View;

impl Decoder<'_> {
    /// Typographic quotation marks around a whole text, which YAML takes for part of it.
    pub(super) fn tell_quotes(&mut self, what: &str, node: View<'_, '_>) {
        if node.plain().is_some_and(in_typographic_quotes) {
            let sentence = format!(
                "{what}: the typographic quotation marks are part of the text; delete them, or type plain ones"
            );
            self.problems.warning(rule::SMART_QUOTES, node.place(), sentence);
        }
    }

    /// A single text where a list may stand: an item whose dash has no space behind it, or a list
    /// whose first bracket is missing.
    pub(super) fn tell_lone_text(&mut self, what: &str, node: View<'_, '_>) {
        if let Some(bullet) = node.text().and_then(pasted_bullet) {
            let sentence = format!(
                "{what}: {bullet} begins no item; write `- ` before each, on a line of its own"
            );
            return self.problems.warning(rule::WRONG_SHAPE, node.place(), sentence);
        }
        let Some(text) = node.plain() else { return };
        if dash_without_space(text) {
            let sentence = format!("{what}: a space is missing after the dash of {}", quoted(text));
            self.problems.warning(rule::MISSING_SPACE, node.place(), sentence);
        } else if text.ends_with(']') && !text.contains('[') {
            let sentence = format!(
                "{what}: {} ends with a bracket that was not opened; write [ before it, or put the whole text in quotes",
                quoted(text)
            );
            self.problems.warning(rule::WRONG_SHAPE, node.place(), sentence);
        }
    }

    /// `Payroll:3` where `Payroll: 3` is meant.
    pub(super) fn tell_missing_space(&mut self, what: &str, node: View<'_, '_>) {
        if let Some(key) = node.plain().and_then(colon_without_space) {
            let sentence = format!("{what}: a space is missing after the colon of {}", quoted(key));
            self.problems.warning(rule::MISSING_SPACE, node.place(), sentence);
        }
    }

    /// Figures whose thousands are set apart by a point, which makes decimals of them.
    pub(super) fn tell_dotted_thousands(&mut self, node: View<'_, '_>, record: &PayRecord) {
        // Below this nobody is paid for the time; 61.200 an hour is another matter.
        let least = match record.period {
            Period::Year => 1_000.0,
            Period::Month => 100.0,
            Period::Week => 25.0,
            Period::Day | Period::Hour => 0.0,
        };
        let parts = node.entries().filter(|(key, _)| matches!(key.text(), Some("base" | "total")));
        for (key, value) in parts.flat_map(|(_, figures)| figures.entries()) {
            let text = value.text().unwrap_or_default();
            let Some((whole, thousands)) = text.split_once('.') else { continue };
            let digits = |text: &str| text.bytes().all(|b| b.is_ascii_digit());
            let grouped = (1..=3).contains(&whole.len()) && thousands.len() == 3;
            let amount = text.parse().unwrap_or(f64::INFINITY);
            if grouped
                && digits(whole)
                && digits(thousands)
                && !whole.starts_with('0')
                && amount < least
            {
                let sentence = format!(
                    "{}: {text} is read as {amount}; write {whole}{thousands} if thousands are meant",
                    printable(key.text().unwrap_or_default())
                );
                self.problems.warning(rule::DOT_IN_NUMBER, value.place(), sentence);
            }
        }
    }
}
