//! The rows of a comparison, and where in files each comes from.

use crate::compare::{
    DutyRow, FactRow, MatrixRow, NAMES_NO_DUTIES, NAMES_NONE, Order, PayCell, Shown, arranged,
    duties, fact_rows, matrix, names_no_competencies, names_no_duties, pay_rows,
};
use crate::export::views::CompareOptions;
use crate::model::{JobId, Key, Library, Requirement, Spot};
use crate::outline::WITHHELD;
use crate::tui::pane::Scene;
use crate::tui::view::Origin;
use std::borrow::Cow;

/// What stays the same about a row, whatever else changes.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub(super) enum RowId {
    /// A fact, by its name.
    Fact(&'static str),
    /// A record of a job's pay.
    Pay(JobId, usize),
    /// A duty, by the first sentence of its row.
    Duty(String),
    /// A competency by its name.
    Competency(String),
    /// The withheld ones of a group.
    Withheld(String),
}

/// A row on which the cursor can stand.
pub(super) struct Row<'a> {
    pub(super) id: RowId,
    pub(super) content: Content<'a>,
    /// Whether another job differs from the baseline in it.
    pub(super) differs: bool,
}

/// What a row holds.
pub(super) enum Content<'a> {
    Fact(FactRow<'a>),
    /// A record of the pay of the job in a column.
    Pay(usize, Box<PayCell<'a>>),
    /// A duty and its number.
    Duty(usize, DutyRow<'a>),
    Competency(MatrixRow<'a>),
}

/// A part of the page.
pub(super) enum Part<'a> {
    /// A heading, and what is said beside it.
    Section(&'static str, String),
    /// The name of a group of competencies.
    Group(&'a str),
    /// What is said of a whole section, or where it has no rows.
    Note(Cow<'static, str>),
    Row(Box<Row<'a>>),
}

/// The rows among the parts.
pub(super) fn of<'p, 'a>(parts: &'p [Part<'a>]) -> Vec<&'p Row<'a>> {
    let row = |part: &'p Part<'a>| match part {
        Part::Row(row) => Some(&**row),
        _ => None,
    };
    parts.iter().filter_map(row).collect()
}

/// The page of some jobs.
pub(super) fn parts<'a>(
    scene: Scene<'a>,
    jobs: &[usize],
    options: &CompareOptions,
) -> Vec<Part<'a>> {
    let mut parts = Vec::new();
    if jobs.is_empty() {
        return parts;
    }
    let library = scene.library;
    put_facts(&mut parts, library, jobs, options.shown);
    if scene.pay {
        put_pay(&mut parts, library, jobs);
    }
    put_duties(&mut parts, library, jobs, options.shown);
    put_competencies(&mut parts, scene, jobs, options);
    parts
}

fn put_facts<'a>(parts: &mut Vec<Part<'a>>, library: &'a Library, jobs: &[usize], shown: Shown) {
    parts.push(Part::Section("Facts", String::new()));
    let before = parts.len();
    for row in fact_rows(library, jobs) {
        let (id, differs) = (RowId::Fact(row.label), row.differs(0));
        if !shown.lets(differs, differs) {
            continue;
        }
        parts.push(Part::Row(Box::new(Row { id, content: Content::Fact(row), differs })));
    }
    say_nothing(parts, before);
}

fn put_pay<'a>(parts: &mut Vec<Part<'a>>, library: &'a Library, jobs: &[usize]) {
    let rows = pay_rows(library, jobs, 0);
    parts.push(Part::Section("Pay", super::pay::scales(&rows)));
    for row in rows {
        for (column, cell) in row.cells.into_iter().enumerate() {
            let Some(cell) = cell else { continue };
            let id = RowId::Pay(library.jobs()[jobs[column]].id.clone(), cell.record);
            let content = Content::Pay(column, Box::new(cell));
            parts.push(Part::Row(Box::new(Row { id, content, differs: false })));
        }
    }
}

fn put_duties<'a>(parts: &mut Vec<Part<'a>>, library: &'a Library, jobs: &[usize], shown: Shown) {
    parts.push(Part::Section("Responsibilities", String::new()));
    put_silent(parts, library, jobs, names_no_duties, NAMES_NO_DUTIES);
    let before = parts.len();
    for (number, row) in (1..).zip(duties(library, jobs, 0)) {
        let differs = row.differs(0);
        if !shown.lets(differs, row.is_gap(0)) {
            continue;
        }
        let first = row.cells.iter().flatten().next().map_or("", |cell| cell.text);
        let id = RowId::Duty(first.to_owned());
        parts.push(Part::Row(Box::new(Row { id, content: Content::Duty(number, row), differs })));
    }
    say_nothing(parts, before);
}

fn put_competencies<'a>(
    parts: &mut Vec<Part<'a>>,
    scene: Scene<'a>,
    jobs: &[usize],
    options: &CompareOptions,
) {
    let library = scene.library;
    let all = matrix(library, jobs);
    let differing = all.iter().filter(|row| row.differs(0, options.step)).count();
    let absent = scene.looks.signs.absent;
    let named = all.iter().filter(|row| row.name.is_some()).count();
    let verb = if differing == 1 { "differs" } else { "differ" };
    let words = format!(
        "{named} in all, {differing} {verb} from the baseline; {absent} is not in this job"
    );
    parts.push(Part::Section("Competencies", words));
    put_silent(parts, library, jobs, names_no_competencies, NAMES_NONE);
    let before = parts.len();
    let mut group = None;
    for row in arranged(&all, options.order, options.shown, 0, options.step) {
        if options.order == Order::Group && group != Some(row.group) {
            group = Some(row.group);
            parts.push(Part::Group(library.settings().group_name(row.group)));
        }
        let id = match row.name {
            Some(name) => RowId::Competency(name.to_owned()),
            None => RowId::Withheld(row.group.to_owned()),
        };
        let differs = row.differs(0, options.step);
        let content = Content::Competency(row.clone());
        parts.push(Part::Row(Box::new(Row { id, content, differs })));
    }
    say_nothing(parts, before);
}

