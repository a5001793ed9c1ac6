//! What has changed about the competencies that jobs share, and how many jobs that touches.

use super::detail::{Detail, text};
use super::lists::list;
use super::pairs::Unpaired;
use super::profile::reworded;
use super::{Entry, Fate, Subject};
use crate::model::{Competency, Job, LevelText, Levels, Library, folded_name};
use std::collections::{BTreeSet, HashMap};
use std::sync::Arc;

/// What has changed about the shared competencies, by name.
pub(super) fn competencies(old: &Library, new: &Library) -> Vec<Entry> {
    let (was, is) = (old.competencies(), new.competencies());
    if was.len() == is.len() && was.iter().zip(is).all(|(old, new)| Arc::ptr_eq(old, new)) {
        return Vec::new();
    }
    let mut rest = Unpaired::all(was.len(), is.len());
    let name = |competency: &Competency| Some(folded_name(&competency.name));
    let mut pairs = rest.pair(|i| name(&was[i]), |i| name(&is[i]));
    pairs.extend(renamed(was, is, &mut rest));
    let pairs = pairs.into_iter().filter_map(|(old, new)| changed(&was[old], &is[new]));
    let mut entries: Vec<Entry> = pairs.collect();
    entries.extend(rest.new.iter().map(|&i| entry(&is[i], Fate::Added, Vec::new())));
    entries.extend(rest.old.iter().map(|&i| entry(&was[i], Fate::Removed, Vec::new())));
    count_askers(new, &mut entries);
    entries.sort_by(|a, b| a.name.cmp(&b.name));
    entries
}

/// Pairs competencies under other names: one that answers to the old name, else one that says the
/// very same.
fn renamed(
    was: &[Arc<Competency>],
    is: &[Arc<Competency>],
    rest: &mut Unpaired,
) -> Vec<(usize, usize)> {
    let old_name = |i: usize| Some(folded_name(&was[i].name));
    let called: HashMap<usize, String> = {
        let gone: BTreeSet<String> = rest.old.iter().filter_map(|&i| old_name(i)).collect();
        let before = |i: usize| {
            let others = is[i].also_known_as.iter().map(|other| folded_name(other));
            others.into_iter().find(|other| gone.contains(other))
        };
        rest.new.iter().filter_map(|&i| Some((i, before(i)?))).collect()
    };
    let mut pairs = rest.pair_only(old_name, |i| called.get(&i).cloned());
    let says = |competency: &Competency| competency.definition.clone();
    pairs.extend(rest.pair_only(|i| says(&was[i]), |i| says(&is[i])));
    pairs
}

fn entry(competency: &Competency, fate: Fate, details: Vec<Detail>) -> Entry {
    let subject = Subject::Competency { jobs: 0 };
    Entry { subject, name: competency.name.clone(), fate, details }
}

/// What has changed about one competency; nothing where only its place has.
fn changed(old: &Arc<Competency>, new: &Arc<Competency>) -> Option<Entry> {
    if Arc::ptr_eq(old, new) {
        return None;
    }
    let mut details = Vec::new();
    let is_renamed = old.name != new.name;
    if is_renamed {
        details.push(Detail::new(format!("called {} before", old.name)));
    }
    let definition = (old.definition.as_deref(), new.definition.as_deref());
    details.extend(reworded("definition", definition));
    details.extend(level_texts(&old.levels, &new.levels).into_iter().map(Detail::new));
    details.extend(text("scale", old.scale.as_deref(), new.scale.as_deref()));
    let names = (&old.also_known_as, &new.also_known_as);
    details.extend(list("alternate name", "alternate names", names.0, names.1));
    if old.source != new.source {
        details.push(Detail::new("source changed"));
    }
    let fate = if is_renamed { Fate::Moved } else { Fate::Changed };
    (!details.is_empty()).then(|| entry(new, fate, details))
}

/// What has changed about the texts of proficiency levels: `level 4 reworded`.
pub(super) fn level_texts(old: &Levels, new: &Levels) -> Vec<String> {
    if old == new {
        return Vec::new();
    }
    let numbers: BTreeSet<u8> = old.keys().chain(new.keys()).copied().collect();
    let change = |number: u8| {
        let (old, new) = (old.get(&number), new.get(&number));
        if old == new {
            return None;
        }
        let described = |text: Option<&LevelText>| text.is_some_and(LevelText::is_described);
        Some(match (described(old), described(new)) {
            (false, true) => format!("level {number} text added"),
            (true, false) => format!("level {number} text removed"),
            _ => format!("level {number} reworded"),
        })
    };
    numbers.into_iter().filter_map(change).collect()
}

/// Counts the jobs that ask for each competency, with one look at every requirement.
fn count_askers(library: &Library, entries: &mut [Entry]) {
    let names: HashMap<String, usize> =
        entries.iter().enumerate().map(|(i, entry)| (folded_name(&entry.name), i)).collect();
    let meant = |name: &str| {
        let known = library.competency(name).map(|c| folded_name(&c.name));
        names.get(&known.unwrap_or_else(|| folded_name(name))).copied()
    };
    // Thousands of jobs write a few hundred names.
    let mut seen: HashMap<&str, Option<usize>> = HashMap::new();
    let mut counts = vec![0; entries.len()];
    let mut counted_at = vec![usize::MAX; entries.len()];
    for (at, job) in library.jobs().iter().enumerate() {
        for name in asked(job) {
            let entry = *seen.entry(name).or_insert_with(|| meant(name));
            if let Some(entry) = entry.filter(|&entry| counted_at[entry] != at) {
                counts[entry] += 1;
                counted_at[entry] = at;
            }
        }
    }
    for (entry, jobs) in entries.iter_mut().zip(counts) {
        entry.subject = Subject::Competency { jobs };
    }
}

fn asked(job: &Job) -> impl Iterator<Item = &str> {
    let requirements = job.profile.iter().flat_map(|profile| profile.requirements());
    requirements.filter_map(|(_, requirement)| requirement.name.as_deref())
}
