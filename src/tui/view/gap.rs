//! What lies between two jobs: what somebody who does the one must learn to do the other.

mod draw;

use super::compare::{next_step, requirement};
use super::{Origin, Sheaf, Sheet, keep_all};
use crate::changes::Moves;
use crate::export::Subject;
use crate::gap::{Change, Gap, GapItem, gap};
use crate::model::{JobId, Key, Library, Spot};
use crate::tui::keymap::{Action, Place};
use crate::tui::pane::Scene;
use crate::tui::widget::scroll::Scroll;
use ratatui::text::Line;
use std::collections::HashSet;

/// What keys do in a gap alone.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum GapAction {
    /// Opens a closed competency, closes an open one.
    Toggle,
    /// Opens all of them.
    OpenAll,
    /// Closes all of them.
    CloseAll,
    /// The way back: from the second job to the first.
    Turn,
    /// Another distance from which levels differ.
    Step,
}

/// Which competencies stand open unless they were toggled.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
enum Base {
    /// What has to be learned.
    #[default]
    Learned,
    All,
    None,
}

/// What the cursor is on.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Stop {
    /// What the whole way comes to.
    Overview,
    /// A competency, by name.
    Item(String),
}

/// What lies between two jobs.
#[derive(Debug)]
pub struct GapView {
    from: JobId,
    to: JobId,
    /// How many steps apart levels differ.
    step: f64,
    gone: bool,
    base: Base,
    /// The competencies that stand otherwise than `base` says, by name.
    toggled: HashSet<String>,
    /// What the cursor is on.
    row: Stop,
    /// Where that stood, for the day it is gone.
    place: usize,
    scroll: Scroll,
}

impl GapView {
    /// The way from one job to another, where levels differ that are `step` steps or more apart.
    #[must_use]
    pub fn new(from: JobId, to: JobId, step: f64) -> Self {
        let (base, toggled, scroll) = (Base::default(), HashSet::new(), Scroll::default());
        Self { from, to, step, gone: false, base, toggled, row: Stop::Overview, place: 0, scroll }
    }

    /// The jobs that the way leads from and to.
    #[must_use]
    pub fn ends(&self) -> (&JobId, &JobId) {
        (&self.from, &self.to)
    }

    /// How many steps apart levels differ.
    #[must_use]
    pub fn threshold(&self) -> f64 {
        self.step
    }

    /// Carries out what a key means here.
    pub fn act(&mut self, scene: Scene<'_>, action: GapAction) {
        match action {
            GapAction::Toggle => {
                if let Some(name) = self.item_here(scene, |item| item.name.to_owned())
                    && !self.toggled.remove(&name)
                {
                    self.toggled.insert(name);
                }
            }
            GapAction::OpenAll => self.set_base(Base::All),
            GapAction::CloseAll => self.set_base(Base::None),
            GapAction::Turn => std::mem::swap(&mut self.from, &mut self.to),
            GapAction::Step => self.step = next_step(self.step),
        }
    }

    fn set_base(&mut self, base: Base) {
        self.base = base;
        self.toggled.clear();
    }

    fn is_open(&self, item: &GapItem<'_>) -> bool {
        let open = match self.base {
            Base::Learned => matches!(item.change, Change::Raise | Change::New),
            Base::All => true,
            Base::None => false,
        };
        can_open(item) && open != self.toggled.contains(item.name)
    }

    fn pair(&self, library: &Library) -> Option<(usize, usize)> {
        Some((library.find(&self.from)?, library.find(&self.to)?))
    }

    fn gap<'a>(&self, library: &'a Library) -> Option<Gap<'a>> {
        self.pair(library).map(|(from, to)| gap(library, from, to, self.step))
    }

    /// The row that the cursor is on: 0 for the overview, 1 for the first item.
    fn cursor(&self, gap: &Gap<'_>) -> usize {
        let at = match &self.row {
            Stop::Overview => Some(0),
            Stop::Item(name) => gap.items.iter().position(|i| i.name == name).map(|i| i + 1),
        };
        at.unwrap_or_else(|| self.place.min(gap.items.len()))
    }

    /// What `read` says of the item under the cursor.
    fn item_here<T>(&self, scene: Scene<'_>, read: impl FnOnce(&GapItem<'_>) -> T) -> Option<T> {
        let gap = self.gap(scene.library)?;
        gap.items.get(self.cursor(&gap).checked_sub(1)?).map(read)
    }
}

