//! One competency that a job asks for twice.

use super::tell::quoted;
use super::{Case, Tell};
use crate::model::{Spot, folded_name, rule};
use std::borrow::Cow;
use std::collections::HashMap;
use std::collections::hash_map::Entry;

/// Tells each later requirement of the first one, whichever names and groups they have.
pub(super) fn of_job(case: &Case<'_>, tell: &mut Tell<'_>) {
    let mut first: HashMap<Cow<'_, str>, (u16, &str)> = HashMap::with_capacity(case.shared.len());
    for (number, (_, requirement)) in (0..).zip(case.profile.requirements()) {
        let Some(name) = requirement.name.as_deref() else { continue };
        let known = case.shared(number).map(|shared| Cow::Borrowed(shared.name.as_str()));
        match first.entry(known.unwrap_or_else(|| folded_name(name).into())) {
            Entry::Vacant(entry) => _ = entry.insert((number, name)),
            Entry::Occupied(entry) => {
                let sentence = sentence(name, *entry.get(), tell);
                tell.tell(rule::REPEATED_COMPETENCY, Spot::Requirement(number), sentence);
            }
        }
    }
}

fn sentence(name: &str, (first, first_name): (u16, &str), tell: &Tell<'_>) -> String {
    let line = match tell.place(Spot::Requirement(first)) {
        Some(place) => format!("on line {}", place.line),
        None => "further up".to_owned(),
    };
    let called = match folded_name(name) == folded_name(first_name) {
        true => String::new(),
        false => format!(" as {}", quoted(first_name)),
    };
    format!("{} is asked for {line} already{called}; keep one of the two", quoted(name))
}

#[cfg(test)]
mod tests {
    use crate::lint::tests::{competencies, told_by, told_of};

    #[test]
    fn the_same_name_in_two_groups_is_told_with_both_lines() {
        let job = "title: A
competencies:
  general:
    - { name: Speaking, level: 2, definition: Words. }
  core:
    - { withheld: true }
    - { withheld: true }
    - { name: speaking, level: 3, definition: Words. }
";
        assert_eq!(
            told_of(&[job]),
            [
                "0: 8:15 “speaking” is asked for on line 4 already; keep one of the two [repeated-competency]"
            ]
        );
    }

    #[test]
    fn another_name_of_a_shared_competency_is_the_same_one() {
        let shared = competencies(&["name: Speaking\nalso_known_as: [Rhetoric]\n"]);
        let job = "title: A\ncompetencies:\n  x:\n    - Rhetoric: 1\n    - Speaking: 2\n";
        assert_eq!(
            told_by(&[job], shared),
            [
                "0: 5:7 “Speaking” is asked for on line 4 already as “Rhetoric”; keep one of the two [repeated-competency]"
            ]
        );
    }
}
