//! Whatever size the terminal takes, there is a sensible screen, and the old one comes back.

use crate::pty::Start;
use crate::started::{ROLEBOOK, started_probe};

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
