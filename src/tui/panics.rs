//! What a panic and an error look like when they end the program: the terminal first, then once.

use std::io::Write;
use std::thread;

use color_eyre::config::{HookBuilder, Theme};

use super::terminal::give_back;
use crate::printable::printable_lines;

/// Sets the reports of panics and errors up. To be called on the main thread, before any other.
///
/// A panic on this thread gives the terminal back before it is told. One on any other thread is
/// silent here: who started that thread catches it and tells it in a message.
///
/// # Errors
/// When another report was set up before.
pub fn install() -> color_eyre::Result<()> {
    // Without colours: they would have to pass the guard that makes escape sequences visible.
    let hooks = HookBuilder::default().theme(Theme::new()).display_env_section(false);
    let (panics, errors) = hooks.try_into_hooks()?;
    errors.install()?;
    let main = thread::current().id();
    std::panic::set_hook(Box::new(move |panic| {
        if thread::current().id() != main {
            return;
        }
        give_back();
        report(&panics.panic_report(panic).to_string());
    }));
    Ok(())
}

/// Writes a report to standard error. Its text may quote what it met, so it is made safe here.
pub fn report(text: &str) {
    // Not `eprintln`, which panics when standard error is gone as well.
    let _ = writeln!(std::io::stderr(), "{}", printable_lines(text));
}
