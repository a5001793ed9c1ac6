//! `rolebook gap`: what lies between two jobs.

use super::{Destination, Failure, Threshold, two};
use crate::export::Subject;
use crate::model::Library;
use clap::Args;
use std::sync::Arc;

/// Between which jobs.
#[derive(Debug, Args)]
pub struct Gap {
    /// The job that somebody does: its code, title, alternate title or path
    pub(super) from: String,
    /// The job that they want to do
    pub(super) to: String,
    #[command(flatten)]
    threshold: Threshold,
    #[command(flatten)]
    pub(super) destination: Destination,
}

impl Gap {
    pub(super) fn subject(&self, library: &Arc<Library>) -> Result<Subject, Failure> {
        let (from, to) = two(library, &self.from, &self.to)?;
        Ok(Subject::Gap(from, to, self.threshold.step))
    }
}
