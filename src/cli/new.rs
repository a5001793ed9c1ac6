//! `rolebook new`: a profile to start from, printed or written to a file that does not exist yet.

mod template;

use super::{COULD_NOT_RUN, one};
use crate::model::Library;
use crate::printable::printable_path;
use crate::save::{Target, save};
use crate::store::{Folder, retitled};
use std::path::PathBuf;
use std::sync::Arc;

/// A profile that is asked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewProfile {
    /// Its title.
    pub title: String,
    /// Where to write it; `None` to print it.
    pub path: Option<PathBuf>,
    /// The job whose text it starts from, as somebody calls it.
    pub like: Option<String>,
}

/// The profile as text, or the path of the file that was written. The library is that of the
/// folder.
///
/// # Errors
/// The sentence and the exit code where there is no such text or the file cannot be written.
pub fn new(
    wanted: &NewProfile,
    library: &Arc<Library>,
    folder: &Folder,
    pay: bool,
) -> Result<String, (String, u8)> {
    let could_not = |sentence: String| (sentence, COULD_NOT_RUN);
    if wanted.title.trim().is_empty() {
        return Err(could_not("the title is empty; write one, as in \"Payroll Clerk\"".to_owned()));
    }
    if wanted.like.is_some() && !pay {
        let sentence = "--like copies the other job's text with its pay figures; leave --no-pay out, or start without --like";
        return Err(could_not(sentence.to_owned()));
    }
    let text = match &wanted.like {
        None => template::profile(&wanted.title, library),
        Some(other) => like(&wanted.title, library, other, folder)?,
    };
    match &wanted.path {
        None => Ok(text),
        Some(path) => {
            let target = Target { path, replace: false, profiles: None };
            save(&text, target).map_err(|error| could_not(error.to_string()))?;
            Ok(format!("{}\n", printable_path(path)))
        }
    }
}

/// The text of another job with a title of its own.
fn like(
    title: &str,
    library: &Arc<Library>,
    other: &str,
    folder: &Folder,
) -> Result<String, (String, u8)> {
    let id = &library.jobs()[one(library, other)?].id;
    let text = folder.document(id).map_err(|sentence| (sentence, COULD_NOT_RUN))?;
    retitled(&text, title).ok_or_else(|| {
        let sentence = format!(
            "{id} is broken or written in braces, so its title cannot be changed safely; copy the file yourself"
        );
        (sentence, COULD_NOT_RUN)
    })
}
