//! The competency matrix: a row for each competency, a column for each job.

use super::silent::{is_unread, names_no_competencies};
use crate::model::{Library, Proficiency, Requirement, Scale};
use std::cmp::Ordering;
use std::collections::HashMap;

/// What a job says about the competency of a row.
#[derive(Debug, Clone, PartialEq)]
pub enum Cell {
    /// It asks for this level.
    Required(Proficiency),
    /// It asks for the competency and gives no level.
    Unlevelled,
    /// Its source has so many competencies in this group that it does not name, some perhaps with a
    /// level. Whether two jobs mean the same ones nobody can tell.
    Withheld {
        /// How many.
        count: usize,
        /// The levels that are known, in the order of the file.
        levels: Vec<Proficiency>,
    },
    /// It does not ask for it.
    Absent,
    /// Its file names no competencies at all, so that nothing is known of any.
    Silent,
    /// Nothing could be read of the job.
    Unread,
}

impl Cell {
    /// The cell in words: `3`, `2 withheld (levels 4, 3)`, `not in this job`.
    #[must_use]
    pub fn words(&self) -> String {
        match self {
            Cell::Required(level) => level.to_string(),
            Cell::Unlevelled => "no level in file".to_owned(),
            Cell::Withheld { count, levels } => {
                let told: Vec<String> = levels.iter().map(ToString::to_string).collect();
                match told.len() {
                    0 => format!("{count} withheld"),
                    1 => format!("{count} withheld (level {})", told[0]),
                    _ => format!("{count} withheld (levels {})", told.join(", ")),
                }
            }
            Cell::Absent => "not in this job".to_owned(),
            Cell::Silent => "not in file".to_owned(),
            Cell::Unread => "could not be read".to_owned(),
        }
    }

    /// Whether the job asks for the competency of this row.
    #[must_use]
    pub fn asks(&self) -> bool {
        matches!(self, Cell::Required(_) | Cell::Unlevelled)
    }

    /// Whether its file says if the job asks for the competency.
    #[must_use]
    pub fn is_told(&self) -> bool {
        self.asks() || *self == Cell::Absent
    }
}

/// A competency, and what each job says about it.
#[derive(Debug, Clone, PartialEq)]
pub struct MatrixRow<'a> {
    /// The key of its group in the first job that has it.
    pub group: &'a str,
    /// Its name; `None` for all those of its group together that the sources withhold.
    pub name: Option<&'a str>,
    /// The scale of its levels.
    pub scale: &'a Scale,
    /// What each job asks for, where it does; the higher one where it asks twice.
    pub requirements: Vec<Option<&'a Requirement>>,
    /// What each job says.
    pub cells: Vec<Cell>,
}

impl MatrixRow<'_> {
    /// How many steps a column stands above a competency that a job does not ask for, where that
    /// can be told; see [`Scale::steps`].
    #[must_use]
    pub fn steps(&self, column: usize) -> Option<f64> {
        match self.cells.get(column)? {
            Cell::Required(level) => Some(self.scale.steps(*level)),
            Cell::Absent => Some(0.0),
            Cell::Unlevelled | Cell::Withheld { .. } | Cell::Silent | Cell::Unread => None,
        }
    }

    /// How many steps lie between the lowest and the highest of all columns.
    #[must_use]
    pub fn spread(&self) -> f64 {
        let levels = (0..self.cells.len()).filter_map(|column| self.steps(column));
        let (low, high) = levels.fold((f64::INFINITY, f64::NEG_INFINITY), |(low, high), level| {
            (low.min(level), high.max(level))
        });
        clean((high - low).max(0.0))
    }

    /// Whether any column differs from the baseline.
    #[must_use]
    pub fn differs(&self, baseline: usize, step: f64) -> bool {
        (0..self.cells.len()).any(|column| self.stands_apart(baseline, column, step))
    }

    /// Whether a column differs from the baseline: by `step` or more, or since only one of the two
    /// asks for it.
    #[must_use]
    pub fn stands_apart(&self, baseline: usize, column: usize, step: f64) -> bool {
        let both = self.cells.get(baseline).zip(self.cells.get(column));
        let one_asks = both.is_some_and(|(base, own)| {
            base.is_told() && own.is_told() && base.asks() != own.asks()
        });
        one_asks || self.above(baseline, column).abs() >= step
    }

    /// Whether another column asks for `step` or more above the baseline.
    #[must_use]
    pub fn is_gap(&self, baseline: usize, step: f64) -> bool {
        (0..self.cells.len()).any(|column| self.above(baseline, column) >= step)
    }

    /// How many steps a column stands above the baseline; 0 where that cannot be told.
    #[must_use]
    pub fn above(&self, baseline: usize, column: usize) -> f64 {
        let both = self.steps(column).zip(self.steps(baseline));
        both.map_or(0.0, |(other, base)| clean(other - base))
    }
}

