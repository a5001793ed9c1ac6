//! `rolebook check`: everything that is wrong in one or several folders.

mod text;

use super::{COULD_NOT_RUN, DONE, nothing_in, read};
use crate::export::problems::{Entry, Tally, github, json, sarif};
use crate::lint::{Date, Linter};
use crate::model::Library;
use crate::store::{Folder, Origin};
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
    /// How many problems there are, as a line.
    pub tally: String,
    /// The exit code.
    pub code: u8,
}

/// A folder that has been read.
struct Shelf<'a> {
    origin: &'a Origin,
    library: Library,
}

/// Reads every folder, given with what it is called, and tells what is wrong in it: in the order in
/// which the folders are named, then by path and place. `looks` are for
/// text alone.
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
    for (origin, name) in folders {
        let mut folder = Folder::open(origin.clone(), follow);
        match read(&mut folder, Linter::new(today)) {
            Ok(library) => {
                if library.jobs().is_empty() {
                    complaints.push(nothing_in(name));
                }
                files += folder.files();
                shelves.push(Shelf { origin, library });
            }
            Err(sentence) => {
                complaints.push(sentence);
                code = COULD_NOT_RUN;
            }
        }
    }
    let entries: Vec<Entry<'_>> = shelves.iter().flat_map(|shelf| shelf.entries(pay)).collect();
    let tally = Tally::of(&entries, files);
    let text = match format {
        CheckFormat::Text => text::problems(&entries, follow, looks),
        CheckFormat::Json => json::problems(&entries, tally),
        CheckFormat::Github => github::problems(&entries),
        CheckFormat::Sarif => sarif::problems(&entries),
    };
    if code == DONE && !entries.is_empty() {
        code = PROBLEMS;
    }
    Checked { text, complaints, tally: format!("{tally}\n"), code }
}

impl Shelf<'_> {
    fn entries(&self, pay: bool) -> impl Iterator<Item = Entry<'_>> {
        let folder: Option<&Path> = match self.origin {
            Origin::Folder(path) => Some(path),
            Origin::Sample => None,
        };
        let told = self.library.told().into_iter();
        told.map(move |told| Entry { folder, path: told.path, problem: told.problem, pay })
    }
}
