//! What was last read of library.yaml.

use super::content::{Content, Source, Version};
use crate::model::rule;
use crate::model::{FileProblem, Problem, Settings};
use crate::store::text::error;
use crate::store::walk::SETTINGS;
use crate::store::{decode, parse, workers};
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// library.yaml, or what holds without it.
#[derive(Debug, Default)]
pub(super) struct SettingsFile {
    version: Version,
    /// As last read well.
    pub value: Arc<Settings>,
    problems: Vec<Problem>,
}

impl SettingsFile {
    /// Reads it if it has changed.
    pub fn read(&mut self, source: &Source) {
        match source.named_content(Path::new(SETTINGS), self.version.clone()) {
            Content::Unchanged(version) => self.version = version,
            Content::New(bytes, version) => {
                self.version = version;
                match workers::guarded(|| parse::parse(&bytes, decode::settings)) {
                    Ok(parsed) => self.take(parsed),
                    Err(panic) => self.problems = vec![internal(&panic)],
                }
            }
            Content::Gone => *self = Self::default(),
            Content::Wrong(problem) => {
                self.version = Version::Unknown;
                self.problems = vec![problem];
            }
        }
    }

    fn take(&mut self, parsed: parse::Parsed<Settings>) {
        self.problems = parsed.problems;
        let mut documents = parsed.documents.into_iter();
        match documents.next() {
            Some(first) => {
                self.problems.extend(first.problems);
                if let Some(settings) = first.value {
                    self.value = Arc::new(Settings { places: first.places, ..settings });
                }
            }
            None if self.problems.is_empty() => self.value = Arc::default(),
            None => {}
        }
        if documents.next().is_some() {
            let sentence = "only the first document of library.yaml is read; delete the others";
            self.problems.push(error(rule::WRONG_SHAPE, None, sentence));
        }
    }

    /// Whether there is such a file.
    pub fn is_there(&self) -> bool {
        !matches!(self.version, Version::Unknown) || !self.problems.is_empty()
    }

    /// What is wrong with it.
    pub fn problems(&self) -> impl Iterator<Item = FileProblem> {
        let problem =
            |p: &Problem| FileProblem { path: PathBuf::from(SETTINGS), problem: p.clone() };
        self.problems.iter().map(problem)
    }
}

/// What is said when this program fails over a file.
pub(super) fn internal(panic: &str) -> Problem {
    let panic = crate::printable::printable(panic);
    let sentence = format!("internal error while reading this file: {panic}; please report it");
    error(rule::INTERNAL, None, sentence)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_fault_of_this_program_is_called_one() {
        let told = internal("torn\tpage");
        assert_eq!(told.rule, rule::INTERNAL);
        assert!(told.sentence.contains("while reading this file: torn page; please report it"));
    }
}
