//! Reads a job profile.

use super::{Decoder, pay};
use crate::model::rule;
use crate::model::{Key, Profile, Spot, Status};
use crate::store::problems::quoted;
use crate::store::tree::View;

const KNOWN: &[&str] = &[
    "title",
    "code",
    "level",
    "family",
    "track",
    "also_known_as",
    "status",
    "effective",
    "language",
    "education",
    "experience",
    "requires",
    "conditions",
    "reports_to",
    "summary",
    "responsibilities",
    "salary",
    "declared",
    "competencies",
    "source",
];

const STATUSES: &[(&str, Status)] =
    &[("draft", Status::Draft), ("approved", Status::Approved), ("retired", Status::Retired)];

/// Reads a document as a job profile. Without a title it stays readable; only what is no mapping
/// at all is no profile.
pub(in crate::store) fn profile(decoder: &mut Decoder<'_>, root: View<'_, '_>) -> Option<Profile> {
    if !root.is_map() {
        decoder.misshapen(rule::MISSING_TITLE, "a profile", "keys and values", root);
        return None;
    }
    let mut profile = Profile::default();
    let mut title_told = false;
    let has_title = root.entries().any(|(key, _)| key.text() == Some("title"));
    for (key, key_node, value) in decoder.entries("a profile", root) {
        if !has_title && !title_told && Decoder::is_mistyped(key, "title", KNOWN) {
            let sentence =
                format!("the title is missing; {} is no key, did you mean title?", quoted(key));
            decoder.error(rule::MISSING_TITLE, key_node.place(), sentence);
            title_told = true;
            continue;
        }
        // A title of the wrong shape has been told of already.
        title_told |= key == "title" && value.text().is_none();
        if let Some(key) = Key::named(key) {
            decoder.places.set(Spot::Key(key), value.place());
        }
        if !decoder.profile_entry(&mut profile, key, value) {
            match pay::KNOWN.contains(&key) {
                true => {
                    let sentence =
                        format!("{key} belongs below `salary:`; indent it by two spaces");
                    decoder.problems.warning(rule::UNKNOWN_KEY, key_node.place(), sentence);
                }
                false => decoder.unknown_key(key, key_node, KNOWN),
            }
        }
    }
    if profile.title.trim().is_empty() && !title_told {
        let sentence = "the title is missing; write one, as in `title: Payroll Supervisor`";
        decoder.error(rule::MISSING_TITLE, root.place(), sentence);
    }
    Some(profile)
}

impl Decoder<'_> {
    /// Reads one entry; `false` where the format has no such key.
    fn profile_entry(&mut self, profile: &mut Profile, key: &str, value: View<'_, '_>) -> bool {
        match key {
            "title" if value.text().is_none() => {
                self.misshapen(rule::MISSING_TITLE, key, "a text", value);
            }
            "title" => profile.title = self.text(key, value).unwrap_or_default(),
            "code" => profile.code = self.code(value),
            "level" => profile.level = self.name(key, value),
            "family" => profile.family = self.name(key, value),
            "track" => profile.track = self.name(key, value),
            "also_known_as" => profile.also_known_as = self.texts(key, value).into(),
            "status" => profile.status = self.word(key, value, STATUSES).unwrap_or_default(),
            "effective" => profile.effective = self.text(key, value),
            "language" => profile.language = self.name(key, value),
            "education" => profile.education = self.text(key, value),
            "experience" => profile.experience = self.text(key, value),
            "requires" => profile.requires = self.placed_texts(Key::Requires, key, value),
            "conditions" => profile.conditions = self.placed_texts(Key::Conditions, key, value),
            "reports_to" => profile.reports_to = self.placed_texts(Key::ReportsTo, key, value),
            "summary" => profile.summary = self.lines(key, value),
            "responsibilities" => {
                self.place_items(|item| Spot::Item(Key::Responsibilities, item), value);
                profile.responsibilities = self.sentences(key, value).into();
            }
            "salary" => profile.salary = self.salary(value),
            "competencies" => profile.competencies = self.competencies(value),
            "declared" => profile.declared = self.declared(value),
            "source" => profile.source = self.source(value).map(Box::new),
            _ => return false,
        }
        true
    }

    /// The job code. Nothing behind the key is told, since `null` and `~` may be meant as codes.
    fn code(&mut self, value: View<'_, '_>) -> Option<String> {
        if value.is_nothing() {
            let typed = value.text().unwrap_or_default();
            let sentence = match typed {
                "" => "code: nothing stands here; write the code, or delete the line".to_owned(),
                _ => {
                    format!("code: {typed} means that there is none; put it in quotes if it is one")
                }
            };
            self.problems.warning(rule::EMPTY_VALUE, value.place(), sentence);
        }
        self.text("code", value)
    }

    fn declared(&mut self, value: View<'_, '_>) -> Vec<(String, u32)> {
        let mut declared = Vec::new();
        for (group, key_node, count) in self.entries("declared", value) {
            let group = crate::printable::printable(group).into_owned();
            if let Some(count) = self.count(&group, count) {
                let number = u16::try_from(declared.len()).unwrap_or(u16::MAX);
                self.places.set(Spot::Item(Key::Declared, number), key_node.place());
                declared.push((group, count));
            }
        }
        declared
    }
}
