//! A small library made in memory, and the few words in which the stories are told.

use rolebook::model::{Job, JobId, Library, Name, Parts, Profile};
use rolebook::search::{Index, Query, Rank, search};
use std::sync::Arc;

/// A job with a title alone; its file is named by its place on the shelf.
pub fn titled(title: &str) -> Profile {
    Profile { title: title.to_owned(), ..Profile::default() }
}

/// A profile with code, family, level and alternate titles; empty texts stand for none.
pub fn job(title: &str, [code, family, level]: [&str; 3], also: &[&str]) -> Profile {
    let some = |text| Some(text).filter(|text: &&str| !text.is_empty());
    Profile {
        code: some(code).map(str::to_owned),
        family: some(family).map(Name::from),
        level: some(level).map(Name::from),
        also_known_as: also.iter().map(|text| (*text).to_owned()).collect(),
        ..titled(title)
    }
}

/// The entry of a profile.
pub fn entry(place: usize, profile: Profile) -> Arc<Job> {
    let id = JobId::first(format!("{place:04}.yaml"));
    Arc::new(Job { id, profile: Some(profile), ..Job::default() })
}

/// A snapshot of some entries.
pub fn library(jobs: Vec<Arc<Job>>) -> Arc<Library> {
    Arc::new(Library::new(Parts { jobs, ..Parts::default() }))
}

/// An index of profiles in the order given.
pub fn index(profiles: Vec<Profile>) -> Index {
    let jobs = profiles.into_iter().enumerate().map(|(place, p)| entry(place, p)).collect();
    Index::new(library(jobs), None)
}

/// An index of titles.
pub fn titles(titles: &[&str]) -> Index {
    index(titles.iter().map(|title| titled(title)).collect())
}

/// The titles that a query finds, best first, with their ranks.
pub fn ranked(index: &Index, typed: &str) -> Vec<(Rank, String)> {
    let title = |job: usize| index.library().jobs()[job].title().into_owned();
    let hits = search(index, &Query::parse(typed), None);
    hits.iter().map(|hit| (hit.rank, title(hit.job))).collect()
}

/// The titles that a query finds, best first.
pub fn found(index: &Index, typed: &str) -> Vec<String> {
    ranked(index, typed).into_iter().map(|(_, title)| title).collect()
}
