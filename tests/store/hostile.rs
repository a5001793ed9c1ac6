//! Bytes that are meant to crash, hang or fill the memory of whoever reads them.

use proptest::prelude::*;
use rolebook::model::Severity;
use rolebook::store::parse_profiles;
use std::path::Path;
use std::time::{Duration, Instant};

/// Far more than any of them needs, even in a build without optimization on a busy machine.
const PATIENCE: Duration = Duration::from_secs(3);

/// Reads in a thread with the smallest usual stack; says what the errors are.
fn errors(bytes: Vec<u8>) -> String {
    let begun = Instant::now();
    let read = move || {
        let jobs = parse_profiles(Path::new("a.yaml"), &bytes);
        assert!(!jobs.is_empty());
        let problems = jobs.into_iter().flat_map(|job| job.problems);
        let errors = problems.filter(|p| p.severity == Severity::Error);
        errors.map(|p| p.to_string()).collect::<Vec<_>>().join("\n")
    };
    let thread = std::thread::Builder::new().stack_size(2 << 20).spawn(read).unwrap();
    let errors = thread.join().unwrap();
    assert!(begun.elapsed() < PATIENCE, "{:?}", begun.elapsed());
    errors
}

fn laughs() -> String {
    let mut text = "a0: &a0 [lol, lol]\n".to_owned();
    for i in 1..40 {
        let last = i - 1;
        text += &format!("a{i}: &a{i} [*a{last}, *a{last}, *a{last}]\n");
    }
    text
}

#[test]
fn nesting_is_refused_by_name() {
    let block: String = (0..3_000).map(|i| format!("{}a:\n", " ".repeat(i % 500))).collect();
    for text in [
        "[".repeat(100_000) + &"]".repeat(100_000),
        "[".repeat(1_000_000),
        "{a: ".repeat(10_000),
        "[a".repeat(30_000),
        "- ".repeat(20_000),
        "? ".repeat(30_000),
        (0..1_000).map(|i| format!("{}a:\n", " ".repeat(i))).collect(),
        "x: [{y: ".repeat(5_000),
    ] {
        let error = errors(text.clone().into_bytes());
        assert!(error.contains("nested deeper than 32 levels"), "{error} for {:.20}", text);
    }
    assert_ne!(errors(block.into_bytes()), "");
}

#[test]
fn aliases_are_refused_without_being_followed() {
    let error = errors(laughs().into_bytes());
    assert_eq!(
        error.lines().next().unwrap_or_default(),
        "1:5 an anchor (&a0) is not read here; write out what it stands for, or put the whole text in quotes"
    );
    let bomb = format!("a: &a {}\nb: [{}]\n", "x".repeat(100_000), "*a, ".repeat(30_000));
    assert!(errors(bomb.into_bytes()).contains("an alias (*a) is not read here"));
    assert!(
        errors(b"a: &a [*a]\n".to_vec()).contains("1:4 an anchor"),
        "{}",
        errors(b"a: &a [*a]\n".to_vec())
    );
}

#[test]
fn size_is_refused_by_name() {
    for (text, expected) in [
        ("x".repeat(5 << 20), "file is 5 MB, limit 4 MB"),
        ("- a\n".repeat(200_000), "the file has more than 100000 entries"),
        ("title: A\n---\n".repeat(3_000), "the file has more than 64 documents"),
        ((0..90_000).map(|i| format!("k{i}: 1\n")).collect(), "the file has more than 100000"),
    ] {
        let error = errors(text.into_bytes());
        assert!(error.contains(expected), "{error}");
    }
    let comments = format!("title: A\n{}", "# no\n".repeat(800_000));
    assert_eq!(errors(comments.into_bytes()), "");
    let long = format!("title: {}\n", "x".repeat(100_000));
    assert_eq!(errors(long.into_bytes()), "");
}

#[test]
fn many_mistakes_are_cut_short() {
    let text: String = (0..5_000).map(|i| format!("k{i}: 1\n")).collect();
    let jobs = parse_profiles(Path::new("a.yaml"), text.as_bytes());
    assert_eq!(jobs[0].problems.len(), 101);
    assert!(jobs[0].problems[100].sentence.ends_with("more problems follow; mend these first"));
}

#[test]
fn nothing_that_a_terminal_obeys_comes_through() {
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

/// Pieces of YAML that meet in unlucky ways more often than random bytes do.
fn fragments() -> impl Strategy<Value = Vec<u8>> {
    let pieces = [
        "title: ",
        "competencies:",
        "\n",
        "\r",
        "\n  ",
        "\n- ",
        "- ",
        "---\n",
        "...\n",
        "[",
        "]",
        "{",
        "}",
        ", ",
        ": ",
        "? ",
        "&a ",
        "*a",
        "<<: ",
        "!x ",
        "|\n",
        ">-\n",
        "\"",
        "'",
        "#",
        "%",
        "@",
        "\t",
        "levels: ",
        "1",
        "61,200",
        "~",
        "null",
        "é",
        "\u{202e}",
        "\u{feff}",
        "\\",
        "<<<<<<< ",
        "salary: ",
        "base: ",
        "p50: ",
        "name: ",
        "level: ",
        "behaviours: ",
    ];
    let piece = proptest::sample::select(pieces.to_vec());
    proptest::collection::vec(piece, 0..60).prop_map(|all| all.concat().into_bytes())
}

fn no_control_in(bytes: &[u8]) {
    for job in parse_profiles(Path::new("a.yaml"), bytes) {
        for problem in &job.problems {
            assert!(!problem.sentence.chars().any(char::is_control), "{:?}", problem.sentence);
            assert!(problem.place.is_none_or(|p| p.line > 0 && p.column > 0));
        }
        assert!(job.profile.is_some() || !job.problems.is_empty());
    }
}

proptest! {
    #[test]
    fn any_bytes_are_read_without_a_panic(bytes in proptest::collection::vec(any::<u8>(), 0..400)) {
        no_control_in(&bytes);
    }

    #[test]
    fn any_text_is_read_without_a_panic(text in "\\PC{0,200}") {
        no_control_in(text.as_bytes());
    }

    #[test]
    fn any_yaml_is_read_without_a_panic(bytes in fragments()) {
        no_control_in(&bytes);
    }
}

#[test]
fn a_control_character_in_a_document_that_is_not_parsed_is_told() {
    let unmerged = b"<<<<<<< a\ntitle: A\x1b\n=======\n>>>>>>> b\n";
    let jobs = parse_profiles(Path::new("a.yaml"), unmerged);
    let rules: Vec<_> = jobs[0].problems.iter().map(|problem| problem.rule).collect();
    assert_eq!(rules, ["merge-conflict", "control-character"]);
}
