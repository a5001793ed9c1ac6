//! A folder of profiles that can be read again and again, parsing only what has changed.

mod competencies;
mod content;
mod document;
mod lines;
mod look;
mod moved;
mod patience;
mod profiles;
mod settings;
mod unread;

use super::file::Stamp;
use super::memory::Room;
use super::text::text_of;
use super::walk::{Found, SETTINGS};
use super::workers;
use crate::model::{Competency, FileProblem, Job, Library, Parts, Settings};
use crate::printable::{printable, printable_path};
use competencies::CompetencyFile;
use content::{Content, Source, Version};
use look::Wanted;
pub(super) use look::is_same;
use patience::Patience;
use profiles::ProfileFile;
use settings::SettingsFile;
use std::borrow::Cow;
use std::collections::BTreeMap;
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
    /// Which files there are.
    found: Found,
    competencies: BTreeMap<PathBuf, CompetencyFile>,
    profiles: BTreeMap<PathBuf, ProfileFile>,
    was_read: bool,
    /// Whether reading ended for lack of memory, with files left that have never been read.
    cut_short: bool,
    /// The root as it was when it was looked at last; `None` if it could not be.
    root: Option<Stamp>,
    /// What was published last; `None` if that is out of date whatever comes.
    shown: Option<Parts>,
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
            source: Source { origin, follow, patience: Patience::default() },
            settings: SettingsFile::default(),
            found: Found::default(),
            competencies: BTreeMap::new(),
            profiles: BTreeMap::new(),
            was_read: false,
            cut_short: false,
            root: None,
            shown: None,
        }
    }

    /// The same folder as if it had never been read.
    #[must_use]
    pub fn anew(&self) -> Self {
        Self::open(self.source.origin.clone(), self.source.follow)
    }

    /// How many files the last reading came upon, with those that could not be looked at.
    #[must_use]
    pub fn files(&self) -> usize {
        let of_shared = self.found.competencies.len() + usize::from(self.settings.is_there());
        self.found.profiles.len() + of_shared + self.found.problems.len()
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
        self.source.patience.none();
        self.shown = None;
        self.check()?;
        self.take_in(None, publish);
        Ok(())
    }

    /// Whether there is a folder that can be looked into. Where there is none, whatever is read
    /// next is news.
    fn check(&mut self) -> Result<(), FolderError> {
        let checked = self.source.check();
        self.root = checked.is_ok().then(|| self.source.root_stamp()).flatten();
        if checked.is_err() {
            self.shown = None;
        }
        checked
    }

    /// Reads what has changed, of these files and folders or of all, and publishes it if it did.
    fn take_in(
        &mut self,
        mut wanted: Option<Wanted>,
        publish: &mut dyn FnMut(Library) -> ControlFlow<()>,
    ) {
        let begun = Instant::now();
        let before = Arc::clone(&self.settings.value);
        if wanted.as_ref().is_none_or(|wanted| wanted.has(Path::new(SETTINGS))) {
            self.settings.read(&self.source);
        }
        if before.ignore != self.settings.value.ignore || self.is_outdated(wanted.as_ref()) {
            let renamed = self.list();
            if let Some(wanted) = &mut wanted {
                wanted.extend(renamed);
            }
        }
        let wanted = wanted.as_ref();
        let Some(mut shared) = self.read_shared(wanted) else { return };
        let Some(jobs) = self.read_profiles(wanted, &shared, begun, publish) else { return };
        self.was_read = true;
        shared.problems.splice(0..0, self.left_unread());
        let parts = parts(shared, jobs, true);
        let shown = self.shown.as_ref();
        let others = || shown.is_some_and(|shown| moved::has_new(shown, &parts));
        let held_back = self.source.patience.holds_back(others);
        if !held_back && !shown.is_some_and(|shown| say_the_same(shown, &parts)) {
            self.shown = Some(parts.clone());
            let _ = publish(Library::new(parts));
        }
    }

    /// Reads the competencies; `None` if nobody wants them any more.
    fn read_shared(&mut self, wanted: Option<&Wanted>) -> Option<Shared> {
        let paths = wanted_of(&self.found.competencies, wanted);
        let mut files = Vec::with_capacity(paths.len());
        let read = |i: usize| {
            let path: &PathBuf = paths[i];
            (path.clone(), CompetencyFile::read(&self.source, path, self.competencies.get(path)))
        };
        let flow = workers::spread(paths.len(), read, |batch| {
            files.extend(batch);
            ControlFlow::Continue(())
        });
        if flow.is_break() {
            return None;
        }
        put(&mut self.competencies, files);
        let in_order = self.competencies.iter().map(|(path, file)| (path.as_path(), file));
        let (competencies, mut problems) = competencies::gather(in_order);
        problems.extend(self.settings.problems());
        problems.extend(self.found.problems.iter().cloned());
        problems.sort_by(|a, b| (&a.path, a.problem.place).cmp(&(&b.path, b.problem.place)));
        let settings = Arc::clone(&self.settings.value);
        Some(Shared { settings, competencies, problems })
    }

    /// Reads the profiles and shows parts of them; `None` if nobody wants them any more.
    fn read_profiles(
        &mut self,
        wanted: Option<&Wanted>,
        shared: &Shared,
        begun: Instant,
        publish: &mut dyn FnMut(Library) -> ControlFlow<()>,
    ) -> Option<Vec<Arc<Job>>> {
        let paths = wanted_of(&self.found.profiles, wanted);
        let mut files = Vec::with_capacity(paths.len());
        let mut jobs: Vec<Arc<Job>> = Vec::new();
        let room = Room::new();
        let mut size = 0;
        let mut pause = FIRST_LOOK;
        let mut due = begun + pause;
        let read = |i: usize| {
            let path: &PathBuf = paths[i];
            let known = self.profiles.get(path);
            if !room.is_left_to_read() {
                return (path.clone(), known.cloned());
            }
            (path.clone(), ProfileFile::read(&self.source, path, known))
        };
        let flow = workers::spread(paths.len(), read, |batch| {
            if !self.was_read {
                jobs.extend(
                    batch.iter().filter_map(|(_, f)| f.as_ref()).flat_map(ProfileFile::jobs),
                );
            }
            let read = batch.iter().filter_map(|(_, file)| file.as_ref()?.stamp());
            size += read.map(|stamp| stamp.size()).sum::<u64>();
            files.extend(batch);
            room.look_to_show(size);
            if self.was_read || Instant::now() < due {
                return ControlFlow::Continue(());
            }
            let part = Library::new(parts(shared.snapshot(), jobs.clone(), false));
            pause *= 2;
            due = Instant::now() + pause;
            publish(part)
        });
        if flow.is_break() {
            return None;
        }
        self.cut_short = room.is_gone() || self.cut_short && wanted.is_some();
        put(&mut self.profiles, files);
        Some(self.profiles.values().flat_map(ProfileFile::jobs).collect())
    }
}

