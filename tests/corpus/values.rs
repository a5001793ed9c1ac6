//! Files whose values are read as something else than was meant, or as something that may be run.

use super::{Case, case};

pub fn cases() -> Vec<Case> {
    let mut cases = keys();
    cases.extend(documents());
    cases.extend(codes());
    cases.extend(levels());
    cases.extend(misfits());
    cases.extend(commands());
    cases
}

fn keys() -> Vec<Case> {
    vec![
        case(
            "Y13",
            "a-known-key-twice",
            "title: A\nlevel: 1\ntitle: B\nlevel: 2\n",
            &[
                "reads A",
                "3:1 “title” stands twice, on lines 1 and 3; if these are two, put a line with --- between them, else keep one [duplicate-key]",
                "4:1 “level” stands twice, on lines 2 and 4; keep one of them [duplicate-key]",
            ],
        ),
        case(
            "Y13",
            "an-unknown-key-twice",
            "title: A\nx-a: 1\nx-a: 2\n",
            &[
                "reads A",
                "3:1 “x-a” stands twice, on lines 2 and 3; keep one of them [duplicate-key]",
            ],
        ),
        case(
            "Y13",
            "a-key-twice-in-braces",
            "title: A\nsalary: { currency: USD, currency: EUR }\n",
            &[
                "reads A",
                "2:26 “currency” stands twice, on lines 2 and 2; keep one of them [duplicate-key]",
            ],
        ),
        case(
            "Y13",
            "a-key-twice-once-in-quotes",
            "title: A\n\"title\": B\n",
            &[
                "reads A",
                "2:1 “title” stands twice, on lines 1 and 2; if these are two, put a line with --- between them, else keep one [duplicate-key]",
            ],
        ),
        case(
            "Y13",
            "a-key-that-an-alias-would-repeat",
            "title: A\ncode: 1\n? code\n: 2\n",
            &[
                "reads A, code 1",
                "3:3 “code” stands twice, on lines 2 and 3; keep one of them [duplicate-key]",
            ],
        ),
        case(
            "Y14",
            "a-merge-key",
            "title: A\n<<: *base\n",
            &[
                "reads A",
                "2:1 a merge key (<<) is not read here; write out what it stands for, or put the whole text in quotes [merge-key]",
            ],
        ),
        case(
            "Y14",
            "a-merge-key-with-a-mapping",
            "title: A\n<<: { code: 1 }\n",
            &[
                "reads A",
                "2:1 a merge key (<<) is not read here; write out what it stands for, or put the whole text in quotes [merge-key]",
            ],
        ),
        case(
            "Y14",
            "a-merge-key-with-a-list",
            "x-a: &a { code: 1 }\ntitle: A\n<<: [*a, *a]\n",
            &[
                "reads A",
                "1:6 an anchor (&a) is not read here; write out what it stands for, or put the whole text in quotes [anchor]",
                "3:1 a merge key (<<) is not read here; write out what it stands for, or put the whole text in quotes [merge-key]",
                "3:6 an alias (*a) is not read here; write out what it stands for, or put the whole text in quotes [alias]",
                "3:10 an alias (*a) is not read here; write out what it stands for, or put the whole text in quotes [alias]",
            ],
        ),
        case(
            "Y14",
            "a-merge-key-in-quotes",
            "title: A\n\"<<\": 1\n",
            &[
                "reads A",
                "2:1 unknown key “<<”; it is not read; begin it with x- to keep it for yourself [unknown-key]",
            ],
        ),
        case(
            "Y35",
            "a-list-for-a-key",
            "title: A\n? [a]\n: b\n",
            &["reads A", "2:3 a key must be a text; put it in quotes if it is one [complex-key]"],
        ),
        case(
            "Y35",
            "a-mapping-for-a-key",
            "title: A\n{a: b}: c\n",
            &["reads A", "2:1 a key must be a text; put it in quotes if it is one [complex-key]"],
        ),
        case(
            "Y35",
            "a-number-for-a-key",
            "title: A\n1: b\n",
            &[
                "reads A",
                "2:1 unknown key “1”; it is not read; begin it with x- to keep it for yourself [unknown-key]",
            ],
        ),
        case(
            "Y35",
            "true-for-a-key",
            "title: A\ntrue: b\n",
            &[
                "reads A",
                "2:1 unknown key “true”; it is not read; begin it with x- to keep it for yourself [unknown-key]",
            ],
        ),
        case(
            "Y35",
            "null-for-a-key",
            "title: A\n~: b\n",
            &[
                "reads A",
                "2:1 unknown key “~”; it is not read; begin it with x- to keep it for yourself [unknown-key]",
            ],
        ),
        case(
            "Y35",
            "nothing-for-a-key",
            "title: A\n: b\n",
            &[
                "reads A",
                "2:1 unknown key “”; it is not read; begin it with x- to keep it for yourself [unknown-key]",
            ],
        ),
        case(
            "Y35",
            "a-list-for-a-profile",
            "- title: A\n",
            &["no title", "1:1 a profile: keys and values belong here, not a list [missing-title]"],
        ),
        case(
            "Y35",
            "a-text-for-a-profile",
            "Payroll Supervisor\n",
            &["no title", "1:1 a profile: keys and values belong here, not a text [missing-title]"],
        ),
        case(
            "Y35",
            "a-number-for-a-profile",
            "42\n",
            &["no title", "1:1 a profile: keys and values belong here, not a text [missing-title]"],
        ),
        case(
            "Y35",
            "a-key-behind-a-question-mark",
            "? title\n: A\n? code\n: 1\n",
            &["reads A, code 1"],
        ),
    ]
}

