//! How a gap looks: what it comes to, then each competency with the levels that lie on the way.

use crate::compare::{NAMES_NONE, PayDifference, PayPair, step_words};
use crate::gap::{Change, Gap, GapItem, NOT_CUMULATIVE, Step};
use crate::model::{Proficiency, percent, signed, steps};
use crate::tui::pane::{MEASURE, Page, Scene};
use crate::tui::view::texts;
use crate::tui::widget::row::{cut, row};
use crate::tui::widget::text::{fit, spaces, width};
use ratatui::text::{Line, Span};

/// How far the texts of a level stand in.
const INDENT: usize = 6;
/// How wide the labels of the overview stand.
const LABEL: usize = 10;
/// The narrowest that a name becomes.
const NARROW_NAME: usize = 10;

/// How many competencies there are of each kind: `3 to raise · 2 new`.
pub(super) fn counts(gap: &Gap<'_>, scene: Scene<'_>) -> String {
    gap.counts().join(&format!(" {} ", scene.looks.signs.dot))
}

/// From which job to which.
pub(super) fn head<'a>(
    scene: Scene<'a>,
    (from, to): (usize, usize),
    columns: usize,
) -> Vec<Line<'a>> {
    let (theme, signs) = (&scene.looks.theme, &scene.looks.signs);
    let line = |(word, job): (&'static str, usize)| {
        let Some(job) = scene.library.jobs().get(job) else { return Line::default() };
        let left = vec![
            Span::styled(format!(" {word:<LABEL$}"), theme.quiet),
            Span::styled(job.title(), theme.strong),
        ];
        let level = job.profile.as_ref().and_then(|profile| profile.level.as_deref());
        let words: Vec<&str> = [level, job.code()].into_iter().flatten().collect();
        let right =
            Span::styled(format!(" {} ", words.join(&format!(" {} ", signs.dot))), theme.quiet);
        row(left, vec![right], columns, signs.ellipsis)
    };
    [("From", from), ("To", to)].map(line).into()
}

/// The levels of a competency in the first job and in the second: `3 → 5`.
pub(super) fn levels(item: &GapItem<'_>, scene: Scene<'_>) -> String {
    let absent = scene.looks.signs.absent;
    let level = |level: Option<Proficiency>, asks: bool| match level {
        Some(level) => level.to_string(),
        None if asks => "no level".to_owned(),
        None => absent.to_owned(),
    };
    let from = level(item.from, item.change != Change::New);
    let to = level(item.to, item.change != Change::FallsAway);
    format!("{from} → {to}")
}

/// The items as lines.
pub(super) fn page<'a>(
    gap: &Gap<'a>,
    scene: Scene<'a>,
    cursor: usize,
    is_open: impl Fn(&GapItem<'_>) -> bool,
    columns: usize,
) -> Page<'a> {
    let mut page = Page::default();
    let measures = Measures::of(gap, scene, columns);
    let overview = Overview { gap, scene, selected: cursor == 0, columns };
    overview.put(&mut page);
    let mut last = None;
    for (at, item) in (1..).zip(&gap.items) {
        if last != Some(item.change) {
            last = Some(item.change);
            page.push(None, Line::default());
            page.push(None, section(gap, item.change, scene, columns));
        }
        let looks = ItemLooks { scene, selected: at == cursor, open: is_open(item), columns };
        looks.put(&mut page, at, item, &measures);
    }
    page
}

/// What the whole way comes to: the first row.
struct Overview<'a, 'g> {
    gap: &'g Gap<'a>,
    scene: Scene<'a>,
    selected: bool,
    columns: usize,
}

