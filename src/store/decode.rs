//! From the tree of a document to the model: each misfit is told, and the rest is still read.

mod competency;
mod levels;
mod names;
mod nearest;
mod number;
mod pay;
mod profile;
mod requirement;
mod settings;
mod traps;

use super::problems::{Problems, quoted};
use super::syntax::odd_character;
use super::traps::colon_without_space;
use super::tree::{Content, View};
use crate::model::rule;
use crate::model::{Key, Name, Place, Places, Source, Spot};
use crate::printable::{printable, printable_lines};

use number::{meant_number, plain_number};

pub(super) use competency::competency;
pub(super) use profile::profile;
pub(super) use settings::settings;

/// Reads nodes as what they are meant to be and remembers what is wrong with them. `what` is
/// always the key under which a node stands, as the person who typed it knows it.
pub(super) struct Decoder<'p> {
    problems: &'p mut Problems,
    places: &'p mut Places,
}

impl<'p> Decoder<'p> {
    /// A decoder that tells what is wrong and where things stand.
    pub fn new(problems: &'p mut Problems, places: &'p mut Places) -> Self {
        Self { problems, places }
    }

    /// A short text on one line; `None` where nothing is said.
    fn text(&mut self, what: &str, node: View<'_, '_>) -> Option<String> {
        let text = self.raw(what, node)?;
        self.tell_quotes(what, node);
        Some(printable(text.trim_end_matches('\n')).into_owned())
    }

    /// A short text that many files say.
    fn name(&mut self, what: &str, node: View<'_, '_>) -> Option<Name> {
        self.text(what, node).as_deref().map(names::shared)
    }

    /// A longer text that keeps its line breaks.
    fn lines(&mut self, what: &str, node: View<'_, '_>) -> Option<String> {
        let text = self.raw(what, node)?;
        self.tell_quotes(what, node);
        Some(printable_lines(text.trim_end_matches('\n')).into_owned())
    }

    /// A text exactly as typed.
    fn raw<'t>(&mut self, what: &str, node: View<'t, '_>) -> Option<&'t str> {
        if node.is_nothing() {
            return None;
        }
        if node.text().is_none() {
            self.wrong_shape(what, "a text", node);
        }
        node.text()
    }

    /// A list of texts; a single text is a list of one, nothing is an empty list.
    fn texts(&mut self, what: &str, node: View<'_, '_>) -> Vec<String> {
        match node.content() {
            _ if node.is_nothing() => Vec::new(),
            Content::Text(..) => {
                self.tell_lone_text(what, node);
                self.text(what, node).into_iter().collect()
            }
            Content::List { .. } => {
                let items = node.items().filter_map(|item| self.item(what, item));
                let mut texts: Vec<String> = items.collect();
                texts.shrink_to_fit();
                texts
            }
            Content::Map { .. } => {
                self.wrong_shape(what, "a list of texts", node);
                Vec::new()
            }
        }
    }

    /// Texts behind a key of the document, each with its place.
    fn placed_texts(&mut self, key: Key, what: &str, node: View<'_, '_>) -> Vec<String> {
        self.place_items(|item| Spot::Item(key, item), node);
        self.texts(what, node)
    }

    /// Keeps the places of all texts of a list that are not nothing, or of the only one.
    fn place_items(&mut self, spot: impl Fn(u16) -> Spot, node: View<'_, '_>) {
        let only = (!node.is_list()).then_some(node);
        let items = only.into_iter().chain(node.items()).filter(|item| !item.is_nothing());
        (0..).zip(items).for_each(|(i, item)| self.places.set(spot(i), item.place()));
    }

    /// Sentences, which are like texts, but long enough to hold the commas that cut them in `[ ]`.
    fn sentences(&mut self, what: &str, node: View<'_, '_>) -> Vec<String> {
        if node.is_list() && node.is_flow() {
            let cut = node.items().zip(node.items().skip(1)).find(|(a, b)| is_cut(*a, *b));
            if let Some((_, rest)) = cut {
                let sentence = format!(
                    "{what}: a comma inside [ ] begins a new item, so a sentence is cut before {}; write the list one item a line, or put the sentence in quotes",
                    quoted(rest.text().unwrap_or_default())
                );
                self.problems.warning(rule::COMMA_IN_LIST, rest.place(), sentence);
            }
        }
        self.texts(what, node)
    }

