//! What lies between jobs as JSON: comparisons, gaps, near jobs and routes.

use super::{LEFT_OUT, named, percent, sources, whole_numbers};
use crate::compare::{
    Cell, DutyRow, FactRow, MatrixRow, Median, PayCell, PayDifference, arranged, duties, fact_rows,
    matrix, names_no_duties, pay_rows,
};
use crate::export::views::{self, CompareOptions};
use crate::gap;
use crate::model::{LevelText, Library};
use crate::near::{Move, Route, rung_median};
use serde_json::{Value, json};

/// Some jobs beside each other; every list of cells is in the order of the jobs.
#[must_use]
pub fn compare(library: &Library, jobs: &[usize], options: &CompareOptions) -> Value {
    let rows = matrix(library, jobs);
    let shown = arranged(&rows, options.order, options.shown, options.baseline, options.step);
    let competency = |row: &&MatrixRow<'_>| {
        json!({
            "group": row.group,
            "name": row.name,
            "cumulative": row.scale.cumulative,
            "differs": row.differs(options.baseline, options.step),
            "gap": row.is_gap(options.baseline, options.step),
            "cells": (0..jobs.len()).map(|column| told(row, column)).collect::<Vec<_>>(),
        })
    };
    let facts = fact_rows(library, jobs);
    let duties = duties(library, jobs, options.baseline);
    let shows = |row: &&DutyRow<'_>| {
        options.shown.lets(row.differs(options.baseline), row.is_gap(options.baseline))
    };
    let silent: Vec<bool> = jobs.iter().map(|job| names_no_duties(library, *job)).collect();
    let shows_fact = |row: &&FactRow<'_>| {
        let differs = row.differs(options.baseline);
        options.shown.lets(differs, differs)
    };
    let mut value = json!({
        "jobs": jobs.iter().map(|job| named(library, *job)).collect::<Vec<_>>(),
        "baseline": options.baseline,
        "step": options.step,
        "facts": facts.iter().filter(shows_fact).map(|row| json!({
            "name": row.label, "differs": row.differs(options.baseline), "cells": row.cells,
        })).collect::<Vec<_>>(),
        "responsibilities": duties.iter().filter(shows).map(|row| json!({
            "differs": row.differs(options.baseline),
            "cells": row.cells.iter().map(|cell| cell.as_ref().map(|c| c.text)).collect::<Vec<_>>(),
        })).collect::<Vec<_>>(),
        "responsibilities_not_in_file": silent,
        "competencies": shown.iter().map(competency).collect::<Vec<_>>(),
        "pay": LEFT_OUT,
        "sources": sources(library, jobs, [], options.pay),
    });
    if options.pay {
        let rows = pay_rows(library, jobs, options.baseline);
        let row = |cells: &[Option<PayCell<'_>>]| cells.iter().map(pay_cell).collect::<Value>();
        value["pay"] = rows.iter().map(|row_of| row(&row_of.cells)).collect();
    }
    whole_numbers(value)
}

/// A record and how it stands to the baseline's; nothing where a job has none of its kind.
fn pay_cell(cell: &Option<PayCell<'_>>) -> Value {
    let Some(cell) = cell else { return Value::Null };
    let view = cell.view.as_ref();
    json!({
        "currency": view.and_then(|view| view.currency),
        "region": view.and_then(|view| view.record.region.as_ref()),
        "grade": view.and_then(|view| view.record.grade.as_ref()),
        "period": view.map(|view| view.record.period),
        "yearly": view.map(|view| json!({
            "base": view.base, "total": view.total, "estimated": view.is_estimated(),
        })),
        "difference": difference(&cell.difference),
    })
}

fn told(row: &MatrixRow<'_>, column: usize) -> Value {
    let need = row.requirements[column].and_then(|requirement| requirement.need());
    match &row.cells[column] {
        Cell::Required(level) => {
            let label = row.scale.label(*level);
            json!({ "asks": "required", "level": level, "label": label, "need": need })
        }
        Cell::Unlevelled => json!({ "asks": "no level in file", "need": need }),
        Cell::Withheld { count, levels } => {
            json!({ "asks": "withheld", "count": count, "levels": levels })
        }
        Cell::Absent => json!({ "asks": "not in this job" }),
        Cell::Silent => json!({ "asks": "not in file" }),
        Cell::Unread => json!({ "asks": "could not be read" }),
    }
}

/// Money a year and per cent of the medians, or why there is nothing to tell.
fn difference(difference: &PayDifference) -> Value {
    let by = |by: &Option<(f64, f64)>| {
        by.map(
            |(money, percent)| json!({ "money": cents(money), "percent": super::percent(percent) }),
        )
    };
    match difference {
        PayDifference::Baseline => Value::Null,
        PayDifference::None(why) => json!({ "none": why }),
        PayDifference::By { base, total, caveat } => {
            json!({ "base": by(base), "total": by(total), "caveat": caveat })
        }
    }
}

