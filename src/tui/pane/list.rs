//! The list of jobs: filtered best first, sorted, or ranked by who asks for a competency.

mod draw;
mod sort;

pub use draw::{draw, heading};
pub use sort::Sort;

use crate::changes::Moves;
use crate::model::{JobId, Library, Proficiency};
use crate::search::{Hits, Index, Query, Rank, search};
use crate::tui::keymap::Step;
use crate::tui::widget::input::TextLine;
use crate::tui::widget::scroll::Scroll;
use std::collections::HashSet;

/// What keys do in the list alone.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum ListAction {
    /// To the facts about the job.
    Open,
    /// The next order.
    Sort,
    /// The facts move on while the list keeps the keys.
    ScrollDetailDown,
    /// The facts move back.
    ScrollDetailUp,
    /// Ends typing; the filter stays.
    KeepFilter,
    /// Marks the job and goes on to the next one.
    MarkAndStep,
}

/// A row of the list.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct ListRow {
    /// The job, by its index in the library.
    pub job: usize,
    /// How the filter found it; `None` without a filter.
    pub rank: Option<Rank>,
    /// The level it asks for, while the list ranks a competency.
    pub level: Option<Proficiency>,
}

/// The list of jobs.
#[derive(Debug, Default)]
pub struct ListPane {
    /// The filter as typed.
    pub filter: TextLine,
    /// The competency whose askers are ranked.
    pub ranking: Option<String>,
    /// The order while nothing is filtered or ranked.
    pub sort: Sort,
    /// Which lines are on screen.
    pub scroll: Scroll,
    query: Query,
    hits: Hits,
    rows: Vec<ListRow>,
    selected: Option<JobId>,
    /// The job that was selected before it went. Until somebody moves, it may come back.
    lost: Option<JobId>,
    /// The row on which that job was last, which spares a look for it as long as it still is.
    last_row: usize,
    /// Until somebody moves, the first row stays selected, whatever is read.
    touched: bool,
}

impl ListPane {
    /// The rows, top to bottom.
    #[must_use]
    pub fn rows(&self) -> &[ListRow] {
        &self.rows
    }

    /// The filter, parsed.
    #[must_use]
    pub fn query(&self) -> &Query {
        &self.query
    }

    /// The job that the cursor is on.
    #[must_use]
    pub fn selected(&self) -> Option<&JobId> {
        self.selected.as_ref()
    }

    /// The job that the cursor is on, by its index in the library.
    #[must_use]
    pub fn job(&self, library: &Library) -> Option<usize> {
        let id = self.selected.as_ref()?;
        self.last_job(library, id).or_else(|| library.find(id))
    }

    /// The row that the cursor is on.
    #[must_use]
    pub fn cursor(&self, library: &Library) -> Option<usize> {
        let id = self.selected.as_ref()?;
        if self.last_job(library, id).is_some() {
            return Some(self.last_row);
        }
        let job = library.find(id)?;
        self.rows.iter().position(|row| row.job == job)
    }

    /// The job on the row of last time, if it is the one that is wanted.
    fn last_job(&self, library: &Library, wanted: &JobId) -> Option<usize> {
        let job = self.rows.get(self.last_row)?.job;
        (library.jobs().get(job)?.id == *wanted).then_some(job)
    }

    /// The row before which the line stands that says "letters apart".
    #[must_use]
    pub fn apart_from(&self) -> Option<usize> {
        let apart = |row: &ListRow| row.rank == Some(Rank::LettersApart);
        // They stand last, so a look at the last row answers for most lists.
        if self.ranking.is_some() || !self.rows.last().is_some_and(apart) {
            return None;
        }
        Some(self.rows.partition_point(|row| !apart(row)))
    }

    /// The line of the list that a row stands on.
    #[must_use]
    pub fn line_of(&self, row: usize) -> usize {
        row + usize::from(self.apart_from().is_some_and(|apart| row >= apart))
    }

    /// The row on a line, `None` for the line between rows and below the last one.
    #[must_use]
    pub fn row_at(&self, line: usize) -> Option<usize> {
        let row = match self.apart_from() {
            Some(apart) if line == apart => return None,
            Some(apart) if line > apart => line - 1,
            _ => line,
        };
        (row < self.rows.len()).then_some(row)
    }

    /// How many lines the list has.
    #[must_use]
    pub fn line_count(&self) -> usize {
        self.rows.len() + usize::from(self.apart_from().is_some())
    }

    /// Somebody has pressed a key: from now on the job stays selected, whatever is read.
    pub fn touch(&mut self) {
        self.touched = true;
        self.lost = None;
    }

    /// Puts the cursor on a row.
    pub fn select(&mut self, library: &Library, row: usize) {
        if let Some(job) = self.rows.get(row).and_then(|row| library.jobs().get(row.job)) {
            self.selected = Some(job.id.clone());
            self.last_row = row;
            self.touch();
        }
    }

