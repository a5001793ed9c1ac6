//! What holds for every document, whatever stands in the files.

use super::support::subjects::{library_of, subjects, written};
use super::support::{edges, shipped};
use rolebook::export::{Format, Subject};
use rolebook::interview::{Choice, USUAL, Why, kit};
use rolebook::model::{Library, grouped};
use std::collections::HashSet;

/// Every figure of pay that a job's file gives, as it may be written.
fn figures(library: &Library, job: usize) -> Vec<String> {
    let records = library.jobs()[job].profile.iter().flat_map(|profile| &profile.salary);
    let values = records.flat_map(|record| {
        let factor = record.period.a_year();
        let all = record.base.iter().chain(record.total.iter());
        all.flat_map(move |(_, value)| [value, (value * factor).round()]).collect::<Vec<_>>()
    });
    let values = values.filter(|value| *value >= 1000.0);
    values.flat_map(|value| [grouped(value), value.to_string()]).collect()
}

#[test]
fn without_pay_no_figure_of_it_is_in_any_document() {
    let library = shipped();
    let count = library.jobs().len();
    // A code or a day may hold the digits of a figure; a figure stands on its own.
    let figures: HashSet<String> = (0..count).flat_map(|job| figures(&library, job)).collect();
    let mut checked = 0;
    for from in (0..count).step_by(7) {
        let to = (from + 3) % count;
        for subject in subjects(&library, from, to) {
            for format in Format::ALL {
                let Some(text) = written(&library, &subject, format, false) else { continue };
                let text = text.split_once("</style>").map_or(text.as_str(), |(_, body)| body);
                let words = text.split(|c: char| !c.is_alphanumeric() && c != ',' && c != '.');
                for word in words.flat_map(|word| [word, word.trim_matches([',', '.'])]) {
                    assert!(!figures.contains(word), "{word} {subject:?}");
                }
                for word in [
                    "median a year",
                    "median_pay",
                    "Median pay",
                    "difference of",
                    "\"salary\"",
                    "USD a year",
                ] {
                    assert!(!text.contains(word), "{word} {format:?} {subject:?}");
                }
                checked += 1;
            }
            // An interview kit has none with pay, either.
            if let Subject::Interview(..) = subject {
                let text = |pay| written(&library, &subject, Format::Json, pay);
                assert_eq!(text(true), text(false));
            }
        }
    }
    assert!(checked > 100, "{checked}");
    let shown = written(&library, &Subject::Gap(0, 3, 0.5), Format::Text, true).unwrap();
    assert!(shown.contains("Pay  "), "{shown}");
}

/// The question can be said aloud as it is.
#[track_caller]
fn assert_spoken(question: &str) {
    assert!(question.ends_with('?'), "{question}");
    assert_eq!(question.matches('“').count(), question.matches('”').count(), "{question}");
    assert!(!question.contains("..") && !question.contains(['\n', '⏎']), "{question}");
    let words: Vec<&str> = question.split(' ').collect();
    assert!(words.windows(2).all(|pair| pair[0] != pair[1] && !pair[0].is_empty()), "{question}");
}

/// How a question begins, and whether it asks for a story or for what somebody would do.
fn form(question: &str) -> (&str, bool) {
    let begins = [
        "The person in this role ",
        "One thing that this role asks for ",
        "An example of the level that this role asks for: ",
        "Tell me about a time",
    ];
    let begin = begins.into_iter().find(|begin| question.starts_with(begin)).expect(question);
    let story = question.ends_with("What did you do, and what came of it?");
    assert_eq!(story, question.contains("Tell me about a time when"), "{question}");
    (begin, story)
}

#[test]
fn every_job_that_names_a_competency_has_questions_of_one_form() {
    for library in [shipped(), edges()] {
        for job in 0..library.jobs().len() {
            let kit = kit(&library, job, &Choice::default());
            let plain = kit.asked.iter().filter(|asked| !asked.is_example());
            let begins = plain.map(|asked| form(&asked.question).0);
            assert!(begins.collect::<HashSet<_>>().len() <= 1, "{kit:#?}");
            for asked in &kit.asked {
                assert_spoken(&asked.question);
                assert!(asked.sheet.len() <= 3);
            }
            assert!(kit.asked.len() <= USUAL || kit.why == Why::Must);
        }
    }
}

