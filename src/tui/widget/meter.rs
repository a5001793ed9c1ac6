//! A proficiency level as filled and empty signs: `●●●○○`.

use crate::model::{Proficiency, Scale};
use crate::tui::theme::Signs;

/// The longest scale that is drawn as signs; longer ones are told as numbers.
const LONGEST: u8 = 10;

/// Whether the levels of a scale are too many for signs, so that the meter says the number itself.
#[must_use]
pub fn is_number(scale: &Scale) -> bool {
    scale.ends().is_some_and(|(low, high)| steps(low, high) > LONGEST)
}

/// A scale that begins with 0 has a level at which no sign is filled.
fn steps(low: u8, high: u8) -> u8 {
    high.saturating_sub(low.max(1)).saturating_add(1)
}

/// The meter of a level: filled signs, then empty ones. Nothing is rounded: a level between two
/// whole ones has a half sign, and one that is not on the scale fills none or all. Without a level
/// it is as wide and blank, since empty signs would tell of a level of zero.
#[must_use]
pub fn meter(level: Option<Proficiency>, scale: &Scale, signs: &Signs) -> (String, String) {
    let Some((low, high)) = scale.ends() else { return (String::new(), String::new()) };
    let (first, steps) = (low.max(1), steps(low, high));
    if is_number(scale) {
        return (
            level.map_or_else(String::new, |level| format!("{level} of {high}")),
            String::new(),
        );
    }
    let Some(value) = level.map(Proficiency::value) else {
        return (String::new(), " ".repeat(steps.into()));
    };
    let sign = |step: u8| {
        let at = f64::from(first + step);
        if value >= at {
            signs.full
        } else if value > at - 1.0 && value > f64::from(low) {
            signs.half
        } else {
            signs.empty
        }
    };
    let drawn: Vec<char> = (0..steps).map(sign).collect();
    let filled = drawn.iter().filter(|c| **c != signs.empty).count();
    (drawn[..filled].iter().collect(), drawn[filled..].iter().collect())
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeMap;

    fn drawn(level: f64, low: u8, high: u8) -> String {
        let levels: BTreeMap<_, _> = (low..=high).map(|n| (n, None)).collect();
        let scale = Scale { cumulative: true, levels };
        let (full, empty) = meter(Proficiency::new(level), &scale, &Signs::UNICODE);
        full + &empty
    }

    #[test]
    fn every_scale_has_its_own_length() {
        assert_eq!(drawn(3.0, 1, 5), "●●●○○");
        assert_eq!(drawn(0.0, 0, 7), "○○○○○○○");
        assert_eq!(drawn(4.62, 0, 7), "●●●●◐○○");
        assert_eq!(drawn(0.5, 0, 3), "◐○○");
        assert_eq!(drawn(9.0, 1, 4), "●●●●");
        assert_eq!(drawn(62.0, 0, 99), "62 of 99");
    }

    #[test]
    fn no_level_is_not_drawn_as_the_lowest_one() {
        let (full, empty) = meter(None, &Scale::built_in(), &Signs::UNICODE);
        assert_eq!((full.as_str(), empty.as_str()), ("", "     "));
    }
}
