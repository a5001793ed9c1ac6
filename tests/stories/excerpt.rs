//! The lines around what keeps a file from being read.

use crate::support::{SMALL, drive, folder, library, options};
use crate::{hold_app, hold_at, text_after};
use rolebook::cli::play;
use rolebook::model::Library;
use rolebook::store::{Folder, Origin};
use rolebook::tui::app::Options;
use rolebook::tui::theme::Looks;
use std::ops::ControlFlow;
use std::sync::Arc;

/// A file that was read and then lost the end of a quotation.
const GOOD: &str = "title: Rope Maker\nlevel: P2\nfamily: Works\nsummary: \"Makes ropes.\"\n";
const BAD: &str = "title: Rope Maker\nlevel: P2\nfamily: Works\nsummary: \"Makes ropes.\ncode: 1\n";

/// What is known of a file after both of its states have been read.
fn after(before: &str, now: &str) -> Arc<Library> {
    let files = folder(&[("a.yaml", before)]);
    let mut folder = Folder::open(Origin::Folder(files.path().to_owned()), false);
    let mut last = Library::default();
    for text in [before, now] {
        std::fs::write(files.path().join("a.yaml"), text).unwrap();
        let mut keep = |library| {
            last = library;
            ControlFlow::Continue(())
        };
        folder.read(&mut keep).unwrap();
    }
    Arc::new(last)
}

#[test]
fn above_what_was_last_read_stands_why_it_cannot_be_read_now() {
    hold_at(&[(80, 24), (120, 40), SMALL], "excerpt-kept", &after(GOOD, BAD), "l");
    assert_eq!(text_after(&after(GOOD, GOOD), (80, 24), "l").matches(" │ ").count(), 0);
}

#[test]
fn without_colour_and_in_ascii_the_caret_stands_as_well() {
    let plain = Options { looks: Looks::new(false, false), ..options((80, 24)) };
    let app = play(after(GOOD, BAD), plain, "l").unwrap();
    hold_app("excerpt-ascii@80x24", &app, "l");
}

#[test]
fn the_caret_is_right_behind_tabs_wide_letters_accents_and_hostile_text() {
    let lines = [
        "title: A\nkey: 港湾e\u{301}\u{301} [\u{202e}] {\tx: \"\n",
        "title: 給与\n\tlevel: P1\n",
        "title: A\n\"\u{1b}[31m\": }\n",
    ];
    let files: Vec<_> = ["a.yaml", "b.yaml", "c.yaml"].into_iter().zip(lines).collect();
    for (name, script) in [("wide", "l"), ("tab", "jl"), ("escape", "jjl")] {
        hold_at(&[(80, 24), SMALL], &format!("excerpt-{name}"), &library(&files), script);
    }
}

#[test]
fn a_very_long_line_is_cut_around_the_place() {
    let long = format!("title: A\nsummary: {}: {}\n", "one two ".repeat(9_000), "x".repeat(9_000));
    let library = library(&[("a.yaml", &long)]);
    hold_at(&[(80, 24), SMALL], "excerpt-long", &library, "l");
}

#[test]
fn hidden_pay_is_not_seen_in_an_excerpt_either() {
    let bad = "title: A\nsalary: { base: { p50: 77400 } }\nlevel: \"P2\n";
    let library = library(&[("a.yaml", bad)]);
    assert!(text_after(&library, (120, 40), "l").contains("77400"), "the excerpt is there");
    let hidden = text_after(&library, (120, 40), "l$");
    assert!(hidden.contains("never closed") && !hidden.contains("77400"), "{hidden}");
}

#[test]
fn five_problems_are_told_before_the_facts_and_the_rest_is_counted() {
    let many = (0..9).map(|i| format!("key{i}: 1\n")).collect::<String>();
    let library = library(&[("a.yaml", &format!("title: A\n{many}"))]);
    hold_at(&[(80, 24)], "many-problems", &library, "l");
    let below = drive(&library, (80, 24), "l<c-d>");
    assert!(crate::support::picture(&below).contains("Pay"), "the facts can be reached");
    let five = (0..5).map(|i| format!("key{i}: 1\n")).collect::<String>();
    let library = crate::support::library(&[("a.yaml", &format!("title: A\n{five}"))]);
    let text = text_after(&library, (80, 24), "l");
    assert!(text.contains("key4") && !text.contains("more"), "{text}");
}
