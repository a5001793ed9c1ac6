//! A scale that library.yaml does not have.

use super::Tell;
use crate::model::{Competency, Key, Library, Spot, rule};

/// Looks the scale's name up.
pub(super) fn of_competency(library: &Library, competency: &Competency, tell: &mut Tell<'_>) {
    let settings = library.settings();
    let Some(name) = competency.scale.as_deref() else { return };
    if settings.scale(Some(name)).is_none() {
        let known: Vec<&str> = settings.scales.keys().map(String::as_str).collect();
        let sentence =
            format!("scale: library.yaml has no scale “{name}”; it has {}", known.join(", "));
        tell.tell(rule::UNKNOWN_SCALE, Spot::Key(Key::Scale), sentence);
    }
}
