//! Stopping and going on.

use crate::process::{send, state, wait_until};
use crate::pty::{Pty, Start, probe};
use crate::started::{SUSPEND, assert_suspended, started, started_in_a_shell, started_probe};
use rustix::process::Signal;

#[track_caller]
fn assert_back(pty: &mut Pty, keys: usize) {
    pty.press("fg\r");
    pty.wait_for("alternate screen", vt100::Screen::alternate_screen);
    pty.wait_for_text(&format!("keys {keys}"));
    assert!(!pty.is_cooked());
    pty.press("j");
    pty.wait_for_text(&format!("keys {}", keys + 1));
}

#[test]
fn t11_ctrl_z_and_the_signal_suspend_and_fg_brings_the_same_screen_back() {
    let (mut pty, pid) = started_in_a_shell(&[]);
    for round in 0..4 {
        if round % 2 == 0 {
            pty.press(SUSPEND)
        } else {
            send(pid, Signal::TSTP)
        }
        assert_suspended(&pty, pid);
        // Take the word away, for the next round to wait for its own.
        pty.press("clear\r");
        pty.wait_for("clear screen", |screen| !screen.contents().contains("Stopped"));
        assert_back(&mut pty, round);
    }
    pty.press("q");
    pty.assert_screen_restored();
    pty.wait_for("prompt", |screen| screen.contents().trim_end().ends_with("ready>"));
    pty.press("exit\r");
    assert_eq!(pty.wait_exit().exit_code(), 0);
}

#[test]
fn t11_a_suspended_program_dies_of_a_signal_in_the_background() {
    let (mut pty, pid) = started_in_a_shell(&[]);
    pty.press(SUSPEND);
    assert_suspended(&pty, pid);
    pty.press("kill %1; kill -CONT %1\r");
    wait_until("dead", || matches!(state(pid), None | Some('Z')));
    assert!(pty.is_cooked());
}

#[test]
fn t11_without_a_shell_there_is_no_suspending() {
    let mut pty = started_probe();
    pty.press(SUSPEND);
    pty.wait_for_text("no shell");
    send(pty.pid as usize, Signal::TSTP);
    pty.press("j");
    pty.wait_for_text("keys 1");
    pty.press("q");
    assert_eq!(pty.wait_exit().exit_code(), 0);
    pty.assert_restored();
}

/// In a process namespace of its own its session and its group are led from outside: number 0.
#[test]
fn t11_in_a_container_led_from_outside_there_is_no_suspending() {
    const CONTAIN: [&str; 2] = ["unshare", "-Urpf"];
    let possible = std::process::Command::new(CONTAIN[0]).args([CONTAIN[1], "true"]).status();
    if !possible.is_ok_and(|status| status.success()) {
        println!("skipped: this machine allows no process namespaces");
        return;
    }
    let in_front = format!("{}; exit $?", probe());
    let mut pty = started(Start::new(&[CONTAIN[0], CONTAIN[1], "sh", "-c", &in_front]));
    pty.press(SUSPEND);
    pty.wait_for_text("no shell");
    pty.press("q");
    assert_eq!(pty.wait_exit().exit_code(), 0);
    pty.assert_restored();
}

#[test]
fn t12_going_on_without_having_stopped_repaints_and_nothing_else() {
    let mut pty = started_probe();
    pty.wipe();
    send(pty.pid as usize, Signal::CONT);
    pty.wait_for_text("keys 0");
    let sent = String::from_utf8_lossy(&pty.bytes()).into_owned();
    assert_eq!(sent.matches("\x1b[?1049h").count(), 1);
    pty.press("q");
    assert_eq!(pty.wait_exit().exit_code(), 0);
    pty.assert_restored();
}
