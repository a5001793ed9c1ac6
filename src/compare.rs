//! Jobs side by side: facts in rows, pay beside pay, duties by likeness, competencies as a matrix.
//!
//! Each part is worked out from the library alone and says nothing of how it is drawn.

mod duties;
mod facts;
mod matrix;
mod pair;
mod pay;
mod silent;
#[cfg(test)]
mod tests;

pub use duties::{DutyCell, DutyRow, Word, duties};
pub use facts::{FactRow, fact_rows};
pub use matrix::{Cell, MatrixRow, Order, Shown, arranged, matrix};
pub use pair::{Median, PayPair, median_of, pay_pair};
pub use pay::{PayCell, PayDifference, PayRow, pay_rows};
pub use silent::{NAMES_NO_DUTIES, NAMES_NONE, names_no_competencies, names_no_duties};

use crate::model::DEFAULT_SCALE;
use std::cmp::Ordering;

/// The most jobs that are compared at once.
pub const MOST: usize = 6;

/// Less than lies between any two levels that differ at all.
pub const ANY_STEP: f64 = 0.001;

/// How many steps two required levels must be apart to count as different, unless somebody asks
/// otherwise.
pub const HALF_A_LEVEL: f64 = 0.5;

/// The order in which scales are told of: the one that holds where a library gives none first, then
/// by name.
#[must_use]
pub fn by_scale(a: &str, b: &str) -> Ordering {
    (a != DEFAULT_SCALE).cmp(&(b != DEFAULT_SCALE)).then_with(|| a.cmp(b))
}

/// From which distance on levels differ, in words: `from half a level on`.
#[must_use]
pub fn step_words(step: f64) -> String {
    match step {
        any if any <= ANY_STEP => "however little lies between".to_owned(),
        HALF_A_LEVEL => "from half a level on".to_owned(),
        1.0 => "from one level on".to_owned(),
        step => format!("from {step} levels on"),
    }
}
