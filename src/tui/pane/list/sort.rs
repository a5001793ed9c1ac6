//! The orders of the list while nothing is filtered.

use super::ListRow;
use crate::facts::pay_views;
use crate::model::{Job, Library};
use std::cmp::Reverse;
use std::collections::HashMap;
use std::hash::Hash;
use std::sync::Arc;

/// The order of the list.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Sort {
    /// By title.
    #[default]
    Title,
    /// By job level.
    Level,
    /// By job family, then level, then title.
    Family,
    /// By job code.
    Code,
    /// By median base pay, highest first.
    Pay,
    /// As the files stand in the folder.
    File,
}

impl Sort {
    /// The words for it.
    #[must_use]
    pub fn words(self) -> &'static str {
        match self {
            Sort::Title => "by title",
            Sort::Level => "by level",
            Sort::Family => "by family",
            Sort::Code => "by code",
            Sort::Pay => "by pay",
            Sort::File => "by file",
        }
    }

    /// The order after this one, round and round; pay is passed over where it is hidden, because an
    /// order tells it too.
    #[must_use]
    pub fn next(self, pay: bool) -> Self {
        match self {
            Sort::Title => Sort::Level,
            Sort::Level => Sort::Family,
            Sort::Family => Sort::Code,
            Sort::Code if pay => Sort::Pay,
            Sort::Code | Sort::Pay => Sort::File,
            Sort::File => Sort::Title,
        }
    }

    /// Sorts rows that stand by title; what a job does not have comes last.
    pub(super) fn apply(self, library: &Library, rows: &mut [ListRow]) {
        let job = |row: &ListRow| library.jobs()[row.job].as_ref();
        match self {
            Sort::Title => {}
            Sort::Level => {
                let place = places(library, |job| last(job.level()));
                rows.sort_by_cached_key(|row| place[row.job]);
            }
            Sort::Family => {
                let place = places(library, |job| (last(job.family()), last(job.level())));
                rows.sort_by_cached_key(|row| place[row.job]);
            }
            Sort::Code => rows.sort_by_cached_key(|row| {
                let code = last(job(row).code());
                (code.0, start_of(code.1), code.1)
            }),
            Sort::Pay => rows.sort_by_cached_key(|row| Reverse(median_pay(library, job(row)))),
            Sort::File => rows.sort_by_key(|row| row.job),
        }
    }
}

/// The first letters of a text as one number, enough to order most texts without a look at them.
fn start_of(text: &str) -> u128 {
    let mut start = [0; 16];
    let length = text.len().min(start.len());
    start[..length].copy_from_slice(&text.as_bytes()[..length]);
    u128::from_be_bytes(start)
}

/// What is not there comes last.
fn last(text: Option<&str>) -> (bool, &str) {
    (text.is_none(), text.unwrap_or_default())
}

/// Of each job the place of its key among all keys that there are. Thousands of jobs share a few
/// dozen families and levels, and numbers are sorted sooner than words.
fn places<'l, K: Ord + Hash + Copy>(library: &'l Library, key: impl Fn(&'l Job) -> K) -> Vec<u32> {
    let mut known: HashMap<K, u32> = HashMap::new();
    let mut in_order: Vec<K> = Vec::new();
    let mut number = |job: &'l Arc<Job>| {
        let key = key(job);
        *known.entry(key).or_insert_with(|| {
            in_order.push(key);
            // More jobs than this number holds do not fit into memory.
            u32::try_from(in_order.len() - 1).unwrap_or(u32::MAX)
        })
    };
    let mut numbers: Vec<u32> = library.jobs().iter().map(&mut number).collect();
    in_order.sort_unstable();
    let mut places = vec![0; in_order.len()];
    for (place, key) in (0..).zip(&in_order) {
        places[known[key] as usize] = place;
    }
    numbers.iter_mut().for_each(|number| *number = places[*number as usize]);
    numbers
}

/// The yearly median of base pay in whole units, of the first record that has one.
fn median_pay(library: &Library, job: &Job) -> Option<u64> {
    let records = &job.profile.as_ref()?.salary;
    let views = pay_views(library.settings(), records);
    // Pay is positive and far below the limits of the integer.
    views.iter().find_map(|view| view.base.median()).map(|pay| pay.max(0.0) as u64)
}
