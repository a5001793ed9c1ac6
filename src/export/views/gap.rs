//! The gap between two jobs as a document: what has to be learned, behaviour by behaviour.

use super::{Document, Fact, Item, Tone, Words};
use crate::compare::{NAMES_NONE, step_words};
use crate::export::document::Row;
use crate::gap::{self, Change, Gap, GapItem};
use crate::model::{Library, steps};

/// What lies between two jobs, where levels differ that are `step` steps or more apart.
#[must_use]
pub fn gap(library: &Library, from: usize, to: usize, step: f64, pay: bool) -> Document {
    let both = [from, to];
    let titles = both.map(|job| super::title(library, job, &both));
    let mut document = Document::new(format!("From {} to {}", titles[0], titles[1]));
    document.language = super::language(library, &both);
    let unread = |job: &&usize| library.jobs().get(**job).is_none_or(|job| job.profile.is_none());
    for job in both.iter().filter(unread) {
        document.paragraph(format!("{} {}.", super::title(library, *job, &both), super::UNREAD));
    }
    let gap = gap::gap(library, from, to, step);
    put_overview(&mut document, &gap, &titles, pay);
    for change in Change::ALL {
        put_change(&mut document, library, &gap, change, &titles);
    }
    let names = gap.items.iter().filter(|item| !item.steps.is_empty()).map(|item| item.name);
    super::close(&mut document, library, &both, names.collect::<Vec<_>>(), pay);
    document
}

fn put_overview(document: &mut Document, gap: &Gap<'_>, titles: &[String; 2], pay: bool) {
    let counts = gap.counts();
    let mut facts = Vec::new();
    let told = if counts.is_empty() { "none named".to_owned() } else { counts.join(" · ") };
    facts.push(Fact::new("Competencies", told));
    let mut distances: Vec<Words> = gap
        .distances
        .iter()
        .map(|distance| {
            format!("{} up on the scale “{}”", steps(distance.steps), distance.scale).into()
        })
        .collect();
    distances.push(format!("differ {}", step_words(gap.step)).into());
    facts.push(Fact { label: "Levels".to_owned(), values: distances });
    let withheld = [(gap.withheld.0, &titles[0]), (gap.withheld.1, &titles[1])];
    let withheld: Vec<Words> = withheld
        .into_iter()
        .filter(|(count, _)| *count > 0)
        .map(|(count, title)| format!("{count} of {title}, whose names are not known").into())
        .collect();
    if !withheld.is_empty() {
        facts.push(Fact { label: "Withheld".to_owned(), values: withheld });
    }
    if pay {
        facts.push(pay_fact(gap));
    }
    document.facts(facts);
    if !pay {
        document.paragraph(super::PAY_LEFT_OUT);
    }
    for (title, _) in titles.iter().zip(gap.silent).filter(|(_, silent)| *silent) {
        document.paragraph(format!("{title} {NAMES_NONE}."));
    }
    if gap.asks_for_no_more() {
        document.paragraph(format!(
            "{} asks for nothing that {} does not ask for as well, as far as the files say.",
            titles[1], titles[0]
        ));
    }
}

fn pay_fact(gap: &Gap<'_>) -> Fact {
    let mut values: Vec<Words> = gap.pay.sentences().into_iter().map(Words::from).collect();
    if values.is_empty() {
        values.push(Words::aside(super::NOT_IN_FILE));
    }
    let [_, to] = gap.pay.medians();
    values.extend(super::difference(&gap.pay.difference, to.map(|median| median.currency)));
    Fact { label: "Pay".to_owned(), values }
}

fn put_change(
    document: &mut Document,
    library: &Library,
    gap: &Gap<'_>,
    change: Change,
    titles: &[String; 2],
) {
    let items: Vec<&GapItem<'_>> = gap.of(change).collect();
    if items.is_empty() {
        return;
    }
    let word = change.word();
    let heading = word[..1].to_uppercase() + &word[1..];
    document.heading(2, format!("{heading} ({})", items.len()));
    if matches!(change, Change::Enough | Change::FallsAway) {
        let required = |item: &GapItem<'_>, level: Option<_>, asks: bool| match level {
            Some(level) => Words::from(super::level(item.scale, level)),
            None if asks => Words::aside("no level in file"),
            None => Words::aside("not in this job"),
        };
        let rows = items.iter().map(|item| {
            let from = required(item, item.from, true);
            let mut to = required(item, item.to, change == Change::Enough);
            if item.is_about_the_same() {
                to = to.and(Tone::Aside, ", about the same");
            }
            Row::Cells(item.name.into(), vec![from, to])
        });
        let columns = vec!["Competency".to_owned(), titles[0].clone(), titles[1].clone()];
        document.table_of_jobs("", columns, rows.collect());
        return;
    }
    for item in items {
        put_item(document, library, item);
    }
}

/// A competency that has to be learned: from where to where, and what people do on the way.
fn put_item(document: &mut Document, library: &Library, item: &GapItem<'_>) {
    let level = |level| super::level(item.scale, level);
    let from = match (item.from, item.change) {
        (Some(from), _) => level(from),
        (None, Change::New) => "not asked for".to_owned(),
        (None, _) => "no level in file".to_owned(),
    };
    let to = item.to.map_or_else(|| "no level in file".to_owned(), level);
    document.heading(3, format!("{}: {from} → {to}", item.name));
    let group = library.settings().group_name(item.group);
    let mut about = vec![group.to_owned()];
    if item.distance > 0.0 {
        about.push(format!("{} up", steps(item.distance)));
    }
    document.paragraph(Words::aside(about.join(" · ")));
    if !item.scale.cumulative && !item.steps.is_empty() {
        let (first, rest) = gap::NOT_CUMULATIVE.split_at(1);
        document.paragraph(format!("{}{rest}.", first.to_uppercase()));
    }
    let levels: Vec<Item> = item
        .steps
        .iter()
        .map(|step| {
            let between = super::in_brackets(step.counts());
            super::level_item(step.name() + &between, step.text)
        })
        .collect();
    if let Some(why) = item.why_nothing() {
        document.paragraph(Words::of(Tone::Aside, why));
    }
    document.list(levels);
}
