//! Reads library.yaml.

use super::Decoder;
use crate::model::{Key, Place, Scale, Settings, Spot, rule};
use crate::printable::printable;
use crate::store::allowed;
use crate::store::tree::View;
use std::collections::BTreeMap;

const KNOWN: &[&str] = &["name", "currency", "groups", "scales", "ignore", "check", "source"];

/// Reads a document as library.yaml. What it leaves out holds as if there were no such file.
pub(in crate::store) fn settings(
    decoder: &mut Decoder<'_>,
    root: View<'_, '_>,
) -> Option<Settings> {
    if !root.is_map() {
        decoder.wrong_shape("library.yaml", "keys and values", root);
        return None;
    }
    let mut settings = Settings::default();
    for (key, key_node, value) in decoder.entries("library.yaml", root) {
        if let Some(key) = Key::named(key) {
            decoder.places.set(Spot::Key(key), value.place());
        }
        match key {
            "name" => settings.name = decoder.text(key, value),
            "currency" => settings.currency = decoder.text(key, value),
            "groups" if value.is_nothing() => {}
            "groups" => settings.groups = decoder.groups(value),
            "scales" => settings.scales.extend(decoder.scales(value)),
            "ignore" => settings.ignore = decoder.texts(key, value),
            "check" => settings.off = decoder.check(value),
            "source" => settings.source = decoder.source(value),
            _ => decoder.unknown_key(key, key_node, KNOWN),
        }
    }
    Some(settings)
}

impl Decoder<'_> {
    /// Group keys and names; a group without a name is called by its key.
    fn groups(&mut self, node: View<'_, '_>) -> Vec<(String, String)> {
        self.entries("groups", node)
            .map(|(key, _, value)| {
                let key = printable(key).into_owned();
                let name = self.text(&key, value).unwrap_or_else(|| key.clone());
                (key, name)
            })
            .collect()
    }

    /// The rules that are switched off.
    fn check(&mut self, node: View<'_, '_>) -> Vec<&'static str> {
        let mut off = Vec::new();
        for (key, key_node, value) in self.entries("check", node) {
            if key != "off" {
                self.unknown_key(key, key_node, &["off"]);
                continue;
            }
            let only = (!value.is_list()).then_some(value);
            for item in only.into_iter().chain(value.items()) {
                if let Some(name) = self.text("off", item) {
                    off.extend(self.rule(&name, item.place()));
                }
            }
        }
        off
    }

    /// The name of a rule that may be switched off, as the program knows it.
    fn rule(&mut self, name: &str, place: Place) -> Option<&'static str> {
        let tell = |sentence| self.problems.warning(rule::UNKNOWN_RULE, place, sentence);
        allowed::without(name).map_err(tell).ok()
    }

    fn scales(&mut self, node: View<'_, '_>) -> BTreeMap<String, Scale> {
        self.entries("scales", node)
            .map(|(name, _, value)| (printable(name).into_owned(), self.scale(value)))
            .collect()
    }

    fn scale(&mut self, node: View<'_, '_>) -> Scale {
        let mut scale = Scale { cumulative: true, levels: BTreeMap::new() };
        for (key, key_node, value) in self.entries("a scale", node) {
            match key {
                "cumulative" => scale.cumulative = self.truth(key, value).unwrap_or(true),
                "levels" => {
                    for (level, _, label) in self.numbered(value) {
                        scale.levels.insert(level, self.text("label", label));
                    }
                }
                _ => self.unknown_key(key, key_node, &["cumulative", "levels"]),
            }
        }
        scale
    }
}
