//! Files whose text is a command to a terminal, is not seen, or is not what it looks like.

use super::{Case, case};

pub fn cases() -> Vec<Case> {
    let mut cases = controls();
    cases.extend(escaped());
    cases.extend(directions());
    cases.extend(unseen());
    cases.extend(shapes());
    cases
}

fn controls() -> Vec<Case> {
    let with = |c: char| format!("title: A\nfamily: B{c}[31m\ncode: 1\n");
    vec![
        case(
            "E01",
            "an-escape",
            with('\u{1b}'),
            &["no title", "2:10 a control character (U+001B) stands here; delete it [syntax]"],
        ),
        case(
            "E01",
            "a-delete",
            with('\u{7f}'),
            &["no title", "2:10 a control character (U+007F) stands here; delete it [syntax]"],
        ),
        case(
            "E01",
            "a-control-of-8-bits",
            with('\u{9b}'),
            &["no title", "2:10 a control character (U+009B) stands here; delete it [syntax]"],
        ),
        case(
            "E01",
            "a-bell",
            with('\u{7}'),
            &["no title", "2:10 a control character (U+0007) stands here; delete it [syntax]"],
        ),
        case(
            "E01",
            "backspaces",
            "title: Evil\u{8}\u{8}\u{8}\u{8}Good\n",
            &["no title", "1:12 a control character (U+0008) stands here; delete it [syntax]"],
        ),
        case(
            "E01",
            "a-form-feed",
            with('\u{c}'),
            &["no title", "2:10 a control character (U+000C) stands here; delete it [syntax]"],
        ),
        case(
            "E01",
            "a-vertical-tab",
            with('\u{b}'),
            &["no title", "2:10 a control character (U+000B) stands here; delete it [syntax]"],
        ),
        case(
            "E01",
            "an-escape-in-a-comment",
            "title: A # \u{1b}]0;B\u{7}\ncode: 1\n",
            &["no title", "1:12 a control character (U+001B) stands here; delete it [syntax]"],
        ),
        case(
            "E01",
            "an-escape-in-a-key",
            "title: A\nco\u{1b}de: 1\n",
            &["no title", "2:3 a control character (U+001B) stands here; delete it [syntax]"],
        ),
        case(
            "E01",
            "an-escape-in-quotes",
            "title: \"A\u{1b}[2J\"\n",
            &["no title", "1:10 a control character (U+001B) stands here; delete it [syntax]"],
        ),
        case(
            "E01",
            "an-escape-in-a-block",
            "title: A\nsummary: |\n  B\u{1b}[2J\n",
            &["no title", "3:4 a control character (U+001B) stands here; delete it [syntax]"],
        ),
        case(
            "E01",
            "an-escape-in-the-second-document",
            "title: A\n---\ntitle: B\u{1b}\n",
            &[
                "reads A",
                "no title",
                "3:9 a control character (U+001B) stands here; delete it [syntax]",
            ],
        ),
        case(
            "E01",
            "an-escape-between-conflict-marks",
            "title: A\n<<<<<<< a\ncode: \u{1b}\n=======\n",
            &[
                "no title",
                "2:1 merge conflict markers at line 2; keep one side and delete the lines that begin with <<<<<<<, ======= and >>>>>>> [merge-conflict]",
                "3:7 control character U+001B, shown as ␛; delete it [control-character]",
            ],
        ),
    ]
}

