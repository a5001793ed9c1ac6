//! What is written into documents of any format, whatever stands in the files.

use crate::support::edges;
use crate::support::subjects::{subjects, written};
use proptest::prelude::*;
use rolebook::export::Format;
use rolebook::model::{Library, Parts};
use rolebook::store::parse_profiles;
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
    "table border=\"1\" cellpadding=\"4\" cellspacing=\"0\" width=\"100%\"",
    "table class=\"jobs\" border=\"1\" cellpadding=\"4\" cellspacing=\"0\" width=\"100%\"",
    "table class=\"figures\" border=\"1\" cellpadding=\"4\" cellspacing=\"0\" width=\"100%\"",
    "table class=\"form\" border=\"1\" cellpadding=\"4\" cellspacing=\"0\" width=\"100%\" style=\"page-break-inside: avoid\"",
    "h2 style=\"page-break-before: always\"",
    "br",
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
    "/div",
    "div class=\"pay\"",
    "footer",
    "p style=\"page-break-after: avoid\"",
    "tbody valign=\"top\"",
    "thead valign=\"top\"",
    "/footer",
];

/// Tags of which a part is a number or an address.
const OPEN_TAGS: &[&str] = &[
    "th scope=\"rowgroup\" colspan=\"",
    "a href=\"http",
    "svg width=\"",
    "path d=\"M",
    "path class=\"median\" d=\"M",
    "rect x=\"",
    "td width=\"",
    "th scope=\"col\" width=\"",
    "th scope=\"row\" width=\"",
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

/// Whether a text is somewhere in JSON, as it is.
fn has(value: &serde_json::Value, text: &str) -> bool {
    match value {
        serde_json::Value::String(each) => each == text,
        serde_json::Value::Array(all) => all.iter().any(|each| has(each, text)),
        serde_json::Value::Object(all) => all.values().any(|each| has(each, text)),
        _ => false,
    }
}

/// No tag, and no link that is more than an address.
#[track_caller]
fn assert_no_markup(text: &str) {
    for (at, _) in text.match_indices(['<', '[']) {
        assert!(text[..at].ends_with('\\'), "{:.40}", &text[at..]);
    }
    assert!(!text.contains("](javascript"));
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
    fn x08_x09_nothing_from_a_file_is_markup_or_a_formula(
        texts in prop::collection::vec(profile(), 2..4)
    ) {
        let library = library(&texts);
        for subject in subjects(&library, 0, 1) {
            assert_escaped(&written(&library, &subject, Format::Html, true).unwrap());
            if let Some(table) = written(&library, &subject, Format::Csv, true) {
                assert_safe_table(&table);
            }
            assert_no_markup(&written(&library, &subject, Format::Markdown, true).unwrap());
            let json = written(&library, &subject, Format::Json, true).unwrap();
            let value: serde_json::Value = serde_json::from_str(&json).unwrap();
            let has_title = library.jobs().iter().any(|job| has(&value, &job.title()));
            prop_assert!(has_title, "{json}");
        }
    }
}

#[test]
fn x09_the_rows_of_a_markdown_table_have_the_same_columns() {
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
