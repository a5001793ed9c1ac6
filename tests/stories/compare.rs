//! Jobs side by side.

use crate::support::{SMALL, drawn_lines, drive, edges, library, options, picture, shipped};
use crate::{hold, hold_app, hold_at, lines_after, text_after};
use crossterm::event::{Event, KeyModifiers, MouseButton, MouseEvent, MouseEventKind};
use rolebook::cli::play;
use rolebook::tui::app::{App, Options};
use rolebook::tui::effect::Effect;
use rolebook::tui::keymap::parse_script;
use rolebook::tui::message::Msg;
use rolebook::tui::theme::Looks;
use rolebook::tui::view::View;
use rolebook::tui::view::compare::CompareView;

const WIDE: (u16, u16) = (120, 40);

/// A supervisor and her manager, who have much in common.
const TWO: &str = "/sm15000482<tab><c-u>sm15000617<tab><esc>c";
/// Six jobs of several families.
const SIX: &str = "/sm15000482<tab><c-u>sm15000617<tab><c-u>sm15000731<tab><c-u>sm15000224<tab>\
                   <c-u>sm15000212<tab><c-u>cs16000301<tab><esc>c";

const THREE: &[(&str, &str)] = &[
    (
        "a.yaml",
        "title: Archivist\ncode: A1\nlevel: P1\nresponsibilities: [Keeps the files in order.]\n\
         salary: { currency: EUR, base: { p50: 40000 } }\n\
         competencies:\n  x:\n    - Patience: 2\n    - Order: 3\n    - { withheld: true, level: 4 }\n",
    ),
    (
        "b.yaml",
        "title: Baker\nlevel: P1\nresponsibilities: [Keeps the flour in order.]\n\
         salary: { currency: EUR, base: { p50: 30000 } }\n\
         competencies:\n  x:\n    - Patience: 2.25\n    - Order: 5\n",
    ),
    (
        "c.yaml",
        "title: Carpenter\nsalary: { currency: USD, base: { p50: 30000 } }\n\
         competencies:\n  x:\n    - Order: 1\n    - Measuring: 2\n",
    ),
];

fn press(app: &mut App, script: &str) -> Vec<Effect> {
    let keys = parse_script(script).unwrap();
    keys.into_iter().flat_map(|key| app.update(Msg::Input(vec![Event::Key(key.into())]))).collect()
}

fn said(app: &App) -> String {
    app.status().map_or_else(String::new, |status| status.text.clone())
}

fn compared(app: &App) -> &CompareView {
    match app.view() {
        Some(View::Compare(view)) => view,
        other => panic!("no comparison, but {other:?}"),
    }
}

fn titles(app: &App) -> Vec<String> {
    let library = app.index().library();
    let title = |id| library.jobs()[library.find(id).unwrap()].title().into_owned();
    compared(app).jobs().iter().map(title).collect()
}

/// The row of the matrix that begins with a name.
fn row(app: &App, name: &str) -> String {
    let lines = drawn_lines(app);
    lines.into_iter().find(|line| line.contains(name)).unwrap_or_default()
}

#[test]
fn facts_and_pay_of_two_jobs_stand_beside_each_other() {
    hold("compare", &shipped(), TWO);
    hold_at(&[SMALL], "compare", &shipped(), TWO);
}

#[test]
fn the_matrix_tells_levels_and_what_lies_between_them() {
    hold("compare-matrix", &shipped(), &format!("{TWO}lG"));
    hold_at(&[SMALL], "compare-matrix", &shipped(), &format!("{TWO}lG"));
}

#[test]
fn six_jobs_stand_side_by_side_where_there_is_room_and_move_sideways_where_there_is_not() {
    hold_at(&[(200, 60), (80, 24)], "compare-six", &shipped(), &format!("{SIX}lllG"));
    let heads = lines_after(&shipped(), (80, 24), &format!("{SIX}lll"));
    assert!(heads[1].contains('‹') && heads[1].contains('›'), "{}", heads[1]);
    assert!(heads[1].contains("Sales Support Supervisor"), "the baseline stays: {}", heads[1]);
}

#[test]
fn the_heads_of_the_columns_stay_while_the_rows_move() {
    let lines = lines_after(&shipped(), (80, 24), &format!("{TWO}G"));
    assert!(lines[1].contains("Sales Support Supervisor"), "{}", lines[1]);
    assert!(lines[2].contains("baseline"), "{}", lines[2]);
}

#[test]
fn behaviours_of_a_row_open_for_every_job() {
    let script = format!("{TWO}lGkk<enter>");
    hold_at(&[(80, 24), WIDE], "compare-behaviours", &shipped(), &script);
}

