//! The files that there was no memory for.

use super::Folder;
use crate::model::{FileProblem, rule};
use crate::store::text::error;
use std::path::PathBuf;

impl Folder {
    /// The first file that was left unread because memory ran out, and how many more were; none
    /// where everything was read.
    #[must_use]
    pub fn left_unread(&self) -> Option<FileProblem> {
        if !self.cut_short {
            return None;
        }
        let is_unread = |path: &&PathBuf| !self.profiles.contains_key(*path);
        let mut unread = self.found.profiles.iter().filter(is_unread);
        let path = unread.next()?.clone();
        let which = match unread.count() {
            0 => "this file".to_owned(),
            more => format!("this file and {more} more"),
        };
        let sentence = format!("there is no memory left to read {which}; open a smaller folder");
        Some(FileProblem { path, problem: error(rule::UNREADABLE, None, sentence) })
    }
}
