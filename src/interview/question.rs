//! From a behaviour to a question: "Plans the shifts of a ward." → "… you had to plan the shifts …".
//!
//! A sentence is turned only where that is safe. Everywhere else it is quoted, which always reads
//! right.

/// What is asked after every opening.
const THEN: &str = "What did you do, and what came of it?";

/// The question that opens the talk about a competency, from a behaviour of the required level.
#[must_use]
pub fn question(competency: &str, behaviour: Option<&str>, english: bool) -> String {
    let Some(behaviour) = behaviour.map(str::trim).filter(|text| !text.is_empty()) else {
        return format!(
            "Tell me about a time when your work depended on this: {competency}. {THEN}"
        );
    };
    match turned(bare(behaviour)).filter(|_| english) {
        Some(deed) => format!("Tell me about a time when you had to {deed}. {THEN}"),
        None => format!(
            "An example of this is: “{behaviour}” Tell me about a time when you did this. {THEN}"
        ),
    }
}

/// A sentence without what ends it.
fn bare(text: &str) -> &str {
    text.trim_end_matches(['.', ' '])
}

/// Words at the beginning of a sentence that end in `s` and are no verbs.
const NO_VERBS: &[&str] = &[
    "always",
    "as",
    "besides",
    "his",
    "its",
    "does",
    "news",
    "others",
    "overseas",
    "perhaps",
    "sales",
    "sometimes",
    "thus",
    "towards",
    "unless",
    "was",
    "whereas",
    "works",
];

/// Words after a first one that show it to be a noun: `Customers are …`.
const AFTER_NOUNS: &[&str] = &[
    "are", "were", "have", "had", "will", "can", "could", "should", "must", "may", "might", "who",
    "whose", "of", "do", "and", "or",
];

/// Words that speak of whoever does it, which is somebody else once the sentence is turned.
const OWN: &[&str] = &["themselves", "himself", "herself", "itself", "oneself", "he", "she"];

/// Words that may stand before a second verb.
const JOINING: &[&str] = &["and", "or", "but", "then", "nor", "yet", "also", "never", "always"];

/// The behaviour as what somebody does, from `Verbs something` to `verb something`; `None` where
/// that may come out wrong.
fn turned(behaviour: &str) -> Option<String> {
    let mut words = behaviour.split(' ');
    let first = words.next()?;
    let rest: Vec<&str> = words.collect();
    let is_one_sentence =
        !behaviour.contains([';', ':', '?', '!', '⏎']) && !behaviour.contains(". ");
    let mut letters = first.chars();
    let capital = letters.next().is_some_and(|c| c.is_ascii_uppercase());
    let plain = capital && letters.all(|c| c.is_ascii_lowercase());
    let folded: Vec<String> = rest
        .iter()
        .map(|word| word.trim_matches(|c: char| !c.is_alphanumeric()).to_lowercase())
        .collect();
    let noun = folded.first().is_none_or(|word| AFTER_NOUNS.contains(&word.as_str()));
    let own = folded.iter().any(|word| OWN.contains(&word.as_str()));
    if !plain || !is_one_sentence || noun || own || has_second_verb(&rest, &folded) {
        return None;
    }
    let verb = base_form(&first.to_lowercase())?;
    Some(format!("{verb} {}", rest.join(" ")))
}

/// Whether a further word may be a verb in the third person, which would have to be turned too.
/// Some such words are nouns; then the sentence is quoted for nothing, and reads right.
fn has_second_verb(rest: &[&str], folded: &[String]) -> bool {
    let third_person = |word: &str| word.ends_with('s') && base_form(word).is_some();
    (1..rest.len()).any(|at| {
        let joined = JOINING.contains(&folded[at - 1].as_str()) || rest[at - 1].ends_with(',');
        joined && third_person(&folded[at])
    })
}

/// A verb without the ending of the third person, or `None` for what is no such verb.
fn base_form(verb: &str) -> Option<String> {
    if NO_VERBS.contains(&verb) {
        return None;
    }
    match verb {
        "is" => return Some("be".to_owned()),
        "has" => return Some("have".to_owned()),
        "goes" | "undergoes" | "foregoes" => return Some(verb[..verb.len() - 2].to_owned()),
        "ties" | "dies" | "lies" => return Some(verb[..verb.len() - 1].to_owned()),
        _ => {}
    }
    let stem = verb.strip_suffix('s').filter(|stem| stem.len() >= 2)?;
    if stem.ends_with(['s', 'u', 'i']) {
        // "Assess", "focus", "analysis".
        return None;
    }
    let Some(short) = stem.strip_suffix('e') else { return Some(stem.to_owned()) };
    if let Some(short) = short.strip_suffix('i') {
        return Some(format!("{short}y"));
    }
    let hissing = ["ss", "sh", "ch", "x", "zz"].iter().any(|end| short.ends_with(end));
    // "Caches" and "axes" have their own e; "focuses" has not, "closes" has.
    let own_e = ["cach", "ach", "ax"].contains(&short);
    let on_us = short.ends_with("cus") || short.ends_with("bias");
    Some(if (hissing && !own_e) || on_us { short.to_owned() } else { stem.to_owned() })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn verbs_lose_the_ending_of_the_third_person() {
        let pairs = [
            ("carries", "carry"),
            ("closes", "close"),
            ("coaches", "coach"),
            ("fixes", "fix"),
            ("focuses", "focus"),
            ("has", "have"),
            ("organizes", "organize"),
            ("passes", "pass"),
            ("plans", "plan"),
            ("sets", "set"),
            ("sees", "see"),
            ("ties", "tie"),
            ("uses", "use"),
            ("writes", "write"),
        ];
        for (third, base) in pairs {
            assert_eq!(base_form(third).as_deref(), Some(base));
        }
        for other in ["assess", "focus", "analysis", "sales", "as", "plan"] {
            assert_eq!(base_form(other), None, "{other}");
        }
    }

    #[test]
    fn a_behaviour_becomes_a_question() {
        assert_eq!(
            question("Selling", Some("Carries an opportunity from first call to close."), true),
            "Tell me about a time when you had to carry an opportunity from first call to close. \
             What did you do, and what came of it?"
        );
    }

    #[test]
    fn what_cannot_be_turned_safely_is_quoted() {
        for text in [
            "Customers are greeted by name.",
            "Prepares an offer and keeps another one ready.",
            "Quickly resolves complaints.",
            "Teaches themselves new tools.",
            "SQL queries are reviewed.",
            "Sales figures of the week.",
            "Erstellt Angebote.",
            "Plans",
        ] {
            let question = question("x", Some(text), true);
            assert!(question.contains(&format!("“{text}”")), "{question}");
        }
        let german = question("x", Some("Alles klappt."), false);
        assert!(german.starts_with("An example of this is"), "{german}");
        assert!(question("Selling", None, true).contains("depended on this: Selling."));
    }
}
