//! Files whose bytes or line ends are not what a reader of text expects.

use super::{Case, case};

pub fn cases() -> Vec<Case> {
    let mut cases = marks_and_ends();
    cases.extend(encodings());
    cases.extend(nothing());
    cases.extend(tabs());
    cases.extend(look_alikes());
    cases.extend(conflicts());
    cases
}

fn marks_and_ends() -> Vec<Case> {
    let expected = ["reads A, code 1", "3:1 unknown key “lvl”; did you mean level? [unknown-key]"];
    vec![
        case("Y16", "a-byte-order-mark", "\u{feff}title: A\ncode: 1\nlvl: 2\n", &expected),
        case(
            "Y16",
            "two-byte-order-marks",
            "\u{feff}\u{feff}title: A\ncode: 1\n",
            &[
                "reads A, code 1",
                "1:1 a byte order mark (U+FEFF) hides in this line; delete it [hidden-character]",
            ],
        ),
        case(
            "Y16",
            "a-byte-order-mark-before-a-key",
            "title: A\n\u{feff}code: 1\n",
            &["no title", "2:1 there is an invisible byte order mark here; delete it [syntax]"],
        ),
        case(
            "Y16",
            "a-byte-order-mark-before-a-document",
            "title: A\n---\n\u{feff}title: B\n",
            &[
                "reads A",
                "no title",
                "3:1 there is an invisible byte order mark here; delete it [syntax]",
            ],
        ),
        case("Y17", "windows-line-ends", "title: A\r\ncode: 1\r\nlvl: 2\r\n", &expected),
        case("Y17", "old-macintosh-line-ends", "title: A\rcode: 1\rlvl: 2\r", &expected),
        case("Y17", "line-ends-of-all-kinds", "title: A\r\ncode: 1\rlvl: 2\n", &expected),
        case(
            "Y17",
            "a-mark-and-windows-line-ends",
            "\u{feff}title: A\r\ncode: 1\r\nlvl: 2\r\n",
            &expected,
        ),
        case("Y17", "no-line-end-at-the-end", "title: A\ncode: 1\nlvl: 2", &expected),
        case(
            "Y17",
            "an-error-behind-the-last-line-end",
            "title: [A\r",
            &["no title", "1:8 a bracket is opened and never closed [syntax]"],
        ),
        case(
            "Y17",
            "line-ends-of-unicode",
            "title: A\u{2028}B\ncode: 1\u{85}lvl: 2\n",
            &[
                "no title",
                "2:12 a colon and a space inside a text make it a key; put the whole text in quotes [syntax]",
            ],
        ),
        case(
            "Y17",
            "a-bracket-below-old-macintosh-line-ends",
            "title: A\rcode: [1\rlevel: 2\r\n",
            &["no title", "2:7 a bracket is opened and never closed [syntax]"],
        ),
    ]
}

