//! A code that mixes letters which look alike and are not the same.

use super::look::{Script, latin};
use super::{Case, Tell};
use crate::model::{Key, Spot, rule};

/// Looks for a letter of another script among Latin ones, or for a Latin one among others.
pub(super) fn of_job(case: &Case<'_>, tell: &mut Tell<'_>) {
    let Some(code) = case.profile.code.as_deref().filter(|code| !code.is_ascii()) else { return };
    let letters = || code.chars().filter_map(|c| Some((c, Script::of(c)?)));
    if !letters().any(|(_, script)| script == Script::Latin) {
        return;
    }
    let Some((odd, script, like)) = letters()
        .filter(|(_, script)| *script != Script::Latin)
        .find_map(|(c, script)| Some((c, script, latin(c)?)))
    else {
        return;
    };
    let sentence = format!(
        "code: {odd} (U+{:04X}) is a {} letter that looks like the Latin {like}; type all letters of a code in one script",
        odd as u32,
        script.name()
    );
    tell.tell(rule::MIXED_SCRIPTS, Spot::Key(Key::Code), sentence);
}

#[cfg(test)]
mod tests {
    use crate::lint::tests::told_of;

    fn told(code: &str) -> Vec<String> {
        told_of(&[&format!("title: A\ncode: {code}\n")])
    }

    #[test]
    fn the_letter_and_its_script_are_named() {
        let expected = "is a Cyrillic letter that looks like the Latin M; type all letters of a code in one script";
        assert_eq!(told("SМ1"), [format!("0: 2:7 code: М (U+041C) {expected} [mixed-scripts]")]);
        assert!(told("ΑB1")[0].contains("Α (U+0391) is a Greek letter"));
    }

    #[test]
    fn a_code_in_one_script_is_as_good_as_any() {
        for code in ["SM1", "ЖМ1", "ΑΒ1", "日本-1", "É1", "ФQ1", "ＪＰ１"] {
            assert!(told(code).is_empty(), "{code}");
        }
    }
}
