//! Rolebook reads folders of YAML job profiles and shows them in a terminal.

pub mod model;
pub mod printable;
pub mod store;
