//! What is wrong in folders, for programs: one format a file.

pub mod github;
pub mod json;
pub mod sarif;

use crate::model::{Place, Problem, Severity};
use crate::printable::printable_path;
use serde::{Serialize, Serializer};
use serde_json::Value;
use std::path::{Path, PathBuf};

/// One problem, and the file that it is in.
#[derive(Debug, Clone, Copy)]
pub struct Entry<'a> {
    /// The library's folder; `None` for the sample library, which has none.
    pub folder: Option<&'a Path>,
    /// The file's path below that folder.
    pub path: &'a Path,
    /// What is wrong.
    pub problem: &'a Problem,
    /// Whether pay figures are told.
    pub pay: bool,
}

impl Entry<'_> {
    /// Where the file is, seen from where the folder was named.
    #[must_use]
    pub fn file(&self) -> PathBuf {
        let whole = self.folder.map_or_else(|| self.path.to_owned(), |at| at.join(self.path));
        // Without the `./` of the folder in which one stands.
        whole.strip_prefix(".").map(Path::to_owned).unwrap_or(whole)
    }

    /// The same, safe to show.
    #[must_use]
    pub fn shown_file(&self) -> String {
        printable_path(&self.file())
    }

    /// Where it stands in the file; `None` where the whole file is meant.
    #[must_use]
    pub fn place(&self) -> Option<Place> {
        self.problem.place
    }

    /// What is wrong, as one sentence that is safe to show.
    #[must_use]
    pub fn sentence(&self) -> &str {
        self.problem.told(self.pay)
    }

    /// `error` or `warning`.
    #[must_use]
    pub fn severity(&self) -> &'static str {
        word(self.problem.severity)
    }

    /// Whether both are in one file.
    #[must_use]
    pub fn is_beside(&self, other: &Self) -> bool {
        (self.folder, self.path) == (other.folder, other.path)
    }
}

fn word(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
    }
}

/// How many problems there are, in how many of how many files.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct Tally {
    /// All files, also those without a problem.
    pub files: usize,
    /// The files with a problem.
    pub wrong_files: usize,
    /// Problems by which something could not be read as it was meant.
    pub errors: usize,
    /// All other problems.
    pub warnings: usize,
}

impl Tally {
    /// Counts entries, of which those in one file stand together.
    #[must_use]
    pub fn of(entries: &[Entry<'_>], files: usize) -> Self {
        let is_error = |entry: &&Entry<'_>| entry.problem.severity == Severity::Error;
        let errors = entries.iter().filter(is_error).count();
        let wrong_files = entries.chunk_by(Entry::is_beside).count();
        Self { files, wrong_files, errors, warnings: entries.len() - errors }
    }
}

impl std::fmt::Display for Tally {
    /// `3 errors, 2 warnings in 2 of 146 files`, or `146 files, no problems`.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let Self { files, wrong_files, errors, warnings } = *self;
        let of = |count: usize, name: &str| {
            format!("{count} {name}{}", if count == 1 { "" } else { "s" })
        };
        let files = of(files, "file");
        match (errors, warnings) {
            (0, 0) => write!(f, "{files}, no problems"),
            (0, _) => write!(f, "{} in {wrong_files} of {files}", of(warnings, "warning")),
            (_, 0) => write!(f, "{} in {wrong_files} of {files}", of(errors, "error")),
            _ => {
                let (errors, warnings) = (of(errors, "error"), of(warnings, "warning"));
                write!(f, "{errors}, {warnings} in {wrong_files} of {files}")
            }
        }
    }
}

/// Entrys that are made into JSON one after the other, since there may be a great many.
struct Each<'a, 'f> {
    entries: &'a [Entry<'f>],
    told: &'a dyn Fn(&Entry<'f>) -> Value,
}

impl Serialize for Each<'_, '_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(self.entries.iter().map(self.told))
    }
}

/// A document as indented JSON with a line end. Nothing in it can fail to be written.
fn document(value: &impl Serialize) -> String {
    serde_json::to_string_pretty(value).unwrap_or_default() + "\n"
}
