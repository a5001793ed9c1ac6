//! Which jobs are alike, and by which moves one leads to another.
//!
//! Two jobs are as alike as the competencies that they ask for: of each competency the smaller of
//! the two heights on its scale, added up and divided by the sum of the larger ones. That is the
//! weighted form of the Jaccard index (M. Ružička, Biológia 13, 1958): 1 for two jobs that ask for
//! the very same, 0 for two that share nothing. A height is a share of the scale in steps, from 0, one
//! step below it, where a competency stands that is not asked for, to 1 at its top; one step is one
//! level of it, whatever the levels' numbers are. So scales of different lengths weigh alike. Pay and family do not count; they are told beside it.

mod mover;
mod route;
#[cfg(test)]
mod tests;

pub use mover::{Climb, KINDS, Kind, Move, between, rung_median};
pub use route::{Route, route};

use crate::compare::{NAMES_NONE, names_no_competencies};
use crate::model::{Library, Proficiency, Profile, Scale};
use std::collections::HashMap;

/// How likeness is measured, in words, with its source.
pub const MEASURE: &str = "Two jobs are as alike as the competencies and levels that they ask for: \
    of each competency the smaller of the two heights on its scale, added up and divided by the sum \
    of the larger ones (the weighted Jaccard index; M. Ružička, Biológia 13, 1958). 100 % are the \
    very same, 0 % share nothing; pay and family do not count.";

/// The same and how kinds of moves are told apart, as short as a line.
pub const MEASURE_IN_A_LINE: &str = "100 % asks for the very same competencies and levels · \
    weighted Jaccard index; a move up or down is 5 % of level or pay, or more";

/// What is said where pay is hidden.
pub const WITHOUT_PAY: &str = "pay is hidden and does not count for the kind of move";

/// Why no job is near one that is called so.
#[must_use]
pub fn none_near(library: &Library, job: usize, title: &str) -> String {
    let profile = library.jobs().get(job).and_then(|job| job.profile.as_ref());
    let names_any = |profile: &Profile| profile.requirements().any(|(_, r)| r.name.is_some());
    if names_no_competencies(library, job) {
        format!("{title} {NAMES_NONE}")
    } else if profile.is_some_and(names_any) {
        format!("{title} asks for no competency that another job asks for")
    } else {
        format!("{title} names no competency, so that no job can be near it")
    }
}

/// How many of the nearest jobs a hop may lead to.
pub const NEAREST: usize = 32;

/// What every job of a library asks for, ready to be held against each other. Sixteen thousand jobs
/// with seventy competencies each take nine megabytes.
#[derive(Debug, Default, PartialEq)]
pub struct Likeness {
    /// The competencies of all jobs, those of each sorted by number, with their heights.
    heights: Vec<(u32, f32)>,
    /// Where those of each job end.
    ends: Vec<usize>,
    /// The sum of each job's heights.
    totals: Vec<f32>,
}

/// A job that is like another one.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Near {
    /// The job, by its index in the library.
    pub job: usize,
    /// How alike the two are, from 0 to 1.
    pub likeness: f32,
}

impl Likeness {
    /// Takes down what every job asks for.
    #[must_use]
    pub fn of(library: &Library) -> Self {
        // Thousands of jobs use a few dozen names: each is looked up once.
        let mut names: HashMap<&str, (u32, &Scale)> = HashMap::new();
        let mut numbers: HashMap<String, u32> = HashMap::new();
        let mut all = Self::default();
        let mut own: Vec<(u32, f32)> = Vec::new();
        for job in library.jobs() {
            own.clear();
            for (_, requirement) in job.profile.iter().flat_map(Profile::requirements) {
                let Some(name) = requirement.name.as_deref() else { continue };
                let (number, scale) = *names.entry(name).or_insert_with(|| {
                    let next = u32::try_from(numbers.len()).unwrap_or(u32::MAX);
                    let number = *numbers.entry(library.competency_key(name)).or_insert(next);
                    (number, library.described(requirement).scale)
                });
                own.push((number, height(requirement.level, scale)));
            }
            // Of a competency that stands twice the higher one counts.
            own.sort_by(|a, b| a.0.cmp(&b.0).then(b.1.total_cmp(&a.1)));
            own.dedup_by_key(|(number, _)| *number);
            all.totals.push(own.iter().map(|(_, height)| height).sum());
            all.heights.extend_from_slice(&own);
            all.ends.push(all.heights.len());
        }
        all
    }