#[test]
fn an_opened_row_names_the_level_whose_text_is_missing() {
    let text = text_after(&library(THREE), WIDE, "<space>j<space>c<enter><enter>");
    let told = text.lines().find(|line| line.contains(": not in file")).unwrap();
    let named: Vec<&str> =
        told.split(": not in file").map(|cell| cell.trim_matches(['▌', ' '])).collect();
    assert_eq!(named, ["2 Light experience", "2 Light experience", ""], "{text}");
}

#[test]
fn what_a_job_asks_for_not_at_all_or_under_no_name_can_be_told_apart() {
    let app = drive(&library(THREE), WIDE, "<space>j<space>j<space>cG");
    assert!(row(&app, "Patience").contains("2.25  +0.3"), "{}", row(&app, "Patience"));
    assert!(row(&app, "Order").contains("+2") && row(&app, "Order").contains("−2"));
    assert!(row(&app, "Measuring").contains("new"), "{}", row(&app, "Measuring"));
    let withheld = row(&app, "withheld by");
    assert!(withheld.contains("1 withheld (level 4)"), "{withheld}");
    assert!(row(&app, "withheld by").trim_end().ends_with('–'));
}

#[test]
fn words_that_differ_are_marked_without_colour_too() {
    let looks = Looks::new(false, true);
    let script = "<space>j<space>j<space>cl}}";
    let app = play(library(THREE), Options { looks, ..options((120, 30)) }, script).unwrap();
    hold_app("compare-no-colour@120x30", &app, script);
}

#[test]
fn a_locale_without_unicode_gets_signs_of_ascii() {
    let looks = Looks::new(true, false);
    for script in [format!("{SIX}lllG"), format!("{TWO}lG<enter>"), format!("{TWO}<tab>")] {
        let app = play(shipped(), Options { looks, ..options((80, 24)) }, &script).unwrap();
        for line in drawn_lines(&app) {
            assert!(line.is_ascii() && !line.contains('?') | line.contains("? all"), "{line}");
        }
    }
}

#[test]
fn pay_in_another_currency_stands_there_without_a_difference() {
    let text = text_after(&library(THREE), WIDE, "<space>j<space>j<space>c");
    assert!(text.contains("no difference to tell: another currency: USD, not EUR"), "{text}");
    assert!(text.contains("−10,000  −25.0 %"), "{text}");
}

#[test]
fn one_key_takes_pay_off_the_comparison() {
    let text = text_after(&shipped(), (200, 60), &format!("{TWO}$"));
    assert!(!text.contains("98,312") && !text.contains("USD"), "{text}");
    assert!(text.contains("pay hidden"), "{text}");
}

#[test]
fn too_few_or_too_many_marks_say_what_to_do() {
    let said = |script: &str| said(&drive(&shipped(), WIDE, script));
    assert_eq!(said("c"), "mark two to six jobs with Space, then c compares them");
    assert_eq!(said("<space>c"), "mark another job with Space, or go to one, then c compares both");
    assert_eq!(
        said(&format!("{}c", "<space>j".repeat(7))),
        "six jobs are compared at most; U unmarks all"
    );
}

#[test]
fn a_single_mark_is_compared_with_the_job_that_is_shown() {
    let app = drive(&library(THREE), WIDE, "<space>jjc");
    assert_eq!(titles(&app), ["Archivist", "Carpenter"]);
}

#[test]
fn closing_it_shows_the_panes_exactly_as_they_were() {
    let before = "/sales<enter><space>j<space>lljj=";
    let shown = picture(&drive(&shipped(), WIDE, before));
    for closed in ["c<esc>", "cljjj=sp<enter>q", "c<tab>jj<esc>x<esc>", "c<tab><tab><esc>"] {
        let app = drive(&shipped(), WIDE, &format!("{before}{closed}"));
        assert_eq!(picture(&app), shown, "{closed}");
        assert_eq!(app.marks().len(), 2, "marks stay");
    }
}

#[test]
fn rows_are_all_or_differ_or_are_gaps() {
    let shown = |keys: &str| text_after(&library(THREE), WIDE, &format!("<space>j<space>c{keys}"));
    assert!(shown("").contains("Level") && shown("").contains("all rows"));
    let differing = shown("=");
    assert!(differing.contains("differences only") && !differing.contains("Level "), "{differing}");
    assert!(differing.contains("Order") && !differing.contains("Patience"), "{differing}");
    let gaps = shown("==");
    assert!(gaps.contains("gaps only") && gaps.contains("Order"), "{gaps}");
    assert!(!gaps.contains("withheld by"), "{gaps}");
}

