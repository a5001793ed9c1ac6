//! A group that no library has and whose key is near to one that it has.

use super::tell::quoted;
use super::{Case, Tell};
use crate::model::{Key, Settings, Spot, rule};
use crate::search::nearest;

/// The groups of a job, and those that it declares. A key that is far from all others is a group of
/// the job's own.
pub(super) fn of_job(case: &Case<'_>, tell: &mut Tell<'_>) {
    let built_in = Settings::default().groups;
    let groups = case.library.settings().groups.iter().chain(&built_in);
    let known: Vec<&str> = groups.map(|(key, _)| key.as_str()).collect();
    let asked = (0..).zip(case.profile.competencies.iter().map(|group| &*group.key));
    let declared = (0..).zip(case.profile.declared.iter().map(|(key, _)| key.as_str()));
    let asked = asked.map(|(n, key)| (Key::Competencies, n, "competencies", key));
    let declared = declared.map(|(n, key)| (Key::Declared, n, "declared", key));
    for (at, number, what, key) in asked.chain(declared) {
        if known.contains(&key) {
            continue;
        }
        if let Some(near) = nearest(key, known.iter().copied()) {
            let sentence =
                format!("{what}: no group is called {}; did you mean {near}?", quoted(key));
            tell.tell(rule::NEAR_GROUP, Spot::Item(at, number), sentence);
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::lint::tests::told_of;

    #[test]
    fn a_slip_in_the_key_of_a_group_is_told() {
        let job =
            "title: A\ndeclared: { Core: 8, own: 2 }\ncompetencies:\n  genral:\n  own:\n  hard:\n";
        assert_eq!(
            told_of(&[job]),
            [
                "0: 2:13 declared: no group is called “Core”; did you mean core? [near-group]",
                "0: 4:3 competencies: no group is called “genral”; did you mean general? [near-group]",
            ]
        );
    }
}