fn say_nothing(parts: &mut Vec<Part<'_>>, before: usize) {
    if parts.len() == before {
        parts.push(Part::Note("nothing to tell apart".into()));
    }
}

/// Says of each job whose file is silent about a section that it is.
fn put_silent(
    parts: &mut Vec<Part<'_>>,
    library: &Library,
    jobs: &[usize],
    is_silent: fn(&Library, usize) -> bool,
    words: &str,
) {
    let silent = jobs.iter().filter(|job| is_silent(library, **job));
    let note = |job: &usize| format!("{} {words}", library.jobs()[*job].title());
    parts.extend(silent.map(|job| Part::Note(note(job).into())));
}

impl RowId {
    /// Whether it belongs to the matrix.
    pub(super) fn is_competency(&self) -> bool {
        matches!(self, RowId::Competency(_) | RowId::Withheld(_))
    }

    /// Whether there are behaviours to open.
    pub(super) fn can_open(&self) -> bool {
        matches!(self, RowId::Competency(_))
    }

    /// Where the row stands in the file of `job`; of a duty no more than where duties begin.
    pub(super) fn origin(&self, library: &Library, job: usize) -> Origin {
        let mut origin = Origin { job, ..Origin::default() };
        let key = match self {
            RowId::Fact(label) => key_of(label),
            RowId::Pay(id, record) => {
                origin.job = library.find(id).unwrap_or(job);
                origin.spots.push(Spot::Item(Key::Salary, narrow(*record)));
                Key::Salary
            }
            RowId::Duty(_) => Key::Responsibilities,
            RowId::Competency(name) => {
                let at = requirement(library, job, name);
                origin.spots.extend(at.map(Spot::Requirement));
                origin.competency = Some(name.clone());
                Key::Competencies
            }
            RowId::Withheld(_) => Key::Competencies,
        };
        origin.spots.push(Spot::Key(key));
        origin
    }
}

/// Which of the requirements of a job asks for a competency.
pub(in crate::tui::view) fn requirement(library: &Library, job: usize, name: &str) -> Option<u16> {
    let profile = library.jobs().get(job)?.profile.as_ref()?;
    let key = library.competency_key(name);
    let is_it = |(_, asked): (&str, &Requirement)| {
        asked.name.as_deref().is_some_and(|own| library.competency_key(own) == key)
    };
    profile.requirements().position(is_it).map(narrow)
}

impl Row<'_> {
    /// The row as words: its name, then what each job says.
    pub(super) fn words(&self, library: &Library) -> String {
        let listed =
            |name: &str, cells: Vec<Cow<'_, str>>| format!("{name}: {}", cells.join(" | "));
        let or = |text: String, missing: &'static str| {
            if text.is_empty() { Cow::Borrowed(missing) } else { Cow::Owned(text) }
        };
        match &self.content {
            Content::Fact(row) => {
                let cells = row.cells.iter().map(|cell| or(cell.join("; "), "not in file"));
                listed(row.label, cells.collect())
            }
            Content::Pay(_, cell) => cell.view.as_ref().map_or_else(
                || "Pay: not in file".to_owned(),
                |view| format!("Pay: {}", crate::facts::pay_sentence(view)),
            ),
            Content::Duty(number, row) => {
                let text = |cell: &Option<crate::compare::DutyCell<'_>>| {
                    or(cell.as_ref().map_or_else(String::new, |cell| cell.text.to_owned()), ABSENT)
                };
                let cells = row.cells.iter().zip(&row.silent).map(|(cell, silent)| match silent {
                    true => Cow::Borrowed("not in file"),
                    false => text(cell),
                });
                listed(&number.to_string(), cells.collect())
            }
            Content::Competency(row) => {
                let cells = row.cells.iter().map(|cell| Cow::Owned(cell.words()));
                let name = row.name.map_or_else(
                    || format!("{WITHHELD} ({})", library.settings().group_name(row.group)),
                    str::to_owned,
                );
                listed(&name, cells.collect())
            }
        }
    }

    /// Where the row stands in the file of `job`, which is in `column`.
    pub(super) fn origin(&self, library: &Library, job: usize, column: usize) -> Origin {
        let mut origin = self.id.origin(library, job);
        if let Content::Duty(_, row) = &self.content {
            let text = row.cells.get(column).and_then(Option::as_ref).map(|cell| cell.text);
            let profile = library.jobs().get(job).and_then(|job| job.profile.as_ref());
            let mut own = profile.into_iter().flat_map(|profile| &profile.responsibilities);
            let at = own.position(|own| Some(own) == text);
            let spot = at.map(|at| Spot::Item(Key::Responsibilities, narrow(at)));
            origin.spots.splice(0..0, spot);
        }
        origin
    }
}

/// What stands where a job does not have what a row is about.
pub(super) const ABSENT: &str = "not in this job";

/// The key of a file behind the name of a fact.
fn key_of(label: &str) -> Key {
    match label {
        "Level" => Key::Level,
        "Family" => Key::Family,
        "Track" => Key::Track,
        "Education" => Key::Education,
        "Experience" => Key::Experience,
        "Reports to" => Key::ReportsTo,
        "Requires" => Key::Requires,
        "Conditions" => Key::Conditions,
        _ => Key::Title,
    }
}

/// A count as places have it; a file cannot have more than fit.
fn narrow(count: usize) -> u16 {
    u16::try_from(count).unwrap_or(u16::MAX)
}
