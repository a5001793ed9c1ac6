//! `rolebook route`: a way from one job to another.

use super::{Destination, Failure, two};
use crate::cli::NOT_FOUND;
use crate::export::Subject;
use crate::model::Library;
use crate::near::{Likeness, route};
use clap::Args;
use std::sync::Arc;

/// From where to where.
#[derive(Debug, Args)]
pub struct Route {
    /// The job that somebody does: its code, title, alternate title or path
    pub(super) from: String,
    /// The job that they want to do
    pub(super) to: String,
    #[command(flatten)]
    pub(super) destination: Destination,
}

impl Route {
    pub(super) fn subject(&self, library: &Arc<Library>) -> Result<Subject, Failure> {
        let (from, to) = two(library, &self.from, &self.to)?;
        let likeness = Arc::new(Likeness::of(library));
        let found = route(&likeness, from, to);
        found.map(|route| Subject::Route(likeness, route)).ok_or_else(|| {
            let [from, to] = [from, to].map(|job| library.jobs()[job].title());
            let sentence = format!(
                "no way of at most three small moves leads from “{from}” to “{to}”; `rolebook near` tells where each of them leads"
            );
            (sentence, NOT_FOUND)
        })
    }
}
