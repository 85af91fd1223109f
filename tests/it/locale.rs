//! Korean beside English: the same texts, the number style of `lesson-text.md`, class names, switching at once.

mod handwritten;

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use egui_kittest::kittest::Queryable as _;
use inception_lens::analysis::evidence::find_class;
use inception_lens::locale::format::{ratio, times_fewer};
use inception_lens::locale::large_numbers::{in_billions, in_words};
use inception_lens::locale::text::{Language, class_text, language, set_language};
use inception_lens::state::{Options, View};

use crate::app::{open, sample, settle};
use crate::cli::{program, stderr};

/// Key and the placeholders in its text.
fn texts(file: &str) -> BTreeMap<String, BTreeSet<String>> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("assets/locales").join(file);
    let mut texts: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    let mut key = String::new();
    for line in fs::read_to_string(path).unwrap().lines() {
        if line.starts_with(|first: char| first.is_ascii_lowercase()) {
            key = line.split_once('=').unwrap().0.trim().to_owned();
            assert!(!texts.contains_key(&key), "{file}: {key} stands there twice");
        }
        let names = line.split('$').skip(1).map(|rest| {
            let end = rest.find(|letter: char| !letter.is_ascii_alphanumeric() && letter != '_');
            rest[..end.unwrap_or(rest.len())].to_owned()
        });
        texts.entry(key.clone()).or_default().extend(names);
    }
    texts.remove("");
    texts
}

#[test]
fn both_languages_have_the_same_keys_and_placeholders() {
    for [english, korean] in [["en.ftl", "ko.ftl"], ["lesson.en.ftl", "lesson.ko.ftl"]] {
        compare(&texts(english), &texts(korean));
    }
}

fn compare(english: &BTreeMap<String, BTreeSet<String>>, korean: &BTreeMap<String, BTreeSet<String>>) {
    let keys = |texts: &BTreeMap<_, _>| texts.keys().cloned().collect::<BTreeSet<String>>();
    assert_eq!(
        keys(english).symmetric_difference(&keys(korean)).count(),
        0,
        "{:?}",
        keys(english).symmetric_difference(&keys(korean)).collect::<Vec<_>>()
    );
    for (key, placeholders) in korean {
        // A text may leave a number out, but not name one that nobody gives.
        assert!(placeholders.is_subset(&english[key]), "{key}");
    }
}

/// lesson-text.md, sections 1 (rule 3) and 4.
#[test]
fn numbers_in_sentences_follow_each_language() {
    let cases = [
        (6_998_552, "7.00 million", "약 700만 "),
        (73_608_192, "73.6 million", "약 7,361만 "),
        (307_054_080, "307.1 million", "약 3억 710만 "),
        (898_560, "898,560", "898,560"),
    ];
    for (count, english, korean) in cases {
        set_language(Language::English);
        assert_eq!(in_words(count), english);
        set_language(Language::Korean);
        assert_eq!(in_words(count), korean);
    }
    let billions = [
        (714_188_480, "0.71 billion", "7.1억 "),
        (1_582_671_872, "1.58 billion", "15.8억 "),
        (15_470_264_320, "15.5 billion", "155억 "),
    ];
    for (count, english, korean) in billions {
        set_language(Language::English);
        assert_eq!(in_billions(count), english);
        set_language(Language::Korean);
        assert_eq!(in_billions(count), korean);
    }
    set_language(Language::English);
}

#[test]
fn classes_have_names_in_both_languages() {
    set_language(Language::Korean);
    for (english, korean) in
        [("cat", "고양이"), ("French horn", "호른"), ("parachute", "낙하산"), ("boat", "배"), ("pear", "배(과일)")]
    {
        assert_eq!(class_text(english), korean);
    }
    assert_eq!(class_text("yurt"), "yurt");
    let mut korean: Vec<String> = Vec::new();
    for label in crate::defaults::labels() {
        let name = class_text(&label).to_owned();
        assert!(name.chars().any(|letter| ('가'..='힣').contains(&letter)), "{label}");
        assert!(!korean.contains(&name), "two classes are called {name}");
        korean.push(name);
    }
    set_language(Language::English);
    let labels = ["airplane".to_owned(), "cat".to_owned()];
    assert_eq!(find_class("고양이", &labels).unwrap(), 1);
    assert_eq!(find_class("CAT", &labels).unwrap(), 1);
}

