//! `rolebook new`: a profile to start from, printed or written to a file that does not exist yet.

mod template;

use super::{COULD_NOT_RUN, one};
use crate::model::Library;
use crate::printable::printable_path;
use crate::save::{Target, save};
use crate::store::{Folder, retitled};
use std::path::{Path, PathBuf};
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
    if let Some(path) = &wanted.path {
        may_be_read(path).map_err(could_not)?;
    }
    let text = match &wanted.like {
        None => template::profile(&wanted.title, library),
        Some(other) => {
            let text = like(&wanted.title, library, other, folder)?;
            with_schema_from(&text, wanted.path.as_deref().and_then(Path::parent))
        }
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

/// Whether a file of this path would be read as a profile.
fn may_be_read(path: &Path) -> Result<(), String> {
    let shown = printable_path(path);
    let ending = path.extension().map(|ending| ending.to_string_lossy().to_lowercase());
    let names_file = path.file_name().is_some() && !path.is_dir();
    if names_file && !matches!(ending.as_deref(), Some("yaml" | "yml")) {
        return Err(format!("{shown} would never be read; end its name in .yaml"));
    }
    let folder = path.parent().unwrap_or(Path::new(""));
    let below = |folder: &Path| folder.iter().any(|name| name == "competencies");
    let real = std::path::absolute(folder).unwrap_or_else(|_| folder.to_owned());
    match below(folder) || real.ends_with("competencies") {
        true => Err(format!(
            "{shown} would be read as a competency; name a folder that is not below competencies"
        )),
        false => Ok(()),
    }
}

/// What an editor looks for in the first lines, before the path of a schema.
const SCHEMA: &str = "# yaml-language-server: $schema=";

/// The text without the line of a schema whose path leads nowhere from a folder.
fn with_schema_from(text: &str, folder: Option<&Path>) -> String {
    let leads_somewhere = |line: &&str| {
        let Some(schema) = line.trim().strip_prefix(SCHEMA) else { return true };
        let is_fixed = schema.contains("://") || schema.starts_with('/');
        is_fixed || folder.is_some_and(|folder| folder.join(schema).is_file())
    };
    text.split_inclusive('\n').filter(leads_somewhere).collect()
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
