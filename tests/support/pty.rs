//! A terminal for tests: a program on a pseudo-terminal, its screen, and what it did to the modes.
//!
//! Tests wait for what is to be seen, never for time to pass.

#![allow(dead_code, reason = "each test crate uses its own part of this")]

use std::collections::HashMap;
use std::io::{Read, Write};
use std::num::NonZeroU16;
use std::path::PathBuf;
use std::sync::mpsc::{Receiver, channel};
use std::sync::{Arc, Condvar, Mutex, MutexGuard, OnceLock};
use std::thread::{self, JoinHandle};
use std::time::{Duration, Instant};

use portable_pty::{CommandBuilder, ExitStatus, MasterPty, PtySize, native_pty_system};
use vt100::{MouseProtocolMode, Parser, Screen};

/// How long anything may take that is expected to happen.
pub const PATIENCE: Duration = Duration::from_secs(10);

/// What a program must never send, because the terminal would answer, with keys.
const QUESTIONS: [&[u8]; 7] =
    [b"\x1b[6n", b"\x1b[5n", b"\x1b[c", b"\x1b[0c", b"\x1b[?u", b"\x1b[>c", b";?\x07"];

/// Begins and ends a frame.
const BEGIN: &[u8] = b"\x1b[?2026h";
const END: &[u8] = b"\x1b[?2026l";

struct Seen {
    parser: Parser,
    bytes: Vec<u8>,
    /// Set by the test; the reading thread ends with the next bytes that come.
    hang_up: bool,
}

/// A program that runs on a terminal of its own.
pub struct Pty {
    master: Box<dyn MasterPty + Send>,
    writer: Box<dyn Write + Send>,
    seen: Arc<(Mutex<Seen>, Condvar)>,
    reading: JoinHandle<()>,
    exit: Receiver<ExitStatus>,
    pub pid: u32,
    /// The modes before the program started, as text.
    modes: String,
}

/// How to start a program on a terminal.
pub struct Start {
    command: Vec<String>,
    variables: HashMap<String, String>,
    size: (u16, u16),
    controlling: bool,
}

impl Start {
    pub fn new(command: &[&str]) -> Self {
        let command = command.iter().map(ToString::to_string).collect();
        let variables =
            [("TERM", "xterm-256color"), ("PS1", "ready> "), ("ENV", ""), ("RUST_BACKTRACE", "0")];
        let variables = variables.map(|(name, value)| (name.into(), value.into()));
        Self { command, variables: variables.into(), size: (80, 24), controlling: true }
    }

    pub fn size(mut self, columns: u16, rows: u16) -> Self {
        self.size = (columns, rows);
        self
    }

    pub fn with(mut self, name: &str, value: &str) -> Self {
        self.variables.insert(name.into(), value.into());
        self
    }

    /// The terminal sends no signals: it is not the one that controls the session.
    pub fn without_control(mut self) -> Self {
        self.controlling = false;
        self
    }

    pub fn go(self) -> Pty {
        let pair = native_pty_system().openpty(size(self.size.0, self.size.1)).unwrap();
        let mut command = CommandBuilder::new(&self.command[0]);
        command.args(&self.command[1..]);
        command.cwd(env!("CARGO_MANIFEST_DIR"));
        command.set_controlling_tty(self.controlling);
        for (name, value) in &self.variables {
            command.env(name, value);
        }
        let modes = modes_of(&*pair.master);
        let mut child = pair.slave.spawn_command(command).unwrap();
        let pid = child.process_id().unwrap();
        let (send, exit) = channel();
        thread::spawn(move || send.send(child.wait().unwrap()));
        let parser = Parser::new(cells(self.size.1), cells(self.size.0), 0);
        let seen = Seen { parser, bytes: Vec::new(), hang_up: false };
        let seen = Arc::new((Mutex::new(seen), Condvar::new()));
        let reading = read(pair.master.try_clone_reader().unwrap(), Arc::clone(&seen));
        let writer = pair.master.take_writer().unwrap();
        Pty { master: pair.master, writer, seen, reading, exit, pid, modes }
    }
}

