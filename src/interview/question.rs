//! From a behaviour to a question that can be said aloud.
//!
//! A behaviour such as "Plans the shifts of a ward." is a sentence that lacks nothing but somebody
//! who does it, so it is given one and stays word for word what the file says. What is written in
//! another way is quoted, what is only an example is called one, and what is in another language
//! is said before our sentence.

/// What a question is made from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Matter<'a> {
    /// What people do at the level that the job requires.
    Text(&'a str),
    /// The name of the competency alone, since no file tells more.
    Name(&'a str),
}

/// How the matter of a question is put; the same for all questions of a kit but those about examples.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Form {
    /// As what the person in the role does.
    Told,
    /// Word for word, in quotes.
    Quoted,
    /// Word for word, as an example of something.
    Example,
    /// Before the question, since it is not in the question's language.
    Apart,
}

impl Form {
    /// The form that suits all of these texts, of which each comes with those that stand beside it
    /// in its file; they show in which way it is written.
    pub fn of<'a>(mut texts: impl Iterator<Item = (&'a str, Vec<&'a str>)>, english: bool) -> Self {
        let is_told = |(text, beside): (&str, Vec<&str>)| {
            is_one_sentence(text) && std::iter::once(text).chain(beside).all(lacks_only_who)
        };
        match english {
            false => Form::Apart,
            true if texts.all(is_told) => Form::Told,
            true => Form::Quoted,
        }
    }
}

/// What is asked for.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Call {
    /// Something like the matter, which is an example, instead of the matter itself.
    pub example: bool,
    /// What somebody would do, since nobody need have done it yet.
    pub only_known: bool,
}

/// The question that opens the talk about a competency. Of what is only to be known it asks what
/// somebody would do, of everything else what they have done.
#[must_use]
pub fn question(matter: Matter<'_>, form: Form, call: Call) -> String {
    let opening = match (matter, form) {
        (_, Form::Apart) => String::new(),
        (Matter::Name(name), Form::Told) => {
            format!("The person in this role brings {}. ", bare(name))
        }
        (Matter::Name(name), Form::Quoted | Form::Example) => {
            format!("One thing that this role asks for is {}. ", bare(name))
        }
        (Matter::Text(text), Form::Told) => {
            format!("The person in this role {}. ", uncapitalised(&bare(text)))
        }
        (Matter::Text(text), Form::Quoted) => {
            format!("One thing that this role asks for is this: “{}” ", closed(text))
        }
        (Matter::Text(text), Form::Example) => {
            format!("An example of the level that this role asks for: “{}” ", closed(text))
        }
    };
    let that = if call.example { "something like that" } else { "that" };
    let then = match (call.only_known, matter) {
        (true, Matter::Text(_)) if call.example => format!("How would you go about {that}?"),
        (true, Matter::Text(_)) => "How would you go about this?".to_owned(),
        (true, Matter::Name(_)) => {
            "What do you know about that, and how would you explain it to somebody new?".to_owned()
        }
        (false, _) => format!(
            "Tell me about a time when your work called for {that}. What did you do, and what came of it?"
        ),
    };
    opening + &then
}

/// A text on one line, without what ends it.
fn bare(text: &str) -> String {
    let line = text.split_whitespace().collect::<Vec<_>>().join(" ");
    line.trim_end_matches(['.', ',', ';', ':', ' ']).to_owned()
}

/// A text on one line that ends as a sentence does, with inner quotes as they stand within others.
fn closed(text: &str) -> String {
    let line = bare(text).replace(['“', '„'], "‘").replace('”', "’");
    match line.ends_with(['?', '!', '…']) {
        true => line,
        false => line + ".",
    }
}

fn uncapitalised(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_lowercase().chain(letters).collect())
}

/// Whether a text goes into a sentence of ours as it is.
fn is_one_sentence(text: &str) -> bool {
    let line = bare(text);
    !line.contains(['?', '!', '…', '“', '”', '„', '"']) && !line.contains(". ")
}

/// Words that may stand before the verb.
const BEFORE_VERBS: &[&str] = &["always", "never", "often", "sometimes", "also"];

/// Verbs that do not end in `s` after "the person".
const HELPING: &[&str] = &["can", "could", "may", "must", "should", "will"];

/// Words at the beginning of a sentence that end in `s` and are no verbs.
const NO_VERBS: &[&str] = &[
    "as", "besides", "its", "news", "others", "overseas", "perhaps", "sales", "towards", "was",
    "whereas",
];

/// Words after a first one that show it to be a noun: `Customers are …`.
const AFTER_NOUNS: &[&str] = &[
    "are", "were", "is", "was", "have", "has", "had", "will", "can", "could", "should", "must",
    "may", "might", "of", "do",
];