/// Money or steps to two decimals, without the dust of what they were worked out from.
fn cents(value: f64) -> f64 {
    (value * 100.0).round() / 100.0
}

/// What lies between two jobs, where levels differ that are `step` steps or more apart.
#[must_use]
pub fn gap(library: &Library, from: usize, to: usize, step: f64, pay: bool) -> Value {
    let gap = gap::gap(library, from, to, step);
    let item = |item: &gap::GapItem<'_>| {
        let step = |step: &gap::Step<'_>| {
            json!({
                "level": step.number,
                "label": step.label,
                "counts_for": step.counts_for.last(),
                "text": text(step.text),
            })
        };
        json!({
            "change": item.change.word(),
            "group": item.group,
            "name": item.name,
            "scale": library.scale_name(item.name),
            "cumulative": item.scale.cumulative,
            "from": item.from,
            "to": item.to,
            "steps_up": cents(item.distance),
            "same_text": item.same_text,
            "levels": item.steps.iter().map(step).collect::<Vec<_>>(),
        })
    };
    let distance = |distance: &gap::Distance<'_>| json!({ "scale": distance.scale, "steps_up": cents(distance.steps) });
    let names = gap.items.iter().filter(|item| !item.steps.is_empty()).map(|item| item.name);
    let mut value = json!({
        "from": named(library, from),
        "to": named(library, to),
        "step": gap.step,
        "distances": gap.distances.iter().map(distance).collect::<Vec<_>>(),
        "withheld": { "from": gap.withheld.0, "to": gap.withheld.1 },
        "not_in_file": { "from": gap.silent[0], "to": gap.silent[1] },
        "competencies": gap.items.iter().map(item).collect::<Vec<_>>(),
        "pay": LEFT_OUT,
        "sources": sources(library, &[from, to], names, pay),
    });
    if pay {
        let median = |median: Option<Median<'_>>| {
            median.map(|m| json!({ "value": m.value, "currency": m.currency }))
        };
        let [from, to] = gap.pay.medians();
        value["pay"] = json!({
            "from_median": median(from),
            "to_median": median(to),
            "difference": difference(&gap.pay.difference),
        });
    }
    whole_numbers(value)
}

/// What is written for a level; nothing where no file says.
pub(super) fn text(text: Option<&LevelText>) -> Value {
    text.map_or(Value::Null, |text| serde_json::to_value(text).unwrap_or_default())
}

/// The moves from one job to those near it.
#[must_use]
pub fn near(library: &Library, job: usize, moves: &[Move], pay: bool) -> Value {
    let jobs: Vec<usize> = std::iter::once(job).chain(moves.iter().map(|to| to.job)).collect();
    whole_numbers(json!({
        "job": named(library, job),
        "near": moves.iter().map(|to| moved(library, to, pay)).collect::<Vec<_>>(),
        "sources": sources(library, &jobs, [], pay),
    }))
}

fn moved(library: &Library, to: &Move, pay: bool) -> Value {
    let mut value = json!({
        "job": levelled(library, to.job),
        "alike_percent": percent(f64::from(to.likeness) * 100.0),
        "kind": to.kind.word(),
        "kind_by": views::kind_by(to),
        "reason": to.reason(),
        "shared": to.shared,
        "new": to.new,
        "falling_away": to.falling_away,
        "levels": to.climbs.iter().map(|climb| json!({
            "scale": climb.scale, "steps_up": cents(climb.up), "steps_down": cents(climb.down),
        })).collect::<Vec<_>>(),
        "same_family": to.same_family,
    });
    if pay {
        value["pay_percent"] = json!(to.pay.map(percent));
        value["pay_caveat"] = json!(to.pay_caveat);
        value["pay_not_comparable"] = json!(to.pay_apart);
    } else {
        value["pay"] = json!(LEFT_OUT);
    }
    value
}

/// A job with what a move leads to: its level and family.
fn levelled(library: &Library, job: usize) -> Value {
    let mut value = named(library, job);
    let own = library.jobs().get(job);
    value["level"] = json!(own.and_then(|job| job.level()));
    value["family"] = json!(own.and_then(|job| job.family()));
    value
}

/// A way from one job to another, each move from the job before.
#[must_use]
pub fn route(library: &Library, route: &Route, moves: &[Move], pay: bool) -> Value {
    let rung = |(at, job): (usize, &usize)| {
        let mut value = levelled(library, *job);
        if pay {
            let median = rung_median(moves, at);
            value["median_pay_a_year"] = json!(median.map(|median| median.value));
            value["currency"] = json!(median.map(|median| median.currency));
        } else {
            value["pay"] = json!(LEFT_OUT);
        }
        value
    };
    whole_numbers(json!({
        "jobs": route.jobs.iter().enumerate().map(rung).collect::<Vec<_>>(),
        "moves": moves.iter().map(|to| moved(library, to, pay)).collect::<Vec<_>>(),
        "sources": sources(library, &route.jobs, [], pay),
    }))
}
