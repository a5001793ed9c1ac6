//! Finding text in the facts or in the tree, closed rows included.

use super::{App, Mode, scene};
use crate::changes::Moves;
use crate::model::JobId;
use crate::search::Needle;
use crate::tui::layout::Pane;
use crate::tui::pane::{Seek, detail, tree};
use crate::tui::widget::input::TextLine;

/// A text that is looked for in a pane.
#[derive(Debug)]
pub struct Find {
    /// The text.
    pub line: TextLine,
    /// The pane.
    pub pane: Pane,
    /// Which of how many places the cursor is on; `None` where there are none.
    pub place: Option<(usize, usize)>,
    needle: Option<Needle>,
    /// Where the search began.
    detail: detail::Spot,
    tree: tree::Before,
    /// The job in which it began; another one has places of its own.
    job: Option<JobId>,
}

impl Find {
    pub(super) fn new(
        pane: Pane,
        job: Option<JobId>,
        detail: detail::Spot,
        tree: tree::Before,
    ) -> Self {
        Self { line: TextLine::default(), pane, place: None, needle: None, detail, tree, job }
    }

    /// Lets the search belong to its job where that is now.
    pub(super) fn follow(&mut self, moves: &Moves) {
        self.job = self.job.as_ref().and_then(|id| moves.follow(id));
        self.tree.follow(moves);
    }

    /// What is marked in a pane.
    #[must_use]
    pub fn needle(&self, pane: Pane) -> Option<&Needle> {
        self.needle.as_ref().filter(|needle| self.pane == pane && !needle.is_empty())
    }

    /// Where the search stands, in words.
    #[must_use]
    pub fn words(&self) -> String {
        match self.place {
            Some((at, all)) => format!("{at} of {all}"),
            None if self.line.text().is_empty() => String::new(),
            None => "not found".to_owned(),
        }
    }
}

impl App {
    /// Looks for the text as it is typed, from where the search began; what the letters before
    /// have opened closes again.
    pub(super) fn find_typed(&mut self) {
        self.where_the_search_began();
        if let Some(find) = &mut self.find {
            find.needle = Some(Needle::new(find.line.text()));
            self.seek(Seek::Here);
        }
    }

    fn where_the_search_began(&mut self) {
        let Some(find) = &self.find else { return };
        let index = self.index.clone();
        let scene = scene(&index, &self.list, &self.marks, self.pay, &self.looks);
        if scene.shown().map(|job| &job.id) != find.job.as_ref() {
            return;
        }
        self.tree.restore(scene, &find.tree);
        self.detail.restore(scene, find.detail);
    }

    /// Goes to a place where the text stands.
    pub(super) fn seek(&mut self, seek: Seek) {
        let Some(find) = &mut self.find else { return };
        let Some(needle) = find.needle.as_ref().filter(|needle| !needle.is_empty()) else {
            find.place = None;
            return;
        };
        let index = self.index.clone();
        let scene = scene(&index, &self.list, &self.marks, self.pay, &self.looks);
        find.place = match find.pane {
            Pane::Tree => self.tree.find(scene, needle, seek),
            Pane::Detail | Pane::List => self.detail.find(scene, needle, seek),
        };
        self.arrangement.focus = find.pane;
    }

    /// Ends the search where it began.
    pub(super) fn give_up_find(&mut self) {
        self.where_the_search_began();
        self.find = None;
        self.mode = Mode::Browse;
    }
}
