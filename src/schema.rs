//! JSON Schema for the files, so that an editor completes, explains and checks what is typed.
//!
//! The types below this say what may be *typed*, which is more than the model holds: a number where
//! a text is meant, a single text for a list, the short form of a requirement. They are described
//! and never made. What needs other files (a scale's ends, a name that is found nowhere) or the very
//! characters of a file (`1e5`, a comma that cuts a sentence) no schema can tell.

#![allow(dead_code, reason = "what may be typed is described, never made")]

mod competency;
mod library;
mod pay;
mod profile;
mod requirement;
mod typed;

use schemars::generate::SchemaSettings;
use schemars::transform::{Transform, transform_subschemas};
use schemars::{JsonSchema, Schema};
use serde_json::{Value, json};

/// Which kind of file a schema describes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// A job profile.
    Profile,
    /// A shared competency.
    Competency,
    /// library.yaml.
    Library,
}

impl Kind {
    /// Every kind.
    pub const ALL: [Kind; 3] = [Kind::Profile, Kind::Competency, Kind::Library];

    /// Its word on the command line and in file names.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Kind::Profile => "profile",
            Kind::Competency => "competency",
            Kind::Library => "library",
        }
    }
}

/// The schema of one document, as JSON Schema 2020-12.
#[must_use]
pub fn schema(kind: Kind) -> Value {
    match kind {
        Kind::Profile => of::<profile::Profile>(),
        Kind::Competency => of::<competency::Competency>(),
        Kind::Library => of::<library::Library>(),
    }
}

/// The same as text with a line feed at its end.
#[must_use]
pub fn text(kind: Kind) -> String {
    format!("{:#}\n", schema(kind))
}

fn of<T: JsonSchema>() -> Value {
    SchemaSettings::draft2020_12()
        .with_transform(OwnKeys)
        .with_transform(OneLine)
        .into_generator()
        .into_root_schema_for::<T>()
        .into()
}

/// Lets everybody keep keys of their own wherever the format names the keys.
#[derive(Debug, Clone)]
struct OwnKeys;

impl Transform for OwnKeys {
    fn transform(&mut self, schema: &mut Schema) {
        transform_subschemas(self, schema);
        let closed = schema.get("additionalProperties") == Some(&Value::Bool(false));
        let Some(object) = schema.as_object_mut().filter(|_| closed) else { return };
        let patterns = object.entry("patternProperties").or_insert_with(|| json!({}));
        let own = json!({ "description": "Yours: keys that begin with x- are left alone." });
        if let Some(patterns) = patterns.as_object_mut() {
            patterns.insert("^x-".to_owned(), own);
        }
    }
}

/// Lets a description run on, wherever the line ends in our source.
#[derive(Debug, Clone)]
struct OneLine;

impl Transform for OneLine {
    fn transform(&mut self, schema: &mut Schema) {
        transform_subschemas(self, schema);
        if let Some(Value::String(text)) = schema.get_mut("description") {
            *text = text.replace('\n', " ");
        }
    }
}
