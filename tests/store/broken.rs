//! What people get wrong in a profile, and exactly what they are told about it.

use super::slips::SLIPS;
use rolebook::store::parse_profiles;
use std::path::Path;

/// What is told about a file: document, place, sentence and rule.
fn told(bytes: &[u8]) -> Vec<String> {
    let jobs = parse_profiles(Path::new("a.yaml"), bytes);
    let line = |job: &rolebook::model::Job, problem: &rolebook::model::Problem| {
        let document = match job.id.document {
            1 => String::new(),
            number => format!("#{number} "),
        };
        format!("{document}{problem} [{}]", problem.rule)
    };
    jobs.iter()
        .flat_map(|job| job.problems.iter().map(|p| line(job, p)).collect::<Vec<_>>())
        .collect()
}

#[test]
fn every_mistake_is_told_in_words_with_its_place() {
    assert!(MISTAKES.len() + SLIPS.len() >= 90);
    let differing = MISTAKES.iter().chain(SLIPS).filter_map(|(text, expected)| {
        let told = told(text.as_bytes());
        (told != *expected).then(|| format!("{text:?}\n    {told:#?}\n"))
    });
    let differing: String = differing.collect();
    assert!(differing.is_empty(), "what is told and was not expected:\n{differing}");
}

#[test]
fn bytes_that_are_no_utf8_are_told_with_their_place() {
    assert_eq!(
        told(b"title: A\ncode: \xff\n"),
        ["2:7 not UTF-8 at line 2, column 7 (byte 16); save the file as UTF-8 [not-utf8]"]
    );
    assert_eq!(told(b"\xff\xfet\0i\0"), ["file is UTF-16; save it as UTF-8 [not-utf8]"]);
    assert_eq!(told(b"title: A\n\0"), ["2:1 file is no text: there is a zero byte [not-utf8]"]);
}

