//! How long the real program takes on a terminal: until it shows something, until all is read,
//! until a key is answered, until it has ended; and what it costs while nobody touches it.
//!
//! Every figure is the median of several starts. Each waits for what the program sends.

#![allow(clippy::unwrap_used, reason = "a benchmark that cannot go on should stop where it is")]

#[path = "support/mod.rs"]
mod support;

use portable_pty::{CommandBuilder, MasterPty, PtySize, native_pty_system};
use std::io::{Read, Write};
use std::num::NonZeroU16;
use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, channel};
use std::thread;
use std::time::{Duration, Instant};
use support::library::{files, parse_with_serde_yaml, write_library};
use support::seed::Seed;
use vt100::Parser;

/// How many times each figure is taken.
const RUNS: usize = 15;
/// How long anything may take that is expected to happen.
const PATIENCE: Duration = Duration::from_secs(30);
/// How long the program is watched while it has nothing to do.
const IDLE: Duration = Duration::from_secs(5);
/// How Linux counts in /proc, on every machine.
const TICKS_A_SECOND: f64 = 100.0;
/// Columns and rows.
const SIZE: (u16, u16) = (120, 40);
/// What the program sends at the end of a frame.
const END_FRAME: &[u8] = b"\x1b[?2026l";

/// The program on a terminal.
struct Program {
    begun: Instant,
    pid: u32,
    output: Receiver<(Instant, Vec<u8>)>,
    exit: Receiver<Instant>,
    writer: Box<dyn Write + Send>,
    screen: Parser,
    /// The last bytes that came, in which the end of a frame may only have begun.
    tail: Vec<u8>,
    _master: Box<dyn MasterPty + Send>,
}

impl Program {
    fn start(folder: &Path) -> Self {
        let size = PtySize { rows: SIZE.1, cols: SIZE.0, pixel_width: 0, pixel_height: 0 };
        let pair = native_pty_system().openpty(size).unwrap();
        let mut reader = pair.master.try_clone_reader().unwrap();
        let writer = pair.master.take_writer().unwrap();
        let mut command = CommandBuilder::new(env!("CARGO_BIN_EXE_rolebook"));
        command.arg(folder);
        command.env("TERM", "xterm-256color");
        let (came, output) = channel();
        thread::spawn(move || {
            let mut buffer = [0; 1 << 16];
            while let Ok(count @ 1..) = reader.read(&mut buffer) {
                if came.send((Instant::now(), buffer[..count].to_vec())).is_err() {
                    return;
                }
            }
        });
        let begun = Instant::now();
        let mut child = pair.slave.spawn_command(command).unwrap();
        let pid = child.process_id().unwrap();
        let (ended, exit) = channel();
        thread::spawn(move || {
            child.wait().unwrap();
            ended.send(Instant::now())
        });
        let cells = |count| NonZeroU16::new(count).unwrap();
        let screen = Parser::new(cells(SIZE.1), cells(SIZE.0), 0);
        let tail = Vec::new();
        Self { begun, pid, output, exit, writer, screen, tail, _master: pair.master }
    }

    /// Waits for the end of a frame whose first line is as described; when it came.
    fn frame(&mut self, what: &str, told: impl Fn(&str) -> bool) -> Instant {
        loop {
            let (when, bytes) = self
                .output
                .recv_timeout(PATIENCE)
                .unwrap_or_else(|_| panic!("no {what}:\n{}", self.screen.screen().contents()));
            self.screen.process(&bytes);
            self.tail.extend_from_slice(&bytes);
            let ended = self.tail.windows(END_FRAME.len()).any(|part| part == END_FRAME);
            self.tail.drain(..self.tail.len().saturating_sub(END_FRAME.len() - 1));
            let first_line = self.screen.screen().rows(0, SIZE.0).next().unwrap_or_default();
            if ended && told(&first_line) {
                return when;
            }
        }
    }

    fn first_frame(&mut self) -> Duration {
        self.frame("first frame", |line| line.contains("Jobs")) - self.begun
    }

    /// Waits until the count of jobs stands there without a word about reading.
    fn all_read(&mut self) -> Duration {
        let told = |line: &str| line.contains("by title") && !line.contains(", reading");
        self.frame("end of reading", told) - self.begun
    }

    fn press(&mut self, key: &str) -> Instant {
        let pressed = Instant::now();
        self.writer.write_all(key.as_bytes()).unwrap();
        self.writer.flush().unwrap();
        pressed
    }

