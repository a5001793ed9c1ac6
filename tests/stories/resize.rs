//! The screen changes its size.

use crate::support::{SMALL, drive, edges, picture};
use crate::{hold_at, text_after};
use crossterm::event::Event;
use rolebook::tui::message::Msg;

#[test]
fn a_screen_that_is_too_small_says_how_large_it_must_be() {
    hold_at(&[(39, 10), (40, 9), (12, 4), (1, 1)], "too-small", &edges(), "");
}

#[test]
fn the_same_place_is_shown_after_growing_and_shrinking_again() {
    let library = edges();
    for script in ["jjjjj", "jjjlGkk", "jjjll=jjjjjjjj", "/dr", "?so"] {
        let mut app = drive(&library, (80, 24), script);
        let before = picture(&app);
        for (columns, rows) in [(200, 60), (0, 0), SMALL, (120, 40), (80, 24)] {
            app.update(Msg::Input(vec![Event::Resize(columns, rows)]));
        }
        let lines = |text: &str| {
            text.lines().filter(|l| l.contains('▌')).map(str::to_owned).collect::<Vec<_>>()
        };
        assert_eq!(lines(&picture(&app)), lines(&before), "{script}");
    }
}

#[test]
fn the_cursor_stays_on_screen_at_every_size() {
    let library = edges();
    for size in [SMALL, (80, 24), (89, 12), (90, 12), (149, 20), (150, 12), (400, 120)] {
        for script in ["G", "jjjlG", "jjjll=G", "jjjll=Gkkkkkkk"] {
            let text = text_after(&library, size, script);
            assert!(text.contains('▌'), "{script} at {size:?}\n{text}");
        }
    }
}

#[test]
fn the_divider_moves_by_keys() {
    let divider = |script: &str| drive(&edges(), (120, 40), script).areas().divider;
    assert!(divider(">") > divider(""));
    assert!(divider("<lt>") < divider(""));
    assert_eq!(divider("><lt>"), divider(""));
}
