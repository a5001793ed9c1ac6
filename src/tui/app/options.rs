//! What is decided before the program starts.

use crate::tui::theme::Looks;
use std::path::PathBuf;

/// What is decided before the program starts.
#[derive(Debug, Clone)]
pub struct Options {
    /// Colours and signs.
    pub looks: Looks,
    /// Columns and rows.
    pub size: (u16, u16),
    /// Whether pay figures are shown to begin with.
    pub pay: bool,
    /// The folder's name, as it is told.
    pub folder: String,
    /// Whether it is no folder but the library that the program carries.
    pub built_in: bool,
    /// The folder that documents are saved in unless another one is typed; empty for the current one.
    pub documents: PathBuf,
}
