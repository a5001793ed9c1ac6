//! A competency: a definition and what people do at each proficiency level.

use super::{Places, Source};
use serde::Serialize;
use std::collections::BTreeMap;
use std::path::PathBuf;

/// What is written for each level; sparse, since a scale with five levels may have text for three.
pub type Levels = BTreeMap<u8, LevelText>;

/// What a file says about one proficiency level of a competency.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct LevelText {
    /// A name for this level that overrides the scale's.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub label: Option<String>,
    /// One sentence for the level as a whole.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub statement: Option<String>,
    /// The behavioural indicators.
    pub behaviours: Vec<String>,
    /// How many more behaviours exist at the source and are not in the file.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub more: Option<u32>,
    /// The source says that this level is not defined.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub undefined: bool,
}

impl LevelText {
    /// Whether there is any text to read for this level.
    #[must_use]
    pub fn is_described(&self) -> bool {
        self.statement.is_some() || !self.behaviours.is_empty()
    }
}

/// A competency that the profiles of a library share.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct Competency {
    /// The name by which profiles ask for it.
    pub name: String,
    /// Other names by which profiles may ask for it.
    pub also_known_as: Vec<String>,
    /// What it is, in a sentence or two.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub definition: Option<String>,
    /// The name of its scale in the library's settings; `None` for the default one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub scale: Option<String>,
    /// What people do at each level.
    pub levels: Levels,
    /// Where the text comes from.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub source: Option<Source>,
    /// The path of its file below the library's folder.
    #[serde(skip)]
    pub path: PathBuf,
    /// Where its parts stand in that file.
    #[serde(skip)]
    pub places: Places,
}
