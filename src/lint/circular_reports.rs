//! Lines that lead in a circle.

use super::Judge;
use crate::model::{Key, Library, Link, Spot, rule};

/// How many jobs of a circle are named.
const NAMED: usize = 6;

/// Follows every line once; a circle is told at the first of its jobs.
pub(super) fn of_library(judge: &mut Judge<'_>) {
    let library = judge.library;
    for (job, (number, _)) in judge.reports() {
        if library.links(job).get(usize::from(number)) == Some(&Link::Itself) {
            let sentence = "reports_to: this is the job itself; write whom it reports to";
            let spots = [Spot::Item(Key::ReportsTo, number), Spot::Key(Key::ReportsTo)];
            judge.tell_job(job, rule::CIRCULAR_REPORTS, &spots, sentence);
        }
    }
    // From which job on its line each was met; the one that is its own goes round.
    let mut met_from = vec![usize::MAX; library.jobs().len()];
    for start in 0..met_from.len() {
        let mut job = start;
        while met_from[job] == usize::MAX {
            met_from[job] = start;
            let Some(superior) = line(library, job) else { break };
            if met_from[superior] == start {
                tell(judge, superior);
            }
            job = superior;
        }
    }
}

/// The job that a job's line leads to.
fn line(library: &Library, job: usize) -> Option<usize> {
    library.links(job).first()?.job()
}

/// Tells of the circle that a job stands in, at the first of its jobs by path.
fn tell(judge: &mut Judge<'_>, inside: usize) {
    let library = judge.library;
    let round = |from: usize| {
        let after = std::iter::successors(line(library, from), |&job| line(library, job));
        std::iter::once(from).chain(after.take_while(move |&job| job != from))
    };
    let first = round(inside).min().unwrap_or(inside);
    let title = |job: usize| library.jobs()[job].title();
    let mut chain: Vec<_> = round(first).take(NAMED).map(title).collect();
    if round(first).nth(NAMED).is_some() {
        chain.push("…".into());
    }
    chain.push(title(first));
    let sentence =
        format!("reports_to: this line leads in a circle, {}; open it", chain.join(" → "));
    let spots = [Spot::Item(Key::ReportsTo, 0), Spot::Key(Key::ReportsTo)];
    judge.tell_job(first, rule::CIRCULAR_REPORTS, &spots, sentence);
}

#[cfg(test)]
mod tests {
    use crate::lint::tests::told_of;

    fn job(title: &str, superior: &str) -> String {
        format!("title: {title}\nreports_to: {superior}\n")
    }

    fn told(jobs: &[(&str, &str)]) -> Vec<String> {
        let jobs: Vec<String> = jobs.iter().map(|(title, superior)| job(title, superior)).collect();
        told_of(&jobs.iter().map(String::as_str).collect::<Vec<_>>())
    }

    #[test]
    fn a_circle_is_told_once_at_its_first_job() {
        let jobs = [("Z", "C"), ("A", "B"), ("B", "C"), ("C", "A"), ("Y", "Z"), ("D", "E")];
        assert_eq!(
            told(&jobs),
            [
                "1: 2:13 reports_to: this line leads in a circle, A → B → C → A; open it [circular-reports]"
            ]
        );
    }

    #[test]
    fn each_circle_is_told() {
        let jobs = [("A", "B"), ("B", "A"), ("C", "D"), ("D", "C"), ("E", "D")];
        let told = told(&jobs);
        assert!(told[0].starts_with("0: ") && told[1].starts_with("2: "), "{told:?}");
        assert_eq!(told.len(), 2);
    }

    #[test]
    fn a_long_circle_is_named_in_part() {
        let names: Vec<String> = (b'a'..=b'z').map(|c| char::from(c).to_string()).collect();
        let jobs: Vec<(&str, &str)> =
            (0..26).map(|i| (names[i].as_str(), names[(i + 1) % 26].as_str())).collect();
        let told = told(&jobs);
        assert!(told[0].contains("a → b → c → d → e → f → … → a;"), "{told:?}");
    }

    #[test]
    fn a_job_that_reports_to_itself_is_told() {
        assert_eq!(
            told(&[("Chief", "chief")]),
            [
                "0: 2:13 reports_to: this is the job itself; write whom it reports to [circular-reports]"
            ]
        );
    }

    #[test]
    fn dotted_lines_may_lead_back() {
        let dotted = "title: A\nreports_to: [Owner, B]\n";
        assert!(told_of(&[dotted, &job("B", "A")]).is_empty());
    }
}
