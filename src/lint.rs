//! What is wrong with profiles that read fine: one rule a file.
//!
//! Most rules look at one job or one competency and the scales and names that the library has; what
//! they find is remembered until one of these changes. The others look at all jobs together.

mod ambiguous_superior;
mod boss_paid_less;
mod calendar;
mod circular_reports;
mod declared_below_present;
mod duplicate_code;
mod duplicate_competency;
mod empty_level;
mod look;
mod mixed_scripts;
mod near_duplicate;
mod near_group;
mod near_superior;
mod not_a_date;
mod off_scale;
mod percentile_order;
mod repeated_competency;
mod stale_pay;
mod tell;
#[cfg(test)]
mod tests;
mod total_below_base;
mod unknown_competency;
mod unknown_currency;
mod unknown_scale;

pub use jiff::civil::Date;
pub use near_duplicate::Meaning;

use crate::model::{
    Competency, Findings, Job, Key, Levels, Library, Problem, Profile, Requirement, Settings, Spot,
    Together,
};
use std::sync::Arc;
use tell::{Judge, Tell};

/// A job, and all that a rule may hold it against.
struct Case<'a> {
    library: &'a Library,
    today: Date,
    profile: &'a Profile,
    /// The shared competency of each requirement.
    shared: Vec<Option<&'a Competency>>,
}

impl<'a> Case<'a> {
    fn new(library: &'a Library, today: Date, profile: &'a Profile) -> Self {
        let names = profile.requirements().map(|(_, requirement)| requirement.name.as_deref());
        let shared = names.map(|name| library.competency(name?).map(Arc::as_ref)).collect();
        Self { library, today, profile, shared }
    }

    /// The shared competency that a requirement names.
    fn shared(&self, number: u16) -> Option<&'a Competency> {
        self.shared.get(usize::from(number)).copied().flatten()
    }

    /// Whether a requirement names a competency that is described nowhere.
    fn is_unknown(&self, number: u16, requirement: &Requirement) -> bool {
        let is_named = requirement.name.is_some();
        is_named && self.shared(number).is_none() && !requirement.describes_itself()
    }
}

/// The rules that look at one job.
const OF_A_JOB: &[fn(&Case<'_>, &mut Tell<'_>)] = &[
    mixed_scripts::of_job,
    off_scale::of_job,
    unknown_competency::of_job,
    repeated_competency::of_job,
    declared_below_present::of_job,
    percentile_order::of_job,
    total_below_base::of_job,
    unknown_currency::of_job,
    stale_pay::of_job,
    not_a_date::of_job,
    near_group::of_job,
];

