//! The competency matrix: a row for each competency, a column for each job.

use crate::model::{Library, Proficiency, Requirement, Scale};
use std::cmp::Ordering;
use std::collections::HashMap;

/// What a job says about the competency of a row.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Cell {
    /// It asks for this level.
    Required(Proficiency),
    /// It asks for the competency and gives no level.
    Unlevelled,
    /// Its source has a competency here that it does not name, perhaps with a level.
    Withheld(Option<Proficiency>),
    /// It does not ask for it.
    Absent,
    /// Nothing could be read of the job.
    Unread,
}

/// A competency, and what each job says about it.
#[derive(Debug, Clone, PartialEq)]
pub struct MatrixRow<'a> {
    /// The key of its group in the first job that has it.
    pub group: &'a str,
    /// Its name; `None` where the source withholds it.
    pub name: Option<&'a str>,
    /// Which of the withheld ones of its group it is, from 0; 0 for one that has a name.
    pub occurrence: usize,
    /// The scale of its levels.
    pub scale: &'a Scale,
    /// What each job asks for, where it does; the higher one where it asks twice.
    pub requirements: Vec<Option<&'a Requirement>>,
    /// What each job says.
    pub cells: Vec<Cell>,
}

impl MatrixRow<'_> {
    /// The level of a column, where one can be told: a competency that a job does not ask for
    /// stands one step below its scale.
    #[must_use]
    pub fn level(&self, column: usize) -> Option<f64> {
        match self.cells.get(column)? {
            Cell::Required(level) => Some(level.value()),
            Cell::Absent => Some(absent(self.scale)),
            Cell::Unlevelled | Cell::Withheld(_) | Cell::Unread => None,
        }
    }

    /// From the lowest to the highest level of all columns.
    #[must_use]
    pub fn spread(&self) -> f64 {
        let levels = (0..self.cells.len()).filter_map(|column| self.level(column));
        let (low, high) = levels.fold((f64::INFINITY, f64::NEG_INFINITY), |(low, high), level| {
            (low.min(level), high.max(level))
        });
        (high - low).max(0.0)
    }

    /// Whether the jobs differ by `step` or more, or one asks for it and another does not.
    #[must_use]
    pub fn differs(&self, step: f64) -> bool {
        let asks = |cell: &Cell| matches!(cell, Cell::Required(_) | Cell::Unlevelled);
        let some_do = self.cells.iter().any(asks);
        let some_do_not = self.cells.contains(&Cell::Absent);
        (some_do && some_do_not) || self.spread() >= step
    }

    /// Whether another column asks for `step` or more above the baseline.
    #[must_use]
    pub fn is_gap(&self, baseline: usize, step: f64) -> bool {
        (0..self.cells.len()).any(|column| self.above(baseline, column) >= step)
    }

    /// How far a column stands above the baseline; 0 where that cannot be told.
    #[must_use]
    pub fn above(&self, baseline: usize, column: usize) -> f64 {
        self.level(column).zip(self.level(baseline)).map_or(0.0, |(other, base)| other - base)
    }
}

/// One step below a scale, where a competency stands that is not asked for.
pub(crate) fn absent(scale: &Scale) -> f64 {
    scale.ends().map_or(0.0, |(low, _)| f64::from(low)) - 1.0
}