/// Whether there is something to read about how to get there.
fn can_open(item: &GapItem<'_>) -> bool {
    matches!(item.change, Change::Raise | Change::New | Change::Unclear)
}

impl Sheet for GapView {
    fn place(&self) -> Place {
        Place::Gap
    }

    fn noun(&self) -> &'static str {
        "gap"
    }

    fn title(&self, scene: Scene<'_>) -> (String, String) {
        let words = self.gap(scene.library).map(|gap| draw::counts(&gap, scene));
        ("Gap".to_owned(), words.unwrap_or_default())
    }

    fn subject(&self, library: &Library) -> Option<Subject> {
        self.pair(library).map(|(from, to)| Subject::Gap(from, to, self.step))
    }

    fn job(&self, library: &Library) -> Option<usize> {
        library.find(&self.to)
    }

    fn about(&self) -> Option<&JobId> {
        Some(&self.from)
    }

    fn row_words(&self, scene: Scene<'_>) -> Option<String> {
        self.item_here(scene, |item| {
            format!("{}: {}, {}", item.name, draw::levels(item, scene), item.change.word())
        })
    }

    /// The second job asks for it, else the first one did.
    fn origin(&self, scene: Scene<'_>) -> Option<Origin> {
        let (from, to) = self.pair(scene.library)?;
        let asked = self.item_here(scene, |item| (item.name.to_owned(), item.change));
        let Some((name, change)) = asked else {
            return Some(Origin { job: to, ..Origin::default() });
        };
        let job = if change == Change::FallsAway { from } else { to };
        let at = requirement(scene.library, job, &name);
        let spots = at.map(Spot::Requirement).into_iter().chain([Spot::Key(Key::Competencies)]);
        Some(Origin { job, spots: spots.collect(), competency: Some(name) })
    }

    fn reason_against(&self, scene: Scene<'_>, action: Action) -> Option<&'static str> {
        match action {
            Action::Gap(GapAction::Toggle) => {
                let can_open = self.item_here(scene, can_open).unwrap_or(false);
                (!can_open).then_some("there is nothing to open here")
            }
            _ => None,
        }
    }

    fn opens(&self, scene: Scene<'_>) -> Option<Action> {
        let can_open = self.item_here(scene, can_open).unwrap_or(false);
        can_open.then_some(Action::Gap(GapAction::Toggle))
    }

    fn has_folds(&self) -> bool {
        true
    }

    fn head<'a>(&self, scene: Scene<'a>, columns: usize) -> Vec<Line<'a>> {
        self.pair(scene.library).map_or_else(Vec::new, |pair| draw::head(scene, pair, columns))
    }

    fn sheaf<'a>(&self, scene: Scene<'a>, columns: usize) -> Sheaf<'a> {
        let Some(gap) = self.gap(scene.library) else { return Sheaf::default() };
        let cursor = self.cursor(&gap);
        let is_open = |item: &GapItem<'_>| self.is_open(item);
        Sheaf { page: draw::page(&gap, scene, cursor, is_open, columns), cursor }
    }

    fn select(&mut self, scene: Scene<'_>, row: usize) {
        let Some(gap) = self.gap(scene.library) else { return };
        let item = row.checked_sub(1).and_then(|at| gap.items.get(at));
        self.row = item.map_or(Stop::Overview, |item| Stop::Item(item.name.to_owned()));
        self.place = row;
    }

    fn scroll(&self) -> Scroll {
        self.scroll
    }

    fn scroll_mut(&mut self) -> &mut Scroll {
        &mut self.scroll
    }

    fn keep(&mut self, moves: &Moves, library: &Library) -> Vec<JobId> {
        let lost = keep_all([&mut self.from, &mut self.to], moves, library);
        self.gone |= !lost.is_empty();
        lost
    }

    fn stands(&self) -> bool {
        !self.gone
    }
}
