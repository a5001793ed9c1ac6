//! A shared competency, and what is written for each proficiency level, as typed.

use super::profile::Source;
use super::typed::{ByLevel, Count, Text, Texts, Truth};
use schemars::JsonSchema;

/// A competency that the profiles of a library share: what it is, and what people do at each
/// proficiency level.
#[derive(JsonSchema)]
#[schemars(title = "Shared competency", deny_unknown_fields)]
pub struct Competency {
    /// The name by which profiles ask for it. The one thing that a competency must have.
    #[schemars(extend("pattern" = r"\S"))]
    name: Text,
    /// Other names by which profiles may ask for it.
    also_known_as: Option<Texts>,
    /// What it is, in a sentence or two.
    definition: Option<Text>,
    /// The name of its scale in library.yaml; `default` when left out.
    scale: Option<Text>,
    /// Level number → what people do at this level. Not every level of the scale needs a text.
    levels: Option<ByLevel<LevelText>>,
    /// Where the text comes from.
    source: Option<Source>,
}

/// What people do at one proficiency level.
#[derive(JsonSchema)]
#[schemars(title = "Proficiency level", deny_unknown_fields)]
pub struct LevelText {
    /// A name for this level, instead of the scale's.
    label: Option<Text>,
    /// One sentence for the level as a whole.
    statement: Option<Text>,
    /// What people do at this level: a list, one sentence a line. Put a sentence that holds a colon
    /// and a space in quotes.
    behaviours: Option<Texts>,
    /// Another way of writing `behaviours`.
    behaviors: Option<Texts>,
    /// How many more behaviours exist at the source and are not in this file.
    more: Option<Count>,
    /// `true` where the source says that it does not define this level.
    undefined: Option<Truth>,
}
