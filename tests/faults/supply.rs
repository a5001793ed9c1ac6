//! What the program is built from (S).

use super::support::folder;
use super::support::strace::Trace;
use serde_json::Value;
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::process::Command;

const ROOT: &str = env!("CARGO_MANIFEST_DIR");
const REGISTRY: &str = "registry+https://github.com/rust-lang/crates.io-index";

fn text(path: &str) -> String {
    std::fs::read_to_string(Path::new(ROOT).join(path)).unwrap()
}

/// The sources in a folder and below it.
fn sources(folder: &Path) -> Vec<PathBuf> {
    let paths = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    let below = |path: PathBuf| if path.is_dir() { sources(&path) } else { vec![path] };
    let is_source = |path: &PathBuf| path.extension().is_some_and(|ending| ending == "rs");
    paths.flat_map(below).filter(is_source).collect()
}

/// What cargo knows of every crate that is built here, without asking anybody.
fn crates() -> Value {
    let version = Command::new("rustc").arg("-vV").output().unwrap().stdout;
    let version = String::from_utf8(version).unwrap();
    let host = version.lines().find_map(|line| line.strip_prefix("host: ")).unwrap();
    let mut cargo = Command::new(env!("CARGO"));
    cargo.args(["metadata", "--locked", "--offline", "--format-version", "1"]);
    // Crates for other systems need not have been fetched.
    cargo.args(["--filter-platform", host, "--manifest-path"]);
    let output = cargo.arg(Path::new(ROOT).join("Cargo.toml")).output().unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    serde_json::from_slice(&output.stdout).unwrap()
}

/// The crates besides this one.
fn others(crates: &Value) -> impl Iterator<Item = (&str, &Value)> {
    let all = crates["packages"].as_array().unwrap().iter();
    let named = all.map(|each| (each["name"].as_str().unwrap(), each));
    named.filter(|(name, _)| *name != "rolebook")
}

#[test]
fn s01_there_is_no_unsafe_code_and_the_compiler_forbids_it() {
    assert!(text("Cargo.toml").contains("[lints.rust]\nunsafe_code = \"forbid\""));
    assert!(text("src/lib.rs").contains("#![forbid(unsafe_code)]"));
    for folder in ["src", "tests", "benches", "examples"] {
        for path in sources(&Path::new(ROOT).join(folder)) {
            let text = std::fs::read_to_string(&path).unwrap();
            let word = ["un", "safe "].concat();
            let mut code = text.lines().filter(|line| !line.trim_start().starts_with("//"));
            let found = code.find(|line| {
                let opens = |next: &str| line.contains(&format!("{word}{next}"));
                ["{", "fn", "impl", "extern", "trait"].iter().any(|next| opens(next))
            });
            assert_eq!(found, None, "{}", path.display());
        }
    }
}

/// The words in quotation marks between a line of deny.toml and the end of its list.
fn list(deny: &str, start: &str) -> Vec<String> {
    let (_, rest) = deny.split_once(start).unwrap_or_else(|| panic!("no {start}"));
    let rest = rest.split("\n]").next().unwrap();
    let lines = rest.lines().filter(|line| !line.trim_start().starts_with('#'));
    lines.flat_map(|line| line.split('"').skip(1).step_by(2)).map(ToOwned::to_owned).collect()
}

/// Whether a crate may be used under its licences, some of which are allowed: `A OR B`, `A AND B`,
/// with brackets; the old way to write `OR` is a slash.
fn permits(licences: &str, allowed: &dyn Fn(&str) -> bool) -> bool {
    let spaced = licences.replace('/', " OR ").replace('(', " ( ").replace(')', " ) ");
    let words: Vec<&str> = spaced.split_whitespace().collect();
    let (permitted, rest) = any_of(&words, allowed);
    assert!(rest.is_empty(), "{licences} is not understood");
    permitted
}

