//! Which files a folder holds, and what each of them is.

use super::file::{is_gone, not_a_file, reason};
use super::pattern;
use super::text::error;
use crate::model::rule;
use crate::model::{FileProblem, Problem, Severity};
use std::collections::{HashMap, HashSet};
use std::ffi::OsStr;
use std::fs::{self, FileType, Metadata};
use std::hash::{DefaultHasher, Hash, Hasher};
use std::io;
use std::os::unix::fs::{DirEntryExt, MetadataExt};
use std::path::{Path, PathBuf};
use walkdir::{DirEntry, DirEntryExt as _, WalkDir};

/// The file that says what the profiles share, at the folder's root.
pub(super) const SETTINGS: &str = "library.yaml";
/// The name of folders that hold competencies.
const COMPETENCIES: &str = "competencies";

/// What a file holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    /// Shared competencies.
    Competencies,
    /// Job profiles.
    Profiles,
}

/// What a file at this path below the library's folder holds; `None` for one that is not read.
pub(super) fn kind_of(path: &Path) -> Option<Kind> {
    let extension = path.extension()?.to_str()?;
    let is_yaml = ["yaml", "yml"].iter().any(|known| extension.eq_ignore_ascii_case(known));
    if !is_yaml || path == Path::new(SETTINGS) {
        return None;
    }
    let mut folders = path.parent()?.components();
    Some(match folders.any(|folder| folder.as_os_str() == COMPETENCIES) {
        true => Kind::Competencies,
        false => Kind::Profiles,
    })
}

/// The files of a folder, by path, relative to it.
#[derive(Debug, Default)]
pub(super) struct Found {
    /// Files of shared competencies.
    pub competencies: Vec<PathBuf>,
    /// Files of job profiles.
    pub profiles: Vec<PathBuf>,
    /// What could not be looked at.
    pub problems: Vec<FileProblem>,
    /// Every folder that was looked into: its real path, and its path here.
    pub folders: HashMap<PathBuf, PathBuf>,
    /// Every file that is read through a link: its real path, and its path here.
    pub links: Vec<(PathBuf, PathBuf)>,
    /// What each folder held, see [`names`].
    names: HashMap<PathBuf, u64>,
}

impl Found {
    /// Takes in a file, if it is one that is read.
    pub fn add(&mut self, path: PathBuf) {
        match kind_of(&path) {
            Some(Kind::Competencies) => self.competencies.push(path),
            Some(Kind::Profiles) => self.profiles.push(path),
            None => {}
        }
    }

    /// Puts the files in order.
    pub fn sort(&mut self) {
        self.competencies.sort();
        self.profiles.sort();
    }

    /// Whether a folder that was looked into holds other names now.
    pub fn is_outdated(&self, root: &Path, folder: &Path) -> bool {
        names(&root.join(folder)).ok().as_ref() != self.names.get(folder)
    }

    /// Takes in files of an earlier look that are missing now: whoever reads them finds out whether
    /// they are only being saved. Those that `left` are known to stand elsewhere.
    pub fn keep_missing(&mut self, root: &Path, before: Found, left: impl Fn(&Path) -> bool) {
        let is_missing = |path: &PathBuf| {
            if left(path) {
                return false;
            }
            // Its folder may be missing as well: that can be made again within moments, too.
            fs::symlink_metadata(root.join(path)).is_err()
        };
        let keep = |now: &mut Vec<PathBuf>, before: Vec<PathBuf>| {
            let gone = |path: &PathBuf| now.binary_search(path).is_err() && is_missing(path);
            let missing: Vec<PathBuf> = before.into_iter().filter(gone).collect();
            now.extend(missing);
            now.sort();
        };
        keep(&mut self.competencies, before.competencies);
        keep(&mut self.profiles, before.profiles);
    }

    fn tell(&mut self, path: &Path, problem: Problem) {
        self.problems.push(FileProblem { path: path.to_owned(), problem });
    }
}

/// A file or folder, by whatever path it is reached.
type Identity = (u64, u64);

fn identity(found: &Metadata) -> Identity {
    (found.dev(), found.ino())
}

