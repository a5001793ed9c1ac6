//! Pictures of the shipped profiles for the README: made from key scripts, checked against the code.
//!
//! `ROLEBOOK_WRITE_SCREENSHOTS=1 cargo test --test screenshots` writes them anew.

#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test may end where it stands")]

mod support;

use anstyle::RgbColor;
use anstyle_svg::{Palette, Term};
use rolebook::cli::{buffer_text, frame};
use std::path::Path;
use support::{Size, drive, shipped};

/// Name, size and keys of each picture.
const SCREENSHOTS: [(&str, Size, &str); 12] = [
    ("overview", (120, 40), "/sup<enter>jjjj"),
    ("filter", (120, 40), "/nurse"),
    ("tree", (120, 40), "/sup<enter>jjjjll/sales function<enter><esc>ljjjjl"),
    ("who-else", (120, 40), "/sm15000482<enter><esc><esc>ll/order processing<enter><esc>w"),
    ("pay", (120, 40), "/^software<enter>lz"),
    ("palette", (120, 40), "/sup<enter>l?"),
    ("compare", (120, 40), "/sm15000482<tab><c-u>sm15000617<tab><c-u>sm15000731<tab><esc>clGkkk"),
    ("gap", (120, 40), "/sm15000482<tab><c-u>sm15000617<tab><esc>c<tab>jj"),
    ("near", (120, 30), "/sm15000482<enter>r"),
    ("route", (120, 22), "/fa14000231<enter><space>f<c-u>fa14000215<enter>tj"),
    ("small", (80, 24), "/sm15000482<enter>"),
    ("wide", (200, 50), "/sup<enter>jjjjll3"),
];

/// A dark terminal: ground, text, and the sixteen colours.
const GROUND: (u8, u8, u8) = (0x16, 0x1a, 0x20);
const TEXT: (u8, u8, u8) = (0xd6, 0xda, 0xe0);
const COLOURS: [(u8, u8, u8); 16] = [
    (0x2a, 0x30, 0x38),
    (0xf0, 0x71, 0x78),
    (0x8f, 0xc9, 0x7b),
    (0xe8, 0xc1, 0x6a),
    (0x74, 0xa8, 0xf0),
    (0xd0, 0x8f, 0xe0),
    (0x5f, 0xc4, 0xc9),
    (0xc4, 0xc9, 0xd0),
    (0x6b, 0x73, 0x7e),
    (0xff, 0x8f, 0x96),
    (0xa9, 0xdf, 0x98),
    (0xf5, 0xd5, 0x8c),
    (0x96, 0xc0, 0xff),
    (0xe2, 0xac, 0xf0),
    (0x84, 0xdc, 0xe0),
    (0xf0, 0xf2, 0xf5),
];

fn svg(size: Size, script: &str) -> String {
    let text = buffer_text(&frame(&drive(&shipped(), size, script)), true);
    let term = Term::new()
        .palette(Palette(COLOURS.map(|(r, g, b)| RgbColor(r, g, b))))
        .fg_color(RgbColor(TEXT.0, TEXT.1, TEXT.2).into())
        .bg_color(RgbColor(GROUND.0, GROUND.1, GROUND.2).into());
    let svg = term.render_svg(&text);
    // A part of a text has no opacity of its own in SVG, but its fill has.
    let svg = svg.replace("opacity: 0.4;", "fill-opacity: 0.6;");
    // Fonts whose signs for boxes, bars and meters are as wide as their letters come first.
    svg.replace("SFMono-Regular,", "DejaVu Sans Mono, Cascadia Mono, Menlo,")
}

#[test]
fn the_screenshots_show_the_program_as_it_is() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("screenshots");
    let write = std::env::var_os("ROLEBOOK_WRITE_SCREENSHOTS").is_some();
    let mut outdated = Vec::new();
    for (name, size, script) in SCREENSHOTS {
        let path = folder.join(name).with_extension("svg");
        let svg = svg(size, script);
        if write {
            std::fs::create_dir_all(&folder).unwrap();
            std::fs::write(path, svg).unwrap();
        } else if std::fs::read_to_string(path).unwrap_or_default() != svg {
            outdated.push(name);
        }
    }
    let how = "ROLEBOOK_WRITE_SCREENSHOTS=1 cargo test --test screenshots";
    assert!(outdated.is_empty(), "{outdated:?} show something else; look, then write them: {how}");
}
