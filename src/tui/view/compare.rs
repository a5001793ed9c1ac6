//! Jobs side by side: facts, pay, responsibilities and competencies as rows of one page, the jobs
//! as columns. The first column is the baseline that the others are held against.

mod cells;
mod draw;
mod pay;
mod rows;
mod sheet;
mod table;

pub(super) use rows::requirement;

use crate::compare::{ANY_STEP, HALF_A_LEVEL, Order, Shown, step_words};
use crate::export::views::CompareOptions;
use crate::model::{JobId, Library};
use crate::tui::pane::{Scene, Seek};
use crate::tui::widget::scroll::Scroll;
use rows::{Part, Row, RowId};
use std::collections::HashSet;

/// What keys do in a comparison alone.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum CompareAction {
    /// To the column before.
    Left,
    /// To the next column.
    Right,
    /// To the next row in which the jobs differ.
    NextDifference,
    /// To the row before in which they differ.
    PreviousDifference,
    /// All rows, differences, gaps.
    Show,
    /// The next order of the competencies.
    Sort,
    /// Another distance from which levels differ.
    Step,
    /// Makes this column the baseline.
    Pin,
    /// Exchanges this column with the baseline.
    Exchange,
    /// Leaves the job of this column out.
    Drop,
    /// Opens what people do at the levels of this row, or closes it; from a row that is no
    /// competency to the first one that is.
    Toggle,
    /// To what lies between the baseline and the column.
    Gap,
}

/// Jobs side by side, the baseline first.
#[derive(Debug)]
pub struct CompareView {
    jobs: Vec<JobId>,
    /// The column that the cursor is in.
    column: usize,
    row: Option<RowId>,
    /// Where that row stood, for the day it is gone.
    place: usize,
    scroll: Scroll,
    order: Order,
    shown: Shown,
    /// How far two levels are apart that differ.
    step: f64,
    open: HashSet<RowId>,
}

impl CompareView {
    /// The jobs beside the first of them.
    #[must_use]
    pub fn new(jobs: Vec<JobId>) -> Self {
        Self {
            jobs,
            column: 0,
            row: None,
            place: 0,
            scroll: Scroll::default(),
            order: Order::default(),
            shown: Shown::default(),
            step: HALF_A_LEVEL,
            open: HashSet::new(),
        }
    }

    /// The jobs, the baseline first.
    #[must_use]
    pub fn jobs(&self) -> &[JobId] {
        &self.jobs
    }

    /// How many steps apart levels differ.
    #[must_use]
    pub fn threshold(&self) -> f64 {
        self.step
    }

    /// Lets levels differ from so many steps on.
    pub fn set_threshold(&mut self, step: f64) {
        self.step = step;
    }

    /// The column that the cursor is in; the baseline's is 0.
    #[must_use]
    pub fn column(&self) -> usize {
        self.column
    }

    /// The baseline and the job of the column, or of the next one where that is the baseline.
    #[must_use]
    pub fn pair(&self) -> Option<(JobId, JobId)> {
        Some((self.jobs.first()?.clone(), self.jobs.get(self.column.max(1))?.clone()))
    }

    /// The jobs by their indices, as far as they are read.
    fn indices(&self, library: &Library) -> Vec<usize> {
        self.jobs.iter().filter_map(|id| library.find(id)).collect()
    }

    fn options(&self) -> CompareOptions {
        let (order, shown, step) = (self.order, self.shown, self.step);
        CompareOptions { baseline: 0, order, shown, step, pay: true }
    }

