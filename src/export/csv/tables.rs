//! What stands in the tables of jobs, each in rows of its own.

use super::{Cell, LEFT_OUT, Table};
use crate::compare::{Median, median_of};
use crate::export::{source, views};
use crate::model::{Library, Number, Profile, Scale};
use crate::near::{Move, Route, rung_median};

pub(super) fn named(columns: &[&str]) -> Vec<String> {
    columns.iter().map(|&name| name.to_owned()).collect()
}

fn texts(library: &Library, job: usize) -> [Cell; 4] {
    let job = library.jobs().get(job);
    [
        job.map(|job| job.title()).into(),
        job.and_then(|job| job.code()).into(),
        job.and_then(|job| job.level()).into(),
        job.and_then(|job| job.family()).into(),
    ]
}

pub(super) fn code(library: &Library, job: usize) -> Cell {
    library.jobs().get(job).and_then(|job| job.code()).into()
}

/// Where the text of a job comes from, and on which terms.
pub(super) fn source_of(library: &Library, job: usize, pay: bool) -> Cell {
    let told = source::of_job(library, job).map(|own| source::in_words(&source::told(own, pay)));
    told.filter(|words| !words.is_empty()).into()
}

/// The columns of pay, or of the word that it is left out.
fn pay_columns(pay: bool) -> Vec<String> {
    if pay { named(&["currency", "median_pay_a_year"]) } else { named(&["pay"]) }
}

fn pay_of(library: &Library, job: usize, pay: bool) -> Vec<Cell> {
    if !pay {
        return vec![LEFT_OUT.into()];
    }
    median_cells(median_of(library, job))
}

fn median_cells(median: Option<Median<'_>>) -> Vec<Cell> {
    let currency = median.map(|median| median.currency);
    vec![currency.into(), Cell::number(median.map(|median| median.value))]
}

pub(super) fn level_name(scale: &Scale, level: Option<crate::model::Proficiency>) -> Cell {
    level.and_then(|level| scale.label(level)).into()
}

/// Jobs with what they ask for, a line for each competency; one without any has a line, too.
#[must_use]
pub fn jobs(library: &Library, jobs: &[usize], pay: bool) -> Table {
    let mut columns = named(&["title", "code", "level", "family"]);
    columns.extend(pay_columns(pay));
    // One record is told; that there are others must be seen.
    columns.extend(pay.then(|| "more_pay_records".to_owned()));
    columns.extend(named(&[
        "group",
        "competency",
        "scale",
        "required_level",
        "label",
        "need",
        "importance",
        "source",
    ]));
    let mut rows = Vec::new();
    for &job in jobs {
        let Some(own) = library.jobs().get(job) else { continue };
        let mut start = texts(library, job).to_vec();
        start.extend(pay_of(library, job, pay));
        let records = own.profile.as_ref().map_or(0, |profile| profile.salary.len());
        start.extend(pay.then(|| count(records.saturating_sub(1))));
        let source = source_of(library, job, pay);
        let before = rows.len();
        for (group, requirement) in own.profile.iter().flat_map(Profile::requirements) {
            let scale = library.described(requirement).scale;
            let name = requirement.name.as_deref();
            let mut row = start.clone();
            row.push(library.settings().group_name(group).into());
            row.push(name.unwrap_or(crate::outline::WITHHELD).into());
            row.push(name.map(|name| library.scale_name(name)).into());
            row.push(match requirement.level {
                Some(level) => Cell::Number(level.value()),
                None if requirement.is_withheld() => super::WITHHELD.into(),
                None => "no level in file".into(),
            });
            row.push(level_name(scale, requirement.level));
            row.push(requirement.need().map(|need| need.word()).into());
            row.push(Cell::number(requirement.importance.map(Number::value)));
            row.push(source.clone());
            rows.push(row);
        }
        if rows.len() == before {
            start.resize(columns.len() - 1, Cell::Empty);
            start.push(source);
            rows.push(start);
        }
    }
    Table { columns, rows }
}

/// The moves to near jobs, a line each.
#[must_use]
pub fn near(library: &Library, moves: &[Move], pay: bool) -> Table {
    let mut columns = named(&["rank", "title", "code", "level", "family"]);
    columns.extend(move_columns(pay));
    columns.push("source".to_owned());
    let rows = (1_u32..).zip(moves).map(|(rank, to)| {
        let mut row = vec![Cell::Number(rank.into())];
        row.extend(texts(library, to.job));
        row.extend(move_cells(to, pay));
        row.push(source_of(library, to.job, pay));
        row
    });
    Table { columns, rows: rows.collect() }
}

/// The jobs on a way, a line each, with the move from the one before.
#[must_use]
pub fn route(library: &Library, route: &Route, moves: &[Move], pay: bool) -> Table {
    let mut columns = named(&["rung", "title", "code", "level", "family"]);
    if pay {
        columns.extend(pay_columns(pay));
    }
    columns.extend(move_columns(pay));
    columns.push("source".to_owned());
    let rows = (1_u32..).zip(&route.jobs).enumerate().map(|(i, (rung, job))| {
        let mut row = vec![Cell::Number(rung.into())];
        row.extend(texts(library, *job));
        if pay {
            row.extend(median_cells(rung_median(moves, i)));
        }
        match i.checked_sub(1).and_then(|before| moves.get(before)) {
            Some(to) => row.extend(move_cells(to, pay)),
            None => {
                let of_pay = if pay { vec![Cell::Empty; 2] } else { vec![LEFT_OUT.into()] };
                let moved = move_columns(pay).len() - of_pay.len();
                row.extend(std::iter::repeat_n(Cell::Empty, moved));
                row.extend(of_pay);
            }
        }
        row.push(source_of(library, *job, pay));
        row
    });
    let rows = rows.collect();
    Table { columns, rows }
}

fn move_columns(pay: bool) -> Vec<String> {
    let mut columns =
        named(&["alike_percent", "kind", "kind_by", "shared", "new", "falling_away", "why"]);
    columns.push("same_family".to_owned());
    columns.extend(named(if pay { &["pay_percent", "pay_caveat"] } else { &["pay"] }));
    columns
}

fn move_cells(to: &Move, pay: bool) -> Vec<Cell> {
    let mut cells = vec![
        percent(Some(f64::from(to.likeness) * 100.0)),
        to.kind.word().into(),
        views::kind_by(to).into(),
        count(to.shared),
        count(to.new),
        count(to.falling_away),
        to.reason().into(),
        to.same_family.map(|same| if same { "yes" } else { "no" }).into(),
    ];
    cells.extend(match pay {
        true => vec![percent(to.pay), to.pay_caveat.or(to.pay_apart.as_deref()).into()],
        false => vec![LEFT_OUT.into()],
    });
    cells
}

/// Counts of things in memory are far below the integers that a float holds exactly.
fn count(count: usize) -> Cell {
    Cell::Number(count as f64)
}

/// Per cent to one decimal, which is more than anybody tells apart.
pub(super) fn percent(percent: Option<f64>) -> Cell {
    Cell::number(percent.map(|percent| (percent * 10.0).round() / 10.0))
}
