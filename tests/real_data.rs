//! A thousand real occupations: what is counted, found, ranked and drawn of them.
//!
//! The data stands beside the project and is not a part of it; where it is absent these tests say
//! so and hold nothing.

#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test may end where it stands")]

mod support;

use crossterm::event::Event;
use rolebook::model::{Job, Library, Profile};
use rolebook::outline::{Order, View, outline};
use rolebook::search::{Index, Query, Rank, search};
use rolebook::tui::keymap::parse_script;
use rolebook::tui::message::Msg;
use std::path::Path;
use std::sync::{Arc, OnceLock};
use support::picture::drawn;
use support::{assert_clean, drive, read};

/// The library, read once; `None`, said in a line, where it is absent.
fn onet() -> Option<&'static Arc<Library>> {
    static LIBRARY: OnceLock<Option<Arc<Library>>> = OnceLock::new();
    let library = LIBRARY.get_or_init(|| {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/data/onet");
        folder.is_dir().then(|| read(&folder))
    });
    if library.is_none() {
        println!("skipped: ../shared/data/onet is not there");
    }
    library.as_ref()
}

fn profiles(library: &Library) -> impl Iterator<Item = &Profile> {
    library.jobs().iter().filter_map(|job| job.profile.as_ref())
}

fn by_code<'a>(library: &'a Library, code: &str) -> (usize, &'a Job) {
    let at = library.jobs().iter().position(|job| job.code() == Some(code)).unwrap();
    (at, &library.jobs()[at])
}

#[test]
fn every_file_is_read_and_none_has_a_mistake() {
    let Some(library) = onet() else { return };
    assert_eq!(library.jobs().len(), 1016);
    assert_eq!(library.competencies().len(), 68);
    assert_eq!(profiles(library).count(), 1016);
    assert!(library.is_complete());
    let first = library.problems().first();
    assert_eq!(library.problem_count(), 0, "{first:?}");
}

#[test]
fn what_the_data_does_not_have_is_missing_and_nothing_else() {
    let Some(library) = onet() else { return };
    let count = |has: fn(&Profile) -> bool| profiles(library).filter(|p| !has(p)).count();
    assert_eq!(count(|p| p.requirements().next().is_some()), 137);
    assert_eq!(count(|p| !p.responsibilities.is_empty()), 93);
    assert_eq!(count(|p| !p.salary.is_empty()), 60);
    assert_eq!(profiles(library).map(|p| p.also_known_as.len()).max(), Some(2750));
}

/// The first hit's code and rank.
fn best(library: &Arc<Library>, typed: &str) -> (String, Rank) {
    static INDEX: OnceLock<Index> = OnceLock::new();
    let index = INDEX.get_or_init(|| Index::new(library.clone(), None));
    let hits = search(index, &Query::parse(typed), None);
    let hit = hits.iter().next().unwrap();
    (library.jobs()[hit.job].code().unwrap().to_owned(), hit.rank)
}

#[track_caller]
fn assert_best(typed: &str, code: &str, rank: Rank) {
    if let Some(library) = onet() {
        assert_eq!(best(library, typed), (code.to_owned(), rank), "{typed}");
    }
}

#[test]
fn an_exact_code_comes_first() {
    assert_best("29-1141.00", "29-1141.00", Rank::Code);
}

#[test]
fn then_a_whole_word_of_the_title() {
    assert_best("lawyers", "23-1011.00", Rank::WholeWord);
    assert_best("registered nurses", "29-1141.00", Rank::WholeWord);
}

#[test]
fn then_the_start_of_a_word() {
    assert_best("physicia assis", "29-1071.00", Rank::WordStart);
}

#[test]
fn then_the_inside_of_a_word() {
    assert_best("ysicist", "19-2012.00", Rank::InsideWord);
}

#[test]
fn then_an_alternate_title_literally() {
    assert_best("chief financial officer", "11-1011.00", Rank::Alternate);
}

#[test]
fn then_family_or_level() {
    assert_best("'job 'zone 'protective 'service", "33-9092.00", Rank::FamilyOrLevel);
}

#[test]
fn and_last_letters_that_stand_apart() {
    assert_best("sftwdvlprs", "15-1252.00", Rank::LettersApart);
}

#[test]
fn the_unusual_order_puts_other_rows_first_for_different_jobs() {
    let Some(library) = onet() else { return };
    let first = |code: &str, order: Order| {
        let profile = by_code(library, code).1.profile.as_ref().unwrap();
        let rows = outline(library, profile, &View { order, ..View::default() });
        let entry = rows.iter().find_map(|row| row.id.entry.clone());
        entry.map_or_else(|| panic!("{code} has competencies"), |entry| entry.name.to_string())
    };
    let jobs = ["29-1141.00", "13-2011.00", "23-1011.00", "47-2111.00"];
    let unusual: std::collections::HashSet<_> =
        jobs.iter().map(|code| first(code, Order::Unusual)).collect();
    let as_in_the_files: std::collections::HashSet<_> =
        jobs.iter().map(|code| first(code, Order::File)).collect();
    assert_eq!(as_in_the_files.len(), 1, "{as_in_the_files:?}");
    assert!(unusual.len() >= 3, "{unusual:?}");
}

/// Looks at the last rows of every job, with everything open, in the pane that `script` leads to.
fn look_at_every_job(size: (u16, u16), script: &str) {
    let Some(library) = onet() else { return };
    let mut app = drive(library, size, &format!("ll=<esc>{script}"));
    let end = parse_script("G").unwrap()[0];
    for row in 0..library.jobs().len() {
        app.list.select(library, row);
        app.update(Msg::Input(vec![Event::Key(end.into())]));
        assert_clean(&drawn(&app).0);
    }
}

#[test]
fn the_facts_of_every_job_are_drawn() {
    look_at_every_job((80, 24), "l");
}

#[test]
fn the_tree_of_every_job_is_drawn() {
    look_at_every_job((80, 24), "ll");
}

#[test]
fn every_job_is_drawn_in_two_columns() {
    look_at_every_job((120, 40), "l");
}

#[test]
fn the_list_keeps_its_place_through_every_key() {
    let Some(library) = onet() else { return };
    for script in ["/eng<enter>Gkk", "fnurse<tab><tab><enter>", "llsss/math<enter>w", "G$ssss"] {
        let app = drive(library, (120, 40), script);
        assert_clean(&drawn(&app).0);
        assert!(app.list.cursor(library).is_some(), "{script}");
    }
}
