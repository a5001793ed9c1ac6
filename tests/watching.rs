//! Stories about saving: in whatever way a file changes, the screen follows.

#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test may end where it stands")]

#[path = "support/pty.rs"]
mod pty;

use pty::{Pty, Start};
use std::fs::{self, File};
use std::io::Write;
use std::os::unix::fs::{PermissionsExt, symlink};
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::{Duration, Instant};
use tempfile::TempDir;

const ROLEBOOK: &str = env!("CARGO_BIN_EXE_rolebook");

/// A folder with these files, inside one that is gone with the value.
struct Library {
    around: TempDir,
}

impl Library {
    fn new(files: &[(&str, &str)]) -> Self {
        let library = Self { around: TempDir::new().unwrap() };
        fs::create_dir(library.root()).unwrap();
        files.iter().for_each(|(path, text)| library.write(path, text));
        library
    }

    fn root(&self) -> PathBuf {
        self.around.path().join("roles")
    }

    fn path(&self, path: &str) -> PathBuf {
        self.root().join(path)
    }

    /// Writes over what is there, in place.
    fn write(&self, path: &str, text: &str) {
        fs::create_dir_all(self.path(path).parent().unwrap()).unwrap();
        fs::write(self.path(path), text).unwrap();
    }

    /// The browser on it, once it watches.
    fn open(&self, arguments: &[&str]) -> Pty {
        let root = self.root();
        let mut command = vec![ROLEBOOK, root.to_str().unwrap()];
        command.extend(arguments);
        opened(&command)
    }
}

fn opened(command: &[&str]) -> Pty {
    let pty = Start::new(command).size(120, 24).go();
    pty.wait_for_text("watching");
    pty
}

/// How many times the program has sent a text.
fn times(pty: &Pty, text: &str) -> usize {
    let sent = String::from_utf8_lossy(&pty.bytes()).into_owned();
    sent.matches(text).count()
}

/// How many frames the program has drawn.
fn frames(pty: &Pty) -> usize {
    times(pty, "\u{1b}[?2026l")
}

/// A shell, as a person has one.
fn shell(folder: &Path, script: &str) {
    let done = Command::new("sh").arg("-ec").arg(script).current_dir(folder).output().unwrap();
    assert!(done.status.success(), "{script}: {}", String::from_utf8_lossy(&done.stderr));
}

#[test]
fn a_save_in_place_is_shown() {
    let library = Library::new(&[("a.yaml", "title: Archivist\n"), ("b.yaml", "title: Baker\n")]);
    let pty = library.open(&[]);
    pty.wait_for_text("Archivist");
    library.write("a.yaml", "title: Astronomer\n");
    pty.wait_for_text("Astronomer");
    library.write("a.yaml", "title: Actor\n");
    pty.wait_for_text("Actor");
}