fn documents() -> Vec<Case> {
    vec![
        case(
            "Y21",
            "the-second-of-three-is-broken",
            "title: A\n---\ntitle: [\n---\ntitle: C\nlvl: 1\n",
            &[
                "reads A",
                "no title",
                "reads C",
                "3:8 a bracket is opened and never closed [syntax]",
                "6:1 unknown key “lvl”; did you mean level? [unknown-key]",
            ],
        ),
        case(
            "Y21",
            "the-first-of-two-is-broken",
            "title: \"A\n---\ntitle: B\n",
            &["no title", "reads B", "1:8 a quotation mark is opened and never closed [syntax]"],
        ),
        case("Y21", "dots-between-documents", "title: A\n...\ntitle: B\n", &["reads A", "reads B"]),
        case(
            "Y21",
            "dashes-inside-quotes",
            "title: \"A\n---\nB\"\n",
            &[
                "no title",
                "no title",
                "1:8 a quotation mark is opened and never closed [syntax]",
                "3:1 a profile: keys and values belong here, not a text [missing-title]",
            ],
        ),
        case(
            "Y21",
            "a-document-behind-a-document",
            "[a]\n[b]\n",
            &[
                "no title",
                "2:1 something follows here that does not belong to what stands above [syntax]",
            ],
        ),
        case(
            "Y21",
            "a-directive-in-the-middle",
            "title: A\n%YAML 1.2\n---\ntitle: B\n",
            &[
                "no title",
                "reads B",
                "2:1 a text cannot begin with %; put the whole text in quotes [syntax]",
            ],
        ),
        case("Y21", "a-version-that-is-none", "%YAML 9.9\n---\ntitle: A\n", &["reads A"]),
        case(
            "Y21",
            "a-tag-directive",
            "%TAG ! tag:example.com,2000:\n---\ntitle: !a A\n",
            &[
                "reads A",
                "3:8 a tag (!a) is not read here; delete it, or put the whole text in quotes [tag]",
            ],
        ),
    ]
}

/// Whatever YAML of one age or another takes for a number, a word or a date.
fn codes() -> Vec<Case> {
    let typed = [
        "0123",
        "0o17",
        "0x1F",
        "0b11",
        "12E5",
        "15.10",
        "1e999",
        "-0",
        "+1",
        ".5",
        "5.",
        "1_000",
        ".inf",
        ".nan",
        "-.INF",
        "no",
        "on",
        "yes",
        "y",
        "true",
        "False",
        "12:30",
        "190:20:30",
        "2024-01-02",
        "2024-01-02T03:04:05Z",
        "123456789012345678901234567890123456789012",
        "FA-1/2",
        "=",
        "C#",
        "a:b",
    ];
    let code = |typed: &str| {
        let name = format!("code {}", typed.replace(['/', ':'], "_"));
        let text = format!("title: {typed}\ncode: {typed}\nlevel: {typed} # why\n");
        case("Y22", name, text, &[&format!("reads {typed}, code {typed}")])
    };
    typed.into_iter().map(code).collect()
}

