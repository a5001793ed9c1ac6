//! Following the lines between jobs, and the way back.

use crate::support::{SIZES, drive, edges};
use crate::{hold_at, lines_after};

const TO_DOTTED_LINE: &str = "jjjl/shift lead<enter>";

fn shown(script: &str) -> String {
    drive(&edges(), (120, 40), script).shown().unwrap().title().into_owned()
}

#[test]
fn a_dotted_line_is_followed_and_the_way_back_is_known() {
    assert_eq!(shown(&format!("{TO_DOTTED_LINE}<enter>")), "Shift Lead");
    assert_eq!(shown(&format!("{TO_DOTTED_LINE}<enter>[")), "Harbour Pilot");
    assert_eq!(shown(&format!("{TO_DOTTED_LINE}<enter>[]")), "Shift Lead");
    assert_eq!(shown(&format!("{TO_DOTTED_LINE}<enter><a-left>")), "Harbour Pilot");
    hold_at(&SIZES[..2], "link-followed", &edges(), &format!("{TO_DOTTED_LINE}<enter>"));
}

#[test]
fn a_link_out_of_a_filter_clears_it() {
    let app = drive(&edges(), (120, 40), "/harbour<enter>/shift lead<enter><enter>");
    assert_eq!(app.shown().unwrap().title(), "Shift Lead");
    let lines = lines_after(&edges(), (120, 40), "/harbour<enter>l/shift lead<enter><enter>");
    assert!(lines[0].contains("Jobs"), "{}", lines[0]);
}

#[test]
fn whoever_is_not_in_the_library_is_no_link() {
    let lines = lines_after(&edges(), (120, 40), "jjjl");
    let line = lines.iter().find(|line| line.contains("Harbour Master")).unwrap();
    assert!(!line.contains('›'), "{line}");
}
