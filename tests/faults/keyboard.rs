//! Faults of keyboard, paste and mouse (I): whatever arrives as input, the program listens on.

use std::time::Duration;

use crate::pty::Pty;
use crate::started::{INTERRUPT, started_probe};

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
