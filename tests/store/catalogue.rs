//! The catalogue of rules: what is made from it, and that each of its rules is put to the test.

use super::folder::{folder, judged, open, write};
use rolebook::model::rule::{RULES, Rule};
use rolebook::model::{Library, Severity};
use std::fmt::Write;
use std::fs;
use std::os::unix::fs::symlink;
use std::path::{Path, PathBuf};

const BEGIN: &str = "<!-- rules -->\n";
const END: &str = "<!-- /rules -->";

/// A line of FORMAT.md for each rule.
fn as_markdown() -> String {
    let mut table = "| rule | | what is wrong |\n|---|---|---|\n".to_owned();
    for Rule { name, severity, sentence, always } in RULES {
        let matters = match (severity, always) {
            (Severity::Error, true) => "error, always told",
            (Severity::Error, false) => "error",
            (Severity::Warning, _) => "warning",
        };
        writeln!(table, "| `{name}` | {matters} | {sentence} |").unwrap();
    }
    table
}

/// With `ROLEBOOK_WRITE_README=1` the table is written instead of compared.
#[test]
fn the_format_has_the_table_of_rules() {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/FORMAT.md");
    let format = fs::read_to_string(path).unwrap();
    let (before, rest) = format.split_once(BEGIN).unwrap();
    let (table, after) = rest.split_once(END).unwrap();
    if std::env::var_os("ROLEBOOK_WRITE_README").is_some() {
        fs::write(path, format!("{before}{BEGIN}{}{END}{after}", as_markdown())).unwrap();
    } else {
        let how = "write it with ROLEBOOK_WRITE_README=1 cargo test --test store catalogue";
        assert_eq!(table, as_markdown(), "{how}");
    }
}

#[test]
fn a_rule_is_named_once_in_kebab_case_and_says_one_sentence() {
    for (i, rule) in RULES.iter().enumerate() {
        assert!(RULES[..i].iter().all(|other| other.name != rule.name), "{}", rule.name);
        assert!(
            rule.name.bytes().all(|b| b.is_ascii_lowercase() || matches!(b, b'-' | b'0'..=b'9'))
        );
        let sentence = rule.sentence;
        assert!(sentence.ends_with('.') && !sentence.contains(". "), "{sentence}");
        assert!(!sentence.contains('|'), "{sentence}");
    }
}

/// All Rust files in or under a folder, with their text.
fn rust_files(folder: &Path, found: &mut Vec<(PathBuf, String)>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            rust_files(&path, found);
        } else if path.extension().is_some_and(|end| end == "rs") {
            let text = fs::read_to_string(&path).unwrap();
            found.push((path, text));
        }
    }
}

/// Whether a text names something as a whole word.
fn names(text: &str, name: &str) -> bool {
    text.match_indices(name).any(|(at, _)| {
        let part = |c: char| c.is_alphanumeric() || matches!(c, '-' | '_');
        !text[..at].ends_with(part) && !text[at + name.len()..].starts_with(part)
    })
}

/// What the code calls a rule, as the catalogue has it: `TAB "tab-indentation" Error`.
fn constant(rule: &Rule) -> String {
    let catalogue = include_str!("../../src/model/rule.rs");
    let before = catalogue.split(&format!(" \"{}\" ", rule.name)).next().unwrap();
    format!("rule::{}", before.split_whitespace().next_back().unwrap())
}

#[test]
fn every_rule_that_is_judged_is_put_to_the_test() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let (mut code, mut tests) = (String::new(), String::new());
    let mut files = Vec::new();
    rust_files(&root.join("src"), &mut files);
    for (path, text) in &files {
        let (own, tested) = text.split_once("#[cfg(test)]\nmod tests {").unwrap_or((text, ""));
        let is_test = path.ends_with("tests.rs");
        code += if is_test { "" } else { own };
        tests += if is_test { text } else { tested };
    }
    files.clear();
    rust_files(&root.join("tests"), &mut files);
    tests.extend(files.iter().map(|(_, text)| text.as_str()));
    let judged: Vec<_> = RULES.iter().filter(|rule| names(&code, &constant(rule))).collect();
    assert!(judged.len() >= 30, "{}", judged.len());
    let tested = |rule: &Rule| names(&tests, rule.name) || names(&tests, &constant(rule));
    let untested: Vec<_> = judged.iter().filter(|rule| !tested(rule)).map(|r| r.name).collect();
    assert!(untested.is_empty(), "{untested:?}");
}

/// What is wrong in a library: file or job, and rule.
fn broken_rules(library: &Library) -> Vec<(String, &'static str)> {
    let of_files =
        library.problems().iter().map(|p| (p.path.display().to_string(), p.problem.rule));
    let of_jobs = (0..library.jobs().len()).flat_map(|job| {
        library.problems_of(job).map(move |p| (library.jobs()[job].id.to_string(), p.rule))
    });
    of_files.chain(of_jobs).collect()
}

