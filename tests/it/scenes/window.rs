//! In the window: a lesson of one's own by keys, clicker and buttons; links copied and pasted.

use std::path::Path;

use egui::accesskit::Role;
use egui::{Key, Modifiers};
use egui_kittest::Harness;
use egui_kittest::kittest::Queryable as _;
use inception_lens::app::App;
use inception_lens::imaging::edit::Edits;
use inception_lens::locale::text::Language;
use inception_lens::spec::Modules;
use inception_lens::state::{ClassifiersTab, Link, Options, Script, View};

use crate::app::{drop_file, open, press, sample, settle};

fn write_lesson(folder: &Path, language: &str) -> std::path::PathBuf {
    let steps = serde_json::json!([
        { "link": format!("view=network&photo=cat&lang={language}"), "text": "Where is the cat?" },
        { "link": "view=module&module=4a&photo=motorcycle&modules=naive" },
        { "link": "view=classifiers&tab=pooling&photo=cat&class=dog", "text": "Why no dog?" },
    ]);
    let file = folder.join("lesson.json");
    std::fs::write(&file, serde_json::json!({ "version": 1, "steps": steps }).to_string()).unwrap();
    file
}

fn photo(harness: &Harness<'static, App>) -> String {
    harness.state().state().shown().unwrap().photo.name.clone()
}

#[test]
fn a_scene_file_is_stepped_by_keys_clicker_and_buttons() {
    for (language, places, next, back, leave) in [
        ("en", ["Step 1 of 3", "Step 2 of 3", "Step 3 of 3"], "Next step", "Back", "Leave the lesson"),
        ("ko", ["3단계 중 1단계", "3단계 중 2단계", "3단계 중 3단계"], "다음 단계", "이전", "수업 끝내기"),
    ] {
        let folder = tempfile::tempdir().unwrap();
        let mut harness = open(Options::default());
        drop_file(&mut harness, write_lesson(folder.path(), language));
        let shows = |harness: &Harness<'static, App>, words: &str| harness.query_by_label(words).is_some();
        assert!(shows(&harness, places[0]) && shows(&harness, "Where is the cat?"));
        assert_eq!((harness.state().state().view, photo(&harness).as_str()), (View::Network, "cat.png"));
        press(&mut harness, Key::ArrowRight);
        assert!(shows(&harness, places[1]) && !shows(&harness, "Where is the cat?"));
        let state = harness.state().state();
        assert_eq!(
            (state.view, state.modules, photo(&harness).as_str()),
            (View::Module(2), Modules::Naive, "motorcycle.jpg")
        );
        // Wandered off, and back.
        press(&mut harness, Key::Num5);
        assert!(matches!(harness.state().state().view, View::Cost(_)));
        press(&mut harness, Key::R);
        assert_eq!(harness.state().state().view, View::Module(2));
        press(&mut harness, Key::PageDown);
        assert!(shows(&harness, places[2]) && shows(&harness, "Why no dog?"));
        let state = harness.state().state();
        assert_eq!((state.view, state.modules), (View::Classifiers(ClassifiersTab::new("pooling")), Modules::Reduced));
        assert_eq!(state.study.class.map(|class| state.labels()[class].as_str()), Some("dog"));
        press(&mut harness, Key::PageUp);
        harness.get_by_label(back).click();
        settle(&mut harness);
        assert!(shows(&harness, places[0]));
        harness.get_by_label(next).click();
        settle(&mut harness);
        assert!(shows(&harness, places[1]));
        press(&mut harness, Key::H);
        assert!(!shows(&harness, places[1]));
        press(&mut harness, Key::H);
        harness.get_by_label(leave).click();
        settle(&mut harness);
        assert!(!shows(&harness, places[1]) && harness.state().state().played.is_none());
    }
}

#[test]
fn a_later_version_and_other_json_are_said_in_both_languages() {
    for (language, words) in [
        (
            Language::English,
            "new.json: This scene file is version 2; this program reads version 1: get a newer Inception Lens.",
        ),
        (
            Language::Korean,
            "new.json: 이 장면 파일은 버전 2입니다. 이 프로그램은 버전 1을 읽으므로 더 새로운 Inception Lens를 받으세요.",
        ),
    ] {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("new.json");
        std::fs::write(&file, r#"{"version": 2}"#).unwrap();
        let options = Options { image: sample("cat.png"), language: Some(language), ..Options::default() };
        let mut harness = open(options);
        drop_file(&mut harness, file);
        harness.get_by_label_contains(words);
        assert_eq!(photo(&harness), "cat.png", "what was open stays");
    }
}

fn opened(link: &str) -> Harness<'static, App> {
    open(Options { script: Some(Script::of_link(link)), ..Options::default() })
}

