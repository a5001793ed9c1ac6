//! What lies between jobs as JSON: comparisons, gaps, near jobs and routes.

use super::brief;
use crate::compare::{
    Cell, DutyRow, MatrixRow, PayCell, PayDifference, arranged, duties, fact_rows, matrix,
    median_of, pay_rows,
};
use crate::export::views::CompareOptions;
use crate::gap;
use crate::model::{LevelText, Library};
use crate::near::{Move, Route};
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
            "differs": row.differs(options.step),
            "gap": row.is_gap(options.baseline, options.step),
            "cells": row.cells.iter().map(|cell| told(row, cell)).collect::<Vec<_>>(),
        })
    };
    let facts = fact_rows(library, jobs);
    let duties = duties(library, jobs, options.baseline);
    let shows =
        |row: &&DutyRow<'_>| options.shown.lets(row.differs(), row.is_gap(options.baseline));
    let mut value = json!({
        "jobs": jobs.iter().map(|job| brief(library, *job, options.pay)).collect::<Vec<_>>(),
        "baseline": options.baseline,
        "step": options.step,
        "facts": facts.iter().filter(|row| options.shown.lets(row.differs(), row.differs())).map(|row| json!({
            "name": row.label, "differs": row.differs(), "cells": row.cells,
        })).collect::<Vec<_>>(),
        "responsibilities": duties.iter().filter(shows).map(|row| json!({
            "differs": row.differs(),
            "cells": row.cells.iter().map(|cell| cell.as_ref().map(|c| c.text)).collect::<Vec<_>>(),
        })).collect::<Vec<_>>(),
        "competencies": shown.iter().map(competency).collect::<Vec<_>>(),
    });
    if options.pay {
        let rows = pay_rows(library, jobs, options.baseline);
        let row = |cells: &[Option<PayCell<'_>>]| cells.iter().map(pay_cell).collect::<Value>();
        value["pay"] = rows.iter().map(|row_of| row(&row_of.cells)).collect();
    }
    value
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

fn told(row: &MatrixRow<'_>, cell: &Cell) -> Value {
    match cell {
        Cell::Required(level) => {
            json!({ "asks": "required", "level": level, "label": row.scale.label(*level) })
        }
        Cell::Unlevelled => json!({ "asks": "no level in file" }),
        Cell::Withheld { count, levels } => {
            json!({ "asks": "withheld", "count": count, "levels": levels })
        }
        Cell::Absent => json!({ "asks": "not in this job" }),
        Cell::Unread => json!({ "asks": "could not be read" }),
    }
}

/// Money a year and per cent of the medians, or why there is nothing to tell.
fn difference(difference: &PayDifference) -> Value {
    let by = |by: &Option<(f64, f64)>| {
        by.map(|(money, percent)| json!({ "money": money, "percent": short(percent) }))
    };
    match difference {
        PayDifference::Baseline => Value::Null,
        PayDifference::None(why) => json!({ "none": why }),
        PayDifference::By { base, total, caveat } => {
            json!({ "base": by(base), "total": by(total), "caveat": caveat })
        }
    }
}

/// A figure to three decimals, without the dust of what it was worked out from.
fn short(value: f64) -> f64 {
    (value * 1000.0).round() / 1000.0
}

/// What lies between two jobs, where levels differ that are `step` steps or more apart.
#[must_use]
pub fn gap(library: &Library, from: usize, to: usize, step: f64, pay: bool) -> Value {
    let gap = gap::gap(library, from, to, step);
    let step = |step: &gap::Step<'_>| json!({ "level": step.number, "label": step.label, "text": text(step.text) });
    let item = |item: &gap::GapItem<'_>| {
        json!({
            "change": item.change.word(),
            "group": item.group,
            "name": item.name,
            "scale": library.scale_name(item.name),
            "cumulative": item.scale.cumulative,
            "from": item.from,
            "to": item.to,
            "steps_up": item.distance,
            "same_text": item.same_text,
            "levels": item.steps.iter().map(step).collect::<Vec<_>>(),
        })
    };
    let distance = |distance: &gap::Distance<'_>| json!({ "scale": distance.scale, "steps_up": distance.steps });
    let mut value = json!({
        "from": brief(library, from, pay),
        "to": brief(library, to, pay),
        "step": gap.step,
        "distances": gap.distances.iter().map(distance).collect::<Vec<_>>(),
        "withheld": { "from": gap.withheld.0, "to": gap.withheld.1 },
        "competencies": gap.items.iter().map(item).collect::<Vec<_>>(),
    });
    if pay {
        let median = |median: Option<gap::Median<'_>>| {
            median.map(|(value, currency)| json!({ "value": value, "currency": currency }))
        };
        value["pay"] = json!({
            "from_median": median(gap.medians[0]),
            "to_median": median(gap.medians[1]),
            "difference": difference(&gap.pay),
        });
    }
    value
}

/// What is written for a level; nothing where no file says.
pub(super) fn text(text: Option<&LevelText>) -> Value {
    text.map_or(Value::Null, |text| serde_json::to_value(text).unwrap_or_default())
}

/// The moves from one job to those near it.
#[must_use]
pub fn near(library: &Library, job: usize, moves: &[Move], pay: bool) -> Value {
    json!({
        "job": brief(library, job, pay),
        "near": moves.iter().map(|to| moved(library, to, pay)).collect::<Vec<_>>(),
    })
}

fn moved(library: &Library, to: &Move, pay: bool) -> Value {
    let mut value = json!({
        "job": brief(library, to.job, pay),
        "likeness": short(f64::from(to.likeness)),
        "kind": to.kind.word(),
        "reason": to.reason(),
        "shared": to.shared,
        "new": to.new,
        "falling_away": to.falling_away,
        "levels": to.climbs.iter().map(|climb| json!({
            "scale": climb.scale, "steps_up": climb.up, "steps_down": climb.down,
        })).collect::<Vec<_>>(),
        "same_family": to.same_family,
    });
    if pay {
        value["pay_percent"] = json!(to.pay.map(short));
        value["pay_caveat"] = json!(to.pay_caveat);
    }
    value
}

/// A way from one job to another, each move from the job before.
#[must_use]
pub fn route(library: &Library, route: &Route, moves: &[Move], pay: bool) -> Value {
    let rung = |job: &usize| {
        let mut value = brief(library, *job, pay);
        if pay {
            let median = median_of(library, *job);
            value["median"] = json!(median.map(|(value, _)| value));
            value["currency"] = json!(median.map(|(_, currency)| currency));
        }
        value
    };
    json!({
        "jobs": route.jobs.iter().map(rung).collect::<Vec<_>>(),
        "moves": moves.iter().map(|to| moved(library, to, pay)).collect::<Vec<_>>(),
    })
}
