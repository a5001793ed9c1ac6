//! What stands in the tables of two or more jobs beside each other.

use super::tables::{code, level_name, named, percent, source_of};
use super::{Cell, Table};
use crate::compare::{self, MatrixRow, Median, PayCell, PayDifference, arranged, matrix, pay_rows};
use crate::compare::{DutyRow, FactRow, duties, fact_rows};
use crate::export::source;
use crate::export::views::{self, CompareOptions};
use crate::gap::{self, GapItem};
use crate::model::{Library, Proficiency, Requirement};
use crate::outline::WITHHELD;

/// A row of a comparison: its part, group, item and scale, and a cell for each job.
type Row<'a> = (&'a str, &'a str, String, &'a str, Vec<Cell>);

/// Jobs beside each other: a line a fact, a pay figure, a duty or a competency, a column a job.
#[must_use]
pub fn compare(library: &Library, jobs: &[usize], options: &CompareOptions) -> Table {
    let mut columns = named(&["part", "group", "item", "scale"]);
    columns.extend(jobs.iter().map(|job| views::title(library, *job, jobs)));
    let pay;
    let mut rows: Vec<Row<'_>> = Vec::new();
    let shown = options.shown;
    let each = |read: &dyn Fn(usize) -> Cell| jobs.iter().map(|job| read(*job)).collect::<Vec<_>>();
    rows.push(("fact", "", "Code".to_owned(), "", each(&|job| code(library, job))));
    let facts = fact_rows(library, jobs);
    let differs = |row: &&FactRow<'_>| row.differs(options.baseline);
    for row in facts.iter().filter(|row| shown.lets(differs(row), differs(row))) {
        let cell = |cell: &Vec<_>| (!cell.is_empty()).then(|| cell.join("; ")).into();
        rows.push(("fact", "", row.label.to_owned(), "", row.cells.iter().map(cell).collect()));
    }
    if options.pay {
        pay = pay_lines(library, jobs, options.baseline);
        let lines = pay.iter().map(|(kind, name, cells)| {
            ("pay", kind.as_str(), (*name).to_owned(), "", cells.clone())
        });
        rows.extend(lines);
    } else {
        rows.push(("pay", "", "pay".to_owned(), "", each(&|_| super::LEFT_OUT.into())));
    }
    let duties = duties(library, jobs, options.baseline);
    let shows = |row: &&DutyRow<'_>| {
        shown.lets(row.differs(options.baseline), row.is_gap(options.baseline))
    };
    for (i, row) in (1..).zip(duties.iter().filter(shows)) {
        let missing = |column: usize| (!row.is_told(column)).then_some("not in file");
        let cells =
            row.cells.iter().enumerate().map(|(column, cell)| {
                cell.as_ref().map(|cell| cell.text).or(missing(column)).into()
            });
        rows.push(("responsibility", "", i.to_string(), "", cells.collect()));
    }
    let all = matrix(library, jobs);
    for row in arranged(&all, options.order, options.shown, options.baseline, options.step) {
        rows.extend(matrix_rows(library, row));
    }
    rows.push((
        "source",
        "",
        "source".to_owned(),
        "",
        each(&|job| source_of(library, job, options.pay)),
    ));
    let told = |(part, group, item, scale, cells): Row<'_>| {
        let text = |text: &str| if text.is_empty() { Cell::Empty } else { text.into() };
        [part.into(), text(group), item.into(), text(scale)].into_iter().chain(cells).collect()
    };
    Table { columns, rows: rows.into_iter().map(told).collect() }
}

/// A competency in three rows: the level that each job requires, its name, and must or nice.
fn matrix_rows<'a>(library: &'a Library, row: &MatrixRow<'a>) -> [Row<'a>; 3] {
    let group = library.settings().group_name(row.group);
    let name = row.name.unwrap_or(WITHHELD).to_owned();
    let scale = row.name.map_or("", |name| library.scale_name(name));
    let levels = row.cells.iter().map(|cell| match cell {
        compare::Cell::Required(level) => Cell::Number(level.value()),
        cell => cell.words().into(),
    });
    let of = |read: &dyn Fn(&Requirement) -> Cell| {
        let cell = |r: &Option<&Requirement>| r.map_or(Cell::Empty, read);
        row.requirements.iter().map(cell).collect::<Vec<_>>()
    };
    let labels = of(&|requirement| level_name(row.scale, requirement.level));
    let needs = of(&|requirement| requirement.need().map(|need| need.word()).into());
    [
        ("competency", group, name.clone(), scale, levels.collect()),
        ("label", group, name.clone(), scale, labels),
        ("need", group, name, scale, needs),
    ]
}

