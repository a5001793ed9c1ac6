//! Faults of the command line (C): pipes, colours, arguments and exit codes.

use super::pty::{PATIENCE, Start};
use super::support::command::{Done, assert_harmless, done, rolebook, run, shipped};
use super::support::edges::EDGES;
use super::support::{folder, shipped_folder};
use rustix::process::{Pid, Signal, kill_process};
use std::ffi::OsStr;
use std::fs::OpenOptions;
use std::os::unix::ffi::OsStrExt;
use std::os::unix::process::ExitStatusExt;
use std::path::Path;
use std::process::{Child, Command, Output, Stdio};
use std::time::{Duration, Instant};

const ROLEBOOK: &str = env!("CARGO_BIN_EXE_rolebook");
const PAIR: [&str; 2] = ["SM15000482", "SM15000617"];

/// Every kind of thing that is written to standard output.
const ANSWERS: [&[&str]; 15] = [
    &["--help"],
    &["--version"],
    &["--print"],
    &["list"],
    &["list", "--json"],
    &["show", PAIR[0]],
    &["check"],
    &["check", "--format", "json"],
    &["new", "Clerk"],
    &["schema"],
    &["compare", PAIR[0], PAIR[1]],
    &["gap", PAIR[0], PAIR[1]],
    &["near", PAIR[0]],
    &["route", "FA14000215", "FA14000231"],
    &["interview", PAIR[0]],
];

/// A file with something wrong, so that a check has something to say.
const SLIP: &[(&str, &str)] = &[("a.yaml", "title: A\nlevle: 1\n")];

fn spawned(arguments: &[&str], profiles: &Path, out: Stdio) -> Child {
    let mut command = Command::new(ROLEBOOK);
    command.args(arguments).env("ROLEBOOK_PROFILES", profiles).env("LANG", "C.UTF-8");
    command.stdin(Stdio::null()).stdout(out).stderr(Stdio::piped()).spawn().unwrap()
}

/// The folder that an answer is about.
fn profiles_for<'a>(arguments: &[&str], slip: &'a Path, shipped: &'a Path) -> &'a Path {
    if arguments[0] == "check" { slip } else { shipped }
}

#[test]
fn c01_a_reader_that_goes_away_is_no_error() {
    let (slip, all) = (folder(SLIP), shipped_folder());
    for arguments in ANSWERS {
        let profiles = profiles_for(arguments, slip.path(), &all);
        let mut child = spawned(arguments, profiles, Stdio::piped());
        // Nobody reads, not even the first line.
        drop(child.stdout.take());
        let output: Output = child.wait_with_output().unwrap();
        let usual = i32::from(arguments[0] == "check");
        assert_eq!(output.status.code(), Some(usual), "{arguments:?}");
        let complaint = String::from_utf8(output.stderr).unwrap();
        assert!(usual == 1 || complaint.is_empty(), "{arguments:?}: {complaint}");
        assert!(
            !complaint.contains("panicked") && !complaint.contains("rolebook: "),
            "{complaint}"
        );
    }
    let line = format!("{ROLEBOOK} --profiles profiles list | head -1; echo ${{PIPESTATUS[0]}}");
    let piped = Command::new("bash").args(["-c", &line]).output().unwrap();
    let out = String::from_utf8(piped.stdout).unwrap();
    assert_eq!((out.lines().count(), out.lines().last()), (2, Some("0")), "{out}");
    assert!(piped.stderr.is_empty());
}

#[test]
fn c02_a_full_disk_is_an_error_whatever_is_written() {
    let (slip, all) = (folder(SLIP), shipped_folder());
    for arguments in ANSWERS {
        let full = OpenOptions::new().write(true).open("/dev/full").unwrap();
        let child = spawned(arguments, profiles_for(arguments, slip.path(), &all), full.into());
        let output = child.wait_with_output().unwrap();
        assert_eq!(output.status.code(), Some(2), "{arguments:?}");
        let complaint = String::from_utf8(output.stderr).unwrap();
        assert!(complaint.contains("No space left"), "{arguments:?}: {complaint}");
    }
}

#[test]
fn c03_the_exit_code_says_what_came_of_it() {
    let place = folder(&[
        ("clean/a.yaml", "title: A\n"),
        ("slips/a.yaml", "title: A\nlevle: 1\n"),
        ("slips/b.yaml", "title: [\n"),
    ]);
    let code = |arguments: &[&str]| done(rolebook().current_dir(&place).args(arguments)).code;
    for format in ["text", "json", "github", "sarif"] {
        let check = |folder: &str| code(&["check", folder, "--format", format]);
        assert_eq!(["clean", "slips", "nowhere"].map(check), [0, 1, 2], "{format}");
    }
    assert_eq!(code(&["check", "clean", "--format", "xml"]), 2);
    assert_eq!(code(&["--profiles", "clean", "show", "A"]), 0);
    assert_eq!(code(&["--profiles", "clean", "show", "B"]), 1);
    assert_eq!(code(&["--profiles", "nowhere", "show", "A"]), 2);
    let told = done(rolebook().current_dir(&place).args(["check", "slips"])).out;
    for line in told.lines() {
        // Path, line, column, how bad, sentence, rule: what editors make links of.
        let parts: Vec<&str> = line.splitn(5, ':').collect();
        let [path, row, column, bad, sentence] = parts[..] else { panic!("{line}") };
        assert!(place.path().join(path).is_file(), "{line}");
        assert!(row.parse::<u32>().is_ok() && column.parse::<u32>().is_ok(), "{line}");
        assert!([" error", " warning"].contains(&bad), "{line}");
        assert!(sentence.ends_with(']') && sentence.contains(" ["), "{line}");
    }
    assert_eq!(told.lines().count(), 2, "{told}");
}

