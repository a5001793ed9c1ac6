//! A job as Markdown, to be pasted into a document or a ticket.

use crate::facts::{Section, Value, facts};
use crate::model::Library;
use crate::outline::{Content, View, WITHHELD, outline};
use std::fmt::Write;

/// The whole job: facts, responsibilities, competencies with the behaviours of each level.
#[must_use]
pub fn job(library: &Library, index: usize, pay: bool) -> String {
    let mut out = String::new();
    let Some(job) = library.jobs().get(index) else { return out };
    let _ = writeln!(out, "# {}\n", escaped(&job.title()));
    let mut section = Section::Identity;
    for fact in facts(library, index, pay) {
        if fact.section != section && !out.ends_with("\n\n") {
            out.push('\n');
        }
        section = fact.section;
        // Writing to a string cannot fail.
        let _ = match &fact.value {
            Value::Hidden => Ok(()),
            Value::Parts(parts) => parts
                .iter()
                .try_for_each(|(name, text)| writeln!(out, "- **{name}:** {}", escaped(text))),
            Value::Text(text) if section == Section::Summary => writeln!(out, "{}", escaped(text)),
            Value::Item(text) if section == Section::Responsibilities => {
                let heading = if fact.label.is_empty() { "" } else { "## Responsibilities\n\n" };
                writeln!(out, "{heading}- {}", escaped(text))
            }
            // Further ones of a kind stand beneath the first.
            value if fact.label.is_empty() => writeln!(out, "  - {}", escaped(&value.words())),
            value => writeln!(out, "- **{}:** {}", fact.label, escaped(&value.words())),
        };
    }
    if let Some(profile) = &job.profile {
        out.push_str("\n## Competencies\n");
        for row in outline(library, profile, &View::whole()) {
            competency_row(&mut out, &row.content);
        }
    }
    out
}

fn competency_row(out: &mut String, content: &Content<'_>) {
    let _ = match content {
        Content::Group { name, counts } => writeln!(out, "\n### {} ({counts})", escaped(name)),
        Content::Competency { requirement, scale, .. } => {
            let name = requirement.name.as_deref().unwrap_or(WITHHELD);
            let level = requirement.level.map_or_else(String::new, |l| format!(", level {l}"));
            let label = requirement.level.and_then(|l| scale.label(l)).unwrap_or_default();
            let label =
                if label.is_empty() { String::new() } else { format!(" {}", escaped(label)) };
            let need = requirement.need.map_or_else(String::new, |n| format!(" ({})", n.word()));
            writeln!(out, "\n#### {}{level}{label}{need}\n", escaped(name))
        }
        Content::Definition(Ok(text)) => writeln!(out, "{}\n", escaped(text)),
        Content::Definition(Err(words)) => writeln!(out, "_{words}_\n"),
        Content::Needed(level) => writeln!(out, "- **this job needs {level}**"),
        Content::Level { number, label, standing, text } => {
            let label = label.map_or_else(String::new, |label| format!(" {}", escaped(label)));
            let words = standing.words();
            let standing = if words.is_empty() { String::new() } else { format!(", {words}") };
            let extent = match text.filter(|text| text.is_described()) {
                Some(_) => String::new(),
                None => format!(": {}", Content::level_extent(*text)),
            };
            writeln!(out, "- **{number}{label}**{standing}{extent}")
        }
        Content::Statement(text) | Content::Behaviour(text) => {
            writeln!(out, "  - {}", escaped(text))
        }
        Content::Unwritten(levels) => writeln!(out, "- {}", Content::unwritten_words(levels)),
        Content::More(count) => writeln!(out, "  - _{count} more at the source, not in file_"),
    };
}

/// Text in which Markdown sees no markup, on one line.
#[must_use]
pub fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for (i, c) in text.chars().enumerate() {
        match c {
            // At the beginning they would make a list or a rule.
            '-' | '+' | '=' if i == 0 => {
                out.push('\\');
                out.push(c);
            }
            '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '#' | '|' | '~' => {
                out.push('\\');
                out.push(c);
            }
            '&' => out.push_str("&amp;"),
            '\n' => out.push(' '),
            _ => out.push(c),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_from_a_file_becomes_markup() {
        assert_eq!(escaped("<script>|a*b"), "\\<script\\>\\|a\\*b");
        assert_eq!(escaped("a & b\nc"), "a &amp; b c");
    }
}
