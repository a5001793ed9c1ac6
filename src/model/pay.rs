//! Pay: base and total figures of one region, grade or currency.

use super::Name;
use serde::{Serialize, Serializer, ser::SerializeMap};

/// What a figure of pay is: an end, the mean, or a percentile.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Figure {
    /// The lowest pay.
    Min,
    /// A percentile, from 1 to 99.
    Percentile(u8),
    /// The highest pay.
    Max,
    /// The mean, which stands outside the order of the others.
    Mean,
}

impl Figure {
    /// Reads `min`, `max`, `mean` or `p1` to `p99`.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        match text {
            "min" => Some(Figure::Min),
            "max" => Some(Figure::Max),
            "mean" => Some(Figure::Mean),
            _ => {
                let digits = text.strip_prefix('p')?;
                let plain = digits.bytes().all(|b| b.is_ascii_digit()) && !digits.starts_with('0');
                let percent = digits.parse().ok()?;
                (plain && (1..=99).contains(&percent)).then_some(Figure::Percentile(percent))
            }
        }
    }
}

impl std::fmt::Display for Figure {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Figure::Min => f.write_str("min"),
            Figure::Max => f.write_str("max"),
            Figure::Mean => f.write_str("mean"),
            Figure::Percentile(p) => write!(f, "p{p}"),
        }
    }
}

/// The figures of base or of total pay, lowest percentile first.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Figures(Vec<(Figure, f64)>);

impl Figures {
    /// Figures in any order; the later of two for one percentile wins.
    #[must_use]
    pub fn new(figures: impl IntoIterator<Item = (Figure, f64)>) -> Self {
        let sorted: std::collections::BTreeMap<_, _> = figures.into_iter().collect();
        let mut sorted: Vec<_> = sorted.into_iter().collect();
        sorted.shrink_to_fit();
        Self(sorted)
    }

    /// One figure.
    #[must_use]
    pub fn get(&self, figure: Figure) -> Option<f64> {
        self.0.iter().find(|(f, _)| *f == figure).map(|(_, value)| *value)
    }

    /// The 50th percentile.
    #[must_use]
    pub fn median(&self) -> Option<f64> {
        self.get(Figure::Percentile(50))
    }

    /// All figures, lowest percentile first, the mean last.
    pub fn iter(&self) -> impl Iterator<Item = (Figure, f64)> + '_ {
        self.0.iter().copied()
    }

    /// Whether the file gives none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// All figures multiplied.
    #[must_use]
    pub fn times(&self, factor: f64) -> Self {
        Self(self.0.iter().map(|&(figure, value)| (figure, value * factor)).collect())
    }
}

impl Serialize for Figures {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(Some(self.0.len()))?;
        for (figure, value) in self.iter() {
            map.serialize_entry(&figure.to_string(), &value)?;
        }
        map.end()
    }
}

/// How long a time the figures pay for.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Period {
    /// What holds where a file says nothing.
    #[default]
    Year,
    /// A calendar month.
    Month,
    /// A calendar week.
    Week,
    /// A working day.
    Day,
    /// An hour.
    Hour,
}

impl Period {
    /// All periods, longest first.
    pub const ALL: [Period; 5] =
        [Period::Year, Period::Month, Period::Week, Period::Day, Period::Hour];

    /// The word that files use for it.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Period::Year => "year",
            Period::Month => "month",
            Period::Week => "week",
            Period::Day => "day",
            Period::Hour => "hour",
        }
    }

    /// How many of it make a year of full-time work: 2,080 hours, 260 days, 52 weeks, 12 months.
    #[must_use]
    pub fn a_year(self) -> f64 {
        match self {
            Period::Year => 1.0,
            Period::Month => 12.0,
            Period::Week => 52.0,
            Period::Day => 260.0,
            Period::Hour => 2080.0,
        }
    }
}

/// Pay in one region, grade or currency. Currencies are never converted.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct PayRecord {
    /// ISO 4217, as typed; `None` falls back to the library's.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub currency: Option<Name>,
    /// How long a time the figures pay for.
    pub period: Period,
    /// Where it holds.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub region: Option<Name>,
    /// The pay grade.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub grade: Option<Name>,
    /// The month or day of the figures, as typed.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub as_of: Option<Name>,
    /// Base pay.
    #[serde(skip_serializing_if = "Figures::is_empty")]
    pub base: Figures,
    /// Base pay and all else that is paid in money.
    #[serde(skip_serializing_if = "Figures::is_empty")]
    pub total: Figures,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn percentiles_are_read_strictly() {
        assert_eq!(Figure::parse("p50"), Some(Figure::Percentile(50)));
        assert_eq!(Figure::parse("max"), Some(Figure::Max));
        for wrong in ["p0", "p100", "p05", "p+5", "p", "median", ""] {
            assert_eq!(Figure::parse(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn figures_stand_in_order_whatever_the_file_does() {
        let p = Figure::Percentile;
        let figures =
            Figures::new([(Figure::Max, 9.0), (p(90), 8.0), (Figure::Min, 1.0), (p(10), 2.0)]);
        let order: Vec<_> = figures.iter().map(|(f, _)| f.to_string()).collect();
        assert_eq!(order, ["min", "p10", "p90", "max"]);
    }
}