fn encodings() -> Vec<Case> {
    let text = "title: A\ncode: 1\n";
    let utf16 =
        |bytes: fn(u16) -> [u8; 2]| text.encode_utf16().flat_map(bytes).collect::<Vec<u8>>();
    let (little, big) = (utf16(u16::to_le_bytes), utf16(u16::to_be_bytes));
    let wide: Vec<u8> = text.chars().flat_map(|c| (c as u32).to_le_bytes()).collect();
    let with = |mark: &[u8], bytes: &[u8]| [mark, bytes].concat();
    let mut seed = 0x9e37_79b9_7f4a_7c15_u64;
    let noise = (0..4_096).map(|_| {
        seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
        // No zero byte, which would end the matter at once.
        seed.to_be_bytes()[0].max(1)
    });
    vec![
        case(
            "Y18",
            "utf-16-little",
            with(b"\xff\xfe", &little),
            &["no title", "file is UTF-16; save it as UTF-8 [not-utf8]"],
        ),
        case(
            "Y18",
            "utf-16-big",
            with(b"\xfe\xff", &big),
            &["no title", "file is UTF-16; save it as UTF-8 [not-utf8]"],
        ),
        case(
            "Y18",
            "utf-16-little-without-a-mark",
            little,
            &["no title", "file is UTF-16; save it as UTF-8 [not-utf8]"],
        ),
        case(
            "Y18",
            "utf-16-big-without-a-mark",
            big,
            &["no title", "file is UTF-16; save it as UTF-8 [not-utf8]"],
        ),
        case(
            "Y18",
            "utf-32-little",
            with(b"\xff\xfe\0\0", &wide),
            &["no title", "file is UTF-16; save it as UTF-8 [not-utf8]"],
        ),
        case(
            "Y18",
            "utf-32-big-without-a-mark",
            text.chars().flat_map(|c| (c as u32).to_be_bytes()).collect::<Vec<u8>>(),
            &["no title", "1:1 file is no text: there is a zero byte [not-utf8]"],
        ),
        case(
            "Y19",
            "latin-1",
            b"title: A\ncode: \xe9\n",
            &[
                "reads A, code \u{fffd}",
                "2:7 not UTF-8 at line 2, column 7 (byte 16); save the file as UTF-8 [not-utf8]",
            ],
        ),
        case(
            "Y19",
            "latin-1-far-into-a-line",
            b"title: A\nlevel: caf\xe9\nlvl: 2\n",
            &[
                "reads A",
                "2:11 not UTF-8 at line 2, column 11 (byte 20); save the file as UTF-8 [not-utf8]",
                "3:1 unknown key “lvl”; did you mean level? [unknown-key]",
            ],
        ),
        case(
            "Y19",
            "random-bytes",
            noise.collect::<Vec<u8>>(),
            &[
                "no title",
                "1:1 a control character (U+0018) stands here; delete it [syntax]",
                "1:2 not UTF-8 at line 1, column 2 (byte 2); save the file as UTF-8 [not-utf8]",
            ],
        ),
        case(
            "Y19",
            "a-zero-byte-at-the-start",
            b"\0title: A\n",
            &["no title", "1:1 file is no text: there is a zero byte [not-utf8]"],
        ),
        case(
            "Y19",
            "a-zero-byte",
            b"title: A\ncode: \0\n",
            &["no title", "2:7 file is no text: there is a zero byte [not-utf8]"],
        ),
        case(
            "Y19",
            "zero-bytes-only",
            vec![0; 1_000],
            &["no title", "1:1 file is no text: there is a zero byte [not-utf8]"],
        ),
        case(
            "Y19",
            "an-overlong-slash",
            b"title: A\ncode: \xc0\xaf\n",
            &[
                "reads A, code \u{fffd}\u{fffd}",
                "2:7 not UTF-8 at line 2, column 7 (byte 16); save the file as UTF-8 [not-utf8]",
            ],
        ),
        case(
            "Y19",
            "half-of-a-pair",
            b"title: A\ncode: \xed\xa0\x80\n",
            &[
                "reads A, code \u{fffd}\u{fffd}\u{fffd}",
                "2:7 not UTF-8 at line 2, column 7 (byte 16); save the file as UTF-8 [not-utf8]",
            ],
        ),
        case(
            "Y19",
            "a-character-cut-short",
            b"title: A\ncode: \xe2\x82",
            &[
                "reads A, code \u{fffd}",
                "2:7 not UTF-8 at line 2, column 7 (byte 16); save the file as UTF-8 [not-utf8]",
            ],
        ),
        case(
            "Y19",
            "beyond-the-last-character",
            b"title: A\ncode: \xf4\x90\x80\x80\n",
            &[
                "reads A, code \u{fffd}\u{fffd}\u{fffd}\u{fffd}",
                "2:7 not UTF-8 at line 2, column 7 (byte 16); save the file as UTF-8 [not-utf8]",
            ],
        ),
        case(
            "Y19",
            "the-start-of-an-archive",
            b"PK\x03\x04\x14\0\0\0\x08\0",
            &["no title", "1:6 file is no text: there is a zero byte [not-utf8]"],
        ),
        case(
            "Y19",
            "the-start-of-a-picture",
            b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR",
            &["no title", "3:1 file is no text: there is a zero byte [not-utf8]"],
        ),
    ]
}

