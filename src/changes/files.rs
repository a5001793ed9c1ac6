//! Shared files that cannot be read as they were meant any more, or can again.

use super::detail::Detail;
use super::{Entry, Fate, Subject};
use crate::model::{Library, Problem, Severity};
use crate::printable::printable_path;
use std::collections::BTreeMap;
use std::path::Path;

/// What has become of library.yaml and of the files of competencies, by path.
pub(super) fn files(old: &Library, new: &Library) -> Vec<Entry> {
    if old.problems() == new.problems() {
        return Vec::new();
    }
    let (was, is) = (errors(old), errors(new));
    let broken = is.iter().filter(|(path, _)| !was.contains_key(*path));
    let broken = broken.map(|(path, problem)| {
        let details = vec![Detail::new(problem.placed(true))];
        entry(new, path, Fate::Broken, details)
    });
    let mended = was.keys().filter(|path| !is.contains_key(*path) && is_there(new, path));
    let mended = mended.map(|path| entry(new, path, Fate::Mended, Vec::new()));
    broken.chain(mended).collect()
}

/// The first error of each file.
fn errors(library: &Library) -> BTreeMap<&Path, &Problem> {
    let told = library.problems().iter().rev();
    let errors = told.filter(|told| told.problem.severity == Severity::Error);
    errors.map(|told| (told.path.as_path(), &told.problem)).collect()
}

/// Whether a file still says anything.
fn is_there(library: &Library, path: &Path) -> bool {
    path == Path::new(SETTINGS) || library.competencies().iter().any(|c| c.path == path)
}

const SETTINGS: &str = "library.yaml";

/// An entry about a file, in the name of the competency that it describes.
fn entry(library: &Library, path: &Path, fate: Fate, details: Vec<Detail>) -> Entry {
    if let Some(competency) = library.competencies().iter().find(|c| c.path == path) {
        let jobs = library.asked_by(&competency.name);
        let subject = Subject::Competency { jobs };
        return Entry { subject, name: competency.name.clone(), fate, details };
    }
    let subject = match path == Path::new(SETTINGS) {
        true => Subject::Library,
        false => Subject::File(path.to_owned()),
    };
    Entry { subject, name: printable_path(path), fate, details }
}
