//! Handout, worksheet and answer key from the command line.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;
use std::sync::{Arc, Mutex, OnceLock};

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use inception_lens::spec::lineage;
use inception_lens::state::{CARDS, Stage};

use super::{PHOTO, export};
use crate::cli::program;

/// What the photo of the pages is called.
const NAME: &str = "<b onload=x>&\"'.png";

/// A page of the photo: made once for all tests, since it takes seconds.
fn page(view: &'static str, language: &'static str) -> String {
    type Pages = BTreeMap<(&'static str, &'static str), Arc<OnceLock<String>>>;
    static PAGES: Mutex<Pages> = Mutex::new(BTreeMap::new());
    let page = PAGES.lock().unwrap().entry((view, language)).or_default().clone();
    let made = || {
        let folder = tempfile::tempdir().unwrap();
        let photo = folder.path().join(NAME);
        fs::copy(PHOTO, &photo).unwrap();
        String::from_utf8(export(photo.to_str().unwrap(), view, "a.html", &["--lang", language])).unwrap()
    };
    page.get_or_init(made).clone()
}

/// Every opened element is closed, in the right order.
fn is_balanced(page: &str) {
    let mut open: Vec<&str> = Vec::new();
    let body = page.strip_prefix("<!DOCTYPE html>").unwrap();
    // Nothing else may begin with this sign: it is escaped in text.
    for piece in body.split('<').skip(1) {
        let (tag, _) = piece.split_once('>').unwrap();
        let name = tag.split_whitespace().next().unwrap();
        if let Some(closed) = name.strip_prefix('/') {
            assert_eq!(open.pop(), Some(closed));
        } else if !["meta", "img", "br"].contains(&name) {
            open.push(name);
        }
    }
    assert!(open.is_empty(), "{open:?}");
}

/// All pictures of a page; each must be a PNG inside it.
fn pictures(page: &str) -> Vec<image::DynamicImage> {
    assert_eq!(page.matches("<img").count(), page.matches("src=\"data:image/png;base64,").count());
    let encoded = page.split("src=\"data:image/png;base64,").skip(1);
    let decoded = encoded.map(|rest| STANDARD.decode(rest.split('"').next().unwrap()).unwrap());
    decoded.map(|png| image::load_from_memory(&png).unwrap()).collect()
}

/// The page without tags and pictures.
fn text(page: &str) -> String {
    let body = page.split_once("</style>").unwrap().1;
    let pieces = body.split('<').map(|piece| piece.split_once('>').map_or("", |(_, text)| text));
    pieces.collect()
}

/// The texts of a language file by key.
fn texts(file: &str) -> Vec<(String, String)> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("assets/locales").join(file);
    let source = fs::read_to_string(path).unwrap();
    let lines = source.lines().filter_map(|line| line.split_once(" = "));
    lines.map(|(key, text)| (key.to_owned(), text.to_owned())).collect()
}

/// A text's words without its placeholders.
fn words(text: &str) -> Vec<String> {
    let pieces = text.split(['{', '}']).step_by(2).map(str::trim);
    pieces.filter(|piece| piece.chars().count() > 12).map(str::to_owned).collect()
}

#[test]
fn the_handout_has_every_card_in_either_language() {
    // The tour on paper is the handout, whether it is called so or not.
    for (view, language, file) in [("tour:handout", "en", "lesson.en.ftl"), ("tour", "ko", "lesson.ko.ftl")] {
        let page = page(view, language);
        is_balanced(&page);
        assert!(page.contains(&format!("<html lang=\"{language}\">")));
        assert_eq!(page.matches("<article class=\"card\">").count(), CARDS);
        // The photo, and each figure once, however much of it a step tells.
        let pictures = pictures(&page);
        assert_eq!(pictures.len(), 1 + (0..CARDS).map(figures).sum::<usize>());
        assert_eq!(legible(&page, &pictures[1..]), pictures.len() - 1);
        let text = text(&page).replace("&quot;", "\"");
        let lesson = texts(file);
        for (key, wanted) in &lesson {
            // One of an answer and what stands in its place where the numbers say otherwise.
            let plain = key.trim_end_matches("-otherwise");
            let of = |key: &str| lesson.iter().find(|(other, _)| other == key);
            if of(&format!("{plain}-otherwise")).is_some() {
                let stands = |key: &str| words(&of(key).unwrap().1).iter().all(|words| text.contains(words));
                assert!(stands(plain) != stands(&format!("{plain}-otherwise")), "{key}");
                continue;
            }
            // Of weights whose heads are missing or untrained.
            if key.starts_with("lesson-7-no") && key != "lesson-7-note" || key == "lesson-7-untrained" {
                continue;
            }
            for words in words(wanted) {
                assert!(text.contains(&words), "{key}: {words}");
            }
        }
        assert!(!text.contains('…') && !text.contains('\u{e000}'), "everything is known");
    }
}

/// Figures of a card: a step that only tells more of the same one has none of its own.
fn figures(card: usize) -> usize {
    let figure = |step| {
        let stage = Stage::of(card, step);
        (stage.view, stage.panel, stage.tool, stage.pane, stage.modules)
    };
    1 + (1..Stage::steps(card)).filter(|step| figure(*step) != figure(step - 1)).count()
}

