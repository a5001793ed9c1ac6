//! A superior who is paid less than somebody who reports to them.

use super::Judge;
use crate::model::{
    Figures, Key, Library, Link, PayRecord, Profile, Spot, folded_name, grouped, rule,
};

/// Compares each job with the one that its line leads to; dotted lines have no say in pay.
pub(super) fn of_library(judge: &mut Judge<'_>) {
    let library = judge.library;
    for job in 0..library.jobs().len() {
        let profile = |job: usize| library.jobs()[job].profile.as_ref();
        let Some(superior) = library.links(job).first().and_then(Link::job) else { continue };
        let (Some(own), Some(above)) = (profile(job), profile(superior)) else { continue };
        let Some(less) = less(library, own, above) else { continue };
        let sentence = format!(
            "reports_to: {} has a median {} pay of {} {} a year, less than the {} of this job; \
             correct one of them, or whom it reports to",
            library.jobs()[superior].title(),
            less.of,
            less.currency,
            grouped(less.above.round()),
            grouped(less.own.round())
        );
        let spots = [Spot::Item(Key::ReportsTo, 0), Spot::Key(Key::ReportsTo)];
        judge.tell_job(job, rule::BOSS_PAID_LESS, &spots, sentence);
    }
}

/// What a job and its superior are paid a year.
struct Less<'a> {
    of: &'static str,
    currency: &'a str,
    own: f64,
    above: f64,
}

/// The first pay of a job that no like pay of its superior reaches.
fn less<'a>(library: &'a Library, own: &'a Profile, above: &'a Profile) -> Option<Less<'a>> {
    own.salary.iter().find_map(|record| {
        let currency = currency(library, record)?;
        let like = || {
            above.salary.iter().filter(|other| {
                self::currency(library, other) == Some(currency) && may_share_region(record, other)
            })
        };
        let compare = |of: &'static str, figures: fn(&PayRecord) -> &Figures| {
            let yearly =
                |record: &PayRecord| Some(figures(record).median()? * record.period.a_year());
            let above = like().filter_map(yearly).max_by(f64::total_cmp)?;
            Some(Less { of, currency, own: yearly(record)?, above })
        };
        let compared = compare("base", |r| &r.base).or_else(|| compare("total", |r| &r.total));
        compared.filter(|less| less.above < less.own)
    })
}

/// The currency of a record, or the library's.
fn currency<'a>(library: &'a Library, record: &'a PayRecord) -> Option<&'a str> {
    record.currency.as_deref().or(library.settings().currency.as_deref())
}

/// Whether two records are of one region, as far as they say.
fn may_share_region(one: &PayRecord, other: &PayRecord) -> bool {
    let regions = one.region.as_deref().zip(other.region.as_deref());
    regions.is_none_or(|(one, other)| one == other || folded_name(one) == folded_name(other))
}

#[cfg(test)]
mod tests {
    use crate::lint::tests::told_of;

    /// What is told of a clerk and their boss with such pay.
    fn told(clerk: &str, boss: &str) -> Vec<String> {
        let clerk = format!("title: Clerk\nreports_to: [Boss, Other]\nsalary: {clerk}\n");
        let boss = format!("title: Boss\nsalary: {boss}\n");
        let other = "title: Other\nsalary: { currency: USD, base: { p50: 1 } }\n";
        told_of(&[&clerk, &boss, other])
    }

    #[test]
    fn medians_are_compared_by_the_year() {
        let clerk = "{ currency: USD, period: hour, base: { p50: 30 } }";
        assert_eq!(
            told(clerk, "{ currency: USD, base: { p50: 62000 } }"),
            [
                "0: 2:14 reports_to: Boss has a median base pay of USD 62,000 a year, less than the 62,400 of this job; correct one of them, or whom it reports to [boss-paid-less]"
            ]
        );
        assert!(told(clerk, "{ currency: USD, base: { p50: 62400 } }").is_empty());
    }

    #[test]
    fn only_what_is_alike_is_compared() {
        let clerk = "{ currency: USD, region: Ohio, base: { p50: 9 } }";
        assert_eq!(told(clerk, "{ currency: USD, base: { p50: 8 } }").len(), 1);
        assert!(told(clerk, "{ currency: EUR, base: { p50: 8 } }").is_empty());
        assert!(told(clerk, "{ currency: USD, region: Utah, base: { p50: 8 } }").is_empty());
        assert!(told(clerk, "{ currency: USD, total: { p50: 8 } }").is_empty());
        assert!(told("{ base: { p50: 9 } }", "{ base: { p50: 8 } }").is_empty());
    }

    #[test]
    fn total_pay_stands_in_where_base_pay_is_missing() {
        let clerk = "{ currency: USD, total: { p50: 9 } }";
        let told = told(clerk, "{ currency: USD, base: { p50: 99 }, total: { p50: 8 } }");
        assert!(told[0].contains("median total pay of USD 8 a year"), "{told:?}");
    }

    #[test]
    fn of_several_records_the_highest_like_one_counts() {
        let boss = "[{ currency: USD, grade: A, base: { p50: 7 } }, \
                    { currency: USD, grade: B, base: { p50: 9 } }]";
        assert!(told("{ currency: USD, base: { p50: 8 } }", boss).is_empty());
        assert_eq!(told("{ currency: USD, base: { p50: 10 } }", boss).len(), 1);
    }
}