#[test]
fn what_counts_as_a_difference_can_be_changed_and_is_said() {
    let shown = |keys: &str| text_after(&library(THREE), WIDE, &format!("<space>j<space>c{keys}"));
    assert!(shown("=").contains("from half a level on"));
    assert!(shown("D=").contains("levels differ from one level on"), "{}", shown("D="));
    let any = shown("DD=");
    assert!(any.contains("however little lies between") && any.contains("Patience"), "{any}");
    assert!(!shown("DDD=").contains("Patience"));
}

#[test]
fn competencies_stand_by_group_by_spread_or_by_name() {
    let order = |keys: &str| {
        let script = format!("<space>j<space>j<space>c{keys}G");
        let lines = lines_after(&library(THREE), WIDE, &script);
        let names = ["Patience", "Order", "Measuring"];
        let at = |name: &str| lines.iter().position(|line| line.contains(name)).unwrap();
        let mut names: Vec<&str> = names.to_vec();
        names.sort_by_key(|name| at(name));
        names.join(" ")
    };
    assert_eq!(order(""), "Patience Order Measuring");
    assert_eq!(order("s"), "Order Patience Measuring", "4, 2.25 and 2 levels from end to end");
    assert_eq!(order("ss"), "Measuring Order Patience");
}

#[test]
fn the_baseline_is_pinned_exchanged_and_left_out() {
    let after = |keys: &str| {
        let app = drive(&library(THREE), WIDE, &format!("<space>j<space>j<space>c{keys}"));
        (titles(&app).join(" "), compared(&app).column())
    };
    assert_eq!(after("llp"), ("Carpenter Archivist Baker".to_owned(), 0));
    assert_eq!(after("llx"), ("Carpenter Baker Archivist".to_owned(), 2));
    assert_eq!(after("ld"), ("Archivist Carpenter".to_owned(), 1));
    assert_eq!(after("d"), ("Baker Carpenter".to_owned(), 0));
    let app = drive(&library(THREE), WIDE, "<space>j<space>j<space>cdd");
    assert_eq!(titles(&app).len(), 2, "two stay: {}", said(&app));
    assert_eq!(app.marks().len(), 3);
}

#[test]
fn the_next_difference_is_a_key_away() {
    let at = |keys: &str| {
        let mut app = drive(&library(THREE), WIDE, &format!("<space>j<space>c{keys}"));
        match &press(&mut app, "yy")[..] {
            [Effect::Copy(text)] => text.clone(),
            other => panic!("{other:?}"),
        }
    };
    assert_eq!(at("}"), "1: Keeps the files in order. | Keeps the flour in order.");
    assert_eq!(at("}}"), "Order: 3 | 5");
    assert_eq!(at("}}{"), at("}"));
    assert_eq!(at("}}}}"), at("}}"), "round and round");
}

#[test]
fn the_editor_opens_at_the_row_in_the_file_of_the_column() {
    let target = |keys: &str| {
        let mut app = drive(&library(THREE), WIDE, &format!("<space>j<space>c{keys}"));
        match &press(&mut app, "e")[..] {
            [Effect::Edit { path, place }] => {
                format!("{}:{}", path.display(), place.map_or(0, |place| place.line))
            }
            other => panic!("{other:?}"),
        }
    };
    assert_eq!(target(""), "a.yaml:3");
    assert_eq!(target("l}"), "b.yaml:3");
    assert_eq!(target("l}}"), "b.yaml:8");
    assert_eq!(target("}}"), "a.yaml:9");
}

#[test]
fn it_is_copied_as_markdown_as_it_is_arranged() {
    let mut app = drive(&library(THREE), WIDE, "<space>j<space>cx=");
    let effects = press(&mut app, "lxym");
    let [Effect::Copy(text)] = &effects[..] else { panic!("{effects:?}") };
    assert!(text.starts_with("# Compared: Baker · Archivist"), "{text}");
    assert!(text.contains("Only what differs from the baseline is shown"), "{text}");
    assert_eq!(said(&app), "sent the comparison as Markdown to the clipboard");
}

#[test]
fn keys_of_the_panes_say_that_a_view_lies_over_them() {
    for key in ["f", "z", "n", "/", "<space>", "[", "c"] {
        let app = drive(&library(THREE), WIDE, &format!("<space>j<space>c{key}"));
        assert!(said(&app).contains("Esc closes"), "{key}: {}", said(&app));
        assert_eq!(titles(&app).len(), 2);
    }
}

