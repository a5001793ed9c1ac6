//! What lies between two jobs: what somebody who does the one must learn to do the other, behaviour
//! by behaviour.
//!
//! The way from A to B is not the way from B to A. A competency that a job does not ask for stands
//! one step below its scale, and one step is one level of it, whatever the levels' numbers are. A
//! level that is higher by less than counts as a difference is not to be raised: it is about the
//! same. On a cumulative scale a level includes all below it, so that the way up leads through
//! every level; on any other scale only the text of the required level counts. For a level without
//! a text of its own counts that of the highest described one below it; where that counts for both
//! levels it stands there once and says so. Levels of different scales are never added up.

mod step;
#[cfg(test)]
mod tests;

pub use step::{Step, counts_words, required_step};

use crate::compare::{Cell, MatrixRow, PayPair, by_scale, matrix, names_no_competencies, pay_pair};
use crate::model::{Described, Library, Proficiency, Requirement, Scale};
use step::{holds, steps};

/// What becomes of a competency on the way from one job to another.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Change {
    /// Both ask for it, the second one at a level that is higher by as much as counts.
    Raise,
    /// Only the second one asks for it.
    New,
    /// Both ask for it and a level is not in one of the files, so that nothing can be told.
    Unclear,
    /// What the first one asks for is enough, or about the same.
    Enough,
    /// Only the first one asks for it.
    FallsAway,
}

impl Change {
    /// All of them, in the order in which a reader cares.
    pub const ALL: [Change; 5] =
        [Change::Raise, Change::New, Change::Unclear, Change::Enough, Change::FallsAway];

    /// What it is called of so many competencies: `3 fall away`.
    #[must_use]
    pub fn counted(self, count: usize) -> String {
        match (self, count) {
            (Change::FallsAway, 2..) => format!("{count} fall away"),
            _ => format!("{count} {}", self.word()),
        }
    }

    /// What it is called.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Change::Raise => "to raise",
            Change::New => "new",
            Change::Unclear => "cannot be told",
            Change::Enough => "already enough",
            Change::FallsAway => "falls away",
        }
    }
}

/// What is said where a scale is not cumulative.
pub const NOT_CUMULATIVE: &str = "on this scale a level does not include those below it: only the \
    text of the required level counts";

/// A competency on the way from one job to another.
#[derive(Debug, Clone, PartialEq)]
pub struct GapItem<'a> {
    /// What becomes of it.
    pub change: Change,
    /// Its name.
    pub name: &'a str,
    /// The key of its group.
    pub group: &'a str,
    /// The scale of its levels.
    pub scale: &'a Scale,
    /// The level that the first job asks for.
    pub from: Option<Proficiency>,
    /// The level that the second job asks for.
    pub to: Option<Proficiency>,
    /// What has to be learned: every level on the way, the lowest first, and the one whose text
    /// counts for the required level. On a scale that is not cumulative only that one; where no
    /// text counts for it, the whole level that it stands on.
    pub steps: Vec<Step<'a>>,
    /// How many level steps have to be gone up, where that can be told; a tenth is a tenth of a
    /// step.
    pub distance: f64,
    /// Whether the text that counts for the second job's level counts for the first one's already.
    pub same_text: bool,
}

impl GapItem<'_> {
    /// Whether the second job asks for a little more, but not for as much as counts.
    #[must_use]
    pub fn is_about_the_same(&self) -> bool {
        self.change == Change::Enough && self.from.zip(self.to).is_some_and(|(from, to)| from < to)
    }

    /// Why there is no level to learn, where there is none though the second job asks for it.
    #[must_use]
    pub fn why_nothing(&self) -> Option<&'static str> {
        let is_unknown = self.change == Change::Unclear && self.to.is_none();
        is_unknown.then_some("the second file gives no level, so that nothing can be told")
    }
}

/// How many level steps there are in all on one scale.
#[derive(Debug, Clone, PartialEq)]
pub struct Distance<'a> {
    /// The scale's name.
    pub scale: &'a str,
    /// How many steps up.
    pub steps: f64,
}

/// The way from one job to another.
#[derive(Debug, Clone, PartialEq)]
pub struct Gap<'a> {
    /// The first job, by its index.
    pub from: usize,
    /// The second job.
    pub to: usize,
    /// How many steps apart levels differ.
    pub step: f64,
    /// What becomes of each competency, in the order of [`Change::ALL`] and then of the second job.
    pub items: Vec<GapItem<'a>>,
    /// The steps up, a scale an entry.
    pub distances: Vec<Distance<'a>>,
    /// How many competencies of each job the source does not name.
    pub withheld: (usize, usize),
    /// Whether the file of each job names no competencies at all. What becomes of those of the other
    /// one nobody can tell then.
    pub silent: [bool; 2],
    /// How the pay of the second job stands to that of the first.
    pub pay: PayPair<'a>,
}

