//! What is wrong with a library: what its files have, and what was found with all of them at hand.

use super::Library;
use crate::model::{FileProblem, Problem, Severity};
use std::collections::HashMap;
use std::sync::{Arc, OnceLock};

/// What is found to be wrong with a library that reads fine. Libraries that follow each other share
/// most of it.
#[derive(Debug, Clone, Default)]
pub struct Findings {
    /// With jobs by themselves, by their index in [`Library::jobs`].
    pub alone: HashMap<usize, Arc<[Problem]>>,
    /// With everything together.
    pub together: Arc<Together>,
}

/// What is wrong with files in the light of all others.
#[derive(Debug, Clone, Default)]
pub struct Together {
    /// With jobs, by their index in [`Library::jobs`].
    pub jobs: HashMap<usize, Vec<Problem>>,
    /// With files that are no job profiles.
    pub files: Vec<FileProblem>,
}

impl Library {
    /// The same library with what was found wrong with it as a whole.
    #[must_use]
    pub fn with_findings(mut self, findings: Findings) -> Self {
        self.problems.extend(findings.together.files.iter().cloned());
        self.found = findings;
        self.problems.sort_by(|a, b| (&a.path, a.problem.place).cmp(&(&b.path, b.problem.place)));
        self.leave_out();
        self
    }

    /// Leaves out what the library does not want to hear of its files.
    pub(super) fn leave_out(&mut self) {
        let off = &self.settings.off;
        self.problems.retain(|told| !off.contains(&told.problem.rule));
        self.problem_count = OnceLock::new();
    }

    /// What is wrong with files that are no job profiles.
    #[must_use]
    pub fn problems(&self) -> &[FileProblem] {
        &self.problems
    }

    /// What is wrong with a job: with its file, by line, then with what it says of others.
    pub fn problems_of(&self, job: usize) -> impl Iterator<Item = &Problem> {
        let own = self.jobs.get(job).map_or(&[][..], |job| &job.problems);
        let alone = self.found.alone.get(&job).into_iter().flat_map(|problems| problems.iter());
        let together = self.found.together.jobs.get(&job).into_iter().flatten();
        own.iter()
            .chain(alone)
            .chain(together)
            .filter(|problem| !self.settings.off.contains(&problem.rule))
    }

    /// The first error of a job, else its first warning.
    #[must_use]
    pub fn first_problem(&self, job: usize) -> Option<&Problem> {
        self.problems_of(job).min_by_key(|p| (p.severity, p.place.is_none(), p.place))
    }

    /// Whether something about a job could not be read as it was meant.
    #[must_use]
    pub fn is_broken(&self, job: usize) -> bool {
        let unread = self.jobs.get(job).is_none_or(|job| job.profile.is_none() || job.kept);
        unread || self.problems_of(job).any(|p| p.severity == Severity::Error)
    }

    /// How many problems there are in all.
    #[must_use]
    pub fn problem_count(&self) -> usize {
        *self.problem_count.get_or_init(|| {
            let off = &self.settings.off;
            let wanted = |problems: &[Problem]| {
                problems.iter().filter(|problem| !off.contains(&problem.rule)).count()
            };
            let of_jobs: usize = self.jobs.iter().map(|job| wanted(&job.problems)).sum();
            let alone: usize = self.found.alone.values().map(|problems| wanted(problems)).sum();
            let together = self.found.together.jobs.values();
            let together: usize = together.map(|problems| wanted(problems)).sum();
            self.problems.len() + of_jobs + alone + together
        })
    }
}
