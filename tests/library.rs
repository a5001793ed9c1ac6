//! The shipped library, held to what makes it worth starting from.

#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test may end where it stands")]

mod support;

use rolebook::lint::Meaning;
use rolebook::model::{Figure, Job, Library, Need, Period, Profile, Status, Superior};
use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::sync::LazyLock;

/// The family whose roles show the edges of the format.
const EXAMPLES: &str = "Format Examples";
/// The family of the one at the top.
const TOP: &str = "General Management";
/// The one role whose superior is not in the library, as at its source.
const ELSEWHERE: &str = "Sales Support Supervisor";
/// How much of their words two behaviours may share before they say the same.
const ALIKE: f64 = 0.5;

static LIBRARY: LazyLock<std::sync::Arc<Library>> = LazyLock::new(support::shipped);

fn profiles() -> impl Iterator<Item = (usize, &'static Profile)> {
    let jobs = LIBRARY.jobs().iter().enumerate();
    jobs.map(|(index, job)| (index, job.profile.as_ref().expect("every file reads")))
}

/// The roles that a company could start from.
fn roles() -> impl Iterator<Item = (usize, &'static Profile)> {
    profiles().filter(|(_, profile)| profile.family.as_deref() != Some(EXAMPLES))
}

fn families() -> BTreeMap<&'static str, Vec<(usize, &'static Profile)>> {
    let mut families: BTreeMap<&str, Vec<_>> = BTreeMap::new();
    for (index, profile) in roles() {
        families.entry(profile.family.as_deref().unwrap()).or_default().push((index, profile));
    }
    families
}

fn group<'a>(profile: &'a Profile, key: &str) -> Vec<&'a str> {
    let of_group = profile.requirements().filter(|(group, _)| *group == key);
    of_group.filter_map(|(_, requirement)| requirement.name.as_deref()).collect()
}

#[test]
fn it_reads_without_a_problem() {
    let told: Vec<String> = (0..LIBRARY.jobs().len())
        .flat_map(|job| {
            LIBRARY.problems_of(job).map(move |p| format!("{}: {p}", LIBRARY.jobs()[job].id))
        })
        .chain(LIBRARY.problems().iter().map(|told| format!("{:?}", told)))
        .collect();
    assert!(told.is_empty(), "{told:#?}");
}

#[test]
fn there_are_forty_roles_in_eight_families_each_a_ladder() {
    assert!(roles().count() >= 40, "{}", roles().count());
    let families = families();
    assert!(families.len() >= 9, "{:?}", families.keys());
    for (family, roles) in families.iter().filter(|(family, _)| **family != TOP) {
        let on = |track| {
            let levels: BTreeSet<_> = roles
                .iter()
                .filter(|(_, p)| p.track.as_deref() == Some(track))
                .filter_map(|(_, p)| p.level.as_deref())
                .collect();
            levels.len()
        };
        assert!((2..=4).contains(&on("Individual contributor")), "contributors of {family}");
        assert!((2..=4).contains(&on("Management")), "managers of {family}");
    }
}

#[test]
fn every_role_is_complete() {
    for (_, profile) in roles() {
        let title = &profile.title;
        assert!(profile.code.is_some() && profile.level.is_some(), "{title}");
        assert!(profile.track.is_some() && profile.education.is_some(), "{title}");
        assert!(profile.experience.is_some() && profile.summary.is_some(), "{title}");
        assert!(!profile.also_known_as.is_empty(), "{title}");
        assert!((5..=8).contains(&profile.responsibilities.len()), "{title}");
        assert_eq!(group(profile, "general").len(), 8, "{title}");
        assert_eq!(group(profile, "core").len(), 8, "{title}");
        for (key, count) in &profile.declared {
            assert_eq!(group(profile, key).len(), *count as usize, "{key} of {title}");
        }
        let needs: BTreeSet<Option<Need>> = profile.requirements().map(|(_, r)| r.need()).collect();
        assert!(needs.len() > 1, "what {title} must have is not told apart");
    }
    let hard = roles().filter(|(_, profile)| !group(profile, "hard").is_empty()).count();
    assert!(hard >= 10, "{hard}");
}

#[test]
fn pay_rises_from_percentile_to_percentile_and_is_called_illustrative() {
    for (_, profile) in roles() {
        let title = &profile.title;
        let first = profile.salary.first().unwrap_or_else(|| panic!("pay of {title}"));
        for p in [10, 25, 50, 75, 90] {
            assert!(first.base.get(Figure::Percentile(p)).is_some(), "p{p} of {title}");
        }
        assert!(first.total.median() >= first.base.median(), "{title}");
        for record in &profile.salary {
            for figures in [&record.base, &record.total] {
                let values: Vec<f64> = figures.iter().map(|(_, value)| value).collect();
                assert!(values.is_sorted_by(|a, b| a < b), "{title}: {values:?}");
            }
        }
        let source = profile.source.as_deref().or(LIBRARY.settings().source.as_ref()).unwrap();
        assert!(source.attribution.as_deref().unwrap().contains("illustrative"), "{title}");
    }
}

