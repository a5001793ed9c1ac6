//! Numbers that take no more room where there may be none.

use serde::{Serialize, Serializer};
use std::cmp::Ordering;
use std::fmt;
use std::num::NonZeroU64;

/// A finite number. An [`Option`] of one is as small as itself: a large library asks for a million
/// competencies, each with numbers that may be there or not.
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct Number(
    /// The bits, turned over: only those of what is no number would all be zero then.
    NonZeroU64,
);

impl Number {
    /// A number, or `None` where it is not finite.
    #[must_use]
    pub fn new(value: f64) -> Option<Self> {
        // The sum makes a negative zero an ordinary one.
        let bits = value.is_finite().then(|| (value + 0.0).to_bits())?;
        NonZeroU64::new(!bits).map(Self)
    }

    /// The number itself.
    #[must_use]
    pub fn value(self) -> f64 {
        f64::from_bits(!self.0.get())
    }
}

impl PartialOrd for Number {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Number {
    fn cmp(&self, other: &Self) -> Ordering {
        self.value().total_cmp(&other.value())
    }
}

impl fmt::Display for Number {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.value().fmt(f)
    }
}

impl fmt::Debug for Number {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.value().fmt(f)
    }
}

impl Serialize for Number {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_f64(self.value())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_come_back_and_order_as_they_should() {
        let number = |value| Number::new(value).expect("a number");
        assert_eq!(number(4.62).value(), 4.62);
        assert_eq!(number(-0.0), number(0.0));
        assert!(number(-3.0) < number(0.0) && number(0.5) < number(99.0));
        assert_eq!((Number::new(f64::NAN), Number::new(f64::INFINITY)), (None, None));
        assert_eq!(number(2.5).to_string(), "2.5");
    }

    #[test]
    fn one_that_may_not_be_there_takes_no_more_room() {
        assert_eq!(size_of::<Option<Number>>(), size_of::<f64>());
    }
}
