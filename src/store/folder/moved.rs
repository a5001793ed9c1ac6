//! Which files there are, and which of them only have another name than before.

use super::competencies::CompetencyFile;
use super::content::sample;
use super::profiles::ProfileFile;
use super::{Folder, Origin, only_found};
use crate::model::{Competency, Job, Parts};
use crate::store::file::Stamp;
use crate::store::walk::{Found, walk};
use std::collections::{HashMap, HashSet};
use std::path::{Path, PathBuf};

impl Folder {
    /// Finds out which files there are; those that only have another name than before.
    pub(super) fn list(&mut self) -> HashSet<PathBuf> {
        let mut renamed = HashSet::new();
        let before = std::mem::take(&mut self.found);
        self.found = match &self.source.origin {
            Origin::Folder(root) => walk(root, &self.settings.value.ignore, self.source.follow),
            Origin::Sample => sample(),
        };
        if let (true, Origin::Folder(root)) = (self.was_read, &self.source.origin) {
            let moves = self.moves(root, &before);
            self.found.keep_missing(root, before, |path| moves.contains_key(path));
            renamed = moves.into_values().collect();
            self.source.patience.renamed(renamed.clone());
        }
        only_found(&mut self.competencies, &self.found.competencies);
        only_found(&mut self.profiles, &self.found.profiles);
        renamed
    }

    /// Files that are no longer where they were found before, and where they are now.
    fn moves(&self, root: &Path, before: &Found) -> HashMap<PathBuf, PathBuf> {
        let found = &self.found;
        let profile = |path: &Path| self.profiles.get(path).and_then(ProfileFile::stamp);
        let shared = |path: &Path| self.competencies.get(path).and_then(CompetencyFile::stamp);
        let mut moves = moves_of(root, &before.profiles, &found.profiles, profile);
        moves.extend(moves_of(root, &before.competencies, &found.competencies, shared));
        moves
    }
}

/// Whether a file has a job or a competency now that was not there before.
pub(super) fn has_new(before: &Parts, now: &Parts) -> bool {
    // All of them are in order by path.
    let was_job = |job: &Job| before.jobs.binary_search_by(|b| b.id.path.cmp(&job.id.path)).is_ok();
    let was_shared =
        |one: &Competency| before.competencies.binary_search_by(|b| b.path.cmp(&one.path)).is_ok();
    !now.jobs.iter().all(|job| was_job(job)) || !now.competencies.iter().all(|one| was_shared(one))
}

/// The same of one kind of files. `stamp` is that of a file as it was read last; both lists are in
/// order.
fn moves_of(
    root: &Path,
    before: &[PathBuf],
    now: &[PathBuf],
    stamp: impl Fn(&Path) -> Option<Stamp>,
) -> HashMap<PathBuf, PathBuf> {
    let gone: Vec<(Stamp, &PathBuf)> =
        only_in(before, now).filter_map(|path| Some((stamp(path)?, path))).collect();
    if gone.is_empty() {
        return HashMap::new();
    }
    let gone: HashMap<_, _> =
        gone.into_iter().map(|(was, path)| (was.file(), (was, path))).collect();
    let moved = only_in(now, before).filter_map(|path| {
        let is = Stamp::of(&root.join(path)).ok()?;
        let (was, left) = gone.get(&is.file())?;
        was.is_renamed(&is).then(|| (left.to_path_buf(), path.clone()))
    });
    moved.collect()
}

/// What is in one list and not in the other.
fn only_in<'f>(these: &'f [PathBuf], others: &'f [PathBuf]) -> impl Iterator<Item = &'f PathBuf> {
    these.iter().filter(|path| others.binary_search(path).is_err())
}
