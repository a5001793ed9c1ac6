//! Whatever size the terminal takes, there is a sensible screen, and the old one comes back.

use std::time::{Duration, Instant};

use vt100::Screen;

use super::{frame, lines};
use crate::pty::Start;
use crate::started::{ROLEBOOK, started_probe, started_rolebook};

/// The keys that lead to each view, and to each thing that lies over one.
const VIEWS: [&str; 15] = [
    "Gkkkkkk",
    "jjjl",
    "jjjlGkkkkkk",
    "jjjll=Gkkkkkk",
    "/sup",
    "jjjl/a",
    "?",
    "?so",
    "!",
    "L",
    "S",
    "jr",
    "<space>j<space>c",
    "<space>j<space>c<tab>",
    "jjjllw",
];

#[test]
fn t13_t15_a_storm_of_sizes_ends_with_the_screen_of_the_last() {
    let mut pty = started_probe();
    for _ in 0..30 {
        for (columns, rows) in [(80, 24), (1, 1), (0, 0), (500, 200), (2, 3), (24, 80)] {
            pty.resize(columns, rows);
        }
    }
    for (columns, rows) in [(65535, 1), (1000, 1000), (1, 65535), (80, 24)] {
        pty.resize(columns, rows);
        let shown = format!("size {}x{}", columns.min(1024), rows.min(512));
        if columns > 40 {
            pty.wait_for_text(&shown);
        }
    }
    pty.press("q");
    assert_eq!(pty.wait_exit().exit_code(), 0);
    pty.assert_restored();
}

/// A program that is busy meanwhile meets the size that it has drawn at already. The terminal has lost
/// what had no room in between.
#[test]
fn t13_a_size_that_was_another_for_a_moment_is_drawn_anew() {
    let pty = started_rolebook();
    pty.wait_for_text("watching");
    let whole = lines(&pty.text());
    for _ in 0..20 {
        pty.resize(1, 1);
        pty.resize(80, 24);
        pty.wait_for("the whole screen again", |screen| lines(&screen.contents()) == whole);
    }
}

#[test]
fn t13_after_a_storm_of_sizes_each_view_is_as_it_was() {
    for keys in VIEWS {
        let expected = frame("80x24", keys);
        let start = Start::new(&[ROLEBOOK, "--keys", keys, "--watch", "off", "profiles"]);
        let mut pty = start.with("LC_ALL", "C.UTF-8").go();
        let is_whole = |screen: &Screen| lines(&screen.contents()) == expected;
        pty.wait_for(&expected, is_whole);
        for _ in 0..200 {
            // This side keeps its own size meanwhile, or it would be busy long after the program.
            for (columns, rows) in [(80, 24), (1, 1), (0, 0), (500, 200), (2, 3), (24, 80)] {
                pty.resize_program(columns, rows);
            }
        }
        pty.resize(80, 24);
        pty.wait_for(&expected, is_whole);
        pty.resize(24, 80);
        pty.wait_for_text("too small");
        pty.resize(80, 24);
        pty.wait_for(&expected, is_whole);
        pty.press("\x03");
        assert_eq!(pty.wait_exit().exit_code(), 0, "{keys}");
        pty.assert_restored();
    }
}

#[test]
fn t14_a_start_without_room_waits_for_room() {
    for (columns, rows) in [(0, 0), (1, 1)] {
        let mut pty = Start::new(&[ROLEBOOK]).size(columns, rows).go();
        pty.wait_for("alternate screen", vt100::Screen::alternate_screen);
        pty.resize(80, 24);
        pty.wait_for("a screen", |screen| screen.contents().trim().len() > 1);
        pty.press("q");
        assert_eq!(pty.wait_exit().exit_code(), 0);
        pty.assert_restored();
    }
}

#[test]
fn t14_without_room_it_can_be_left() {
    let mut pty = Start::new(&[ROLEBOOK]).size(0, 0).go();
    pty.wait_for("alternate screen", vt100::Screen::alternate_screen);
    // What is typed before it listens is thrown away.
    let ended = (0..100).find_map(|_| {
        pty.press("q");
        pty.exit_within(Duration::from_millis(100))
    });
    assert_eq!(ended.expect("deaf").exit_code(), 0);
    pty.assert_restored();
}

#[test]
fn t15_no_size_is_so_large_that_a_frame_takes_long() {
    let mut pty = started_rolebook();
    pty.wait_for_text("58 jobs");
    for (columns, rows) in [(1000, 1000), (65535, 1), (1, 65535), (65535, 65535)] {
        let begun = Instant::now();
        pty.resize_program(columns, rows);
        let frames = pty.frames();
        // A key that moves nothing asks for a frame all the same.
        pty.press("k");
        pty.wait_for_frames(frames + 1);
        // Generous for a build without optimisation on a busy machine.
        assert!(begun.elapsed() < Duration::from_secs(3), "{columns}×{rows} {:?}", begun.elapsed());
    }
    pty.resize_program(80, 24);
    pty.wait_for_text("58 jobs");
    pty.press("q");
    assert_eq!(pty.wait_exit().exit_code(), 0);
    pty.assert_restored();
}
