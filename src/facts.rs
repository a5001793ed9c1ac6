//! What there is to say about one job besides its competencies: one fact a row, in reading order.
//!
//! The detail pane, the plain text for screen readers and whatever is copied all tell these facts,
//! so that none of them can forget one.

mod excerpt;
mod pay;
#[cfg(test)]
mod tests;

pub use excerpt::{CARET, ExcerptRow, excerpt_rows};
pub use pay::{PayView, pay_sentence, pay_views};

use crate::model::{Excerpt, Job, JobId, Library, Severity, Source, Superior, Texts};
use std::borrow::Cow;

/// Who a fact is, whatever stands around it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[allow(missing_docs)] // each is the field of the profile that it names
pub enum FactId {
    Problem(u32),
    Kept,
    Identity,
    Pay(u32),
    Superior(u32),
    Report(u32),
    Education,
    Experience,
    Summary,
    Responsibility(u32),
    Requires(u32),
    Condition(u32),
    Track,
    Status,
    Effective,
    Language,
    Alternate,
    Source,
    SourceUrl,
    Licence,
    Attribution,
    Retrieved,
    File,
}

/// The parts of a job that a reader steps through.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Section {
    /// What is wrong with the file.
    Problems,
    /// Code, level and family.
    Identity,
    /// What it pays.
    Pay,
    /// To whom it reports and who reports to it.
    Lines,
    /// What somebody brings along.
    Asks,
    /// What the job is.
    Summary,
    /// What it does.
    Responsibilities,
    /// All the rest.
    More,
}

/// What a fact says.
#[derive(Debug, Clone, PartialEq)]
pub enum Value<'a> {
    /// Words.
    Text(Cow<'a, str>),
    /// Several short texts, each with a name of its own, that stand on one row.
    Parts(Vec<(&'static str, &'a str)>),
    /// One of several sentences.
    Item(&'a str),
    /// Another job of the library, with words that go with it.
    Link {
        /// Who it is.
        job: JobId,
        /// Its title.
        title: String,
        /// What else there is to say: `dotted line`, `P02`.
        note: String,
    },
    /// A pay record.
    Pay(Box<PayView<'a>>),
    /// What is wrong with the file.
    Problem {
        /// The place and the sentence.
        sentence: String,
        /// How much it matters.
        severity: Severity,
        /// The lines around it, where it keeps the file from being read.
        excerpt: Option<&'a Excerpt>,
    },
    /// The file does not say.
    NotInFile,
    /// It is there, and hidden on request.
    Hidden,
}

/// One fact about a job.
#[derive(Debug, Clone, PartialEq)]
pub struct Fact<'a> {
    /// Who it is.
    pub id: FactId,
    /// Where it belongs.
    pub section: Section,
    /// What it is called; empty for the later ones of a list.
    pub label: &'static str,
    /// What it says.
    pub value: Value<'a>,
}

/// Every fact about a job, in reading order; pay figures only where `pay` allows them.
#[must_use]
pub fn facts(library: &Library, index: usize, pay: bool) -> Vec<Fact<'_>> {
    let Some(job) = library.jobs().get(index) else { return Vec::new() };
    let mut facts = Facts { out: Vec::new() };
    facts.problems(library, index, pay);
    let Some(profile) = &job.profile else {
        facts.text(FactId::File, Section::More, "File", job.id.to_string());
        return facts.out;
    };
    let identity = [("Code", job.code()), ("Level", job.level()), ("Family", job.family())];
    let parts: Vec<_> =
        identity.into_iter().filter_map(|(name, text)| Some((name, text?))).collect();
    let value = if parts.is_empty() { Value::NotInFile } else { Value::Parts(parts) };
    facts.push(FactId::Identity, Section::Identity, "Code", value);
    facts.pay(library, job, pay);
    facts.lines(library, index);
    facts.or_missing(FactId::Education, Section::Asks, "Education", profile.education.as_deref());
    facts.or_missing(
        FactId::Experience,
        Section::Asks,
        "Experience",
        profile.experience.as_deref(),
    );
    facts.or_missing(FactId::Summary, Section::Summary, "Summary", profile.summary.as_deref());
    let duties = &profile.responsibilities;
    facts.items(FactId::Responsibility, Section::Responsibilities, "Responsibilities", duties);
    if duties.is_empty() {
        let section = Section::Responsibilities;
        facts.push(FactId::Responsibility(0), section, "Responsibilities", Value::NotInFile);
    }
    facts.items(FactId::Requires, Section::More, "Requires", &profile.requires);
    facts.items(FactId::Condition, Section::More, "Conditions", &profile.conditions);
    facts.optional(FactId::Track, "Track", profile.track.as_deref());
    facts.optional(FactId::Status, "Status", profile.status.notable());
    facts.optional(FactId::Effective, "Effective", profile.effective.as_deref());
    facts.optional(FactId::Language, "Language", profile.language.as_deref());
    facts.alternates(&profile.also_known_as);
    facts.source(profile.source.as_deref().or(library.settings().source.as_ref()));
    facts.text(FactId::File, Section::More, "File", job.id.to_string());
    facts.out
}

/// The facts gathered so far.
struct Facts<'a> {
    out: Vec<Fact<'a>>,
}

impl<'a> Facts<'a> {
    fn push(&mut self, id: FactId, section: Section, label: &'static str, value: Value<'a>) {
        self.out.push(Fact { id, section, label, value });
    }

    fn text(
        &mut self,
        id: FactId,
        section: Section,
        label: &'static str,
        text: impl Into<Cow<'a, str>>,
    ) {
        self.push(id, section, label, Value::Text(text.into()));
    }

