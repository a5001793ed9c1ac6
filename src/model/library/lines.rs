//! Who reports to whom: each reports-to looked up among codes, titles and alternate titles.

use crate::model::{Job, folded_name};
use std::collections::HashMap;
use std::sync::Arc;

/// How many of the jobs are kept that a reports-to may mean.
const NAMED: usize = 3;

/// Which of the names that are looked through come first and last.
const CODES: usize = 0;
const ALTERNATES: usize = 2;

/// What a reports-to has been found to mean.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Link {
    /// One job, by its index in [`super::Library::jobs`].
    To(usize),
    /// One of several jobs, of which the first few are named here.
    Several(Vec<usize>),
    /// The job that says it, by its own code or title.
    Itself,
    /// Nobody in the library.
    Nobody,
}

impl Link {
    /// The job that is meant.
    #[must_use]
    pub fn job(&self) -> Option<usize> {
        match self {
            Link::To(job) => Some(*job),
            _ => None,
        }
    }
}

/// Who reports to whom in a library.
#[derive(Debug, Default)]
pub(super) struct Lines {
    /// What each reports-to of each job means.
    pub links: Vec<Vec<Link>>,
    /// The jobs whose line or dotted line leads to each job.
    pub reports: Vec<Vec<usize>>,
}

impl Lines {
    /// Resolves every reports-to against codes, then titles, then alternate titles.
    pub fn of(jobs: &[Arc<Job>]) -> Self {
        let book = AddressBook::new(jobs);
        let of_job = |(from, job): (usize, &Arc<Job>)| {
            let texts = job.profile.iter().flat_map(|profile| &profile.reports_to);
            texts.map(|text| book.look_up(jobs, from, text)).collect()
        };
        let links: Vec<Vec<Link>> = jobs.iter().enumerate().map(of_job).collect();
        let mut reports = vec![Vec::new(); jobs.len()];
        for (job, links) in links.iter().enumerate() {
            for superior in links.iter().filter_map(Link::job) {
                if reports[superior].last() != Some(&job) {
                    reports[superior].push(job);
                }
            }
        }
        Self { links, reports }
    }
}

/// Who can be meant by a reports-to: the jobs by code, by title and by alternate title.
struct AddressBook {
    codes: HashMap<String, Vec<usize>>,
    titles: HashMap<String, Vec<usize>>,
    alternates: HashMap<String, Vec<usize>>,
}

impl AddressBook {
    /// Holds only the names that somebody reports to, since a real job may have 2,750 others.
    fn new(jobs: &[Arc<Job>]) -> Self {
        let profiles =
            || jobs.iter().enumerate().filter_map(|(i, j)| Some((i, j.profile.as_ref()?)));
        let mut book =
            Self { codes: HashMap::new(), titles: HashMap::new(), alternates: HashMap::new() };
        for text in profiles().flat_map(|(_, p)| &p.reports_to) {
            let name = folded_name(text);
            book.codes.entry(text.trim().to_owned()).or_default();
            book.titles.entry(name.clone()).or_default();
            book.alternates.entry(name).or_default();
        }
        if book.codes.is_empty() {
            return book;
        }
        for (i, profile) in profiles() {
            let code = profile.code.as_deref().and_then(|code| book.codes.get_mut(code));
            code.into_iter().for_each(|jobs| jobs.push(i));
            let title = book.titles.get_mut(&folded_name(&profile.title));
            title.into_iter().for_each(|jobs| jobs.push(i));
            for other in &profile.also_known_as {
                let alternate = book.alternates.get_mut(&folded_name(other));
                alternate.into_iter().for_each(|jobs| jobs.push(i));
            }
        }
        book
    }

    /// Whom a job means by a text: the only other job of that name, or the only one in the same
    /// family, or in the same language. Jobs of one code are one job, so the first is meant.
    fn look_up(&self, jobs: &[Arc<Job>], from: usize, text: &str) -> Link {
        let name = folded_name(text);
        let called =
            [self.codes.get(text.trim()), self.titles.get(&name), self.alternates.get(&name)];
        let found = (0..)
            .zip(called)
            .find_map(|(by, jobs)| Some((by, jobs?)).filter(|(_, jobs)| !jobs.is_empty()));
        let Some((by, candidates)) = found else { return Link::Nobody };
        let others = || candidates.iter().copied().filter(|&job| job != from);
        let family = jobs[from].family();
        let related = |job: &usize| family.is_some() && jobs[*job].family() == family;
        let language = |job: usize| jobs[job].profile.as_ref()?.language.as_deref();
        let readable = |job: &usize| language(*job) == language(from);
        let meant = only(others())
            .or_else(|| only(others().filter(related)))
            .or_else(|| only(others().filter(|job| related(job) && readable(job))))
            .or_else(|| only(others().filter(readable)))
            .or_else(|| others().next().filter(|_| by == CODES));
        match (meant, others().next()) {
            (Some(job), _) => Link::To(job),
            (None, Some(_)) => Link::Several(others().take(NAMED).collect()),
            // An alternate title of this job is often the title of one above.
            (None, None) if by == ALTERNATES => Link::Nobody,
            (None, None) => Link::Itself,
        }
    }
}

/// The only one, if there is just one.
fn only(mut jobs: impl Iterator<Item = usize>) -> Option<usize> {
    let first = jobs.next()?;
    jobs.next().is_none().then_some(first)
}
