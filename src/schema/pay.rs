//! Pay, as typed.

use super::typed::{Number, Text};
use crate::model::Period;
use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use std::borrow::Cow;

/// One pay record, or a list of records for several regions or grades.
#[derive(JsonSchema)]
#[schemars(untagged, inline)]
pub enum Salary {
    One(PayRecord),
    Several(Vec<Option<PayRecord>>),
}

/// Pay in one region, grade or currency.
#[derive(JsonSchema)]
#[schemars(title = "Pay record", deny_unknown_fields)]
pub struct PayRecord {
    /// ISO 4217, such as USD; the library's when left out.
    currency: Option<Text>,
    /// How long a time the figures pay for; `year` when left out.
    #[schemars(extend("default" = "year"))]
    period: Option<PeriodWord>,
    /// Where these figures hold.
    region: Option<Text>,
    /// The pay grade.
    grade: Option<Text>,
    /// The month or day of the figures, such as 2026-05.
    as_of: Option<Text>,
    /// Base pay: percentiles p1 to p99, min, max and mean, in plain digits.
    base: Option<Figures>,
    /// Total pay, with what comes on top of base pay: percentiles p1 to p99, min, max and mean.
    total: Option<Figures>,
}

/// The words for a time, which the model lists.
pub struct PeriodWord;

impl JsonSchema for PeriodWord {
    fn schema_name() -> Cow<'static, str> {
        "Period".into()
    }

    fn inline_schema() -> bool {
        true
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({ "type": "string", "enum": Period::ALL.map(Period::word) })
    }
}

/// The percentiles that an editor offers; all others may be typed.
const USUAL: [&str; 8] = ["min", "p10", "p25", "p50", "p75", "p90", "max", "mean"];

/// Figures by percentile.
pub struct Figures;

impl JsonSchema for Figures {
    fn schema_name() -> Cow<'static, str> {
        "Figures".into()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        let figure = generator.subschema_for::<Option<Number>>();
        let usual: serde_json::Map<_, _> =
            USUAL.map(|name| (name.to_owned(), figure.clone().into())).into_iter().collect();
        json_schema!({
            "title": "Pay figures",
            "type": "object",
            "properties": usual,
            "patternProperties": { "^p[1-9][0-9]?$": figure },
            "additionalProperties": false,
        })
    }
}
