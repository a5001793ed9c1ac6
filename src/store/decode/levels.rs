//! Reads what is written for each proficiency level.

use super::Decoder;
use crate::model::rule;
use crate::model::{LevelText, Levels, Spot};
use crate::store::problems::quoted;
use crate::store::tree::{Content, View};

const KNOWN: &[&str] = &["label", "statement", "behaviours", "more", "undefined"];

/// The highest level number.
const HIGHEST: u8 = 99;

impl Decoder<'_> {
    /// A sparse map from level number to text; `of` is the requirement that they belong to.
    pub(super) fn levels(&mut self, of: u16, node: View<'_, '_>) -> Levels {
        let mut levels = Levels::new();
        for (number, key_node, value) in self.numbered(node) {
            self.places.set(Spot::LevelText(of, number), key_node.place());
            let told = self.problems.told();
            let level = self.level_text(of, number, value);
            if level == LevelText::default() && self.problems.told() > told {
                // Why nothing could be read of it has been told; that nothing is said would be wrong.
                self.places.allow(key_node.place().line, rule::EMPTY_LEVEL);
            }
            levels.insert(number, level);
        }
        levels
    }

    /// The entries of a map whose keys are level numbers, each number once: `02` is 2 as well.
    pub(super) fn numbered<'t, 'a>(
        &mut self,
        node: View<'t, 'a>,
    ) -> Vec<(u8, View<'t, 'a>, View<'t, 'a>)> {
        let mut found: Vec<(u8, View<'_, '_>, View<'_, '_>)> = Vec::new();
        for (key, key_node, value) in self.entries("levels", node) {
            let Some(number) = self.level_number(key, key_node) else { continue };
            match found.iter().find(|(known, ..)| *known == number) {
                Some((_, first, _)) => {
                    self.tell_twice(&format!("level {number}"), *first, key_node)
                }
                None => found.push((number, key_node, value)),
            }
        }
        found
    }

    /// Tells that one thing stands under two keys that are not written alike.
    fn tell_twice(&mut self, what: &str, first: View<'_, '_>, second: View<'_, '_>) {
        let typed = |key: View<'_, '_>| quoted(key.text().unwrap_or_default());
        let sentence = format!(
            "{what} stands twice, as {} on line {} and as {} on line {}; keep one of them",
            typed(first),
            first.place().line,
            typed(second),
            second.place().line
        );
        self.error(rule::DUPLICATE_KEY, second.place(), sentence);
    }

    /// A whole number from 0 to 99.
    pub(super) fn level_number(&mut self, key: &str, node: View<'_, '_>) -> Option<u8> {
        let digits = (1..=2).contains(&key.len()) && key.bytes().all(|b| b.is_ascii_digit());
        let number = if digits { key.parse().ok() } else { None };
        if number.is_none() && !key.starts_with("x-") {
            let sentence =
                format!("levels: {} is not a whole number from 0 to {HIGHEST}", quoted(key));
            self.error(rule::NOT_A_NUMBER, node.place(), sentence);
        }
        number
    }

    /// The text of one level. What is meant is clear where a key is left out, so it is read.
    fn level_text(&mut self, of: u16, number: u8, node: View<'_, '_>) -> LevelText {
        let mut level = LevelText::default();
        match node.content() {
            _ if node.is_nothing() => {}
            Content::Text(..) => {
                let sentence = format!("level {number}: write `statement:` before its text");
                self.error(rule::WRONG_SHAPE, node.place(), sentence);
                level.statement = self.text("statement", node);
            }
            Content::List { .. } => {
                let sentence = format!("level {number}: write `behaviours:` above its list");
                self.error(rule::WRONG_SHAPE, node.place(), sentence);
                level.behaviours = self.behaviours(of, number, node);
            }
            Content::Map { .. } => self.level_entries(&mut level, of, number, node),
        }
        level
    }

    fn behaviours(&mut self, of: u16, number: u8, node: View<'_, '_>) -> Vec<String> {
        self.place_items(|item| Spot::Behaviour(of, number, item), node);
        self.sentences("behaviours", node)
    }

    fn level_entries(&mut self, level: &mut LevelText, of: u16, number: u8, node: View<'_, '_>) {
        let mut behaviours = None;
        for (key, key_node, value) in self.entries("levels", node) {
            match key {
                "label" => level.label = self.text(key, value),
                "statement" => level.statement = self.text(key, value),
                "behaviours" | "behaviors" => match behaviours.replace(key_node) {
                    Some(first) => self.tell_twice("the list of behaviours", first, key_node),
                    None => level.behaviours = self.behaviours(of, number, value),
                },
                "more" => level.more = self.count(key, value),
                "undefined" => level.undefined = self.truth(key, value).unwrap_or_default(),
                _ => self.unknown_key(key, key_node, KNOWN),
            }
        }
    }
}
