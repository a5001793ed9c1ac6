//! What is read of a profile that is as it should be.

use rolebook::model::{Figure, Need, Period, Profile, Status};
use rolebook::store::parse_profiles;
use std::path::Path;

fn profile(text: &str) -> Profile {
    let mut jobs = parse_profiles(Path::new("a.yaml"), text.as_bytes());
    assert_eq!(jobs.len(), 1);
    let job = jobs.remove(0);
    assert_eq!(job.problems, []);
    job.profile.unwrap()
}

#[test]
fn long_text_keeps_its_paragraphs_and_short_text_its_line() {
    let read = profile(
        "title: \"A\\tB\\nC\"\nsummary: |\n  One.\n\n  Two.\nresponsibilities: Only one.\n",
    );
    assert_eq!(read.title, "A B⏎C");
    assert_eq!(read.summary.as_deref(), Some("One.\n\nTwo."));
    assert_eq!(read.responsibilities, ["Only one."]);
}

#[test]
fn pay_is_one_record_or_several() {
    let read =
        profile("title: A\nsalary:\n  currency: USD\n  base: { p50: 77400, max: 95000.50 }\n");
    assert_eq!(read.salary.len(), 1);
    assert_eq!(read.salary[0].base.median(), Some(77_400.0));
    assert_eq!(read.salary[0].base.get(Figure::Max), Some(95_000.5));
    let read = profile(
        "title: A\nsalary:\n- { region: A, period: hour, total: { mean: 17 } }\n- { region: B }\n",
    );
    assert_eq!(read.salary.len(), 2);
    assert_eq!(read.salary[0].period, Period::Hour);
}

#[test]
fn competencies_have_a_short_and_a_long_form() {
    let read = profile(
        "title: A
status: draft
declared: { general: 8, core: 2 }
reports_to: [Head, Other]
competencies:
  hard:
  - Rust: 3
  - SQL
  - C++: ~
  general:
  - name: Vendors
    level: 4.62
    need: nice
    importance: 4.1
    definition: Choosing providers.
    levels:
      1: { label: Aware, behaviours: [Names them.], more: 4 }
      2: { undefined: true }
  - { withheld: true, level: 4 }
  core: []
x-own: { anything: [1] }
",
    );
    assert_eq!(read.status, Status::Draft);
    assert_eq!(read.reports_to, ["Head", "Other"]);
    assert_eq!(read.declared, [("general".to_owned(), 8), ("core".to_owned(), 2)]);
    let groups: Vec<_> =
        read.competencies.iter().map(|g| (&*g.key, g.requirements.len())).collect();
    assert_eq!(groups, [("hard", 3), ("general", 2), ("core", 0)]);
    let hard = &read.competencies[0].requirements;
    let levels: Vec<_> = hard.iter().map(|r| r.level.map(|level| level.value())).collect();
    assert_eq!(levels, [Some(3.0), None, None]);
    let vendors = &read.competencies[1].requirements[0];
    assert_eq!(vendors.level.map(|level| level.to_string()).as_deref(), Some("4.62"));
    assert_eq!(
        (vendors.need(), vendors.importance),
        (Some(Need::Nice), rolebook::model::Number::new(4.1))
    );
    assert_eq!(vendors.levels()[&1].more, Some(4));
    assert_eq!(vendors.levels()[&1].behaviours, ["Names them."]);
    assert!(vendors.levels()[&2].undefined);
    assert!(read.competencies[1].requirements[1].is_withheld());
}

#[test]
fn a_sentence_with_a_colon_is_kept_as_it_was_meant() {
    let text = "title: A\nresponsibilities:\n- Leads: the team.\n- 'Plans: the year.'\n";
    let jobs = parse_profiles(Path::new("a.yaml"), text.as_bytes());
    let read = jobs[0].profile.as_ref().unwrap();
    assert_eq!(read.responsibilities, ["Leads: the team.", "Plans: the year."]);
    assert_eq!(jobs[0].problems.len(), 1);
}
