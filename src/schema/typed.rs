//! Single values as they are typed. The reader keeps every text as it stands, so a code may look
//! like a number and a number may stand in quotes.

use crate::model::Proficiency;
use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use std::borrow::Cow;

/// Makes a type that stands for one kind of value and is written out wherever it is used.
macro_rules! typed {
    ($(#[$doc:meta])* $name:ident, $schema:expr) => {
        $(#[$doc])*
        pub struct $name;

        impl JsonSchema for $name {
            fn schema_name() -> Cow<'static, str> {
                stringify!($name).into()
            }

            fn inline_schema() -> bool {
                true
            }

            fn json_schema(_: &mut SchemaGenerator) -> Schema {
                $schema
            }
        }
    };
}

typed!(
    /// A text; what looks like a number or a truth is kept as typed.
    Text,
    json_schema!({ "type": ["string", "number", "boolean"] })
);

typed!(
    /// A list of texts; a single text is a list of one.
    Texts,
    json_schema!({
        "type": ["array", "string", "number", "boolean"],
        "items": { "type": ["string", "number", "boolean", "null"] },
    })
);

typed!(
    /// A number from 0 on.
    Number,
    json_schema!({
        "type": ["number", "string"],
        "minimum": 0,
        "pattern": r"^[0-9]+(\.[0-9]+)?$",
    })
);

typed!(
    /// How many of something.
    Count,
    json_schema!({
        "type": ["integer", "string"],
        "minimum": 0,
        "maximum": u32::MAX,
        "pattern": "^[0-9]+$",
    })
);

typed!(
    /// A required proficiency level, which may be decimal.
    Level,
    json_schema!({
        "type": ["number", "string"],
        "minimum": 0,
        "maximum": Proficiency::HIGHEST,
        "pattern": r"^0*(([0-9]|[1-8][0-9]|9[0-8])(\.[0-9]+)?|99(\.0+)?)$",
    })
);

typed!(
    /// `true` or `false`.
    Truth,
    json_schema!({ "type": ["boolean", "string"], "pattern": "^(true|false)$" })
);

/// A mapping whose keys are the numbers of proficiency levels.
pub struct ByLevel<T>(std::marker::PhantomData<T>);

impl<T: JsonSchema> JsonSchema for ByLevel<T> {
    fn schema_name() -> Cow<'static, str> {
        format!("ByLevel_of_{}", T::schema_name()).into()
    }

    fn inline_schema() -> bool {
        true
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        json_schema!({
            "type": "object",
            "patternProperties": { "^[0-9]{1,2}$": generator.subschema_for::<Option<T>>() },
            "additionalProperties": false,
        })
    }
}
