//! How the tree looks: meters in one column, levels in another, long text wrapped beneath itself.

use super::measures::{BEFORE_NAME, Measures, beside};
use crate::model::{Requirement, Scale};
use crate::outline::{Content, Order, Row, Standing, WITHHELD};
use crate::search::Needle;
use crate::tui::pane::{MEASURE, Page, Scene};
use crate::tui::widget::row::row as line;
use crate::tui::widget::text::{fit, highlighted, spaces, width, wrapped};
use ratatui::style::Style;
use ratatui::text::{Line, Span};

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
                let told = counts.to_string();
                let is_beside = used + width(&told) + 2 <= self.columns;
                let right = is_beside.then(|| Span::styled(format!("{told} "), theme.quiet));
                let right = right.into_iter().collect();
                page.push(Some(at), line(left, right, self.columns, signs.ellipsis));
                // What is missing is told to its end, below where there is no room beside.
                let room = self.columns.saturating_sub(BEFORE_NAME + 1);
                for part in wrapped(&told, room).into_iter().filter(|_| !is_beside) {
                    let told = Span::styled(told[part].to_owned(), theme.quiet);
                    page.push(Some(at), Line::from(vec![Span::raw(spaces(BEFORE_NAME)), told]));
                }
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
        let need = requirement.need().map_or_else(Vec::new, |need| {
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
        let measures = self.measures;
        left.push(Span::styled(format!("{number} "), self.plain(style)));
        let label = label.unwrap_or_default();
        let room = measures.level.saturating_sub(number.to_string().len() + 1);
        if width(label) <= room {
            left.extend(self.found(label, self.plain(style)));
            left.push(Span::raw(spaces(room - width(label))));
        } else {
            left.push(Span::styled(fit(label, room, signs.ellipsis), self.plain(style)));
        }
        if measures.standing > 0 {
            let words = if measures.brief { standing.brief() } else { standing.words() };
            left.push(Span::styled(format!("  {words:<room$}", room = measures.standing), style));
        }
        if measures.extent {
            left.push(Span::styled(format!("  {extent}"), theme.quiet));
        }
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
