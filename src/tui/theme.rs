//! Colours and signs, each with one meaning; everything can be told without the colours.

use ratatui::style::{Color, Modifier, Style};

/// What each part of the screen looks like. The terminal's own foreground, background and sixteen
/// colours are used and nothing else, so that light and dark grounds both suit.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Theme {
    /// Plain text.
    pub text: Style,
    /// What stands back: labels, counts, what does not matter to this job.
    pub quiet: Style,
    /// Headings and the title of the pane that the keys go to.
    pub strong: Style,
    /// Where the cursor is.
    pub cursor: Style,
    /// Letters that match what was typed.
    pub matched: Style,
    /// What the job requires.
    pub required: Style,
    /// Words that are other ones than those they are held against.
    pub differs: Style,
    /// A marked job.
    pub marked: Style,
    /// What is wrong.
    pub problem: Style,
    /// What leads to another job.
    pub link: Style,
    /// Lines between panes.
    pub line: Style,
    /// Pay bars.
    pub bar: Style,
}

impl Theme {
    /// The theme in colour.
    #[must_use]
    pub fn coloured() -> Self {
        let plain = Style::new();
        let bold = plain.add_modifier(Modifier::BOLD);
        Self {
            text: plain,
            quiet: plain.add_modifier(Modifier::DIM),
            strong: bold,
            cursor: bold.fg(Color::Cyan),
            matched: bold.fg(Color::Yellow),
            required: plain.fg(Color::Green),
            differs: bold.add_modifier(Modifier::UNDERLINED),
            marked: bold.fg(Color::Magenta),
            problem: plain.fg(Color::Red),
            link: plain.fg(Color::Blue),
            line: plain.add_modifier(Modifier::DIM),
            bar: plain.fg(Color::Cyan),
        }
    }

    /// The theme in colour on a light ground, where yellow letters would be hard to read.
    #[must_use]
    pub fn light() -> Self {
        let matched = Style::new().add_modifier(Modifier::BOLD).fg(Color::Magenta);
        Self { matched, ..Self::coloured() }
    }

    /// The theme that sets no colour at all: not even a reset, which would wipe bold and reverse.
    #[must_use]
    pub fn colourless() -> Self {
        let plain = Style::new();
        let bold = plain.add_modifier(Modifier::BOLD);
        Self {
            matched: bold.add_modifier(Modifier::UNDERLINED),
            required: bold,
            problem: bold,
            link: plain.add_modifier(Modifier::UNDERLINED),
            cursor: bold,
            marked: bold,
            bar: plain,
            ..Self::coloured()
        }
    }

    /// A level that stands so high on its scale, from 0 to 1: the higher, the stronger.
    #[must_use]
    pub fn shade(&self, share: f64) -> Style {
        let plain = Style { add_modifier: Modifier::empty(), ..self.required };
        match share {
            low if low < 0.4 => plain.add_modifier(Modifier::DIM),
            high if high > 0.7 => plain.add_modifier(Modifier::BOLD),
            _ => plain,
        }
    }
}

/// The signs that the screen is drawn with.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[allow(missing_docs)] // each name says what it stands for
pub struct Signs {
    pub cursor: &'static str,
    pub marked: &'static str,
    pub broken: &'static str,
    pub open: &'static str,
    pub closed: &'static str,
    pub bullet: &'static str,
    pub link: &'static str,
    pub prompt: &'static str,
    pub needed: &'static str,
    pub dot: &'static str,
    pub ellipsis: &'static str,
    pub full: char,
    pub half: char,
    pub empty: char,
    pub vertical: &'static str,
    pub horizontal: &'static str,
    pub title_start: &'static str,
    pub title_end: &'static str,
    pub above: &'static str,
    pub below: &'static str,
    pub before: &'static str,
    pub after: &'static str,
    pub absent: &'static str,
    pub whisker: char,
    pub whisker_start: char,
    pub whisker_end: char,
    pub middle_half: char,
    pub median: char,
}

