//! Pay of several jobs beside each other, with the difference where there is one to tell.

use crate::facts::{PayView, pay_views};
use crate::model::{Figures, Library, Period};

/// What a job pays, beside another one.
#[derive(Debug, Clone, PartialEq)]
pub struct PayCell<'a> {
    /// The record that is compared; `None` where the file has none.
    pub view: Option<PayView<'a>>,
    /// How it stands to the baseline.
    pub difference: PayDifference,
}

/// How the pay of a job stands to that of the baseline.
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
    },
    /// There is no difference to tell, and why.
    None(String),
}

/// The pay of some jobs beside that of the job in the column `baseline`. Of a job with several
/// records the one in the currency and the region of the baseline's first is taken. Where a currency,
/// period or region is another one no difference is told: currencies are never converted, and an
/// hourly wage does not pay for the same hours.
#[must_use]
pub fn pay_cells<'a>(library: &'a Library, jobs: &[usize], baseline: usize) -> Vec<PayCell<'a>> {
    let views: Vec<Vec<PayView<'a>>> = jobs.iter().map(|&job| views(library, job)).collect();
    let base = views.get(baseline).and_then(|views| views.first()).cloned();
    let mut cells: Vec<PayCell<'a>> = views
        .into_iter()
        .enumerate()
        .map(|(column, views)| {
            let view = match (&base, column == baseline) {
                (Some(base), false) => nearest(views, base),
                _ => views.into_iter().next(),
            };
            let difference = match (&view, &base) {
                _ if column == baseline => PayDifference::Baseline,
                (None, _) => PayDifference::None("pay not in file".to_owned()),
                (Some(_), None) => {
                    PayDifference::None("the baseline's pay is not in its file".to_owned())
                }
                (Some(view), Some(base)) => difference(view, base),
            };
            PayCell { view, difference }
        })
        .collect();
    share_ends(&mut cells);
    cells
}

/// The middle of a year's base pay, else of total pay, with its currency, in a job's first record.
#[must_use]
pub fn median_of(library: &Library, job: usize) -> Option<(f64, &str)> {
    let view = views(library, job).into_iter().next()?;
    Some((view.base.median().or_else(|| view.total.median())?, view.currency?))
}

fn views(library: &Library, job: usize) -> Vec<PayView<'_>> {
    let profile = library.jobs().get(job).and_then(|job| job.profile.as_ref());
    let records = profile.map_or(&[][..], |profile| &profile.salary);
    pay_views(library.settings(), records)
}

/// The view that is most like the baseline's.
fn nearest<'a>(views: Vec<PayView<'a>>, base: &PayView<'_>) -> Option<PayView<'a>> {
    // The first of equals, so the later ones must be better.
    views.into_iter().rev().max_by_key(|view| {
        let same = |holds: bool| u8::from(holds);
        same(view.currency == base.currency) * 4
            + same(view.record.region == base.record.region) * 2
            + same(view.record.period == base.record.period)
    })
}

fn difference(view: &PayView<'_>, base: &PayView<'_>) -> PayDifference {
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
    PayDifference::By { base: of_base, total: of_total }
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

/// Gives all bars in one currency the same ends.
fn share_ends(cells: &mut [PayCell<'_>]) {
    let ends: Vec<(Option<String>, (f64, f64))> = cells
        .iter()
        .filter_map(|cell| cell.view.as_ref())
        .map(|view| (view.currency.map(str::to_owned), own_ends(view)))
        .collect();
    for view in cells.iter_mut().filter_map(|cell| cell.view.as_mut()) {
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
