//! What is no ordinary file, or too much of one.

use super::{ROLEBOOK, Shelf};
use rolebook::model::Library;
use rolebook::store::{Folder, Origin};
use rustix::fs::{CWD, FileType, Mode, RenameFlags, makedev, mkfifoat, mknodat, renameat_with};
use std::collections::BTreeSet;
use std::fs::{self, File, Permissions};
use std::ops::ControlFlow;
use std::os::unix::fs::{PermissionsExt, symlink};
use std::os::unix::net::UnixListener;
use std::process::Command;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::channel;
use std::thread;
use std::time::Duration;

#[test]
fn f01_f03_pipes_sockets_devices_and_giants_are_told_without_being_opened() {
    let shelf = Shelf::new(&[("a.yaml", "title: A\n")]);
    mkfifoat(CWD, shelf.path("pipe.yaml"), Mode::RUSR).unwrap();
    let _socket = UnixListener::bind(shelf.path("socket.yaml")).unwrap();
    File::create(shelf.path("giant.yaml")).unwrap().set_len(1 << 40).unwrap();
    symlink("/dev/zero", shelf.path("zero.yaml")).unwrap();
    let mut expected = vec![
        "giant.yaml: error: file is 1048576 MB, limit 4 MB; split it, or name it under ignore in library.yaml [too-large]",
        "pipe.yaml: warning: no regular file, so it was passed over [not-a-file]",
        "socket.yaml: warning: no regular file, so it was passed over [not-a-file]",
        "zero.yaml: warning: this link leads out of the folder; use --follow to read it [outside-link]",
    ];
    // Only the superuser may make one.
    let (device, zero) = (shelf.path("device.yaml"), makedev(1, 5));
    match mknodat(CWD, &device, FileType::CharacterDevice, Mode::RUSR, zero) {
        Ok(()) => expected
            .insert(0, "device.yaml: warning: no regular file, so it was passed over [not-a-file]"),
        Err(error) => println!("skipped: no device can be made: {error}"),
    }
    let told = shelf.told(&["check", "."]);
    assert_eq!((told.out, told.code), (expected.into_iter().map(Into::into).collect(), Some(1)));
    let told = shelf.told(&["check", ".", "--follow"]).out;
    let zero = "zero.yaml: warning: no regular file, so it was passed over [not-a-file]";
    assert_eq!(told.last().map(String::as_str), Some(zero));
    let list = shelf.told(&["list", "--profiles", "."]).out;
    assert_eq!(list.len(), 2, "the giant is listed as a file that cannot be read: {list:?}");
}

#[test]
fn f02_a_file_that_hides_its_size_is_read_as_far_as_any_other() {
    let shelf = Shelf::new(&[("a.yaml", "title: A\n")]);
    symlink("/proc/sys/kernel/ostype", shelf.path("short.yaml")).unwrap();
    symlink("/proc/self/environ", shelf.path("long.yaml")).unwrap();
    // Both say that they have no bytes. The second has all variables of the program: over 5 MB.
    let script = "ulimit -s unlimited && x=$(printf %0120000d 0) || exit 77
        for i in $(seq 45); do export a$i=$x; done; exec \"$@\"";
    let told = shelf.told_by(&["sh", "-c", script, "sh", ROLEBOOK], &["check", ".", "--follow"]);
    if told.code == Some(77) {
        println!("skipped: no program may be given so many variables");
        return;
    }
    // As far as it was read, which is one byte more than any file may have.
    assert!(told.out[0].starts_with("long.yaml: error: file is 5 MB, limit 4 MB"), "{told:?}");
    assert!(told.out[1].starts_with("short.yaml:1:1: error: a profile: keys"), "{told:?}");
    assert_eq!(told.out.len(), 2, "{told:?}");
}

#[test]
fn f01_f06_a_file_that_is_something_else_each_moment_holds_nobody_up() {
    let shelf = Shelf::new(&[("a.yaml", "title: A\n"), ("x.yaml", "title: X\n")]);
    let path = shelf.path("x.yaml");
    let (pipe, other, whole) = (shelf.path("pipe"), shelf.path("other"), shelf.path("whole"));
    mkfifoat(CWD, &pipe, Mode::RUSR).unwrap();
    fs::create_dir(&other).unwrap();
    for other in [pipe, other] {
        restlessly_read(&shelf, || {
            renameat_with(CWD, &path, CWD, &other, RenameFlags::EXCHANGE).unwrap();
        });
        if !path.is_file() {
            renameat_with(CWD, &path, CWD, &other, RenameFlags::EXCHANGE).unwrap();
        }
    }
    fs::rename(&path, &whole).unwrap();
    restlessly_read(&shelf, || {
        fs::hard_link(&whole, &path).unwrap();
        fs::remove_file(&path).unwrap();
    });
}

