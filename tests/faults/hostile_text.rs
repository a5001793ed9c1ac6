//! Hostile text (E): nothing in a file is a command to the terminal.

use super::corpus::corpus;
use super::pty::{Start, probe};
use super::search_shelf::{index, job};
use super::support::command::{assert_harmless, done, rolebook, run};
use super::support::edges::EDGES;
use super::support::{folder, library, linter};
use super::yaml::hold_lines;
use proptest::prelude::*;
use rolebook::model::{Library, Parts};
use rolebook::search::{Index, Needle, Query, explain, nearest, search};
use rolebook::store::parse_profiles;
use serde_json::Value;
use std::ffi::OsStr;
use std::ops::Range;
use std::os::unix::ffi::OsStrExt;
use std::path::Path;
use std::sync::Arc;
use tempfile::TempDir;
use unicode_segmentation::UnicodeSegmentation;

const ROLEBOOK: &str = env!("CARGO_BIN_EXE_rolebook");

/// What was sent to a terminal holds no commands but those of the screen itself: places, colours
/// and modes, which all begin with `ESC [`.
#[track_caller]
fn assert_only_our_commands(sent: &[u8]) {
    // The end of a style is also that of another set of characters.
    let sent = String::from_utf8_lossy(sent).replace("\u{1b}(B\u{f}", "");
    let mut rest = sent.as_str();
    while let Some((before, after)) = rest.split_once('\u{1b}') {
        assert_harmless(&before.replace('\r', ""));
        // Besides these, one choice of a character set and the keypad.
        let own = after.starts_with(['[', '(', '=', '>', '7', '8']);
        assert!(own, "{:?}", after.chars().take(20).collect::<String>());
        let parameters = after[1..].chars().take_while(|c| !c.is_ascii_alphabetic());
        assert!(parameters.clone().all(|c| c.is_ascii()), "{:?}", parameters.collect::<String>());
        rest = &after[1..];
    }
    assert_harmless(&rest.replace('\r', ""));
}

/// All that is hostile in the corpus, below a folder and in files with names of the same kind.
fn hostile_folder() -> TempDir {
    let root = folder(EDGES);
    let inside = root.path().join("e\u{1b}[31mvil\u{202e}");
    std::fs::create_dir(&inside).unwrap();
    std::fs::write(inside.join("x\u{7}.yaml"), "title: \"A\\e[2J\"\n").unwrap();
    std::fs::write(inside.join("y\n.yaml"), "title: [\n").unwrap();
    std::fs::write(inside.join(OsStr::from_bytes(b"z\x9b\xff.yaml")), "titel: Z\n").unwrap();
    let texts = corpus().into_iter().filter(|case| case.line.starts_with('E'));
    for case in texts.filter(|case| case.bytes.len() < 10_000) {
        std::fs::write(inside.join(format!("{}\u{1b}[2J.yaml", case.name)), case.bytes).unwrap();
    }
    root
}

#[test]
fn e01_a_raw_control_is_told_with_its_place_and_never_repeated() {
    hold_lines(&["E01"]);
}

#[test]
fn e02_e03_e05_an_escape_becomes_a_mark_that_no_terminal_obeys() {
    hold_lines(&["E02", "E03", "E05"]);
}

#[test]
fn e06_e07_what_nobody_sees_becomes_a_mark_and_is_told() {
    hold_lines(&["E06", "E07"]);
}

#[test]
fn e08_e09_e10_e11_e12_e13_any_shape_of_text_is_read_as_it_is() {
    hold_lines(&["E08", "E09", "E10", "E11", "E12", "E13"]);
}

#[test]
fn e02_e03_no_key_word_or_sentence_about_them_is_a_command() {
    let text = "title: \"\\e[31m\\x9b\\0\\u202E\"\n\"\\ek\": 1\nstatus: \"\\e\"\ncode: \u{200b}\n";
    for job in parse_profiles(Path::new("a.yaml"), text.as_bytes()) {
        let profile = job.profile.as_ref().unwrap();
        assert_eq!(profile.title, "␛[31m⟨U+009B⟩␀⟨RLO⟩");
        assert_eq!(profile.code.as_deref(), Some("⟨ZWSP⟩"));
        assert_eq!(job.problems.len(), 9);
        let shown = job.problems.iter().map(ToString::to_string).collect::<String>();
        assert!(!shown.chars().any(char::is_control), "{shown:?}");
    }
}

#[test]
fn e03_e14_names_of_files_and_what_is_in_them_are_never_raw() {
    let folder = hostile_folder();
    let run = |arguments: &[&str]| run(folder.path(), folder.path(), arguments);
    let commands: [&[&str]; 10] = [
        &["list"],
        &["list", "--plain"],
        &["show", "paint"],
        &["show", "paint", "--plain"],
        &["show", "a"],
        &["show", "\u{1b}[31m"],
        &["show", "clerk"],
        &["--print", "--keys", "G"],
        &["--print", "--keys", "!"],
        &["new", "\u{1b}]0;x\u{7}"],
    ];
    for arguments in commands {
        let done = run(arguments);
        assert_harmless(&done.out);
        assert_harmless(&done.err);
    }
    for arguments in [&["list", "--json"][..], &["show", "clerk", "--json"]] {
        let done = run(arguments);
        assert_harmless(&done.out);
        assert!(serde_json::from_str::<Value>(&done.out).is_ok());
    }
}

