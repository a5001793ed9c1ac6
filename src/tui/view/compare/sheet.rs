//! A comparison as the frame of views asks for it.

use super::rows::{self, RowId};
use super::table::Table;
use super::{CompareAction, CompareView, draw};
use crate::changes::Moves;
use crate::compare::{Shown, step_words};
use crate::export::Subject;
use crate::model::{JobId, Library};
use crate::tui::keymap::{Action, Place};
use crate::tui::pane::Scene;
use crate::tui::view::{Origin, Sheaf, Sheet, kept};
use crate::tui::widget::scroll::Scroll;
use ratatui::text::Line;

impl Sheet for CompareView {
    fn place(&self) -> Place {
        Place::Compare
    }

    fn noun(&self) -> &'static str {
        "comparison"
    }

    fn title(&self, scene: Scene<'_>) -> (String, String) {
        let shown = match self.shown {
            Shown::All => "all rows",
            Shown::Differences => "differences only",
            Shown::Gaps => "gaps only",
        };
        let count = format!("{} jobs", self.jobs.len());
        let differ = format!("levels differ {}", step_words(self.step));
        let words = [&count, shown, self.order.word(), &differ];
        let dot = format!(" {} ", scene.looks.signs.dot);
        ("Compare".to_owned(), words.join(&dot))
    }

    fn subject(&self, library: &Library) -> Option<Subject> {
        let jobs = self.indices(library);
        (jobs.len() > 1).then(|| Subject::Compare(jobs, self.options()))
    }

    fn job(&self, library: &Library) -> Option<usize> {
        library.find(self.jobs.get(self.column)?)
    }

    fn about(&self) -> Option<&JobId> {
        self.jobs.first()
    }

    fn row_words(&self, scene: Scene<'_>) -> Option<String> {
        self.row_here(scene, |row| row.words(scene.library))
    }

    fn origin(&self, scene: Scene<'_>) -> Option<Origin> {
        let job = self.job(scene.library)?;
        // Where it stands can be told from what the row is; only of a duty the row must be known.
        match &self.row {
            Some(id @ (RowId::Fact(_) | RowId::Pay(..) | RowId::Competency(_))) => {
                Some(id.origin(scene.library, job))
            }
            _ => self.row_here(scene, |row| row.origin(scene.library, job, self.column)),
        }
    }

    fn reason_against(&self, _: Scene<'_>, action: Action) -> Option<&'static str> {
        let Action::Compare(action) = action else { return None };
        let when = |unable: bool, reason| unable.then_some(reason);
        match action {
            CompareAction::Pin | CompareAction::Exchange => {
                when(self.column == 0, "this is the baseline; go to another column with l")
            }
            CompareAction::Drop => {
                when(self.jobs.len() < 3, "two jobs at least are compared; Esc closes this")
            }
            CompareAction::Toggle => {
                let withheld = matches!(self.row, Some(RowId::Withheld(_)));
                when(withheld, "the source does not name what it withholds")
            }
            CompareAction::Left => when(self.column == 0, "this is the first column"),
            CompareAction::Right => {
                when(self.column + 1 >= self.jobs.len(), "this is the last column")
            }
            CompareAction::Gap => when(self.pair().is_none(), "there is no other job"),
            _ => None,
        }
    }

    fn hint(&self, action: Action) -> Option<&'static str> {
        match action {
            Action::Compare(CompareAction::Toggle) => {
                let leads = !self.row.as_ref().is_some_and(RowId::is_competency);
                leads.then_some("competencies")
            }
            // What the next press shows.
            Action::Compare(CompareAction::Show) => Some(match self.shown.next() {
                Shown::All => "all rows",
                Shown::Differences => "differences",
                Shown::Gaps => "gaps",
            }),
            _ => None,
        }
    }

    fn opens(&self, _: Scene<'_>) -> Option<Action> {
        let can_open = self.row.as_ref().is_some_and(RowId::can_open);
        can_open.then_some(Action::Compare(CompareAction::Toggle))
    }

    fn has_folds(&self) -> bool {
        true
    }

    fn select_column(&mut self, _: Scene<'_>, columns: usize, at: usize) -> bool {
        let before = self.column;
        self.column = Table::of(columns, self.jobs.len(), before).at(at).unwrap_or(before);
        self.column != before
    }

    fn head<'a>(&self, scene: Scene<'a>, columns: usize) -> Vec<Line<'a>> {
        draw::head(scene, &self.indices(scene.library), self.column, columns)
    }

    fn sheaf<'a>(&self, scene: Scene<'a>, columns: usize) -> Sheaf<'a> {
        let jobs = self.indices(scene.library);
        let parts = self.parts(scene);
        let cursor = self.cursor(&rows::of(&parts));
        let looks = draw::Drawing::new(scene, &jobs, self.column, self.step, columns);
        Sheaf { page: looks.page(parts, cursor, &self.open), cursor }
    }

    fn select(&mut self, scene: Scene<'_>, row: usize) {
        let parts = self.parts(scene);
        self.put(&rows::of(&parts), row);
    }

    fn scroll(&self) -> Scroll {
        self.scroll
    }

    fn scroll_mut(&mut self) -> &mut Scroll {
        &mut self.scroll
    }

    fn keep(&mut self, moves: &Moves, library: &Library) -> Vec<JobId> {
        let mut lost = Vec::new();
        let here = self.jobs.get(self.column).and_then(|id| kept(id, moves, library));
        for id in std::mem::take(&mut self.jobs) {
            match kept(&id, moves, library) {
                Some(id) => self.jobs.push(id),
                None => lost.push(id),
            }
        }
        let at = here.and_then(|id| self.jobs.iter().position(|job| *job == id));
        self.column = at.unwrap_or(self.column).min(self.jobs.len().saturating_sub(1));
        lost
    }

    fn stands(&self) -> bool {
        self.jobs.len() > 1
    }
}
