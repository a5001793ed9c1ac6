//! Marking jobs.

use crate::support::{drive, edges};
use crate::{hold, text_after};

#[test]
fn marks_survive_filtering_and_the_heading_counts_those_not_shown() {
    hold("marks", &edges(), "j<space>j<space>j<space>/dr<enter>");
    let text = text_after(&edges(), (120, 40), "j<space>j<space>j<space>/dr<enter>");
    assert!(text.contains("3 marked, 2 not shown"), "{text}");
}

#[test]
fn all_marks_go_and_come_back() {
    let marks = |script: &str| drive(&edges(), (80, 24), script).marks().len();
    assert_eq!(marks("j<space>j<space>"), 2);
    assert_eq!(marks("j<space>j<space>U"), 0);
    assert_eq!(marks("j<space>j<space>UU"), 2);
    assert_eq!(marks("j<space><space>"), 0);
}

#[test]
fn tab_marks_hit_after_hit_while_filtering() {
    assert_eq!(drive(&edges(), (80, 24), "/operations<tab><tab><tab>").marks().len(), 3);
}

#[test]
fn esc_never_drops_marks() {
    let app = drive(&edges(), (80, 24), "j<space>/x<esc><esc><esc><esc>");
    assert_eq!(app.marks().len(), 1);
}