#[test]
fn e03_e14_hostile_names_break_no_line_and_no_format_of_a_check() {
    let place = TempDir::new().unwrap();
    let inside = place.path().join(OsStr::from_bytes(b"e\x1b[31m, 100%:\n\xff"));
    std::fs::create_dir(&inside).unwrap();
    std::fs::write(inside.join("a\u{202e}\r\n::error::x.yaml"), "titel: \"\\e[2J\"\n").unwrap();
    let run = |arguments: &[&str]| done(rolebook().arg("check").arg(&inside).args(arguments));
    let text = run(&[]);
    let github = run(&["--format", "github"]);
    for done in [&text, &github] {
        assert_harmless(&done.out);
        assert_harmless(&done.err);
    }
    assert!(text.out.lines().all(|line| line.contains("error: ") || line.contains("warning: ")));
    assert!(github.out.contains("␛[31m%2C 100%25%3A"), "{}", github.out);
    assert!(github.out.lines().all(|line| line.starts_with("::")), "{}", github.out);
    let json: Value = serde_json::from_str(&run(&["--format", "json"]).out).unwrap();
    assert_harmless(json["problems"][0]["path"].as_str().unwrap());
    let sarif = run(&["--format", "sarif"]);
    assert_harmless(&sarif.out);
    let address = "e%1B%5B31m%2C%20100%25%3A%0A%FF/a%E2%80%AE%0D%0A";
    assert!(sarif.out.contains(address), "{}", sarif.out);
    let laid = run(&["--color", "always"]).out;
    assert!(!laid.contains("\u{1b}[2J") && !laid.contains('\u{202e}'), "{laid:?}");
}

#[test]
fn e03_e05_e10_a_walk_through_a_hostile_folder_sends_nothing_of_it() {
    let folder = hostile_folder();
    let mut pty = Start::new(&[ROLEBOOK, folder.path().to_str().unwrap()]).size(120, 40).go();
    pty.wait_for_text("watching");
    // Down the list, through a job and its tree, then through all that is wrong.
    for keys in [&"j".repeat(80), "gg", "\r\t=jjjj", "!jjjjjjj", "q/paint"] {
        pty.press(keys);
    }
    pty.wait_for_text("paint");
    pty.press("\x03");
    pty.wait_exit();
    pty.assert_restored();
    assert_only_our_commands(&pty.bytes());
}

/// The one job of a folder, whose title asks for the clipboard.
fn folder_of_the_clipboard() -> TempDir {
    folder(&[("a.yaml", "title: \"A\\e]52;c;ZXZpbA==\\a\"\n")])
}

#[test]
fn e05_the_clipboard_is_written_by_key_alone_and_with_what_is_shown() {
    let folder = folder_of_the_clipboard();
    let start = Start::new(&[ROLEBOOK, folder.path().to_str().unwrap()]).with("TMUX", "");
    let mut pty = start.go();
    pty.wait_for_text("watching");
    assert_only_our_commands(&pty.bytes());
    pty.press("yt");
    pty.wait_for_text("sent");
    pty.press("q");
    assert_eq!(pty.wait_exit().exit_code(), 0);
    let sent = String::from_utf8_lossy(&pty.bytes()).into_owned();
    // Of the title with its marks, `A␛]52;c;ZXZpbA==␇`.
    let asked = "\u{1b}]52;c;QeKQm101MjtjO1pYWnBiQT094pCH\u{7}";
    assert_eq!(sent.matches("\u{1b}]").count(), 1, "{sent:?}");
    assert_only_our_commands(sent.replace(asked, "").as_bytes());
}

#[test]
fn e03_the_name_of_an_editor_is_shown_with_marks() {
    let folder = folder_of_the_clipboard();
    let start = Start::new(&[ROLEBOOK, folder.path().to_str().unwrap()]);
    let editor = "/none/\u{1b}]0;evil\u{7}\u{202e}vim";
    let mut pty = start.with("VISUAL", "").with("EDITOR", editor).go();
    pty.wait_for_text("watching");
    pty.press("e");
    pty.wait_for_text("⟨RLO⟩vim");
    pty.press("q");
    assert_eq!(pty.wait_exit().exit_code(), 0);
    pty.assert_restored();
    assert_only_our_commands(&pty.bytes());
}

#[test]
fn e04_what_is_said_after_the_end_has_marks_as_well() {
    let hostile = "none/e\u{1b}]0;evil\u{7}\u{202e}";
    for arguments in [["show", "a", "--profiles", hostile], ["list", "a", "--profiles", hostile]] {
        let pty = Start::new(&[&[ROLEBOOK], &arguments[..]].concat()).go();
        assert_eq!(pty.wait_exit().exit_code(), 2, "{arguments:?}");
        pty.wait_for_text("⟨RLO⟩");
        pty.assert_restored();
        assert_only_our_commands(&pty.bytes());
    }
    let mut pty = Start::new(&[&probe()]).go();
    pty.wait_for_text("events");
    pty.press("P");
    assert_eq!(pty.wait_exit().exit_code(), 101);
    pty.wait_for_text("main ␛[31mfault");
    assert_only_our_commands(&pty.bytes());
}

