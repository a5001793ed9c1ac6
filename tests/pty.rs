//! Stories about a program and its terminal: however it ends, the terminal is as it was before.

#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test may end where it stands")]

#[path = "support/pty.rs"]
mod pty;

use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use portable_pty::ExitStatus;
use pty::{PATIENCE, Pty, Start, probe};
use rustix::process::{Pid, Signal, kill_process};

const ROLEBOOK: &str = env!("CARGO_BIN_EXE_rolebook");
const INTERRUPT: &str = "\x03";
const SUSPEND: &str = "\x1a";

#[track_caller]
fn started(start: Start) -> Pty {
    let pty = start.go();
    pty.wait_for("events", |screen| screen.contents().contains("events"));
    pty.wait_for("alternate screen", vt100::Screen::alternate_screen);
    pty
}

fn started_probe() -> Pty {
    started(Start::new(&[&probe()]))
}

/// The real program, once it shows anything.
fn started_rolebook() -> Pty {
    let pty = Start::new(&[ROLEBOOK]).go();
    pty.wait_for("a screen", |screen| {
        screen.alternate_screen() && !screen.contents().trim().is_empty()
    });
    pty
}

fn send(pid: usize, signal: Signal) {
    let pid = Pid::from_raw(i32::try_from(pid).unwrap()).unwrap();
    kill_process(pid, signal).unwrap();
}

/// The letter that the system gives the state of a process: `T` is stopped.
fn state(pid: usize) -> Option<char> {
    let stat = std::fs::read_to_string(format!("/proc/{pid}/stat")).ok()?;
    stat.rsplit_once(") ")?.1.chars().next()
}

/// Looks at what nobody reports, until it is so.
#[track_caller]
fn wait_until(pty: &Pty, what: &str, mut so: impl FnMut() -> bool) {
    let deadline = Instant::now() + PATIENCE;
    while !so() {
        assert!(Instant::now() < deadline, "not {what}:\n{}", pty.text());
        std::thread::sleep(Duration::from_millis(5));
    }
}

/// The name that the system's library has for the signal that ended it.
fn death(status: &ExitStatus) -> &str {
    status.signal().unwrap_or("no signal")
}

#[test]
fn q_and_ctrl_c_end_at_once_with_the_terminal_as_before() {
    for key in ["q", INTERRUPT, "\x03\x03"] {
        let mut pty = started_rolebook();
        let pressed = Instant::now();
        pty.press(key);
        assert_eq!(pty.wait_exit().exit_code(), 0, "{key:?}");
        assert!(pressed.elapsed() < Duration::from_secs(1), "{:?}", pressed.elapsed());
        pty.assert_restored();
    }
}

#[test]
fn a_deadly_signal_restores_the_terminal_and_is_what_the_program_dies_by() {
    for (signal, name) in [
        (Signal::TERM, "Terminated"),
        (Signal::HUP, "Hangup"),
        (Signal::INT, "Interrupt"),
        (Signal::QUIT, "Quit"),
    ] {
        for start in [started_rolebook, started_probe] {
            let pty = start();
            send(pty.pid as usize, signal);
            let status = pty.wait_exit();
            assert!(death(&status).contains(name), "{name}: {status:?}");
            pty.assert_restored();
        }
    }
}

#[test]
fn a_deadly_signal_does_not_wait_for_a_busy_main_thread() {
    let mut pty = started_probe();
    pty.press("j");
    pty.wait_for_text("keys 1");
    pty.press("B");
    let sent = Instant::now();
    send(pty.pid as usize, Signal::TERM);
    assert!(death(&pty.wait_exit()).contains("Terminated"));
    assert!(sent.elapsed() < Duration::from_secs(2), "{:?}", sent.elapsed());
    pty.assert_restored();
}