/// What is on screen comes back from its own link.
#[test]
fn a_link_brings_back_all_of_it() {
    for link in [
        "view=layer&layer=inception4d&channel=12&photo=cat&theme=dark&lang=ko",
        "view=layer&tab=kernels&layer=inception3b.branch2.1&channel=3&row=4&column=5&photo=flower&theme=light&lang=en",
        "view=module&tab=walk&module=3b&layer=inception3b.branch2.0&photo=motorcycle&modules=naive&theme=dark&lang=en",
        "view=classifiers&tab=evidence&class=dog&minus=French%20horn&photo=cat&theme=dark&lang=en",
        "view=network&tab=edit&photo=cat&edit=zoom:1.5,brightness:0.25,mirror,disc:grey:112:80:24&theme=dark&lang=en",
        "view=network&photo=cat&off=inception4a.branch1:17,inception4a.branch3&theme=dark&lang=en",
        "view=cost&tab=lineage&photo=cat&panel=1&theme=dark&lang=en",
        "view=tour&card=3:answer&photo=cat&theme=dark&lang=en",
    ] {
        let harness = opened(link);
        let written = Link::of(harness.state().state()).to_string();
        let (asked, _) = Link::parse(link);
        let (found, _) = Link::parse(&written);
        // The layer's view chooses a cell where none is named.
        for key in inception_lens::state::Key::ALL {
            if let Some(value) = asked.get(key) {
                assert_eq!(found.get(key), Some(value), "{link}: {written}");
            }
        }
        let again = opened(&written);
        assert_eq!(Link::of(again.state().state()).to_string(), written);
        assert!(again.state().said_of_scenes().is_empty(), "{:?}", again.state().said_of_scenes());
    }
}

#[test]
fn a_scene_without_edits_and_mutes_takes_those_of_before_back() {
    let mut harness = opened("view=network&photo=cat&edit=mirror&off=conv1:3&class=dog&modules=naive");
    let state = harness.state().state();
    assert!(state.edits().mirror && !state.muted().is_empty() && state.study.class.is_some());
    harness.event(egui::Event::Paste("https://school.example/#view=cost&tab=modules&photo=cat".to_owned()));
    settle(&mut harness);
    let state = harness.state().state();
    assert!(matches!(state.view, View::Cost(_)));
    assert_eq!((state.edits(), state.muted().is_empty()), (&Edits::default(), true));
    assert_eq!((state.study.class, state.modules), (None, Modules::Reduced));
}

fn copied(harness: &mut Harness<'static, App>) -> String {
    let modifiers = Modifiers::COMMAND;
    let event = egui::Event::Key { key: Key::L, physical_key: None, pressed: true, repeat: false, modifiers };
    // In the next frame, whose output is looked at.
    harness.input_mut().events.push(event);
    harness.step();
    let mut commands = harness.output().platform_output.commands.iter();
    let text = commands.find_map(|command| match command {
        egui::OutputCommand::CopyText(text) => Some(text.clone()),
        _ => None,
    });
    text.unwrap()
}

#[test]
fn copy_link_follows_the_base_address_and_names_only_samples() {
    let mut harness = opened("view=cost&tab=roofline&photo=flower");
    let link = "#view=cost&tab=roofline&photo=flower&theme=dark&lang=en";
    assert_eq!(copied(&mut harness), link);
    settle(&mut harness);
    harness.get_by_label_contains("Link copied.");
    harness.get_by_label("Settings").click();
    harness.step();
    harness.step();
    harness.get_by_role_and_label(Role::TextInput, "Address before copied links").click();
    harness.step();
    harness
        .get_by_role_and_label(Role::TextInput, "Address before copied links")
        .type_text("https://school.example/lens/");
    harness.step();
    harness.key_press(Key::Escape);
    settle(&mut harness);
    assert_eq!(copied(&mut harness), format!("https://school.example/lens/{link}"));
    // A photo of one's own, called as a sample is and no byte-for-byte copy of one.
    let folder = tempfile::tempdir().unwrap();
    let own = folder.path().join("flower.jpg");
    let mut bytes = std::fs::read("assets/samples/motorcycle.jpg").unwrap();
    bytes.push(0);
    std::fs::write(&own, bytes).unwrap();
    drop_file(&mut harness, own);
    let link = copied(&mut harness);
    assert!(!link.contains("photo=") && !link.contains("flower"), "{link}");
    settle(&mut harness);
    harness.get_by_label_contains("Link copied. It does not name your photo: only samples go into links.");
}
