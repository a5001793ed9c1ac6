//! What a row highlights.

use super::shelf::{entry, job};
use rolebook::model::Profile;
use rolebook::search::{Explanation, Query, explain};
use std::ops::Range;

fn explained(typed: &str, profile: Profile) -> Explanation {
    explain(&Query::parse(typed), &entry(0, profile))
}

/// A text with brackets around the ranges.
fn marked(text: &str, ranges: &[Range<usize>]) -> String {
    let mut out = text.to_owned();
    for range in ranges.iter().rev() {
        out.insert(range.end, ']');
        out.insert(range.start, '[');
    }
    out
}

fn title(typed: &str, text: &str) -> String {
    marked(text, &explained(typed, job(text, ["", "", ""], &[])).title)
}

#[test]
fn the_title_shows_the_best_place_of_each_word() {
    assert_eq!(title("sup sales", "Sales Support"), "[Sales] [Sup]port");
    assert_eq!(title("art", "Cart Artist"), "Cart [Art]ist");
    assert_eq!(title("art$", "Artist of Art"), "Artist of [Art]");
    assert_eq!(title("sales ales", "Sales"), "[Sales]");
    assert_eq!(title("nothing", "Sales"), "Sales");
}

#[test]
fn letters_apart_are_shown_one_by_one() {
    assert_eq!(title("slsup", "Sales Supervisor"), "[S]a[l]es [Sup]ervisor");
    assert_eq!(title("enrg", "Ingénieur e\u{301}nergie"), "Ingénieur [e\u{301}n]e[rg]ie");
}

#[test]
fn whole_graphemes_are_shown() {
    assert_eq!(title("inge", "Inge\u{301}nieur"), "[Inge\u{301}]nieur");
    assert_eq!(title("fi", "Oﬃcer"), "O[ﬃ]cer");
    assert_eq!(title("strass", "Straßenbauer"), "[Straß]enbauer");
}

#[test]
fn the_row_names_the_alternate_that_says_most() {
    let also = ["Ward Attendant", "Head of the Night Ward", "Night Ward Lead", "Night Carer"];
    let profile = job("Nurse Lead", ["", "", ""], &also);
    let (text, ranges) = explained("ward night lead", profile.clone()).alternate.unwrap();
    assert_eq!(marked(&text, &ranges), "[Night] [Ward] [Lead]");
    let (text, ranges) = explained("ward", profile.clone()).alternate.unwrap();
    assert_eq!(marked(&text, &ranges), "[Ward] Attendant");
    assert_eq!(explained("nurse lead", profile).alternate, None);
}

#[test]
fn code_family_and_level_show_what_they_hold() {
    let profile = job("Nurse", ["P0123", "Care P0", "P02"], &[]);
    let shown = explained("p0", profile.clone());
    assert_eq!(marked("P0123", &shown.code), "[P0]123");
    assert_eq!(marked("Care P0", &shown.family), "Care [P0]");
    assert_eq!(marked("P02", &shown.level), "[P0]2");
    assert!(shown.title.is_empty());
    assert_eq!(marked("P0123", &explained("p0123", profile).code), "[P0123]");
}
