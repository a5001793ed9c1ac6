//! Pay in a page: its figures as text, and a bar where there is something to draw.

use super::{BORDERS, WHOLE, escaped, inline};
use crate::export::document::{Pay, PayBar};
use crate::model::{Figure, grouped};
use std::fmt::Write;

/// The size of a bar's drawing. The page gives it its width.
const WIDE: f64 = 240.0;
const HIGH: f64 = 16.0;

/// A record: who, the figures of base and total, their bars, and what else there is to say.
pub(super) fn put(out: &mut String, pay: &Pay) {
    // Writing to a string cannot fail.
    let (label, heading) = (escaped(&pay.label), escaped(&pay.heading));
    let _ = writeln!(
        out,
        "<div class=\"pay\">\n<p style=\"page-break-after: avoid\"><strong>{label}</strong> {heading}</p>"
    );
    if !pay.bars.is_empty() {
        put_figures(out, pay);
    }
    if pay.bars.is_empty() && pay.heading.is_empty() {
        let _ = writeln!(out, "<p>{}</p>", escaped(&pay.sentence));
    } else if pay.bars.is_empty() {
        out.push_str("<p>figures not in file</p>\n");
    }
    for note in &pay.notes {
        let _ = writeln!(out, "<p>{}</p>", inline(note));
    }
    out.push_str("</div>\n");
}

/// The figures in a table with the bars beside them. Above the bars stands where they begin and end,
/// since a record in another currency has another scale.
fn put_figures(out: &mut String, pay: &Pay) {
    let mut names: Vec<&str> = Vec::new();
    for (name, _) in pay.bars.iter().flat_map(|bar| &bar.told) {
        if !names.contains(&name.as_str()) {
            names.push(name);
        }
    }
    let drawn: Vec<String> = pay.bars.iter().map(|bar| drawn(bar, pay.ends)).collect();
    let is_drawn = drawn.iter().any(|bar| !bar.is_empty());
    let (low, high) = pay.ends;
    let currency = pay.currency.as_deref().map_or_else(String::new, |name| format!(" {name}"));
    let (low, high) = (grouped(low.round()), grouped(high.round()));
    let ends = escaped(&format!("scale {low} to {high}{currency}"));
    let _ = write!(
        out,
        "<table class=\"figures\" {BORDERS} {WHOLE}>\n<thead valign=\"top\">\n<tr><td></td>"
    );
    if is_drawn {
        let _ = write!(out, "<td>{ends}</td>");
    }
    for name in &names {
        let _ = write!(out, "<th scope=\"col\">{}</th>", escaped(name));
    }
    out.push_str("</tr>\n</thead>\n<tbody valign=\"top\">\n");
    for (bar, drawn) in pay.bars.iter().zip(drawn) {
        let _ = write!(out, "<tr><th scope=\"row\">{}</th>", bar.name);
        if is_drawn {
            let _ = write!(out, "<td>{drawn}</td>");
        }
        for name in &names {
            let sum = bar.told.iter().find(|(own, _)| own == name);
            // What a figure was worked out from stands beneath it, so that no line is long.
            let sum =
                sum.map_or_else(String::new, |(_, sum)| escaped(sum).replacen(" (", "<br>(", 1));
            let _ = write!(out, "<td>{sum}</td>");
        }
        out.push_str("</tr>\n");
    }
    out.push_str("</tbody>\n</table>\n");
}

/// The bar: a line from the lowest to the highest figure, a box around the middle half, and a mark
/// at the median. Nothing where there are not two figures to tell apart.
fn drawn(bar: &PayBar, (low, high): (f64, f64)) -> String {
    let span = high - low;
    if !span.is_finite() || span <= 0.0 {
        return String::new();
    }
    let x = |value: f64| ((value - low) / span * (WIDE - 4.0) + 2.0).clamp(0.0, WIDE);
    let middle = HIGH / 2.0;
    let mut parts = String::new();
    let ordered = bar.figures.iter().filter(|(figure, _)| *figure != Figure::Mean);
    let values: Vec<f64> = ordered.map(|(_, value)| value).collect();
    if let (Some(first), Some(last)) = (values.first(), values.last()) {
        let (from, to) = (x(*first), x(*last));
        let _ = write!(parts, "<path d=\"M{from:.1} {middle}H{to:.1}\"/>");
    }
    let percentile = |p| bar.figures.get(Figure::Percentile(p));
    if let (Some(lower), Some(upper)) = (percentile(25), percentile(75)) {
        let (from, wide) = (x(lower), (x(upper) - x(lower)).max(0.0));
        let _ = write!(parts, "<rect x=\"{from:.1}\" y=\"3\" width=\"{wide:.1}\" height=\"10\"/>");
    }
    if let Some(median) = bar.figures.median() {
        let at = x(median);
        let _ = write!(parts, "<path class=\"median\" d=\"M{at:.1} 1V15\"/>");
    }
    format!(
        "<svg width=\"{WIDE}\" height=\"{HIGH}\" viewBox=\"0 0 {WIDE} {HIGH}\" aria-hidden=\"true\">{parts}</svg>"
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Figures;

    #[test]
    fn one_figure_alone_has_no_bar() {
        let figures = Figures::new([(Figure::Percentile(50), 7.0)]);
        let bar = PayBar { name: "Base", figures, told: Vec::new() };
        assert_eq!(drawn(&bar, (7.0, 7.0)), "");
        assert_eq!(drawn(&bar, (f64::INFINITY, f64::NEG_INFINITY)), "");
        assert!(drawn(&bar, (5.0, 9.0)).contains("M120.0 1V15"));
    }
}
