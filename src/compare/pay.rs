//! Pay of several jobs beside each other, record by record, with the difference where there is one.
//!
//! A record of a job stands beside the one of the baseline that is most like it: both must be in
//! one currency and for one period, and in no other region; of several the one in the very same
//! region and then of the same grade. Currencies are never converted, and an hourly wage does not
//! pay for the same hours. Where only one file names its region the difference is told all the
//! same, with words that say so.

use crate::facts::{PayView, pay_views};
use crate::model::{Figures, Library, Period};

/// A record of what a job pays, beside one of another job.
#[derive(Debug, Clone, PartialEq)]
pub struct PayCell<'a> {
    /// Which of the job's records it is, from 0.
    pub record: usize,
    /// The record; `None` where the file has none at all.
    pub view: Option<PayView<'a>>,
    /// How it stands to the baseline's record in the same row.
    pub difference: PayDifference,
}

/// Records of one kind, a cell a job; `None` where a job has no such record.
#[derive(Debug, Clone, PartialEq)]
pub struct PayRow<'a> {
    /// The cells, in the order of the jobs.
    pub cells: Vec<Option<PayCell<'a>>>,
}

/// How a record stands to that of the baseline.
#[derive(Debug, Clone, PartialEq)]
pub enum PayDifference {
    /// It is the baseline's own.
    Baseline,
    /// The medians of base and of total pay differ by so much a year, as far as both are known, and
    /// that is so many per cent of the baseline's.
    By {
        /// Of base pay: money and per cent.
        base: Option<(f64, f64)>,
        /// Of total pay: money and per cent.
        total: Option<(f64, f64)>,
        /// What a reader must know beside the figures: `region not in file`.
        caveat: Option<&'static str>,
    },
    /// There is no difference to tell, and why.
    None(String),
}

/// All records of some jobs beside those of the job in the column `baseline`: first the baseline's
/// records with their partners, then those without one. Every job has a cell in some row.
#[must_use]
pub fn pay_rows<'a>(library: &'a Library, jobs: &[usize], baseline: usize) -> Vec<PayRow<'a>> {
    let views: Vec<Vec<PayView<'a>>> = jobs.iter().map(|&job| views(library, job)).collect();
    let none: &[PayView<'a>] = &[];
    let base = views.get(baseline).map_or(none, Vec::as_slice);
    let empty = || PayRow { cells: vec![None; jobs.len()] };
    let mut rows: Vec<PayRow<'a>> = Vec::new();
    for (record, view) in base.iter().enumerate() {
        let mut row = empty();
        let difference = PayDifference::Baseline;
        row.cells[baseline] = Some(PayCell { record, view: Some(view.clone()), difference });
        rows.push(row);
    }
    for (column, own) in views.iter().enumerate().filter(|(column, _)| *column != baseline) {
        let partners = partners(base, own);
        for (record, view) in own.iter().enumerate() {
            let (at, difference) = match partners[record] {
                Some(at) => (at, difference(view, &base[at])),
                None => {
                    let is_free = |row: &PayRow<'a>| {
                        let beside = row.cells.iter().flatten().find_map(|cell| cell.view.as_ref());
                        row.cells[column].is_none() && beside.is_some_and(|b| likeness(view, b) > 0)
                    };
                    let at = (base.len()..rows.len()).find(|at| is_free(&rows[*at]));
                    let at = at.unwrap_or_else(|| {
                        rows.push(empty());
                        rows.len() - 1
                    });
                    (at, PayDifference::None(why_alone(view, base)))
                }
            };
            rows[at].cells[column] = Some(PayCell { record, view: Some(view.clone()), difference });
        }
    }
    if rows.is_empty() {
        rows.push(empty());
    }
    for column in (0..jobs.len()).filter(|column| views[*column].is_empty()) {
        let difference = match column == baseline {
            true => PayDifference::Baseline,
            false => PayDifference::None(NO_PAY.to_owned()),
        };
        rows[0].cells[column] = Some(PayCell { record: 0, view: None, difference });
    }
    share_ends(&mut rows);
    rows
}

/// What is said of a job without any pay.
pub(super) const NO_PAY: &str = "pay not in file";
/// What is said where only the baseline is without any pay.
pub(super) const NO_BASELINE: &str = "the baseline's pay is not in its file";

pub(super) fn views(library: &Library, job: usize) -> Vec<PayView<'_>> {
    let profile = library.jobs().get(job).and_then(|job| job.profile.as_ref());
    let records = profile.map_or(&[][..], |profile| &profile.salary);
    pay_views(library.settings(), records)
}

