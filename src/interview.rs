//! What to ask in an interview for a job, and by what to judge the answers: the same for everybody.
//!
//! Questions ask for what somebody has done, since that tells more than what they would do. Each
//! is made from a behaviour of the level that the job requires, and answers are held against that
//! level, the one below it and the one above. Pay is no part of it.

mod question;

pub use question::question;

use crate::model::{
    Described, LevelText, Library, Need, Number, Proficiency, Profile, Requirement, Scale,
};

/// How many competencies are asked about where nobody says which.
pub const USUAL: usize = 6;

/// What the scores of an answer mean.
pub const SCORES: [(u8, &str); 5] = [
    (1, "no example, or none that fits"),
    (2, "an example that fits the level below"),
    (3, "an example that shows the required level in part"),
    (4, "an example that shows the required level"),
    (5, "an example that goes beyond the required level"),
];

/// Which competencies are asked about.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Choice {
    /// Those of these names alone; empty for the must-haves, or else the most important ones.
    pub only: Vec<String>,
    /// How many at the most; without it all must-haves, or else [`USUAL`].
    pub most: Option<usize>,
}

/// Why these competencies are asked about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Why {
    /// Somebody named them.
    Named,
    /// The job cannot be had without them.
    Must,
    /// The job says that they matter most, or requires the most of them.
    Important,
}

/// A set of questions for one job.
#[derive(Debug, Clone, PartialEq)]
pub struct Kit<'a> {
    /// Why it asks about these competencies.
    pub why: Why,
    /// What it asks.
    pub asked: Vec<Asked<'a>>,
}

/// What is asked about one competency.
#[derive(Debug, Clone, PartialEq)]
pub struct Asked<'a> {
    /// The competency's name.
    pub name: &'a str,
    /// What it is, where a file says so.
    pub definition: Option<&'a str>,
    /// The level that the job requires, where it gives one.
    pub required: Option<Proficiency>,
    /// The scale of its levels.
    pub scale: &'a Scale,
    /// The question that opens the talk.
    pub question: String,
    /// By what the answer is judged.
    pub sheet: Vec<Mark<'a>>,
}

/// Where a level of the rating sheet stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Standing {
    /// It is the next one below the required level.
    Below,
    /// It is the required one, or its text holds for it.
    Required,
    /// It is the next one above.
    Above,
}

impl Standing {
    /// The word for it.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Standing::Below => "below",
            Standing::Required => "required",
            Standing::Above => "above",
        }
    }
}

/// A level of the rating sheet.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Mark<'a> {
    /// How it stands to what the job requires.
    pub standing: Standing,
    /// Its number.
    pub number: u8,
    /// Its name, where it has one.
    pub label: Option<&'a str>,
    /// What people do there; `None` where no file says.
    pub text: Option<&'a LevelText>,
}

/// The questions for a job. A name that the job does not ask for is passed over.
#[must_use]
pub fn kit<'a>(library: &'a Library, job: usize, choice: &Choice) -> Kit<'a> {
    let all = asked_for(library, job);
    let is_named = |(name, _): &(&str, &Requirement)| {
        choice.only.iter().any(|only| library.competency_key(only) == library.competency_key(name))
    };
    let is_must = |(_, requirement): &(&str, &Requirement)| requirement.need == Some(Need::Must);
    let (why, mut chosen, usual) = if !choice.only.is_empty() {
        (Why::Named, all.iter().copied().filter(is_named).collect::<Vec<_>>(), usize::MAX)
    } else if all.iter().any(is_must) {
        (Why::Must, all.iter().copied().filter(is_must).collect(), usize::MAX)
    } else {
        (Why::Important, by_importance(library, all), USUAL)
    };
    chosen.truncate(choice.most.unwrap_or(usual));
    let profile = library.jobs().get(job).and_then(|job| job.profile.as_ref());
    let english = profile.is_none_or(is_english);
    let asked = chosen.into_iter().map(|(name, r)| asked(library, name, r, english)).collect();
    Kit { why, asked }
}

/// The competencies that a job names, each once, in the file's order.
fn asked_for(library: &Library, job: usize) -> Vec<(&str, &Requirement)> {
    let profile = library.jobs().get(job).and_then(|job| job.profile.as_ref());
    let mut known: Vec<String> = Vec::new();
    let mut all = Vec::new();
    for (_, requirement) in profile.into_iter().flat_map(Profile::requirements) {
        let Some(name) = requirement.name.as_deref() else { continue };
        let key = library.competency_key(name);
        if !known.contains(&key) {
            known.push(key);
            all.push((name, requirement));
        }
    }
    all
}

/// The most important first: by the source's own figure, then by the share of its scale that the
/// required level takes; of equals the first in the file.
fn by_importance<'a>(
    library: &Library,
    mut all: Vec<(&'a str, &'a Requirement)>,
) -> Vec<(&'a str, &'a Requirement)> {
    let importance = |r: &Requirement| r.importance.map_or(f64::NEG_INFINITY, Number::value);
    let share = |r: &Requirement| match (r.level, library.described(r).scale.ends()) {
        (Some(level), Some((low, high))) => {
            let below = f64::from(low) - 1.0;
            (level.value() - below) / (f64::from(high) - below)
        }
        _ => 0.0,
    };
    all.sort_by(|(_, a), (_, b)| {
        importance(b).total_cmp(&importance(a)).then_with(|| share(b).total_cmp(&share(a)))
    });
    all
}

fn is_english(profile: &Profile) -> bool {
    let language = profile.language.as_deref().unwrap_or("en").to_lowercase();
    language == "en" || language.starts_with("en-") || language.starts_with("en_")
}

fn asked<'a>(
    library: &'a Library,
    name: &'a str,
    requirement: &'a Requirement,
    english: bool,
) -> Asked<'a> {
    let described = library.described(requirement);
    let sheet = requirement.level.map_or_else(Vec::new, |level| sheet(described, level));
    let required = sheet.iter().find(|mark| mark.standing == Standing::Required);
    let behaviour = required.and_then(|mark| mark.text?.behaviours.first());
    Asked {
        name,
        definition: described.definition,
        required: requirement.level,
        scale: described.scale,
        question: question(name, behaviour.map(String::as_str), english),
        sheet,
    }
}

/// The level whose text holds for the required one, and its neighbours.
fn sheet<'a>(described: Described<'a>, required: Proficiency) -> Vec<Mark<'a>> {
    let mut numbers: Vec<u8> = described.scale.levels.keys().copied().collect();
    numbers.extend(described.levels.keys());
    numbers.extend(required.whole());
    numbers.sort_unstable();
    numbers.dedup();
    let is_described =
        |number: &u8| described.levels.get(number).is_some_and(LevelText::is_described);
    let not_above = || numbers.iter().copied().filter(|n| f64::from(*n) <= required.value());
    // The text of the highest described level that does not stand above the required one.
    let holds = not_above().rfind(is_described).or(not_above().next_back());
    let below = holds.and_then(|holds| numbers.iter().copied().rfind(|n| *n < holds));
    let above = numbers.iter().copied().find(|n| f64::from(*n) > required.value());
    let mark = |standing, number: Option<u8>| {
        let number = number?;
        let text = described.levels.get(&number);
        let own = text.and_then(|text| text.label.as_deref());
        let label = own.or_else(|| described.scale.levels.get(&number)?.as_deref());
        Some(Mark { standing, number, label, text })
    };
    let marks = [(Standing::Below, below), (Standing::Required, holds), (Standing::Above, above)];
    marks.into_iter().filter_map(|(standing, number)| mark(standing, number)).collect()
}
