//! How long one key in the filter takes, beside the matcher that the filter could have used.

#[path = "support/mod.rs"]
mod support;

use criterion::{BenchmarkId, Criterion, criterion_group, criterion_main};
use fuzzy_matcher::FuzzyMatcher;
use fuzzy_matcher::skim::SkimMatcherV2;
use rolebook::search::{Index, Query, explain, search};
use std::hint::black_box;
use std::time::Duration;
use support::titles;

/// Frequent letters, a rare one, words on their way, one that is nowhere, several words.
const TYPED: [&str; 10] =
    ["e", "s", "x", "er", "sup", "zq", "eng", "engineer", "sales sup", "^s !sales"];

/// One key over titles alone, and the same titles through skim.
fn titles_alone(c: &mut Criterion) {
    for count in [1_016, 16_000, 100_000] {
        let mut group = c.benchmark_group(format!("{count} titles"));
        let index = Index::new(titles::library(titles::jobs(count, 0)), None);
        for typed in TYPED {
            let query = Query::parse(typed);
            group.bench_function(BenchmarkId::new("rolebook", typed), |b| {
                b.iter(|| search(&index, black_box(&query), None).len());
            });
        }
        let skim = SkimMatcherV2::default();
        let jobs = index.library().jobs();
        for typed in ["e", "sup", "engineer"] {
            group.bench_function(BenchmarkId::new("skim", typed), |b| {
                b.iter(|| {
                    let score = |i: usize| skim.fuzzy_match(&jobs[i].title(), black_box(typed));
                    let mut hits: Vec<(i64, usize)> =
                        (0..jobs.len()).filter_map(|i| Some((-score(i)?, i))).collect();
                    hits.sort_unstable();
                    hits.len()
                });
            });
        }
        group.finish();
    }
}

/// One key over jobs with 55 alternate titles each, and the next key within its hits.
fn with_alternates(c: &mut Criterion) {
    let mut group = c.benchmark_group("16000 jobs with 880000 alternates");
    let index = Index::new(titles::library(titles::jobs(16_000, 55)), None);
    for typed in TYPED {
        let query = Query::parse(typed);
        group.bench_function(typed, |b| {
            b.iter(|| search(&index, black_box(&query), None).len());
        });
    }
    let (before, after) = (Query::parse("^sal"), Query::parse("^sales"));
    let hits = search(&index, &before, None);
    group.bench_function("^sal, then ^sales", |b| {
        b.iter(|| search(&index, &after, Some((&before, &hits))).len());
    });
    let query = Query::parse("night wareh");
    group.bench_function("explaining 50 rows", |b| {
        b.iter(|| {
            let jobs = &index.library().jobs()[..50];
            jobs.iter().map(|job| explain(&query, job).title.len()).sum::<usize>()
        });
    });
    group.finish();
}

/// Folding a library, from nothing and when half of it is known.
fn indexing(c: &mut Criterion) {
    let mut group = c.benchmark_group("index");
    for (count, alternates) in [(16_000, 55), (100_000, 0)] {
        let jobs = titles::jobs(count, alternates);
        let all = titles::library(jobs.clone());
        let half = Index::new(titles::library(jobs.into_iter().step_by(2).collect()), None);
        let name = format!("{count} jobs, {alternates} alternates each");
        group.bench_function(BenchmarkId::new(&name, "fresh"), |b| {
            b.iter(|| Index::new(all.clone(), None));
        });
        group.bench_function(BenchmarkId::new(&name, "half known"), |b| {
            b.iter(|| Index::new(all.clone(), Some(&half)));
        });
    }
    group.finish();
}

criterion_group! {
    name = filter;
    config = Criterion::default()
        .sample_size(20)
        .warm_up_time(Duration::from_millis(200))
        .measurement_time(Duration::from_millis(600))
        .without_plots();
    targets = titles_alone, with_alternates, indexing
}
criterion_main!(filter);
