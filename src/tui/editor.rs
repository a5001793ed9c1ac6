//! The reader's own editor: which program it is, how it is told the line, and how it ended.

use crate::model::Place;
use crate::printable::printable;
use std::ffi::{OsStr, OsString};
use std::io::{self, ErrorKind};
use std::os::unix::ffi::{OsStrExt, OsStringExt};
use std::os::unix::process::ExitStatusExt;
use std::path::Path;
use std::process::{Command, ExitStatus};

/// What to do where neither variable names an editor.
const UNSET: &str = "set $EDITOR, for example: export EDITOR=nano";

/// How an editor wants to be told where to stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Manner {
    /// `+6 path`
    Plus,
    /// `+6,3 path`
    PlusComma,
    /// `+6:3 path`
    PlusColon,
    /// `-g path:6:3`
    Goto,
    /// `path:6:3`
    Colon,
    /// `-l 6 -c 3 path`
    Options,
    /// `path`, since nobody knows better.
    Path,
}

/// The editors that can be told the line, by their programs' names.
const MANNERS: [(Manner, &[&str]); 6] = [
    (Manner::Plus, &["vi", "vim", "nvim", "view", "gvim", "joe", "ne", "mg", "mcedit"]),
    (Manner::PlusComma, &["nano"]),
    (Manner::PlusColon, &["emacs", "emacsclient", "kak", "micro", "gedit"]),
    (Manner::Goto, &["code", "code-insiders", "codium", "vscodium", "cursor"]),
    (Manner::Colon, &["hx", "helix", "zed", "zeditor", "subl"]),
    (Manner::Options, &["kate", "kwrite"]),
];

/// Editors with a window of their own, which return at once unless told to wait; the first of
/// these words is the one to recommend.
const RETURN_AT_ONCE: [(&[&str], &[&str]); 2] = [
    (
        &["code", "code-insiders", "codium", "vscodium", "cursor", "zed", "zeditor", "subl"],
        &["-w", "--wait"],
    ),
    (&["gvim"], &["-f", "--nofork"]),
];

/// The reader's editor with its arguments.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Editor {
    program: OsString,
    arguments: Vec<OsString>,
}

impl Editor {
    /// The editor that `$VISUAL` or, where that says nothing, `$EDITOR` names. The words are split
    /// as a shell splits them, but no shell is asked: what it would carry out is plain text here.
    ///
    /// # Errors
    /// A sentence to show: neither says anything, or a quotation mark has no end.
    pub fn chosen(visual: Option<&OsStr>, editor: Option<&OsStr>) -> Result<Self, String> {
        for (name, value) in [("$VISUAL", visual), ("$EDITOR", editor)] {
            let Some(value) = value else { continue };
            let mut words = words(value).ok_or_else(|| {
                let value = shown(value);
                format!("a quotation mark in {name} has no end: {value}; close it or escape it")
            })?;
            if words.first().is_some_and(|program| !program.is_empty()) {
                let program = words.remove(0);
                return Ok(Self { program, arguments: words });
            }
        }
        Err(UNSET.to_owned())
    }

    /// The command that opens a file at a place. An absolute path is never taken for an option.
    #[must_use]
    pub fn open(&self, path: &Path, place: Option<Place>) -> Command {
        let mut command = Command::new(&self.program);
        command.args(&self.arguments);
        let Some(Place { line, column }) = place else {
            command.arg(path);
            return command;
        };
        let with_place = || {
            let mut whole = path.as_os_str().to_owned();
            whole.push(format!(":{line}:{column}"));
            whole
        };
        match manner_of(&self.program) {
            Manner::Plus => command.arg(format!("+{line}")).arg(path),
            Manner::PlusComma => command.arg(format!("+{line},{column}")).arg(path),
            Manner::PlusColon => command.arg(format!("+{line}:{column}")).arg(path),
            Manner::Goto => command.arg("-g").arg(with_place()),
            Manner::Colon => command.arg(with_place()),
            Manner::Options => {
                command.args(["-l", &line.to_string(), "-c", &column.to_string()]).arg(path)
            }
            Manner::Path => command.arg(path),
        };
        command
    }
}

/// The words of a variable; `None` where a quotation mark has no end.
fn words(value: &OsStr) -> Option<Vec<OsString>> {
    // The path of a program that is there is one word, whatever it consists of.
    if Path::new(value).is_absolute() && Path::new(value).is_file() {
        return Some(vec![value.to_owned()]);
    }
    // A value need not be UTF-8. Each byte goes as a letter of its own and comes back as that byte,
    // which leaves alone all that splitting looks at.
    let letters: String = value.as_bytes().iter().map(|byte| char::from(*byte)).collect();
    let bytes = |word: String| word.chars().filter_map(|c| u8::try_from(c).ok()).collect();
    let words = shell_words::split(&letters).ok()?;
    Some(words.into_iter().map(|word| OsString::from_vec(bytes(word))).collect())
}

