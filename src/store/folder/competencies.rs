//! What was last read of the files of shared competencies.

use super::content::{Content, Source, Version};
use super::settings::internal;
use crate::model::{Competency, FileProblem, Place, Problem, Settings, folded_name};
use crate::printable::printable_path;
use crate::store::decode::{self, CompetencyPlaces};
use crate::store::parse::{self, Document};
use crate::store::scales::Scales;
use crate::store::text::error;
use crate::store::{rule, workers};
use std::collections::HashMap;
use std::path::Path;
use std::sync::Arc;

/// A competency, which document of its file it is, and where things stand in it.
#[derive(Debug, Clone)]
struct Entry {
    number: u32,
    competency: Arc<Competency>,
    places: CompetencyPlaces,
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
        let version = known.map_or(Version::Unknown, |file| file.version);
        Some(match source.content(path, version) {
            Content::Unchanged => known?.clone(),
            Content::New(bytes, version) => {
                match workers::guarded(|| parse::parse(&bytes, decode::competency)) {
                    Ok(parsed) => Self::of(parsed, version, old),
                    Err(panic) => Self { version, ..kept(internal(&panic)) },
                }
            }
            Content::Gone => return None,
            Content::Wrong(problem) => kept(problem),
        })
    }

    fn of(
        parsed: parse::Parsed<(Competency, CompetencyPlaces)>,
        version: Version,
        old: &[Entry],
    ) -> Self {
        let mut file = Self { version, entries: Vec::new(), problems: parsed.problems };
        if parsed.documents.is_empty() && !file.problems.is_empty() {
            file.entries = old.to_vec();
        }
        for Document { number, value, problems } in parsed.documents {
            let read = value.map(|(competency, places)| Entry {
                number,
                competency: Arc::new(competency),
                places,
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
    settings: &Settings,
) -> (Vec<Arc<Competency>>, Vec<FileProblem>) {
    let scales = Scales::new(settings, &[]);
    let mut competencies = Vec::new();
    let mut problems = Vec::new();
    let mut names: HashMap<String, &Path> = HashMap::new();
    for (path, file) in files {
        let mut tell = |problem| problems.push(FileProblem { path: path.to_owned(), problem });
        file.problems.iter().cloned().for_each(&mut tell);
        for entry in &file.entries {
            scales
                .judge_competency(&entry.competency, &entry.places)
                .into_iter()
                .for_each(&mut tell);
            match names.get(&folded_name(&entry.competency.name)) {
                Some(first) => {
                    tell(duplicate(&entry.competency.name, first, path, entry.places.name));
                }
                None => drop(names.insert(folded_name(&entry.competency.name), path)),
            }
            competencies.push(Arc::clone(&entry.competency));
        }
    }
    (competencies, problems)
}

fn duplicate(name: &str, first: &Path, here: &Path, place: Option<Place>) -> Problem {
    let first = match first == here {
        true => "further up in this file".to_owned(),
        false => format!("in {}", printable_path(first)),
    };
    let sentence =
        format!("“{name}” is also described {first}, which is used; delete or rename one");
    error(rule::DUPLICATE_COMPETENCY, place, sentence)
}
