//! What somebody takes away: documents in every format, and the commands that write them.

#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test may end where it stands")]

mod support;

#[path = "documents/commands.rs"]
mod commands;
#[path = "documents/data.rs"]
mod data;
#[path = "documents/described.rs"]
mod described;
#[path = "documents/golden.rs"]
mod golden;
#[path = "documents/laws.rs"]
mod laws;

use rolebook::model::Library;

/// The job of a code.
fn job(library: &Library, code: &str) -> usize {
    library.jobs().iter().position(|job| job.code() == Some(code)).unwrap()
}