#[test]
fn every_level_of_every_shipped_competency_can_be_asked_about() {
    let shipped = shipped();
    let mut texts: Vec<String> = Vec::new();
    let mut expected = Vec::new();
    for competency in shipped.competencies() {
        for (level, text) in &competency.levels {
            let told = serde_json::to_string(&text.behaviours).unwrap();
            texts.push(format!(
                "title: T\ncompetencies:\n  x:\n    - name: {}\n      level: {level}\n      \
                 levels: {{ {level}: {{ behaviours: {told} }} }}\n",
                serde_json::to_string(&competency.name).unwrap(),
            ));
            expected.push((text.behaviours[0].trim_end_matches('.').to_lowercase(), *level));
        }
    }
    assert!(texts.len() > 400, "{}", texts.len());
    let library = library_of(&texts);
    for (job, (behaviour, level)) in expected.iter().enumerate() {
        let kit = kit(&library, job, &Choice::default());
        let question = &kit.asked[0].question;
        assert_spoken(question);
        assert_eq!(form(question), ("The person in this role ", *level > 1), "{question}");
        assert!(question.to_lowercase().contains(behaviour), "{question}");
    }
}

#[test]
fn a_question_is_made_from_whatever_a_file_says() {
    let library = library_of(&[
        "title: Dentist\ncompetencies:\n  x:\n    - name: Fillings\n      level: 3\n      \
         levels: { 3: { behaviours: [Filling of a cavity] } }\n    - Rust: 3\n"
            .to_owned(),
        "title: Documentaliste\nlanguage: fr\ncompetencies:\n  x:\n    - name: Offres\n      \
         level: 3\n      levels: { 3: { behaviours: [Prépare les offres., Relit les offres.] } }\n"
            .to_owned(),
        "title: Clerk\ncompetencies:\n  x:\n    - name: Filing\n      level: 3\n      \
         levels: { 3: { statement: Files letters by date. } }\n"
            .to_owned(),
    ]);
    let questions = |job| {
        let kit = kit(&library, job, &Choice::default());
        let told = |asked: &rolebook::interview::Asked<'_>| {
            (asked.question.clone(), asked.apart.map(str::to_owned))
        };
        kit.asked.iter().map(told).collect::<Vec<_>>()
    };
    let then = "Tell me about a time when your work called for that. What did you do, and what came of it?";
    let asks = "One thing that this role asks for";
    assert_eq!(
        questions(0),
        [
            (format!("{asks} is this: “Filling of a cavity.” {then}"), None),
            (format!("{asks} is Rust. {then}"), None)
        ]
    );
    let apart = Some("Prépare les offres.".to_owned());
    assert_eq!(questions(1), [(then.to_owned(), apart)]);
    let told = format!("The person in this role files letters by date. {then}");
    assert_eq!(questions(2), [(told, None)]);
    let french = Subject::Interview(1, Choice::default());
    let text = written(&library, &french, Format::Text, true).unwrap();
    let first = "First say what this role asks for, in its own language:\n\nPrépare les offres.\n";
    assert!(text.contains(&format!("{first}\nThen ask:\n\nTell me about")), "{text}");
    let marked = "- Prépare les offres. (said before the question; listen for the others)\n";
    assert!(text.contains(marked), "{text}");
}

/// A job that asks for these competencies, each with what else its file says.
fn asking(wants: &[(&str, &str)]) -> Library {
    let rows = wants.iter().map(|(name, want)| format!("{{ name: {name}, level: 3{want} }}"));
    let rows: Vec<String> = rows.collect();
    library_of(&[format!("title: T\ncompetencies: {{ x: [ {} ] }}\n", rows.join(", "))])
}