fn read(mut reader: Box<dyn Read + Send>, seen: Arc<(Mutex<Seen>, Condvar)>) -> JoinHandle<()> {
    thread::spawn(move || {
        let mut buffer = [0; 4096];
        while let Ok(count) = reader.read(&mut buffer) {
            let mut now = seen.0.lock().unwrap();
            if count == 0 || now.hang_up {
                return;
            }
            now.bytes.extend_from_slice(&buffer[..count]);
            now.parser.process(&buffer[..count]);
            seen.1.notify_all();
        }
    })
}

impl Pty {
    /// Types these bytes.
    pub fn press(&mut self, keys: impl AsRef<[u8]>) {
        self.writer.write_all(keys.as_ref()).unwrap();
        self.writer.flush().unwrap();
    }

    pub fn resize(&self, columns: u16, rows: u16) {
        self.seen.0.lock().unwrap().parser.set_size(cells(rows), cells(columns));
        self.master.resize(size(columns, rows)).unwrap();
    }

    /// The same for a size at which this side would have too much to draw: it keeps its own.
    pub fn resize_program(&self, columns: u16, rows: u16) {
        self.master.resize(size(columns, rows)).unwrap();
    }

    /// Waits until it has sent so many whole frames.
    #[track_caller]
    pub fn wait_for_frames(&self, count: usize) {
        drop(self.wait("frames", |seen| {
            frames(&seen.bytes) > count || frames(&seen.bytes) == count && seen.bytes.ends_with(END)
        }));
    }

    /// Waits until the screen is as described.
    #[track_caller]
    pub fn wait_for(&self, what: &str, mut told: impl FnMut(&Screen) -> bool) {
        drop(self.wait(what, |seen| told(seen.parser.screen())));
    }

    /// Waits until these words are on the screen.
    #[track_caller]
    pub fn wait_for_text(&self, text: &str) {
        self.wait_for(text, |screen| screen.contents().contains(text));
    }

