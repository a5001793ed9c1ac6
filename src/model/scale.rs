//! Proficiency scales and the levels on them.

use super::Number;
use serde::{Serialize, Serializer};
use std::collections::BTreeMap;

/// A required proficiency level. It may be decimal (4.62) and is never rounded. Always finite,
/// from 0 to 99.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Proficiency(Number);

impl Proficiency {
    /// The highest number a level may have.
    pub const HIGHEST: f64 = 99.0;

    /// A level, or `None` where the number is not finite or not within 0 to 99.
    #[must_use]
    pub fn new(value: f64) -> Option<Self> {
        (0.0..=Self::HIGHEST).contains(&value).then(|| Number::new(value).map(Self))?
    }

    /// The number itself.
    #[must_use]
    pub fn value(self) -> f64 {
        self.0.value()
    }

    /// The level's number where it is a whole one.
    #[must_use]
    pub fn whole(self) -> Option<u8> {
        // In range by construction, so the cast is exact for whole numbers.
        (self.value().fract() == 0.0).then_some(self.value() as u8)
    }
}

impl std::fmt::Display for Proficiency {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}", self.value())
    }
}

impl Serialize for Proficiency {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self.whole() {
            Some(whole) => serializer.serialize_u8(whole),
            None => serializer.serialize_f64(self.value()),
        }
    }
}

/// An ordered set of proficiency levels with their names.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Scale {
    /// Whether a level includes all that stands below it.
    pub cumulative: bool,
    /// Level number → its name; `None` where the scale names a level by its number alone.
    pub levels: BTreeMap<u8, Option<String>>,
}

impl Scale {
    /// The scale that holds where a library gives none: five cumulative levels.
    #[must_use]
    pub fn built_in() -> Self {
        let names = [
            "General familiarity",
            "Light experience",
            "Moderate experience",
            "Extensive experience",
            "Mastery",
        ];
        let levels = (1..).zip(names.map(|n| Some(n.to_owned()))).collect();
        Self { cumulative: true, levels }
    }

    /// The lowest and the highest level number, or `None` for a scale without levels.
    #[must_use]
    pub fn ends(&self) -> Option<(u8, u8)> {
        Some((*self.levels.keys().next()?, *self.levels.keys().next_back()?))
    }

    /// The name of a level, where it is a whole one and has a name.
    #[must_use]
    pub fn label(&self, level: Proficiency) -> Option<&str> {
        self.levels.get(&level.whole()?)?.as_deref().filter(|name| !name.is_empty())
    }

    /// How many steps a level stands above one that is not asked for, which stands one step below
    /// the lowest. One step is one level of the scale, whatever the levels' numbers are: on a scale
    /// of 10, 20 and 30 the level 20 is 2 steps up, and 25 is 2.5. A level that lies beyond an end
    /// is counted on as the scale goes on there.
    #[must_use]
    pub fn steps(&self, level: Proficiency) -> f64 {
        let numbers: Vec<f64> = self.levels.keys().copied().map(f64::from).collect();
        let value = level.value();
        let last = match numbers[..] {
            [] => return value + 1.0,
            [only] => return (value - only + 1.0).max(0.0),
            [.., _, _] => numbers.len() - 2,
        };
        // The pair of neighbours that it lies between, else the pair at that end.
        let below = numbers.iter().rposition(|number| *number <= value).unwrap_or(0).min(last);
        let (low, high) = (numbers[below], numbers[below + 1]);
        // Scales have few levels, whose count a float holds exactly.
        (below as f64 + (value - low) / (high - low) + 1.0).max(0.0)
    }

    /// Whether a level lies between the scale's ends.
    #[must_use]
    pub fn holds(&self, level: Proficiency) -> bool {
        self.ends()
            .is_some_and(|(low, high)| (f64::from(low)..=f64::from(high)).contains(&level.value()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_level_is_shown_as_it_was_typed() {
        let shown = |v| Proficiency::new(v).map(|p| p.to_string());
        assert_eq!(shown(3.0).as_deref(), Some("3"));
        assert_eq!(shown(4.62).as_deref(), Some("4.62"));
        assert_eq!(shown(-1.0), None);
        assert_eq!(shown(f64::NAN), None);
    }

    #[test]
    fn a_step_is_a_level_whatever_its_number() {
        let scale = |numbers: &[u8]| {
            let levels = numbers.iter().map(|number| (*number, None)).collect();
            Scale { cumulative: true, levels }
        };
        let tens = scale(&[10, 20, 30]);
        let steps = |scale: &Scale, value| scale.steps(Proficiency::new(value).unwrap());
        assert_eq!([10.0, 20.0, 25.0, 30.0].map(|v| steps(&tens, v)), [1.0, 2.0, 2.5, 3.0]);
        assert_eq!([5.0, 40.0, 0.0].map(|v| steps(&tens, v)), [0.5, 4.0, 0.0]);
        assert_eq!(steps(&Scale::built_in(), 3.25), 3.25);
        assert_eq!(steps(&scale(&[0, 1, 2]), 0.0), 1.0);
        assert_eq!((steps(&scale(&[4]), 4.0), steps(&scale(&[]), 3.0)), (1.0, 4.0));
    }

    #[test]
    fn a_decimal_level_lies_on_the_scale_but_has_no_name() {
        let scale = Scale::built_in();
        let between = Proficiency::new(3.75).expect("a level");
        assert!(scale.holds(between));
        assert_eq!(scale.label(between), None);
        let whole = Proficiency::new(3.0).expect("a level");
        assert_eq!(scale.label(whole), Some("Moderate experience"));
    }
}
