//! Every widget in both themes, drawn to `target/snapshots` to be looked at.

use egui::{Color32, Role, TextureOptions, Ui, vec2};
use egui_kittest::kittest::Queryable as _;
use inception_lens::render::snapshot::snapshot;
use inception_lens::ui::kit::{
    Button, Card, ColorBar, HeatmapTile, Icon, Knot, NavItem, ProbabilityBar, Segmented, Toast, ToastKind, nav_rail,
    paint_logo, paint_pipe, toasts,
};
use inception_lens::ui::style::{Hue, TextRole, Theme, size};

use super::widgets::{error_toast, folder, install, theme_of};

/// Something like magma, to look at.
fn warm(share: f32) -> Color32 {
    let channel = |from: f32, to: f32| (from + (to - from) * share.clamp(0.0, 1.0)) as u8;
    Color32::from_rgb(channel(0.0, 252.0), channel(0.0, 253.0 * share), channel(4.0, 150.0))
}

fn diverging(share: f32) -> Color32 {
    let theme = Theme::dark();
    let strength = (share * 2.0 - 1.0).abs();
    let end = theme.sign(share - 0.5).fill;
    theme.bg0.lerp_to_gamma(end, strength)
}

/// Every widget once.
fn gallery(ui: &mut Ui, theme: &Theme) {
    let whole = ui.max_rect();
    let left = egui::Rect::from_min_max(whole.min, egui::pos2(whole.left() + 76.0, whole.bottom()));
    ui.painter().rect_filled(left, 0.0, theme.bg1);
    paint_logo(ui.painter(), egui::pos2(left.center().x, 26.0), theme);
    let below_logo = left.with_min_y(52.0);
    ui.scope_builder(egui::UiBuilder::new().max_rect(below_logo), |ui| {
        nav_rail(ui, theme, &NavItem::ALL, NavItem::Network)
    });
    let column =
        |from: f32, width: f32| egui::Rect::from_min_size(egui::pos2(from, 16.0), vec2(width, whole.height() - 32.0));
    let place = |rect| egui::UiBuilder::new().max_rect(rect);
    ui.scope_builder(place(column(92.0, 360.0)), |ui| controls(ui, theme));
    ui.scope_builder(place(column(476.0, 260.0)), |ui| predictions(ui, theme));
    ui.scope_builder(place(column(760.0, 420.0)), |ui| pictures(ui, theme));
    let messages =
        [Toast { kind: ToastKind::Note, message: "Copied 512 values.".to_owned(), action: None }, error_toast()];
    toasts(ui.ctx(), theme, &messages);
}

fn controls(ui: &mut Ui, theme: &Theme) {
    ui.label(egui::RichText::new("Inception 4a").font(TextRole::ViewTitle.font()).color(theme.hi));
    ui.horizontal(|ui| {
        ui.add(Button::plain(theme, "Open image…"));
        ui.add(Button::plain(theme, "Samples").opens_menu());
        ui.add(Button::icon(theme, Icon::Contrast, "Theme"));
    });
    ui.horizontal(|ui| {
        ui.add(Button::primary(theme, "Present").with_icon(Icon::Play));
        ui.add(Button::icon(theme, Icon::Minus, "Zoom out"));
        ui.add(Button::icon(theme, Icon::Plus, "Zoom in"));
        ui.add(Button::icon(theme, Icon::ChevronLeft, "Back"));
        ui.add(Button::icon(theme, Icon::ChevronRight, "Next"));
        ui.add(Button::icon(theme, Icon::Close, "Close"));
    });
    let modes = [(0, "Reduced"), (1, "Naive")];
    Segmented::new("Modules", &modes, 0).show(ui, theme);
    let orders = [(0, "Index"), (1, "Mean"), (2, "Max"), (3, "Contribution")];
    Segmented::new("Sort by", &orders, 1).show(ui, theme);
    let shown = [(0, "Overlay"), (1, "Map"), (2, "Photo")];
    Segmented::new("Shown", &shown, 0).width(300.0).show(ui, theme);
    Card::new("Totals").caption("reduced").show(ui, theme, |ui| {
        ui.label("MACs");
        let _ = ui.button("A button of egui's own");
        ui.checkbox(&mut true, "A checkbox");
        let _ = ui.selectable_label(true, "Selected row");
        let mut value = 0.4;
        let slider = egui::Slider::new(&mut value, 0.0..=1.0).show_value(false);
        ui.add(slider).accessible_name("A slider");
        ui.label("인셉션 모듈: 네 개의 눈");
    });
    ColorBar::new("Activation (clipped at the 99.8th percentile)", [0.0, 3.2], &warm).show(ui, theme);
    ColorBar::new("", [-0.11, 0.11], &diverging).ticks(3).show(ui, theme);
    ColorBar::new("Mean activation", [0.0, 1.0], &warm).ends("min", "max of the tile").width(150.0).show(ui, theme);
}