fn escaped() -> Vec<Case> {
    let title = |text: &str| format!("title: \"{text}\"\ncode: 1\n");
    vec![
        case(
            "E02",
            "a-colour",
            title(r"A\e[31m"),
            &[
                "reads A␛[31m, code 1",
                "1:8 a control character (U+001B) stands here as an escape, shown as ␛; delete it [hidden-character]",
            ],
        ),
        case(
            "E02",
            "a-control-of-8-bits-as-an-escape",
            title(r"A\x9b31m"),
            &[
                "reads A⟨U+009B⟩31m, code 1",
                "1:8 a control character (U+009B) stands here as an escape, shown as ⟨U+009B⟩; delete it [hidden-character]",
            ],
        ),
        case(
            "E02",
            "a-zero-as-an-escape",
            title(r"A\0"),
            &[
                "reads A␀, code 1",
                "1:8 a control character (U+0000) stands here as an escape, shown as ␀; delete it [hidden-character]",
            ],
        ),
        case(
            "E02",
            "an-override-as-an-escape",
            title(r"A\u202Egpj.exe"),
            &[
                "reads A⟨RLO⟩gpj.exe, code 1",
                "1:8 a right-to-left override (U+202E) stands here as an escape, shown as ⟨RLO⟩; delete it [hidden-character]",
            ],
        ),
        case(
            "E02",
            "a-delete-as-an-escape",
            title(r"A\x7f"),
            &[
                "reads A␡, code 1",
                "1:8 a control character (U+007F) stands here as an escape, shown as ␡; delete it [hidden-character]",
            ],
        ),
        case(
            "E02",
            "the-last-character-as-an-escape",
            title(r"A\U0010FFFF"),
            &["reads A\u{10ffff}, code 1"],
        ),
        case(
            "E02",
            "half-of-a-pair-as-an-escape",
            title(r"A\uD800"),
            &[
                "no title",
                "1:8 a backslash has a meaning between double quotes; write it twice, or use single quotes [syntax]",
            ],
        ),
        case(
            "E02",
            "beyond-the-last-character-as-an-escape",
            title(r"A\U00110000"),
            &[
                "no title",
                "1:8 a backslash has a meaning between double quotes; write it twice, or use single quotes [syntax]",
            ],
        ),
        case(
            "E02",
            "an-escape-that-is-none",
            title(r"A\q"),
            &[
                "no title",
                "1:8 a backslash has a meaning between double quotes; write it twice, or use single quotes [syntax]",
            ],
        ),
        case(
            "E02",
            "a-key-with-a-colour",
            "title: A\n\"\\e[31mcode\": 1\n",
            &[
                "reads A",
                "2:1 a control character (U+001B) stands here as an escape, shown as ␛; delete it [hidden-character]",
                "2:1 unknown key “␛[31mcode”; it is not read; begin it with x- to keep it for yourself [unknown-key]",
            ],
        ),
        case(
            "E05",
            "the-clipboard",
            title(r"A\e]52;c;ZXZpbA==\a"),
            &[
                "reads A␛]52;c;ZXZpbA==␇, code 1",
                "1:8 a control character (U+001B) stands here as an escape, shown as ␛; delete it [hidden-character]",
                "1:8 a control character (U+0007) stands here as an escape, shown as ␇; delete it [hidden-character]",
            ],
        ),
        case(
            "E05",
            "a-link",
            title(r"A\e]8;;http://example.com\e\\B\e]8;;\e\\"),
            &[
                "reads A␛]8;;http://example.com␛\\B␛]8;;␛\\, code 1",
                "1:8 a control character (U+001B) stands here as an escape, shown as ␛; delete it [hidden-character]",
            ],
        ),
        case(
            "E05",
            "the-title-of-the-window",
            title(r"\e]0;B\aA"),
            &[
                "reads ␛]0;B␇A, code 1",
                "1:8 a control character (U+001B) stands here as an escape, shown as ␛; delete it [hidden-character]",
                "1:8 a control character (U+0007) stands here as an escape, shown as ␇; delete it [hidden-character]",
            ],
        ),
        case(
            "E05",
            "a-device-string",
            title(r"A\ePq#0\e\\"),
            &[
                "reads A␛Pq#0␛\\, code 1",
                "1:8 a control character (U+001B) stands here as an escape, shown as ␛; delete it [hidden-character]",
            ],
        ),
        case(
            "E05",
            "an-application-string",
            title(r"A\e_B\e\\"),
            &[
                "reads A␛_B␛\\, code 1",
                "1:8 a control character (U+001B) stands here as an escape, shown as ␛; delete it [hidden-character]",
            ],
        ),
        case(
            "E05",
            "a-question",
            title(r"A\e[6n\e[c"),
            &[
                "reads A␛[6n␛[c, code 1",
                "1:8 a control character (U+001B) stands here as an escape, shown as ␛; delete it [hidden-character]",
            ],
        ),
    ]
}

