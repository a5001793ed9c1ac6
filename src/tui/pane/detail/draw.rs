//! How facts look: a label, then words, links or pay bars.

use super::pay::pay_records;
use crate::facts::{Fact, FactId, Section, Value};
use crate::model::{Excerpt, Severity};
use crate::search::Needle;
use crate::tui::pane::{MEASURE, Page, Scene};
use crate::tui::widget::excerpt;
use crate::tui::widget::row::cut;
use crate::tui::widget::text::{fit, highlighted, width, wrapped};
use ratatui::style::Style;
use ratatui::text::{Line, Span};

/// Columns for the labels.
pub(super) const LABEL: usize = 15;

/// The facts as lines; `cursor` is the fact that the cursor is on, where it is to be seen.
#[must_use]
pub fn page<'a>(
    facts: &'a [Fact<'a>],
    scene: Scene<'a>,
    cursor: Option<usize>,
    needle: Option<&Needle>,
    columns: usize,
) -> Page<'a> {
    let mut page = Page::default();
    let mut before: Option<Section> = None;
    let mut at = 0;
    while let Some(fact) = facts.get(at) {
        let looks = FactLooks { scene, needle, selected: cursor == Some(at), columns };
        if before.is_some_and(|section| section != fact.section) && stands_apart(fact.section) {
            page.push(None, Line::default());
        }
        before = Some(fact.section);
        if let Value::Pay(_) = fact.value {
            let records =
                facts[at..].iter().take_while(|f| matches!(f.value, Value::Pay(_))).count();
            pay_records(&mut page, &facts[at..at + records], at, scene, cursor, columns);
            at += records;
            continue;
        }
        if fact.section == Section::Responsibilities && !fact.label.is_empty() {
            looks.heading(&mut page, fact);
        }
        looks.fact(&mut page, at, fact);
        at += 1;
    }
    page
}

/// Whether an empty line sets a section apart from the one before.
fn stands_apart(section: Section) -> bool {
    matches!(
        section,
        Section::Summary | Section::Responsibilities | Section::More | Section::Identity
    )
}

/// What decides how one fact looks.
struct FactLooks<'a, 'n> {
    scene: Scene<'a>,
    needle: Option<&'n Needle>,
    selected: bool,
    columns: usize,
}

