//! What a library that has been read again does to the screen: the reader stays where they were, and
//! a line says what has changed.

use super::{App, Listing, Mode};
use crate::changes::{Changes, Moves};
use crate::model::{JobId, Library, Problem, Told};
use crate::search::Index;
use crate::tui::layout::status_room;
use crate::tui::message::News;
use crate::tui::widget::scroll::Change;
use crate::tui::widget::text::width;
use std::path::PathBuf;
use std::sync::Arc;

/// What is said until the folder has been read again.
const READING: &str = "reading the folder again";

impl App {
    /// Says that the folder is being read again.
    pub(super) fn reread(&mut self) {
        self.say(READING);
        self.rereading = true;
    }

    /// The wait for the folder has ended, one way or another; tells whether there was one.
    pub(super) fn end_rereading(&mut self) -> bool {
        self.status.take_if(|status| status.text == READING);
        std::mem::take(&mut self.rereading)
    }

    /// Takes over a new snapshot and what is different from the one before, where both are complete.
    pub(super) fn loaded(&mut self, index: Arc<Index>, news: Option<&News>) {
        let changes = news.map(|news| &news.changes);
        let before = std::mem::replace(&mut self.index, index);
        let title = |id: &JobId| {
            let job = before.library().find(id).and_then(|at| before.library().jobs().get(at));
            job.map_or_else(|| id.to_string(), |job| job.title().into_owned())
        };
        let was = self.list.selected().map(title);
        let at_problem = self.problem_at_cursor(before.library());
        let asked = self.end_rereading();
        let stay = Moves::default();
        let moves = changes.map_or(&stay, |changes| &changes.moves);
        let gone = self.list.reload(before.library(), &self.index, moves);
        self.follow(moves);
        let gone = gone && self.index.library().is_complete();
        let lost = self.keep_views(before.library(), moves);
        let line = lost.or_else(|| self.news(was.filter(|_| gone), news.map(News::told)));
        match line {
            Some(line) => self.say(line),
            None if asked && self.status.is_none() => {
                self.say("read again, nothing changed");
            }
            None => {}
        }
        let added = changes.map_or(0, |changes| self.log.add(changes));
        self.keep_listing(added, at_problem);
        self.trouble = None;
        self.settle(Change::Library);
    }

    /// The line about what has changed, of which the loss of the job that was shown comes first.
    fn news(&self, gone: Option<String>, changes: Option<&Changes>) -> Option<String> {
        let shown = self.list.selected();
        let summary = changes.and_then(|changes| changes.summary(shown, self.pay));
        let Some(gone) = gone else {
            return Some(summary?.cut(status_room(self.size.0), width));
        };
        let others = summary.filter(|_| changes.is_some_and(|changes| changes.entries.len() > 1));
        let mut line = others.unwrap_or_default();
        line.parts.insert(0, format!("{gone} is no longer in the folder"));
        Some(line.cut(status_room(self.size.0), width))
    }

    /// What tells the problem under the cursor from all others, where they are listed.
    fn problem_at_cursor(&self, library: &Library) -> Option<(PathBuf, Problem)> {
        let (Listing::Problems, cursor) = self.listing()? else { return None };
        let told = *library.told().get(cursor)?;
        Some((told.path.to_owned(), told.problem.clone()))
    }

    /// Where a problem stands now, wherever it was in its file; of several the nearest.
    fn row_of_problem(&self, (path, known): &(PathBuf, Problem), cursor: usize) -> Option<usize> {
        let told = self.index.library().told();
        let is_it = |(_, told): &(usize, &Told<'_>)| {
            let problem = told.problem;
            told.path == path && (problem.rule, &problem.sentence) == (known.rule, &known.sentence)
        };
        let rows = told.iter().enumerate().filter(is_it).map(|(row, _)| row);
        rows.min_by_key(|row| row.abs_diff(cursor))
    }

    /// A list that lies over the panes keeps its cursor on its item; an empty one closes.
    fn keep_listing(&mut self, added: usize, at_problem: Option<(PathBuf, Problem)>) {
        let kept = at_problem.zip(self.listing());
        let kept = kept.and_then(|(problem, (_, cursor))| self.row_of_problem(&problem, cursor));
        let Mode::Listing(listing, cursor) = &mut self.mode else { return };
        let listing = *listing;
        if let Some(row) = kept {
            *cursor = row;
        }
        // Whoever looks at the newest change wants to see the one that is newer still.
        if listing == Listing::Changes && *cursor > 0 {
            *cursor += added;
        }
        if self.length_of(listing) == 0 {
            self.mode = Mode::Browse;
        }
    }

    /// Lets everything that is known of jobs follow them to where they are now.
    fn follow(&mut self, moves: &Moves) {
        if moves.is_empty() {
            return;
        }
        for jobs in [&mut self.marks, &mut self.unmarked, &mut self.back, &mut self.forward] {
            *jobs = jobs.iter().filter_map(|id| moves.follow(id)).collect();
        }
        self.detail.follow(moves);
        self.tree.follow(moves);
        if let Some(find) = &mut self.find {
            find.follow(moves);
        }
        if let Mode::Filter { job, .. } = &mut self.mode {
            *job = job.as_ref().and_then(|id| moves.follow(id));
        }
    }
}
