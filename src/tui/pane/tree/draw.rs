//! How the tree looks: meters in one column, levels in another, long text wrapped beneath itself.

use crate::model::{Proficiency, Requirement, Scale};
use crate::outline::{Content, Order, Row, Standing, WITHHELD};
use crate::search::Needle;
use crate::tui::pane::{MEASURE, Page, Scene};
use crate::tui::widget::meter::{is_number, meter};
use crate::tui::widget::row::row as line;
use crate::tui::widget::text::{fit, highlighted, spaces, width, wrapped};
use ratatui::style::Style;
use ratatui::text::{Line, Span};

/// Columns before a competency's name: cursor, indent, fold.
const BEFORE_NAME: usize = 5;
/// The narrowest that a competency's name becomes before its level's label goes.
const NARROW_NAME: usize = 20;

/// The rows as lines; `cursor` is the row that the cursor is on, where it is to be seen.
#[must_use]
pub fn page<'a>(
    rows: &[Row<'a>],
    scene: Scene<'a>,
    order: Order,
    cursor: Option<usize>,
    needle: Option<&Needle>,
    columns: usize,
) -> Page<'a> {
    let mut page = Page::default();
    let measures = Measures::of(rows, scene, order, columns);
    for (at, row) in rows.iter().enumerate() {
        if row.depth == 0 && at > 0 {
            page.push(None, Line::default());
        }
        let selected = cursor == Some(at);
        let looks = RowLooks { scene, order, needle, selected, columns, measures: &measures };
        looks.row(&mut page, at, row);
    }
    page
}

/// The columns that several rows share, so that all of them leave out the same.
#[derive(Default)]
struct Measures {
    name: usize,
    /// A competency's meter and number.
    meter: usize,
    number: usize,
    /// Whether there is room for what stands behind a number.
    beside: bool,
    /// A level's number and label.
    level: usize,
    standing: usize,
}

impl Measures {
    fn of(rows: &[Row<'_>], scene: Scene<'_>, order: Order, columns: usize) -> Self {
        let mut measures = Self { number: 1, ..Self::default() };
        let (mut beside_numbers, mut needs) = (0, 0);
        for row in rows {
            match row.content {
                Content::Competency { requirement, scale, median } => {
                    let name = requirement.name.as_deref().unwrap_or(WITHHELD);
                    measures.name = measures.name.max(width(name));
                    let number = requirement.level.map_or(1, |level| level.to_string().len());
                    measures.number = measures.number.max(number);
                    let beside = beside(order, requirement, scale, median);
                    beside_numbers = beside_numbers.max(width(&beside));
                    needs = needs.max(requirement.need.map_or(0, |need| width(need.word()) + 2));
                }
                Content::Level { number, label, standing, .. } => {
                    measures.level = measures.level.max(width(&level_name(number, label)));
                    measures.standing = measures.standing.max(width(standing.words()));
                }
                _ => {}
            }
        }
        for row in rows {
            if let Content::Competency { requirement, scale, .. } = row.content {
                let (full, empty, number) = measures.level_of(requirement, scale, scene);
                let used = width(&full) + width(&empty) + width(&number);
                measures.meter = measures.meter.max(used);
            }
        }
        // Whether it must be matters more than what a level is called: the number has said that.
        let others = BEFORE_NAME + 1 + measures.meter + needs;
        let room = columns.saturating_sub(others);
        measures.name = measures.name.min((columns / 2).max(NARROW_NAME)).min(room);
        measures.beside = measures.name + beside_numbers <= room;
        measures
    }

    /// How a competency's level looks: its meter, filled and empty, and its number. A meter that
    /// is a number itself needs none beside it.
    fn level_of(
        &self,
        requirement: &Requirement,
        scale: &Scale,
        scene: Scene<'_>,
    ) -> (String, String, String) {
        let (full, empty) = meter(requirement.level, scale, &scene.looks.signs);
        if is_number(scale) {
            return (full, empty, String::new());
        }
        let number = requirement.level.map_or_else(|| "-".to_owned(), |l| l.to_string());
        (full, empty, format!("  {number:<room$}", room = self.number))
    }
}

/// What decides how one row looks.
struct RowLooks<'a, 'n> {
    scene: Scene<'a>,
    order: Order,
    needle: Option<&'n Needle>,
    selected: bool,
    columns: usize,
    measures: &'n Measures,
}

impl<'a> RowLooks<'a, '_> {
    fn row(&self, page: &mut Page<'a>, at: usize, row: &Row<'a>) {
        let (theme, signs) = (&self.scene.looks.theme, &self.scene.looks.signs);
        match row.content {
            Content::Group { name, counts } => {
                let mut left = self.start(row);
                left.extend(self.found(name, self.plain(theme.strong)));
                let used: usize = left.iter().map(|span| width(&span.content)).sum();
                let whole = counts.to_string();
                let fits = used + width(&whole) + 2 <= self.columns;
                let told = if fits { whole } else { counts.short() };
                let right = vec![Span::styled(format!("{told} "), theme.quiet)];
                page.push(Some(at), line(left, right, self.columns, signs.ellipsis));
            }
            Content::Competency { requirement, scale, median } => {
                page.push(Some(at), self.competency(row, requirement, scale, median));
            }
            Content::Level { number, label, standing, text } => {
                let extent = Content::level_extent(text);
                page.push(Some(at), self.level(row, number, label, standing, &extent));
            }
            Content::Needed(level) => {
                let mut left = self.start(row);
                let sentence = format!("this job needs {level}");
                left.push(Span::styled(format!("{} ", signs.needed), theme.required));
                left.push(Span::styled(sentence, self.plain(theme.required)));
                page.push(Some(at), line(left, vec![], self.columns, signs.ellipsis));
            }
            Content::Definition(Ok(text)) => self.text(page, at, row, "", text, theme.text),
            Content::Definition(Err(words)) => self.text(page, at, row, "", words, theme.quiet),
            Content::Statement(text) => self.text(page, at, row, "", text, theme.text),
            Content::Behaviour(text) => {
                self.text(page, at, row, signs.bullet, text, theme.text);
            }
            Content::Unwritten(ref levels) => {
                let mut left = self.start(row);
                let words = Content::unwritten_words(levels);
                left.push(Span::styled(words, self.plain(theme.quiet)));
                page.push(Some(at), line(left, vec![], self.columns, signs.ellipsis));
            }
            Content::More(count) => {
                let mut left = self.start(row);
                let sentence = format!("{count} more at the source, not in file");
                left.push(Span::styled(sentence, self.plain(theme.quiet)));
                page.push(Some(at), line(left, vec![], self.columns, signs.ellipsis));
            }
        }
    }

