//! How many of a library's jobs ask for each competency, and at which level in the middle.

use super::Library;
use crate::model::{Job, Proficiency, Profile};
use std::collections::{BTreeMap, HashMap};

/// How much every competency is asked for. It is brought up to date job by job, since a save changes
/// one of thousands.
#[derive(Debug, Clone, Default)]
pub(super) struct Demand {
    /// Where each competency stands in the list, by its key.
    numbers: HashMap<String, usize>,
    asked: Vec<Asked>,
    /// How many jobs have any competency.
    jobs: usize,
}

/// How much one competency is asked for.
#[derive(Debug, Clone, Default)]
struct Asked {
    /// How often each level is asked for.
    levels: BTreeMap<Proficiency, usize>,
    /// By how many jobs.
    jobs: usize,
}

/// A round through jobs. Thousands of them use a few dozen names, so each is looked up once.
#[derive(Default)]
struct Round<'a> {
    numbers: HashMap<&'a str, usize>,
    /// The job in which a competency was last seen, since one may ask for it twice.
    last: Vec<usize>,
    job: usize,
}

impl Demand {
    /// That of all jobs.
    pub fn of(library: &Library) -> Self {
        let (mut demand, mut round) = (Self::default(), Round::default());
        library.jobs().iter().for_each(|job| demand.count(library, job, &mut round, up));
        demand
    }

    /// That after one job has taken the place of another.
    pub fn exchange(&mut self, library: &Library, before: &Job, after: &Job) {
        let mut round = Round::default();
        self.count(library, before, &mut round, down);
        self.count(library, after, &mut round, up);
    }

    /// Counts a job in, or out again.
    fn count<'a>(
        &mut self,
        library: &Library,
        job: &'a Job,
        round: &mut Round<'a>,
        change: fn(&mut usize),
    ) {
        round.job += 1;
        let mut any = false;
        for (_, requirement) in job.profile.iter().flat_map(Profile::requirements) {
            any = true;
            let Some(name) = requirement.name.as_deref() else { continue };
            let number = *round.numbers.entry(name).or_insert_with(|| {
                let next = self.numbers.len();
                *self.numbers.entry(library.competency_key(name)).or_insert(next)
            });
            self.asked.resize_with(self.numbers.len(), Asked::default);
            round.last.resize(self.numbers.len(), 0);
            let asked = &mut self.asked[number];
            if let Some(level) = requirement.level {
                change(asked.levels.entry(level).or_default());
            }
            if round.last[number] != round.job {
                round.last[number] = round.job;
                change(&mut asked.jobs);
            }
        }
        if any {
            change(&mut self.jobs);
        }
    }

    fn asked(&self, key: &str) -> Option<&Asked> {
        self.asked.get(*self.numbers.get(key)?)
    }

    /// How many jobs ask for the competency of a key.
    pub fn jobs(&self, key: &str) -> usize {
        self.asked(key).map_or(0, |asked| asked.jobs)
    }

    /// The middle of the levels at which the competency of a key is asked for, and of as many
    /// `absent` ones, below them all, as there are jobs with competencies that do not ask for it.
    /// `None` where no job gives a level.
    pub fn median(&self, key: &str, absent: f64) -> Option<f64> {
        let asked = self.asked(key)?;
        let given: usize = asked.levels.values().sum();
        if given == 0 {
            return None;
        }
        let all = given.max(self.jobs);
        let at = |place: usize| {
            let mut before = all - given;
            if place < before {
                return absent;
            }
            let level = asked.levels.iter().find(|(_, count)| {
                before += **count;
                place < before
            });
            level.map_or(absent, |(level, _)| level.value())
        };
        let middle = all / 2;
        Some(if all % 2 == 1 { at(middle) } else { f64::midpoint(at(middle - 1), at(middle)) })
    }
}

fn up(count: &mut usize) {
    *count += 1;
}

fn down(count: &mut usize) {
    *count = count.saturating_sub(1);
}