/// The rules that look at one shared competency.
const OF_A_COMPETENCY: &[fn(&Library, &Competency, &mut Tell<'_>)] =
    &[off_scale::of_competency, unknown_scale::of_competency, not_a_date::of_competency];

/// The rules that look at the levels of one competency, which a job describes on the spot or a file
/// for all: the number of the requirement, 0 in a file for all, and what is written for each level.
const OF_LEVELS: &[fn(u16, &Levels, &mut Tell<'_>)] =
    &[empty_level::of_levels, near_duplicate::of_levels];

/// The rules that look at everything together.
const OF_A_LIBRARY: &[fn(&mut Judge<'_>)] = &[
    duplicate_code::of_library,
    duplicate_competency::of_library,
    unknown_currency::of_library,
    not_a_date::of_library,
    ambiguous_superior::of_library,
    circular_reports::of_library,
    near_superior::of_library,
    boss_paid_less::of_library,
];

/// A job, and what was found in it by itself; `None` where that is nothing.
type Judged = (Arc<Job>, Option<Arc<[Problem]>>);

/// Judges one library after another, each time only what has changed.
#[derive(Debug, Clone)]
pub struct Linter {
    today: Date,
    settings: Settings,
    competencies: Vec<Arc<Competency>>,
    /// What was found in each job, in the order of the jobs.
    jobs: Vec<Judged>,
    /// What was found in the competencies and in everything together.
    together: Arc<Together>,
}

impl Linter {
    /// A linter for which today is this day.
    #[must_use]
    pub fn new(today: Date) -> Self {
        let (settings, together) = (Settings::default(), Arc::default());
        Self { today, settings, competencies: Vec::new(), jobs: Vec::new(), together }
    }

    /// The library with all that is wrong with it. One that is not complete is left as it is, since
    /// what it seems to lack may still be on its way.
    #[must_use]
    pub fn check(&mut self, library: Library) -> Library {
        if !library.is_complete() {
            return library;
        }
        let is_shared = *library.settings() == self.settings
            && all(library.competencies(), &self.competencies, Arc::ptr_eq);
        let is_together = is_shared
            && all(library.jobs(), &self.jobs, |job, (before, _)| {
                Arc::ptr_eq(job, before) || is_the_same_to_others(job, before)
            });
        self.judge_jobs(&library, is_shared);
        if !is_together {
            self.together = Arc::new(judged_together(&library));
        }
        if !is_shared {
            self.competencies = library.competencies().to_vec();
            self.settings = library.settings().clone();
        }
        let found = self.jobs.iter().enumerate();
        let alone = found.filter_map(|(index, (_, problems))| Some((index, problems.clone()?)));
        library.with_findings(Findings {
            alone: alone.collect(),
            together: Arc::clone(&self.together),
        })
    }

    /// Brings what is known of each job up to date.
    fn judge_jobs(&mut self, library: &Library, is_shared: bool) {
        let before = std::mem::take(&mut self.jobs);
        // Both stand by id, so that they are gone through side by side.
        let mut before = before.into_iter().filter(|_| is_shared).peekable();
        for job in library.jobs() {
            let is_it = |(old, _): &Judged| Arc::ptr_eq(old, job);
            // Most jobs are the same, and telling that needs no look at them.
            let known = before.next_if(is_it).or_else(|| {
                while before.next_if(|(old, _)| old.id < job.id).is_some() {}
                before.next_if(is_it)
            });
            self.jobs.push(known.unwrap_or_else(|| {
                let found = self.judge_job(library, job);
                (Arc::clone(job), (!found.is_empty()).then(|| found.into()))
            }));
        }
    }

    fn judge_job(&self, library: &Library, job: &Job) -> Vec<Problem> {
        // What an earlier reading said is not what stands in the file now.
        let Some(profile) = job.profile.as_ref().filter(|_| !job.kept) else { return Vec::new() };
        let case = Case::new(library, self.today, profile);
        let mut tell = Tell::new(&job.places);
        OF_A_JOB.iter().for_each(|rule| rule(&case, &mut tell));
        for (number, (_, requirement)) in (0..).zip(profile.requirements()) {
            OF_LEVELS.iter().for_each(|rule| rule(number, requirement.levels(), &mut tell));
        }
        tell.problems.sort_by_key(|problem| problem.place);
        tell.problems
    }
}

/// What is wrong with the competencies and with everything together.
fn judged_together(library: &Library) -> Together {
    let mut judge = Judge::new(library);
    for competency in library.competencies() {
        let mut tell = Tell::new(&competency.places);
        OF_A_COMPETENCY.iter().for_each(|rule| rule(library, competency, &mut tell));
        OF_LEVELS.iter().for_each(|rule| rule(0, &competency.levels, &mut tell));
        judge.tell_file(&competency.path, tell.problems);
    }
    OF_A_LIBRARY.iter().for_each(|rule| rule(&mut judge));
    judge.found
}

/// Whether the rules of a library find the same, in the same places, when one job takes the place
/// of the other.
fn is_the_same_to_others(after: &Job, before: &Job) -> bool {
    let pay = |job: &Job| job.profile.as_ref().map(|profile| profile.salary.clone());
    let told_at = [Spot::Key(Key::Code), Spot::Key(Key::ReportsTo)];
    let lines = after.profile.as_ref().map_or(0, |profile| profile.reports_to.len());
    let items = (0..).take(lines).map(|item| Spot::Item(Key::ReportsTo, item));
    after.id == before.id
        && after.is_known_as(before)
        && pay(after) == pay(before)
        && told_at.into_iter().chain(items).all(|s| after.places.get(s) == before.places.get(s))
}

/// Whether two lists are as long and every pair fits.
fn all<A, B>(a: &[A], b: &[B], fits: impl Fn(&A, &B) -> bool) -> bool {
    a.len() == b.len() && a.iter().zip(b).all(|(a, b)| fits(a, b))
}

/// The day that the computer's clock tells, in UTC.
#[must_use]
pub fn today() -> Date {
    let now = std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH);
    let days = now.map_or(0, |passed| passed.as_secs() / 86_400);
    let days = i64::try_from(days).unwrap_or_default();
    let span = jiff::Span::new().days(days.min(1_000_000));
    jiff::civil::date(1970, 1, 1).saturating_add(span)
}