    fn heights(&self, job: usize) -> &[(u32, f32)] {
        let end = self.ends.get(job).copied().unwrap_or_default();
        let start = job.checked_sub(1).and_then(|before| self.ends.get(before)).copied();
        self.heights.get(start.unwrap_or_default()..end).unwrap_or_default()
    }

    /// How alike two jobs are, from 0 to 1. A job without competencies is like no other.
    #[must_use]
    pub fn between(&self, a: usize, b: usize) -> f32 {
        let (Some(total_a), Some(total_b)) = (self.totals.get(a), self.totals.get(b)) else {
            return 0.0;
        };
        let common = common(self.heights(a), self.heights(b));
        // What both have is counted in both totals: the larger heights are the rest.
        let larger = total_a + total_b - common;
        if larger > 0.0 { (common / larger).clamp(0.0, 1.0) } else { 0.0 }
    }

    /// How far apart two jobs are, from 0 to 1.
    #[must_use]
    pub fn distance(&self, a: usize, b: usize) -> f32 {
        1.0 - self.between(a, b)
    }

    /// The jobs that are most like one, the most alike first, at most `count`; of equals the first.
    /// Jobs that share nothing with it are none of them.
    #[must_use]
    pub fn nearest(&self, job: usize, count: usize) -> Vec<Near> {
        let others = (0..self.totals.len()).filter(|other| *other != job);
        let mut near: Vec<Near> = others
            .map(|other| Near { job: other, likeness: self.between(job, other) })
            .filter(|near| near.likeness > 0.0)
            .collect();
        let order =
            |a: &Near, b: &Near| b.likeness.total_cmp(&a.likeness).then_with(|| a.job.cmp(&b.job));
        if near.len() > count && count > 0 {
            near.select_nth_unstable_by(count - 1, order);
        }
        near.truncate(count);
        near.sort_by(order);
        near
    }

    /// Whether `other` is among the [`NEAREST`] of `job`, without working out which the others are.
    fn is_near(&self, job: usize, other: usize) -> bool {
        let likeness = self.between(job, other);
        let nearer = |third: usize| {
            let there = self.between(job, third);
            third != job && (there > likeness || (there == likeness && third < other))
        };
        likeness > 0.0 && (0..self.totals.len()).filter(|&t| nearer(t)).nth(NEAREST - 1).is_none()
    }
}

/// The sum of the smaller heights of all competencies that both have.
fn common(a: &[(u32, f32)], b: &[(u32, f32)]) -> f32 {
    let (mut i, mut j, mut sum) = (0, 0, 0.0);
    while let (Some((number_a, height_a)), Some((number_b, height_b))) = (a.get(i), b.get(j)) {
        if number_a == number_b {
            sum += height_a.min(*height_b);
        }
        i += usize::from(number_a <= number_b);
        j += usize::from(number_b <= number_a);
    }
    sum
}

/// How high on its scale a level stands; one that is not in the file counts as the lowest.
fn height(level: Option<Proficiency>, scale: &Scale) -> f32 {
    if scale.levels.is_empty() {
        return 0.0;
    }
    // Scales have few levels; a share of one is told with a precision far below a float's.
    let share = |steps: f64| (steps / scale.levels.len() as f64).clamp(0.0, 1.0) as f32;
    share(level.map_or(1.0, |level| scale.steps(level)))
}
