//! The tree of a job's competencies: groups, competencies, proficiency levels, behaviours.

mod draw;
mod fold;
mod measures;

pub use draw::page;

use super::detail::settle as settle_page;
use super::{Scene, Seek};
use crate::changes::Moves;
use crate::model::{JobId, Profile};
use crate::outline::{Base, Content, Order, Row, RowId, View, outline};
use crate::search::Needle;
use crate::tui::keymap::Step;
use crate::tui::widget::scroll::{Change, Scroll};
use std::collections::{HashMap, HashSet};

/// What keys do in the tree alone.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum TreeAction {
    /// Opens a closed row, closes an open one.
    Toggle,
    /// Opens a row, or goes to the first row inside.
    Expand,
    /// Closes a row, or goes to the row it stands under, or to the pane before.
    Collapse,
    /// To the next row of the same depth.
    NextSibling,
    /// To the row of the same depth before.
    PreviousSibling,
    /// Opens everything.
    ExpandAll,
    /// Closes every competency, then every group.
    CollapseAll,
    /// Opens every competency at the level of the digit that was pressed.
    OpenAt,
    /// Shows the required level only.
    RequiredOnly,
    /// The next order.
    Sort,
    /// The list becomes the ranking of who else asks for this competency.
    WhoElse,
}

/// Where a reader is in the competencies of one job.
#[derive(Debug, Clone, Default)]
struct Spot {
    cursor: Option<RowId>,
    /// Where that row stood when the cursor came to it, for the day it is gone.
    place: usize,
    scroll: Scroll,
    toggled: HashSet<RowId>,
}

/// The tree of the job that is shown. Order, "required only" and "open at level" hold for every
/// job until changed; single folds belong to one job.
#[derive(Debug, Default)]
pub struct TreePane {
    /// What stands open to begin with.
    pub base: Base,
    /// The order of the competencies.
    pub order: Order,
    /// Whether only required levels are shown.
    pub required_only: bool,
    before_level: Option<(Base, HashMap<JobId, HashSet<RowId>>)>,
    spots: HashMap<JobId, Spot>,
}

/// How the tree of a job stood at one time.
#[derive(Debug, Clone)]
pub struct Before {
    base: Base,
    required_only: bool,
    before_level: Option<(Base, HashMap<JobId, HashSet<RowId>>)>,
    spot: Spot,
}

impl Before {
    /// Lets the folds belong to their jobs where those are now.
    pub fn follow(&mut self, moves: &Moves) {
        if let Some((_, folds)) = &mut self.before_level {
            moves.carry(folds);
        }
    }
}

/// Whether there is no row to show; asked for every hint, so it makes none to find out.
#[must_use]
pub fn is_empty(scene: Scene<'_>) -> bool {
    let groups =
        |profile: &Profile| !profile.competencies.is_empty() || !profile.declared.is_empty();
    !scene.profile().is_some_and(groups)
}

impl TreePane {
    /// How the tree stands now, to come back to it.
    #[must_use]
    pub fn before(&self, scene: Scene<'_>) -> Before {
        Before {
            base: self.base,
            required_only: self.required_only,
            before_level: self.before_level.clone(),
            spot: self.spot(scene).cloned().unwrap_or_default(),
        }
    }

    /// Lets the tree stand as it did before.
    pub fn restore(&mut self, scene: Scene<'_>, before: &Before) {
        self.base = before.base;
        self.required_only = before.required_only;
        self.before_level.clone_from(&before.before_level);
        if let Some(spot) = self.spot_mut(scene) {
            spot.clone_from(&before.spot);
        }
    }

    /// Lets each job keep its folds and its place where it is now.
    pub fn follow(&mut self, moves: &Moves) {
        moves.carry(&mut self.spots);
        if let Some((_, folds)) = &mut self.before_level {
            moves.carry(folds);
        }
    }

    /// How the rows of the job that is shown are wanted.
    #[must_use]
    pub fn view(&self, scene: Scene<'_>) -> View {
        View {
            base: self.base,
            order: self.order,
            required_only: self.required_only,
            toggled: self.spot(scene).map_or_else(HashSet::new, |spot| spot.toggled.clone()),
        }
    }