impl<'a> Gap<'a> {
    /// How many competencies there are of each kind that there is: `3 to raise`, `2 new`.
    #[must_use]
    pub fn counts(&self) -> Vec<String> {
        let count = |change: Change| (change, self.of(change).count());
        let counts = Change::ALL.map(count).into_iter().filter(|(_, count)| *count > 0);
        counts.map(|(change, count)| change.counted(count)).collect()
    }

    /// Whether the second job is known to ask for nothing that the first one does not.
    #[must_use]
    pub fn asks_for_no_more(&self) -> bool {
        self.is_empty() && self.silent == [false; 2]
    }

    /// The items of one kind.
    pub fn of(&self, change: Change) -> impl Iterator<Item = &GapItem<'a>> {
        self.items.iter().filter(move |item| item.change == change)
    }

    /// Whether the second job asks for nothing that the first one does not, as far as files say.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.items.iter().all(|item| matches!(item.change, Change::Enough | Change::FallsAway))
    }
}

/// What lies between two jobs, where levels differ that are `step` steps or more apart.
#[must_use]
pub fn gap(library: &Library, from: usize, to: usize, step: f64) -> Gap<'_> {
    let rows = matrix(library, &[to, from]);
    let withheld = |column: usize| {
        let count = |row: &MatrixRow<'_>| match row.cells[column] {
            Cell::Withheld { count, .. } => count,
            _ => 0,
        };
        rows.iter().map(count).sum()
    };
    let withheld = (withheld(1), withheld(0));
    let items = rows.iter().filter_map(|row| item(library, row, step));
    let mut items: Vec<GapItem<'_>> = items.collect();
    items.sort_by_key(|item| item.change);
    let mut distances: Vec<Distance<'_>> = Vec::new();
    for item in items.iter().filter(|item| item.distance > 0.0) {
        let scale = library.scale_name(item.name);
        match distances.iter_mut().find(|distance| distance.scale == scale) {
            Some(known) => known.steps += item.distance,
            None => distances.push(Distance { scale, steps: item.distance }),
        }
    }
    distances.sort_by(|a, b| by_scale(a.scale, b.scale));
    let silent = [from, to].map(|job| names_no_competencies(library, job));
    Gap { from, to, step, items, distances, withheld, silent, pay: pay_pair(library, from, to) }
}

/// What becomes of the competency of a row, whose first column is the second job.
fn item<'a>(library: &'a Library, row: &MatrixRow<'a>, step: f64) -> Option<GapItem<'a>> {
    let name = row.name.filter(|_| row.cells.iter().all(Cell::is_told))?;
    let (to, from) = (row.requirements[0], row.requirements[1]);
    let level = |requirement: Option<&Requirement>| requirement.and_then(|r| r.level);
    let (to_level, from_level) = (level(to), level(from));
    let change = match (from, to) {
        (None, None) => return None,
        (None, Some(_)) => Change::New,
        (Some(_), None) => Change::FallsAway,
        (Some(_), Some(_)) => match (from_level, to_level) {
            (Some(_), Some(_)) if row.above(1, 0) < step => Change::Enough,
            (Some(_), Some(_)) => Change::Raise,
            // Whatever a job asks for, it asks itself for no more.
            (None, None) if from.zip(to).is_some_and(|(a, b)| std::ptr::eq(a, b)) => Change::Enough,
            _ => Change::Unclear,
        },
    };
    let mut item = GapItem {
        change,
        name,
        group: row.group,
        scale: row.scale,
        from: from_level,
        to: to_level,
        steps: Vec::new(),
        distance: 0.0,
        same_text: false,
    };
    if let (Some(required), Some(to_level)) = (to, to_level)
        && matches!(change, Change::Raise | Change::New | Change::Unclear)
    {
        let Described { scale, levels, .. } = library.described(required);
        item.scale = scale;
        let counting = holds(levels, to_level);
        let had = from_level.and_then(|from| holds(levels, from));
        item.same_text = counting.is_some() && had == counting;
        item.steps = steps(scale, levels, from_level, to_level);
        if change != Change::Unclear {
            item.distance = row.above(1, 0).max(0.0);
        }
    }
    Some(item)
}
