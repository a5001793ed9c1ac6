//! Jobs beside each other as a document: facts, pay, responsibilities and the matrix.

use super::{Document, NOT_IN_FILE, Tone, UNREAD, Words};
use crate::compare::{
    Cell, DutyRow, HALF_A_LEVEL, MatrixRow, NAMES_NO_DUTIES, NAMES_NONE, Order, Shown, arranged,
    duties, fact_rows, matrix, names_no_competencies, names_no_duties, pay_rows, step_words,
};
use crate::export::document::{Block, Paper, Pay, Row};
use crate::model::{Library, signed_steps};
use crate::outline::WITHHELD;

/// What of a comparison is told, and how.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct CompareOptions {
    /// Which of the jobs the others are held against, by its place among them.
    pub baseline: usize,
    /// How the competencies stand.
    pub order: Order,
    /// What is left out where the jobs agree.
    pub shown: Shown,
    /// How far two levels must be apart to differ.
    pub step: f64,
    /// Whether pay is told.
    pub pay: bool,
}

impl Default for CompareOptions {
    fn default() -> Self {
        let (order, shown) = (Order::default(), Shown::default());
        Self { baseline: 0, order, shown, step: HALF_A_LEVEL, pay: true }
    }
}

/// From so many jobs on a page is turned.
const WIDE: usize = 4;

/// Some jobs beside each other.
#[must_use]
pub fn compare(library: &Library, jobs: &[usize], options: &CompareOptions) -> Document {
    let titles: Vec<String> = jobs.iter().map(|job| super::title(library, *job, jobs)).collect();
    let mut document = Document::new(format!("Compared: {}", titles.join(" · ")));
    document.language = super::language(library, jobs);
    if jobs.len() >= WIDE {
        document.paper = Paper::Wide;
    }
    if let Some(baseline) = titles.get(options.baseline) {
        // The word shows what the mark looks like.
        let words = Words::from(format!("What differs from {baseline}, the baseline, is "));
        let words = words.and(Tone::Differs, "marked");
        let from = step_words(options.step);
        document.paragraph(words.and(Tone::Plain, format!("; levels differ {from}.")));
    }
    if options.shown != Shown::All {
        document.paragraph(format!("{}.", options.shown.sentence()));
    }
    put_facts(&mut document, library, jobs, &titles, options);
    if options.pay {
        put_pay(&mut document, library, jobs, &titles, options.baseline);
    } else {
        document.paragraph(super::PAY_LEFT_OUT);
    }
    put_duties(&mut document, library, jobs, &titles, options);
    put_matrix(&mut document, library, jobs, &titles, options);
    super::close(&mut document, library, jobs, [], options.pay);
    document
}

/// A first column and one for each job.
fn columns(first: &str, titles: &[String]) -> Vec<String> {
    std::iter::once(first.to_owned()).chain(titles.iter().cloned()).collect()
}

fn put_facts(
    document: &mut Document,
    library: &Library,
    jobs: &[usize],
    titles: &[String],
    options: &CompareOptions,
) {
    let profile = |job: &usize| library.jobs().get(*job).and_then(|job| job.profile.as_ref());
    let read = |job: &usize| profile(job).is_some();
    let mut rows = Vec::new();
    let codes = jobs.iter().map(|job| library.jobs().get(*job).and_then(|job| job.code()));
    let codes = codes.map(|code| code.map_or_else(|| Words::aside(NOT_IN_FILE), Words::from));
    rows.push(Row::Cells("Code".into(), codes.collect()));
    // Everybody has a status; only one that is not the usual one is worth a row.
    let status = |job: &usize| profile(job).map(|profile| profile.status);
    if jobs.iter().filter_map(status).any(|status| status.notable().is_some()) {
        let words = jobs.iter().map(|job| {
            status(job).map_or_else(|| Words::aside(UNREAD), |status| status.word().into())
        });
        rows.push(Row::Cells("Status".into(), words.collect()));
    }
    for row in fact_rows(library, jobs) {
        if options.shown != Shown::All && !row.differs(options.baseline) {
            continue;
        }
        let cells = row.cells.iter().zip(jobs).enumerate().map(|(column, (cell, job))| {
            let tone = match row.stands_apart(options.baseline, column) {
                true => Tone::Differs,
                false => Tone::Plain,
            };
            match cell.is_empty() {
                true if !read(job) => Words::aside(UNREAD),
                true => Words::aside(NOT_IN_FILE),
                false => Words::of(tone, cell.join("; ")),
            }
        });
        rows.push(Row::Cells(row.label.into(), cells.collect()));
    }
    document.heading(2, "Facts");
    document.table_of_jobs("", columns("", titles), rows);
}

fn put_pay(
    document: &mut Document,
    library: &Library,
    jobs: &[usize],
    titles: &[String],
    baseline: usize,
) {
    document.heading(2, "Pay");
    let mut records = Vec::new();
    for row in pay_rows(library, jobs, baseline) {
        for (cell, title) in row.cells.into_iter().zip(titles) {
            let Some(cell) = cell else { continue };
            let Some(view) = &cell.view else {
                records.push(missing_pay(title));
                continue;
            };
            let mut pay = Pay::of(title, view);
            pay.notes.extend(super::difference(&cell.difference, view.currency));
            records.push(pay);
        }
    }
    document.blocks.push(Block::Pay(records));
}