#[test]
fn marks_are_taken_away_and_brought_back_from_here_too() {
    let app = drive(&library(THREE), WIDE, "<space>j<space>cU");
    assert_eq!((app.marks().len(), titles(&app).len()), (0, 2), "{}", said(&app));
    assert_eq!(drive(&library(THREE), WIDE, "<space>j<space>cUU").marks().len(), 2);
}

#[test]
fn near_jobs_and_the_way_to_another_start_from_the_column_of_the_cursor() {
    let text = |keys: &str| text_after(&library(THREE), WIDE, &format!("<space>j<space>c{keys}"));
    assert!(text("lr").starts_with("┤Near Baker├"), "{}", text("lr"));
    assert!(text("t").starts_with("┤From Archivist to Baker├"), "{}", text("t"));
    assert!(text("lt").starts_with("┤From Baker to Archivist├"), "{}", text("lt"));
}

#[test]
fn every_record_of_pay_stands_there() {
    let files = [
        (
            "a.yaml",
            "title: A\nsalary:\n- { currency: USD, region: United States, base: { p50: 50000 } }\n\
             - { currency: EUR, base: { p50: 40000 } }\n",
        ),
        (
            "b.yaml",
            "title: B\nsalary:\n- { currency: EUR, region: Germany, base: { p50: 44000 } }\n\
             - { currency: CAD, region: Canada, base: { p50: 70000 } }\n\
             - { currency: USD, region: United States, base: { p50: 60000 } }\n",
        ),
    ];
    hold_at(&[(80, 24), WIDE], "compare-records", &library(&files), "<space>j<space>cG");
    // The gap tells of the same two records.
    let gap = text_after(&library(&files), WIDE, "<space>j<space>c<tab>");
    assert!(gap.contains("50,000 → 60,000 USD a year"), "{gap}");
    assert!(gap.contains("base +10,000 +20.0 %"), "{gap}");
}

#[test]
fn the_way_to_the_matrix_is_a_key() {
    let mut app = drive(&library(THREE), WIDE, "<space>j<space>c<enter>");
    let effects = press(&mut app, "yy");
    assert!(matches!(&effects[..], [Effect::Copy(text)] if text.starts_with("Patience")));
    let footer = |keys: &str| {
        let lines = lines_after(&library(THREE), (80, 24), &format!("<space>j<space>c{keys}"));
        lines.last().unwrap().clone()
    };
    assert!(footer("").contains("Enter competencies"), "{}", footer(""));
    assert!(footer("<enter>").contains("Enter behaviours"), "{}", footer("<enter>"));
    for keys in ["", "<enter>"] {
        assert!(footer(keys).contains("e edit"), "{}", footer(keys));
    }
}

#[test]
fn two_jobs_fit_on_a_screen_of_60_columns_and_one_tells_the_baseline_too() {
    hold_at(&[(60, 24)], "compare-matrix", &shipped(), &format!("{TWO}lG"));
    let text = text_after(&shipped(), SMALL, &format!("{TWO}l<enter>"));
    assert!(text.contains("+1 from 3"), "{text}");
}

fn click(app: &mut App, column: u16, row: u16) {
    let kind = MouseEventKind::Down(MouseButton::Left);
    let event = MouseEvent { kind, column, row, modifiers: KeyModifiers::NONE };
    app.update(Msg::Input(vec![Event::Mouse(event)]));
}

#[test]
fn a_click_chooses_row_and_column_and_a_second_one_opens() {
    let mut app = drive(&library(THREE), WIDE, "<space>j<space>j<space>c");
    let at = |app: &App, name: &str| {
        let lines = drawn_lines(app);
        u16::try_from(lines.iter().position(|line| line.contains(name)).unwrap()).unwrap()
    };
    click(&mut app, 110, 1);
    assert_eq!(compared(&app).column(), 2, "the head of a column");
    let order = at(&app, "▸ Order");
    click(&mut app, 70, order);
    assert_eq!(compared(&app).column(), 1);
    assert!(row(&app, "▸ Order").starts_with('▌'));
    click(&mut app, 110, order);
    assert_eq!(compared(&app).column(), 2, "another column of the same row opens nothing");
    click(&mut app, 110, order);
    assert!(drawn_lines(&app).join("\n").contains("▾ Order"));
    let fold = at(&app, "▸ Patience");
    click(&mut app, 1, fold);
    assert!(drawn_lines(&app).join("\n").contains("▾ Patience"), "the sign opens at once");
    assert_eq!(compared(&app).column(), 2);
}

