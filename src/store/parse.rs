//! Parses a file document by document.

use super::allowed::allowed;
use super::decode::{self, Decoder};
use super::documents::{Piece, pieces};
use super::excerpt::Lines;
use super::problems::Problems;
use super::text::{error, narrow, text_of};
use super::tree::{Budget, View, build};
use crate::model::rule;
use crate::model::{Competency, Excerpt, Job, JobId, Place, Places, Problem, Profile, Severity};
use std::cell::LazyCell;
use std::path::Path;

/// How many documents a file may have.
const MOST_DOCUMENTS: usize = 64;

/// What a document was read as, and what is wrong with it.
#[derive(Debug)]
pub(super) struct Document<T> {
    /// Which one of its file, from 1.
    pub number: u32,
    /// `None` where nothing could be read.
    pub value: Option<T>,
    /// By place.
    pub problems: Vec<Problem>,
    /// Where its parts stand.
    pub places: Places,
    /// Where nothing could be read, the lines around the first error.
    pub excerpt: Option<Excerpt>,
}

/// What a file was read as.
#[derive(Debug)]
pub(super) struct Parsed<T> {
    /// Every document with content, in order.
    pub documents: Vec<Document<T>>,
    /// What is wrong with a file that has no documents.
    pub problems: Vec<Problem>,
}

/// How a document is turned into what it should be.
pub(super) type Decode<T> = fn(&mut Decoder<'_>, View<'_, '_>) -> Option<T>;

/// Parses any bytes, as documents of one kind.
pub(super) fn parse<T>(bytes: &[u8], decode: Decode<T>) -> Parsed<T> {
    let found = text_of(bytes);
    let text = found.text.unwrap_or_default();
    let mut of_bytes = found.problems;
    let lines = LazyCell::new(|| Lines::new(&text));
    let pieces: Vec<Piece<'_>> = pieces(&text).take(MOST_DOCUMENTS + 1).collect();
    let mut documents: Vec<Document<T>> = Vec::new();
    let mut budget = Budget::new();
    for (i, piece) in pieces.iter().take(MOST_DOCUMENTS).enumerate() {
        if budget.is_spent() {
            break;
        }
        let end = pieces.get(i + 1).map_or(u32::MAX, |next| next.lines_before);
        let own = of_bytes.iter().take_while(|p| p.place.is_none_or(|place| place.line <= end));
        let mut problems: Vec<Problem> = of_bytes.drain(..own.count()).collect();
        let conflict = problems.iter().any(|p| p.rule == rule::MERGE_CONFLICT);
        let mut found = Problems::default();
        let mut places = Places::default();
        let value = if conflict {
            None
        } else {
            read_piece(*piece, decode, &mut budget, &mut found, &mut places)
        };
        places.sort();
        problems.extend(found.finish());
        drop_what_is_said_twice(&mut problems);
        problems.retain(|problem| !places.allows(problem.place, problem.rule));
        problems.sort_by_key(|p| (p.place, p.severity));
        let excerpt = if value.is_none() { around_first(&problems, &lines) } else { None };
        documents.push(Document { number: narrow(i + 1), value, problems, places, excerpt });
    }
    if let (Some(piece), Some(last)) = (pieces.get(MOST_DOCUMENTS), documents.last_mut()) {
        let place = Place { line: piece.lines_before + 1, column: 1 };
        let sentence = format!("the file has more than {MOST_DOCUMENTS} documents; split it");
        last.problems.push(error(rule::TOO_LARGE, Some(place), sentence));
    }
    Parsed { documents, problems: of_bytes }
}

/// Leaves out what is told of a character that keeps the document from being read, which is told
/// at the same place.
fn drop_what_is_said_twice(problems: &mut Vec<Problem>) {
    let Some(syntax) = problems.iter().find(|p| p.rule == rule::SYNTAX) else { return };
    let at = syntax.place;
    let less = [rule::CONTROL_CHARACTER, rule::HIDDEN_CHARACTER, rule::ALIAS];
    problems.retain(|problem| problem.place != at || !less.contains(&problem.rule));
}

/// Two lines before the first error, its own, and one after it.
fn around_first(problems: &[Problem], lines: &Lines<'_>) -> Option<Excerpt> {
    let mut errors = problems.iter().filter(|p| p.severity == Severity::Error);
    lines.excerpt(errors.find_map(|error| error.place)?, 2, 1)
}

fn read_piece<T>(
    piece: Piece<'_>,
    decode: Decode<T>,
    budget: &mut Budget,
    problems: &mut Problems,
    places: &mut Places,
) -> Option<T> {
    let tree = build(piece, budget, problems);
    allowed(piece, tree.as_ref().map_or(&[], |tree| &tree.hashed), places, problems);
    let tree = tree?;
    decode(&mut Decoder::new(problems, places), tree.root()?)
}

/// The jobs of a profile file. There is always one at least.
pub(super) fn profiles(path: &Path, bytes: &[u8]) -> Vec<Job> {
    let mut parsed = parse(bytes, decode::profile);
    if parsed.documents.is_empty() {
        if parsed.problems.is_empty() {
            parsed.problems.push(nothing_in(bytes, "profile", "title"));
        }
        return vec![broken(path, parsed.problems)];
    }
    let job = |document: Document<Profile>| Job {
        id: JobId { path: path.to_owned(), document: document.number },
        profile: document.value,
        problems: document.problems,
        kept: false,
        places: document.places,
        excerpt: document.excerpt.map(Box::new),
    };
    parsed.documents.into_iter().map(job).collect()
}

/// The competencies of a file, which says so when there is none in it.
pub(super) fn competencies(bytes: &[u8]) -> Parsed<Competency> {
    let mut parsed = parse(bytes, decode::competency);
    if parsed.documents.is_empty() && parsed.problems.is_empty() {
        parsed.problems.push(nothing_in(bytes, "competency", "name"));
    }
    parsed
}

/// What is said of a file that is empty or holds only comments.
fn nothing_in(bytes: &[u8], what: &str, first_key: &str) -> Problem {
    let blank = bytes.iter().all(u8::is_ascii_whitespace);
    let sentence = if blank {
        format!("the file is empty; no {what} in this file")
    } else {
        format!("no {what} in this file; one begins with `{first_key}:`")
    };
    let (severity, rule) = (Severity::Warning, rule::NO_PROFILE);
    Problem { severity, rule, place: None, sentence, about_pay: false }
}

/// A file of which nothing could be read.
pub(super) fn broken(path: &Path, problems: Vec<Problem>) -> Job {
    Job { id: JobId::first(path), problems, ..Job::default() }
}

/// Reads the bytes of a profile file: one job for each document, and one that says what is wrong
/// where there is none. Never fails and never panics, whatever the bytes. Levels are not held
/// against their scales, which only a whole library knows.
#[must_use]
pub fn parse_profiles(path: &Path, bytes: &[u8]) -> Vec<Job> {
    if bytes.len() as u64 > super::file::LONGEST {
        return vec![broken(path, vec![super::file::too_long(bytes.len() as u64)])];
    }
    profiles(path, bytes)
}