#[test]
fn a_file_that_takes_the_place_of_another_is_shown_time_and_again() {
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
fn half_a_file_is_never_shown_while_its_writer_pauses() {
    for arguments in [&[][..], &["--watch=poll"]] {
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
    }
}

#[test]
fn a_file_that_is_cut_off_or_emptied_stays_as_it_was_for_a_while() {
    let whole = "title: Archivist\nfamily: Museum\nsummary: keeps what others throw away\n";
    for half in ["", "title: Archiv", "title: Archivist\nfamily: Mus"] {
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
    }
}

#[test]
fn a_checkout_of_many_files_is_few_refreshes() {
    let files: Vec<(String, String)> = (0..300)
        .map(|n| (format!("unit-{}/{n:03}.yaml", n % 7), format!("title: Clerk {n:03}\n")))
        .collect();
    let files: Vec<(&str, &str)> = files.iter().map(|(a, b)| (a.as_str(), b.as_str())).collect();
    let library = Library::new(&files);
    let git = "git -c user.name=a -c user.email=a@b.c -c init.defaultBranch=old";
    shell(&library.root(), &format!("{git} init -q; {git} add .; {git} commit -qm old"));
    shell(
        &library.root(),
        &format!(
            "{git} checkout -qb new; sed -i s/Clerk/Master/ */*.yaml; {git} commit -qam new; {git} checkout -q old"
        ),
    );
    let pty = library.open(&[]);
    pty.wait_for_text("Clerk 005");
    let before = frames(&pty);
    let begun = Instant::now();
    shell(&library.root(), "git checkout -q new");
    let took = begun.elapsed();
    pty.wait_for("all new", |screen| {
        let text = screen.contents();
        text.contains("Master 005") && !text.contains("Clerk")
    });
    // One for each quarter of a second that it takes, and one for the rest.
    let most = 2 + usize::try_from(took.as_millis()).unwrap() / 260;
    assert!(frames(&pty) - before <= most, "{} frames in {took:?}", frames(&pty) - before);
}

#[test]
fn thousands_of_new_files_are_few_refreshes() {
    let library = Library::new(&[("a.yaml", "title: Archivist\n")]);
    let pty = library.open(&[]);
    pty.wait_for_text("1 job");
    let before = frames(&pty);
    let begun = Instant::now();
    for number in 0..2_000 {
        library.write(&format!("new-{}/{number}.yaml", number % 20), "title: Clerk\n");
    }
    let took = begun.elapsed();
    pty.wait_for_text("┤Jobs├ 2,001");
    let most = 4 + usize::try_from(took.as_millis()).unwrap() / 260;
    assert!(frames(&pty) - before <= most, "{} frames in {took:?}", frames(&pty) - before);
}

#[test]
fn a_folder_that_goes_and_comes_back_is_still_watched() {
    let library =
        Library::new(&[("a.yaml", "title: Archivist\n"), ("sub/deep/b.yaml", "title: Baker\n")]);
    let pty = library.open(&[]);
    pty.wait_for_text("┤Jobs├ 2");
    for title in ["Butcher", "Brewer"] {
        fs::remove_dir_all(library.path("sub")).unwrap();
        library.write("sub/deep/b.yaml", "title: Interim\n");
        pty.wait_for_text("Interim");
        library.write("sub/deep/b.yaml", &format!("title: {title}\n"));
        pty.wait_for_text(title);
    }
    fs::rename(library.path("sub"), library.path("other")).unwrap();
    library.write("sub/deep/b.yaml", "title: Binder\n");
    pty.wait_for_text("┤Jobs├ 3");
    library.write("sub/deep/b.yaml", "title: Boatman\n");
    pty.wait_for_text("Boatman");
}

/// A shell's script that moves the files of two jobs; all of it happens at once for the reader.
fn assert_moved(arguments: &[&str], script: &str, paths: [&str; 2]) {
    let library = Library::new(&[
        ("finance/baker.yaml", "title: Baker\ncode: B1\n"),
        ("finance/cook.yaml", "title: Cook\ncode: C1\nsummary: Feeds all.\n"),
        ("finance/dancer.yaml", "title: Dancer\n"),
    ]);
    let root = library.root();
    let command = [&[ROLEBOOK, root.to_str().unwrap()][..], arguments].concat();
    let mut pty = Start::new(&command).size(120, 40).go();
    pty.wait_for_text("watching");
    pty.wait_for_text("finance/baker.yaml");
    pty.press("j ");
    pty.wait_for_text("▌✓ Cook");
    let before = pty.bytes().len();
    shell(&library.root(), script);
    pty.wait_for_text(paths[0]);
    let text = pty.text();
    assert!(text.contains("▌✓ Cook"), "{script}: {text}");
    pty.press("k");
    pty.wait_for_text(paths[1]);
    let sent = String::from_utf8_lossy(&pty.bytes()[before..]).into_owned();
    assert!(!sent.contains("also used by"), "{script}: {sent:?}");
}

#[test]
fn a_file_or_folder_that_moves_stays_selected_and_marked() {
    for arguments in [&[][..], &["--watch=poll"]] {
        for (script, paths) in [
            ("mv finance/cook.yaml finance/chef.yaml", ["finance/chef.yaml", "finance/baker.yaml"]),
            ("mv finance money", ["money/cook.yaml", "money/baker.yaml"]),
            (
                // Other files take their places, as in a checkout.
                "cd finance; for f in baker cook; do cp $f.yaml new; rm $f.yaml; mv new my-$f.yaml; touch my-$f.yaml; done",
                ["finance/my-cook.yaml", "finance/my-baker.yaml"],
            ),
        ] {
            assert_moved(arguments, script, paths);
        }
    }
}

#[test]
fn a_root_that_goes_is_told_and_one_that_comes_in_its_place_is_read() {
    let library = Library::new(&[("a.yaml", "title: Archivist\n")]);
    let pty = library.open(&[]);
    pty.wait_for_text("Archivist");
    for title in ["Baker", "Cook"] {
        fs::remove_dir_all(library.root()).unwrap();
        pty.wait_for_text("there is no folder");
        let back = Instant::now();
        library.write("sub/a.yaml", &format!("title: {title}\n"));
        pty.wait_for_text(title);
        assert!(back.elapsed() < Duration::from_millis(2_500), "{:?}", back.elapsed());
        pty.wait_for("no more trouble", |screen| !screen.contents().contains("there is no folder"));
        library.write("sub/a.yaml", "title: Changed\n");
        pty.wait_for_text("Changed");
    }
    // Another one is put in its place, and it is that one that is watched.
    fs::rename(library.root(), library.around.path().join("old")).unwrap();
    library.write("a.yaml", "title: Dancer\n");
    pty.wait_for_text("Dancer");
    library.write("a.yaml", "title: Editor\n");
    pty.wait_for_text("Editor");
}

#[test]
fn a_root_that_is_not_there_yet_is_waited_for() {
    let library = Library::new(&[]);
    fs::remove_dir(library.root()).unwrap();
    let root = library.root();
    let pty = Start::new(&[ROLEBOOK, root.to_str().unwrap()]).size(120, 24).go();
    pty.wait_for_text("there is no folder");
    library.write("sub/a.yaml", "title: Archivist\n");
    pty.wait_for_text("Archivist");
    library.write("sub/a.yaml", "title: Baker\n");
    pty.wait_for_text("Baker");
}

#[test]
fn a_root_that_is_a_link_leads_where_it_leads_now() {
    let library =
        Library::new(&[("v1/a.yaml", "title: Archivist\n"), ("v2/a.yaml", "title: Baker\n")]);
    let link = library.path("now");
    symlink("v1", &link).unwrap();
    let pty = opened(&[ROLEBOOK, link.to_str().unwrap()]);
    pty.wait_for_text("Archivist");
    library.write("v1/a.yaml", "title: Actor\n");
    pty.wait_for_text("Actor");
    shell(&library.root(), "ln -sfn v2 now");
    pty.wait_for_text("Baker");
    library.write("v2/a.yaml", "title: Butcher\n");
    pty.wait_for_text("Butcher");
}

#[test]
fn files_that_are_links_into_a_hidden_folder_follow_its_exchange() {
    let library =
        Library::new(&[("..1/a.yaml", "title: Archivist\n"), ("..2/a.yaml", "title: Baker\n")]);
    symlink("..1", library.path("..data")).unwrap();
    symlink("..data/a.yaml", library.path("a.yaml")).unwrap();
    let pty = library.open(&[]);
    pty.wait_for_text("Archivist");
    shell(&library.root(), "ln -s ..2 ..tmp; mv -T ..tmp ..data; rm -r ..1");
    pty.wait_for_text("Baker");
    library.write("..2/a.yaml", "title: Butcher\n");
    pty.wait_for_text("Butcher");
}

#[test]
fn what_a_followed_link_leads_to_outside_is_watched() {
    let library = Library::new(&[]);
    let outside = library.around.path();
    fs::create_dir_all(outside.join("folder")).unwrap();
    fs::write(outside.join("one.yaml"), "title: Archivist\n").unwrap();
    fs::write(outside.join("folder/two.yaml"), "title: Baker\n").unwrap();
    symlink("../one.yaml", library.path("one.yaml")).unwrap();
    symlink("../folder", library.path("folder")).unwrap();
    let pty = library.open(&["--follow"]);
    pty.wait_for_text("┤Jobs├ 2");
    fs::write(outside.join("one.yaml"), "title: Actor\n").unwrap();
    pty.wait_for_text("Actor");
    fs::write(outside.join("folder/two.yaml"), "title: Butcher\n").unwrap();
    pty.wait_for_text("Butcher");
    fs::write(outside.join("folder/three.yaml"), "title: Cook\n").unwrap();
    pty.wait_for_text("Cook");
}

#[test]
fn a_file_that_may_not_be_read_for_a_while_keeps_what_was_read() {
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

#[test]
fn what_says_the_same_as_before_draws_nothing() {
    let library = Library::new(&[("a.yaml", "title: Archivist\n"), ("b.yaml", "title: Baker\n")]);
    let pty = library.open(&[]);
    pty.wait_for_text("┤Jobs├ 2");
    let before = frames(&pty);
    shell(
        &library.root(),
        "touch a.yaml; cp -p a.yaml c; mv c a.yaml; : > .a.yaml.swp; echo > notes.md",
    );
    library.write("a.yaml", "title: Archivist\n");
    library.write("b.yaml", "title: Butcher\n");
    pty.wait_for_text("Butcher");
    assert_eq!(frames(&pty) - before, 1);
}

#[test]
fn where_nothing_is_told_the_program_looks_by_itself() {
    let library = Library::new(&[("a.yaml", "title: Archivist\n")]);
    let pty = library.open(&["--watch=poll"]);
    pty.wait_for_text("watching by polling");
    for (script, title) in [
        ("echo 'title: Baker' > a.yaml", "Baker"),
        ("sed -i s/Baker/Cook/ a.yaml", "Cook"),
        ("mkdir sub; mv a.yaml sub; echo 'title: Dancer' > sub/a.yaml", "Dancer"),
    ] {
        shell(&library.root(), script);
        pty.wait_for_text(title);
    }
}

/// What has no room for another watch or another listener, where the system lets us say so.
fn without_watches(limit: &str, library: &Library) -> Option<Pty> {
    let script = format!("echo 0 > /proc/sys/user/{limit}");
    let inside = ["unshare", "-Ur", "sh", "-ec"];
    let able = Command::new(inside[0]).args(&inside[1..]).arg(&script).output();
    if !able.is_ok_and(|done| done.status.success()) {
        return None;
    }
    let script = format!("{script}; exec {ROLEBOOK} {}", library.root().display());
    Some(opened(&[&inside[..], &[&script]].concat()))
}

#[test]
fn where_there_are_no_watches_left_the_program_looks_by_itself_and_says_so() {
    for limit in ["max_inotify_watches", "max_inotify_instances"] {
        let library = Library::new(&[("a.yaml", "title: Archivist\n")]);
        let Some(pty) = without_watches(limit, &library) else { return };
        pty.wait_for_text("watching by polling (watch limit)");
        library.write("a.yaml", "title: Baker\n");
        pty.wait_for_text("Baker");
    }
}

#[test]
fn a_program_that_was_stopped_looks_again() {
    use rustix::process::{Pid, Signal, kill_process};
    let library = Library::new(&[("a.yaml", "title: Archivist\n")]);
    let pty = library.open(&[]);
    pty.wait_for_text("Archivist");
    let pid = Pid::from_raw(i32::try_from(pty.pid).unwrap()).unwrap();
    kill_process(pid, Signal::STOP).unwrap();
    // More than the system keeps for us: what is too much is lost.
    for number in 0..20_000 {
        let path = library.path("a.yaml");
        fs::write(path, format!("title: Number {number}\n")).unwrap();
    }
    library.write("b.yaml", "title: Last of all\n");
    kill_process(pid, Signal::CONT).unwrap();
    pty.wait_for_text("Last of all");
    pty.wait_for_text("Number 19999");
}

#[test]
fn without_a_watch_only_the_reader_asks() {
    let library = Library::new(&[("a.yaml", "title: Archivist\n"), ("b.yaml", "title: Baker\n")]);
    let root = library.root();
    let mut pty = Start::new(&[ROLEBOOK, root.to_str().unwrap(), "--watch=off"]).size(120, 24).go();
    pty.wait_for_text("Archivist");
    library.write("a.yaml", "title: Actor\n");
    pty.press("j");
    pty.wait_for_text("Baker");
    assert!(!pty.text().contains("watching") && !pty.text().contains("Actor"), "{}", pty.text());
    pty.press("R");
    pty.wait_for_text("Actor");
}
