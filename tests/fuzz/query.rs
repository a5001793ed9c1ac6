//! What is typed into the filter, in the first line, and jobs in the others: a line each, title, code,
//! family, level and alternate titles with `|` between them.

#[path = "../search/shelf.rs"]
mod shelf;
#[path = "../search/shown.rs"]
mod shown;

use rolebook::printable::printable;
use rolebook::search::{Hits, Index, Query, Rank, fold, search};
use shelf::{index, job, titled};
use std::collections::HashSet;

/// Jobs and letters beyond these take time and find nothing.
const MOST_JOBS: usize = 12;
const MOST_LETTERS: usize = 40;
/// So many others stand beside them that a query may find a small part of all, and is narrowed.
const OTHERS: usize = 30;

/// Each hit is a job, once, and its letters can be shown; what contains the word is found; and the
/// same is found by typing on or changing a letter as from nothing.
pub fn run(bytes: &[u8]) {
    let text = String::from_utf8_lossy(bytes);
    let mut lines = text.split('\n');
    let typed: String = lines.next().unwrap_or_default().chars().take(MOST_LETTERS).collect();
    let jobs = lines.take(MOST_JOBS).map(|line| {
        // As texts are when they have been read.
        let fields: Vec<_> = line.split('|').map(|field| printable(field)).collect();
        let field = |at: usize| fields.get(at).map_or("", |field| field);
        let also: Vec<&str> = fields.iter().skip(4).map(|field| &**field).collect();
        job(field(0), [field(1), field(2), field(3)], &also)
    });
    let others = std::iter::repeat_n(titled("Zookeeper"), OTHERS);
    let shelf = index(jobs.chain(others).collect());
    shown::check_explanations(&shelf, &typed);
    hold_hits(&shelf, &typed);
    hold_narrowing(&shelf, &typed);
    hold_literal(&shelf, &typed);
}

fn hold_hits(shelf: &Index, typed: &str) {
    let hits = search(shelf, &Query::parse(typed), None);
    let found: HashSet<usize> = hits.iter().map(|hit| hit.job).collect();
    let count = shelf.library().jobs().len();
    assert!(found.iter().all(|job| *job < count), "a job that is not there");
    assert_eq!(found.len(), hits.len(), "a job twice");
    assert!(hits.iter().map(|hit| hit.rank).is_sorted(), "a better rank behind a worse one");
    let apart = hits.iter().position(|hit| hit.rank == Rank::LettersApart);
    assert_eq!(hits.apart_from(), apart.unwrap_or(hits.len()));
    assert!(!Query::parse(typed).is_empty() || hits.len() == count, "nothing is asked for");
}

/// Typing on, and taking away a letter or setting one anywhere, finds what is found from nothing.
fn hold_narrowing(shelf: &Index, typed: &str) {
    let hits = |typed: &str| search(shelf, &Query::parse(typed), None);
    let whole = hits(typed);
    let hold = |before: &str, found: &Hits, after: &str, expected: &Hits| {
        let narrowed = search(shelf, &Query::parse(after), Some((&Query::parse(before), found)));
        assert_eq!(narrowed, *expected, "from {before:?} to {after:?}");
    };
    let (mut before, mut found) = ("", hits(""));
    for (at, c) in typed.char_indices() {
        let end = at + c.len_utf8();
        let (after, other) = (&typed[..end], format!("{}{}", &typed[..at], &typed[end..]));
        let (anew, without) = (hits(after), hits(&other));
        hold(before, &found, after, &anew);
        hold(typed, &whole, &other, &without);
        hold(&other, &without, typed, &whole);
        (before, found) = (after, anew);
    }
}

/// A single word without signs is found in every title that holds it, and unwanted in none.
fn hold_literal(shelf: &Index, typed: &str) {
    let mut words = typed.split_whitespace();
    let (Some(word), None) = (words.next(), words.next()) else { return };
    let folded = fold(word);
    if word.contains(['\'', '^', '$', '!']) || folded.is_empty() {
        return;
    }
    let found = |typed: &str| -> HashSet<usize> {
        search(shelf, &Query::parse(typed), None).iter().map(|hit| hit.job).collect()
    };
    let (wanted, literal) = (found(word), found(&format!("'{word}")));
    let unwanted = found(&format!("!{word}"));
    for (at, job) in shelf.library().jobs().iter().enumerate() {
        let holds = fold(&job.title()).contains(&folded);
        assert!(!holds || wanted.contains(&at), "{:?} is not found", job.title());
        assert!(!holds || literal.contains(&at), "{:?} is not found literally", job.title());
        assert_eq!(unwanted.contains(&at), !holds, "{:?} without it", job.title());
    }
    assert!(literal.is_subset(&wanted), "found literally only");
}
