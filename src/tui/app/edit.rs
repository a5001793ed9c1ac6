//! The reader's editor: asking for it, and what it left behind.

use super::App;
use super::target::Target;
use crate::tui::editor;
use crate::tui::effect::Effect;
use std::io;
use std::process::{Command, ExitStatus};

impl App {
    /// Asks for a file to be opened where a target stands.
    pub(super) fn edit(target: Option<Target>) -> Option<Effect> {
        let Target { path, place, .. } = target?;
        Some(Effect::Edit { path, place })
    }

    /// The editor has ended: says what went wrong, and has the folder read again, since also an
    /// editor that failed may have written.
    pub(super) fn returned(
        &mut self,
        command: &Command,
        outcome: &io::Result<ExitStatus>,
    ) -> Vec<Effect> {
        if let Some(complaint) = editor::complaint(command, outcome) {
            self.say_wrong(complaint);
        } else if let Some(tip) = editor::tip(command) {
            self.say(tip);
        }
        if outcome.is_ok() { vec![Effect::Reload] } else { Vec::new() }
    }
}
