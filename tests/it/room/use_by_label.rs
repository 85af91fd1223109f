//! What a class sees is what was asked for, and what can be asked for can be reached.

use egui::accesskit::Role;
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use egui_kittest::{Harness, Node};
use inception_lens::app::App;
use inception_lens::locale::text::{Language, tr};
use inception_lens::state::{ClassifiersTab, Detail, Options, Tour, View};

use super::SIZES;
use crate::app::{open_sized, sample, settle};

fn present(view: View, detail: Detail, language: Language, size: [f32; 2]) -> Harness<'static, App> {
    let options = Options {
        image: sample("cat.png"),
        view,
        detail,
        language: Some(language),
        presents: Some(0),
        ..Default::default()
    };
    open_sized(options, size)
}

/// Clicks the uppermost button, switch or segment of that name: below a panel there are dots with names of panels.
fn click(harness: &mut Harness<'static, App>, name: &str) {
    let is_control = |node: &Node<'_>| !matches!(node.accesskit_node().role(), Role::Label | Role::Heading);
    let named = harness.get_all_by_label(name).filter(is_control);
    let uppermost = named.min_by(|a, b| a.rect().top().total_cmp(&b.rect().top()));
    uppermost.unwrap_or_else(|| panic!("nothing is called {name}")).click();
    settle(harness);
}

#[test]
fn before_a_class_looking_closer_jumps_to_its_panel_and_closing_it_back() {
    let mut harness = present(View::Module(2), Detail::Plain, Language::English, [1366.0, 768.0]);
    assert!(harness.query_by_label("1×1 walk").is_none());
    click(&mut harness, "Look closer");
    assert_eq!(harness.state().state().projector.panel, 1);
    harness.get_by_label("1×1 walk");
    // Back at the diagram the walk is still open: the button leads to it again.
    harness.key_press(egui::Key::Space);
    settle(&mut harness);
    assert!(harness.query_by_label("1×1 walk").is_none());
    click(&mut harness, "Look closer");
    harness.get_by_label("1×1 walk");
    click(&mut harness, &tr("module-close"));
    assert_eq!(harness.state().state().projector.panel, 0);
    assert!(harness.query_by_label("1×1 walk").is_none());
    // What begins the walk in the diagram leads to it too.
    click(&mut harness, "Walk through 3×3 reduce, 480 to 96 channels");
    harness.get_by_label("1×1 walk");
}

#[test]
fn before_a_class_the_occlusion_map_is_large_and_can_be_computed_at_every_size() {
    for language in Language::ALL {
        for size in SIZES {
            let mut harness = present(View::Network, Detail::Edit, language, size);
            click(&mut harness, &tr("edit-tab-occlusion"));
            let screen = harness.ctx.content_rect();
            let compute = tr("occlusion-compute-name");
            let button = harness.get_by_label(&compute).rect();
            assert!(screen.contains_rect(button), "{size:?} {language:?}: {button:?} in {screen:?}");
            // It begins; to wait for it would take seconds.
            harness.get_by_label(&compute).click();
            harness.step();
            harness.step();
            let running = harness.state().state().found.occlusion.as_ref().is_some_and(|map| map.is_running);
            assert!(running, "{size:?} {language:?}");
            let name = tr("occlusion-map-name");
            let name = name.rsplit('}').next().unwrap_or_default().to_owned();
            let map = harness.get_by_label_contains(&name).rect();
            assert!(map.height() >= 0.6 * screen.height(), "{size:?} {language:?}: {map:?} in {screen:?}");
        }
    }
}

/// The numbers at the ends of the colour bar of means.
fn scale(harness: &Harness<'static, App>) -> String {
    let bars = harness.get_all_by_role(Role::GraphicsObject);
    let names = bars.filter_map(|bar| bar.accesskit_node().label());
    let begins = tr("color-bar-name");
    let begins = begins.split('{').next().unwrap_or_default();
    names.filter(|name| name.starts_with(begins)).collect::<Vec<_>>().join(" | ")
}

#[test]
fn maps_say_whose_scale_their_colours_have_and_share_one_on_demand() {
    for view in [View::Network, View::Module(2)] {
        let options = Options { image: sample("cat.png"), view, ..Default::default() };
        let mut harness = open_sized(options, [1366.0, 768.0]);
        let own = scale(&harness);
        click(&mut harness, "One scale for all maps");
        assert!(harness.state().state().settings.shared_means);
        let shared = scale(&harness);
        assert_ne!(own, shared, "{view:?}");
        click(&mut harness, "One scale for all maps");
        assert_eq!(scale(&harness), own);
    }
}

#[test]
fn a_window_smaller_than_everything_needs_shows_it_smaller() {
    for (size, zoom) in [([1024.0, 700.0], 1024.0 / 1100.0), ([1100.0, 720.0], 1.0), ([1920.0, 1080.0], 1.0)] {
        let options = Options { image: sample("cat.png"), view: View::Module(2), ..Default::default() };
        let harness = open_sized(options, size);
        assert!((harness.ctx.zoom_factor() - zoom).abs() < 1e-3, "{size:?}: {}", harness.ctx.zoom_factor());
    }
}

/// Beside the lesson's card tabs and their controls have no room in a row: the tabs fold into a button that opens them.
#[test]
fn beside_the_lesson_the_tabs_of_the_classifiers_fold() {
    const POOLING: usize = 5;
    let options = Options {
        image: sample("cat.png"),
        tour: Some(Tour::at(POOLING)),
        presents: Some(0),
        language: Some(Language::English),
        ..Default::default()
    };
    let mut harness = open_sized(options, [1024.0, 768.0]);
    let pooling = tr("classifiers-tab-pooling");
    assert!(harness.query_by_label(&pooling).is_none());
    let folded = format!("{}: {}", tr("classifiers-tabs"), tr("classifiers-tab-evidence"));
    click(&mut harness, &folded);
    click(&mut harness, &pooling);
    assert_eq!(harness.state().state().view, View::Classifiers(ClassifiersTab::POOLING));
    // On a desk all of them are in sight.
    let options = Options {
        image: sample("cat.png"),
        view: View::Classifiers(ClassifiersTab::EVIDENCE),
        language: Some(Language::English),
        ..Default::default()
    };
    let harness = open_sized(options, [1366.0, 768.0]);
    harness.get_by_label(&pooling);
}