fn levels() -> Vec<Case> {
    let level =
        |typed: &str| format!("title: A\ncompetencies:\n  general:\n  - Payroll: {typed}\n");
    vec![
        case(
            "Y23",
            "no-code",
            "title: A\ncode:\n",
            &[
                "reads A",
                "2:5 code: nothing stands here; write the code, or delete the line [empty-value]",
            ],
        ),
        case(
            "Y23",
            "a-tilde-for-a-code",
            "title: A\ncode: ~\n",
            &[
                "reads A",
                "2:7 code: ~ means that there is none; put it in quotes if it is one [empty-value]",
            ],
        ),
        case(
            "Y23",
            "null-for-a-code",
            "title: A\ncode: null\n",
            &[
                "reads A",
                "2:7 code: null means that there is none; put it in quotes if it is one [empty-value]",
            ],
        ),
        case("Y23", "null-in-quotes", "title: 'null'\ncode: \"~\"\n", &["reads null, code ~"]),
        case(
            "Y24",
            "no-list-where-one-belongs",
            "title: A\nalso_known_as:\nrequires: ~\n",
            &["reads A"],
        ),
        case("Y24", "a-text-where-a-list-belongs", "title: A\nalso_known_as: B\n", &["reads A"]),
        case(
            "Y24",
            "a-mapping-where-a-list-belongs",
            "title: A\nalso_known_as: {a: 1, b: 2}\n",
            &[
                "reads A",
                "2:16 also_known_as: a list of texts belongs here, not keys and values; if it is a text, put the whole text in quotes [wrong-shape]",
            ],
        ),
        case(
            "Y25",
            "a-level-in-words",
            level("seven"),
            &[
                "reads A",
                "4:14 Payroll: “seven” is not a level; write a number from 0 to 99 [not-a-number]",
            ],
        ),
        case(
            "Y25",
            "a-level-of-300",
            level("300"),
            &[
                "reads A",
                "4:14 Payroll: “300” is not a level; write a number from 0 to 99 [not-a-number]",
            ],
        ),
        case(
            "Y25",
            "a-level-below-0",
            level("-1"),
            &[
                "reads A",
                "4:14 Payroll: “-1” is not a level; write a number from 0 to 99 [not-a-number]",
            ],
        ),
        case(
            "Y25",
            "a-level-that-is-infinite",
            level(".inf"),
            &[
                "reads A",
                "4:14 Payroll: “.inf” is not a level; write a number from 0 to 99 [not-a-number]",
            ],
        ),
        case(
            "Y25",
            "a-level-of-1e999",
            level("1e999"),
            &[
                "reads A",
                "4:14 Payroll: “1e999” is not a level; write a number from 0 to 99 [not-a-number]",
            ],
        ),
        case(
            "Y25",
            "a-level-that-is-no-number",
            level(".nan"),
            &[
                "reads A",
                "4:14 Payroll: “.nan” is not a level; write a number from 0 to 99 [not-a-number]",
            ],
        ),
        case(
            "Y25",
            "a-level-of-forty-digits",
            level("1234567890123456789012345678901234567890"),
            &[
                "reads A",
                "4:14 Payroll: “1234567890123456789012345678901234567890” is not a level; write a number from 0 to 99 [not-a-number]",
            ],
        ),
        case("Y25", "a-level-with-decimals-of-nothing", level("3.0"), &["reads A"]),
        case(
            "Y25",
            "a-level-in-hexadecimal",
            level("0x3"),
            &[
                "reads A",
                "4:14 Payroll: “0x3” is not a level; write a number from 0 to 99 [not-a-number]",
            ],
        ),
        case(
            "Y25",
            "pay-that-is-no-number",
            "title: A\nsalary: { base: { p25: .nan, p50: -.inf, p75: 1e999 } }\n",
            &[
                "reads A",
                "2:24 p25: “.nan” is not a number; write it in digits, as in 61200 or 4.62 [not-a-number]",
                "2:35 p50: “-.inf” is not a number; it cannot be below 0 [not-a-number]",
                "2:47 p75: “1e999” is not a number; write it in digits, as in 61200 or 4.62 [not-a-number]",
            ],
        ),
        case(
            "Y25",
            "pay-as-large-as-can-be",
            "title: A\nsalary: { base: { p50: 99999999999999999999999999 } }\n",
            &["reads A"],
        ),
        case(
            "Y25",
            "more-behaviours-than-can-be",
            "title: A\ncompetencies:\n  g:\n  - { name: B, levels: { 1: { more: 99999999999 } } }\n",
            &["reads A", "4:37 more: “99999999999” is not a whole number [not-a-number]"],
        ),
        case(
            "Y25",
            "declared-beyond-measure",
            "title: A\ndeclared: { core: 4294967296, hard: -1 }\n",
            &[
                "reads A",
                "2:19 core: “4294967296” is not a whole number [not-a-number]",
                "2:37 hard: “-1” is not a whole number [not-a-number]",
            ],
        ),
    ]
}

