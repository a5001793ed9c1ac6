//! The browser on the terminal: the guard that holds the terminal, and the loop that feeds the app.

pub mod input;
pub mod message;
pub mod panics;
pub mod placeholder;
pub mod preflight;
pub mod run;
pub mod signals;
pub mod terminal;
pub mod watchdog;
pub mod worker;
