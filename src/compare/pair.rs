//! The pay of two jobs: the one pair of records that is held against each other, and its medians.

use super::pay::{NO_BASELINE, NO_PAY, PayDifference, closeness, difference, pay_rows, views};
use crate::facts::PayView;
use crate::model::{Figures, Library, grouped};

type Read = fn(&PayView<'_>) -> Option<f64>;

/// A median pay a year.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Median<'a> {
    /// How much.
    pub value: f64,
    /// Of which currency, by its code.
    pub currency: &'a str,
    /// Whether it was worked out from pay by another period.
    pub is_estimated: bool,
}

impl Median<'_> {
    /// How much of what, `≈` before it where it was worked out: `≈42,000 EUR`.
    #[must_use]
    pub fn words(&self) -> String {
        let sign = if self.is_estimated { "≈" } else { "" };
        format!("{sign}{} {}", grouped(self.value.round()), self.currency)
    }
}

/// The records of two jobs that are held against each other.
#[derive(Debug, Clone, PartialEq)]
pub struct PayPair<'a> {
    /// The record of the first job and of the second one; `None` where a file has none.
    pub views: [Option<PayView<'a>>; 2],
    /// How the second stands to the first.
    pub difference: PayDifference,
}

impl<'a> PayPair<'a> {
    /// The median pay a year of both: of base pay, or where only total pay has one in both files
    /// of that, so that the two can be held against each other.
    #[must_use]
    pub fn medians(&self) -> [Option<Median<'a>>; 2] {
        let views = self.views.each_ref();
        let all = |read: Read| views.iter().all(|v| v.as_ref().and_then(read).is_some());
        let total_alone = !all(|view| view.base.median()) && all(|view| view.total.median());
        views.map(|view| {
            let mut view = view.clone()?;
            if total_alone {
                view.base = Figures::default();
            }
            median(&view)
        })
    }

    /// The medians of base and of total pay, as far as any is known, with what the records are:
    /// `base median ≈42,000 → 48,000 EUR a year · Ireland`.
    #[must_use]
    pub fn sentences(&self) -> Vec<String> {
        let kinds: [(&str, Read); 2] =
            [("base", |view| view.base.median()), ("total", |view| view.total.median())];
        let told = |(kind, read): (&str, Read)| {
            let medians = self.views.each_ref().map(|view| {
                let view = view.as_ref()?;
                Some((view.figure(read(view)?.round()), which(view)))
            });
            let each = |median: &Option<(String, String)>| match median {
                Some((figure, heading)) => format!("{figure} {heading}"),
                None => "not in file".to_owned(),
            };
            let words = match &medians {
                [None, None] => return None,
                [Some((from, here)), Some((to, there))] if here == there => {
                    format!("{from} → {to} {there}")
                }
                [from, to] => format!("{} → {}", each(from), each(to)),
            };
            Some(format!("{kind} median {words}"))
        };
        kinds.into_iter().filter_map(told).collect()
    }
}

/// The records of two jobs that say most about what lies between: the first ones that stand beside
/// each other in [`pay_rows`], else the two that are most like each other.
#[must_use]
pub fn pay_pair<'a>(library: &'a Library, from: usize, to: usize) -> PayPair<'a> {
    let mut beside: Option<PayPair<'a>> = None;
    for mut row in pay_rows(library, &[from, to], 0) {
        let (there, here) = (row.cells.pop().flatten(), row.cells.pop().flatten());
        let (Some(here), Some(there)) = (here, there) else { continue };
        let told = matches!(there.difference, PayDifference::By { .. });
        let pair = PayPair { views: [here.view, there.view], difference: there.difference };
        if told {
            return pair;
        }
        beside = beside.or(Some(pair));
    }
    beside.filter(|pair| pair.views.iter().all(Option::is_some)).unwrap_or_else(|| {
        let (base, own) = (views(library, from), views(library, to));
        let pairs = own.iter().flat_map(|view| base.iter().map(move |base| (view, base)));
        // The first of equals, so the later ones must be better.
        let nearest = pairs.rev().max_by_key(|(view, base)| closeness(view, base));
        match nearest {
            Some((view, base)) => PayPair {
                views: [Some(base.clone()), Some(view.clone())],
                difference: difference(view, base),
            },
            None => {
                let why = if own.is_empty() { NO_PAY } else { NO_BASELINE };
                let first = |views: Vec<PayView<'a>>| views.into_iter().next();
                let difference = PayDifference::None(why.to_owned());
                PayPair { views: [first(base), first(own)], difference }
            }
        }
    })
}

/// The middle of a year's base pay, else of total pay, with its currency, in a job's first record.
#[must_use]
pub fn median_of(library: &Library, job: usize) -> Option<Median<'_>> {
    median(views(library, job).first()?)
}

/// Which record it is: `EUR a year · Ireland · grade G12`.
fn which(view: &PayView<'_>) -> String {
    let mut parts = view.heading_parts();
    parts.truncate(parts.len() - usize::from(view.record.as_of.is_some()));
    parts.join(" · ")
}

fn median<'a>(view: &PayView<'a>) -> Option<Median<'a>> {
    let value = view.base.median().or_else(|| view.total.median())?;
    Some(Median { value, currency: view.currency?, is_estimated: view.is_estimated() })
}
