//! The program without its screen: what it prints, what it complains of, how it ends.

#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test may end where it stands")]

mod support;

use assert_cmd::Command;
use std::path::Path;
use support::command::{Done, assert_harmless, done, rolebook, shipped};
use support::edges::EDGES;
use support::{folder, shipped_folder};

/// A command on the library that has the edges of the format.
fn edges(arguments: &[&str]) -> Done {
    let folder = folder(EDGES);
    done(rolebook().arg("--profiles").arg(folder.path()).args(arguments))
}

#[test]
fn a_list_has_a_line_a_job_and_the_best_hit_first() {
    let all = edges(&["list"]);
    assert_eq!((all.out.lines().count(), all.err.as_str(), all.code), (11, "", 0));
    let hits = edges(&["list", "lotse"]);
    assert!(hits.out.starts_with("Harbour Pilot"), "{}", hits.out);
    assert!(hits.out.trim_end().ends_with("as Lotse"), "{}", hits.out);
    let several_words = edges(&["list", "driver", "crane"]);
    assert!(several_words.out.starts_with("Crane Driver"), "{}", several_words.out);
}

#[test]
fn a_list_without_hits_is_empty_and_ends_with_1() {
    let done = edges(&["list", "zzzz"]);
    assert_eq!((done.out.as_str(), done.code), ("", 1));
}

#[test]
fn a_list_as_json_can_be_read() {
    let jobs: serde_json::Value = serde_json::from_str(&edges(&["list", "--json"]).out).unwrap();
    let jobs = jobs.as_array().unwrap();
    assert_eq!(jobs.len(), 11);
    let pilot = jobs.iter().find(|job| job["title"] == "Harbour Pilot").unwrap();
    assert_eq!(pilot["code"], "0123");
}

#[test]
fn a_plain_list_names_each_part() {
    let done = edges(&["list", "--plain", "pilot"]);
    let expected = "Harbour Pilot; level M2; code 0123; family Operations; \
                    file operations/harbour-pilot.yaml\n";
    assert_eq!(done.out, expected);
}

#[test]
fn a_job_is_shown_by_code_title_alternate_title_or_path() {
    for name in [
        "0123",
        "harbour pilot",
        "Lotse",
        "operations/harbour-pilot.yaml",
        "operations/harbour-pilot",
    ] {
        let done = edges(&["show", name]);
        assert_eq!((done.code, done.err.as_str()), (0, ""), "{name}");
        assert!(
            done.out.contains("Harbour Pilot") && done.out.contains("this job needs 3.75"),
            "{}",
            done.out
        );
    }
    let second = edges(&["show", "operations/dock-hands.yaml#2", "--plain"]);
    assert!(second.out.starts_with("Title: Lamp Lighter\n"), "{}", second.out);
}

#[test]
fn a_job_as_json_can_be_read() {
    let job: serde_json::Value =
        serde_json::from_str(&edges(&["show", "0123", "--json"]).out).unwrap();
    assert_eq!(job["title"], "Harbour Pilot");
    assert!(job.to_string().contains("77400"), "{job:#}");
}

#[test]
fn a_plain_job_is_words_in_reading_order() {
    let done = edges(&["show", "0123", "--plain"]);
    insta::with_settings!({omit_expression => true, prepend_module_to_snapshot => false}, {
        insta::assert_snapshot!("plain-job", done.out);
    });
    assert!(!done.out.contains(['│', '●', '▒', '▸']), "{}", done.out);
}

#[test]
fn no_pay_leaves_every_figure_out() {
    for how in [&["--plain"][..], &["--json"], &[]] {
        let arguments = [&["show", "0123", "--no-pay"], how].concat();
        let done = edges(&arguments);
        assert_eq!(done.code, 0);
        for figure in ["77400", "77,400", "77k", "6400", "41.5", "median"] {
            assert!(!done.out.contains(figure), "{figure} with {how:?}: {}", done.out);
        }
    }
    let frame = edges(&["--no-pay", "--print", "--keys", "jjj"]);
    assert!(frame.out.contains("pay hidden") && !frame.out.contains("77,400"), "{}", frame.out);
}

