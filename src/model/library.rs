//! A library: one immutable snapshot of a folder of profiles, with names and links resolved.
//!
//! A partial snapshot (`complete: false`) shows what has been read so far. Unknown names and links
//! are judged only in a complete one, because what they name may still be on its way.

mod demand;
mod findings;
mod lines;
mod told;

pub use findings::{Findings, Together};
pub use told::Told;

pub use lines::Link;

use super::{
    Competency, DEFAULT_SCALE, FileProblem, Job, JobId, Levels, Proficiency, Profile, Requirement,
    Scale, Settings, folded_name,
};
use demand::Demand;
use lines::Lines;
use std::collections::HashMap;
use std::sync::{Arc, OnceLock};

/// What a library is made of, as a loader hands it over.
#[derive(Debug, Clone, Default)]
pub struct Parts {
    /// What library.yaml says.
    pub settings: Arc<Settings>,
    /// The shared competencies by path; the first of two with one name is used.
    pub competencies: Vec<Arc<Competency>>,
    /// The jobs, in any order.
    pub jobs: Vec<Arc<Job>>,
    /// What is wrong with files that are no job profiles.
    pub problems: Vec<FileProblem>,
    /// Whether everything in the folder has been read.
    pub complete: bool,
}

/// To whom a job reports: another job of the library, or a text that names none.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Superior<'a> {
    /// A job, by its index in [`Library::jobs`], with the text that named it.
    Job(usize, &'a str),
    /// Somebody who is not in the library.
    Elsewhere(&'a str),
}

/// A requirement with its definition, its scale and its level texts looked up.
#[derive(Debug, Clone, Copy)]
pub struct Described<'a> {
    /// What the competency is, where any file says so.
    pub definition: Option<&'a str>,
    /// The scale that the required level stands on.
    pub scale: &'a Scale,
    /// What people do at each level.
    pub levels: &'a Levels,
    /// Whether any file describes it: a shared competency, or the job's own words.
    pub known: bool,
}

/// A job that asks for a competency.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Asker {
    /// The job's index in [`Library::jobs`].
    pub job: usize,
    /// The level it asks for, where it gives one.
    pub level: Option<Proficiency>,
}

/// One snapshot of a folder of profiles. Never changed once made.
#[derive(Debug, Default)]
pub struct Library {
    settings: Arc<Settings>,
    competencies: Vec<Arc<Competency>>,
    jobs: Vec<Arc<Job>>,
    problems: Vec<FileProblem>,
    complete: bool,
    competency_names: HashMap<String, usize>,
    /// Who reports to whom, worked out when somebody asks.
    lines: OnceLock<Arc<Lines>>,
    /// How much each competency is asked for, worked out when somebody asks.
    demand: OnceLock<Arc<Demand>>,
    /// What was found with the whole library at hand.
    found: Findings,
    /// Counted once, since the screen asks with every frame.
    problem_count: OnceLock<usize>,
}

impl Library {
    /// A snapshot of what has been read. Who reports to whom and what is asked for how much is worked
    /// out when somebody asks, and only where it is complete.
    #[must_use]
    pub fn new(parts: Parts) -> Self {
        let Parts { settings, competencies, mut jobs, problems, complete } = parts;
        // Sorting is what makes a job findable by its id and the order independent of threads.
        if !jobs.is_sorted_by(|a, b| a.id < b.id) {
            jobs.sort_by(|a, b| a.id.cmp(&b.id));
        }
        let competency_names = competency_names(&competencies);
        let mut library = Self {
            settings,
            competencies,
            jobs,
            problems,
            complete,
            competency_names,
            ..Self::default()
        };
        library.leave_out();
        library
    }

    /// Works out now what would be worked out when somebody asks, from an earlier library as far as
    /// it still holds. A save changes one job of thousands, and seldom who reports to whom.
    pub fn prepare(&self, before: Option<&Self>) {
        if let Some(before) = before {
            self.take_over(before);
        }
        self.lines();
        self.demand();
    }

