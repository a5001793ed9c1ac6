//! `rolebook check`: everything that is wrong in one or several folders, or in single files.

mod named;
mod text;

use super::{COULD_NOT_RUN, DONE, nothing_in, read};
use crate::export::problems::{Entry, Tally, github, json, sarif};
use crate::lint::{Date, Linter};
use crate::model::Library;
use crate::store::{Folder, Origin};
use named::{Named, each_once, further_up};
use std::path::Path;

pub use text::CheckLooks;

/// The exit code where something is wrong, if only a warning.
const PROBLEMS: u8 = 1;

/// How the problems are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
pub enum CheckFormat {
    /// A line a problem; on a terminal with the line of the file beneath it
    Text,
    /// As JSON
    Json,
    /// As the commands by which a GitHub workflow marks lines
    Github,
    /// As SARIF 2.1.0, for code hosts and editors
    Sarif,
}

/// What a check comes to.
#[derive(Debug)]
pub struct Checked {
    /// The problems, as asked for.
    pub text: String,
    /// Folders that could not be read or hold nothing, a sentence each.
    pub complaints: Vec<String>,
    /// How many problems there are, as a line; empty where nothing could be read.
    pub tally: String,
    /// The exit code.
    pub code: u8,
}

/// A folder that has been read.
struct Shelf {
    named: Named,
    library: Library,
}

/// Reads every folder, given with what it is called, and tells what is wrong in it: in the order in
/// which the folders are named, then by path and place. Of a YAML file the library around it is
/// read, and what is wrong in the file alone is told. `looks` are for text alone.
#[must_use]
pub fn check(
    folders: &[(Origin, String)],
    follow: bool,
    today: Date,
    pay: bool,
    format: CheckFormat,
    looks: &CheckLooks,
) -> Checked {
    let mut complaints = Vec::new();
    let mut shelves = Vec::new();
    let mut files = 0;
    let mut code = DONE;
    for named in each_once(folders) {
        let mut folder = Folder::open(named.origin.clone(), follow);
        match read(&mut folder, Linter::new(today)) {
            Ok(library) => {
                files += if named.only.is_some() { 1 } else { folder.files() };
                let shelf = Shelf { named, library };
                complaints.extend(shelf.complaint());
                shelves.push(shelf);
            }
            Err(sentence) => {
                complaints.push(sentence);
                code = COULD_NOT_RUN;
            }
        }
    }
    let entries: Vec<Entry<'_>> = shelves.iter().flat_map(|shelf| shelf.entries(pay)).collect();
    let tally = Tally::of(&entries, files);
    let counted = if shelves.is_empty() { String::new() } else { format!("{tally}\n") };
    let text = match format {
        CheckFormat::Text => text::problems(&entries, follow, looks),
        CheckFormat::Json => json::problems(&entries, tally),
        CheckFormat::Github => github::problems(&entries),
        CheckFormat::Sarif => sarif::problems(&entries),
    };
    if code == DONE && !entries.is_empty() {
        code = PROBLEMS;
    }
    Checked { text, complaints, tally: counted, code }
}

impl Shelf {
    /// What is to be said of the folder as a whole.
    fn complaint(&self) -> Option<String> {
        let Named { origin, only, name } = &self.named;
        match only {
            None if self.library.jobs().is_empty() => Some(nothing_in(name)),
            None => further_up(origin),
            Some(only) => (!self.has(&only.inside)).then(|| {
                format!("{name} is passed over; look at `ignore` in the library.yaml above it")
            }),
        }
    }

    /// Whether anything was read of a file.
    fn has(&self, path: &Path) -> bool {
        self.library.jobs().iter().any(|job| job.id.path == path)
            || self.library.competencies().iter().any(|competency| competency.path == path)
            || self.library.told().iter().any(|told| told.path == path)
            || path == Path::new("library.yaml")
    }

    fn entries(&self, pay: bool) -> impl Iterator<Item = Entry<'_>> {
        let folder: Option<&Path> = match &self.named.origin {
            Origin::Folder(path) => Some(path),
            Origin::Sample => None,
        };
        let only = self.named.only.as_ref();
        let told = self.library.told().into_iter();
        let told = told.filter(move |told| only.is_none_or(|only| told.path == only.inside));
        told.map(move |told| {
            let (folder, path) =
                only.map_or((folder, told.path), |file| (Some(&*file.shown.0), &*file.shown.1));
            Entry { folder, path, problem: told.problem, pay }
        })
    }
}
