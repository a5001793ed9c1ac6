//! A job of a library: who it is, its profile as last read well, and what is wrong with it.

use super::{Excerpt, Places, Problem, Profile};
use crate::printable::printable_path;
use std::borrow::Cow;
use std::cmp::Ordering;
use std::path::{Path, PathBuf};

/// Who a profile is: its path below the library's folder and its place in the file.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
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

/// By path, folder by folder as paths are ordered, and then by document. Ids are compared by the
/// thousand, and taking paths apart for it would take most of the time of a reload.
impl Ord for JobId {
    fn cmp(&self, other: &Self) -> Ordering {
        let (one, two) = (self.path.as_os_str(), other.path.as_os_str());
        let (one, two) = (one.as_encoded_bytes(), two.as_encoded_bytes());
        let apart = one.iter().zip(two).find(|(a, b)| a != b);
        // A folder ends before any name goes on.
        let rank = |byte: u8| if byte == b'/' { 0 } else { byte };
        let order = apart.map_or(one.len().cmp(&two.len()), |(a, b)| rank(*a).cmp(&rank(*b)));
        order.then_with(|| self.document.cmp(&other.document))
    }
}

impl PartialOrd for JobId {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
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
    pub excerpt: Option<Box<Excerpt>>,
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

    /// Whether others know it by the same names as another job: whoever reports to the one reports
    /// to the other, and it reports to the same.
    #[must_use]
    pub fn is_known_as(&self, other: &Self) -> bool {
        let (Some(own), Some(other)) = (&self.profile, &other.profile) else { return false };
        own.title == other.title
            && own.code == other.code
            && own.also_known_as == other.also_known_as
            && own.family == other.family
            && own.language == other.language
            && own.reports_to == other.reports_to
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_stand_in_the_order_of_their_paths() {
        let mut paths = ["a", "a/b", "a-b/c", "a/b/c", "a.yaml", "b", "a/bc", "ab", "A", "é/x"];
        paths.sort_by(|a, b| Path::new(a).cmp(Path::new(b)));
        assert!(paths.map(JobId::first).is_sorted());
        assert!(JobId::first("a") < JobId { document: 2, ..JobId::first("a") });
        assert!(JobId { document: 2, ..JobId::first("a") } < JobId::first("a/b"));
    }
}
