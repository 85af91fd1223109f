//! First contact: what words mean, the way in, the empty window, the view on the clipboard.

use std::collections::BTreeSet;
use std::time::{Duration, Instant};

use egui::{Key, Modifiers};
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use inception_lens::album::Place;
use inception_lens::app::App;
use inception_lens::locale::glossary::{Term, entries};
use inception_lens::locale::text::Language;
use inception_lens::state::{AlbumTab, ClassifiersTab, CostTab, Detail, Options, Pace, View};

use crate::app::{open, open_sized, sample, settle};
use crate::small_album::small_album;

fn cat(view: View) -> Options {
    Options { image: sample("cat.png"), view, ..Options::default() }
}

fn shows(harness: &Harness<'static, App>, words: &str) -> bool {
    harness.query_all_by_label_contains(words).next().is_some()
}

#[test]
fn every_term_has_its_words_in_both_languages() {
    let names: BTreeSet<&str> = entries().iter().map(|entry| entry.english).collect();
    assert_eq!(names.len(), entries().len(), "each word once");
    for term in Term::ALL {
        let entry = term.entry();
        let [english, korean] = Language::ALL.map(|language| entry.meaning_in(language));
        assert!(english.is_ascii() || english.contains(['’', '×', '√', '₂']), "{english}");
        assert!(korean.chars().any(|letter| ('가'..='힣').contains(&letter)), "{korean}");
    }
}

/// "A glossary exists: show it on hover and by `?`, in both languages."
#[test]
fn a_word_is_explained_on_hover_and_by_the_question_mark() {
    for (language, name, meaning, page, here) in [
        (Language::English, "What “entropy” means", "How undecided a head is", "Words", "On this screen"),
        (Language::Korean, "‘엔트로피’의 뜻", "분류기가 얼마나 망설이는지", "용어", "지금 화면에 있는 용어"),
    ] {
        let options = Options { language: Some(language), ..cat(View::Classifiers(ClassifiersTab::EVIDENCE)) };
        let mut harness = open(options);
        assert!(!shows(&harness, meaning));
        let term = harness.get_all_by_label(name).next().unwrap();
        // A screen reader hears it without a pointer.
        assert!(term.accesskit_node().data().description().is_some_and(|words| words.starts_with(meaning)));
        term.hover();
        for _ in 0..6 {
            harness.step();
        }
        assert!(shows(&harness, meaning));
        harness.key_press(Key::Questionmark);
        for _ in 0..3 {
            harness.step();
        }
        assert!(shows(&harness, here) && harness.state().state().shows_keys);
        assert!(harness.query_all_by_label(page).next().is_some());
        harness.key_press(Key::Escape);
        harness.step();
        harness.step();
        assert!(!shows(&harness, here));
    }
}

#[test]
fn words_that_were_unexplained_are_explained_where_they_stand() {
    let places: [(View, Option<&str>, &[&str]); 4] = [
        (View::Classifiers(ClassifiersTab::EVIDENCE), None, &["entropy", "rank of the answer"]),
        (View::Layer, Some("inception4a.branch2.1"), &["99.8th percentile", "√ count", "value in the network"]),
        (View::Module(2), None, &["MAC", "median of n runs"]),
        (View::Cost(CostTab::LINEAGE), None, &["top-5 error"]),
    ];
    for (view, layer, words) in places {
        let harness = open(Options { layer: layer.map(str::to_owned), ..cat(view) });
        for word in words {
            let name = format!("What “{word}” means");
            assert!(harness.query_all_by_label(&name).next().is_some(), "{word}");
        }
    }
}

/// Each term of the list is explained where it stands: on a panel, or on hover over a choice between two ways.
#[test]
fn every_term_stands_somewhere_on_screen() {
    let mut open_terms: BTreeSet<Term> = Term::ALL.into();
    for (name, view, detail) in crate::panels::views() {
        let layer = match detail {
            Detail::Dream => "inception3b",
            _ => "inception4a.branch2.1",
        };
        let album = Some(Place::Folder(small_album().to_path_buf()));
        let options = Options { detail, layer: Some(layer.to_owned()), album, pace: Pace::short(1), ..cat(view) };
        let harness = open(options);
        let is_here = |term: &Term| {
            let name = format!("What “{}” means", term.entry().english);
            harness.query_all_by_label(&name).next().is_some()
        };
        let here: Vec<Term> = open_terms.iter().copied().filter(is_here).collect();
        println!("{name}: {here:?}");
        open_terms.retain(|term| !here.contains(term));
    }
    let cost = View::Cost(CostTab::MODULES);
    let classifiers = View::Classifiers(ClassifiersTab::EVIDENCE);
    for (view, choices) in [
        (cost, &[("Same", Term::SameInput), ("Stacked", Term::Stacked), ("FLOP", Term::Flop)][..]),
        (cost, &[("Roofline", Term::Roofline)]),
        (classifiers, &[("Evidence", Term::Evidence), ("Average pooling", Term::Gap), ("Gradients", Term::Gradient)]),
        (View::Classifiers(ClassifiersTab::POOLING), &[("Contribution", Term::Contribution)]),
        (View::Layer, &[("Contribution", Term::ChannelContribution)]),
        (View::Album(AlbumTab::Map), &[("t-SNE", Term::Tsne), ("PCA", Term::Pca)]),
    ] {
        let album = Some(Place::Folder(small_album().to_path_buf()));
        let mut harness = open(Options { album, layer: Some("inception4a.branch2.1".to_owned()), ..cat(view) });
        for (choice, term) in choices {
            let meaning = term.entry().meaning();
            // Another control may have the same word.
            let is_shown = (0..harness.get_all_by_label(choice).count()).any(|place| {
                harness.get_all_by_label(choice).nth(place).unwrap().hover();
                for _ in 0..6 {
                    harness.step();
                }
                shows(&harness, meaning)
            });
            assert!(is_shown, "{choice}");
            open_terms.remove(term);
        }
    }
    assert!(open_terms.is_empty(), "nowhere: {open_terms:?}");
}

