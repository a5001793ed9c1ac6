//! The thread that looks for near jobs and for routes, so that sixteen thousand jobs never stall the
//! screen. What all of them ask for is taken down once for every library.

#[cfg(test)]
mod tests;

use super::message::Msg;
use super::worker;
use crate::export::views::moves;
use crate::model::{JobId, Library};
use crate::near::{Likeness, Move, NEAREST, Route, between, route};
use std::io;
use std::sync::mpsc::{Sender, channel};
use std::sync::{Arc, Weak};

/// What is looked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Question {
    /// The jobs that are most like this one.
    Near(JobId),
    /// A way from one job to another.
    Route(JobId, JobId),
}

/// What was found in a library.
#[derive(Debug)]
pub struct Answer {
    /// What was looked for.
    pub question: Question,
    /// The library that was looked through.
    pub library: Arc<Library>,
    /// What its jobs ask for.
    pub likeness: Arc<Likeness>,
    /// What was found.
    pub found: Found,
}

/// What was found.
#[derive(Debug)]
pub enum Found {
    /// The jobs that are most like one, the most alike first.
    Near(Vec<Hop>),
    /// The way with its hops; `None` where there is none.
    Route(Option<(Route, Vec<Hop>)>),
}

/// A move to a job: as it is told with pay, and as it is told where pay is hidden.
#[derive(Debug, Clone, PartialEq)]
pub struct Hop {
    /// The job that it leads to.
    pub job: JobId,
    with_pay: Move,
    without: Move,
}

impl Hop {
    fn new(library: &Library, (with_pay, without): (Move, Move)) -> Option<Self> {
        let job = library.jobs().get(with_pay.job)?.id.clone();
        Some(Self { job, with_pay, without })
    }

    /// The move, as far as pay may be told.
    #[must_use]
    pub fn told(&self, pay: bool) -> &Move {
        if pay { &self.with_pay } else { &self.without }
    }
}

/// Finds, and keeps in mind what the jobs of the last library ask for.
#[derive(Debug, Default)]
pub struct Scout {
    last: Option<(Weak<Library>, Arc<Likeness>)>,
}

impl Scout {
    /// Looks for it. Of a job that is not in the library nothing is found.
    pub fn find(&mut self, library: Arc<Library>, question: Question) -> Answer {
        let likeness = self.likeness(&library);
        let found = match &question {
            Question::Near(job) => Found::Near(library.find(job).map_or_else(Vec::new, |job| {
                let told = |pay| moves(&library, &likeness, job, NEAREST, pay);
                let both = told(true).into_iter().zip(told(false));
                both.filter_map(|both| Hop::new(&library, both)).collect()
            })),
            Question::Route(from, to) => {
                let ends = library.find(from).zip(library.find(to));
                let found = ends.and_then(|(from, to)| route(&likeness, from, to));
                Found::Route(found.map(|route| {
                    let hops = hops(&library, &likeness, &route);
                    (route, hops)
                }))
            }
        };
        Answer { question, library, likeness, found }
    }

    fn likeness(&mut self, library: &Arc<Library>) -> Arc<Likeness> {
        // The address stays taken as long as somebody remembers it.
        let known = self.last.as_ref().filter(|(of, _)| of.as_ptr() == Arc::as_ptr(library));
        if let Some((_, likeness)) = known {
            return likeness.clone();
        }
        let likeness = Arc::new(Likeness::of(library));
        self.last = Some((Arc::downgrade(library), likeness.clone()));
        likeness
    }
}

/// The moves of a route, each from the job before.
fn hops(library: &Library, likeness: &Likeness, route: &Route) -> Vec<Hop> {
    let pairs = route.jobs.windows(2).filter_map(|pair| {
        let told = |pay| between(library, likeness, pair[0], pair[1], pay);
        Hop::new(library, (told(true), told(false)))
    });
    pairs.collect()
}

/// Starts the thread; [`Msg::Found`] follows every question.
///
/// # Errors
/// When the system starts no thread.
pub fn spawn(send: Sender<Msg>) -> io::Result<Sender<(Arc<Library>, Question)>> {
    let (ask, asked) = channel();
    worker::spawn("scout", send, move |send| {
        let mut scout = Scout::default();
        while let Ok((library, question)) = asked.recv() {
            let answer = scout.find(library, question);
            if send.send(Msg::Found(Box::new(answer))).is_err() {
                return;
            }
        }
    })?;
    Ok(ask)
}
