//! What the screen is there to tell stays whole however narrow it is.

use crate::support::{drive, edges, library, picture};
use rolebook::export::plain;
use rolebook::model::Library;
use std::sync::Arc;

fn text_after(library: &Arc<Library>, size: (u16, u16), script: &str) -> String {
    picture(&drive(library, size, script))
}

#[test]
fn a_group_tells_its_counts_however_narrow_its_pane_is() {
    for columns in (40..220).step_by(4) {
        let text = text_after(&edges(), (columns, 40), "jjjll");
        let words: Vec<&str> = text.split(|c: char| c == '│' || c.is_whitespace()).collect();
        let words = words.into_iter().filter(|word| !word.is_empty());
        let words = words.fold(String::new(), |words, word| words + word + " ");
        let told = words.contains("8 declared, 2 named, 3 withheld, 3 not in file");
        assert!(told || columns >= 90, "{columns}: {text}");
        assert!(words.contains("8 declared, 2 named, 3 withheld"), "{columns}: {text}");
    }
}

#[test]
fn what_pay_is_for_is_never_cut() {
    let text = "title: Guard\nsalary: { currency: GBP, period: hour, region: United Kingdom, \
                grade: grade three of seven, as_of: 2026-05, base: { min: 12.5, p50: 13.9 } }\n";
    let library = library(&[("a.yaml", text)]);
    for columns in [40, 80, 120, 200] {
        let text = text_after(&library, (columns, 40), "<enter>z");
        let words: Vec<&str> = text.split_whitespace().collect();
        let told = words.join(" ");
        assert!(told.contains("grade three of seven · as of 2026-05"), "{columns}: {text}");
    }
    let text = text_after(&library, (120, 40), "");
    assert!(text.contains("median ≈28,912"), "{text}");
    assert!(text.contains("an hour: min 12.50 · median 13.90"), "the file's own rates: {text}");
    assert!(plain::job(&library, 0, true).contains("min ≈26,000 (12.50 an hour)"));
}

#[test]
fn a_retired_job_says_so_where_it_is_seen_first() {
    let library = library(&[("a.yaml", "title: Typist\ncode: T1\nstatus: retired\n")]);
    let text = text_after(&library, (120, 16), "");
    assert!(text.contains("Typist  retired") && text.contains("T1 · retired"), "{text}");
}

#[test]
fn a_retired_job_that_does_not_read_tells_its_problem_first() {
    let wrong = "title: Typist\nstatus: retired\nresponsibilities: { a: b }\n";
    let text = text_after(&library(&[("a.yaml", wrong)]), (120, 16), "");
    let row = text.lines().nth(2).unwrap();
    assert!(row.contains("3:") && !row.contains("  retired"), "{text}");
}

#[test]
fn a_ranking_never_loses_its_subject() {
    let ranking = |script: &str| {
        let text = text_after(&edges(), (90, 30), &format!("jjjlljw{script}"));
        text.lines().next().unwrap().to_owned()
    };
    assert!(ranking("").contains("asking for Hearing acuity"), "{}", ranking(""));
    assert!(ranking("<space>").contains("asking for Hearing"), "{}", ranking("<space>"));
}

#[test]
fn the_palette_knows_the_words_of_the_footer() {
    for word in ["zoom", "problems", "go back"] {
        let text = text_after(&edges(), (120, 40), &format!("?{word}"));
        assert!(!text.contains("no command says that"), "{word}");
    }
}

#[test]
fn a_level_that_a_scale_does_not_have_is_told() {
    let text = text_after(&edges(), (120, 60), "jjjll9");
    assert!(text.contains("this scale has no such level"), "{text}");
}

#[test]
fn the_list_of_problems_can_be_read_again_and_has_help() {
    assert!(text_after(&edges(), (120, 40), "!R").contains("reading the folder again"));
    assert!(text_after(&edges(), (120, 40), "!?").contains("Keys and commands"));
}