    fn or_missing(
        &mut self,
        id: FactId,
        section: Section,
        label: &'static str,
        text: Option<&'a str>,
    ) {
        let value = text.map_or(Value::NotInFile, |text| Value::Text(text.into()));
        self.push(id, section, label, value);
    }

    fn optional(&mut self, id: FactId, label: &'static str, text: Option<&'a str>) {
        if let Some(text) = text {
            self.text(id, Section::More, label, text);
        }
    }

    fn items<T: AsRef<str> + ?Sized + 'a>(
        &mut self,
        id: fn(u32) -> FactId,
        section: Section,
        label: &'static str,
        items: impl IntoIterator<Item = &'a T>,
    ) {
        for (i, item) in (0..).zip(items) {
            let label = if i == 0 { label } else { "" };
            self.push(id(i), section, label, Value::Item(item.as_ref()));
        }
    }

    /// What is wrong, first of all what keeps the file from being read.
    fn problems(&mut self, library: &'a Library, index: usize, pay: bool) {
        let Some(job) = library.jobs().get(index) else { return };
        // In a file that cannot be read nobody can tell which lines are about pay.
        let mut excerpt = job.excerpt.as_deref().filter(|_| pay);
        // Each keeps the number that it has in the library, whatever its place here.
        let mut problems: Vec<_> = (0..).zip(library.problems_of(index)).collect();
        let place = excerpt.map(|excerpt| excerpt.place);
        problems.sort_by_key(|(_, problem)| place.is_some() && problem.place != place);
        for (i, problem) in problems {
            let label = if self.out.is_empty() { "Problems" } else { "" };
            let (sentence, severity) = (problem.placed(pay), problem.severity);
            let excerpt = excerpt.take_if(|excerpt| problem.place == Some(excerpt.place));
            let value = Value::Problem { sentence, severity, excerpt };
            self.push(FactId::Problem(i), Section::Problems, label, value);
        }
        if job.kept {
            self.text(FactId::Kept, Section::Problems, "Below", "as last read, before this");
        }
    }

    fn alternates(&mut self, titles: &'a Texts) {
        if !titles.is_empty() {
            self.text(
                FactId::Alternate,
                Section::More,
                "Also called",
                titles.iter().collect::<Vec<_>>().join(", "),
            );
        }
    }

    fn pay(&mut self, library: &'a Library, job: &'a Job, shown: bool) {
        let records = job.profile.as_ref().map_or(&[][..], |p| &p.salary[..]);
        if records.is_empty() {
            return self.push(FactId::Pay(0), Section::Pay, "Pay", Value::NotInFile);
        }
        if !shown {
            return self.push(FactId::Pay(0), Section::Pay, "Pay", Value::Hidden);
        }
        for (i, view) in (0..).zip(pay_views(library.settings(), records)) {
            self.push(FactId::Pay(i), Section::Pay, "Pay", Value::Pay(Box::new(view)));
        }
    }

    fn lines(&mut self, library: &'a Library, index: usize) {
        let mut none = true;
        for (i, superior) in (0..).zip(library.superiors(index)) {
            none = false;
            let label = if i == 0 { "Reports to" } else { "Dotted line" };
            let value = match superior {
                Superior::Job(job, _) => link(library, job),
                Superior::Elsewhere(text) => Value::Text(text.into()),
            };
            self.push(FactId::Superior(i), Section::Lines, label, value);
        }
        if none {
            self.push(FactId::Superior(0), Section::Lines, "Reports to", Value::NotInFile);
        }
        let is_line = |report: &usize| matches!(library.superiors(*report).next(), Some(Superior::Job(job, _)) if job == index);
        let (line, dotted): (Vec<usize>, Vec<usize>) =
            library.reports(index).iter().partition(|report| is_line(report));
        let mut count = 0;
        for (name, reports) in [("Direct reports", line), ("Dotted reports", dotted)] {
            for (i, report) in reports.into_iter().enumerate() {
                let label = if i == 0 { name } else { "" };
                self.push(FactId::Report(count), Section::Lines, label, link(library, report));
                count += 1;
            }
        }
    }

    fn source(&mut self, source: Option<&'a Source>) {
        let Some(source) = source else { return };
        self.optional(FactId::Source, "Source", source.name.as_deref());
        self.optional(FactId::SourceUrl, "Link", source.url.as_deref());
        self.optional(FactId::Licence, "Licence", source.licence.as_deref());
        self.optional(FactId::Attribution, "Attribution", source.attribution.as_deref());
        self.optional(FactId::Retrieved, "Retrieved", source.retrieved.as_deref());
    }
}

fn link(library: &Library, index: usize) -> Value<'_> {
    let job = &library.jobs()[index];
    Value::Link {
        job: job.id.clone(),
        title: job.title().into_owned(),
        note: job.level().unwrap_or_default().to_owned(),
    }
}

impl Value<'_> {
    /// The value as words, without boxes or bars.
    #[must_use]
    pub fn words(&self) -> Cow<'_, str> {
        match self {
            Value::Text(text) => Cow::Borrowed(text),
            Value::Item(text) => Cow::Borrowed(text),
            Value::Parts(parts) => {
                let texts: Vec<&str> = parts.iter().map(|(_, text)| *text).collect();
                Cow::Owned(texts.join(" · "))
            }
            Value::Problem { sentence, .. } => Cow::Borrowed(sentence),
            Value::Link { title, note, .. } if note.is_empty() => Cow::Borrowed(title),
            Value::Link { title, note, .. } => Cow::Owned(format!("{title} ({note})")),
            Value::Pay(view) => Cow::Owned(pay_sentence(view)),
            Value::NotInFile => Cow::Borrowed("not in file"),
            Value::Hidden => Cow::Borrowed("hidden"),
        }
    }
}
