//! What the program asks the system for: profiles are read and never written, and beside them there
//! is nothing that it keeps.

use super::{PAIR, ROLEBOOK, names};
use crate::pty::{Pty, Start, probe};
use crate::support::command::{done, rolebook, shipped};
use crate::support::strace::{Call, Trace};
use crate::support::{folder, shipped_folder};
use rustix::process::{Pid, Signal, kill_process};
use std::collections::BTreeSet;
use std::os::unix::fs::symlink;
use std::path::{Path, PathBuf};
use std::process::Command;
use tempfile::TempDir;

/// Every call that names a file, and those that change one that is open.
const CALLS: &str = "%file,fchmod,fchown,ftruncate,fallocate,fsetxattr,fremovexattr";

/// The calls that only look at files, or only start one.
const LOOKING: [&str; 15] = [
    "access",
    "chdir",
    "execve",
    "faccessat",
    "faccessat2",
    "getcwd",
    "getxattr",
    "inotify_add_watch",
    "lstat",
    "newfstatat",
    "readlink",
    "readlinkat",
    "stat",
    "statfs",
    "statx",
];

/// What a file is opened with by whoever means to write it.
const WRITING: [&str; 6] = ["O_WRONLY", "O_RDWR", "O_CREAT", "O_TRUNC", "O_APPEND", "O_TMPFILE"];

/// Whether a call can change anything.
fn changes(call: &Call) -> bool {
    match call.name.as_str() {
        "open" | "openat" | "openat2" => WRITING.iter().any(|flag| call.text.contains(flag)),
        name => !LOOKING.contains(&name),
    }
}

/// The calls that name a folder, or something in it.
fn about(trace: &Trace, folder: &Path) -> Vec<Call> {
    let folder = folder.to_str().unwrap();
    trace.calls().into_iter().filter(|call| call.text.contains(folder)).collect()
}

#[track_caller]
fn assert_only_read(trace: &Trace, folder: &Path) {
    let calls = about(trace, folder);
    assert!(calls.len() > 3, "it was never looked at: {calls:?}");
    let written = calls.iter().find(|call| changes(call));
    assert!(written.is_none(), "{written:?}");
}

/// A copy of the shipped profiles, in a folder whose name is nowhere else.
fn copied() -> TempDir {
    let place = folder(&[]);
    let mut copy = Command::new("cp");
    copy.arg("-r").arg(shipped_folder()).arg(place.path().join("roles"));
    assert!(copy.status().unwrap().success());
    place
}

/// Each file with its text and the time of its last change.
fn state(folder: &Path) -> BTreeSet<(PathBuf, Vec<u8>, std::time::SystemTime)> {
    let mut all = BTreeSet::new();
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            all.extend(state(&path));
        } else {
            let changed = path.metadata().unwrap().modified().unwrap();
            all.insert((path.clone(), std::fs::read(&path).unwrap(), changed));
        }
    }
    all
}

/// Every command, in several of its ways. What is saved goes into the folder where it is run.
const COMMANDS: [&[&str]; 19] = [
    &["--print", "--keys", "/pay<enter>jjSq"],
    &["list", "sup"],
    &["list", "--json"],
    &["show", PAIR[0]],
    &["check"],
    &["check", "--format", "sarif"],
    &["new", "Clerk"],
    &["new", "Clerk", "clerk.yaml", "--like", PAIR[0]],
    &["schema"],
    &["schema", "library"],
    &["compare", PAIR[0], PAIR[1], "--output", "compare.html"],
    &["gap", PAIR[0], PAIR[1], "--output", "gap.md"],
    &["near", PAIR[0], "--output", "near.csv"],
    &["route", "FA14000215", "FA14000231", "--output", "route.json"],
    &["export", PAIR[0], "--output", "job.txt"],
    &["export", PAIR[0], "--output", "job.txt", "--force"],
    &["export", PAIR[0], "--output", "roles/job.txt", "--force"],
    &["interview", PAIR[0], "--output", "kit.md"],
    &["interview", PAIR[0], "--output", "roles/sales/kit.md"],
];

/// Runs the program under the trace.
fn traced(trace: &Trace, place: &Path, arguments: &[&str]) -> Option<i32> {
    let words = trace.words(CALLS);
    let mut command = Command::new(&words[0]);
    command.args(&words[1..]).args([ROLEBOOK, "--profiles"]).arg(place.join("roles"));
    command.args(arguments).current_dir(place);
    command.output().unwrap().status.code()
}

