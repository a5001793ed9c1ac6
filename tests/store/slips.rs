//! Slips of the hand, and exactly what is told about them.

/// What stands in the file, and what is told.
pub const SLIPS: &[(&str, &[&str])] = &[
    // Characters and marks that nobody meant to type.
    (
        "title: Payroll\u{200b} Supervisor\ncode: F\u{202e}A1\n",
        &[
            "1:15 a zero-width space (U+200B) hides in this line; delete it [hidden-character]",
            "2:8 a right-to-left override (U+202E) changes the order in which this line is read; delete it [hidden-character]",
        ],
    ),
    ("title: A\ncode: F\u{feff}A1 # rolebook: allow hidden-character\n", &[]),
    (
        "title: A\nsummary: An\u{ad}alyst\n---\ntitle: B\ncode: F\u{2060}A1\n",
        &[
            "2:12 a soft hyphen (U+00AD) hides in this line; delete it [hidden-character]",
            "#2 5:8 a word joiner (U+2060) hides in this line; delete it [hidden-character]",
        ],
    ),
    ("title: A\u{1b}[0m\n", &["1:9 a control character (U+001B) stands here; delete it [syntax]"]),
    (
        "title: A\ncode 1\nlevel: 2\nfamily: B\u{1b}\n",
        &[
            "2:1 a key and a colon were expected here, as in `family: Finance` [syntax]",
            "4:10 control character U+001B, shown as ␛; delete it [control-character]",
        ],
    ),
    (
        "title: A\n>>>>>>> b\ncode: 1\n",
        &[
            "2:1 merge conflict markers at line 2; keep one side and delete the lines that begin with <<<<<<<, ======= and >>>>>>> [merge-conflict]",
        ],
    ),
    // What reads without an error and is something else than was meant.
    (
        "title: A\nsummary: Handles ticket #12 and more\n",
        &[
            "2:25 a space and a # begin a comment, so this text ends before “#12”; put the whole text in quotes, or a space behind the # of a comment [comment-in-text]",
        ],
    ),
    (
        "title: A\nresponsibilities:\n- #1 in sales\n- Leads the #payroll channel\n- Speaks C# and F#\n",
        &[
            "3:3 a space and a # begin a comment, so this text ends before “#1”; put the whole text in quotes, or a space behind the # of a comment [comment-in-text]",
            "4:13 a space and a # begin a comment, so this text ends before “#payroll”; put the whole text in quotes, or a space behind the # of a comment [comment-in-text]",
        ],
    ),
    (
        "title: A\nsummary: Handles ticket #12\n  and more\n",
        &[
            "2:25 a space and a # begin a comment, but the text goes on below; put the whole text in quotes [syntax]",
            "2:25 a space and a # begin a comment, so this text ends before “#12”; put the whole text in quotes, or a space behind the # of a comment [comment-in-text]",
        ],
    ),
    ("title: A # the #1 title\ncode: 3 #12\nsummary: Leads. #12\nfamily: Sales #TODO\n", &[]),
    ("title: Technician #2 # rolebook: allow comment-in-text\n", &[]),
    (
        "title: A\nsalary:\n  base: { p25: 61.200, p50: 61.2, p75: 0.200, p90: 1200.500 }\n",
        &["3:16 p25: 61.200 is read as 61.2; write 61200 if thousands are meant [dot-in-number]"],
    ),
    ("title: A\nsalary: { period: hour, base: { p50: 17.250 } }\n", &[]),
    (
        "title: A\nsalary: { period: month, total: { p50: 3.100 }, base: { p50: 1.234.567 } }\n",
        &[
            "2:40 p50: 3.100 is read as 3.1; write 3100 if thousands are meant [dot-in-number]",
            "2:62 p50: “1.234.567” is not a number; write 1234567 [not-a-number]",
        ],
    ),
    (
        "title: A\ncompetencies:\n  general:\n  - Payroll:3\n  - Vendors: 2\n",
        &["4:5 a competency: a space is missing after the colon of “Payroll” [missing-space]"],
    ),
    (
        "title: A\ndeclared: { core:8 }\nsalary: { base: { p50:61200 } }\n",
        &[
            "2:13 declared: a space is missing after the colon of “core” [missing-space]",
            "3:19 base: a space is missing after the colon of “p50” [missing-space]",
        ],
    ),
    (
        "title: A\nresponsibilities:\n  -Leads.\n  -Trains.\n",
        &[
            "3:3 responsibilities: a space is missing after the dash of “-Leads. -Trains.” [missing-space]",
        ],
    ),
    (
        "title: A\nresponsibilities:\n- Leads the team.\n  - Trains it.\n",
        &[
            "4:3 this item is indented too far, so it continues the text above; align its dash with the other dashes [indented-item]",
        ],
    ),
    (
        "title: A\rresponsibilities:\r- Leads the team.\r  - Trains it.\r",
        &[
            "4:3 this item is indented too far, so it continues the text above; align its dash with the other dashes [indented-item]",
        ],
    ),
    (
        "title: A\nresponsibilities: |\n  • Leads.\n  • Trains.\nrequires:\n  – One\n  – Two\n",
        &[
            "3:3 responsibilities: • begins no item; write `- ` before each, on a line of its own [wrong-shape]",
            "6:3 requires: – begins no item; write `- ` before each, on a line of its own [wrong-shape]",
        ],
    ),
    (
        "title: A\nresponsibilities:\n• Leads.\n• Trains.\n",
        &["3:1 • begins no item; write `- ` in its place, on every such line [syntax]"],
    ),
    (
        "title: A\nresponsibilities:\n* Leads.\n* Trains.\n",
        &["3:1 * begins no item; write `- ` in its place, on every such line [syntax]"],
    ),
    (
        "title: A\nlvl: \"# rolebook: allow unknown-key\"\nsummary: |\n  # rolebook: allow unknown-keys\nlevl: 'x\n  y' # rolebook: allow tag\n",
        &[
            "2:1 unknown key “lvl”; did you mean level? [unknown-key]",
            "5:1 unknown key “levl”; did you mean level? [unknown-key]",
        ],
    ),
    (
        "title: A\nalso_known_as: B, C]\n",
        &[
            "2:16 also_known_as: “B, C]” ends with a bracket that was not opened; write [ before it, or put the whole text in quotes [wrong-shape]",
        ],
    ),
    (
        "title: A\nsalary:\ncurrency: USD\n",
        &["3:1 currency belongs below `salary:`; indent it by two spaces [unknown-key]"],
    ),
    (
        "title: A\nsummary: ‘Leads.’\nfamily: „Sales“\ntrack: “A” and “B”\n",
        &[
            "2:10 summary: the typographic quotation marks are part of the text; delete them, or type plain ones [smart-quotes]",
            "3:9 family: the typographic quotation marks are part of the text; delete them, or type plain ones [smart-quotes]",
        ],
    ),
    // What is no YAML, with its cause.
    (
        "title:Payroll\n",
        &["1:1 a profile: a space is missing after the colon of “title” [missing-title]"],
    ),
    ("title:Payroll\ncode: 1\n", &["1:1 a space is missing after the colon of “title” [syntax]"]),
    (
        "title: A\ncode:1\nlevel: M01\n",
        &["2:1 a space is missing after the colon of “code” [syntax]"],
    ),
    (
        "title: A\nsalary:\n  currency:USD\n  period: year\n",
        &["3:3 a space is missing after the colon of “currency” [syntax]"],
    ),
    (
        "title Payroll\ncode: 1\n",
        &["1:1 a colon and a space are missing on this line, as in `family: Finance` [syntax]"],
    ),
    (
        "title: A\ncode 1\nlevel: 2\n",
        &["2:1 a key and a colon were expected here, as in `family: Finance` [syntax]"],
    ),
    (
        "title: A\nresponsibilities:\n  - Leads.\n  -Trains.\n",
        &["4:3 a space is missing after this dash [syntax]"],
    ),
    (
        "title: A\nresponsibilities:\n- Leads.\nTrains.\n- Signs.\n",
        &[
            "4:1 this line is neither an item nor a key; begin it with a dash, or indent it further than the dash above if it continues that item [syntax]",
        ],
    ),
    (
        "title: A\nresponsibilities:\n- \"Yes, it is.\n- No.\ncode: \"1\"\n",
        &["3:3 a quotation mark is opened and never closed [syntax]"],
    ),
    (
        "title: 'Bachelor's degree'\n",
        &[
            "1:18 a text that begins with a quotation mark must end with it; put the whole text in quotes of the other kind [syntax]",
        ],
    ),
    (
        "title: A\nalso_known_as: [B, C\ncode: 1\n",
        &["2:16 a bracket is opened and never closed [syntax]"],
    ),
    (
        "title: A\nalso_known_as: [\n  B,\n  C\ncode: 1\n",
        &["2:16 a bracket is opened and never closed [syntax]"],
    ),
    (
        "title: A\nsalary: { base: { p50: 1 }\ncode: 1\n",
        &["2:9 a bracket is opened and never closed [syntax]"],
    ),
    ("title: A\ncode: ]\n", &["2:7 a bracket is closed that was not opened [syntax]"]),
    ("title: A\nalso_known_as: [B}\n", &["2:16 a bracket is closed that was not opened [syntax]"]),
    (
        "title: A\nalso_known_as: [B, C]]\n",
        &["2:22 a bracket is closed that was not opened [syntax]"],
    ),
    (
        "title: A\nsalary: { currency: USD period: year }\n",
        &[
            "2:31 in brackets a comma belongs between two entries; if this is a text, put the whole text in quotes [syntax]",
        ],
    ),
    (
        " title: A\ncode: 1\n",
        &[
            "2:1 the lines above are indented and this one is not; begin all keys of a file in the first column [syntax]",
        ],
    ),
    (
        "title: A\nsalary:\n  currency: USD\n period: year\n",
        &[
            "4:2 this line does not fit in with the lines above; align it with its neighbours [syntax]",
        ],
    ),
    (
        "title: A\nsalary:\n  currency: USD\n    period: year\n",
        &["4:5 this line is indented too far; align it with its neighbours [syntax]"],
    ),
    (
        "title: A\n\tcode: 1\n",
        &["2:1 this line begins with a tab; indent with spaces [tab-indentation]"],
    ),
    (
        "title: A\nsalary:\n  currency: USD\n\tperiod: year\n",
        &["4:1 this line begins with a tab; indent with spaces [tab-indentation]"],
    ),
    (
        "title: A\nresponsibilities: - Leads.\n- Trains.\n",
        &[
            "2:19 a dash and a space begin an item, on a line of its own; if this is a text, put the whole text in quotes [syntax]",
        ],
    ),
    (
        "title: A\nsummary: \"a \\d b\"\n",
        &[
            "2:10 a backslash has a meaning between double quotes; write it twice, or use single quotes [syntax]",
        ],
    ),
    (
        "title: A\nsummary: |\n  One.\n Two.\n",
        &[
            "4:2 this line does not fit in with the lines above; align it with its neighbours [syntax]",
        ],
    ),
    (
        "title: A\nsalary: { base: [1, 2] }\n",
        &[
            "2:17 base: keys and values belong here, not a list, as in `base: { p25: 55000, p50: 61200 }` [wrong-shape]",
        ],
    ),
    (
        "title: [[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[\n",
        &["1:40 nested deeper than 32 levels; no profile needs that [too-large]"],
    ),
    // First characters that YAML takes for its own.
    (
        "title: A\nresponsibilities:\n- *All* of it.\n- Trains.\n",
        &["3:3 a text cannot begin with *; put the whole text in quotes [syntax]"],
    ),
    (
        "title: A\nresponsibilities:\n- * All of it.\n- Trains.\n",
        &["3:3 a text cannot begin with &, * or !; put the whole text in quotes [syntax]"],
    ),
    (
        "title: A\nresponsibilities:\n- &Co runs it.\n- Trains.\n",
        &[
            "3:3 an anchor (&Co) is not read here; write out what it stands for, or put the whole text in quotes [anchor]",
        ],
    ),
    (
        "title: A\nresponsibilities:\n- & runs it.\n- Trains.\n",
        &["3:3 a text cannot begin with &, * or !; put the whole text in quotes [syntax]"],
    ),
    (
        "title: A\nresponsibilities:\n- @home\n- Trains.\n",
        &["3:3 a text cannot begin with @; put the whole text in quotes [syntax]"],
    ),
    (
        "title: A\nresponsibilities:\n- %x of it.\n- Trains.\n",
        &["3:3 a text cannot begin with %; put the whole text in quotes [syntax]"],
    ),
    (
        "title: A\nresponsibilities:\n- [Some] of it.\n- Trains.\n",
        &["3:3 a text cannot begin with [; put the whole text in quotes [syntax]"],
    ),
    (
        "title: A\nresponsibilities:\n- {Some} of it.\n- Trains.\n",
        &["3:3 a text cannot begin with {; put the whole text in quotes [syntax]"],
    ),
    (
        "title: A\nresponsibilities:\n- > 5 years\n- Trains.\n",
        &["3:3 a text cannot begin with > or |; put the whole text in quotes [syntax]"],
    ),
    (
        "title: A\nresponsibilities:\n- | x\n- Trains.\n",
        &["3:3 a text cannot begin with > or |; put the whole text in quotes [syntax]"],
    ),
    (
        "title: A\nresponsibilities:\n- !Important: this\n- Trains.\n",
        &[
            "3:3 a tag (!Important:) is not read here; delete it, or put the whole text in quotes [tag]",
        ],
    ),
    (
        "title: A\nresponsibilities:\n- 'Some' of it.\n- Trains.\n",
        &[
            "3:10 a text that begins with a quotation mark must end with it; put the whole text in quotes of the other kind [syntax]",
        ],
    ),
    (
        "title: A\nresponsibilities:\n- \"Some\" of it.\n- Trains.\n",
        &[
            "3:10 a text that begins with a quotation mark must end with it; put the whole text in quotes of the other kind [syntax]",
        ],
    ),
    (
        "title: A\nresponsibilities:\n- `Some` of it.\n- Trains.\n",
        &["3:3 a text cannot begin with `; put the whole text in quotes [syntax]"],
    ),
    (
        "title: A\nresponsibilities:\n- ? Some\n- Trains.\n",
        &[
            "3:3 responsibilities: a colon and a space make “Some” a key; put the whole text in quotes [colon-in-text]",
        ],
    ),
    (
        "title: A\nresponsibilities:\n- - Some\n- Trains.\n",
        &["3:3 responsibilities: a text belongs here, not a list [wrong-shape]"],
    ),
];
