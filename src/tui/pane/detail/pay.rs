//! How pay looks: a record's heading, then base and total as bars that can be compared.

use super::draw::LABEL;
use crate::facts::{Fact, PayView, Value};
use crate::model::{Figure, Figures, compact};
use crate::tui::pane::{Page, Scene};
use crate::tui::widget::pay_bar::pay_bar;
use crate::tui::widget::row::row;
use crate::tui::widget::text::{in_pieces, width};
use ratatui::style::Style;
use ratatui::text::{Line, Span};

/// The narrowest that a pay record may become beside another one.
const PAY_COLUMN: usize = 46;
/// The widest that a pay bar becomes.
const WIDEST_BAR: usize = 48;
/// A bar of fewer signs tells nothing.
const NARROWEST_BAR: usize = 12;
/// The figure that is told first.
const MEDIAN: Figure = Figure::Percentile(50);
/// The words beside bars begin no nearer, so that most records are drawn alike.
const WORDS: usize = 18;

/// Pay records, side by side as far as there is room.
pub(super) fn pay_records<'a>(
    page: &mut Page<'a>,
    facts: &'a [Fact<'a>],
    first: usize,
    scene: Scene<'a>,
    cursor: Option<usize>,
    columns: usize,
) {
    let beside = (columns / PAY_COLUMN).clamp(1, facts.len().max(1));
    let room = columns / beside;
    let views: Vec<&PayView<'_>> = facts.iter().filter_map(pay_view).collect();
    for (i, together) in facts.chunks(beside).enumerate() {
        let at = first + i * beside;
        let blocks: Vec<Vec<Line<'a>>> = together
            .iter()
            .enumerate()
            .filter_map(|(j, fact)| {
                let view = pay_view(fact)?;
                let bar = Bar::of(view, &views, room.saturating_sub(LABEL + 2));
                Some(pay_record(view, scene, cursor == Some(at + j), (room, bar)))
            })
            .collect();
        let height = blocks.iter().map(Vec::len).max().unwrap_or(0);
        // Lines that several records share belong to the one the cursor is on.
        let owner = cursor.filter(|c| (at..at + together.len()).contains(c)).unwrap_or(at);
        for line in 0..height {
            let mut spans: Vec<Span<'a>> = Vec::new();
            for block in &blocks {
                let part = block.get(line).cloned().unwrap_or_default();
                let used = part.spans.iter().map(|s| width(&s.content)).sum();
                spans.extend(part.spans);
                spans.push(Span::raw(" ".repeat(room.saturating_sub(used))));
            }
            page.push(Some(owner), Line::from(spans));
        }
        // Records that share lines are still found by their own row.
        (at..at + together.len())
            .filter(|row| *row != owner)
            .for_each(|row| page.alias(row, owner));
    }
}

fn pay_view<'f, 'a>(fact: &'f Fact<'a>) -> Option<&'f PayView<'a>> {
    match &fact.value {
        Value::Pay(view) => Some(view),
        _ => None,
    }
}

/// How the figures of a record are drawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Bar {
    /// As a bar of so many signs with the median beside it.
    BesideWords(usize),
    /// As a bar of so many signs, the median below it among the other figures.
    Alone(usize),
    /// In words.
    None,
}

impl Bar {
    /// What there is room for in `columns`. Records on one scale have bars of one length, whatever
    /// the figures of other records.
    fn of(view: &PayView<'_>, views: &[&PayView<'_>], columns: usize) -> Self {
        let (low, high) = view.ends;
        // A single figure has no spread to draw.
        if low >= high {
            return Bar::None;
        }
        let alike = views.iter().filter(|other| other.ends == view.ends);
        let told = alike.flat_map(|view| [&view.base, &view.total].map(|f| beside(view, f)));
        let words = told.map(|text| width(&text)).max().unwrap_or(0).max(WORDS);
        let (low, high) = ends(view);
        let room = columns.saturating_sub(width(&low) + width(&high));
        match (room.saturating_sub(words), room) {
            (bar @ NARROWEST_BAR.., _) => Bar::BesideWords(bar.min(WIDEST_BAR)),
            (_, bar @ NARROWEST_BAR..) => Bar::Alone(bar.min(WIDEST_BAR)),
            _ => Bar::None,
        }
    }
}

/// What the ends of a record's bars are, before and behind them.
fn ends(view: &PayView<'_>) -> (String, String) {
    (format!("{:>6} ", compact(view.ends.0)), format!(" {:<5}", compact(view.ends.1)))
}

