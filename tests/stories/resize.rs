//! The screen changes its size.

use crate::support::{SMALL, drive, edges, picture, shipped};
use crate::{hold_at, text_after};
use crossterm::event::Event;
use rolebook::tui::keymap::parse_script;
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

/// Whatever is open on it: with nothing shown there is nothing to be laid out wrongly.
#[test]
fn keys_are_harmless_where_the_screen_is_too_small() {
    let library = shipped();
    for view in ["", "jjjll=", "<space>j<space>c", "<space>j<space>cG<enter>", "r", "?", "!", "S"] {
        for columns in (0..=44).rev().step_by(4) {
            let mut app = drive(&library, (80, 24), view);
            for key in ["", "j", "<enter>", "k", "=", "G", "<enter>", "<tab>", "j", "<enter>"] {
                app.update(Msg::Input(vec![Event::Resize(columns, 3)]));
                for key in parse_script(key).unwrap() {
                    app.update(Msg::Input(vec![Event::Key(key.into())]));
                }
                app.update(Msg::Input(vec![Event::Resize(columns, 12)]));
                picture(&app);
            }
        }
    }
}

#[test]
fn the_cursor_stays_on_screen_at_every_size() {
    let library = edges();
    for size in [SMALL, (80, 24), (89, 12), (90, 12), (149, 20), (199, 20), (200, 12), (400, 120)] {
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

#[test]
fn a_third_pane_cuts_nothing_that_two_columns_show_whole() {
    let library = shipped();
    let told = |columns: u16| {
        let text = text_after(&library, (columns, 70), "/sm15000482<enter>l");
        let rows = text.lines().filter(|line| line.contains('●'));
        let row = |line: &str| {
            line.split('│')
                .next_back()
                .unwrap()
                .split_whitespace()
                .fold(String::new(), |row, word| row + " " + word)
        };
        rows.map(row).collect::<Vec<_>>()
    };
    let two = told(149);
    assert!(two.iter().any(|row| row.contains("Moderate experience must")), "{two:?}");
    for columns in [150, 175, 199, 200, 210, 250] {
        assert_eq!(told(columns), two, "{columns}");
    }
}
