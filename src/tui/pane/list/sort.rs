//! The orders of the list while nothing is filtered.

use super::ListRow;
use crate::facts::pay_views;
use crate::model::{Job, Library};
use std::cmp::Reverse;

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
        let job = |row: &ListRow| &library.jobs()[row.job];
        let last = |text: Option<&str>| (text.is_none(), text.unwrap_or_default().to_owned());
        match self {
            Sort::Title => {}
            Sort::Level => rows.sort_by_cached_key(|row| last(job(row).level())),
            Sort::Family => {
                rows.sort_by_cached_key(|row| (last(job(row).family()), last(job(row).level())))
            }
            Sort::Code => rows.sort_by_cached_key(|row| last(job(row).code())),
            Sort::Pay => rows.sort_by_cached_key(|row| Reverse(median_pay(library, job(row)))),
            Sort::File => rows.sort_by_key(|row| row.job),
        }
    }
}

/// The yearly median of base pay in whole units, of the first record that has one.
fn median_pay(library: &Library, job: &Job) -> Option<u64> {
    let records = &job.profile.as_ref()?.salary;
    let views = pay_views(library.settings(), records);
    // Pay is positive and far below the limits of the integer.
    views.iter().find_map(|view| view.base.median()).map(|pay| pay.max(0.0) as u64)
}