fn misfits() -> Vec<Case> {
    vec![
        case(
            "Y26",
            "no-title",
            "code: 1\n",
            &[
                "no title",
                "1:1 the title is missing; write one, as in `title: Payroll Supervisor` [missing-title]",
            ],
        ),
        case(
            "Y26",
            "no-title-behind-the-key",
            "title:\ncode: 1\n",
            &[
                "no title",
                "1:1 the title is missing; write one, as in `title: Payroll Supervisor` [missing-title]",
            ],
        ),
        case(
            "Y26",
            "no-name-of-a-competency",
            "title: A\ncompetencies:\n  general:\n  - level: 3\n  -\n",
            &[
                "reads A",
                "4:5 a competency without a name; write one, or `withheld: true` [missing-name]",
                "5:4 a competency without a name; write one, or `withheld: true` [missing-name]",
            ],
        ),
        case(
            "Y27",
            "three-mistakes-in-one-file",
            "title: A\nstatus: x\ndeclared: { core: x }\ncode: ~\n",
            &[
                "reads A",
                "2:9 status: “x” is not known; write draft, approved or retired [unknown-word]",
                "3:19 core: “x” is not a whole number [not-a-number]",
                "4:7 code: ~ means that there is none; put it in quotes if it is one [empty-value]",
            ],
        ),
        case(
            "Y28",
            "a-key-mistyped",
            "title: A\nlvl: 3\n",
            &["reads A", "2:1 unknown key “lvl”; did you mean level? [unknown-key]"],
        ),
        case(
            "Y28",
            "a-title-mistyped",
            "titel: A\n",
            &[
                "no title",
                "1:1 the title is missing; “titel” is no key, did you mean title? [missing-title]",
            ],
        ),
        case(
            "Y28",
            "a-key-of-nobody",
            "title: A\ncolour: red\nx-colour: red\n",
            &[
                "reads A",
                "2:1 unknown key “colour”; it is not read; begin it with x- to keep it for yourself [unknown-key]",
            ],
        ),
    ]
}

fn commands() -> Vec<Case> {
    vec![
        case(
            "Y29",
            "a-tag-that-runs",
            "title: !!python/object/apply:os.system [touch owned]\n",
            &[
                "no title",
                "1:8 a tag (!!python/object/apply:os.system) is not read here; delete it, or put the whole text in quotes [tag]",
                "1:40 title: a text belongs here, not a list; if it is a text, put the whole text in quotes [missing-title]",
            ],
        ),
        case(
            "Y29",
            "a-tag-that-includes",
            "title: !include /etc/passwd\ncode: ${HOME}\n",
            &[
                "reads /etc/passwd, code ${HOME}",
                "1:8 a tag (!include) is not read here; delete it, or put the whole text in quotes [tag]",
            ],
        ),
        case(
            "Y29",
            "a-tag-of-bytes",
            "title: A\ncode: !!binary aGVsbG8=\n",
            &[
                "reads A, code aGVsbG8=",
                "2:7 a tag (!!binary) is not read here; delete it, or put the whole text in quotes [tag]",
            ],
        ),
        case(
            "Y29",
            "a-tag-of-a-type",
            "title: !!str A\ncode: !!int \"12\"\n",
            &[
                "reads A, code 12",
                "1:8 a tag (!!str) is not read here; delete it, or put the whole text in quotes [tag]",
                "2:7 a tag (!!int) is not read here; delete it, or put the whole text in quotes [tag]",
            ],
        ),
        case(
            "Y29",
            "a-tag-on-the-whole",
            "!job\ntitle: A\n",
            &[
                "reads A",
                "1:1 a tag (!job) is not read here; delete it, or put the whole text in quotes [tag]",
            ],
        ),
        case(
            "Y29",
            "a-tag-in-full",
            "title: !<tag:example.com,2000:a> A\n",
            &[
                "reads A",
                "1:8 a tag (!<tag:example.com,2000:a>) is not read here; delete it, or put the whole text in quotes [tag]",
            ],
        ),
        case(
            "Y29",
            "a-tag-with-a-handle-of-nobody",
            "title: !x!y A\n",
            &[
                "no title",
                "1:8 a text cannot begin with &, * or !; put the whole text in quotes [syntax]",
            ],
        ),
        case(
            "Y29",
            "a-variable-and-a-command",
            "title: $(touch owned)\ncode: ${HOME}\nlevel: \"`id`\"\n",
            &["reads $(touch owned), code ${HOME}"],
        ),
        case(
            "Y29",
            "a-template",
            "title: \"{{ env.HOME }}\"\ncode: \"%n\"\n",
            &["reads {{ env.HOME }}, code %n"],
        ),
    ]
}
