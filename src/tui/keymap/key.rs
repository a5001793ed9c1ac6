//! A key, how it is written in scripts (`<c-d>`) and how people read it (`Ctrl-d`).

use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};

/// A key with the modifiers that matter to it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Key {
    /// Which key.
    pub code: KeyCode,
    /// Control, Alt and, for keys that have no letter of their own with it, Shift.
    pub modifiers: KeyModifiers,
}

/// The special keys: how scripts and how people write them.
const NAMES: &[(&str, &str, KeyCode)] = &[
    ("enter", "Enter", KeyCode::Enter),
    ("esc", "Esc", KeyCode::Esc),
    ("tab", "Tab", KeyCode::Tab),
    ("space", "Space", KeyCode::Char(' ')),
    ("lt", "<", KeyCode::Char('<')),
    ("bs", "Backspace", KeyCode::Backspace),
    ("del", "Delete", KeyCode::Delete),
    ("up", "↑", KeyCode::Up),
    ("down", "↓", KeyCode::Down),
    ("left", "←", KeyCode::Left),
    ("right", "→", KeyCode::Right),
    ("home", "Home", KeyCode::Home),
    ("end", "End", KeyCode::End),
    ("pgup", "PgUp", KeyCode::PageUp),
    ("pgdn", "PgDn", KeyCode::PageDown),
    ("f1", "F1", KeyCode::F(1)),
    ("f5", "F5", KeyCode::F(5)),
];

impl Key {
    /// A key without modifiers.
    #[must_use]
    pub fn plain(code: KeyCode) -> Self {
        Self { code, modifiers: KeyModifiers::NONE }
    }

    /// The letter that this key types, where it types one.
    #[must_use]
    pub fn typed(self) -> Option<char> {
        match self.code {
            KeyCode::Char(c) if self.modifiers.is_empty() => Some(c),
            _ => None,
        }
    }

    /// The digit on this key.
    #[must_use]
    pub fn digit(self) -> Option<u8> {
        self.typed()?.to_digit(10).and_then(|digit| u8::try_from(digit).ok())
    }
}

impl From<KeyEvent> for Key {
    fn from(event: KeyEvent) -> Self {
        let mut modifiers =
            event.modifiers & (KeyModifiers::CONTROL | KeyModifiers::ALT | KeyModifiers::SHIFT);
        let code = match event.code {
            KeyCode::BackTab => {
                modifiers |= KeyModifiers::SHIFT;
                KeyCode::Tab
            }
            // Shift is already in the letter, whether the terminal reports it or not.
            KeyCode::Char(c) => {
                modifiers -= KeyModifiers::SHIFT;
                KeyCode::Char(c)
            }
            other => other,
        };
        Self { code, modifiers }
    }
}

impl From<Key> for KeyEvent {
    fn from(key: Key) -> Self {
        KeyEvent::new(key.code, key.modifiers)
    }
}

impl std::fmt::Display for Key {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let modifiers = [
            (KeyModifiers::CONTROL, "Ctrl-"),
            (KeyModifiers::ALT, "Alt-"),
            (KeyModifiers::SHIFT, "Shift-"),
        ];
        for (modifier, name) in modifiers {
            if self.modifiers.contains(modifier) {
                f.write_str(name)?;
            }
        }
        match NAMES.iter().find(|(_, _, code)| *code == self.code) {
            Some((_, shown, _)) => f.write_str(shown),
            None => match self.code {
                KeyCode::Char(c) => write!(f, "{c}"),
                other => write!(f, "{other}"),
            },
        }
    }
}

/// Reads a key script: letters stand for themselves, special keys are `<enter>`, `<esc>`, `<c-d>`,
/// `<a-left>`, `<s-up>`, `<lt>` and so on.
///
/// # Errors
/// A sentence that names the key that is not known, or the `<` that is never closed.
pub fn parse_script(script: &str) -> Result<Vec<Key>, String> {
    let mut keys = Vec::new();
    let mut rest = script;
    while let Some(c) = rest.chars().next() {
        if c != '<' {
            keys.push(Key::plain(KeyCode::Char(c)));
            rest = &rest[c.len_utf8()..];
            continue;
        }
        let Some(end) = rest.find('>') else {
            return Err("a “<” in the key script is never closed; write <lt> for the letter".into());
        };
        keys.push(named(&rest[1..end]).ok_or_else(|| {
            format!("no key is called <{}>; known are {}", &rest[1..end], known_names())
        })?);
        rest = &rest[end + 1..];
    }
    Ok(keys)
}

fn known_names() -> String {
    let names: Vec<String> = NAMES.iter().map(|(name, _, _)| format!("<{name}>")).collect();
    format!("{}, and <c-…>, <a-…>, <s-…> before a key", names.join(" "))
}

fn named(name: &str) -> Option<Key> {
    let name = name.to_lowercase();
    let mut modifiers = KeyModifiers::NONE;
    let mut rest = name.as_str();
    loop {
        let (modifier, after) = match rest.as_bytes() {
            [b'c', b'-', _, ..] => (KeyModifiers::CONTROL, &rest[2..]),
            [b'a', b'-', _, ..] => (KeyModifiers::ALT, &rest[2..]),
            [b's', b'-', _, ..] => (KeyModifiers::SHIFT, &rest[2..]),
            _ => break,
        };
        modifiers |= modifier;
        rest = after;
    }
    let special = NAMES.iter().find(|(n, _, _)| *n == rest).map(|(_, _, code)| *code);
    let mut letters = rest.chars();
    let letter = match (letters.next(), letters.next()) {
        (Some(c), None) if !modifiers.is_empty() => Some(KeyCode::Char(c)),
        _ => None,
    };
    Some(Key { code: special.or(letter)?, modifiers })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_script_reads_as_it_is_typed() {
        let keys = parse_script("/sé<enter>l=<c-d><lt><s-tab>").unwrap();
        let shown: Vec<String> = keys.iter().map(ToString::to_string).collect();
        assert_eq!(shown, ["/", "s", "é", "Enter", "l", "=", "Ctrl-d", "<", "Shift-Tab"]);
        assert_eq!(keys.last().copied(), Some(Key::from(KeyEvent::from(KeyCode::BackTab))));
    }

    #[test]
    fn a_wrong_script_is_told() {
        assert!(parse_script("<entr>").unwrap_err().contains("<entr>"));
        assert!(parse_script("a<b").unwrap_err().contains("<lt>"));
        assert!(parse_script("<>").is_err());
    }

    #[test]
    fn shift_is_in_the_letter() {
        let shifted = KeyEvent::new(KeyCode::Char('G'), KeyModifiers::SHIFT);
        assert_eq!(Key::from(shifted), Key::plain(KeyCode::Char('G')));
    }
}
