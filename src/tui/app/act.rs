//! What keys do in the panes: each pane is handed what it is to do, and the app does the rest.

use super::{App, Mode, scene};
use crate::model::JobId;
use crate::tui::keymap::Step;
use crate::tui::layout::Pane;
use crate::tui::pane::detail::DetailAction;
use crate::tui::pane::list::ListAction;
use crate::tui::pane::tree::TreeAction;

impl App {
    /// Columns and lines of a pane for its rows; nothing for one that is not on screen.
    pub(super) fn body_size(&self, pane: Pane) -> (usize, usize) {
        let body = self.areas().body(pane).unwrap_or_default();
        // The list's first line is its prompt.
        let height = body.height.saturating_sub(u16::from(pane == Pane::List));
        (body.width.into(), height.into())
    }

    pub(super) fn step(&mut self, step: Step) {
        if let Mode::Palette(palette) = &mut self.mode {
            return palette.step(step, usize::from(self.size.1));
        }
        if matches!(self.mode, Mode::Listing(..)) {
            return self.step_listing(step);
        }
        if self.view().is_some() {
            return self.step_view(step);
        }
        let pane = if matches!(self.mode, Mode::Filter { .. }) { Pane::List } else { self.focus() };
        let size = self.body_size(pane);
        let index = self.index.clone();
        match pane {
            Pane::List => self.list.step(index.library(), step, size.1),
            Pane::Detail => {
                let scene = scene(&index, &self.list, &self.marks, self.pay, &self.looks);
                self.detail.step(scene, step, size);
            }
            Pane::Tree => {
                let scene = scene(&index, &self.list, &self.marks, self.pay, &self.looks);
                self.tree.step(scene, step, size);
            }
        }
    }

    pub(super) fn list_action(&mut self, action: ListAction) {
        let index = self.index.clone();
        match action {
            ListAction::Open => self.focus_on(Pane::Detail),
            ListAction::Sort => {
                let next = self.list.sort.next(self.pay);
                self.list.sort_by(&index, next);
            }
            ListAction::ScrollDetailDown => self.scroll_detail(3),
            ListAction::ScrollDetailUp => self.scroll_detail(-3),
            ListAction::KeepFilter => {
                self.mode = Mode::Browse;
                // A single hit is what was looked for.
                if let [_] = self.list.rows()
                    && !self.list.filter.text().is_empty()
                {
                    self.focus_on(Pane::Detail);
                }
            }
            ListAction::MarkAndStep => {
                self.mark();
                self.list.step(index.library(), Step::Down, 1);
            }
        }
    }

    fn scroll_detail(&mut self, by: isize) {
        let (columns, height) = self.body_size(Pane::Detail);
        let index = self.index.clone();
        let scene = scene(&index, &self.list, &self.marks, self.pay, &self.looks);
        self.detail.scroll_by(scene, by, columns, height);
    }

    pub(super) fn detail_action(&mut self, action: DetailAction) {
        let index = self.index.clone();
        let scene = scene(&index, &self.list, &self.marks, self.pay, &self.looks);
        match action {
            DetailAction::Follow => {
                if let Some(job) = self.detail.link(scene) {
                    self.go_to(job);
                }
            }
            DetailAction::ToTree => self.focus_on(Pane::Tree),
            DetailAction::ToList => self.focus_on(Pane::List),
            DetailAction::NextSection => self.detail.step_section(scene, true),
            DetailAction::PreviousSection => self.detail.step_section(scene, false),
        }
    }

    pub(super) fn tree_action(&mut self, action: TreeAction, digit: Option<u8>) {
        let index = self.index.clone();
        let scene = scene(&index, &self.list, &self.marks, self.pay, &self.looks);
        if action == TreeAction::WhoElse {
            let competency = self.tree.competency(scene);
            return self.rank(competency);
        }
        if !self.tree.act(scene, action, digit) {
            self.focus_on(Pane::Detail);
        }
        match action {
            TreeAction::Sort => self.say(format!("competencies {}", self.tree.order.word())),
            TreeAction::RequiredOnly if self.tree.required_only => {
                self.say("of each competency the required level only");
            }
            TreeAction::RequiredOnly => self.say("all levels of each competency"),
            _ => {}
        }
    }

    /// The list becomes the ranking of who asks for a competency; the filter is put aside.
    pub(super) fn rank(&mut self, competency: Option<String>) {
        if self.list.ranking.is_none() {
            self.set_aside = self.list.filter.text().to_owned();
        }
        self.views.clear();
        self.list.filter.set("");
        self.list.rank(&self.index, competency);
        self.focus_on(Pane::List);
    }

    /// Shows another job and remembers the way back.
    pub(super) fn go_to(&mut self, job: JobId) {
        self.views.clear();
        if let Some(here) = self.list.selected().cloned() {
            self.back.push(here);
            self.forward.clear();
        }
        if self.list.go_to(&self.index, &job) {
            self.say("the filter is cleared: it did not show this job");
        }
    }
}