    /// From a key to the end of its frame.
    fn key(&mut self, key: &str) -> Duration {
        let pressed = self.press(key);
        self.frame("frame for a key", |_| true) - pressed
    }

    fn quit(&mut self) -> Duration {
        let pressed = self.press("\x03");
        self.exit.recv_timeout(PATIENCE).unwrap() - pressed
    }

    /// Processor time until now, in clock ticks.
    fn ticks(&self) -> u64 {
        let stat = std::fs::read_to_string(format!("/proc/{}/stat", self.pid)).unwrap();
        // The name in brackets may hold spaces; behind it user time is the 12th word, then system.
        let words: Vec<&str> = stat.rsplit_once(')').unwrap().1.split_whitespace().collect();
        words[11].parse::<u64>().unwrap() + words[12].parse::<u64>().unwrap()
    }
}

/// What was measured for one folder.
#[derive(Default)]
struct Figures {
    first_frame: Vec<Duration>,
    all_read: Vec<Duration>,
    step: Vec<Duration>,
    letter: Vec<Duration>,
    quit: Vec<Duration>,
    serde_yaml: Vec<Duration>,
}

fn measured(folder: &Path) -> Figures {
    let mut figures = Figures::default();
    let texts = files(folder);
    // Once for nothing, so that every run finds the files in memory.
    Program::start(folder).all_read();
    for _ in 0..RUNS {
        let mut program = Program::start(folder);
        figures.first_frame.push(program.first_frame());
        figures.all_read.push(program.all_read());
        figures.step.push(program.key("j"));
        program.key("/");
        figures.letter.push(program.key("e"));
        program.quit();
        let mut program = Program::start(folder);
        program.first_frame();
        figures.quit.push(program.quit());
        let begun = Instant::now();
        parse_with_serde_yaml(&texts);
        figures.serde_yaml.push(begun.elapsed());
    }
    figures
}

/// Milliseconds in the middle of all runs.
fn median(times: &[Duration]) -> f64 {
    let mut times = times.to_vec();
    times.sort();
    times[times.len() / 2].as_secs_f64() * 1000.0
}

/// The share of one core that the program takes while it has nothing to do, in percent.
fn idle(folder: &Path) -> f64 {
    let mut program = Program::start(folder);
    program.all_read();
    program.key("j");
    let before = program.ticks();
    thread::sleep(IDLE);
    let ticks = program.ticks() - before;
    program.quit();
    ticks as f64 / TICKS_A_SECOND / IDLE.as_secs_f64() * 100.0
}

/// The folders that are there, each with the name of its column.
fn folders(generated: &Path) -> Vec<(&'static str, PathBuf)> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let all = [
        ("shipped", root.join("profiles")),
        ("1,016 real", root.join("../shared/data/onet")),
        ("16,000 generated", generated.to_owned()),
    ];
    all.into_iter().filter(|(_, folder)| folder.is_dir()).collect()
}

fn main() {
    // Without this word it is a test run, which has no use for figures.
    if !std::env::args().any(|argument| argument == "--bench") {
        return;
    }
    let generated = tempfile::tempdir().unwrap();
    write_library(generated.path(), 16_000, &mut Seed(1)).unwrap();
    let folders = folders(generated.path());
    let figures: Vec<Figures> = folders.iter().map(|(_, folder)| measured(folder)).collect();
    let row = |name: &str, of: &dyn Fn(usize) -> String| {
        let cells: Vec<String> = (0..folders.len()).map(|i| format!("{:>18}", of(i))).collect();
        println!("| {name:<34} |{} |", cells.join(" |"));
    };
    let times = |name, of: fn(&Figures) -> &Vec<Duration>| {
        row(name, &|i| format!("{:.1} ms", median(of(&figures[i]))));
    };
    row("", &|i| folders[i].0.to_owned());
    row("---", &|_| "---:".to_owned());
    times("start to first frame", |f| &f.first_frame);
    times("start to everything read", |f| &f.all_read);
    times("one thread of serde_yaml, parsing", |f| &f.serde_yaml);
    times("`j` to its frame", |f| &f.step);
    times("first letter to its frame", |f| &f.letter);
    times("ctrl-c while reading to the end", |f| &f.quit);
    row("a core while idle", &|i| format!("{:.1} %", idle(&folders[i].1)));
}
