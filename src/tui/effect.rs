//! What the screen asks of the world. One place carries it out.

use super::scout::Question;
use crate::model::Place;
use std::path::PathBuf;

/// Something that only the outside can do.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Effect {
    /// End the program.
    Quit,
    /// Give the terminal back to the shell until it says `fg`.
    Suspend,
    /// Turn the reporting of the mouse on or off.
    Mouse(bool),
    /// Read the folder again.
    Reload,
    /// Open a file in the reader's editor.
    Edit {
        /// The file's path below the library's folder.
        path: PathBuf,
        /// Where in it; `None` for its beginning.
        place: Option<Place>,
    },
    /// Put text on the clipboard.
    Copy(String),
    /// Look for near jobs or a route; [`super::message::Msg::Found`] follows.
    Seek(Question),
    /// Save a document; [`super::message::Msg::Saved`] follows.
    Save {
        /// Its file, as it was typed.
        path: PathBuf,
        /// What is in it.
        text: String,
        /// Whether a file of that name may be replaced.
        replace: bool,
    },
}