impl Signs {
    /// Signs beyond ASCII, for a locale that can show them.
    pub const UNICODE: Self = Self {
        cursor: "▌",
        marked: "✓",
        broken: "!",
        open: "▾",
        closed: "▸",
        bullet: "·",
        link: "›",
        prompt: "›",
        needed: "◆",
        dot: "·",
        ellipsis: "…",
        full: '●',
        half: '◐',
        empty: '○',
        vertical: "│",
        horizontal: "─",
        title_start: "┤",
        title_end: "├",
        above: "↑",
        below: "↓",
        before: "‹",
        after: "›",
        absent: "–",
        whisker: '─',
        whisker_start: '├',
        whisker_end: '┤',
        middle_half: '▒',
        median: '█',
    };

    /// Signs of ASCII alone.
    pub const ASCII: Self = Self {
        cursor: ">",
        marked: "*",
        broken: "!",
        open: "-",
        closed: "+",
        bullet: "*",
        link: ">",
        prompt: ">",
        needed: "->",
        dot: "-",
        ellipsis: "~",
        full: '#',
        half: '+',
        empty: '.',
        vertical: "|",
        horizontal: "-",
        title_start: "[",
        title_end: "]",
        above: "^",
        below: "v",
        before: "<",
        after: ">",
        absent: "-",
        whisker: '-',
        whisker_start: '|',
        whisker_end: '|',
        middle_half: '=',
        median: 'M',
    };
}

/// Everything about looks that the surroundings decide.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Looks {
    /// Styles.
    pub theme: Theme,
    /// Signs.
    pub signs: Signs,
}

impl Looks {
    /// Colour and signs as asked for.
    #[must_use]
    pub fn new(colour: bool, unicode: bool) -> Self {
        let theme = if colour { Theme::coloured() } else { Theme::colourless() };
        let signs = if unicode { Signs::UNICODE } else { Signs::ASCII };
        Self { theme, signs }
    }

    /// Whether signs beyond ASCII are used.
    #[must_use]
    pub fn is_unicode(&self) -> bool {
        self.signs == Signs::UNICODE
    }

    /// A key as it is shown: arrows in words where their signs cannot be.
    #[must_use]
    pub fn key(&self, key: &str) -> String {
        if self.is_unicode() {
            return key.to_owned();
        }
        let words = [("↑", "Up"), ("↓", "Down"), ("←", "Left"), ("→", "Right"), ("–", "-")];
        words.iter().fold(key.to_owned(), |key, (sign, word)| key.replace(sign, word))
    }

    /// What the environment asks for: `NO_COLOR` (no-color.org), the character set of the locale, and
    /// the ground that some terminals name in `COLORFGBG`.
    #[must_use]
    pub fn from_environment() -> Self {
        let set = |name| std::env::var_os(name).filter(|value| !value.is_empty());
        let locale = ["LC_ALL", "LC_CTYPE", "LANG"].into_iter().find_map(set);
        let unicode = locale.is_none_or(|locale| {
            let locale = locale.to_string_lossy().to_ascii_lowercase();
            locale.contains("utf-8") || locale.contains("utf8")
        });
        let mut looks = Self::new(set("NO_COLOR").is_none(), unicode);
        let ground = set("COLORFGBG").unwrap_or_default();
        if looks.theme == Theme::coloured() && is_light(&ground.to_string_lossy()) {
            looks.theme = Theme::light();
        }
        looks
    }
}

/// Whether `COLORFGBG`, which ends in the number of the background's colour, names a light ground.
fn is_light(colours: &str) -> bool {
    let ground = colours.rsplit(';').next().and_then(|ground| ground.parse::<u8>().ok());
    matches!(ground, Some(7 | 9..=15))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_ground_is_the_last_number() {
        assert!(is_light("0;15") && is_light("0;default;7"));
        assert!(!is_light("15;0") && !is_light("15;default") && !is_light(""));
    }
}
