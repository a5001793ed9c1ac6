//! A currency that ISO 4217 does not have.

use super::tell::{problem, quoted};
use super::{Case, Judge, Tell};
use crate::model::{Key, PayPart, Spot, rule};
use std::path::Path;

/// The alphabetic codes of the currencies in use, without those of funds and metals: ISO 4217, list
/// one, as of 2025. The lev stays, since pay of that year was in it.
const CURRENCIES: &str = "\
    AED AFN ALL AMD AOA ARS AUD AWG AZN BAM BBD BDT BGN BHD BIF BMD BND BOB BRL BSD BTN BWP BYN \
    BZD CAD CDF CHF CLP CNY COP CRC CUP CVE CZK DJF DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL \
    GHS GIP GMD GNF GTQ GYD HKD HNL HTG HUF IDR ILS INR IQD IRR ISK JMD JOD JPY KES KGS KHR KMF \
    KPW KRW KWD KYD KZT LAK LBP LKR LRD LSL LYD MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN \
    MYR MZN NAD NGN NIO NOK NPR NZD OMR PAB PEN PGK PHP PKR PLN PYG QAR RON RSD RUB RWF SAR SBD \
    SCR SDG SEK SGD SHP SLE SOS SRD SSP STN SVC SYP SZL THB TJS TMT TND TOP TRY TTD TWD TZS UAH \
    UGX USD UYU UZS VED VES VND VUV WST XAF XCD XCG XOF XPF YER ZAR ZMW ZWG";

/// The currency of each record.
pub(super) fn of_job(case: &Case<'_>, tell: &mut Tell<'_>) {
    for (number, record) in (0..).zip(&case.profile.salary) {
        if let Some(sentence) = record.currency.as_deref().and_then(sentence) {
            tell.tell(rule::UNKNOWN_CURRENCY, Spot::Pay(number, PayPart::Currency), sentence);
        }
    }
}

/// The currency that library.yaml gives to all others.
pub(super) fn of_library(judge: &mut Judge<'_>) {
    let settings = judge.library.settings();
    let Some(sentence) = settings.currency.as_deref().and_then(sentence) else { return };
    let place = settings.places.get(Spot::Key(Key::Currency));
    let told = problem(&settings.places, rule::UNKNOWN_CURRENCY, place, sentence);
    judge.tell_file(Path::new("library.yaml"), told);
}

/// What is said of a code that is none.
fn sentence(code: &str) -> Option<String> {
    let known = || CURRENCIES.split(' ');
    if known().any(|known| known == code) {
        return None;
    }
    let remedy = match known().find(|known| known.eq_ignore_ascii_case(code.trim())) {
        Some(near) => format!("did you mean {near}?"),
        None => "write the three letters of its code, as in EUR".to_owned(),
    };
    Some(format!("currency: {} is none of ISO 4217; {remedy}", quoted(code)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lint::tests::{library, told_of};
    use crate::lint::{Date, Linter};
    use crate::model::{Library, Parts, Settings};
    use std::sync::Arc;

    fn paid_in(currency: &str) -> Vec<String> {
        told_of(&[&format!("title: A\nsalary:\n  currency: {currency}\n")])
    }

    #[test]
    fn the_list_is_one_of_codes_each_once() {
        let codes: Vec<&str> = CURRENCIES.split(' ').collect();
        assert!(codes.is_sorted_by(|a, b| a < b));
        assert!(codes.iter().all(|code| code.len() == 3), "{codes:?}");
        assert!(codes.len() > 150, "{}", codes.len());
    }

    #[test]
    fn letter_case_is_asked_about_and_other_words_are_explained() {
        assert!(paid_in("USD").is_empty() && paid_in("XOF").is_empty());
        assert_eq!(
            paid_in("usd"),
            ["0: 3:13 currency: “usd” is none of ISO 4217; did you mean USD? [unknown-currency]"]
        );
        assert_eq!(
            paid_in("Euro"),
            [
                "0: 3:13 currency: “Euro” is none of ISO 4217; write the three letters of its code, as in EUR [unknown-currency]"
            ]
        );
    }

    #[test]
    fn the_currency_of_the_library_is_told_at_its_file() {
        let settings = Settings { currency: Some("gbp".to_owned()), ..Settings::default() };
        let jobs = library(&["title: A\nsalary: { base: { p50: 9 } }\n"]).jobs().to_vec();
        let parts =
            Parts { jobs, settings: Arc::new(settings), complete: true, ..Parts::default() };
        let judged = Linter::new(Date::constant(2026, 7, 1)).check(Library::new(parts));
        let told: Vec<_> = judged.problems().iter().map(|told| told.problem.to_string()).collect();
        assert_eq!(told, ["currency: “gbp” is none of ISO 4217; did you mean GBP?"]);
        assert_eq!(judged.problem_count(), 1);
    }
}
