//! What holds for every document, whatever stands in the files.

use super::support::{edges, shipped};
use super::{subjects, written};
use proptest::prelude::*;
use rolebook::export::{Format, Subject};
use rolebook::interview::{Choice, Why, kit};
use rolebook::model::{Library, Parts, grouped};
use rolebook::store::parse_profiles;
use std::collections::HashSet;
use std::path::Path;
use std::sync::Arc;

fn library(texts: &[String]) -> Library {
    let read = |(i, text): (usize, &String)| {
        parse_profiles(Path::new(&format!("{i:03}.yaml")), text.as_bytes())
    };
    let jobs = texts.iter().enumerate().flat_map(read).map(Arc::new).collect();
    Library::new(Parts { jobs, complete: true, ..Parts::default() })
}

/// The tags that a page may have, as they are written.
const TAGS: &[&str] = &[
    "!DOCTYPE html",
    "html lang=\"en\"",
    "/html",
    "head",
    "/head",
    "meta charset=\"utf-8\"",
    "meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"",
    "title",
    "/title",
    "style",
    "/style",
    "body",
    "/body",
    "h1",
    "/h1",
    "h2",
    "/h2",
    "h3",
    "/h3",
    "h4",
    "/h4",
    "h5",
    "/h5",
    "p",
    "/p",
    "p class=\"bar\"",
    "dl",
    "/dl",
    "dt",
    "/dt",
    "dd",
    "/dd",
    "ul",
    "/ul",
    "li",
    "/li",
    "table",
    "/table",
    "caption",
    "/caption",
    "thead",
    "/thead",
    "tbody",
    "/tbody",
    "tr",
    "/tr",
    "tr class=\"section\"",
    "td",
    "/td",
    "th scope=\"col\"",
    "th scope=\"row\"",
    "/th",
    "strong",
    "/strong",
    "strong class=\"differs\"",
    "em",
    "/em",
    "span",
    "/span",
    "/a",
    "/svg",
    "div",
    "/div",
    "div class=\"pay\"",
    "div class=\"lines\"",
];

/// Tags of which a part is a number or an address.
const OPEN_TAGS: &[&str] = &[
    "th scope=\"rowgroup\" colspan=\"",
    "a href=\"http",
    "svg width=\"",
    "path d=\"M",
    "path class=\"median\" d=\"M",
    "rect x=\"",
];

/// The page has no tag but ours, and nothing that stands for a character but what we write.
#[track_caller]
fn assert_escaped(page: &str) {
    let body = page.split_once("</style>").unwrap().1;
    for (at, _) in body.match_indices('<') {
        let tag = body[at + 1..].split('>').next().unwrap();
        let known = TAGS.contains(&tag) || OPEN_TAGS.iter().any(|open| tag.starts_with(open));
        assert!(known && !tag.contains('<'), "<{tag}>");
        assert!(!tag.contains("javascript"), "<{tag}>");
    }
    for (at, _) in body.match_indices('&') {
        let rest = &body[at..];
        let known = ["&amp;", "&lt;", "&gt;", "&quot;", "&#39;"];
        assert!(known.iter().any(|known| rest.starts_with(known)), "{rest:.20}");
    }
}

/// The table has as many cells in every row, none of which a spreadsheet runs.
#[track_caller]
fn assert_safe_table(text: &str) {
    let mut reader = csv::Reader::from_reader(text.as_bytes());
    assert!(!reader.headers().unwrap().get(0).unwrap().starts_with('\u{feff}'));
    for record in reader.records() {
        for cell in &record.unwrap() {
            let formula =
                cell.trim_start_matches(' ').starts_with(['=', '+', '-', '@', '\t', '\r']);
            assert!(!formula || cell.parse::<f64>().is_ok(), "{cell:?}");
        }
    }
}

/// Text that is markup, a formula or a break somewhere.
fn text() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        Just("<script>alert(1)</script>".to_owned()),
        Just("\" onclick=\"x".to_owned()),
        Just("&amp; &lt;".to_owned()),
        Just("=HYPERLINK(1)".to_owned()),
        Just("| a | b |".to_owned()),
        Just("港湾 ü\u{301}".to_owned()),
        "[-+@a-zA-Z ,;'`*_]{1,12}",
    ];
    prop::collection::vec(piece, 1..4).prop_map(|pieces| pieces.join(" "))
}

