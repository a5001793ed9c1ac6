//! Jobs side by side: facts in rows, pay beside pay, duties by likeness, competencies as a matrix.
//!
//! Each part is worked out from the library alone and says nothing of how it is drawn.

mod duties;
mod facts;
mod matrix;
mod pay;
#[cfg(test)]
mod tests;

pub use duties::{DutyCell, DutyRow, Word, duties};
pub use facts::{FactRow, fact_rows};
pub use matrix::{Cell, MatrixRow, Order, Shown, arranged, matrix};
pub use pay::{PayCell, PayDifference, median_of, pay_cells};

/// The most jobs that are compared at once.
pub const MOST: usize = 6;

/// Less than lies between any two levels that differ at all.
pub const ANY_STEP: f64 = 0.001;

/// How far two required levels must be apart to count as different, unless somebody asks otherwise.
pub const HALF_A_LEVEL: f64 = 0.5;
