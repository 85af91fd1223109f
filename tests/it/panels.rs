//! The list of panels: each place once, each text in both languages, and each view on the command line.

use std::collections::HashSet;

use inception_lens::app::{ClassifiersTab, CostTab, Detail, PANELS, PanelKey};
use inception_lens::locale::text::{Language, set_language, tr};

use crate::cli::{program, stderr};

#[test]
fn every_place_has_a_panel_of_its_own() {
    let tabs = ClassifiersTab::ALL.map(PanelKey::Classifiers).into_iter().chain(CostTab::ALL.map(PanelKey::Cost));
    let details = [Detail::Plain, Detail::Edit].map(PanelKey::Network).into_iter();
    let closer = [Detail::Plain, Detail::SideBySide, Detail::Walk, Detail::OddKernels, Detail::ReceptiveFields];
    for key in tabs.chain(details).chain(closer.map(PanelKey::Module)).chain([PanelKey::Layer(Detail::Plain)]) {
        assert_eq!(key.panel().key, key);
        assert!(!key.panel().parts.is_empty());
    }
    let words: HashSet<_> = PANELS.iter().map(|panel| (panel.key.view_word(), panel.word)).collect();
    assert_eq!(words.len(), PANELS.len(), "two panels have one name");
}

#[test]
fn every_panel_is_named_in_both_languages() {
    for language in [Language::English, Language::Korean] {
        set_language(language);
        for panel in PANELS {
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
    for panel in PANELS {
        assert!(said.contains(panel.key.view_word()) && said.contains(panel.word), "{:?}: {said}", panel.key);
    }
}
