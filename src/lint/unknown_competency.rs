//! A competency that no file describes and the job does not define on the spot.

use super::{Case, Tell};
use crate::model::{Spot, rule};
use crate::search::nearest;

/// Looks every name up, and the nearest one where it is none. Where nothing is shared at all, one
/// sentence tells of a whole job.
pub(super) fn of_job(case: &Case<'_>, tell: &mut Tell<'_>) {
    if case.library.competencies().is_empty() {
        return of_lone_job(case, tell);
    }
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

/// A job whose library shares no competency.
fn of_lone_job(case: &Case<'_>, tell: &mut Tell<'_>) {
    let all = (0..).zip(case.profile.requirements());
    let mut unknown = all.filter(|(number, (_, asked))| case.is_unknown(*number, asked));
    let Some((number, (_, first))) = unknown.next() else { return };
    let name = first.name.as_deref().unwrap_or_default();
    let sentence = match unknown.count() {
        0 => {
            format!(
                "no file under competencies describes “{name}”; write one, or a definition here"
            )
        }
        more => format!(
            "no file stands under competencies that describes “{name}” and {more} more; write them, or open the folder that has them"
        ),
    };
    tell.tell(rule::UNKNOWN_COMPETENCY, Spot::Requirement(number), sentence);
}

#[cfg(test)]
mod tests {
    use crate::lint::tests::{competencies, told_by, told_of};

    #[test]
    fn a_job_without_any_shared_competency_is_told_once() {
        let job = "title: A\ncompetencies:\n  x: [B: 1, C: 2, D: 3]\n";
        assert_eq!(
            told_of(&[job]),
            [
                "0: 3:7 no file stands under competencies that describes “B” and 2 more; write them, or open the folder that has them [unknown-competency]"
            ]
        );
        assert_eq!(told_by(&[job], competencies(&["name: B\n"])).len(), 2);
    }

    #[test]
    fn the_level_of_an_unknown_competency_is_on_no_scale() {
        let told = told_of(&["title: A\ncompetencies:\n  x: [B: 9]\n"]);
        assert_eq!(told.len(), 1, "{told:?}");
    }
}
