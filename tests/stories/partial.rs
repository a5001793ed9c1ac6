//! What is not in a file, files that do not read, and folders without any.

use crate::support::{SIZES, SMALL, drive, edges, folder, library, options, read};
use crate::{hold, hold_app, hold_at, text_after};
use rolebook::tui::app::App;
use rolebook::tui::message::Msg;

#[test]
fn a_profile_with_a_title_alone() {
    hold_at(&[SMALL, (80, 24)], "partial", &edges(), "l");
}

#[test]
fn a_file_that_is_no_yaml_says_where_and_why() {
    hold("broken", &edges(), "jjjjjjl");
}

#[test]
fn a_file_with_misfits_shows_the_rest_and_every_mistake() {
    hold("misfits", &edges(), "/weigher<enter>");
}

#[test]
fn escape_sequences_and_invisible_characters_become_visible_marks() {
    hold("hostile", &edges(), "/paint<enter>l=");
    hold_at(&[(80, 24)], "hostile-facts", &edges(), "/paint<enter>");
}

#[test]
fn an_empty_folder_says_what_to_do() {
    hold("empty-folder", &library(&[]), "");
    hold_at(&[SMALL], "empty-folder", &library(&[]), "");
    hold_at(&[(80, 24)], "empty-folder-detail", &library(&[]), "l");
}

#[test]
fn a_folder_with_competencies_alone_has_no_jobs_either() {
    let library = library(&[("competencies/a.yaml", "name: Waiting\n")]);
    assert!(text_after(&library, (80, 24), "").contains("no job profile"));
}

#[test]
fn a_missing_folder_is_told_on_every_screen() {
    for size in [SMALL, SIZES[0], SIZES[1]] {
        let mut app = App::new(options(size));
        let sentence = "there is no folder rolls; check the path, or make the folder first";
        app.update(Msg::NotLoaded { sentence: sentence.to_owned() });
        let text = crate::support::drawn_lines(&app).join(" ");
        assert!(text.contains("or make"), "what to do is told at {size:?}: {text}");
        hold_app(&format!("missing-folder@{}x{}", size.0, size.1), &app, "");
    }
}

#[test]
fn before_anything_is_read_the_screen_says_so() {
    for size in SIZES {
        let app = App::new(options(size));
        hold_app(&format!("before-reading@{}x{}", size.0, size.1), &app, "");
    }
}

#[test]
fn a_competency_that_no_file_names_has_no_title_to_sort_by_and_still_stands() {
    let folder = folder(&[("a.yaml", "title: A\ncompetencies:\n  x:\n    - Ghost\n")]);
    let text = crate::support::picture(&drive(&read(folder.path()), (120, 40), "ll"));
    assert!(text.contains("Ghost"), "{text}");
}

#[test]
fn every_problem_of_the_folder_stands_in_one_list() {
    hold_at(&[SMALL, (80, 24), (120, 40)], "problems", &edges(), "!");
}
