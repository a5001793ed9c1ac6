//! What lies between jobs as JSON: comparisons, gaps, near jobs and routes.

use super::brief;
use crate::compare::{
    Cell, MatrixRow, PayDifference, arranged, duties, fact_rows, matrix, median_of, pay_cells,
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
            "cells": row.cells.iter().map(|cell| told(row, *cell)).collect::<Vec<_>>(),
        })
    };
    let facts = fact_rows(library, jobs);
    let duties = duties(library, jobs, options.baseline);
    let mut value = json!({
        "jobs": jobs.iter().map(|job| brief(library, *job, options.pay)).collect::<Vec<_>>(),
        "baseline": options.baseline,
        "step": options.step,
        "facts": facts.iter().map(|row| json!({
            "name": row.label, "differs": row.differs(), "cells": row.cells,
        })).collect::<Vec<_>>(),
        "responsibilities": duties.iter().map(|row| json!({
            "differs": row.differs(),
            "cells": row.cells.iter().map(|cell| cell.as_ref().map(|c| c.text)).collect::<Vec<_>>(),
        })).collect::<Vec<_>>(),
        "competencies": shown.iter().map(competency).collect::<Vec<_>>(),
    });
    if options.pay {
        let cells = pay_cells(library, jobs, options.baseline);
        let cells = cells.iter().map(|cell| {
            json!({
                "currency": cell.view.as_ref().and_then(|view| view.currency),
                "yearly": cell.view.as_ref().map(|view| json!({
                    "base": view.base, "total": view.total, "estimated": view.is_estimated(),
                })),
                "difference": difference(&cell.difference),
            })
        });
        value["pay"] = cells.collect();
    }
    value
}

fn told(row: &MatrixRow<'_>, cell: Cell) -> Value {
    let level = |level: Option<_>| level.and_then(|level| row.scale.label(level));
    match cell {
        Cell::Required(required) => {
            json!({ "asks": "required", "level": required, "label": level(Some(required)) })
        }
        Cell::Unlevelled => json!({ "asks": "no level in file" }),
        Cell::Withheld(some) => {
            json!({ "asks": "withheld", "level": some, "label": level(some) })
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
        PayDifference::By { base, total } => json!({ "base": by(base), "total": by(total) }),
    }
}

/// A figure to three decimals, without the dust of what it was worked out from.
fn short(value: f64) -> f64 {
    (value * 1000.0).round() / 1000.0
}

/// What lies between two jobs.
#[must_use]
pub fn gap(library: &Library, from: usize, to: usize, pay: bool) -> Value {
    let gap = gap::gap(library, from, to);
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
            "levels": item.steps.iter().map(step).collect::<Vec<_>>(),
        })
    };
    let distance = |distance: &gap::Distance<'_>| json!({ "scale": distance.scale, "steps_up": distance.steps });
    let mut value = json!({
        "from": brief(library, from, pay),
        "to": brief(library, to, pay),
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
        "asked": to.asked,
        "higher": to.higher,
        "lower": to.lower,
        "same_family": to.same_family,
    });
    if pay {
        value["pay_percent"] = json!(to.pay.map(short));
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