#[test]
fn several_jobs_of_one_name_are_all_named() {
    let folder = folder(&[("a.yaml", "title: Clerk\n"), ("b/c.yaml", "title: Clerk\n")]);
    let done = done(rolebook().arg(folder.path()).args(["show", "clerk"]));
    assert_eq!((done.out.as_str(), done.code), ("", 1));
    assert!(done.err.contains("a.yaml") && done.err.contains("b/c.yaml"), "{}", done.err);
}

#[test]
fn a_near_miss_is_told() {
    let near = edges(&["show", "harbor pilot"]);
    assert_eq!((near.out.as_str(), near.code), ("", 1));
    assert!(near.err.contains("did you mean “Harbour Pilot”?"), "{}", near.err);
    let far = edges(&["show", "astronaut"]);
    assert!(far.err.contains("rolebook list"), "{}", far.err);
}

#[test]
fn without_a_utf_8_locale_the_frame_is_ascii() {
    let folder = folder(EDGES);
    let mut command = rolebook();
    command.env("LANG", "C").arg(folder.path()).args(["--print", "--keys", "jjjll="]);
    let done = done(&mut command);
    assert!(done.out.is_ascii() && done.out.contains("Hearing acuity"), "{}", done.out);
}

#[test]
fn one_frame_is_printed_at_the_size_that_is_asked_for() {
    let frame = shipped(&["--print", "--size", "100x30", "--keys", "/payroll<enter>"]);
    assert_eq!((frame.out.lines().count(), frame.code), (30, 0));
    assert!(frame.out.contains("Payroll Supervisor"), "{}", frame.out);
    assert!(!frame.out.contains('\u{1b}'));
}

#[test]
fn a_wrong_script_or_size_is_told() {
    let script = shipped(&["--print", "--keys", "<entr>"]);
    assert_eq!((script.out.as_str(), script.code), ("", 2));
    assert!(script.err.contains("no key is called <entr>"), "{}", script.err);
    for size in ["12", "0x0", "axb", "99999x2", "\u{1b}[31m"] {
        let done = shipped(&["--print", "--size", size]);
        assert_eq!((done.out.as_str(), done.code), ("", 2), "{size}");
        assert!(done.err.contains("120x40"), "{}", done.err);
        assert_harmless(&done.err);
    }
    assert_eq!(shipped(&["--size", "80x24"]).code, 2, "a size is for printing");
    assert_eq!(shipped(&["list", "--json", "--plain"]).code, 2);
    assert_eq!(shipped(&["dance"]).code, 2);
}

#[test]
fn the_folder_may_be_an_argument_an_option_or_a_variable() {
    let named = folder(&[("a.yaml", "title: Named\n")]);
    let other = folder(&[("a.yaml", "title: Other\n")]);
    let variable = |command: &mut Command| done(command.env("ROLEBOOK_PROFILES", other.path()));
    assert!(variable(rolebook().arg("list")).out.contains("Other"));
    assert!(
        variable(rolebook().args(["list", "--profiles"]).arg(named.path())).out.contains("Named")
    );
    assert!(variable(rolebook().arg(named.path()).arg("--print")).out.contains("Named"));
}

#[test]
fn where_there_is_no_folder_the_sample_library_is_shown() {
    let nowhere = folder(&[]);
    let frame = done(rolebook().current_dir(&nowhere).arg("--print"));
    assert_eq!(frame.code, 0);
    assert!(frame.out.to_lowercase().contains("sample library"), "{}", frame.out);
    let list = done(rolebook().current_dir(&nowhere).arg("list"));
    assert!(list.out.contains("Sales Support Supervisor"), "{}", list.out);
    assert!(list.err.contains("the sample library inside the program"), "{}", list.err);
    assert_eq!(shipped(&["list"]).err, "");
    let here = folder(&[("profiles/a.yaml", "title: Found here\n")]);
    assert!(done(rolebook().current_dir(&here).arg("list")).out.contains("Found here"));
}

#[test]
fn where_there_is_no_terminal_the_browser_names_the_command_to_use() {
    let nothing = shipped(&[]);
    assert_eq!((nothing.out.as_str(), nothing.code), ("", 2));
    assert!(nothing.err.contains("rolebook list"), "{}", nothing.err);
}

