//! A job profile, as typed.

use super::pay::Salary;
use super::requirement::Requirements;
use super::typed::{Count, Text, Texts};
use crate::model::Status;
use schemars::JsonSchema;
use std::collections::BTreeMap;

/// One job: who does it, what it pays and what it asks for. Only the title must be there; what is
/// left out is shown as "not in file".
#[derive(JsonSchema)]
#[schemars(title = "Job profile", deny_unknown_fields)]
pub struct Profile {
    /// The job's title. The one thing that a profile must have.
    #[schemars(extend("pattern" = r"\S"))]
    title: Text,
    /// The job code, kept exactly as typed. A code stands once in a library, or once a language.
    // Not nothing: `code: null` and `code: ~` may be meant as codes, so the reader asks.
    #[schemars(extend("type" = ["string", "number", "boolean"]))]
    code: Option<Text>,
    /// The job level, in whatever scheme you use, such as M01.
    level: Option<Text>,
    /// The job family, such as Finance.
    family: Option<Text>,
    /// The career track, such as Management.
    track: Option<Text>,
    /// Alternate titles; the filter finds them.
    also_known_as: Option<Texts>,
    /// Whether the profile is in use; `approved` when left out.
    #[schemars(extend("default" = "approved"))]
    status: Option<Status>,
    /// From when on the profile holds, such as 2026-07-01.
    effective: Option<Text>,
    /// The language of this text, such as en.
    language: Option<Text>,
    /// The education that the job asks for.
    education: Option<Text>,
    /// The experience that the job asks for, such as 3 to 5 years.
    experience: Option<Text>,
    /// Licences, certificates and checks that the job asks for.
    requires: Option<Texts>,
    /// Conditions of the work, such as on call or travel.
    conditions: Option<Texts>,
    /// The code, title or alternate title of the job above. In a list the first is the line, the
    /// others are dotted lines.
    reports_to: Option<Texts>,
    /// What the job is, in a sentence or two.
    summary: Option<Text>,
    /// The duties: a list, one sentence a line. Put a sentence that holds a colon and a space in
    /// quotes.
    responsibilities: Option<Texts>,
    /// Pay: one record, or a list of records for several regions or grades.
    salary: Option<Salary>,
    /// Group → how many competencies the source says there are.
    declared: Option<BTreeMap<String, Option<Count>>>,
    /// Group, such as general, core or hard → the competencies that the job asks for.
    competencies: Option<BTreeMap<String, Option<Requirements>>>,
    /// Where the profile comes from.
    source: Option<Source>,
}

/// Where text or figures come from, and on which terms.
#[derive(JsonSchema)]
#[schemars(title = "Source", deny_unknown_fields)]
pub struct Source {
    /// What the source is called.
    name: Option<Text>,
    /// Where it can be found.
    url: Option<Text>,
    /// The licence's name, such as CC-BY-4.0.
    licence: Option<Text>,
    /// The sentence that the licence asks for.
    attribution: Option<Text>,
    /// The day on which it was taken from there, such as 2026-05-02.
    retrieved: Option<Text>,
}
