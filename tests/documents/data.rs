//! What programs and spreadsheets are told: the same names everywhere, and on which terms.

use super::job;
use super::support::subjects::{library_of, subjects, written};
use super::support::{edges, shipped};
use rolebook::compare::HALF_A_LEVEL;
use rolebook::export::{Format, Subject};
use rolebook::interview::Choice;
use rolebook::model::Library;
use serde_json::Value;

fn json(library: &Library, subject: &Subject, pay: bool) -> Value {
    serde_json::from_str(&written(library, subject, Format::Json, pay).unwrap()).unwrap()
}

/// The lines of a table as cells, the names of the columns first.
fn table(library: &Library, subject: &Subject, pay: bool) -> Option<Vec<Vec<String>>> {
    let text = written(library, subject, Format::Csv, pay)?;
    let mut reader = csv::ReaderBuilder::new()
        .has_headers(false)
        .from_reader(text.trim_start_matches('\u{feff}').as_bytes());
    let rows = reader.records().map(|row| row.unwrap().iter().map(str::to_owned).collect());
    Some(rows.collect())
}

#[test]
fn every_document_says_where_its_texts_come_from() {
    let library = shipped();
    for subject in subjects(&library, 0, 1) {
        for format in Format::ALL {
            let Some(text) = written(&library, &subject, format, true) else { continue };
            assert!(text.contains("Rolebook sample library"), "{format:?}: {text}");
            assert!(text.contains("Written for Rolebook."), "{format:?}: {text}");
        }
    }
}

#[test]
fn without_pay_every_document_says_so_and_no_remark_about_it_is_left() {
    let library = shipped();
    for subject in subjects(&library, job(&library, "SM15000482"), 1) {
        for format in Format::ALL {
            let Some(text) = written(&library, &subject, format, false) else { continue };
            assert!(!text.contains("illustrative"), "{format:?}: {text}");
            let is_kit = matches!(subject, Subject::Interview(..));
            assert_eq!(text.contains("left out"), !is_kit, "{format:?}: {text}");
        }
    }
}

#[test]
fn numbers_are_written_as_everybody_writes_them() {
    for library in [shipped(), edges()] {
        for subject in subjects(&library, 0, 1) {
            let text = written(&library, &subject, Format::Json, true).unwrap();
            let whole = text.lines().find(|line| {
                line.trim_end_matches(',').ends_with(".0") && !line.contains('"')
                    || line.contains(": ") && line.trim_end_matches(',').ends_with(".0")
            });
            assert_eq!(whole, None, "{subject:?}");
        }
    }
}

#[test]
fn a_text_that_holds_for_another_level_says_so_in_every_format() {
    let library = library_of(&["title: T\ncompetencies:\n  x:\n    - name: Rust\n      \
         level: 2.6\n      levels: { 2: { behaviours: [Writes code.] } }\n"]);
    let kit = Subject::Interview(0, Choice::default());
    for format in [Format::Text, Format::Markdown, Format::Html] {
        let text = written(&library, &kit, format, true).unwrap();
        assert!(text.contains("(its text counts for 2.6)"), "{text}");
    }
    let sheet = &json(&library, &kit, true)["asked"][0]["sheet"];
    assert_eq!(sheet.as_array().map(Vec::len), Some(1));
    assert_eq!((&sheet[0]["standing"], &sheet[0]["counts_for"]), (&"required".into(), &2.6.into()));
}

#[test]
fn what_a_source_withholds_reads_alike_in_every_table() {
    let library = library_of(&[
        "title: A\ncompetencies: { x: [ { withheld: true }, { withheld: true, level: 2 } ] }\n",
        "title: B\ncompetencies: { x: [ { name: Rust, level: 3, need: must } ] }\n",
    ]);
    let [jobs, compare, gap] = [
        Subject::Jobs(vec![0, 1]),
        Subject::Compare(vec![0, 1], rolebook::export::views::CompareOptions::default()),
        Subject::Gap(0, 1, HALF_A_LEVEL),
    ]
    .map(|subject| table(&library, &subject, false).unwrap());
    let cells = |table: &[Vec<String>], columns: &[&str], only: &dyn Fn(&[String]) -> bool| {
        let at = |name: &&str| table[0].iter().position(|column| column == *name).unwrap();
        let at: Vec<usize> = columns.iter().map(at).collect();
        let rows = table[1..].iter().filter(|row| only(row));
        rows.map(|row| at.iter().map(|at| row[*at].as_str()).collect::<Vec<_>>().join("|"))
            .collect::<Vec<_>>()
    };
    assert_eq!(
        cells(&jobs, &["competency", "required_level", "label", "need"], &|_| true),
        [
            "withheld by the source|withheld||",
            "withheld by the source|2|Light experience|",
            "Rust|3|Moderate experience|must"
        ]
    );
    let parts = ["competency", "label", "need"];
    let is_of_one = |row: &[String]| parts.contains(&row[0].as_str());
    assert_eq!(
        cells(&compare, &["part", "item", "A", "B"], &is_of_one),
        [
            "competency|withheld by the source|2 withheld (level 2)|not in this job",
            "label|withheld by the source||",
            "need|withheld by the source||",
            "competency|Rust|not in this job|3",
            "label|Rust||Moderate experience",
            "need|Rust||must"
        ]
    );
    assert_eq!(
        cells(&gap, &["change", "competency", "need", "from_level", "to_level"], &|row| {
            row[0] == "A" && row[15].is_empty() || row[15] == "1"
        }),
        [
            "new|Rust|must||3",
            "withheld|withheld by the source||withheld|",
            "withheld|withheld by the source||withheld|"
        ]
    );
}

