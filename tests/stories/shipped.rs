//! The profiles that come with the program; few pictures, since they grow.

use crate::support::{drive, picture, shipped};
use crate::{hold_at, text_after};

const SUPERVISOR: &str = "/sm15000482<enter>";

#[test]
fn the_sales_support_supervisor_is_all_there() {
    hold_at(&[(120, 40), (200, 60)], "supervisor", &shipped(), SUPERVISOR);
    let text = text_after(&shipped(), (120, 40), SUPERVISOR);
    for fact in ["SM15000482", "M01", "98,312", "105,128", "Bachelor"] {
        assert!(text.contains(fact), "{fact} in {text}");
    }
}

#[test]
fn its_sales_function_asks_for_level_three() {
    hold_at(
        &[(80, 24), (120, 40)],
        "supervisor-level",
        &shipped(),
        &format!("{SUPERVISOR}l/sales function<enter>l"),
    );
}

#[test]
fn every_profile_reads_without_a_problem() {
    assert_eq!(shipped().problem_count(), 0);
}

#[test]
fn every_job_can_be_read_at_every_size() {
    let library = shipped();
    for size in [(40, 10), (80, 24), (120, 40), (200, 60)] {
        for (at, _) in library.jobs().iter().enumerate() {
            picture(&drive(&library, size, &format!("sssss{}l<tab>=G", "j".repeat(at))));
        }
    }
}
