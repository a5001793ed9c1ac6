//! The patterns of `ignore` in library.yaml: exact names, `*`, `?` and `**`.

/// Whether a pattern means a path below the library's folder. A pattern without a slash also
/// means every file or folder of that name, wherever it is.
pub(super) fn matches(pattern: &str, path: &str) -> bool {
    let pattern = pattern.trim_end_matches('/').trim_start_matches("./");
    let name = path.rsplit('/').next().unwrap_or(path);
    covers(pattern, path) || (!pattern.contains('/') && covers(pattern, name))
}

/// Where to go on when a wildcard must stand for more: the pattern behind it, and the text.
type Retry = Option<(usize, usize)>;

/// Goes through pattern and text once. Only the last wildcard of each kind is ever tried again,
/// so no pattern takes longer than the product of both lengths.
fn covers(pattern: &str, text: &str) -> bool {
    let pattern: Vec<char> = pattern.chars().collect();
    let text: Vec<char> = text.chars().collect();
    let (mut p, mut t) = (0, 0);
    let (mut star, mut deep): (Retry, Retry) = (None, None);
    loop {
        let here = text.get(t).copied();
        match pattern.get(p) {
            None if here.is_none() => return true,
            Some('*') if pattern.get(p + 1) == Some(&'*') => {
                let slash = pattern.get(p + 2) == Some(&'/') && (p == 0 || pattern[p - 1] == '/');
                p += if slash { 3 } else { 2 };
                (star, deep) = (None, Some((p, t)));
                continue;
            }
            Some('*') => {
                p += 1;
                star = Some((p, t));
                continue;
            }
            Some(c) if here.is_some_and(|h| h == *c || (*c == '?' && h != '/')) => {
                p += 1;
                t += 1;
                continue;
            }
            _ => {}
        }
        if let Some((behind, from)) =
            star.filter(|(_, from)| text.get(*from).is_some_and(|c| *c != '/'))
        {
            (p, t) = (behind, from + 1);
            star = Some((p, t));
        } else if let Some((behind, from)) = deep.filter(|(_, from)| *from < text.len()) {
            // Behind `**/` a name begins, so it goes on at the next one.
            let whole_names = behind >= 3 && pattern[behind - 1] == '/';
            let name = text[from..].iter().position(|c| *c == '/').map(|i| from + i + 1);
            let Some(next) = (if whole_names { name } else { Some(from + 1) }) else {
                return false;
            };
            (p, t) = (behind, next);
            (star, deep) = (None, Some((p, t)));
        } else {
            return false;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_and_wildcards_are_matched() {
        for (pattern, path, expected) in [
            ("mkdocs.yml", "mkdocs.yml", true),
            ("mkdocs.yml", "site/mkdocs.yml", true),
            ("site/mkdocs.yml", "mkdocs.yml", false),
            ("drafts/**", "drafts/a/b.yaml", true),
            ("drafts/**", "other/drafts/b.yaml", false),
            ("drafts/", "drafts", true),
            ("**/drafts/*.yaml", "drafts/a.yaml", true),
            ("**/drafts/*.yaml", "x/y/drafts/a.yaml", true),
            ("**/drafts/*.yaml", "x/mydrafts/a.yaml", false),
            ("a/**/z.yaml", "a/z.yaml", true),
            ("a/**/z.yaml", "a/b/c/z.yaml", true),
            ("a/*/z.yaml", "a/b/c/z.yaml", false),
            ("*.yml", "deep/down/x.yml", true),
            ("r?le.yaml", "rôle.yaml", true),
            ("a?b", "a/b", false),
            ("**", "anything/at/all", true),
            ("", "x", false),
        ] {
            assert_eq!(matches(pattern, path), expected, "{pattern} {path}");
        }
    }

    #[test]
    fn a_hostile_pattern_takes_no_time() {
        let started = std::time::Instant::now();
        assert!(!matches(&"*a".repeat(500), &"a".repeat(5_000).replace("aa", "ab")));
        assert!(!matches(&"**/a*".repeat(200), &"a/b".repeat(1_000)));
        assert!(started.elapsed().as_secs() < 5);
    }
}
