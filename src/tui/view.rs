//! Views: what takes the place of the three panes for a while. They lie in a stack; closing the top
//! one shows what was there before, as it was.
//!
//! Each view owns its state, its actions and how it is drawn, like a pane, and is a [`Sheet`]: a few
//! lines that stay on screen and a page of rows that scrolls beneath them. What all sheets do alike
//! is here.

pub mod compare;
pub mod gap;
pub mod near;
pub mod route;
mod texts;

use super::keymap::{Action, Place, Step};
use super::layout::view_areas;
use super::pane::{Page, Scene, read_on};
use super::widget::scroll::{Change, Scroll};
use crate::changes::Moves;
use crate::export::Subject;
use crate::model::{JobId, Library, Spot};
use compare::CompareView;
use gap::GapView;
use near::NearView;
use ratatui::text::Line;
use route::RouteView;
use std::fmt::Debug;

/// The columns of a sign that opens and closes a row, behind the cursor's.
const FOLD: std::ops::Range<u16> = 1..3;

/// A view that is open.
#[derive(Debug)]
pub enum View {
    /// Jobs side by side.
    Compare(CompareView),
    /// What lies between two jobs.
    Gap(GapView),
    /// The jobs near one.
    Near(NearView),
    /// A way from one job to another.
    Route(RouteView),
}

/// The rows of a view as lines, and the row that the cursor is on.
#[derive(Debug, Default)]
pub struct Sheaf<'a> {
    /// The lines, each of a row or between rows.
    pub page: Page<'a>,
    /// The row that the cursor is on; 0 where there is none.
    pub cursor: usize,
}

/// A view laid out for a width: its rows as lines with texts of their own, so that they need not be
/// worked out anew until something changes.
#[derive(Debug)]
pub struct Laid {
    /// The width of the screen.
    pub columns: usize,
    /// How many lines stay on screen above the rows, the title left out.
    head: usize,
    /// The rows.
    pub page: Page<'static>,
    cursor: usize,
}

impl Laid {
    fn height(&self, screen: (u16, u16)) -> usize {
        view_areas(screen, self.head).1.height.into()
    }
}

/// The parts of files that a row of a view comes from.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Origin {
    /// The job, by its index.
    pub job: usize,
    /// Parts of its file, the nearest first.
    pub spots: Vec<Spot>,
    /// The shared competency that the row is about.
    pub competency: Option<String>,
}

