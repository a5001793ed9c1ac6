//! Finding text in the facts and in the tree.

use crate::support::{SMALL, edges};
use crate::{hold, hold_at, text_after};

#[test]
fn a_search_in_the_tree_sees_closed_rows_and_opens_them() {
    hold("find-tree", &edges(), "jjjll/offer");
    hold_at(&[SMALL], "find-tree", &edges(), "jjjll/offer");
}

#[test]
fn n_goes_round_the_places() {
    let library = edges();
    let place = |keys: &str| {
        let text = text_after(&library, (120, 40), &format!("jjjll/th<enter>{keys}"));
        text.lines().last().unwrap().split('”').nth(1).unwrap().trim().to_owned()
    };
    let first = place("");
    let all: usize = first.split(" of ").nth(1).unwrap().parse().unwrap();
    assert!(all > 3, "{first}");
    assert_ne!(place("n"), first);
    assert_eq!(place("nN"), first);
    assert_eq!(place(&"n".repeat(all)), first);
}

#[test]
fn a_search_in_the_facts() {
    hold_at(&[(80, 24), (120, 40)], "find-facts", &edges(), "jjjl/the");
}

#[test]
fn what_is_nowhere_is_said() {
    let text = text_after(&edges(), (80, 24), "jjjll/xyzzy");
    assert!(text.contains("not found"), "{text}");
}

#[test]
fn letters_typed_on_the_way_leave_nothing_open() {
    let library = edges();
    let rows = |script: &str| {
        let app = crate::support::drive(&library, (120, 40), script);
        app.tree.rows(app.scene()).len()
    };
    assert_eq!(rows("jjjll/negotiation<enter>"), rows("jjjll"));
    assert_eq!(
        text_after(&library, (120, 40), "jjjllj/offer<esc>"),
        text_after(&library, (120, 40), "jjjllj"),
    );
}
