//! Holds levels against their scales, which only a whole library knows.

use super::decode::{CompetencyPlaces, LevelPlaces};
use super::rule;
use super::text::error;
use crate::model::{
    Competency, DEFAULT_SCALE, Place, Problem, Proficiency, Profile, Scale, Settings,
    competency_names, folded_name,
};
use std::collections::HashMap;
use std::sync::Arc;

/// Which scale the levels of each competency stand on.
pub(super) struct Scales<'l> {
    settings: &'l Settings,
    competencies: &'l [Arc<Competency>],
    names: HashMap<String, usize>,
}

impl<'l> Scales<'l> {
    /// The scales as the competencies name them.
    pub fn new(settings: &'l Settings, competencies: &'l [Arc<Competency>]) -> Self {
        Self { settings, competencies, names: competency_names(competencies) }
    }

    /// The name of the scale on which the levels of a competency stand.
    fn name_for(&self, competency: &str) -> Option<&str> {
        let index = self.names.get(&folded_name(competency))?;
        self.competencies.get(*index)?.scale.as_deref()
    }

    /// An unknown scale is read as the default one, here as everywhere.
    fn scale(&self, name: Option<&str>) -> Option<&Scale> {
        self.settings.scale(name).or_else(|| self.settings.scale(None))
    }

    /// The required levels that are not on their scales.
    pub fn judge_profile(&self, profile: &Profile, places: &LevelPlaces) -> Vec<Problem> {
        let mut problems = Vec::new();
        for ((_, requirement), place) in profile.requirements().zip(places) {
            let Some(level) = requirement.level else { continue };
            let scale = requirement.name.as_deref().and_then(|name| self.name_for(name));
            problems.extend(self.scale(scale).and_then(|scale| off_scale(level, scale, *place)));
        }
        problems
    }

    /// The levels that a competency describes and its scale does not have, or its unknown scale.
    pub fn judge_competency(
        &self,
        competency: &Competency,
        places: &CompetencyPlaces,
    ) -> Vec<Problem> {
        let name = competency.scale.as_deref();
        if let (Some(name), None) = (name, self.settings.scale(name)) {
            let known: Vec<&str> = self.settings.scales.keys().map(String::as_str).collect();
            let sentence =
                format!("scale: library.yaml has no scale “{name}”; it has {}", known.join(", "));
            return vec![error(rule::UNKNOWN_SCALE, places.scale, sentence)];
        }
        let Some(scale) = self.settings.scale(Some(name.unwrap_or(DEFAULT_SCALE))) else {
            return Vec::new();
        };
        let level = |number: u8| Proficiency::new(f64::from(number));
        let levels = places.levels.iter();
        levels.filter_map(|(n, place)| off_scale(level(*n)?, scale, Some(*place))).collect()
    }
}

fn off_scale(level: Proficiency, scale: &Scale, place: Option<Place>) -> Option<Problem> {
    let (low, high) = scale.ends()?;
    if scale.holds(level) {
        return None;
    }
    let sentence = format!("level: {level} is not on its scale ({low} to {high})");
    Some(error(rule::OFF_SCALE, place, sentence))
}
