//! A library: one immutable snapshot of a folder of profiles, with names and links resolved.
//!
//! A partial snapshot (`complete: false`) shows what has been read so far. Unknown names and links
//! are judged only in a complete one, because what they name may still be on its way.

use super::{
    Competency, DEFAULT_SCALE, FileProblem, Job, JobId, Levels, Problem, Proficiency, Profile,
    Requirement, Scale, Settings, Severity, folded_name,
};
use std::collections::{HashMap, HashSet};
use std::sync::Arc;

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
    superiors: Vec<Vec<Option<usize>>>,
    reports: Vec<Vec<usize>>,
    medians: HashMap<String, f64>,
    /// What can only be seen with the whole library at hand, by job.
    judged: HashMap<usize, Vec<Problem>>,
    /// Counted once, since the screen asks with every frame.
    problem_count: usize,
}

impl Library {
    /// A snapshot of what has been read. Links and medians are worked out when it is complete.
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
        if complete {
            library.link();
            (library.medians, library.judged) = library.measured_and_judged();
        }
        let of_jobs = library.jobs.iter().map(|job| job.problems.len());
        let judged = library.judged.values().map(Vec::len);
        library.problem_count = library.problems.len() + of_jobs.chain(judged).sum::<usize>();
        library
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

    /// What is wrong with files that are no job profiles.
    #[must_use]
    pub fn problems(&self) -> &[FileProblem] {
        &self.problems
    }

    /// What is wrong with a job: with its file, by line, then with what it says of others.
    pub fn problems_of(&self, job: usize) -> impl Iterator<Item = &Problem> {
        let own = self.jobs.get(job).map_or(&[][..], |job| &job.problems);
        own.iter().chain(self.judged.get(&job).into_iter().flatten())
    }

    /// Whether everything in the folder has been read.
    #[must_use]
    pub fn is_complete(&self) -> bool {
        self.complete
    }

    /// How many problems there are in all.
    #[must_use]
    pub fn problem_count(&self) -> usize {
        self.problem_count
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
        let shared_levels = shared.map_or(&NO_LEVELS, |c| &c.levels);
        Described {
            definition: requirement
                .definition
                .as_deref()
                .or_else(|| shared.and_then(|c| c.definition.as_deref())),
            scale: self.scale(scale_name),
            levels: if requirement.levels.is_empty() { shared_levels } else { &requirement.levels },
            known: requirement.describes_itself() || shared.is_some(),
        }
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
        let links = self.superiors.get(job);
        texts.iter().enumerate().map(move |(i, text)| {
            match links.and_then(|links| links.get(i).copied().flatten()) {
                Some(superior) => Superior::Job(superior, text),
                None => Superior::Elsewhere(text),
            }
        })
    }

    /// The jobs whose line or dotted line leads to this one, by path.
    #[must_use]
    pub fn reports(&self, job: usize) -> &[usize] {
        self.reports.get(job).map_or(&[], Vec::as_slice)
    }

