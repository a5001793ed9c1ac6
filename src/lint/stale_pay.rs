//! Pay figures that are older than 24 months, counted from the end of the month they are of.

use super::calendar::days;
use super::{Case, Tell};
use crate::model::{PayPart, Spot, rule};
use jiff::Span;

/// How old figures may be.
const MONTHS: i32 = 24;

/// Holds every record's month against today. A text that is no month is nobody's age.
pub(super) fn of_job(case: &Case<'_>, tell: &mut Tell<'_>) {
    let oldest = case.today.saturating_sub(Span::new().months(MONTHS));
    for (number, record) in (0..).zip(&case.profile.salary) {
        let Some(text) = record.as_of.as_deref() else { continue };
        if days(text).is_some_and(|(_, last)| last < oldest) {
            let sentence =
                format!("as_of: the figures are of {text}, more than {MONTHS} months old");
            tell.tell(rule::STALE_PAY, Spot::Pay(number, PayPart::AsOf), sentence);
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::lint::tests::told_of;

    #[test]
    fn figures_of_more_than_two_years_ago_are_told() {
        let paid = |as_of| format!("title: A\nsalary:\n  as_of: {as_of}\n");
        let told = |as_of| told_of(&[&paid(as_of)]);
        let of_june = "0: 3:10 as_of: the figures are of 2024-06, more than 24 months old";
        assert_eq!(told("2024-06"), [format!("{of_june} [stale-pay]")]);
        for young in ["2024-07", "2024-07-01", "2024"] {
            assert!(told(young).is_empty(), "{young}");
        }
        assert_eq!(told("2024-06-30").len(), 1);
        assert_eq!(told("2023").len(), 1);
    }

    #[test]
    fn it_stands_at_the_record_that_it_is_about() {
        let several = "title: A\nsalary:\n- as_of: 2026-05\n- as_of: 2019-05\n";
        assert_eq!(told_of(&[several]).len(), 1);
        assert!(told_of(&[several])[0].starts_with("0: 4:10 "));
    }
}
