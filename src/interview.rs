//! What to ask in an interview for a job, and by what to judge the answers: the same for everybody.
//!
//! Questions ask for what somebody has done, since that tells more than what they would do; at the
//! lowest level, which is hardly more than knowing of a thing, for what they would do. Each is made from
//! a behaviour of the level that the job requires, and answers are held against that level, the one
//! below it and the one above. Pay is no part of it.

mod question;

pub use question::{Call, Form, Matter, question};

use crate::model::{
    Described, LevelText, Library, Need, Number, Proficiency, Profile, Requirement, Scale,
};

/// How many competencies are asked about where nobody says which and none is a must-have.
pub const USUAL: usize = 6;

/// The scores of an answer and what they mean, one rung above the other. They are words, since
/// figures would be taken for levels, and letters have no order that everybody agrees on.
pub const SCORES: [(&str, &str); 4] = [
    (NOT_SHOWN, "no example, or none that fits a level here"),
    ("below", "an example that fits the level below and no higher one"),
    ("required", "an example that fits the required level"),
    ("above", "an example that fits the level above"),
];

/// The score of an answer that shows nothing, which no level stands for.
const NOT_SHOWN: &str = "not shown";

/// Which competencies are asked about.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Choice {
    /// Those of these names alone; empty for the must-haves, else the most important ones.
    pub only: Vec<String>,
    /// How many at the most; without it all that are named or must-haves, else [`USUAL`].
    pub most: Option<usize>,
}

/// Why these competencies are asked about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Why {
    /// Somebody named them.
    Named,
    /// They are the must-haves.
    Must,
    /// None is a must-have; these matter most to the job, or it requires the most of them.
    Important,
}

/// A set of questions for one job.
#[derive(Debug, Clone, PartialEq)]
pub struct Kit<'a> {
    /// Why it asks about these competencies.
    pub why: Why,
    /// Of how many that could be asked about for that reason.
    pub among: usize,
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
    /// Whether the job can be had without it, where the file says so.
    pub need: Option<Need>,
    /// The question that opens the talk.
    pub question: String,
    /// What the question is about, where that is in another language and stands apart from it.
    pub apart: Option<&'a str>,
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
    let is_must = |(_, requirement): &(&str, &Requirement)| requirement.need() == Some(Need::Must);
    let (why, mut chosen) = if choice.only.is_empty() {
        let (musts, rest): (Vec<_>, Vec<_>) = all.into_iter().partition(is_must);
        match musts.is_empty() {
            false => (Why::Must, musts),
            true => (Why::Important, by_importance(library, rest)),
        }
    } else {
        (Why::Named, all.into_iter().filter(is_named).collect())
    };
    let among = chosen.len();
    let usual = if why == Why::Important { USUAL } else { among };
    chosen.truncate(choice.most.unwrap_or(usual));
    let mut asked: Vec<_> = chosen.into_iter().map(|(name, r)| asked(library, name, r)).collect();
    put_questions(library, job, &mut asked);
    Kit { why, among, asked }
}

