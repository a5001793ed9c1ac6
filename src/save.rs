//! A file on the disk: all of it or nothing, and nothing that stood there is ever half gone.
//!
//! It is written to a file of a random name in the same folder, flushed to the disk and only then
//! given its name. Where the name is a link to a file, the link is replaced, and what it led to
//! stays as it was.

use crate::printable::{printable, printable_path};
use std::fs::{self, File};
use std::io::{self, Write};
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};

/// Where a text goes.
#[derive(Debug, Clone, Copy)]
pub struct Target<'a> {
    /// The file.
    pub path: &'a Path,
    /// Whether a file of that name may be replaced.
    pub replace: bool,
    /// The folder of profiles that is open, in which nothing is ever written.
    pub profiles: Option<&'a Path>,
}

/// Why a text was not saved. What stood there before stands there still.
#[derive(Debug)]
pub enum SaveError {
    /// There is a file of that name.
    Exists(PathBuf),
    /// The folder that it should go into is not there, or is no folder.
    NoFolder(PathBuf),
    /// The name is that of a folder, a device or something else that is no file.
    NoFile(PathBuf),
    /// It would lie among the profiles.
    AmongProfiles(PathBuf),
    /// The system refused, with its reason.
    Refused(PathBuf, io::Error),
}

impl std::fmt::Display for SaveError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            SaveError::Exists(path) => {
                write!(f, "{} exists already; choose another name", printable_path(path))
            }
            SaveError::NoFolder(path) => {
                let path = printable_path(path);
                write!(f, "there is no folder {path}; check the path, or make the folder first")
            }
            SaveError::NoFile(path) => {
                write!(f, "{} is no file; name a file to write", printable_path(path))
            }
            SaveError::AmongProfiles(path) => write!(
                f,
                "{} lies in the folder of profiles, in which nothing is written; choose another folder",
                printable_path(path)
            ),
            SaveError::Refused(path, reason) => {
                let reason = reason.to_string();
                write!(f, "{} cannot be written: {}", printable_path(path), printable(&reason))
            }
        }
    }
}

impl std::error::Error for SaveError {}

/// Saves a text.
///
/// # Errors
/// Why it was not saved.
pub fn save(text: &str, target: Target<'_>) -> Result<(), SaveError> {
    let Target { path, replace, profiles } = target;
    let refused = |error: io::Error| SaveError::Refused(path.to_owned(), error);
    let folder = folder_of(path)?;
    if let Some(profiles) = profiles
        && is_within(&folder, profiles)
    {
        return Err(SaveError::AmongProfiles(path.to_owned()));
    }
    let before = standing_there(path)?;
    if before.is_some() && !replace {
        return Err(SaveError::Exists(path.to_owned()));
    }
    // What others may do with a new file is for the user's mask to say.
    let mut file = tempfile::Builder::new()
        .prefix(".rolebook-")
        .suffix(".tmp")
        .permissions(fs::Permissions::from_mode(0o666))
        .tempfile_in(&folder)
        .map_err(refused)?;
    file.write_all(text.as_bytes()).map_err(refused)?;
    if let Some(before) = before {
        file.as_file().set_permissions(before.permissions()).map_err(refused)?;
    }
    file.as_file().sync_all().map_err(refused)?;
    let named = if replace { file.persist(path) } else { file.persist_noclobber(path) };
    named.map_err(|error| match error.error.kind() {
        // It has come to be in the meantime.
        io::ErrorKind::AlreadyExists => SaveError::Exists(path.to_owned()),
        _ => refused(error.error),
    })?;
    // The name is on the disk once the folder is. Some file systems cannot be asked for that.
    let _ = File::open(&folder).and_then(|folder| folder.sync_all());
    Ok(())
}

/// A folder for files that nobody has chosen a folder for: the current one, `here`, unless it lies
/// among the profiles; then the one that holds them. Empty stands for the current one.
#[must_use]
pub fn folder_outside(profiles: &Path, here: &Path) -> PathBuf {
    if !is_within(here, profiles) {
        return PathBuf::new();
    }
    let around = profiles.canonicalize().ok().and_then(|whole| Some(whole.parent()?.to_owned()));
    around.unwrap_or_default()
}

/// The folder that a file is to go into.
fn folder_of(path: &Path) -> Result<PathBuf, SaveError> {
    let name = path.to_string_lossy();
    if path.file_name().is_none() || name.ends_with('/') {
        return Err(SaveError::NoFile(path.to_owned()));
    }
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty());
    let folder = folder.unwrap_or(Path::new(".")).to_owned();
    if folder.is_dir() { Ok(folder) } else { Err(SaveError::NoFolder(folder)) }
}

