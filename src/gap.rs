//! What lies between two jobs: what somebody who does the one must learn to do the other, behaviour
//! by behaviour.
//!
//! The way from A to B is not the way from B to A. A competency that a job does not ask for stands
//! one step below its scale. On a cumulative scale a level includes all below it, so that the way
//! up leads through every level; on any other scale only the text of the required level counts.
//! Levels of different scales are never added up.

#[cfg(test)]
mod tests;

use crate::compare::{Cell, MatrixRow, PayDifference, matrix, median_of, pay_cells};
use crate::model::{LevelText, Levels, Library, Proficiency, Requirement, Scale};

/// What becomes of a competency on the way from one job to another.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Change {
    /// Both ask for it, the second one at a higher level.
    Raise,
    /// Only the second one asks for it.
    New,
    /// Both ask for it and a level is not in one of the files, so that nothing can be told.
    Unclear,
    /// What the first one asks for is enough.
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
    /// How many level steps lie between, where that can be told; a tenth is a tenth of a step.
    pub distance: f64,
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
    /// What becomes of each competency, in the order of [`Change::ALL`] and then of the second job.
    pub items: Vec<GapItem<'a>>,
    /// The steps up, a scale an entry.
    pub distances: Vec<Distance<'a>>,
    /// How many competencies of each job the source does not name, about which nothing is known.
    pub withheld: (usize, usize),
    /// How the pay of the second job stands to that of the first.
    pub pay: PayDifference,
    /// The median pay a year of each, with its currency.
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

/// What lies between two jobs.
#[must_use]
pub fn gap<'a>(library: &'a Library, from: usize, to: usize) -> Gap<'a> {
    let rows = matrix(library, &[to, from]);
    let withheld = |column: usize| {
        rows.iter().filter(|row| matches!(row.cells[column], Cell::Withheld(_))).count()
    };
    let withheld = (withheld(1), withheld(0));
    let mut items: Vec<GapItem<'a>> = rows.iter().filter_map(|row| item(library, row)).collect();
    items.sort_by_key(|item| item.change);
    let mut distances: Vec<Distance<'a>> = Vec::new();
    for item in items.iter().filter(|item| item.distance > 0.0) {
        let scale = library.scale_name(item.name);
        match distances.iter_mut().find(|distance| distance.scale == scale) {
            Some(known) => known.steps += item.distance,
            None => distances.push(Distance { scale, steps: item.distance }),
        }
    }
    let pay = pay_cells(library, &[from, to], 0)
        .pop()
        .map_or(PayDifference::None("pay not in file".to_owned()), |cell| cell.difference);
    let medians = [median_of(library, from), median_of(library, to)];
    Gap { from, to, items, distances, withheld, pay, medians }
}

/// What becomes of the competency of a row, whose first column is the second job.
fn item<'a>(library: &'a Library, row: &MatrixRow<'a>) -> Option<GapItem<'a>> {
    let name = row.name?;
    let (to, from) = (row.requirements[0], row.requirements[1]);
    let level = |requirement: Option<&Requirement>| requirement.and_then(|r| r.level);
    let (to_level, from_level) = (level(to), level(from));
    let change = match (from, to) {
        (None, None) => return None,
        (None, Some(_)) => Change::New,
        (Some(_), None) => Change::FallsAway,
        (Some(_), Some(_)) => match (from_level, to_level) {
            (Some(from), Some(to)) if from >= to => Change::Enough,
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
    };
    if let (Some(required), Some(to_level)) = (to, to_level)
        && matches!(change, Change::Raise | Change::New | Change::Unclear)
    {
        let described = library.described(required);
        item.scale = described.scale;
        item.steps = steps(described.scale, described.levels, from_level, to_level);
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
    // The text of the highest described level that does not stand above the required one.
    let described = levels.iter().filter(|(_, text)| text.is_described());
    let holds = described.map(|(number, _)| *number).filter(|n| f64::from(*n) <= to.value()).max();
    holds.or(to.whole()).map(step).into_iter().collect()
}
