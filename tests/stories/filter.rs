//! Typing a few letters to find a job.

use crate::support::{SMALL, drive, edges, library};
use crate::{hold, hold_at, lines_after, text_after};

#[test]
fn letters_filter_at_once_and_are_marked_in_the_titles() {
    hold("filter", &edges(), "/dr");
    hold_at(&[SMALL], "filter", &edges(), "/dr");
}

#[test]
fn titles_whose_letters_stand_apart_come_below_a_line() {
    hold("filter-apart", &edges(), "/il");
}

#[test]
fn an_alternate_title_is_named_in_the_row() {
    hold("filter-alternate", &edges(), "/lotse");
}

#[test]
fn accents_and_wide_letters_are_found_however_they_are_typed() {
    let library = edges();
    for typed in ["ingenieur", "INGÉNIEUR", "inge\u{301}nieur"] {
        let lines = lines_after(&library, (80, 24), &format!("/{typed}"));
        assert_eq!(lines[0], "┤Jobs├ 1 of 11  best first", "{typed}");
        assert!(lines[2].contains("Ingénieure"), "{typed}: {}", lines[2]);
    }
    hold_at(&[(80, 24), SMALL], "filter-wide", &library, "/物流");
}

#[test]
fn enter_on_a_single_hit_opens_it_and_esc_gives_the_filter_back() {
    let library = edges();
    hold_at(&[(80, 24)], "filter-single", &library, "/lotse<enter>");
    let before = text_after(&library, (80, 24), "jj/dr<esc>");
    assert_eq!(before, text_after(&library, (80, 24), "jj"));
}

#[test]
fn a_kept_filter_stays_until_esc_and_the_job_is_kept_then() {
    let library = edges();
    let kept = lines_after(&library, (120, 40), "/i<enter>j");
    assert!(kept[0].contains("8 of 11  best first"), "{}", kept[0]);
    let job = drive(&library, (80, 24), "/i<enter>j").list.selected().cloned();
    let after = drive(&library, (80, 24), "/i<enter>j<esc>");
    assert_eq!(after.list.selected().cloned(), job);
    assert_eq!(after.list.rows().len(), 11);
}

#[test]
fn f_filters_from_any_pane() {
    let app = drive(&edges(), (200, 60), "llfcrane");
    let title = app.shown().unwrap().title().into_owned();
    assert_eq!(title, "Crane Driver");
}

#[test]
fn a_filter_that_nothing_fits_says_the_way_back() {
    hold_at(&[(80, 24), (120, 40), SMALL], "filter-nothing", &edges(), "/zzz");
}

#[test]
fn the_operators_are_read() {
    let library = edges();
    let found = |typed: &str| {
        let app = drive(&library, (80, 24), &format!("/{typed}"));
        let title =
            |row: &rolebook::tui::pane::list::ListRow| library.jobs()[row.job].title().into_owned();
        app.list.rows().iter().map(title).collect::<Vec<_>>()
    };
    assert_eq!(found("^dock"), ["Dock Hand", "Harbour Pilot"]);
    assert_eq!(found("lead$"), ["Shift Lead"]);
    assert_eq!(found("'crane"), ["Crane Driver"]);
    assert_eq!(found("operations !d !l"), ["Rope Maker"; 0]);
    assert_eq!(found("driver crane"), ["Crane Driver"]);
    assert_eq!(found("op-9"), ["Shift Lead"]);
}

#[test]
fn a_filter_longer_than_the_pane_shows_its_end() {
    hold_at(&[SMALL], "filter-long", &edges(), "/a very long filter that nobody would type here");
}

#[test]
fn the_letters_that_a_row_was_found_by_are_seen_before_its_level() {
    let job = |title: &str, also: &str| {
        format!("title: {title}\nlevel: Job Zone 2\nalso_known_as: [{also}]\n")
    };
    let library = library(&[
        ("a.yaml", &job("Cooks, Institution and Cafeteria", "Sous and Pastry Chef Trainee")),
        ("b.yaml", &job("Cooks, Fast Food", "Pizza Chef")),
        ("c.yaml", &job("Head Chef", "Head Cook")),
    ]);
    for size in [SMALL, (80, 24), (90, 12), (120, 40)] {
        let lines = lines_after(&library, size, "/chef");
        for row in &lines[2..5] {
            assert!(row.contains("Chef") && !row.contains("……"), "{size:?} {row}");
        }
        assert!(lines[2].contains("Job Zone 2"), "a row with room for it: {}", lines[2]);
    }
}

#[test]
fn a_long_level_gives_way_to_a_title() {
    let title = "Adhesive Bonding Tenders";
    let long = format!("title: {title}\nlevel: Job Zone 2\n");
    let short = "title: Nuclear Power Reactor Operators\nlevel: P02\n";
    let lines = lines_after(&library(&[("a.yaml", &long), ("b.yaml", short)]), (90, 12), "");
    assert!(lines[2].contains(title), "{}", lines[2]);
    assert!(lines[3].contains("P02"), "{}", lines[3]);
}