fn any_of<'a>(words: &'a [&'a str], allowed: &dyn Fn(&str) -> bool) -> (bool, &'a [&'a str]) {
    let (mut permitted, mut rest) = all_of(words, allowed);
    while let ["OR", after @ ..] = rest {
        let (one, after) = all_of(after, allowed);
        (permitted, rest) = (permitted | one, after);
    }
    (permitted, rest)
}

fn all_of<'a>(words: &'a [&'a str], allowed: &dyn Fn(&str) -> bool) -> (bool, &'a [&'a str]) {
    let (mut permitted, mut rest) = single(words, allowed);
    while let ["AND", after @ ..] = rest {
        let (one, after) = single(after, allowed);
        (permitted, rest) = (permitted & one, after);
    }
    (permitted, rest)
}

fn single<'a>(words: &'a [&'a str], allowed: &dyn Fn(&str) -> bool) -> (bool, &'a [&'a str]) {
    match words {
        ["(", inside @ ..] => match any_of(inside, allowed) {
            (permitted, [")", after @ ..]) => (permitted, after),
            (permitted, rest) => (permitted, rest),
        },
        // With an exception it is another licence.
        [name, "WITH", exception, after @ ..] => {
            (allowed(&format!("{name} WITH {exception}")), after)
        }
        [name, after @ ..] => (allowed(name), after),
        [] => (false, words),
    }
}

#[test]
fn s02_every_crate_has_a_licence_that_is_allowed_by_name() {
    let (deny, crates) = (text("deny.toml"), crates());
    let allowed = list(&deny, "\nallow = [");
    let exceptions = list(&deny, "\nexceptions = [");
    assert!(
        allowed.contains(&"MIT".to_owned()) && exceptions.len().is_multiple_of(2),
        "{exceptions:?}"
    );
    let mut seen = 0;
    for (name, each) in others(&crates) {
        let licences = each["license"].as_str().unwrap_or_default();
        let excepted = |licence: &str| exceptions.chunks(2).any(|pair| pair == [licence, name]);
        let is_allowed =
            |licence: &str| allowed.iter().any(|each| each == licence) || excepted(licence);
        assert!(permits(licences, &is_allowed), "{name}: {licences:?} is not in deny.toml");
        seen += 1;
    }
    assert!(seen > 50, "only {seen} crates");
}

#[test]
fn s02_every_crate_comes_from_the_one_registry_with_its_sum_and_none_is_banned() {
    let (deny, crates) = (text("deny.toml"), crates());
    let index = REGISTRY.strip_prefix("registry+").unwrap();
    assert_eq!(list(&deny, "\nallow-registry = [").first().map(String::as_str), Some(index));
    for (name, each) in others(&crates) {
        assert_eq!(each["source"], REGISTRY, "{name}");
    }
    // The lock file has the crates for all systems.
    let lock = text("Cargo.lock");
    let mut locked = BTreeSet::new();
    for entry in
        lock.split("[[package]]\n").skip(1).filter(|entry| !entry.contains("\"rolebook\"\n"))
    {
        assert!(entry.contains(&format!("source = \"{REGISTRY}\"\n")), "{entry}");
        assert!(entry.contains("checksum = \""), "{entry}");
        locked.insert(entry.split('"').nth(1).unwrap());
    }
    let (_, bans) = deny.split_once("[bans]").unwrap();
    let banned: Vec<&str> =
        bans.split("crate = \"").skip(1).filter_map(|rest| rest.split('"').next()).collect();
    assert!(banned.len() > 1);
    for name in banned {
        assert!(!locked.contains(name), "{name} is banned by deny.toml");
    }
    for line in ["yanked = \"deny\"", "unknown-registry = \"deny\"", "unknown-git = \"deny\""] {
        assert!(deny.contains(line), "{line}");
    }
}

#[test]
fn s02_licences_are_understood() {
    let allowed = |licence: &str| ["MIT", "A", "B WITH C"].contains(&licence);
    for licences in ["MIT", "X OR MIT", "X/MIT", "(X OR MIT) AND A", "B WITH C", "X AND Y OR A"] {
        assert!(permits(licences, &allowed), "{licences}");
    }
    for licences in ["", "X", "MIT AND X", "X OR Y", "(MIT OR A) AND X", "A WITH C", "B"] {
        assert!(!permits(licences, &allowed), "{licences}");
    }
}

#[test]
fn s03_the_parser_of_yaml_can_read_no_file_and_no_variable() {
    let crates = crates();
    let nodes = crates["resolve"]["nodes"].as_array().unwrap();
    let node = |name: &str| {
        let id = &others(&crates).find(|(each, _)| *each == name).unwrap().1["id"];
        nodes.iter().find(|node| node["id"] == *id).unwrap()
    };
    let parser = node("granit-parser");
    assert_eq!(parser["features"], serde_json::json!(["error_messages", "std"]));
    let below: Vec<&str> = parser["deps"]
        .as_array()
        .unwrap()
        .iter()
        .map(|each| each["name"].as_str().unwrap())
        .collect();
    assert_eq!(below, ["arraydeque", "smallvec"]);
    for name in ["granit-parser", "arraydeque", "smallvec"] {
        let manifest = others(&crates).find(|(each, _)| *each == name).unwrap().1["manifest_path"]
            .as_str()
            .unwrap();
        let folder = Path::new(manifest).parent().unwrap().join("src");
        let all = sources(&folder);
        assert!(!all.is_empty());
        for path in all.iter().filter(|path| !path.ends_with("tests.rs")) {
            let text = std::fs::read_to_string(path).unwrap();
            for way_out in ["std::fs", "std::env", "std::net", "std::process", "File::open"] {
                let mut code = text.lines().filter(|line| !line.trim_start().starts_with("//"));
                let found = code.find(|line| line.contains(way_out));
                assert_eq!(found, None, "{}", path.display());
            }
        }
    }
}

/// Every way to write that something else is to be read.
const INVITATIONS: &str = "title: !include /etc/passwd\ncode: !env HOME\nfamily: ${SECRET}\n\
    level: !!python/object/apply:os.system [\"cat /etc/shadow\"]\nsummary: file:///etc/group\n\
    source: { name: x, url: \"file:///etc/issue\" }\nincludes: [/etc/fstab]\n";

#[test]
fn s03_no_document_makes_it_read_another_file_or_a_variable() {
    let Some(trace) = Trace::possible() else { return };
    let place = folder(&[("a.yaml", INVITATIONS)]);
    let words = trace.words("%file,%network");
    for arguments in [&["show", "a", "--json"][..], &["check"]] {
        let mut command = Command::new(&words[0]);
        command.args(&words[1..]).arg(env!("CARGO_BIN_EXE_rolebook")).args(arguments);
        command.env("ROLEBOOK_PROFILES", place.path()).env("SECRET", "a-word-that-nobody-says");
        let output = command.output().unwrap();
        let told = [output.stdout, output.stderr].concat();
        let told = String::from_utf8(told).unwrap();
        assert!(told.contains("a.yaml"), "{told}");
        assert!(!told.contains("a-word-that-nobody-says"), "{told}");
        let calls = trace.calls();
        assert!(calls.iter().any(|call| call.text.contains("a.yaml")));
        for invited in ["passwd", "shadow", "group", "issue", "fstab", "socket(", "connect("] {
            let call = calls.iter().find(|call| {
                call.text.contains(&format!("/etc/{invited}")) || call.text.starts_with(invited)
            });
            assert!(call.is_none(), "{call:?}");
        }
    }
}
