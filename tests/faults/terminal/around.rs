//! The terminal around it: without colours, without UTF-8, without answers, within another one.

use std::process::{Command, Output};
use std::time::Instant;

use tempfile::TempDir;
use vt100::{Color, Screen};

use super::{frame, lines};
use crate::pty::{PATIENCE, Pty, Start};
use crate::started::ROLEBOOK;

/// Keys that lead to marks, pay, hits and what is wrong.
const KEYS: &str = "<space>j/sales<enter>";

/// The browser with these variables, once it shows all jobs.
fn opened(variables: &[(&str, &str)]) -> Pty {
    let command = [ROLEBOOK, "--watch", "off", "--keys", KEYS, "profiles"];
    let start = variables.iter().fold(Start::new(&command), |start, (n, v)| start.with(n, v));
    let pty = start.size(120, 40).go();
    let has = |screen: &Screen, words| screen.contents().contains(words);
    pty.wait_for("hits", |screen| has(screen, "7 of 58") && has(screen, " 58 jobs"));
    pty
}

fn ended(mut pty: Pty) -> Vec<u8> {
    pty.press("q\x03");
    assert_eq!(pty.wait_exit().exit_code(), 0);
    pty.assert_restored();
    pty.bytes()
}

fn is_colourless(screen: &Screen) -> bool {
    let cells = (0..40).flat_map(|row| (0..120).filter_map(move |column| screen.cell(row, column)));
    cells
        .into_iter()
        .all(|cell| cell.fgcolor() == Color::Default && cell.bgcolor() == Color::Default)
}

/// The numbers of all sequences that set attributes.
fn attributes(bytes: &[u8]) -> Vec<String> {
    let text = String::from_utf8_lossy(bytes).into_owned();
    let sequences = text.split("\x1b[").skip(1).filter_map(|rest| {
        let end = rest.find(|c: char| !c.is_ascii_digit() && c != ';')?;
        rest[end..].starts_with('m').then(|| rest[..end].to_owned())
    });
    sequences.collect()
}

#[test]
fn t20_without_colours_the_same_words_are_there_and_no_colour_is_ever_set() {
    let text = frame("120x40", KEYS);
    let coloured = opened(&[("LC_ALL", "C.UTF-8"), ("NO_COLOR", "")]);
    coloured.wait_for(&text, |screen| lines(&screen.contents()) == text);
    coloured.wait_for("colours", |screen| !is_colourless(screen));
    ended(coloured);
    let plain = opened(&[("LC_ALL", "C.UTF-8"), ("NO_COLOR", "1")]);
    plain.wait_for(&text, |screen| lines(&screen.contents()) == text);
    plain.wait_for("no colours", is_colourless);
    let resets = ["", "0", "39", "49", "59"];
    let marks = ["1", "2", "4", "7", "22", "24", "27"];
    for attribute in attributes(&ended(plain)) {
        let known = resets.contains(&&*attribute) || marks.contains(&&*attribute);
        assert!(known, "{attribute}");
    }
}

#[test]
fn t20_on_plain_terminals_no_more_than_the_sixteen_colours_are_used() {
    for term in ["xterm", "linux", "vt100", "ansi"] {
        for attribute in attributes(&ended(opened(&[("TERM", term), ("COLORTERM", "")]))) {
            let colour = attribute.strip_prefix("38;5;").or(attribute.strip_prefix("48;5;"));
            let number = colour.unwrap_or(&attribute).parse::<u8>().unwrap_or_default();
            assert!(colour.is_none() || number < 16, "{attribute} on {term}");
            assert!(!attribute.contains("38;2;"), "{attribute} on {term}");
        }
    }
}

#[test]
fn t21_without_a_utf_8_locale_all_that_is_sent_is_ascii() {
    for locale in ["C", "POSIX", "de_DE.ISO-8859-1", "ja_JP.eucJP"] {
        let pty = opened(&[("LC_ALL", locale)]);
        pty.wait_for_text("-----");
        let sent = ended(pty);
        assert!(sent.is_ascii(), "{locale}: {}", String::from_utf8_lossy(&sent));
    }
    let utf8 = ended(opened(&[("LC_ALL", "C.UTF-8")]));
    assert!(!utf8.is_ascii() && String::from_utf8(utf8).is_ok());
}

