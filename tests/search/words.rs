//! The signs that a word may carry, and letters that are the same in several ways of writing.

use super::shelf::{found, index, job, titles};
use rolebook::search::{Needle, nearest};

#[test]
fn signs_say_where_a_word_must_stand() {
    let shelf =
        titles(&["Sales Lead", "Lead Analyst", "Lead", "Misleading Sales", "Late Sad Clerk"]);
    assert_eq!(found(&shelf, "^lead"), ["Lead", "Lead Analyst"]);
    assert_eq!(found(&shelf, "lead$"), ["Lead", "Sales Lead"]);
    assert_eq!(found(&shelf, "^lead$"), ["Lead"]);
    assert_eq!(found(&shelf, "lead !sales"), ["Lead", "Lead Analyst", "Late Sad Clerk"]);
    assert_eq!(found(&shelf, "'lead !sales"), ["Lead", "Lead Analyst"]);
    assert_eq!(found(&shelf, "'lead !^lead"), ["Sales Lead", "Misleading Sales"]);
    assert_eq!(found(&shelf, "'lead !lead$"), ["Lead Analyst", "Misleading Sales"]);
    assert_eq!(found(&shelf, "'lead !^lead$ !mis"), ["Lead Analyst", "Sales Lead"]);
}

#[test]
fn a_sign_alone_waits_for_its_word() {
    let shelf = titles(&["Sales Lead", "Nurse"]);
    for typed in ["lead !", "lead '", "lead ^", "lead $", "lead !^", "lead ^$"] {
        assert_eq!(found(&shelf, typed), ["Sales Lead"], "{typed}");
    }
    assert_eq!(found(&titles(&["Mystery!", "C++ Developer"]), "c++"), ["C++ Developer"]);
}

#[test]
fn signs_hold_for_alternates_and_family_too() {
    let shelf = index(vec![
        job("Nurse", ["", "Health Care", "P02"], &["Ward Sister", "Night Carer"]),
        job("Porter", ["", "Home Health", "P12"], &["Sister Ward"]),
    ]);
    assert_eq!(found(&shelf, "^ward"), ["Nurse"]);
    assert_eq!(found(&shelf, "ward$"), ["Porter"]);
    assert_eq!(found(&shelf, "^health"), ["Nurse"]);
    assert_eq!(found(&shelf, "^p12$"), ["Porter"]);
    assert!(found(&shelf, "^sister$").is_empty());
}

#[test]
fn accents_and_case_do_not_matter_on_either_side() {
    let composed = "Ingénieur Qualité";
    let decomposed = "Inge\u{301}nieur Me\u{301}thodes";
    let shelf = titles(&[composed, decomposed, "Ingenieur Support"]);
    for typed in ["ingenieur", "ingénieur", "inge\u{301}nieur", "INGÉNIEUR", "ｉｎｇｅｎｉｅｕｒ"]
    {
        assert_eq!(found(&shelf, typed).len(), 3, "{typed}");
    }
    assert_eq!(found(&titles(&["Ｓａｌｅｓ Ｃｌｅｒｋ"]), "sales"), ["Ｓａｌｅｓ Ｃｌｅｒｋ"]);
    assert_eq!(found(&titles(&["Straßenbauer"]), "strasse"), ["Straßenbauer"]);
    assert_eq!(found(&titles(&["営業担当"]), "担当"), ["営業担当"]);
}

#[test]
fn a_phrase_is_found_in_any_text() {
    let text = "Sells to schools. SÉLLS \u{fb01}ttings, re-se\u{301}lls.";
    let places = |phrase: &str| -> Vec<&str> {
        Needle::new(phrase).find_in(text).into_iter().map(|place| &text[place]).collect()
    };
    assert_eq!(places("sell"), ["Sell", "SÉLL", "se\u{301}ll"]);
    assert_eq!(places("to schools"), ["to schools"]);
    assert_eq!(places("i"), ["\u{fb01}", "i"]);
    assert!(places("").is_empty() && Needle::new("\u{301}").is_empty());
    assert_eq!(Needle::new("a b").find_in("a-b, a\nb").first(), Some(&(5..8)));
}

#[test]
fn a_mistyped_title_leads_to_the_nearest() {
    let shelf = ["Payroll Supervisor", "Sales Supervisor", "Nurse"];
    let near = |word| nearest(word, shelf.into_iter());
    assert_eq!(near("payrol supervisor"), Some("Payroll Supervisor"));
    assert_eq!(near("Sales Supevrisor"), Some("Sales Supervisor"));
    assert_eq!(near("NÚRSE"), Some("Nurse"));
    assert_eq!(near("nusre"), Some("Nurse"));
    assert_eq!(near("welder"), None);
    assert_eq!(near(""), None);
    assert_eq!(nearest("x", [""].into_iter()), None);
}
