//! Names, times and droppings of files.

use super::{ROLEBOOK, Shelf};
use crate::pty::Start;
use std::ffi::OsStr;
use std::fs;
use std::os::unix::ffi::OsStrExt;
use std::process::Command;
use std::thread;

#[test]
fn f07_f08_a_file_of_any_name_is_listed_edited_and_read_again() {
    for (name, shown) in [
        // The terminal of these tests passes over the mark for a byte that is no text.
        (&b"r\xf4le.yaml"[..], "le.yaml:1"),
        (b"-n.yaml", "edit -n.yaml:1"),
        (b"two\nlines \x1b[31m.yaml", "edit two⏎lines ␛[31m.yaml:1"),
    ] {
        let shelf = Shelf::new(&[]);
        let file = OsStr::from_bytes(name);
        shelf.write(file, "title: Archivist\n");
        let script = shelf.around.path().join("edit");
        fs::write(&script, "printf 'title: Astronomer\\n' > \"$1\"\n").unwrap();
        let root = shelf.root();
        let start = Start::new(&[ROLEBOOK, root.to_str().unwrap()]).with("VISUAL", "");
        let editor = format!("sh '{}'", script.display());
        let mut pty = start.with("EDITOR", &editor).size(120, 24).go();
        pty.wait_for_text("watching");
        pty.wait_for_text(shown);
        pty.press("e");
        pty.wait_for_text("Astronomer");
        let files: Vec<_> = fs::read_dir(&root).unwrap().map(|e| e.unwrap().file_name()).collect();
        assert_eq!(files, [file], "another file was written");
        pty.press("q");
        assert_eq!(pty.wait_exit().exit_code(), 0);
    }
}

#[test]
fn f09_two_files_of_one_code_are_both_shown_and_each_is_named() {
    let shelf = Shelf::new(&[
        ("rep.yaml", "title: Rep\ncode: S1\n"),
        ("Rep.yaml", "title: REP\ncode: S1\n"),
    ]);
    let list = shelf.told(&["list", "--profiles", "."]).out;
    assert_eq!(list.len(), 2, "{list:?}");
    let told = shelf.told(&["check", "."]);
    assert_eq!(
        told.out,
        [
            "rep.yaml:2:7: error: code S1 is also used by Rep.yaml:2; give one of them another [duplicate-code]"
        ]
    );
    assert_eq!(told.code, Some(1));
}

#[test]
fn f12_a_file_is_read_again_whatever_its_time_says() {
    // The texts are equally long, so that nothing but a time differs, if that.
    let saves = [
        ("printf 'title: Baker\\n' > a.yaml; touch -d 1970-01-02 a.yaml", "Baker"),
        ("printf 'title: Clerk\\n' > a.yaml; touch -d 2100-01-01 a.yaml", "Clerk"),
        (
            "touch -r a.yaml ../as; printf 'title: Diver\\n' > a.yaml; touch -r ../as a.yaml",
            "Diver",
        ),
        ("printf 'title: Envoy\\n' > ../b; touch -d 1999-01-01 ../b; mv ../b a.yaml", "Envoy"),
    ];
    let story = |watch: &str, saves: &[(&str, &str)]| {
        let shelf = Shelf::new(&[("a.yaml", "title: Actor\n")]);
        let root = shelf.root();
        let pty = Start::new(&[ROLEBOOK, root.to_str().unwrap(), watch]).size(120, 24).go();
        pty.wait_for_text("watching");
        for (script, title) in saves {
            let done = Command::new("sh").args(["-ec", script]).current_dir(&root).status();
            assert!(done.unwrap().success(), "{script}");
            pty.wait_for_text(title);
        }
    };
    // Where nobody tells of a save it takes seconds until it is shown, so they go side by side.
    thread::scope(|scope| {
        scope.spawn(|| story("--watch=auto", &saves));
        saves.iter().for_each(|save| {
            scope.spawn(|| story("--watch=poll", std::slice::from_ref(save)));
        });
    });
}

#[test]
fn f13_what_programs_leave_behind_is_no_profile() {
    let shelf = Shelf::new(&[("a.yaml", "title: A\n")]);
    for dropping in [
        ".git/a.yaml",
        "node_modules/a.yaml",
        ".a.yaml.swp",
        ".#a.yaml",
        "#a.yaml#",
        "a.yaml~",
        "a.yaml.bck",
        "a.yaml.tmp",
        "4913",
        "sed8gCDWV",
        ".hidden.yaml",
        "b.bck/b.yaml",
        "~b.yaml~",
    ] {
        shelf.write(dropping, "title: Dropping\n");
    }
    let list = shelf.told(&["list", "--profiles", "."]).out;
    assert_eq!(list.len(), 1, "{list:?}");
    let told = shelf.told(&["check", "."]);
    assert_eq!((told.out, told.code), (Vec::new(), Some(0)));
}
