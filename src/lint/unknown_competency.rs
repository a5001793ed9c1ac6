//! A competency that no file describes and the job does not define on the spot.

use super::look::looks_like;
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
            Some(near) if odd_character(name, near).is_some() => {
                let odd = odd_character(name, near).unwrap_or_default();
                format!("“{near}” looks the same and has no {}; type it anew", named(odd))
            }
            Some(near) => format!("did you mean “{near}”?"),
            None => "write one, or a definition here".to_owned(),
        };
        let sentence = format!("no file under competencies describes “{name}”; {remedy}");
        tell.tell(rule::UNKNOWN_COMPETENCY, Spot::Requirement(number), sentence);
    }
}

/// The first character of a name that only looks like that of another name.
fn odd_character(name: &str, near: &str) -> Option<char> {
    let differing = || name.chars().zip(near.chars()).find(|(a, b)| a != b);
    let (odd, _) = (looks_like(name) == looks_like(near)).then(differing)??;
    Some(odd)
}

/// A character that is easily taken for another.
fn named(odd: char) -> String {
    match odd {
        '\u{a0}' => "no-break space (U+00A0)".to_owned(),
        _ => format!("{odd} (U+{:04X})", u32::from(odd)),
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
    fn a_character_that_looks_like_another_is_named() {
        let shared = || competencies(&["name: Pay Runs\n"]);
        let told =
            |name| told_by(&[&format!("title: A\ncompetencies: {{ x: [{name}] }}\n")], shared());
        let spaced = told("Pay\u{a0}Runs");
        assert!(
            spaced[0].contains("looks the same and has no no-break space (U+00A0);"),
            "{spaced:?}"
        );
        assert!(told("Pаy Runs")[0].contains("has no а (U+0430)"));
        assert!(told("Pay Run")[0].contains("did you mean"));
    }

    #[test]
    fn the_level_of_an_unknown_competency_is_on_no_scale() {
        let told = told_of(&["title: A\ncompetencies:\n  x: [B: 9]\n"]);
        assert_eq!(told.len(), 1, "{told:?}");
    }
}
