//! Many files change at once, or whole folders do.

use super::{Library, ROLEBOOK, shell, side_by_side};
use crate::pty::{Pty, Start};
use rolebook::store::{Folder, Look, Origin};
use std::collections::HashSet;
use std::fs;
use std::ops::ControlFlow;
use std::time::{Duration, Instant};

#[test]
fn w04_a_checkout_is_few_refreshes_told_together_and_keeps_the_job_by_its_code() {
    let file = |n: usize| format!("unit-{}/{n:03}.yaml", n % 7);
    let files: Vec<(String, String)> =
        (0..300).map(|n| (file(n), format!("title: Clerk {n:03}\ncode: C{n}\n"))).collect();
    let files: Vec<(&str, &str)> = files.iter().map(|(a, b)| (a.as_str(), b.as_str())).collect();
    let library = Library::new(&files);
    let git = "git -c user.name=a -c user.email=a@b.c -c init.defaultBranch=old";
    let commit = format!("{git} add -A .; {git} commit -qm");
    shell(&library.root(), &format!("{git} init -q; {commit} old; {git} checkout -qb new"));
    // Every job is renamed and one stands in another file.
    let renaming = "sed -i s/Clerk/Master/ */*.yaml; mv unit-3/003.yaml unit-0/first.yaml";
    shell(&library.root(), &format!("{renaming}; {commit} new; {git} checkout -q old"));
    let mut pty = library.open(&[]);
    pty.wait_for_text("Clerk 005");
    pty.press("jjj ");
    pty.wait_for_text("▌✓ Clerk 003");
    let before = pty.frames();
    let begun = Instant::now();
    shell(&library.root(), "git checkout -q new");
    let took = begun.elapsed();
    pty.wait_for_text("300 jobs changed");
    pty.wait_for_text("▌✓ Master 003");
    assert!(!pty.text().contains("Clerk"), "{}", pty.text());
    // One for each quarter of a second that it takes, and one for the rest.
    let most = 2 + usize::try_from(took.as_millis()).unwrap() / 260;
    let frames = pty.frames() - before;
    assert!(frames <= most, "{frames} frames in {took:?}");
    // What git does for itself is nobody's business.
    let before = pty.frames();
    shell(&library.root(), &format!("{git} commit -q --allow-empty -m x; git gc -q; git tag x"));
    library.write("unit-0/000.yaml", "title: Last of all\ncode: C0\n");
    pty.wait_for_text("Last of all");
    assert_eq!(pty.frames() - before, 1);
}

#[test]
fn w05_thousands_of_new_files_are_few_refreshes() {
    let library = Library::new(&[("a.yaml", "title: Archivist\n")]);
    let pty = library.open(&[]);
    pty.wait_for_text("1 job");
    let before = pty.frames();
    let begun = Instant::now();
    for number in 0..2_000 {
        library.write(&format!("new-{}/{number}.yaml", number % 20), "title: Clerk\n");
    }
    let took = begun.elapsed();
    pty.wait_for_text("┤Jobs├ 2,001");
    let most = 4 + usize::try_from(took.as_millis()).unwrap() / 260;
    assert!(pty.frames() - before <= most, "{} frames in {took:?}", pty.frames() - before);
}

#[test]
fn w10_a_folder_that_goes_and_comes_back_is_still_watched() {
    let library =
        Library::new(&[("a.yaml", "title: Archivist\n"), ("sub/deep/b.yaml", "title: Baker\n")]);
    let pty = library.open(&[]);
    pty.wait_for_text("┤Jobs├ 2");
    for title in ["Butcher", "Brewer"] {
        fs::remove_dir_all(library.path("sub")).unwrap();
        library.write("sub/deep/b.yaml", "title: Interim\n");
        pty.wait_for_text("Interim");
        library.write("sub/deep/b.yaml", &format!("title: {title}\n"));
        pty.wait_for_text(title);
    }
    fs::rename(library.path("sub"), library.path("other")).unwrap();
    library.write("sub/deep/b.yaml", "title: Binder\n");
    pty.wait_for_text("┤Jobs├ 3");
    library.write("sub/deep/b.yaml", "title: Boatman\n");
    pty.wait_for_text("Boatman");
}

/// A shell's script that moves the files of two jobs; all of it happens at once for the reader.
fn assert_moved(arguments: &[&str], script: &str, paths: [&str; 2]) {
    let library = Library::new(&[
        ("finance/baker.yaml", "title: Baker\ncode: B1\n"),
        ("finance/cook.yaml", "title: Cook\ncode: C1\nsummary: Feeds all.\n"),
        ("finance/dancer.yaml", "title: Dancer\n"),
    ]);
    let root = library.root();
    let command = [&[ROLEBOOK, root.to_str().unwrap()][..], arguments].concat();
    let mut pty = Start::new(&command).size(120, 40).go();
    pty.wait_for_text("watching");
    pty.wait_for_text("finance/baker.yaml");
    pty.press("j ");
    pty.wait_for_text("▌✓ Cook");
    let before = pty.bytes().len();
    shell(&library.root(), script);
    pty.wait_for_text(paths[0]);
    let text = pty.text();
    assert!(text.contains("▌✓ Cook"), "{script}: {text}");
    pty.press("k");
    pty.wait_for_text(paths[1]);
    let sent = String::from_utf8_lossy(&pty.bytes()[before..]).into_owned();
    assert!(!sent.contains("also used by"), "{script}: {sent:?}");
}