fn directions() -> Vec<Case> {
    let turns = [
        ('\u{202a}', "LRE", "a left-to-right embedding"),
        ('\u{202b}', "RLE", "a right-to-left embedding"),
        ('\u{202c}', "PDF", "an end of embedding"),
        ('\u{202d}', "LRO", "a left-to-right override"),
        ('\u{202e}', "RLO", "a right-to-left override"),
        ('\u{2066}', "LRI", "a left-to-right isolate"),
        ('\u{2067}', "RLI", "a right-to-left isolate"),
        ('\u{2068}', "FSI", "a first-strong isolate"),
        ('\u{2069}', "PDI", "an end of isolate"),
        ('\u{200e}', "LRM", "a left-to-right mark"),
        ('\u{200f}', "RLM", "a right-to-left mark"),
        ('\u{61c}', "ALM", "an Arabic letter mark"),
    ];
    let one = |(c, mark, what): (char, &str, &str)| {
        let read = format!("reads Pay⟨{mark}⟩roll, code 1");
        let told = format!(
            "1:11 {what} (U+{:04X}) changes the order in which this line is read; delete it [hidden-character]",
            c as u32
        );
        let name = what.replace(' ', "-");
        case("E06", name, format!("title: Pay{c}roll\ncode: 1\n"), &[&read, &told])
    };
    let mut cases: Vec<Case> = turns.into_iter().map(one).collect();
    cases.extend([
        case("E06", "a-direction-in-a-comment", "title: A # \u{202e}b\n", &["reads A", "1:12 a right-to-left override (U+202E) changes the order in which this line is read; delete it [hidden-character]"]),
        case("E06", "a-direction-in-a-key", "title: A\nco\u{202e}de: 1\n", &["reads A", "2:1 unknown key “co⟨RLO⟩de”; did you mean code? [unknown-key]", "2:3 a right-to-left override (U+202E) changes the order in which this line is read; delete it [hidden-character]"]),
        case("E06", "brackets-like-those-of-a-mark", format!("title: {}A\n", "⟨".repeat(50_000)), &["reads ⟨⟨⟨⟨⟨⟨⟨⟨⟨⟨…⟨⟨⟨⟨⟨⟨⟨⟨⟨A (50001 characters)"]),
        case("E03", "a-direction-in-a-tag", "title: !\u{202e}x A\n", &["no title", "1:8 a text cannot begin with &, * or !; put the whole text in quotes [syntax]", "1:9 a right-to-left override (U+202E) changes the order in which this line is read; delete it [hidden-character]"]),
        case("E03", "a-direction-in-an-anchor", "title: &\u{202e}x A\ncode: *\u{202e}x\n", &["reads A", "1:8 an anchor (&⟨RLO⟩x) is not read here; write out what it stands for, or put the whole text in quotes [anchor]", "1:9 a right-to-left override (U+202E) changes the order in which this line is read; delete it [hidden-character]", "2:7 an alias (*⟨RLO⟩x) is not read here; write out what it stands for, or put the whole text in quotes [alias]", "2:7 code: nothing stands here; write the code, or delete the line [empty-value]", "2:8 a right-to-left override (U+202E) changes the order in which this line is read; delete it [hidden-character]"]),
        case("E03", "directions-in-names-of-groups", "title: A\ncompetencies:\n  \u{202e}core: x\n  \"\\ehard\":\n    B: 1\n", &["reads A", "3:3 a right-to-left override (U+202E) changes the order in which this line is read; delete it [hidden-character]", "4:3 a control character (U+001B) stands here as an escape, shown as ␛; delete it [hidden-character]", "5:5 ␛hard: write a dash before each competency [wrong-shape]"]),
        case("E03", "directions-in-names-of-competencies", "title: A\ncompetencies:\n  core:\n  - \u{202e}B: x\n  - \"\\eC\": 300\n", &["reads A", "4:5 a right-to-left override (U+202E) changes the order in which this line is read; delete it [hidden-character]", "4:9 ⟨RLO⟩B: “x” is not a level; write a number from 0 to 99 [not-a-number]", "5:5 a control character (U+001B) stands here as an escape, shown as ␛; delete it [hidden-character]", "5:12 ␛C: “300” is not a level; write a number from 0 to 99 [not-a-number]"]),
        case(
            "E06",
            "a-direction-that-is-allowed",
            "title: A\u{200f}B # rolebook: allow hidden-character\n",
            &["reads A⟨RLM⟩B"],
        ),
    ]);
    cases
}

