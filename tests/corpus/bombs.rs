//! Files that grow when they are read: aliases, depth, and sheer size.

use super::{Case, case};

pub fn cases() -> Vec<Case> {
    let mut cases = aliases();
    cases.extend(depth());
    cases.extend(size());
    cases
}

/// Forty lists, each of them three times the one before, under a key that the format has not.
fn laughs(key: &str) -> String {
    let mut text = format!("title: A\n{key}0: &a0 [lol, lol]\n");
    for i in 1..40 {
        let last = i - 1;
        text += &format!("{key}{i}: &a{i} [*a{last}, *a{last}, *a{last}]\n");
    }
    text
}

fn aliases() -> Vec<Case> {
    let mut typed = "title: A\ncompetencies:\n".to_owned();
    for i in 0..40 {
        typed += &format!("  g{i}: &a{i}\n  - *a{}\n  - *a{}\n", i.max(1) - 1, i.max(1) - 1);
    }
    let ropes =
        format!("title: A\nx-a: &a {}\nx-b: [{}]\n", "x".repeat(100_000), "*a, ".repeat(30_000));
    let anchors: String = (0..49_000).map(|i| format!("&a{i} b,")).collect();
    vec![
        case(
            "Y01",
            "laughs-under-unknown-keys",
            laughs("a"),
            &[
                "reads A",
                "2:5 an anchor (&a0) is not read here; write out what it stands for, or put the whole text in quotes [anchor]",
                "3:5 an anchor (&a1) is not read here; write out what it stands for, or put the whole text in quotes [anchor]",
                "3:10 an alias (*a0) is not read here; write out what it stands for, or put the whole text in quotes [alias]",
                "3:15 an alias (*a0) is not read here; write out what it stands for, or put the whole text in quotes [alias]",
                "3:20 an alias (*a0) is not read here; write out what it stands for, or put the whole text in quotes [alias]",
                "4:5 an anchor (&a2) is not read here; write out what it stands for, or put the whole text in quotes [anchor]",
                "and 95 more",
            ],
        ),
        case(
            "Y01",
            "laughs-under-a-key-of-ones-own",
            laughs("x-"),
            &[
                "reads A",
                "2:6 an anchor (&a0) is not read here; write out what it stands for, or put the whole text in quotes [anchor]",
                "3:6 an anchor (&a1) is not read here; write out what it stands for, or put the whole text in quotes [anchor]",
                "3:11 an alias (*a0) is not read here; write out what it stands for, or put the whole text in quotes [alias]",
                "3:16 an alias (*a0) is not read here; write out what it stands for, or put the whole text in quotes [alias]",
                "3:21 an alias (*a0) is not read here; write out what it stands for, or put the whole text in quotes [alias]",
                "4:6 an anchor (&a2) is not read here; write out what it stands for, or put the whole text in quotes [anchor]",
                "and 95 more",
            ],
        ),
        case(
            "Y02",
            "laughs-in-competencies",
            typed,
            &[
                "reads A",
                "3:7 an anchor (&a0) is not read here; write out what it stands for, or put the whole text in quotes [anchor]",
                "4:5 an alias (*a0) is not read here; write out what it stands for, or put the whole text in quotes [alias]",
                "5:5 an alias (*a0) is not read here; write out what it stands for, or put the whole text in quotes [alias]",
                "6:7 an anchor (&a1) is not read here; write out what it stands for, or put the whole text in quotes [anchor]",
                "7:5 an alias (*a0) is not read here; write out what it stands for, or put the whole text in quotes [alias]",
                "8:5 an alias (*a0) is not read here; write out what it stands for, or put the whole text in quotes [alias]",
                "and 95 more",
            ],
        ),
        case(
            "Y03",
            "one-long-anchor-and-many-aliases",
            ropes,
            &[
                "reads A",
                "2:6 an anchor (&a) is not read here; write out what it stands for, or put the whole text in quotes [anchor]",
                "3:7 an alias (*a) is not read here; write out what it stands for, or put the whole text in quotes [alias]",
                "3:11 an alias (*a) is not read here; write out what it stands for, or put the whole text in quotes [alias]",
                "3:15 an alias (*a) is not read here; write out what it stands for, or put the whole text in quotes [alias]",
                "3:19 an alias (*a) is not read here; write out what it stands for, or put the whole text in quotes [alias]",
                "3:23 an alias (*a) is not read here; write out what it stands for, or put the whole text in quotes [alias]",
                "and 95 more",
            ],
        ),
        case(
            "Y03",
            "anchors-by-the-thousand",
            format!("title: A\nx-a: [{anchors}]\n"),
            &[
                "reads A",
                "2:7 an anchor (&a0) is not read here; write out what it stands for, or put the whole text in quotes [anchor]",
                "2:13 an anchor (&a1) is not read here; write out what it stands for, or put the whole text in quotes [anchor]",
                "2:19 an anchor (&a2) is not read here; write out what it stands for, or put the whole text in quotes [anchor]",
                "2:25 an anchor (&a3) is not read here; write out what it stands for, or put the whole text in quotes [anchor]",
                "2:31 an anchor (&a4) is not read here; write out what it stands for, or put the whole text in quotes [anchor]",
                "2:37 an anchor (&a5) is not read here; write out what it stands for, or put the whole text in quotes [anchor]",
                "and 95 more",
            ],
        ),
        case(
            "Y03",
            "an-anchor-with-a-long-name",
            format!("title: &{} A\n", "a".repeat(1_000_000)),
            &[
                "reads A",
                "1:8 an anchor (&aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa…) is not read here; write out what it stands for, or put the whole text in quotes [anchor]",
            ],
        ),
        case(
            "Y03",
            "an-alias-with-a-long-name",
            format!("title: A\ncode: *{}\n", "a".repeat(1_000_000)),
            &[
                "reads A",
                "2:7 an alias (*aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa…) is not read here; write out what it stands for, or put the whole text in quotes [alias]",
                "2:7 code: nothing stands here; write the code, or delete the line [empty-value]",
            ],
        ),
        case(
            "Y04",
            "an-alias-to-itself",
            "title: A\nx-a: &a [*a]\n",
            &[
                "reads A",
                "2:6 an anchor (&a) is not read here; write out what it stands for, or put the whole text in quotes [anchor]",
                "2:10 an alias (*a) is not read here; write out what it stands for, or put the whole text in quotes [alias]",
            ],
        ),
        case(
            "Y04",
            "an-alias-to-the-whole-document",
            "&a\ntitle: A\nreports_to: *a\n",
            &[
                "reads A",
                "1:1 an anchor (&a) is not read here; write out what it stands for, or put the whole text in quotes [anchor]",
                "3:13 an alias (*a) is not read here; write out what it stands for, or put the whole text in quotes [alias]",
            ],
        ),
        case(
            "Y04",
            "an-alias-to-nothing",
            "title: *nobody\n",
            &[
                "no title",
                "1:1 the title is missing; write one, as in `title: Payroll Supervisor` [missing-title]",
                "1:8 an alias (*nobody) is not read here; write out what it stands for, or put the whole text in quotes [alias]",
            ],
        ),
        case(
            "Y04",
            "an-alias-for-a-key",
            "title: &t A\n*t : B\n",
            &[
                "reads A",
                "1:8 an anchor (&t) is not read here; write out what it stands for, or put the whole text in quotes [anchor]",
                "2:1 an alias (*t) is not read here; write out what it stands for, or put the whole text in quotes [alias]",
                "2:1 unknown key “”; it is not read; begin it with x- to keep it for yourself [unknown-key]",
            ],
        ),
        case(
            "Y04",
            "an-anchor-on-nothing",
            "title: &a\ncode: *a\n",
            &[
                "no title",
                "1:1 the title is missing; write one, as in `title: Payroll Supervisor` [missing-title]",
                "1:8 an anchor (&a) is not read here; write out what it stands for, or put the whole text in quotes [anchor]",
                "2:7 an alias (*a) is not read here; write out what it stands for, or put the whole text in quotes [alias]",
                "2:7 code: nothing stands here; write the code, or delete the line [empty-value]",
            ],
        ),
        case(
            "Y04",
            "an-anchor-that-stands-twice",
            "title: &a A\ncode: &a B\nlevel: *a\n",
            &[
                "reads A, code B",
                "1:8 an anchor (&a) is not read here; write out what it stands for, or put the whole text in quotes [anchor]",
                "2:7 an anchor (&a) is not read here; write out what it stands for, or put the whole text in quotes [anchor]",
                "3:8 an alias (*a) is not read here; write out what it stands for, or put the whole text in quotes [alias]",
            ],
        ),
    ]
}

