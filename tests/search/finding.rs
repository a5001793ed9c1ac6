//! Ranks: the better the text that a word is found in, the higher the job stands.

use super::shelf::{entry, found, index, job, library, ranked, titled, titles};
use rolebook::model::{Job, JobId};
use rolebook::search::{Index, Query, Rank, explain, search};
use std::sync::Arc;

#[test]
fn each_rank_stands_above_the_next_whatever_the_score() {
    let shelf = index(vec![
        job("Prepress Technician", ["", "Printing", ""], &[]),
        job("Regional Operations Lead", ["", "", ""], &["Sales Rep"]),
        job("Fleet Dispatcher", ["", "Rep Services", ""], &[]),
        job("Reports Analyst for Many Countries and Their Several Currencies", ["", "", ""], &[]),
        job("Rapid Estimation Planner", ["", "", ""], &[]),
        job("Field Sales Rep of the Northern and the Southern Territories", ["", "", ""], &[]),
        job("Warehouse Clerk", ["REP", "", ""], &[]),
        job("Nurse", ["", "", ""], &[]),
    ]);
    let expected = [
        (Rank::Code, "Warehouse Clerk"),
        (Rank::WholeWord, "Field Sales Rep of the Northern and the Southern Territories"),
        (Rank::WordStart, "Reports Analyst for Many Countries and Their Several Currencies"),
        (Rank::InsideWord, "Prepress Technician"),
        (Rank::Alternate, "Regional Operations Lead"),
        (Rank::FamilyOrLevel, "Fleet Dispatcher"),
        (Rank::LettersApart, "Rapid Estimation Planner"),
    ];
    assert_eq!(ranked(&shelf, "rep"), expected.map(|(rank, title)| (rank, title.to_owned())));
    assert_eq!(search(&shelf, &Query::parse("rep"), None).apart_from(), 6);
}

#[test]
fn a_query_is_as_good_as_its_worst_word() {
    let shelf = index(vec![
        job("Sales Manager", ["", "Commerce", ""], &[]),
        job("Sales Trainer", ["", "", ""], &["Manager of Learning"]),
        job("Sales Clerk", ["", "Manager Track", ""], &[]),
    ]);
    let ranks: Vec<Rank> = ranked(&shelf, "manager sales").into_iter().map(|(r, _)| r).collect();
    assert_eq!(ranks, [Rank::WholeWord, Rank::Alternate, Rank::FamilyOrLevel]);
    assert_eq!(found(&shelf, "sales commerce"), ["Sales Manager"]);
}

#[test]
fn words_come_in_any_order_but_none_may_be_missing() {
    let shelf = titles(&["Sales Support Supervisor", "Payroll Supervisor", "Sales Analyst"]);
    assert_eq!(found(&shelf, "supervisor sales"), ["Sales Support Supervisor"]);
    assert_eq!(found(&shelf, "sales supervisor"), ["Sales Support Supervisor"]);
    assert!(found(&shelf, "payroll analyst").is_empty());
}

#[test]
fn a_word_that_two_words_of_a_title_start_with_means_that_title_more() {
    let shelf = titles(&["Sales Support Specialist", "Sales Support Supervisor"]);
    let expected = ["Sales Support Supervisor", "Sales Support Specialist"];
    assert_eq!(found(&shelf, "sales sup"), expected);
}

#[test]
fn a_whole_word_of_an_alternate_is_worth_more_than_the_inside_of_one() {
    let shelf = index(vec![
        job("Doula", ["", "", ""], &["Maternity Helper"]),
        job("Ward Sister", ["", "", ""], &["Maternity Nurse", "Registered Nurse (RN)"]),
    ]);
    assert_eq!(found(&shelf, "rn"), ["Ward Sister", "Doula"]);
    let sister = &shelf.library().jobs()[1];
    let named = explain(&Query::parse("rn"), sister).alternate.map(|(name, _)| name);
    assert_eq!(named.as_deref(), Some("Registered Nurse (RN)"));
}

