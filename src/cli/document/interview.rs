//! `rolebook interview`: questions and rating sheets for a job.

use super::{Destination, Failure, count};
use crate::cli::{NOT_FOUND, one};
use crate::export::Subject;
use crate::interview::{Choice, kit};
use crate::model::{Library, Profile};
use crate::search::nearest;
use clap::Args;
use std::sync::Arc;

/// For which job, and about which of its competencies.
#[derive(Debug, Args)]
pub struct Interview {
    /// The job's code, title, alternate title or path
    pub(super) job: String,
    /// Ask about this competency alone; may be said several times
    #[arg(long, value_name = "COMPETENCY")]
    only: Vec<String>,
    /// How many competencies at the most
    #[arg(long, value_name = "N", value_parser = count)]
    max: Option<u32>,
    #[command(flatten)]
    pub(super) destination: Destination,
}

impl Interview {
    pub(super) fn subject(&self, library: &Arc<Library>) -> Result<Subject, Failure> {
        let job = one(library, &self.job)?;
        for name in &self.only {
            asks_for(library, job, name)?;
        }
        let most = self.max.map(|most| usize::try_from(most).unwrap_or(usize::MAX));
        let choice = Choice { only: self.only.clone(), most };
        if kit(library, job, &choice).asked.is_empty() {
            let title = library.jobs()[job].title();
            return Err((format!("“{title}” names no competency to ask about"), NOT_FOUND));
        }
        Ok(Subject::Interview(job, choice))
    }
}

/// Whether a job asks for a competency, by whatever name.
fn asks_for(library: &Library, job: usize, name: &str) -> Result<(), Failure> {
    let own = &library.jobs()[job];
    let requirements = own.profile.iter().flat_map(Profile::requirements);
    let names: Vec<&str> = requirements.filter_map(|(_, r)| r.name.as_deref()).collect();
    let wanted = library.competency_key(name);
    if names.iter().any(|own| library.competency_key(own) == wanted) {
        return Ok(());
    }
    let hint = nearest(name, names.into_iter())
        .map_or_else(String::new, |near| format!("; did you mean “{near}”?"));
    Err((format!("“{}” does not ask for “{name}”{hint}", own.title()), NOT_FOUND))
}