#[test]
fn c04_ten_thousand_broken_files_are_told_within_bounds_and_in_order() {
    let place = folder(&[]);
    for i in 0..10_000 {
        let text = format!("title: A{i}\nlevle: 1\nsummary: \"never closed\n");
        std::fs::write(place.path().join(format!("{i:04}.yaml")), text).unwrap();
    }
    let keys: String = (0..5_000).map(|i| format!("key{i}: 1\n")).collect();
    std::fs::write(place.path().join("keys.yaml"), format!("title: A\n{keys}")).unwrap();
    let line: String = (0..20_000).map(|i| format!("key{i}: 1, ")).collect();
    std::fs::write(place.path().join("line.yaml"), format!("{{ title: A, {line} }}\n")).unwrap();
    // A limit far beyond what is needed; work that grew with the square would meet it.
    let limit = Duration::from_secs(120);
    let mut command = rolebook();
    command.current_dir(place.path()).args(["check", ".", "--color", "always"]).timeout(limit);
    let told = done(&mut command);
    assert_eq!(told.code, 1);
    assert!(told.err.ends_with(" of 10002 files\n"), "{}", told.err);
    let of = |name: &str| told.out.matches(name).count();
    assert_eq!((of("9999.yaml:3:"), of("keys.yaml"), of("line.yaml")), (1, 101, 101));
    // The same order every time: that of the paths.
    let found = |i: usize| told.out.find(&format!("{i:04}.yaml"));
    let places: Vec<_> = [0, 1, 2, 99, 4_999, 5_000, 9_998, 9_999].map(found).into();
    assert!(places.iter().all(Option::is_some) && places.is_sorted(), "{places:?}");
}

#[test]
fn c05_colour_comes_only_where_it_is_wanted() {
    let folder = folder(EDGES);
    let coloured = |arguments: &[&str], variables: &[(&str, &str)]| {
        let mut command = rolebook();
        command.arg("--profiles").arg(folder.path()).args(["list", "dr"]).args(arguments);
        done(command.envs(variables.iter().copied())).out.contains('\u{1b}')
    };
    assert!(!coloured(&[], &[]), "a pipe gets none");
    assert!(coloured(&[], &[("CLICOLOR_FORCE", "1")]));
    assert!(!coloured(&[], &[("CLICOLOR_FORCE", "0")]));
    assert!(!coloured(&[], &[("CLICOLOR_FORCE", "1"), ("NO_COLOR", "1")]));
    assert!(coloured(&["--color", "always"], &[("NO_COLOR", "1")]));
    assert!(!coloured(&["--color", "never"], &[("CLICOLOR_FORCE", "1")]));
    let path = folder.path().to_str().unwrap();
    let on_a_terminal = |name: &str, value: &str| {
        let start = Start::new(&[ROLEBOOK, "--profiles", path, "list", "dr"]);
        let pty = start.with("NO_COLOR", "").with(name, value).go();
        pty.wait_for_text("Crane Driver");
        assert_eq!(pty.wait_exit().exit_code(), 0);
        pty.bytes().contains(&0x1b)
    };
    assert!(on_a_terminal("TERM", "xterm"));
    assert!(!on_a_terminal("NO_COLOR", "1"));
}

#[test]
fn c06_an_argument_that_is_not_utf_8_is_told_or_used_as_a_path() {
    let odd = OsStr::from_bytes(b"odd\xff\x1b[31m");
    let as_query = done(rolebook().args(["list"]).arg(odd));
    assert_eq!(as_query.code, 2);
    assert_harmless(&as_query.err);
    let as_folder = done(rolebook().arg("list").arg("--profiles").arg(odd));
    assert_eq!(as_folder.code, 2);
    assert!(as_folder.err.contains("there is no folder"), "{}", as_folder.err);
    assert_harmless(&as_folder.err);
    let parent = folder(&[]);
    std::fs::create_dir(parent.path().join(odd)).unwrap();
    std::fs::write(parent.path().join(odd).join("a.yaml"), "title: Inside\n").unwrap();
    let inside = done(rolebook().arg("list").arg("--profiles").arg(parent.path().join(odd)));
    assert!(inside.out.contains("Inside"), "{} {}", inside.out, inside.err);
}

