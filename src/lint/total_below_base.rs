//! Total pay that is less than the base pay it includes.

use super::{Case, Tell};
use crate::model::{PayPart, Spot, grouped, rule};

/// Holds each figure of total pay against the same figure of base pay.
pub(super) fn of_job(case: &Case<'_>, tell: &mut Tell<'_>) {
    for (number, record) in (0..).zip(&case.profile.salary) {
        for (figure, total) in record.total.iter() {
            let Some(base) = record.base.get(figure).filter(|base| total < *base) else { continue };
            let sentence = format!(
                "total: {figure} ({}) is lower than that of base ({}), which is a part of it; \
                 correct one of them",
                grouped(total),
                grouped(base)
            );
            tell.tell(rule::TOTAL_BELOW_BASE, Spot::Pay(number, PayPart::Total(figure)), sentence);
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::lint::tests::told_of;

    #[test]
    fn the_same_figure_of_the_same_record_is_compared() {
        let paid = "title: A
salary:
  - base: { p50: 80, p90: 90 }
    total: { p10: 1, p50: 70, p90: 90, mean: 2 }
  - total: { p50: 60 }
";
        assert_eq!(
            told_of(&[paid]),
            [
                "0: 4:27 total: p50 (70) is lower than that of base (80), which is a part of it; correct one of them [total-below-base]"
            ]
        );
    }
}