#[test]
fn x14_no_command_writes_among_the_profiles() {
    let place = copied();
    let roles = place.path().join("roles");
    let before = state(&roles);
    for arguments in COMMANDS {
        let Some(trace) = Trace::possible() else { return };
        let code = traced(&trace, place.path(), arguments);
        let refused = arguments.iter().any(|word| word.starts_with("roles/"));
        assert_eq!(code, Some(if refused { 2 } else { 0 }), "{arguments:?}");
        if arguments[0] != "schema" {
            assert_only_read(&trace, &roles);
        }
    }
    assert_eq!(state(&roles), before);
    // The one exception is a new file that somebody names; so the trace would have told the others.
    let Some(trace) = Trace::possible() else { return };
    assert_eq!(traced(&trace, place.path(), &["new", "Clerk", "roles/clerk.yaml"]), Some(0));
    let written: Vec<Call> = about(&trace, &roles).into_iter().filter(changes).collect();
    assert!(!written.is_empty());
    std::fs::remove_file(roles.join("clerk.yaml")).unwrap();
    assert_eq!(state(&roles), before);
}

#[test]
fn x14_the_commands_of_that_test_are_all_there_are() {
    let help = shipped(&["--help"]).out;
    let list = help.split("Commands:\n").nth(1).unwrap().split("\n\n").next().unwrap();
    let names = list.lines().filter_map(|line| line.split_whitespace().next());
    for name in names.filter(|name| *name != "help") {
        assert!(COMMANDS.iter().any(|arguments| arguments[0] == name), "{name} is never traced");
    }
}

/// The browser under a trace, in a folder with `roles` in it.
fn browsing(trace: &Trace, place: &Path, variables: &[(&str, &str)]) -> Pty {
    let mut words = trace.words(CALLS);
    words.extend([ROLEBOOK, place.join("roles").to_str().unwrap()].map(ToOwned::to_owned));
    let words: Vec<&str> = words.iter().map(String::as_str).collect();
    let start = Start::new(&words).size(120, 40);
    let start = variables.iter().fold(start, |start, (name, value)| start.with(name, value));
    let pty = start.go();
    pty.wait_for_text("watching");
    pty
}

/// Types the name of a document and saves it.
fn save(pty: &mut Pty, key: &str, path: &Path) {
    pty.press(key);
    pty.wait_for_text("Save as");
    pty.press(format!("\x15{}\r", path.display()));
    pty.wait_for_text("saved as");
    pty.press("k");
    pty.wait_for("the keys", |screen| !screen.contents().contains("saved as"));
}

