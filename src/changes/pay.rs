//! What has changed about what a job pays. Currencies are never converted.

use super::detail::{Detail, text};
use super::pairs::Unpaired;
use crate::model::{Figure, Figures, PayRecord, grouped};
use std::collections::BTreeSet;

/// What has changed between the pay records of one job.
pub(super) fn pay(old: &[PayRecord], new: &[PayRecord]) -> Vec<Detail> {
    if old == new {
        return Vec::new();
    }
    let mut rest = Unpaired::all(old.len(), new.len());
    let whole = |r: &PayRecord| Some((r.region.clone(), r.grade.clone(), r.currency.clone()));
    let mut pairs = rest.pair(|i| whole(&old[i]), |i| whole(&new[i]));
    let place = |r: &PayRecord| Some((r.region.clone(), r.grade.clone()));
    pairs.extend(rest.pair(|i| place(&old[i]), |i| place(&new[i])));
    pairs.extend(rest.pair(|_| Some(()), |_| Some(())));
    pairs.sort_unstable_by_key(|(_, new)| *new);
    let several = old.len().max(new.len()) > 1;
    let mut details = Vec::new();
    for (was, is) in pairs {
        let suffix = if several { format!(" ({})", name(&new[is], is)) } else { String::new() };
        record(&old[was], &new[is], &suffix, &mut details);
    }
    let told = |record: &PayRecord, at, word| {
        Detail::of_pay(format!("pay {} {word}", name(record, at)), None)
    };
    details.extend(rest.new.iter().map(|&i| told(&new[i], i, "added")));
    details.extend(rest.old.iter().map(|&i| told(&old[i], i, "removed")));
    if details.is_empty() {
        details.push(Detail::of_pay("pay records in another order", None));
    }
    details
}

/// By what a reader tells a record from the others.
fn name(record: &PayRecord, at: usize) -> String {
    match (&record.region, &record.grade, &record.currency) {
        (Some(region), ..) => region.to_string(),
        (None, Some(grade), _) => format!("grade {grade}"),
        (None, None, Some(currency)) => currency.to_string(),
        (None, None, None) => format!("record {}", at + 1),
    }
}

fn record(old: &PayRecord, new: &PayRecord, suffix: &str, details: &mut Vec<Detail>) {
    let period = |record: &PayRecord| Some(record.period.word());
    let texts = [
        ("pay currency", old.currency.as_deref(), new.currency.as_deref()),
        ("pay by the", period(old), period(new)),
        ("pay region", old.region.as_deref(), new.region.as_deref()),
        ("pay grade", old.grade.as_deref(), new.grade.as_deref()),
        ("pay as of", old.as_of.as_deref(), new.as_of.as_deref()),
    ];
    let changed = texts.into_iter().filter_map(|(name, old, new)| text(name, old, new));
    details.extend(changed.map(|d| Detail::of_pay(format!("{}{suffix}", d.told(true)), None)));
    // Figures in another currency or for another time have no percentage in common.
    let alike = old.currency == new.currency && old.period == new.period;
    for (word, old, new) in [("base", &old.base, &new.base), ("total", &old.total, &new.total)] {
        details.extend(figures(word, old, new, alike, suffix));
    }
}

/// What has changed about base or total pay: every figure in full, in brief that of the middle.
fn figures(word: &str, old: &Figures, new: &Figures, alike: bool, suffix: &str) -> Option<Detail> {
    let all: BTreeSet<Figure> = old.iter().chain(new.iter()).map(|(figure, _)| figure).collect();
    let changed: Vec<Figure> =
        all.into_iter().filter(|figure| old.get(*figure) != new.get(*figure)).collect();
    let first = changed.iter().find(|f| **f == Figure::Percentile(50)).or(changed.first())?;
    let told = |figure: &Figure| {
        let words = match (old.get(*figure), new.get(*figure)) {
            (Some(old), Some(new)) => format!("{} → {}", grouped(old), grouped(new)),
            (None, Some(new)) => format!("{} new", grouped(new)),
            _ => "no longer told".to_owned(),
        };
        format!("{figure} {word} {words}")
    };
    let full: Vec<String> = changed.iter().map(told).collect();
    let share = match (old.get(*first), new.get(*first)) {
        (Some(old), Some(new)) if alike => percentage(old, new),
        _ => None,
    };
    let brief = share.map_or_else(|| told(first), |share| format!("{first} {word} {share}"));
    let full = format!("{}{suffix}", full.join(", "));
    Some(Detail::of_pay(full, Some(format!("{brief}{suffix}"))))
}

/// By how much a figure has changed: `+4.2 %`; `None` where a decimal cannot say it.
fn percentage(old: f64, new: f64) -> Option<String> {
    let percent = (new / old - 1.0) * 100.0;
    let told = percent.is_finite() && (0.05..1000.0).contains(&percent.abs());
    let sign = if percent < 0.0 { '−' } else { '+' };
    told.then(|| {
        let number = format!("{:.1}", percent.abs());
        format!("{sign}{} %", number.strip_suffix(".0").unwrap_or(&number))
    })
}
