//! The switch between reduced and naive is of use only where there is something naive to be seen.

use egui::Key;
use egui::accesskit::Role;
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use inception_lens::app::App;
use inception_lens::locale::text::{Language, set_language, tr};
use inception_lens::spec::Modules;
use inception_lens::state::{ClassifiersTab, CostTab, Options, View};

use crate::app::{open, sample, settle};

fn in_view(view: View, modules: Modules, language: Language) -> Harness<'static, App> {
    let harness =
        open(Options { image: sample("cat.png"), view, modules, language: Some(language), ..Default::default() });
    set_language(language);
    harness
}

/// Whether it can be used, whether it is chosen.
fn choice(harness: &Harness<'static, App>, key: &str) -> (bool, bool) {
    let name = tr(key);
    let node = harness.get_by_role_and_label(Role::RadioButton, &name);
    let node = node.accesskit_node();
    (!node.is_disabled(), node.toggled() == Some(egui::accesskit::Toggled::True))
}

#[test]
fn where_nothing_is_naive_the_switch_is_off_and_says_why() {
    // Both reasons in both languages.
    for (view, reason, language) in [
        (View::Classifiers(ClassifiersTab::EVIDENCE), "modules-trained", Language::English),
        (View::Layer, "modules-trained", Language::Korean),
        (View::Cost(CostTab::MODULES), "modules-in-cost", Language::Korean),
        (View::Cost(CostTab::LAYERS), "modules-in-cost", Language::English),
    ] {
        // Naive was chosen before, in another view.
        let mut harness = in_view(view, Modules::Naive, language);
        assert_eq!(choice(&harness, "modules-naive"), (false, false), "{view:?}");
        assert_eq!(choice(&harness, "modules-reduced"), (false, true), "{view:?}");
        let said = {
            let name = tr("modules");
            let group = harness.get_by_role_and_label(Role::RadioGroup, &name);
            group.accesskit_node().data().description().map(str::to_owned)
        };
        assert_eq!(said, Some(tr(reason)), "{view:?}");
        harness.get_by_role_and_label(Role::RadioButton, &tr("modules-naive")).hover();
        (0..8).for_each(|_| harness.step());
        assert!(harness.query_by_label(&tr(reason)).is_some(), "{view:?}, {language:?}");
    }
}

#[test]
fn the_key_says_why_and_changes_nothing() {
    let mut harness = in_view(View::Layer, Modules::Reduced, Language::English);
    harness.key_press(Key::N);
    settle(&mut harness);
    assert_eq!(harness.state().state().modules, Modules::Reduced);
    let messages = &harness.state().state().messages;
    assert_eq!(messages[0].text, tr("modules-trained"));
}

#[test]
fn network_and_module_have_both() {
    for view in [View::Network, View::Module(2)] {
        let mut harness = in_view(view, Modules::Reduced, Language::English);
        harness.key_press(Key::N);
        settle(&mut harness);
        assert_eq!(choice(&harness, "modules-naive"), (true, true), "{view:?}");
        harness.get_by_role_and_label(Role::RadioButton, "Reduced").click();
        settle(&mut harness);
        assert_eq!(harness.state().state().modules, Modules::Reduced);
    }
}