#[test]
fn help_and_version_go_to_standard_output() {
    let help = shipped(&["--help"]);
    assert_eq!((help.err.as_str(), help.code), ("", 0));
    assert!(help.out.contains("ROLEBOOK_PROFILES") && help.out.contains("list"), "{}", help.out);
    let version = shipped(&["--version"]);
    assert_eq!((version.code, version.out.starts_with("rolebook ")), (0, true));
}

#[test]
fn the_schema_is_that_of_profiles_unless_another_is_named() {
    let titles = [
        (&["schema"][..], "Job profile"),
        (&["schema", "profile"], "Job profile"),
        (&["schema", "competency"], "Shared competency"),
        (&["schema", "library"], "library.yaml"),
    ];
    for (arguments, title) in titles {
        let done = done(rolebook().args(arguments));
        assert_eq!((done.err.as_str(), done.code), ("", 0));
        let schema: serde_json::Value = serde_json::from_str(&done.out).unwrap();
        assert_eq!(schema["title"], title);
    }
    let unknown = done(rolebook().args(["schema", "job"]));
    assert_eq!((unknown.out.as_str(), unknown.code), ("", 2));
    assert!(unknown.err.contains("profile, competency, library"), "{}", unknown.err);
}

/// The title of a printed profile as another reader finds it.
fn other_title(yaml: &str) -> String {
    let value: serde_yaml::Value = serde_yaml::from_str(yaml).unwrap();
    value["title"].as_str().unwrap().to_owned()
}

#[test]
fn any_title_reads_back_as_it_was_asked_for() {
    let folder = folder(&[("a.yaml", "title: Old\ncode: A1\n")]);
    let titles = [
        "Payroll Clerk",
        "Clerk: Night",
        "\"Chief\" 'Clerk'",
        "Clerk #2",
        "- Clerk",
        "-5",
        "two\nlines\n",
        "no",
        "~",
        "0123",
        "{Clerk}",
        "back\\slash\t",
        "a\u{1b}[31m\u{202e}",
        "校閲担当者 👩\u{200d}🚀",
        " Clerk ",
    ];
    for title in titles {
        for like in [&[][..], &["--like", "A1"]] {
            let mut command = rolebook();
            command.arg("--profiles").arg(folder.path()).arg("new").args(like).args(["--", title]);
            let done = done(&mut command);
            assert_eq!((done.err.as_str(), done.code), ("", 0), "{title:?}");
            assert_eq!(other_title(&done.out), title);
            let jobs = rolebook::store::parse_profiles(Path::new("new.yaml"), done.out.as_bytes());
            // A title may be as odd as it likes; that it hides something is told.
            let told = jobs[0].problems.iter().find(|told| told.rule != "hidden-character");
            assert!(jobs.len() == 1 && told.is_none(), "{:?}", jobs[0].problems);
            assert_harmless(&done.out);
        }
    }
    for blank in ["", "  "] {
        let done = done(rolebook().args(["new", blank]));
        assert_eq!((done.out.as_str(), done.code), ("", 2));
        assert!(done.err.contains("the title is empty"), "{}", done.err);
    }
}

#[test]
fn a_new_profile_has_the_groups_and_the_currency_of_its_library() {
    let library = "currency: CHF\ngroups: { sea: At sea, \"on: land\": Ashore }\n";
    let own = folder(&[("library.yaml", library)]);
    let done = done(rolebook().arg("--profiles").arg(own.path()).args(["new", "Harbour Pilot"]));
    assert_eq!((done.err.as_str(), done.code), ("", 0));
    assert!(done.out.contains("currency: CHF"), "{}", done.out);
    let value: serde_yaml::Value = serde_yaml::from_str(&done.out).unwrap();
    let groups: Vec<_> = value["competencies"].as_mapping().unwrap().keys().collect();
    assert_eq!(groups, ["sea", "on: land"]);
}