    /// One text of a list. A sentence that a colon has made a mapping is put together again.
    fn item(&mut self, what: &str, node: View<'_, '_>) -> Option<String> {
        let mut entries = node.entries();
        let (Some((key, value)), None) = (entries.next(), entries.next()) else {
            return self.text(what, node);
        };
        let (Some(head), Some(tail)) = (key.text(), value.text()) else {
            return self.text(what, node);
        };
        let meant = format!("{head}: {tail}");
        let sentence = format!(
            "{what}: a colon and a space make {} a key; put the whole text in quotes",
            quoted(head)
        );
        self.problems.warning(rule::COLON_IN_TEXT, node.place(), sentence);
        Some(printable(meant.trim_end()).into_owned())
    }

    /// Yes or no.
    fn truth(&mut self, what: &str, node: View<'_, '_>) -> Option<bool> {
        let text = self.raw(what, node)?;
        match text {
            "true" => Some(true),
            "false" => Some(false),
            _ => {
                let sentence = format!("{what}: {} is neither true nor false", quoted(text));
                self.problems.error(rule::UNKNOWN_WORD, node.place(), sentence);
                None
            }
        }
    }

    /// One of a few words.
    fn word<T: Copy>(
        &mut self,
        what: &str,
        node: View<'_, '_>,
        words: &[(&'static str, T)],
    ) -> Option<T> {
        let text = self.raw(what, node)?;
        let found = words.iter().find(|(word, _)| *word == text);
        if found.is_none() {
            let names: Vec<&str> = words.iter().map(|(word, _)| *word).collect();
            let sentence = match nearest::nearest(text, &names) {
                Some(near) => {
                    format!("{what}: {} is not known; did you mean {near}?", quoted(text))
                }
                None => format!("{what}: {} is not known; write {}", quoted(text), either(&names)),
            };
            self.problems.error(rule::UNKNOWN_WORD, node.place(), sentence);
        }
        found.map(|(_, value)| *value)
    }

    /// The entries of what should be a mapping; none, and a problem, for anything else.
    fn entries<'t, 'a>(
        &mut self,
        what: &str,
        node: View<'t, 'a>,
    ) -> impl Iterator<Item = (&'t str, View<'t, 'a>, View<'t, 'a>)> + use<'t, 'a> {
        if !node.is_nothing() && !node.is_map() {
            self.wrong_shape(what, "keys and values", node);
        }
        node.entries().filter(|entry| lacks_space(node, *entry)).for_each(|(key, _)| {
            self.tell_missing_space(what, key);
        });
        node.entries()
            .filter(move |entry| !lacks_space(node, *entry))
            .filter_map(|(key, value)| key.text().map(|text| (text, key, value)))
    }

    /// A key that the format does not have. Keys that begin with `x-` are left alone.
    fn unknown_key(&mut self, text: &str, key: View<'_, '_>, known: &[&'static str]) {
        if text.starts_with("x-") {
            return;
        }
        let near = other_word(text, known).or_else(|| nearest::nearest(text, known));
        let remedy = match (odd_character(text), near) {
            (Some((_, odd)), _) => format!("it holds {odd}"),
            (None, Some(near)) => format!("did you mean {near}?"),
            (None, None) => "it is not read; begin it with x- to keep it for yourself".to_owned(),
        };
        let sentence = format!("unknown key {}; {remedy}", quoted(text));
        self.problems.warning(rule::UNKNOWN_KEY, key.place(), sentence);
    }

    /// A key that must be there, mistyped: that it is missing is all that is told.
    fn is_mistyped(text: &str, wanted: &str, known: &[&'static str]) -> bool {
        nearest::nearest(text, known) == Some(wanted)
    }

    fn wrong_shape(&mut self, what: &str, wanted: &str, node: View<'_, '_>) {
        self.misshapen(rule::WRONG_SHAPE, what, wanted, node);
    }

    /// Tells of a wrong shape that breaks another rule besides, which says more.
    fn misshapen(&mut self, rule: &'static str, what: &str, wanted: &str, node: View<'_, '_>) {
        let found = match node.content() {
            Content::Text(text, _) => match (odd_character(text), colon_without_space(text)) {
                (Some((_, odd)), _) => {
                    let sentence = format!("{what}: {} holds {odd}", quoted(text));
                    return self.problems.error(rule, node.place(), sentence);
                }
                (None, Some(key)) => {
                    let sentence =
                        format!("{what}: a space is missing after the colon of {}", quoted(key));
                    return self.problems.error(rule, node.place(), sentence);
                }
                (None, None) => "a text",
            },
            Content::List { flow: true } => "a list; if it is a text, put the whole text in quotes",
            Content::List { .. } => "a list",
            Content::Map { flow: true } => {
                "keys and values; if it is a text, put the whole text in quotes"
            }
            Content::Map { .. } => "keys and values",
        };
        let verb = if wanted == "keys and values" { "belong" } else { "belongs" };
        let sentence = match example(what) {
            Some(example) => {
                let found = found.split(';').next().unwrap_or_default();
                format!("{what}: {wanted} {verb} here, not {found}, as in `{example}`")
            }
            None => format!("{what}: {wanted} {verb} here, not {found}"),
        };
        self.problems.error(rule, node.place(), sentence);
    }

    /// Where a profile, a competency or a library comes from.
    fn source(&mut self, node: View<'_, '_>) -> Option<Source> {
        const KNOWN: &[&str] = &["name", "url", "licence", "attribution", "retrieved"];
        if node.is_nothing() {
            return None;
        }
        let mut source = Source::default();
        for (key, key_node, value) in self.entries("source", node) {
            match key {
                "name" => source.name = self.text(key, value),
                "url" => source.url = self.text(key, value),
                "licence" => source.licence = self.text(key, value),
                "attribution" => source.attribution = self.text(key, value),
                "retrieved" => {
                    self.places.set(Spot::Key(Key::Retrieved), value.place());
                    source.retrieved = self.text(key, value);
                }
                _ => self.unknown_key(key, key_node, KNOWN),
            }
        }
        (source != Source::default()).then_some(source)
    }

    fn error(&mut self, rule: &'static str, place: Place, sentence: impl Into<String>) {
        self.problems.error(rule, place, sentence);
    }
}

/// The key that somebody means who knows it by another word.
fn other_word(text: &str, known: &[&'static str]) -> Option<&'static str> {
    let meant = match text.to_lowercase().as_str() {
        "skills" | "skill" => "competencies",
        "pay" | "wage" | "compensation" => "salary",
        "duties" | "tasks" => "responsibilities",
        "manager" | "superior" => "reports_to",
        _ => return None,
    };
    known.contains(&meant).then_some(meant)
}

/// The right form of a key whose form is easily mistaken.
fn example(what: &str) -> Option<&'static str> {
    Some(match what {
        "salary" => "salary: { currency: USD, base: { p50: 61200 } }",
        "base" => "base: { p25: 55000, p50: 61200 }",
        "total" => "total: { p50: 64000 }",
        "declared" => "declared: { general: 8, core: 8 }",
        "source" => "source: { name: Pay survey }",
        "levels" => "levels: { 1: { behaviours: [Explains a pay cycle.] } }",
        _ => return None,
    })
}

/// Whether an entry in braces is a `core:8`, which is a key that nothing stands behind.
fn lacks_space(map: View<'_, '_>, (key, value): (View<'_, '_>, View<'_, '_>)) -> bool {
    map.is_flow() && value.is_nothing() && key.plain().and_then(colon_without_space).is_some()
}

/// Whether a comma has cut a sentence between two items: it goes on with a small letter.
fn is_cut(item: View<'_, '_>, next: View<'_, '_>) -> bool {
    let (Some(start), Some(rest)) = (item.plain(), next.plain()) else { return false };
    let begins_large = start.chars().next().is_some_and(char::is_uppercase);
    let goes_on = rest.chars().next().is_some_and(char::is_lowercase);
    begins_large && goes_on && !start.ends_with(['.', '!', '?'])
}

/// `a, b or c`.
fn either(names: &[&str]) -> String {
    match names {
        [first @ .., last] if !first.is_empty() => format!("{} or {last}", first.join(", ")),
        _ => names.concat(),
    }
}
