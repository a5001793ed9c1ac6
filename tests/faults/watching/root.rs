//! The folder itself is another one, or a link leads elsewhere.

use super::{Library, ROLEBOOK, opened, shell};
use crate::pty::Start;
use std::fs;
use std::os::unix::fs::symlink;
use std::time::{Duration, Instant};

#[test]
fn w10_w11_a_root_that_goes_is_told_and_one_that_comes_in_its_place_is_read() {
    let library = Library::new(&[("a.yaml", "title: Archivist\n")]);
    let pty = library.open(&[]);
    pty.wait_for_text("Archivist");
    for title in ["Baker", "Cook"] {
        fs::remove_dir_all(library.root()).unwrap();
        pty.wait_for_text("there is no folder");
        let back = Instant::now();
        library.write("sub/a.yaml", &format!("title: {title}\n"));
        pty.wait_for_text(title);
        assert!(back.elapsed() < Duration::from_millis(2_500), "{:?}", back.elapsed());
        pty.wait_for("no more trouble", |screen| !screen.contents().contains("there is no folder"));
        library.write("sub/a.yaml", "title: Changed\n");
        pty.wait_for_text("Changed");
    }
    // Another one is put in its place, and it is that one that is watched.
    fs::rename(library.root(), library.around.path().join("old")).unwrap();
    library.write("a.yaml", "title: Dancer\n");
    pty.wait_for_text("Dancer");
    library.write("a.yaml", "title: Editor\n");
    pty.wait_for_text("Editor");
}

#[test]
fn w10_a_root_that_is_not_there_yet_is_waited_for() {
    let library = Library::new(&[]);
    fs::remove_dir(library.root()).unwrap();
    let root = library.root();
    let pty = Start::new(&[ROLEBOOK, root.to_str().unwrap()]).size(120, 24).go();
    pty.wait_for_text("there is no folder");
    library.write("sub/a.yaml", "title: Archivist\n");
    pty.wait_for_text("Archivist");
    library.write("sub/a.yaml", "title: Baker\n");
    pty.wait_for_text("Baker");
}

#[test]
fn w12_a_root_that_is_a_link_leads_where_it_leads_now() {
    let library =
        Library::new(&[("v1/a.yaml", "title: Archivist\n"), ("v2/a.yaml", "title: Baker\n")]);
    let link = library.path("now");
    symlink("v1", &link).unwrap();
    let pty = opened(&[ROLEBOOK, link.to_str().unwrap()]);
    pty.wait_for_text("Archivist");
    library.write("v1/a.yaml", "title: Actor\n");
    pty.wait_for_text("Actor");
    shell(&library.root(), "ln -sfn v2 now");
    pty.wait_for_text("Baker");
    library.write("v2/a.yaml", "title: Butcher\n");
    pty.wait_for_text("Butcher");
}

#[test]
fn w13_files_that_are_links_into_a_hidden_folder_follow_its_exchange() {
    let library =
        Library::new(&[("..1/a.yaml", "title: Archivist\n"), ("..2/a.yaml", "title: Baker\n")]);
    symlink("..1", library.path("..data")).unwrap();
    symlink("..data/a.yaml", library.path("a.yaml")).unwrap();
    let pty = library.open(&[]);
    pty.wait_for_text("Archivist");
    shell(&library.root(), "ln -s ..2 ..tmp; mv -T ..tmp ..data; rm -r ..1");
    pty.wait_for_text("Baker");
    library.write("..2/a.yaml", "title: Butcher\n");
    pty.wait_for_text("Butcher");
}

#[test]
fn w14_what_a_followed_link_leads_to_outside_is_watched() {
    let library = Library::new(&[]);
    let outside = library.around.path();
    fs::create_dir_all(outside.join("folder")).unwrap();
    fs::write(outside.join("one.yaml"), "title: Archivist\n").unwrap();
    fs::write(outside.join("folder/two.yaml"), "title: Baker\n").unwrap();
    symlink("../one.yaml", library.path("one.yaml")).unwrap();
    symlink("../folder", library.path("folder")).unwrap();
    let pty = library.open(&["--follow"]);
    pty.wait_for_text("┤Jobs├ 2");
    fs::write(outside.join("one.yaml"), "title: Actor\n").unwrap();
    pty.wait_for_text("Actor");
    fs::write(outside.join("folder/two.yaml"), "title: Butcher\n").unwrap();
    pty.wait_for_text("Butcher");
    fs::write(outside.join("folder/three.yaml"), "title: Cook\n").unwrap();
    pty.wait_for_text("Cook");
}
