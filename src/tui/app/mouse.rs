//! The mouse: click to select, click again to open, wheel to move, drag the divider.

use super::{App, Command, Mode, scene};
use crate::tui::effect::Effect;
use crate::tui::keymap::{Action, Step};
use crate::tui::layout::Pane;
use crate::tui::pane::detail::{self, DetailAction};
use crate::tui::pane::list::ListAction;
use crate::tui::pane::tree::{self, TreeAction};
use crossterm::event::{MouseButton, MouseEvent, MouseEventKind};

/// How many rows a notch of the wheel moves.
const WHEEL: usize = 3;

impl App {
    pub(super) fn mouse_event(&mut self, event: MouseEvent) -> Option<Effect> {
        let inside = event.column < self.size.0 && event.row < self.size.1;
        if !self.mouse
            || !inside
            || matches!(self.mode, Mode::Palette(_) | Mode::Listing(..) | Mode::Save(_))
        {
            return None;
        }
        if self.view().is_some() {
            return self.mouse_in_view(event);
        }
        match event.kind {
            MouseEventKind::Down(MouseButton::Left) => return self.click(event.column, event.row),
            MouseEventKind::Drag(MouseButton::Left) if self.dragging => {
                self.divide_at(event.column)
            }
            MouseEventKind::Up(_) => self.dragging = false,
            MouseEventKind::ScrollDown => self.wheel(event, Step::Down),
            MouseEventKind::ScrollUp => self.wheel(event, Step::Up),
            _ => {}
        }
        None
    }

    fn mouse_in_view(&mut self, event: MouseEvent) -> Option<Effect> {
        let (size, place) = (self.size, (event.column, event.row));
        match event.kind {
            MouseEventKind::Down(MouseButton::Left) => {
                let mut action = None;
                self.with_view(|view, scene| action = view.click(scene, size, place));
                let action = action.filter(|action| self.reason_against(*action).is_none())?;
                return self.run(action, None);
            }
            MouseEventKind::ScrollDown => (0..WHEEL).for_each(|_| self.step(Step::Down)),
            MouseEventKind::ScrollUp => (0..WHEEL).for_each(|_| self.step(Step::Up)),
            _ => {}
        }
        None
    }

    fn wheel(&mut self, event: MouseEvent, step: Step) {
        let Some(pane) = self.areas().at(event.column, event.row) else { return };
        let before = self.arrangement;
        self.still = None;
        if !matches!(self.mode, Mode::Filter { .. }) {
            self.focus_by_click(pane);
        }
        (0..WHEEL).for_each(|_| self.step(step));
        self.arrangement = before;
    }

    fn click(&mut self, column: u16, row: u16) -> Option<Effect> {
        self.still = None;
        let areas = self.areas();
        if areas.divider == Some(column) {
            self.dragging = true;
            return None;
        }
        let pane = areas.at(column, row)?;
        // Clicking somewhere ends typing; what was typed stays.
        self.mode = Mode::Browse;
        let was_here = self.focus() == pane;
        self.focus_by_click(pane);
        let body = areas.body(pane).filter(|body| row >= body.y)?;
        let line = usize::from(row - body.y);
        if pane == Pane::List && line == 0 {
            return self.run(Action::App(Command::Filter), None);
        }
        let again = match pane {
            Pane::List => self.click_list(line),
            Pane::Detail => self.click_detail(line, body.width.into()),
            Pane::Tree => self.click_tree(line, body.width.into()),
        };
        let action = match pane {
            Pane::List => Action::List(ListAction::Open),
            Pane::Detail => Action::Detail(DetailAction::Follow),
            Pane::Tree => Action::Tree(TreeAction::Toggle),
        };
        let can_run = again && was_here && self.reason_against(action).is_none();
        if can_run {
            return self.run(action, None);
        }
        self.still = Some(pane);
        None
    }

    /// Lets the keys go to a pane and leaves all lines where they are.
    fn focus_by_click(&mut self, pane: Pane) {
        let arrangement = &mut self.arrangement;
        arrangement.split = Some(arrangement.split.unwrap_or(arrangement.focus));
        arrangement.focus = pane;
    }

    /// Selects the row on a line; `true` where it was selected already.
    fn click_list(&mut self, line: usize) -> bool {
        let Some(line) = line.checked_sub(1) else { return false };
        let index = self.index.clone();
        let Some(row) = self.list.row_at(self.list.scroll.top() + line) else { return false };
        let again = self.list.cursor(index.library()) == Some(row);
        self.list.select(index.library(), row);
        self.list.scroll.rest_at(self.list.line_of(row));
        again
    }

    fn click_detail(&mut self, line: usize, columns: usize) -> bool {
        let index = self.index.clone();
        let scene = scene(&index, &self.list, &self.marks, self.pay, &self.looks);
        let facts = self.detail.facts(scene);
        let page = detail::page(&facts, scene, None, None, columns);
        let line = self.detail.scroll(scene).top() + line;
        let Some(row) = page.row_at(line).filter(|_| line < page.len()) else { return false };
        let again = self.detail.cursor(scene, &facts) == row;
        if let Some(fact) = facts.get(row) {
            self.detail.select(scene, fact.id);
            self.detail.rest_at(scene, page.lines_of(row).start);
        }
        again
    }

    fn click_tree(&mut self, line: usize, columns: usize) -> bool {
        let index = self.index.clone();
        let scene = scene(&index, &self.list, &self.marks, self.pay, &self.looks);
        let rows = self.tree.rows(scene);
        let page = tree::page(&rows, scene, self.tree.order, None, None, columns);
        let line = self.tree.scroll(scene).top() + line;
        let Some(row) = page.row_at(line).filter(|_| line < page.len()) else { return false };
        let again = self.tree.cursor(scene, &rows) == row;
        self.tree.select(scene, &rows, row);
        self.tree.rest_at(scene, page.lines_of(row).start);
        again
    }
}