    fn plain(&self, style: Style) -> Style {
        if self.selected { style.patch(self.scene.looks.theme.strong) } else { style }
    }

    /// Cursor, indent and fold.
    fn start(&self, row: &Row<'a>) -> Vec<Span<'a>> {
        let (theme, signs) = (&self.scene.looks.theme, &self.scene.looks.signs);
        let cursor =
            if self.selected { Span::styled(signs.cursor, theme.cursor) } else { Span::raw(" ") };
        let fold = match row.open {
            Some(true) => signs.open,
            Some(false) => signs.closed,
            None => " ",
        };
        let indent = spaces(usize::from(row.depth) * 2);
        // Room for what most rows add.
        let mut start = Vec::with_capacity(8);
        start.extend([
            cursor,
            Span::raw(indent),
            Span::styled(fold, theme.quiet),
            Span::styled(" ", theme.quiet),
        ]);
        start
    }

    /// Text with the letters that were searched for.
    fn found(&self, text: &'a str, plain: Style) -> Vec<Span<'a>> {
        let ranges = self.needle.map_or_else(Vec::new, |needle| needle.find_in(text));
        highlighted(text, 0..text.len(), &ranges, plain, self.scene.looks.theme.matched)
    }

    fn competency(
        &self,
        row: &Row<'a>,
        requirement: &'a Requirement,
        scale: &'a Scale,
        median: Option<f64>,
    ) -> Line<'a> {
        let (theme, signs) = (&self.scene.looks.theme, &self.scene.looks.signs);
        let mut left = self.start(row);
        let (full, empty, number) = self.measures.level_of(requirement, scale, self.scene);
        let used = width(&full) + width(&empty) + width(&number);
        let name_room = self.measures.name;
        match requirement.name.as_deref() {
            Some(name) if width(name) <= name_room => {
                left.extend(self.found(name, self.plain(theme.text)));
                left.push(Span::raw(" ".repeat(name_room - width(name))));
            }
            name => {
                let style = if name.is_some() { theme.text } else { theme.quiet };
                let short = fit(name.unwrap_or(WITHHELD), name_room, signs.ellipsis).into_owned();
                let pad = " ".repeat(name_room - width(&short));
                left.push(Span::styled(short + &pad, self.plain(style)));
            }
        }
        left.push(Span::raw(" "));
        left.push(Span::styled(full, theme.required));
        left.push(Span::styled(empty, theme.quiet));
        left.push(Span::styled(number, self.plain(theme.text)));
        left.push(Span::raw(spaces(self.measures.meter.saturating_sub(used))));
        if self.measures.beside {
            left.push(Span::styled(beside(self.order, requirement, scale, median), theme.quiet));
        }
        let need = requirement.need.map_or_else(Vec::new, |need| {
            vec![Span::styled(format!("{} ", need.word()), self.plain(theme.text))]
        });
        line(left, need, self.columns, signs.ellipsis)
    }

    fn level(
        &self,
        row: &Row<'a>,
        number: u8,
        label: Option<&'a str>,
        standing: Standing,
        extent: &str,
    ) -> Line<'a> {
        let (theme, signs) = (&self.scene.looks.theme, &self.scene.looks.signs);
        let style = match standing {
            Standing::Required | Standing::Counts => theme.required,
            Standing::Included | Standing::Apart => theme.text,
            Standing::Beyond => theme.quiet,
        };
        let mut left = self.start(row);
        left.push(Span::styled(format!("{number} "), self.plain(style)));
        left.extend(self.found(label.unwrap_or_default(), self.plain(style)));
        let used = width(&level_name(number, label));
        left.push(Span::raw(" ".repeat(self.measures.level.saturating_sub(used))));
        if self.measures.standing > 0 {
            let (words, room) = (standing.words(), self.measures.standing);
            left.push(Span::styled(format!("  {words:<room$}"), style));
        }
        left.push(Span::styled(format!("  {extent}"), theme.quiet));
        line(left, vec![], self.columns, signs.ellipsis)
    }

