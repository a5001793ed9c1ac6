//! What is wrong with a file: a sentence, a place and a rule's name.

use serde::Serialize;
use std::path::PathBuf;

/// How much a problem matters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Severity {
    /// Something could not be read as it was meant.
    Error,
    /// Everything could be read, but it is probably not what was meant.
    Warning,
}

/// A position in a file, as editors count: the first line and the first character are 1.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
pub struct Place {
    /// Line, from 1.
    pub line: u32,
    /// Column in characters, from 1.
    pub column: u32,
}

impl std::fmt::Display for Place {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}:{}", self.line, self.column)
    }
}

/// One mistake in one file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Problem {
    /// How much it matters.
    pub severity: Severity,
    /// The rule's name, in kebab case, for example `unknown-key`.
    pub rule: &'static str,
    /// Where it stands; `None` when the whole file is meant.
    pub place: Option<Place>,
    /// What is wrong and what to do, as one sentence that is safe to show.
    pub sentence: String,
    /// Whether the sentence may repeat a pay figure.
    #[serde(skip)]
    pub about_pay: bool,
}

impl Problem {
    /// The sentence, without what it repeats of pay where pay is hidden.
    #[must_use]
    pub fn told(&self, pay: bool) -> &str {
        if self.about_pay && !pay {
            "something is wrong with the pay figures, which are hidden"
        } else {
            &self.sentence
        }
    }

    /// The place, where there is one, and the sentence as [`Problem::told`] has it.
    #[must_use]
    pub fn placed(&self, pay: bool) -> String {
        match self.place {
            Some(place) => format!("{place} {}", self.told(pay)),
            None => self.told(pay).to_owned(),
        }
    }
}

impl std::fmt::Display for Problem {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.placed(true))
    }
}

/// A problem of a file that is no job profile: library.yaml, a competency, a folder.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FileProblem {
    /// The file's path below the library's folder.
    pub path: PathBuf,
    /// What is wrong with it.
    pub problem: Problem,
}