impl<'a> FactLooks<'a, '_> {
    fn heading(&self, page: &mut Page<'a>, fact: &Fact<'a>) {
        let quiet = self.scene.looks.theme.quiet;
        page.push(None, Line::from(vec![" ".into(), Span::styled(fact.label, quiet)]));
    }

    fn fact(&self, page: &mut Page<'a>, at: usize, fact: &'a Fact<'a>) {
        let theme = &self.scene.looks.theme;
        let plain = if self.selected { theme.strong } else { theme.text };
        match &fact.value {
            Value::Item(text) if fact.section == Section::Responsibilities => {
                let bullet = format!("{} ", self.scene.looks.signs.bullet);
                self.text(page, at, (bullet, theme.quiet), text, plain);
            }
            Value::Text(text) if fact.section == Section::Summary => {
                self.text(page, at, (String::new(), plain), text, plain);
            }
            Value::Parts(_) => self.identity(page, at, fact, plain),
            Value::Link { title, note, .. } => self.link(page, at, fact.label, title, note),
            Value::Problem { sentence, severity, excerpt } => {
                let style = if *severity == Severity::Error { theme.problem } else { plain };
                let sign = format!("{} ", self.scene.looks.signs.broken);
                self.text(page, at, (sign, theme.problem), sentence, style);
                excerpt.iter().for_each(|excerpt| self.excerpt(page, at, excerpt));
            }
            // How many more problems there are stands below those that are told.
            Value::Text(text) if matches!(fact.id, FactId::Problem(_)) => {
                self.text(page, at, ("  ".to_owned(), theme.quiet), text, theme.quiet);
            }
            Value::NotInFile | Value::Hidden => {
                let words = if fact.value == Value::Hidden { "hidden" } else { "not in file" };
                let plain = if self.selected { theme.strong } else { theme.quiet };
                // These stand below a heading, so that a label would say it twice.
                let label = if fact.section == Section::Responsibilities { "" } else { fact.label };
                self.text(page, at, self.label(label), words, plain);
            }
            Value::Text(text) => self.text(page, at, self.label(fact.label), text, plain),
            Value::Item(text) => self.text(page, at, self.label(fact.label), text, plain),
            Value::Pay(_) => {}
        }
    }

    /// Code, level and family on one line, and the first other title with how many more there are.
    fn identity(&self, page: &mut Page<'a>, at: usize, fact: &'a Fact<'a>, plain: Style) {
        let (theme, signs) = (&self.scene.looks.theme, &self.scene.looks.signs);
        let words = fact.value.words();
        let ranges = self.needle.map_or_else(Vec::new, |needle| needle.find_in(&words));
        let mut spans = vec![self.cursor(true)];
        for span in highlighted(&words, 0..words.len(), &ranges, plain, theme.matched) {
            spans.push(Span::styled(span.content.into_owned(), span.style));
        }
        let status = self.scene.profile().and_then(|profile| profile.status.notable());
        if let Some(word) = status {
            spans.push(Span::styled(format!(" {} {word}", signs.dot), theme.strong));
        }
        let mut others = self.scene.profile().into_iter().flat_map(|p| &p.also_known_as);
        let count = others.clone().count();
        if let Some(first) = others.next() {
            let more = if count == 1 { String::new() } else { format!(" +{}", count - 1) };
            let also = format!(" {} also {first}{more}", signs.dot);
            // A name cut short would say less than how many there are.
            let count = format!(" {} {count} other titles", signs.dot);
            let room = self.columns.saturating_sub(3 + width(&words));
            let fitting = [also, count].into_iter().find(|text| width(text) <= room);
            spans.extend(fitting.map(|text| Span::styled(text, theme.quiet)));
        }
        page.push(Some(at), Line::from(cut(spans, self.columns.saturating_sub(1), signs.ellipsis)));
    }

    fn label(&self, label: &'static str) -> (String, Style) {
        let room = LABEL.max(width(label) + 1);
        (format!("{label:<room$}"), self.scene.looks.theme.quiet)
    }

    /// Text behind a label, wrapped so that its lines stand below each other.
    fn text(
        &self,
        page: &mut Page<'a>,
        at: usize,
        label: (String, Style),
        text: &'a str,
        plain: Style,
    ) {
        let indent = width(&label.0);
        let room = self.columns.saturating_sub(2 + indent).min(MEASURE);
        let ranges = self.needle.map_or_else(Vec::new, |needle| needle.find_in(text));
        let matched = self.scene.looks.theme.matched;
        let mut label = Some(label);
        for (i, part) in wrapped(text, room).into_iter().enumerate() {
            let first = match label.take() {
                Some((label, style)) => Span::styled(label, style),
                None => Span::raw(" ".repeat(indent)),
            };
            let mut spans = vec![self.cursor(i == 0), first];
            spans.extend(highlighted(text, part, &ranges, plain, matched));
            page.push(Some(at), Line::from(spans));
        }
    }

    /// The lines around a mistake, below its sentence.
    fn excerpt(&self, page: &mut Page<'a>, at: usize, lines: &Excerpt) {
        let indent = 3;
        let room = self.columns.saturating_sub(indent + 1);
        for mut line in excerpt::lines(lines, room, self.scene.looks) {
            line.spans.insert(0, Span::raw(" ".repeat(indent)));
            page.push(Some(at), line);
        }
    }

    fn cursor(&self, first: bool) -> Span<'a> {
        let looks = self.scene.looks;
        if self.selected && first {
            Span::styled(looks.signs.cursor, looks.theme.cursor)
        } else {
            Span::raw(" ")
        }
    }

    fn link(
        &self,
        page: &mut Page<'a>,
        at: usize,
        label: &'static str,
        title: &'a str,
        note: &'a str,
    ) {
        let (theme, signs) = (&self.scene.looks.theme, &self.scene.looks.signs);
        let (label, quiet) = self.label(label);
        let style = if self.selected { theme.link.patch(theme.strong) } else { theme.link };
        let room = self.columns.saturating_sub(LABEL + 6 + width(note));
        let ranges = self.needle.map_or_else(Vec::new, |needle| needle.find_in(title));
        let mut left = vec![self.cursor(true), Span::styled(label, quiet)];
        if ranges.is_empty() {
            left.push(Span::styled(fit(title, room, signs.ellipsis), style));
        } else {
            left.extend(highlighted(title, 0..title.len(), &ranges, style, theme.matched));
        }
        left.push(Span::styled(format!(" {}", signs.link), style));
        left.push(Span::styled(format!("  {note}"), theme.quiet));
        page.push(Some(at), Line::from(cut(left, self.columns, signs.ellipsis)));
    }
}