    #[track_caller]
    fn wait(&self, what: &str, mut told: impl FnMut(&Seen) -> bool) -> MutexGuard<'_, Seen> {
        let deadline = Instant::now() + PATIENCE;
        let mut seen = self.seen.0.lock().unwrap();
        while !told(&seen) {
            let left = deadline.saturating_duration_since(Instant::now());
            if left.is_zero() {
                let last = &seen.bytes[seen.bytes.len().saturating_sub(200)..];
                let text = seen.parser.screen().contents();
                panic!("no {what}; screen:\n{text}\nlast bytes: {}", last.escape_ascii());
            }
            seen = self.seen.1.wait_timeout(seen, left).unwrap().0;
        }
        seen
    }

    /// Waits until these bytes have come, and takes no more until the guard goes.
    #[track_caller]
    pub fn stop_reading_at(&self, text: &str) -> impl Sized + '_ {
        self.wait(text, |seen| seen.bytes.windows(text.len()).any(|all| all == text.as_bytes()))
    }

    /// The words on the screen.
    pub fn text(&self) -> String {
        self.seen.0.lock().unwrap().parser.screen().contents()
    }

    /// All that the program has sent.
    pub fn bytes(&self) -> Vec<u8> {
        self.seen.0.lock().unwrap().bytes.clone()
    }

    /// Waits until the program has taken the terminal over this many times: from then on it does
    /// not throw keys away that were meant for whoever had the terminal before.
    #[track_caller]
    pub fn wait_for_entry(&self, times: usize) {
        const ENTRY: &[u8] = b"\x1b[?1049h";
        let entries = |seen: &Seen| seen.bytes.windows(8).filter(|bytes| *bytes == ENTRY).count();
        drop(self.wait("entry", |seen| entries(seen) >= times));
    }

    /// How many frames the program has drawn, once none of them is half here.
    #[track_caller]
    pub fn frames(&self) -> usize {
        let count = |seen: &Seen, mark: &[u8]| seen.bytes.windows(8).filter(|b| *b == mark).count();
        let (begin, end) = (b"\x1b[?2026h", b"\x1b[?2026l");
        let seen = self.wait("whole frame", |seen| count(seen, begin) == count(seen, end));
        count(&seen, end)
    }

    /// Wipes the screen that the test sees behind the program's back, to tell a whole repaint.
    pub fn wipe(&self) {
        self.seen.0.lock().unwrap().parser.process(b"\x1b[2J");
    }

    /// The number that follows a word on the screen.
    #[track_caller]
    pub fn number_after(&self, word: &str) -> usize {
        let text = self.text();
        let mut words = text.split_whitespace().skip_while(|each| *each != word).skip(1);
        words.next().and_then(|number| number.parse().ok()).expect("a number")
    }

    /// Waits for the end; how it ended.
    #[track_caller]
    pub fn wait_exit(&self) -> ExitStatus {
        self.exit.recv_timeout(PATIENCE).unwrap_or_else(|_| panic!("still there:\n{}", self.text()))
    }

    /// How it ended, if it does so within this time.
    pub fn exit_within(&self, time: Duration) -> Option<ExitStatus> {
        self.exit.recv_timeout(time).ok()
    }

    /// True when the terminal reads whole lines and echoes them, as a shell's user expects.
    pub fn is_cooked(&self) -> bool {
        let modes = modes_of(&*self.master);
        modes.contains("ICANON") && modes.contains("ECHO ") && modes.contains("ISIG")
    }

    /// Asserts that the terminal is as it was before the program came, and was never asked a thing.
    #[track_caller]
    pub fn assert_restored(&self) {
        self.assert_modes_restored();
        self.assert_screen_restored();
    }

    /// The modes alone, for a program that can write no more.
    #[track_caller]
    pub fn assert_modes_restored(&self) {
        assert_eq!(modes_of(&*self.master), self.modes, "modes");
    }

    /// The same without the modes, for a program under a shell that sets its own.
    #[track_caller]
    pub fn assert_screen_restored(&self) {
        self.wait_for("restored screen", |screen| !screen.alternate_screen());
        self.wait_for("cursor", |screen| !screen.hide_cursor());
        let seen = self.seen.0.lock().unwrap();
        let screen = seen.parser.screen();
        assert!(!screen.bracketed_paste(), "bracketed paste");
        assert_eq!(screen.mouse_protocol_mode(), MouseProtocolMode::None, "mouse");
        assert_eq!(screen.fgcolor(), vt100::Color::Default, "foreground");
        assert_eq!(screen.bgcolor(), vt100::Color::Default, "background");
        assert!(!screen.bold() && !screen.inverse(), "attributes");
        for question in QUESTIONS {
            let asked = seen.bytes.windows(question.len()).any(|bytes| bytes == question);
            assert!(!asked, "asked {}", question.escape_ascii());
        }
    }

    /// Takes the terminal away. The program must have a key to answer, so that the reader wakes.
    pub fn hang_up(mut self, key: &str) -> Receiver<ExitStatus> {
        self.seen.0.lock().unwrap().hang_up = true;
        self.press(key);
        self.reading.join().unwrap();
        self.exit
    }
}

fn frames(bytes: &[u8]) -> usize {
    bytes.windows(BEGIN.len()).filter(|bytes| *bytes == BEGIN).count()
}

/// The modes as text. The library that they come from is not one of ours.
fn modes_of(master: &(dyn MasterPty + Send)) -> String {
    let modes = master.get_termios().expect("modes");
    format!("{:?}", (modes.input_flags, modes.output_flags, modes.local_flags, modes.control_chars))
}

fn size(cols: u16, rows: u16) -> PtySize {
    PtySize { rows, cols, pixel_width: 0, pixel_height: 0 }
}

fn cells(count: u16) -> NonZeroU16 {
    NonZeroU16::new(count).unwrap_or(NonZeroU16::MIN)
}

/// The program with the faults. It is built here, as a single test target would not bring it.
pub fn probe() -> String {
    static PROBE: OnceLock<String> = OnceLock::new();
    PROBE.get_or_init(build_probe).clone()
}

fn build_probe() -> String {
    let mut cargo = std::process::Command::new(env!("CARGO"));
    cargo.args(["build", "--quiet", "--example", "terminal_probe"]);
    if !cfg!(debug_assertions) {
        cargo.arg("--release");
    }
    assert!(cargo.current_dir(env!("CARGO_MANIFEST_DIR")).status().unwrap().success());
    let mut path: PathBuf = std::env::current_exe().unwrap();
    path.pop();
    path.set_file_name("examples");
    path.push("terminal_probe");
    path.to_string_lossy().into_owned()
}
