//! Looking again at what may have changed, and at nothing else.

use super::{Folder, FolderError, Origin};
use crate::model::Library;
use crate::store::file::Stamp;
use crate::store::walk::{SETTINGS, kind_of};
use crate::store::watch::Look;
use std::collections::HashSet;
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};
use std::time::Instant;

/// Which files are to be looked at again, by their paths below the root.
#[derive(Debug, Default)]
pub(super) struct Wanted {
    folders: HashSet<PathBuf>,
    files: HashSet<PathBuf>,
}

impl Wanted {
    /// Takes in more files.
    pub fn extend(&mut self, files: HashSet<PathBuf>) {
        self.files.extend(files);
    }

    /// Whether a file is among them.
    pub fn has(&self, path: &Path) -> bool {
        path.parent().is_some_and(|folder| self.folders.contains(folder))
            || self.files.contains(path)
    }

    /// Those among files that are in order by path. Most of them are never touched.
    pub fn among<'f>(&self, all: &'f [PathBuf]) -> Vec<&'f PathBuf> {
        let inside = |folder: &'_ PathBuf| {
            let folder = folder.clone();
            let first = all.partition_point(|path| *path < folder);
            let below = folder.clone();
            all[first..]
                .iter()
                .take_while(move |path| path.starts_with(&below))
                .filter(move |path| path.parent() == Some(&folder))
        };
        let named = self.files.iter().filter_map(|path| Some(&all[all.binary_search(path).ok()?]));
        let mut wanted: Vec<&PathBuf> = self.folders.iter().flat_map(inside).chain(named).collect();
        wanted.sort();
        wanted.dedup();
        wanted
    }
}

impl Folder {
    /// Looks at what is due and publishes a snapshot if anything is other than it was. Only files
    /// whose stamp changed are read, and only those that are not being written.
    ///
    /// # Errors
    /// When the folder itself cannot be read.
    pub fn look(
        &mut self,
        look: &Look,
        publish: &mut dyn FnMut(Library) -> ControlFlow<()>,
    ) -> Result<(), FolderError> {
        let due = self.source.patience.due(look.now);
        let writing = look.writing.iter().flat_map(|path| self.files_at(path)).collect();
        self.source.patience.begin(look.now, writing, look.quiet);
        let before = self.root;
        self.check()?;
        let moved = !is_same(before, self.root);
        if look.everything || moved || !self.was_read {
            self.take_in(None, publish);
        } else {
            let mut wanted = self.wanted(&look.paths, due);
            if before != self.root {
                wanted.folders.insert(PathBuf::new());
            }
            if !wanted.folders.is_empty() || !wanted.files.is_empty() {
                self.take_in(Some(wanted), publish);
            }
        }
        self.source.patience.finish();
        Ok(())
    }

    /// When files that were left alone are to be looked at again.
    #[must_use]
    pub fn next_look(&self) -> Option<Instant> {
        self.source.patience.next()
    }

    /// The real paths of all folders in which a change matters; none for the program's own library.
    #[must_use]
    pub fn watchable(&self) -> HashSet<PathBuf> {
        let behind_links = self.found.links.iter().filter_map(|(real, _)| real.parent());
        self.found
            .folders
            .keys()
            .map(PathBuf::as_path)
            .chain(behind_links)
            .map(Into::into)
            .collect()
    }

    /// How the folder itself stood when it was looked at last; `None` if it could not be.
    pub(in crate::store) fn root_stamp(&self) -> Option<Stamp> {
        self.root
    }

    /// The folder on the disk; `None` for the library that the program carries.
    #[must_use]
    pub fn root(&self) -> Option<&Path> {
        match &self.source.origin {
            Origin::Folder(root) => Some(root),
            Origin::Sample => None,
        }
    }

    /// Whether other files may be there than were found.
    pub(super) fn is_outdated(&self, wanted: Option<&Wanted>) -> bool {
        let (Some(wanted), Some(root)) = (wanted, self.root()) else { return true };
        wanted.folders.iter().any(|folder| self.found.is_outdated(root, folder))
    }

    /// The files that changes at these real paths may concern.
    fn wanted(&self, changed: &HashSet<PathBuf>, due: Vec<PathBuf>) -> Wanted {
        let mut wanted = Wanted { files: due.into_iter().collect(), ..Wanted::default() };
        for path in changed {
            let folders = [Some(path.as_path()), path.parent()].into_iter().flatten();
            wanted.folders.extend(folders.filter_map(|f| self.found.folders.get(f)).cloned());
            let behind = |real: &Path| real == path || real.parent() == path.parent();
            let links = self.found.links.iter().filter(|(real, _)| behind(real));
            wanted.files.extend(links.map(|(_, link)| link.clone()));
        }
        wanted
    }

    /// The files that are read from a real path.
    fn files_at(&self, real: &Path) -> Vec<PathBuf> {
        let name = real.file_name().unwrap_or_default();
        let own = real.parent().and_then(|folder| self.found.folders.get(folder));
        let own = own
            .map(|folder| folder.join(name))
            .filter(|path| kind_of(path).is_some() || path == Path::new(SETTINGS));
        let links = self.found.links.iter().filter(|(target, _)| target == real);
        own.into_iter().chain(links.map(|(_, link)| link.clone())).collect()
    }
}

/// Whether a folder is still the same one.
pub(in crate::store) fn is_same(before: Option<Stamp>, now: Option<Stamp>) -> bool {
    before.zip(now).is_some_and(|(before, now)| before.is_same(&now))
}
