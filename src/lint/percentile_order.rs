//! Percentiles of pay that do not rise.

use super::{Case, Tell};
use crate::model::{Figure, Figures, PayPart, Spot, grouped, rule};

/// Holds every figure of a record against the one below it. The mean has no place among them.
pub(super) fn of_job(case: &Case<'_>, tell: &mut Tell<'_>) {
    for (number, record) in (0..).zip(&case.profile.salary) {
        of_figures(number, PayPart::Base, "base", &record.base, tell);
        of_figures(number, PayPart::Total, "total", &record.total, tell);
    }
}

fn of_figures(
    record: u16,
    part: fn(Figure) -> PayPart,
    name: &str,
    figures: &Figures,
    tell: &mut Tell<'_>,
) {
    let ranked = || figures.iter().filter(|(figure, _)| *figure != Figure::Mean);
    for ((lower, below), (figure, value)) in ranked().zip(ranked().skip(1)) {
        if value < below {
            let sentence = format!(
                "{name}: {figure} ({}) is lower than {lower} ({}); correct one of them",
                grouped(value),
                grouped(below)
            );
            tell.tell(rule::PERCENTILE_ORDER, Spot::Pay(record, part(figure)), sentence);
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::lint::tests::told_of;

    fn paid(figures: &str) -> Vec<String> {
        told_of(&[&format!("title: A\nsalary:\n  {figures}\n")])
    }

    #[test]
    fn the_figure_that_is_too_low_is_told_once() {
        assert_eq!(
            paid("base: { p10: 61200, p25: 689000, p50: 77400, p75: 86100 }"),
            [
                "0: 3:41 base: p50 (77,400) is lower than p25 (689,000); correct one of them [percentile-order]"
            ]
        );
        assert_eq!(
            paid("total: { max: 5, min: 7.5 }"),
            [
                "0: 3:17 total: max (5) is lower than min (7.50); correct one of them [percentile-order]"
            ]
        );
    }

    #[test]
    fn equal_figures_and_the_mean_are_fine() {
        assert!(paid("base: { min: 1, p10: 1, p50: 2, p90: 2, max: 3, mean: 9 }").is_empty());
    }

    #[test]
    fn each_record_is_judged_by_itself() {
        let told = paid("- base: { p50: 9 }\n  - base: { p50: 5, p90: 4 }");
        assert_eq!(told.len(), 1);
        assert!(told[0].starts_with("0: 4:26 base: p90"), "{told:?}");
    }
}
