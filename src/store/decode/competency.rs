//! Reads a shared competency.

use super::{Decoder, rule};
use crate::model::{Competency, Place};
use crate::store::tree::View;

const KNOWN: &[&str] = &["name", "also_known_as", "definition", "scale", "levels", "source"];

/// Where things stand that can only be judged with the whole library at hand.
#[derive(Debug, Clone, Default, PartialEq)]
pub(in crate::store) struct CompetencyPlaces {
    /// The name.
    pub name: Option<Place>,
    /// The scale's name.
    pub scale: Option<Place>,
    /// Each level number of the file.
    pub levels: Vec<(u8, Place)>,
}

/// Reads a document as a shared competency; one without a name is none.
pub(in crate::store) fn competency(
    decoder: &mut Decoder<'_>,
    root: View<'_, '_>,
) -> Option<(Competency, CompetencyPlaces)> {
    let mut competency = Competency::default();
    let mut places = CompetencyPlaces::default();
    if !root.is_map() {
        decoder.wrong_shape("a competency", "keys and values", root);
        return None;
    }
    for (key, key_node, value) in decoder.entries("a competency", root) {
        match key {
            "name" => {
                competency.name = decoder.text(key, value).unwrap_or_default();
                places.name = Some(value.place());
            }
            "also_known_as" => competency.also_known_as = decoder.texts(key, value),
            "definition" => competency.definition = decoder.lines(key, value),
            "scale" => {
                competency.scale = decoder.text(key, value);
                places.scale = Some(value.place());
            }
            "levels" => (competency.levels, places.levels) = decoder.levels(value),
            "source" => competency.source = decoder.source(value),
            _ => decoder.unknown_key(key, key_node, KNOWN),
        }
    }
    if competency.name.trim().is_empty() {
        let sentence = "the name is missing; write one, as in `name: Payroll Operations`";
        decoder.error(rule::MISSING_NAME, root.place(), sentence);
        return None;
    }
    Some((competency, places))
}
