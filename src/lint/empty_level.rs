//! A level that is listed and says nothing.

use super::Tell;
use crate::model::{LevelText, Levels, Spot, rule};

/// The levels of a competency.
pub(super) fn of_levels(of: u16, levels: &Levels, tell: &mut Tell<'_>) {
    for (number, _) in levels.iter().filter(|(_, level)| is_empty(level)) {
        let sentence = format!(
            "level {number}: nothing is said about it; write its behaviours, delete the line, or \
             write `undefined: true` where the source has none"
        );
        tell.tell(rule::EMPTY_LEVEL, Spot::LevelText(of, *number), sentence);
    }
}

fn is_empty(level: &LevelText) -> bool {
    !level.is_described() && level.more.is_none() && !level.undefined
}

#[cfg(test)]
mod tests {
    use crate::lint::tests::{competencies, told_by, told_of};

    const LEVELS: &str = "1:\n  2: { label: Some }\n  3: { more: 4 }\n  4: { undefined: true }\n";

    #[test]
    fn a_level_without_a_word_is_told_on_the_spot() {
        let job = "title: A
competencies:
  x:
    - name: B
      levels:
        1: { behaviours: [] }
        2: { statement: Something. }
";
        assert_eq!(
            told_of(&[job]),
            [
                "0: 6:9 level 1: nothing is said about it; write its behaviours, delete the line, or write `undefined: true` where the source has none [empty-level]"
            ]
        );
    }

    #[test]
    fn a_level_without_a_word_is_told_in_a_shared_competency() {
        let shared = competencies(&[&format!("name: B\nlevels:\n  {LEVELS}")]);
        let told = told_by(&["title: A\n"], shared);
        assert_eq!(told.len(), 2, "{told:?}");
        assert!(told[0].starts_with("competencies/000.yaml: 3:3 level 1:"), "{told:?}");
        assert!(told[1].starts_with("competencies/000.yaml: 4:3 level 2:"), "{told:?}");
    }
}
