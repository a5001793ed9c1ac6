//! Faults of the reader's editor (D): whatever it does, the screen is whole when it is back.

#[path = "editor/choice.rs"]
mod choice;

use super::pty::{Pty, Start};
use crate::process::{state, wait_until};
use crate::started::{INTERRUPT, ROLEBOOK, SUSPEND};
use std::ffi::OsStr;
use std::os::unix::fs::symlink;
use std::path::{Path, PathBuf};
use std::process::Command;
use tempfile::TempDir;

const QUIT: &str = "\x1c";

/// A folder of one job, and beside it an editor that is a shell script.
struct Desk {
    root: TempDir,
    job: PathBuf,
}

impl Desk {
    fn new(script: &str) -> Self {
        Self::with_job("clerk.yaml".as_ref(), script)
    }

    fn with_job(name: &OsStr, script: &str) -> Self {
        let root = TempDir::new().unwrap();
        let jobs = root.path().join("jobs");
        std::fs::create_dir(&jobs).unwrap();
        let job = jobs.join(name);
        std::fs::write(&job, "code: C1\ntitle: Clerk\n").unwrap();
        std::fs::write(root.path().join("script"), script).unwrap();
        // The shell under the name of an editor: a program written just now could be busy.
        symlink("/bin/sh", root.path().join("vim")).unwrap();
        Self { root, job }
    }

    /// An editor of this name that writes down what it was called with.
    fn noting(&self, name: &str) -> PathBuf {
        let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/support/editor.sh");
        symlink(script, self.path(name)).unwrap();
        self.path(name)
    }

    fn path(&self, name: &str) -> PathBuf {
        self.root.path().join(name)
    }

    fn editor(&self) -> String {
        format!("'{}' '{}'", self.path("vim").display(), self.path("script").display())
    }

    /// The browser on the folder, with this editor.
    fn open(&self, editor: &str) -> Pty {
        self.open_with(&[ROLEBOOK, self.path("jobs").to_str().unwrap()], editor)
    }

    fn open_with(&self, command: &[&str], editor: &str) -> Pty {
        let out = self.path("out");
        let start = Start::new(command).with("VISUAL", "").with("EDITOR", editor);
        let pty = start.with("OUT", out.to_str().unwrap()).go();
        pty.wait_for_text("Clerk");
        pty.wait_for_text("1 job");
        pty
    }

    /// What the editor has written, once its last line is there.
    #[track_caller]
    fn written(&self, end: &[u8]) -> Vec<u8> {
        let mut bytes = Vec::new();
        wait_until("written", || {
            bytes = std::fs::read(self.path("out")).unwrap_or_default();
            bytes.ends_with(end)
        });
        bytes
    }
}

#[track_caller]
fn quit(mut pty: Pty) {
    pty.press("q");
    assert_eq!(pty.wait_exit().exit_code(), 0);
    pty.assert_restored();
}

/// What an editor does that changes the job, so that its end can be seen.
const RENAME: &str = "printf 'title: Changed\\n' > \"$2\"\n";

#[test]
fn d07_what_was_saved_is_shown_at_once() {
    let desk = Desk::new(RENAME);
    let mut pty = desk.open(&desk.editor());
    pty.press("e");
    pty.wait_for_text("Changed");
    assert!(!pty.text().contains("read again"), "{}", pty.text());
    quit(pty);
}

/// Colours, mouse, another screen, a scrolling region, origin mode, no echo, no line ends.
const RUINS: &str = "\
printf '\\033[?1049h\\033[2J\\033[31;7m\\033[?1000h\\033[?1003h\\033[?1006h\\033[?1h\\033='
printf '\\033[5;9r\\033[?6h\\033[?25l\\033[?2004h\\033[Hruins everywhere'
stty raw -echo -isig
";

