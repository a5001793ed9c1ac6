//! A view in the place of the panes: its title line, the lines that stay, the rows that scroll.

use super::{more, tags};
use crate::tui::app::App;
use crate::tui::layout::view_areas;
use crate::tui::view::View;
use crate::tui::widget::row::row;
use crate::tui::widget::text::fit;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::text::Span;

/// Draws the view that is on top.
pub fn draw(app: &App, view: &View, buffer: &mut Buffer) {
    let (scene, sheet) = (app.scene(), view.sheet());
    let columns = usize::from(app.size().0);
    let head = sheet.head(scene, columns);
    let (above, body) = view_areas(app.size(), head.len());
    title(app, view, above, buffer);
    for (y, line) in (above.y + 1..above.bottom()).zip(head) {
        buffer.set_line(above.x, y, &line, above.width);
    }
    let worked_out = app.laid().is_none().then(|| view.lay(scene, columns));
    let Some(laid) = app.laid().or(worked_out.as_ref()) else { return };
    let (top, total) = (sheet.scroll().top(), laid.page.len());
    laid.page.draw(top, body, buffer);
    more(app, top, total, body, buffer);
}

fn title(app: &App, view: &View, area: Rect, buffer: &mut Buffer) {
    let (theme, signs) = (&app.looks().theme, &app.looks().signs);
    let columns = usize::from(area.width);
    let (name, words) = view.sheet().title(app.scene());
    let name = fit(&name, columns.saturating_sub(4), signs.ellipsis).into_owned();
    let left = vec![
        Span::styled(signs.title_start, theme.cursor),
        Span::styled(name, theme.strong),
        Span::styled(signs.title_end, theme.cursor),
        Span::styled(format!(" {words}"), theme.quiet),
    ];
    buffer.set_line(area.x, area.y, &row(left, tags(app), columns, signs.ellipsis), area.width);
}
