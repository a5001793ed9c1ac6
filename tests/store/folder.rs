//! What a folder may hold, and what happens when it changes.

use rolebook::lint::{Date, Linter};
use rolebook::model::{Job, Library};
use rolebook::store::{Folder, Origin};
use std::fs;
use std::ops::ControlFlow;
use std::path::Path;
use std::sync::Arc;
use tempfile::TempDir;

/// A folder with files in it.
pub fn folder(files: &[(&str, &str)]) -> TempDir {
    let root = tempfile::tempdir().unwrap();
    files.iter().for_each(|(path, text)| write(root.path(), path, text));
    root
}

pub fn write(root: &Path, path: &str, text: &str) {
    let path = root.join(path);
    fs::create_dir_all(path.parent().unwrap()).unwrap();
    fs::write(path, text).unwrap();
}

pub fn open(root: &Path) -> Folder {
    Folder::open(Origin::Folder(root.to_owned()), false)
}

fn read(folder: &mut Folder) -> Library {
    let mut last = None;
    let mut keep = |library| {
        last = Some(library);
        ControlFlow::Continue(())
    };
    folder.read(&mut keep).unwrap();
    last.unwrap()
}

fn paths(library: &Library) -> Vec<String> {
    library.jobs().iter().map(|job| job.id.to_string()).collect()
}

/// Every problem of a library: file, place and sentence.
fn told(library: &Library) -> Vec<String> {
    let of_files = library.problems().iter().map(|p| format!("{}:{}", p.path.display(), p.problem));
    let of_job = |(index, job): (usize, &Arc<Job>)| {
        let told = library.problems_of(index).map(|p| format!("{}:{p}", job.id));
        told.collect::<Vec<_>>()
    };
    of_files.chain(library.jobs().iter().enumerate().flat_map(of_job)).collect()
}

/// Reads and judges.
pub fn judged(folder: &mut Folder) -> Library {
    Linter::new(Date::constant(2026, 7, 1)).check(read(folder))
}

#[test]
fn a_folder_holds_settings_competencies_and_profiles() {
    let root = folder(&[
        ("library.yaml", "name: Head office\nignore: [mkdocs.yml, \"drafts/**\"]\n"),
        ("it/competencies/rust.yml", "name: Rust\n---\nname: SQL\n"),
        ("it/dev.yaml", "title: Developer\n---\ntitle: Tester\n"),
        ("mkdocs.yml", "site: x\n"),
        ("drafts/new/a.yaml", "title: Draft\n"),
        (".git/a.yaml", "title: Hidden\n"),
        ("node_modules/a.yaml", "title: Module\n"),
        ("it/#dev.yaml#", "title: Dropping\n"),
        ("it/.#dev.yaml", "title: Dropping\n"),
        ("it/dev.yaml~", "title: Dropping\n"),
        ("it/readme.md", "title: Text\n"),
    ]);
    let library = read(&mut open(root.path()));
    assert_eq!(paths(&library), ["it/dev.yaml", "it/dev.yaml#2"]);
    assert_eq!(library.settings().name.as_deref(), Some("Head office"));
    assert_eq!(library.competencies().len(), 2);
    assert_eq!(told(&library), [""; 0]);
}

#[test]
fn an_empty_folder_is_a_library_without_jobs() {
    let library = read(&mut open(folder(&[]).path()));
    assert!(library.is_complete() && library.jobs().is_empty());
}

#[test]
fn what_only_the_whole_library_knows_is_told() {
    let root = folder(&[
        ("library.yaml", "scales:\n  four: { levels: { 1: , 4: Expert } }\nlvl: 1\n"),
        ("competencies/a.yaml", "name: Rust\nscale: four\nlevels:\n  5: { statement: x }\n"),
        ("competencies/b.yaml", "definition: x\n---\nname: ' RUST'\nscale: five\n"),
        (
            "dev.yaml",
            "title: A\ncompetencies:\n  hard:\n  - Rust: 5\n  - rust: 3.5\n  - name: Own\n    level: 7\n    definition: x\n",
        ),
    ]);
    assert_eq!(
        told(&judged(&mut open(root.path()))),
        [
            "competencies/a.yaml:4:3 level: 5 is not on its scale (1 to 4)",
            "competencies/b.yaml:1:1 the name is missing; write one, as in `name: Payroll Operations`",
            "competencies/b.yaml:3:7 “ RUST” is also described in competencies/a.yaml, which is used; delete or rename one",
            "competencies/b.yaml:4:8 scale: library.yaml has no scale “five”; it has default, four",
            "library.yaml:3:1 unknown key “lvl”; it is not read; begin it with x- to keep it for yourself",
            "dev.yaml:4:11 level: 5 is not on its scale (1 to 4)",
            "dev.yaml:5:5 “rust” is asked for on line 4 already; keep one of the two",
            "dev.yaml:7:12 level: 7 is not on its scale (1 to 5)",
        ]
    );
}

