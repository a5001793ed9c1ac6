//! Who reports to whom: each reports-to looked up among codes, titles and alternate titles.

use super::Library;
use crate::model::{Job, folded_name};
use std::collections::HashMap;
use std::sync::Arc;

impl Library {
    /// Resolves every reports-to against codes, then titles, then alternate titles.
    pub(super) fn link(&mut self) {
        let book = AddressBook::new(&self.jobs);
        self.superiors = (0..self.jobs.len())
            .map(|job| {
                let texts = self.profile(job).map_or(&[][..], |p| &p.reports_to[..]);
                texts.iter().map(|text| book.look_up(&self.jobs, job, text)).collect()
            })
            .collect();
        self.reports = vec![Vec::new(); self.jobs.len()];
        for (job, superiors) in self.superiors.iter().enumerate() {
            for superior in superiors.iter().flatten() {
                if self.reports[*superior].last() != Some(&job) {
                    self.reports[*superior].push(job);
                }
            }
        }
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

    /// The one job that is meant: the only one of that name, or the only one in the same family.
    fn look_up(&self, jobs: &[Arc<Job>], from: usize, text: &str) -> Option<usize> {
        let name = folded_name(text);
        let called =
            [self.codes.get(text.trim()), self.titles.get(&name), self.alternates.get(&name)];
        let candidates = called.into_iter().flatten().find(|jobs| !jobs.is_empty())?;
        let others: Vec<usize> = candidates.iter().copied().filter(|&i| i != from).collect();
        if let [only] = others[..] {
            return Some(only);
        }
        let family = jobs[from].family();
        let mut relatives =
            others.into_iter().filter(|&i| family.is_some() && jobs[i].family() == family);
        match (relatives.next(), relatives.next()) {
            (Some(only), None) => Some(only),
            _ => None,
        }
    }
}