/// What a tmux shows that has this command on a screen of 120 columns and 40 lines.
struct Tmux(TempDir);

impl Tmux {
    fn ask(&self, words: &[&str]) -> Output {
        let socket = self.0.path().join("socket");
        let mut tmux = Command::new("tmux");
        tmux.arg("-S").arg(socket).args(["-f", "/dev/null"]).args(words);
        tmux.env_remove("TMUX").env("LC_ALL", "C.UTF-8").env("TERM", "xterm-256color");
        tmux.current_dir(env!("CARGO_MANIFEST_DIR")).output().unwrap()
    }

    fn open(command: &str) -> Self {
        let tmux = Self(TempDir::new().unwrap());
        let size = ["new-session", "-d", "-x", "120", "-y", "40", command];
        let made = tmux
            .ask(&[&["start-server", ";", "set", "-g", "status", "off", ";"], &size[..]].concat());
        assert!(made.status.success(), "{made:?}");
        tmux
    }

    fn screen(&self) -> String {
        lines(&String::from_utf8(self.ask(&["capture-pane", "-p"]).stdout).unwrap())
    }

    #[track_caller]
    fn wait_for(&self, told: impl Fn(&str) -> bool) {
        let deadline = Instant::now() + PATIENCE;
        while !told(&self.screen()) {
            assert!(Instant::now() < deadline, "{}", self.screen());
            std::thread::sleep(std::time::Duration::from_millis(20));
        }
    }
}

impl Drop for Tmux {
    fn drop(&mut self) {
        self.ask(&["kill-server"]);
    }
}

fn lacks_tmux() -> bool {
    let lacks = Command::new("tmux").arg("-V").output().is_err();
    if lacks {
        println!("skipped: there is no tmux here");
    }
    lacks
}

/// The pseudo-terminal of these tests answers nothing, and holds against every question.
#[test]
fn t22_the_same_screen_where_nothing_is_answered_and_within_two_terminals() {
    if lacks_tmux() {
        return;
    }
    let expected = frame("120x40", KEYS);
    let alone = opened(&[("LC_ALL", "C.UTF-8")]);
    alone.wait_for(&expected, |screen| lines(&screen.contents()) == expected);
    ended(alone);
    let browser = format!("exec {ROLEBOOK} --watch off --keys '{KEYS}' profiles");
    let once = Tmux::open(&browser);
    once.wait_for(|screen| screen == expected);
    let outer = Tmux::open("exec sh");
    let socket = outer.0.path().join("inner");
    let inner = format!(
        "unset TMUX; tmux -S {} -f /dev/null set -g status off \\; new-session \"{browser}\"",
        socket.display()
    );
    outer.ask(&["send-keys", "-l", &inner]);
    outer.ask(&["send-keys", "Enter"]);
    outer.wait_for(|screen| screen == expected);
    outer.ask(&["send-keys", "C-c"]);
    outer.wait_for(|screen| screen.contains("[exited]"));
}

/// Its shell writes down how the browser ended, because nobody is there to see it.
#[test]
fn t05_a_session_of_tmux_that_is_killed_takes_the_program_with_it() {
    if lacks_tmux() {
        return;
    }
    let place = TempDir::new().unwrap();
    let note = place.path().join("pid");
    let tmux = Tmux::open(&format!("echo $$ > {}; exec {ROLEBOOK} profiles", note.display()));
    tmux.wait_for(|screen| screen.contains("58 jobs"));
    let pid: usize = std::fs::read_to_string(note).unwrap().trim().parse().unwrap();
    tmux.ask(&["kill-session"]);
    let deadline = Instant::now() + PATIENCE;
    while !matches!(crate::process::state(pid), None | Some('Z')) {
        assert!(Instant::now() < deadline, "still there");
        std::thread::sleep(std::time::Duration::from_millis(5));
    }
}
