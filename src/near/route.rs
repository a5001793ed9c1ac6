//! From one job to another by small moves.

use super::{Likeness, NEAREST, Near};
use std::collections::HashMap;

/// A way from one job to another.
#[derive(Debug, Clone, PartialEq)]
pub struct Route {
    /// The jobs on the way, with the first and the last.
    pub jobs: Vec<usize>,
    /// How far each is from the one before, from 0 to 1; one fewer than the jobs.
    pub hops: Vec<f32>,
}

impl Route {
    fn new(likeness: &Likeness, jobs: Vec<usize>) -> Self {
        let hops = jobs.windows(2).map(|pair| likeness.distance(pair[0], pair[1])).collect();
        Self { jobs, hops }
    }

    /// The largest hop.
    #[must_use]
    pub fn largest(&self) -> f32 {
        self.hops.iter().copied().fold(0.0, f32::max)
    }

    /// Whether this one is better: a smaller largest hop, then fewer hops, then a smaller sum.
    fn is_better_than(&self, other: &Self) -> bool {
        let sum = |route: &Self| route.hops.iter().sum::<f32>();
        self.largest()
            .total_cmp(&other.largest())
            .then_with(|| self.hops.len().cmp(&other.hops.len()))
            .then_with(|| sum(self).total_cmp(&sum(other)))
            .then_with(|| self.jobs.cmp(&other.jobs))
            .is_lt()
    }

    /// Whether a job on the way could be left out without a larger hop. Such a detour helps nobody.
    fn is_detour(&self, likeness: &Likeness) -> bool {
        (1..self.jobs.len().saturating_sub(1)).any(|at| {
            let mut jobs = self.jobs.clone();
            jobs.remove(at);
            Self::new(likeness, jobs).largest() < self.largest()
        })
    }
}

/// The best way from one job to another in at most three hops, each to one of a job's
/// [`NEAREST`]. `None` where there is none.
#[must_use]
pub fn route(likeness: &Likeness, from: usize, to: usize) -> Option<Route> {
    if from == to {
        return None;
    }
    let mut best: Option<Route> = None;
    let mut consider = |jobs: Vec<usize>| {
        let route = Route::new(likeness, jobs);
        let better = best.as_ref().is_none_or(|best| route.is_better_than(best));
        if better && !route.is_detour(likeness) {
            best = Some(route);
        }
        best.as_ref().map_or(f32::INFINITY, Route::largest)
    };
    let first = likeness.nearest(from, NEAREST);
    let mut bound = f32::INFINITY;
    if first.iter().any(|near| near.job == to) {
        bound = consider(vec![from, to]);
    }
    // Whether a job has the goal among its nearest is asked of many jobs more than once.
    let mut ends: HashMap<usize, bool> = HashMap::new();
    for Near { job: a, likeness: alike } in first.iter().copied().filter(|near| near.job != to) {
        if 1.0 - alike > bound {
            continue;
        }
        let second = likeness.nearest(a, NEAREST);
        if second.iter().any(|near| near.job == to) {
            bound = consider(vec![from, a, to]);
        }
        for Near { job: b, likeness: alike } in second {
            let far = (1.0 - alike).max(likeness.distance(b, to)) > bound;
            if b == to || b == from || far {
                continue;
            }
            if *ends.entry(b).or_insert_with(|| likeness.is_near(b, to)) {
                bound = consider(vec![from, a, b, to]);
            }
        }
    }
    best
}
