//! What a document is about, written in whichever format is asked for.

mod name;

use super::text::Layout;
use super::views::{self, CompareOptions};
use super::{Document, Format, csv, format, json};
use crate::interview::Choice;
use crate::model::Library;
use crate::near::{Likeness, Move, Route, between};
use std::sync::Arc;

/// What a document is about.
#[derive(Debug, Clone, PartialEq)]
pub enum Subject {
    /// Jobs, each on its own.
    Jobs(Vec<usize>),
    /// Jobs beside each other. Whether pay is told is said where it is written.
    Compare(Vec<usize>, CompareOptions),
    /// What lies between two jobs, and how many steps apart levels differ.
    Gap(usize, usize, f64),
    /// The jobs that are most like one: that job, and how many of them.
    Near(Arc<Likeness>, usize, usize),
    /// A way from one job to another.
    Route(Arc<Likeness>, Route),
    /// The questions for a job.
    Interview(usize, Choice),
}

impl Subject {
    /// The document; pay figures only where `pay` allows them.
    #[must_use]
    pub fn document(&self, library: &Library, pay: bool) -> Document {
        match self {
            Subject::Jobs(jobs) => views::jobs(library, jobs, pay),
            Subject::Compare(jobs, options) => {
                views::compare(library, jobs, &CompareOptions { pay, ..*options })
            }
            Subject::Gap(from, to, step) => views::gap(library, *from, *to, *step, pay),
            Subject::Near(likeness, job, count) => {
                views::near(library, likeness, *job, *count, pay)
            }
            Subject::Route(likeness, route) => views::route(library, likeness, route, pay),
            Subject::Interview(job, choice) => views::interview(library, *job, choice),
        }
    }

    /// Whether it can be written in a format, and if not, why.
    #[must_use]
    pub fn reason_against(&self, format: Format) -> Option<&'static str> {
        match (self, format) {
            (Subject::Interview(..), Format::Csv) => {
                Some("an interview kit is no table; take text, markdown, json or html")
            }
            _ => None,
        }
    }

    /// It in a format; `layout` counts for text alone.
    ///
    /// # Errors
    /// A sentence that says why it cannot be written in that format.
    pub fn written(
        &self,
        library: &Library,
        format: Format,
        pay: bool,
        layout: Layout,
    ) -> Result<String, &'static str> {
        if let Some(reason) = self.reason_against(format) {
            return Err(reason);
        }
        Ok(match format {
            Format::Json => format!("{:#}\n", self.json(library, pay)),
            Format::Csv => self.table(library, pay).written(),
            _ => format::write(&self.document(library, pay), format, layout).unwrap_or_default(),
        })
    }

    fn json(&self, library: &Library, pay: bool) -> serde_json::Value {
        match self {
            Subject::Jobs(jobs) => jobs.iter().map(|job| json::job(library, *job, pay)).collect(),
            Subject::Compare(jobs, options) => {
                json::compare(library, jobs, &CompareOptions { pay, ..*options })
            }
            Subject::Gap(from, to, step) => json::gap(library, *from, *to, *step, pay),
            Subject::Near(likeness, job, count) => {
                let moves = views::moves(library, likeness, *job, *count, pay);
                json::near(library, *job, &moves, pay)
            }
            Subject::Route(likeness, route) => {
                json::route(library, route, &hops(library, likeness, route, pay), pay)
            }
            Subject::Interview(job, choice) => json::interview(library, *job, choice),
        }
    }

    fn table(&self, library: &Library, pay: bool) -> csv::Table {
        match self {
            Subject::Jobs(jobs) => csv::jobs(library, jobs, pay),
            Subject::Compare(jobs, options) => {
                csv::compare(library, jobs, &CompareOptions { pay, ..*options })
            }
            Subject::Gap(from, to, step) => csv::gap(library, *from, *to, *step, pay),
            Subject::Near(likeness, job, count) => {
                let moves = views::moves(library, likeness, *job, *count, pay);
                csv::near(library, &moves, pay)
            }
            Subject::Route(likeness, route) => {
                csv::route(library, route, &hops(library, likeness, route, pay), pay)
            }
            Subject::Interview(..) => csv::Table::default(),
        }
    }
}

/// The moves of a route, each from the job before.
fn hops(library: &Library, likeness: &Likeness, route: &Route, pay: bool) -> Vec<Move> {
    let pairs = route.jobs.windows(2);
    pairs.map(|pair| between(library, likeness, pair[0], pair[1], pay)).collect()
}
