//! Opens the browser.
fn main() {}