/// Opens the talk about each competency. What is written in one way is put in one form.
fn put_questions(library: &Library, job: usize, all: &mut [Asked<'_>]) {
    let profile = library.jobs().get(job).and_then(|job| job.profile.as_ref());
    let texts = all.iter().filter(|asked| !asked.is_example()).filter_map(|asked| {
        let texts = asked.texts();
        texts.split_first().map(|(first, rest)| (*first, rest.to_vec()))
    });
    let common = Form::of(texts, profile.is_none_or(is_english));
    for asked in all {
        let text = asked.texts().first().copied();
        let matter = text.map_or(Matter::Name(asked.name), Matter::Text);
        let example = text.is_some() && asked.is_example();
        let form = if example && common != Form::Apart { Form::Example } else { common };
        asked.question =
            question(matter, form, Call { example, only_known: asked.is_only_known() });
        asked.apart = (form == Form::Apart).then(|| text.unwrap_or(asked.name));
    }
}

impl<'a> Asked<'a> {
    /// The level whose text holds for the required one.
    fn holds(&self) -> Option<&Mark<'a>> {
        self.sheet.iter().find(|mark| mark.standing == Standing::Required)
    }

    /// What people do at the required level: its behaviours, or else what it says as a whole.
    fn texts(&self) -> Vec<&'a str> {
        let Some(text) = self.holds().and_then(|mark| mark.text) else { return Vec::new() };
        let statement = text.statement.iter().filter(|_| text.behaviours.is_empty());
        text.behaviours.iter().chain(statement).map(String::as_str).collect()
    }

    /// Whether the text is no more than an example of the required level: on a scale whose levels
    /// do not build on each other, and where it is that of another level.
    #[must_use]
    pub fn is_example(&self) -> bool {
        !self.scale.cumulative || self.holds().is_some_and(|mark| self.counts_for(mark).is_some())
    }

    /// The required level that the text of another one holds for, of which there is none.
    #[must_use]
    pub fn counts_for(&self, mark: &Mark<'_>) -> Option<Proficiency> {
        let holds = mark.standing == Standing::Required && mark.is_described();
        self.required.filter(|required| holds && required.whole() != Some(mark.number))
    }

    /// The scores that an answer can have: one for each level of the sheet, and one for none.
    pub fn scores(&self) -> impl Iterator<Item = &'static str> {
        let standings: Vec<&str> = self.sheet.iter().map(|mark| mark.standing.word()).collect();
        let all = SCORES.map(|(score, _)| score).into_iter();
        // Without a sheet there is nothing to hold an answer against but what is required.
        let required = Standing::Required.word();
        all.filter(move |s| *s == NOT_SHOWN || *s == required || standings.contains(s))
    }

    /// Whether the required level is the lowest of several, at which a thing is known of and no
    /// more. A level 0 stands for nothing at all.
    fn is_only_known(&self) -> bool {
        let ends = self.scale.ends().map(|(low, high)| (low.max(1), high));
        self.holds().zip(ends).is_some_and(|(mark, (low, high))| mark.number <= low && low < high)
    }
}

impl Mark<'_> {
    /// Whether a file says what people do there.
    #[must_use]
    pub fn is_described(&self) -> bool {
        self.text.is_some_and(LevelText::is_described)
    }
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

/// The most important first: what is merely nice to have last, then by the source's own figure, then
/// by the share of its scale that the required level takes; of equals the first in the file.
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
        let nice = |r: &Requirement| r.need() == Some(Need::Nice);
        let matters = importance(b).total_cmp(&importance(a));
        nice(a).cmp(&nice(b)).then(matters).then_with(|| share(b).total_cmp(&share(a)))
    });
    all
}

fn is_english(profile: &Profile) -> bool {
    let language = profile.language.as_deref().unwrap_or("en").to_lowercase();
    language == "en" || language.starts_with("en-") || language.starts_with("en_")
}

fn asked<'a>(library: &'a Library, name: &'a str, requirement: &'a Requirement) -> Asked<'a> {
    let described = library.described(requirement);
    Asked {
        name,
        definition: described.definition,
        required: requirement.level,
        scale: described.scale,
        need: requirement.need(),
        question: String::new(),
        apart: None,
        sheet: requirement.level.map_or_else(Vec::new, |level| sheet(described, level)),
    }
}

/// The level whose text holds for the required one, and the next ones below and above that have a
/// text: one without could not be judged by.
fn sheet<'a>(described: Described<'a>, required: Proficiency) -> Vec<Mark<'a>> {
    let is_told = |(_, text): &(&u8, &LevelText)| text.is_described();
    let told: Vec<u8> = described.levels.iter().filter(is_told).map(|(n, _)| *n).collect();
    let is_above = |number: &u8| f64::from(*number) > required.value();
    let holds = told.iter().copied().rfind(|number| !is_above(number));
    let below = holds.and_then(|holds| told.iter().copied().rfind(|number| *number < holds));
    let above = told.iter().copied().find(is_above);
    let mark = |standing, number: Option<u8>| {
        let number = number?;
        let text = described.levels.get(&number);
        let own = text.and_then(|text| text.label.as_deref());
        let label = own.or_else(|| described.scale.levels.get(&number)?.as_deref());
        Some(Mark { standing, number, label, text })
    };
    // Where no text holds for the required level, the sheet says so.
    let holds = holds.or_else(|| required.whole()).or_else(|| lower(described.scale, required));
    let marks = [(Standing::Below, below), (Standing::Required, holds), (Standing::Above, above)];
    marks.into_iter().filter_map(|(standing, number)| mark(standing, number)).collect()
}

/// The highest level of a scale that does not stand above another one.
fn lower(scale: &Scale, level: Proficiency) -> Option<u8> {
    scale.levels.keys().copied().rfind(|number| f64::from(*number) <= level.value())
}
