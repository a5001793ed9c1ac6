//! From what somebody calls a job to the job that is meant.

use super::NOT_FOUND;
use crate::model::{Job, Library, folded_name};
use crate::search::{Index, Query, nearest, search};
use crate::store::Origin;
use std::path::Path;
use std::sync::Arc;

/// Which job is meant.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Choice {
    /// This one.
    One(usize),
    /// Any of these.
    Several(Vec<usize>),
    /// None; perhaps one of those that are called so.
    None(Vec<String>),
}

/// Finds a job by path, code, title or alternate title: the first of these that fits any job.
/// Letter case and outer space do not count.
#[must_use]
pub fn choose(library: &Arc<Library>, called: &str) -> Choice {
    let wanted = folded_name(called);
    let path = |job: &Job| {
        let id = job.id.to_string();
        let is = |text: &str| folded_name(text) == wanted;
        is(&id) || id.rsplit_once('.').is_some_and(|(stem, _)| is(stem))
    };
    let code = |job: &Job| job.code().is_some_and(|code| folded_name(code) == wanted);
    let title = |job: &Job| folded_name(&job.title()) == wanted;
    let alternate = |job: &Job| {
        let others = job.profile.iter().flat_map(|p| &p.also_known_as);
        others.into_iter().any(|other| folded_name(other) == wanted)
    };
    let ways: [&dyn Fn(&Job) -> bool; 4] = [&path, &code, &title, &alternate];
    for way in ways {
        let found: Vec<usize> =
            (0..library.jobs().len()).filter(|&i| way(&library.jobs()[i])).collect();
        match found[..] {
            [] => {}
            [one] => return Choice::One(one),
            _ => return Choice::Several(found),
        }
    }
    Choice::None(near(library, called))
}

/// A job as it is called below a folder, where it is called by the path of a file as a shell
/// completes it.
#[must_use]
pub fn below(origin: &Origin, called: String) -> String {
    let Origin::Folder(folder) = origin else { return called };
    let (path, document) = match called.rsplit_once('#') {
        Some((path, number)) if number.parse::<u32>().is_ok() => (path, &called[path.len()..]),
        _ => (called.as_str(), ""),
    };
    let real = |path: &Path| std::fs::canonicalize(path).ok();
    let inside = Path::new(path).is_file().then(|| real(Path::new(path)).zip(real(folder)));
    let inside = inside
        .flatten()
        .and_then(|(path, folder)| Some(path.strip_prefix(folder).ok()?.to_str()?.to_owned()));
    match inside {
        Some(inside) => format!("{inside}{document}"),
        None => called,
    }
}

/// Finds the one job that is meant.
///
/// # Errors
/// A sentence that helps to name it, and the exit code, where none or more than one is meant.
pub fn one(library: &Arc<Library>, called: &str) -> Result<usize, (String, u8)> {
    match choose(library, called) {
        Choice::One(index) => Ok(index),
        Choice::Several(jobs) => {
            let lines: Vec<String> = jobs
                .into_iter()
                .map(|job| &library.jobs()[job])
                .map(|job| {
                    let known = [job.code(), job.level()].into_iter().flatten();
                    let known: String = known.map(|text| format!("  {text}")).collect();
                    format!("  {}  {}{known}", job.id, job.title())
                })
                .collect();
            let sentence = format!(
                "“{called}” means several jobs; name one by its path:\n{}",
                lines.join("\n")
            );
            Err((sentence, NOT_FOUND))
        }
        Choice::None(near) => {
            let hint = hint(&near);
            let sentence =
                format!("no job has the code, title, alternate title or path “{called}”; {hint}");
            Err((sentence, NOT_FOUND))
        }
    }
}

/// What is said of a query that finds no job.
#[must_use]
pub fn nothing_found(library: &Arc<Library>, query: &str) -> String {
    format!("no job fits “{query}”; {}", hint(&near(library, query)))
}

/// Which jobs might be meant, else where all of them are told.
fn hint(near: &[String]) -> String {
    if near.is_empty() {
        return "`rolebook list` tells which there are".to_owned();
    }
    let named: Vec<String> = near.iter().map(|near| format!("“{near}”")).collect();
    format!("did you mean {}?", named.join(" or "))
}

/// How many jobs are suggested at the most.
const SUGGESTIONS: usize = 3;

/// The title or code that is nearest to what was typed, else the titles that the filter finds by it.
fn near(library: &Arc<Library>, called: &str) -> Vec<String> {
    let titles: Vec<_> = library.jobs().iter().map(|job| job.title()).collect();
    let codes = library.jobs().iter().filter_map(|job| job.code());
    if let Some(near) = nearest(called, titles.iter().map(AsRef::as_ref).chain(codes)) {
        return vec![near.to_owned()];
    }
    let hits = search(&Index::new(library.clone(), None), &Query::parse(called), None);
    let literal = hits.iter().take(hits.apart_from().min(SUGGESTIONS));
    literal.map(|hit| titles[hit.job].clone().into_owned()).collect()
}
