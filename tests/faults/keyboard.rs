//! Faults of keyboard, paste and mouse (I): whatever arrives as input, the program listens on.

use std::time::Duration;

use crossterm::event::{Event, KeyCode, KeyEvent, KeyEventKind, KeyModifiers};
use rolebook::tui::app::App;
use rolebook::tui::effect::Effect;
use rolebook::tui::message::Msg;
use rustix::process::Signal;
use tempfile::TempDir;

use crate::process::{death, send};
use crate::pty::{Pty, Start};
use crate::started::{INTERRUPT, ROLEBOOK, started_probe};
use crate::support::options;

/// The browser in a folder of its own, in which nothing may come up.
fn opened(place: &TempDir) -> Pty {
    let here = place.path().to_str().unwrap();
    let browser =
        format!("cd {here} && exec {ROLEBOOK} --watch off {}/profiles", env!("CARGO_MANIFEST_DIR"));
    let start = Start::new(&["sh", "-c", &browser]).with("HOME", here);
    let pty = start.with("VISUAL", "").with("EDITOR", "").go();
    pty.wait_for("all jobs", |screen| {
        let text = screen.contents();
        text.contains("58 jobs") && !text.contains("so far")
    });
    pty
}

/// It listens, and has written nothing.
#[track_caller]
fn ends_by_key(mut pty: Pty, place: &TempDir) {
    pty.press(INTERRUPT);
    assert_eq!(pty.wait_exit().exit_code(), 0);
    pty.assert_restored();
    let here = std::fs::read_dir(place.path()).unwrap();
    assert_eq!(here.count(), 0, "something was written");
}