#[test]
fn a_panic_on_the_main_thread_is_told_once_after_the_terminal_is_restored() {
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
fn a_panic_in_a_worker_is_a_line_on_a_screen_that_goes_on() {
    let mut pty = started_probe();
    pty.press("W");
    pty.wait_for_text("internal error in loader: worker fault");
    pty.press("j");
    pty.wait_for_text("keys 1");
    let sent = pty.bytes();
    assert!(!sent.windows(8).any(|bytes| bytes == b"\x1b[?1049l"), "restored under the program");
    pty.press("q");
    assert_eq!(pty.wait_exit().exit_code(), 0);
    pty.assert_restored();
}

#[test]
fn near_jobs_are_looked_for_beside_the_main_thread() {
    let mut pty = started_rolebook();
    pty.wait_for_text("watching");
    pty.press("r");
    pty.wait_for_text("jobs, the most alike first");
    pty.press("q");
    pty.wait_for("the panes", |screen| !screen.contents().contains("most alike"));
    pty.press("q");
    assert_eq!(pty.wait_exit().exit_code(), 0);
    pty.assert_restored();
}

/// Types the program's name into a shell with job control, which is what can suspend it.
fn started_in_a_shell(variables: &[(&str, &str)]) -> (Pty, usize) {
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
fn assert_suspended(pty: &Pty, pid: usize) {
    pty.assert_screen_restored();
    // The shell says so when it has seen the program stop.
    pty.wait_for_text("Stopped");
    assert_eq!(state(pid), Some('T'));
    assert!(pty.is_cooked());
}

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
fn ctrl_z_and_the_signal_suspend_and_fg_brings_the_same_screen_back() {
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
fn a_suspended_program_dies_of_a_signal_in_the_background() {
    let (mut pty, pid) = started_in_a_shell(&[]);
    pty.press(SUSPEND);
    assert_suspended(&pty, pid);
    pty.press("kill %1; kill -CONT %1\r");
    wait_until(&pty, "dead", || matches!(state(pid), None | Some('Z')));
    assert!(pty.is_cooked());
}

#[test]
fn without_a_shell_there_is_no_suspending() {
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
fn in_a_container_led_from_outside_there_is_no_suspending() {
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
fn going_on_without_having_stopped_repaints_and_nothing_else() {
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

/// Takes the terminal away and sees the program end by that, soon.
#[track_caller]
fn ends_by_hang_up(pty: Pty) {
    let exit = pty.hang_up("j");
    let hung_up = Instant::now();
    let status = exit.recv_timeout(PATIENCE).unwrap();
    assert!(death(&status).contains("Hangup"), "{status:?}");
    assert!(hung_up.elapsed() < Duration::from_secs(2), "{:?}", hung_up.elapsed());
}

#[test]
fn a_terminal_that_vanishes_takes_the_program_with_it() {
    let pty = started_probe();
    ends_by_hang_up(pty);
}

#[test]
fn a_terminal_that_vanishes_without_a_signal_is_noticed() {
    let pty = started(Start::new(&[&probe()]).without_control());
    ends_by_hang_up(pty);
}

#[test]
fn a_hang_up_ends_it_even_when_its_signal_is_ignored() {
    let pty = started(Start::new(&["sh", "-c", &format!("trap '' HUP; exec {}", probe())]));
    ends_by_hang_up(pty);
}

#[test]
fn a_start_without_room_waits_for_room() {
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
fn a_storm_of_sizes_ends_with_the_screen_of_the_last() {
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
fn impossible_reports_and_noise_leave_it_listening() {
    let mut pty = started_probe();
    for hostile in ["\x1b[0;0R", "\x1b[<0;0;0M", "\x1b[32;0;0M"] {
        pty.press(hostile);
        let keys = pty.number_after("keys");
        pty.press("jj");
        pty.wait_for("the keys after", |screen| {
            screen.contents().contains(&format!("keys {}", keys + 2))
        });
    }
    let mut seed = 0x9e37_79b9_7f4a_7c15_u64;
    for _ in 0..64 {
        let noise: Vec<u8> = (0..64).map(|_| noise(&mut seed)).collect();
        pty.press(noise);
    }
    // The first may be taken for the end of what the noise began.
    let ended = (0..50).find_map(|_| {
        pty.press(INTERRUPT);
        pty.exit_within(Duration::from_millis(200))
    });
    assert_eq!(ended.expect("deaf").exit_code(), 0);
    pty.assert_restored();
}

/// The next byte of a sequence that is the same every time, without the keys that the probe obeys.
fn noise(seed: &mut u64) -> u8 {
    loop {
        *seed ^= *seed << 13;
        *seed ^= *seed >> 7;
        *seed ^= *seed << 17;
        let byte = seed.to_le_bytes()[3];
        if !b"\x03\x1aqFPWLBEmM".contains(&byte) {
            return byte;
        }
    }
}

#[test]
fn keys_that_pile_up_are_answered_in_a_few_frames() {
    let mut pty = started_probe();
    let before = frames(&pty);
    pty.press("j".repeat(500));
    pty.wait_for_text("keys 500");
    assert!(frames(&pty) - before < 100, "{} frames", frames(&pty) - before);
    pty.press("q");
    assert_eq!(pty.wait_exit().exit_code(), 0);
}

fn frames(pty: &Pty) -> usize {
    pty.bytes().windows(8).filter(|bytes| bytes == b"\x1b[?2026h").count()
}

#[test]
fn the_mouse_goes_on_and_off_by_key() {
    let mut pty = started_probe();
    let mode = |mode| move |screen: &vt100::Screen| screen.mouse_protocol_mode() == mode;
    pty.wait_for("mouse", mode(vt100::MouseProtocolMode::ButtonMotion));
    pty.press("M");
    pty.wait_for("no mouse", mode(vt100::MouseProtocolMode::None));
    pty.press("m");
    pty.wait_for("mouse", mode(vt100::MouseProtocolMode::ButtonMotion));
    pty.press("q");
    assert_eq!(pty.wait_exit().exit_code(), 0);
    pty.assert_restored();
}

#[test]
fn a_program_that_borrows_the_terminal_gets_every_key() {
    // Asked for by a key, while the reader waits; and by a worker, while it reads.
    for key in ["E", "L"] {
        let child = "echo type; read line; echo got $line; echo more; read line";
        let mut pty = started(Start::new(&[&probe()]).with("PROBE_CHILD", child));
        pty.press(key);
        pty.wait_for_text("type");
        assert!(pty.is_cooked());
        pty.press("every key of it\r");
        pty.wait_for_text("got every key of it");
        pty.wait_for_text("more");
        // An interrupt is the borrower's; this one dies of it, and the lender goes on.
        pty.press(INTERRUPT);
        pty.wait_for_text("child: Ok");
        pty.press("j");
        pty.wait_for_text("keys 1");
        pty.press("q");
        assert_eq!(pty.wait_exit().exit_code(), 0);
        pty.assert_restored();
    }
}

#[test]
fn ctrl_z_in_a_borrower_stops_both_and_fg_continues_both() {
    let child = "echo type $$; read line; echo got $line; read line";
    let (mut pty, pid) = started_in_a_shell(&[("PROBE_CHILD", child)]);
    pty.press("E");
    pty.wait_for("borrower", |screen| screen.contents().contains("type "));
    let borrower = pty.number_after("type");
    pty.press(SUSPEND);
    assert_suspended(&pty, pid);
    // Until it has stopped as well it may take the next key.
    wait_until(&pty, "stopped", || state(borrower) == Some('T'));
    pty.press("fg\r");
    wait_until(&pty, "running", || state(pid) != Some('T'));
    pty.press("still here\r");
    pty.wait_for_text("got still here");
    pty.press("\r");
    pty.wait_for_text("child: Ok");
    pty.press("q");
    pty.assert_screen_restored();
}

#[test]
fn without_a_screen_it_refuses_in_one_line_and_touches_nothing() {
    let ended = Command::new(ROLEBOOK).stdin(Stdio::null()).output().unwrap();
    assert_eq!(ended.status.code(), Some(2));
    assert!(ended.stdout.is_empty());
    let said = String::from_utf8(ended.stderr).unwrap();
    assert_eq!(said.lines().count(), 1, "{said}");
    assert!(said.contains("rolebook list") && said.contains("rolebook show"), "{said}");

    let piped = format!("{ROLEBOOK} | cat; {ROLEBOOK} > /dev/null; exit $?");
    let plain = |script: &str| Start::new(&["sh", "-c", script]);
    for (start, part) in [
        (plain(&piped), "standard output"),
        (plain(&format!("exec {ROLEBOOK}")).with("TERM", "dumb"), "TERM=dumb"),
        (plain(&format!("exec {ROLEBOOK}")).with("TERM", ""), "TERM is not set"),
        (plain(&format!("unset TERM; exec {ROLEBOOK}")), "TERM is not set"),
        (plain(&format!("exec {ROLEBOOK} </dev/null")).without_control(), "read keys"),
        (plain(&format!("exec {ROLEBOOK} <&-")).without_control(), "read keys"),
    ] {
        let pty = start.go();
        assert_eq!(pty.wait_exit().exit_code(), 2, "{part}");
        pty.wait_for_text(part);
        assert!(!pty.bytes().contains(&0x1b), "{part}");
        pty.assert_restored();
    }
}

#[test]
fn without_standard_input_it_reads_the_controlling_terminal() {
    for redirect in ["</dev/null", "<&-", "</etc/hostname"] {
        let mut pty = started(Start::new(&["sh", "-c", &format!("exec {} {redirect}", probe())]));
        pty.press("j");
        pty.wait_for_text("keys 1");
        pty.press("q");
        assert_eq!(pty.wait_exit().exit_code(), 0);
        pty.assert_restored();
    }
}

#[test]
fn a_terminal_that_takes_no_more_output_does_not_keep_it_alive() {
    let mut pty = started(Start::new(&[&probe()]).size(1000, 500));
    pty.press("F");
    // The frame is far larger than what the system holds back for a reader.
    let not_reading = pty.stop_reading_at("FFFF");
    send(pty.pid as usize, Signal::TERM);
    let status = pty.exit_within(PATIENCE);
    drop(not_reading);
    assert!(death(&status.expect("stuck")).contains("Terminated"));
}