#[test]
fn a_new_profile_is_written_to_a_new_file_and_nowhere_else() {
    let place = folder(&[("profiles/a.yaml", "title: Old\n"), ("profiles/full/x", "")]);
    let run =
        |path: &str| done(rolebook().current_dir(&place).args(["new", "Harbour Pilot", path]));
    let files = || {
        let found = std::fs::read_dir(place.path().join("profiles")).unwrap();
        let mut names: Vec<_> = found.map(|entry| entry.unwrap().file_name()).collect();
        names.sort();
        names
    };
    let made = run("profiles/pilot.yaml");
    assert_eq!((made.out.as_str(), made.err.as_str(), made.code), ("profiles/pilot.yaml\n", "", 0));
    let text = std::fs::read_to_string(place.path().join("profiles/pilot.yaml")).unwrap();
    assert_eq!(other_title(&text), "Harbour Pilot");
    assert_eq!(files(), ["a.yaml", "full", "pilot.yaml"], "nothing is left behind");

    std::os::unix::fs::symlink("nowhere", place.path().join("profiles/link.yaml")).unwrap();
    for (taken, sentence) in [
        ("profiles/a.yaml", "exists already"),
        ("profiles/pilot.yaml", "exists already"),
        ("profiles/full", "is no file"),
        ("profiles/link.yaml", "is no file"),
    ] {
        let refused = run(taken);
        assert_eq!((refused.out.as_str(), refused.code), ("", 2), "{taken}");
        assert!(refused.err.contains(sentence), "{}", refused.err);
    }
    let old = std::fs::read_to_string(place.path().join("profiles/a.yaml")).unwrap();
    assert_eq!(old, "title: Old\n");
    let nowhere = run("profiles/none/pilot.yaml");
    assert_eq!(nowhere.code, 2);
    assert!(
        nowhere.err.contains("there is no folder profiles/none; check the path"),
        "{}",
        nowhere.err
    );
    assert_eq!(run("profiles/..").code, 2);
    let odd = run("profiles/e\u{1b}vil.yaml");
    assert_eq!((odd.out.as_str(), odd.code), ("profiles/e␛vil.yaml\n", 0));
    assert_eq!(files(), ["a.yaml", "e\u{1b}vil.yaml", "full", "link.yaml", "pilot.yaml"]);
    let listed = done(rolebook().current_dir(&place).args(["list", "pilot"]));
    assert_eq!(listed.out.lines().count(), 2, "{}", listed.out);
}

#[test]
fn a_new_profile_may_start_from_another_comments_and_all() {
    let first = "# first\ntitle: First\ncode: A1\n";
    let second = "--- # second\n\ntitle:  'Second: One'   # the title\ncode: A2 # ours\n\
                  level:   M1\nsalary: {base: { p50: 1 }}  \n# the end\n";
    let folder = folder(&[("two.yaml", &format!("{first}{second}---\ntitle: Third\n"))]);
    let run = |arguments: &[&str]| {
        done(rolebook().arg("--profiles").arg(folder.path()).arg("new").args(arguments))
    };
    let done_with = run(&["Pilot", "--like", "a2"]);
    assert_eq!((done_with.err.as_str(), done_with.code), ("", 0));
    let expected = second.replace("'Second: One'", "Pilot").replace(
        "code: A2 # ours",
        "# A code of its own, since no two jobs have the same:\n# code: A2 # ours",
    );
    assert_eq!(done_with.out, expected);
    let path = folder.path().join("pilot.yaml");
    let unknown = run(&["Pilot", path.to_str().unwrap(), "--like", "nobody"]);
    assert_eq!((unknown.out.as_str(), unknown.code, path.exists()), ("", 1, false));
    assert!(unknown.err.contains("no job has"), "{}", unknown.err);
    let hidden = run(&["Pilot", "--like", "A2", "--no-pay"]);
    assert_eq!((hidden.out.as_str(), hidden.code), ("", 2));
    assert!(hidden.err.contains("--no-pay"), "{}", hidden.err);
}

#[test]
fn a_job_may_be_called_by_the_path_that_a_shell_completes() {
    let place = folder(&[
        ("profiles/finance/clerk.yaml", "title: Clerk\n---\ntitle: Second\n"),
        ("profiles/clerk.yaml", "title: Other\n"),
        ("elsewhere/finance/clerk.yaml", "title: Nobody\n"),
    ]);
    let run = |arguments: &[&str]| done(rolebook().current_dir(&place).args(arguments));
    let shown = |job: &str| run(&["show", "--plain", job]).out;
    assert!(shown("profiles/finance/clerk.yaml").starts_with("Title: Clerk\n"));
    assert!(shown("./profiles/finance/clerk.yaml#2").starts_with("Title: Second\n"));
    assert!(shown("finance/clerk.yaml").starts_with("Title: Clerk\n"));
    assert_eq!(run(&["show", "elsewhere/finance/clerk.yaml"]).code, 1);
    let near = run(&["near", "profiles/finance/clerk.yaml"]);
    assert!(!near.err.contains("no job has the code"), "{}", near.err);
    assert_eq!(run(&["new", "A", "--like", "profiles/clerk.yaml"]).out, "title: A\n");
}

