//! What somebody takes away: documents of jobs and of what lies between them, one format a file.
//!
//! ```text
//!  library ──▸ views: a Document ──▸ text · markdown · html     what somebody reads
//!          └─▸ json · csv                                       what a program reads
//! ```

pub mod csv;
pub mod document;
mod format;
pub mod html;
pub mod json;
pub mod markdown;
pub mod plain;
pub mod problems;
mod source;
mod subject;
pub mod text;
pub mod views;

pub use document::Document;
pub use format::{Format, write};
pub use subject::Subject;
