//! Everything that is wrong in the folder, in one list.

use super::{App, Mode};
use crate::model::{JobId, Library, Problem};
use crate::printable::printable_path;
use crate::tui::keymap::Step;
use std::path::Path;

/// A problem with the file it is in.
#[derive(Debug, Clone)]
pub struct Told<'a> {
    /// The file's path below the library's folder.
    pub path: &'a Path,
    /// The job that it concerns, where it is one.
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

/// Every problem of a library: shared files first, then jobs by path, each by line.
#[must_use]
pub fn all_problems(library: &Library) -> Vec<Told<'_>> {
    let of_files = library.problems().iter();
    let shared = of_files.map(|told| Told { path: &told.path, job: None, problem: &told.problem });
    let of_jobs = library.jobs().iter().enumerate().flat_map(|(index, job)| {
        let told = move |problem| Told { path: &job.id.path, job: Some(index), problem };
        library.problems_of(index).map(told)
    });
    shared.chain(of_jobs).collect()
}

impl App {
    /// The row of the problem that the cursor is on, also while the palette lies over their list.
    #[must_use]
    pub fn problem_cursor(&self) -> Option<usize> {
        let last = self.index.library().problem_count().checked_sub(1)?;
        match &self.mode {
            Mode::Problems(cursor) => Some((*cursor).min(last)),
            Mode::Palette(palette) => palette.problem().map(|cursor| cursor.min(last)),
            _ => None,
        }
    }

    pub(super) fn step_problem(&mut self, step: Step) {
        let count = self.index.library().problem_count();
        let page = usize::from(self.size.1) / 2;
        if let Some(cursor) = self.problem_cursor() {
            self.mode = Mode::Problems(step.from(cursor, count, page));
        }
    }

    /// Shows the job that the problem concerns.
    pub(super) fn go_to_problem(&mut self) {
        let library = self.index.library().clone();
        let problems = all_problems(&library);
        let told = self.problem_cursor().and_then(|cursor| problems.get(cursor));
        let id: Option<JobId> =
            told.and_then(|told| Some(library.jobs().get(told.job?)?.id.clone()));
        match id {
            Some(id) => {
                self.mode = Mode::Browse;
                self.go_to(id);
            }
            None => self.say("this file is no job; e opens it in your editor"),
        }
    }
}
