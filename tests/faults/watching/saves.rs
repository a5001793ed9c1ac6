//! One file is saved, in each way that there is.

use super::{Library, ROLEBOOK, opened, shell, side_by_side, times};
use std::fs::{self, File};
use std::io::Write;
use std::os::unix::fs::PermissionsExt;
use std::path::Path;

#[test]
fn w01_a_save_in_place_is_shown() {
    let library = Library::new(&[("a.yaml", "title: Archivist\n"), ("b.yaml", "title: Baker\n")]);
    let pty = library.open(&[]);
    pty.wait_for_text("Archivist");
    library.write("a.yaml", "title: Astronomer\n");
    pty.wait_for_text("Astronomer");
    library.write("a.yaml", "title: Actor\n");
    pty.wait_for_text("Actor");
}

#[test]
fn w02_a_file_that_takes_the_place_of_another_is_shown_time_and_again() {
    let library = Library::new(&[("sub/a.yaml", "title: Archivist\n")]);
    let pty = library.open(&[]);
    for (script, title) in [
        ("sed -i s/Archivist/Baker/ sub/a.yaml", "Baker"),
        ("sed -i s/Baker/Cook/ sub/a.yaml", "Cook"),
        ("echo 'title: Dancer' > sub/tmp; mv sub/tmp sub/a.yaml", "Dancer"),
        (
            "mv sub/a.yaml sub/a.yaml.bck; echo 'title: Editor' > sub/a.yaml; rm sub/a.yaml.bck",
            "Editor",
        ),
        ("rm sub/a.yaml; echo 'title: Farmer' > sub/a.yaml", "Farmer"),
        ("echo 'title: Gardener' > other; ln -f other sub/a.yaml", "Gardener"),
        ("echo 'title: Historian' > other2; ln -sf ../other2 sub/a.yaml", "Historian"),
    ] {
        shell(&library.root(), script);
        pty.wait_for_text(title);
    }
    assert_eq!(times(&pty, "is not in the folder"), 0, "the file was never away");
}

#[test]
fn w03_half_a_file_is_never_shown_while_its_writer_pauses() {
    side_by_side([&[][..], &["--watch=poll"]], |arguments| {
        let library = Library::new(&[
            ("a.yaml", "title: Archivist of the old town\n"),
            ("b.yaml", "title: Baker\n"),
        ]);
        let pty = library.open(arguments);
        pty.wait_for_text("Archivist of the old town");
        // Digits, as no letter on the screen may be the same and so not be sent again.
        let mut file = File::create(library.path("a.yaml")).unwrap();
        file.write_all(b"title: 7350164").unwrap();
        // Another file of the folder is saved meanwhile: its being shown is how time is told.
        library.write("b.yaml", "title: Butcher\n");
        pty.wait_for_text("Butcher");
        file.write_all(b"2809\n").unwrap();
        drop(file);
        pty.wait_for_text("73501642809");
        let sent = String::from_utf8_lossy(&pty.bytes()).into_owned();
        assert!(sent.contains("73501642809"), "the title was not sent as a whole");
        assert_eq!(times(&pty, "7350164"), times(&pty, "73501642809"), "{arguments:?}");
    });
}

#[test]
fn w03_a_file_that_is_cut_off_or_emptied_stays_as_it_was_for_a_while() {
    let whole = "title: Archivist\nfamily: Museum\nsummary: keeps what others throw away\n";
    side_by_side(["", "title: Archiv", "title: Archivist\nfamily: Mus"], |half| {
        let library = Library::new(&[("a.yaml", whole), ("b.yaml", "title: Baker\n")]);
        let pty = library.open(&[]);
        pty.wait_for_text("keeps what others throw away");
        let before = pty.bytes().len();
        library.write("a.yaml", half);
        library.write("b.yaml", "title: Butcher\n");
        pty.wait_for_text("Butcher");
        assert!(pty.text().contains("keeps what others throw away"), "{half:?}: {}", pty.text());
        library.write("a.yaml", &whole.replace("others", "nobody"));
        pty.wait_for_text("keeps what nobody throw");
        let sent = String::from_utf8_lossy(&pty.bytes()[before..]).into_owned();
        assert!(!sent.contains("a.yaml"), "{half:?} was shown: {sent:?}");
        // What stays so is shown at last.
        library.write("a.yaml", "");
        pty.wait_for_text("the file is empty");
    });
}

