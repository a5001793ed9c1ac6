//! What holds for every document, whatever stands in the files.

use super::support::subjects::{subjects, written};
use super::support::{edges, shipped};
use rolebook::export::{Format, Subject};
use rolebook::interview::{Choice, Why, kit};
use rolebook::model::{Library, grouped};
use std::collections::HashSet;

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
