//! The photo with its crop, and what the network says it is.

use egui::{
    Align, Color32, Layout, Rect, RichText, Sense, Stroke, StrokeKind, TextureOptions, Ui, pos2,
    vec2,
};

use super::look::{Look, photo_image};
use super::text::{tr, tr_with};
use super::theme::{Hue, TextRole, Theme, size};
use super::widgets::ProbabilityBar;
use crate::app::{Command, Shown, State};
use crate::engine::Photo;
use crate::imaging::Fit;
use crate::spec::Head;

/// Classes listed.
const TOP: usize = 5;
/// Height of the photo, points, at most.
const PHOTO_HEIGHT: f32 = 208.0;

/// Shows the column.
pub fn left_column(ui: &mut Ui, state: &State, look: &mut Look<'_>, _commands: &mut Vec<Command>) {
    let Some(shown) = state.shown() else { return };
    title(ui, look.theme, &tr("input"), &shown.photo.name);
    photo(ui, &shown.photo, look);
    ui.add_space(size::SPACE_4);
    let fit = match shown.photo.fit {
        Fit::Crop => tr("fit-crop-size"),
        Fit::Letterbox => tr("fit-letterbox-size"),
        Fit::Stretch => tr("fit-stretch-size"),
    };
    ui.label(
        RichText::new(fit)
            .font(TextRole::Caption.font())
            .color(look.theme.mid),
    );
    ui.add_space(size::SPACE_24);
    title(ui, look.theme, &tr("prediction"), &tr("softmax"));
    prediction(ui, shown, look.theme);
    ui.with_layout(Layout::bottom_up(Align::Min), |ui| legend(ui, look.theme));
}

fn title(ui: &mut Ui, theme: &Theme, text: &str, caption: &str) {
    ui.horizontal(|ui| {
        ui.label(
            RichText::new(text)
                .font(TextRole::Name.font())
                .color(theme.hi),
        );
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            let caption = RichText::new(caption)
                .font(TextRole::Caption.font())
                .color(theme.low);
            ui.add(egui::Label::new(caption).truncate());
        });
    });
    ui.add_space(size::SPACE_4);
}

/// The photo, and the part of it that the network sees in a white frame.
pub fn photo(ui: &mut Ui, photo: &Photo, look: &mut Look<'_>) {
    let [width, height] = photo.size.map(|side| side as f32);
    let room = vec2(ui.available_width(), PHOTO_HEIGHT);
    let scale = (room.x / width).min(room.y / height);
    let shown = vec2(width, height) * scale;
    let (slot, response) = ui.allocate_exact_size(vec2(room.x, shown.y), Sense::hover());
    response
        .widget_info(|| egui::WidgetInfo::labeled(egui::Role::Image, ui.is_enabled(), &photo.name));
    let rect = Rect::from_center_size(slot.center(), shown);
    let key = ("photo", std::ptr::from_ref(photo) as usize, &photo.name);
    let texture = look
        .textures
        .get(ui.ctx(), key, TextureOptions::LINEAR, || {
            photo_image(&photo.display)
        });
    egui::Image::new(&texture)
        .corner_radius(size::RADIUS_TILE)
        .paint_at(ui, rect);
    let window = photo.prepared.window;
    let crop = Rect::from_min_size(
        rect.min + vec2(window.x, window.y) * scale,
        vec2(window.width, window.height) * scale,
    )
    .intersect(rect);
    let painter = ui.painter();
    let shade = Color32::from_black_alpha(110);
    for outside in [
        Rect::from_min_max(rect.min, pos2(crop.left(), rect.bottom())),
        Rect::from_min_max(pos2(crop.right(), rect.top()), rect.max),
        Rect::from_min_max(
            pos2(crop.left(), rect.top()),
            pos2(crop.right(), crop.top()),
        ),
        Rect::from_min_max(
            pos2(crop.left(), crop.bottom()),
            pos2(crop.right(), rect.bottom()),
        ),
    ] {
        if outside.is_positive() {
            painter.rect_filled(outside, 0.0, shade);
        }
    }
    painter.rect_stroke(
        crop,
        0.0,
        Stroke::new(2.0, Color32::WHITE),
        StrokeKind::Inside,
    );
}

fn prediction(ui: &mut Ui, shown: &Shown, theme: &Theme) {
    let top = shown.report.main().top(TOP, &shown.report.labels);
    ui.spacing_mut().item_spacing.y = size::SPACE_8;
    for (rank, class) in top.iter().enumerate() {
        let bar = match rank {
            0 => ProbabilityBar::large(&class.label, class.probability, Hue::Classifier),
            _ => ProbabilityBar::small(&class.label, class.probability, Hue::Classifier),
        };
        bar.show(ui, theme);
    }
    for head in [Head::Aux1, Head::Aux2] {
        if shown.report.head(head).is_none() {
            let text = tr_with("head-absent", &[("head", head.key())]);
            ui.label(
                RichText::new(text)
                    .font(TextRole::Caption.font())
                    .color(theme.low),
            );
        }
    }
}

/// What the colours mean, from the bottom up.
fn legend(ui: &mut Ui, theme: &Theme) {
    let text = |ui: &mut Ui, text: String, role: TextRole, color: Color32| {
        ui.label(RichText::new(text).font(role.font()).color(color));
    };
    text(ui, tr("legend-width"), TextRole::Caption, theme.low);
    ui.add_space(size::SPACE_4);
    let rows: [&[(Hue, &str)]; 4] = [
        &[(Hue::Aux, "legend-aux")],
        &[
            (Hue::Stem, "legend-stem"),
            (Hue::Classifier, "legend-classifier"),
        ],
        &[(Hue::Branch5, "legend-5x5"), (Hue::Pool, "legend-pool")],
        &[(Hue::Branch1, "legend-1x1"), (Hue::Branch3, "legend-3x3")],
    ];
    for row in rows {
        let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), 22.0), Sense::hover());
        for (column, (hue, key)) in row.iter().enumerate() {
            let left = rect.left() + column as f32 * rect.width() / 2.0;
            let swatch = Rect::from_min_size(pos2(left, rect.center().y - 5.0), vec2(18.0, 10.0));
            ui.painter()
                .rect_filled(swatch, size::RADIUS_BAR, theme.hue(*hue).fill);
            ui.painter().text(
                pos2(left + 26.0, rect.center().y),
                egui::Align2::LEFT_CENTER,
                tr(key),
                TextRole::Body.font(),
                theme.mid,
            );
        }
    }
    text(ui, tr("legend"), TextRole::Name, theme.hi);
}