/// Reads a folder many times while another thread changes it, until the job X has been there and has
/// been away.
fn restlessly_read(shelf: &Shelf, change: impl Fn() + Sync) {
    let mut folder = Folder::open(Origin::Folder(shelf.root()), false);
    let (ended, (send, done)) = (AtomicBool::new(false), channel());
    // It is not joined: a reader that waits at a pipe never ends.
    thread::spawn(move || {
        let (mut seen, mut told) = (BTreeSet::new(), BTreeSet::new());
        for reading in 0.. {
            if reading >= 300 && seen.len() == 2 {
                break;
            }
            let mut publish = |library: Library| {
                seen.insert(library.jobs().iter().any(|job| job.title() == "X"));
                let of_jobs = library.jobs().iter().flat_map(|job| &job.problems);
                let problems = library.problems().iter().map(|told| &told.problem).chain(of_jobs);
                told.extend(problems.map(|problem| problem.sentence.clone()));
                ControlFlow::Continue(())
            };
            folder.read(&mut publish).unwrap();
        }
        // It may be found as a pipe or, once looked at, a folder; that is all there is to say.
        told.remove("no regular file, so it was passed over");
        send.send(told).unwrap();
    });
    let done = thread::scope(|scope| {
        scope.spawn(|| {
            while !ended.load(Ordering::Relaxed) {
                change();
            }
        });
        let done = done.recv_timeout(Duration::from_secs(20));
        ended.store(true, Ordering::Relaxed);
        done
    });
    assert_eq!(done, Ok(BTreeSet::new()), "the reader waits at a pipe, or tells something else");
}

#[test]
fn f04_each_real_folder_is_read_once_and_what_is_outside_only_on_demand() {
    let shelf = Shelf::new(&[("real/a.yaml", "title: A\n"), (".data/c.yaml", "title: C\n")]);
    fs::create_dir(shelf.around.path().join("outside")).unwrap();
    fs::write(shelf.around.path().join("outside/b.yaml"), "title: B\n").unwrap();
    let link = |to: &str, name: &str| symlink(to, shelf.path(name)).unwrap();
    link(".", "self");
    link("..", "real/up");
    link("there.yaml", "here.yaml");
    link("here.yaml", "there.yaml");
    link("real/a.yaml", "again.yaml");
    link(".data/c.yaml", "c.yaml");
    link("../outside", "outside");
    link("../..", "above");
    link("nowhere", "broken.yaml");
    let outside = "this link leads out of the folder; use --follow to read it";
    let paths = |arguments: &[&str]| {
        let told = shelf.told(&[&["list", "--profiles", ".", "--json"], arguments].concat());
        let jobs: serde_json::Value = serde_json::from_str(&told.out.concat()).unwrap();
        let paths = jobs.as_array().unwrap().iter().map(|job| job["path"].as_str().unwrap());
        paths.map(ToOwned::to_owned).collect::<Vec<_>>()
    };
    assert_eq!(paths(&[]), ["real/a.yaml", "c.yaml"]);
    let told = shelf.told(&["check", "."]).out.join("\n");
    for (path, sentence) in [
        ("above", outside),
        ("outside", outside),
        ("broken.yaml", "this link leads nowhere: not found"),
        ("here.yaml", "this link leads nowhere: "),
        ("there.yaml", "this link leads nowhere: "),
    ] {
        let found = told.lines().find(|line| line.starts_with(&format!("{path}: ")));
        assert!(found.is_some_and(|line| line.contains(sentence)), "{path}: {told}");
    }
    assert_eq!(told.lines().count(), 5, "{told}");
    // The folder above holds this one as well, which is known already.
    fs::remove_file(shelf.path("above")).unwrap();
    link("..", "above");
    assert_eq!(paths(&["--follow"]), ["real/a.yaml", "above/outside/b.yaml", "c.yaml"]);
}

#[test]
fn f06_what_may_not_be_read_is_told_and_spares_the_others() {
    let shelf = Shelf::new(&[
        ("a.yaml", "title: A\n"),
        ("b.yaml", "title: B\n"),
        ("c/d.yaml", "title: D\n"),
    ]);
    let mode = |path: &str, mode| {
        fs::set_permissions(shelf.path(path), Permissions::from_mode(mode)).unwrap();
    };
    mode("b.yaml", 0o000);
    mode("c", 0o000);
    let mut program = vec![ROLEBOOK];
    if rustix::process::geteuid().is_root() {
        if Command::new("setpriv").arg("--version").output().is_err() {
            println!("skipped: there is no setpriv");
            return;
        }
        // No mode holds the superuser up, so somebody else looks.
        program.splice(0..0, ["setpriv", "--reuid=65534", "--clear-groups"]);
    }
    let told = shelf.told_by(&program, &["check", "."]);
    mode("c", 0o755);
    assert_eq!(
        told.out,
        [
            "b.yaml: error: permission denied [unreadable]",
            "c: error: permission denied [unreadable]"
        ]
    );
    let list = shelf.told_by(&program, &["list", "--profiles", "."]).out;
    assert_eq!(list.len(), 3, "{list:?}");
    assert!(list.iter().any(|line| line.contains("b.yaml")), "{list:?}");
}