impl<'a> Overview<'a, '_> {
    fn put(&self, page: &mut Page<'a>) {
        let gap = self.gap;
        for (i, distance) in gap.distances.iter().enumerate() {
            let words = format!("{} up, scale “{}”", steps(distance.steps), distance.scale);
            self.told(page, if i == 0 { "Levels" } else { "" }, words);
        }
        let label = if gap.distances.is_empty() { "Levels" } else { "" };
        self.told(page, label, format!("differ {}", step_words(gap.step)));
        if self.scene.pay {
            let mut words = gap.pay.sentences();
            if words.is_empty() {
                words.push("not in file".to_owned());
            }
            words.extend(difference_words(&gap.pay));
            for (i, words) in words.into_iter().enumerate() {
                self.told(page, if i == 0 { "Pay" } else { "" }, words);
            }
        }
        let title = |job: usize| {
            let job = self.scene.library.jobs().get(job);
            job.map_or_else(String::new, |job| job.title().into_owned())
        };
        for (count, job) in [(gap.withheld.0, gap.from), (gap.withheld.1, gap.to)] {
            if count > 0 {
                let words = format!("{count} of {}, whose names are not known", title(job));
                self.told(page, "Withheld", words);
            }
        }
        let jobs = self.scene.library.jobs();
        let unread = |job: &usize| jobs.get(*job).is_none_or(|job| job.profile.is_none());
        for job in [gap.from, gap.to].into_iter().filter(unread) {
            self.told(page, "Broken", format!("{} could not be read", title(job)));
        }
        for (job, _) in [gap.from, gap.to].into_iter().zip(gap.silent).filter(|(_, silent)| *silent)
        {
            self.told(page, "To learn", format!("{} {NAMES_NONE}", title(job)));
        }
        if gap.asks_for_no_more() {
            let (from, to) = (title(gap.from), title(gap.to));
            let words = format!("{to} asks for nothing that {from} does not ask for as well");
            self.told(page, "To learn", words);
        }
    }

    /// A label, then words that wrap.
    fn told(&self, page: &mut Page<'a>, label: &str, words: String) {
        let (theme, signs) = (&self.scene.looks.theme, &self.scene.looks.signs);
        let room = self.columns.saturating_sub(LABEL + 2).min(MEASURE);
        for (i, line) in texts::paragraph(words.into(), theme.text, room).into_iter().enumerate() {
            let label = if i == 0 { label } else { "" };
            let sign = if self.selected { signs.cursor } else { " " };
            let mut spans = vec![
                Span::styled(sign, theme.cursor),
                Span::styled(format!("{label:<LABEL$}"), theme.quiet),
            ];
            spans.extend(line);
            page.push(Some(0), Line::from(spans));
        }
    }
}

/// What lies between the medians, or why that cannot be told.
fn difference_words(pay: &PayPair<'_>) -> Option<String> {
    let told = |name: &str, by: Option<(f64, f64)>| {
        by.map(|(money, part)| format!("{name} {} {}", signed(money.round()), percent(part, 1)))
    };
    match &pay.difference {
        PayDifference::Baseline => None,
        PayDifference::None(_) if pay.medians() == [None, None] => None,
        PayDifference::None(why) => Some(format!("no difference to tell: {why}")),
        PayDifference::By { base, total, caveat } => {
            let both = [told("base", *base), told("total", *total)];
            let words = both.into_iter().flatten().collect::<Vec<_>>().join(", ");
            Some(caveat.map_or(words.clone(), |caveat| format!("{words} ({caveat})")))
        }
    }
}

fn section<'a>(gap: &Gap<'_>, change: Change, scene: Scene<'a>, columns: usize) -> Line<'a> {
    let word = change.word();
    let name = word[..1].to_uppercase() + &word[1..];
    texts::section(name, &gap.of(change).count().to_string(), scene, columns)
}

/// The columns that several rows share.
struct Measures {
    name: usize,
    levels: usize,
}

impl Measures {
    fn of(gap: &Gap<'_>, scene: Scene<'_>, columns: usize) -> Self {
        let widest = |widths: &mut dyn Iterator<Item = usize>| widths.max().unwrap_or(0);
        let levels = widest(&mut gap.items.iter().map(|item| width(&levels(item, scene))));
        // How many steps up it is matters more than the end of a name.
        let up = widest(&mut gap.items.iter().map(|item| width(&up(item))));
        let room = columns.saturating_sub(levels + up + 6).max(NARROW_NAME);
        let name = widest(&mut gap.items.iter().map(|item| width(item.name))).min(room);
        Self { name, levels }
    }
}

/// How many steps up it is.
fn up(item: &GapItem<'_>) -> String {
    match item.distance > 0.0 {
        _ if item.is_about_the_same() => "  about the same".to_owned(),
        true => format!("  {} up", steps(item.distance)),
        false => String::new(),
    }
}

