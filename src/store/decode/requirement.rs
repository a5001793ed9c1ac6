//! Reads what a job asks for, in the short and in the long form.

use super::{Decoder, LevelPlaces, plain_number, rule};
use crate::model::{Group, Need, Place, Proficiency, Requirement};
use crate::printable::printable;
use crate::store::problems::quoted;
use crate::store::tree::{Content, View};

const KNOWN: &[&str] = &["name", "level", "need", "importance", "definition", "levels", "withheld"];

const NEEDS: &[(&str, Need)] = &[("must", Need::Must), ("nice", Need::Nice)];

impl Decoder<'_> {
    /// All groups in the file's order, also empty ones.
    pub(super) fn competencies(
        &mut self,
        node: View<'_, '_>,
        places: &mut LevelPlaces,
    ) -> Vec<Group> {
        if node.is_list() {
            let sentence = "competencies: a group belongs above this list, as in `general:`";
            self.error(rule::WRONG_SHAPE, node.place(), sentence);
            return Vec::new();
        }
        self.entries("competencies", node)
            .map(|(key, _, value)| Group {
                key: printable(key).into_owned(),
                requirements: self.group(key, value, places),
            })
            .collect()
    }

    fn group(
        &mut self,
        key: &str,
        node: View<'_, '_>,
        places: &mut LevelPlaces,
    ) -> Vec<Requirement> {
        let mut requirements = Vec::new();
        let mut keep = |found: Option<(Requirement, Option<Place>)>| {
            if let Some((requirement, place)) = found {
                requirements.push(requirement);
                places.push(place);
            }
        };
        match node.content() {
            _ if node.is_nothing() => {}
            Content::List { .. } => node.items().for_each(|item| keep(self.requirement(item))),
            Content::Map { .. } => {
                let sentence = format!("{}: write a dash before each competency", printable(key));
                self.error(rule::WRONG_SHAPE, node.place(), sentence);
                if node.entries().any(|(key, _)| matches!(key.text(), Some("name" | "withheld"))) {
                    keep(self.long_form(node));
                } else {
                    node.entries().for_each(|(name, level)| keep(self.short_form(name, level)));
                }
            }
            Content::Text(..) => keep(self.requirement(node)),
        }
        requirements
    }

    /// One entry with the place of its level: `Name`, `Name: 3`, or all that can be said.
    fn requirement(&mut self, node: View<'_, '_>) -> Option<(Requirement, Option<Place>)> {
        if node.is_nothing() {
            self.nameless(node.place());
            return None;
        }
        if !node.is_map() {
            let name = Some(self.text("a competency", node)?);
            return Some((Requirement { name, ..Requirement::default() }, None));
        }
        let mut entries = node.entries();
        let (first, more) = (entries.next()?, entries.next().is_some());
        let is_long = first.0.text().is_some_and(|key| KNOWN.contains(&key));
        match more {
            false if !is_long => self.short_form(first.0, first.1),
            _ => self.long_form(node),
        }
    }

    fn short_form(
        &mut self,
        name: View<'_, '_>,
        level: View<'_, '_>,
    ) -> Option<(Requirement, Option<Place>)> {
        let name = printable(name.text()?).into_owned();
        let level_number = self.level(&name, level);
        let place = level_number.is_some().then(|| level.place());
        let requirement =
            Requirement { name: Some(name), level: level_number, ..Requirement::default() };
        Some((requirement, place))
    }

    fn long_form(&mut self, node: View<'_, '_>) -> Option<(Requirement, Option<Place>)> {
        let mut requirement = Requirement::default();
        let mut withheld = false;
        let mut place = None;
        for (key, key_node, value) in self.entries("a competency", node) {
            match key {
                "name" => requirement.name = self.text(key, value),
                "level" => {
                    requirement.level = self.level(key, value);
                    place = requirement.level.map(|_| value.place());
                }
                "need" => requirement.need = self.word(key, value, NEEDS),
                "importance" => requirement.importance = self.number(key, value),
                "definition" => requirement.definition = self.lines(key, value),
                "levels" => requirement.levels = self.levels(value).0,
                "withheld" => withheld = self.truth(key, value).unwrap_or_default(),
                _ if requirement.name.is_none() && is_short(value) && is_first(node, key_node) => {
                    let sentence = format!(
                        "two ways of writing are mixed here; write `name: {}` and `level: …` on lines of their own",
                        printable(key)
                    );
                    self.error(rule::WRONG_SHAPE, key_node.place(), sentence);
                    requirement.name = Some(printable(key).into_owned());
                    requirement.level = self.level(key, value);
                    place = requirement.level.map(|_| value.place());
                }
                _ => self.unknown_key(key, key_node, KNOWN),
            }
        }
        if requirement.name.is_some() && withheld {
            let sentence = "withheld: this competency has a name; leave one of the two out";
            self.problems.warning(rule::WRONG_SHAPE, node.place(), sentence);
        }
        if requirement.name.is_none() && !withheld {
            self.nameless(node.place());
            return None;
        }
        Some((requirement, place))
    }

    /// A required level, which may be decimal; `of` names the competency or is `level`.
    fn level(&mut self, of: &str, node: View<'_, '_>) -> Option<Proficiency> {
        let text = self.raw(of, node)?;
        let level = plain_number(text).and_then(Proficiency::new);
        if level.is_none() {
            let highest = Proficiency::HIGHEST;
            let sentence = format!(
                "{of}: {} is not a level; write a number from 0 to {highest}",
                quoted(text)
            );
            self.error(rule::NOT_A_NUMBER, node.place(), sentence);
        }
        level
    }

    fn nameless(&mut self, place: Place) {
        let sentence = "a competency without a name; write one, or `withheld: true`";
        self.error(rule::MISSING_NAME, place, sentence);
    }
}

/// Whether a value may be the level of a short form.
fn is_short(value: View<'_, '_>) -> bool {
    value.text().is_some_and(|text| plain_number(text).is_some())
}

fn is_first(map: View<'_, '_>, key: View<'_, '_>) -> bool {
    map.entries().next().is_some_and(|(first, _)| first.place() == key.place())
}
