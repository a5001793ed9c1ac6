//! Pay: bars on one scale, several records, and hiding it all.

use crate::support::{SMALL, drive, edges, options};
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
