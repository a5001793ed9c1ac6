//! What the system tells of changes, one folder at a time.

use super::Event;
use notify::event::{AccessKind, AccessMode, CreateKind, EventKind, ModifyKind, RenameMode};
use notify::{ErrorKind, RecommendedWatcher, RecursiveMode, Watcher};
use std::collections::HashSet;
use std::fs;
use std::os::unix::fs::MetadataExt;
use std::path::{Path, PathBuf};

/// Whether the system tells when a file that was written is closed.
pub(super) const TELLS_THE_END: bool = cfg!(any(target_os = "linux", target_os = "android"));

/// The system has no room for one more watch.
#[derive(Debug)]
pub(super) struct Deaf;

/// Listens in folders.
pub(super) struct Ears {
    watcher: RecommendedWatcher,
    /// The folders in which it listens, by their real paths.
    folders: HashSet<PathBuf>,
}

impl Ears {
    /// Listens nowhere yet. `hear` is called on another thread.
    pub fn open(hear: impl Fn(Event) + Send + 'static) -> Result<Self, Deaf> {
        let tell = move |told| events(told).into_iter().for_each(&hear);
        let watcher = notify::recommended_watcher(tell).map_err(|_| Deaf)?;
        Ok(Self { watcher, folders: HashSet::new() })
    }

    /// Listens in these folders and in no others; returns those in which it did not listen before.
    /// One in which it may not listen is tried again the next time.
    pub fn listen(&mut self, folders: &HashSet<PathBuf>) -> Result<Vec<PathBuf>, Deaf> {
        let gone: Vec<PathBuf> = self.folders.difference(folders).cloned().collect();
        gone.iter().for_each(|path| self.leave(path));
        let new: Vec<PathBuf> = folders.difference(&self.folders).cloned().collect();
        let mut heard = Vec::new();
        for path in new {
            match self.watcher.watch(&path, RecursiveMode::NonRecursive) {
                Ok(()) => {
                    self.folders.insert(path.clone());
                    heard.push(path);
                }
                Err(error) if matches!(error.kind, ErrorKind::MaxFilesWatch) => return Err(Deaf),
                Err(_) => {}
            }
        }
        Ok(heard)
    }

    /// A folder has gone, with all below it; what comes to its place is another one.
    pub fn forget(&mut self, path: &Path) {
        let below = self.folders.iter().filter(|folder| folder.starts_with(path));
        let gone: Vec<PathBuf> = below.cloned().collect();
        gone.iter().for_each(|path| self.leave(path));
    }

    fn leave(&mut self, path: &Path) {
        // A watch that the system has ended itself needs no end.
        let _ = self.watcher.unwatch(path);
        self.folders.remove(path);
    }
}

/// What the system told, in our words. Reading tells nothing, or every look would lead to another.
fn events(told: notify::Result<notify::Event>) -> Vec<Event> {
    let Ok(told) = told else { return vec![Event::Lost] };
    if told.need_rescan() {
        return vec![Event::Lost];
    }
    let event: fn(PathBuf) -> Event = match told.kind {
        EventKind::Access(AccessKind::Close(AccessMode::Write)) => Event::Changed,
        EventKind::Access(_) => return Vec::new(),
        EventKind::Create(CreateKind::File) if TELLS_THE_END => created,
        EventKind::Modify(ModifyKind::Data(_)) if TELLS_THE_END => Event::Writing,
        EventKind::Remove(_) | EventKind::Modify(ModifyKind::Name(RenameMode::From)) => Event::Left,
        // Both parts of it have been told already.
        EventKind::Modify(ModifyKind::Name(RenameMode::Both)) => return Vec::new(),
        _ => Event::Changed,
    };
    told.paths.into_iter().map(event).collect()
}

/// A new file is about to be written, unless it is one more name of what is there.
fn created(path: PathBuf) -> Event {
    let is_new = |found: fs::Metadata| found.is_file() && found.nlink() == 1;
    match fs::symlink_metadata(&path).is_ok_and(is_new) {
        true => Event::Writing(path),
        false => Event::Changed(path),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use notify::event::{DataChange, Flag};

    fn told(kind: EventKind) -> Vec<Event> {
        events(Ok(notify::Event::new(kind).add_path("a.yaml".into())))
    }

    #[test]
    fn reading_tells_nothing_and_the_end_of_writing_does() {
        let path = || PathBuf::from("a.yaml");
        let close = |mode| EventKind::Access(AccessKind::Close(mode));
        assert_eq!(told(close(AccessMode::Read)), []);
        assert_eq!(told(EventKind::Access(AccessKind::Open(AccessMode::Any))), []);
        assert_eq!(told(close(AccessMode::Write)), [Event::Changed(path())]);
        let modified = EventKind::Modify(ModifyKind::Data(DataChange::Any));
        assert_eq!(told(modified), [Event::Writing(path())]);
    }

    #[test]
    fn what_could_not_be_told_is_lost() {
        let overflow = notify::Event::new(EventKind::Other).set_flag(Flag::Rescan);
        assert_eq!(events(Ok(overflow)), [Event::Lost]);
        assert_eq!(events(Err(notify::Error::generic("x"))), [Event::Lost]);
    }
}
