//! Faults of files and folders (F): what cannot be read spares the rest.

#[path = "files/folders.rs"]
mod folders;
#[path = "files/kinds.rs"]
mod kinds;
#[path = "files/names.rs"]
mod names;

use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};
use std::process::Command;
use tempfile::TempDir;

const ROLEBOOK: &str = env!("CARGO_BIN_EXE_rolebook");

/// A folder of profiles inside one that is gone with the value and that others may look into.
struct Shelf {
    around: TempDir,
}

impl Shelf {
    fn new(files: &[(&str, &str)]) -> Self {
        let shelf = Self { around: TempDir::new().unwrap() };
        fs::set_permissions(shelf.around.path(), fs::Permissions::from_mode(0o755)).unwrap();
        fs::create_dir(shelf.root()).unwrap();
        files.iter().for_each(|(path, text)| shelf.write(path, text));
        shelf
    }

    fn root(&self) -> PathBuf {
        self.around.path().join("roles")
    }

    fn path(&self, path: impl AsRef<Path>) -> PathBuf {
        self.root().join(path)
    }

    fn write(&self, path: impl AsRef<Path>, text: &str) {
        let path = self.path(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }

    /// What the program prints about the folder, from inside it; a program that hangs is ended.
    fn told(&self, arguments: &[&str]) -> Told {
        self.told_by(&[ROLEBOOK], arguments)
    }

    fn told_by(&self, program: &[&str], arguments: &[&str]) -> Told {
        let mut command = Command::new("timeout");
        command.arg("20").args(program).args(arguments).current_dir(self.root());
        let output = command.env_remove("ROLEBOOK_PROFILES").output().unwrap();
        let lines = |bytes| String::from_utf8(bytes).unwrap().lines().map(Into::into).collect();
        Told { out: lines(output.stdout), err: lines(output.stderr), code: output.status.code() }
    }
}

/// What was printed, line by line, and how it ended.
#[derive(Debug)]
struct Told {
    out: Vec<String>,
    err: Vec<String>,
    code: Option<i32>,
}
