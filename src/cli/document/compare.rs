//! `rolebook compare`: jobs beside each other.

use super::{Destination, Failure, Threshold, several};
use crate::compare::{MOST, Order, Shown};
use crate::export::Subject;
use crate::export::views::CompareOptions;
use crate::model::Library;
use clap::{Args, ValueEnum};
use std::sync::Arc;

/// What is held against each other, and what of it is told.
#[derive(Debug, Args)]
pub struct Compare {
    /// The jobs, each by code, title, alternate title or path
    #[arg(required = true, num_args = 2..=MOST, value_name = "JOB")]
    pub(super) jobs: Vec<String>,
    #[command(flatten)]
    threshold: Threshold,
    /// Leave out what is alike, or all that no other job asks for beyond the first
    #[arg(long, value_enum)]
    only: Option<Only>,
    /// How the competencies stand
    #[arg(long, value_enum, default_value_t = Sort::Group)]
    sort: Sort,
    #[command(flatten)]
    pub(super) destination: Destination,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Only {
    Differences,
    Gaps,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Sort {
    Group,
    Spread,
    Name,
}

impl Compare {
    pub(super) fn subject(&self, library: &Arc<Library>) -> Result<Subject, Failure> {
        let jobs = several(library, &self.jobs)?;
        let order = match self.sort {
            Sort::Group => Order::Group,
            Sort::Spread => Order::Spread,
            Sort::Name => Order::Name,
        };
        let shown = match self.only {
            None => Shown::All,
            Some(Only::Differences) => Shown::Differences,
            Some(Only::Gaps) => Shown::Gaps,
        };
        let options =
            CompareOptions { order, shown, step: self.threshold.step, ..Default::default() };
        Ok(Subject::Compare(jobs, options))
    }
}