/// How many figures are printed so that 14 points of the window, its smallest text, are at least seven points on paper, and
/// not wider than the page.
fn legible(page: &str, pictures: &[image::DynamicImage]) -> usize {
    let widths = page.split("<div class=\"scene\" style=\"width: ").skip(1);
    let widths = widths.map(|rest| rest.split_once("mm").unwrap().0.parse::<f32>().unwrap());
    let is_legible = |(width_mm, picture): &(f32, &image::DynamicImage)| {
        // 1.5 pixels a point of the window; a point of paper is 25.4 / 72 mm.
        let mm_a_point = width_mm / (picture.width() as f32 / 1.5);
        *width_mm <= 186.05 && 14.0 * mm_a_point / (25.4 / 72.0) >= 7.0
    };
    widths.zip(pictures).filter(is_legible).count()
}

/// Numbers are computed: the lineage's as `inspect` counts them, the photo's as `classify` says.
#[test]
fn the_handout_says_what_the_network_says() {
    let page = page("tour:handout", "en");
    let text = text(&page);
    let alexnet = lineage().into_iter().find(|ancestor| ancestor.name == "AlexNet").unwrap();
    let billions = format!("AlexNet multiplies {:.2} billion times", alexnet.macs as f64 / 1e9);
    assert!(text.contains(&billions), "{billions}");
    let output = program(&["classify", PHOTO, "--json"]);
    let said: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
    for head in ["main", "aux1", "aux2"] {
        let classes = said[0]["heads"][head].as_array().unwrap();
        assert_eq!(classes.len(), 5);
        for class in classes {
            let share = 100.0 * class["probability"].as_f64().unwrap();
            let row = format!("{}{share:.1}%", class["label"].as_str().unwrap());
            assert!(text.contains(&row), "{head}: {row}");
        }
    }
    for fact in ["weights_sha256", "preprocessing", "inception-lens "] {
        assert!(text.contains(fact), "{fact}");
    }
    for term in ["global average pooling, GAP", "전역 평균 풀링", "The mean of each map"] {
        assert!(text.contains(term), "{term}");
    }
}

/// Number and content of every blank.
fn blanks(page: &str) -> Vec<(usize, Option<String>)> {
    let pieces = page.split("<span class=\"blank\"><sup>(").skip(1);
    let blank = |piece: &str| {
        let (number, rest) = piece.split_once(")</sup>").unwrap();
        let filled = rest.strip_prefix("<u>").map(|rest| rest.split_once("</u>").unwrap().0);
        (number.parse().unwrap(), filled.map(str::to_owned))
    };
    pieces.map(blank).collect()
}

/// What stands before the question of each card; pictures say how long this run took, so without them.
fn cards(page: &str) -> Vec<String> {
    let cards = page.split("<article").skip(1);
    let before = cards.map(|card| card.split_once("<p class=\"question\">").unwrap().0);
    before.map(|card| card.split("<img").next().unwrap().to_owned()).collect()
}

#[test]
fn worksheet_and_key_are_one_document_with_blanks_empty_and_filled() {
    // What is in it does not depend on the language: texts of both are looked at elsewhere.
    let sheet = page("tour:worksheet", "en");
    let key = page("tour:answers", "en");
    is_balanced(&sheet);
    is_balanced(&key);
    let (empty, filled) = (blanks(&sheet), blanks(&key));
    assert!(empty.len() >= 20, "{}", empty.len());
    assert_eq!(empty.len(), filled.len());
    for ((number, nothing), (same, value)) in empty.iter().zip(&filled) {
        assert_eq!((number, nothing), (same, &None));
        assert!(!value.as_ref().unwrap().trim().is_empty());
    }
    // One number, one value; all numbers from 1 on.
    let pairs: BTreeSet<_> = filled.iter().cloned().collect();
    let numbers: BTreeSet<usize> = filled.iter().map(|(number, _)| *number).collect();
    assert_eq!(pairs.len(), numbers.len());
    assert_eq!(numbers.iter().copied().collect::<Vec<_>>(), (1..=numbers.len()).collect::<Vec<_>>());
    // With its blanks emptied and its answers taken out the key is the worksheet.
    let mut emptied = String::new();
    let mut rest = key.as_str();
    while let Some((before, after)) = rest.split_once("<u>") {
        emptied += before;
        emptied += "<span class=\"rule\"></span>";
        rest = after.split_once("</u>").unwrap().1;
    }
    emptied += rest;
    for (one, other) in cards(&sheet).iter().zip(cards(&emptied)) {
        assert_eq!(*one, other);
    }
    assert_eq!(sheet.matches("<p class=\"answer\">").count(), 0);
    assert_eq!(key.matches("<p class=\"answer\">").count(), CARDS);
    // Every card is answered on the sheet: written, ticked, or pointed at.
    assert!(sheet.matches("<div class=\"line\">").count() >= CARDS);
    assert!(sheet.matches("<span class=\"box\">").count() >= 4 * 4);
    assert_eq!(sheet.matches("<svg").count(), 3);
    // What is pointed at or looked at: two photos, a picture that was made, two dreams; a photo with noise and one that fools;
    // what a reduction reads and what it leaves.
    assert_eq!(pictures(&sheet).len(), 9);
}

#[test]
fn an_answer_is_not_on_the_worksheet() {
    let sheet = text(&page("tour:worksheet", "en"));
    for (key, wanted) in texts("lesson.en.ftl") {
        if key.ends_with("-answer") {
            for words in words(&wanted) {
                assert!(!sheet.contains(&words), "{key}: {words}");
            }
        }
    }
    // Card 1: the count of parameters is a blank, and stands nowhere else.
    assert!(!sheet.contains("7.00 million"));
    assert!(!sheet.contains("\"cat\""));
}

#[test]
fn what_a_file_is_called_is_never_markup() {
    let page = page("tour:worksheet", "en");
    assert!(!page.contains("<b onload"));
    assert!(page.contains("&lt;b onload=x&gt;&amp;&quot;'.png"));
    is_balanced(&page);
}