#[test]
fn c06_an_argument_may_be_huge_or_look_like_an_option() {
    let huge = "x".repeat(100_000);
    for arguments in [&["list", &huge][..], &["show", &huge], &["list", "--profiles", &huge]] {
        let done = shipped(arguments);
        assert!(done.out.is_empty() && (1..=2).contains(&done.code), "{}", done.code);
    }
    let place = folder(&[("-a/x.yaml", "title: --json\n")]);
    let done = |arguments: &[&str]| done(rolebook().current_dir(&place).args(arguments));
    let list: Done = done(&["list", "--profiles=-a", "--", "--json"]);
    assert_eq!((list.out.trim(), list.code), ("--json", 0), "{}", list.err);
    let show = done(&["show", "--profiles=-a", "--plain", "--", "--json"]);
    assert!(show.out.starts_with("Title: --json\n"), "{}", show.err);
    assert_eq!(done(&["check", "--", "-a"]).code, 0);
}

#[test]
fn c07_an_interrupt_is_what_a_command_dies_by() {
    let long = format!("title: A\nsummary: {}\n", "word ".repeat(50_000));
    let place = folder(&[("a.yaml", &long)]);
    let mut child = spawned(&["show", "a", "--json"], place.path(), Stdio::piped());
    // Nobody reads, so it is still writing when the pipe is full.
    let pipe = child.stdout.take().unwrap();
    let deadline = Instant::now() + PATIENCE;
    while rustix::io::ioctl_fionread(&pipe).unwrap() < 65_536 {
        assert!(Instant::now() < deadline, "writes nothing");
        std::thread::sleep(Duration::from_millis(5));
    }
    let pid = Pid::from_raw(i32::try_from(child.id()).unwrap()).unwrap();
    kill_process(pid, Signal::INT).unwrap();
    let status = child.wait().unwrap();
    assert_eq!((status.signal(), status.code()), (Some(2), None), "a shell tells it as 130");
}

/// A job whose every text has something that a terminal would obey.
const HOSTILE: &str = "title: \"Clerk \\e[31m\\u202e\\x9b2J\"\nfamily: \"F\\a\"\n\
    summary: \"\\e]0;title\\a \\e]52;c;eA==\\a\"\nlevel: \"M\\x7f1\"\n";

#[test]
fn c08_hostile_text_is_the_same_visible_marks_on_a_terminal_in_a_pipe_and_as_json() {
    let place = folder(&[("a.yaml", HOSTILE)]);
    let path = place.path().to_str().unwrap();
    for arguments in [&["show", "a"][..], &["show", "a", "--plain"], &["list"], &["check", path]] {
        let piped = run(place.path(), place.path(), arguments);
        assert_harmless(&piped.out);
        assert_harmless(&piped.err);
        let command = [&[ROLEBOOK, "--profiles", path, "--color", "never"], arguments].concat();
        let pty = Start::new(&command).size(100, 80).go();
        pty.wait_exit();
        pty.wait_for_text("Clerk");
        assert_harmless(&String::from_utf8(pty.bytes()).unwrap().replace("\r\n", "\n"));
    }
    for (arguments, title) in [
        (&["show", "a", "--json"][..], "/title"),
        (&["list", "--json"], "/0/title"),
        (&["export", "a", "--format", "json"], "/0/title"),
    ] {
        let json = run(place.path(), place.path(), arguments).out;
        assert_harmless(&json);
        let value: serde_json::Value = serde_json::from_str(&json).unwrap();
        let read = value.pointer(title).unwrap_or_else(|| panic!("{value:#}"));
        assert_eq!(read, "Clerk ␛[31m⟨RLO⟩⟨U+009B⟩2J");
    }
    // YAML is copied as it stands in the file, where it is harmless.
    let yaml = run(place.path(), place.path(), &["new", "A", "--like", "a"]).out;
    assert_harmless(&yaml);
    assert!(HOSTILE.lines().skip(1).all(|line| yaml.contains(line)), "{yaml}");
}

#[test]
fn c09_nothing_is_ever_read_from_standard_input() {
    for arguments in [
        &["check", "-"][..],
        &["check", "/dev/stdin"],
        &["show", "a", "--profiles", "-"],
        &["show", "a", "--profiles", "/dev/stdin"],
        &["list", "--profiles", "/dev/zero"],
    ] {
        // What has no end would be read for ever.
        let endless = std::fs::File::open("/dev/zero").unwrap();
        let mut command = Command::new(ROLEBOOK);
        command.args(arguments).stdin(endless).stdout(Stdio::null()).stderr(Stdio::piped());
        let output = command.spawn().unwrap().wait_with_output().unwrap();
        assert_eq!(output.status.code(), Some(2), "{arguments:?}");
        let complaint = String::from_utf8(output.stderr).unwrap();
        assert!(complaint.contains("folder"), "{arguments:?}: {complaint}");
    }
}
