//! From files to a library: what is read, what is told of what cannot be read, and what changes.

// A test that cannot go on should stop where it is.
#![allow(clippy::unwrap_used)]

#[path = "store/broken.rs"]
mod broken;
#[path = "store/catalogue.rs"]
mod catalogue;
#[path = "store/folder.rs"]
mod folder;
#[path = "store/shipped.rs"]
mod shipped;
#[path = "store/slips.rs"]
mod slips;
#[path = "store/values.rs"]
mod values;
