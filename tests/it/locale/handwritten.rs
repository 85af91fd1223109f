//! No sentence about what the default weights know or answer is written by hand: texts and README name no class of theirs as
//! an answer, no count of classes, no percentage.

use std::fs;
use std::path::Path;

use inception_lens::locale::text::{Language, class_text, set_language};

use crate::defaults;

/// Words of the default weights' labels that the texts need in their everyday sense: a watch, an orange, an orange colour.
const EVERYDAY: [&str; 12] =
    ["watch", "orange", "person", "train", "sea", "street", "building", "cup", "bird", "fish", "boat", "car"];

/// Lines that may have a class or a percentage, by a part of them, and why.
const EXCEPTIONS: [(&str, &str); 23] = [
    ("photo=cat", "a sample by its name"),
    ("about 0.5%", "cited in card 7: Szegedy et al. 2016"),
    ("약 0.5%", "the same"),
    ("약 0.6%포인트", "cited in card 6: Szegedy et al. 2014"),
    ("add up to 100", "softmax, whatever the weights"),
    ("합은 언제나 100%", "the same"),
    ("$param_percent", "a placeholder"),
    ("top-5", "cited contest scores"),
    ("1000 classes", "ImageNet's"),
    ("assets/samples/", "an example of a command"),
    ("inception-lens IMAGE", "an example of a command"),
    ("assets/screenshots/", "a picture's address"),
    ("main:cat", "an example of a command"),
    ("percentile", "of a colour scale"),
    ("퍼센타일", "the same"),
    ("백분위", "the same"),
    ("100%", "of a zoom, a whole"),
    ("Borowski", "cited in card 9: Borowski et al. 2021"),
    ("heatmaps PHOTO", "an example of a command"),
    ("15 % of the input's span", "SmoothGrad's noise: Smilkov et al. 2017"),
    ("contribution PHOTO", "an example of a command"),
    ("on the cat these differ", "a photo that a table was measured on"),
    ("agreement with random weights", "photos and classes that a table was measured on"),
];

fn read(file: &str) -> String {
    fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(file)).unwrap()
}

/// The README without what the script writes.
fn readme() -> String {
    let text = read("README.md");
    let (before, rest) = text.split_once("<!-- figures").expect("the README has figures");
    let (_, after) = rest.split_once("<!-- end of the figures -->").expect("they end");
    format!("{before}{after}")
}

/// Whether a whole word of `line` is `word`, in lower case.
fn has_word(line: &str, word: &str) -> bool {
    let line = line.to_lowercase();
    let is_part = |letter: Option<char>| letter.is_some_and(char::is_alphanumeric);
    line.match_indices(word).any(|(at, _)| {
        let (before, after) = (line[..at].chars().next_back(), line[at + word.len()..].chars().next());
        !is_part(before) && !is_part(after)
    })
}

/// A percentage with digits before it: `90.4 %`, `57%`.
fn has_percentage(line: &str) -> bool {
    line.match_indices('%').any(|(at, _)| line[..at].trim_end().ends_with(|last: char| last.is_ascii_digit()))
}

/// "15 classes", "fifteen things", "클래스 15개".
fn counts_classes(line: &str) -> bool {
    const NUMBERS: [&str; 8] = ["ten", "fifteen", "twenty", "thirty", "fifty", "sixty", "hundred", "thousand"];
    let words: Vec<String> =
        line.split_whitespace().map(|word| word.trim_matches(|c: char| !c.is_alphanumeric()).to_lowercase()).collect();
    let is_count = |word: &String| word.parse::<u32>().is_ok() || NUMBERS.contains(&word.as_str());
    let is_thing = |word: &String| ["classes", "things"].contains(&word.as_str());
    let english = words.windows(2).any(|near| is_count(&near[0]) && is_thing(&near[1]))
        || words.windows(3).any(|near| is_count(&near[0]) && near[1] == "everyday" && is_thing(&near[2]));
    let digit_after = |text: &str| line.split(text).skip(1).any(|rest| rest.starts_with(|c: char| c.is_ascii_digit()));
    let digit_before =
        |text: &str| line.match_indices(text).any(|(at, _)| line[..at].ends_with(|c: char| c.is_ascii_digit()));
    english || digit_after("클래스 ") || digit_before("가지")
}

#[test]
fn no_class_count_or_percentage_of_the_default_weights_is_written_by_hand() {
    let mut wrong = Vec::new();
    let mut look = |file: &str, text: &str, classes: &[String]| {
        for line in text.lines().filter(|line| !line.starts_with('#')) {
            if EXCEPTIONS.iter().any(|(part, _)| line.contains(part)) {
                continue;
            }
            for class in classes.iter().filter(|class| !EVERYDAY.contains(&class.as_str())) {
                if has_word(line, &class.to_lowercase()) {
                    wrong.push(format!("{file}: class {class}: {line}"));
                }
            }
            if has_percentage(line) {
                wrong.push(format!("{file}: percentage: {line}"));
            }
            if counts_classes(line) {
                wrong.push(format!("{file}: count of classes: {line}"));
            }
        }
    };
    let labels = defaults::labels();
    for file in ["en.ftl", "lesson.en.ftl"] {
        look(file, &read(&format!("assets/locales/{file}")), &labels);
    }
    look("README.md", &readme(), &labels);
    for file in ["browser.md", "command-line.md", "speed.md", "teaching.md", "user-guide.md", "weights.md"] {
        look(file, &read(&format!("docs/{file}")), &labels);
    }
    set_language(Language::Korean);
    // Names of one syllable are parts of other words.
    let korean: Vec<String> = labels.iter().map(|label| class_text(label).to_owned()).collect();
    let korean: Vec<String> = korean.into_iter().filter(|name| name.chars().count() > 1).collect();
    set_language(Language::English);
    for file in ["assets/locales/ko.ftl", "assets/locales/lesson.ko.ftl", "docs/user-guide.ko.md"] {
        look(file, &read(file), &korean);
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn sentences_of_the_old_kind_are_found() {
    assert!(counts_classes("The weights know fifteen everyday things."));
    assert!(counts_classes("These know 15 classes."));
    assert!(!counts_classes("These know { $count } classes"));
    assert!(has_percentage("cat 90.4 %") && has_percentage("57%가") && !has_percentage("{ $share }%"));
    assert!(has_word("the Elephant is", "elephant") && !has_word("elephants", "elephant"));
}