fn unseen() -> Vec<Case> {
    let code = |c: char| format!("title: A\ncode: S{c}M1\n");
    vec![
        case(
            "E07",
            "a-zero-width-space",
            code('\u{200b}'),
            &[
                "reads A, code S⟨ZWSP⟩M1",
                "2:8 a zero-width space (U+200B) hides in this line; delete it [hidden-character]",
            ],
        ),
        case(
            "E07",
            "a-zero-width-non-joiner",
            code('\u{200c}'),
            &[
                "reads A, code S⟨ZWNJ⟩M1",
                "2:8 a zero-width non-joiner (U+200C) hides in this line; delete it [hidden-character]",
            ],
        ),
        case(
            "E07",
            "a-zero-width-joiner",
            code('\u{200d}'),
            &[
                "reads A, code S⟨ZWJ⟩M1",
                "2:8 a zero-width joiner (U+200D) hides in this line; delete it [hidden-character]",
            ],
        ),
        case(
            "E07",
            "a-mark-inside-a-text",
            code('\u{feff}'),
            &[
                "reads A, code S⟨BOM⟩M1",
                "2:8 a byte order mark (U+FEFF) hides in this line; delete it [hidden-character]",
            ],
        ),
        case(
            "E07",
            "a-word-joiner",
            code('\u{2060}'),
            &[
                "reads A, code S⟨WJ⟩M1",
                "2:8 a word joiner (U+2060) hides in this line; delete it [hidden-character]",
            ],
        ),
        case(
            "E07",
            "a-soft-hyphen",
            code('\u{ad}'),
            &[
                "reads A, code S⟨SHY⟩M1",
                "2:8 a soft hyphen (U+00AD) hides in this line; delete it [hidden-character]",
            ],
        ),
        case(
            "E07",
            "a-tag-character",
            code('\u{e0041}'),
            &[
                "reads A, code S⟨U+E0041⟩M1",
                "2:8 a tag character (U+E0041) hides in this line; delete it [hidden-character]",
            ],
        ),
        case(
            "E07",
            "a-filler-of-hangul",
            code('\u{3164}'),
            &[
                "reads A, code S⟨U+3164⟩M1",
                "2:8 an invisible character (U+3164) hides in this line; delete it [hidden-character]",
            ],
        ),
        case(
            "E07",
            "an-invisible-times",
            code('\u{2062}'),
            &[
                "reads A, code S⟨U+2062⟩M1",
                "2:8 an invisible character (U+2062) hides in this line; delete it [hidden-character]",
            ],
        ),
        case(
            "E07",
            "many-on-many-lines",
            "title: A\nrequires:\n".to_owned() + &"- a\u{200b}b\n".repeat(50),
            &[
                "reads A",
                "3:4 a zero-width space (U+200B) hides in this line; delete it [hidden-character]",
                "4:4 a zero-width space (U+200B) hides in this line; delete it [hidden-character]",
                "5:4 a zero-width space (U+200B) hides in this line; delete it [hidden-character]",
                "6:4 a zero-width space (U+200B) hides in this line; delete it [hidden-character]",
                "7:4 a zero-width space (U+200B) hides in this line; delete it [hidden-character]",
                "8:4 a zero-width space (U+200B) hides in this line; delete it [hidden-character]",
                "and 4 more",
            ],
        ),
        case(
            "E07",
            "a-joiner-that-persian-needs",
            "title: می\u{200c}خواهم\n",
            &["reads می\u{200c}خواهم"],
        ),
        case(
            "E07",
            "a-joiner-that-an-emoji-needs",
            "title: 👩\u{200d}💻 Developer\n",
            &["reads 👩\u{200d}💻 Developer"],
        ),
    ]
}

fn shapes() -> Vec<Case> {
    vec![
        case(
            "E08",
            "fifty-marks-on-a-letter",
            format!("title: Ae{}B\n", "\u{301}".repeat(50)),
            &["reads Ae\u{301}\u{301}\u{301}\u{301}B"],
        ),
        case(
            "E08",
            "marks-on-nothing",
            format!("title: \"{}\"\n", "\u{301}".repeat(50)),
            &["reads \u{301}\u{301}\u{301}\u{301}"],
        ),
        case(
            "E09",
            "a-family-and-a-flag",
            "title: 👨\u{200d}👩\u{200d}👧\u{200d}👦 🇩🇪 1\u{fe0f}\u{20e3} ❤\u{fe0f}\n",
            &["reads 👨\u{200d}👩\u{200d}👧\u{200d}👦 🇩🇪 1\u{fe0f}\u{20e3} ❤\u{fe0f}"],
        ),
        case(
            "E09",
            "characters-of-two-columns",
            "title: 給与計算の責任者\ncode: 給与1\n",
            &["reads 給与計算の責任者, code 給与1"],
        ),
        case(
            "E10",
            "ends-of-lines-in-one-line",
            "title: \"A\\tB\\nC\\r\\nD\\vE\"\n",
            &[
                "reads A B⏎C⏎D␋E",
                "1:8 a control character (U+000B) stands here as an escape, shown as ␋; delete it [hidden-character]",
            ],
        ),
        case(
            "E11",
            "a-title-of-100-000",
            format!("title: {}\n", "x".repeat(100_000)),
            &["reads xxxxxxxxxx…xxxxxxxxxx (100000 characters)"],
        ),
        case(
            "E12",
            "from-right-to-left",
            "title: مدير الرواتب\nfamily: מנהל שכר\n",
            &["reads مدير الرواتب"],
        ),
        case(
            "E12",
            "devanagari-and-jamo",
            "title: वेतन प्रबंधक\ncode: 한국\n",
            &["reads वेतन प्रबंधक, code 한국"],
        ),
        case("E13", "a-code-in-two-scripts", "title: A\ncode: SМ1\n", &["reads A, code SМ1"]),
        case(
            "E13",
            "characters-for-ones-own-use",
            "title: A\u{e000}\u{f8ff}B\n",
            &["reads A\u{e000}\u{f8ff}B"],
        ),
        case(
            "E13",
            "no-characters",
            "title: A\u{fffe}B\ncode: \u{ffff}\n",
            &["no title", "1:9 a character that is none (U+FFFE) stands here; delete it [syntax]"],
        ),
    ]
}
