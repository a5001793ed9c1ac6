//! The program, or the one with the faults, on a terminal: up to its first frame.

#![allow(dead_code, reason = "each test crate uses its own part of this")]

use crate::process::state;
use crate::pty::{Pty, Start, probe};

/// The program itself.
pub const ROLEBOOK: &str = env!("CARGO_BIN_EXE_rolebook");
/// Ctrl-C.
pub const INTERRUPT: &str = "\x03";
/// Ctrl-Z.
pub const SUSPEND: &str = "\x1a";

#[track_caller]
pub fn started(start: Start) -> Pty {
    let pty = start.go();
    pty.wait_for("events", |screen| screen.contents().contains("events"));
    pty.wait_for("alternate screen", vt100::Screen::alternate_screen);
    pty
}

pub fn started_probe() -> Pty {
    started(Start::new(&[&probe()]))
}

/// The real program, once it shows anything.
pub fn started_rolebook() -> Pty {
    let pty = Start::new(&[ROLEBOOK]).go();
    pty.wait_for("a screen", |screen| {
        screen.alternate_screen() && !screen.contents().trim().is_empty()
    });
    pty
}

/// Types the program's name into a shell with job control, which is what can suspend it.
pub fn started_in_a_shell(variables: &[(&str, &str)]) -> (Pty, usize) {
    let start = Start::new(&["sh", "-i"]);
    let start = variables.iter().fold(start, |start, (name, value)| start.with(name, value));
    let mut pty = start.go();
    pty.wait_for_text("ready>");
    pty.press(format!("{}\r", probe()));
    pty.wait_for_text("events");
    pty.wait_for("alternate screen", vt100::Screen::alternate_screen);
    let pid = pty.number_after("probe");
    (pty, pid)
}

#[track_caller]
pub fn assert_suspended(pty: &Pty, pid: usize) {
    pty.assert_screen_restored();
    // The shell says so when it has seen the program stop.
    pty.wait_for_text("Stopped");
    assert_eq!(state(pid), Some('T'));
    assert!(pty.is_cooked());
}