#[test]
fn sales_support_supervisor_keeps_the_facts_of_its_source() {
    let (index, profile) = roles().find(|(_, profile)| profile.title == ELSEWHERE).unwrap();
    assert_eq!(profile.code.as_deref(), Some("SM15000482"));
    assert_eq!(profile.level.as_deref(), Some("M01"));
    assert_eq!(profile.education.as_deref(), Some("Bachelor's degree"));
    assert_eq!(profile.reports_to, ["Manager or Head of a Unit/Department"]);
    let pay = &profile.salary[0];
    assert_eq!((pay.base.median(), pay.total.median()), (Some(98_312.0), Some(105_128.0)));
    assert!(matches!(LIBRARY.superiors(index).next(), Some(Superior::Elsewhere(_))));
    for name in [
        "Customer Complaint Resolution",
        "Sales Function",
        "Products and Services",
        "Meeting Management",
    ] {
        let requirement = profile.requirements().find(|(_, r)| r.name.as_deref() == Some(name));
        assert_eq!(requirement.unwrap().1.level.unwrap().value(), 3.0, "{name}");
    }
}

/// Yearly base median in the first record's currency.
fn median(profile: &Profile) -> Option<(&str, f64)> {
    let record = profile.salary.first()?;
    let currency = record.currency.as_deref().or(LIBRARY.settings().currency.as_deref())?;
    (record.period == Period::Year).then_some(())?;
    Some((currency, record.base.median()?))
}

/// How high a job level is: contributors below managers, managers below executives. Levels of another
/// scheme are not compared.
fn height(level: Option<&str>) -> Option<usize> {
    let level = level?;
    let grade: usize = level.get(1..)?.parse().ok()?;
    let kind = ["P", "M", "E"].iter().position(|kind| level.starts_with(kind))?;
    Some(kind * 100 + grade)
}

#[test]
fn every_line_leads_to_a_boss_of_a_higher_level() {
    let mut lines = 0;
    for (index, profile) in profiles() {
        for superior in LIBRARY.superiors(index).take(1) {
            let Superior::Job(boss, _) = superior else { continue };
            let boss = LIBRARY.jobs()[boss].profile.as_ref().unwrap();
            let heights = (height(profile.level.as_deref()), height(boss.level.as_deref()));
            if let (Some(own), Some(above)) = heights {
                assert!(above > own, "{} is no level above {}", boss.title, profile.title);
                lines += 1;
            }
        }
    }
    assert!(lines >= 40, "{lines} lines of report were compared");
}

#[test]
fn every_line_leads_to_a_boss_who_is_paid_more() {
    for (index, profile) in profiles() {
        let title = &profile.title;
        if profile.reports_to.is_empty() {
            assert_eq!(profile.family.as_deref(), Some(TOP), "{title} reports to nobody");
        }
        for (place, superior) in LIBRARY.superiors(index).enumerate() {
            let Superior::Job(boss, _) = superior else {
                assert_eq!(title, ELSEWHERE, "{superior:?}");
                continue;
            };
            let boss = LIBRARY.jobs()[boss].profile.as_ref().unwrap();
            if let (0, Some((one, less)), Some((other, more))) =
                (place, median(profile), median(boss))
                && one == other
            {
                assert!(more > less, "{} is paid less than {title}", boss.title);
            }
        }
    }
}

#[test]
fn lines_are_three_and_four_deep() {
    let depth = |mut job: usize| {
        let mut depth = 1;
        while let Some(Superior::Job(boss, _)) = LIBRARY.superiors(job).next() {
            depth += 1;
            job = boss;
            assert!(depth < 10, "a line goes in a circle");
        }
        depth
    };
    let depths: Vec<usize> = roles().map(|(index, _)| depth(index)).collect();
    assert!(depths.iter().filter(|depth| **depth >= 4).count() >= 15, "{depths:?}");
    assert!(depths.iter().filter(|depth| **depth == 3).count() >= 5, "{depths:?}");
}

#[test]
fn neighbours_share_competencies_at_different_levels() {
    for (family, roles) in families().into_iter().filter(|(family, _)| *family != TOP) {
        let mut levels: HashMap<&str, BTreeSet<String>> = HashMap::new();
        for (_, requirement) in roles.iter().flat_map(|(_, profile)| profile.requirements()) {
            let name = requirement.name.as_deref().unwrap();
            levels.entry(name).or_default().insert(requirement.level.unwrap().to_string());
        }
        let differing = levels.values().filter(|levels| levels.len() > 1).count();
        assert!(differing >= 8, "{family}: {differing}");
    }
}

