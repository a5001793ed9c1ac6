//! Writes a new file, whole or not at all, and never one that exists.

use super::file::reason;
use crate::printable::printable_path;
use std::fs::{self, File, OpenOptions};
use std::io::{self, ErrorKind, Write};
use std::path::{Path, PathBuf};

/// Writes a file that does not exist yet into a folder that does. It is written under another
/// name first and gets its own only when all of it is on the disk.
///
/// # Errors
/// A sentence that says why it was not written; then there is no such file, or the one that was
/// there before.
pub fn create(path: &Path, text: &str) -> Result<(), String> {
    let shown = printable_path(path);
    let exists = || format!("{shown} exists already; name a file that does not");
    let failed = |wrong: &io::Error| format!("cannot write {shown}: {}", reason(wrong));
    let Some(name) = path.file_name() else {
        return Err(format!("{shown} names no file; write the name of a new one behind it"));
    };
    if fs::symlink_metadata(path).is_ok() {
        return Err(exists());
    }
    let folder = match path.parent() {
        Some(folder) if !folder.as_os_str().is_empty() => folder,
        _ => Path::new("."),
    };
    if !folder.is_dir() {
        let folder = printable_path(folder);
        return Err(format!("there is no folder {folder}; make it first, or name another"));
    }
    let mut draft_name = std::ffi::OsString::from(".");
    draft_name.push(name);
    draft_name.push(format!(".{}.tmp", std::process::id()));
    let draft = Draft::write(folder.join(draft_name), text).map_err(|wrong| failed(&wrong))?;
    // A second name, unlike a new one, is never given in the place of a file that exists.
    fs::hard_link(&draft.0, path).map_err(|wrong| match wrong.kind() {
        ErrorKind::AlreadyExists => exists(),
        _ => failed(&wrong),
    })?;
    drop(draft);
    // The file is there; whether its name outlives a power failure is up to the disk.
    let _ = File::open(folder).and_then(|folder| folder.sync_all());
    Ok(())
}

/// A file under its first name, which is gone with the value.
struct Draft(PathBuf);

impl Draft {
    fn write(path: PathBuf, text: &str) -> io::Result<Self> {
        let mut file = OpenOptions::new().write(true).create_new(true).open(&path)?;
        let draft = Self(path);
        file.write_all(text.as_bytes())?;
        file.sync_all()?;
        Ok(draft)
    }
}

impl Drop for Draft {
    fn drop(&mut self) {
        // Left behind, it is hidden and no profile.
        let _ = fs::remove_file(&self.0);
    }
}
