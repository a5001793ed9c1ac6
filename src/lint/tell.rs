//! Where rules tell what they find.

use crate::model::{FileProblem, Findings, Library, Place, Places, Problem, Severity, Spot, rule};
use std::path::Path;

/// What is wrong with one document.
pub(super) struct Tell<'a> {
    places: &'a Places,
    pub problems: Vec<Problem>,
}

impl<'a> Tell<'a> {
    pub fn new(places: &'a Places) -> Self {
        Self { places, problems: Vec::new() }
    }

    /// Tells that a rule is broken at a part of the document.
    pub fn tell(&mut self, rule: &'static str, spot: Spot, sentence: impl Into<String>) {
        let place = self.places.get(spot);
        self.problems.extend(problem(self.places, rule, place, sentence.into()));
    }
}

/// A library, and what is found wrong with it.
pub(super) struct Judge<'a> {
    pub library: &'a Library,
    pub findings: Findings,
}

impl<'a> Judge<'a> {
    pub fn new(library: &'a Library, findings: Findings) -> Self {
        Self { library, findings }
    }

    /// Tells that a job breaks a rule, at the first of these parts that its file has.
    pub fn tell_job(
        &mut self,
        job: usize,
        rule: &'static str,
        spots: &[Spot],
        sentence: impl Into<String>,
    ) {
        let Some(subject) = self.library.jobs().get(job) else { return };
        let place = subject.places.first(spots.iter().copied());
        if let Some(problem) = problem(&subject.places, rule, place, sentence.into()) {
            self.findings.jobs.entry(job).or_default().push(problem);
        }
    }

    /// Tells what is wrong with a file that is no job profile.
    pub fn tell_file(&mut self, path: &Path, problems: impl IntoIterator<Item = Problem>) {
        let told = |problem| FileProblem { path: path.to_owned(), problem };
        self.findings.files.extend(problems.into_iter().map(told));
    }
}

/// A broken rule, unless a comment on its line allows it.
pub(super) fn problem(
    places: &Places,
    rule: &'static str,
    place: Option<Place>,
    sentence: String,
) -> Option<Problem> {
    let severity = rule::named(rule).map_or(Severity::Error, |rule| rule.severity);
    let allowed = places.allows(place, rule);
    (!allowed).then_some(Problem { severity, rule, place, sentence, about_pay: false })
}
