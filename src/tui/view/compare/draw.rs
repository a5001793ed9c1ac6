//! How a comparison looks: the heads of the columns, then rows whose cells stand beneath them.

use super::rows::{Content, Part, Row, RowId};
use super::table::Table;
use super::{cells, pay};
use crate::compare::{DutyCell, FactRow};
use crate::outline::WITHHELD;
use crate::tui::pane::{Page, Scene};
use crate::tui::view::texts;
use crate::tui::widget::row::cut;
use crate::tui::widget::text::{fit, highlighted, spaces, width, without_middle, wrapped};
use ratatui::text::{Line, Span};
use std::collections::HashSet;

/// A name that has less room than this wraps.
const ROOM_FOR_NAME: usize = 20;

/// What decides how the rows look.
pub(super) struct Drawing<'a> {
    pub(super) scene: Scene<'a>,
    pub(super) table: Table,
    jobs: Vec<usize>,
    /// The column of the cursor.
    at: usize,
    step: f64,
    columns: usize,
}

/// Lines of spans: a cell, or the label of a row.
type Lines<'a> = Vec<Vec<Span<'a>>>;

/// The heads of the columns: title, then code and level; the baseline says that it is one.
pub(super) fn head<'a>(
    scene: Scene<'a>,
    jobs: &[usize],
    at: usize,
    columns: usize,
) -> Vec<Line<'a>> {
    let (theme, signs) = (&scene.looks.theme, &scene.looks.signs);
    let table = Table::of(columns, jobs.len(), at);
    let mut lines = [vec![Span::raw(spaces(table.label))], vec![Span::raw(spaces(table.label))]];
    for (i, &column) in table.shown.iter().enumerate() {
        let Some(job) = jobs.get(column).and_then(|job| scene.library.jobs().get(*job)) else {
            continue;
        };
        let is_last = i + 1 == table.shown.len();
        let room = table.cell().saturating_sub(usize::from(table.after && is_last));
        let title = job.title();
        let title = without_middle(&title, &[], room, signs.ellipsis).0.into_owned();
        // The first column that moves tells what stands before it.
        let is_first = i == usize::from(table.shown.len() > 1);
        let more = if table.before && is_first { signs.before } else { " " };
        let here = if column == at { signs.cursor } else { " " };
        let style = if column == at { theme.cursor } else { theme.strong };
        let pad = table.cell() - width(&title);
        let end = match table.after && is_last {
            true => format!("{}{}", spaces(pad.saturating_sub(1)), signs.after),
            false => spaces(pad).into_owned(),
        };
        lines[0].extend([
            Span::styled(more, theme.cursor),
            Span::styled(here, theme.cursor),
            Span::styled(title, style),
            Span::styled(end, theme.cursor),
        ]);
        let baseline = (column == 0).then_some("baseline");
        let level = job.profile.as_ref().and_then(|profile| profile.level.as_deref());
        let status = job.profile.as_ref().and_then(|profile| profile.status.notable());
        let words = [baseline, status, level, job.code()];
        let words: Vec<&str> = words.into_iter().flatten().collect();
        let words = words.join(&format!(" {} ", signs.dot));
        let words = fit(&words, table.cell(), signs.ellipsis).into_owned();
        let pad = spaces(table.cell() - width(&words));
        lines[1].extend([
            Span::raw(" "),
            Span::styled(here, theme.cursor),
            Span::styled(words, theme.quiet),
            Span::raw(pad),
        ]);
    }
    lines.into_iter().map(Line::from).collect()
}

impl<'a> Drawing<'a> {
    pub(super) fn new(
        scene: Scene<'a>,
        jobs: &[usize],
        at: usize,
        step: f64,
        columns: usize,
    ) -> Self {
        let table = Table::of(columns, jobs.len(), at);
        Self { scene, table, jobs: jobs.to_vec(), at, step, columns }
    }

