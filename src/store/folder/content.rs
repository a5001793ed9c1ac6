//! Where the bytes of a file come from, and whether they are still those of the last time.

use super::Origin;
use crate::model::Problem;
use crate::store::file::{self, Stamp, Unread};
use crate::store::walk::{Found, is_skipped, leads_outside, outside_link};
use include_dir::{Dir, include_dir};
use std::borrow::Cow;
use std::path::Path;

static SAMPLE: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/profiles");

/// Which state of a file was read.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) enum Version {
    /// None, so that it is tried again.
    #[default]
    Unknown,
    /// That of the program's own copy, which never changes.
    Carried,
    /// That of a stamp.
    Stamped(Stamp),
}

/// What became of the attempt to read a file.
pub(super) enum Content {
    /// It is as it was.
    Unchanged,
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
}

impl Source {
    /// The bytes of a file, unless it is still in the state that is known.
    pub fn content(&self, path: &Path, known: Version) -> Content {
        let root = match &self.origin {
            Origin::Folder(root) => root,
            Origin::Sample if known == Version::Carried => return Content::Unchanged,
            Origin::Sample => {
                return match SAMPLE.get_file(path) {
                    Some(file) => Content::New(Cow::Borrowed(file.contents()), Version::Carried),
                    None => Content::Gone,
                };
            }
        };
        let full = root.join(path);
        if let Version::Stamped(known) = known
            && Stamp::of(&full).is_ok_and(|stamp| stamp == known)
        {
            return Content::Unchanged;
        }
        match file::read(&full) {
            Ok((bytes, stamp)) => Content::New(Cow::Owned(bytes), Version::Stamped(stamp)),
            Err(Unread::Gone) => Content::Gone,
            Err(Unread::Wrong(problem)) => Content::Wrong(problem),
        }
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
