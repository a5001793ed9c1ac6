//! Reading what a job asks for at each proficiency level.

use crate::support::{SMALL, drive, edges, library};
use crate::{hold, hold_at, lines_after, text_after};

const PILOT: &str = "jjjll";

#[test]
fn declared_named_and_withheld_are_told_in_words() {
    let text = text_after(&edges(), (120, 40), PILOT);
    assert!(text.contains("8 declared, 2 named, 3 withheld, 3 not in file"), "{text}");
}

#[test]
fn everything_open_shows_decimal_levels_between_the_described_ones() {
    hold("tree-open", &edges(), &format!("{PILOT}="));
    hold_at(&[SMALL], "tree-open", &edges(), &format!("{PILOT}=jjjjjjjjjjjj"));
}

#[test]
fn a_decimal_level_stands_between_and_the_one_below_counts() {
    let script = format!("{PILOT}/negotiation<enter>l");
    hold("tree-decimal", &edges(), &script);
}

#[test]
fn one_level_of_every_competency_and_back() {
    let library = edges();
    hold("tree-level", &library, &format!("{PILOT}4"));
    assert_eq!(
        text_after(&library, (120, 40), &format!("{PILOT}44")),
        text_after(&library, (120, 40), PILOT),
    );
}

#[test]
fn required_levels_only() {
    hold("tree-required", &edges(), &format!("{PILOT}=."));
}

#[test]
fn a_scale_that_is_not_cumulative_includes_nothing() {
    let text = text_after(&edges(), (80, 24), "jllj/hearing<enter>l");
    assert!(!text.contains("included") && !text.contains("beyond"), "{text}");
    hold_at(&[(80, 24)], "tree-other-scale", &edges(), "jllj/hearing<enter>l");
}

#[test]
fn the_four_orders_are_named_in_the_title() {
    let library = edges();
    for (keys, word) in [("", ""), ("s", "level"), ("ss", "importance"), ("sss", "unusual")] {
        let text = text_after(&library, (120, 40), &format!("{PILOT}{keys}"));
        let title = text.lines().find(|line| line.contains("┤Competencies├")).unwrap();
        assert!(title.contains(word), "{keys}: {title}");
    }
    hold_at(&[(120, 40)], "tree-unusual", &library, &format!("{PILOT}sss"));
}

#[test]
fn the_order_and_the_open_level_hold_for_every_job() {
    let app = drive(&edges(), (120, 40), "jjjlls4<esc>j");
    let text = crate::support::picture(&app);
    assert!(text.contains("level 4 alone"), "{text}");
}

#[test]
fn h_closes_then_climbs_then_leaves() {
    let library = edges();
    let focus = |script: &str| drive(&library, (120, 40), script).focus();
    use rolebook::tui::layout::Pane;
    assert_eq!(focus(&format!("{PILOT}jlh")), Pane::Tree);
    assert_eq!(focus(&format!("{PILOT}jlhh")), Pane::Tree);
    assert_eq!(focus(&format!("{PILOT}jlhhh")), Pane::Detail);
}

#[test]
fn w_ranks_who_else_asks_for_the_competency() {
    hold("who-else", &edges(), &format!("{PILOT}/negotiation<enter>w"));
    hold_at(&[SMALL], "who-else", &edges(), &format!("{PILOT}/negotiation<enter>w"));
    hold_at(&[(80, 24)], "who-else-filtered", &edges(), &format!("{PILOT}/negotiation<enter>w/an"));
    hold_at(&[(80, 24)], "who-else-fine-scale", &edges(), &format!("{PILOT}/driving<enter>w"));
}

#[test]
fn esc_leaves_the_ranking_and_keeps_the_job() {
    let app = drive(&edges(), (120, 40), &format!("{PILOT}/negotiation<enter>wj<esc><esc>"));
    assert_eq!(app.list.rows().len(), 11);
    assert!(app.list.ranking.is_none());
}

#[test]
fn an_unknown_competency_says_that_no_file_describes_it() {
    let text = text_after(&edges(), (120, 40), "/shift<enter>ll/night<enter>l");
    assert!(text.contains("no file describes this competency"), "{text}");
}

#[test]
fn need_and_label_stand_in_all_rows_or_in_none() {
    let demands = "{ name: Alphabetical Order, level: 4, need: must }\n    \
                   - { name: Calm, level: 1, need: nice }";
    let text = format!("title: Clerk\ncompetencies:\n  general:\n    - {demands}\n");
    let library = library(&[("a.yaml", &text)]);
    for columns in 40..=140 {
        let text = text_after(&library, (columns, 40), "<enter>lz");
        assert!(text.contains(" must") && text.contains(" nice"), "{columns}: {text}");
        let labels = ["Extensive experience", "General familiarity"];
        let told = labels.iter().filter(|label| text.contains(**label)).count();
        assert!(told != 1, "{columns}: {text}");
        assert!(columns < 80 || told == 2, "{columns}: {text}");
    }
}

#[test]
fn what_has_no_level_has_no_meter() {
    let text = text_after(&edges(), (120, 40), PILOT);
    let row = text.lines().find(|line| line.contains("no level")).unwrap();
    assert!(!row.contains('○') && !row.contains('0'), "{row}");
    let none = library(&[("a.yaml", "title: Clerk\n")]);
    let lines = lines_after(&none, (120, 40), "");
    let title = lines.iter().find(|line| line.contains("Competencies")).unwrap();
    assert!(title.contains(" Competencies ───"), "{title}");
    let lines = lines_after(&none, (120, 40), "ll");
    let title = lines.iter().find(|line| line.contains("Competencies")).unwrap();
    assert!(title.contains("┤Competencies├ ───"), "{title}");
}

#[test]
fn how_a_level_stands_is_told_on_the_smallest_screen() {
    let library = crate::support::shipped();
    let text = text_after(&library, (40, 24), "/sm15000482<enter>ljl");
    for told in ["1 General familiarity", "included", "required", "beyond"] {
        assert!(text.contains(told), "{told}: {text}");
    }
    let levels = text.lines().filter(|line| line.contains("experience"));
    assert!(levels.clone().count() > 1 && levels.clone().all(|line| !line.contains('…')), "{text}");
}
