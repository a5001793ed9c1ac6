//! Opening a folder and walking through it.

use crate::support::{SMALL, edges, shipped, shipped_folder};
use crate::{hold, hold_at, lines_after, text_after};

#[test]
fn the_first_look_shows_every_file_even_one_that_does_not_read() {
    hold("first-look", &edges(), "");
    hold_at(&[SMALL], "first-look", &edges(), "");
}

#[test]
fn enter_opens_the_job_and_l_goes_on_to_its_competencies() {
    hold("open", &edges(), "jjjl");
    hold("open-tree", &edges(), "jjjll");
    hold_at(&[SMALL], "open", &edges(), "jjjl");
    hold_at(&[SMALL], "open-tree", &edges(), "jjjll");
}

#[test]
fn tab_goes_round_the_three_panes() {
    let library = edges();
    let focused = |script: &str| {
        let lines = lines_after(&library, (200, 60), script);
        let title = lines[0].split('┤').nth(1).unwrap();
        title.split('├').next().unwrap().to_owned()
    };
    assert_eq!(focused("jjj"), "Jobs");
    assert_eq!(focused("jjj<tab>"), "Harbour Pilot");
    assert_eq!(focused("jjj<tab><tab>"), "Competencies");
    assert_eq!(focused("jjj<tab><tab><tab>"), "Jobs");
    assert_eq!(focused("jjj<s-tab>"), "Competencies");
    assert_eq!(focused("jjj<tab><tab><esc>"), "Jobs");
}

#[test]
fn the_list_can_be_sorted_in_every_order() {
    let library = edges();
    for (script, words) in [
        ("", "by title"),
        ("s", "by level"),
        ("ss", "by family"),
        ("sss", "by code"),
        ("ssss", "by pay"),
        ("sssss", "by file"),
        ("ssssss", "by title"),
    ] {
        let lines = lines_after(&library, (80, 24), script);
        assert_eq!(lines[0], format!("┤Jobs├ 11  {words}"));
    }
    hold_at(&[(80, 24)], "sorted-by-family", &library, "ss");
    hold_at(&[(80, 24)], "sorted-by-pay", &library, "ssss");
}

#[test]
fn a_key_without_a_meaning_says_where_all_keys_are() {
    let text = text_after(&edges(), (80, 24), "ü");
    assert!(text.contains("ü does nothing here; ? lists all keys"), "{text}");
}

#[test]
fn after_the_first_of_two_keys_a_box_says_which_may_follow() {
    hold_at(&[(80, 24), SMALL], "after-y", &edges(), "jjjy");
}

#[test]
fn z_shows_one_pane_alone_and_esc_all_again() {
    hold_at(&[(120, 40)], "zoomed", &edges(), "jjjlz");
    assert_eq!(
        text_after(&shipped(), (120, 40), "lz<esc>"),
        text_after(&shipped(), (120, 40), "l"),
    );
    assert!(shipped_folder().is_dir());
}
