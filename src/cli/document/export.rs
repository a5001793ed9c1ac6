//! `rolebook export`: whole jobs.

use super::{Destination, Failure, several};
use crate::export::Subject;
use crate::model::Library;
use clap::Args;
use std::sync::Arc;

/// Which jobs.
#[derive(Debug, Args)]
pub struct Export {
    /// The jobs, each by code, title, alternate title or path
    #[arg(required = true, value_name = "JOB")]
    pub(super) jobs: Vec<String>,
    #[command(flatten)]
    pub(super) destination: Destination,
}

impl Export {
    pub(super) fn subject(&self, library: &Arc<Library>) -> Result<Subject, Failure> {
        several(library, &self.jobs).map(Subject::Jobs)
    }
}
