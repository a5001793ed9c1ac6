//! A job of a library: who it is, its profile as last read well, and what is wrong with it.

use super::{Excerpt, Places, Problem, Profile};
use crate::printable::printable_path;
use std::borrow::Cow;
use std::path::{Path, PathBuf};

/// Who a profile is: its path below the library's folder and its place in the file.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct JobId {
    /// Path below the library's folder.
    pub path: PathBuf,
    /// Which document of the file, from 1.
    pub document: u32,
}

impl JobId {
    /// The first document of a file.
    #[must_use]
    pub fn first(path: impl AsRef<Path>) -> Self {
        Self { path: path.as_ref().to_owned(), document: 1 }
    }
}

impl Default for JobId {
    fn default() -> Self {
        Self::first("")
    }
}

impl std::fmt::Display for JobId {
    /// `sales/rep.yaml`, or `sales/rep.yaml#2` for a later document; safe to show.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&printable_path(&self.path))?;
        if self.document > 1 {
            write!(f, "#{}", self.document)?;
        }
        Ok(())
    }
}

/// One document of a profile file.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Job {
    /// Who it is.
    pub id: JobId,
    /// What could be read of it. `None` where nothing could.
    pub profile: Option<Profile>,
    /// What is wrong with it, by line.
    pub problems: Vec<Problem>,
    /// Whether the profile is that of an earlier reading, since the file cannot be read any more.
    pub kept: bool,
    /// Where the profile's parts stand in the file; empty where the profile is kept.
    pub places: Places,
    /// Where the file cannot be read, the lines around its first error that has a place.
    pub excerpt: Option<Excerpt>,
}

impl Job {
    /// The title, or the file's name where there is none to read.
    #[must_use]
    pub fn title(&self) -> Cow<'_, str> {
        match &self.profile {
            Some(profile) if !profile.title.trim().is_empty() => Cow::Borrowed(&profile.title),
            _ => {
                let name = self.id.path.file_name().unwrap_or_default();
                Cow::Owned(printable_path(Path::new(name)))
            }
        }
    }

    /// The job code, where there is one to read.
    #[must_use]
    pub fn code(&self) -> Option<&str> {
        self.profile.as_ref()?.code.as_deref()
    }

    /// The job level, where there is one to read.
    #[must_use]
    pub fn level(&self) -> Option<&str> {
        self.profile.as_ref()?.level.as_deref()
    }

    /// The job family, where there is one to read.
    #[must_use]
    pub fn family(&self) -> Option<&str> {
        self.profile.as_ref()?.family.as_deref()
    }
}
