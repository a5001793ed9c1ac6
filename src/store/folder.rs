//! A folder of profiles that can be read again and again, parsing only what has changed.

mod competencies;
mod content;
mod document;
mod profiles;
mod settings;

use super::text::text_of;
use super::walk::{Found, walk};
use super::{file, workers};
use crate::model::{Competency, FileProblem, Job, Library, Parts, Settings};
use crate::printable::{printable, printable_path};
use competencies::CompetencyFile;
use content::{Content, Source, Version};
use profiles::ProfileFile;
use settings::SettingsFile;
use std::borrow::Cow;
use std::collections::HashMap;
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::{Duration, Instant};

/// How long after the beginning the first part of a library is shown.
const FIRST_LOOK: Duration = Duration::from_millis(15);

/// Where profiles come from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Origin {
    /// A folder on the disk.
    Folder(PathBuf),
    /// The sample library that the program carries.
    Sample,
}

/// Why a folder cannot be read at all.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum FolderError {
    /// There is nothing of that name.
    Missing(PathBuf),
    /// It is a file or something else that holds no files.
    NotAFolder(PathBuf),
    /// It may not be looked into, with the system's reason.
    Unreadable(PathBuf, String),
}

impl std::fmt::Display for FolderError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            FolderError::Missing(path) => {
                let path = printable_path(path);
                write!(f, "there is no folder {path}; check the path, or make the folder first")
            }
            FolderError::NotAFolder(path) => {
                let path = printable_path(path);
                write!(f, "{path} is no folder; name the folder that holds the profiles")
            }
            FolderError::Unreadable(path, reason) => {
                let (path, reason) = (printable_path(path), printable(reason));
                write!(f, "the folder {path} cannot be read: {reason}; check its permissions")
            }
        }
    }
}

impl std::error::Error for FolderError {}

/// A folder of profiles with what was parsed from each of its files.
#[derive(Debug)]
pub struct Folder {
    source: Source,
    settings: SettingsFile,
    competencies: HashMap<PathBuf, CompetencyFile>,
    profiles: HashMap<PathBuf, ProfileFile>,
    was_read: bool,
    files: usize,
}

/// What has been read before the profiles are.
struct Shared {
    settings: Arc<Settings>,
    competencies: Vec<Arc<Competency>>,
    problems: Vec<FileProblem>,
}

impl Folder {
    /// A folder that has not been read yet. Links that lead out of it are read only if `follow`.
    #[must_use]
    pub fn open(origin: Origin, follow: bool) -> Self {
        Self {
            source: Source { origin, follow },
            settings: SettingsFile::default(),
            competencies: HashMap::new(),
            profiles: HashMap::new(),
            was_read: false,
            files: 0,
        }
    }

    /// How many files the last reading came upon, with those that could not be looked at.
    #[must_use]
    pub fn files(&self) -> usize {
        self.files
    }

    /// The text of a file as it is now, to show parts of it; `None` where it cannot be read or is
    /// no text. What is no UTF-8 is `�`, and there is no byte order mark, so that places are those
    /// of problems.
    #[must_use]
    pub fn text(&self, path: &Path) -> Option<String> {
        match self.source.named_content(path, Version::Unknown) {
            Content::New(bytes, _) => text_of(&bytes).text.map(Cow::into_owned),
            _ => None,
        }
    }

    /// Reads library.yaml, the competencies and the profiles. `publish` gets a snapshot of what has
    /// been read so far at doubling intervals and the complete one at last; where it breaks, the
    /// reading ends. Once the folder has been read, only complete snapshots go out, since a part
    /// would hide what is known already.
    ///
    /// A file that can no longer be read or parsed keeps what was last read well of it.
    ///
    /// # Errors
    /// When the folder itself cannot be read. What is wrong with a file is a problem of the library.
    pub fn read(
        &mut self,
        publish: &mut dyn FnMut(Library) -> ControlFlow<()>,
    ) -> Result<(), FolderError> {
        let begun = Instant::now();
        self.source.check()?;
        self.settings.read(&self.source);
        let found = match &self.source.origin {
            Origin::Folder(root) => walk(root, &self.settings.value.ignore, self.source.follow),
            Origin::Sample => content::sample(),
        };
        let of_shared = found.competencies.len() + usize::from(self.settings.is_there());
        self.files = found.profiles.len() + of_shared + found.problems.len();
        let Some(shared) = self.read_shared(&found) else { return Ok(()) };
        let Some(jobs) = self.read_profiles(&found.profiles, &shared, begun, publish) else {
            return Ok(());
        };
        self.was_read = true;
        let _ = publish(library(shared, jobs, true));
        Ok(())
    }

    /// Reads the competencies; `None` if nobody wants them any more.
    fn read_shared(&mut self, found: &Found) -> Option<Shared> {
        let paths = &found.competencies;
        let mut files = HashMap::with_capacity(paths.len());
        let read = |i: usize| {
            let path: &PathBuf = &paths[i];
            (path.clone(), CompetencyFile::read(&self.source, path, self.competencies.get(path)))
        };
        let flow = workers::spread(paths.len(), read, |batch| {
            files.extend(batch.into_iter().filter_map(|(path, file)| Some((path, file?))));
            ControlFlow::Continue(())
        });
        if flow.is_break() {
            return None;
        }
        self.competencies = files;
        let in_order = paths.iter().filter_map(|p| Some((p.as_path(), self.competencies.get(p)?)));
        let (competencies, mut problems) = competencies::gather(in_order);
        problems.extend(self.settings.problems());
        problems.extend(found.problems.iter().cloned());
        problems.sort_by(|a, b| (&a.path, a.problem.place).cmp(&(&b.path, b.problem.place)));
        let settings = Arc::clone(&self.settings.value);
        Some(Shared { settings, competencies, problems })
    }

    /// Reads the profiles and shows parts of them; `None` if nobody wants them any more.
    fn read_profiles(
        &mut self,
        paths: &[PathBuf],
        shared: &Shared,
        begun: Instant,
        publish: &mut dyn FnMut(Library) -> ControlFlow<()>,
    ) -> Option<Vec<Arc<Job>>> {
        let mut files = HashMap::with_capacity(paths.len());
        let mut jobs: Vec<Arc<Job>> = Vec::with_capacity(paths.len());
        let mut pause = FIRST_LOOK;
        let mut due = begun + pause;
        let read = |i: usize| {
            let path: &PathBuf = &paths[i];
            let known = self.profiles.get(path);
            (path.clone(), ProfileFile::read(&self.source, path, known))
        };
        let flow = workers::spread(paths.len(), read, |batch| {
            for (path, file) in batch {
                if let Some(file) = file {
                    jobs.extend(file.jobs());
                    files.insert(path, file);
                }
            }
            if self.was_read || Instant::now() < due {
                return ControlFlow::Continue(());
            }
            let part = library(shared.snapshot(), jobs.clone(), false);
            pause *= 2;
            due = Instant::now() + pause;
            publish(part)
        });
        if flow.is_break() {
            return None;
        }
        self.profiles = files;
        Some(jobs)
    }
}

impl Shared {
    fn snapshot(&self) -> Self {
        Self {
            settings: Arc::clone(&self.settings),
            competencies: self.competencies.clone(),
            problems: self.problems.clone(),
        }
    }
}

fn library(shared: Shared, jobs: Vec<Arc<Job>>, complete: bool) -> Library {
    let Shared { settings, competencies, problems, .. } = shared;
    Library::new(Parts { settings, competencies, jobs, problems, complete })
}

impl Source {
    /// Whether there is a folder that can be looked into.
    fn check(&self) -> Result<(), FolderError> {
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
