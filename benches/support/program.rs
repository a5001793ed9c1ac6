//! A program on a terminal, as a person has it: bytes in, a screen out, and when each came.

#![allow(dead_code, reason = "each benchmark uses its own part of this")]

use portable_pty::{CommandBuilder, MasterPty, PtySize, native_pty_system};
use rustix::process::{Pid, Signal, kill_process};
use std::fs;
use std::io::{Read, Write};
use std::num::NonZeroU16;
use std::path::Path;
use std::sync::mpsc::{Receiver, channel};
use std::thread;
use std::time::{Duration, Instant};
use vt100::Parser;

/// How long anything may take that is expected to happen.
const PATIENCE: Duration = Duration::from_secs(60);
/// How Linux counts in /proc, on every machine.
const TICKS_A_SECOND: f64 = 100.0;
/// Columns and rows.
pub const SIZE: (u16, u16) = (120, 40);

/// A program that runs on a terminal of its own, and ends with this value.
pub struct Program {
    /// When it was started.
    pub begun: Instant,
    pid: u32,
    output: Receiver<(Instant, Vec<u8>)>,
    exit: Receiver<Instant>,
    writer: Box<dyn Write + Send>,
    screen: Parser,
    _master: Box<dyn MasterPty + Send>,
}

impl Program {
    /// The browser on a folder.
    pub fn rolebook(folder: &Path, arguments: &[&str]) -> Self {
        let mut command = CommandBuilder::new(env!("CARGO_BIN_EXE_rolebook"));
        command.arg(folder);
        command.args(arguments);
        Self::start(command)
    }

    /// Any program.
    pub fn start(mut command: CommandBuilder) -> Self {
        let size = PtySize { rows: SIZE.1, cols: SIZE.0, pixel_width: 0, pixel_height: 0 };
        let pair = native_pty_system().openpty(size).unwrap();
        let mut reader = pair.master.try_clone_reader().unwrap();
        let writer = pair.master.take_writer().unwrap();
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
        Self { begun, pid, output, exit, writer, screen, _master: pair.master }
    }

    /// Waits until the screen is as described; when the bytes came that made it so.
    pub fn shows(&mut self, what: &str, told: impl Fn(&str) -> bool) -> Instant {
        loop {
            let (when, bytes) = self
                .output
                .recv_timeout(PATIENCE)
                .unwrap_or_else(|_| panic!("no {what}:\n{}", self.text()));
            self.screen.process(&bytes);
            if told(&self.text()) {
                return when;
            }
        }
    }

    /// The words on the screen.
    pub fn text(&self) -> String {
        self.screen.screen().contents()
    }

    /// Presses keys; when.
    pub fn press(&mut self, keys: &str) -> Instant {
        let pressed = Instant::now();
        self.writer.write_all(keys.as_bytes()).unwrap();
        self.writer.flush().unwrap();
        pressed
    }

    /// From a key to the screen that is another one than before in what `part` takes from it.
    pub fn answer<T: PartialEq>(&mut self, key: &str, part: impl Fn(&str) -> T) -> Duration {
        let before = part(&self.text());
        let pressed = self.press(key);
        self.shows(&format!("answer to {key:?}"), |text| part(text) != before) - pressed
    }

    /// From Ctrl-C to the end of the program.
    pub fn quit(&mut self) -> Duration {
        let pressed = self.press("\x03");
        self.exit.recv_timeout(PATIENCE).unwrap() - pressed
    }

    /// Bytes of memory that it holds.
    pub fn memory(&self) -> u64 {
        let status = fs::read_to_string(format!("/proc/{}/status", self.pid)).unwrap();
        let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:")).unwrap();
        line.split_whitespace().next().unwrap().parse::<u64>().unwrap() * 1024
    }

    /// The share of one core that it takes over some time from now, in percent.
    pub fn share_of_a_core(&self, time: Duration) -> f64 {
        let before = self.ticks();
        thread::sleep(time);
        (self.ticks() - before) as f64 / TICKS_A_SECOND / time.as_secs_f64() * 100.0
    }

    /// Processor time until now, in clock ticks.
    fn ticks(&self) -> u64 {
        let stat = fs::read_to_string(format!("/proc/{}/stat", self.pid)).unwrap();
        // The name in brackets may hold spaces; behind it user time is the 12th word, then system.
        let words: Vec<&str> = stat.rsplit_once(')').unwrap().1.split_whitespace().collect();
        words[11].parse::<u64>().unwrap() + words[12].parse::<u64>().unwrap()
    }
}

impl Drop for Program {
    fn drop(&mut self) {
        let pid = i32::try_from(self.pid).ok().and_then(Pid::from_raw);
        let _ = pid.map(|pid| kill_process(pid, Signal::TERM));
    }
}