fn profile() -> impl Strategy<Value = String> {
    (text(), prop::collection::vec(text(), 1..4), text(), 1..5_u8).prop_map(
        |(title, duties, name, level)| {
            let yaml = |text: &str| serde_json::to_string(text).unwrap();
            let duties: Vec<String> = duties.iter().map(|duty| yaml(duty)).collect();
            format!(
                "title: {}\nfamily: {}\nresponsibilities: [{}]\n\
                 source: {{ name: {}, url: \"javascript:alert(1)\" }}\n\
                 competencies:\n  x:\n    - Shared: 2\n    - name: {}\n      level: {level}\n\
                 \x20     levels: {{ 1: {{ behaviours: [{}] }} }}\n",
                yaml(&title),
                yaml(&name),
                duties.join(", "),
                yaml(&title),
                yaml(&name),
                duties.join(", ")
            )
        },
    )
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn nothing_from_a_file_is_markup_or_a_formula(
        texts in prop::collection::vec(profile(), 2..4)
    ) {
        let library = library(&texts);
        for subject in subjects(&library, 0, 1) {
            assert_escaped(&written(&library, &subject, Format::Html, true).unwrap());
            if let Some(table) = written(&library, &subject, Format::Csv, true) {
                assert_safe_table(&table);
            }
            let json = written(&library, &subject, Format::Json, true).unwrap();
            prop_assert!(serde_json::from_str::<serde_json::Value>(&json).is_ok());
        }
    }
}

#[test]
fn the_rows_of_a_markdown_table_have_the_same_columns() {
    let library = edges();
    for subject in subjects(&library, 0, 1) {
        let text = written(&library, &subject, Format::Markdown, true).unwrap();
        let mut columns = None;
        for line in text.lines() {
            if !line.starts_with('|') {
                columns = None;
                continue;
            }
            let bars = line.replace("\\|", "").matches('|').count();
            assert_eq!(bars, *columns.get_or_insert(bars), "{line}");
        }
    }
}

/// Every figure of pay that a job's file gives, as it may be written.
fn figures(library: &Library, job: usize) -> Vec<String> {
    let records = library.jobs()[job].profile.iter().flat_map(|profile| &profile.salary);
    let values = records.flat_map(|record| {
        let factor = record.period.a_year();
        let all = record.base.iter().chain(record.total.iter());
        all.flat_map(move |(_, value)| [value, (value * factor).round()]).collect::<Vec<_>>()
    });
    let values = values.filter(|value| *value >= 1000.0);
    values.flat_map(|value| [grouped(value), value.to_string()]).collect()
}

#[test]
fn without_pay_no_figure_of_it_is_in_any_document() {
    let library = shipped();
    let count = library.jobs().len();
    // A code or a day may hold the digits of a figure; a figure stands on its own.
    let figures: HashSet<String> = (0..count).flat_map(|job| figures(&library, job)).collect();
    let mut checked = 0;
    for from in (0..count).step_by(7) {
        let to = (from + 3) % count;
        for subject in subjects(&library, from, to) {
            for format in Format::ALL {
                let Some(text) = written(&library, &subject, format, false) else { continue };
                let text = text.split_once("</style>").map_or(text.as_str(), |(_, body)| body);
                let words = text.split(|c: char| !c.is_alphanumeric() && c != ',' && c != '.');
                for word in words.flat_map(|word| [word, word.trim_matches([',', '.'])]) {
                    assert!(!figures.contains(word), "{word} {subject:?}");
                }
                for word in [
                    "median a year",
                    "median_pay",
                    "Median pay",
                    "difference of",
                    "\"salary\"",
                    "USD a year",
                ] {
                    assert!(!text.contains(word), "{word} {format:?} {subject:?}");
                }
                checked += 1;
            }
            // An interview kit has none with pay, either.
            if let Subject::Interview(..) = subject {
                let text = |pay| written(&library, &subject, Format::Json, pay);
                assert_eq!(text(true), text(false));
            }
        }
    }
    assert!(checked > 100, "{checked}");
    let shown = written(&library, &Subject::Gap(0, 3, 0.5), Format::Text, true).unwrap();
    assert!(shown.contains("Pay  "), "{shown}");
}

#[test]
fn every_job_that_names_a_competency_has_questions() {
    for library in [shipped(), edges()] {
        for job in 0..library.jobs().len() {
            let kit = kit(&library, job, &Choice::default());
            for asked in &kit.asked {
                assert!(asked.question.ends_with("What did you do, and what came of it?"));
                assert!(!asked.question.contains(".."), "{}", asked.question);
                assert!(asked.sheet.len() <= 3);
            }
            if kit.why == Why::Important {
                assert!(kit.asked.len() <= rolebook::interview::USUAL);
            }
        }
    }
}

#[test]
fn lines_of_text_are_no_wider_than_the_page() {
    use rolebook::export::text::Layout;
    use unicode_width::UnicodeWidthStr;
    for library in [shipped(), edges()] {
        for subject in subjects(&library, 0, 4) {
            for columns in [40, 73, 120] {
                let layout = Layout { columns, escapes: false };
                let text = subject.written(&library, Format::Text, true, layout).unwrap();
                for line in text.lines() {
                    assert!(line.width() <= columns, "{columns}: {line:?}");
                }
            }
        }
    }
}