    /// Moves the cursor.
    pub fn step(&mut self, library: &Library, step: Step, page: usize) {
        let at = self.cursor(library).unwrap_or(0);
        self.select(library, step.from(at, self.rows.len(), page));
    }

    /// Puts the cursor on a job. `true` says that the filter did not show it and had to go.
    pub fn go_to(&mut self, index: &Index, id: &JobId) -> bool {
        self.selected = Some(id.clone());
        self.touch();
        let is_hidden = self.cursor(index.library()).is_none();
        if is_hidden {
            self.filter.set("");
            self.ranking = None;
            self.refilter(index);
        }
        self.remember_row(index.library());
        is_hidden
    }

    /// Works the rows out after the filter's text has changed. While typing the cursor stands on the
    /// best hit; a filter that is cleared keeps the job.
    pub fn retype(&mut self, index: &Index) {
        self.refilter(index);
        if !self.query.is_empty() {
            self.touched = true;
            self.selected = None;
        }
        self.settle(index.library(), 0);
    }

    /// Puts the filter back to an earlier text and the cursor to an earlier job.
    pub fn restore(&mut self, index: &Index, filter: &str, selected: Option<JobId>) {
        self.filter.set(filter);
        self.selected = selected;
        self.refilter(index);
        self.settle(index.library(), 0);
    }

    /// Takes the next order and keeps the job.
    pub fn sort_by(&mut self, index: &Index, sort: Sort) {
        self.sort = sort;
        self.refilter(index);
    }

    /// Ranks the jobs by the level at which they ask for a competency, or stops doing so.
    pub fn rank(&mut self, index: &Index, competency: Option<String>) {
        self.ranking = competency;
        self.refilter(index);
        self.settle(index.library(), 0);
    }

    /// Takes over a new snapshot. The job stays selected, wherever it is now; where it is gone, its
    /// neighbour is, and `true` says so. One that comes back before anybody moves is selected again.
    pub fn reload(&mut self, before: &Library, index: &Index, moves: &Moves) -> bool {
        let row = self.cursor(before).unwrap_or(0);
        let had = self.selected.take();
        self.selected = had.as_ref().and_then(|id| moves.follow(id));
        let is_there = |id: &JobId| index.library().find(id).is_some();
        let lost = self.lost.take().and_then(|id| moves.follow(&id));
        if lost.as_ref().is_some_and(is_there) {
            self.selected = lost;
        } else {
            self.lost = lost;
        }
        let gone = !self.selected.as_ref().is_some_and(is_there);
        if gone && self.lost.is_none() {
            self.lost.clone_from(&had);
        }
        self.hits = Hits::default();
        self.refilter(index);
        if !self.touched {
            self.selected = None;
        }
        self.settle(index.library(), row);
        self.touched && had.is_some() && gone
    }

    /// Makes sure that the cursor is on a row, near `row` where its job is not shown.
    fn settle(&mut self, library: &Library, row: usize) {
        if self.cursor(library).is_none() {
            let near = row.min(self.rows.len().saturating_sub(1));
            let job = self.rows.get(near).and_then(|row| library.jobs().get(row.job));
            // With no row at all the job stays in mind, for the moment when it is shown again.
            if let Some(job) = job {
                self.selected = Some(job.id.clone());
                self.last_row = near;
            }
        }
    }

    /// Works out which jobs are shown, in which order.
    fn refilter(&mut self, index: &Index) {
        let query = Query::parse(self.filter.text());
        let narrow = (!self.hits.is_empty()).then_some((&self.query, &self.hits));
        self.hits = search(index, &query, narrow);
        self.query = query;
        self.rows = match &self.ranking {
            Some(competency) => self.ranked(index, competency),
            None => self.found(index.library()),
        };
        self.remember_row(index.library());
    }

    fn remember_row(&mut self, library: &Library) {
        self.last_row = self.cursor(library).unwrap_or(0);
    }

    fn found(&self, library: &Library) -> Vec<ListRow> {
        let rank = |rank| (!self.query.is_empty()).then_some(rank);
        let row =
            |hit: crate::search::Hit| ListRow { job: hit.job, rank: rank(hit.rank), level: None };
        let mut rows: Vec<ListRow> = self.hits.iter().map(row).collect();
        if self.query.is_empty() {
            self.sort.apply(library, &mut rows);
        }
        rows
    }

    fn ranked(&self, index: &Index, competency: &str) -> Vec<ListRow> {
        // The order is the ranking's own, so hits that were found by mere letters have no place.
        let literal = self.hits.iter().take(self.hits.apart_from());
        let shown: HashSet<usize> = literal.map(|hit| hit.job).collect();
        let askers = index.library().askers(competency).into_iter();
        askers
            .filter(|asker| shown.contains(&asker.job))
            .map(|asker| ListRow { job: asker.job, rank: None, level: asker.level })
            .collect()
    }
}
