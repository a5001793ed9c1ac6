//! Reads a shared competency.

use super::Decoder;
use crate::model::rule;
use crate::model::{Competency, Key, Spot};
use crate::store::problems::quoted;
use crate::store::tree::View;

const KNOWN: &[&str] = &["name", "also_known_as", "definition", "scale", "levels", "source"];

/// Reads a document as a shared competency; one without a name is none.
pub(in crate::store) fn competency(
    decoder: &mut Decoder<'_>,
    root: View<'_, '_>,
) -> Option<Competency> {
    let mut competency = Competency::default();
    if !root.is_map() {
        decoder.misshapen(rule::MISSING_NAME, "a competency", "keys and values", root);
        return None;
    }
    let mut name_told = false;
    let has_name = root.entries().any(|(key, _)| key.text() == Some("name"));
    for (key, key_node, value) in decoder.entries("a competency", root) {
        if !has_name && !name_told && Decoder::is_mistyped(key, "name", KNOWN) {
            let sentence =
                format!("the name is missing; {} is no key, did you mean name?", quoted(key));
            decoder.error(rule::MISSING_NAME, key_node.place(), sentence);
            name_told = true;
            continue;
        }
        if let Some(key) = Key::named(key) {
            decoder.places.set(Spot::Key(key), value.place());
        }
        match key {
            "name" if value.text().is_none() => {
                decoder.misshapen(rule::MISSING_NAME, key, "a text", value);
                name_told = true;
            }
            "name" => competency.name = decoder.text(key, value).unwrap_or_default(),
            "also_known_as" => competency.also_known_as = decoder.texts(key, value),
            "definition" => competency.definition = decoder.lines(key, value),
            "scale" => competency.scale = decoder.text(key, value),
            "levels" => competency.levels = decoder.levels(0, value),
            "source" => competency.source = decoder.source(value),
            _ => decoder.unknown_key(key, key_node, KNOWN),
        }
    }
    let is_named = !competency.name.trim().is_empty();
    if !is_named && !name_told {
        let sentence = "the name is missing; write one, as in `name: Payroll Operations`";
        decoder.error(rule::MISSING_NAME, root.place(), sentence);
    }
    is_named.then_some(competency)
}
