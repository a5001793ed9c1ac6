//! The program without its screen: how it is run, and what came of it.

use super::shipped_folder;
use assert_cmd::Command;
use std::path::Path;
use std::process::Output;

/// The program, in a place and with surroundings of its own.
pub fn rolebook() -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_rolebook"));
    command.env_clear().env("LANG", "C.UTF-8").env("TERM", "xterm");
    command
}

/// What a command printed, complained of and returned.
#[derive(Debug)]
pub struct Done {
    pub out: String,
    pub err: String,
    pub code: i32,
}

impl From<Output> for Done {
    fn from(output: Output) -> Self {
        let text = |bytes| String::from_utf8(bytes).unwrap();
        Self {
            out: text(output.stdout),
            err: text(output.stderr),
            code: output.status.code().unwrap(),
        }
    }
}

pub fn done(command: &mut Command) -> Done {
    command.output().unwrap().into()
}

/// A command on the profiles of a folder, run in another one.
pub fn run(profiles: &Path, place: &Path, arguments: &[&str]) -> Done {
    done(rolebook().current_dir(place).arg("--profiles").arg(profiles).args(arguments))
}

/// A command on the profiles that come with the program.
pub fn shipped(arguments: &[&str]) -> Done {
    run(&shipped_folder(), Path::new("."), arguments)
}

/// Nothing that a terminal would obey or hide, besides line feeds.
#[track_caller]
pub fn assert_harmless(text: &str) {
    let hostile = |c: &char| {
        (c.is_control() && *c != '\n')
            || matches!(
                c,
                '\u{200b}' | '\u{200e}' | '\u{200f}' | '\u{61c}' | '\u{feff}' | '\u{2060}'
            )
            || matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
    };
    assert_eq!(text.chars().find(hostile), None, "{text:?}");
}
