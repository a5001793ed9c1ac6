//! Pay: bars on one scale, several records, and hiding it all.

use crate::support::{SMALL, drive, edges, library, options};
use crate::{hold, hold_at, text_after};
use rolebook::cli::play;
use rolebook::tui::app::Options;
use rolebook::tui::effect::Effect;
use rolebook::tui::message::Msg;

#[test]
fn several_records_stand_side_by_side_where_there_is_room() {
    hold("pay", &edges(), "/pilot<enter>z");
    hold_at(&[SMALL], "pay", &edges(), "/pilot<enter>");
}

#[test]
fn hourly_pay_is_made_yearly_and_marked() {
    let text = text_after(&edges(), (120, 40), "j");
    assert!(text.contains("≈45,760"), "{text}");
}

#[test]
fn one_key_takes_every_figure_off_the_screen() {
    hold("pay-hidden", &edges(), "/pilot<enter>$");
    let text = text_after(&edges(), (200, 60), "/pilot<enter>$");
    for figure in ["61", "77", "400", "median", "USD", "GBP"] {
        assert!(!text.contains(figure), "{figure} in {text}");
    }
    assert!(text.contains("pay hidden"));
}

#[test]
fn hidden_pay_is_not_copied_and_orders_nothing() {
    let mut app = drive(&edges(), (120, 40), "jjj$y");
    let key = crossterm::event::Event::Key(crossterm::event::KeyCode::Char('m').into());
    let effects = app.update(Msg::Input(vec![key]));
    let [Effect::Copy(text)] = &effects[..] else { panic!("{effects:?}") };
    assert!(text.contains("Harbour Pilot"), "{text}");
    let facts = text.split("\n\n").nth(1).unwrap();
    assert!(facts.contains("- **Pay:** _left out_"), "{text}");
    assert!(facts.contains("**Code:**") && facts.contains("**Experience:**"), "one list: {text}");
    assert!(!text.contains("77,400") && !text.contains("77400"), "{text}");
    let text = text_after(&edges(), (80, 24), "$ssss");
    assert!(text.contains("by file"), "{text}");
    let text = text_after(&edges(), (80, 24), "ssss$");
    assert!(text.contains("by title"), "{text}");
}

#[test]
fn pay_can_be_hidden_from_the_start() {
    let app = play(edges(), Options { pay: false, ..options((120, 40)) }, "jjj").unwrap();
    assert!(!crate::support::picture(&app).contains("77,400"));
}

/// One record whose figures are long, and one whose figures are short.
const RECORDS: &str = "title: Interpreter\nsalary:\n  - { currency: USD, region: United States, \
    grade: G9, as_of: 2026-05, base: { p10: 66200, p25: 73500, p50: 81800, p75: 90900, \
    p90: 100300, mean: 83000 } }\n  - { currency: JPY, period: month, region: Japan, grade: three, \
    as_of: 2026-04, base: { p25: 398000, p50: 442000, p75: 491000 } }\n";

#[test]
fn a_long_figure_takes_the_bar_from_no_record() {
    let library = library(&[("a.yaml", RECORDS)]);
    for size in [(80, 24), (90, 24), (120, 40), (200, 60), (250, 60), (400, 60)] {
        for script in ["<enter>", "<enter>z"] {
            let text = text_after(&library, size, script);
            assert_eq!(text.matches("▒▒█▒▒").count(), 2, "{size:?}{script} {text}");
        }
    }
}

#[test]
fn every_figure_can_be_read() {
    let library = library(&[("a.yaml", RECORDS)]);
    for size in [(40, 40), (80, 40), (90, 40), (120, 40), (200, 60)] {
        let text = text_after(&library, size, "<enter>");
        for told in ["p10 66,200", "p25 73,500", "median 81,800", "p90 100,300", "mean 83,000"] {
            assert!(text.contains(told), "{told} at {size:?} {text}");
        }
        for told in ["a month: p25 398,000", "median ≈5,304,000", "median 442,000"] {
            assert!(text.contains(told), "{told} at {size:?} {text}");
        }
    }
}

#[test]
fn what_pay_is_for_breaks_between_its_parts() {
    let text = text_after(&library(&[("a.yaml", RECORDS)]), (200, 60), "<enter>");
    assert!(text.contains("United States · grade G9") && text.contains("as of 2026-05"), "{text}");
    let no_currency = "title: Clerk\nsalary: { base: { p50: 1000 } }\n";
    let text = text_after(&library(&[("a.yaml", no_currency)]), (120, 40), "");
    assert!(text.contains("Pay            a year, currency not in file"), "{text}");
}
