//! Looks before anything is touched whether a full screen is possible here.

use std::ffi::OsStr;
use std::io::IsTerminal;

use super::terminal::can_be_read;
use crate::printable::printable;

/// The exit code of a refusal.
pub const EXIT_CODE: u8 = 2;

/// Why the browser cannot run here, in one line that names what can; nothing when it can. Whoever
/// gave a script of keys may want the frame that it leads to.
#[must_use]
pub fn refusal(is_script: bool) -> Option<String> {
    let term = std::env::var_os("TERM").unwrap_or_default();
    let why = obstacle(std::io::stdout().is_terminal(), can_be_read(), &term)?;
    let instead = match is_script {
        true => "add `--print` to print the frame that the keys lead to",
        false => "use `rolebook list` or `rolebook show JOB` instead",
    };
    Some(format!("rolebook: {why}; {instead}"))
}

fn obstacle(shows: bool, reads: bool, term: &OsStr) -> Option<String> {
    if !shows {
        return Some("the browser needs a terminal, and standard output is not one".into());
    }
    if !reads {
        return Some("the browser needs a terminal to read keys from, and there is none".into());
    }
    match term.to_string_lossy().as_ref() {
        "" => Some("TERM is not set, so this terminal is unknown".into()),
        name @ "dumb" => {
            Some(format!("a terminal of the kind TERM={} has no full screen", printable(name)))
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn refuses_what_has_no_screen_and_nothing_else() {
        for (shows, reads, term, part) in [
            (false, true, "xterm", "standard output"),
            (true, false, "xterm", "read keys"),
            (true, true, "", "TERM is not set"),
            (true, true, "dumb", "TERM=dumb"),
        ] {
            let why = obstacle(shows, reads, OsStr::new(term)).unwrap();
            assert!(why.contains(part), "{why}");
        }
        for term in ["xterm", "linux", "tmux-256color", "vt100"] {
            assert_eq!(obstacle(true, true, OsStr::new(term)), None);
        }
    }
}
