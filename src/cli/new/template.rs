//! The text of a new profile: every field, most of them to be switched on by taking a `#` away.

use crate::model::{Library, Settings};
use crate::printable::printable;
use crate::store::scalar;

/// A profile that says its title and nothing else yet, with the library's own groups and currency.
///
/// Every comment whose `#` has no blank or several behind it is a field: without the `#` it reads
/// without a problem.
pub fn profile(title: &str, library: &Library) -> String {
    let settings = library.settings();
    let title = scalar(title);
    let currency = scalar(settings.currency.as_deref().unwrap_or("USD"));
    let default = Settings::default().groups;
    let groups = if settings.groups.is_empty() { &default } else { &settings.groups };
    let asked: String =
        (0..).zip(groups).map(|(n, (key, name))| group(n, key, name, library)).collect();
    // The long form adds two to the last group.
    let count = |n: usize| if n + 1 == groups.len() { 3 } else { 1 };
    let declared: Vec<String> =
        (0..).zip(groups).map(|(n, (key, _))| format!("{}: {}", scalar(key), count(n))).collect();
    let declared = declared.join(", ");
    let long = long_form(lowest(library, None));
    format!(
        r#"# A job profile. Only the title must be there; take the # away from a line to say more.
# What is left out is shown as "not in file".
title: {title}
#code: AB12000034           # kept exactly as typed; a code stands once in a library
#level: M01                 # in whatever scheme you use
#family: Finance
#track: Management
#also_known_as: [Another Title]
status: draft               # draft, approved or retired; approved when left out
#effective: 2026-07-01      # from when on it holds
#language: en
#education: Bachelor's degree
#experience: 3 to 5 years
#requires:                  # licences, certificates and checks
#  - Background check before the first day
#conditions:
#  - On call at month end
#reports_to: Managing Director   # code or title; in a list the others are dotted lines
#summary: What the job is, in a sentence or two.
#responsibilities:          # one sentence a line, in quotes where it holds a colon
#  - Does the first thing that this job is there for.
#salary:                    # or a list of these, for several regions or grades
#  currency: {currency}
#  period: year             # year, month, week, day or hour
#  region: Where these figures hold
#  grade: G1
#  as_of: 2026-05
#  base:                    # p1 to p99, min, max and mean, in plain digits
#    p25: 10000
#    p50: 20000
#    p75: 30000
#  total:
#    p50: 22000
#declared: {{ {declared} }}   # how many competencies the source says there are
competencies:               # group, then what the job asks for
{asked}{long}#source:
#  name: Who says so
#  url: https://example.com
#  licence: CC-BY-4.0
#  attribution: The sentence that the licence asks for.
#  retrieved: 2026-05-02
#x-note: keys that begin with x- are yours
"#
    )
}

/// One group, the `n`th, without anything in it yet.
fn group(n: usize, key: &str, name: &str, library: &Library) -> String {
    let (key, name) = (scalar(key), printable(name));
    let shared = library.competencies().get(n);
    let level = lowest(library, shared.and_then(|c| c.scale.as_deref()));
    let competency = scalar(shared.map_or("Payroll Operations", |c| c.name.as_str()));
    format!(
        r#"  {key}:  # {name}
    #- {competency}: {level}  # a shared competency and the level this job needs
"#
    )
}

/// All that can be said of a competency, for the last group.
fn long_form(level: u8) -> String {
    format!(
        r#"    #- name: Another Competency
    #  level: {level}              # may lie between two whole ones, as in 2.5
    #  need: nice            # must or nice
    #  importance: 4.1       # the source's own figure
    #  definition: What it is, where no shared competency says so.
    #  levels:
    #    {level}:
    #      behaviours:
    #        - Does what people do at this level.
    #- withheld: true        # the source has one here and does not name it
"#
    )
}

/// The lowest level of a scale.
fn lowest(library: &Library, scale: Option<&str>) -> u8 {
    library.scale(scale).ends().map_or(1, |(low, _)| low)
}
