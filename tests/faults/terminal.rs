//! Faults of the terminal's life (T): however the program ends or is held up, the terminal is as before.

#[path = "terminal/around.rs"]
mod around;
#[path = "terminal/ending.rs"]
mod ending;
#[path = "terminal/memory.rs"]
mod memory;
#[path = "terminal/mistakes.rs"]
mod mistakes;
#[path = "terminal/sizes.rs"]
mod sizes;
#[path = "terminal/starting.rs"]
mod starting;
#[path = "terminal/suspending.rs"]
mod suspending;

use crate::started::ROLEBOOK;

/// What is shown, without the blanks behind each line.
fn lines(text: &str) -> String {
    text.trim_end().lines().map(str::trim_end).collect::<Vec<_>>().join("\n")
}

/// What the program prints as its frame of this size after these keys.
fn frame(size: &str, keys: &str) -> String {
    let arguments = ["--print", "--size", size, "--color", "never", "--keys", keys, "profiles"];
    let mut program = std::process::Command::new(ROLEBOOK);
    program.args(arguments).env("LC_ALL", "C.UTF-8").current_dir(env!("CARGO_MANIFEST_DIR"));
    lines(&String::from_utf8(program.output().unwrap().stdout).unwrap())
}