#[test]
fn a_level_means_more_than_the_start_of_a_code() {
    let shelf = index(vec![
        job("Clerks", ["51-2011.00", "", "Job Zone 2"], &[]),
        job("Acupuncturists and Anaesthetists", ["29-1291.00", "", "Job Zone 5"], &[]),
    ]);
    let expected = ["Acupuncturists and Anaesthetists", "Clerks"];
    assert_eq!(found(&shelf, "zone 5"), expected);
    assert_eq!(found(&shelf, "5"), expected);
    assert_eq!(found(&shelf, "51-"), ["Clerks"]);
}

#[test]
fn a_code_is_found_whole_or_by_its_start() {
    let shelf = index(vec![
        job("Sales Clerk", ["SM15000482", "", ""], &[]),
        job("Sales Lead", ["SM15000483", "", ""], &[]),
    ]);
    assert_eq!(ranked(&shelf, "sm15000483"), [(Rank::Code, "Sales Lead".to_owned())]);
    let ranks: Vec<Rank> = ranked(&shelf, "sm1500").into_iter().map(|(rank, _)| rank).collect();
    assert_eq!(ranks, [Rank::FamilyOrLevel, Rank::FamilyOrLevel]);
    assert!(found(&shelf, "0482").is_empty());
}

#[test]
fn alternates_never_match_with_letters_apart() {
    let shelf = index(vec![job("Nurse", ["", "", ""], &["Registered Practitioner"])]);
    assert_eq!(found(&shelf, "practi"), ["Nurse"]);
    assert!(found(&shelf, "rgprac").is_empty());
    assert!(found(&shelf, "registeredpractitioner").is_empty());
}

#[test]
fn a_word_does_not_run_from_one_alternate_into_the_next() {
    let shelf = index(vec![job("Nurse", ["x", "y", "z"], &["Ward", "Lead"])]);
    for typed in ["wardlead", "dl", "yz", "xy"] {
        assert!(found(&shelf, typed).is_empty(), "{typed}");
    }
}

#[test]
fn equals_come_by_place_then_length_then_title_then_id() {
    let shelf = titles(&[
        "Senior Regional Sales Analyst",
        "Sales Planner",
        "Sales Analyst",
        "Sales Rep",
        "sales analyst",
    ]);
    assert_eq!(
        found(&shelf, "sales"),
        [
            "Sales Rep",
            "Sales Analyst",
            "sales analyst",
            "Sales Planner",
            "Senior Regional Sales Analyst"
        ]
    );
}

#[test]
fn a_file_that_cannot_be_read_is_found_by_its_name() {
    let broken = Job { id: JobId::first("sales/rep.yaml"), profile: None, ..Job::default() };
    let shelf = Index::new(library(vec![Arc::new(broken)]), None);
    assert_eq!(found(&shelf, "rep"), ["rep.yaml"]);
    assert!(found(&shelf, "sales").is_empty());
}

#[test]
fn nothing_typed_finds_everything_by_title() {
    let shelf = titles(&["Welder", "Account Clerk", "Nurse"]);
    assert_eq!(found(&shelf, " "), ["Account Clerk", "Nurse", "Welder"]);
    assert_eq!(found(&shelf, "!nurse"), ["Account Clerk", "Welder"]);
    assert!(found(&titles(&[]), "a").is_empty());
}

#[test]
fn a_later_snapshot_finds_what_a_fresh_look_finds() {
    let names = ["Nurse", "Sales Rep", "Éclairagiste", "Welder", "Payroll Clerk", "Rep"];
    let mut jobs: Vec<_> = names.iter().enumerate().map(|(i, t)| entry(i, titled(t))).collect();
    let some = jobs.iter().step_by(2).cloned().collect();
    let partial = Index::new(library(some), None);
    let all = Index::new(library(jobs.clone()), Some(&partial));
    assert_eq!(found(&all, "rep"), ["Rep", "Sales Rep"]);
    // One file is rewritten, one goes.
    jobs[1] = entry(1, titled("Repairer"));
    jobs.remove(3);
    let changed = Index::new(library(jobs), Some(&all));
    assert_eq!(found(&changed, "rep"), ["Rep", "Repairer"]);
    assert_eq!(found(&changed, ""), ["Éclairagiste", "Nurse", "Payroll Clerk", "Rep", "Repairer"]);
}