/// The matrix of some jobs, by group and then in the order of the first job that has each.
#[must_use]
pub fn matrix<'a>(library: &'a Library, jobs: &[usize]) -> Vec<MatrixRow<'a>> {
    let mut rows: Vec<MatrixRow<'a>> = Vec::new();
    let mut known: HashMap<(String, usize), usize> = HashMap::new();
    for (column, &job) in jobs.iter().enumerate() {
        let profile = library.jobs().get(job).and_then(|job| job.profile.as_ref());
        let mut withheld: HashMap<&str, usize> = HashMap::new();
        for (group, requirement) in profile.into_iter().flat_map(|p| p.requirements()) {
            let key = match requirement.name.as_deref() {
                Some(name) => (format!("named {}", library.competency_key(name)), 0),
                None => {
                    let count = withheld.entry(group).or_default();
                    *count += 1;
                    (format!("withheld {group}"), *count - 1)
                }
            };
            let occurrence = key.1;
            let at = *known.entry(key).or_insert_with(|| {
                rows.push(MatrixRow {
                    group,
                    name: requirement.name.as_deref(),
                    occurrence,
                    scale: library.described(requirement).scale,
                    requirements: vec![None; jobs.len()],
                    cells: vec![Cell::Absent; jobs.len()],
                });
                rows.len() - 1
            });
            let before = rows[at].requirements[column];
            if before.is_none_or(|before| before.level < requirement.level) {
                rows[at].requirements[column] = Some(requirement);
                rows[at].cells[column] = cell(requirement);
            }
        }
        if profile.is_none() {
            rows.iter_mut().for_each(|row| row.cells[column] = Cell::Unread);
        }
    }
    let unread = |job: &usize| library.jobs().get(*job).is_none_or(|job| job.profile.is_none());
    for (column, _) in jobs.iter().enumerate().filter(|(_, job)| unread(job)) {
        rows.iter_mut().for_each(|row| row.cells[column] = Cell::Unread);
    }
    rows.sort_by_key(|row| library.settings().group_rank(row.group));
    rows
}

fn cell(requirement: &Requirement) -> Cell {
    match (requirement.is_withheld(), requirement.level) {
        (true, level) => Cell::Withheld(level),
        (false, Some(level)) => Cell::Required(level),
        (false, None) => Cell::Unlevelled,
    }
}

/// How the rows of a matrix stand.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Order {
    /// By group, as the library orders them.
    #[default]
    Group,
    /// The greatest spread first.
    Spread,
    /// By name.
    Name,
}

impl Order {
    /// The next order.
    #[must_use]
    pub fn next(self) -> Self {
        match self {
            Order::Group => Order::Spread,
            Order::Spread => Order::Name,
            Order::Name => Order::Group,
        }
    }

    /// The word for it.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Order::Group => "by group",
            Order::Spread => "by spread",
            Order::Name => "by name",
        }
    }
}

/// Which rows of a matrix are shown.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Shown {
    /// All of them.
    #[default]
    All,
    /// Those in which the jobs differ.
    Differences,
    /// Those in which another job asks for more than the baseline.
    Gaps,
}

impl Shown {
    /// The next choice.
    #[must_use]
    pub fn next(self) -> Self {
        match self {
            Shown::All => Shown::Differences,
            Shown::Differences => Shown::Gaps,
            Shown::Gaps => Shown::All,
        }
    }

    /// The word for it.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Shown::All => "all",
            Shown::Differences => "differences",
            Shown::Gaps => "gaps",
        }
    }
}

/// The rows that are shown, in order. Levels that are `step` or more apart are different.
#[must_use]
pub fn arranged<'r, 'a>(
    rows: &'r [MatrixRow<'a>],
    order: Order,
    shown: Shown,
    baseline: usize,
    step: f64,
) -> Vec<&'r MatrixRow<'a>> {
    let mut rows: Vec<&MatrixRow<'a>> = rows
        .iter()
        .filter(|row| match shown {
            Shown::All => true,
            Shown::Differences => row.differs(step),
            Shown::Gaps => row.is_gap(baseline, step),
        })
        .collect();
    match order {
        Order::Group => {}
        Order::Spread => rows.sort_by(|a, b| b.spread().total_cmp(&a.spread())),
        Order::Name => rows.sort_by(|a, b| by_name(a.name, b.name)),
    }
    rows
}

/// By name, those without one last.
fn by_name(a: Option<&str>, b: Option<&str>) -> Ordering {
    a.is_none()
        .cmp(&b.is_none())
        .then_with(|| a.map(str::to_lowercase).cmp(&b.map(str::to_lowercase)))
}
