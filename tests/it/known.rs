//! What the weights know: the list in the window, the badges of the samples, the footnote of the last card.

use std::path::Path;

use egui_kittest::Harness;
use egui_kittest::kittest::Queryable as _;
use inception_lens::app::App;
use inception_lens::locale::text::Language;
use inception_lens::spec::Topology;
use inception_lens::state::placeholders;
use inception_lens::state::{CARDS, ClassifiersTab, Options, Sample, Tour, View};

use crate::app::{drop_file, open, sample, settle};
use crate::defaults;
use crate::synthetic;

fn window(language: Language) -> Harness<'static, App> {
    open(Options { image: sample("cat.png"), view: View::Network, language: Some(language), ..Default::default() })
}

fn shows(harness: &Harness<'static, App>, words: &str) -> bool {
    harness.query_by_label_contains(words).is_some()
}

#[test]
fn the_list_folds_and_a_few_letters_find_a_class_in_both_languages() {
    for (language, title, field, letters, found, hidden) in [
        (Language::English, " known classes. ", "Search what the weights know", "ELE", "elephant", "airplane · "),
        (Language::Korean, "개. ", "이 가중치가 아는 클래스 찾기", "코끼", "코끼리", "비행기 · "),
    ] {
        let mut harness = window(language);
        assert!(shows(&harness, hidden), "the whole list to begin with");
        harness.get_by_label(field).focus();
        harness.step();
        harness.get_by_label(field).type_text(letters);
        settle(&mut harness);
        harness.get_by_label(found);
        assert!(!shows(&harness, hidden));
        harness.get_by_label(field).type_text("qq");
        settle(&mut harness);
        assert!(shows(&harness, &format!("{}qq", letters.to_lowercase())), "nothing found is said");
        harness.get_by_label_contains(title).click();
        settle(&mut harness);
        assert!(harness.query_by_label(field).is_none(), "folded");
        harness.get_by_label_contains(title).click();
        settle(&mut harness);
        harness.get_by_label(field);
    }
}

#[test]
fn a_badge_says_what_the_labels_say() {
    let state = window(Language::English).state().state().gallery.clone();
    let of = |name: &str| state.iter().find(|sample| sample.name == name).unwrap().clone();
    let labels = |labels: &[&str]| labels.iter().map(|label| (*label).to_owned()).collect::<Vec<_>>();
    let is_known = |sample: &Sample, names: &[&str]| sample.is_known(&labels(names)).unwrap();
    assert!(is_known(&of("cat.png"), &["dog", "cat"]));
    assert!(is_known(&of("cat.png"), &["tiger cat"]), "ImageNet's cats are cats");
    assert!(!is_known(&of("cat.png"), &["polecat", "cattle"]));
    assert!(is_known(&of("cat-and-dog.jpg"), &["dog"]));
    assert!(!is_known(&of("rocket.jpg"), &["church"]));
    assert_eq!(of("Edge 0°").is_known(&labels(&["cat"])), None, "a test pattern shows no thing");
}

#[test]
fn the_samples_menu_and_the_last_card_follow_the_weights() {
    let mut harness = window(Language::English);
    let try_these = |harness: &Harness<'static, App>| {
        let values = placeholders(harness.state().state(), CARDS - 1);
        values.into_iter().find(|(name, _)| *name == "unknown_samples").unwrap().1
    };
    let unknown = |labels: &[String]| -> Vec<String> {
        let gallery = &harness.state().state().gallery;
        let unknown = gallery.iter().filter(|sample| sample.is_known(labels) == Some(false));
        unknown.map(|sample| sample.name.clone()).collect()
    };
    let expected = unknown(&defaults::labels());
    assert!(!expected.is_empty(), "a lesson needs a photo that the weights do not know");
    assert_eq!(try_these(&harness), expected.join(", "));
    harness.get_by_label("Samples").click();
    settle(&mut harness);
    harness.get_by_label("cat.png, known");
    harness.get_by_label(&format!("{}, not known", expected[0]));
    harness.key_press(egui::Key::Escape);
    settle(&mut harness);
    // Weights that know nothing but rockets.
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("rockets.safetensors");
    let file = synthetic::File::of(Topology::PAPER, 2, [false, false]).describe("labels", r#"["rocket", "no rocket"]"#);
    std::fs::write(&path, file.bytes()).unwrap();
    drop_file(&mut harness, path);
    assert!(!try_these(&harness).contains("rocket.jpg") && try_these(&harness).contains("cat.png"));
    harness.get_by_label("Samples").click();
    settle(&mut harness);
    harness.get_by_label("cat.png, not known");
    harness.get_by_label("rocket.jpg, known");
}

#[test]
fn photos_that_were_opened_are_offered_again() {
    let mut harness = open(Options::default());
    let path = sample("coffee.png").unwrap();
    drop_file(&mut harness, path.clone());
    harness.get_by_label("Samples").click();
    settle(&mut harness);
    harness.get_by_label_contains("cat.png, ").click();
    settle(&mut harness);
    let shown = |harness: &Harness<'static, App>| harness.state().state().shown().unwrap().photo.name.clone();
    assert_eq!(shown(&harness), "cat.png");
    harness.get_by_label("Samples").click();
    settle(&mut harness);
    harness.get_by_label("Open coffee.png again").click();
    settle(&mut harness);
    assert_eq!(shown(&harness), "coffee.png");
}

#[test]
fn the_last_cards_answer_follows_the_numbers() {
    let harness =
        open(Options { image: sample("cat.png"), tour: Some(Tour::answered(CARDS - 1)), ..Default::default() });
    let state = harness.state().state();
    let occlusion = state.found.occlusion.as_ref().unwrap();
    let drop = occlusion.probability_drop(occlusion.strongest().unwrap()).unwrap();
    let key = inception_lens::state::text_key(state, CARDS - 1, "answer");
    assert_eq!(key.ends_with("-otherwise"), drop < 0.05, "{drop}");
}

#[test]
fn loss_and_softmax_stay_legible_with_many_classes() {
    let any =
        |harness: &Harness<'static, App>, words: &str| harness.query_all_by_label_contains(words).next().is_some();
    let folder = tempfile::tempdir().unwrap();
    for classes in [defaults::classes(), 1000] {
        let path = folder.path().join(format!("{classes}.safetensors"));
        let labels: Vec<String> = (0..classes).map(|class| format!("thing number {class}")).collect();
        let file = synthetic::File::of(Topology::BATCH_NORM, classes, [true, true])
            .describe("labels", &serde_json::to_string(&labels).unwrap());
        std::fs::write(&path, file.bytes()).unwrap();
        for tab in [ClassifiersTab::EVIDENCE, ClassifiersTab::HEADS] {
            let mut harness = open(Options {
                image: sample("cat.png"),
                weights: Some(path.clone()),
                view: View::Classifiers(tab),
                true_label: Some("7".to_owned()),
                ..Default::default()
            });
            harness.key_press(egui::Key::Escape);
            settle(&mut harness);
            match tab {
                ClassifiersTab::EVIDENCE => assert!(any(&harness, "thing number ")),
                _ => assert!(any(&harness, "aux 2: −ln ") && any(&harness, "main: −ln ")),
            }
            let picture = format!("{}/target/snapshots/classes-{classes}-{tab:?}.png", env!("CARGO_MANIFEST_DIR"));
            std::fs::create_dir_all(Path::new(&picture).parent().unwrap()).unwrap();
            harness.render().unwrap().save(picture).unwrap();
        }
    }
}
