//! The browser on the terminal: the guard that holds the terminal, and the loop that feeds the app.

pub mod app;
pub mod browse;
pub mod clipboard;
pub mod draw;
pub mod editor;
pub mod effect;
pub mod input;
pub mod keymap;
pub mod layout;
pub mod loader;
pub mod message;
pub mod pane;
pub mod panics;
pub mod preflight;
pub mod run;
pub mod signals;
pub mod terminal;
pub mod theme;
pub mod view;
pub mod watchdog;
pub mod widget;
pub mod worker;