/// Which of the baseline's records stands beside each of `own`, the most alike pairs first. No
/// record has two partners.
fn partners(base: &[PayView<'_>], own: &[PayView<'_>]) -> Vec<Option<usize>> {
    let mut pairs: Vec<(u8, usize, usize)> = Vec::new();
    for (record, view) in own.iter().enumerate() {
        for (at, base) in base.iter().enumerate() {
            let likeness = likeness(view, base);
            pairs.extend((likeness > 0).then_some((likeness, at, record)));
        }
    }
    pairs.sort_by_key(|&(likeness, at, record)| (std::cmp::Reverse(likeness), at, record));
    let (mut partners, mut taken) = (vec![None; own.len()], vec![false; base.len()]);
    for (_, at, record) in pairs {
        if !taken[at] && partners[record].is_none() {
            partners[record] = Some(at);
            taken[at] = true;
        }
    }
    partners
}

/// How well two records can stand beside each other; 0 where they cannot.
fn likeness(view: &PayView<'_>, base: &PayView<'_>) -> u8 {
    if against(view, base).is_some() {
        return 0;
    }
    let (here, there) = (view.record, base.record);
    1 + 2 * u8::from(here.region == there.region) + u8::from(here.grade == there.grade)
}

/// The same, but telling apart those that cannot, too.
pub(super) fn closeness(view: &PayView<'_>, base: &PayView<'_>) -> u8 {
    let same = |holds: bool| u8::from(holds);
    likeness(view, base) * 4
        + same(view.currency == base.currency) * 2
        + same(view.record.period == base.record.period)
}

/// Why a record stands beside none of the baseline's.
fn why_alone(view: &PayView<'_>, base: &[PayView<'_>]) -> String {
    let nearest = base.iter().rev().max_by_key(|base| closeness(view, base));
    let Some(nearest) = nearest else { return NO_BASELINE.to_owned() };
    let taken = || "the baseline's pay stands beside another record of this job".to_owned();
    against(view, nearest).unwrap_or_else(taken)
}

pub(super) fn difference(view: &PayView<'_>, base: &PayView<'_>) -> PayDifference {
    if let Some(reason) = against(view, base) {
        return PayDifference::None(reason);
    }
    let by = |figures: &Figures, base: &Figures| {
        let (here, there) = (figures.median()?, base.median()?);
        (there > 0.0).then(|| (here - there, (here - there) / there * 100.0))
    };
    let (of_base, of_total) = (by(&view.base, &base.base), by(&view.total, &base.total));
    if of_base.is_none() && of_total.is_none() {
        return PayDifference::None("no median in both files".to_owned());
    }
    PayDifference::By { base: of_base, total: of_total, caveat: caveat(view, base) }
}

/// Why two records cannot be held against each other.
fn against(view: &PayView<'_>, base: &PayView<'_>) -> Option<String> {
    if view.currency != base.currency {
        let name = |view: &PayView<'_>| view.currency.unwrap_or("not in file").to_owned();
        return Some(format!("another currency: {}, not {}", name(view), name(base)));
    }
    if view.record.period != base.record.period {
        let name = |period: Period| period.word();
        return Some(format!(
            "paid by the {}, not by the {}",
            name(view.record.period),
            name(base.record.period)
        ));
    }
    match (&view.record.region, &base.record.region) {
        (Some(here), Some(there)) if here != there => {
            Some(format!("another region: {here}, not {there}"))
        }
        _ => None,
    }
}

/// What a reader must know of two records that are held against each other all the same.
fn caveat(view: &PayView<'_>, base: &PayView<'_>) -> Option<&'static str> {
    let (here, there) = (view.record, base.record);
    match (&here.region, &there.region) {
        (None, Some(_)) => Some("region not in file"),
        (Some(_), None) => Some("the baseline's region is not in its file"),
        _ => None,
    }
}

/// Gives all bars in one currency the same ends.
fn share_ends(rows: &mut [PayRow<'_>]) {
    let mut ends: Vec<(Option<String>, (f64, f64))> = Vec::new();
    let seen = rows.iter().flat_map(|row| row.cells.iter().flatten());
    ends.extend(
        seen.filter_map(|cell| cell.view.as_ref())
            .map(|view| (view.currency.map(str::to_owned), own_ends(view))),
    );
    let cells = rows.iter_mut().flat_map(|row| row.cells.iter_mut().flatten());
    for view in cells.filter_map(|cell| cell.view.as_mut()) {
        let alike = ends.iter().filter(|(currency, _)| currency.as_deref() == view.currency);
        view.ends = alike.fold((f64::INFINITY, f64::NEG_INFINITY), |all, (_, one)| {
            (all.0.min(one.0), all.1.max(one.1))
        });
    }
}

fn own_ends(view: &PayView<'_>) -> (f64, f64) {
    let figures = view.base.iter().chain(view.total.iter()).map(|(_, value)| value);
    figures.fold((f64::INFINITY, f64::NEG_INFINITY), |(low, high), v| (low.min(v), high.max(v)))
}
