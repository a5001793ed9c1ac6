//! Where the bytes of a file come from, and whether they are still those of the last time.

use super::lines::Lines;
use super::patience::Patience;
use super::{FolderError, Origin};
use crate::model::Problem;
use crate::store::file::{self, Stamp, Unread};
use crate::store::walk::{Found, is_skipped, leads_outside, outside_link};
use include_dir::{Dir, include_dir};
use std::borrow::Cow;
use std::path::Path;
use std::sync::Arc;

static SAMPLE: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/profiles");

/// Which state of a file was read.
#[derive(Debug, Clone, Default)]
pub(super) enum Version {
    /// None, so that it is tried again.
    #[default]
    Unknown,
    /// That of the program's own copy, which never changes.
    Carried,
    /// That of a stamp, with the lines that were there.
    Read(Stamp, Arc<Lines>),
}

impl Version {
    /// The stamp of the state that was read.
    pub fn stamp(&self) -> Option<Stamp> {
        match self {
            Self::Read(stamp, _) => Some(*stamp),
            Self::Unknown | Self::Carried => None,
        }
    }
}

/// What became of the attempt to read a file.
pub(super) enum Content {
    /// It holds what it held, or is not to be read yet; the version to know it by.
    Unchanged(Version),
    /// New bytes.
    New(Cow<'static, [u8]>, Version),
    /// There is no such file.
    Gone,
    /// It cannot be read.
    Wrong(Problem),
}

/// The disk or the program itself.
#[derive(Debug)]
pub(super) struct Source {
    pub origin: Origin,
    pub follow: bool,
    pub patience: Patience,
}

impl Source {
    /// The bytes of a file, unless it is still in the state that is known, or better read later.
    pub fn content(&self, path: &Path, known: Version) -> Content {
        let root = match &self.origin {
            Origin::Folder(root) => root,
            Origin::Sample if matches!(known, Version::Carried) => {
                return Content::Unchanged(known);
            }
            Origin::Sample => {
                return match SAMPLE.get_file(path) {
                    Some(file) => Content::New(Cow::Borrowed(file.contents()), Version::Carried),
                    None => Content::Gone,
                };
            }
        };
        let full = root.join(path);
        let stamp = Stamp::of(&full).ok();
        if let (Version::Read(known_stamp, _), Some(stamp)) = (&known, &stamp)
            && stamp == known_stamp
        {
            self.patience.end(path);
            return Content::Unchanged(known);
        }
        let was_read = matches!(known, Version::Read(..));
        if self.patience.is_too_early(path, stamp)
            || stamp.is_none() && was_read && self.patience.awaits_return(path)
        {
            return Content::Unchanged(known);
        }
        match file::read(&full) {
            Ok((bytes, stamp)) => self.content_of(path, known, bytes, stamp),
            Err(Unread::Gone) => Content::Gone,
            Err(Unread::Wrong(problem)) => Content::Wrong(problem),
        }
    }

    /// What to make of bytes that were read in the state of a stamp.
    fn content_of(&self, path: &Path, known: Version, bytes: Vec<u8>, stamp: Stamp) -> Content {
        let lines = Lines::of(&bytes);
        let version = |lines| Version::Read(stamp, lines);
        if let Version::Read(_, before) = &known {
            if **before == lines {
                self.patience.end(path);
                return Content::Unchanged(version(Arc::clone(before)));
            }
            let half = lines.may_be_half_of(before)
                || self.patience.was_half(path) && lines.ends_before(before);
            if half && self.patience.awaits_more(path, stamp) {
                return Content::Unchanged(known);
            }
        } else if bytes.is_empty() && self.patience.awaits_more(path, stamp) {
            return Content::Unchanged(known);
        }
        self.patience.end(path);
        Content::New(Cow::Owned(bytes), version(Arc::new(lines)))
    }

    /// The same for a file that is read by name and not found by walking the folder.
    pub fn named_content(&self, path: &Path, known: Version) -> Content {
        match &self.origin {
            Origin::Folder(root) if !self.follow && leads_outside(root, &root.join(path)) => {
                Content::Wrong(outside_link())
            }
            _ => self.content(path, known),
        }
    }

    /// How the folder itself stands now.
    pub fn root_stamp(&self) -> Option<Stamp> {
        match &self.origin {
            Origin::Folder(root) => Stamp::of(root).ok(),
            Origin::Sample => None,
        }
    }

    /// Whether there is a folder that can be looked into.
    pub fn check(&self) -> Result<(), FolderError> {
        let Origin::Folder(root) = &self.origin else { return Ok(()) };
        let why = |wrong: std::io::Error| match wrong.kind() {
            std::io::ErrorKind::NotFound => FolderError::Missing(root.clone()),
            std::io::ErrorKind::NotADirectory => FolderError::NotAFolder(root.clone()),
            _ => FolderError::Unreadable(root.clone(), file::reason(&wrong)),
        };
        // Looked at first, because a pipe or a device must not even be opened.
        if !std::fs::metadata(root).map_err(why)?.is_dir() {
            return Err(FolderError::NotAFolder(root.clone()));
        }
        std::fs::read_dir(root).map(drop).map_err(why)
    }
}

/// The files that the program carries.
pub(super) fn sample() -> Found {
    let mut found = Found::default();
    let mut folders = vec![&SAMPLE];
    while let Some(folder) = folders.pop() {
        let files = folder.files().map(|file| file.path()).filter(|path| !is_skipped(path));
        files.for_each(|path| found.add(path.to_owned()));
        folders.extend(folder.dirs().filter(|dir| !is_skipped(dir.path())));
    }
    found.sort();
    found
}