/// A record as lines: what it is, then base and total as bars on one scale, each with all figures.
fn pay_record<'a>(
    view: &PayView<'_>,
    scene: Scene<'a>,
    selected: bool,
    (columns, bar): (usize, Bar),
) -> Vec<Line<'a>> {
    let (theme, signs) = (&scene.looks.theme, &scene.looks.signs);
    let plain = if selected { theme.strong } else { theme.text };
    let room = columns.saturating_sub(1);
    let mut lines: Vec<Line<'a>> = Vec::new();
    let mut put = |label: &str, spans: Vec<Span<'a>>| {
        let first = selected && lines.is_empty();
        let cursor = if first { Span::styled(signs.cursor, theme.cursor) } else { " ".into() };
        let mut left = vec![cursor, Span::styled(format!("{label:<LABEL$}"), theme.quiet)];
        left.extend(spans);
        lines.push(row(left, vec![], room, signs.ellipsis));
    };
    let words = room.saturating_sub(LABEL + 1);
    for (i, part) in in_pieces(&view.heading_parts(), words).into_iter().enumerate() {
        put(if i == 0 { "Pay" } else { "" }, vec![Span::styled(part, plain)]);
    }
    if view.is_empty() {
        put("", vec![Span::styled("not in file", theme.quiet)]);
    }
    for (name, figures) in [("Base", &view.base), ("Total", &view.total)] {
        if figures.is_empty() {
            continue;
        }
        let mut label = name;
        if bar != Bar::None {
            put(label, bar_line(view, figures, scene, bar, plain));
            label = "";
        }
        let beside = matches!(bar, Bar::BesideWords(_));
        let style = if beside { theme.quiet } else { plain };
        let told = in_pieces(&yearly(view, figures, beside), words).into_iter();
        for part in told.chain(in_pieces(&rates(view, figures), words)) {
            put(label, vec![Span::styled(part, style)]);
            label = "";
        }
    }
    lines
}

/// Figures as `79k ├───┤▒▒█▒▒├──┤ 126k  median 98,312`.
fn bar_line<'a>(
    view: &PayView<'_>,
    figures: &Figures,
    scene: Scene<'a>,
    bar: Bar,
    plain: Style,
) -> Vec<Span<'a>> {
    let (theme, signs) = (&scene.looks.theme, &scene.looks.signs);
    let (Bar::BesideWords(columns) | Bar::Alone(columns)) = bar else { return Vec::new() };
    let (low, high) = ends(view);
    let drawn = pay_bar(figures, view.ends, columns, signs);
    // The median stands out from the box around it.
    let (before, after) = drawn.split_once(signs.median).unwrap_or((&drawn, ""));
    let mut spans =
        vec![Span::styled(low, theme.quiet), Span::styled(before.to_owned(), theme.bar)];
    if before.len() < drawn.len() {
        spans.push(Span::styled(signs.median.to_string(), theme.strong));
    }
    spans.push(Span::styled(after.to_owned(), theme.bar));
    spans.push(Span::styled(high, theme.quiet));
    if matches!(bar, Bar::BesideWords(_)) {
        spans.push(Span::styled(beside(view, figures), plain));
    }
    spans
}

/// The median, else the first figure that there is.
fn main_figure(figures: &Figures) -> Option<(Figure, f64)> {
    figures.iter().find(|(figure, _)| *figure == MEDIAN).or_else(|| figures.iter().next())
}

/// The words beside a bar.
fn beside(view: &PayView<'_>, figures: &Figures) -> String {
    let told = |(figure, value)| format!("  {} {}", name(figure), view.figure(value));
    main_figure(figures).map_or_else(String::new, told)
}

/// Each figure of a year as `p10 61,200`, first the one that stands beside a bar, unless it does.
fn yearly(view: &PayView<'_>, figures: &Figures, is_beside: bool) -> Vec<String> {
    let main = main_figure(figures);
    let others = figures.iter().filter(|each| Some(*each) != main);
    let all = main.filter(|_| !is_beside).into_iter().chain(others);
    all.map(|(figure, value)| format!("{} {}", name(figure), view.figure(value))).collect()
}

/// The figures that the file has where those of a year were worked out: `an hour: min 12.90`,
/// `median 13.90`.
fn rates(view: &PayView<'_>, figures: &Figures) -> Vec<String> {
    let told = |(figure, value)| Some(format!("{} {}", name(figure), view.rate(value)?));
    let mut rates: Vec<String> = figures.iter().filter_map(told).collect();
    if let Some(first) = rates.first_mut() {
        *first = format!("{}: {first}", view.a_period());
    }
    rates
}

fn name(figure: Figure) -> String {
    if figure == MEDIAN { "median".to_owned() } else { figure.to_string() }
}