#[test]
fn d07_whatever_it_leaves_behind_the_screen_is_whole_and_the_terminal_given_back() {
    let desk = Desk::new(&format!("{RUINS}{RENAME}"));
    let mut pty = desk.open(&desk.editor());
    pty.wait_for_text("watching");
    let before = pty.text();
    pty.press("e");
    // The line that says so gives way to the keys.
    pty.wait_for_text("Changed · code");
    pty.press("k");
    pty.wait_for("the keys", |screen| !screen.contents().contains("Changed · code"));
    let words = |text: &str| text.split_whitespace().map(ToOwned::to_owned).collect::<Vec<_>>();
    assert_eq!(words(&pty.text()), words(&before.replace("Clerk", "Changed")));
    let (first, last) =
        (pty.text().lines().next().map(words), pty.text().lines().last().map(words));
    assert_eq!((first, last), (before.lines().next().map(words), before.lines().last().map(words)));
    pty.wait_for("usual keys", |screen| {
        !screen.application_cursor()
            && screen.mouse_protocol_mode() == vt100::MouseProtocolMode::ButtonMotion
    });
    pty.press("?");
    pty.wait_for_text("Keys and commands");
    pty.press("\x1b\x1b");
    pty.wait_for("no palette", |screen| !screen.contents().contains("Keys and commands"));
    quit(pty);
}

#[test]
fn d03_d06_a_failing_editor_is_one_line_and_the_list_stays() {
    let desk = Desk::new("exit 3\n");
    let [dying, dumping] =
        ["KILL", "SEGV"].map(|end| Desk::new(&format!("ulimit -c 0; kill -{end} $$\n")));
    let (folder, script) = (desk.path("jobs"), desk.path("script"));
    for (editor, sentence) in [
        (desk.editor(), "vim ended with 3"),
        (dying.editor(), "vim was killed by signal 9"),
        (dumping.editor(), "vim was killed by signal 11"),
        ("no-such-editor".to_owned(), "no program no-such-editor"),
        (folder.to_str().unwrap().to_owned(), "cannot be started"),
        (script.to_str().unwrap().to_owned(), "script cannot be started: Permission"),
        ("vim '".to_owned(), "a quotation mark in $EDITOR has no end"),
    ] {
        let mut pty = desk.open(&editor);
        pty.press("e");
        pty.wait_for_text(sentence);
        pty.wait_for("whole screen", |screen| {
            screen.alternate_screen() && screen.contents().contains("Clerk")
        });
        quit(pty);
    }
}

#[test]
fn d09_an_editor_that_leaves_the_terminal_to_a_job_of_its_own_takes_nobody_with_it() {
    // With job control the last command has the terminal's foreground when it ends its shell.
    let desk = Desk::new("set -m\nsh -c \"kill -KILL $$\"\n");
    let mut pty = desk.open(&desk.editor());
    for _ in 0..2 {
        pty.press("e");
        pty.wait_for_text("vim was killed by signal 9");
        pty.press("?");
        pty.wait_for_text("Keys and commands");
        pty.press("\x1b\x1b");
        pty.wait_for("no palette", |screen| !screen.contents().contains("Keys and commands"));
    }
    quit(pty);
}

#[test]
fn d08_every_key_while_it_runs_is_its_own_and_every_key_after_it_is_ours() {
    // The screen under the browser keeps what was there, so each round says its number.
    let script = "echo >> \"$OUT.rounds\"; round=$(($(wc -l < \"$OUT.rounds\"))); echo type $round; \
        read line; echo \"$line\" > \"$OUT\"; echo more $round; read line\n";
    let desk = Desk::new(&format!("{script}{RENAME}"));
    let mut pty = desk.open(&desk.editor());
    for round in 1..=3 {
        pty.press("e");
        pty.wait_for_text(&format!("type {round}"));
        pty.press(format!("jq every key {round}\r"));
        desk.written(format!("jq every key {round}\n").as_bytes());
        pty.wait_for_text(&format!("more {round}"));
        pty.press("q\r");
        pty.wait_for_text("Changed");
        pty.wait_for("alternate screen", vt100::Screen::alternate_screen);
        pty.press("/zz");
        pty.wait_for_text("› zz");
        pty.press("\x1b");
        pty.wait_for("no filter", |screen| !screen.contents().contains("› zz"));
    }
    quit(pty);
}