/// `a:` below `a:`, so many times.
fn block_map(depth: usize) -> String {
    (0..depth).map(|i| format!("{}a:\n", " ".repeat(i))).collect()
}

/// Competencies in competencies, so many times.
fn typed(depth: usize) -> String {
    let indent = |i: usize| "  ".repeat(i);
    let lists =
        |i: usize| format!("{}- name: A\n{}  competencies:\n", indent(2 * i), indent(2 * i));
    "title: A\ncompetencies:\n".to_owned() + &(0..depth).map(lists).collect::<String>()
}

fn depth() -> Vec<Case> {
    let flow =
        |depth: usize| format!("title: A\nx-a: {}{}\n", "[".repeat(depth), "]".repeat(depth));
    let steps: String = (0..3_000).map(|i| format!("{}a:\n", " ".repeat(i % 500))).collect();
    vec![
        case(
            "Y05",
            "flow-lists-closed",
            "[".repeat(100_000) + &"]".repeat(100_000),
            &["no title", "1:33 nested deeper than 32 levels; no profile needs that [too-large]"],
        ),
        case("Y05", "flow-lists-as-deep-as-may-be", flow(31), &["reads A"]),
        case(
            "Y05",
            "flow-lists-one-too-deep",
            flow(32),
            &["no title", "2:37 nested deeper than 32 levels; no profile needs that [too-large]"],
        ),
        case(
            "Y06",
            "flow-lists-unclosed",
            "[".repeat(1_000_000),
            &["no title", "1:33 nested deeper than 32 levels; no profile needs that [too-large]"],
        ),
        case(
            "Y07",
            "flow-maps-unclosed",
            "{a:".repeat(10_000),
            &["no title", "1:3 a space is missing after this colon [syntax]"],
        ),
        case(
            "Y07",
            "flow-maps-with-spaces",
            "{a: ".repeat(10_000),
            &["no title", "1:129 nested deeper than 32 levels; no profile needs that [too-large]"],
        ),
        case(
            "Y08",
            "flow-lists-with-a-text-each",
            "[a".repeat(30_000),
            &["no title", "1:65 nested deeper than 32 levels; no profile needs that [too-large]"],
        ),
        case(
            "Y08",
            "flow-lists-and-maps-by-turns",
            "x: [{y: ".repeat(5_000),
            &["no title", "1:132 nested deeper than 32 levels; no profile needs that [too-large]"],
        ),
        case(
            "Y09",
            "dashes-on-a-line-4000",
            "- ".repeat(4_000) + "a",
            &["no title", "1:65 nested deeper than 32 levels; no profile needs that [too-large]"],
        ),
        case(
            "Y09",
            "dashes-on-a-line-20000",
            "- ".repeat(20_000) + "a",
            &["no title", "1:65 nested deeper than 32 levels; no profile needs that [too-large]"],
        ),
        case(
            "Y10",
            "question-marks-on-a-line",
            "? ".repeat(30_000) + "a",
            &[
                "no title",
                "1:3 a key must be a text; put it in quotes if it is one [complex-key]",
                "1:5 a key must be a text; put it in quotes if it is one [complex-key]",
                "1:7 a key must be a text; put it in quotes if it is one [complex-key]",
                "1:9 a key must be a text; put it in quotes if it is one [complex-key]",
                "1:11 a key must be a text; put it in quotes if it is one [complex-key]",
                "1:13 a key must be a text; put it in quotes if it is one [complex-key]",
                "and 26 more",
            ],
        ),
        case(
            "Y10",
            "question-marks-and-colons",
            "? : ".repeat(15_000),
            &[
                "no title",
                "1:3 a key must be a text; put it in quotes if it is one [complex-key]",
                "1:7 a key must be a text; put it in quotes if it is one [complex-key]",
                "1:11 a key must be a text; put it in quotes if it is one [complex-key]",
                "1:15 a key must be a text; put it in quotes if it is one [complex-key]",
                "1:19 a key must be a text; put it in quotes if it is one [complex-key]",
                "1:23 a key must be a text; put it in quotes if it is one [complex-key]",
                "and 11 more",
            ],
        ),
        case(
            "Y11",
            "block-maps-1000",
            block_map(1_000),
            &["no title", "33:33 nested deeper than 32 levels; no profile needs that [too-large]"],
        ),
        case(
            "Y11",
            "block-maps-that-go-back",
            steps,
            &["no title", "33:33 nested deeper than 32 levels; no profile needs that [too-large]"],
        ),
        case(
            "Y11",
            "block-maps-as-deep-as-may-be",
            block_map(32),
            &[
                "no title",
                "1:1 the title is missing; write one, as in `title: Payroll Supervisor` [missing-title]",
                "1:1 unknown key “a”; it is not read; begin it with x- to keep it for yourself [unknown-key]",
            ],
        ),
        case(
            "Y11",
            "block-maps-one-too-deep",
            block_map(33),
            &["no title", "33:33 nested deeper than 32 levels; no profile needs that [too-large]"],
        ),
        case(
            "Y12",
            "competencies-in-competencies",
            typed(500),
            &["no title", "33:63 nested deeper than 32 levels; no profile needs that [too-large]"],
        ),
        case(
            "Y12",
            "levels-in-levels",
            format!("title: A\ncompetencies: {{g: [{}", "{name: A, levels: {1: ".repeat(500)),
            &["no title", "2:350 nested deeper than 32 levels; no profile needs that [too-large]"],
        ),
    ]
}