#[test]
fn the_window_changes_its_language_at_once() {
    let mut harness = open(Options {
        image: sample("cat.png"),
        view: View::Network,
        language: Some(Language::Korean),
        ..Default::default()
    });
    assert_eq!(language(), Language::Korean);
    let share = crate::defaults::answer("cat").1;
    harness.get_by_label("분류기");
    harness.get_by_label_contains(&format!("고양이, {share}"));
    harness.get_by_label_contains("한국어").click();
    settle(&mut harness);
    assert_eq!(language(), Language::English);
    harness.get_by_label("Classifiers");
    harness.get_by_label_contains(&format!("cat, {share}"));
    assert!(harness.query_by_label_contains("고양이").is_none());
}

#[test]
fn the_command_line_takes_the_language_and_classes_in_korean() {
    let folder = tempfile::tempdir().unwrap();
    let out = folder.path().join("a.png");
    let out = out.to_str().unwrap();
    let photo = "assets/samples/cat.png";
    for arguments in
        [&[photo, "--lang", "ko", "--screenshot", out][..], &["evidence", photo, "--class", "개", "--out", out]]
    {
        let output = program(arguments);
        assert_eq!(stderr(&output), "");
        assert_eq!(output.status.code(), Some(0), "{arguments:?}");
    }
    let output = program(&["--lang", "fr"]);
    assert_eq!(output.status.code(), Some(2));
}

#[test]
fn the_fonts_inside_have_every_letter_of_both_languages() {
    let ctx = egui::Context::default();
    ctx.set_fonts(inception_lens::ui::style::fonts());
    // Fonts are made with the first frame.
    let _ = ctx.run_ui(Default::default(), |_| {});
    let font = inception_lens::ui::style::TextRole::Body.font();
    for file in ["en.ftl", "ko.ftl", "lesson.en.ftl", "lesson.ko.ftl"] {
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("assets/locales").join(file);
        let letters: BTreeSet<char> = fs::read_to_string(path).unwrap().chars().collect();
        let has = |letter: &char| ctx.fonts_mut(|fonts| fonts.has_glyph(&font, *letter));
        let missing: Vec<&char> = letters.iter().filter(|letter| !letter.is_control() && !has(letter)).collect();
        assert!(missing.is_empty(), "{file}: {missing:?}");
    }
}

/// A course reads "1/4.2", never "4.2 times fewer"; and no ".0" that says nothing.
#[test]
fn what_is_left_is_a_fraction_in_korean() {
    set_language(Language::Korean);
    assert_eq!(
        [times_fewer(4.17), times_fewer(3.98), times_fewer(12.0), ratio(1.08)],
        ["1/4.2", "1/4", "1/12", "1.1배"]
    );
    set_language(Language::English);
    assert_eq!([times_fewer(4.17), times_fewer(3.98), ratio(4.17)], ["4.2×", "4×", "4.2×"]);
}

/// One kind of quotation marks and apostrophes, outside of code.
#[test]
fn english_texts_have_curly_quotes_alone() {
    for file in ["en.ftl", "lesson.en.ftl"] {
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("assets/locales").join(file);
        for line in fs::read_to_string(path).unwrap().lines().filter(|line| !line.starts_with('#')) {
            let written = line.split('`').step_by(2).collect::<String>();
            let is_code = ["{\"", "{ \""].iter().any(|code| written.contains(code));
            assert!(is_code || !written.contains(['"', '\'']), "{file}: {line}");
        }
    }
}

/// A particle that depends on the last sound of what is filled in stands after a noun, not in brackets.
#[test]
fn korean_texts_need_no_particles_in_brackets() {
    for file in ["ko.ftl", "lesson.ko.ftl"] {
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("assets/locales").join(file);
        let text = fs::read_to_string(path).unwrap();
        for wrong in [
            "을(를)",
            "이(가)",
            "은(는)",
            "와(과)",
            "(이)라",
            "(으)로",
            "배 차이",
            "줄기",
            "덧대기",
            "가림판",
            "가져가",
            "수업 화면",
            "새 가중치",
            "덧붙임",
        ] {
            let lines: Vec<&str> = text.lines().filter(|line| line.contains(wrong)).collect();
            let allowed = |line: &&str| line.contains("search-stem") || line.starts_with('#');
            assert!(lines.iter().all(allowed), "{file}: {wrong}: {lines:?}");
        }
    }
}
