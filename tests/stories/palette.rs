//! Keys and commands in one list.

use crate::support::{SMALL, drive, edges};
use crate::{hold, hold_at, text_after};

#[test]
fn the_palette_lists_all_keys_and_says_what_cannot_run() {
    hold("palette", &edges(), "?");
    hold_at(&[SMALL], "palette", &edges(), "?");
    hold_at(&[(120, 40)], "palette-tree", &edges(), "jjjll?");
}

#[test]
fn typing_narrows_it_and_enter_runs() {
    hold_at(&[(80, 24)], "palette-typed", &edges(), "?sort");
    let app = drive(&edges(), (80, 24), "?hide pay<enter>");
    assert!(text_after(&edges(), (80, 24), "?hide<enter>").contains("pay hidden"));
    drop(app);
}

#[test]
fn what_cannot_run_says_why_and_leaves_the_palette_open() {
    let text = text_after(&edges(), (80, 24), "?forward<enter>");
    assert!(text.contains("there is no job to go forward to"), "{text}");
    assert!(text.contains("Keys and commands"), "{text}");
}

#[test]
fn esc_clears_the_text_first() {
    assert!(text_after(&edges(), (80, 24), "?sort<esc>").contains("Keys and commands"));
    assert!(!text_after(&edges(), (80, 24), "?sort<esc><esc>").contains("Keys and commands"));
}

#[test]
fn a_command_that_is_not_there() {
    hold_at(&[(80, 24)], "palette-nothing", &edges(), "?xyzzy");
}

#[test]
fn a_reason_that_has_no_room_in_its_row_stands_above_the_commands() {
    for size in [(120, 40), (80, 24), SMALL] {
        let text = text_after(&edges(), size, "?next place");
        let told: String = text.split(['│', '\n', ' ', '▌']).collect();
        let reason = "findatextfirst:/inthedetailorthecompetencies";
        assert!(told.contains(reason), "{size:?} {text}");
        assert!(text.contains("▌n  "), "{size:?} {text}");
    }
}
