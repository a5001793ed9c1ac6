//! The screen, told as stories: which keys are pressed, and the picture that they lead to.

#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test may end where it stands")]

mod support;

mod stories {
    mod answers;
    mod browse;
    mod compare;
    mod detail;
    mod editing;
    mod excerpt;
    mod filter;
    mod find;
    mod gap;
    mod links;
    mod looks;
    mod marks;
    mod mouse;
    mod near;
    mod palette;
    mod partial;
    mod pay;
    mod promises;
    mod reload;
    mod resize;
    mod saving;
    mod shipped;
    mod tree;
    mod whole;
}

use rolebook::model::Library;
use rolebook::tui::app::App;
use std::sync::Arc;
use support::{SIZES, Size};

/// Holds the picture after `script`, at three sizes.
#[track_caller]
fn hold(name: &str, library: &Arc<Library>, script: &str) {
    hold_at(&SIZES, name, library, script);
}

/// Holds the picture after `script` at each of `sizes`.
#[track_caller]
fn hold_at(sizes: &[Size], name: &str, library: &Arc<Library>, script: &str) {
    for &size in sizes {
        let name = format!("{name}@{}x{}", size.0, size.1);
        hold_app(&name, &support::drive(library, size, script), script);
    }
}

/// Holds what an app shows.
#[track_caller]
fn hold_app(name: &str, app: &App, script: &str) {
    let mut settings = insta::Settings::clone_current();
    settings.set_snapshot_path("snapshots");
    settings.set_prepend_module_to_snapshot(false);
    settings.set_omit_expression(true);
    settings.set_description(format!("keys: {script}"));
    settings.bind(|| insta::assert_snapshot!(name, support::picture(app)));
}

/// What a frame says, as lines.
fn lines_after(library: &Arc<Library>, size: Size, script: &str) -> Vec<String> {
    let app = support::drive(library, size, script);
    let (frame, _) = support::picture::drawn(&app);
    support::assert_clean(&frame);
    support::picture::lines(&frame)
}

/// What a frame says, as one text.
fn text_after(library: &Arc<Library>, size: Size, script: &str) -> String {
    lines_after(library, size, script).join("\n")
}