/// Whether a folder is another one or lies below it, whichever links lead there.
fn is_within(folder: &Path, profiles: &Path) -> bool {
    match (folder.canonicalize(), profiles.canonicalize()) {
        (Ok(folder), Ok(profiles)) => folder.starts_with(profiles),
        _ => false,
    }
}

/// The file that has the name, or that a link of that name leads to.
fn standing_there(path: &Path) -> Result<Option<fs::Metadata>, SaveError> {
    match fs::metadata(path) {
        Ok(there) if there.is_file() => Ok(Some(there)),
        Ok(_) => Err(SaveError::NoFile(path.to_owned())),
        // A link that leads nowhere is a name that somebody gave to something.
        Err(_) if fs::symlink_metadata(path).is_ok() => Err(SaveError::NoFile(path.to_owned())),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
        Err(error) => Err(SaveError::Refused(path.to_owned(), error)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::os::unix::fs::symlink;
    use tempfile::TempDir;

    fn saved(path: &Path, replace: bool) -> Result<(), String> {
        let target = Target { path, replace, profiles: None };
        save("new\n", target).map_err(|error| error.to_string())
    }

    fn names(folder: &Path) -> Vec<String> {
        let entries = fs::read_dir(folder).unwrap();
        let mut names: Vec<String> =
            entries.map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
        names.sort();
        names
    }

    #[test]
    fn a_file_is_new_or_replaced_on_request_alone() {
        let folder = TempDir::new().unwrap();
        let path = folder.path().join("a.md");
        saved(&path, false).unwrap();
        assert_eq!(fs::read_to_string(&path).unwrap(), "new\n");
        fs::write(&path, "old").unwrap();
        fs::set_permissions(&path, fs::Permissions::from_mode(0o600)).unwrap();
        assert!(saved(&path, false).unwrap_err().contains("exists already"));
        assert_eq!(fs::read_to_string(&path).unwrap(), "old");
        saved(&path, true).unwrap();
        assert_eq!(fs::read_to_string(&path).unwrap(), "new\n");
        assert_eq!(fs::metadata(&path).unwrap().permissions().mode() & 0o777, 0o600);
        assert_eq!(names(folder.path()), ["a.md"]);
    }

    #[test]
    fn what_is_no_file_is_left_alone() {
        let folder = TempDir::new().unwrap();
        let inside = |name: &str| folder.path().join(name);
        fs::create_dir(inside("folder")).unwrap();
        symlink(inside("folder"), inside("to-folder")).unwrap();
        symlink(inside("nowhere"), inside("dangling")).unwrap();
        for name in ["folder", "to-folder", "dangling", "folder/", "folder/.."] {
            for replace in [false, true] {
                let error = saved(&inside(name), replace).unwrap_err();
                assert!(error.ends_with("is no file; name a file to write"), "{name}: {error}");
            }
        }
        assert!(saved(Path::new("/dev/null"), true).unwrap_err().contains("is no file"));
        let missing = saved(&inside("missing/a.md"), false).unwrap_err();
        assert!(missing.starts_with("there is no folder"), "{missing}");
        assert_eq!(names(folder.path()), ["dangling", "folder", "to-folder"]);
    }

    #[test]
    fn a_link_is_replaced_and_not_followed() {
        let folder = TempDir::new().unwrap();
        let (file, link) = (folder.path().join("file"), folder.path().join("link"));
        fs::write(&file, "old").unwrap();
        symlink(&file, &link).unwrap();
        assert!(saved(&link, false).is_err());
        saved(&link, true).unwrap();
        assert_eq!(fs::read_to_string(&file).unwrap(), "old");
        assert!(fs::symlink_metadata(&link).unwrap().is_file());
    }

    #[test]
    fn nothing_is_written_among_the_profiles_by_whichever_way() {
        let folder = TempDir::new().unwrap();
        let profiles = folder.path().join("profiles");
        fs::create_dir_all(profiles.join("sales")).unwrap();
        symlink(profiles.join("sales"), folder.path().join("way-in")).unwrap();
        for path in ["profiles/a.md", "profiles/sales/a.md", "way-in/a.md", "way-in/../a.md"] {
            let path = folder.path().join(path);
            let target = Target { path: &path, replace: true, profiles: Some(&profiles) };
            assert!(matches!(save("x", target), Err(SaveError::AmongProfiles(_))), "{path:?}");
        }
        let around = folder.path().canonicalize().unwrap();
        assert_eq!(folder_outside(&profiles, &profiles), around);
        assert_eq!(folder_outside(&profiles, &folder.path().join("way-in")), around);
        assert_eq!(folder_outside(&profiles, folder.path()), Path::new(""));
        let beside = folder.path().join("profiles.md");
        save("x", Target { path: &beside, replace: false, profiles: Some(&profiles) }).unwrap();
    }
}