fn manner_of(program: &OsStr) -> Manner {
    let name = name_of(program);
    let known = MANNERS.iter().find(|(_, names)| names.contains(&name.as_str()));
    known.map_or(Manner::Path, |(manner, _)| *manner)
}

/// The file name of a program, up to a dot: `/usr/bin/vim.basic` is vim.
fn name_of(program: &OsStr) -> String {
    let name = Path::new(program).file_name().unwrap_or(program).to_string_lossy();
    name.split('.').next().unwrap_or_default().to_owned()
}

/// What went wrong with a program that the terminal was lent to, as a sentence that is safe to
/// show; `None` where it ended well.
#[must_use]
pub fn complaint(command: &Command, outcome: &io::Result<ExitStatus>) -> Option<String> {
    let program = command.get_program();
    let name = shown(Path::new(program).file_name().unwrap_or(program));
    match outcome {
        Ok(status) if status.success() => None,
        Ok(status) => Some(match (status.code(), status.signal()) {
            (Some(code), _) => format!("{name} ended with {code}"),
            (None, Some(signal)) => format!("{name} was killed by signal {signal}"),
            (None, None) => format!("{name} ended in an unknown way"),
        }),
        Err(error) if error.kind() == ErrorKind::NotFound => {
            Some(format!("no program {}: check $VISUAL and $EDITOR", shown(program)))
        }
        Err(error) => {
            let (program, error) = (shown(program), error.to_string());
            Some(format!("{program} cannot be started: {}", printable(&error)))
        }
    }
}

/// What there is to say of an editor that ended well without having waited for its window.
#[must_use]
pub fn tip(command: &Command) -> Option<String> {
    let name = name_of(command.get_program());
    let (_, waits) = RETURN_AT_ONCE.iter().find(|(names, _)| names.contains(&name.as_str()))?;
    let told_to_wait = command.get_args().any(|word| waits.iter().any(|wait| word == *wait));
    (!told_to_wait).then(|| format!("{name} returned at once; {} makes it wait", waits[0]))
}

