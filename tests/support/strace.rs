//! What a program asks the system for, as `strace` tells it.

use std::fs;
use std::path::PathBuf;
use std::process::Command;
use tempfile::TempDir;

/// A place for what is told of one run.
pub struct Trace(TempDir);

/// One call to the system.
#[derive(Debug)]
pub struct Call {
    /// Such as `openat`.
    pub name: String,
    /// The whole line; of file descriptors it tells the paths as well.
    pub text: String,
}

impl Trace {
    /// `None`, and a word about it, where nothing can be traced.
    pub fn possible() -> Option<Self> {
        let tried = Command::new("strace").args(["-o", "/dev/null", "true"]).status();
        if !tried.is_ok_and(|status| status.success()) {
            println!("skipped: no strace here, or nothing may be traced");
            return None;
        }
        Some(Self(TempDir::new().unwrap()))
    }

    fn file(&self) -> PathBuf {
        self.0.path().join("calls")
    }

    /// The words that go before a command. `calls` are those that are told, as in `%file,fchmod`.
    pub fn words(&self, calls: &str) -> Vec<String> {
        let file = self.file().to_str().unwrap().to_owned();
        let calls = format!("trace={calls}");
        ["strace", "-f", "-qq", "-y", "-s", "4096", "-o", &file, "-e", &calls]
            .map(ToOwned::to_owned)
            .to_vec()
    }

    /// What was told until now, signals as well.
    pub fn text(&self) -> String {
        fs::read_to_string(self.file()).unwrap_or_default()
    }

    /// What was asked for until now.
    pub fn calls(&self) -> Vec<Call> {
        self.text().lines().filter_map(call).collect()
    }
}

/// The call of a line. What tells the end of one that was told before is none.
fn call(line: &str) -> Option<Call> {
    let (_, text) = line.split_once(' ')?;
    let (name, _) = text.trim_start().split_once('(')?;
    let is_name = name.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '_');
    is_name.then(|| Call { name: name.to_owned(), text: text.to_owned() })
}
