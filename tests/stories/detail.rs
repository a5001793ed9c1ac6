//! Reading the facts about one job.

use crate::support::{SMALL, edges};
use crate::{hold, hold_at, text_after};

#[test]
fn the_end_of_the_facts_tells_status_source_and_licence() {
    hold("detail-end", &edges(), "/pilot<enter>G");
}

#[test]
fn braces_step_from_section_to_section() {
    hold_at(&[(120, 40), SMALL], "detail-sections", &edges(), "jjjl}}}}");
}

#[test]
fn a_draft_and_a_retired_job_say_so() {
    let library = edges();
    assert!(text_after(&library, (80, 24), "/dock hand<enter>").contains("Status         draft"));
    assert!(text_after(&library, (80, 24), "/lamp<enter>").contains("Status         retired"));
}

#[test]
fn japanese_text_is_wrapped_by_its_width() {
    hold_at(&[(80, 24), (120, 40), SMALL], "detail-japanese", &edges(), "Gl");
}

#[test]
fn j_and_k_in_capitals_scroll_the_facts_from_the_list() {
    hold_at(&[(120, 40)], "detail-scrolled", &edges(), "jjjJJ");
}