#[test]
fn only_what_has_changed_is_parsed_again() {
    let root = folder(&[
        ("competencies/rust.yaml", "name: Rust\n"),
        ("a.yaml", "title: A\ncompetencies: { hard: [Rust: 5] }\n"),
        ("b.yaml", "title: B\n"),
    ]);
    let mut folder = open(root.path());
    let first = read(&mut folder);
    write(root.path(), "b.yaml", "title: Beta\n");
    write(root.path(), "c.yaml", "title: C\n");
    let second = read(&mut folder);
    assert!(Arc::ptr_eq(&first.jobs()[0], &second.jobs()[0]));
    assert!(Arc::ptr_eq(&first.competencies()[0], &second.competencies()[0]));
    assert_eq!(second.jobs().iter().map(|job| job.title()).collect::<Vec<_>>(), ["A", "Beta", "C"]);
    // A scale that has become shorter is told, although the profile itself has not changed.
    write(root.path(), "library.yaml", "scales: { default: { levels: { 1: a, 4: d } } }\n");
    fs::remove_file(root.path().join("b.yaml")).unwrap();
    let third = judged(&mut folder);
    assert_eq!(paths(&third), ["a.yaml", "c.yaml"]);
    assert_eq!(told(&third), ["a.yaml:2:30 level: 5 is not on its scale (1 to 4)"]);
    let fourth = read(&mut folder);
    assert!(Arc::ptr_eq(&third.jobs()[0], &fourth.jobs()[0]));
}

#[test]
fn what_was_last_read_well_is_kept() {
    let root = folder(&[
        ("library.yaml", "name: Here\n"),
        ("competencies/rust.yaml", "name: Rust\n"),
        ("a.yaml", "title: A\n---\ntitle: B\n"),
    ]);
    let mut folder = open(root.path());
    read(&mut folder);
    write(root.path(), "library.yaml", "name: [\n");
    write(root.path(), "competencies/rust.yaml", "name: [\n");
    write(root.path(), "a.yaml", "title: A2\n---\ntitle: [\n");
    let library = read(&mut folder);
    let titles = |library: &Library| {
        library.jobs().iter().map(|job| job.title().into_owned()).collect::<Vec<_>>()
    };
    assert_eq!(library.settings().name.as_deref(), Some("Here"));
    assert_eq!(library.competencies()[0].name, "Rust");
    assert_eq!(titles(&library), ["A2", "B"]);
    assert!(library.is_broken(1));
    fs::write(root.path().join("a.yaml"), b"\xff\xfet\0").unwrap();
    let library = read(&mut folder);
    assert_eq!(titles(&library), ["A2", "B"]);
    assert_eq!(library.jobs()[0].problems[0].sentence, "file is UTF-16; save it as UTF-8");
}

#[test]
fn what_a_file_held_is_kept_when_it_is_emptied_and_not_when_it_is_gone() {
    let root = folder(&[
        ("competencies/rust.yaml", "name: Rust\n"),
        ("a.yaml", "title: A\n---\ntitle: B\n"),
    ]);
    let mut folder = open(root.path());
    read(&mut folder);
    for (text, of_profile, of_shared) in [
        (
            "",
            "the file is empty; no profile in this file",
            "the file is empty; no competency in this file",
        ),
        (
            "# a note\n",
            "no profile in this file; one begins with `title:`",
            "no competency in this file; one begins with `name:`",
        ),
    ] {
        write(root.path(), "a.yaml", text);
        write(root.path(), "competencies/rust.yaml", text);
        let library = read(&mut folder);
        assert_eq!(
            told(&library),
            [format!("competencies/rust.yaml:{of_shared}"), format!("a.yaml:{of_profile}")]
        );
        assert_eq!(library.competencies()[0].name, "Rust");
        assert_eq!(paths(&library), ["a.yaml", "a.yaml#2"]);
        assert!(library.jobs().iter().all(|job| job.kept && job.profile.is_some()), "{text:?}");
        assert!(library.is_broken(0) && library.is_broken(1));
    }
    fs::remove_file(root.path().join("a.yaml")).unwrap();
    fs::remove_file(root.path().join("competencies/rust.yaml")).unwrap();
    let library = read(&mut folder);
    assert!(library.jobs().is_empty() && library.competencies().is_empty());
}

#[test]
fn parts_go_out_while_the_rest_is_read_and_share_their_jobs() {
    let long = "responsibilities:\n".to_owned() + &"- Checks the pay run.\n".repeat(200);
    let root = folder(&[]);
    for i in 0..1_500 {
        write(root.path(), &format!("{i}.yaml"), &format!("title: Job {i}\n{long}"));
    }
    let mut folder = open(root.path());
    let mut parts: Vec<Library> = Vec::new();
    folder
        .read(&mut |library| {
            parts.push(library);
            ControlFlow::Continue(())
        })
        .unwrap();
    let sizes: Vec<usize> = parts.iter().map(|part| part.jobs().len()).collect();
    assert!(sizes.len() > 1 && sizes.is_sorted(), "{sizes:?}");
    let (last, before) = parts.split_last().unwrap();
    assert!(last.is_complete() && last.jobs().len() == 1_500);
    assert!(before.iter().all(|part| !part.is_complete()));
    let early = before.iter().find_map(|part| part.jobs().first()).unwrap();
    assert!(Arc::ptr_eq(early, &last.jobs()[last.find(&early.id).unwrap()]));
    let mut again = 0;
    folder
        .read(&mut |_| {
            again += 1;
            ControlFlow::Continue(())
        })
        .unwrap();
    assert_eq!(again, 1);
}

#[test]
fn nobody_reads_on_when_nobody_listens() {
    let root = folder(&[]);
    let long = "responsibilities:\n".to_owned() + &"- Checks the pay run.\n".repeat(500);
    for i in 0..600 {
        write(root.path(), &format!("{i}.yaml"), &format!("title: Job {i}\n{long}"));
    }
    let mut parts = 0;
    let stop = &mut |library: Library| {
        parts += 1;
        assert!(!library.is_complete());
        ControlFlow::Break(())
    };
    open(root.path()).read(stop).unwrap();
    assert_eq!(parts, 1);
}
