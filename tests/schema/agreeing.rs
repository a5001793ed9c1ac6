//! Made-up profiles, right and wrong: the reader has something to say exactly where the schema has.
//!
//! Some things only one of them can know, so no profile here holds them:
//! * a number written in a way that is a number to YAML and not to the reader (`1e5`, `.5`, `0x1f`,
//!   `8.0` for a count), and `True` for `true`: JSON no longer tells how it was written;
//! * sentences that a comma or a colon has cut, typographic quotation marks, control characters;
//! * a key that stands twice, an anchor, a tag: JSON cannot hold them;
//! * an empty requirement (`- {}`), of which the reader makes nothing;
//! * levels off their scale and names that are found nowhere, which take a whole library.

use super::PROFILE;
use super::keys::told;
use proptest::prelude::*;
use proptest::sample::select;
use serde_json::{Map, Value, json};

/// Plain words, digits and truths, as texts may look.
fn text() -> impl Strategy<Value = Value> {
    prop_oneof![
        4 => "[A-Za-z][a-z]{0,8}( [a-z]{1,6}){0,3}".prop_map(Value::from),
        1 => "[0-9]{1,6}".prop_map(Value::from),
        1 => (0..100_000_u32).prop_map(Value::from),
        1 => any::<bool>().prop_map(Value::from),
    ]
}

fn nothing_or(value: impl Strategy<Value = Value> + 'static) -> BoxedStrategy<Value> {
    prop_oneof![1 => Just(Value::Null), 9 => value].boxed()
}

fn list(item: impl Strategy<Value = Value> + 'static) -> BoxedStrategy<Value> {
    prop::collection::vec(item, 0..4).prop_map(Value::from).boxed()
}

fn texts() -> BoxedStrategy<Value> {
    prop_oneof![1 => nothing_or(text()), 3 => list(nothing_or(text()))].boxed()
}

fn number() -> BoxedStrategy<Value> {
    prop_oneof![
        (0..200_000_u32).prop_map(Value::from),
        (0..9_999_u32).prop_map(|n| Value::from(f64::from(n) + 0.25)),
        "[0-9]{1,5}(\\.[0-9]{1,2})?".prop_map(Value::from),
    ]
    .boxed()
}

fn level() -> BoxedStrategy<Value> {
    prop_oneof![
        4 => (0..=99_u8).prop_map(Value::from),
        2 => (0..=98_u8).prop_map(|n| Value::from(f64::from(n) + 0.62)),
        1 => "0?[1-9]?[0-8](\\.[0-9]{1,2})?|99(\\.0)?".prop_map(Value::from),
    ]
    .boxed()
}

fn truth() -> BoxedStrategy<Value> {
    select(vec![json!(true), json!(false), json!("true"), json!("false")]).boxed()
}

