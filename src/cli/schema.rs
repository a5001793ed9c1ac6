//! `rolebook schema`: JSON Schema for the files, for editors that complete and check what is typed.

use crate::schema::{Kind, text};

/// The schema of one kind of file.
#[must_use]
pub fn schema(kind: Kind) -> String {
    text(kind)
}
