//! A job goes while something is open that shows it.

use super::{Library, ROLEBOOK, side_by_side};
use crate::pty::Start;
use std::fs;

/// The ways from the first of three jobs to something that lies over them or takes what is typed, and
/// words that are on the screen there.
const OPENED: [(&str, &str); 12] = [
    ("jfco", "› co"),
    ("jl/taste", "find taste  1 of 1"),
    ("j:", "Keys and commands"),
    ("j!", "Problems 1 of"),
    ("j kc", "┤Compare├"),
    ("j kc\t", "┤Gap├"),
    ("jr", "┤Near Cook├"),
    ("j jt", "┤From Dancer to Cook├"),
    ("jS", "Enter save"),
    ("jlljw", "asking for Taste"),
    ("jz", "Esc all panes"),
    ("jlz", "Esc all panes"),
];

#[test]
fn w17_a_job_that_goes_while_something_is_open_is_told_and_every_key_goes_on() {
    let job = |title: &str| {
        format!(
            "title: {title}\ncode: {title}\nlvl: 1\n\
             competencies: {{ craft: [Taste: 2, Order: 3] }}\n"
        )
    };
    let (baker, cook, dancer) = (job("Baker"), job("Cook"), job("Dancer"));
    side_by_side(OPENED, |(keys, open)| {
        let library = Library::new(&[("a.yaml", &baker), ("b.yaml", &cook), ("c.yaml", &dancer)]);
        let root = library.root();
        let mut pty = Start::new(&[ROLEBOOK, root.to_str().unwrap()]).size(160, 40).go();
        pty.wait_for_text("watching");
        pty.press(keys);
        pty.wait_for_text(open);
        fs::remove_file(library.path("b.yaml")).unwrap();
        pty.wait_for_text("Cook is no longer in the folder");
        // Wherever these keys lead, none of them may meet the job that is gone.
        pty.press("jjkkGgglhl=-s \t\t\r\r");
        pty.press("\x1b");
        pty.press("jkx\x1b\x1b");
        library.write("d.yaml", "title: Editor\n");
        pty.wait_for(open, |screen| screen.contents().contains(" added"));
        pty.press("\x03");
        assert_eq!(pty.wait_exit().exit_code(), 0, "{keys:?}");
    });
}