#[test]
fn d10_ctrl_c_and_a_change_of_size_while_it_runs_do_not_end_the_browser() {
    let script = "trap 'echo caught' INT QUIT; echo ready; \
        until [ \"$line\" = done ]; do read line; done\n";
    let desk = Desk::new(&format!("{script}{RENAME}"));
    let mut pty = desk.open(&desk.editor());
    pty.press("e");
    pty.wait_for_text("ready");
    for (key, times) in [(INTERRUPT, 1), (QUIT, 2)] {
        // Some shells look at what they caught only when a line is there.
        pty.press(format!("{key}\r"));
        pty.wait_for("it caught", |screen| screen.contents().matches("caught").count() == times);
    }
    pty.resize(110, 30);
    pty.press("done\r");
    pty.wait_for("the screen of the new size", |screen| {
        let last = screen.rows(0, 110).nth(29).unwrap_or_default();
        screen.contents().contains("Changed") && last.contains("? all keys")
    });
    quit(pty);
}

#[test]
fn d10_ctrl_z_while_it_runs_stops_both_and_fg_continues_both() {
    let desk = Desk::new(&format!("echo editing $$; read line; {RENAME}"));
    let start = Start::new(&["sh", "-i"]).with("VISUAL", "").with("EDITOR", &desk.editor());
    let mut pty = start.go();
    pty.wait_for_text("ready>");
    pty.press(format!("clear; {ROLEBOOK} '{}'\r", desk.path("jobs").display()));
    pty.wait_for("the browser", |screen| {
        screen.alternate_screen() && screen.contents().contains("1 job")
    });
    pty.press("e");
    pty.wait_for_text("editing ");
    let editor = pty.number_after("editing");
    pty.press(SUSPEND);
    pty.wait_for_text("Stopped");
    // Until it has stopped as well it may take the next key.
    wait_until("stopped", || state(editor) == Some('T'));
    pty.press("fg\r");
    wait_until("running", || state(editor) != Some('T'));
    pty.press("\r");
    pty.wait_for_text("Changed");
    pty.press("q");
    pty.assert_screen_restored();
}

#[test]
fn d09_it_reads_the_terminal_in_the_foreground_also_without_standard_input() {
    // Of a process, the fifth and the eighth number are its group and the terminal's.
    let script = "test -t 0 && tty=yes; set -- $(cat /proc/$$/stat) ; \
        echo \"$tty $(($5 == $8)) end\" > \"$OUT\"\n";
    let desk = Desk::new(script);
    let command = format!("exec {ROLEBOOK} '{}' </dev/null", desk.path("jobs").display());
    let mut pty = desk.open_with(&["sh", "-c", &command], &desk.editor());
    pty.press("e");
    assert_eq!(desk.written(b"end\n"), b"yes 1 end\n");
    pty.wait_for_entry(2);
    quit(pty);
}

#[test]
fn d12_a_file_that_goes_while_it_is_edited_is_told() {
    let desk = Desk::new("rm \"$2\"\n");
    let other = desk.path("jobs").join("baker.yaml");
    std::fs::write(other, "title: Baker\n").unwrap();
    let command = [ROLEBOOK, desk.path("jobs").to_str().unwrap()].map(ToOwned::to_owned);
    let start = Start::new(&command.each_ref().map(String::as_str));
    let mut pty = start.with("VISUAL", "").with("EDITOR", &desk.editor()).go();
    pty.wait_for_text("2 jobs");
    pty.press("j");
    pty.press("e");
    pty.wait_for_text("Clerk is no longer in the folder");
    quit(pty);
}

#[test]
fn d12_a_file_that_is_gone_is_not_begun_anew() {
    let desk = Desk::new("echo begun > \"$OUT\"\n");
    let mut pty = desk.open(&desk.editor());
    std::fs::remove_file(&desk.job).unwrap();
    pty.press("e");
    pty.wait_for_text("clerk.yaml is not there any more");
    assert!(!Path::new(&desk.path("out")).exists());
    quit(pty);
}

