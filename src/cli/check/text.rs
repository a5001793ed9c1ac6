//! Problems as lines that a reader, an editor or `grep` understands.

use crate::cli::line_text;
use crate::export::problems::Entry;
use crate::model::Severity;
use crate::store::{Folder, Lines, Origin};
use crate::tui::theme::Looks;
use crate::tui::widget::excerpt;
use ratatui::text::{Line, Span};
use std::path::Path;

/// How problems look as text.
#[derive(Debug, Clone, Copy)]
pub struct CheckLooks {
    /// Styles and signs.
    pub looks: Looks,
    /// Whether there is colour.
    pub colour: bool,
    /// How many columns a line of a file may take beneath the problem that it has; `None` where
    /// these lines are not shown.
    pub excerpts: Option<usize>,
}

/// `path:line:column: error: sentence [rule]` for each.
pub fn problems(entries: &[Entry<'_>], follow: bool, looks: &CheckLooks) -> String {
    let mut out = String::new();
    for of_file in entries.chunk_by(Entry::is_beside) {
        // Nobody can tell which lines of a broken file are about pay.
        let text = of_file
            .first()
            .filter(|entry| entry.pay && looks.excerpts.is_some())
            .and_then(|entry| text_of(entry, follow));
        let lines = text.as_deref().map(Lines::new);
        for entry in of_file {
            out += &line_text(&told(entry, &looks.looks), looks.colour);
            out.push('\n');
            if let Some(lines) = &lines {
                excerpt_below(&mut out, entry, lines, looks);
            }
        }
    }
    out
}

/// The line of a problem.
fn told(entry: &Entry<'_>, looks: &Looks) -> Line<'static> {
    let theme = &looks.theme;
    let place = entry.place().map_or_else(String::new, |place| format!(":{place}"));
    let severity = match entry.problem.severity {
        Severity::Error => Span::styled("error", theme.problem),
        Severity::Warning => Span::styled("warning", theme.strong),
    };
    Line::from(vec![
        Span::styled(format!("{}{place}", entry.shown_file()), theme.strong),
        Span::raw(": "),
        severity,
        Span::raw(format!(": {} ", entry.sentence())),
        Span::styled(format!("[{}]", entry.problem.rule), theme.quiet),
    ])
}

/// The line of the file that a problem has a place on, if it is still there.
fn excerpt_below(out: &mut String, entry: &Entry<'_>, lines: &Lines<'_>, looks: &CheckLooks) {
    let Some(excerpt) = entry.place().and_then(|place| lines.excerpt(place, 0, 0)) else {
        return;
    };
    let columns = looks.excerpts.unwrap_or_default().saturating_sub(INDENT.len());
    for line in excerpt::lines(&excerpt, columns, &looks.looks) {
        out.push_str(INDENT);
        out.push_str(&line_text(&line, looks.colour));
        out.push('\n');
    }
}

/// What stands before the lines of a file.
const INDENT: &str = "  ";

/// The text of the file that a problem is in.
fn text_of(entry: &Entry<'_>, follow: bool) -> Option<String> {
    let folder = |path: &Path| Origin::Folder(path.to_owned());
    let origin = entry.folder.map_or(Origin::Sample, folder);
    Folder::open(origin, follow).text(entry.path)
}
