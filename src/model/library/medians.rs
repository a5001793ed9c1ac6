//! How many of a library's jobs ask for each competency, and at which level in the middle.

use super::Library;
use crate::model::Proficiency;
use std::collections::HashMap;

/// What there is to say of a competency when all jobs are looked at.
#[derive(Debug)]
pub(super) struct Demand {
    /// How many jobs ask for it.
    pub jobs: usize,
    /// The median level; `None` where no job gives one. See [`Library::median_level`].
    pub median: Option<f64>,
}

/// The levels at which jobs ask for a competency.
struct Asked {
    key: String,
    levels: Vec<f64>,
    jobs: usize,
    /// The job that was counted last, which may ask for it twice.
    last: usize,
}

impl Library {
    /// How much every competency is asked for, by its key.
    pub(super) fn measured(&self) -> HashMap<String, Demand> {
        // Thousands of jobs use a few dozen names: each is folded once.
        let mut places: HashMap<&str, usize> = HashMap::new();
        let mut measures: Vec<Asked> = Vec::new();
        let mut by_key: HashMap<String, usize> = HashMap::new();
        let mut measured_jobs = 0;
        for (job, entry) in self.jobs.iter().enumerate() {
            let Some(profile) = &entry.profile else { continue };
            let mut any = false;
            for (_, requirement) in profile.requirements() {
                any = true;
                let Some(name) = requirement.name.as_deref() else { continue };
                let place = *places.entry(name).or_insert_with(|| {
                    let key = self.competency_key(name);
                    *by_key.entry(key.clone()).or_insert_with(|| {
                        measures.push(Asked { key, levels: Vec::new(), jobs: 0, last: usize::MAX });
                        measures.len() - 1
                    })
                });
                let asked = &mut measures[place];
                asked.levels.extend(requirement.level.map(Proficiency::value));
                asked.jobs += usize::from(asked.last != job);
                asked.last = job;
            }
            measured_jobs += usize::from(any);
        }
        measures
            .into_iter()
            .map(|Asked { key, levels, jobs, .. }| {
                let scale = self.competency(&key).and_then(|c| c.scale.as_deref());
                let lowest = self.scale(scale).ends().map_or(0.0, |(low, _)| f64::from(low));
                let has_level = !levels.is_empty();
                let median =
                    has_level.then(|| median_with_absent(levels, measured_jobs, lowest - 1.0));
                (key, Demand { jobs, median })
            })
            .collect()
    }
}

/// The middle of `levels` and of as many `absent` as there are jobs without one.
fn median_with_absent(mut levels: Vec<f64>, jobs: usize, absent: f64) -> f64 {
    levels.resize(jobs.max(levels.len()), absent);
    levels.sort_by(f64::total_cmp);
    let middle = levels.len() / 2;
    match levels.get(middle) {
        Some(upper) if levels.len() % 2 == 1 => *upper,
        Some(upper) => f64::midpoint(levels[middle - 1], *upper),
        None => absent,
    }
}
