//! Where letters go while something is typed, and what follows from them.

use super::{App, Mode};
use crate::tui::keymap::Key;
use crate::tui::widget::input::TextLine;

impl App {
    pub(super) fn type_letter(&mut self, key: Key, pressed: usize) {
        if let (Some(letter), Some(line)) = (key.typed(), self.typed_line()) {
            line.insert(letter);
            self.retyped();
        } else if pressed == 1 && key.typed().is_some() {
            self.say(format!("{key} does nothing here; ? lists all keys"));
        }
    }

    /// The text that is being typed.
    pub(super) fn typed_line(&mut self) -> Option<&mut TextLine> {
        match &mut self.mode {
            Mode::Browse | Mode::Listing(..) => None,
            Mode::Filter { .. } => Some(&mut self.list.filter),
            Mode::Find => self.find.as_mut().map(|find| &mut find.line),
            Mode::Palette(palette) => Some(&mut palette.line),
            Mode::Save(saving) => Some(&mut saving.line),
        }
    }

    /// Works out what follows from a change of the text that is being typed.
    pub(super) fn retyped(&mut self) {
        match &mut self.mode {
            Mode::Browse | Mode::Listing(..) => {}
            Mode::Filter { .. } => self.list.retype(&self.index),
            Mode::Find => self.find_typed(),
            Mode::Palette(palette) => palette.retyped(),
            Mode::Save(saving) => saving.retyped(),
        }
    }
}
