//! A job line by line, in reading order, without boxes: for screen readers and pipes.

use crate::facts::{CARET, ExcerptRow, Value, excerpt_rows, facts};
use crate::model::{Excerpt, Library, Requirement, Scale};
use crate::outline::{Content, Standing, View, WITHHELD, outline};
use std::fmt::Write;

/// A job as plain lines, each `name: what it is`, deeper ones indented.
#[must_use]
pub fn job(library: &Library, index: usize, pay: bool) -> String {
    let mut out = String::new();
    let Some(job) = library.jobs().get(index) else { return out };
    line(&mut out, 0, &format!("Title: {}", job.title()));
    let mut heading = "";
    for fact in facts(library, index, pay) {
        heading = if fact.label.is_empty() { heading } else { fact.label };
        match &fact.value {
            Value::Parts(parts) => {
                for (name, text) in parts {
                    line(&mut out, 0, &format!("{name}: {text}"));
                }
            }
            Value::Hidden => {}
            Value::Item(text) => {
                if !fact.label.is_empty() {
                    line(&mut out, 0, &format!("{heading}:"));
                }
                line(&mut out, 1, text);
            }
            Value::Problem { sentence, excerpt, .. } => {
                line(&mut out, 0, &format!("{heading}: {sentence}"));
                excerpt.iter().for_each(|excerpt| lines_around(&mut out, excerpt));
            }
            value => line(&mut out, 0, &format!("{heading}: {}", value.words())),
        }
    }
    if let Some(profile) = &job.profile {
        line(&mut out, 0, "Competencies:");
        for row in outline(library, profile, &View::whole()) {
            line(&mut out, usize::from(row.depth) + 1, &words(&row.content));
        }
    }
    out
}

fn line(out: &mut String, depth: usize, text: &str) {
    for (i, part) in text.lines().enumerate() {
        // A second paragraph stands a step deeper, so that it is not taken for a new fact.
        let depth = depth + usize::from(i > 0);
        // Writing to a string cannot fail.
        let _ = writeln!(out, "{}{part}", "  ".repeat(depth));
    }
}

/// The lines around a mistake, whole.
fn lines_around(out: &mut String, excerpt: &Excerpt) {
    for row in excerpt_rows(excerpt, usize::MAX, ("|", "")) {
        let text = match row {
            ExcerptRow::Line(gutter, text) => gutter + &text,
            ExcerptRow::Caret(gutter) => gutter + CARET,
        };
        line(out, 1, text.trim_end());
    }
}

/// What a row of the tree says, as one line of words.
fn words(content: &Content<'_>) -> String {
    match content {
        Content::Group { name, counts } => format!("{name}: {counts}"),
        Content::Competency { requirement, scale, .. } => requirement_words(requirement, scale),
        Content::Definition(Ok(text)) => format!("Definition: {text}"),
        Content::Definition(Err(words)) => capitalised(words),
        Content::Needed(level) => format!("This job needs {level}"),
        Content::Level { number, label, standing, text } => {
            let label = label.map_or_else(String::new, |label| format!(" {label}"));
            let standing = match standing {
                Standing::Apart => String::new(),
                standing => format!(", {}", standing.words()),
            };
            format!("Level {number}{label}{standing}: {}", Content::level_extent(*text))
        }
        Content::Statement(text) | Content::Behaviour(text) => (*text).to_owned(),
        Content::Unwritten(levels) => capitalised(&Content::unwritten_words(levels)),
        Content::More(count) => format!("{count} more at the source, not in file"),
    }
}

/// The words with a capital at their beginning, as every line of the page has one.
fn capitalised(words: &str) -> String {
    let mut letters = words.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

/// `Negotiation: level 3 of 5, Moderate experience, must`.
fn requirement_words(requirement: &Requirement, scale: &Scale) -> String {
    let name = requirement.name.as_deref().map_or_else(|| capitalised(WITHHELD), str::to_owned);
    let mut words = match (requirement.level, scale.ends()) {
        (Some(level), Some((_, high))) => format!("{name}: level {level} of {high}"),
        (Some(level), None) => format!("{name}: level {level}"),
        (None, _) => format!("{name}: no level"),
    };
    if let Some(label) = requirement.level.and_then(|level| scale.label(level)) {
        words += &format!(", {label}");
    }
    if let Some(need) = requirement.need() {
        words += &format!(", {}", need.word());
    }
    if let Some(importance) = requirement.importance {
        words += &format!(", importance {importance}");
    }
    words
}

/// A list of jobs, one a line: title, level, code, family, path.
#[must_use]
pub fn list(library: &Library, jobs: impl IntoIterator<Item = usize>, pay: bool) -> String {
    let mut out = String::new();
    let entry = |index| Some((index, library.jobs().get(index)?));
    for (index, job) in jobs.into_iter().filter_map(entry) {
        let mut parts = vec![job.title().into_owned()];
        let facts = [("level", job.level()), ("code", job.code()), ("family", job.family())];
        parts
            .extend(facts.into_iter().filter_map(|(name, text)| Some(format!("{name} {}", text?))));
        parts.push(format!("file {}", job.id));
        if let (true, Some(problem)) = (library.is_broken(index), library.first_problem(index)) {
            parts.push(format!("problem {}", problem.placed(pay)));
        }
        let _ = writeln!(out, "{}", parts.join("; "));
    }
    out
}
