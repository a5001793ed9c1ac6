//! What drawing may ask of the app.

use super::{App, Find, Mode, Status, scene};
use crate::model::{Job, JobId};
use crate::search::Index;
use crate::store::Watching;
use crate::tui::keymap::{Key, Place};
use crate::tui::layout::{Areas, Pane, areas};
use crate::tui::pane::Scene;
use crate::tui::theme::Looks;
use std::sync::Arc;

impl App {
    /// The pane that the keys go to.
    #[must_use]
    pub fn focus(&self) -> Pane {
        self.arrangement.focus
    }

    /// Where everything stands.
    #[must_use]
    pub fn areas(&self) -> Areas {
        areas(self.size, self.arrangement)
    }

    /// Where a key is pressed now.
    #[must_use]
    pub fn place(&self) -> Place {
        match (&self.mode, self.focus()) {
            (Mode::Browse, _) if self.view().is_some() => {
                self.view().map_or(Place::List, |view| view.sheet().place())
            }
            (Mode::Filter { .. }, _) => Place::Filter,
            (Mode::Find, _) => Place::Find,
            (Mode::Palette(_), _) => Place::Palette,
            (Mode::Listing(..), _) => Place::Listing,
            (Mode::Browse, Pane::List) => Place::List,
            (Mode::Browse, Pane::Detail) => Place::Detail,
            (Mode::Browse, Pane::Tree) => Place::Tree,
        }
    }

    /// What panes are drawn from.
    #[must_use]
    pub fn scene(&self) -> Scene<'_> {
        scene(&self.index, &self.list, self.pay, &self.looks)
    }

    /// The jobs, ready to be searched.
    #[must_use]
    pub fn index(&self) -> &Arc<Index> {
        &self.index
    }

    /// Colours and signs.
    #[must_use]
    pub fn looks(&self) -> &Looks {
        &self.looks
    }

    /// The job that the cursor of the view is on, else the one that is shown.
    #[must_use]
    pub fn job_here(&self) -> Option<&Job> {
        let library = self.index.library();
        let job = match self.view() {
            Some(view) => view.sheet().job(library),
            None => self.scene().job,
        };
        library.jobs().get(job?).map(AsRef::as_ref)
    }

    /// The job that is shown.
    #[must_use]
    pub fn shown(&self) -> Option<&Job> {
        self.index.library().jobs().get(self.scene().job?).map(AsRef::as_ref)
    }

    /// Whether the job that is shown is marked.
    #[must_use]
    pub fn is_marked(&self) -> bool {
        self.shown().is_some_and(|job| self.marks.contains(&job.id))
    }

    /// The marked jobs, in the order in which they were marked.
    #[must_use]
    pub fn marks(&self) -> &[JobId] {
        &self.marks
    }

    /// What is being typed.
    #[must_use]
    pub fn mode(&self) -> &Mode {
        &self.mode
    }

    /// The first key of two that has been pressed.
    #[must_use]
    pub fn pending(&self) -> Option<Key> {
        self.pending
    }

    /// What is being looked for in a pane that is on screen.
    #[must_use]
    pub fn find(&self) -> Option<&Find> {
        self.find.as_ref().filter(|_| self.views.is_empty())
    }

    /// What has just happened.
    #[must_use]
    pub fn status(&self) -> Option<&Status> {
        self.status.as_ref()
    }

    /// Why there is nothing to see.
    #[must_use]
    pub fn trouble(&self) -> Option<&str> {
        self.trouble.as_deref()
    }

    /// The folder's name, as it is told.
    #[must_use]
    pub fn folder(&self) -> &str {
        &self.folder
    }

    /// Whether pay figures may be seen.
    #[must_use]
    pub fn shows_pay(&self) -> bool {
        self.pay
    }

    /// Whether the library is the one that the program carries.
    #[must_use]
    pub fn is_built_in(&self) -> bool {
        self.built_in
    }

    /// How the folder is watched.
    #[must_use]
    pub fn watching(&self) -> Watching {
        self.watching
    }

    /// Columns and rows.
    #[must_use]
    pub fn size(&self) -> (u16, u16) {
        self.size
    }
}
