//! A pay record ready to be shown: its currency found, its figures made yearly, its ends known.

use crate::model::{Figures, PayRecord, Period, Settings, grouped};

/// A pay record as it is shown.
#[derive(Debug, Clone, PartialEq)]
pub struct PayView<'a> {
    /// The record as the file has it.
    pub record: &'a PayRecord,
    /// The currency, the record's own or the library's.
    pub currency: Option<&'a str>,
    /// Base pay a year.
    pub base: Figures,
    /// Total pay a year.
    pub total: Figures,
    /// The lowest and the highest figure of all records in this currency, so that their bars can be
    /// compared.
    pub ends: (f64, f64),
}

impl PayView<'_> {
    /// Whether the yearly figures were worked out from another period.
    #[must_use]
    pub fn is_estimated(&self) -> bool {
        self.record.period != Period::Year
    }

    /// What the figures are, in words: `USD a year · United States · grade G12 · as of 2026-05`.
    #[must_use]
    pub fn heading(&self) -> String {
        self.heading_parts().join(" · ")
    }

    /// What a figure is: `USD a year`.
    #[must_use]
    pub fn unit(&self) -> String {
        match self.currency {
            Some(currency) => format!("{currency} a year"),
            None => "a year, currency not in file".to_owned(),
        }
    }

    /// The parts of the heading.
    #[must_use]
    pub fn heading_parts(&self) -> Vec<String> {
        let period = self.is_estimated().then(|| self.record.period.word());
        let period = period.map_or_else(String::new, |word| format!(", from pay by the {word}"));
        let mut parts = vec![format!("{}{period}", self.unit())];
        parts.extend(self.record.region.as_ref().map(ToString::to_string));
        parts.extend(self.record.grade.as_ref().map(|grade| format!("grade {grade}")));
        parts.extend(self.record.as_of.as_ref().map(|day| format!("as of {day}")));
        parts
    }

    /// A yearly figure, with what the file has for its own period: `≈28,912 (13.90 an hour)`.
    #[must_use]
    pub fn figure_and_rate(&self, value: f64) -> String {
        match self.rate(value) {
            None => self.figure(value),
            Some(rate) => format!("{} ({rate} {})", self.figure(value), self.a_period()),
        }
    }

    /// What the file has for its own period, where the yearly figure was worked out: `13.90`.
    #[must_use]
    pub fn rate(&self, value: f64) -> Option<String> {
        // Working back from the year leaves dust behind the second decimal.
        let rate = (value / self.record.period.a_year() * 100.0).round() / 100.0;
        self.is_estimated().then(|| grouped(rate))
    }

    /// The file's own period: `an hour`.
    #[must_use]
    pub fn a_period(&self) -> String {
        let period = self.record.period;
        let article = if period == Period::Hour { "an" } else { "a" };
        format!("{article} {}", period.word())
    }

    /// Whether the record has no figure at all.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.base.is_empty() && self.total.is_empty()
    }

    /// A yearly figure with its thousands grouped, `≈` before it where it was worked out.
    #[must_use]
    pub fn figure(&self, value: f64) -> String {
        if self.is_estimated() { format!("≈{}", grouped(value.round())) } else { grouped(value) }
    }
}

/// The records of a job, ready to be shown.
#[must_use]
pub fn pay_views<'a>(settings: &'a Settings, records: &'a [PayRecord]) -> Vec<PayView<'a>> {
    let mut views: Vec<PayView<'a>> = records
        .iter()
        .map(|record| {
            let factor = record.period.a_year();
            PayView {
                record,
                currency: record.currency.as_deref().or(settings.currency.as_deref()),
                base: record.base.times(factor),
                total: record.total.times(factor),
                ends: (0.0, 0.0),
            }
        })
        .collect();
    let ends: Vec<_> = views.iter().map(|view| ends_in(&views, view.currency)).collect();
    for (view, ends) in views.iter_mut().zip(ends) {
        view.ends = ends;
    }
    views
}

/// The lowest and the highest yearly figure of the views in one currency.
fn ends_in(views: &[PayView<'_>], currency: Option<&str>) -> (f64, f64) {
    let alike = views.iter().filter(|v| v.currency == currency);
    let figures = alike.flat_map(|v| v.base.iter().chain(v.total.iter())).map(|(_, value)| value);
    figures.fold((f64::INFINITY, f64::NEG_INFINITY), |(low, high), v| (low.min(v), high.max(v)))
}

/// All figures of a record as words: `USD a year; base p10 61,200, p50 77,400; total p50 81,000`.
#[must_use]
pub fn pay_sentence(view: &PayView<'_>) -> String {
    let told = |name: &str, figures: &Figures| {
        let figures: Vec<String> = figures
            .iter()
            .map(|(f, value)| format!("{f} {}", view.figure_and_rate(value)))
            .collect();
        (!figures.is_empty()).then(|| format!("; {name} {}", figures.join(", ")))
    };
    let mut sentence = view.heading();
    sentence.extend(told("base", &view.base));
    sentence.extend(told("total", &view.total));
    if view.is_empty() {
        sentence += "; figures not in file";
    }
    sentence
}
