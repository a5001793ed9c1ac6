//! `rolebook list`: the jobs, or those that a query finds, best first.

use super::{NOT_FOUND, Output, line_text};
use crate::export::{json, plain};
use crate::model::Library;
use crate::search::{Hits, Index, Query, Rank, explain, search};
use crate::tui::theme::Looks;
use crate::tui::widget::text::{highlighted, width};
use ratatui::text::{Line, Span};
use std::sync::Arc;

/// The list as text, with the exit code.
#[must_use]
pub fn list(
    library: &Arc<Library>,
    query: &str,
    output: Output,
    pay: bool,
    unicode: bool,
) -> (String, u8) {
    let index = Index::new(library.clone(), None);
    let parsed = Query::parse(query);
    let hits = search(&index, &parsed, None);
    let found: Vec<usize> = hits.iter().map(|hit| hit.job).collect();
    let code = if found.is_empty() && !query.is_empty() { NOT_FOUND } else { super::DONE };
    let text = match output {
        Output::Json => {
            let jobs: serde_json::Value =
                found.iter().map(|job| json::brief(library, *job, pay)).collect();
            format!("{jobs:#}\n")
        }
        Output::Plain => plain::list(library, found, pay),
        Output::Laid { colour } => {
            let looks = Looks::new(colour, unicode);
            laid(library, &parsed, &hits, (&looks, colour, pay))
        }
    };
    (text, code)
}

/// Beyond this a title no longer decides where the next column begins.
const WIDEST_TITLE: usize = 72;

/// Columns: title, level, code, family.
fn laid(
    library: &Library,
    query: &Query,
    hits: &Hits,
    (looks, colour, pay): (&Looks, bool, bool),
) -> String {
    let jobs =
        || hits.iter().filter_map(|hit| Some((hit.job, library.jobs().get(hit.job)?, hit.rank)));
    let widest = |text: fn(&crate::model::Job) -> usize| {
        jobs().map(|(_, job, _)| text(job)).max().unwrap_or(0)
    };
    let titles = widest(|job| width(&job.title())).min(WIDEST_TITLE);
    let levels = widest(|job| width(job.level().unwrap_or_default()));
    let codes = widest(|job| width(job.code().unwrap_or_default()));
    let mut out = String::new();
    for (index, job, rank) in jobs() {
        let title = job.title();
        let why = if query.is_empty() { None } else { Some(explain(query, job)) };
        let ranges = why.as_ref().map_or(&[][..], |why| &why.title[..]);
        let theme = &looks.theme;
        let mut spans = highlighted(&title, 0..title.len(), ranges, theme.text, theme.matched);
        let columns =
            [(job.level(), titles + 2), (job.code(), levels + 2), (job.family(), codes + 2)];
        let mut used = width(&title);
        for (text, before) in columns {
            let text = text.unwrap_or_default();
            spans.push(Span::raw(" ".repeat(before.saturating_sub(used))));
            spans.push(Span::styled(text, theme.quiet));
            used = width(text);
        }
        if let (Rank::Alternate, Some((name, _))) = (rank, why.and_then(|why| why.alternate)) {
            spans.push(Span::styled(format!("  as {name}"), theme.quiet));
        }
        let status = job.profile.as_ref().and_then(|profile| profile.status.notable());
        spans.extend(status.map(|word| Span::styled(format!("  {word}"), theme.quiet)));
        if rank == Rank::LettersApart {
            spans.push(Span::styled("  letters apart", theme.quiet));
        }
        if let (true, Some(problem)) = (library.is_broken(index), library.first_problem(index)) {
            let told = format!("  {} {}", looks.signs.broken, problem.placed(pay));
            spans.push(Span::styled(told, theme.problem));
        }
        out += &line_text(&Line::from(spans), colour);
        out.push('\n');
    }
    out
}