/// A mapping with some of these keys.
fn some(keys: Vec<(&'static str, BoxedStrategy<Value>)>) -> BoxedStrategy<Value> {
    let entries: Vec<_> = keys
        .into_iter()
        .map(|(key, value)| {
            prop::option::of(value).prop_map(move |value| value.map(|v| (key.to_owned(), v)))
        })
        .collect();
    entries
        .prop_map(|entries| Value::Object(entries.into_iter().flatten().collect::<Map<_, _>>()))
        .boxed()
}

/// A mapping with keys like these.
fn keyed(key: &'static str, value: impl Strategy<Value = Value> + 'static) -> BoxedStrategy<Value> {
    let entries = prop::collection::btree_map(key, value, 0..4);
    entries.prop_map(|entries| Value::Object(entries.into_iter().collect())).boxed()
}

fn with(
    value: BoxedStrategy<Value>,
    key: &'static str,
    more: impl Strategy<Value = Value> + 'static,
) -> BoxedStrategy<Value> {
    (value, more)
        .prop_map(move |(mut value, more)| {
            value[key] = more;
            value
        })
        .boxed()
}

fn levels() -> BoxedStrategy<Value> {
    // One spelling, and each number once: that both stand there only the reader can tell.
    let level = |spelled| {
        some(vec![
            ("label", nothing_or(text())),
            ("statement", nothing_or(text())),
            (spelled, texts()),
            ("more", nothing_or((0..50_u32).prop_map(Value::from))),
            ("undefined", nothing_or(truth())),
            ("x-own", texts()),
        ])
    };
    let level = prop_oneof![level("behaviours"), level("behaviors")].boxed();
    keyed("0|[1-9][0-9]?|x-[a-z]{1,4}", nothing_or(level))
}

fn requirement() -> BoxedStrategy<Value> {
    let rest = || {
        some(vec![
            ("level", nothing_or(level())),
            ("need", nothing_or(select(vec![json!("must"), json!("nice")]))),
            ("importance", nothing_or(number())),
            ("definition", nothing_or(text())),
            ("levels", nothing_or(levels())),
            ("x-own", texts()),
        ])
    };
    let short = ("[A-Z][a-z]{2,8}( [A-Z][a-z]{1,6})?", nothing_or(level()));
    prop_oneof![
        1 => text(),
        3 => short.prop_map(|(name, level)| json!({ name: level })),
        3 => with(rest(), "name", text()),
        1 => with(rest(), "withheld", select(vec![json!(true), json!("true")])),
    ]
    .boxed()
}

fn pay_record() -> BoxedStrategy<Value> {
    let figures = || nothing_or(keyed("p[1-9][0-9]?|min|max|mean|x-[a-z]{1,4}", number()));
    let periods = vec![json!("year"), json!("month"), json!("week"), json!("day"), json!("hour")];
    some(vec![
        ("currency", nothing_or(text())),
        ("period", nothing_or(select(periods))),
        ("region", nothing_or(text())),
        ("grade", nothing_or(text())),
        ("as_of", nothing_or(text())),
        ("base", figures()),
        ("total", figures()),
        ("x-own", texts()),
    ])
}

fn profile() -> BoxedStrategy<Value> {
    let mut keys: Vec<(&str, BoxedStrategy<Value>)> = vec![
        ("code", text().boxed()),
        ("status", nothing_or(select(vec![json!("draft"), json!("approved"), json!("retired")]))),
        ("salary", nothing_or(prop_oneof![pay_record(), list(nothing_or(pay_record()))])),
        (
            "declared",
            nothing_or(keyed("[a-z]{3,7}", nothing_or((0..50_u32).prop_map(Value::from)))),
        ),
        (
            "competencies",
            nothing_or(keyed(
                "[a-z]{3,7}",
                prop_oneof![4 => list(requirement()), 1 => nothing_or(text())],
            )),
        ),
        (
            "source",
            nothing_or(some(vec![
                ("name", nothing_or(text())),
                ("url", nothing_or(text())),
                ("licence", nothing_or(text())),
                ("attribution", nothing_or(text())),
                ("retrieved", nothing_or(text())),
                ("x-own", texts()),
            ])),
        ),
        ("x-own", texts()),
    ];
    let of_text =
        ["level", "family", "track", "effective", "language", "education", "experience", "summary"];
    keys.extend(of_text.map(|key| (key, nothing_or(text()))));
    let of_texts = ["also_known_as", "requires", "conditions", "reports_to", "responsibilities"];
    keys.extend(of_texts.map(|key| (key, texts())));
    with(some(keys), "title", text())
}

/// Something that is wrong, at a place that is made where it is not there.
#[derive(Debug, Clone)]
struct Wrong {
    pointer: &'static str,
    value: Value,
}

fn wrongs() -> Vec<Wrong> {
    let entry = "/competencies/general/0";
    let list = json!(["a"]);
    let mapping = json!({ "a": "b", "c": "d" });
    let wrongs: Vec<(&'static str, Vec<Value>)> = vec![
        // No title, or a key that nobody knows.
        ("/title", vec![json!(null), json!(""), json!("  "), list.clone(), mapping.clone()]),
        ("/titel", vec![json!("a"), json!(null)]),
        ("/salary/curency", vec![json!("USD")]),
        ("/source/licens", vec![json!("MIT")]),
        (
            "/competencies/general/0",
            vec![
                json!(null),
                list.clone(),
                json!({ "name": "A", "lvl": 3 }),
                json!({ "Payroll": 3, "need": "must" }),
                json!({ "level": 3 }),
                json!({ "name": null, "level": 3 }),
                json!({ "withheld": false }),
                json!({ "name": "A", "withheld": true }),
                json!({ "Payroll": "seven" }),
                json!({ "Payroll": 100 }),
                json!({ "Payroll": -1 }),
                json!({ "Payroll": [3] }),
                json!({ "name": "A", "levels": { "1": { "behavior": "b" } } }),
            ],
        ),
        // The wrong shape.
        ("/code", vec![json!(null), list.clone(), mapping.clone()]),
        ("/level", vec![list.clone(), mapping.clone()]),
        ("/summary", vec![list.clone(), mapping.clone()]),
        ("/responsibilities", vec![mapping.clone(), json!([["a"]])]),
        ("/reports_to", vec![mapping.clone(), json!([mapping])]),
        ("/salary", vec![json!("a lot"), json!(60_000), json!([60_000]), json!([["a"]])]),
        ("/salary/base", vec![json!(60_000), list.clone()]),
        ("/declared", vec![json!(8), list.clone()]),
        ("/competencies", vec![json!("general"), json!(["Payroll"])]),
        ("/competencies/general", vec![json!({ "Payroll": 3 }), json!({ "name": "A" })]),
        ("/source", vec![json!("a survey"), list.clone()]),
        // Words and numbers that are none.
        ("/status", vec![json!("finished"), json!("Draft"), json!(1), json!(true), list.clone()]),
        ("/salary/period", vec![json!("yearly"), json!(12), list.clone()]),
        (
            "/salary/base/p50",
            vec![json!("61,200"), json!("much"), json!(-1), json!(true), list.clone()],
        ),
        ("/salary/base/p0", vec![json!(1)]),
        ("/salary/base/p100", vec![json!(1)]),
        ("/salary/base/p05", vec![json!(1)]),
        ("/salary/base/median", vec![json!(1)]),
        ("/declared/general", vec![json!("many"), json!(-1), json!(1.5), json!(true)]),
        (
            entry,
            vec![
                json!({ "name": "A", "level": 99.5 }),
                json!({ "name": "A", "level": "99.5" }),
                json!({ "name": "A", "level": "three" }),
                json!({ "name": "A", "need": "maybe" }),
                json!({ "name": "A", "importance": "high" }),
                json!({ "name": "A", "importance": -0.5 }),
                json!({ "name": "A", "withheld": "perhaps" }),
                json!({ "name": "A", "levels": ["b"] }),
                json!({ "name": "A", "levels": { "100": {} } }),
                json!({ "name": "A", "levels": { "one": {} } }),
                json!({ "name": "A", "levels": { "1": "text" } }),
                json!({ "name": "A", "levels": { "1": ["text"] } }),
                json!({ "name": "A", "levels": { "1": { "more": "some" } } }),
                json!({ "name": "A", "levels": { "1": { "undefined": "so" } } }),
            ],
        ),
    ];
    wrongs
        .into_iter()
        .flat_map(|(pointer, values)| values.into_iter().map(move |value| Wrong { pointer, value }))
        .collect()
}

/// Puts a value at its place; whatever stands in its way gives way.
fn put(profile: &mut Value, wrong: &Wrong) {
    let mut at = profile;
    for key in wrong.pointer.split('/').skip(1) {
        if key == "0" {
            *at = json!([null]);
            at = &mut at[0];
        } else {
            if !at.is_object() {
                *at = json!({});
            }
            at = &mut at[key];
        }
    }
    *at = wrong.value.clone();
}

fn assert_agreed(profile: &Value, right: bool) -> Result<(), TestCaseError> {
    let yaml = serde_yaml::to_string(profile).unwrap();
    let told = told(&yaml);
    let errors: Vec<String> = PROFILE.iter_errors(profile).map(|e| e.to_string()).collect();
    prop_assert_eq!(errors.is_empty(), right, "the schema says {:?} of\n{}", errors, yaml);
    prop_assert_eq!(told.is_empty(), right, "the reader says {:?} of\n{}", told, yaml);
    Ok(())
}

proptest! {
    #[test]
    fn neither_finds_fault_with_what_is_right(profile in profile()) {
        assert_agreed(&profile, true)?;
    }

    #[test]
    fn both_find_fault_with_what_is_wrong(mut profile in profile(), wrong in select(wrongs())) {
        put(&mut profile, &wrong);
        assert_agreed(&profile, false)?;
    }
}

#[test]
fn each_wrong_alone_is_found_by_both() {
    for wrong in wrongs() {
        let mut profile = json!({ "title": "Clerk" });
        put(&mut profile, &wrong);
        assert_agreed(&profile, false).unwrap();
    }
}

#[test]
fn what_is_no_mapping_is_no_profile() {
    for yaml in ["just text\n", "- a list\n"] {
        let value: Value = serde_yaml::from_str(yaml).unwrap();
        assert!(!PROFILE.is_valid(&value) && !told(yaml).is_empty(), "{yaml}");
    }
}