/// Which of the files that are there are wanted; they are in order.
fn wanted_of<'f>(files: &'f [PathBuf], wanted: Option<&Wanted>) -> Vec<&'f PathBuf> {
    wanted.map_or_else(|| files.iter().collect(), |wanted| wanted.among(files))
}

/// Takes in files that have been read, and out those that have gone.
fn put<F>(files: &mut BTreeMap<PathBuf, F>, read: Vec<(PathBuf, Option<F>)>) {
    // Made at once, a map takes half the memory of one that grows in order.
    if files.is_empty() {
        *files = read.into_iter().filter_map(|(path, file)| Some((path, file?))).collect();
        return;
    }
    for (path, file) in read {
        match file {
            Some(file) => drop(files.insert(path, file)),
            None => drop(files.remove(&path)),
        }
    }
}

/// Forgets files that were not found any more; `found` is in order.
fn only_found<F>(files: &mut BTreeMap<PathBuf, F>, found: &[PathBuf]) {
    let mut found = found.iter().peekable();
    files.retain(|path, _| {
        while found.next_if(|other| *other < path).is_some() {}
        found.peek() == Some(&path)
    });
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

fn parts(shared: Shared, jobs: Vec<Arc<Job>>, complete: bool) -> Parts {
    let Shared { settings, competencies, problems, .. } = shared;
    Parts { settings, competencies, jobs, problems, complete }
}

/// Whether two libraries made of these would show the same.
fn say_the_same(a: &Parts, b: &Parts) -> bool {
    a.settings == b.settings
        && a.problems == b.problems
        && all_same(&a.competencies, &b.competencies, |a, b| a == b)
        && all_same(&a.jobs, &b.jobs, |a, b| a == b)
}

/// Whether all are the very same; where they are not, `equal` is asked.
fn all_same<T>(a: &[Arc<T>], b: &[Arc<T>], equal: impl Fn(&T, &T) -> bool) -> bool {
    a.len() == b.len() && a.iter().zip(b).all(|(a, b)| Arc::ptr_eq(a, b) || equal(a, b))
}