#[test]
fn w16_what_says_the_same_as_before_draws_nothing() {
    let library = Library::new(&[("a.yaml", "title: Archivist\n"), ("b.yaml", "title: Baker\n")]);
    let pty = library.open(&[]);
    pty.wait_for_text("┤Jobs├ 2");
    let before = pty.frames();
    shell(
        &library.root(),
        "touch a.yaml; cp -p a.yaml c; mv c a.yaml; : > .a.yaml.swp; echo > notes.md",
    );
    library.write("a.yaml", "title: Archivist\n");
    library.write("b.yaml", "title: Butcher\n");
    pty.wait_for_text("Butcher");
    assert_eq!(pty.frames() - before, 1);
}

#[test]
fn w16_a_file_that_may_not_be_read_for_a_while_keeps_what_was_read() {
    let library = Library::new(&[("a.yaml", "title: Archivist\n")]);
    let mode = |path: &Path, mode| {
        fs::set_permissions(path, fs::Permissions::from_mode(mode)).unwrap();
    };
    mode(library.around.path(), 0o755);
    let root = library.root();
    let mut command = vec![ROLEBOOK, root.to_str().unwrap()];
    if rustix::process::geteuid().is_root() {
        // No mode holds root up, so somebody else looks.
        command.splice(0..0, ["setpriv", "--reuid=65534", "--clear-groups"]);
    }
    let pty = opened(&command);
    pty.wait_for_text("Archivist");
    mode(&library.path("a.yaml"), 0o000);
    pty.wait_for_text("permission denied");
    pty.wait_for_text("Archivist");
    mode(&library.path("a.yaml"), 0o644);
    pty.wait_for("no problem", |screen| !screen.contents().contains("permission denied"));
}

/// A number that the system keeps of a process: of a line `name: number` of a file below its folder.
fn counted(pid: u32, file: &str, name: &str) -> usize {
    let text = fs::read_to_string(format!("/proc/{pid}/{file}")).unwrap();
    let line = text.lines().find_map(|line| line.strip_prefix(name)).unwrap();
    line.split_whitespace().find_map(|word| word.parse().ok()).unwrap()
}

#[test]
fn w06_reading_leads_to_no_looking() {
    let library = Library::new(&[("a.yaml", "title: Archivist\n"), ("b.yaml", "title: Baker\n")]);
    let pty = library.open(&[]);
    pty.wait_for_text("┤Jobs├ 2");
    library.write("b.yaml", "title: Butcher\n");
    pty.wait_for_text("Butcher");
    let reads = || counted(pty.pid, "io", "syscr:");
    let before = reads();
    shell(&library.root(), "cat *.yaml; ls -l");
    // The program's own patience tells the time: a file that is emptied is shown as it is at last.
    library.write("a.yaml", "");
    pty.wait_for_text("the file is empty");
    let reads = reads() - before;
    assert!(reads < 120, "{reads} reads within two seconds");
}

#[test]
fn w18_a_file_that_breaks_and_mends_without_end_is_few_frames_and_flat_memory() {
    let files: Vec<(String, String)> =
        (0..200).map(|n| (format!("{n:03}.yaml"), format!("title: Clerk {n:03}\n"))).collect();
    let files: Vec<(&str, &str)> = files.iter().map(|(a, b)| (a.as_str(), b.as_str())).collect();
    let library = Library::new(&files);
    let pty = library.open(&[]);
    pty.wait_for_text("┤Jobs├ 200");
    let flip = |times: usize| {
        for _ in 0..times {
            library.write("000.yaml", "title: [Clerk\n");
            pty.wait_for_text("Clerk 000 broken");
            library.write("000.yaml", "title: Clerk 000\n");
            pty.wait_for_text("Clerk 000 mended");
        }
        counted(pty.pid, "status", "VmRSS:")
    };
    let before = flip(4);
    let frames = pty.frames();
    let after = flip(8);
    let frames = pty.frames() - frames;
    assert!(frames <= 16, "{frames} frames for 16 saves");
    assert!(after < before + 4_000, "{before} kB grew to {after} kB");
    // Faster than anybody could read it: what is drawn does not follow every state.
    let frames = pty.frames();
    for _ in 0..500 {
        library.write("000.yaml", "title: [Clerk\n");
        library.write("000.yaml", "title: Clerk 000\n");
    }
    library.write("000.yaml", "title: At rest\n");
    pty.wait_for_text("At rest");
    let frames = pty.frames() - frames;
    assert!(frames < 50, "{frames} frames for 1,000 saves");
}
