//! Everything that is wrong in a library, in one list.

use super::Library;
use crate::model::Problem;
use crate::printable::printable_path;
use std::path::Path;

/// A problem with the file it is in.
#[derive(Debug, Clone, Copy)]
pub struct Told<'a> {
    /// The file's path below the library's folder.
    pub path: &'a Path,
    /// The job that it concerns by its index in [`Library::jobs`], where it is one.
    pub job: Option<usize>,
    /// What is wrong.
    pub problem: &'a Problem,
}

impl Told<'_> {
    /// The file as it is told, with the document in it; safe to show.
    #[must_use]
    pub fn file(&self, library: &Library) -> String {
        let job = self.job.and_then(|job| library.jobs().get(job));
        job.map_or_else(|| printable_path(self.path), |job| job.id.to_string())
    }
}

impl Library {
    /// Every problem of shared files and of jobs, by path, then by place; first what concerns a
    /// file as a whole.
    #[must_use]
    pub fn told(&self) -> Vec<Told<'_>> {
        let shared = self.problems.iter().map(|told| Told {
            path: &told.path,
            job: None,
            problem: &told.problem,
        });
        let of_jobs = self.jobs.iter().enumerate().flat_map(|(index, job)| {
            let told = move |problem| Told { path: &job.id.path, job: Some(index), problem };
            self.problems_of(index).map(told)
        });
        let mut told: Vec<Told<'_>> = shared.chain(of_jobs).collect();
        told.sort_by(|a, b| (a.path, a.problem.place).cmp(&(b.path, b.problem.place)));
        told
    }
}
