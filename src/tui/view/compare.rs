//! Jobs side by side.

use super::{Origin, Sheaf, Sheet, kept};
use crate::changes::Moves;
use crate::export::Subject;
use crate::export::views::CompareOptions;
use crate::model::{JobId, Library};
use crate::tui::keymap::{Action, Place};
use crate::tui::pane::Scene;
use crate::tui::widget::scroll::Scroll;
use ratatui::text::Line;

/// What keys do in a comparison alone.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum CompareAction {
    /// To the column before.
    Left,
    /// To the next column.
    Right,
    /// To what lies between the baseline and the column.
    Gap,
}

/// Jobs side by side, the baseline first.
#[derive(Debug)]
pub struct CompareView {
    jobs: Vec<JobId>,
    /// The column that the cursor is in.
    column: usize,
    row: usize,
    scroll: Scroll,
}

impl CompareView {
    /// The jobs beside the first of them.
    #[must_use]
    pub fn new(jobs: Vec<JobId>) -> Self {
        Self { jobs, column: 0, row: 0, scroll: Scroll::default() }
    }

    /// The jobs by their indices, as far as they are read.
    fn indices(&self, library: &Library) -> Vec<usize> {
        self.jobs.iter().filter_map(|id| library.find(id)).collect()
    }

    /// Carries out what a key means here.
    pub fn act(&mut self, action: CompareAction) {
        let last = self.jobs.len().saturating_sub(1);
        match action {
            CompareAction::Left => self.column = self.column.saturating_sub(1),
            CompareAction::Right => self.column = (self.column + 1).min(last),
            CompareAction::Gap => {}
        }
    }

    /// The baseline and the job of the column, or of the next one where that is the baseline.
    #[must_use]
    pub fn pair(&self) -> Option<(JobId, JobId)> {
        Some((self.jobs.first()?.clone(), self.jobs.get(self.column.max(1))?.clone()))
    }
}

impl Sheet for CompareView {
    fn place(&self) -> Place {
        Place::Compare
    }

    fn noun(&self) -> &'static str {
        "comparison"
    }

    fn title(&self, _: Scene<'_>) -> (String, String) {
        ("Compare".to_owned(), format!("{} jobs", self.jobs.len()))
    }

    fn subject(&self, library: &Library) -> Option<Subject> {
        let jobs = self.indices(library);
        (jobs.len() > 1).then(|| Subject::Compare(jobs, CompareOptions::default()))
    }

    fn job(&self, library: &Library) -> Option<usize> {
        library.find(self.jobs.get(self.column)?)
    }

    fn row_words(&self, _: Scene<'_>) -> Option<String> {
        None
    }

    fn origin(&self, scene: Scene<'_>) -> Option<Origin> {
        Some(Origin { job: self.job(scene.library)?, ..Origin::default() })
    }

    fn reason_against(&self, _: Scene<'_>, _: Action) -> Option<&'static str> {
        None
    }

    fn head<'a>(&self, _: Scene<'a>, _: usize) -> Vec<Line<'a>> {
        Vec::new()
    }

    fn sheaf<'a>(&self, scene: Scene<'a>, _: usize) -> Sheaf<'a> {
        let mut sheaf = Sheaf { cursor: self.row, ..Sheaf::default() };
        for (row, job) in self.indices(scene.library).into_iter().enumerate() {
            sheaf.page.push(Some(row), Line::from(scene.library.jobs()[job].title()));
        }
        sheaf
    }

    fn select(&mut self, _: Scene<'_>, row: usize) {
        self.row = row;
    }

    fn scroll(&self) -> Scroll {
        self.scroll
    }

    fn scroll_mut(&mut self) -> &mut Scroll {
        &mut self.scroll
    }

    fn keep(&mut self, moves: &Moves, library: &Library) -> Vec<JobId> {
        let mut lost = Vec::new();
        let before = std::mem::take(&mut self.jobs);
        for id in before {
            match kept(&id, moves, library) {
                Some(id) => self.jobs.push(id),
                None => lost.push(id),
            }
        }
        self.column = self.column.min(self.jobs.len().saturating_sub(1));
        lost
    }

    fn stands(&self) -> bool {
        self.jobs.len() > 1
    }
}