fn nothing() -> Vec<Case> {
    vec![
        case(
            "Y20",
            "nothing",
            "",
            &["no title", "the file is empty; no profile in this file [no-profile]"],
        ),
        case(
            "Y20",
            "one-line-end",
            "\n",
            &["no title", "the file is empty; no profile in this file [no-profile]"],
        ),
        case(
            "Y20",
            "blanks",
            "  \n\t\n",
            &["no title", "the file is empty; no profile in this file [no-profile]"],
        ),
        case(
            "Y20",
            "a-byte-order-mark-alone",
            "\u{feff}",
            &["no title", "no profile in this file; one begins with `title:` [no-profile]"],
        ),
        case(
            "Y20",
            "comments-alone",
            "# nothing\n# yet\n",
            &["no title", "no profile in this file; one begins with `title:` [no-profile]"],
        ),
        case(
            "Y20",
            "a-start-alone",
            "---",
            &["no title", "no profile in this file; one begins with `title:` [no-profile]"],
        ),
        case(
            "Y20",
            "a-start-and-an-end",
            "---\n...\n",
            &["no title", "no profile in this file; one begins with `title:` [no-profile]"],
        ),
        case(
            "Y20",
            "a-directive-alone",
            "%YAML 1.2\n",
            &["no title", "no profile in this file; one begins with `title:` [no-profile]"],
        ),
        case(
            "Y20",
            "starts-and-comments",
            "# nothing\n---\n# yet\n---\n",
            &["no title", "no profile in this file; one begins with `title:` [no-profile]"],
        ),
        case(
            "Y20",
            "a-null",
            "~\n",
            &["no title", "1:1 a profile: keys and values belong here, not a text [missing-title]"],
        ),
    ]
}

fn tabs() -> Vec<Case> {
    vec![
        case(
            "Y15",
            "a-tab-before-a-key",
            "title: A\nsalary:\n\tcurrency: USD\n",
            &["no title", "3:1 this line begins with a tab; indent with spaces [tab-indentation]"],
        ),
        case("Y15", "a-tab-before-the-first-key", "\ttitle: A\n", &["reads A"]),
        case("Y15", "a-tab-after-spaces", "title: A\nsalary:\n  \tcurrency: USD\n", &["reads A"]),
        case(
            "Y15",
            "a-tab-before-a-dash",
            "title: A\nrequires:\n\t- B\n",
            &["no title", "3:1 this line begins with a tab; indent with spaces [tab-indentation]"],
        ),
        case("Y15", "a-tab-behind-a-dash", "title: A\nrequires:\n-\tB\n", &["reads A"]),
        case("Y15", "a-tab-behind-a-colon", "title:\tA\ncode: 1\n", &["reads A, code 1"]),
        case(
            "Y15",
            "tabs-in-windows-lines",
            "title: A\r\nsalary:\r\n\tcurrency: USD\r\n",
            &["no title", "3:1 this line begins with a tab; indent with spaces [tab-indentation]"],
        ),
        case(
            "Y15",
            "a-tab-in-brackets",
            "title: A\nrequires: [\n\tB\n]\n",
            &["no title", "3:1 this line begins with a tab; indent with spaces [tab-indentation]"],
        ),
    ]
}

