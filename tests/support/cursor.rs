//! Where the cursors stand, whatever has happened.

use rolebook::tui::app::App;

/// Every pane that has rows has its cursor on one.
#[track_caller]
pub fn assert_cursor_on_a_row(app: &App) {
    let scene = app.scene();
    if !app.list.rows().is_empty() {
        let at = app.list.cursor(scene.library);
        assert!(at.is_some_and(|at| at < app.list.rows().len()), "list at {at:?}");
    }
    let facts = app.detail.facts(scene);
    assert!(facts.is_empty() || app.detail.cursor(scene, &facts) < facts.len());
    let rows = app.tree.rows(scene);
    assert!(rows.is_empty() || app.tree.cursor(scene, &rows) < rows.len());
    if let Some(view) = app.view() {
        let sheaf = view.sheet().sheaf(scene, app.size().0.into());
        let rows = sheaf.page.row_count();
        assert!(rows == 0 || sheaf.cursor < rows, "row {} of {rows}", sheaf.cursor);
        // What is kept of it is what would be worked out now.
        if let Some(laid) = app.laid() {
            assert!(laid.page.lines().eq(sheaf.page.lines()), "the lines of another state");
        }
    }
}
