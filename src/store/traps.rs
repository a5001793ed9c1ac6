//! What YAML quietly reads as something else than was meant: what gives a plain text away.

use super::text::lines;

/// The `#` and the word behind a plain text that ends at `end`, where that looks like the text going on
/// rather than like a comment (`Handles ticket #12 and more`), and where it stands.
pub(super) fn cut_by_comment<'s>(
    source: &'s str,
    end: usize,
    text: &str,
) -> Option<(usize, &'s str)> {
    let at = comment_behind(source, end, text)?;
    let rest = &source[at..];
    let blank = source[..at].ends_with([' ', '\t']);
    let first = rest.strip_prefix('#')?.chars().next()?;
    let number = !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit() || b == b'.');
    let ended = text.ends_with(['.', '!', '?', '。']);
    let goes_on = match first {
        '0'..='9' => true,
        // A word in capitals is a note: #TODO.
        c if c.is_alphabetic() => text.contains(' ') && !is_note(&rest[1..]),
        _ => false,
    };
    let word = rest.split(char::is_whitespace).next()?;
    (blank && goes_on && !number && !ended).then_some((at, word))
}

/// Where a comment may begin behind a text that ends at `end`.
fn comment_behind(source: &str, end: usize, text: &str) -> Option<usize> {
    let after = source.get(end..)?;
    if text.is_empty() && (after.is_empty() || after.starts_with(['\n', '\r'])) {
        // An empty item ends behind its comment.
        let line = source[..end].rsplit(['\n', '\r']).next()?;
        let item = line.trim_start().strip_prefix("- ")?;
        return Some(end - item.trim_start_matches([' ', '-']).len());
    }
    // An empty value ends before the colon of its key.
    let value = after.strip_prefix(':').filter(|_| text.is_empty()).unwrap_or(after);
    Some(source.len() - value.trim_start_matches([' ', '\t']).len())
}

fn is_note(rest: &str) -> bool {
    let word: Vec<char> = rest.chars().take_while(|c| c.is_alphanumeric()).collect();
    word.len() > 1 && !word.iter().any(|c| c.is_lowercase())
}

/// Which line of a plain text of several lines begins with a dash, so that an item that was
/// indented too far has become part of the text above it; from 0, with its column.
pub(super) fn swallowed_item(source: &str) -> Option<(usize, usize)> {
    lines(source).enumerate().skip(1).find_map(|(number, line)| {
        let text = line.trim_start_matches(' ');
        text.starts_with("- ").then_some((number, line.len() - text.len()))
    })
}

/// The key of a `key:value` whose colon has no space behind it. Addresses and times are none.
pub(super) fn colon_without_space(text: &str) -> Option<&str> {
    let (key, value) = text.split_once(':')?;
    let word = |c: char| c.is_alphanumeric() || matches!(c, '_' | '-' | ' ');
    let is_key = key.starts_with(char::is_alphabetic) && key.chars().all(word);
    let first = value.chars().next()?;
    (is_key && !first.is_whitespace() && first != '/' && first != ':').then_some(key)
}

/// Whether a text begins with a dash that has no space behind it.
pub(super) fn dash_without_space(text: &str) -> bool {
    let mut chars = text.chars();
    chars.next() == Some('-') && chars.next().is_some_and(char::is_alphabetic)
}

/// The mark with which a line of a text begins that was an item of a list where it was copied from.
pub(super) fn pasted_bullet(text: &str) -> Option<char> {
    text.lines().find_map(|line| {
        let mut chars = line.trim_start_matches(' ').chars();
        let first = chars.next().filter(|c| "•◦▪‣·–—*-".contains(*c))?;
        chars.next().is_some_and(char::is_whitespace).then_some(first)
    })
}

/// Whether a whole text stands in typographic quotation marks.
pub(super) fn in_typographic_quotes(text: &str) -> bool {
    const MARKS: [char; 8] = ['“', '”', '„', '‟', '‘', '’', '‚', '‛'];
    let mut inside = text.chars();
    let (first, last) = (inside.next(), inside.next_back());
    let opens = matches!(first, Some('“' | '”' | '„' | '‘' | '‚'));
    let closes = matches!(last, Some('“' | '”' | '‘' | '’'));
    let pair = matches!(first, Some('“' | '”' | '„')) == matches!(last, Some('“' | '”'));
    let again = |c: char| MARKS[..4].contains(&c) || (c == '‘' || c == '‚');
    opens && closes && pair && !inside.any(again)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cut(line: &str) -> Option<&str> {
        let end = line.find(" #").unwrap();
        cut_by_comment(line, end, line[..end].trim_end()).map(|(_, rest)| rest)
    }

    #[test]
    fn a_text_that_goes_on_behind_a_hash_is_told_from_a_comment() {
        assert_eq!(cut("Handles ticket #12 and more\nx"), Some("#12"));
        assert_eq!(cut("Technician #2"), Some("#2"));
        assert_eq!(cut("Leads the #payroll channel"), Some("#payroll"));
        for comment in [
            "Leads the team # since 2020",
            "Leads the team.  #since 2020",
            "Leads the team #TODO check",
            "year #month",
            "3 #12",
            "Leads the team #-- x",
        ] {
            assert_eq!(cut(comment), None, "{comment}");
        }
        assert_eq!(cut_by_comment("Speaks C# and more", 8, "Speaks C"), None);
    }

    #[test]
    fn an_item_that_became_part_of_the_one_above_is_found() {
        assert_eq!(swallowed_item("a\n    - b"), Some((1, 4)));
        assert_eq!(swallowed_item("a - b\n  c - d\n  -e"), None);
    }

    #[test]
    fn a_colon_without_a_space_is_one_between_a_key_and_a_value() {
        assert_eq!(colon_without_space("title:Payroll"), Some("title"));
        assert_eq!(colon_without_space("Vendor Management:3"), Some("Vendor Management"));
        for text in ["title: A", "https://a.b", "12:30", "std::io", "A (b:c)", "a:"] {
            assert_eq!(colon_without_space(text), None, "{text}");
        }
    }

    #[test]
    fn a_bullet_stands_where_a_line_begins() {
        assert_eq!(pasted_bullet("• Leads. • Trains."), Some('•'));
        assert_eq!(pasted_bullet("Duties\n  – Leads"), Some('–'));
        assert_eq!(pasted_bullet("Leads – and trains\n-5 degrees\n*all*"), None);
    }

    #[test]
    fn quotes_around_a_whole_text_are_told_from_quotes_in_it() {
        for text in ["“A”", "„A“", "‘A’", "”A”", "“A’s B”"] {
            assert!(in_typographic_quotes(text), "{text}");
        }
        for text in ["“A” and “B”", "“A", "A”", "«A»", "’n’ B", "“A’", "“"]
        {
            assert!(!in_typographic_quotes(text), "{text}");
        }
    }
}
