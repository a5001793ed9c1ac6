//! What is to be checked: a folder, or one file of the library around it.

use crate::printable::printable_path;
use crate::store::Origin;
use std::fs;
use std::path::{Path, PathBuf};

/// What makes a folder the root of a library.
const SHARED: [&str; 2] = ["library.yaml", "competencies"];

/// A folder to read, and what of it is told.
#[derive(Debug)]
pub struct Named {
    /// The folder.
    pub origin: Origin,
    /// The file that alone is told of.
    pub only: Option<OnlyFile>,
    /// What it is called.
    pub name: String,
}

/// One file of a library.
#[derive(Debug)]
pub struct OnlyFile {
    /// Its path below the library's folder.
    pub inside: PathBuf,
    /// The folder by which it was named, and its path below that.
    pub shown: (PathBuf, PathBuf),
}

/// Every folder or file once, however often it is named.
pub fn each_once(folders: &[(Origin, String)]) -> Vec<Named> {
    let mut seen = Vec::new();
    let mut each = Vec::new();
    for (origin, name) in folders {
        let real = match origin {
            Origin::Folder(path) => fs::canonicalize(path).unwrap_or_else(|_| path.clone()),
            Origin::Sample => PathBuf::new(),
        };
        if !seen.contains(&real) {
            seen.push(real);
            each.push(named(origin, name));
        }
    }
    each
}

fn named(origin: &Origin, name: &str) -> Named {
    let file = match origin {
        Origin::Folder(path) => file(path),
        Origin::Sample => None,
    };
    let name = name.to_owned();
    match file {
        Some((root, only)) => Named { origin: Origin::Folder(root), only: Some(only), name },
        None => Named { origin: origin.clone(), only: None, name },
    }
}

/// The library around a YAML file, and the file in it: the nearest folder further up that has what
/// profiles share, else its own.
fn file(path: &Path) -> Option<(PathBuf, OnlyFile)> {
    let ending = path.extension()?.to_str()?;
    let is_yaml = ["yaml", "yml"].iter().any(|known| ending.eq_ignore_ascii_case(known));
    if !is_yaml || !path.is_file() {
        return None;
    }
    let name = PathBuf::from(path.file_name()?);
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty());
    let folder = folder.unwrap_or(Path::new("."));
    let real = fs::canonicalize(folder).ok()?;
    let root = real.ancestors().find(|folder| shares(folder)).unwrap_or(&real).to_owned();
    let inside = real.strip_prefix(&root).ok()?.join(&name);
    Some((root, OnlyFile { inside, shown: (folder.to_owned(), name) }))
}

/// Whether a folder has what profiles share.
fn shares(folder: &Path) -> bool {
    SHARED.iter().any(|name| folder.join(name).exists())
}

/// What is said of a folder that lies in a library without being one.
pub fn further_up(origin: &Origin) -> Option<String> {
    let Origin::Folder(folder) = origin else { return None };
    let real = fs::canonicalize(folder).ok().filter(|real| !shares(real))?;
    let root = real.ancestors().skip(1).find(|folder| shares(folder))?;
    let what = SHARED.iter().find(|name| root.join(name).exists())?;
    let (what, root) = (printable_path(&root.join(what)), printable_path(root));
    Some(format!("{what} stands further up and is not read; check {root} to have it read"))
}
