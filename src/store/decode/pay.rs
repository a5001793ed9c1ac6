//! Reads pay.

use super::Decoder;
use crate::model::rule;
use crate::model::{Figure, Figures, Key, PayPart, PayRecord, Period, Spot};
use crate::store::problems::quoted;
use crate::store::tree::{Content, View};

pub(super) const KNOWN: &[&str] =
    &["currency", "period", "region", "grade", "as_of", "base", "total"];

impl Decoder<'_> {
    /// One record, or a list of records.
    pub(super) fn salary(&mut self, node: View<'_, '_>) -> Vec<PayRecord> {
        let before = self.problems.told();
        let records = self.records(node);
        self.problems.are_about_pay(before);
        records
    }

    fn records(&mut self, node: View<'_, '_>) -> Vec<PayRecord> {
        match node.content() {
            Content::List { .. } => {
                let mut records = Vec::new();
                for item in node.items().filter(|item| !item.is_nothing()) {
                    let number = u16::try_from(records.len()).unwrap_or(u16::MAX);
                    records.extend(self.pay_record(number, item));
                }
                records.shrink_to_fit();
                records
            }
            _ if node.is_nothing() => Vec::new(),
            _ => self.pay_record(0, node).into_iter().collect(),
        }
    }

    fn pay_record(&mut self, number: u16, node: View<'_, '_>) -> Option<PayRecord> {
        self.places.set(Spot::Item(Key::Salary, number), node.place());
        let mut record = PayRecord::default();
        let mut known_period = true;
        for (key, key_node, value) in self.entries("salary", node) {
            match key {
                "currency" => {
                    self.places.set(Spot::Pay(number, PayPart::Currency), value.place());
                    record.currency = self.name(key, value);
                }
                "period" => {
                    let words = Period::ALL.map(|period| (period.word(), period));
                    let period = self.word(key, value, &words);
                    known_period = period.is_some() || value.is_nothing();
                    record.period = period.unwrap_or_default();
                }
                "region" => record.region = self.name(key, value),
                "grade" => record.grade = self.name(key, value),
                "as_of" => {
                    self.places.set(Spot::Pay(number, PayPart::AsOf), value.place());
                    record.as_of = self.name(key, value);
                }
                "base" => record.base = self.figures(number, PayPart::Base, key, value),
                "total" => record.total = self.figures(number, PayPart::Total, key, value),
                _ if Figure::parse(key).is_some() => {
                    let sentence = format!("{key} belongs below `base:` or `total:`, in braces");
                    self.problems.warning(rule::UNKNOWN_KEY, key_node.place(), sentence);
                }
                _ => self.unknown_key(key, key_node, KNOWN),
            }
        }
        self.tell_dotted_thousands(node, &record);
        if !known_period {
            // Figures for a time that nobody knows would be shown as something they are not.
            (record.base, record.total) = Default::default();
        }
        node.is_map().then_some(record)
    }

    fn figures(
        &mut self,
        record: u16,
        part: fn(Figure) -> PayPart,
        what: &str,
        node: View<'_, '_>,
    ) -> Figures {
        let mut figures: Vec<(Figure, f64)> = Vec::new();
        let mut entries = self.entries(what, node).peekable();
        while let Some((key, key_node, value)) = entries.next() {
            let Some(figure) = Figure::parse(key) else {
                if !key.starts_with("x-") {
                    let remedy = match meant_figure(key) {
                        Some(figure) => format!("did you mean {figure}?"),
                        None => "write p1 to p99, min, max or mean".to_owned(),
                    };
                    let sentence = format!("{what}: {} is no figure; {remedy}", quoted(key));
                    self.error(rule::UNKNOWN_WORD, key_node.place(), sentence);
                }
                continue;
            };
            self.places.set(Spot::Pay(record, part(figure)), value.place());
            let first = value.text().unwrap_or_default();
            let mut groups = vec![first];
            while let Some((rest, ..)) =
                entries.next_if(|(rest, _, end)| node.is_flow() && is_cut_off(first, rest, *end))
            {
                groups.push(rest);
            }
            if groups.len() == 1 {
                figures.extend(self.number(key, value).map(|number| (figure, number)));
            } else {
                let sentence = format!(
                    "{key}: a comma ends an entry inside {{ }}, so {} is read as {first}; write {}",
                    groups.join(","),
                    groups.concat()
                );
                self.error(rule::COMMA_IN_NUMBER, value.place(), sentence);
            }
        }
        Figures::new(figures)
    }
}

/// The figure that somebody means who calls it otherwise: `median`, `P50`, `p05`, `average`.
fn meant_figure(key: &str) -> Option<String> {
    let word = key.to_lowercase();
    let short = match word.as_str() {
        "median" | "med" | "middle" => "p50",
        "average" | "avg" => "mean",
        "minimum" | "low" => "min",
        "maximum" | "high" => "max",
        _ => word.trim(),
    };
    let digits = short.strip_prefix('p').unwrap_or(short).trim_start_matches('0');
    [short.to_owned(), format!("p{digits}")].into_iter().find(|name| Figure::parse(name).is_some())
}

/// Whether a key is what stood behind the comma of a number: three digits and nothing else.
fn is_cut_off(before: &str, key: &str, value: View<'_, '_>) -> bool {
    let digits = |text: &str| text.bytes().all(|b| b.is_ascii_digit());
    !before.is_empty() && digits(before) && key.len() == 3 && digits(key) && value.is_nothing()
}