/// Text from outside, safe to show.
fn shown(text: &OsStr) -> String {
    printable(&text.to_string_lossy()).into_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn chosen(visual: &str, editor: &str) -> Result<Editor, String> {
        Editor::chosen(Some(visual.as_ref()), Some(editor.as_ref()))
    }

    /// Program and arguments for line 6, column 3 of `/jobs/a.yaml`.
    fn line_of(editor: &str) -> Vec<String> {
        let place = Some(Place { line: 6, column: 3 });
        let command = chosen("", editor).unwrap().open("/jobs/a.yaml".as_ref(), place);
        let words = std::iter::once(command.get_program()).chain(command.get_args());
        words.map(|word| word.to_string_lossy().into_owned()).collect()
    }

    #[test]
    fn every_editor_is_told_the_line_in_its_own_manner() {
        for (editors, arguments) in [
            ("vi vim nvim view gvim joe ne mg mcedit", "+6 /jobs/a.yaml"),
            ("nano", "+6,3 /jobs/a.yaml"),
            ("emacs emacsclient kak micro gedit", "+6:3 /jobs/a.yaml"),
            ("code code-insiders codium vscodium cursor", "-g /jobs/a.yaml:6:3"),
            ("hx helix zed zeditor subl", "/jobs/a.yaml:6:3"),
            ("kate kwrite", "-l 6 -c 3 /jobs/a.yaml"),
            ("ed notepad vimish", "/jobs/a.yaml"),
        ] {
            for editor in editors.split(' ') {
                let arguments: Vec<&str> = arguments.split(' ').collect();
                assert_eq!(line_of(editor)[1..], arguments, "{editor}");
            }
        }
    }

    #[test]
    fn an_editor_is_known_by_its_file_name_and_keeps_its_own_arguments() {
        assert_eq!(
            line_of("/usr/bin/vim -u NONE"),
            words_of("/usr/bin/vim -u NONE +6 /jobs/a.yaml")
        );
        assert_eq!(line_of("vim.basic"), words_of("vim.basic +6 /jobs/a.yaml"));
        assert_eq!(line_of("emacsclient -nw")[1..], words_of("-nw +6:3 /jobs/a.yaml"));
        assert_eq!(line_of("code -w")[1..], words_of("-w -g /jobs/a.yaml:6:3"));
    }

    fn words_of(text: &str) -> Vec<String> {
        text.split(' ').map(ToOwned::to_owned).collect()
    }

    #[test]
    fn without_a_place_the_path_stands_alone() {
        for editor in ["vim", "nano", "emacs", "code", "hx", "ed"] {
            let command = chosen("", editor).unwrap().open("/a.yaml".as_ref(), None);
            assert_eq!(command.get_args().collect::<Vec<_>>(), ["/a.yaml"], "{editor}");
        }
    }

    #[test]
    fn visual_goes_before_editor_and_blank_is_as_good_as_unset() {
        assert_eq!(chosen("vim", "nano").unwrap().program, "vim");
        for blank in ["", " ", "\t \n", "''", "# vim"] {
            assert_eq!(chosen(blank, "nano").unwrap().program, "nano", "{blank:?}");
            assert_eq!(chosen(blank, blank), Err(UNSET.to_owned()), "{blank:?}");
        }
        assert_eq!(Editor::chosen(None, None), Err(UNSET.to_owned()));
    }

    #[test]
    fn quotes_hold_together_and_a_shell_is_never_asked() {
        assert_eq!(
            line_of("'my editor' --title \"two words\"")[..3],
            ["my editor", "--title", "two words"]
        );
        assert_eq!(line_of("my\\ editor")[0], "my editor");
        for (hostile, words) in [
            ("vi; rm -rf ~", "vi; rm -rf ~ /jobs/a.yaml"),
            ("vi $(touch x) `touch y`", "vi $(touch x) `touch y` +6 /jobs/a.yaml"),
            ("vi && x > y $HOME *", "vi && x > y $HOME * +6 /jobs/a.yaml"),
        ] {
            assert_eq!(line_of(hostile), words_of(words));
        }
    }

    #[test]
    fn a_quotation_mark_without_end_is_told_with_the_variable() {
        for (visual, editor, name) in [("vim \"-u", "nano", "$VISUAL"), ("", "vim '", "$EDITOR")] {
            let sentence = chosen(visual, editor).unwrap_err();
            assert!(sentence.contains(name) && sentence.contains("close it"), "{sentence}");
        }
        let hostile = chosen("'\u{1b}[31m", "").unwrap_err();
        assert!(!hostile.contains('\u{1b}'), "{hostile}");
    }

    #[test]
    fn what_is_no_utf8_comes_through_as_it_is() {
        let value = OsStr::from_bytes(b"'ed\xff tor' \xfe");
        let editor = Editor::chosen(None, Some(value)).unwrap();
        let path = Path::new(OsStr::from_bytes(b"/jobs/-\xff\n \x1b.yaml"));
        let command = editor.open(path, Some(Place { line: 1, column: 1 }));
        assert_eq!(command.get_program().as_bytes(), b"ed\xff tor");
        let arguments: Vec<&[u8]> = command.get_args().map(OsStr::as_bytes).collect();
        assert_eq!(arguments, [b"\xfe".as_slice(), path.as_os_str().as_bytes()]);
    }

    #[test]
    fn the_path_of_a_program_that_is_there_is_one_word() {
        let folder = tempfile::TempDir::new().unwrap();
        let program = folder.path().join("my \"editor");
        std::fs::write(&program, "").unwrap();
        let editor = Editor::chosen(Some(program.as_os_str()), None).unwrap();
        assert_eq!((editor.program, editor.arguments), (program.into_os_string(), vec![]));
    }

    #[test]
    fn how_it_ended_is_told_in_one_line() {
        let vim = Command::new("/usr/bin/vim");
        let told = |status| complaint(&vim, &Ok(ExitStatus::from_raw(status)));
        assert_eq!(told(0), None);
        assert_eq!(told(1 << 8).as_deref(), Some("vim ended with 1"));
        assert_eq!(told(9).as_deref(), Some("vim was killed by signal 9"));
        let failed = |kind: ErrorKind| complaint(&Command::new("no\u{1b}such"), &Err(kind.into()));
        let missing = "no program no␛such: check $VISUAL and $EDITOR";
        assert_eq!(failed(ErrorKind::NotFound).as_deref(), Some(missing));
        let sentence = failed(ErrorKind::PermissionDenied).unwrap();
        assert!(sentence.starts_with("no␛such cannot be started: "), "{sentence}");
    }

    #[test]
    fn an_editor_that_does_not_wait_is_told_how_to() {
        let tip_for = |editor| tip(&chosen("", editor).unwrap().open("/a".as_ref(), None));
        assert_eq!(tip_for("code").as_deref(), Some("code returned at once; -w makes it wait"));
        assert_eq!(tip_for("gvim").as_deref(), Some("gvim returned at once; -f makes it wait"));
        for waiting in ["code --wait", "/opt/subl -w", "gvim -f", "vim", "ed"] {
            assert_eq!(tip_for(waiting), None, "{waiting}");
        }
    }
}
