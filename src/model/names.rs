//! How names are told apart: letter case and outer space do not count.

/// The form of a name by which it is looked up.
#[must_use]
pub fn folded_name(name: &str) -> String {
    name.trim().to_lowercase()
}
