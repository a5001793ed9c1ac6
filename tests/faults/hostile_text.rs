//! Hostile text (E): nothing in a file is a command to the terminal.

use super::yaml::hold_lines;
use rolebook::store::parse_profiles;
use std::path::Path;

#[test]
fn e01_a_raw_control_is_told_with_its_place_and_never_repeated() {
    hold_lines(&["E01"]);
}

#[test]
fn e02_e05_an_escape_becomes_a_mark_that_no_terminal_obeys() {
    hold_lines(&["E02", "E05"]);
}

#[test]
fn e06_e07_what_nobody_sees_becomes_a_mark_and_is_told() {
    hold_lines(&["E06", "E07"]);
}

#[test]
fn e08_e09_e10_e11_e12_e13_any_shape_of_text_is_read_as_it_is() {
    hold_lines(&["E08", "E09", "E10", "E11", "E12", "E13"]);
}

#[test]
fn e02_e03_no_key_word_or_sentence_about_them_is_a_command() {
    let text = "title: \"\\e[31m\\x9b\\0\\u202E\"\n\"\\ek\": 1\nstatus: \"\\e\"\ncode: \u{200b}\n";
    for job in parse_profiles(Path::new("a.yaml"), text.as_bytes()) {
        let profile = job.profile.as_ref().unwrap();
        assert_eq!(profile.title, "␛[31m⟨U+009B⟩␀⟨RLO⟩");
        assert_eq!(profile.code.as_deref(), Some("⟨ZWSP⟩"));
        assert_eq!(job.problems.len(), 9);
        let shown = job.problems.iter().map(ToString::to_string).collect::<String>();
        assert!(!shown.chars().any(char::is_control), "{shown:?}");
    }
}
