//! Files over which a reader that looks back, or that counts anew each time, never comes to an end.

use super::{Case, case};

pub fn cases() -> Vec<Case> {
    let mut cases = lines();
    cases.extend(one_line());
    cases
}

fn lines() -> Vec<Case> {
    let keys = |count: usize, value: &str| {
        (0..count).map(|i| format!("k{i}: {value}\n")).collect::<String>()
    };
    vec![
        case(
            "Y30",
            "blank-lines-before-a-slip",
            format!("title: A\n{}  b: 1\n", "\n".repeat(100_000)),
            &[
                "no title",
                "100002:3 this line is indented too far; align it with its neighbours [syntax]",
            ],
        ),
        case(
            "Y30",
            "lines-in-an-open-bracket",
            format!("title: A\nx-a: [\n{}b: c: d\n", "b,\n".repeat(45_000)),
            &["no title", "2:6 a bracket is opened and never closed [syntax]"],
        ),
        case(
            "Y30",
            "comments-in-an-open-bracket",
            format!("title: A\nx-a: [b\n{}\"c\": d: e]\n", "# x\n".repeat(50_000)),
            &["no title", "2:6 a bracket is opened and never closed [syntax]"],
        ),
        case(
            "Y30",
            "comments-that-allow",
            format!("title: A\n{}", "# rolebook: allow tag\n".repeat(100_000)),
            &["reads A"],
        ),
        case(
            "Y30",
            "comments-that-allow-what-is-not",
            format!("title: A\n{}", "# rolebook: allow tga\n".repeat(100_000)),
            &[
                "reads A",
                "2:1 no rule is called “tga”; did you mean tag? [unknown-rule]",
                "3:1 no rule is called “tga”; did you mean tag? [unknown-rule]",
                "4:1 no rule is called “tga”; did you mean tag? [unknown-rule]",
                "5:1 no rule is called “tga”; did you mean tag? [unknown-rule]",
                "6:1 no rule is called “tga”; did you mean tag? [unknown-rule]",
                "7:1 no rule is called “tga”; did you mean tag? [unknown-rule]",
                "and 95 more",
            ],
        ),
        case(
            "Y30",
            "quoted-comments-that-allow",
            format!(
                "title: A\nrequires:\n{}",
                "- \"# rolebook: allow tag\" # rolebook: allow tag\n".repeat(10_000)
            ),
            &["reads A"],
        ),
        case(
            "Y30",
            "one-comment-in-another",
            format!("title: A\n{}", "# rolebook: allow ".repeat(50_000)),
            &["reads A"],
        ),
        case(
            "Y30",
            "a-comment-that-allows-much",
            format!("title: A # rolebook: allow{}\n", " tga".repeat(100_000)),
            &[
                "reads A",
                "1:10 no rule is called “tga”; did you mean tag? [unknown-rule]",
                "1:10 no rule is called “tga”; did you mean tag? [unknown-rule]",
                "1:10 no rule is called “tga”; did you mean tag? [unknown-rule]",
                "1:10 no rule is called “tga”; did you mean tag? [unknown-rule]",
                "1:10 no rule is called “tga”; did you mean tag? [unknown-rule]",
                "1:10 no rule is called “tga”; did you mean tag? [unknown-rule]",
                "and 48 more",
            ],
        ),
        case(
            "Y30",
            "texts-cut-by-comments",
            format!("title: A\n{}", keys(5_000, "a b #c")),
            &[
                "reads A",
                "2:9 a space and a # begin a comment, so this text ends before “#c”; put the whole text in quotes, or a space behind the # of a comment [comment-in-text]",
                "3:9 a space and a # begin a comment, so this text ends before “#c”; put the whole text in quotes, or a space behind the # of a comment [comment-in-text]",
                "4:9 a space and a # begin a comment, so this text ends before “#c”; put the whole text in quotes, or a space behind the # of a comment [comment-in-text]",
                "5:9 a space and a # begin a comment, so this text ends before “#c”; put the whole text in quotes, or a space behind the # of a comment [comment-in-text]",
                "6:9 a space and a # begin a comment, so this text ends before “#c”; put the whole text in quotes, or a space behind the # of a comment [comment-in-text]",
                "7:9 a space and a # begin a comment, so this text ends before “#c”; put the whole text in quotes, or a space behind the # of a comment [comment-in-text]",
                "and 95 more",
            ],
        ),
        case(
            "Y30",
            "items-drawn-into-a-text",
            format!("title: A\nsummary: a\n{}", "  - b\n".repeat(50_000)),
            &[
                "reads A",
                "3:3 this item is indented too far, so it continues the text above; align its dash with the other dashes [indented-item]",
            ],
        ),
        case(
            "Y30",
            "bullets-in-a-block",
            format!("title: A\nsummary: |\n{}", "  * a\n".repeat(50_000)),
            &["reads A"],
        ),
        case(
            "Y30",
            "an-open-quote-and-lines",
            format!("title: \"A\n{}b: \"1\" x\n", "c: 1\n".repeat(50_000)),
            &["no title", "1:8 a quotation mark is opened and never closed [syntax]"],
        ),
        case(
            "Y30",
            "lines-without-a-key",
            format!("title: A\n{}b: 1\n", "c\n".repeat(50_000)),
            &[
                "no title",
                "2:1 a key and a colon were expected here, as in `family: Finance` [syntax]",
            ],
        ),
        case(
            "Y30",
            "many-conflict-marks",
            "title: A\n".to_owned() + &"<<<<<<< a\n".repeat(50_000),
            &[
                "no title",
                "2:1 merge conflict markers at line 2; keep one side and delete the lines that begin with <<<<<<<, ======= and >>>>>>> [merge-conflict]",
                "3:1 merge conflict markers at line 3; keep one side and delete the lines that begin with <<<<<<<, ======= and >>>>>>> [merge-conflict]",
                "4:1 merge conflict markers at line 4; keep one side and delete the lines that begin with <<<<<<<, ======= and >>>>>>> [merge-conflict]",
                "5:1 merge conflict markers at line 5; keep one side and delete the lines that begin with <<<<<<<, ======= and >>>>>>> [merge-conflict]",
                "6:1 merge conflict markers at line 6; keep one side and delete the lines that begin with <<<<<<<, ======= and >>>>>>> [merge-conflict]",
                "7:1 merge conflict markers at line 7; keep one side and delete the lines that begin with <<<<<<<, ======= and >>>>>>> [merge-conflict]",
                "and 4 more",
            ],
        ),
        case(
            "Y30",
            "one-key-again-and-again",
            "a: 1\n".repeat(15_000),
            &[
                "no title",
                "2:1 “a” stands twice, on lines 1 and 2; keep one of them [duplicate-key]",
                "3:1 “a” stands twice, on lines 1 and 3; keep one of them [duplicate-key]",
                "4:1 “a” stands twice, on lines 1 and 4; keep one of them [duplicate-key]",
                "5:1 “a” stands twice, on lines 1 and 5; keep one of them [duplicate-key]",
                "6:1 “a” stands twice, on lines 1 and 6; keep one of them [duplicate-key]",
                "7:1 “a” stands twice, on lines 1 and 7; keep one of them [duplicate-key]",
                "and 95 more",
            ],
        ),
        case(
            "Y30",
            "carriage-returns-alone",
            "\r".repeat(50_000),
            &["no title", "the file is empty; no profile in this file [no-profile]"],
        ),
        case(
            "Y30",
            "ends-of-documents",
            "...\n".repeat(100_000),
            &["no title", "no profile in this file; one begins with `title:` [no-profile]"],
        ),
        case(
            "Y30",
            "starts-of-documents",
            "---\n".repeat(100_000),
            &["no title", "no profile in this file; one begins with `title:` [no-profile]"],
        ),
        case(
            "Y30",
            "many-directives",
            "%YAML 1.2\n".repeat(100_000),
            &["no title", "no profile in this file; one begins with `title:` [no-profile]"],
        ),
        case(
            "Y30",
            "tabs-and-line-ends",
            "title: A\n".to_owned() + &"\t\n".repeat(100_000),
            &["reads A"],
        ),
    ]
}