#[test]
fn d08_keys_that_an_editor_does_not_read_are_dropped() {
    let desk = Desk::new(&format!("echo ready; read line < \"$OUT.go\"; {RENAME}"));
    let go = desk.path("out.go");
    assert!(Command::new("mkfifo").arg(&go).status().unwrap().success());
    let mut pty = desk.open(&desk.editor());
    pty.press("e");
    pty.wait_for_text("ready");
    // The terminal echoes what it keeps for whoever reads it next.
    pty.press("qqq\r");
    pty.wait_for_text("qqq");
    std::fs::write(&go, "\n").unwrap();
    pty.wait_for_text("Changed");
    pty.press("/zz");
    pty.wait_for_text("› zz");
    pty.press("\x1b");
    pty.wait_for("no filter", |screen| !screen.contents().contains("› zz"));
    quit(pty);
}

#[test]
fn d11_an_editor_that_returns_at_once_is_told_and_what_it_saves_later_is_shown() {
    // Its window is open as long as nobody writes into the pipe.
    let window =
        "read line < \"$OUT.go\"; printf 'LATE WORDS'; printf 'title: Later\\n' > \"${5%%:*}\"";
    let desk = Desk::new(&format!("({window}) &\n"));
    let go = desk.path("out.go");
    assert!(Command::new("mkfifo").arg(&go).status().unwrap().success());
    symlink("/bin/sh", desk.path("zed")).unwrap();
    let script = desk.path("script").display().to_string();
    let mut pty = desk.open(&format!("'{}' '{script}' 2 3 4 5", desk.path("zed").display()));
    pty.press("e");
    pty.wait_for_text("zed returned at once; -w makes it wait");
    pty.press("k");
    pty.wait_for("the keys", |screen| !screen.contents().contains("returned at once"));
    std::fs::write(&go, "\n").unwrap();
    pty.wait_for_text("Later");
    quit(pty);
}

/// Nobody is told of what another program writes to the terminal, but the reader sees it.
#[test]
fn d07_what_an_editor_prints_after_its_end_goes_with_the_next_reading() {
    let window = "read line < \"$OUT.go\"; printf '\\033[31;5HLATE WORDS' > \"$OUT.tty\"";
    let desk = Desk::new(&format!("ln -s $(tty) \"$OUT.tty\"; ({window}) &\n{RENAME}"));
    let go = desk.path("out.go");
    assert!(Command::new("mkfifo").arg(&go).status().unwrap().success());
    let mut pty = desk.open(&desk.editor());
    pty.press("e");
    pty.wait_for_text("Changed");
    std::fs::write(&go, "\n").unwrap();
    pty.wait_for_text("LATE WORDS");
    pty.press("R");
    pty.wait_for("a clean screen", |screen| !screen.contents().contains("LATE WORDS"));
    quit(pty);
}

/// What an editor may do with the file, and what is told of it.
#[test]
fn d12_a_file_that_changes_its_kind_while_it_is_edited_is_told() {
    for (script, told) in [
        ("mv \"$2\" \"$2.bak\"\n", "Clerk is no longer in the folder"),
        ("rm \"$2\"; printf 'title: Moved\\n' > \"${2%/*}/other.yaml\"\n", "Moved"),
        ("rm \"$2\"; mkdir \"$2\"\n", "Clerk is no longer in the folder"),
        ("rm \"$2\"; mkfifo \"$2\"\n", "Clerk is no longer in the folder"),
        ("chmod 444 \"$2\"; exit 1\n", "vim ended with 1"),
    ] {
        let desk = Desk::new(script);
        std::fs::write(desk.path("jobs").join("baker.yaml"), "title: Baker\n").unwrap();
        let folder = desk.path("jobs");
        let start = Start::new(&[ROLEBOOK, folder.to_str().unwrap()]).with("VISUAL", "");
        let mut pty = start.with("EDITOR", &desk.editor()).go();
        pty.wait_for_text("2 jobs");
        pty.press("je");
        pty.wait_for_text(told);
        pty.wait_for("the browser", |screen| {
            screen.alternate_screen() && screen.contents().contains("Baker")
        });
        quit(pty);
    }
}
