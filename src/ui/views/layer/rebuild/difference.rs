//! How far two pictures are from each other, around grey, with its scale.

use egui::{Align2, Color32, Rect, Stroke, StrokeKind, Ui, pos2};
use image::RgbImage;

use crate::locale::format::signed;
use crate::locale::text::tr;
use crate::ui::kit::paint::text;
use crate::ui::style::{TextRole, Theme, size};

/// Grey, for no difference.
const GREY: i16 = 128;
/// The largest difference that is told from larger ones.
const MOST: i16 = 127;

/// Width from which on a bar has room for three words, points.
const ROOMY: f32 = 136.0;

/// The second less the first, colour by colour, around grey.
pub(super) fn difference(before: &RgbImage, after: &RgbImage) -> RgbImage {
    let mut picture = after.clone();
    for (value, before) in picture.iter_mut().zip(before.iter()) {
        let difference = i16::from(*value) - i16::from(*before);
        *value = (GREY + difference.clamp(-MOST, MOST)) as u8;
    }
    picture
}

/// What the grey levels mean, in a row of 34 points.
pub(super) fn scale(ui: &Ui, row: Rect, theme: &Theme) {
    let bar = row.with_max_y(row.top() + 10.0);
    let mut mesh = egui::Mesh::default();
    for (x, color) in [(bar.left(), Color32::BLACK), (bar.right(), Color32::WHITE)] {
        mesh.colored_vertex(pos2(x, bar.top()), color);
        mesh.colored_vertex(pos2(x, bar.bottom()), color);
    }
    mesh.add_triangle(0, 1, 2);
    mesh.add_triangle(1, 2, 3);
    ui.painter().add(mesh);
    ui.painter().rect_stroke(bar, 0.0, Stroke::new(size::hairline(), theme.line2), StrokeKind::Outside);
    let most = f64::from(MOST);
    let ticks = [
        (bar.left(), Align2::LEFT_CENTER, signed(-most, 0)),
        (bar.center().x, Align2::CENTER_CENTER, tr("rebuild-no-difference")),
        (bar.right(), Align2::RIGHT_CENTER, signed(most, 0)),
    ];
    for (place, (x, align, words)) in ticks.into_iter().enumerate() {
        // What grey means makes way where the ends would touch it.
        if place == 1 && bar.width() < ROOMY {
            continue;
        }
        text(ui.painter(), pos2(x, bar.bottom() + 10.0), align, &words, TextRole::Tick, theme.mid);
    }
}