#[test]
fn the_steps_of_a_gap_can_be_summed_over_the_first_row_of_each_competency() {
    let library = shipped();
    let ends = (job(&library, "SM15000212"), job(&library, "SM15000482"));
    let gap = Subject::Gap(ends.0, ends.1, HALF_A_LEVEL);
    let rows = table(&library, &gap, true).unwrap();
    let at = |name: &str| rows[0].iter().position(|column| column == name).unwrap();
    let (number, steps) = (at("behaviour_number"), at("steps_up"));
    let first = rows[1..].iter().filter(|row| row[number] == "1");
    let sum: f64 = first.filter_map(|row| row[steps].parse::<f64>().ok()).sum();
    let told = &json(&library, &gap, true)["distances"];
    assert_eq!(told.as_array().unwrap().len(), 1);
    assert_eq!(told[0]["steps_up"].as_f64(), Some(sum));
}

#[test]
fn a_gap_tells_the_pay_of_both_jobs_on_each_line() {
    let record = |median| format!("salary: [ {{ currency: USD, base: {{ p50: {median} }} }} ]\n");
    let wants = |level| format!("competencies: {{ x: [ {{ name: Rust, level: {level} }} ] }}\n");
    let library = library_of(&[
        format!("title: A\n{}{}", record(50_000), wants(3)),
        format!("title: B\n{}{}", record(55_000), wants(4)),
        format!("title: C\ncompetencies: {{}}\n{}", record(60_000).replace("USD", "EUR")),
        "title: D\ncompetencies: {}\n".to_owned(),
    ]);
    let told = |from, to| {
        let rows = table(&library, &Subject::Gap(from, to, HALF_A_LEVEL), true).unwrap();
        let at = rows[0].iter().position(|column| column == "from_currency").unwrap();
        rows[1..].iter().map(|row| row[at..at + 7].join("|")).collect::<Vec<_>>()
    };
    assert_eq!(told(0, 1), ["USD|50000|USD|55000|5000|10|"]);
    // Nothing is to be learned, and the pay is told all the same.
    assert_eq!(told(3, 2).len(), 1);
    let apart = &told(0, 2)[0];
    assert!(apart.starts_with("USD|50000|EUR|60000|||") && !apart.ends_with('|'), "{apart}");
}

#[test]
fn records_of_pay_that_a_table_does_not_tell_are_counted_in_it() {
    let library = library_of(&[
        "title: A\nsalary: [ { currency: USD, base: { p50: 5 } }, { currency: EUR, \
        base: { p50: 4 } }, { currency: CHF } ]\n",
        "title: B\n",
    ]);
    let rows = table(&library, &Subject::Jobs(vec![0, 1]), true).unwrap();
    let at = rows[0].iter().position(|column| column == "more_pay_records").unwrap();
    assert_eq!((rows[1][at].as_str(), rows[2][at].as_str()), ("2", "0"));
}

#[test]
fn the_kind_of_a_move_tells_whether_pay_has_a_say() {
    let library = shipped();
    let likeness = std::sync::Arc::new(rolebook::near::Likeness::of(&library));
    let near = Subject::Near(likeness, job(&library, "SM15000482"), 5);
    for (pay, by) in [(true, "levels and pay"), (false, "levels alone")] {
        let rows = table(&library, &near, pay).unwrap();
        let at = rows[0].iter().position(|column| column == "kind_by").unwrap();
        assert!(rows[1..].iter().all(|row| row[at] == by), "{rows:?}");
        assert_eq!(json(&library, &near, pay)["near"][0]["kind_by"], by);
        let page = written(&library, &near, Format::Markdown, pay).unwrap();
        assert_eq!(page.contains("median pay that is 5 % higher"), pay, "{page}");
        assert_eq!(page.contains("told by level steps alone"), !pay, "{page}");
    }
}

#[test]
fn several_jobs_are_titled_by_their_names() {
    let texts: Vec<String> = "ABCDEF".chars().map(|name| format!("title: {name}\n")).collect();
    let library = library_of(&texts);
    let title = |count| {
        let jobs = Subject::Jobs((0..count).collect());
        let page = written(&library, &jobs, Format::Markdown, true).unwrap();
        page.lines().next().unwrap().to_owned()
    };
    let told = [1, 2, 4, 6].map(title);
    assert_eq!(told, ["# A", "# A and B", "# A, B, C and D", "# A, B, C and 3 more"]);
}
