//! Hears that something may have changed in a folder, and decides what is looked at when.
//!
//! What is heard is only a hint; the truth is in the stamps of the files, see [`super::Folder`].
//! [`Plan`] decides and knows neither clocks nor threads; `Ears` hear and decide nothing.

mod ears;
mod plan;

pub use plan::{Look, Plan};

use super::Folder;
use super::file::Stamp;
use super::folder::is_same;
use ears::{Deaf, Ears};
use rustix::fs::{StatFs, statfs};
use std::path::{Path, PathBuf};
use std::time::Instant;

/// How a folder is to be watched.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Wish {
    /// By what the system tells of changes, else by looking again and again.
    #[default]
    Auto,
    /// By looking again and again.
    Poll,
    /// Not at all.
    Off,
}

/// How a folder is watched.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Watching {
    /// Not at all.
    #[default]
    Off,
    /// By what the system tells of changes.
    Events,
    /// By looking again and again; in a few words why, unless that was wished for.
    Polling(Option<&'static str>),
}

/// What was heard of the disk, by real paths.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Event {
    /// Something writes to this file and has not closed it.
    Writing(PathBuf),
    /// This file or folder is other than it was.
    Changed(PathBuf),
    /// This one is no longer at its place.
    Left(PathBuf),
    /// More has happened than could be told.
    Lost,
}

/// The watch over a folder.
pub struct Watch {
    ears: Option<Ears>,
    plan: Option<Plan>,
    watching: Watching,
    /// The root of the folders in which the ears listen.
    root: Option<Stamp>,
}

impl Watch {
    /// Begins to watch a folder that has just been read. `hear` is called on another thread.
    pub fn begin(
        wish: Wish,
        folder: &Folder,
        now: Instant,
        hear: impl Fn(Event) + Send + 'static,
    ) -> Self {
        let (Some(root), true) = (folder.root(), wish != Wish::Off) else {
            return Self { ears: None, plan: None, watching: Watching::Off, root: None };
        };
        let opened = match wish {
            Wish::Auto if tells_nothing(root) => Err(Some("network folder")),
            Wish::Auto => Ears::open(hear).map_err(|Deaf| Some(WATCH_LIMIT)),
            _ => Err(None),
        };
        let mut watch = Self { ears: None, plan: None, watching: Watching::Events, root: None };
        match opened {
            Ok(ears) => (watch.ears, watch.plan) = (Some(ears), Some(Plan::with_events(now))),
            Err(why) => watch.poll(why, now),
        }
        watch.listen(folder, now);
        watch
    }

    /// How the folder is watched.
    #[must_use]
    pub fn watching(&self) -> Watching {
        self.watching
    }

    /// Takes in what was heard.
    pub fn hear(&mut self, event: Event, now: Instant) {
        if let (Event::Left(path), Some(ears)) = (&event, &mut self.ears) {
            ears.forget(path);
        }
        if let Some(plan) = &mut self.plan {
            plan.hear(event, now);
        }
    }

    /// What is to be looked at now, if anything.
    pub fn due(&mut self, now: Instant) -> Option<Look> {
        self.plan.as_mut()?.due(now)
    }

    /// When to ask next what is due; `None` if never.
    #[must_use]
    pub fn next(&self) -> Option<Instant> {
        self.plan.as_ref().map(Plan::next)
    }

    /// The folder has been looked at from `look.now` until `now`.
    pub fn looked(&mut self, look: &Look, folder: &Folder, now: Instant) {
        if let Some(plan) = &mut self.plan {
            plan.looked(look, folder.next_look(), now);
        }
        self.listen(folder, now);
    }

    /// The folder has been read for another reason.
    pub fn was_read(&mut self, folder: &Folder, now: Instant) {
        self.listen(folder, now);
    }

    /// Listens in every folder that matters now. In those that are new something may have happened
    /// before, so they are looked at again.
    fn listen(&mut self, folder: &Folder, now: Instant) {
        let (Some(ears), Some(plan)) = (&mut self.ears, &mut self.plan) else { return };
        let root = folder.root_stamp();
        if !is_same(std::mem::replace(&mut self.root, root), root) {
            ears.forget(Path::new("/"));
        }
        match ears.listen(&folder.watchable()) {
            Ok(new) => new.into_iter().for_each(|path| plan.hear(Event::Changed(path), now)),
            Err(Deaf) => self.poll(Some(WATCH_LIMIT), now),
        }
    }

    fn poll(&mut self, why: Option<&'static str>, now: Instant) {
        self.ears = None;
        self.plan = Some(Plan::by_polling(now));
        self.watching = Watching::Polling(why);
    }
}

/// What is said where the system has no room for one more watch.
const WATCH_LIMIT: &str = "watch limit";

/// Whether a folder is on a file system where others change files and nobody is told: those of
/// NFS, SMB, CIFS, 9P and FUSE, by the numbers of Linux (statfs(2)).
fn tells_nothing(root: &Path) -> bool {
    const SILENT: [i128; 6] = [0x6969, 0x517b, 0xfe53_4d42, 0xff53_4d42, 0x0102_1997, 0x6573_5546];
    // What is no number of 32 bits there is a negative one on some machines.
    let kind = |found: StatFs| i128::from(found.f_type) & 0xffff_ffff;
    cfg!(target_os = "linux") && statfs(root).is_ok_and(|found| SILENT.contains(&kind(found)))
}