fn predictions(ui: &mut Ui, theme: &Theme) {
    let others = [("French horn", 0.151), ("dog", 0.089), ("flower", 0.004)];
    ProbabilityBar::large("cat", 0.526, Hue::Classifier).show(ui, theme);
    for (label, share) in others {
        ProbabilityBar::small(label, share, Hue::Classifier).show(ui, theme);
    }
    let head = Card::new("aux 1").caption("after 4a").hue(Hue::Aux).raised();
    head.show(ui, theme, |ui| {
        ProbabilityBar::small("cat", 0.428, Hue::Aux).strong(true).show(ui, theme);
        for (label, share) in others {
            ProbabilityBar::small(label, share, Hue::Aux).clickable().show(ui, theme);
        }
    });
    ProbabilityBar::inline("a very long class name indeed", 0.43, Hue::Aux).show(ui, theme);
    ProbabilityBar::inline("cat", 0.43, Hue::Conv5x5).strong(true).show(ui, theme);
}

fn pictures(ui: &mut Ui, theme: &Theme) {
    let values: Vec<Color32> = (0..196).map(|cell| warm((cell * 37 % 97) as f32 / 97.0)).collect();
    let image = egui::ColorImage::new([14, 14], values);
    let texture = ui.ctx().load_texture("tile", image, TextureOptions::NEAREST);
    ui.horizontal(|ui| {
        for selected in [false, true] {
            HeatmapTile::new("3×3", texture.id(), [76.0, 76.0]).selected(selected).show(ui, theme);
        }
        HeatmapTile::new("small", texture.id(), [40.0, 40.0]).show(ui, theme);
    });
    // The texture must outlive the frame that shows it.
    ui.data_mut(|data| data.insert_temp(egui::Id::unique("tile"), texture));
    let (rect, _) = ui.allocate_exact_size(vec2(400.0, 320.0), egui::Sense::hover());
    let mut target = rect.top() + 120.0;
    let lanes = [(Hue::Conv1x1, 192.0), (Hue::Conv3x3, 208.0), (Hue::Conv5x5, 48.0), (Hue::Pool, 4.0)];
    for (lane, (hue, channels)) in lanes.into_iter().enumerate() {
        let height = channels * 0.2;
        let source = Knot { x: rect.left(), y: rect.top() + 30.0 + 85.0 * lane as f32, height };
        let drawn = height.max(2.5);
        let end = Knot { x: rect.left() + 180.0, y: target + drawn / 2.0, height };
        target += drawn;
        paint_pipe(ui.painter(), source, end, theme.hue(hue).fill.gamma_multiply(0.9));
    }
}

#[test]
fn the_gallery_is_drawn_in_both_themes() {
    let folder = folder();
    for (name, dark) in [("widgets-dark", true), ("widgets-light", false)] {
        let theme = theme_of(dark);
        let picture = snapshot([1200.0, 760.0], 1.0, |ctx| install(ctx, dark), |ui| gallery(ui, &theme));
        assert_eq!(picture.dimensions(), (1200, 760));
        assert!(picture.pixels().all(|pixel| pixel[3] == 255));
        picture.save(format!("{folder}/{name}.png")).unwrap();
        let again = snapshot([1200.0, 760.0], 1.0, |ctx| install(ctx, dark), |ui| gallery(ui, &theme));
        assert_eq!(picture, again, "a picture depends on nothing but its view");
    }
    let theme = Theme::dark();
    let twice = snapshot([1200.0, 760.0], 2.0, |ctx| install(ctx, true), |ui| gallery(ui, &theme));
    assert_eq!(twice.dimensions(), (2400, 1520));
    twice.save(format!("{folder}/widgets-dark-2x.png")).unwrap();
}

#[test]
fn whatever_can_be_clicked_is_large_enough() {
    let mut harness = egui_kittest::Harness::builder()
        .with_size(vec2(1200.0, 760.0))
        .with_context_setup(|ctx| install(ctx, true))
        .build_ui(|ui| gallery(ui, &Theme::dark()));
    harness.run();
    let mut seen = 0;
    for role in [Role::Button, Role::RadioButton, Role::Tab, Role::CheckBox] {
        for node in harness.query_all_by_role(role) {
            let area = node.rect();
            let is_large = area.width() >= size::HIT_TARGET && area.height() >= size::HIT_TARGET;
            assert!(is_large, "{role:?} of {:?}", area.size());
            seen += 1;
        }
    }
    assert!(seen > 30, "only {seen} controls");
}
