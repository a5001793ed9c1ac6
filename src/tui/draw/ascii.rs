//! The last step where the locale is not UTF-8: nothing but ASCII leaves the program.
//!
//! The signs of the screen are ASCII by then; what is left comes from words and from files.

use crate::tui::widget::text::width;
use ratatui::buffer::Buffer;
use unicode_normalization::UnicodeNormalization;

/// Replaces every character beyond ASCII.
pub fn only(buffer: &mut Buffer) {
    for cell in &mut buffer.content {
        let symbol = cell.symbol();
        if !symbol.is_ascii() {
            // A wide character keeps its two columns.
            let columns = width(symbol).max(1);
            let plain = symbol.nfd().next().map_or("?", |c| plain(c));
            let base = symbol.nfd().next().filter(char::is_ascii);
            let text = base.map_or_else(|| plain.repeat(columns), |letter| letter.to_string());
            cell.set_symbol(&text);
        }
    }
}

/// What a character is written as without Unicode.
fn plain(c: char) -> &'static str {
    match c {
        '·' | '–' | '—' | '−' => "-",
        '≈' | '…' => "~",
        '×' => "x",
        '›' | '→' => ">",
        '“' | '”' => "\"",
        '‘' | '’' => "'",
        '⟨' => "<",
        '⟩' => ">",
        _ => "?",
    }
}
