//! Which job of a library is which job of the library before.
//!
//! A job is known by its path and document as long as its code or title says nothing else. Documents
//! of one file are told apart by code, then title, then number; a job whose file was renamed is known
//! by its code and language, or by its title where it has no code.

use super::pairs::Unpaired;
use crate::model::{Job, JobId};
use std::collections::{HashMap, HashSet};
use std::path::Path;
use std::sync::Arc;

/// The jobs of two libraries by their indices: which is which, which are gone, which are new.
#[derive(Debug, Default)]
pub struct Match {
    /// The same job before and after, by path now.
    pub pairs: Vec<(usize, usize)>,
    /// Jobs that were there before, by path.
    pub gone: Vec<usize>,
    /// Jobs that were not there before, by path.
    pub new: Vec<usize>,
}

impl Match {
    /// Finds each job again. Costs next to nothing for jobs that are shared by both libraries.
    #[must_use]
    pub fn of(old: &[Arc<Job>], new: &[Arc<Job>]) -> Self {
        let (mut pairs, mut rest) = by_id(old, new);
        if !rest.is_done() {
            let (was, is) = (|i: usize| old[i].as_ref(), |i: usize| new[i].as_ref());
            pairs.extend(rest.pair(|i| code_in_file(was(i)), |i| code_in_file(is(i))));
            pairs.extend(rest.pair(|i| title_in_file(was(i)), |i| title_in_file(is(i))));
            pairs.extend(rest.pair_only(|i| code(was(i)), |i| code(is(i))));
            pairs.extend(rest.pair_only(|i| title_alone(was(i)), |i| title_alone(is(i))));
            // Nothing else fits: the same place holds the same job.
            pairs.extend(rest.pair(|i| Some(&old[i].id), |i| Some(&new[i].id)));
            pairs.sort_unstable_by_key(|(_, new)| *new);
        }
        Self { pairs, gone: rest.old, new: rest.new }
    }

    /// The jobs whose path or number in the file is another one now: before and after.
    #[must_use]
    pub fn moves(&self, old: &[Arc<Job>], new: &[Arc<Job>]) -> Moves {
        let moved = |&(was, is): &(usize, usize)| {
            let (was, is) = (&old[was], &new[is]);
            let same = Arc::ptr_eq(was, is) || was.id == is.id;
            (!same).then(|| (was.id.clone(), is.id.clone()))
        };
        let to: HashMap<JobId, JobId> = self.pairs.iter().filter_map(moved).collect();
        let taken = to.values().filter(|id| !to.contains_key(*id)).cloned().collect();
        Moves { to, taken }
    }
}

/// Where jobs are now that stood elsewhere before.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Moves {
    to: HashMap<JobId, JobId>,
    /// Where another job stands now than before, which is gone.
    taken: HashSet<JobId>,
}

impl Moves {
    /// Whether every job stands where it stood.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.to.is_empty()
    }

    /// Where a job is now, `None` where another one has taken its place. A job that is gone is still
    /// looked for where it was, since it may come back.
    #[must_use]
    pub fn follow(&self, id: &JobId) -> Option<JobId> {
        match self.to.get(id) {
            Some(to) => Some(to.clone()),
            None if self.taken.contains(id) => None,
            None => Some(id.clone()),
        }
    }

    /// Lets what is known of jobs follow them; what belonged to one that has lost its place is let
    /// go.
    pub fn carry<T>(&self, known: &mut HashMap<JobId, T>) {
        if !self.is_empty() {
            let follow = |(id, value)| Some((self.follow(&id)?, value));
            *known = known.drain().filter_map(follow).collect();
        }
    }
}

/// Pairs jobs that stand where they stood and are, by what they say, the same ones.
fn by_id(old: &[Arc<Job>], new: &[Arc<Job>]) -> (Vec<(usize, usize)>, Unpaired) {
    let mut pairs = Vec::with_capacity(new.len());
    let mut rest = Unpaired::default();
    let (mut was, mut is) = (0, 0);
    while let (Some(before), Some(after)) = (old.get(was), new.get(is)) {
        // Paths are compared only where something has changed.
        let shared = Arc::ptr_eq(before, after);
        let order = if shared { std::cmp::Ordering::Equal } else { before.id.cmp(&after.id) };
        match order {
            std::cmp::Ordering::Equal if shared || agree(before, after) => pairs.push((was, is)),
            std::cmp::Ordering::Equal => {
                rest.old.push(was);
                rest.new.push(is);
            }
            std::cmp::Ordering::Less => rest.old.push(was),
            std::cmp::Ordering::Greater => rest.new.push(is),
        }
        was += usize::from(order.is_le());
        is += usize::from(order.is_ge());
    }
    rest.old.extend(was..old.len());
    rest.new.extend(is..new.len());
    (pairs, rest)
}

/// Whether two jobs at one place can be taken for one without a look at the others.
fn agree(old: &Job, new: &Job) -> bool {
    if old.profile.is_none() || new.profile.is_none() {
        return true;
    }
    match (code(old), code(new)) {
        (Some(old), Some(new)) => old == new,
        _ => title(old) == title(new),
    }
}

/// A job's code with its language, in each of which it may stand once.
fn code(job: &Job) -> Option<(&str, &str)> {
    let language = job.profile.as_ref().and_then(|p| p.language.as_deref());
    Some((job.code()?, language.unwrap_or_default()))
}

fn title(job: &Job) -> Option<&str> {
    job.profile.as_ref().map(|profile| profile.title.trim())
}

fn code_in_file(job: &Job) -> Option<(&Path, (&str, &str))> {
    Some((&job.id.path, code(job)?))
}

fn title_in_file(job: &Job) -> Option<(&Path, &str)> {
    Some((&job.id.path, title(job)?))
}

/// The title of a job that has no code to be known by.
fn title_alone(job: &Job) -> Option<&str> {
    title(job).filter(|_| job.code().is_none())
}
