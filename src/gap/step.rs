//! A level of a competency and whose text counts for it: its own, else that of the highest described
//! level below it.

use crate::model::{Described, LevelText, Levels, Proficiency, Scale};

/// A level on the way.
#[derive(Debug, Clone, PartialEq)]
pub struct Step<'a> {
    /// Its number.
    pub number: u8,
    /// Its name, where it has one.
    pub label: Option<&'a str>,
    /// What people do there; `None` where no file says.
    pub text: Option<&'a LevelText>,
    /// The levels of the two jobs, the first one's first, that this text counts for though it is
    /// not, or not for both, their own.
    pub counts_for: Vec<Proficiency>,
}

impl Step<'_> {
    /// Which levels its text counts for, where that has to be said:
    /// `its text counts for 2.12 and 3.88`.
    #[must_use]
    pub fn counts(&self) -> Option<String> {
        counts_words(&self.counts_for)
    }

    /// Its number and its name: `3 Moderate experience`.
    #[must_use]
    pub fn name(&self) -> String {
        self.label
            .map_or_else(|| self.number.to_string(), |label| format!("{} {label}", self.number))
    }

    /// What is said where its text is missing.
    #[must_use]
    pub fn missing(&self) -> Option<&'static str> {
        match self.text {
            Some(text) if text.undefined => Some("not defined at the source"),
            Some(text) if text.is_described() => None,
            _ => Some("not in file"),
        }
    }
}

/// What stands behind a level whose text counts for other ones: `its text counts for 2.6`.
#[must_use]
pub fn counts_words(levels: &[Proficiency]) -> Option<String> {
    let levels: Vec<String> = levels.iter().map(ToString::to_string).collect();
    (!levels.is_empty()).then(|| format!("its text counts for {}", levels.join(" and ")))
}

/// The levels that have to be learned.
pub(super) fn steps<'a>(
    scale: &'a Scale,
    levels: &'a Levels,
    from: Option<Proficiency>,
    to: Proficiency,
) -> Vec<Step<'a>> {
    let counting = holds(levels, to);
    let had = from.filter(|from| counting.is_some() && holds(levels, *from) == counting);
    let counts_for = |number: u8| match had {
        _ if counting != Some(number) => Vec::new(),
        Some(from) => vec![from, to],
        None => not_its_own(number, to),
    };
    let step = |number: u8| Step { counts_for: counts_for(number), ..step(scale, levels, number) };
    let below = from.map_or(f64::NEG_INFINITY, Proficiency::value);
    let on_the_way = |number: &u8| (f64::from(*number) > below) && f64::from(*number) <= to.value();
    let mut numbers: Vec<u8> = Vec::new();
    if scale.cumulative {
        numbers.extend(scale.levels.keys().chain(levels.keys()).copied().filter(on_the_way));
    }
    // The text that counts for the level may be one that counts already.
    numbers.extend(counting);
    if numbers.is_empty() {
        numbers.push(whole_below(to));
    }
    numbers.sort_unstable();
    numbers.dedup();
    numbers.into_iter().map(step).collect()
}

/// What people do at a required level: the level whose text counts for it, or where none does the
/// whole level that it stands on.
#[must_use]
pub fn required_step<'a>(described: Described<'a>, required: Proficiency) -> Step<'a> {
    let Described { scale, levels, .. } = described;
    match holds(levels, required) {
        Some(number) => {
            let counts_for = not_its_own(number, required);
            Step { counts_for, ..step(scale, levels, number) }
        }
        None => step(scale, levels, whole_below(required)),
    }
}

/// A level of a scale, and its text.
fn step<'a>(scale: &'a Scale, levels: &'a Levels, number: u8) -> Step<'a> {
    let text = levels.get(&number);
    let own = text.and_then(|text| text.label.as_deref());
    let label = own.or_else(|| scale.levels.get(&number).and_then(Option::as_deref));
    let label = label.filter(|label| !label.is_empty());
    Step { number, label, text, counts_for: Vec::new() }
}

/// The required level, where it is another one than that of the text that counts for it.
fn not_its_own(number: u8, required: Proficiency) -> Vec<Proficiency> {
    if required.whole() == Some(number) { Vec::new() } else { vec![required] }
}

/// The whole level that a required one stands on. Levels are small and not negative.
fn whole_below(required: Proficiency) -> u8 {
    required.value() as u8
}

/// The level whose text counts for a required one: the highest described level that does not stand
/// above it.
pub(super) fn holds(levels: &Levels, required: Proficiency) -> Option<u8> {
    let described = levels.iter().filter(|(_, text)| text.is_described());
    described.map(|(number, _)| *number).filter(|n| f64::from(*n) <= required.value()).max()
}