/// What the frame asks of a view.
pub trait Sheet: Debug {
    /// Where its keys stand in the table.
    fn place(&self) -> Place;
    /// What it is called, as a noun: `comparison`.
    fn noun(&self) -> &'static str;
    /// Its name in the title line, and what is said behind it.
    fn title(&self, scene: Scene<'_>) -> (String, String);
    /// What a document of it is about; `None` while its jobs are not read yet.
    fn subject(&self, library: &Library) -> Option<Subject>;
    /// The job that the cursor is on, by its index.
    fn job(&self, library: &Library) -> Option<usize>;
    /// The job that the whole view is about, where it is one.
    fn about(&self) -> Option<&JobId>;
    /// The words of the row under the cursor.
    fn row_words(&self, scene: Scene<'_>) -> Option<String>;
    /// Where in files the row under the cursor comes from.
    fn origin(&self, scene: Scene<'_>) -> Option<Origin>;
    /// Why one of its own actions cannot run now.
    fn reason_against(&self, scene: Scene<'_>, action: Action) -> Option<&'static str>;
    /// The word of an action in the bottom line, where it is another one than the table says.
    fn hint(&self, _action: Action) -> Option<&'static str> {
        None
    }
    /// What a second click on the row under the cursor does.
    fn opens(&self, scene: Scene<'_>) -> Option<Action>;
    /// Whether a sign that opens and closes a row stands behind the cursor's.
    fn has_folds(&self) -> bool {
        false
    }
    /// Puts the cursor into the column of the screen, where the view has columns of its own; `true`
    /// where it was in another one.
    fn select_column(&mut self, _scene: Scene<'_>, _columns: usize, _at: usize) -> bool {
        false
    }
    /// The lines that stay on screen.
    fn head<'a>(&self, scene: Scene<'a>, columns: usize) -> Vec<Line<'a>>;
    /// The rows.
    fn sheaf<'a>(&self, scene: Scene<'a>, columns: usize) -> Sheaf<'a>;
    /// Puts the cursor on a row, as [`Sheet::sheaf`] counts them.
    fn select(&mut self, scene: Scene<'_>, row: usize);
    /// Which lines are on screen.
    fn scroll(&self) -> Scroll;
    /// The same, to be changed.
    fn scroll_mut(&mut self) -> &mut Scroll;
    /// Takes over where its jobs are now; returns those that are gone, by where they were. In a
    /// library that is not complete nobody is gone.
    fn keep(&mut self, moves: &Moves, library: &Library) -> Vec<JobId>;
    /// Whether enough jobs are left to show it.
    fn stands(&self) -> bool;
}

impl View {
    /// What all views have in common.
    #[must_use]
    pub fn sheet(&self) -> &dyn Sheet {
        match self {
            View::Compare(view) => view,
            View::Gap(view) => view,
            View::Near(view) => view,
            View::Route(view) => view,
        }
    }

    /// The same, to be changed.
    pub fn sheet_mut(&mut self) -> &mut dyn Sheet {
        match self {
            View::Compare(view) => view,
            View::Gap(view) => view,
            View::Near(view) => view,
            View::Route(view) => view,
        }
    }

    /// Lays it out for a screen of so many columns.
    #[must_use]
    pub fn lay(&self, scene: Scene<'_>, columns: usize) -> Laid {
        let sheet = self.sheet();
        let Sheaf { page, cursor } = sheet.sheaf(scene, columns);
        let head = sheet.head(scene, columns).len();
        Laid { columns, head, page: page.into_owned(), cursor }
    }

    /// Moves the cursor; a row that does not fit is read to its end first. Returns whether the
    /// cursor is on another row now.
    pub fn step(&mut self, scene: Scene<'_>, step: Step, screen: (u16, u16), laid: &Laid) -> bool {
        let (page, cursor, height) = (&laid.page, laid.cursor, laid.height(screen));
        let sheet = self.sheet_mut();
        if read_on(sheet.scroll_mut(), page, cursor, step, height) {
            return false;
        }
        let to = step.from(cursor, page.row_count(), height);
        sheet.select(scene, to);
        // What stands above the first row and at the end of the last one is reached as well.
        if matches!(step, Step::Top | Step::Bottom) || to == cursor {
            let far = isize::try_from(page.len()).unwrap_or(isize::MAX);
            let up = matches!(step, Step::Top | Step::Up | Step::HalfUp | Step::PageUp);
            sheet.scroll_mut().shift(if up { -far } else { far }, page.len(), height);
        }
        to != cursor
    }

    /// Brings the cursor on screen.
    pub fn settle(&mut self, screen: (u16, u16), change: Change, laid: &Laid) {
        let (page, cursor, height) = (&laid.page, laid.cursor, laid.height(screen));
        if height == 0 {
            return;
        }
        let sheet = self.sheet_mut();
        let mut lines = page.lines_of(cursor);
        // The first row shows what stands above it, too.
        if cursor == 0 {
            lines.start = 0;
        }
        sheet.scroll_mut().settle(change, lines, page.len(), height);
    }

    /// Puts the cursor on the row and into the column at a place of the screen; returns what is to
    /// be done, where it was there already or where the sign of a fold stands.
    pub fn click(
        &mut self,
        scene: Scene<'_>,
        screen: (u16, u16),
        (column, line): (u16, u16),
    ) -> Option<Action> {
        let columns = usize::from(screen.0);
        let (_, body) = view_areas(screen, self.sheet().head(scene, columns).len());
        let sheet = self.sheet_mut();
        let moved = line > 0 && sheet.select_column(scene, columns, column.into());
        let Sheaf { page, cursor } = sheet.sheaf(scene, columns);
        let line = sheet.scroll().top() + usize::from(line.checked_sub(body.y)?);
        let row = page.row_at(line).filter(|_| line < page.len())?;
        sheet.select(scene, row);
        let on_fold =
            sheet.has_folds() && FOLD.contains(&column) && page.lines_of(row).start == line;
        let again = row == cursor && !moved;
        sheet.opens(scene).filter(|_| again || on_fold)
    }
}

/// Follows several jobs at once; returns those that are gone.
fn keep_all<'a>(
    ids: impl IntoIterator<Item = &'a mut JobId>,
    moves: &Moves,
    library: &Library,
) -> Vec<JobId> {
    let mut lost = Vec::new();
    for id in ids {
        match kept(id, moves, library) {
            Some(now) => *id = now,
            None => lost.push(id.clone()),
        }
    }
    lost
}

/// Where a job is now; `None` where it is gone, which only a complete library can say.
fn kept(id: &JobId, moves: &Moves, library: &Library) -> Option<JobId> {
    moves.follow(id).filter(|id| !library.is_complete() || library.find(id).is_some())
}
