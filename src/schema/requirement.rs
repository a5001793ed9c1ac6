//! What a job asks for in one group, in the short and in the long form, as typed.

use super::competency::LevelText;
use super::typed::{ByLevel, Level, Number, Text, Truth};
use crate::model::Need;
use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde_json::json;
use std::borrow::Cow;

/// The competencies of one group; a single name is a list of one.
#[derive(JsonSchema)]
#[schemars(untagged, inline)]
pub enum Requirements {
    List(Vec<Requirement>),
    One(Text),
}

/// One competency that a job asks for: `Name: 3`, the name alone, or all that can be said.
#[derive(JsonSchema)]
#[schemars(untagged, title = "Requirement")]
pub enum Requirement {
    Name(Text),
    Short(ShortForm),
    Long(LongForm),
}

/// All that can be said of a requirement: it has a name, or the source withholds it.
#[derive(JsonSchema)]
#[schemars(title = "Requirement, long form", deny_unknown_fields, extend("oneOf" = json!([
    { "required": ["name"], "properties": { "name": { "not": { "type": "null" } } } },
    { "required": ["withheld"], "properties": { "withheld": { "enum": [true, "true"] } } },
])))]
pub struct LongForm {
    /// The competency's name or an alternate name, as the folder competencies has it.
    name: Option<Text>,
    /// The proficiency level that the job needs; it may lie between two whole ones.
    level: Option<Level>,
    /// Whether the job can be had without it.
    need: Option<Need>,
    /// The source's own figure for how much it matters.
    importance: Option<Number>,
    /// What it is, on the spot; wins over the shared definition.
    definition: Option<Text>,
    /// What people do at each level, on the spot; wins over the shared text.
    levels: Option<ByLevel<LevelText>>,
    /// `true` where the source has a competency here and does not name it.
    withheld: Option<Truth>,
}

/// `Name: 3`.
pub struct ShortForm;

impl JsonSchema for ShortForm {
    fn schema_name() -> Cow<'static, str> {
        "ShortForm".into()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        let long = LongForm::json_schema(generator);
        let keys = long.get("properties").and_then(|keys| keys.as_object());
        let keys: Vec<&String> = keys.into_iter().flat_map(|keys| keys.keys()).collect();
        json_schema!({
            "title": "Requirement, short form",
            "description": "A competency's name and the proficiency level that the job needs.",
            "type": "object",
            "minProperties": 1,
            "maxProperties": 1,
            "propertyNames": { "not": { "enum": keys } },
            "additionalProperties": generator.subschema_for::<Option<Level>>(),
        })
    }
}