/// What stands in the file, and what is told.
const MISTAKES: &[(&str, &[&str])] = &[
    (
        "title: A\ncompetencies:\n  general:\n  - { nmae: B, level: 2 }\n  - { withheld: yes, level: 4 }\n",
        &[
            "4:7 a competency without a name; “nmae” is no key, did you mean name? [missing-name]",
            "5:17 withheld: “yes” is neither true nor false [unknown-word]",
        ],
    ),
    (
        "title: A\nskills:\n  general: [B]\n",
        &["2:1 unknown key “skills”; did you mean competencies? [unknown-key]"],
    ),
    (
        "title: A\ncompetencies:\n  general: [B: Mastery, C: \"2,5\", D: 61k, E: four]\n",
        &[
            "3:16 B: “Mastery” is not a level; write 5 [not-a-number]",
            "3:28 C: “2,5” is not a level; write 2.5 [not-a-number]",
            "3:38 D: “61k” is not a level; write a number from 0 to 99 [not-a-number]",
            "3:46 E: “four” is not a level; write a number from 0 to 99 [not-a-number]",
        ],
    ),
    (
        "title: A\ncompetencies:\n  x:\n  - name: B\n    levels: { 1: { more: many } }\n",
        &["5:26 more: “many” is not a whole number [not-a-number]"],
    ),
    (
        "title: A\nsalary: { p50: 1 }\n",
        &["2:11 p50 belongs below `base:` or `total:`, in braces [unknown-key]"],
    ),
    (
        "title: A\nsalary: { base: { median: 1, P50: 1, Min: 1, p05: 1, average: 1 } }\n",
        &[
            "2:19 base: “median” is no figure; did you mean p50? [unknown-word]",
            "2:30 base: “P50” is no figure; did you mean p50? [unknown-word]",
            "2:38 base: “Min” is no figure; did you mean min? [unknown-word]",
            "2:46 base: “p05” is no figure; did you mean p5? [unknown-word]",
            "2:54 base: “average” is no figure; did you mean mean? [unknown-word]",
        ],
    ),
    (
        "title: A\nsalary: { base: { p10: -5, p25: $50000, p50: 45k, p75: 1.5k, p90: 61 200 EUR, max: many } }\n",
        &[
            "2:24 p10: “-5” is not a number; it cannot be below 0 [not-a-number]",
            "2:33 p25: “$50000” is not a number; write 50000 [not-a-number]",
            "2:46 p50: “45k” is not a number; write 45000 [not-a-number]",
            "2:56 p75: “1.5k” is not a number; write 1500 [not-a-number]",
            "2:67 p90: “61 200 EUR” is not a number; write 61200 [not-a-number]",
            "2:84 max: “many” is not a number; write it in digits, as in 61200 or 4.62 [not-a-number]",
        ],
    ),
    (
        "title: A\ncompetencies:\n  general:\n  - name: B\n    levels: 3\n",
        &[
            "5:13 levels: keys and values belong here, not a text, as in `levels: { 1: { behaviours: [Explains a pay cycle.] } }` [wrong-shape]",
        ],
    ),
    (
        "title: A\nsalary: { base: 61200, total: [1] }\n",
        &[
            "2:17 base: keys and values belong here, not a text, as in `base: { p25: 55000, p50: 61200 }` [wrong-shape]",
            "2:31 total: keys and values belong here, not a list, as in `total: { p50: 64000 }` [wrong-shape]",
        ],
    ),
    (
        "title: A\nsalary: { base: { p10: 5,, p25: 6 } }\n",
        &[
            "2:26 a comma stands here where an entry belongs; delete it, or write the entry [syntax]",
        ],
    ),
    (
        "title: A\nalso_known_as: [ , A]\n",
        &[
            "2:18 a comma stands here where an entry belongs; delete it, or write the entry [syntax]",
        ],
    ),
    (
        "title: A\nsummary: [Senior] person\ncode: 1\n",
        &["2:10 a text cannot begin with [; put the whole text in quotes [syntax]"],
    ),
    (
        "title: A\nsalary: { base: { p50: 1 } #comment }\ncode: 1\n",
        &[
            "2:9 this bracket is closed behind a #, which begins a comment; close it before the # [syntax]",
        ],
    ),
    (
        "title: A\nsalary: { currency: USD\ncode: 1\n",
        &["2:9 a bracket is opened and never closed [syntax]"],
    ),
    (
        "title: A\nsalary: {\n  currency: USD\n",
        &["2:9 a bracket is opened and never closed [syntax]"],
    ),
    (
        "title: A\nsalary:\n  currency: USD\n     period: year\n",
        &["4:6 this line is indented too far; align it with its neighbours [syntax]"],
    ),
    ("# nothing\n---\n", &["no profile in this file; one begins with `title:` [no-profile]"]),
    (
        "title: [A, B]\nlevel: {a: b}\n",
        &[
            "1:8 title: a text belongs here, not a list; if it is a text, put the whole text in quotes [missing-title]",
            "2:8 level: a text belongs here, not keys and values; if it is a text, put the whole text in quotes [wrong-shape]",
        ],
    ),
    (
        "title: A\nsalary: 61200\n",
        &[
            "2:9 salary: keys and values belong here, not a text, as in `salary: { currency: USD, base: { p50: 61200 } }` [wrong-shape]",
        ],
    ),
    (
        "title: A\nresponsibilities:\n- Leads: the team.\n- Ends: \n",
        &[
            "3:3 responsibilities: a colon and a space make “Leads” a key; put the whole text in quotes [colon-in-text]",
            "4:3 responsibilities: a colon and a space make “Ends” a key; put the whole text in quotes [colon-in-text]",
        ],
    ),
    (
        "title: A\nsummary: Leads: the team.\n",
        &[
            "2:15 a colon and a space inside a text make it a key; put the whole text in quotes [syntax]",
        ],
    ),
    (
        "title: A\nresponsibilities: [Checks pay runs, signs them off., Trains people.]\n",
        &[
            "2:37 responsibilities: a comma inside [ ] begins a new item, so a sentence is cut before “signs them off.”; write the list one item a line, or put the sentence in quotes [comma-in-list]",
        ],
    ),
    (
        "title: A\nsalary:\n  base: { p25: 61,200, p50: 1,234,567, p75: 80000 }\n",
        &[
            "3:16 p25: a comma ends an entry inside { }, so 61,200 is read as 61; write 61200 [comma-in-number]",
            "3:29 p50: a comma ends an entry inside { }, so 1,234,567 is read as 1; write 1234567 [comma-in-number]",
        ],
    ),
    (
        "title: A\nsalary:\n  base:\n    p50: 61,200\n    p75: $80\n    p5x: 1\n",
        &[
            "4:10 p50: “61,200” is not a number; write 61200 [not-a-number]",
            "5:10 p75: “$80” is not a number; write 80 [not-a-number]",
            "6:5 base: “p5x” is no figure; write p1 to p99, min, max or mean [unknown-word]",
        ],
    ),
    (
        "title: A\nsalary: { period: years }\n",
        &["2:19 period: “years” is not known; did you mean year? [unknown-word]"],
    ),
    (
        "title: A\nsalary: { period: fortnight }\n",
        &[
            "2:19 period: “fortnight” is not known; write year, month, week, day or hour [unknown-word]",
        ],
    ),
    (
        "title: A\nstatus: aproved\n",
        &["2:9 status: “aproved” is not known; did you mean approved? [unknown-word]"],
    ),
    (
        "title: A\ncompetencies:\n  general:\n  - Payroll: seven\n  - Vendors: 300\n  - Tax: -1\n",
        &[
            "4:14 Payroll: “seven” is not a level; write a number from 0 to 99 [not-a-number]",
            "5:14 Vendors: “300” is not a level; write a number from 0 to 99 [not-a-number]",
            "6:10 Tax: “-1” is not a level; write a number from 0 to 99 [not-a-number]",
        ],
    ),
    (
        "title: A\ncompetencies:\n  general:\n    Payroll: 3\n    Vendors: 2\n",
        &["4:5 general: write a dash before each competency [wrong-shape]"],
    ),
    (
        "title: A\ncompetencies:\n  general:\n  - Payroll: 3\n    need: nice\n",
        &[
            "4:5 two ways of writing are mixed here; write `name: Payroll` and `level: …` on lines of their own [wrong-shape]",
        ],
    ),
    (
        "title: A\ncompetencies:\n- Payroll: 3\n",
        &["3:3 competencies: a group belongs above this list, as in `general:` [wrong-shape]"],
    ),
    (
        "title: A\ncompetencies:\n  general:\n  - { name: Payroll, need: maybe, levl: 2 }\n",
        &[
            "4:28 need: “maybe” is not known; write must or nice [unknown-word]",
            "4:35 unknown key “levl”; did you mean level? [unknown-key]",
        ],
    ),
    (
        "title: A\ncompetencies:\n  general:\n  - name: Payroll\n    levels:\n      one: {}\n      100: {}\n      2: Knows it.\n      3: [Does it.]\n      4: { behaviors: [x], mor: 1 }\n",
        &[
            "6:7 levels: “one” is not a whole number from 0 to 99 [not-a-number]",
            "7:7 levels: “100” is not a whole number from 0 to 99 [not-a-number]",
            "8:10 level 2: write `statement:` before its text [wrong-shape]",
            "9:10 level 3: write `behaviours:` above its list [wrong-shape]",
            "10:28 unknown key “mor”; did you mean more? [unknown-key]",
        ],
    ),
    (
        "title: A\ncode: 1\ntitle: B\n",
        &[
            "3:1 “title” stands twice, on lines 1 and 3; if these are two, put a line with --- between them, else keep one [duplicate-key]",
        ],
    ),
    ("title: \"A\ncode: 1\n", &["1:8 a quotation mark is opened and never closed [syntax]"]),
    (
        "title: \"A\" b\n",
        &[
            "1:12 a text that begins with a quotation mark must end with it; put the whole text in quotes of the other kind [syntax]",
        ],
    ),
    ("title: [A\ncode: 1\n", &["1:8 a bracket is opened and never closed [syntax]"]),
    (
        "title: A\nsummary: [sic] as written\n",
        &["2:10 a text cannot begin with [; put the whole text in quotes [syntax]"],
    ),
    (
        "title: A\nsummary: @home\n",
        &["2:10 a text cannot begin with @; put the whole text in quotes [syntax]"],
    ),
    (
        "title: A\nsummary: %x\n",
        &["2:10 a text cannot begin with %; put the whole text in quotes [syntax]"],
    ),
    (
        "title: A\nsummary: `x`\n",
        &["2:10 a text cannot begin with `; put the whole text in quotes [syntax]"],
    ),
    (
        "title: A\nsummary: *bold* text\n",
        &["2:10 a text cannot begin with *; put the whole text in quotes [syntax]"],
    ),
    (
        "title: A\nsummary: &c more\n",
        &[
            "2:10 an anchor (&c) is not read here; write out what it stands for, or put the whole text in quotes [anchor]",
        ],
    ),
    (
        "title: A\nsummary: !important text\n",
        &[
            "2:10 a tag (!important) is not read here; delete it, or put the whole text in quotes [tag]",
        ],
    ),
    (
        "title: A\nsummary: > 5 years\n",
        &["2:10 a text cannot begin with > or |; put the whole text in quotes [syntax]"],
    ),
    (
        "title: A\n  code: 1\n",
        &["2:3 this line is indented too far; align it with its neighbours [syntax]"],
    ),
    (
        "title: A\nresponsibilities:\n  - a\n - b\n",
        &[
            "4:2 this line does not fit in with the lines above; align it with its neighbours [syntax]",
        ],
    ),
    (
        "title: A\ncompetencies:\n  general:\n  - name: B\n    levels:\n      2: { behaviors: [x], behaviours: [y] }\n      02: { statement: z }\n",
        &[
            "6:28 the list of behaviours stands twice, as “behaviors” on line 6 and as “behaviours” on line 6; keep one of them [duplicate-key]",
            "7:7 level 2 stands twice, as “2” on line 6 and as “02” on line 7; keep one of them [duplicate-key]",
        ],
    ),
    (
        "title: \"A\\e[31m\\x1b\\u202e\"\ncode: \"\\t1\\n\"\n",
        &[
            "1:8 a control character (U+001B) stands here as an escape, shown as ␛; delete it [hidden-character]",
            "1:8 a right-to-left override (U+202E) stands here as an escape, shown as ⟨RLO⟩; delete it [hidden-character]",
        ],
    ),
    (
        "lvl: 3\nstatus: x\nsalary: { p: 1 }\ndeclared: { core: x }\ncode: ~\n",
        &[
            "1:1 the title is missing; write one, as in `title: Payroll Supervisor` [missing-title]",
            "1:1 unknown key “lvl”; did you mean level? [unknown-key]",
            "2:9 status: “x” is not known; write draft, approved or retired [unknown-word]",
            "3:11 unknown key “p”; it is not read; begin it with x- to keep it for yourself [unknown-key]",
            "4:19 core: “x” is not a whole number [not-a-number]",
            "5:7 code: ~ means that there is none; put it in quotes if it is one [empty-value]",
        ],
    ),
    ("title: A\r\nlvl: 1\r\n", &["2:1 unknown key “lvl”; did you mean level? [unknown-key]"]),
    ("title: A\rlvl: 1\r", &["2:1 unknown key “lvl”; did you mean level? [unknown-key]"]),
    (
        "title: A\ncompetencies:\n  core:\n  - { withheld: yes, level: 4 }\n",
        &["4:17 withheld: “yes” is neither true nor false [unknown-word]"],
    ),
    (
        "title: A\ndeclared: 8\n",
        &[
            "2:11 declared: keys and values belong here, not a text, as in `declared: { general: 8, core: 8 }` [wrong-shape]",
        ],
    ),
    (
        "title: A\nsource: Survey\n",
        &[
            "2:9 source: keys and values belong here, not a text, as in `source: { name: Pay survey }` [wrong-shape]",
        ],
    ),
];