#[test]
fn a_new_profile_is_written_only_where_it_will_be_read() {
    let schema = "# yaml-language-server: $schema=../profile.schema.json\n";
    let place = folder(&[
        ("profiles/a.yaml", &format!("{schema}title: A\n")),
        ("profiles/competencies/b.yaml", "name: B\n"),
        ("profiles/sales/c.yaml", "title: C\n"),
        ("profile.schema.json", "{}\n"),
    ]);
    let run = |arguments: &[&str]| {
        done(rolebook().current_dir(&place).args(["new", "New"]).args(arguments))
    };
    let text = run(&["new.txt"]);
    assert_eq!((text.out.as_str(), text.code), ("", 2));
    assert!(text.err.contains("new.txt would never be read; end its name in .yaml"));
    let shared = run(&["profiles/competencies/new.yaml"]);
    assert_eq!(shared.code, 2);
    assert!(shared.err.contains("would be read as a competency"), "{}", shared.err);
    let like = |path: &str| {
        assert_eq!(run(&[path, "--like", "A"]).code, 0);
        std::fs::read_to_string(place.path().join(path)).unwrap()
    };
    assert_eq!(like("profiles/new.yaml"), format!("{schema}title: New\n"));
    assert_eq!(like("profiles/sales/new.yaml"), "title: New\n");
}

#[test]
fn a_new_profile_may_start_from_any_job_of_the_sample_library() {
    let nowhere = folder(&[]);
    let new = |like: &str| {
        done(rolebook().current_dir(&nowhere).args(["new", "Harbour Pilot", "--like", like]))
    };
    let library = support::shipped();
    for job in library.jobs() {
        let text = std::fs::read_to_string(shipped_folder().join(&job.id.path)).unwrap();
        let made = new(&job.id.to_string());
        assert_eq!((made.err.as_str(), made.code), ("", 0), "{}", job.id);
        // What is the other job's own stands behind a #, and there is a new title.
        let old = |line: &str| text.lines().any(|old| old == line);
        let commented = |line: &&str| line.strip_prefix("# ").is_some_and(old);
        let commented = made.out.lines().filter(commented).count();
        let same = made.out.lines().filter(|line| old(line)).count();
        let left_out = text.lines().filter(|line| line.contains("$schema")).count();
        assert!(commented > 0, "{}", made.out);
        assert_eq!(same + commented + 1 + left_out, text.lines().count(), "{}", job.id);
    }
}

#[test]
fn a_list_that_finds_nothing_says_so_and_names_what_is_near() {
    let none = shipped(&["list", "xqzzy"]);
    assert_eq!((none.code, none.out.as_str()), (1, ""));
    assert_eq!(none.err, "rolebook: no job fits “xqzzy”; `rolebook list` tells which there are\n");
    let near = shipped(&["list", "Finanse Director"]);
    assert_eq!(
        near.err,
        "rolebook: no job fits “Finanse Director”; did you mean “Finance Director”?\n"
    );
}

#[test]
fn jobs_of_one_title_are_told_apart() {
    let two = "title: Engineer\ncode: E1\nlevel: P01\n---\ntitle: Engineer\nlevel: P02\n";
    let folder = folder(&[("a.yaml", two)]);
    let told = done(rolebook().arg("--profiles").arg(folder.path()).args(["show", "engineer"])).err;
    assert!(told.contains("  a.yaml  Engineer  E1  P01\n"), "{told}");
    assert!(told.contains("  a.yaml#2  Engineer  P02\n"), "{told}");
}

#[test]
fn whoever_plays_keys_into_a_pipe_or_sizes_nothing_hears_of_print() {
    for arguments in
        [&["--keys", "j"][..], &["--size", "80x24"], &["--keys", "j", "--size", "80x24"]]
    {
        let told = shipped(arguments);
        assert_eq!((told.code, told.out.as_str()), (2, ""));
        assert!(told.err.contains("add `--print` to print"), "{}", told.err);
    }
}
