//! Which program is the reader's editor, and what it is called with.

use super::{Desk, ROLEBOOK, quit};
use crate::pty::Start;
use std::ffi::OsStr;
use std::os::unix::ffi::OsStrExt;

#[test]
fn d01_where_no_editor_is_named_that_is_told_and_none_is_guessed() {
    let desk = Desk::new("");
    desk.noting("vi");
    let folder = desk.path("jobs");
    let path = format!("{}:{}", desk.root.path().display(), std::env::var("PATH").unwrap());
    for set in [&["-u", "VISUAL", "-u", "EDITOR"][..], &["VISUAL=", "EDITOR="], &["EDITOR= \t "]] {
        let command = [&["env"], set, &[ROLEBOOK, folder.to_str().unwrap()]].concat();
        let pty = Start::new(&command).with("VISUAL", " ").with("PATH", &path);
        let mut pty = pty.with("OUT", desk.path("out").to_str().unwrap()).go();
        pty.wait_for_text("1 job");
        pty.press("e");
        pty.wait_for_text("set $EDITOR, for example: export EDITOR=nano");
        assert!(!desk.path("out").exists(), "an editor that nobody named");
        quit(pty);
    }
}

/// The arguments that an editor gets, where `~` stands for the folder of the desk and `@` for the
/// job's path.
fn assert_called(desk: &Desk, editor: &str, arguments: &[&str]) {
    let _ = std::fs::remove_file(desk.path("out"));
    let mut pty = desk.open(&editor.replace('~', desk.root.path().to_str().unwrap()));
    pty.press("e");
    let written = String::from_utf8(desk.written(b"end|")).unwrap();
    let job = desk.job.to_str().unwrap();
    let expected: Vec<String> = arguments.iter().map(|word| word.replace('@', job)).collect();
    let expected = format!("{}|{}|end|", expected.len(), expected.join("|"));
    assert_eq!(written, expected, "{editor}");
    pty.wait_for_entry(2);
    quit(pty);
}

#[test]
fn d02_d03_an_editor_has_words_of_its_own_and_quotes_hold_them_together() {
    let desk = Desk::new("");
    for name in ["emacsclient", "gvim", "my \"editor\""] {
        desk.noting(name);
    }
    for (editor, arguments) in [
        ("~/emacsclient -nw", &["-nw", "+2:8", "@"][..]),
        ("~/gvim -f -u NONE", &["-f", "-u", "NONE", "+2", "@"]),
        (
            "'~/gvim' --servername \"two words\" a\\ b",
            &["--servername", "two words", "a b", "+2", "@"],
        ),
        // The path of a program that is there is one word, whatever it consists of.
        ("~/my \"editor\"", &["@"]),
    ] {
        assert_called(&desk, editor, arguments);
    }
}

#[test]
fn d04_no_shell_ever_sees_the_variable() {
    let desk = Desk::new("");
    desk.noting("nvim");
    let proof = desk.path("proof");
    let touch = format!("touch {}", proof.display());
    let mut pty = desk.open(&format!("nvim; {touch}"));
    pty.press("e");
    pty.wait_for_text("no program nvim;");
    quit(pty);
    let words = [&format!("$({touch})"), &format!("`{touch}`"), "&&", &touch, ">", "$HOME", "*"];
    let words = words.join(" ");
    let arguments = [&words.split(' ').collect::<Vec<_>>()[..], &["+2", "@"]].concat();
    assert_called(&desk, &format!("~/nvim {words}"), &arguments);
    assert!(!proof.exists());
}

#[test]
fn d05_it_gets_the_files_own_bytes_as_one_argument() {
    let name = OsStr::from_bytes(b"- a;b$(c)\n\x1b\xff.yaml");
    let desk = Desk::with_job(name, "printf '%s|' \"$#\" \"$@\" end > \"$OUT\"\n");
    let mut pty = desk.open(&desk.editor());
    pty.press("e");
    let mut expected = b"2|+2|".to_vec();
    expected.extend_from_slice(desk.job.as_os_str().as_bytes());
    expected.extend_from_slice(b"|end|");
    assert_eq!(desk.written(b"end|"), expected);
    pty.wait_for_entry(2);
    quit(pty);
}

#[test]
fn d13_an_editor_that_is_known_is_told_the_line_and_any_other_the_path_alone() {
    let desk = Desk::new("");
    for (name, arguments) in [
        ("vim.basic", &["+2", "@"][..]),
        ("nano", &["+2,8", "@"]),
        ("kak", &["+2:8", "@"]),
        ("kate", &["-l", "2", "-c", "8", "@"]),
        ("codium", &["-g", "@:2:8"]),
        ("hx", &["@:2:8"]),
        ("ed", &["@"]),
        ("unheard-of", &["@"]),
    ] {
        desk.noting(name);
        assert_called(&desk, &format!("~/{name}"), arguments);
    }
}
