//! Fewer competencies declared than present.

use super::{Case, Tell};
use crate::model::{Key, Spot, rule};

/// Counts each group that says how many it has. More declared than present is what a partial
/// profile looks like; fewer is a slip in one of the two.
pub(super) fn of_job(case: &Case<'_>, tell: &mut Tell<'_>) {
    for (number, (group, declared)) in (0..).zip(&case.profile.declared) {
        let groups = case.profile.competencies.iter().filter(|present| present.key == **group);
        let present: usize = groups.map(|group| group.requirements.len()).sum();
        if present > usize::try_from(*declared).unwrap_or(usize::MAX) {
            let things = if present == 1 { "competency" } else { "competencies" };
            let sentence = format!(
                "declared: {group} has {present} {things} here and {declared} are declared; \
                 correct the number, or the list"
            );
            let spot = Spot::Item(Key::Declared, number);
            tell.tell(rule::DECLARED_BELOW_PRESENT, spot, sentence);
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::lint::tests::told_of;

    #[test]
    fn what_the_source_withholds_counts_as_present() {
        let job = "title: A
declared:
  core: x
  general: 1
  hard: 0
  soft: 3
competencies:
  general: [{ withheld: true }, { withheld: true }]
  soft: [{ withheld: true }]
";
        let told = told_of(&[job]);
        assert_eq!(
            told[1..],
            [
                "0: 4:3 declared: general has 2 competencies here and 1 are declared; correct the number, or the list [declared-below-present]"
            ]
        );
    }
}