    /// Text that may take several lines, each beneath the first one's beginning.
    fn text(
        &self,
        page: &mut Page<'a>,
        at: usize,
        row: &Row<'a>,
        bullet: &'a str,
        text: &'a str,
        style: Style,
    ) {
        let theme = &self.scene.looks.theme;
        let start = self.start(row);
        let bullet_width = if bullet.is_empty() { 0 } else { width(bullet) + 1 };
        let indent = start.iter().map(|s| width(&s.content)).sum::<usize>() + bullet_width;
        let room = self.columns.saturating_sub(indent + 1).min(MEASURE);
        let ranges = self.needle.map_or_else(Vec::new, |needle| needle.find_in(text));
        let mut start = Some(start);
        for part in wrapped(text, room) {
            let mut spans = match start.take() {
                Some(mut spans) => {
                    if bullet_width > 0 {
                        spans.push(Span::styled(format!("{bullet} "), theme.quiet));
                    }
                    spans
                }
                None => vec![Span::raw(spaces(indent))],
            };
            spans.extend(highlighted(text, part, &ranges, self.plain(style), theme.matched));
            page.push(Some(at), Line::from(spans));
        }
    }
}

/// What stands behind a level's number: its name, or the figure that the rows are sorted by.
fn beside(order: Order, requirement: &Requirement, scale: &Scale, median: Option<f64>) -> String {
    let words = match (order, requirement.level, median) {
        (Order::Unusual, Some(level), Some(median)) => unusual(level, median),
        (Order::Importance, _, _) => match requirement.importance {
            Some(importance) => format!("importance {importance}"),
            None => "importance not in file".to_owned(),
        },
        (_, Some(level), _) => {
            let label = scale.label(level).map(ToOwned::to_owned);
            label.unwrap_or_else(|| above_the_scale(level, scale))
        }
        (_, None, _) => "no level".to_owned(),
    };
    if words.is_empty() { words } else { format!(" {words}") }
}

fn level_name(number: u8, label: Option<&str>) -> String {
    format!("{number} {}", label.unwrap_or_default())
}

/// How far a level lies from the library's median: `+1.5  median 2`.
fn unusual(level: Proficiency, median: f64) -> String {
    let distance = level.value() - median;
    // Levels have two decimals at the most in practice; the difference of two floats may show more.
    let rounded = (distance * 100.0).round() / 100.0;
    format!("{rounded:+.2}  median {}", (median * 100.0).round() / 100.0)
}

/// Words for a level that the scale does not hold.
fn above_the_scale(level: Proficiency, scale: &Scale) -> String {
    match scale.ends() {
        Some((low, high)) if !scale.holds(level) => format!("not on its scale ({low} to {high})"),
        _ => String::new(),
    }
}