#[test]
fn w02_w04_a_file_or_folder_that_moves_stays_selected_and_marked() {
    let moves = [
        ("mv finance/cook.yaml finance/chef.yaml", ["finance/chef.yaml", "finance/baker.yaml"]),
        ("mv finance money", ["money/cook.yaml", "money/baker.yaml"]),
        (
            // Other files take their places, as in a checkout.
            "cd finance; for f in baker cook; do cp $f.yaml new; rm $f.yaml; mv new my-$f.yaml; touch my-$f.yaml; done",
            ["finance/my-cook.yaml", "finance/my-baker.yaml"],
        ),
    ];
    for arguments in [&[][..], &["--watch=poll"]] {
        side_by_side(moves, |(script, paths)| assert_moved(arguments, script, paths));
    }
}

/// The browser on three jobs in a folder, the second of them selected, marked and unfolded.
fn at_an_unfolded_job(library: &Library) -> Pty {
    let root = library.root();
    let mut pty = Start::new(&[ROLEBOOK, root.to_str().unwrap()]).size(160, 40).go();
    pty.wait_for_text("watching");
    pty.press("j ll=");
    pty.wait_for_text("✓ Cook");
    pty.wait_for_text("Seasons blindly");
    pty
}

const COOK: &str = "code: C1\ncompetencies:\n  craft:\n    - { name: Taste, level: 3, levels: { 3: { behaviours: [Seasons blindly.] } } }\n";

#[test]
fn w10_a_folder_that_is_made_again_within_moments_keeps_cursor_marks_and_folds() {
    for gone in ["finance", ""] {
        let library = Library::new(&[
            ("finance/baker.yaml", "title: Baker\n"),
            ("finance/cook.yaml", &format!("title: Cook\n{COOK}")),
            ("finance/dancer.yaml", "title: Dancer\n"),
        ]);
        let pty = at_an_unfolded_job(&library);
        let before = pty.bytes().len();
        fs::remove_dir_all(library.path(gone)).unwrap();
        // The same job by its code; its file has another name.
        library.write("finance/chef.yaml", &format!("title: Cooking chef\n{COOK}"));
        library.write("finance/baker.yaml", "title: Baker\n");
        library.write("finance/dancer.yaml", "title: Dancer\n");
        pty.wait_for_text("✓ Cooking chef");
        assert!(pty.text().contains("Seasons blindly"), "{gone}: {}", pty.text());
        let sent = String::from_utf8_lossy(&pty.bytes()[before..]).into_owned();
        assert!(!sent.contains("not in the folder"), "{gone}: {sent:?}");
    }
}

#[test]
fn w10_files_whose_folder_is_gone_are_waited_for_as_if_they_were_being_saved() {
    let library = Library::new(&[("finance/cook.yaml", "title: Cook\n"), ("a.yaml", "title: A\n")]);
    let mut folder = Folder::open(Origin::Folder(library.root()), false);
    let start = Instant::now();
    let mut titles_at = |milliseconds: u64| {
        let now = start + Duration::from_millis(milliseconds);
        let (paths, writing) = (HashSet::new(), HashSet::new());
        let look = Look { now, everything: true, paths, writing, quiet: Duration::ZERO };
        let mut titles: Vec<String> = Vec::new();
        let mut publish = |library: rolebook::model::Library| {
            // A first look that takes long shows what it has in between; the last is what it found.
            titles = library.jobs().iter().map(|job| job.title().into_owned()).collect();
            ControlFlow::Continue(())
        };
        folder.look(&look, &mut publish).unwrap();
        titles
    };
    assert_eq!(titles_at(0), ["A", "Cook"]);
    fs::remove_dir_all(library.path("finance")).unwrap();
    assert!(titles_at(1_000).is_empty(), "nothing is shown yet");
    library.write("finance/cook.yaml", "title: Cook again\n");
    assert_eq!(titles_at(1_300), ["A", "Cook again"]);
    fs::remove_dir_all(library.path("finance")).unwrap();
    assert!(titles_at(2_000).is_empty());
    assert_eq!(titles_at(2_500), ["A"]);
}

#[test]
fn w10_a_job_that_comes_back_before_a_key_is_pressed_is_selected_again() {
    let cook = format!("title: Cook\n{COOK}");
    let library = Library::new(&[
        ("baker.yaml", "title: Baker\n"),
        ("finance/cook.yaml", &cook),
        ("finance/dancer.yaml", "title: Dancer\n"),
    ]);
    let mut pty = at_an_unfolded_job(&library);
    let leave = |pty: &Pty| {
        fs::remove_dir_all(library.path("finance")).unwrap();
        pty.wait_for_text("Cook is no longer in the folder");
        library.write("finance/dancer.yaml", "title: Dancer\n");
        pty.wait_for_text("  Dancer");
    };
    leave(&pty);
    library.write("finance/cook.yaml", &cook);
    pty.wait_for_text("✓ Cook");
    pty.wait_for_text("Seasons blindly");
    // Whoever has gone on meanwhile stays where they are.
    leave(&pty);
    pty.press("hhhG");
    pty.wait_for_text("▌  Dancer");
    library.write("finance/cook.yaml", &cook);
    pty.wait_for_text("┤Jobs├ 3");
    assert!(pty.text().contains("▌  Dancer"), "{}", pty.text());
}