#[test]
fn a_kit_asks_about_the_must_haves_alone_or_about_what_matters_most() {
    let names = ["A", "B", "C", "D", "E", "F", "G"];
    let told = |library: &Library, most| {
        let choice = Choice { only: Vec::new(), most };
        let kit = kit(library, 0, &choice);
        let names = kit.asked.iter().map(|asked| asked.name).collect::<String>();
        let subject = Subject::Interview(0, choice);
        let text = written(library, &subject, Format::Markdown, true).unwrap();
        let first = text.split("## How to use it\n\n- ").nth(1).unwrap().lines().next().unwrap();
        (names, first.to_owned())
    };
    let musts = ["", ", need: must", "", ", need: nice", ", need: must", "", ", importance: 9"];
    let library = asking(&names.into_iter().zip(musts).collect::<Vec<_>>());
    let all = "It asks about the must-haves.".to_owned();
    assert_eq!(told(&library, None), ("BE".to_owned(), all.clone()));
    assert_eq!(told(&library, Some(9)), ("BE".to_owned(), all));
    let some = "It asks about one of the two must-haves.".to_owned();
    assert_eq!(told(&library, Some(1)), ("B".to_owned(), some));
    let none = ["", "", "", ", need: nice", "", "", ", importance: 9"];
    let library = asking(&names.into_iter().zip(none).collect::<Vec<_>>());
    let most =
        |count: &str| format!("No competency is named a must-have: it asks about the {count}.");
    assert_eq!(told(&library, None), ("GABCEF".to_owned(), most("six most important ones")));
    assert_eq!(told(&library, Some(9)), ("GABCEFD".to_owned(), most("seven most important ones")));
    assert_eq!(told(&library, Some(1)), ("G".to_owned(), most("most important one")));
}

/// A library of one job on a scale whose levels do not build on each other.
fn examples(level: &str) -> Library {
    use rolebook::model::{Parts, Scale, Settings};
    use rolebook::store::parse_profiles;
    let text = format!(
        "title: Nurse\ncompetencies:\n  x:\n    - name: Watching\n      level: {level}\n      \
         levels: {{ 2: {{ statement: Watch one child }}, 4: {{ statement: Watch 10 children }}, \
         6: {{ statement: Watch a town }} }}\n"
    );
    let jobs = parse_profiles(std::path::Path::new("a.yaml"), text.as_bytes());
    let levels = (0..=7).map(|number| (number, None)).collect();
    let scale = Scale { cumulative: false, levels };
    let mut settings = Settings::default();
    settings.scales.insert("default".to_owned(), scale);
    let jobs = jobs.into_iter().map(std::sync::Arc::new).collect();
    Library::new(Parts {
        jobs,
        settings: std::sync::Arc::new(settings),
        complete: true,
        ..Parts::default()
    })
}

#[test]
fn an_example_is_told_as_one_and_judged_by_the_levels_that_have_a_text() {
    let library = examples("4.5");
    let kit = kit(&library, 0, &Choice::default());
    let asked = &kit.asked[0];
    let begin = "An example of the level that this role asks for: “Watch 10 children.” ";
    assert!(asked.question.starts_with(begin), "{}", asked.question);
    assert!(asked.question.contains("called for something like that."), "{}", asked.question);
    let levels: Vec<u8> = asked.sheet.iter().map(|mark| mark.number).collect();
    assert_eq!(levels, [2, 4, 6]);
    let text = written(&library, &Subject::Interview(0, Choice::default()), Format::Text, true);
    let text = text.unwrap().split_whitespace().collect::<Vec<_>>().join(" ");
    let once = "On the scale “default” a level does not include those below it";
    assert_eq!(text.matches(once).count(), 1, "{text}");
}

