//! What the surroundings ask for: no colour, or letters of ASCII alone.

use crate::hold_app;
use crate::support::{drawn_lines, edges, options};
use rolebook::cli::play;
use rolebook::tui::app::{App, Options};
use rolebook::tui::theme::Looks;

fn plain(colour: bool, unicode: bool, script: &str) -> App {
    let looks = Looks::new(colour, unicode);
    play(edges(), Options { looks, ..options((120, 40)) }, script).unwrap()
}

#[test]
fn without_colour_cursor_focus_and_matches_are_still_told_apart() {
    hold_app("no-colour@120x40", &plain(false, true, "/dr"), "/dr");
    hold_app("no-colour-tree@120x40", &plain(false, true, "jjjll="), "jjjll=");
}

#[test]
fn a_locale_without_unicode_gets_signs_of_ascii() {
    let script = "jjjll=";
    let app = plain(true, false, script);
    hold_app("ascii@120x40", &app, script);
    for script in ["", "/crane<enter>", "?", "jjjly", "Gl", "/paint<enter>l="] {
        for line in drawn_lines(&plain(true, false, script)) {
            assert!(line.is_ascii(), "{script}: {line}");
        }
    }
}
