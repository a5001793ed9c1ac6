//! What a file says nothing about, which is not the same as saying that there is none.

use crate::model::{Key, Library, Spot};

/// What is said of such a job, behind its title.
pub const NAMES_NONE: &str = "names no competencies: not in file";

/// The same of responsibilities.
pub const NAMES_NO_DUTIES: &str = "names no responsibilities: not in file";

/// Whether the file of a job names no competencies at all, not even that there are none. Of a file
/// that cannot be read nothing is known.
#[must_use]
pub fn names_no_competencies(library: &Library, job: usize) -> bool {
    is_silent(library, job, Key::Competencies)
}

/// Whether the file of a job says nothing of responsibilities.
#[must_use]
pub fn names_no_duties(library: &Library, job: usize) -> bool {
    is_silent(library, job, Key::Responsibilities)
}

/// Whether nothing could be read of a job.
pub(super) fn is_unread(library: &Library, job: usize) -> bool {
    library.jobs().get(job).is_none_or(|job| job.profile.is_none())
}

fn is_silent(library: &Library, job: usize, key: Key) -> bool {
    let Some(job) = library.jobs().get(job) else { return false };
    let Some(profile) = &job.profile else { return false };
    let says = match key {
        Key::Competencies => !profile.competencies.is_empty(),
        _ => profile.responsibilities.iter().next().is_some(),
    };
    !says && job.places.get(Spot::Key(key)).is_none()
}