/// What a folder holds, as one number: each name with its kind, of a folder also which one it is,
/// of a link also where it leads. Droppings do not count, and neither does what is in a file.
fn names(folder: &Path) -> io::Result<u64> {
    let mut sum = 0;
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        if !is_skipped(Path::new(&entry.file_name())) {
            sum =
                entry_sum(sum, &entry.file_name(), entry.file_type()?, entry.ino(), &entry.path());
        }
    }
    Ok(sum)
}

/// The sum with one more entry. In which order they come makes no difference.
fn entry_sum(sum: u64, name: &OsStr, kind: FileType, inode: u64, path: &Path) -> u64 {
    let mut hasher = DefaultHasher::new();
    name.hash(&mut hasher);
    (kind.is_file(), kind.is_dir()).hash(&mut hasher);
    if kind.is_dir() {
        inode.hash(&mut hasher);
    } else if kind.is_symlink() {
        fs::canonicalize(path).ok().hash(&mut hasher);
    }
    sum.wrapping_add(hasher.finish())
}

/// Looks through a folder. Links that lead out of it are followed only on demand; no folder is
/// looked at twice, so no link leads in circles.
pub(super) fn walk(root: &Path, ignore: &[String], follow: bool) -> Found {
    let mut walk = Walk {
        root,
        real_root: fs::canonicalize(root).unwrap_or_else(|_| root.to_owned()),
        ignore,
        follow,
        found: Found::default(),
        folders: HashSet::new(),
        links: Vec::new(),
    };
    walk.folder(root);
    // Real folders come first, so that a file is known by its own path and not by a link's.
    while !walk.links.is_empty() {
        let mut links = std::mem::take(&mut walk.links);
        links.sort();
        let known = walk.known_files();
        links.iter().for_each(|link| walk.link(link, &known));
    }
    walk.found.sort();
    walk.found
}

/// Whether a path is a link that leads out of the folder.
pub(super) fn leads_outside(root: &Path, path: &Path) -> bool {
    let is_link = fs::symlink_metadata(path).is_ok_and(|found| found.is_symlink());
    let real = |path: &Path| fs::canonicalize(path).ok();
    is_link && real(path).zip(real(root)).is_some_and(|(path, root)| !path.starts_with(root))
}

/// What is said of a link that leads out of the folder.
pub(super) fn outside_link() -> Problem {
    let sentence = "this link leads out of the folder; use --follow to read it".to_owned();
    Problem {
        severity: Severity::Warning,
        rule: rule::OUTSIDE_LINK,
        place: None,
        sentence,
        about_pay: false,
    }
}

struct Walk<'r> {
    root: &'r Path,
    real_root: PathBuf,
    ignore: &'r [String],
    follow: bool,
    found: Found,
    folders: HashSet<Identity>,
    links: Vec<PathBuf>,
}