#[test]
fn i01_impossible_reports_and_noise_leave_it_listening() {
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
fn i07_keys_that_pile_up_are_answered_in_a_few_frames() {
    let mut pty = started_probe();
    let before = pty.frames();
    pty.press("j".repeat(500));
    pty.wait_for_text("keys 500");
    assert!(pty.frames() - before < 100, "{} frames", pty.frames() - before);
    pty.press("q");
    assert_eq!(pty.wait_exit().exit_code(), 0);
}

#[test]
fn i08_the_mouse_goes_on_and_off_by_key() {
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
fn i02_answers_to_questions_of_others_neither_end_it_nor_write_anything() {
    let place = TempDir::new().unwrap();
    let mut pty = opened(&place);
    for answer in [
        "\x1b]11;rgb:1e1e/1e1e/1e1e\x1b\\",
        "\x1b]11;rgb:ffff/ffff/ffff\x07",
        "\x1b[?62;22c",
        "\x1b[24;80R",
        "\x1b[0n",
        "\x1bP1$r2 q\x1b\\",
        "\x1bP>|xterm(370)\x1b\\",
    ] {
        pty.press(answer);
    }
    pty.press("G");
    pty.wait_for("the last row", |screen| screen.contents().contains("校閲担当者"));
    assert!(pty.text().contains("┤Jobs├"), "{}", pty.text());
    ends_by_key(pty, &place);
}

#[test]
fn i02_what_was_typed_before_it_came_is_not_for_it() {
    let place = TempDir::new().unwrap();
    let gate = place.path().join("gate");
    let script = format!(
        "echo ready; stty -icanon -echo; echo set; read go <{}; exec {ROLEBOOK}",
        gate.display()
    );
    let made = std::process::Command::new("mkfifo").arg(&gate).status().unwrap();
    assert!(made.success());
    let mut pty = Start::new(&["sh", "-c", &script]).go();
    pty.wait_for_text("set");
    pty.press("qqq");
    std::fs::write(&gate, "go\n").unwrap();
    pty.wait_for_text("58 jobs");
    pty.press("?");
    pty.wait_for_text("Keys and commands");
    pty.press(INTERRUPT);
    assert_eq!(pty.wait_exit().exit_code(), 0);
}

#[test]
fn i03_a_pasted_text_is_one_line_where_one_is_typed_and_nothing_elsewhere() {
    let place = TempDir::new().unwrap();
    let mut pty = opened(&place);
    pty.wait_for("bracketed paste", vt100::Screen::bracketed_paste);
    pty.press("\x1b[200~q\nS\r\x03q\x1b[201~");
    pty.press("/");
    pty.wait_for_text("› ");
    pty.press("\x1b[200~pay\x07roll\nqq\r\x03\x1b[201~");
    pty.wait_for_text("› payroll");
    pty.press("x");
    pty.wait_for_text("› payrollx");
    ends_by_key(pty, &place);
}

#[test]
fn i04_ten_megabytes_of_paste_are_taken_as_a_line_and_the_next_key_is_heard() {
    let place = TempDir::new().unwrap();
    let mut pty = opened(&place);
    pty.press("/");
    pty.press("\x1b[200~");
    pty.press("sales ".repeat(10_000_000 / 6));
    pty.press("\x1b[201~");
    pty.wait_for_text("› sales sales");
    pty.press("\x15sales dir");
    pty.wait_for_text("› sales dir");
    ends_by_key(pty, &place);
}

#[test]
fn i04_a_paste_without_an_end_can_be_ended_from_outside_and_by_its_end() {
    let place = TempDir::new().unwrap();
    let mut pty = opened(&place);
    pty.press("/");
    pty.wait_for_text("› ");
    pty.press("\x1b[200~sales");
    pty.press("\x03");
    pty.press("\x1b[201~");
    pty.wait_for_text("› sales");
    pty.press("\x1b[200~more and more");
    send(pty.pid as usize, Signal::TERM);
    assert!(death(&pty.wait_exit()).contains("Terminated"));
    pty.assert_restored();
}

/// The line of the screen that the cursor is on.
fn cursor(text: &str) -> Option<usize> {
    text.lines().position(|line| line.starts_with('▌'))
}

#[test]
fn i06_a_mouse_outside_of_the_screen_is_no_mouse() {
    let place = TempDir::new().unwrap();
    let mut pty = opened(&place);
    let before = pty.text();
    for report in ["\x1b[<0;65535;65535M", "\x1b[<0;81;1M", "\x1b[<64;1;25M", "\x1b[<0;99999;1M"] {
        pty.press(report);
    }
    // One that is inside, to know that those before have been heard.
    pty.press("\x1b[<0;5;6M\x1b[<0;5;6m");
    pty.wait_for("the row of the click", |screen| screen.contents() != before);
    assert_eq!(cursor(&pty.text()), Some(5));
    pty.press("r");
    pty.wait_for_text("the most alike first");
    let first = cursor(&pty.text());
    pty.press("j");
    pty.wait_for("the second row", |screen| cursor(&screen.contents()) != first);
    let second = cursor(&pty.text());
    // What a wheel moves beyond the screen would come on top of the key.
    pty.press("\x1b[<65;1;999Mk");
    pty.wait_for("the first row", |screen| cursor(&screen.contents()) == first);
    pty.press("j");
    pty.wait_for("the second row", |screen| cursor(&screen.contents()) == second);
    ends_by_key(pty, &place);
}

#[test]
fn i07_keys_that_pile_up_move_the_browser_in_a_few_frames() {
    let place = TempDir::new().unwrap();
    let mut pty = opened(&place);
    let before = pty.frames();
    pty.press("jk".repeat(250) + "G");
    pty.wait_for("the last row", |screen| screen.contents().contains("校閲担当者"));
    assert!(pty.frames() - before < 100, "{} frames", pty.frames() - before);
    ends_by_key(pty, &place);
}

#[test]
fn i05_letting_a_key_go_is_not_pressing_it() {
    let mut app = App::new(options((80, 24)));
    let key =
        |kind| Event::Key(KeyEvent::new_with_kind(KeyCode::Char('q'), KeyModifiers::NONE, kind));
    assert!(app.update(Msg::Input(vec![key(KeyEventKind::Release)])).is_empty());
    assert_eq!(app.update(Msg::Input(vec![key(KeyEventKind::Press)])), [Effect::Quit]);
}
