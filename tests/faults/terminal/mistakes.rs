//! Mistakes in the program itself, and threads that end.

use std::process::Command;

use crate::pty::{Start, probe};
use crate::started::{started, started_probe};

#[test]
fn t06_a_panic_on_the_main_thread_is_told_once_after_the_terminal_is_restored() {
    let mut pty = started_probe();
    pty.press("P");
    assert_eq!(pty.wait_exit().exit_code(), 101);
    pty.assert_restored();
    pty.wait_for_text("main ␛[31mfault");
    let sent = String::from_utf8_lossy(&pty.bytes()).into_owned();
    assert_eq!(sent.matches("fault").count(), 1, "told more than once");
    let (before, after) = sent.split_once("\x1b[?1049l").unwrap();
    assert!(!before.contains("fault") && after.contains("\r\n"), "no staircase: {after:?}");
}

#[test]
fn t07_a_panic_in_a_worker_is_a_line_and_the_worker_begins_once_more() {
    let mut pty = started_probe();
    pty.press("W");
    pty.wait_for_text("internal error in loader: worker fault");
    pty.wait_for_text("loader at work again");
    pty.press("j");
    pty.wait_for_text("keys 1");
    let sent = pty.bytes();
    assert!(!sent.windows(8).any(|bytes| bytes == b"\x1b[?1049l"), "restored under the program");
    pty.press("q");
    assert_eq!(pty.wait_exit().exit_code(), 0);
    pty.assert_restored();
}

/// The probe under a tracer that lets calls to the system fail, as written in strace's language;
/// nothing where no process may trace another.
fn failing(path: &str, fault: &str, redirect: &str) -> Option<Start> {
    let possible = Command::new("strace").args(["-o", "/dev/null", "true"]).status();
    if !possible.is_ok_and(|status| status.success()) {
        println!("skipped: without strace no call to the system can be made to fail");
        return None;
    }
    let tracer = format!("strace -f -o /dev/null -e trace=read,write -P {path} -e inject={fault}");
    Some(Start::new(&["sh", "-c", &format!("exec {tracer} {} {redirect}", probe())]))
}

#[test]
fn t08_a_keyboard_that_cannot_be_read_any_more_ends_the_program_instead_of_leaving_it_deaf() {
    let Some(start) = failing("/dev/tty", "read:error=EIO:when=2+", "</dev/null") else { return };
    let mut pty = started(start);
    pty.press("j");
    pty.wait_for_text("keys 1");
    pty.press("j");
    assert_eq!(pty.wait_exit().exit_code(), 1);
    pty.assert_restored();
    pty.wait_for_text("the terminal cannot be read any more");
}

#[test]
fn t24_a_terminal_that_cannot_be_written_any_more_does_not_keep_it() {
    // The first four set it up and draw the first two frames.
    let fault = "write:error=EIO:when=5+";
    for (key, code) in [("j", 1), ("P", 101)] {
        let Some(start) = failing("$(tty)", fault, "") else { return };
        let mut pty = start.go();
        pty.wait_for_text("events");
        pty.press(key);
        assert_eq!(pty.wait_exit().exit_code(), code, "{key}");
        pty.assert_modes_restored();
    }
}
