//! Hostile text (E): nothing in a file is a command to the terminal.
