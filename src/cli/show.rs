//! `rolebook show`: one job, as the browser shows it with everything open, or in words, or as JSON.

use super::{Output, line_text, one};
use crate::export::{json, plain};
use crate::facts::facts;
use crate::model::Library;
use crate::outline::{Order, View, outline};
use crate::tui::pane::{Page, Scene, detail, tree};
use crate::tui::theme::Looks;
use ratatui::text::Line;
use std::sync::Arc;

/// The job as text, or a sentence that says why there is none; with the exit code.
///
/// # Errors
/// The sentence and the exit code where no job, or more than one, is meant.
pub fn show(
    library: &Arc<Library>,
    called: &str,
    output: Output,
    pay: bool,
    (columns, unicode): (usize, bool),
) -> Result<String, (String, u8)> {
    let index = one(library, called)?;
    Ok(match output {
        Output::Json => format!("{:#}\n", json::job(library, index, pay)),
        Output::Plain => plain::job(library, index, pay),
        Output::Laid { colour } => {
            laid(library, index, pay, &Looks::new(colour, unicode), columns, colour)
        }
    })
}

fn laid(
    library: &Library,
    index: usize,
    pay: bool,
    looks: &Looks,
    columns: usize,
    colour: bool,
) -> String {
    let scene = Scene { library, job: Some(index), marks: &[], pay, looks };
    let facts = facts(library, index, pay);
    let mut out = String::new();
    let title = scene.shown().map(|job| job.title()).unwrap_or_default();
    out += &line_text(&Line::styled(format!(" {title}"), looks.theme.strong), colour);
    out.push('\n');
    put(&mut out, &detail::page(&facts, scene, None, None, columns), colour);
    if let Some(profile) = scene.profile() {
        let rows = outline(library, profile, &View::whole());
        out.push('\n');
        put(&mut out, &tree::page(&rows, scene, Order::File, None, None, columns), colour);
    }
    out
}

fn put(out: &mut String, page: &Page<'_>, colour: bool) {
    for line in page.lines() {
        out.push_str(&line_text(line, colour));
        out.push('\n');
    }
}
