//! A level that is not on its scale.

use super::{Case, Tell};
use crate::model::{Competency, Library, Proficiency, Scale, Spot, rule};

/// The levels that a job requires.
pub(super) fn of_job(case: &Case<'_>, tell: &mut Tell<'_>) {
    for (number, (_, requirement)) in (0..).zip(case.profile.requirements()) {
        let Some(level) = requirement.level else { continue };
        // Nobody knows the scale of a competency that nobody describes.
        if case.is_unknown(number, requirement) {
            continue;
        }
        let name = case.shared(number).and_then(|shared| shared.scale.as_deref());
        let scale = case.library.scale(name);
        if let Some(sentence) = sentence(level, scale) {
            tell.tell(rule::OFF_SCALE, Spot::Required(number), sentence);
        }
    }
}

/// The levels that a competency describes.
pub(super) fn of_competency(library: &Library, competency: &Competency, tell: &mut Tell<'_>) {
    // The levels of an unknown scale are judged when it is known.
    let Some(scale) = library.settings().scale(competency.scale.as_deref()) else { return };
    for &number in competency.levels.keys() {
        let level = Proficiency::new(f64::from(number));
        if let Some(sentence) = level.and_then(|level| sentence(level, scale)) {
            tell.tell(rule::OFF_SCALE, Spot::LevelText(0, number), sentence);
        }
    }
}

fn sentence(level: Proficiency, scale: &Scale) -> Option<String> {
    let (low, high) = scale.ends()?;
    let off = !scale.holds(level);
    off.then(|| format!("level: {level} is not on its scale ({low} to {high})"))
}