fn look_alikes() -> Vec<Case> {
    vec![
        case(
            "Y31",
            "a-full-width-colon",
            "title：A\n",
            &[
                "no title",
                "1:1 a profile: “title：A” holds a full-width colon (：); type a plain one and a space [missing-title]",
            ],
        ),
        case(
            "Y31",
            "a-full-width-colon-among-keys",
            "title: A\ncode： 1\nlevel: 2\n",
            &[
                "no title",
                "2:5 this line cannot be read; it holds a full-width colon (：); type a plain one and a space [syntax]",
            ],
        ),
        case(
            "Y31",
            "a-no-break-space-before-a-key",
            "title: A\n\u{a0}code: 1\n",
            &[
                "reads A",
                "2:1 unknown key “\u{a0}code”; it holds a no-break space (U+00A0); type a plain space [unknown-key]",
            ],
        ),
        case(
            "Y31",
            "a-no-break-space-behind-a-colon",
            "title: A\ncode:\u{a0}1\nlevel: 2\n",
            &[
                "no title",
                "2:6 this line cannot be read; it holds a no-break space (U+00A0); type a plain space [syntax]",
            ],
        ),
        case(
            "Y31",
            "no-break-spaces-for-an-indent",
            "title: A\nsalary:\n\u{a0}\u{a0}currency: USD\n",
            &[
                "reads A",
                "3:1 unknown key “\u{a0}\u{a0}currency”; it holds a no-break space (U+00A0); type a plain space [unknown-key]",
            ],
        ),
        case(
            "Y31",
            "a-full-width-space",
            "title: A\nsalary:\n\u{3000}currency: USD\n",
            &[
                "reads A",
                "3:1 unknown key “\u{3000}currency”; it holds a full-width space (U+3000); type a plain space [unknown-key]",
            ],
        ),
        case(
            "Y31",
            "a-full-width-dash",
            "title: A\nrequires:\n－ B\n",
            &[
                "no title",
                "3:1 this line cannot be read; it holds a full-width dash (－); type a plain one and a space [syntax]",
            ],
        ),
        case("Y31", "full-width-commas", "title: A\nrequires: [B， C]\n", &["reads A"]),
        case(
            "Y31",
            "quotation-marks-of-a-word-processor",
            "title: “A”\n",
            &[
                "reads “A”",
                "1:8 title: the typographic quotation marks are part of the text; delete them, or type plain ones [smart-quotes]",
            ],
        ),
        case(
            "Y31",
            "a-quotation-mark-that-never-was",
            "title: “A\ncode: 1” x: 2\n",
            &[
                "no title",
                "2:11 a colon and a space inside a text make it a key; put the whole text in quotes [syntax]",
            ],
        ),
    ]
}

fn conflicts() -> Vec<Case> {
    vec![
        case(
            "Y32",
            "a-merge-left-to-a-person",
            "title: A\n<<<<<<< HEAD\ncode: 1\n=======\ncode: 2\n>>>>>>> b\n",
            &[
                "no title",
                "2:1 merge conflict markers at line 2; keep one side and delete the lines that begin with <<<<<<<, ======= and >>>>>>> [merge-conflict]",
            ],
        ),
        case(
            "Y32",
            "a-merge-with-its-base",
            "title: A\n<<<<<<< a\ncode: 1\n||||||| c\ncode: 3\n=======\ncode: 2\n>>>>>>> b\n",
            &[
                "no title",
                "2:1 merge conflict markers at line 2; keep one side and delete the lines that begin with <<<<<<<, ======= and >>>>>>> [merge-conflict]",
            ],
        ),
        case(
            "Y32",
            "the-middle-of-a-merge",
            "title: A\n=======\ncode: 1\n",
            &[
                "no title",
                "2:1 merge conflict markers at line 2; keep one side and delete the lines that begin with <<<<<<<, ======= and >>>>>>> [merge-conflict]",
            ],
        ),
        case(
            "Y32",
            "the-end-of-a-merge",
            "title: A\r\n>>>>>>> b\r\ncode: 1\r\n",
            &[
                "no title",
                "2:1 merge conflict markers at line 2; keep one side and delete the lines that begin with <<<<<<<, ======= and >>>>>>> [merge-conflict]",
            ],
        ),
        case(
            "Y32",
            "a-merge-in-one-of-two",
            "title: A\n---\ntitle: B\n<<<<<<< a\ncode: 1\n",
            &[
                "reads A",
                "no title",
                "4:1 merge conflict markers at line 4; keep one side and delete the lines that begin with <<<<<<<, ======= and >>>>>>> [merge-conflict]",
            ],
        ),
        case(
            "Y32",
            "arrows-that-are-text",
            "title: A\nsummary: |\n  <<<<<<< no\n  =======\n",
            &["reads A"],
        ),
    ]
}