#[test]
fn only_gaps_are_what_another_job_asks_for_beyond_the_baseline() {
    let script = "<space>j<space>c==";
    assert_eq!(
        said(&drive(&library(THREE), WIDE, script)),
        "Only what another job asks for beyond the baseline is shown, and facts that differ"
    );
    let files = [
        ("a.yaml", "title: A\nresponsibilities: [Answers the phone., Keeps the files.]\n"),
        ("b.yaml", "title: B\nresponsibilities: [Answers the phone., Repairs old pumps.]\n"),
    ];
    let text = text_after(&library(&files), WIDE, script);
    assert!(text.contains("Repairs") && !text.contains("Keeps"), "{text}");
}

#[test]
fn a_level_without_a_name_leaves_no_hole() {
    let files = [
        ("library.yaml", "scales: { default: { levels: { 1: '', 2: '' } } }\n"),
        ("competencies/order.yaml", "name: Order\nlevels: { 2: { behaviours: [Sorts.] } }\n"),
        ("a.yaml", "title: A\ncompetencies: { x: [ Order: 1 ] }\n"),
        ("b.yaml", "title: B\ncompetencies: { x: [ Order: 2 ] }\n"),
    ];
    for keys in ["<enter><enter>", "<tab>"] {
        let text = text_after(&library(&files), WIDE, &format!("<space>j<space>c{keys}"));
        assert!(text.contains("Sorts"), "{text}");
        assert!(!text.contains("2  ("), "{text}");
    }
}

fn loaded(app: &mut App, files: &[(&str, &str)]) {
    app.update(Msg::loaded(library(files), Some(app.index())));
}

#[test]
fn a_job_that_is_gone_takes_its_column_along_and_is_told() {
    let mut app = drive(&library(THREE), WIDE, "<space>j<space>j<space>cll");
    loaded(&mut app, &[THREE[0], THREE[2]]);
    assert_eq!(titles(&app), ["Archivist", "Carpenter"]);
    assert_eq!(compared(&app).column(), 1, "the cursor stays on its job");
    assert_eq!(said(&app), "Baker is no longer in the folder");
    loaded(&mut app, &THREE[..1]);
    assert!(app.view().is_none());
    assert_eq!(said(&app), "comparison closed: Carpenter is no longer in the folder");
}

#[test]
fn a_long_title_gives_way_to_what_has_happened_to_the_job() {
    let title = format!("title: {}\n", "Very Long Title of a Job ".repeat(6));
    let files = [("a.yaml", title.as_str()), ("b.yaml", "title: B\n")];
    let mut app = drive(&library(&files), (100, 30), "<space>j<space>c");
    loaded(&mut app, &files[1..]);
    let said = said(&app);
    assert!(said.starts_with("comparison closed: Very") && said.contains('…'), "{said}");
    assert!(drawn_lines(&app).join("\n").contains("is no longer in the folder"), "{said}");
    // The mark of a job that is gone is told as such.
    app.resize_screen((200, 60));
    let title = drawn_lines(&app)[0].clone();
    assert!(title.contains("2 marked, 1 no longer in the folder"), "{title}");
}

#[test]
fn a_job_is_followed_to_another_file_and_the_row_stays() {
    let mut app = drive(&library(THREE), WIDE, "<space>j<space>c}}");
    loaded(&mut app, &[("z.yaml", THREE[0].1), THREE[1], THREE[2]]);
    assert_eq!(titles(&app), ["Archivist", "Baker"]);
    let effects = press(&mut app, "yy");
    assert!(
        matches!(&effects[..], [Effect::Copy(text)] if text.starts_with("Order")),
        "{effects:?}"
    );
}

#[test]
fn the_wheel_moves_the_rows() {
    let mut app = drive(&shipped(), (80, 24), TWO);
    let before = drawn_lines(&app);
    let event = |kind| MouseEvent { kind, column: 40, row: 12, modifiers: KeyModifiers::NONE };
    for _ in 0..8 {
        app.update(Msg::Input(vec![Event::Mouse(event(MouseEventKind::ScrollDown))]));
    }
    assert_ne!(drawn_lines(&app), before);
    for _ in 0..8 {
        app.update(Msg::Input(vec![Event::Mouse(event(MouseEventKind::ScrollUp))]));
    }
    assert_eq!(drawn_lines(&app), before);
}

#[test]
fn jobs_that_do_not_read_and_scales_of_every_kind_are_shown() {
    hold_at(&[WIDE], "compare-edges", &edges(), "j<space>jj<space>j<space>j<space>clG");
}
