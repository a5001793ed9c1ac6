//! Hostile text on the screen (E): it takes its own cells and no others, and no time.

use super::cpu::{LABOUR, worked};
use super::support::picture::{assert_clean, drawn};
use super::support::{SIZES, SMALL, Size, drive, library, shipped};
use crossterm::event::Event;
use ratatui::buffer::Buffer;
use rolebook::model::Library;
use rolebook::tui::app::App;
use rolebook::tui::keymap::parse_script;
use rolebook::tui::message::Msg;
use rolebook::tui::widget::text::width;
use std::collections::BTreeSet;
use std::sync::Arc;
use unicode_segmentation::UnicodeSegmentation;

/// Texts that are wider, narrower or higher than they are long, and turn the other way.
const SHAPES: [&str; 12] = [
    "👨\u{200d}👩\u{200d}👧\u{200d}👦👨\u{200d}👩\u{200d}👧\u{200d}👦 👩🏽\u{200d}🚀 ❤\u{fe0f}\u{200d}🔥",
    "🇩🇪🇫🇷🇯🇵 1\u{fe0f}\u{20e3}2\u{fe0f}\u{20e3} ❤\u{fe0f}",
    "給与計算の責任者とその代理人のための仕事",
    "한국어 직무 ᄒ\u{1161}\u{11ab} ᄀᄂᄃ",
    "वेतन प्रबंधक क्षेत्रीय श्री",
    "مدير الرواتب והשכר בחברה",
    "می\u{200c}خواهم حقوق",
    "Ze\u{301}\u{300}\u{302}\u{303}\u{304}\u{305}\u{306}\u{307}\u{308}ro Zalgo",
    "\u{301}\u{301}\u{301} marks on nothing",
    "A\\tB\\nC\\r\\nD\\e[31mE",
    "Ａ full-width Ｂ ﷽ ㋿",
    "x\u{202e}x\u{2066}x\u{200b}x\u{feff}x",
];

/// A job for each shape, in whose every text it stands.
fn shapes() -> Arc<Library> {
    let job = |text: &str| {
        format!(
            "title: \"{text}\"\ncode: \"{text}\"\nlevel: \"{text}\"\nfamily: \"{text}\"\n\
             summary: \"{text} {text} {text}\"\nresponsibilities: [\"{text}\"]\n\
             competencies:\n  \"{text}\":\n  - {{ name: \"{text}\", level: 3, definition: \"{text} {text}\" }}\n"
        )
    };
    let files: Vec<(String, String)> =
        SHAPES.iter().enumerate().map(|(i, text)| (format!("{i:02}.yaml"), job(text))).collect();
    let files: Vec<(&str, &str)> = files.iter().map(|(p, t)| (p.as_str(), t.as_str())).collect();
    library(&files)
}

/// The columns of the lines that part the panes, from top to bottom.
fn borders(frame: &Buffer) -> BTreeSet<u16> {
    let rows = frame.area.height;
    let is_border = |x: &u16| {
        (1..rows - 1).filter(|y| "│┤├┬┴┼".contains(frame[(*x, *y)].symbol())).count() * 2
            > usize::from(rows)
    };
    (0..frame.area.width).filter(is_border).collect()
}

/// Walks over each row as a terminal does: no character may reach over a border or the edge.
#[track_caller]
fn assert_in_line(frame: &Buffer, borders: &BTreeSet<u16>) {
    for y in 0..frame.area.height {
        let mut x = 0;
        while x < frame.area.width {
            let symbol = frame[(x, y)].symbol();
            let next = x + u16::try_from(width(symbol).max(1)).unwrap();
            assert!(borders.range(x + 1..next).next().is_none(), "{symbol:?} at {x},{y}");
            assert!(next <= frame.area.width, "{symbol:?} at {x},{y}");
            x = next;
        }
    }
}

const VIEWS: [&str; 6] = ["", "<enter>", "<enter><tab>=", "gg<space>j<space>j<space>c", "!", "/a"];

#[test]
fn e08_e09_e12_every_shape_of_text_stays_within_its_pane_and_is_never_cut_in_two() {
    let (library, shipped) = (shapes(), shipped());
    let texts = SHAPES.map(shown).join(" ");
    let whole: BTreeSet<&str> = texts.graphemes(true).collect();
    for size in SIZES.into_iter().chain([SMALL, (93, 25)]) {
        for view in VIEWS {
            let app = drive(&shipped, size, view);
            let (plain, _) = drawn(&app);
            let mut app = drive(&library, size, view);
            for _ in 0..SHAPES.len() {
                let (frame, _) = drawn(&app);
                assert_clean(&frame);
                assert_in_line(&frame, &borders(&frame));
                if view.is_empty() {
                    assert_eq!(borders(&frame), borders(&plain), "at {size:?}");
                }
                for symbol in frame.content.iter().map(|cell| cell.symbol()) {
                    assert!(symbol.chars().count() <= 11, "{symbol:?} is piled up");
                    let of_text = |c: char| !c.is_ascii() && texts.contains(c);
                    let is_part = symbol.contains(of_text) && !whole.contains(symbol);
                    assert!(!is_part, "{symbol:?} is a part, at {size:?} {view}");
                }
                press(&mut app, "j");
            }
        }
    }
}

/// A text as it is shown.
fn shown(text: &str) -> String {
    let text = text.replace("\\t", "\t").replace("\\r\\n", "\n").replace("\\n", "\n");
    rolebook::printable::printable(&text.replace("\\e", "\u{1b}")).into_owned()
}

fn press(app: &mut App, script: &str) {
    for key in parse_script(script).unwrap() {
        app.update(Msg::Input(vec![Event::Key(key.into())]));
    }
}

/// Moves about in a library and draws after each key.
#[track_caller]
fn assert_quick(library: &Arc<Library>, size: Size) {
    let before = worked();
    let mut app = drive(library, size, "");
    for key in
        ["j", "k", "<enter>", "<c-d>", "<c-d>", "G", "gg", "<tab>", "j", "<esc>", "/x", "<enter>"]
    {
        press(&mut app, key);
        assert_clean(&drawn(&app).0);
    }
    let work = worked() - before;
    assert!(work < LABOUR, "{work:?}");
}

#[test]
fn e11_a_text_of_any_length_is_cut_and_drawn_as_soon_as_another() {
    let long = "x".repeat(100_000);
    let words = "word ".repeat(100_000);
    let also = "- Alternate\n".repeat(40_000);
    for text in [
        format!("title: {long}\n"),
        format!("title: A\ncode: {long}\nlevel: {long}\nfamily: {long}\nreports_to: {long}\n"),
        format!("title: A\nsummary: {words}\n"),
        format!("title: A\nsummary: {long}\n"),
        format!("title: A\nalso_known_as:\n{also}"),
        format!("title: A\nresponsibilities:\n{also}"),
        format!(
            "title: A\ncompetencies:\n  g:\n  - {{ name: {long}, level: 3, definition: {words} }}\n"
        ),
    ] {
        let library = library(&[("a.yaml", &text), ("b.yaml", "title: B\n")]);
        assert_quick(&library, (120, 40));
    }
    let library = library(&[("a.yaml", &format!("title: {long}\n")), ("b.yaml", "title: B\n")]);
    let (frame, _) = drawn(&drive(&library, (120, 40), ""));
    assert!(frame.content.iter().any(|cell| cell.symbol() == "…"));
}
