//! However it ends, the terminal is as it was before, and the parent sees the reason.

use std::io::Write;
use std::time::{Duration, Instant};

use crate::process::{death, send};
use crate::pty::{PATIENCE, Pty, Start, probe};
use crate::started::{INTERRUPT, ROLEBOOK, started, started_probe, started_rolebook};
use portable_pty::{PtySize, native_pty_system};
use rustix::process::Signal;

#[test]
fn t01_q_and_ctrl_c_end_at_once_with_the_terminal_as_before() {
    for key in ["q", INTERRUPT] {
        let before = format!("echo before; exec {ROLEBOOK}");
        let mut pty = Start::new(&["sh", "-c", &before]).go();
        pty.wait_for_text("watching");
        assert!(!pty.text().contains("before"), "it has a screen of its own");
        let pressed = Instant::now();
        pty.press(key);
        assert_eq!(pty.wait_exit().exit_code(), 0, "{key:?}");
        assert!(pressed.elapsed() < Duration::from_secs(1), "{:?}", pressed.elapsed());
        pty.assert_restored();
        assert_eq!(pty.text().trim_end(), "before", "it leaves nothing behind");
    }
}

#[test]
fn t23_ctrl_c_while_a_large_folder_is_read_ends_at_once_however_often_it_comes() {
    let folder = tempfile::TempDir::new().unwrap();
    let job = std::fs::read(concat!(
        env!("CARGO_MANIFEST_DIR"),
        "/profiles/format-examples/archive-cataloguer.yaml"
    ));
    let job = job.unwrap();
    for number in 0..20_000 {
        let folder = folder.path().join((number / 1000).to_string());
        if number % 1000 == 0 {
            std::fs::create_dir(&folder).unwrap();
        }
        std::fs::write(folder.join(format!("{number}.yaml")), &job).unwrap();
    }
    for keys in [INTERRUPT, "\x03\x03\x03"] {
        let mut pty = Start::new(&[ROLEBOOK, folder.path().to_str().unwrap()]).go();
        pty.wait_for_text("so far");
        let pressed = Instant::now();
        pty.press(keys);
        assert_eq!(pty.wait_exit().exit_code(), 0);
        assert!(pressed.elapsed() < Duration::from_secs(1), "{:?}", pressed.elapsed());
        let sent = String::from_utf8_lossy(&pty.bytes()).into_owned();
        assert!(!sent.contains("watching"), "all had been read already");
        pty.assert_restored();
    }
}

#[test]
fn t02_t03_t04_a_deadly_signal_restores_the_terminal_and_is_what_the_program_dies_by() {
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
fn t02_a_deadly_signal_does_not_wait_for_a_busy_main_thread() {
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
fn t02_a_terminal_that_takes_no_more_output_does_not_keep_it_alive() {
    let mut pty = started(Start::new(&[&probe()]).size(1000, 500));
    pty.press("F");
    // The frame is far larger than what the system holds back for a reader.
    let not_reading = pty.stop_reading_at("FFFF");
    send(pty.pid as usize, Signal::TERM);
    let status = pty.exit_within(PATIENCE);
    drop(not_reading);
    assert!(death(&status.expect("stuck")).contains("Terminated"));
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
fn t05_a_terminal_that_vanishes_takes_the_program_with_it() {
    let pty = started_probe();
    ends_by_hang_up(pty);
}

#[test]
fn t05_a_terminal_that_vanishes_without_a_signal_is_noticed() {
    let pty = started(Start::new(&[&probe()]).without_control());
    ends_by_hang_up(pty);
}

#[test]
fn t05_a_hang_up_ends_it_even_when_its_signal_is_ignored() {
    let pty = started(Start::new(&["sh", "-c", &format!("trap '' HUP; exec {}", probe())]));
    ends_by_hang_up(pty);
}

#[test]
fn t05_a_keyboard_that_vanishes_while_the_screen_stays_takes_the_program_with_it() {
    let keyboard = native_pty_system().openpty(PtySize::default()).unwrap();
    let name = keyboard.master.tty_name().unwrap();
    let pty = started(Start::new(&["sh", "-c", &format!("exec {} <{}", probe(), name.display())]));
    let mut keys = keyboard.master.take_writer().unwrap();
    keys.write_all(b"j").unwrap();
    pty.wait_for_text("keys 1");
    drop((keys, keyboard));
    let status = pty.wait_exit();
    assert!(death(&status).contains("Hangup"), "{status:?}");
    pty.assert_screen_restored();
}