/// The records of some jobs, those of one kind in lines of one group: the medians, and how each
/// stands to the baseline's. Lines without anything are left out.
fn pay_lines(
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

/// What lies between two jobs: a line for each behaviour of each level on the way, and one for each
/// competency that a source withholds.
#[must_use]
pub fn gap(library: &Library, from: usize, to: usize, step: f64, pay: bool) -> Table {
    let mut columns = named(&["from_job", "from_code", "to_job", "to_code"]);
    columns.extend(named(if pay { PAY } else { &["pay"] }));
    columns.extend(named(&[
        "change",
        "group",
        "competency",
        "need",
        "scale",
        "from_level",
        "from_label",
        "to_level",
        "to_label",
        "steps_up",
        "behaviour_number",
        "level",
        "label",
        "behaviour",
        "source",
    ]));
    let gap = gap::gap(library, from, to, step);
    let both = [from, to];
    let title = |job| Cell::from(views::title(library, job, &both));
    let mut jobs = vec![title(from), code(library, from), title(to), code(library, to)];
    jobs.extend(if pay { pay_between(&gap).to_vec() } else { vec![super::LEFT_OUT.into()] });
    let own = columns.len() - jobs.len();
    let mut rows: Vec<Vec<Cell>> = Vec::new();
    for item in &gap.items {
        let required = requirement(library, to, item.name);
        rows.extend(gap_rows(library, item, required, pay));
    }
    for (count, column) in [(gap.withheld.0, FROM_LEVEL), (gap.withheld.1, TO_LEVEL)] {
        let mut row = vec![Cell::Empty; own];
        row[0] = super::WITHHELD.into();
        row[2] = WITHHELD.into();
        row[column] = super::WITHHELD.into();
        rows.extend(std::iter::repeat_n(row, count));
    }
    for (silent, column) in gap.silent.into_iter().zip([FROM_LEVEL, TO_LEVEL]) {
        let mut row = vec![Cell::Empty; own];
        row[0] = "not in file".into();
        row[column] = "not in file".into();
        rows.extend(silent.then_some(row));
    }
    // Where there is nothing to learn the jobs and their pay are told all the same.
    if rows.is_empty() {
        rows.push(vec![Cell::Empty; own]);
    }
    let rows = rows.into_iter().map(|row| jobs.iter().cloned().chain(row).collect());
    Table { columns, rows: rows.collect() }
}

/// The columns of what two jobs pay, and how that differs.
const PAY: &[&str] = &[
    "from_currency",
    "from_median_pay_a_year",
    "to_currency",
    "to_median_pay_a_year",
    "pay_difference",
    "pay_percent",
    "pay_caveat",
];

fn pay_between(gap: &gap::Gap<'_>) -> [Cell; 7] {
    let [from, to] = gap.pay.medians();
    let median = |median: Option<Median<'_>>| Cell::number(median.map(|median| median.value));
    let currency = |median: Option<Median<'_>>| Cell::from(median.map(|median| median.currency));
    let (by, caveat): (_, Cell) = match &gap.pay.difference {
        PayDifference::By { base, total, caveat } => (base.or(*total), (*caveat).into()),
        PayDifference::None(why) => (None, why.as_str().into()),
        PayDifference::Baseline => (None, Cell::Empty),
    };
    let money = Cell::number(by.map(|(money, _)| money));
    let part = percent(by.map(|(_, part)| part));
    [currency(from), median(from), currency(to), median(to), money, part, caveat]
}

/// Where the levels of a gap stand behind its jobs.
const FROM_LEVEL: usize = 5;
const TO_LEVEL: usize = 7;

/// What a job says of a competency, by whatever name.
fn requirement<'a>(library: &'a Library, job: usize, name: &str) -> Option<&'a Requirement> {
    let key = library.competency_key(name);
    let profile = library.jobs().get(job)?.profile.as_ref()?;
    let mut all = profile.requirements().map(|(_, requirement)| requirement);
    all.find(|r| r.name.as_deref().is_some_and(|name| library.competency_key(name) == key))
}

fn gap_rows(
    library: &Library,
    item: &GapItem<'_>,
    required: Option<&Requirement>,
    pay: bool,
) -> Vec<Vec<Cell>> {
    let number = |level: Option<Proficiency>| Cell::number(level.map(|level| level.value()));
    let start = [
        item.change.word().into(),
        library.settings().group_name(item.group).into(),
        item.name.into(),
        required.and_then(|requirement| requirement.need()).map(|need| need.word()).into(),
        library.scale_name(item.name).into(),
        number(item.from),
        level_name(item.scale, item.from),
        number(item.to),
        level_name(item.scale, item.to),
        Cell::number((item.distance > 0.0).then(|| (item.distance * 100.0).round() / 100.0)),
    ];
    let mut told: Vec<[Cell; 3]> = Vec::new();
    for step in &item.steps {
        let level = |told: Cell| [Cell::Number(step.number.into()), step.label.into(), told];
        let texts =
            step.text.into_iter().flat_map(|text| text.statement.iter().chain(&text.behaviours));
        let before = told.len();
        told.extend(texts.map(|text| level(text.as_str().into())));
        if told.len() == before {
            told.push(level("not in file".into()));
        }
    }
    if told.is_empty() {
        let about_the_same = item.is_about_the_same().then_some("about the same");
        told.push([Cell::Empty, Cell::Empty, item.why_nothing().or(about_the_same).into()]);
    }
    let known = source::sources(library, &[], [item.name], pay);
    let source: Cell = known.first().map(source::in_words).into();
    let numbered = (1_u32..).zip(told).map(|(number, told)| {
        let number = Cell::Number(number.into());
        let row = start.iter().cloned().chain([number]).chain(told).chain([source.clone()]);
        row.collect()
    });
    numbered.collect()
}
