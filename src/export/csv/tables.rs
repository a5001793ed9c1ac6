//! What stands in each table.

use super::{Cell, Table};
use crate::compare::{self, PayCell, PayDifference, arranged, matrix, median_of, pay_rows};
use crate::compare::{DutyRow, duties, fact_rows};
use crate::export::views::{self, CompareOptions};
use crate::gap::{self, GapItem};
use crate::model::{Library, Number, Profile, Scale};
use crate::near::{Move, Route};

fn named(columns: &[&str]) -> Vec<String> {
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

fn level_name(scale: &Scale, level: Option<crate::model::Proficiency>) -> Cell {
    level.and_then(|level| scale.label(level)).into()
}

/// Jobs with what they ask for, a line for each competency; one without any has a line, too.
#[must_use]
pub fn jobs(library: &Library, jobs: &[usize], pay: bool) -> Table {
    let mut columns = named(&["title", "code", "level", "family", "file"]);
    if pay {
        columns.extend(named(&["currency", "median_pay_a_year"]));
    }
    columns.extend(named(&[
        "group",
        "competency",
        "required_level",
        "label",
        "need",
        "importance",
    ]));
    let mut rows = Vec::new();
    for &job in jobs {
        let Some(own) = library.jobs().get(job) else { continue };
        let mut start = texts(library, job).to_vec();
        start.push(own.id.to_string().into());
        if pay {
            let median = median_of(library, job);
            start.push(median.map(|(_, currency)| currency).into());
            start.push(Cell::number(median.map(|(value, _)| value)));
        }
        let before = rows.len();
        for (group, requirement) in own.profile.iter().flat_map(Profile::requirements) {
            let scale = library.described(requirement).scale;
            let name = requirement.name.as_deref().unwrap_or(crate::outline::WITHHELD);
            let mut row = start.clone();
            row.push(library.settings().group_name(group).into());
            row.push(name.into());
            row.push(Cell::number(requirement.level.map(|level| level.value())));
            row.push(level_name(scale, requirement.level));
            row.push(requirement.need.map(|need| need.word()).into());
            row.push(Cell::number(requirement.importance.map(Number::value)));
            rows.push(row);
        }
        if rows.len() == before {
            start.resize(columns.len(), Cell::Empty);
            rows.push(start);
        }
    }
    Table { columns, rows }
}

/// Jobs beside each other: a line a fact, a pay figure, a duty or a competency, a column a job.
#[must_use]
pub fn compare(library: &Library, jobs: &[usize], options: &CompareOptions) -> Table {
    let mut columns = named(&["part", "group", "item"]);
    columns.extend(jobs.iter().map(|job| views::title(library, *job, jobs)));
    let mut rows: Vec<Vec<Cell>> = Vec::new();
    let mut put = |part: &str, group: &str, item: &str, cells: Vec<Cell>| {
        let group = if group.is_empty() { Cell::Empty } else { group.into() };
        rows.push([part.into(), group, item.into()].into_iter().chain(cells).collect());
    };
    let shown = options.shown;
    for row in
        fact_rows(library, jobs).iter().filter(|row| shown.lets(row.differs(), row.differs()))
    {
        let cell = |cell: &Vec<_>| (!cell.is_empty()).then(|| cell.join("; ")).into();
        put("fact", "", row.label, row.cells.iter().map(cell).collect());
    }
    if options.pay {
        for (kind, name, cells) in pay(library, jobs, options.baseline) {
            put("pay", &kind, name, cells);
        }
    }
    let duties = duties(library, jobs, options.baseline);
    let shows = |row: &&DutyRow<'_>| shown.lets(row.differs(), row.is_gap(options.baseline));
    for (i, row) in (1..).zip(duties.iter().filter(shows)) {
        let cells = row.cells.iter().map(|cell| cell.as_ref().map(|cell| cell.text).into());
        put("responsibility", "", &i.to_string(), cells.collect());
    }
    let all = matrix(library, jobs);
    for row in arranged(&all, options.order, options.shown, options.baseline, options.step) {
        let cells = row.cells.iter().map(matrix_cell);
        let name = row.name.unwrap_or(crate::outline::WITHHELD);
        put("competency", library.settings().group_name(row.group), name, cells.collect());
    }
    Table { columns, rows }
}

fn matrix_cell(cell: &compare::Cell) -> Cell {
    match cell {
        compare::Cell::Required(level) => Cell::Number(level.value()),
        cell => cell.words().into(),
    }
}

/// The records of some jobs, those of one kind in lines of one group: the medians, and how each
/// stands to the baseline's. Lines without anything are left out.
fn pay(
    library: &Library,
    jobs: &[usize],
    baseline: usize,
) -> Vec<(String, &'static str, Vec<Cell>)> {
    type Read = fn(&PayCell<'_>) -> Cell;
    fn by(cell: &PayCell<'_>) -> [Option<(f64, f64)>; 2] {
        match cell.difference {
            PayDifference::By { base, total, .. } => [base, total],
            _ => [None, None],
        }
    }
    let lines: [(&'static str, Read); 9] = [
        ("record", |cell| cell.view.as_ref().map(|view| view.heading()).into()),
        ("base median a year", |cell| {
            Cell::number(cell.view.as_ref().and_then(|view| view.base.median()))
        }),
        ("total median a year", |cell| {
            Cell::number(cell.view.as_ref().and_then(|view| view.total.median()))
        }),
        ("base difference", |cell| Cell::number(by(cell)[0].map(|(money, _)| money))),
        ("base difference in per cent", |cell| percent(by(cell)[0].map(|(_, part)| part))),
        ("total difference", |cell| Cell::number(by(cell)[1].map(|(money, _)| money))),
        ("total difference in per cent", |cell| percent(by(cell)[1].map(|(_, part)| part))),
        ("difference with a caveat", |cell| match &cell.difference {
            PayDifference::By { caveat, .. } => (*caveat).into(),
            _ => Cell::Empty,
        }),
        ("no difference because", |cell| match &cell.difference {
            PayDifference::None(why) => why.as_str().into(),
            _ => Cell::Empty,
        }),
    ];
    let mut told = Vec::new();
    for row in pay_rows(library, jobs, baseline) {
        let mut views = row.cells.iter().flatten().filter_map(|cell| cell.view.as_ref());
        let kind = views.next().and_then(|view| view.currency).unwrap_or_default();
        for (name, read) in lines {
            let cell = |cell: &Option<PayCell<'_>>| cell.as_ref().map_or(Cell::Empty, read);
            let cells: Vec<Cell> = row.cells.iter().map(cell).collect();
            if cells.iter().any(|cell| *cell != Cell::Empty) {
                told.push((kind.to_owned(), name, cells));
            }
        }
    }
    told
}

/// What lies between two jobs: a line for each behaviour of each level on the way.
#[must_use]
pub fn gap(library: &Library, from: usize, to: usize, step: f64) -> Table {
    let columns = named(&[
        "change",
        "group",
        "competency",
        "scale",
        "from_level",
        "to_level",
        "steps_up",
        "level",
        "label",
        "behaviour",
    ]);
    let gap = gap::gap(library, from, to, step);
    let rows = gap.items.iter().flat_map(|item| gap_rows(library, item)).collect();
    Table { columns, rows }
}

fn gap_rows(library: &Library, item: &GapItem<'_>) -> Vec<Vec<Cell>> {
    let start = [
        item.change.word().into(),
        library.settings().group_name(item.group).into(),
        item.name.into(),
        library.scale_name(item.name).into(),
        Cell::number(item.from.map(|level| level.value())),
        Cell::number(item.to.map(|level| level.value())),
        Cell::number((item.distance > 0.0).then_some(item.distance)),
    ];
    let with = |rest: [Cell; 3]| start.iter().cloned().chain(rest).collect::<Vec<Cell>>();
    let mut rows = Vec::new();
    for step in &item.steps {
        let level = |told: Cell| with([Cell::Number(step.number.into()), step.label.into(), told]);
        let told =
            step.text.into_iter().flat_map(|text| text.statement.iter().chain(&text.behaviours));
        let before = rows.len();
        rows.extend(told.map(|text| level(text.as_str().into())));
        if rows.len() == before {
            rows.push(level("not in file".into()));
        }
    }
    if rows.is_empty() {
        let about_the_same = item.is_about_the_same().then_some("about the same");
        rows.push(with([Cell::Empty, Cell::Empty, item.why_nothing().or(about_the_same).into()]));
    }
    rows
}

/// The moves to near jobs, a line each.
#[must_use]
pub fn near(library: &Library, moves: &[Move], pay: bool) -> Table {
    let mut columns = named(&["rank", "title", "code", "level", "family"]);
    columns.extend(move_columns(pay));
    let rows = (1_u32..).zip(moves).map(|(rank, to)| {
        let mut row = vec![Cell::Number(rank.into())];
        row.extend(texts(library, to.job));
        row.extend(move_cells(to, pay));
        row
    });
    Table { columns, rows: rows.collect() }
}

/// The jobs on a way, a line each, with the move from the one before.
#[must_use]
pub fn route(library: &Library, route: &Route, moves: &[Move], pay: bool) -> Table {
    let mut columns = named(&["rung", "title", "code", "level", "family"]);
    if pay {
        columns.extend(named(&["currency", "median_pay_a_year"]));
    }
    columns.extend(move_columns(pay));
    let rows = (1_u32..).zip(&route.jobs).enumerate().map(|(i, (rung, job))| {
        let mut row = vec![Cell::Number(rung.into())];
        row.extend(texts(library, *job));
        if pay {
            let median = median_of(library, *job);
            row.push(median.map(|(_, currency)| currency).into());
            row.push(Cell::number(median.map(|(value, _)| value)));
        }
        match i.checked_sub(1).and_then(|before| moves.get(before)) {
            Some(to) => row.extend(move_cells(to, pay)),
            None => row.resize(columns.len(), Cell::Empty),
        }
        row
    });
    let rows = rows.collect();
    Table { columns, rows }
}

fn move_columns(pay: bool) -> Vec<String> {
    let mut columns =
        named(&["alike_percent", "kind", "shared", "new", "falling_away", "why", "same_family"]);
    columns.extend(pay.then(|| "pay_percent".to_owned()));
    columns
}

fn move_cells(to: &Move, pay: bool) -> Vec<Cell> {
    // Counts of things in memory are far below the integers that a float holds exactly.
    let count = |count: usize| Cell::Number(count as f64);
    let mut cells = vec![
        percent(Some(f64::from(to.likeness) * 100.0)),
        to.kind.word().into(),
        count(to.shared),
        count(to.new),
        count(to.falling_away),
        to.reason().into(),
        if to.same_family { "yes" } else { "no" }.into(),
    ];
    cells.extend(pay.then(|| percent(to.pay)));
    cells
}

/// Per cent to one decimal, which is more than anybody tells apart.
fn percent(percent: Option<f64>) -> Cell {
    Cell::number(percent.map(|percent| (percent * 10.0).round() / 10.0))
}