#[test]
fn the_cost_view_says_what_each_tab_is_about_and_with_whom_networks_are_compared() {
    for (tab, words) in [
        (CostTab::MODULES, "what the 1×1 reductions save"),
        (CostTab::ROOFLINE, "how fast each layer runs"),
        (CostTab::LINEAGE, "what networks cost before and after GoogLeNet"),
    ] {
        let harness = open(cat(View::Cost(tab)));
        assert!(shows(&harness, words), "{words}");
    }
}

#[test]
fn the_way_in_is_one_click_a_step() {
    let mut harness =
        open(Options { layer: Some("inception4a.branch2.1".to_owned()), channel: Some(12), ..cat(View::Layer) });
    let view = |harness: &Harness<'static, App>| harness.state().state().view;
    let go = |harness: &mut Harness<'static, App>, place: &str| {
        harness.get_by_label(&format!("Go to: {place}")).click();
        settle(harness);
    };
    go(&mut harness, "Network");
    assert_eq!(view(&harness), View::Network);
    // What is selected stays, so the way in again is as short.
    go(&mut harness, "Inception 4a");
    assert_eq!(view(&harness), View::Module(2));
    go(&mut harness, "Channel 12");
    assert_eq!((view(&harness), harness.state().state().selection.channel), (View::Layer, Some(12)));
    go(&mut harness, "3×3");
    // The layer's own strongest channel again.
    assert_eq!(view(&harness), View::Layer);
    assert!(harness.query_by_label("Go to: Channel 12").is_none());
    // In front of a class, and in the lesson, the card leads.
    harness.key_press(Key::F5);
    settle(&mut harness);
    assert!(harness.query_by_label("Go to: Network").is_none());
}

#[test]
fn the_empty_window_says_what_this_is_and_offers_the_lesson() {
    for (language, about, lesson, edit) in [
        (Language::English, "Inception Lens runs GoogLeNet", "Start the lesson", "Edit photo"),
        (Language::Korean, "사진을 알아보는 신경망 GoogLeNet", "수업 시작", "사진 편집"),
    ] {
        for size in [[1440.0, 900.0], [1024.0, 768.0]] {
            let mut harness = open_sized(Options { language: Some(language), ..Options::default() }, size);
            assert!(shows(&harness, about));
            let button = harness.get_by_label(edit);
            assert!(button.accesskit_node().is_disabled());
            let described = button.accesskit_node().data().description().unwrap_or_default().to_owned();
            assert!(!described.is_empty(), "it says why it rests");
            harness.key_press(Key::E);
            harness.step();
            assert!(!harness.state().state().editing.is_open);
            let window = egui::Rect::from_min_size(egui::Pos2::ZERO, size.into());
            for name in [about, lesson] {
                let found = harness.query_all_by_label_contains(name).next().unwrap().rect();
                assert!(window.contains_rect(found), "{name} {found:?}");
            }
            harness.get_by_label(lesson).click();
            settle(&mut harness);
            assert!(harness.state().state().tour.is_some());
        }
    }
}

/// The sheet of keys has room without scrolling at the size of a usual window.
#[test]
fn the_sheet_of_keys_fits() {
    for language in Language::ALL {
        let mut harness = open(Options { language: Some(language), ..cat(View::Network) });
        harness.key_press(Key::Questionmark);
        for _ in 0..3 {
            harness.step();
        }
        let last = match language {
            Language::English => ["zoom the photo", "hold to peek at the other mode", "teacher’s footnote"],
            Language::Korean => ["사진 확대, 축소", "누르는 동안 다른 쪽 보기", "교사용 메모"],
        };
        for words in last {
            let rect = harness.query_all_by_label_contains(words).next().unwrap().rect();
            assert!(rect.bottom() <= 880.0, "{words} {rect:?}");
        }
    }
}

fn copied(harness: &mut Harness<'static, App>) -> egui::ColorImage {
    let begun = Instant::now();
    loop {
        let mut commands = harness.output().platform_output.commands.iter();
        let picture = commands.find_map(|command| match command {
            egui::OutputCommand::CopyImage(image) => Some(egui::ColorImage::clone(image)),
            _ => None,
        });
        if let Some(picture) = picture {
            return picture;
        }
        assert!(begun.elapsed() < Duration::from_secs(60), "it never comes");
        std::thread::sleep(Duration::from_millis(5));
        harness.step();
    }
}

#[test]
fn the_view_is_copied_as_a_picture_by_key_and_by_menu() {
    let mut harness = open(cat(View::Module(2)));
    harness.key_press_modifiers(Modifiers::COMMAND, Key::C);
    harness.step();
    let picture = copied(&mut harness);
    // The panel at twice its size, without rail, toolbar and status bar.
    let [width, height] = picture.size;
    assert!((2 * 1300..2 * 1440 - 140).contains(&width) && (2 * 700..2 * 840).contains(&height), "{:?}", picture.size);
    let colours: BTreeSet<[u8; 4]> = picture.pixels.iter().map(egui::Color32::to_array).collect();
    assert!(colours.len() > 100, "the module is on it");
    harness.step();
    assert!(shows(&harness, "Picture copied."));
    harness.get_by_label("Export").click();
    harness.step();
    harness.step();
    harness.get_by_label("Copy picture (Ctrl+C)").click();
    harness.step();
    assert_eq!(copied(&mut harness).size, [width, height]);
}
