//! What lies between two jobs.

use super::{Origin, Sheaf, Sheet, kept};
use crate::changes::Moves;
use crate::export::Subject;
use crate::model::{JobId, Library};
use crate::tui::keymap::{Action, Place};
use crate::tui::pane::Scene;
use crate::tui::widget::scroll::Scroll;
use ratatui::text::Line;

/// What keys do in a gap alone.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum GapAction {
    /// The way back: from the second job to the first.
    Turn,
}

/// What lies between two jobs.
#[derive(Debug)]
pub struct GapView {
    from: JobId,
    to: JobId,
    gone: bool,
    row: usize,
    scroll: Scroll,
}

impl GapView {
    /// The way from one job to another.
    #[must_use]
    pub fn new(from: JobId, to: JobId) -> Self {
        Self { from, to, gone: false, row: 0, scroll: Scroll::default() }
    }

    /// Carries out what a key means here.
    pub fn act(&mut self, action: GapAction) {
        match action {
            GapAction::Turn => std::mem::swap(&mut self.from, &mut self.to),
        }
    }
}

impl Sheet for GapView {
    fn place(&self) -> Place {
        Place::Gap
    }

    fn noun(&self) -> &'static str {
        "gap"
    }

    fn title(&self, _: Scene<'_>) -> (String, String) {
        ("Gap".to_owned(), String::new())
    }

    fn subject(&self, library: &Library) -> Option<Subject> {
        Some(Subject::Gap(library.find(&self.from)?, library.find(&self.to)?))
    }

    fn job(&self, library: &Library) -> Option<usize> {
        library.find(&self.to)
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

    fn sheaf<'a>(&self, _: Scene<'a>, _: usize) -> Sheaf<'a> {
        Sheaf { cursor: self.row, ..Sheaf::default() }
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
        for id in [&mut self.from, &mut self.to] {
            match kept(id, moves, library) {
                Some(now) => *id = now,
                None => lost.push(id.clone()),
            }
        }
        self.gone |= !lost.is_empty();
        lost
    }

    fn stands(&self) -> bool {
        !self.gone
    }
}
