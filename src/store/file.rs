//! Reads one file without ever being held up by it.

use super::text::error;
use crate::model::rule;
use crate::model::{Problem, Severity};
use rustix::fs::OFlags;
use std::fs::{self, File, Metadata, OpenOptions};
use std::io::{self, ErrorKind, Read};
use std::os::unix::fs::{MetadataExt, OpenOptionsExt};
use std::path::Path;

/// How many bytes a file may have.
pub(super) const LONGEST: u64 = 4 * 1024 * 1024;

/// What changes when a file does. Times are compared for being different, never for being later,
/// since git, rsync and wrong clocks set them back.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Stamp {
    device: u64,
    inode: u64,
    size: u64,
    modified: (i64, i64),
    changed: (i64, i64),
}

impl Stamp {
    /// The stamp of a file, or of what a link leads to.
    ///
    /// # Errors
    /// When there is no such file, or its folder cannot be read.
    pub fn of(path: &Path) -> io::Result<Self> {
        fs::metadata(path).map(|found| Self::from(&found))
    }

    /// How many bytes the file has.
    #[must_use]
    pub fn size(&self) -> u64 {
        self.size
    }

    /// Whether both are of the same file or folder, changed or not.
    #[must_use]
    pub fn is_same(&self, other: &Self) -> bool {
        self.file() == other.file()
    }

    /// Which file or folder it is, by whatever path.
    #[must_use]
    pub fn file(&self) -> (u64, u64) {
        (self.device, self.inode)
    }

    /// Whether both are of one file with the same bytes. To give it another name changes only when
    /// it was changed, on some systems.
    #[must_use]
    pub fn is_renamed(&self, other: &Self) -> bool {
        Self { changed: other.changed, ..*self } == *other
    }
}

impl From<&Metadata> for Stamp {
    fn from(found: &Metadata) -> Self {
        Self {
            device: found.dev(),
            inode: found.ino(),
            size: found.size(),
            modified: (found.mtime(), found.mtime_nsec()),
            changed: (found.ctime(), found.ctime_nsec()),
        }
    }
}

/// Why a file was not read.
#[derive(Debug)]
pub(super) enum Unread {
    /// It has gone since its folder was listed.
    Gone,
    /// Something is wrong with it.
    Wrong(Problem),
}

/// The bytes of a regular file and its stamp from before they were read, so that a change while
/// reading is seen the next time.
pub(super) fn read(path: &Path) -> Result<(Vec<u8>, Stamp), Unread> {
    // Opening a device may have effects of its own, so it is not opened only to be looked at.
    refuse(&fs::metadata(path).map_err(|e| unreadable(&e))?)?;
    // Between the look and the opening it may have become a pipe, on which a plain open waits.
    let file = OpenOptions::new()
        .read(true)
        .custom_flags(OFlags::NONBLOCK.bits().cast_signed())
        .open(path)
        .map_err(|e| unreadable(&e))?;
    let found = file.metadata().map_err(|e| unreadable(&e))?;
    refuse(&found)?;
    let bytes = read_limited(&file, found.size()).map_err(|e| unreadable(&e))?;
    let length = bytes.len() as u64;
    if length > LONGEST {
        Err(Unread::Wrong(too_long(length)))
    } else {
        Ok((bytes, Stamp::from(&found)))
    }
}

fn read_limited(file: &File, size: u64) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::with_capacity(usize::try_from(size).unwrap_or_default() + 1);
    // A file may be longer than it says, as those below /proc are.
    file.take(LONGEST + 1).read_to_end(&mut bytes)?;
    Ok(bytes)
}

fn refuse(found: &Metadata) -> Result<(), Unread> {
    if !found.is_file() {
        return Err(Unread::Wrong(not_a_file()));
    }
    if found.size() > LONGEST {
        return Err(Unread::Wrong(too_long(found.size())));
    }
    Ok(())
}

/// What is said of pipes, sockets and devices.
pub(super) fn not_a_file() -> Problem {
    let sentence = "no regular file, so it was passed over".to_owned();
    Problem {
        severity: Severity::Warning,
        rule: rule::NOT_A_FILE,
        place: None,
        sentence,
        about_pay: false,
    }
}

/// What is said of a file that is larger than any file of profiles.
pub(super) fn too_long(size: u64) -> Problem {
    const MEGABYTE: u64 = 1024 * 1024;
    let sentence = format!(
        "file is {} MB, limit {} MB; split it, or name it under ignore in library.yaml",
        size.div_ceil(MEGABYTE),
        LONGEST / MEGABYTE
    );
    error(rule::TOO_LARGE, None, sentence)
}

/// Why something could not be read, in words.
pub(super) fn reason(wrong: &io::Error) -> String {
    match wrong.kind() {
        ErrorKind::PermissionDenied => "permission denied".to_owned(),
        ErrorKind::NotFound => "not found".to_owned(),
        _ => crate::printable::printable(&wrong.to_string()).into_owned(),
    }
}

fn unreadable(wrong: &io::Error) -> Unread {
    if is_gone(wrong) {
        return Unread::Gone;
    }
    Unread::Wrong(error(rule::UNREADABLE, None, reason(wrong)))
}

/// Whether what was there a moment ago is not any more: it has gone, or what stands in its place or
/// above it is no folder.
pub(super) fn is_gone(wrong: &io::Error) -> bool {
    matches!(wrong.kind(), ErrorKind::NotFound | ErrorKind::NotADirectory)
}
