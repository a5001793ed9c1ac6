//! The corpus in a folder, read by the program itself with little memory and little time.

use super::corpus::{Case, corpus, lines_of};
use rolebook::model::rule::{MIXED_SCRIPTS, RULES};
use serde_json::Value;
use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::process::{Command, Stdio};
use tempfile::TempDir;

/// What the program may have for the whole corpus, which is 40 MB: bytes of its own, addresses, and
/// seconds of a processor, of which a build without optimization needs a tenth. Two readers need
/// 110 MB; where there are more processors, there are more readers.
const FOR_ALL: [&str; 3] = ["--data=400000000", "--as=2000000000", "--cpu=60"];
/// The same for aliases that would grow into terabytes, if they were followed. Most of the
/// bytes are those that the program keeps free before it reads on.
const FOR_BOMBS: [&str; 3] = ["--data=200000000", "--as=1500000000", "--cpu=10"];

/// A folder of these cases, in which nothing is told but what is wrong with each file alone.
fn folder_of(cases: &[Case]) -> TempDir {
    let folder = TempDir::new().unwrap();
    let of_libraries = RULES.iter().skip_while(|rule| rule.name != MIXED_SCRIPTS);
    let of_libraries = of_libraries.filter(|rule| !rule.always);
    let off: Vec<&str> = of_libraries.map(|rule| rule.name).collect();
    let settings = format!("check: {{ off: [{}] }}\n", off.join(", "));
    fs::write(folder.path().join("library.yaml"), settings).unwrap();
    for case in cases {
        fs::write(folder.path().join(format!("{}.yaml", case.name)), &case.bytes).unwrap();
    }
    folder
}

/// Whether the system can limit a program here; where it cannot, a line says so.
fn can_limit() -> bool {
    let asked = Command::new("prlimit").arg("--version").stdout(Stdio::null()).status();
    let can = asked.is_ok_and(|status| status.success());
    if !can {
        println!("skipped: there is no prlimit on this machine");
    }
    can
}

/// A command of the program on a folder, within limits; what it printed as JSON.
#[track_caller]
fn limited(limits: &[&str], folder: &Path, arguments: &[&str]) -> Value {
    let mut command = Command::new("prlimit");
    command.args(limits).arg(env!("CARGO_BIN_EXE_rolebook")).args(arguments);
    let ended = command.env("ROLEBOOK_PROFILES", folder).output().unwrap();
    let said = String::from_utf8_lossy(&ended.stderr);
    assert!(matches!(ended.status.code(), Some(0 | 1)), "{:?}: {said}", ended.status);
    serde_json::from_slice(&ended.stdout).unwrap_or_else(|wrong| panic!("{wrong}: {said}"))
}

/// The name of a case and the number of a document, of `name.yaml#2`.
fn case_of(file: &str) -> (&str, u32) {
    let (name, number) = file.rsplit_once(".yaml").unwrap();
    (name, number.strip_prefix('#').map_or(1, |number| number.parse().unwrap()))
}

/// What the program says of each file, as the corpus writes it.
fn verdicts(limits: &[&str], folder: &Path) -> BTreeMap<String, Vec<String>> {
    let mut files: BTreeMap<String, (BTreeMap<u32, _>, Vec<String>)> = BTreeMap::new();
    for job in limited(limits, folder, &["list", "--json"]).as_array().unwrap() {
        let file = job["path"].as_str().unwrap();
        let (name, number) = case_of(file);
        let title = job["title"].as_str().unwrap().to_owned();
        let code = job["code"].as_str().map(str::to_owned);
        // What has no title is called by its file.
        let read = (title != format!("{name}.yaml")).then_some((title, code));
        files.entry(name.to_owned()).or_default().0.insert(number, read);
    }
    let told = limited(limits, folder, &["check", "--format", "json"]);
    for problem in told["problems"].as_array().unwrap() {
        let path = Path::new(problem["path"].as_str().unwrap());
        let (name, _) = case_of(path.file_name().unwrap().to_str().unwrap());
        let (sentence, rule) = (problem["sentence"].as_str().unwrap(), &problem["rule"]);
        let place = match (problem["line"].as_u64(), problem["column"].as_u64()) {
            (Some(line), Some(column)) => format!("{line}:{column} "),
            _ => String::new(),
        };
        let line = format!("{place}{sentence} [{}]", rule.as_str().unwrap());
        files.get_mut(name).unwrap_or_else(|| panic!("{name} {line}")).1.push(line);
    }
    let verdict = |(read, told): (BTreeMap<u32, _>, Vec<String>)| {
        lines_of(read.into_values(), told.into_iter())
    };
    files.into_iter().map(|(name, file)| (name, verdict(file))).collect()
}

#[track_caller]
fn hold_in_a_child(limits: &[&str], cases: &[Case]) {
    if !can_limit() {
        return;
    }
    let folder = folder_of(cases);
    let verdicts = verdicts(limits, folder.path());
    assert_eq!(verdicts.len(), cases.len());
    for case in cases {
        assert_eq!(verdicts[&case.name], case.verdict, "{}", case.name);
    }
}

#[test]
fn y12_y30_y34_the_program_reads_the_whole_corpus_within_limits_of_memory_and_time() {
    hold_in_a_child(&FOR_ALL, &corpus());
}

#[test]
fn y01_y02_y03_y04_aliases_need_no_memory_and_no_time() {
    let aliases = ["Y01", "Y02", "Y03", "Y04"];
    let cases: Vec<Case> = corpus().into_iter().filter(|c| aliases.contains(&c.line)).collect();
    hold_in_a_child(&FOR_BOMBS, &cases);
}

#[test]
fn y30_a_file_larger_than_the_memory_is_refused_by_its_size() {
    if !can_limit() {
        return;
    }
    let folder = folder_of(&[]);
    let file = fs::File::create(folder.path().join("a.yaml")).unwrap();
    file.set_len(512 << 20).unwrap();
    let told = limited(&FOR_BOMBS, folder.path(), &["check", "--format", "json"]);
    let sentence = told["problems"][0]["sentence"].as_str().unwrap();
    assert!(sentence.starts_with("file is 512 MB, limit 4 MB; split it"), "{sentence}");
}
