//! What is done to the program, and what it does then: one module for each group of faults, one line
//! of the table in `faults/README.md` for each fault, its number in the name of each test that holds it.

#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test may end where it stands")]

#[path = "corpus/mod.rs"]
mod corpus;
#[path = "support/cpu.rs"]
mod cpu;
#[path = "support/process.rs"]
mod process;
#[path = "support/pty.rs"]
mod pty;
#[path = "search/shelf.rs"]
#[allow(dead_code, reason = "one group makes its own titles with it")]
mod search_shelf;
#[path = "support/started.rs"]
mod started;
mod support;

#[path = "faults/command_line.rs"]
mod command_line;
#[path = "faults/editor.rs"]
mod editor;
#[path = "faults/files.rs"]
mod files;
#[path = "faults/hostile_screen.rs"]
mod hostile_screen;
#[path = "faults/hostile_text.rs"]
mod hostile_text;
#[path = "faults/keyboard.rs"]
mod keyboard;
#[path = "faults/supply.rs"]
mod supply;
#[path = "faults/table.rs"]
mod table;
#[path = "faults/terminal.rs"]
mod terminal;
#[path = "faults/watching.rs"]
mod watching;
#[path = "faults/writing.rs"]
mod writing;
#[path = "faults/yaml.rs"]
mod yaml;
#[path = "faults/yaml_child.rs"]
mod yaml_child;
#[path = "faults/yaml_damage.rs"]
mod yaml_damage;
