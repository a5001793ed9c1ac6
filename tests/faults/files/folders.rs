//! The folder itself: absent, empty, huge, slow, or not to be trusted.

use super::{ROLEBOOK, Shelf};
use crate::pty::Start;
use crate::support::strace::Trace;
use rolebook::store::{Folder, FolderError, Origin};
use std::fs;
use std::ops::ControlFlow;
use std::os::unix::fs::PermissionsExt;

/// How many files and folders a large library has. Ten times as many take ten times as long.
const FILES: usize = 10_000;
const FOLDERS: usize = 1_000;

#[test]
fn f05_a_huge_folder_is_shown_in_parts_and_keys_are_answered_meanwhile() {
    let shelf = Shelf::new(&[]);
    let duties = "  - Checks the figures of the month before anybody asks for them.\n".repeat(3);
    for folder in 0..FOLDERS {
        fs::create_dir(shelf.path(folder.to_string())).unwrap();
        for file in 0..FILES / FOLDERS {
            let text = format!("title: Clerk {folder:04}-{file}\nresponsibilities:\n{duties}");
            fs::write(shelf.path(format!("{folder}/{file}.yaml")), text).unwrap();
        }
    }
    let root = shelf.root();
    let mut pty = Start::new(&[ROLEBOOK, root.to_str().unwrap(), "--watch=off"]).go();
    pty.wait_for("a first part", |screen| {
        screen.contents().contains("so far") && screen.contents().contains("Clerk")
    });
    pty.press("?");
    pty.wait_for("an answer before all is read", |screen| {
        screen.contents().contains("Keys and commands") && screen.contents().contains("so far")
    });
    pty.press("\x1b");
    pty.wait_for_text("10,000 jobs");
    // Whoever has seen enough need not wait for the rest.
    let mut pty = Start::new(&[ROLEBOOK, root.to_str().unwrap(), "--watch=off"]).go();
    pty.wait_for_text("so far");
    pty.press("q");
    assert_eq!(pty.wait_exit().exit_code(), 0);
    assert!(!String::from_utf8_lossy(&pty.bytes()).contains("10,000 jobs"), "it read to the end");
}

#[test]
fn f10_a_folder_that_is_missing_or_no_folder_is_told_with_what_to_do() {
    let shelf = Shelf::new(&[("file.yaml", "title: A\n")]);
    for command in [&["list"][..], &["show", "x"], &["--print"]] {
        for (name, sentence) in [
            ("nowhere", "there is no folder nowhere; check the path"),
            ("file.yaml", "file.yaml is no folder; name the folder"),
            ("file.yaml/b", "file.yaml/b is no folder; name the folder"),
        ] {
            let told = shelf.told(&[&["--profiles", name], command].concat());
            assert_eq!((told.out.len(), told.code), (0, Some(2)), "{command:?}");
            assert!(told.err.concat().contains(sentence), "{:?}", told.err);
        }
    }
    let error = |name: &str| {
        let mut folder = Folder::open(Origin::Folder(shelf.path(name)), false);
        folder.read(&mut |_| ControlFlow::Continue(())).unwrap_err()
    };
    assert!(matches!(error("none"), FolderError::Missing(_)));
    assert!(matches!(error("file.yaml"), FolderError::NotAFolder(_)));
    assert!(error("no\u{1b}ne").to_string().contains("no␛ne; check the path"));
}

#[test]
fn f10_an_empty_folder_is_no_error_and_says_what_to_put_there() {
    let shelf = Shelf::new(&[]);
    let list = shelf.told(&["--profiles", ".", "list"]);
    assert_eq!((list.out.len(), list.code), (0, Some(0)));
    let root = shelf.root();
    let mut pty = Start::new(&[ROLEBOOK, root.to_str().unwrap()]).go();
    pty.wait_for_text("no job profile");
    // Every key finds nothing there.
    pty.press("jkllhGgg =-sczr!LS\x1b\x1b\x1b");
    shelf.write("a.yaml", "title: Archivist\n");
    pty.wait_for_text("Archivist");
    pty.press("\x03");
    assert_eq!(pty.wait_exit().exit_code(), 0);
}

#[test]
fn f11_a_folder_that_never_answers_keeps_neither_the_screen_nor_the_end_waiting() {
    if Trace::possible().is_none() {
        return;
    }
    let shelf = Shelf::new(&[("a.yaml", "title: Archivist\n")]);
    let root = shelf.root();
    // Whoever asks what is in a folder waits for seconds, and again when they have got an answer.
    let slow = ["strace", "-f", "-qq", "-o/dev/null", "-e", "trace=getdents64"];
    let slow = [&slow[..], &["-e", "inject=getdents64:delay_enter=3s"]].concat();
    let mut pty = Start::new(&[&slow[..], &[ROLEBOOK, root.to_str().unwrap()]].concat()).go();
    pty.wait_for_text("so far");
    pty.press("?");
    pty.wait_for_text("Keys and commands");
    assert!(!pty.text().contains("Archivist"), "the folder has answered");
    pty.press("\x03");
    assert_eq!(pty.wait_exit().exit_code(), 0);
    pty.assert_restored();
}

#[test]
fn f14_nothing_in_a_folder_runs_or_chooses_what_runs() {
    let config = "editor = \"./vi\"\ntheme = \"./vi\"\n";
    let shelf = Shelf::new(&[
        ("a.yaml", "title: Archivist\neditor: ./vi\n"),
        ("library.yaml", "name: Trap\neditor: ./vi\ncommand: ./vi\ntheme: ./vi\n"),
        ("rolebook.toml", config),
        ("jobs.toml", config),
        (".rolebook.yaml", "editor: ./vi\n"),
        (".config/rolebook/config.toml", config),
        (".envrc", "export EDITOR=./vi\n"),
        (".git/config", "[core]\n\tfsmonitor = ./vi\n\teditor = ./vi\n\tpager = ./vi\n"),
        (".git/hooks/post-checkout", "#!/bin/sh\n"),
    ]);
    let around = shelf.around.path();
    let program = |path: &std::path::Path, word: &str| {
        let script = format!("#!/bin/sh\necho {word} >> '{}'\n", around.join("ran").display());
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, script).unwrap();
        fs::set_permissions(path, fs::Permissions::from_mode(0o755)).unwrap();
    };
    for name in ["vi", "vim", "nano", "sh", "git", "less", "chosen-editor", "xclip", "stty"] {
        program(&shelf.path(name), "trap");
    }
    program(&around.join("bin/chosen-editor"), "chosen");
    for command in [&["check", "."][..], &["list", "--profiles", "."], &["--print", "."]] {
        shelf.told(command);
    }
    let bin = around.join("bin");
    let path = format!("{}:/usr/bin:/bin", bin.display());
    for (editor, word, entries) in [("", "set $EDITOR", 1), ("chosen-editor", "Archivist", 2)] {
        let script = format!("cd '{}' && exec {ROLEBOOK} .", shelf.root().display());
        let start = Start::new(&["/bin/sh", "-c", &script]).with("VISUAL", "");
        let mut pty = start.with("EDITOR", editor).with("PATH", &path).size(120, 24).go();
        pty.wait_for_text("watching");
        pty.press("e");
        pty.wait_for_entry(entries);
        pty.wait_for_text(word);
        pty.press("R:");
        pty.wait_for_text("Keys and commands");
        pty.press("\x03");
        assert_eq!(pty.wait_exit().exit_code(), 0);
    }
    assert_eq!(fs::read_to_string(around.join("ran")).unwrap(), "chosen\n");
}
