//! What each document says, one a file.

mod compare;
mod gap;
mod interview;
mod job;
mod near;
mod route;

pub use compare::{CompareOptions, compare};
pub use gap::gap;
pub use interview::interview;
pub use job::{job, jobs};
pub use near::{moves, near};
pub use route::route;

use super::document::{Block, Document, Fact, Item, Tone, Words};
use crate::compare::PayDifference;
use crate::gap::counts_words;
use crate::model::{LevelText, Library, Proficiency, Scale, Source, percent, signed};
use crate::near::Move;

/// What stands where a file does not say.
const NOT_IN_FILE: &str = "not in file";

/// What stands where pay would, had it been asked for.
const PAY_LEFT_OUT: &str = "Pay is left out.";

/// The same where it would have a say.
const PAY_LEFT_OUT_OF_MOVES: &str =
    "Pay is left out: the kind of a move is told by level steps alone.";

/// What stands in place of everything about a job whose file could not be read.
const UNREAD: &str = "could not be read";

/// The title of a job; with its code or file where another one of `among` is called the same.
pub(super) fn title(library: &Library, job: usize, among: &[usize]) -> String {
    let Some(own) = library.jobs().get(job) else { return String::new() };
    let title = own.title();
    let same = |other: &&usize| library.jobs().get(**other).is_some_and(|o| o.title() == title);
    if among.iter().filter(same).count() < 2 {
        return title.into_owned();
    }
    let code = own.code().filter(|code| {
        let with =
            |other: &&usize| library.jobs().get(**other).and_then(|job| job.code()) == Some(*code);
        among.iter().filter(with).count() < 2
    });
    format!("{title} ({})", code.map_or_else(|| own.id.to_string(), str::to_owned))
}

/// The language that all of these jobs are written in, if it is one.
fn language(library: &Library, jobs: &[usize]) -> Option<String> {
    let of = |job: &usize| library.jobs().get(*job)?.profile.as_ref()?.language.as_deref();
    let first = jobs.first().and_then(of)?;
    jobs.iter().all(|job| of(job) == Some(first)).then(|| first.to_owned())
}

/// A level with its name: `3 Moderate experience`.
fn level(scale: &Scale, level: Proficiency) -> String {
    numbered(&level.to_string(), scale.label(level))
}

fn numbered(number: &str, label: Option<&str>) -> String {
    label.map_or_else(|| number.to_owned(), |label| format!("{number} {label}"))
}

/// What stands behind a level whose text holds for another one, of which there is none.
fn holding_for(number: u8, required: Option<Proficiency>) -> String {
    let required = required.filter(|required| required.whole() != Some(number));
    in_brackets(counts_words(required.as_slice()))
}

fn in_brackets(words: Option<String>) -> String {
    words.map_or_else(String::new, |words| format!(" ({words})"))
}

/// What people do at a level, in words that stand beneath it.
fn behaviours(text: Option<&LevelText>) -> Vec<Words> {
    let Some(text) = text else { return Vec::new() };
    let told = text.statement.iter().chain(&text.behaviours);
    let mut words: Vec<Words> = told.map(|text| Words::from(text.as_str())).collect();
    if let Some(more) = text.more {
        words.push(Words::aside(format!("{more} more at the source, not in file")));
    }
    words
}

/// A level and what people do there, or that no file says.
fn level_item(name: String, text: Option<&LevelText>) -> Item {
    let words = Words::of(Tone::Strong, name);
    let missing = match text {
        Some(text) if text.undefined => ": not defined at the source",
        Some(text) if text.is_described() => "",
        _ => ": not in file",
    };
    Item { words: words.and(Tone::Aside, missing), inside: behaviours(text) }
}

/// By what the kind of a move is told: pay counts only where it may be told and can be compared.
pub(super) fn kind_by(to: &Move) -> &'static str {
    if to.pay.is_some() { "levels and pay" } else { "levels alone" }
}

/// How pay stands to that of the baseline; `None` for the baseline itself.
fn difference(pay: &PayDifference, currency: Option<&str>) -> Option<Words> {
    match pay {
        PayDifference::Baseline => None,
        PayDifference::None(why) => Some(Words::aside(format!("no difference to tell: {why}"))),
        PayDifference::By { base, total, caveat } => {
            let told = |name: &str, by: &Option<(f64, f64)>| {
                by.map(|(money, part)| {
                    format!("{name} {} ({})", signed(money.round()), percent(part, 1))
                })
            };
            let both: Vec<String> =
                [told("base", base), told("total", total)].into_iter().flatten().collect();
            let currency = currency.map_or_else(String::new, |name| format!("{name} "));
            let words = format!("difference of the medians, {currency}a year: {}", both.join(", "));
            let caveat = caveat.map_or_else(String::new, |caveat| format!(" ({caveat})"));
            Some(Words::from(words).and(Tone::Aside, caveat))
        }
    }
}

/// Where texts come from and on which terms, each source once.
fn close<'a>(
    document: &mut Document,
    library: &Library,
    jobs: &[usize],
    competencies: impl IntoIterator<Item = &'a str>,
    pay: bool,
) {
    let known = super::source::sources(library, jobs, competencies, pay);
    let facts: Vec<Fact> = known.iter().filter_map(source).collect();
    if !facts.is_empty() {
        document.blocks.push(Block::Source(facts));
    }
}

/// A source in one fact: name, licence, what the licence asks for, where it is found.
fn source(source: &Source) -> Option<Fact> {
    let licence = source.licence.as_ref().map(|licence| format!("licence {licence}"));
    let retrieved = source.retrieved.as_ref().map(|day| format!("retrieved {day}"));
    let short: Vec<String> =
        [source.name.clone(), licence, retrieved].into_iter().flatten().collect();
    let mut values = Vec::new();
    if !short.is_empty() {
        values.push(Words::from(short.join(" · ")));
    }
    values.extend(source.attribution.as_deref().map(Words::from));
    values.extend(source.url.as_deref().map(|url| Words::of(Tone::Link, url)));
    (!values.is_empty()).then(|| Fact { label: "From".to_owned(), values })
}