fn missing_pay(title: &str) -> Pay {
    Pay {
        label: title.to_owned(),
        sentence: NOT_IN_FILE.to_owned(),
        heading: String::new(),
        bars: Vec::new(),
        ends: (0.0, 0.0),
        currency: None,
        notes: Vec::new(),
    }
}

fn put_duties(
    document: &mut Document,
    library: &Library,
    jobs: &[usize],
    titles: &[String],
    options: &CompareOptions,
) {
    let profile = |job: &usize| library.jobs().get(*job).and_then(|job| job.profile.as_ref());
    let rows = duties(library, jobs, options.baseline);
    let is_shown = |row: &&DutyRow<'_>| {
        options.shown.lets(row.differs(options.baseline), row.is_gap(options.baseline))
    };
    let rows = rows.iter().filter(is_shown);
    let rows = (1..).zip(rows).map(|(number, row)| {
        let cells = row.cells.iter().enumerate().map(|(column, cell)| {
            let Some(cell) = cell else {
                let unread = jobs.get(column).is_none_or(|job| profile(job).is_none());
                return Words::aside(match row.is_told(column) {
                    _ if unread => UNREAD,
                    true => "not in this job",
                    false => NOT_IN_FILE,
                });
            };
            let mut words = Words::default();
            for (i, word) in cell.words.iter().enumerate() {
                let tone = if word.differs { Tone::Differs } else { Tone::Plain };
                let before = i.checked_sub(1).map(|before| cell.words[before].differs);
                words = match (before, words.0.last_mut()) {
                    (Some(same), Some(run)) if same == word.differs => {
                        run.text.push(' ');
                        run.text.push_str(word.text);
                        words
                    }
                    (None, _) => words.and(tone, word.text),
                    _ => words.and(Tone::Plain, " ").and(tone, word.text),
                };
            }
            words
        });
        Row::Cells(number.to_string().into(), cells.collect())
    });
    let rows: Vec<Row> = rows.collect();
    document.heading(2, "Responsibilities");
    for (_, title) in jobs.iter().zip(titles).filter(|(job, _)| names_no_duties(library, **job)) {
        document.paragraph(format!("{title} {NAMES_NO_DUTIES}."));
    }
    if rows.is_empty() {
        document.paragraph("There is nothing to tell apart.");
    }
    document.table_of_jobs("Alike ones stand in one row", columns("", titles), rows);
}

fn put_matrix(
    document: &mut Document,
    library: &Library,
    jobs: &[usize],
    titles: &[String],
    options: &CompareOptions,
) {
    let all = matrix(library, jobs);
    let shown = arranged(&all, options.order, options.shown, options.baseline, options.step);
    document.heading(2, "Competencies");
    let named = all.iter().filter(|row| row.name.is_some()).count();
    let differing = all.iter().filter(|row| row.differs(options.baseline, options.step)).count();
    let differ = if differing == 1 { "differs" } else { "differ" };
    document.paragraph(format!(
        "{named} in all, {differing} of them {differ} from the baseline; {}.",
        options.order.word()
    ));
    for (_, title) in
        jobs.iter().zip(titles).filter(|(job, _)| names_no_competencies(library, **job))
    {
        document.paragraph(format!("{title} {NAMES_NONE}."));
    }
    let mut rows: Vec<Row> = Vec::new();
    let mut group = None;
    for row in shown {
        if options.order == Order::Group && group != Some(row.group) {
            group = Some(row.group);
            rows.push(Row::Section(library.settings().group_name(row.group).to_owned()));
        }
        let cells = (0..jobs.len()).map(|column| cell(row, column, options));
        rows.push(Row::Cells(row.name.unwrap_or(WITHHELD).into(), cells.collect()));
    }
    let mut heads = columns("Competency", titles);
    if let Some(head) = heads.get_mut(options.baseline + 1) {
        *head += " (baseline)";
    }
    document.table_of_jobs("The level that each job requires", heads, rows);
}

/// What a job says of a competency: `3 Moderate experience, must`.
fn cell(row: &MatrixRow<'_>, column: usize, options: &CompareOptions) -> Words {
    let need = row.requirements[column].and_then(|requirement| requirement.need());
    let need = need.map_or_else(String::new, |need| format!(", {}", need.word()));
    let (own, base) = (&row.cells[column], row.cells.get(options.baseline));
    let apart = row.stands_apart(options.baseline, column, options.step);
    let tone = if apart { Tone::Differs } else { Tone::Plain };
    match own {
        Cell::Required(level) => {
            let steps = row.above(options.baseline, column);
            let told = matches!(base, Some(Cell::Required(_))) && steps != 0.0;
            let steps = if told { format!(" ({})", turned_steps(steps)) } else { String::new() };
            Words::of(tone, super::level(row.scale, *level) + &need + &steps)
        }
        Cell::Unlevelled => Words::of(tone, own.words() + &need),
        Cell::Withheld { .. } => own.words().into(),
        Cell::Absent => Words::of(tone, own.words()),
        Cell::Silent | Cell::Unread => Words::aside(own.words()),
    }
}

/// How many steps a level stands above another one, which way so that it is seen: `▲ +1`, `▼ −0.5`.
fn turned_steps(steps: f64) -> String {
    let way = if steps < 0.0 { '▼' } else { '▲' };
    format!("{way}\u{a0}{}", signed_steps(steps))
}
