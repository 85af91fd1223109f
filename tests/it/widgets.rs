//! Widgets, as a person meets them.

use std::cell::Cell;
use std::rc::Rc;

use egui::{Key, vec2};
use egui_kittest::Harness;
use egui_kittest::kittest::Queryable as _;
use inception_lens::ui::kit::{
    Button, Icon, NavItem, Segmented, Toast, ToastAction, ToastKind, heatmap_tile, nav_rail, toasts,
};
use inception_lens::ui::style::{self, Theme, size};

/// Installs our fonts and one of the themes.
pub fn install(ctx: &egui::Context, dark: bool) {
    ctx.set_fonts(style::fonts());
    style::apply(ctx, &theme_of(dark));
}

/// One of the two themes.
pub fn theme_of(dark: bool) -> Theme {
    if dark { Theme::dark() } else { Theme::light() }
}

fn segmented_harness(chosen: Rc<Cell<u8>>) -> Harness<'static> {
    Harness::builder().with_size(vec2(400.0, 80.0)).with_context_setup(|ctx| install(ctx, true)).build_ui(move |ui| {
        let choices = [(0, "Index"), (1, "Mean"), (2, "Max")];
        let control = Segmented::new("Sort by", &choices, chosen.get());
        if let Some(choice) = control.show(ui, &Theme::dark()).inner {
            chosen.set(choice);
        }
    })
}

#[test]
fn a_segmented_control_follows_clicks_and_arrow_keys() {
    let chosen = Rc::new(Cell::new(0));
    let mut harness = segmented_harness(Rc::clone(&chosen));
    harness.get_by_label("Mean").click();
    harness.run();
    assert_eq!(chosen.get(), 1);

    harness.get_by_label("Mean").focus();
    harness.run();
    harness.key_press(Key::ArrowRight);
    harness.run();
    assert_eq!(chosen.get(), 2);
    assert!(harness.get_by_label("Max").is_focused());
    harness.key_press(Key::ArrowRight);
    harness.run();
    assert_eq!(chosen.get(), 2, "the last one is the end");
    harness.key_press(Key::ArrowLeft);
    harness.run();
    harness.key_press(Key::ArrowLeft);
    harness.run();
    assert_eq!(chosen.get(), 0);
}

#[test]
fn the_rail_leads_to_a_view_and_every_target_is_large_enough() {
    let view = Rc::new(Cell::new(NavItem::Network));
    let shown = Rc::clone(&view);
    let mut harness = Harness::builder()
        .with_size(vec2(76.0, 500.0))
        .with_context_setup(|ctx| install(ctx, true))
        .build_ui(move |ui| {
            if let Some(item) = nav_rail(ui, &Theme::dark(), &NavItem::ALL, shown.get()) {
                shown.set(item);
            }
        });
    for item in NavItem::ALL {
        let area = harness.get_by_label(&item.label()).rect();
        assert!(area.width() >= size::HIT_TARGET && area.height() >= size::HIT_TARGET);
    }
    harness.get_by_label("Classifiers").click();
    harness.run();
    assert_eq!(view.get(), NavItem::Classifiers);
}

#[test]
fn a_toast_can_be_acted_upon_and_dismissed() {
    let done = Rc::new(Cell::new(None));
    let result = Rc::clone(&done);
    let mut harness = Harness::builder()
        .with_size(vec2(600.0, 200.0))
        .with_context_setup(|ctx| install(ctx, true))
        .build_ui(move |ui| {
            if let Some(action) = toasts(ui.ctx(), &Theme::dark(), &[error_toast()]) {
                result.set(Some(action));
            }
        });
    harness.run();
    harness.get_by_label("Choose another…").click();
    harness.run();
    assert_eq!(done.get(), Some(ToastAction::Act(0)));
    harness.get_by_label("Dismiss").click();
    harness.run();
    assert_eq!(done.get(), Some(ToastAction::Dismiss(0)));
}

/// An error with an action.
pub fn error_toast() -> Toast {
    Toast {
        kind: ToastKind::Error,
        message: "Not a GoogLeNet file: the 1024-wide linear layer is missing.".to_owned(),
        action: Some("Choose another…".to_owned()),
    }
}

#[test]
fn the_cell_under_the_pointer_is_found() {
    let rect = egui::Rect::from_min_size(egui::pos2(10.0, 20.0), vec2(70.0, 70.0));
    let cell = |x, y| heatmap_tile::cell_at(rect, egui::pos2(x, y), [7, 7]);
    assert_eq!(cell(10.0, 20.0), Some([0, 0]));
    assert_eq!(cell(80.0, 90.0), Some([6, 6]));
    assert_eq!(cell(31.0, 55.0), Some([2, 3]));
    assert_eq!(cell(9.0, 55.0), None);
}

#[test]
fn the_keyboard_focus_is_seen_and_an_icon_tells_its_name() {
    let mut harness = Harness::builder()
        .with_size(vec2(300.0, 120.0))
        .with_context_setup(|ctx| install(ctx, true))
        .renderer(super::raster::RasterRenderer::default())
        .build_ui(|ui| {
            let theme = Theme::dark();
            ui.add_space(8.0);
            ui.horizontal(|ui| {
                ui.add_space(8.0);
                let modes = [(0, "Reduced"), (1, "Naive")];
                Segmented::new("Modules", &modes, 0).show(ui, &theme);
                ui.add(Button::icon(&theme, Icon::Contrast, "Theme"));
            });
        });
    harness.run();
    let plain = harness.render().unwrap();
    for name in ["Reduced", "Naive", "Theme"] {
        harness.get_by_label(name).focus();
        harness.run();
        let focused = harness.render().unwrap();
        let changed = plain.pixels().zip(focused.pixels()).filter(|(a, b)| a != b);
        assert!(changed.count() > 100, "{name} has no ring");
        focused.save(format!("{}/focus-{name}.png", folder())).unwrap();
    }
    // The one button of that name: its tooltip says the same.
    harness.get_by_role_and_label(egui::accesskit::Role::Button, "Theme").hover();
    harness.run_steps(40);
    assert!(harness.query_by_value("Theme").is_some(), "no tooltip");
    harness.render().unwrap().save(format!("{}/tooltip.png", folder())).unwrap();
}

/// Where pictures to look at go.
pub fn folder() -> &'static str {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/target/snapshots");
    std::fs::create_dir_all(folder).unwrap();
    folder
}
