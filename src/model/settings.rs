//! What the profiles of a library share: its name, currency, groups and scales.

use super::{Places, Scale, Source};
use std::collections::BTreeMap;

/// The name of the scale that holds where a competency names none.
pub const DEFAULT_SCALE: &str = "default";

/// What library.yaml says, or what holds without it.
#[derive(Debug, Clone, PartialEq)]
pub struct Settings {
    /// The library's name.
    pub name: Option<String>,
    /// The currency of pay records that name none.
    pub currency: Option<String>,
    /// Group keys and their names, in the order in which they are shown.
    pub groups: Vec<(String, String)>,
    /// The proficiency scales by name; always holds [`DEFAULT_SCALE`].
    pub scales: BTreeMap<String, Scale>,
    /// Paths in the folder that hold no profiles: exact names or `*`, `**` and `?` patterns.
    pub ignore: Vec<String>,
    /// The rules that this library does not want, by name.
    pub off: Vec<&'static str>,
    /// Where every profile comes from that says nothing of its own.
    pub source: Option<Source>,
    /// Where its parts stand in library.yaml.
    pub places: Places,
}

impl Default for Settings {
    fn default() -> Self {
        let groups = [
            ("general", "General (job family)"),
            ("core", "Soft skills (core)"),
            ("hard", "Hard skills"),
        ];
        Self {
            name: None,
            currency: None,
            groups: groups.map(|(key, name)| (key.to_owned(), name.to_owned())).to_vec(),
            scales: BTreeMap::from([(DEFAULT_SCALE.to_owned(), Scale::built_in())]),
            ignore: Vec::new(),
            off: Vec::new(),
            source: None,
            places: Places::default(),
        }
    }
}

impl Settings {
    /// A group's name as it is shown; an unknown key is shown as written.
    #[must_use]
    pub fn group_name<'a>(&'a self, key: &'a str) -> &'a str {
        self.groups.iter().find(|(k, _)| k == key).map_or(key, |(_, name)| name)
    }

    /// Where a group stands among the others; unknown ones come last.
    #[must_use]
    pub fn group_rank(&self, key: &str) -> usize {
        self.groups.iter().position(|(k, _)| k == key).unwrap_or(self.groups.len())
    }

    /// A scale by name, `None` where the library has no such scale.
    #[must_use]
    pub fn scale(&self, name: Option<&str>) -> Option<&Scale> {
        self.scales.get(name.unwrap_or(DEFAULT_SCALE))
    }
}