#[test]
fn x14_a_whole_session_writes_nothing_among_the_profiles() {
    let Some(trace) = Trace::possible() else { return };
    let place = copied();
    let roles = place.path().join("roles");
    let before = state(&roles);
    let editor = place.path().join("vim");
    symlink(Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/support/editor.sh"), &editor)
        .unwrap();
    let called = place.path().join("called");
    let variables = [
        ("VISUAL", ""),
        ("EDITOR", editor.to_str().unwrap()),
        ("OUT", called.to_str().unwrap()),
        ("TMUX", ""),
    ];
    let mut pty = browsing(&trace, place.path(), &variables);
    pty.press("e");
    pty.wait_for_entry(2);
    assert!(called.exists());
    save(&mut pty, "S", &place.path().join("job.html"));
    save(&mut pty, "i", &place.path().join("kit.md"));
    pty.press("ym");
    pty.wait_for_text("to the clipboard");
    // What is only looked at: problems, changes, pay, the mouse, a pane alone, the keys; Ctrl-Z.
    pty.press("!L$$mmzz<>?");
    pty.wait_for_text("Keys and commands");
    pty.press("\x1b\x1b");
    pty.wait_for("the keys", |screen| !screen.contents().contains("Keys and commands"));
    pty.press("\x1a");
    pty.press("/payroll\r");
    pty.wait_for_text("Payroll Manager");
    pty.press(" j c");
    pty.wait_for_text("baseline");
    save(&mut pty, "S", &place.path().join("compare.csv"));
    pty.press("\t");
    pty.wait_for_text("Already enough");
    save(&mut pty, "S", &place.path().join("gap.json"));
    pty.press("qqr");
    pty.wait_for_text("the most alike first");
    save(&mut pty, "S", &place.path().join("near.txt"));
    pty.press("qS");
    pty.wait_for_text("Save as");
    pty.press(format!("\x15{}\r", roles.join("sales/job.md").display()));
    pty.wait_for_text("lies in the folder of profiles");
    pty.press("\x1b");
    pty.wait_for("no box", |screen| !screen.contents().contains("Save as"));
    pty.resize(80, 24);
    pty.press("R");
    pty.wait_for_text("nothing changed");
    pty.press("\x03");
    assert_eq!(pty.wait_exit().exit_code(), 0);
    pty.assert_restored();
    assert_only_read(&trace, &roles);
    assert_eq!(state(&roles), before);
    let left =
        ["called", "compare.csv", "gap.json", "job.html", "kit.md", "near.txt", "roles", "vim"];
    assert_eq!(names(place.path()), left);
}

/// A home with everything in it that a program could take for its settings or its memory.
const HOME: &[(&str, &str)] = &[
    (".config/rolebook/config.toml", "= broken"),
    (".config/rolebook.yaml", "\u{1b}[31m: ["),
    (".cache/rolebook/index", ""),
    (".local/state/rolebook/state.json", "{ \"version\": 99"),
    (".rolebookrc", "editor = \"touch proof\""),
    ("tmp/rolebook.log/file", ""),
];

#[test]
fn x10_x11_x12_there_are_no_settings_and_no_memory_to_be_broken() {
    let Some(trace) = Trace::possible() else { return };
    let (place, home) = (copied(), folder(HOME));
    let before = state(home.path());
    let inside = |name: &str| home.path().join(name).to_str().unwrap().to_owned();
    let [config, cache, kept, data, temporary] =
        [".config", ".cache", ".local/state", ".local/share", "tmp"].map(inside);
    let variables = [
        ("HOME", home.path().to_str().unwrap()),
        ("XDG_CONFIG_HOME", &config),
        ("XDG_CACHE_HOME", &cache),
        ("XDG_STATE_HOME", &kept),
        ("XDG_DATA_HOME", &data),
        ("TMPDIR", &temporary),
    ];
    let mut pty = browsing(&trace, place.path(), &variables);
    pty.press("r");
    pty.wait_for_text("the most alike first");
    pty.press("qq");
    assert_eq!(pty.wait_exit().exit_code(), 0);
    assert!(about(&trace, &place.path().join("roles")).len() > 3);
    let touched = about(&trace, home.path());
    assert!(touched.is_empty(), "{touched:?}");
    assert_eq!(state(home.path()), before);
}

#[test]
fn x12_without_a_home_everything_works() {
    let place = copied();
    let roles = place.path().join("roles");
    for home in [None, Some("/dev/null"), Some("/nowhere"), Some("/proc")] {
        let mut command = rolebook();
        if let Some(home) = home {
            command.env("HOME", home);
        }
        let listed = done(command.arg("--profiles").arg(&roles).args(["list", "payroll"]));
        assert_eq!((listed.err.as_str(), listed.code), ("", 0), "{home:?}");
        let set = home.map(|home| format!("HOME={home}"));
        let home = set.as_ref().map_or(vec!["-u", "HOME"], |set| vec![set]);
        let command = [&["env"], &home[..], &[ROLEBOOK, roles.to_str().unwrap()]].concat();
        let mut pty = Start::new(&command).go();
        pty.wait_for_text("watching");
        pty.press("S");
        pty.wait_for_text("Save as");
        pty.press("\x15~/job.md\r");
        pty.wait_for("why not", |screen| {
            let text = screen.contents();
            text.contains("there is no folder") || text.contains("cannot be written")
        });
        pty.press("\x1b");
        pty.wait_for("no box", |screen| !screen.contents().contains("Save as"));
        pty.press("q");
        assert_eq!(pty.wait_exit().exit_code(), 0);
        pty.assert_restored();
    }
}

#[test]
fn x13_of_two_at_once_neither_knows_of_the_other_and_nothing_is_left_of_one_that_is_killed() {
    let (place, home) = (copied(), folder(&[]));
    let before = state(place.path());
    let folder = place.path().join("roles");
    let open = || {
        let start = Start::new(&[ROLEBOOK, folder.to_str().unwrap()]);
        let home = home.path().to_str().unwrap();
        let start =
            ["HOME", "TMPDIR", "XDG_RUNTIME_DIR"].iter().fold(start, |s, n| s.with(n, home));
        let pty = start.go();
        pty.wait_for_text("watching");
        pty
    };
    let (mut first, second) = (open(), open());
    let pid = Pid::from_raw(i32::try_from(second.pid).unwrap()).unwrap();
    kill_process(pid, Signal::KILL).unwrap();
    assert!(second.wait_exit().signal().is_some());
    assert_eq!(state(place.path()), before);
    assert!(names(home.path()).is_empty());
    let mut third = open();
    for pty in [&mut first, &mut third] {
        pty.press("q");
        assert_eq!(pty.wait_exit().exit_code(), 0);
        pty.assert_restored();
    }
}

#[test]
fn x15_a_panic_writes_to_the_terminal_and_to_no_file() {
    let Some(trace) = Trace::possible() else { return };
    let mut words = trace.words(CALLS);
    words.push(probe());
    let words: Vec<&str> = words.iter().map(String::as_str).collect();
    let mut pty = Start::new(&words).go();
    pty.wait_for_text("events");
    pty.press("P");
    assert_eq!(pty.wait_exit().exit_code(), 101);
    pty.wait_for_text("main ␛[31mfault");
    pty.assert_restored();
    let is_terminal = |call: &Call| call.text.contains("\"/dev/");
    let calls = trace.calls();
    assert!(calls.len() > 3);
    let written = calls.iter().find(|call| changes(call) && !is_terminal(call));
    assert!(written.is_none(), "{written:?}");
}