#[test]
fn sixty_competencies_have_five_behaviours_at_each_of_five_levels() {
    let of_default = LIBRARY.competencies().iter().filter(|c| c.scale.is_none());
    let mut count = 0;
    for competency in of_default {
        count += 1;
        let name = &competency.name;
        assert!(competency.definition.is_some(), "{name}");
        assert_eq!(
            competency.levels.keys().copied().collect::<Vec<_>>(),
            [1, 2, 3, 4, 5],
            "{name}"
        );
        for (level, text) in &competency.levels {
            assert_eq!(text.behaviours.len(), 5, "{name} {level}");
        }
    }
    assert!(count >= 60, "{count}");
}

/// Every behaviour with where it stands.
fn behaviours() -> Vec<(String, &'static str)> {
    let mut all = Vec::new();
    for competency in LIBRARY.competencies() {
        for (level, text) in &competency.levels {
            let place = || format!("{} {level}", competency.name);
            all.extend(text.behaviours.iter().map(|behaviour| (place(), behaviour.as_str())));
        }
    }
    all
}

#[test]
fn every_behaviour_begins_with_a_verb_and_is_one_sentence() {
    for (place, behaviour) in behaviours() {
        let verb = behaviour.split([' ', ',']).next().unwrap();
        let third_person =
            verb.ends_with('s') && !verb.ends_with("ss") && verb.starts_with(char::is_uppercase);
        assert!(third_person, "{place}: {behaviour}");
        assert!(behaviour.ends_with('.'), "{place}: {behaviour}");
        let words = behaviour.split_whitespace().count();
        assert!((5..=22).contains(&words), "{place}: {behaviour}");
    }
}

#[test]
fn no_two_behaviours_say_the_same() {
    let all: Vec<_> =
        behaviours().into_iter().map(|(place, text)| (place, text, Meaning::of(text))).collect();
    let mut alike = Vec::new();
    for (i, (place, text, words)) in all.iter().enumerate() {
        for (other_place, other, other_words) in &all[..i] {
            if words.is_like(other_words, ALIKE) {
                alike.push(format!("{place}: {text}\n{other_place}: {other}"));
            }
        }
    }
    assert!(alike.is_empty(), "{}", alike.join("\n\n"));
}

#[test]
fn the_examples_show_the_edges_of_the_format() {
    let examples: Vec<(&Job, &Profile)> = profiles()
        .filter(|(_, profile)| profile.family.as_deref() == Some(EXAMPLES))
        .map(|(index, profile)| (LIBRARY.jobs()[index].as_ref(), profile))
        .collect();
    let any = |what: &str, shows: &dyn Fn(&Profile) -> bool| {
        assert!(examples.iter().any(|(_, profile)| shows(profile)), "no example shows {what}");
    };
    let requirement = |p: &Profile, is: fn(&rolebook::model::Requirement) -> bool| {
        p.requirements().any(|(_, r)| is(r))
    };
    let level = |r: &rolebook::model::Requirement, is: fn(&rolebook::model::LevelText) -> bool| {
        r.levels().values().any(is)
    };
    any("more", &|p| p.requirements().any(|(_, r)| level(r, |text| text.more.is_some())));
    any("undefined", &|p| p.requirements().any(|(_, r)| level(r, |text| text.undefined)));
    any("withheld", &|p| requirement(p, rolebook::model::Requirement::is_withheld));
    any("a decimal level", &|p| {
        requirement(p, |r| r.level.is_some_and(|level| level.whole().is_none()))
    });
    any("more declared than present", &|p| {
        p.declared.iter().any(|(key, count)| {
            let present = p.requirements().filter(|(group, _)| group == key).count();
            present < *count as usize
        })
    });
    any("another scale", &|p| {
        let scale = |name: &str| LIBRARY.competency(name).and_then(|c| c.scale.clone());
        p.requirements().any(|(_, r)| r.name.as_deref().and_then(scale).is_some())
    });
    any("pay by the hour in another currency", &|p| {
        let is = |r: &rolebook::model::PayRecord| {
            r.period == Period::Hour && r.currency.as_deref() != Some("USD")
        };
        p.salary.iter().any(is)
    });
    any("several pay records", &|p| p.salary.len() >= 3);
    any("dotted lines", &|p| p.reports_to.len() > 1);
    any("a retired role", &|p| p.status == Status::Retired);
    any("a draft", &|p| p.status == Status::Draft);
    any("a title with wide characters", &|p| p.title.chars().any(|c| c > '\u{2e80}'));
    any("French", &|p| p.language.as_deref() == Some("fr"));
    any("Japanese", &|p| p.language.as_deref() == Some("ja"));
}

#[test]
fn the_readme_counts_right() {
    let families: Vec<_> = profiles().filter_map(|(_, p)| p.family.as_deref()).collect();
    let examples = families.iter().filter(|family| **family == "Format Examples").count();
    let roles = LIBRARY.jobs().len() - examples;
    let families = families.iter().collect::<BTreeSet<_>>().len() - 1;
    let competencies = LIBRARY.competencies().len();
    let told = format!(
        "{roles} roles in {families} families, {competencies} competencies with their behaviours at every level, and {examples} more profiles"
    );
    assert!(include_str!("../README.md").contains(&told), "{told}");
}