/// A number of steps without the dust that decimal levels leave behind the sixth decimal, so that
/// half a level is half a level.
fn clean(steps: f64) -> f64 {
    (steps * 1e6).round() / 1e6
}

/// The matrix of some jobs, by group and then in the order of the first job that has each.
#[must_use]
pub fn matrix<'a>(library: &'a Library, jobs: &[usize]) -> Vec<MatrixRow<'a>> {
    let mut rows: Vec<MatrixRow<'a>> = Vec::new();
    let mut known: HashMap<String, usize> = HashMap::new();
    for (column, &job) in jobs.iter().enumerate() {
        let profile = library.jobs().get(job).and_then(|job| job.profile.as_ref());
        for (group, requirement) in profile.into_iter().flat_map(|p| p.requirements()) {
            let key = match requirement.name.as_deref() {
                Some(name) => format!("named {}", library.competency_key(name)),
                None => format!("withheld {group}"),
            };
            let at = *known.entry(key).or_insert_with(|| {
                rows.push(MatrixRow {
                    group,
                    name: requirement.name.as_deref(),
                    scale: library.described(requirement).scale,
                    requirements: vec![None; jobs.len()],
                    cells: vec![Cell::Absent; jobs.len()],
                });
                rows.len() - 1
            });
            rows[at].put(column, requirement);
        }
    }
    for (column, &job) in jobs.iter().enumerate() {
        let unknown = match job {
            job if is_unread(library, job) => Cell::Unread,
            job if names_no_competencies(library, job) => Cell::Silent,
            _ => continue,
        };
        rows.iter_mut().for_each(|row| row.cells[column] = unknown.clone());
    }
    rows.sort_by_key(|row| library.settings().group_rank(row.group));
    rows
}

impl<'a> MatrixRow<'a> {
    /// Takes down what a job asks for: of a competency that stands twice the higher level counts,
    /// and of those without a name each.
    fn put(&mut self, column: usize, requirement: &'a Requirement) {
        let cell = &mut self.cells[column];
        if requirement.is_withheld() {
            if !matches!(cell, Cell::Withheld { .. }) {
                *cell = Cell::Withheld { count: 0, levels: Vec::new() };
            }
            if let Cell::Withheld { count, levels } = cell {
                *count += 1;
                levels.extend(requirement.level);
            }
        } else if self.requirements[column].is_none_or(|before| before.level < requirement.level) {
            self.requirements[column] = Some(requirement);
            *cell = requirement.level.map_or(Cell::Unlevelled, Cell::Required);
        }
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
    /// Those in which another job differs from the baseline.
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

    /// Whether a row is shown in which another job differs from the baseline, or another job goes beyond the baseline.
    #[must_use]
    pub fn lets(self, differs: bool, gap: bool) -> bool {
        match self {
            Shown::All => true,
            Shown::Differences => differs,
            Shown::Gaps => gap,
        }
    }

    /// What is left, as a sentence without its end.
    #[must_use]
    pub fn sentence(self) -> &'static str {
        match self {
            Shown::All => "Everything is shown",
            Shown::Differences => "Only what differs from the baseline is shown",
            Shown::Gaps => {
                "Only what another job asks for beyond the baseline is shown, and facts that differ"
            }
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
        .filter(|row| shown.lets(row.differs(baseline, step), row.is_gap(baseline, step)))
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