#[test]
fn what_is_no_readable_file_is_told_by_its_rule() {
    let root = folder(&[("a.yaml", "title: A\n"), ("latin.yaml", "")]);
    let at = |name: &str| root.path().join(name);
    rustix::fs::mkfifoat(rustix::fs::CWD, at("pipe.yaml"), 0o600.into()).unwrap();
    symlink("/dev/zero", at("outside.yaml")).unwrap();
    fs::File::create(at("giant.yaml")).unwrap().set_len(5 << 20).unwrap();
    fs::write(at("latin.yaml"), b"title: caf\xe9\n").unwrap();
    let told = |file: &str, rule| (file.to_owned(), rule);
    let mut rules = broken_rules(&judged(&mut open(root.path())));
    rules.sort();
    assert_eq!(
        rules,
        [
            told("giant.yaml", "too-large"),
            told("latin.yaml", "not-utf8"),
            told("outside.yaml", "outside-link"),
            told("pipe.yaml", "not-a-file"),
        ]
    );
}

#[test]
fn what_cannot_be_opened_is_told_as_unreadable() {
    // A link that leads to itself cannot be opened, not even by the superuser.
    let root = folder(&[("library.yaml", "name: A\n")]);
    let loops = ["x.yaml", "y.yaml"];
    symlink(root.path().join(loops[1]), root.path().join(loops[0])).unwrap();
    symlink(root.path().join(loops[0]), root.path().join(loops[1])).unwrap();
    let rules = broken_rules(&judged(&mut open(root.path())));
    assert!(rules.iter().all(|(_, rule)| *rule == "unreadable"), "{rules:?}");
    assert!(!rules.is_empty());
}

#[test]
fn a_library_switches_rules_off_and_is_told_of_those_that_do_not_exist() {
    let broken =
        "title: A\ncode: SМ1\ncompetencies: { x: [{ name: B, level: 9, definition: D. }, C: 9] }\n";
    let root = folder(&[("a.yaml", broken), ("library.yaml", "name: A\n")]);
    let mut library = open(root.path());
    let job = |rule| ("a.yaml".to_owned(), rule);
    let all = [job("mixed-scripts"), job("off-scale"), job("unknown-competency")];
    assert_eq!(broken_rules(&judged(&mut library)), all);
    let off = "check: { off: [unknown-competency, mixed-scripts, off-scales] }\n";
    write(root.path(), "library.yaml", off);
    let read = judged(&mut library);
    assert_eq!(
        broken_rules(&read),
        [("library.yaml".to_owned(), "unknown-rule"), job("off-scale")]
    );
    let sentence = "1:51 no rule is called “off-scales”; did you mean off-scale?";
    assert_eq!(read.problems()[0].problem.to_string(), sentence);
    write(root.path(), "library.yaml", "check: { of: off-scale }\n");
    assert_eq!(judged(&mut library).problems()[0].problem.rule, "unknown-key");
}

#[test]
fn what_keeps_a_job_from_being_seen_is_told_whatever_is_switched_off() {
    let off = "check: { off: [syntax, missing-title, missing-name, wrong-shape, unknown-rule] }\n";
    let root = folder(&[
        ("library.yaml", off),
        ("a.yaml", "title: [A # rolebook: allow syntax\n"),
        ("b.yaml", "title: [A] # rolebook: allow missing-title\n"),
        ("c.yaml", "- title: A # rolebook: allow wrong-shape\n"),
        ("competencies/d.yaml", "name: [D]\n"),
        ("competencies/e.yaml", "name: E\nlevels: 3\n"),
    ]);
    let told = |file: &str, rule| (file.to_owned(), rule);
    assert_eq!(
        broken_rules(&judged(&mut open(root.path()))),
        [
            told("competencies/d.yaml", "missing-name"),
            told("a.yaml", "syntax"),
            told("b.yaml", "missing-title"),
            told("c.yaml", "missing-title"),
        ]
    );
}

#[test]
fn a_comment_allows_what_is_wrong_on_its_line_and_nothing_else() {
    let text = "title: A\ncolour: red # rolebook: allow unknown-key\nshape: round\nsize: 1 # rolebook: allow unknown-keys\n";
    let root = folder(&[("a.yaml", text)]);
    let read = judged(&mut open(root.path()));
    let told: Vec<String> = read.problems_of(0).map(|p| format!("{p} [{}]", p.rule)).collect();
    assert_eq!(
        told,
        [
            "3:1 unknown key “shape”; it is not read; begin it with x- to keep it for yourself [unknown-key]",
            "4:1 unknown key “size”; it is not read; begin it with x- to keep it for yourself [unknown-key]",
            "4:9 no rule is called “unknown-keys”; did you mean unknown-key? [unknown-rule]",
        ]
    );
}

#[test]
fn a_shared_competency_is_held_to_the_same_rules() {
    let root = folder(&[
        ("competencies/a.yaml", "definition: B #1\n"),
        ("competencies/b.yaml", "name: B\u{200b}\nlvls: {}\nlevels: { 1: [C] }\n"),
        ("competencies/c.yaml", "name: C\nscale: five\n"),
        ("competencies/d.yaml", "name: c\nlevels: { 9: { behaviours: [D.] } }\n"),
    ]);
    let of = |file: &str, rule| (format!("competencies/{file}.yaml"), rule);
    assert_eq!(
        broken_rules(&judged(&mut open(root.path()))),
        [
            of("a", "missing-name"),
            of("a", "comment-in-text"),
            of("b", "hidden-character"),
            of("b", "unknown-key"),
            of("b", "wrong-shape"),
            of("c", "unknown-scale"),
            of("d", "duplicate-competency"),
            of("d", "off-scale"),
        ]
    );
}