#[test]
fn a_level_without_a_text_is_neither_on_the_sheet_nor_among_the_scores() {
    let scores = |level| {
        let library = examples(level);
        let kit = kit(&library, 0, &Choice::default());
        kit.asked[0].scores().collect::<Vec<_>>().join(" ")
    };
    assert_eq!(scores("4"), "not shown below required above");
    assert_eq!(scores("3"), "not shown required above");
    assert_eq!(scores("7"), "not shown below required");
    assert_eq!(scores("1.5"), "not shown required above");
    let kit = Subject::Interview(0, Choice::default());
    let text = written(&examples("1.5"), &kit, Format::Text, true).unwrap();
    assert!(text.contains("- required: 1.5: not in file\n"), "{text}");
    assert!(!text.contains("counts for"), "{text}");
}

#[test]
fn what_the_question_tells_is_marked_on_the_sheet() {
    let kit = Subject::Interview(0, Choice::default());
    let text = written(&shipped(), &kit, Format::Markdown, true).unwrap();
    let asked = text.matches("\n**").count();
    assert!(asked > 1, "{text}");
    assert_eq!(text.matches("(in the question; listen for the others)").count(), asked, "{text}");
}

#[test]
fn lines_of_text_are_no_wider_than_the_page() {
    use rolebook::export::text::Layout;
    use unicode_width::UnicodeWidthStr;
    for library in [shipped(), edges()] {
        for subject in subjects(&library, 0, 4) {
            for columns in [40, 73, 120] {
                let layout = Layout { columns, escapes: false };
                let text = subject.written(&library, Format::Text, true, layout).unwrap();
                for line in text.lines() {
                    assert!(line.width() <= columns, "{columns}: {line:?}");
                }
            }
        }
    }
}

#[test]
fn a_text_of_several_paragraphs_and_lines_reads_as_such() {
    let library = library_of(&[
        "title: A\nsummary: |\n  One line\n  and its end.\n\n  Two.\nresponsibilities:\n  - |\n    Plans\n    the week.\n",
        "title: B\nsummary: >\n  One line\n  and its end.\n\n  Two.\n",
    ]);
    for job in [0, 1] {
        let text = |format| written(&library, &Subject::Jobs(vec![job]), format, true).unwrap();
        let page = text(Format::Html);
        assert!(page.contains("<p>One line and its end.</p>\n<p>Two.</p>"), "{page}");
        let markdown = text(Format::Markdown);
        assert!(markdown.contains("\n\nOne line and its end.\n\nTwo.\n"), "{markdown}");
    }
    for subject in subjects(&library, 0, 1) {
        for format in [Format::Text, Format::Markdown, Format::Html, Format::Csv] {
            let Some(text) = written(&library, &subject, format, true) else { continue };
            assert!(!text.contains('⏎'), "{text}");
        }
    }
    let text = written(&library, &Subject::Jobs(vec![0]), Format::Text, true).unwrap();
    assert!(text.contains("- Plans the week."), "{text}");
}

#[test]
fn a_matrix_tells_its_baseline_and_how_far_each_level_is_from_it() {
    use rolebook::export::views::CompareOptions;
    let library = library_of(&[
        "title: A\ncompetencies: { x: [ { name: Rust, level: 3 }, { name: SQL, level: 3 } ] }\n",
        "title: B\ncompetencies: { x: [ { name: Rust, level: 4.5 }, { name: SQL, level: 3 } ] }\n",
    ]);
    let text = |jobs: &[usize], baseline| {
        let options = CompareOptions { baseline, ..CompareOptions::default() };
        written(&library, &Subject::Compare(jobs.to_vec(), options), Format::Html, true).unwrap()
    };
    let page = text(&[0, 1], 0);
    assert!(page.contains(">A (baseline)</th>") && page.contains("4.5 (▲\u{a0}+1.5)"), "{page}");
    assert!(page.contains("2 in all, 1 of them differs from the baseline; by group."), "{page}");
    let turned = text(&[0, 1], 1);
    assert!(
        turned.contains(">B (baseline)</th>")
            && turned.contains("3 Moderate experience (▼\u{a0}−1.5)")
    );
    assert!(!page.contains("size: landscape"));
    assert!(text(&[0, 1, 0, 1], 0).contains("size: landscape"));
}
