//! From what somebody calls a job to the job that is meant.

use crate::model::{Job, Library, folded_name};
use crate::search::nearest;

/// Which job is meant.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Choice {
    /// This one.
    One(usize),
    /// Any of these.
    Several(Vec<usize>),
    /// None; perhaps what is called so.
    None(Option<String>),
}

/// Finds a job by path, code, title or alternate title: the first of these that fits any job.
/// Letter case and outer space do not count.
#[must_use]
pub fn choose(library: &Library, called: &str) -> Choice {
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

/// The title or code that is nearest to what was typed.
fn near(library: &Library, called: &str) -> Option<String> {
    let titles: Vec<_> = library.jobs().iter().map(|job| job.title()).collect();
    let codes = library.jobs().iter().filter_map(|job| job.code());
    nearest(called, titles.iter().map(AsRef::as_ref).chain(codes)).map(ToOwned::to_owned)
}
