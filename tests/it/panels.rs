//! The list of panels: each place once, each text in both languages, and each view on the command line.

use std::collections::HashSet;

use inception_lens::locale::text::{Language, set_language, tr};
use inception_lens::state::{CostTab, Detail, PanelKey, View};
use inception_lens::ui::views::{panel, panels};

use crate::cli::{program, stderr};

/// Every panel of the list, its name in the words of the command line, of module 4a where it is of one.
pub fn views() -> Vec<(String, View, Detail)> {
    let named = panels().map(|panel| {
        let (view, detail) = panel.key.view(2);
        (format!("{}:{}", panel.key.view_word(), panel.key.word()), view, detail)
    });
    named.collect()
}

/// The tabs of the cost from left to right.
pub fn cost_tabs() -> Vec<CostTab> {
    let tab = |(_, view, _)| if let View::Cost(tab) = view { Some(tab) } else { None };
    views().into_iter().filter_map(tab).collect()
}

#[test]
fn every_place_has_a_panel_of_its_own() {
    let closer = [Detail::Plain, Detail::SideBySide, Detail::Walk, Detail::OddKernels, Detail::ReceptiveFields];
    let network = [Detail::Plain, Detail::Edit, Detail::Occlusion, Detail::Keys].map(PanelKey::Network).into_iter();
    let layer = [Detail::Plain, Detail::Kernels].map(PanelKey::Layer);
    for key in network.chain(closer.map(PanelKey::Module)).chain(layer) {
        assert_eq!(panel(key).key, key);
    }
    let words: HashSet<_> = panels().map(|panel| (panel.key.view_word(), panel.key.word())).collect();
    assert_eq!(words.len(), panels().count(), "two panels have one name");
    assert!(panels().all(|panel| !panel.parts.is_empty()));
}

#[test]
fn every_panel_is_named_in_both_languages() {
    for language in [Language::English, Language::Korean] {
        set_language(language);
        for panel in panels() {
            for key in [panel.title, panel.hint].iter().chain(panel.parts) {
                assert_ne!(&tr(key), key, "{:?} {language:?}", panel.key);
            }
        }
    }
    set_language(Language::English);
}

#[test]
fn a_wrong_view_is_answered_with_every_panel() {
    let said = stderr(&program(&["--view", "nothing"]));
    for key in panels().map(|panel| panel.key) {
        assert!(said.contains(key.view_word()) && said.contains(key.word()), "{key:?}: {said}");
    }
}
