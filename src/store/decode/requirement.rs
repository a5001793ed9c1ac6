//! Reads what a job asks for, in the short and in the long form.

use super::names::shared;
use super::{Decoder, meant_number, plain_number};
use crate::model::rule;
use crate::model::{Group, Key, Need, Number, OnTheSpot, Place, Proficiency, Requirement, Spot};
use crate::printable::printable;
use crate::store::problems::quoted;
use crate::store::tree::{Content, View};

const KNOWN: &[&str] = &["name", "level", "need", "importance", "definition", "levels", "withheld"];

const NEEDS: &[(&str, Need)] = &[("must", Need::Must), ("nice", Need::Nice)];

impl Decoder<'_> {
    /// All groups in the file's order, also empty ones.
    pub(super) fn competencies(&mut self, node: View<'_, '_>) -> Vec<Group> {
        if node.is_list() {
            let sentence = "competencies: a group belongs above this list, as in `general:`";
            self.error(rule::WRONG_SHAPE, node.place(), sentence);
            return Vec::new();
        }
        let mut before = 0;
        let mut groups: Vec<Group> = (0..)
            .zip(self.entries("competencies", node))
            .map(|(number, (key, key_node, value))| {
                self.places.set(Spot::Item(Key::Competencies, number), key_node.place());
                let mut requirements = self.group(key, value, before);
                before += narrow(requirements.len());
                requirements.shrink_to_fit();
                Group { key: shared(&printable(key)), requirements }
            })
            .collect();
        groups.shrink_to_fit();
        groups
    }

    /// The requirements of a group; `before` are those of the groups above it.
    fn group(&mut self, key: &str, node: View<'_, '_>, before: u16) -> Vec<Requirement> {
        let mut requirements = Vec::new();
        match node.content() {
            _ if node.is_nothing() => {}
            Content::List { .. } => {
                for item in node.items() {
                    let of = before.saturating_add(narrow(requirements.len()));
                    requirements.extend(self.requirement(of, item));
                }
            }
            Content::Map { .. } => {
                let sentence = format!("{}: write a dash before each competency", printable(key));
                self.error(rule::WRONG_SHAPE, node.place(), sentence);
                if node.entries().any(|(key, _)| matches!(key.text(), Some("name" | "withheld"))) {
                    requirements.extend(self.long_form(before, node));
                } else {
                    for (name, level) in node.entries() {
                        let of = before.saturating_add(narrow(requirements.len()));
                        requirements.extend(self.short_form(of, name, level));
                    }
                }
            }
            Content::Text(..) => requirements.extend(self.requirement(before, node)),
        }
        requirements
    }

    /// One entry, the one of number `of`: `Name`, `Name: 3`, or all that can be said.
    fn requirement(&mut self, of: u16, node: View<'_, '_>) -> Option<Requirement> {
        if node.is_nothing() {
            self.nameless(node.place());
            return None;
        }
        if !node.is_map() {
            self.tell_missing_space("a competency", node);
            let name = Some(shared(&self.text("a competency", node)?));
            self.places.set(Spot::Requirement(of), node.place());
            return Some(Requirement { name, ..Requirement::default() });
        }
        let mut entries = node.entries();
        let (first, more) = (entries.next()?, entries.next().is_some());
        let is_long = first.0.text().is_some_and(|key| KNOWN.contains(&key));
        match more {
            false if !is_long => self.short_form(of, first.0, first.1),
            _ => self.long_form(of, node),
        }
    }

    fn short_form(
        &mut self,
        of: u16,
        name: View<'_, '_>,
        level: View<'_, '_>,
    ) -> Option<Requirement> {
        self.places.set(Spot::Requirement(of), name.place());
        let name = shared(&printable(name.text()?));
        let level = self.required(of, &name, level);
        Some(Requirement { name: Some(name), level, ..Requirement::default() })
    }

    fn long_form(&mut self, of: u16, node: View<'_, '_>) -> Option<Requirement> {
        self.places.set(Spot::Requirement(of), node.place());
        let mut requirement = Requirement::default();
        let mut said = OnTheSpot::default();
        let mut withheld = false;
        let mut name_told = false;
        for (key, key_node, value) in self.entries("a competency", node) {
            match key {
                "name" => {
                    self.places.set(Spot::Requirement(of), value.place());
                    requirement.name = self.text(key, value).as_deref().map(shared);
                }
                "level" => requirement.level = self.required(of, key, value),
                "need" => said.need = self.word(key, value, NEEDS),
                "importance" => {
                    requirement.importance = self.number(key, value).and_then(Number::new);
                }
                "definition" => {
                    self.places.set(Spot::Definition(of), value.place());
                    said.definition = self.lines(key, value);
                }
                "levels" => said.levels = self.levels(of, value),
                "withheld" => {
                    let truth = self.truth(key, value);
                    withheld = truth.unwrap_or_default();
                    // Who writes `withheld: yes` has no name in mind.
                    name_told |= truth.is_none();
                }
                _ if requirement.name.is_none()
                    && !is_short(value)
                    && Self::is_mistyped(key, "name", &["name"]) =>
                {
                    let sentence = format!(
                        "a competency without a name; {} is no key, did you mean name?",
                        quoted(key)
                    );
                    self.error(rule::MISSING_NAME, key_node.place(), sentence);
                    name_told = true;
                }
                _ if requirement.name.is_none() && is_short(value) && is_first(node, key_node) => {
                    let sentence = format!(
                        "two ways of writing are mixed here; write `name: {}` and `level: …` on lines of their own",
                        printable(key)
                    );
                    self.error(rule::WRONG_SHAPE, key_node.place(), sentence);
                    requirement.name = Some(shared(&printable(key)));
                    requirement.level = self.required(of, key, value);
                }
                _ => self.unknown_key(key, key_node, KNOWN),
            }
        }
        if requirement.name.is_some() && withheld {
            let sentence = "withheld: this competency has a name; leave one of the two out";
            self.problems.warning(rule::WRONG_SHAPE, node.place(), sentence);
        }
        if requirement.name.is_none() && !withheld {
            if !name_told {
                self.nameless(node.place());
            }
            return None;
        }
        requirement.on_the_spot = said.held();
        Some(requirement)
    }

    /// A required level, which may be decimal; `what` names the competency or is `level`.
    fn required(&mut self, of: u16, what: &str, node: View<'_, '_>) -> Option<Proficiency> {
        let text = self.raw(what, node)?;
        self.places.set(Spot::Required(of), node.place());
        let level = plain_number(text).and_then(Proficiency::new);
        if level.is_none() {
            let highest = Proficiency::HIGHEST;
            let meant = meant_number(text).filter(|_| !text.starts_with('-'));
            let meant = meant.or_else(|| super::nearest::level(text).map(|n| n.to_string()));
            let remedy = match meant.filter(|number| number.parse().is_ok_and(is_level)) {
                Some(number) => format!("write {number}"),
                None => format!("write a number from 0 to {highest}"),
            };
            let sentence = format!("{what}: {} is not a level; {remedy}", quoted(text));
            self.error(rule::NOT_A_NUMBER, node.place(), sentence);
        }
        level
    }

    fn nameless(&mut self, place: Place) {
        let sentence = "a competency without a name; write one, or `withheld: true`";
        self.error(rule::MISSING_NAME, place, sentence);
    }
}

fn is_level(number: f64) -> bool {
    Proficiency::new(number).is_some()
}

/// A count of requirements; a file cannot have more than fit.
fn narrow(count: usize) -> u16 {
    u16::try_from(count).unwrap_or(u16::MAX)
}

/// Whether a value may be the level of a short form.
fn is_short(value: View<'_, '_>) -> bool {
    value.text().is_some_and(|text| plain_number(text).is_some())
}

fn is_first(map: View<'_, '_>, key: View<'_, '_>) -> bool {
    map.entries().next().is_some_and(|(first, _)| first.place() == key.place())
}
