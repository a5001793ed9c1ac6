//! What lies between two jobs: what somebody who does the one must learn to do the other, behaviour
//! by behaviour.
//!
//! The way from A to B is not the way from B to A. A competency that a job does not ask for stands
//! one step below its scale, and one step is one level of it, whatever the levels' numbers are. A
//! level that is higher by less than counts as a difference is not to be raised: it is about the
//! same. On a cumulative scale a level includes all below it, so that the way up leads through
//! every level; on any other scale only the text of the required level counts, and where the same
//! text counts for both levels there is nothing to read on the way. Levels of different scales are
//! never added up.

#[cfg(test)]
mod tests;

use crate::compare::{Cell, MatrixRow, PayDifference, matrix, pay_pair};
use crate::model::{Described, LevelText, Levels, Library, Proficiency, Requirement, Scale};

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

/// A level on the way.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Step<'a> {
    /// Its number.
    pub number: u8,
    /// Its name, where it has one.
    pub label: Option<&'a str>,
    /// What people do there; `None` where no file says.
    pub text: Option<&'a LevelText>,
}

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
    /// What has to be learned: every level on the way, the lowest first. On a scale that is not
    /// cumulative the one whose text holds for the required level.
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

    /// Why there is no level to learn, where there is none though the second job asks for more.
    #[must_use]
    pub fn why_nothing(&self) -> Option<&'static str> {
        let rises = matches!(self.change, Change::Raise | Change::New | Change::Unclear);
        (rises && self.steps.is_empty()).then_some(match self.to {
            None => "the second file gives no level, so that nothing can be told",
            Some(_) if self.same_text => "the same text counts for both levels",
            Some(to) if to.whole().is_none() => {
                "no whole level lies on the way, so that there is no text for it"
            }
            Some(_) => "the text of the required level is not in file",
        })
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

/// The middle of what a job pays in a year, and in which currency.
pub type Median<'a> = (f64, &'a str);

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
    /// How many competencies of each job the source does not name, about which nothing is known.
    pub withheld: (usize, usize),
    /// How the pay of the second job stands to that of the first, of the two records that
    /// [`pay_pair`] chooses.
    pub pay: PayDifference,
    /// The median pay a year in each of those records, with its currency.
    pub medians: [Option<Median<'a>>; 2],
}

impl<'a> Gap<'a> {
    /// The items of one kind.
    pub fn of(&self, change: Change) -> impl Iterator<Item = &GapItem<'a>> {
        self.items.iter().filter(move |item| item.change == change)
    }

    /// Whether the second job asks for nothing that the first one does not.
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
    let pay = pay_pair(library, from, to);
    let medians = pay.medians();
    Gap { from, to, step, items, distances, withheld, pay: pay.difference, medians }
}

/// What becomes of the competency of a row, whose first column is the second job.
fn item<'a>(library: &'a Library, row: &MatrixRow<'a>, step: f64) -> Option<GapItem<'a>> {
    let name = row.name?;
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
            (_, None) => Change::Enough,
            (None, Some(_)) => Change::Unclear,
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
        let had = from_level.filter(|_| !scale.cumulative).and_then(|from| holds(levels, from));
        item.same_text = had.is_some() && had == holds(levels, to_level);
        if !item.same_text {
            item.steps = steps(scale, levels, from_level, to_level);
        }
        if change != Change::Unclear {
            item.distance = row.above(1, 0).max(0.0);
        }
    }
    Some(item)
}

/// The levels that have to be learned.
fn steps<'a>(
    scale: &'a Scale,
    levels: &'a Levels,
    from: Option<Proficiency>,
    to: Proficiency,
) -> Vec<Step<'a>> {
    let step = |number: u8| {
        let text = levels.get(&number);
        let own = text.and_then(|text| text.label.as_deref());
        let label = own.or_else(|| scale.levels.get(&number).and_then(Option::as_deref));
        let label = label.filter(|label| !label.is_empty());
        Step { number, label, text }
    };
    if scale.cumulative {
        let below = from.map_or(f64::NEG_INFINITY, Proficiency::value);
        let mut numbers: Vec<u8> = scale.levels.keys().chain(levels.keys()).copied().collect();
        numbers.sort_unstable();
        numbers.dedup();
        let on_the_way = |number: &u8| {
            let number = f64::from(*number);
            number > below && number <= to.value()
        };
        return numbers.into_iter().filter(on_the_way).map(step).collect();
    }
    holds(levels, to).or(to.whole()).map(step).into_iter().collect()
}

/// The level whose text counts for a required one: the highest described level that does not stand
/// above it.
fn holds(levels: &Levels, required: Proficiency) -> Option<u8> {
    let described = levels.iter().filter(|(_, text)| text.is_described());
    described.map(|(number, _)| *number).filter(|n| f64::from(*n) <= required.value()).max()
}
