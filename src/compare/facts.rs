//! The short facts of several jobs, a fact a row.

use crate::model::{Library, Profile, Superior};
use std::borrow::Cow;

/// A fact of several jobs.
#[derive(Debug, Clone, PartialEq)]
pub struct FactRow<'a> {
    /// What it is called.
    pub label: &'static str,
    /// What each job says, an item a line; none where its file does not say.
    pub cells: Vec<Vec<Cow<'a, str>>>,
}

impl FactRow<'_> {
    /// Whether any job says something else than the baseline, letter case and order aside.
    #[must_use]
    pub fn differs(&self, baseline: usize) -> bool {
        (0..self.cells.len()).any(|column| self.stands_apart(baseline, column))
    }

    /// Whether a job says something else than the baseline.
    #[must_use]
    pub fn stands_apart(&self, baseline: usize, column: usize) -> bool {
        let folded = |cell: &Vec<Cow<'_, str>>| {
            let mut items: Vec<String> = cell.iter().map(|item| item.to_lowercase()).collect();
            items.sort();
            items
        };
        self.cells.get(baseline).map(folded) != self.cells.get(column).map(folded)
    }

    /// Whether no job says anything.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.cells.iter().all(Vec::is_empty)
    }
}

/// Level, family, education, experience, reports-to, requires and conditions of some jobs; those
/// last two only where any job has some.
#[must_use]
pub fn fact_rows<'a>(library: &'a Library, jobs: &[usize]) -> Vec<FactRow<'a>> {
    type Read<'a> = fn(&'a Library, usize, &'a Profile) -> Vec<Cow<'a, str>>;
    let kinds: [(&'static str, Read<'a>, bool); 8] = [
        ("Level", |_, _, profile| one(profile.level.as_deref()), true),
        ("Family", |_, _, profile| one(profile.family.as_deref()), true),
        ("Track", |_, _, profile| one(profile.track.as_deref()), false),
        ("Education", |_, _, profile| one(profile.education.as_deref()), true),
        ("Experience", |_, _, profile| one(profile.experience.as_deref()), true),
        ("Reports to", |library, job, _| superiors(library, job), true),
        ("Requires", |_, _, profile| all(&profile.requires), false),
        ("Conditions", |_, _, profile| all(&profile.conditions), false),
    ];
    let rows = kinds.into_iter().map(|(label, read, always)| {
        let cell = |&job: &usize| {
            let profile = library.jobs().get(job).and_then(|job| job.profile.as_ref());
            profile.map(|profile| read(library, job, profile)).unwrap_or_default()
        };
        (FactRow { label, cells: jobs.iter().map(cell).collect() }, always)
    });
    rows.filter(|(row, always)| *always || !row.is_empty()).map(|(row, _)| row).collect()
}

fn one(text: Option<&str>) -> Vec<Cow<'_, str>> {
    text.map(Cow::Borrowed).into_iter().collect()
}

fn all(texts: &[String]) -> Vec<Cow<'_, str>> {
    texts.iter().map(|text| Cow::Borrowed(text.as_str())).collect()
}

fn superiors(library: &Library, job: usize) -> Vec<Cow<'_, str>> {
    library
        .superiors(job)
        .map(|superior| match superior {
            Superior::Job(job, _) => library.jobs()[job].title(),
            Superior::Elsewhere(text) => Cow::Borrowed(text),
        })
        .collect()
}
