//! What hands do at a keyboard: all that the key map knows, but for what ends the program.

use crate::made::seed::Seed;
use crossterm::event::{KeyCode, KeyModifiers};
use rolebook::tui::keymap::{Key, TABLE, parse_script};

/// Keys that end or stop the program, open an editor, or open a box whose answer could be a path or
/// a command of any kind. Boxes are opened by [`WAYS`] alone, which close them again.
const NOT_ALONE: [&str; 13] =
    ["q", "<c-c>", "<c-z>", "e", "E", "S", "i", "?", "<f1>", ":", "<f5>", "R", "m"];

/// Ways to where single keys hardly lead.
const WAYS: [&str; 24] = [
    "/sup<enter>",
    "/pay man<enter>",
    "f'zz<esc>",
    "<tab>/a<enter>nn",
    "jjjll=",
    "jjjll3jjl",
    "Gkkll.",
    "llw",
    "<space>j<space>c",
    "U<space>jj<space>j<space>c<tab>",
    "<space>jjc=}}s",
    "jr",
    "rjjc",
    "<space>jjt",
    "!jj",
    "LjG",
    "$",
    "zz",
    "R",
    "mm",
    "?so<esc><esc>",
    "?near<enter>",
    "<esc><esc>S<enter><enter><esc><esc>",
    "<esc><esc>i<enter><enter><esc><esc>",
];

/// Sizes, from none to work with up to a wall.
const SIZES: [(u16, u16); 9] =
    [(5, 3), (1, 1), (24, 80), (40, 10), (80, 24), (93, 25), (120, 40), (200, 60), (250, 80)];

/// All keys of the key map that may be pressed anywhere.
pub fn single_keys() -> Vec<&'static str> {
    let all = TABLE.iter().flat_map(|binding| binding.keys.iter().copied());
    all.filter(|keys| !NOT_ALONE.contains(keys)).collect()
}

/// Something that hands do.
#[derive(Debug)]
pub enum Deed {
    /// Bytes that the terminal sends, and what they mean.
    Press(Vec<u8>, String),
    Resize(u16, u16),
    Edit,
}

/// The next thing that they do.
pub fn deed(seed: &mut Seed, singles: &[&'static str]) -> Deed {
    let script = match seed.below(100) {
        0..64 => seed.pick(singles),
        64..78 => seed.pick(&WAYS),
        78..84 => {
            let button = [0, 0, 32, 64, 65, 2][seed.below(6)];
            let (x, y) = (1 + seed.below(130), 1 + seed.below(50));
            let text = format!("\x1b[<{button};{x};{y}M\x1b[<{button};{x};{y}m");
            return Deed::Press(text.into_bytes(), format!("mouse {button} at {x};{y}"));
        }
        84..88 => {
            let text = seed.pick(&["sales\r\nq\x03", "é\u{202e}x", "\x1b]0;t\x07", ""]);
            return Deed::Press(format!("\x1b[200~{text}\x1b[201~").into_bytes(), "paste".into());
        }
        88..92 => {
            let (columns, rows) = SIZES[seed.below(SIZES.len())];
            return Deed::Resize(columns, rows);
        }
        _ => return Deed::Edit,
    };
    Deed::Press(bytes(script), script.to_owned())
}

/// What a terminal sends for these keys.
pub fn bytes(script: &str) -> Vec<u8> {
    parse_script(script).unwrap().into_iter().flat_map(sent).collect()
}

fn sent(key: Key) -> Vec<u8> {
    let modifiers = 1
        + u8::from(key.modifiers.contains(KeyModifiers::SHIFT))
        + 2 * u8::from(key.modifiers.contains(KeyModifiers::ALT));
    let cursor = |end: char| match modifiers {
        1 => format!("\x1b[{end}"),
        _ => format!("\x1b[1;{modifiers}{end}"),
    };
    let text = match key.code {
        KeyCode::Char(c) if key.modifiers.contains(KeyModifiers::CONTROL) => {
            return vec![u8::try_from(c).unwrap() & 0x1f];
        }
        KeyCode::Char(c) => c.to_string(),
        KeyCode::Enter => "\r".to_owned(),
        // Not the byte alone, which would join with what follows.
        KeyCode::Esc => "\x1b[27u".to_owned(),
        KeyCode::Tab if modifiers > 1 => "\x1b[Z".to_owned(),
        KeyCode::Tab => "\t".to_owned(),
        KeyCode::Backspace => "\x7f".to_owned(),
        KeyCode::Delete => "\x1b[3~".to_owned(),
        KeyCode::Up => cursor('A'),
        KeyCode::Down => cursor('B'),
        KeyCode::Right => cursor('C'),
        KeyCode::Left => cursor('D'),
        KeyCode::Home => cursor('H'),
        KeyCode::End => cursor('F'),
        KeyCode::PageUp => "\x1b[5~".to_owned(),
        KeyCode::PageDown => "\x1b[6~".to_owned(),
        KeyCode::F(1) => "\x1bOP".to_owned(),
        KeyCode::F(5) => "\x1b[15~".to_owned(),
        other => panic!("no bytes for {other}"),
    };
    text.into_bytes()
}
