//! library.yaml, as typed.

use super::profile::Source;
use super::typed::{ByLevel, Text, Texts, Truth};
use crate::model::rule::{RULES, Rule};
use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde_json::{Value, json};
use std::borrow::Cow;
use std::collections::BTreeMap;

/// What the profiles of a library share. All of it may be left out.
#[derive(JsonSchema)]
#[schemars(title = "library.yaml", deny_unknown_fields)]
pub struct Library {
    /// The library's name.
    name: Option<Text>,
    /// ISO 4217, such as USD: the currency of pay records that name none.
    currency: Option<Text>,
    /// Group key → its name, in the order in which groups are shown. When left out: general, core
    /// and hard.
    groups: Option<BTreeMap<String, Option<Text>>>,
    /// Scale name → scale. A competency that names no scale stands on `default`.
    scales: Option<BTreeMap<String, Option<Scale>>>,
    /// Paths in this folder that hold no profiles: exact, or with `*`, `**` and `?`.
    ignore: Option<Texts>,
    /// What this library does not want to be told.
    check: Option<Check>,
    /// Where every profile comes from that says nothing of its own.
    source: Option<Source>,
}

/// A proficiency scale.
#[derive(JsonSchema)]
#[schemars(title = "Proficiency scale", deny_unknown_fields)]
pub struct Scale {
    /// Whether a level includes all that stands below it; `true` when left out.
    #[schemars(extend("default" = true))]
    cumulative: Option<Truth>,
    /// Level number, from 0 to 99 → its name; a level whose name is left empty is called by its
    /// number.
    levels: Option<ByLevel<Text>>,
}

/// What this library does not want to be told.
#[derive(JsonSchema)]
#[schemars(title = "Checks", deny_unknown_fields)]
pub struct Check {
    /// Rules that are switched off, by name.
    off: Option<Rules>,
}

/// A single name is a list of one.
#[derive(JsonSchema)]
#[schemars(untagged, inline)]
pub enum Rules {
    List(Vec<Option<RuleName>>),
    One(RuleName),
}

/// The name of a rule, with what it tells of.
pub struct RuleName;

impl JsonSchema for RuleName {
    fn schema_name() -> Cow<'static, str> {
        "Rule".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        let rule = |rule: &Rule| json!({ "const": rule.name, "description": rule.sentence });
        let rules: Vec<Value> = RULES.iter().map(rule).collect();
        json_schema!({ "title": "Rule", "type": "string", "oneOf": rules })
    }
}