    /// The middle of the levels that the library's jobs ask for. A job that has competencies but
    /// not this one counts as one step below its scale; a job without any is not counted.
    #[must_use]
    pub fn median_level(&self, name: &str) -> Option<f64> {
        self.medians.get(&self.competency_key(name)).copied()
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
    fn competency_key(&self, name: &str) -> String {
        self.competency(name).map_or_else(|| folded_name(name), |c| folded_name(&c.name))
    }

    fn profile(&self, job: usize) -> Option<&Profile> {
        self.jobs.get(job)?.profile.as_ref()
    }

    /// Resolves every reports-to against codes, then titles, then alternate titles.
    fn link(&mut self) {
        let book = AddressBook::new(&self.jobs);
        self.superiors = (0..self.jobs.len())
            .map(|job| {
                let texts = self.profile(job).map_or(&[][..], |p| &p.reports_to[..]);
                texts.iter().map(|text| book.look_up(&self.jobs, job, text)).collect()
            })
            .collect();
        self.reports = vec![Vec::new(); self.jobs.len()];
        for (job, superiors) in self.superiors.iter().enumerate() {
            for superior in superiors.iter().flatten() {
                if !self.reports[*superior].contains(&job) {
                    self.reports[*superior].push(job);
                }
            }
        }
    }

    /// The median level of every competency, and what is wrong with each job.
    fn measured_and_judged(&self) -> (HashMap<String, f64>, HashMap<usize, Vec<Problem>>) {
        let (medians, names) = self.measured();
        let unknown = names.into_iter().filter(|name| self.competency(name).is_none()).collect();
        (medians, self.judge(&unknown))
    }

    /// The median level of every competency, see [`Library::median_level`], and every name that is
    /// used for one.
    fn measured(&self) -> (HashMap<String, f64>, Vec<&str>) {
        // Thousands of jobs use a few dozen names: each is folded once.
        let mut places: HashMap<&str, usize> = HashMap::new();
        let mut measures: Vec<(String, Vec<f64>)> = Vec::new();
        let mut by_key: HashMap<String, usize> = HashMap::new();
        let mut measured_jobs = 0;
        for profile in self.jobs.iter().filter_map(|j| j.profile.as_ref()) {
            let mut any = false;
            for (_, requirement) in profile.requirements() {
                any = true;
                let Some(name) = requirement.name.as_deref() else { continue };
                let place = *places.entry(name).or_insert_with(|| {
                    let key = self.competency_key(name);
                    *by_key.entry(key.clone()).or_insert_with(|| {
                        measures.push((key, Vec::new()));
                        measures.len() - 1
                    })
                });
                measures[place].1.extend(requirement.level.map(Proficiency::value));
            }
            measured_jobs += usize::from(any);
        }
        let medians = measures
            .into_iter()
            .filter(|(_, levels)| !levels.is_empty())
            .map(|(key, levels)| {
                let scale = self.competency(&key).and_then(|c| c.scale.as_deref());
                let lowest = self.scale(scale).ends().map_or(0.0, |(low, _)| f64::from(low));
                let median = median_with_absent(levels, measured_jobs, lowest - 1.0);
                (key, median)
            })
            .collect();
        (medians, places.into_keys().collect())
    }

    /// Tells what can only be seen with the whole library at hand; `unknown` are the names that no
    /// file describes.
    fn judge(&self, unknown: &HashSet<&str>) -> HashMap<usize, Vec<Problem>> {
        let mut codes: HashMap<(&str, &str), &JobId> = HashMap::new();
        let mut found: HashMap<usize, Vec<Problem>> = HashMap::new();
        for (index, job) in self.jobs.iter().enumerate() {
            let Some(profile) = &job.profile else { continue };
            let mut tell = |severity, rule, sentence| {
                let problem = Problem { severity, rule, place: None, sentence };
                found.entry(index).or_default().push(problem);
            };
            if let Some(code) = profile.code.as_deref() {
                let language = profile.language.as_deref().unwrap_or_default();
                if let Some(first) = codes.insert((code, language), &job.id) {
                    let sentence =
                        format!("code {code} is also used by {first}; give one of them another");
                    tell(Severity::Error, "duplicate-code", sentence);
                }
            }
            // Most libraries describe all that they use.
            if unknown.is_empty() {
                continue;
            }
            for (_, requirement) in profile.requirements() {
                let Some(name) = requirement.name.as_deref() else { continue };
                if unknown.contains(name) && !requirement.describes_itself() {
                    let sentence = format!(
                        "no file under competencies describes “{name}”; write one, or a definition here"
                    );
                    tell(Severity::Warning, "unknown-competency", sentence);
                }
            }
        }
        found
    }
}

/// The middle of `levels` and of as many `absent` as there are jobs without one.
fn median_with_absent(mut levels: Vec<f64>, jobs: usize, absent: f64) -> f64 {
    levels.resize(jobs.max(levels.len()), absent);
    levels.sort_by(f64::total_cmp);
    let middle = levels.len() / 2;
    match levels.get(middle) {
        Some(upper) if levels.len() % 2 == 1 => *upper,
        Some(upper) => f64::midpoint(levels[middle - 1], *upper),
        None => absent,
    }
}

/// Names first, alternate names where no name is in the way; the first by path is used.
fn competency_names(competencies: &[Arc<Competency>]) -> HashMap<String, usize> {
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

/// Who can be meant by a reports-to: the jobs by code, by title and by alternate title.
struct AddressBook {
    codes: HashMap<String, Vec<usize>>,
    titles: HashMap<String, Vec<usize>>,
    alternates: HashMap<String, Vec<usize>>,
}

impl AddressBook {
    /// Holds only the names that somebody reports to, since a real job may have 2,750 others.
    fn new(jobs: &[Arc<Job>]) -> Self {
        let profiles =
            || jobs.iter().enumerate().filter_map(|(i, j)| Some((i, j.profile.as_ref()?)));
        let mut book =
            Self { codes: HashMap::new(), titles: HashMap::new(), alternates: HashMap::new() };
        for text in profiles().flat_map(|(_, p)| &p.reports_to) {
            let name = folded_name(text);
            book.codes.entry(text.trim().to_owned()).or_default();
            book.titles.entry(name.clone()).or_default();
            book.alternates.entry(name).or_default();
        }
        if book.codes.is_empty() {
            return book;
        }
        for (i, profile) in profiles() {
            let code = profile.code.as_deref().and_then(|code| book.codes.get_mut(code));
            code.into_iter().for_each(|jobs| jobs.push(i));
            let title = book.titles.get_mut(&folded_name(&profile.title));
            title.into_iter().for_each(|jobs| jobs.push(i));
            for other in &profile.also_known_as {
                let alternate = book.alternates.get_mut(&folded_name(other));
                alternate.into_iter().for_each(|jobs| jobs.push(i));
            }
        }
        book
    }

    /// The one job that is meant: the only one of that name, or the only one in the same family.
    fn look_up(&self, jobs: &[Arc<Job>], from: usize, text: &str) -> Option<usize> {
        let name = folded_name(text);
        let called =
            [self.codes.get(text.trim()), self.titles.get(&name), self.alternates.get(&name)];
        let candidates = called.into_iter().flatten().find(|jobs| !jobs.is_empty())?;
        let others: Vec<usize> = candidates.iter().copied().filter(|&i| i != from).collect();
        if let [only] = others[..] {
            return Some(only);
        }
        let family = jobs[from].family();
        let mut relatives =
            others.into_iter().filter(|&i| family.is_some() && jobs[i].family() == family);
        match (relatives.next(), relatives.next()) {
            (Some(only), None) => Some(only),
            _ => None,
        }
    }
}

#[cfg(test)]
mod tests;
