//! The median level at which a library's jobs ask for each competency.

use super::Library;
use crate::model::Proficiency;
use std::collections::HashMap;

impl Library {
    /// The median level of every competency, see [`Library::median_level`].
    pub(super) fn measured(&self) -> HashMap<String, f64> {
        // Thousands of jobs use a few dozen names: each is folded once.
        let mut places: HashMap<&str, usize> = HashMap::new();
        let mut measures: Vec<(String, Vec<f64>)> = Vec::new();
        let mut by_key: HashMap<String, usize> = HashMap::new();
        let mut measured_jobs = 0;
        for profile in self.jobs.iter().filter_map(|j| j.profile.as_ref()) {
            let mut any = false;
            for (_, requirement) in profile.requirements() {
                any = true;
                let Some(name) = requirement.name.as_deref() else { continue };
                let place = *places.entry(name).or_insert_with(|| {
                    let key = self.competency_key(name);
                    *by_key.entry(key.clone()).or_insert_with(|| {
                        measures.push((key, Vec::new()));
                        measures.len() - 1
                    })
                });
                measures[place].1.extend(requirement.level.map(Proficiency::value));
            }
            measured_jobs += usize::from(any);
        }
        measures
            .into_iter()
            .filter(|(_, levels)| !levels.is_empty())
            .map(|(key, levels)| {
                let scale = self.competency(&key).and_then(|c| c.scale.as_deref());
                let lowest = self.scale(scale).ends().map_or(0.0, |(low, _)| f64::from(low));
                let median = median_with_absent(levels, measured_jobs, lowest - 1.0);
                (key, median)
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