impl Walk<'_> {
    fn folder(&mut self, folder: &Path) {
        if !self.is_new(folder) {
            return;
        }
        let real = fs::canonicalize(folder).unwrap_or_else(|_| folder.to_owned());
        let mut entries = WalkDir::new(folder).sort_by_file_name().into_iter();
        while let Some(entry) = entries.next() {
            match entry {
                Ok(entry) => {
                    let go_in = self.entry(&entry);
                    if go_in {
                        let below = entry.path().strip_prefix(folder).unwrap_or(Path::new(""));
                        let (real, here) = (real.join(below), self.relative(entry.path()));
                        self.found.names.insert(here.clone(), 0);
                        self.found.folders.insert(real, here);
                    }
                    if entry.file_type().is_dir() && !go_in {
                        entries.skip_current_dir();
                    }
                }
                Err(wrong) => self.unreadable(&wrong),
            }
        }
    }

    /// Whether a folder, by whatever path, has not been looked into yet.
    fn is_new(&mut self, folder: &Path) -> bool {
        // One that cannot be asked is looked into, so that its error is told.
        fs::metadata(folder).map_or(true, |found| self.folders.insert(identity(&found)))
    }

    /// Takes in a file or remembers a link; says whether a folder is to be looked into.
    fn entry(&mut self, entry: &DirEntry) -> bool {
        let path = self.relative(entry.path());
        if entry.depth() == 0 {
            return true;
        }
        if is_skipped(&path) {
            return false;
        }
        let kind: FileType = entry.file_type();
        if let Some(sum) = path.parent().and_then(|folder| self.found.names.get_mut(folder)) {
            *sum = entry_sum(*sum, entry.file_name(), kind, entry.ino(), entry.path());
        }
        if self.is_ignored(&path) {
            return false;
        }
        if kind.is_dir() {
            return self.is_new(entry.path());
        }
        if kind.is_symlink() {
            self.links.push(path);
        } else if kind.is_file() {
            self.found.add(path);
        } else if kind_of(&path).is_some() {
            self.found.tell(&path, not_a_file());
        }
        false
    }

    /// Follows a link to a folder or a file that has not been found otherwise.
    fn link(&mut self, link: &Path, known: &HashSet<Identity>) {
        let path = self.root.join(link);
        let named = kind_of(link).is_some();
        let (target, real) = match (fs::metadata(&path), fs::canonicalize(&path)) {
            (Ok(target), Ok(real)) => (target, real),
            (Err(wrong), _) | (_, Err(wrong)) => {
                if named {
                    let sentence = format!("this link leads nowhere: {}", reason(&wrong));
                    self.found.tell(link, error(rule::UNREADABLE, None, sentence));
                }
                return;
            }
        };
        if !named && !target.is_dir() {
            return;
        }
        if !self.follow && !real.starts_with(&self.real_root) {
            self.found.tell(link, outside_link());
        } else if target.is_dir() {
            self.folder(&path);
        } else if !target.is_file() {
            self.found.tell(link, not_a_file());
        } else if !known.contains(&identity(&target)) {
            self.found.add(link.to_owned());
            if named {
                self.found.links.push((real, link.to_owned()));
            }
        }
    }

    /// The files found so far, asked for only when there are links that may lead to them.
    fn known_files(&self) -> HashSet<Identity> {
        let files = self.found.competencies.iter().chain(&self.found.profiles);
        files
            .filter_map(|path| fs::metadata(self.root.join(path)).ok())
            .map(|m| identity(&m))
            .collect()
    }

    fn unreadable(&mut self, wrong: &walkdir::Error) {
        let path = wrong.path().map(|path| self.relative(path)).unwrap_or_default();
        let Some(cause) = wrong.io_error() else { return };
        if !is_gone(cause) {
            self.found.tell(&path, error(rule::UNREADABLE, None, reason(cause)));
        }
    }

    fn relative(&self, path: &Path) -> PathBuf {
        path.strip_prefix(self.root).unwrap_or(path).to_owned()
    }

    fn is_ignored(&self, path: &Path) -> bool {
        if self.ignore.is_empty() {
            return false;
        }
        let path = path.to_string_lossy();
        self.ignore.iter().any(|pattern| pattern::matches(pattern, &path))
    }
}

/// Hidden files and folders, and what editors and package managers leave behind.
pub(super) fn is_skipped(path: &Path) -> bool {
    let name = path.file_name().unwrap_or_default().as_encoded_bytes();
    let ends = |end: &[u8]| name.ends_with(end);
    name.starts_with(b".")
        || name == b"node_modules"
        || ends(b"~")
        || (name.starts_with(b"#") && ends(b"#"))
        || ends(b".swp")
        || ends(b".bck")
        || ends(b".tmp")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_is_what_its_path_says() {
        for (path, kind) in [
            ("library.yaml", None),
            ("sales/library.yaml", Some(Kind::Profiles)),
            ("sales/rep.YML", Some(Kind::Profiles)),
            ("it/competencies/deep/rust.yaml", Some(Kind::Competencies)),
            ("competencies.yaml", Some(Kind::Profiles)),
            ("readme.md", None),
            ("yaml", None),
        ] {
            assert_eq!(kind_of(Path::new(path)), kind, "{path}");
        }
    }

    #[test]
    fn droppings_are_passed_over() {
        for name in
            [".git", ".a.yaml.swp", "a.yaml~", "#a.yaml#", ".#a.yaml", "a.bck", "node_modules"]
        {
            assert!(is_skipped(Path::new(name)), "{name}");
        }
        assert!(!is_skipped(Path::new("sales/#1-rep.yaml")));
    }
}
