//! The jobs near one as a document: a ranking with the kind of move and the reason.

use super::Document;
use crate::export::document::Row;
use crate::model::Library;
use crate::near::{KINDS, Likeness, MEASURE, Move, between, none_near};

/// What is said where pay is left out, of how moves are told apart.
const KINDS_BY_LEVELS: &str = "An advancement has levels that are higher by 5 % of the scale or more, \
    on average over all competencies of both jobs; a step back has levels that are lower by as much; \
    every other move is lateral.";

/// The moves to the jobs that are most like one, the most alike first.
#[must_use]
pub fn moves(
    library: &Library,
    likeness: &Likeness,
    job: usize,
    count: usize,
    pay: bool,
) -> Vec<Move> {
    let near = likeness.nearest(job, count);
    near.iter().map(|near| between(library, likeness, job, near.job, pay)).collect()
}

/// The jobs that are most like one.
#[must_use]
pub fn near(
    library: &Library,
    likeness: &Likeness,
    job: usize,
    count: usize,
    pay: bool,
) -> Document {
    let title = super::title(library, job, &[job]);
    let mut document = Document::new(format!("Near {title}"));
    document.language = super::language(library, &[job]);
    let moves = moves(library, likeness, job, count, pay);
    if moves.is_empty() {
        document.paragraph(format!("{}.", none_near(library, job, &title)));
        return document;
    }
    if pay {
        document.paragraph(MEASURE);
        document.paragraph(KINDS);
    } else {
        document.paragraph(MEASURE);
        document.paragraph(KINDS_BY_LEVELS);
        document.paragraph(super::PAY_LEFT_OUT_OF_MOVES);
    }
    let jobs: Vec<usize> = moves.iter().map(|near| near.job).collect();
    let rows = moves.iter().map(|near| {
        let level = library.jobs().get(near.job).and_then(|job| job.level());
        let level = level.map_or_else(|| super::Words::aside(super::NOT_IN_FILE), Into::into);
        let cells = vec![level, near.alike().into(), near.kind.word().into(), near.reason().into()];
        Row::Cells(super::title(library, near.job, &jobs).into(), cells)
    });
    let columns = ["Job", "Level", "Alike", "Kind of move", "Why"];
    let caption = format!("Most like {title} first");
    document.table(caption, columns.map(str::to_owned).to_vec(), rows.collect());
    let all: Vec<usize> = std::iter::once(job).chain(jobs).collect();
    super::close(&mut document, library, &all, [], pay);
    document
}
