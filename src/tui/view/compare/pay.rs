//! Pay of the jobs that are compared: a job a row, so that bars on one scale stand above each other.

use super::draw::Drawing;
use crate::compare::{PayCell, PayDifference, PayRow};
use crate::facts::PayView;
use crate::model::{Figure, Figures, compact, percent, signed};
use crate::tui::view::texts;
use crate::tui::widget::pay_bar::pay_bar;
use crate::tui::widget::text::width;
use ratatui::text::Span;

/// How wide `Base` and `Total` stand.
const KIND: usize = 6;
/// A bar of fewer signs tells nothing.
const LEAST_BAR: usize = 8;
/// The widest that a bar becomes.
const WIDEST_BAR: usize = 64;

/// What all records are, where they are the same, and which scale the bars of each currency have:
/// `USD a year · United States, 61k to 148k`.
pub(super) fn scales(rows: &[PayRow<'_>]) -> String {
    let cells = || rows.iter().flat_map(|row| row.cells.iter().flatten());
    let common = common_heading(cells());
    let mut scales: Vec<String> = Vec::new();
    for view in cells().filter_map(|cell| cell.view.as_ref()).filter(|view| !view.is_empty()) {
        let name = match &common {
            Some(heading) => heading.clone(),
            None => view.unit(),
        };
        let (low, high) = view.ends;
        let range = format!(", {} to {}", compact(low), compact(high));
        let scale = if low < high { name + &range } else { name };
        if !scales.contains(&scale) {
            scales.push(scale);
        }
    }
    scales.join("; ")
}

/// The heading of all records, where they have the same one.
fn common_heading<'r>(cells: impl Iterator<Item = &'r PayCell<'r>>) -> Option<String> {
    let mut headings = cells.filter_map(|cell| cell.view.as_ref()).map(PayView::heading);
    let first = headings.next()?;
    headings.all(|heading| heading == first).then_some(first)
}

/// How wide the figures and the differences of some jobs are.
#[derive(Debug, Default, Clone, Copy)]
pub(super) struct Measures {
    /// Whether all records have the same heading, which stands above them.
    common: bool,
    figure: usize,
    difference: usize,
}

impl Measures {
    pub(super) fn of<'r>(cells: impl Iterator<Item = &'r PayCell<'r>> + Clone) -> Self {
        let common = common_heading(cells.clone()).is_some();
        let mut measures = Self { common, ..Self::default() };
        for cell in cells {
            for (_, figures, by) in cell.view.iter().flat_map(|view| kinds(view, cell)) {
                let figure = cell.view.as_ref().map_or(0, |view| width(&figure(view, figures)));
                measures.figure = measures.figure.max(figure);
                measures.difference = measures.difference.max(width(&difference(by)));
            }
        }
        measures
    }
}

type By = Option<(f64, f64)>;

/// Base and total as far as there are figures, each with its difference.
fn kinds<'r>(view: &'r PayView<'_>, cell: &PayCell<'_>) -> Vec<(&'static str, &'r Figures, By)> {
    let (base, total) = match cell.difference {
        PayDifference::By { base, total, .. } => (base, total),
        _ => (None, None),
    };
    let kinds = [("Base", &view.base, base), ("Total", &view.total, total)];
    kinds.into_iter().filter(|(_, figures, _)| !figures.is_empty()).collect()
}

/// The lines of one job's pay, in all the room that the columns have.
pub(super) fn lines<'a>(
    cell: &PayCell<'_>,
    is_read: bool,
    measures: Measures,
    drawing: &Drawing<'a>,
) -> Vec<Vec<Span<'a>>> {
    let (theme, room) = (&drawing.scene.looks.theme, drawing.table.width().saturating_sub(3));
    let quiet = |words: String| texts::paragraph(words.into(), theme.quiet, room);
    let missing = if is_read { "not in file" } else { "could not be read" };
    let Some(view) = &cell.view else { return quiet(missing.to_owned()) };
    let mut lines = if measures.common { Vec::new() } else { quiet(view.heading()) };
    if view.is_empty() {
        lines.extend(quiet("figures not in file".to_owned()));
    }
    for (name, figures, by) in kinds(view, cell) {
        lines.extend(line(view, (name, figures, by), measures, drawing, room));
    }
    match &cell.difference {
        PayDifference::Baseline => {}
        PayDifference::None(why) => lines.extend(quiet(format!("no difference to tell: {why}"))),
        PayDifference::By { caveat, .. } => {
            lines.extend(caveat.iter().flat_map(|caveat| quiet((*caveat).to_owned())));
        }
    }
    lines
}

/// Figures as `Base  ├──┤▒▒█▒▒├──┤  98,312  +12,300 +14.3 %`; on a narrow screen the difference
/// stands beneath.
fn line<'a>(
    view: &PayView<'_>,
    (name, figures, by): (&str, &Figures, By),
    measures: Measures,
    drawing: &Drawing<'a>,
    room: usize,
) -> Vec<Vec<Span<'a>>> {
    let (theme, signs) = (&drawing.scene.looks.theme, &drawing.scene.looks.signs);
    let mut spans = vec![Span::styled(format!("{name:<KIND$}"), theme.quiet)];
    let words = measures.figure + 2 + measures.difference;
    let bar = room.saturating_sub(KIND + 2 + words).min(WIDEST_BAR);
    let (low, high) = view.ends;
    if low < high && bar >= LEAST_BAR {
        let bar = pay_bar(figures, view.ends, bar, signs);
        let (before, after) = bar.split_once(signs.median).unwrap_or((&bar, ""));
        spans.push(Span::styled(before.to_owned(), theme.bar));
        if before.len() < bar.len() {
            spans.push(Span::styled(signs.median.to_string(), theme.strong));
        }
        spans.push(Span::styled(format!("{after}  "), theme.bar));
    }
    let wide = measures.figure;
    spans.push(Span::styled(format!("{:>wide$}", figure(view, figures)), theme.text));
    let difference = difference(by);
    if difference.is_empty() {
        return vec![spans];
    }
    let used: usize = spans.iter().map(|span| width(&span.content)).sum();
    if used + 2 + width(&difference) <= room {
        let wide = measures.difference + 2;
        spans.push(Span::styled(format!("{difference:>wide$}"), theme.strong));
        return vec![spans];
    }
    let beneath = format!("{:KIND$}{difference}", "");
    vec![spans, vec![Span::styled(beneath, theme.strong)]]
}

/// The median, else the lowest and the highest figure there are, with their names.
fn figure(view: &PayView<'_>, figures: &Figures) -> String {
    if let Some(median) = figures.median() {
        return view.figure(median);
    }
    let told = |(f, value): (Figure, f64)| format!("{f} {}", view.figure(value));
    let mut ends: Vec<String> =
        figures.iter().filter(|(f, _)| *f != Figure::Mean).map(told).collect();
    if ends.is_empty() {
        ends.extend(figures.iter().map(told));
    }
    match &ends[..] {
        [] => String::new(),
        [only] => only.clone(),
        [low, .., high] => format!("{low} to {high}"),
    }
}

fn difference(by: By) -> String {
    by.map_or_else(String::new, |(money, part)| {
        format!("{} {:>8}", signed(money.round()), percent(part, 1))
    })
}