    /// The rows that are shown now.
    #[must_use]
    pub fn rows<'a>(&self, scene: Scene<'a>) -> Vec<Row<'a>> {
        let view = self.view(scene);
        scene.profile().map_or_else(Vec::new, |profile| outline(scene.library, profile, &view))
    }

    /// The row that the cursor is on, by its place among `rows`. Where it is gone it is the row
    /// that it stood under, else the one that took its place.
    #[must_use]
    pub fn cursor(&self, scene: Scene<'_>, rows: &[Row<'_>]) -> usize {
        let Some(spot) = self.spot(scene) else { return 0 };
        let mut wanted = spot.cursor.clone();
        while let Some(id) = wanted {
            if let Some(at) = rows.iter().position(|row| row.id == id) {
                return at;
            }
            wanted = id.parent();
        }
        spot.place.min(rows.len().saturating_sub(1))
    }

    /// Which lines are on screen.
    #[must_use]
    pub fn scroll(&self, scene: Scene<'_>) -> Scroll {
        self.spot(scene).map_or_else(Scroll::default, |spot| spot.scroll)
    }

    fn spot(&self, scene: Scene<'_>) -> Option<&Spot> {
        self.spots.get(&scene.shown()?.id)
    }

    fn spot_mut(&mut self, scene: Scene<'_>) -> Option<&mut Spot> {
        Some(self.spots.entry(scene.shown()?.id.clone()).or_default())
    }

    /// Puts the cursor on a row.
    pub fn select(&mut self, scene: Scene<'_>, rows: &[Row<'_>], to: usize) {
        if let (Some(row), Some(spot)) = (rows.get(to), self.spot_mut(scene)) {
            spot.cursor = Some(row.id.clone());
            spot.place = to;
        }
    }

    /// Moves the cursor.
    pub fn step(&mut self, scene: Scene<'_>, step: Step, (columns, height): (usize, usize)) {
        let rows = self.rows(scene);
        let at = self.cursor(scene, &rows);
        // Nearly every row fits, and to find out it alone is laid out, not the page.
        let row = rows.get(at..=at).unwrap_or_default();
        if page(row, scene, self.order, None, None, columns).len() > height {
            let page = page(&rows, scene, self.order, None, None, columns);
            let spot = self.spot_mut(scene);
            if spot.is_some_and(|s| super::read_on(&mut s.scroll, &page, at, step, height)) {
                return;
            }
        }
        let to = step.from(at, rows.len(), height);
        self.select(scene, &rows, to);
    }

    /// Carries out what a key means here. `false` says that the tree has nothing to do with it: the
    /// row cannot be closed further, so that the pane before is wanted.
    pub fn act(&mut self, scene: Scene<'_>, action: TreeAction, digit: Option<u8>) -> bool {
        match action {
            TreeAction::Toggle => self.toggle(scene),
            TreeAction::Expand => self.expand(scene),
            TreeAction::Collapse => return self.collapse(scene),
            TreeAction::NextSibling => self.step_sibling(scene, true),
            TreeAction::PreviousSibling => self.step_sibling(scene, false),
            TreeAction::ExpandAll => self.set_base(Base::Everything),
            TreeAction::CollapseAll => self.collapse_all(scene),
            TreeAction::OpenAt => {
                if let Some(digit) = digit {
                    self.open_at(digit);
                }
            }
            TreeAction::RequiredOnly => self.toggle_required_only(),
            TreeAction::Sort => self.order = self.order.next(),
            TreeAction::WhoElse => {}
        }
        true
    }

    /// The name of the competency that the cursor is on or in.
    #[must_use]
    pub fn competency(&self, scene: Scene<'_>) -> Option<String> {
        let rows = self.rows(scene);
        let entry = rows.get(self.cursor(scene, &rows))?.id.entry.as_ref()?;
        (!entry.name.is_empty()).then(|| entry.name.to_string())
    }

    /// The words of the row under the cursor.
    #[must_use]
    pub fn words(&self, scene: Scene<'_>) -> Option<String> {
        let rows = self.rows(scene);
        let row = rows.get(self.cursor(scene, &rows))?;
        Some(match row.content {
            Content::Competency { requirement, .. } => {
                let name = requirement.name.as_deref().unwrap_or("withheld");
                match requirement.level {
                    Some(level) => format!("{name}: {level}"),
                    None => name.to_owned(),
                }
            }
            Content::Level { number, label: Some(label), .. } => format!("{number} {label}"),
            Content::Level { number, label: None, .. } => number.to_string(),
            Content::Needed(level) => level.to_string(),
            ref content => content.searchable().to_owned(),
        })
    }

    /// Moves to the next row in which the text stands, closed rows included, and opens what it
    /// stands in. Returns which of how many it is.
    pub fn find(
        &mut self,
        scene: Scene<'_>,
        needle: &Needle,
        seek: Seek,
    ) -> Option<(usize, usize)> {
        let profile = scene.profile()?;
        let whole = outline(scene.library, profile, &View { order: self.order, ..View::whole() });
        let rows = self.rows(scene);
        let here = rows.get(self.cursor(scene, &rows)).map(|row| row.id.clone());
        let cursor = whole.iter().position(|row| Some(&row.id) == here.as_ref()).unwrap_or(0);
        let found = |row: &Row<'_>| !needle.find_in(row.content.searchable()).is_empty();
        let places: Vec<usize> = (0..whole.len()).filter(|&i| found(&whole[i])).collect();
        let at = seek.among(&places, cursor)?;
        self.reveal(scene, &whole[places[at]].id);
        Some((at + 1, places.len()))
    }

    /// Takes note of the line that the cursor is on, and moves none.
    pub fn rest_at(&mut self, scene: Scene<'_>, line: usize) {
        if let Some(spot) = self.spot_mut(scene) {
            spot.scroll.rest_at(line);
        }
    }

    /// Brings the cursor on screen, of which `height` lines are there.
    pub fn settle(&mut self, scene: Scene<'_>, columns: usize, height: usize, change: Change) {
        let rows = self.rows(scene);
        let cursor = self.cursor(scene, &rows);
        let page = page(&rows, scene, self.order, None, None, columns);
        settle_page(
            self.spot_mut(scene).map(|spot| &mut spot.scroll),
            &page,
            cursor,
            height,
            change,
        );
    }
}
