//! Rolebook reads folders of YAML job profiles and shows them in a terminal.
#![forbid(unsafe_code)]

pub mod cli;
pub mod export;
pub mod facts;
pub mod model;
pub mod outline;
pub mod printable;
pub mod search;
pub mod store;
pub mod tui;
