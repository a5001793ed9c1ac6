//! A cell of the competency matrix: the level as meter and number, and how it stands to the
//! baseline; opened, what people do there.

use crate::compare::{Cell, MatrixRow};
use crate::gap::required_step;
use crate::model::{Library, Requirement, signed_steps};
use crate::tui::pane::Scene;
use crate::tui::view::texts;
use crate::tui::widget::meter::{is_number, meter};
use crate::tui::widget::row::cut;
use crate::tui::widget::text::width;
use ratatui::style::Style;
use ratatui::text::Span;

/// The columns inside the cells, which several rows share.
#[derive(Debug, Default, Clone, Copy)]
pub(super) struct Measures {
    meter: usize,
    number: usize,
}

impl Measures {
    pub(super) fn of<'r>(rows: impl Iterator<Item = &'r MatrixRow<'r>>, scene: Scene<'_>) -> Self {
        let mut measures = Self::default();
        for row in rows {
            for cell in &row.cells {
                if let Cell::Required(level) = cell {
                    let (full, empty) = meter(Some(*level), row.scale, &scene.looks.signs);
                    measures.meter = measures.meter.max(width(&full) + width(&empty));
                    let number = if is_number(row.scale) { 0 } else { level.to_string().len() };
                    measures.number = measures.number.max(number);
                }
            }
        }
        measures
    }
}

/// What a job says of a competency, in lines of `columns`; nothing where its file is silent about all
/// of them, which is told once. `step` is how far levels are apart that differ;
/// where a job stands `alone` on the screen the baseline's level is told beside it.
pub(super) fn cell(
    row: &MatrixRow<'_>,
    column: usize,
    (measures, step, alone): (Measures, f64, bool),
    scene: Scene<'_>,
    columns: usize,
) -> Vec<Vec<Span<'static>>> {
    let (theme, signs) = (&scene.looks.theme, &scene.looks.signs);
    let own = &row.cells[column];
    let need = row.requirements[column].and_then(|requirement| requirement.need());
    let need = need.map(|need| Span::styled(format!("  {}", need.word()), theme.quiet));
    let mut spans = match own {
        Cell::Required(level) => {
            let (full, empty) = meter(Some(*level), row.scale, signs);
            let used = width(&full) + width(&empty);
            let number = if is_number(row.scale) { String::new() } else { level.to_string() };
            let pad = " ".repeat(measures.meter.saturating_sub(used) + 1);
            let room = measures.number;
            vec![
                Span::styled(full, shade(row, level.value(), scene)),
                Span::styled(empty + &pad, theme.quiet),
                Span::styled(format!("{number:<room$}"), theme.text),
            ]
        }
        Cell::Absent => vec![Span::styled(signs.absent, theme.quiet)],
        Cell::Silent => return Vec::new(),
        Cell::Withheld { .. } => {
            return texts::paragraph(own.words().into(), theme.text, columns.saturating_sub(1));
        }
        Cell::Unread => vec![Span::styled(own.words(), theme.quiet)],
        Cell::Unlevelled => {
            let room = measures.meter + measures.number + 1;
            let words = if alone { "no level" } else { "no level in file" };
            vec![Span::styled(format!("{words:<room$}"), theme.text)]
        }
    };
    spans.extend(standing(row, column, step).map(|(words, counts)| {
        Span::styled(format!("  {words}"), if counts { theme.strong } else { theme.quiet })
    }));
    let mut beside = Vec::new();
    if alone && column > 0 {
        let words = match (own, row.cells.first()) {
            (Cell::Absent, Some(base @ Cell::Required(_))) => {
                format!("  baseline {}", base.words())
            }
            (own, Some(base @ Cell::Required(_))) if own != base => {
                format!(" from {}", base.words())
            }
            _ => String::new(),
        };
        beside.push(Span::styled(words, theme.quiet));
    }
    // Words that would be cut short are left out.
    beside.extend(need);
    for span in beside {
        let wide: usize = spans.iter().map(|span| width(&span.content)).sum();
        spans.extend(Some(span).filter(|span| wide + width(&span.content) <= columns));
    }
    vec![cut(spans, columns, signs.ellipsis)]
}

/// The look of a level: the higher on its scale, the stronger.
fn shade(row: &MatrixRow<'_>, level: f64, scene: Scene<'_>) -> Style {
    let share = row.scale.ends().map_or(0.5, |(low, high)| {
        let (low, high) = (f64::from(low), f64::from(high));
        if high > low { (level - low) / (high - low) } else { 1.0 }
    });
    scene.looks.theme.shade(share)
}

/// How a column stands to the baseline, `+1`, and whether that counts as a difference.
fn standing(row: &MatrixRow<'_>, column: usize, step: f64) -> Option<(String, bool)> {
    let (own, base) = (&row.cells[column], row.cells.first()?);
    if own.asks() && *base == Cell::Absent {
        return Some(("new".to_owned(), true));
    }
    if !own.asks() || !base.asks() {
        return None;
    }
    let above = row.above(0, column);
    let told = signed_steps(above);
    (told != "0").then(|| (told, above.abs() >= step))
}

/// What people do at the level that a job requires, a line a list of spans.
pub(super) fn behaviours<'a>(
    requirement: Option<&'a Requirement>,
    library: &'a Library,
    scene: Scene<'a>,
    columns: usize,
) -> Vec<Vec<Span<'a>>> {
    let quiet = |words: &'static str| vec![vec![Span::styled(words, scene.looks.theme.quiet)]];
    let Some(requirement) = requirement else { return quiet("") };
    let Some(level) = requirement.level else { return quiet("no level in file") };
    let step = required_step(library.described(requirement), level);
    let mut name = step.name();
    if let Some(words) = step.counts() {
        name += &format!(" ({words})");
    }
    if let Some(missing) = step.missing() {
        name += &format!(": {missing}");
    }
    let mut lines = texts::paragraph(name.into(), scene.looks.theme.required, columns);
    lines.extend(step.text.into_iter().flat_map(|text| texts::level(text, scene, columns)));
    lines
}
