//! A reports-to that may mean several jobs.

use super::Judge;
use super::tell::quoted;
use crate::model::{Job, Key, Link, Spot, rule};

/// Asks for the code wherever a title and the family do not tell which job is meant.
pub(super) fn of_library(judge: &mut Judge<'_>) {
    let library = judge.library;
    for (job, (number, text)) in judge.reports() {
        let Some(Link::Several(named)) = library.links(job).get(usize::from(number)) else {
            continue;
        };
        let jobs = named.iter().filter_map(|&job| library.jobs().get(job));
        let jobs: Vec<String> = jobs.map(|job| called(job)).collect();
        let sentence = format!(
            "reports_to: {} fits several jobs, such as {}; write the code of the one that is meant",
            quoted(text),
            jobs.join(", ")
        );
        let spots = [Spot::Item(Key::ReportsTo, number), Spot::Key(Key::ReportsTo)];
        judge.tell_job(job, rule::AMBIGUOUS_SUPERIOR, &spots, sentence);
    }
}

/// A job by its code, where it has one, and by where it stands.
fn called(job: &Job) -> String {
    match job.code() {
        Some(code) => format!("{code} ({})", job.id),
        None => format!("{} (which has no code)", job.id),
    }
}

#[cfg(test)]
mod tests {
    use crate::lint::tests::told_of;

    const SALES: &str = "title: Lead\nfamily: Sales\ncode: S1\n";
    const PEOPLE: &str = "title: Lead\nfamily: People\n";

    #[test]
    fn the_jobs_that_may_be_meant_are_named() {
        let clerk = "title: Clerk\nfamily: Finance\nreports_to:\n  - Chief\n  - lead\n";
        assert_eq!(
            told_of(&[SALES, PEOPLE, clerk]),
            [
                "2: 5:5 reports_to: “lead” fits several jobs, such as S1 (000.yaml), 001.yaml (which has no code); write the code of the one that is meant [ambiguous-superior]"
            ]
        );
    }

    #[test]
    fn the_family_or_the_code_decides() {
        let by_family = "title: Clerk\nfamily: Sales\nreports_to: Lead\n";
        let by_code = "title: Clerk\nreports_to: S1\n";
        assert!(told_of(&[SALES, PEOPLE, by_family, by_code]).is_empty());
    }
}
