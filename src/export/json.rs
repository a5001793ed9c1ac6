//! Jobs as JSON, with the shared texts filled in, and what lies between them.

mod between;
mod interview;

pub use between::{compare, gap, near, route};
pub use interview::interview;

use super::source;
use crate::facts::pay_views;
use crate::model::{Library, Problem, Profile, Source, Superior};
use serde_json::{Value, json};

/// A job with everything that the library knows of it. Without `pay` there is no `salary` at all.
#[must_use]
pub fn job(library: &Library, index: usize, pay: bool) -> Value {
    let Some(job) = library.jobs().get(index) else { return Value::Null };
    let mut value = brief(library, index, pay);
    let Some(profile) = &job.profile else { return value };
    let mut whole = serde_json::to_value(profile).unwrap_or_default();
    if let (Value::Object(whole), Value::Object(value)) = (&mut whole, &mut value) {
        whole.remove("competencies");
        whole.remove("salary");
        whole.remove("declared");
        // The title is there already, the file's name in its place where there is none.
        whole.remove("title");
        value.append(whole);
        let declared = profile.declared.iter().map(|(key, count)| (key.clone(), json!(count)));
        value.insert("declared".into(), Value::Object(declared.collect()));
        let source = source::of_job(library, index).map(|source| source::told(source, pay));
        value.insert("source".into(), json!(source));
        value.insert("reports_to".into(), superiors(library, index));
        value.insert("reports".into(), reports(library, index));
        value.insert("competencies".into(), competencies(library, profile));
        if pay {
            value.insert("salary".into(), salary(library, profile));
        } else {
            value.insert("pay".into(), json!(LEFT_OUT));
        }
    }
    whole_numbers(value)
}

/// What stands for pay where it is left out.
const LEFT_OUT: &str = "left out";

/// A job by what it is called and where it lies.
fn named(library: &Library, index: usize) -> Value {
    let Some(job) = library.jobs().get(index) else { return Value::Null };
    json!({ "title": job.title(), "code": job.code(), "path": job.id.to_string() })
}

/// Where texts come from and on which terms.
fn sources<'a>(
    library: &Library,
    jobs: &[usize],
    competencies: impl IntoIterator<Item = &'a str>,
    pay: bool,
) -> Vec<Source> {
    source::sources(library, jobs, competencies, pay)
}

/// The same with `3` in place of `3.0`, as everybody writes it.
fn whole_numbers(value: Value) -> Value {
    match value {
        Value::Number(number) => match number.as_f64().filter(|_| number.is_f64()) {
            // Up to here a float holds every whole number.
            Some(float) if float.fract() == 0.0 && float.abs() < 9e15 => json!(float as i64),
            _ => Value::Number(number),
        },
        Value::Array(values) => values.into_iter().map(whole_numbers).collect(),
        Value::Object(values) => {
            values.into_iter().map(|(key, value)| (key, whole_numbers(value))).collect()
        }
        other => other,
    }
}

/// Per cent to one decimal, which is more than anybody tells apart.
fn percent(percent: f64) -> f64 {
    (percent * 10.0).round() / 10.0
}

/// What a list says of a job.
#[must_use]
pub fn brief(library: &Library, index: usize, pay: bool) -> Value {
    let Some(job) = library.jobs().get(index) else { return Value::Null };
    let told = |problem: &Problem| {
        json!({
            "severity": problem.severity,
            "rule": problem.rule,
            "place": problem.place,
            "sentence": problem.told(pay),
        })
    };
    let mut value = named(library, index);
    value["level"] = json!(job.level());
    value["family"] = json!(job.family());
    value["problems"] = library.problems_of(index).map(told).collect();
    value
}

fn superiors(library: &Library, index: usize) -> Value {
    let told = |superior| match superior {
        Superior::Job(job, text) => {
            let mut value = named(library, job);
            value["text"] = json!(text);
            value
        }
        Superior::Elsewhere(text) => json!({ "text": text }),
    };
    library.superiors(index).map(told).collect()
}

fn reports(library: &Library, index: usize) -> Value {
    library.reports(index).iter().map(|report| named(library, *report)).collect()
}

fn salary(library: &Library, profile: &Profile) -> Value {
    let views = pay_views(library.settings(), &profile.salary);
    let told = |view: &crate::facts::PayView<'_>| {
        let mut record = serde_json::to_value(view.record).unwrap_or_default();
        record["currency"] = json!(view.currency);
        if view.is_estimated() {
            record["yearly"] = json!({ "base": view.base, "total": view.total });
        }
        record
    };
    views.iter().map(told).collect()
}

fn competencies(library: &Library, profile: &Profile) -> Value {
    let told = |requirement: &crate::model::Requirement| {
        let described = library.described(requirement);
        let mut value = serde_json::to_value(requirement).unwrap_or_default();
        value["definition"] = json!(described.definition);
        value["levels"] = serde_json::to_value(described.levels).unwrap_or_default();
        value["withheld"] = json!(requirement.is_withheld());
        value["scale"] = json!({
            "cumulative": described.scale.cumulative,
            "levels": described.scale.levels,
        });
        value
    };
    let group = |group: &crate::model::Group| {
        json!({
            "group": group.key,
            "name": library.settings().group_name(&group.key),
            "requirements": group.requirements.iter().map(told).collect::<Vec<_>>(),
        })
    };
    profile.competencies.iter().map(group).collect()
}
