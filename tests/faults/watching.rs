//! Faults of watching (W): in whatever way a file changes, the screen follows.

#[path = "watching/limits.rs"]
mod limits;
#[path = "watching/many.rs"]
mod many;
#[path = "watching/open.rs"]
mod open;
#[path = "watching/root.rs"]
mod root;
#[path = "watching/saves.rs"]
mod saves;

use crate::pty::{Pty, Start};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::thread;
use tempfile::TempDir;

const ROLEBOOK: &str = env!("CARGO_BIN_EXE_rolebook");

/// A folder with these files, inside one that is gone with the value.
struct Library {
    around: TempDir,
}

impl Library {
    fn new(files: &[(&str, &str)]) -> Self {
        let library = Self { around: TempDir::new().unwrap() };
        fs::create_dir(library.root()).unwrap();
        files.iter().for_each(|(path, text)| library.write(path, text));
        library
    }

    fn root(&self) -> PathBuf {
        self.around.path().join("roles")
    }

    fn path(&self, path: &str) -> PathBuf {
        self.root().join(path)
    }

    /// Writes over what is there, in place.
    fn write(&self, path: &str, text: &str) {
        fs::create_dir_all(self.path(path).parent().unwrap()).unwrap();
        fs::write(self.path(path), text).unwrap();
    }

    /// The browser on it, once it watches.
    fn open(&self, arguments: &[&str]) -> Pty {
        let root = self.root();
        let mut command = vec![ROLEBOOK, root.to_str().unwrap()];
        command.extend(arguments);
        opened(&command)
    }
}

fn opened(command: &[&str]) -> Pty {
    let pty = Start::new(command).size(120, 24).go();
    pty.wait_for_text("watching");
    pty
}

/// How many times the program has sent a text.
fn times(pty: &Pty, text: &str) -> usize {
    let sent = String::from_utf8_lossy(&pty.bytes()).into_owned();
    sent.matches(text).count()
}

/// Tells a story for each of these at the same time, as most of it is waiting.
fn side_by_side<T: Send>(cases: impl IntoIterator<Item = T>, story: impl Fn(T) + Sync) {
    let story = &story;
    thread::scope(|scope| {
        for case in cases {
            scope.spawn(move || story(case));
        }
    });
}

/// A shell, as a person has one.
fn shell(folder: &Path, script: &str) {
    let done = Command::new("sh").arg("-ec").arg(script).current_dir(folder).output().unwrap();
    assert!(done.status.success(), "{script}: {}", String::from_utf8_lossy(&done.stderr));
}