/// Whether a sentence lacks nothing but somebody who does it: `Plans …`, `Never promises …`.
///
/// A single such sentence may be about things in the plural. A list of which every line begins with
/// a verb in the third person is hardly ever anything else, so that the caller asks for all lines.
fn lacks_only_who(text: &str) -> bool {
    let mut words = text.split_whitespace().map(|word| word.trim_end_matches(','));
    let mut next = || words.next().unwrap_or_default();
    let (mut verb, mut after) = (next(), next());
    // Capitals within a word make a name or an abbreviation.
    if verb.chars().skip(1).any(char::is_uppercase) {
        return false;
    }
    let first = verb.to_lowercase();
    if BEFORE_VERBS.contains(&first.as_str()) {
        (verb, after) = (after, next());
    }
    let verb = verb.to_lowercase();
    let third_person = verb == "is"
        || (verb.ends_with('s')
            && !verb.ends_with("ss")
            && !verb.ends_with("us")
            && !verb.ends_with("is")
            && verb.chars().all(char::is_alphabetic)
            && !NO_VERBS.contains(&verb.as_str()));
    let is_verb = third_person || HELPING.contains(&verb.as_str());
    is_verb && !after.is_empty() && !AFTER_NOUNS.contains(&after.to_lowercase().as_str())
}

#[cfg(test)]
mod tests {
    use super::*;

    const THEN: &str = "Tell me about a time when your work called for that. What did you do, and what came of it?";

    const ONLY_KNOWN: Call = Call { example: false, only_known: true };

    fn form(texts: &[&str]) -> Form {
        Form::of(texts.iter().map(|text| (*text, Vec::new())), true)
    }

    #[test]
    fn a_behaviour_is_told_of_the_person_in_the_role_word_for_word() {
        for text in [
            "Calms an angry caller and agrees on a remedy in one conversation.",
            "Is able to ride a horse",
            "Helps a busy teammate with routine work when asked.",
            "Never promises what the desk cannot keep.",
            "Teaches themselves new tools.",
            "Can read a plan",
            "announces a closure to everyone whose work it will alter;",
        ] {
            assert_eq!(form(&[text]), Form::Told, "{text}");
            let told = uncapitalised(text.trim_end_matches(['.', ';']));
            assert_eq!(
                question(Matter::Text(text), Form::Told, Call::default()),
                format!("The person in this role {told}. {THEN}")
            );
        }
    }

    #[test]
    fn what_is_no_sentence_about_somebody_is_quoted_in_the_whole_kit() {
        for text in [
            "Customers are greeted by name.",
            "Customers have to be greeted",
            "SQL queries are reviewed.",
            "Sales figures of the week.",
            "Ability to read plans",
            "Read the plans.",
            "Assess a risk.",
            "Plans the week. Keeps to it.",
            "Asks “why” five times.",
            "Plans",
            "",
        ] {
            assert_eq!(form(&["Plans the shifts.", text]), Form::Quoted, "{text}");
        }
        // Each of these might be a verb; what stands beside it tells that it is none.
        let list = ("Drills holes", vec!["Cavity", "Screws that hold"]);
        assert_eq!(Form::of([list].into_iter(), true), Form::Quoted);
    }

    #[test]
    fn a_quotation_ends_as_a_sentence_and_stands_on_one_line() {
        let quoted = |text| question(Matter::Text(text), Form::Quoted, Call::default());
        let open = "One thing that this role asks for is this:";
        assert_eq!(
            quoted("Filling of a \n  cavity"),
            format!("{open} “Filling of a cavity.” {THEN}")
        );
        assert_eq!(quoted("Ask “why?”"), format!("{open} “Ask ‘why?’.” {THEN}"));
        assert_eq!(quoted("Why not?"), format!("{open} “Why not?” {THEN}"));
    }

    #[test]
    fn what_is_only_to_be_known_need_not_have_been_done() {
        assert_eq!(
            question(Matter::Text("Names the main product lines."), Form::Told, ONLY_KNOWN),
            "The person in this role names the main product lines. How would you go about this?"
        );
    }

    #[test]
    fn what_has_no_text_or_is_not_english_is_asked_by_name_or_apart() {
        let named = |form| question(Matter::Name("Rust"), form, Call::default());
        assert_eq!(named(Form::Told), format!("The person in this role brings Rust. {THEN}"));
        let quoted = format!("One thing that this role asks for is Rust. {THEN}");
        assert_eq!(named(Form::Quoted), quoted);
        assert_eq!(Form::of([("Plans the shifts.", Vec::new())].into_iter(), false), Form::Apart);
        let apart = question(Matter::Text("Prépare les offres."), Form::Apart, Call::default());
        assert_eq!(apart, THEN);
    }

    #[test]
    fn an_example_is_called_one() {
        let text = Matter::Text("Be responsible for 10 children at daycare");
        let begin = "An example of the level that this role asks for: “Be responsible for 10 children at daycare.”";
        let call = Call { example: true, only_known: false };
        assert_eq!(
            question(text, Form::Example, call),
            format!("{begin} {}", THEN.replace("for that", "for something like that"))
        );
        assert_eq!(
            question(text, Form::Example, Call { only_known: true, ..call }),
            format!("{begin} How would you go about something like that?")
        );
    }
}
