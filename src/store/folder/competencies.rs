//! What was last read of the files of shared competencies.

use super::content::{Content, Source, Version};
use super::settings::internal;
use crate::model::{Competency, FileProblem, Problem};
use crate::store::file::Stamp;
use crate::store::parse::{self, Document};
use crate::store::workers;
use std::path::Path;
use std::sync::Arc;

/// A competency, and which document of its file it is.
#[derive(Debug, Clone)]
struct Entry {
    number: u32,
    competency: Arc<Competency>,
}

/// One file of shared competencies.
#[derive(Debug, Clone)]
pub(super) struct CompetencyFile {
    version: Version,
    entries: Vec<Entry>,
    problems: Vec<Problem>,
}

impl CompetencyFile {
    /// Reads a file if it has changed; `None` if it has gone.
    pub fn read(source: &Source, path: &Path, known: Option<&Self>) -> Option<Self> {
        let old = known.map_or(&[][..], |file| &file.entries);
        let kept = |problem| Self {
            version: Version::Unknown,
            entries: old.to_vec(),
            problems: vec![problem],
        };
        let version = known.map_or(Version::Unknown, |file| file.version.clone());
        Some(match source.content(path, version) {
            Content::Unchanged(version) => Self { version, ..known?.clone() },
            Content::New(bytes, version) => {
                match workers::guarded(|| parse::competencies(&bytes)) {
                    Ok(parsed) => Self::of(path, parsed, version, old),
                    Err(panic) => Self { version, ..kept(internal(&panic)) },
                }
            }
            Content::Gone => return None,
            Content::Wrong(problem) => kept(problem),
        })
    }

    /// The stamp of what was read.
    pub fn stamp(&self) -> Option<Stamp> {
        self.version.stamp()
    }

    fn of(path: &Path, parsed: parse::Parsed<Competency>, version: Version, old: &[Entry]) -> Self {
        let mut file = Self { version, entries: Vec::new(), problems: parsed.problems };
        if parsed.documents.is_empty() && !file.problems.is_empty() {
            file.entries = old.to_vec();
        }
        for Document { number, value, problems, places, .. } in parsed.documents {
            let read = value.map(|competency| {
                let path = path.to_owned();
                Entry { number, competency: Arc::new(Competency { path, places, ..competency }) }
            });
            let last_good = || old.iter().find(|entry| entry.number == number).cloned();
            file.entries.extend(read.or_else(last_good));
            file.problems.extend(problems);
        }
        file
    }
}

/// All competencies in the order of their files, and what is wrong with them.
pub(super) fn gather<'f>(
    files: impl Iterator<Item = (&'f Path, &'f CompetencyFile)>,
) -> (Vec<Arc<Competency>>, Vec<FileProblem>) {
    let mut competencies = Vec::new();
    let mut problems = Vec::new();
    for (path, file) in files {
        let tell = |problem: &Problem| FileProblem { path: path.into(), problem: problem.clone() };
        problems.extend(file.problems.iter().map(tell));
        competencies.extend(file.entries.iter().map(|entry| Arc::clone(&entry.competency)));
    }
    (competencies, problems)
}