    /// The parts as lines.
    pub(super) fn page(
        &self,
        parts: Vec<Part<'a>>,
        cursor: usize,
        open: &HashSet<RowId>,
    ) -> Page<'a> {
        let theme = &self.scene.looks.theme;
        let rows = super::rows::of(&parts);
        let matrix = rows.iter().filter_map(|row| match &row.content {
            Content::Competency(row) => Some(row),
            _ => None,
        });
        let matrix = cells::Measures::of(matrix, self.scene);
        let pay = rows.iter().filter_map(|row| match &row.content {
            Content::Pay(_, cell) => Some(&**cell),
            _ => None,
        });
        let pay = pay::Measures::of(pay);
        let mut page = Page::default();
        let mut at = 0;
        for part in &parts {
            match part {
                Part::Section(name, words) => {
                    if !page.is_empty() {
                        page.push(None, Line::default());
                    }
                    page.push(None, texts::section(*name, words, self.scene, self.columns));
                }
                Part::Group(name) => {
                    page.push(None, Line::styled(format!(" {name}"), theme.strong));
                }
                Part::Note(words) => {
                    let room = self.columns.saturating_sub(2);
                    for mut line in texts::paragraph(words.clone(), theme.quiet, room) {
                        line.insert(0, Span::raw(" "));
                        page.push(None, Line::from(line));
                    }
                }
                Part::Row(row) => {
                    let is_open = open.contains(&row.id);
                    self.row(&mut page, at, row, cursor == at, is_open, (matrix, pay));
                    at += 1;
                }
            }
        }
        page
    }

    fn row(
        &self,
        page: &mut Page<'a>,
        at: usize,
        row: &Row<'a>,
        selected: bool,
        open: bool,
        (matrix, pay): (cells::Measures, pay::Measures),
    ) {
        let theme = &self.scene.looks.theme;
        let plain = if selected { theme.strong } else { theme.text };
        let room = self.table.label.saturating_sub(2);
        match &row.content {
            Content::Fact(fact) => {
                let label = vec![vec![Span::styled(fact.label, plain)]];
                let cells = self.shown().map(|column| self.fact(fact, column)).collect();
                self.put(page, at, selected, label, cells);
            }
            Content::Pay(column, cell) => {
                let title =
                    self.jobs.get(*column).map(|job| self.scene.library.jobs()[*job].title());
                let mut label = texts::paragraph(title.unwrap_or_default(), plain, room);
                if *column == 0 {
                    label.push(vec![Span::styled("baseline", theme.quiet)]);
                }
                self.put_across(
                    page,
                    at,
                    selected,
                    label,
                    pay::lines(cell, self.is_read(*column), pay, self),
                );
            }
            Content::Duty(number, duty) => {
                let label = vec![vec![Span::styled(number.to_string(), plain)]];
                let cells = self.shown().map(|column| match duty.is_told(column) {
                    true => self.duty(&duty.cells[column]),
                    false if self.is_read(column) => Vec::new(),
                    false => vec![vec![Span::styled("could not be read", theme.quiet)]],
                });
                let cells = cells.collect();
                self.put(page, at, selected, label, cells);
            }
            Content::Competency(competency) => {
                let fold = match (row.id.can_open(), open) {
                    (true, true) => self.scene.looks.signs.open,
                    (true, false) => self.scene.looks.signs.closed,
                    (false, _) => " ",
                };
                let style = if competency.name.is_some() { plain } else { theme.quiet };
                let name = competency.name.unwrap_or(WITHHELD);
                let name_room = room.saturating_sub(2);
                let names = if open || name_room < ROOM_FOR_NAME {
                    texts::paragraph(name.into(), style, name_room)
                } else {
                    let short = fit(name, name_room, self.scene.looks.signs.ellipsis);
                    vec![vec![Span::styled(short.into_owned(), style)]]
                };
                let label = names.into_iter().enumerate().map(|(i, mut line)| {
                    let before = if i == 0 { format!("{fold} ") } else { "  ".to_owned() };
                    line.insert(0, Span::styled(before, theme.quiet));
                    line
                });
                let label = label.collect();
                let cells = self.shown().map(|column| {
                    let looks = (matrix, self.step, self.table.hides_baseline());
                    let columns = self.table.cell();
                    let mut lines = cells::cell(competency, column, looks, self.scene, columns);
                    if open {
                        let asked = competency.requirements[column];
                        let library = self.scene.library;
                        let told = cells::behaviours(
                            asked,
                            library,
                            self.scene,
                            columns.saturating_sub(1),
                        );
                        lines.extend(told);
                        lines.push(Vec::new());
                    }
                    lines
                });
                self.put(page, at, selected, label, cells.collect());
            }
        }
    }

    fn shown(&self) -> impl Iterator<Item = usize> {
        self.table.shown.iter().copied()
    }

    fn is_read(&self, column: usize) -> bool {
        let job = self.jobs.get(column).and_then(|job| self.scene.library.jobs().get(*job));
        job.is_some_and(|job| job.profile.is_some())
    }

    /// What a job says of a fact; bold where the baseline says something else.
    fn fact(&self, row: &FactRow<'a>, column: usize) -> Lines<'a> {
        let theme = &self.scene.looks.theme;
        let columns = self.table.cell().saturating_sub(1);
        let Some(cell) = row.cells.get(column) else { return Vec::new() };
        let style = if row.stands_apart(0, column) { theme.strong } else { theme.text };
        let lines = cell.iter().flat_map(|item| texts::paragraph(item.clone(), style, columns));
        let lines: Lines<'a> = lines.collect();
        if !lines.is_empty() {
            return lines;
        }
        let is_read = self.is_read(column);
        let words = if is_read { "not in file" } else { "could not be read" };
        texts::paragraph(words.into(), theme.quiet, columns)
    }

    /// A duty with the words marked that the baseline does not say.
    fn duty(&self, cell: &Option<DutyCell<'a>>) -> Lines<'a> {
        let theme = &self.scene.looks.theme;
        let Some(cell) = cell else {
            return vec![vec![Span::styled(self.scene.looks.signs.absent, theme.quiet)]];
        };
        let mut ranges: Vec<std::ops::Range<usize>> = Vec::new();
        let mut end = 0;
        let mut follows = false;
        for word in &cell.words {
            let start = cell.text[end..].find(word.text).map_or(end, |found| end + found);
            end = start + word.text.len();
            match ranges.last_mut() {
                Some(range) if word.differs && follows => range.end = end,
                _ if word.differs => ranges.push(start..end),
                _ => {}
            }
            follows = word.differs;
        }
        let lines = wrapped(cell.text, self.table.cell().saturating_sub(1)).into_iter();
        let marked = |part| highlighted(cell.text, part, &ranges, theme.text, theme.differs);
        lines.map(marked).collect()
    }

    /// A row whose cells stand in the columns.
    fn put(
        &self,
        page: &mut Page<'a>,
        at: usize,
        selected: bool,
        label: Lines<'a>,
        mut cells: Vec<Lines<'a>>,
    ) {
        let (theme, signs) = (&self.scene.looks.theme, &self.scene.looks.signs);
        let height = cells.iter().map(Vec::len).chain([label.len()]).max().unwrap_or(1);
        let mut label = label.into_iter();
        for line in 0..height {
            let mut spans = self.label(label.next().unwrap_or_default(), selected);
            for (cell, column) in cells.iter_mut().zip(&self.table.shown) {
                let here = selected && *column == self.at;
                spans.push(Span::raw(" "));
                spans.push(Span::styled(if here { signs.cursor } else { " " }, theme.cursor));
                let part = cell.get_mut(line).map(std::mem::take).unwrap_or_default();
                let used: usize = part.iter().map(|span| width(&span.content)).sum();
                spans.extend(part);
                spans.push(Span::raw(spaces(self.table.cell().saturating_sub(used))));
            }
            page.push(Some(at), Line::from(spans));
        }
    }

    /// A row that takes the room of all columns together.
    fn put_across(
        &self,
        page: &mut Page<'a>,
        at: usize,
        selected: bool,
        label: Lines<'a>,
        mut lines: Lines<'a>,
    ) {
        let height = lines.len().max(label.len());
        lines.resize(height, Vec::new());
        let mut label = label.into_iter();
        for part in lines {
            let mut spans = self.label(label.next().unwrap_or_default(), selected);
            spans.push(Span::raw("  "));
            spans.extend(part);
            page.push(Some(at), Line::from(spans));
        }
    }

    /// A line of a label, as wide as labels are; the cursor before it.
    fn label(&self, part: Vec<Span<'a>>, selected: bool) -> Vec<Span<'a>> {
        let (theme, signs) = (&self.scene.looks.theme, &self.scene.looks.signs);
        let sign = if selected { signs.cursor } else { " " };
        let mut spans = vec![Span::styled(sign, theme.cursor)];
        let room = self.table.label.saturating_sub(1);
        let part = cut(part, room, signs.ellipsis);
        let used: usize = part.iter().map(|span| width(&span.content)).sum();
        spans.extend(part);
        spans.push(Span::raw(spaces(room - used)));
        spans
    }
}