    fn take_over(&self, before: &Self) {
        let Some(changed) = self.changed_since(before).filter(|_| self.complete) else { return };
        let jobs = || changed.iter().map(|&at| (&*before.jobs[at], &*self.jobs[at]));
        if let Some(lines) = before.lines.get()
            && jobs().all(|(before, after)| after.is_known_as(before))
        {
            let _ = self.lines.set(Arc::clone(lines));
        }
        if let Some(demand) = before.demand.get()
            && self.settings == before.settings
            && same(&self.competencies, &before.competencies)
        {
            let mut demand = Arc::clone(demand);
            for (before, after) in jobs() {
                Arc::make_mut(&mut demand).exchange(self, before, after);
            }
            let _ = self.demand.set(demand);
        }
    }

    /// The jobs that are not the very same as in an earlier library of jobs of the same ids, by
    /// their index in both; `None` where the ids are others, or one of the two is not complete.
    #[must_use]
    pub fn changed_since(&self, before: &Self) -> Option<Vec<usize>> {
        let alike = self.complete && before.complete && self.jobs.len() == before.jobs.len();
        let mut changed = Vec::new();
        for (at, (after, before)) in self.jobs.iter().zip(&before.jobs).enumerate() {
            if !Arc::ptr_eq(after, before) {
                if after.id != before.id {
                    return None;
                }
                changed.push(at);
            }
        }
        alike.then_some(changed)
    }

    fn lines(&self) -> &Lines {
        let work =
            || Arc::new(if self.complete { Lines::of(&self.jobs) } else { Lines::default() });
        self.lines.get_or_init(work)
    }

    fn demand(&self) -> &Demand {
        let work = || Arc::new(if self.complete { Demand::of(self) } else { Demand::default() });
        self.demand.get_or_init(work)
    }

    /// What the profiles share.
    #[must_use]
    pub fn settings(&self) -> &Settings {
        &self.settings
    }

    /// All jobs, by path and document.
    #[must_use]
    pub fn jobs(&self) -> &[Arc<Job>] {
        &self.jobs
    }

    /// The shared competencies, by path.
    #[must_use]
    pub fn competencies(&self) -> &[Arc<Competency>] {
        &self.competencies
    }

    /// Whether everything in the folder has been read.
    #[must_use]
    pub fn is_complete(&self) -> bool {
        self.complete
    }

    /// Where a job stands in [`Library::jobs`].
    #[must_use]
    pub fn find(&self, id: &JobId) -> Option<usize> {
        self.jobs.binary_search_by(|job| job.id.cmp(id)).ok()
    }

    /// The shared competency of a name or of an alternate name, letter case and outer space aside.
    #[must_use]
    pub fn competency(&self, name: &str) -> Option<&Arc<Competency>> {
        let index = self.competency_names.get(&folded_name(name))?;
        self.competencies.get(*index)
    }

    /// Looks up what a requirement stands for; the job's own words win over the shared ones.
    #[must_use]
    pub fn described<'a>(&'a self, requirement: &'a Requirement) -> Described<'a> {
        static NO_LEVELS: Levels = Levels::new();
        let shared = requirement.name.as_deref().and_then(|name| self.competency(name));
        let scale_name = shared.and_then(|c| c.scale.as_deref());
        let own = requirement.levels();
        let shared_levels = shared.map_or(&NO_LEVELS, |c| &c.levels);
        Described {
            definition: requirement
                .definition()
                .or_else(|| shared.and_then(|c| c.definition.as_deref())),
            scale: self.scale(scale_name),
            levels: if own.is_empty() { shared_levels } else { own },
            known: requirement.describes_itself() || shared.is_some(),
        }
    }

    /// The name of the scale on which the levels of a competency stand.
    #[must_use]
    pub fn scale_name(&self, competency: &str) -> &str {
        let named = self.competency(competency).and_then(|c| c.scale.as_deref());
        named.filter(|name| self.settings.scale(Some(name)).is_some()).unwrap_or(DEFAULT_SCALE)
    }

