//! A way from one job to another as a document: a ladder, with pay and level on each rung.

use super::{Document, NOT_IN_FILE, Words};
use crate::export::document::Row;
use crate::model::Library;
use crate::near::{Likeness, Move, Route, between, rung_median};

/// A way from one job to another.
#[must_use]
pub fn route(library: &Library, likeness: &Likeness, route: &Route, pay: bool) -> Document {
    let jobs = &route.jobs;
    let ends = [jobs.first(), jobs.last()].map(|job| job.copied().unwrap_or_default());
    let titles = ends.map(|job| super::title(library, job, jobs));
    let mut document = Document::new(format!("A way from {} to {}", titles[0], titles[1]));
    document.language = super::language(library, jobs);
    let between = |pair: &[usize]| between(library, likeness, pair[0], pair[1], pay);
    let hops: Vec<Move> = jobs.windows(2).map(between).collect();
    let moves = match route.hops.len() {
        1 => "One move leads there.".to_owned(),
        count => format!("{count} moves lead there; each is to a job that is like the one before."),
    };
    document.paragraph(moves);
    if !pay {
        document.paragraph(super::PAY_LEFT_OUT_OF_MOVES);
    }
    let rows = jobs.iter().enumerate().map(|(i, job)| {
        let own = library.jobs().get(*job);
        let or_missing =
            |text: Option<String>| text.map_or_else(|| Words::aside(NOT_IN_FILE), Words::from);
        let mut cells = vec![or_missing(own.and_then(|job| job.level()).map(str::to_owned))];
        if pay {
            let median = rung_median(&hops, i);
            cells.push(or_missing(median.map(|median| median.words())));
        }
        cells.push(match i.checked_sub(1) {
            None => "the start".into(),
            Some(before) => {
                let hop = &hops[before];
                let (kind, alike) = (hop.kind.word(), hop.alike());
                format!("{kind}, {alike} alike: {}", hop.reason()).into()
            }
        });
        Row::Cells(format!("{}. {}", i + 1, super::title(library, *job, jobs)).into(), cells)
    });
    let mut columns = vec!["Job", "Level"];
    columns.extend(pay.then_some("Median pay a year"));
    columns.push("The move there");
    let columns = columns.into_iter().map(str::to_owned).collect();
    document.table("Each job on the way", columns, rows.collect());
    super::close(&mut document, library, jobs, [], pay);
    document
}
