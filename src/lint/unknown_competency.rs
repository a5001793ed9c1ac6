//! A competency that no file describes and the job does not define on the spot.

use super::{Case, Tell};
use crate::model::{Spot, rule};
use crate::search::nearest;

/// Looks every name up, and the nearest one where it is none.
pub(super) fn of_job(case: &Case<'_>, tell: &mut Tell<'_>) {
    for (number, (_, requirement)) in (0..).zip(case.profile.requirements()) {
        let Some(name) = requirement.name.as_deref() else { continue };
        if !case.is_unknown(number, requirement) {
            continue;
        }
        let names = case.library.competencies().iter().map(|known| known.name.as_str());
        let remedy = match nearest(name, names) {
            Some(near) => format!("did you mean “{near}”?"),
            None => "write one, or a definition here".to_owned(),
        };
        let sentence = format!("no file under competencies describes “{name}”; {remedy}");
        tell.tell(rule::UNKNOWN_COMPETENCY, Spot::Requirement(number), sentence);
    }
}
