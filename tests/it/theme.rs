//! Theme, numbers and words.

pub mod color_vision;
pub mod contrast;

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use inception_lens::locale::format;
use inception_lens::locale::text::{Language, language, set_language, tr, tr_with};
use inception_lens::ui::style::TextRole;

#[test]
fn numbers_have_few_digits_and_a_true_minus() {
    let compact: Vec<String> =
        [0.0, 480.0, 999.4, 999.6, 92_400.0, 999_600.0, 6_998_552.0, 1.58e9].map(format::compact).into();
    assert_eq!(compact, ["0", "480", "999", "1.00 k", "92.4 k", "1.00 M", "7.00 M", "1.58 G"]);
    assert_eq!(format::compact_parts(73_600_000.0), ("73.6".to_owned(), "M"));
    assert_eq!(format::compact(-92_400.0), "−92.4 k");
    assert_eq!(format::compact(f64::NAN), "–");
    assert_eq!(format::grouped(898_560), "898,560");
    assert_eq!(format::grouped(15), "15");
    assert_eq!(format::percent(0.526), "52.6%");
    assert_eq!(format::milliseconds(0.47), "0.47 ms");
    assert_eq!(format::milliseconds(3.4), "3.4 ms");
    assert_eq!(format::milliseconds(55.9), "56 ms");
    assert_eq!(format::ratio(4.17), "4.2×");
    assert_eq!(format::dimensions(&[14, 14]), "14 × 14");
    assert_eq!(format::signed(0.544, 3), "+0.544");
    assert_eq!(format::signed(-0.012, 3), "−0.012");
    assert_eq!(format::signed(-0.0001, 3), "0.000");
    assert_eq!([3.2, 0.11, 152.0, 0.0].map(format::decimals_for), [1, 2, 0, 1]);
}

#[test]
fn text_roles_have_the_sizes_of_the_design() {
    assert_eq!(TextRole::ViewTitle.font().size, 24.0);
    assert_eq!(TextRole::LessonTitle.font().size, 38.0);
    assert_eq!(TextRole::Navigation.font().size, 11.5);
}

/// Every source file of the crate, one after the other.
fn sources(folder: &Path) -> String {
    let mut text = String::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            text += &sources(&path);
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            let code = fs::read_to_string(path).unwrap();
            let is_code = |line: &&str| !line.trim_start().starts_with("//");
            for line in code.lines().filter(is_code) {
                text += line;
                text.push('\n');
            }
        }
    }
    text
}

/// The first argument of every call of `function`, where it is written as a string.
fn keys_passed_to(function: &str, code: &str) -> BTreeSet<String> {
    let call = format!("{function}(");
    let calls = code.match_indices(&call).filter(|(start, _)| {
        // Not the end of a longer name.
        !code[..*start].ends_with(|before: char| before.is_alphanumeric() || before == '_')
    });
    calls
        .filter_map(|(start, _)| {
            let argument = code[start + call.len()..].trim_start().strip_prefix('"')?;
            Some(argument.split('"').next()?.to_owned())
        })
        .collect()
}

#[test]
fn every_key_has_a_text_and_every_text_is_used() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let code = sources(&root.join("src"));
    let file = fs::read_to_string(root.join("assets/locales/en.ftl")).unwrap();
    let cards = fs::read_to_string(root.join("assets/locales/lesson.en.ftl")).unwrap();
    let texts: BTreeSet<String> = file
        .lines()
        .chain(cards.lines())
        .filter(|line| line.starts_with(|first: char| first.is_ascii_lowercase()))
        .filter_map(|line| Some(line.split_once('=')?.0.trim().to_owned()))
        .collect();
    let mut used = keys_passed_to("tr", &code);
    used.extend(keys_passed_to("tr_with", &code));
    assert!(used.len() >= 6, "the search finds nothing: {used:?}");
    let missing: Vec<_> = used.difference(&texts).collect();
    assert!(missing.is_empty(), "keys without a text: {missing:?}");
    // A key may also be chosen by a match and passed on, so any string that is the key counts as use.
    let unused: Vec<_> = texts
        .iter()
        .filter(|key| !code.contains(&format!("\"{key}\"")))
        // A card's parts are found by its number: tests/it/tour.rs reads all of them.
        .filter(|key| !is_card_part(key))
        .collect();
    assert!(unused.is_empty(), "texts nobody uses: {unused:?}");
    for key in &texts {
        assert_ne!(&tr(key), key, "the file is read as a whole");
    }
}

/// "lesson-3-title" and the like.
fn is_card_part(key: &str) -> bool {
    let parts = ["title", "body", "question", "answer", "note"];
    let numbered = key.strip_prefix("lesson-").and_then(|rest| rest.split_once('-'));
    numbered.is_some_and(|(number, part)| {
        number.parse::<u8>().is_ok() && parts.contains(&part.trim_end_matches("-otherwise"))
    })
}

#[test]
fn texts_are_filled_in_and_a_missing_key_shows_itself() {
    assert_eq!(tr("view-classifiers"), "Classifiers");
    assert_eq!(tr_with("share-name", &[("label", "cat"), ("share", "52.6%")]), "cat, 52.6%");
    assert_eq!(tr("no-such-key"), "no-such-key");
    set_language(Language::English);
    assert_eq!(language(), Language::English);
}

#[test]
fn a_missing_placeholder_is_seen() {
    let text = tr_with("share-name", &[("label", 5)]);
    assert_eq!(text, "5, {$share}");
}