    /// A scale by name; an unknown one is read as the default.
    #[must_use]
    pub fn scale(&self, name: Option<&str>) -> &Scale {
        static BUILT_IN: std::sync::LazyLock<Scale> = std::sync::LazyLock::new(Scale::built_in);
        self.settings
            .scale(name)
            .or_else(|| self.settings.scale(Some(DEFAULT_SCALE)))
            .unwrap_or(&BUILT_IN)
    }

    /// To whom a job reports: first the line, then dotted lines.
    pub fn superiors(&self, job: usize) -> impl Iterator<Item = Superior<'_>> {
        let texts = self.profile(job).map_or(&[][..], |p| &p.reports_to[..]);
        let links = self.links(job);
        texts.iter().enumerate().map(move |(i, text)| match links.get(i).and_then(Link::job) {
            Some(superior) => Superior::Job(superior, text),
            None => Superior::Elsewhere(text),
        })
    }

    /// What each reports-to of a job has been found to mean; empty before everything is read.
    #[must_use]
    pub fn links(&self, job: usize) -> &[Link] {
        self.lines().links.get(job).map_or(&[], Vec::as_slice)
    }

    /// The jobs whose line or dotted line leads to this one, by path.
    #[must_use]
    pub fn reports(&self, job: usize) -> &[usize] {
        self.lines().reports.get(job).map_or(&[], Vec::as_slice)
    }

    /// The middle of the levels that the library's jobs ask for. A job that has competencies but
    /// not this one counts as one step below its scale; a job without any is not counted.
    #[must_use]
    pub fn median_level(&self, name: &str) -> Option<f64> {
        let scale = self.competency(name).and_then(|c| c.scale.as_deref());
        let lowest = self.scale(scale).ends().map_or(0.0, |(low, _)| f64::from(low));
        self.demand().median(&self.competency_key(name), lowest - 1.0)
    }

    /// How many jobs ask for a competency, by whatever name; 0 until all are read. Counted once,
    /// since the screen asks with every frame.
    #[must_use]
    pub fn asked_by(&self, name: &str) -> usize {
        self.demand().jobs(&self.competency_key(name))
    }

    /// Every job that asks for a competency, by whatever name, highest level first, then by title.
    #[must_use]
    pub fn askers(&self, name: &str) -> Vec<Asker> {
        let wanted = self.competency_key(name);
        let mut askers: Vec<Asker> = Vec::new();
        for (job, entry) in self.jobs.iter().enumerate() {
            let requirements = entry.profile.iter().flat_map(Profile::requirements);
            let asked = requirements
                .filter(|(_, r)| {
                    r.name.as_deref().is_some_and(|n| self.competency_key(n) == wanted)
                })
                .map(|(_, r)| r.level)
                .max();
            askers.extend(asked.map(|level| Asker { job, level }));
        }
        askers.sort_by(|a, b| {
            b.level
                .cmp(&a.level)
                .then_with(|| self.jobs[a.job].title().cmp(&self.jobs[b.job].title()))
        });
        askers
    }

    /// One key for a competency, whichever of its names is used.
    #[must_use]
    pub fn competency_key(&self, name: &str) -> String {
        self.competency(name).map_or_else(|| folded_name(name), |c| folded_name(&c.name))
    }

    fn profile(&self, job: usize) -> Option<&Profile> {
        self.jobs.get(job)?.profile.as_ref()
    }
}

/// Whether two lists hold the very same.
fn same<T>(a: &[Arc<T>], b: &[Arc<T>]) -> bool {
    a.len() == b.len() && a.iter().zip(b).all(|(a, b)| Arc::ptr_eq(a, b))
}

/// Where each competency stands, by the folded form of every name it is found by. Names come first,
/// alternate names where no name is in the way; the first by path is used.
#[must_use]
pub fn competency_names(competencies: &[Arc<Competency>]) -> HashMap<String, usize> {
    let mut names = HashMap::new();
    for (i, competency) in competencies.iter().enumerate() {
        names.entry(folded_name(&competency.name)).or_insert(i);
    }
    for (i, competency) in competencies.iter().enumerate() {
        for other in &competency.also_known_as {
            names.entry(folded_name(other)).or_insert(i);
        }
    }
    names
}

#[cfg(test)]
mod tests;
