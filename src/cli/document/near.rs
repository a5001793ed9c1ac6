//! `rolebook near`: the jobs that are most like one.

use super::{Destination, Failure, count};
use crate::cli::{NOT_FOUND, one};
use crate::export::Subject;
use crate::model::Library;
use crate::near::{Likeness, none_near};
use clap::Args;
use std::sync::Arc;

/// Near which job, and how many.
#[derive(Debug, Args)]
pub struct Near {
    /// The job's code, title, alternate title or path
    pub(super) job: String,
    /// How many jobs at the most
    #[arg(long, value_name = "N", default_value_t = 10, value_parser = count)]
    count: u32,
    #[command(flatten)]
    pub(super) destination: Destination,
}

impl Near {
    pub(super) fn subject(&self, library: &Arc<Library>) -> Result<Subject, Failure> {
        let job = one(library, &self.job)?;
        let likeness = Arc::new(Likeness::of(library));
        if likeness.nearest(job, 1).is_empty() {
            let title = format!("“{}”", library.jobs()[job].title());
            return Err((none_near(library, job, &title), NOT_FOUND));
        }
        Ok(Subject::Near(likeness, job, usize::try_from(self.count).unwrap_or(usize::MAX)))
    }
}
