//! The three panes. Each owns its state, its actions and how it is drawn.

pub mod detail;
pub mod list;
pub mod tree;

use super::keymap::Step;
use super::theme::Looks;
use super::widget::scroll::{MARGIN, Scroll};
use crate::model::{Job, JobId, Library, Profile};
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};
use std::ops::Range;

/// Text is not set wider than this, since longer lines are hard to read.
pub(super) const MEASURE: usize = 88;

/// What every pane is drawn from, besides its own state.
#[derive(Clone, Copy)]
pub struct Scene<'a> {
    /// The jobs.
    pub library: &'a Library,
    /// The job that is shown, by its index.
    pub job: Option<usize>,
    /// The marked jobs.
    pub marks: &'a [JobId],
    /// Whether pay figures may be seen.
    pub pay: bool,
    /// Colours and signs.
    pub looks: &'a Looks,
}

impl<'a> Scene<'a> {
    /// The job that is shown.
    #[must_use]
    pub fn shown(&self) -> Option<&'a Job> {
        self.library.jobs().get(self.job?).map(AsRef::as_ref)
    }

    /// Its profile, where one could be read.
    #[must_use]
    pub fn profile(&self) -> Option<&'a Profile> {
        self.shown()?.profile.as_ref()
    }
}

/// The lines of a pane that holds rows of different heights, and which row each line belongs to.
#[derive(Debug, Default)]
pub struct Page<'a> {
    lines: Vec<(Option<usize>, Line<'a>)>,
    /// Rows that share the lines of another one.
    aliases: Vec<(usize, usize)>,
}

impl<'a> Page<'a> {
    /// Adds a line of a row, or one between rows.
    pub fn push(&mut self, row: Option<usize>, line: Line<'a>) {
        self.lines.push((row, line));
    }

    /// Says that `row` stands on the lines of `other`.
    pub fn alias(&mut self, row: usize, other: usize) {
        self.aliases.push((row, other));
    }

    /// The lines, top to bottom.
    pub fn lines(&self) -> impl Iterator<Item = &Line<'a>> {
        self.lines.iter().map(|(_, line)| line)
    }

    /// How many lines there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.lines.len()
    }

    /// How many rows have lines of their own.
    #[must_use]
    pub fn row_count(&self) -> usize {
        self.lines.iter().filter_map(|(row, _)| *row).max().map_or(0, |last| last + 1)
    }

    /// Whether there are none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.lines.is_empty()
    }

    /// The lines of a row.
    #[must_use]
    pub fn lines_of(&self, row: usize) -> Range<usize> {
        let row = self.aliases.iter().find(|(r, _)| *r == row).map_or(row, |(_, other)| *other);
        let first = self.lines.iter().position(|(r, _)| *r == Some(row)).unwrap_or(0);
        let count = self.lines[first..].iter().take_while(|(r, _)| *r == Some(row)).count();
        first..first + count.max(1)
    }

    /// The row that a line belongs to; for a line between rows the one after it, else the last.
    #[must_use]
    pub fn row_at(&self, line: usize) -> Option<usize> {
        let after = self.lines.iter().skip(line).find_map(|(row, _)| *row);
        after.or_else(|| self.lines.iter().rev().find_map(|(row, _)| *row))
    }

    /// Draws the lines from `top` on into `area`.
    pub fn draw(&self, top: usize, area: Rect, buffer: &mut ratatui::buffer::Buffer) {
        let visible = self.lines.iter().skip(top).take(area.height.into());
        for (y, (_, line)) in (area.y..).zip(visible) {
            buffer.set_line(area.x, y, line, area.width);
        }
    }

    /// The page with texts of its own, which stays when what it was made from is gone.
    #[must_use]
    pub fn into_owned(self) -> Page<'static> {
        let owned = |line: Line<'a>| {
            let spans = line.spans.into_iter();
            let spans = spans.map(|span| Span::styled(span.content.into_owned(), span.style));
            Line { style: line.style, alignment: line.alignment, spans: spans.collect() }
        };
        let lines = self.lines.into_iter().map(|(row, line)| (row, owned(line)));
        Page { lines: lines.collect(), aliases: self.aliases }
    }
}

/// Which of several places is wanted, seen from the cursor.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Seek {
    /// The first one at the cursor or behind it.
    Here,
    /// The first one behind the cursor.
    Next,
    /// The last one before the cursor.
    Previous,
}

impl Seek {
    /// Which of the sorted `places` it is, round and round; `None` where there are none.
    #[must_use]
    pub fn among(self, places: &[usize], cursor: usize) -> Option<usize> {
        let last = places.len().checked_sub(1)?;
        Some(match self {
            Seek::Here => places.iter().position(|p| *p >= cursor).unwrap_or(0),
            Seek::Next => places.iter().position(|p| *p > cursor).unwrap_or(0),
            Seek::Previous => places.iter().rposition(|p| *p < cursor).unwrap_or(last),
        })
    }
}

/// The row nearest to `row` that has a line on a screen of `height` lines from `top` on.
fn row_on_screen(page: &Page<'_>, top: usize, height: usize, row: usize) -> usize {
    // The rows that need not be moved to be seen whole; there may be none, next to a tall one.
    let (first, last) = (top + MARGIN, (top + height).saturating_sub(MARGIN));
    let is_seen = |row: usize| {
        let lines = page.lines_of(row);
        (lines.start >= first || top == 0) && (lines.end <= last || last + MARGIN >= page.len())
    };
    if is_seen(row) {
        return row;
    }
    let rows = page.lines.get(top..(top + height).min(page.len())).unwrap_or_default();
    let mut on_screen = rows.iter().filter_map(|(row, _)| *row).filter(|row| is_seen(*row));
    let near =
        if page.lines_of(row).start < first { on_screen.next() } else { on_screen.next_back() };
    near.or_else(|| page.row_at(top + height / 2)).unwrap_or(row)
}

/// Reads on in a row that does not fit on the screen, before a step leaves it.
pub(super) fn read_on(
    scroll: &mut Scroll,
    page: &Page<'_>,
    row: usize,
    step: Step,
    height: usize,
) -> bool {
    let whole = isize::try_from(height).unwrap_or(isize::MAX);
    let by = match step {
        Step::Down => 1,
        Step::Up => -1,
        Step::HalfDown => whole / 2,
        Step::HalfUp => -whole / 2,
        Step::PageDown => whole,
        Step::PageUp => -whole,
        Step::Top | Step::Bottom => return false,
    };
    let lines = page.lines_of(row);
    lines.len() > height && scroll.read_on(lines, by, height)
}
