//! Leaves out what a terminal answers to others: to an editor that asked for its colours, say, and
//! ended before the answer came. Taken for keys such an answer could do anything, even quit.

use crossterm::event::{Event, KeyCode, KeyEvent, KeyModifiers};

/// What begins a string that a terminal sends, after the escape that is read as Alt: a command for
/// the operating system, for a device, for an application, a private or a plain one.
const BEGINNINGS: [char; 5] = [']', 'P', '_', '^', 'X'];

/// Takes whole answers out of what has come at once. A beginning without an end is a key that
/// somebody pressed.
pub(super) fn leave_out(events: &mut Vec<Event>) {
    let mut from = 0;
    while let Some(begin) = position(events, from, begins) {
        let Some(end) = position(events, begin + 1, ends) else { return };
        events.drain(begin..=end);
        from = begin;
    }
}

fn position(events: &[Event], from: usize, is: fn(&KeyEvent) -> bool) -> Option<usize> {
    let mut after = events.iter().enumerate().skip(from);
    after.find(|(_, event)| matches!(event, Event::Key(key) if is(key))).map(|(at, _)| at)
}

fn begins(key: &KeyEvent) -> bool {
    let alt = key.modifiers.contains(KeyModifiers::ALT);
    alt && matches!(key.code, KeyCode::Char(letter) if BEGINNINGS.contains(&letter))
}

/// `ESC \` or the bell.
fn ends(key: &KeyEvent) -> bool {
    match key.code {
        KeyCode::Char('\\') => key.modifiers.contains(KeyModifiers::ALT),
        KeyCode::Char('g') => key.modifiers.contains(KeyModifiers::CONTROL),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn key(letter: char, modifiers: KeyModifiers) -> Event {
        Event::Key(KeyEvent::new(KeyCode::Char(letter), modifiers))
    }

    /// Keys of a text in which `^` stands before a letter with Control and `!` before one with Alt.
    fn keys(text: &str) -> Vec<Event> {
        let mut modifiers = KeyModifiers::NONE;
        let mut keys = Vec::new();
        for letter in text.chars() {
            match letter {
                '^' => modifiers = KeyModifiers::CONTROL,
                '!' => modifiers = KeyModifiers::ALT,
                _ => keys.push(key(letter, std::mem::replace(&mut modifiers, KeyModifiers::NONE))),
            }
        }
        keys
    }

    #[test]
    fn whole_answers_go_and_all_else_stays() {
        for (come, left) in [
            ("a!]11;rgb:1e1e/q/1e1e!\\b", "ab"),
            ("!]11;q^gj!P1$r2 q!\\k", "jk"),
            ("!Pq", "!Pq"),
            ("!]q!Pj", "!]q!Pj"),
            ("a!\\b^g", "a!\\b^g"),
        ] {
            let mut events = keys(come);
            leave_out(&mut events);
            assert_eq!(events, keys(left), "{come}");
        }
    }
}