#[test]
fn e14_documents_for_programs_are_harmless_on_a_terminal() {
    let folder = hostile_folder();
    let at = folder.path().to_str().unwrap();
    for arguments in [
        "list --json",
        "list --plain",
        "show clerk --json",
        "check --format json",
        "check --format sarif",
        "check --format github",
    ] {
        let script = format!("{ROLEBOOK} {arguments}; echo end $((1 + 1))");
        let pty = Start::new(&["sh", "-c", &script]).with("ROLEBOOK_PROFILES", at).go();
        pty.wait_for_text("end 2");
        assert!(pty.bytes().len() > 100, "{}", pty.text());
        assert_only_our_commands(&pty.bytes());
    }
}

/// The titles that a query finds, best first, as they are shown.
fn found(library: &Arc<Library>, typed: &str) -> Vec<String> {
    let index = Index::new(library.clone(), None);
    let hits = search(&index, &Query::parse(typed), None);
    hits.iter().map(|hit| library.jobs()[hit.job].title().into_owned()).collect()
}

#[test]
fn e06_e07_a_search_passes_over_what_nobody_sees() {
    let text = "title: Pay\u{202e}roll\u{200b} Cle\u{ad}rk\ncode: S\u{2060}M1\n";
    let library = library(&[("a.yaml", text), ("b.yaml", "title: Paint Rollers\n")]);
    for typed in ["'payroll", "payroll clerk", "^pay", "'sm1"] {
        assert_eq!(found(&library, typed), ["Pay⟨RLO⟩roll⟨ZWSP⟩ Cle⟨SHY⟩rk"], "{typed}");
    }
}

#[test]
fn e07_e13_codes_that_only_look_alike_are_told() {
    let files = [
        ("a.yaml", "title: A\ncode: SM1\n"),
        ("b.yaml", "title: B\ncode: S\u{200b}M1\n"),
        ("c.yaml", "title: C\ncode: SМ1\n"),
    ];
    let jobs =
        files.iter().flat_map(|(path, text)| parse_profiles(Path::new(path), text.as_bytes()));
    let jobs = jobs.map(Arc::new).collect();
    let library = linter().check(Library::new(Parts { jobs, complete: true, ..Parts::default() }));
    let told = |job: usize| {
        library.problems_of(job).map(|problem| problem.to_string()).collect::<Vec<_>>().join("\n")
    };
    assert_eq!(told(0), "");
    let alike = "looks like the one of a.yaml:2 and is made of other characters";
    assert!(told(1).contains(&format!("2:7 code S⟨ZWSP⟩M1 {alike}")), "{}", told(1));
    assert!(told(2).contains(&format!("2:7 code SМ1 {alike}")), "{}", told(2));
    assert!(told(2).contains("2:7 code: М (U+041C) is a Cyrillic letter that looks like"));
}

/// Ranges in order, apart, and on the edges of graphemes.
fn fits(text: &str, ranges: &[Range<usize>]) -> bool {
    let edges: Vec<usize> =
        text.grapheme_indices(true).map(|(at, _)| at).chain([text.len()]).collect();
    let in_order = ranges.windows(2).all(|pair| pair[0].end <= pair[1].start);
    in_order
        && ranges
            .iter()
            .all(|r| r.start < r.end && edges.contains(&r.start) && edges.contains(&r.end))
}

/// Letters that are hard to fold, marks, and what joins or turns.
const ODD: &str = "[abAé\u{301}ßﬃガ⟨⟩RLO\u{200d}👩👧🇩🇪\u{fe0f}क्षﷺ \t\n]{0,16}";

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn e15_any_character_may_stand_on_either_side_of_a_search(
        titles in proptest::collection::vec(prop_oneof![ODD, any::<String>()], 1..6),
        typed in prop_oneof![ODD, any::<String>()],
    ) {
        let shelf = titles.iter().map(|text| job(text, [text, text, text], &[text])).collect();
        let index = index(shelf);
        let query = Query::parse(&typed);
        for hit in search(&index, &query, None).iter() {
            let job = &index.library().jobs()[hit.job];
            let shown = explain(&query, job);
            prop_assert!(fits(&job.title(), &shown.title), "{:?}", job.title());
            for ranges in [&shown.code, &shown.family, &shown.level] {
                prop_assert!(fits(job.code().unwrap_or_default(), ranges), "{:?}", job.code());
            }
            if let Some((text, ranges)) = &shown.alternate {
                prop_assert!(fits(text, ranges) && !ranges.is_empty(), "{text:?}");
            }
        }
        let _ = nearest(&typed, titles.iter().map(String::as_str));
        for title in &titles {
            prop_assert!(fits(title, &Needle::new(&typed).find_in(title)), "{title:?}");
        }
    }
}