fn size() -> Vec<Case> {
    let full = |bytes: usize| {
        let mut text = "title: A\n#".to_owned();
        text += &"x".repeat(bytes - text.len());
        text
    };
    let keys = |count: usize| (0..count).map(|i| format!("x-{i}:\n")).collect::<String>();
    let block = format!("title: A\nsummary: |\n{}", "  word\n".repeat(200_000));
    vec![
        case("Y30", "exactly-4-mib", full(4 << 20), &["reads A"]),
        case(
            "Y30",
            "one-byte-over-4-mib",
            full((4 << 20) + 1),
            &[
                "no title",
                "file is 5 MB, limit 4 MB; split it, or name it under ignore in library.yaml [too-large]",
            ],
        ),
        case(
            "Y30",
            "a-text-of-5-mb",
            format!("title: {}\n", "x".repeat(5_000_000)),
            &[
                "no title",
                "file is 5 MB, limit 4 MB; split it, or name it under ignore in library.yaml [too-large]",
            ],
        ),
        case(
            "Y30",
            "a-tag-of-5-mb",
            format!("title: !{} A\n", "x".repeat(5_000_000)),
            &[
                "no title",
                "file is 5 MB, limit 4 MB; split it, or name it under ignore in library.yaml [too-large]",
            ],
        ),
        case(
            "Y30",
            "a-tag-of-half-a-mb",
            format!("title: !{} A\n", "x".repeat(500_000)),
            &[
                "reads A",
                "1:8 a tag (!xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx…) is not read here; delete it, or put the whole text in quotes [tag]",
            ],
        ),
        // The mapping itself, the title and its key are three.
        case(
            "Y30",
            "as-many-entries-as-may-be",
            format!("title: A\n{}x-:", keys(49_997)),
            &["reads A"],
        ),
        case(
            "Y30",
            "more-entries-than-may-be",
            format!("title: A\n{}", keys(49_999)),
            &["no title", "50000:8 the file has more than 100000 entries; split it [too-large]"],
        ),
        case(
            "Y30",
            "items-by-the-120-000",
            format!("title: A\nalso_known_as:\n{}", "- a\n".repeat(120_000)),
            &["no title", "99998:3 the file has more than 100000 entries; split it [too-large]"],
        ),
        case("Y30", "a-block-of-200-000-lines", block, &["reads A"]),
        case(
            "Y30",
            "comments-by-the-300-000",
            format!("title: A\n{}", "# no\n".repeat(300_000)),
            &["reads A"],
        ),
        case(
            "Y30",
            "documents-by-the-300-000",
            "---\na\n".repeat(300_000),
            &[
                "no title",
                "no title",
                "no title",
                "no title",
                "no title",
                "no title",
                "and 58 more",
                "2:1 a profile: keys and values belong here, not a text [missing-title]",
                "4:1 a profile: keys and values belong here, not a text [missing-title]",
                "6:1 a profile: keys and values belong here, not a text [missing-title]",
                "8:1 a profile: keys and values belong here, not a text [missing-title]",
                "10:1 a profile: keys and values belong here, not a text [missing-title]",
                "12:1 a profile: keys and values belong here, not a text [missing-title]",
                "and 59 more",
            ],
        ),
        case(
            "Y30",
            "documents-as-many-as-may-be",
            "title: A\n---\n".repeat(64),
            &["reads A", "reads A", "reads A", "reads A", "reads A", "reads A", "and 58 more"],
        ),
        case(
            "Y30",
            "documents-one-too-many",
            "title: A\n---\n".repeat(65),
            &[
                "reads A",
                "reads A",
                "reads A",
                "reads A",
                "reads A",
                "reads A",
                "and 58 more",
                "128:1 the file has more than 64 documents; split it [too-large]",
            ],
        ),
        case(
            "Y30",
            "unknown-keys-by-the-3-000",
            "title: A\n".to_owned() + &(0..3_000).map(|i| format!("k{i}: 1\n")).collect::<String>(),
            &[
                "reads A",
                "2:1 unknown key “k0”; it is not read; begin it with x- to keep it for yourself [unknown-key]",
                "3:1 unknown key “k1”; it is not read; begin it with x- to keep it for yourself [unknown-key]",
                "4:1 unknown key “k2”; it is not read; begin it with x- to keep it for yourself [unknown-key]",
                "5:1 unknown key “k3”; it is not read; begin it with x- to keep it for yourself [unknown-key]",
                "6:1 unknown key “k4”; it is not read; begin it with x- to keep it for yourself [unknown-key]",
                "7:1 unknown key “k5”; it is not read; begin it with x- to keep it for yourself [unknown-key]",
                "and 95 more",
            ],
        ),
        case(
            "Y30",
            "requirements-by-the-10-000",
            "title: A\ncompetencies:\n  g:\n".to_owned()
                + &(0..10_000).map(|i| format!("  - c{i}: 3\n")).collect::<String>(),
            &["reads A"],
        ),
        case(
            "Y30",
            "groups-by-the-5-000",
            "title: A\ncompetencies:\n".to_owned()
                + &(0..5_000).map(|i| format!("  g{i}: []\n")).collect::<String>(),
            &["reads A"],
        ),
    ]
}
