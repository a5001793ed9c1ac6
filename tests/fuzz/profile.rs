//! The bytes of one file of job profiles.

use super::safe::{assert_all, assert_line};
use rolebook::model::{Job, Place, Problem, Profile};
use rolebook::store::{parse_profiles, retitled};
use std::path::Path;

/// A title that no seed has.
const TITLE: &str = "Lighthouse: Keeper #2";

/// It is read, twice the same; what is read and what is told is safe to show, and has a place in the
/// file; and with another title it is the same profile with that title.
pub fn run(bytes: &[u8]) {
    let jobs = read(bytes);
    assert_eq!(jobs, read(bytes), "read twice");
    assert!(!jobs.is_empty(), "neither a job nor a problem");
    let ends = line_lengths(bytes);
    for (number, job) in (1..).zip(&jobs) {
        assert!(job.profile.is_some() || !job.problems.is_empty(), "#{number} is left out untold");
        assert!(jobs.iter().all(|other| std::ptr::eq(other, job) || other.id != job.id));
        job.problems.iter().for_each(|problem| hold_problem(problem, &ends));
        if let Some(profile) = &job.profile {
            assert_all(&serde_json::to_value(profile).unwrap());
        }
        if let Some(excerpt) = &job.excerpt {
            excerpt.lines.iter().for_each(|line| assert_line(line));
            assert!(excerpt.lines[excerpt.above].is_char_boundary(excerpt.before));
        }
    }
    if let (Ok(text), [job]) = (std::str::from_utf8(bytes), &jobs[..]) {
        hold_retitled(text, job);
    }
}

fn read(bytes: &[u8]) -> Vec<Job> {
    parse_profiles(Path::new("a.yaml"), bytes)
}

/// A problem stands in the file, or right behind its end, and its sentence is one.
pub fn hold_problem(problem: &Problem, lengths: &[usize]) {
    assert_line(&problem.sentence);
    let inside = problem.place.is_none_or(|Place { line, column }| {
        let length = lengths.get((line as usize).wrapping_sub(1));
        length.is_some_and(|length| (1..=length + 1).contains(&(column as usize)))
    });
    assert!(inside, "{problem} stands in no line of the file");
}

/// How many characters each line has at most; a byte that is no text is one.
pub fn line_lengths(bytes: &[u8]) -> Vec<usize> {
    let text = String::from_utf8_lossy(bytes).replace("\r\n", "\n");
    text.split(['\n', '\r']).map(|line| line.chars().count()).collect()
}

/// With another title all is as it was, but for what is a job's own.
fn hold_retitled(text: &str, job: &Job) {
    let (Some(new), Some(old)) = (retitled(text, TITLE), &job.profile) else { return };
    let expected = Profile {
        title: TITLE.to_owned(),
        code: None,
        also_known_as: <_>::default(),
        status: <_>::default(),
        effective: None,
        ..old.clone()
    };
    let jobs = read(new.as_bytes());
    assert_eq!(jobs.len(), 1, "{new:?}");
    assert_eq!(jobs[0].profile.as_ref(), Some(&expected), "{new:?}");
}
