//! Where rules tell what they find.

use crate::model::{
    FileProblem, Library, Place, Places, Problem, Profile, Severity, Spot, Together, rule,
};
use std::path::Path;

/// The rules whose sentences repeat figures of pay.
const ABOUT_PAY: [&str; 3] = [rule::PERCENTILE_ORDER, rule::TOTAL_BELOW_BASE, rule::BOSS_PAID_LESS];

/// What is wrong with one document.
pub(super) struct Tell<'a> {
    places: &'a Places,
    pub problems: Vec<Problem>,
}

impl<'a> Tell<'a> {
    pub fn new(places: &'a Places) -> Self {
        Self { places, problems: Vec::new() }
    }

    /// Where a part of the document stands.
    pub fn place(&self, spot: Spot) -> Option<Place> {
        self.places.get(spot)
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
    pub found: Together,
}

impl<'a> Judge<'a> {
    pub fn new(library: &'a Library) -> Self {
        Self { library, found: Together::default() }
    }

    /// Every reports-to with its job and its number in it.
    pub fn reports(&self) -> Vec<(usize, (u16, &'a str))> {
        let library = self.library;
        let profiles =
            (0..).zip(library.jobs()).filter_map(|(i, j)| Some((i, j.profile.as_ref()?)));
        let texts = |(job, profile): (usize, &'a Profile)| {
            (0..).zip(&profile.reports_to).map(move |(n, text)| (job, (n, text.as_str())))
        };
        profiles.flat_map(texts).collect()
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
            self.found.jobs.entry(job).or_default().push(problem);
        }
    }

    /// Tells what is wrong with a file that is no job profile.
    pub fn tell_file(&mut self, path: &Path, problems: impl IntoIterator<Item = Problem>) {
        let told = |problem| FileProblem { path: path.to_owned(), problem };
        self.found.files.extend(problems.into_iter().map(told));
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
    let about_pay = ABOUT_PAY.contains(&rule);
    let allowed = places.allows(place, rule);
    (!allowed).then_some(Problem { severity, rule, place, sentence, about_pay })
}

/// How much of a file's text a sentence repeats.
const QUOTED: usize = 60;

/// A part of a file as it is repeated in a sentence: in quotation marks, and cut where it is long.
pub(super) fn quoted(text: &str) -> String {
    match text.char_indices().nth(QUOTED) {
        Some((end, _)) => format!("“{}…”", text[..end].trim_end()),
        None => format!("“{text}”"),
    }
}
