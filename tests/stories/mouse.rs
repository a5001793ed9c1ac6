//! The mouse: click, click again, wheel, drag the divider, and off.

use crate::support::{drive, edges};
use crossterm::event::{Event, KeyModifiers, MouseButton, MouseEvent, MouseEventKind};
use rolebook::tui::app::App;
use rolebook::tui::layout::Pane;
use rolebook::tui::message::Msg;

fn mouse(app: &mut App, kind: MouseEventKind, column: u16, row: u16) {
    let event = MouseEvent { kind, column, row, modifiers: KeyModifiers::NONE };
    app.update(Msg::Input(vec![Event::Mouse(event)]));
}

fn click(app: &mut App, column: u16, row: u16) {
    mouse(app, MouseEventKind::Down(MouseButton::Left), column, row);
    mouse(app, MouseEventKind::Up(MouseButton::Left), column, row);
}

#[test]
fn a_click_selects_and_a_second_one_opens() {
    let mut app = drive(&edges(), (120, 40), "");
    click(&mut app, 10, 5);
    assert_eq!(app.shown().unwrap().title(), "Harbour Pilot");
    assert_eq!(app.focus(), Pane::List);
    click(&mut app, 10, 5);
    assert_eq!(app.focus(), Pane::Detail);
}

#[test]
fn a_click_in_the_tree_opens_a_competency() {
    let mut app = drive(&edges(), (200, 60), "jjj");
    let rows = app.tree.rows(app.scene()).len();
    click(&mut app, 150, 2);
    assert_eq!(app.focus(), Pane::Tree);
    click(&mut app, 150, 2);
    assert_ne!(app.tree.rows(app.scene()).len(), rows);
}

#[test]
fn the_wheel_moves_what_is_under_it_and_leaves_the_keys_where_they_are() {
    let mut app = drive(&edges(), (120, 40), "ll");
    mouse(&mut app, MouseEventKind::ScrollDown, 5, 10);
    assert_eq!(app.focus(), Pane::Tree);
    assert_eq!(app.shown().unwrap().title(), "Harbour Pilot");
}

#[test]
fn the_divider_is_dragged() {
    let mut app = drive(&edges(), (120, 40), "");
    let divider = app.areas().divider.unwrap();
    mouse(&mut app, MouseEventKind::Down(MouseButton::Left), divider, 3);
    mouse(&mut app, MouseEventKind::Drag(MouseButton::Left), 60, 3);
    mouse(&mut app, MouseEventKind::Up(MouseButton::Left), 60, 3);
    assert_eq!(app.areas().divider, Some(60));
    mouse(&mut app, MouseEventKind::Drag(MouseButton::Left), 30, 3);
    assert_eq!(app.areas().divider, Some(60));
}

#[test]
fn a_divider_dragged_past_its_end_comes_back_at_once() {
    let mut app = drive(&edges(), (120, 40), "");
    let divider = app.areas().divider.unwrap();
    mouse(&mut app, MouseEventKind::Down(MouseButton::Left), divider, 3);
    for column in [0, 0, 0, 50] {
        mouse(&mut app, MouseEventKind::Drag(MouseButton::Left), column, 3);
    }
    assert_eq!(app.areas().divider, Some(50));
}

#[test]
fn m_gives_the_mouse_back_to_the_terminal() {
    let mut app = drive(&edges(), (120, 40), "m");
    click(&mut app, 10, 5);
    assert_eq!(app.shown().unwrap().title(), "Clerk");
}

/// The line of the screen, without what stands at its left and without the cursor's sign.
fn line(app: &App, row: usize) -> String {
    let lines = crate::support::drawn_lines(app);
    lines[row]
        .chars()
        .skip(50)
        .collect::<String>()
        .trim_end_matches(['↑', '↓'])
        .trim_end()
        .to_owned()
}

#[test]
fn a_first_click_leaves_every_row_under_the_pointer() {
    for script in ["/sm15000482<enter><esc><esc>", "/sm15000482<enter>"] {
        for row in 1..38 {
            let mut app = drive(&crate::support::shipped(), (120, 40), script);
            let before = line(&app, usize::from(row));
            let pane = app.areas().at(60, row);
            click(&mut app, 60, row);
            let after = line(&app, usize::from(row));
            // A title tells in its own way where the keys go.
            assert!(after == before || after.contains('├'), "{row} after {script}: {after}");
            assert_eq!(Some(app.focus()), pane);
        }
    }
}

#[test]
fn a_second_click_opens_the_row_of_the_first() {
    let mut app = drive(&crate::support::shipped(), (120, 40), "/sm15000482<enter><esc><esc>");
    let row = (0..40).find(|row| line(&app, *row).contains("Order Processing")).unwrap();
    let row = u16::try_from(row).unwrap();
    click(&mut app, 60, row);
    click(&mut app, 60, row);
    assert!(
        line(&app, row.into()).contains("▾ Order Processing") || {
            let text = crate::support::drawn_lines(&app).join("\n");
            text.contains("▾ Order Processing")
        }
    );
}
