//! A date that no calendar has, or that has yet to come where it tells of something past.

use super::calendar::days;
use super::tell::{problem, quoted};
use super::{Case, Date, Judge, Tell};
use crate::model::{Competency, Key, Library, PayPart, Source, Spot, rule};
use std::path::Path;

/// The dates of a job: from when it holds, what its figures are of, when its source was read.
pub(super) fn of_job(case: &Case<'_>, tell: &mut Tell<'_>) {
    if let Some(text) = case.profile.effective.as_deref()
        && days(text).is_none()
    {
        let sentence = no_date("effective", text, "2026-05-02");
        tell.tell(rule::NOT_A_DATE, Spot::Key(Key::Effective), sentence);
    }
    for (number, record) in (0..).zip(&case.profile.salary) {
        let Some(text) = record.as_of.as_deref() else { continue };
        if let Some(sentence) = past("as_of", text, "2026-05", case.today) {
            tell.tell(rule::NOT_A_DATE, Spot::Pay(number, PayPart::AsOf), sentence);
        }
    }
    if let Some(sentence) = of_source(case.profile.source.as_deref()) {
        tell.tell(rule::NOT_A_DATE, Spot::Key(Key::Retrieved), sentence);
    }
}

/// When the source of a competency was read.
pub(super) fn of_competency(_: &Library, competency: &Competency, tell: &mut Tell<'_>) {
    if let Some(sentence) = of_source(competency.source.as_ref()) {
        tell.tell(rule::NOT_A_DATE, Spot::Key(Key::Retrieved), sentence);
    }
}

/// The same of the source that library.yaml gives to all others.
pub(super) fn of_library(judge: &mut Judge<'_>) {
    let settings = judge.library.settings();
    let Some(sentence) = of_source(settings.source.as_ref()) else { return };
    let place = settings.places.get(Spot::Key(Key::Retrieved));
    let told = problem(&settings.places, rule::NOT_A_DATE, place, sentence);
    judge.tell_file(Path::new("library.yaml"), told);
}

fn of_source(source: Option<&Source>) -> Option<String> {
    let text = source?.retrieved.as_deref()?;
    days(text).is_none().then(|| no_date("retrieved", text, "2026-05-02"))
}

/// What is said of a date that is none or has yet to begin.
fn past(what: &str, text: &str, example: &str, today: Date) -> Option<String> {
    match days(text) {
        None => Some(no_date(what, text, example)),
        Some((first, _)) if first > today => {
            Some(format!("{what}: {text} has yet to come; correct the year or the month"))
        }
        Some(_) => None,
    }
}

fn no_date(what: &str, text: &str, example: &str) -> String {
    format!("{what}: {} is no date; write it as in {example}", quoted(text))
}

#[cfg(test)]
mod tests {
    use crate::lint::tests::{competencies, told_by, told_of};

    #[test]
    fn what_no_calendar_has_is_told_where_it_stands() {
        let job = "title: A
effective: 1.7.2026
salary: [{ as_of: 2026-13 }, { as_of: 2026 }, { as_of: 2026-07-02 }]
source: { retrieved: May }
";
        assert_eq!(
            told_of(&[job]),
            [
                "0: 2:12 effective: “1.7.2026” is no date; write it as in 2026-05-02 [not-a-date]",
                "0: 3:19 as_of: “2026-13” is no date; write it as in 2026-05 [not-a-date]",
                "0: 3:56 as_of: 2026-07-02 has yet to come; correct the year or the month [not-a-date]",
                "0: 4:22 retrieved: “May” is no date; write it as in 2026-05-02 [not-a-date]",
            ]
        );
        assert!(told_of(&["title: A\neffective: 2031-01-01\n"]).is_empty());
        let shared = competencies(&["name: B\nsource: { retrieved: today }\n"]);
        assert!(told_by(&["title: A\n"], shared)[0].contains("“today” is no date"));
    }
}
