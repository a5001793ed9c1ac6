//! The command line: what can be asked for, and the commands that need no screen.

mod ansi;
mod args;
mod check;
mod choose;
mod document;
mod list;
mod new;
mod play;
mod schema;
mod show;
mod tip;

pub use ansi::{buffer_text, line_text};
pub use args::{Ask, Output, Request, parse};
pub use check::{CheckFormat, CheckLooks, Checked, check};
pub use choose::{Choice, choose, nothing_found, one};
pub use document::{DocumentCommand, Surroundings, document};
pub use list::list;
pub use new::{NewProfile, new};
pub use play::{frame, play};
pub use schema::schema;
pub use show::show;

use crate::lint::Linter;
use crate::model::{FileProblem, Library};
use crate::printable::{printable_lines, printable_path};
use crate::store::{Folder, Origin};
use std::io::{ErrorKind, Write};
use std::ops::ControlFlow;
use std::sync::Arc;

/// The exit code for a command that did what it was asked for.
pub const DONE: u8 = 0;
/// The exit code for a command that ran and did not find what it was asked for.
pub const NOT_FOUND: u8 = 1;
/// The exit code for a command that could not run.
pub const COULD_NOT_RUN: u8 = 2;

/// Reads a folder to its end and judges it.
///
/// # Errors
/// A sentence that says why it cannot be read and what to do.
pub fn load(origin: Origin, follow: bool, linter: Linter) -> Result<Arc<Library>, String> {
    let mut folder = Folder::open(origin, follow);
    let library = read(&mut folder, linter)?;
    // Who asks for a list must not take a part of it for the whole.
    match folder.left_unread() {
        Some(FileProblem { path, problem }) => Err(format!("{}: {problem}", printable_path(&path))),
        None => Ok(Arc::new(library)),
    }
}

/// The same for a folder that is asked for more.
fn read(folder: &mut Folder, mut linter: Linter) -> Result<Library, String> {
    let mut whole = None;
    let mut keep = |library: Library| {
        whole = Some(library);
        ControlFlow::Continue(())
    };
    folder.read(&mut keep).map_err(|error| error.to_string())?;
    Ok(linter.check(whole.unwrap_or_default()))
}

/// What is said of a folder without any job.
#[must_use]
pub fn nothing_in(folder: &str) -> String {
    format!("{folder} holds no job profile: no .yaml file with a title")
}

/// What is said where a command tells of the sample library, since no folder was named.
pub const SAMPLE: &str = "no folder was named and there is no folder “profiles” here, so this is \
                          the sample library inside the program";

/// Writes to standard output. A reader that has gone away is not an error.
///
/// # Errors
/// A sentence that says why it cannot be written.
pub fn put(text: &str) -> Result<(), String> {
    let mut out = std::io::stdout().lock();
    match out.write_all(text.as_bytes()).and_then(|()| out.flush()) {
        Err(error) if error.kind() != ErrorKind::BrokenPipe => {
            Err(format!("cannot write the output: {error}"))
        }
        _ => Ok(()),
    }
}

/// Writes text that is safe to show to standard error, as it is.
pub fn explain(text: &str) {
    // Not `eprint`, which panics when standard error is gone.
    let _ = std::io::stderr().lock().write_all(text.as_bytes());
}

/// Writes a sentence to standard error, safe to show; there is nothing left to do if that fails.
pub fn complain(sentence: &str) {
    let mut err = std::io::stderr().lock();
    let _ = writeln!(err, "rolebook: {}", printable_lines(sentence));
}
