//! What the screen asks of the world. One place carries it out.

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
    /// Put text on the clipboard.
    Copy(String),
}