fn one_line() -> Vec<Case> {
    let title = |text: String| format!("title: {text}\n");
    vec![
        case(
            "Y30",
            "many-escapes",
            title(format!("\"{}\"", "\\e".repeat(50_000))),
            &[
                "reads ␛␛␛␛␛␛␛␛␛␛…␛␛␛␛␛␛␛␛␛␛ (50000 characters)",
                "1:8 a control character (U+001B) stands here as an escape, shown as ␛; delete it [hidden-character]",
            ],
        ),
        case(
            "Y30",
            "escapes-of-every-kind",
            title(format!(
                "\"{}\"",
                (0xe0000..0xe0400).map(|c| format!("\\U000{c:X}")).collect::<String>()
            )),
            &[
                "reads ⟨U+E0000⟩⟨…⟩⟨U+E03FF⟩ (7060 characters)",
                "1:8 a tag character (U+E0000) stands here as an escape, shown as ⟨U+E0000⟩; delete it [hidden-character]",
                "1:8 a tag character (U+E0001) stands here as an escape, shown as ⟨U+E0001⟩; delete it [hidden-character]",
                "1:8 a tag character (U+E0002) stands here as an escape, shown as ⟨U+E0002⟩; delete it [hidden-character]",
                "1:8 a tag character (U+E0003) stands here as an escape, shown as ⟨U+E0003⟩; delete it [hidden-character]",
                "1:8 a tag character (U+E0004) stands here as an escape, shown as ⟨U+E0004⟩; delete it [hidden-character]",
                "1:8 a tag character (U+E0005) stands here as an escape, shown as ⟨U+E0005⟩; delete it [hidden-character]",
                "and 4 more",
            ],
        ),
        case(
            "Y30",
            "hidden-characters",
            title("é\u{200b}".repeat(100_000)),
            &[
                "reads é⟨ZWSP⟩é⟨Z…SP⟩é⟨ZWSP⟩ (700000 characters)",
                "1:9 a zero-width space (U+200B) hides in this line; delete it [hidden-character]",
            ],
        ),
        case(
            "Y30",
            "no-break-spaces-in-a-key",
            format!("title: A\nb{} c\nd: 1\n", "\u{a0}".repeat(100_000)),
            &[
                "no title",
                "2:2 this line cannot be read; it holds a no-break space (U+00A0); type a plain space [syntax]",
            ],
        ),
        case(
            "Y30",
            "a-key-of-50-kb",
            format!("{}: A\n", "k".repeat(50_000)),
            &[
                "no title",
                "1:50001 a colon and a space inside a text make it a key; put the whole text in quotes [syntax]",
            ],
        ),
        case(
            "Y30",
            "a-key-of-1000-characters",
            format!("title: A\n{}: A\n", "k".repeat(1_000)),
            &[
                "reads A",
                "2:1 unknown key “kkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkk…”; it is not read; begin it with x- to keep it for yourself [unknown-key]",
            ],
        ),
        case(
            "Y30",
            "commas-in-brackets",
            format!("title: A\nx-a: [{}]\n", ",".repeat(100_000)),
            &[
                "no title",
                "2:7 a comma stands here where an entry belongs; delete it, or write the entry [syntax]",
            ],
        ),
        case(
            "Y30",
            "empty-lists-in-a-list",
            format!("title: A\nx-a: [{}]\n", "[],".repeat(40_000)),
            &["reads A"],
        ),
        case(
            "Y30",
            "hashes-in-brackets",
            format!("title: A\nx-a: [{}]\n", "b #c, ".repeat(100_000)),
            &["no title", "2:6 a bracket is opened and never closed [syntax]"],
        ),
        case(
            "Y30",
            "many-apostrophes",
            title(format!("'{}'", "''".repeat(100_000))),
            &["reads ''''''''''…'''''''''' (100000 characters)"],
        ),
        case(
            "Y30",
            "many-backslashes",
            title(format!("\"{}\"", "\\\\".repeat(100_000))),
            &["reads \\\\\\\\\\\\\\\\\\\\…\\\\\\\\\\\\\\\\\\\\ (100000 characters)"],
        ),
        case(
            "Y30",
            "quotes-opened-and-closed",
            title("\"\" ".repeat(50_000)),
            &[
                "no title",
                "1:11 a text that begins with a quotation mark must end with it; put the whole text in quotes of the other kind [syntax]",
            ],
        ),
        case(
            "Y30",
            "many-colons",
            title(":".repeat(50_000)),
            &[
                "no title",
                "1:50007 a colon and a space inside a text make it a key; put the whole text in quotes [syntax]",
            ],
        ),
        case(
            "Y30",
            "keys-on-one-line",
            "a: ".repeat(100_000),
            &[
                "no title",
                "1:5 a colon and a space inside a text make it a key; put the whole text in quotes [syntax]",
            ],
        ),
        case(
            "Y30",
            "exclamation-marks",
            title("!".repeat(100_000)),
            &[
                "no title",
                "1:8 a text cannot begin with &, * or !; put the whole text in quotes [syntax]",
            ],
        ),
        case(
            "Y30",
            "asterisks",
            title("*".repeat(100_000)),
            &[
                "no title",
                "1:1 the title is missing; write one, as in `title: Payroll Supervisor` [missing-title]",
                "1:8 an alias (****************************************…) is not read here; write out what it stands for, or put the whole text in quotes [alias]",
            ],
        ),
        case(
            "Y30",
            "ampersands",
            title("&".repeat(100_000)),
            &[
                "no title",
                "1:1 the title is missing; write one, as in `title: Payroll Supervisor` [missing-title]",
                "1:8 an anchor (&&&&&&&&&&&&&&&&&&&&&&&&&&&&&&&&&&&&&&&&&…) is not read here; write out what it stands for, or put the whole text in quotes [anchor]",
            ],
        ),
        case(
            "Y30",
            "percent-signs",
            "%".repeat(100_000),
            &["no title", "no profile in this file; one begins with `title:` [no-profile]"],
        ),
        case("Y30", "spaces-before-a-text", title(" ".repeat(50_000) + "A"), &["reads A"]),
        case("Y30", "spaces-before-a-key", " ".repeat(50_000) + "title: A\n", &["reads A"]),
        case("Y30", "tabs-before-a-text", title("\t".repeat(100_000) + "A"), &["reads A"]),
        case(
            "Y30",
            "many-hashes",
            "#".repeat(50_000),
            &["no title", "no profile in this file; one begins with `title:` [no-profile]"],
        ),
        case(
            "Y30",
            "question-marks-without-a-space",
            "?".repeat(50_000),
            &["no title", "1:1 a profile: keys and values belong here, not a text [missing-title]"],
        ),
        case(
            "Y30",
            "block-marks",
            title("|".repeat(100_000)),
            &[
                "no title",
                "1:8 a text cannot begin with > or |; put the whole text in quotes [syntax]",
            ],
        ),
        case(
            "Y30",
            "a-block-with-a-long-head",
            format!("summary: |{}\n  a\n", "9".repeat(100_000)),
            &[
                "no title",
                "1:10 a text cannot begin with > or |; put the whole text in quotes [syntax]",
            ],
        ),
    ]
}