    fn parts<'a>(&self, scene: Scene<'a>) -> Vec<Part<'a>> {
        rows::parts(scene, &self.indices(scene.library), &self.options())
    }

    /// The row that the cursor is on, by its place among `rows`.
    fn cursor(&self, rows: &[&Row<'_>]) -> usize {
        let at = self.row.as_ref().and_then(|id| rows.iter().position(|row| row.id == *id));
        at.unwrap_or_else(|| self.place.min(rows.len().saturating_sub(1)))
    }

    fn put(&mut self, rows: &[&Row<'_>], to: usize) {
        if let Some(row) = rows.get(to) {
            self.row = Some(row.id.clone());
            self.place = to;
        }
    }

    /// Carries out what a key means here; returns what is to be said of it.
    pub fn act(&mut self, scene: Scene<'_>, action: CompareAction) -> Option<String> {
        let said = self.change(scene, action);
        // The row under the cursor may be another one now, or the first one ever.
        let parts = self.parts(scene);
        let rows = rows::of(&parts);
        self.put(&rows, self.cursor(&rows));
        said
    }

    fn change(&mut self, scene: Scene<'_>, action: CompareAction) -> Option<String> {
        let last = self.jobs.len().saturating_sub(1);
        match action {
            CompareAction::Left => self.column = self.column.saturating_sub(1),
            CompareAction::Right => self.column = (self.column + 1).min(last),
            CompareAction::NextDifference => return self.seek(scene, Seek::Next),
            CompareAction::PreviousDifference => return self.seek(scene, Seek::Previous),
            CompareAction::Show => {
                self.shown = self.shown.next();
                return Some(self.shown.sentence().to_owned());
            }
            CompareAction::Sort => {
                self.order = self.order.next();
                return Some(format!("competencies {}", self.order.word()));
            }
            CompareAction::Step => {
                self.step = next_step(self.step);
                return Some(format!("levels differ {}", step_words(self.step)));
            }
            CompareAction::Pin => {
                self.jobs[..=self.column].rotate_right(1);
                self.column = 0;
            }
            CompareAction::Exchange => self.jobs.swap(0, self.column),
            CompareAction::Drop => return self.leave_out(scene),
            CompareAction::Toggle => return self.toggle(scene),
            CompareAction::Gap => {}
        }
        None
    }

    fn seek(&mut self, scene: Scene<'_>, seek: Seek) -> Option<String> {
        let parts = self.parts(scene);
        let rows = rows::of(&parts);
        let places: Vec<usize> = (0..rows.len()).filter(|at| rows[*at].differs).collect();
        match seek.among(&places, self.cursor(&rows)) {
            Some(at) => self.put(&rows, places[at]),
            None => return Some("there is no difference among these rows".to_owned()),
        }
        None
    }

    fn leave_out(&mut self, scene: Scene<'_>) -> Option<String> {
        let gone = self.jobs.remove(self.column);
        self.column = self.column.min(self.jobs.len().saturating_sub(1));
        let job = scene.library.find(&gone).and_then(|at| scene.library.jobs().get(at))?;
        Some(format!("{} is left out; its mark stays", job.title()))
    }

    /// Opens or closes a competency; from another row it goes to the first competency.
    fn toggle(&mut self, scene: Scene<'_>) -> Option<String> {
        let parts = self.parts(scene);
        let rows = rows::of(&parts);
        match rows.get(self.cursor(&rows)).map(|row| &row.id) {
            Some(id @ RowId::Competency(_)) => {
                if !self.open.remove(id) {
                    self.open.insert(id.clone());
                }
            }
            _ => match rows.iter().position(|row| row.id.is_competency()) {
                Some(first) => self.put(&rows, first),
                None => return Some("there is no competency among these rows".to_owned()),
            },
        }
        None
    }

    /// What `read` says of the row under the cursor.
    fn row_here<T>(&self, scene: Scene<'_>, read: impl FnOnce(&Row<'_>) -> T) -> Option<T> {
        let parts = self.parts(scene);
        let rows = rows::of(&parts);
        rows.get(self.cursor(&rows)).map(|row| read(row))
    }
}

/// The next distance from which levels differ: half a level, one level, any step.
pub(super) fn next_step(step: f64) -> f64 {
    if step < HALF_A_LEVEL {
        HALF_A_LEVEL
    } else if step < 1.0 {
        1.0
    } else {
        ANY_STEP
    }
}