/// What decides how an item looks.
struct ItemLooks<'a> {
    scene: Scene<'a>,
    selected: bool,
    open: bool,
    columns: usize,
}

impl<'a> ItemLooks<'a> {
    fn put(&self, page: &mut Page<'a>, at: usize, item: &GapItem<'a>, measures: &Measures) {
        let (theme, signs) = (&self.scene.looks.theme, &self.scene.looks.signs);
        let fold = match (super::can_open(item), self.open) {
            (true, true) => signs.open,
            (true, false) => signs.closed,
            (false, _) => " ",
        };
        let plain = if self.selected { theme.strong } else { theme.text };
        let name = fit(item.name, measures.name, signs.ellipsis).into_owned();
        let pad = spaces(measures.name - width(&name) + 2);
        let levels = levels(item, self.scene);
        let room = measures.levels;
        let look = if super::can_open(item) { theme.required } else { theme.quiet };
        let mut spans = vec![
            self.cursor(),
            Span::styled(format!("{fold} "), theme.quiet),
            Span::styled(name, plain),
            Span::raw(pad),
            Span::styled(format!("{levels:<room$}"), look),
        ];
        // Words that would be cut short are left out.
        let up = up(item);
        let used: usize = spans.iter().map(|span| width(&span.content)).sum();
        if used + width(&up) <= self.columns {
            spans.push(Span::styled(up, theme.quiet));
        }
        let group = self.scene.library.settings().group_name(item.group);
        let group = vec![Span::styled(format!("  {group} "), theme.quiet)];
        page.push(Some(at), row(spans, group, self.columns, signs.ellipsis));
        if self.open {
            self.learned(page, at, item);
        }
    }

    fn cursor(&self) -> Span<'a> {
        let (theme, signs) = (&self.scene.looks.theme, &self.scene.looks.signs);
        Span::styled(if self.selected { signs.cursor } else { " " }, theme.cursor)
    }

    fn indented(&self, page: &mut Page<'a>, at: usize, indent: usize, line: Vec<Span<'a>>) {
        let mut spans = vec![self.cursor(), Span::raw(spaces(indent.saturating_sub(1)))];
        spans.extend(line);
        page.push(Some(at), Line::from(cut(spans, self.columns, self.scene.looks.signs.ellipsis)));
    }

    /// Level by level what people do on the way.
    fn learned(&self, page: &mut Page<'a>, at: usize, item: &GapItem<'a>) {
        let theme = &self.scene.looks.theme;
        let room = self.columns.saturating_sub(INDENT + 1).min(MEASURE);
        let quiet = |words: &'static str| texts::paragraph(words.into(), theme.quiet, room);
        if !item.scale.cumulative && !item.steps.is_empty() {
            quiet(NOT_CUMULATIVE).into_iter().for_each(|line| self.indented(page, at, 4, line));
        }
        for step in &item.steps {
            let (name, beside) = named(step);
            let words = beside.join("  ");
            let used = 4 + width(&name) + 2 + width(&words);
            let mut line = vec![Span::styled(name, theme.required)];
            // What does not fit beside the name wraps below it.
            let wraps = used > self.columns;
            if !wraps && !words.is_empty() {
                line.push(Span::styled(format!("  {words}"), theme.quiet));
            }
            self.indented(page, at, 4, line);
            let below = wraps.then(|| texts::paragraph(words.into(), theme.quiet, room));
            for line in below.into_iter().flatten() {
                self.indented(page, at, INDENT, line);
            }
            let lines = step.text.map(|text| texts::level(text, self.scene, room));
            for line in lines.into_iter().flatten() {
                self.indented(page, at, INDENT, line);
            }
        }
        if let Some(why) = item.why_nothing() {
            quiet(why).into_iter().for_each(|line| self.indented(page, at, 4, line));
        }
    }
}

/// The name of a level, and what is said beside it: what its text counts for, or that it has none.
fn named(step: &Step<'_>) -> (String, Vec<String>) {
    let missing = step.missing().map(str::to_owned);
    (step.name(), step.counts().into_iter().chain(missing).collect())
}
