//! No photo yet: an invitation.

use egui::{Align2, Sense, Stroke, StrokeKind, Ui, UiBuilder, vec2};

use crate::app::{Command, State};
use crate::locale::text::tr;
use crate::ui::chrome::menus::{COLUMNS, THUMBNAIL, gallery_entry};
use crate::ui::kit::focus_ring;
use crate::ui::look::Look;
use crate::ui::style::{TextRole, size};

/// Size of the drop zone, points.
const ZONE: egui::Vec2 = vec2(720.0, 220.0);

/// Shows the drop zone and the sample photos.
pub fn empty(ui: &mut Ui, state: &State, look: &mut Look<'_>, commands: &mut Vec<Command>) {
    let canvas = ui.available_rect_before_wrap();
    let zone = Align2::CENTER_CENTER.align_size_within_rect(ZONE, canvas.translate(vec2(0.0, -140.0)));
    let response = ui.interact(zone, ui.scope_id().with("drop-zone"), Sense::click());
    response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Button, ui.is_enabled(), tr("empty-title")));
    let painter = ui.painter();
    focus_ring(ui, &response, size::RADIUS_LESSON, look.theme);
    let ink = if response.hovered() { look.theme.hi } else { look.theme.line2 };
    painter.rect(zone, size::RADIUS_LESSON, look.theme.bg1, Stroke::new(size::stroke_focus(), ink), StrokeKind::Inside);
    let at = |offset: f32| zone.center() + vec2(0.0, offset);
    painter.text(at(-18.0), Align2::CENTER_CENTER, tr("empty-title"), TextRole::ViewTitle.font(), look.theme.hi);
    painter.text(at(20.0), Align2::CENTER_CENTER, tr("empty-body"), TextRole::Body.font(), look.theme.mid);
    if response.clicked() {
        commands.push(Command::ChoosePhoto);
    }
    let row = egui::Rect::from_min_size(egui::pos2(zone.left(), zone.bottom() + size::SPACE_24), vec2(ZONE.x, 280.0));
    ui.scope_builder(UiBuilder::new().max_rect(row), |ui| {
        let gaps = (COLUMNS - 1) as f32;
        ui.spacing_mut().item_spacing.x = (ZONE.x - COLUMNS as f32 * THUMBNAIL) / gaps;
        let photos: Vec<usize> = (0..state.photos_in_gallery).collect();
        for row in photos.chunks(COLUMNS) {
            ui.horizontal(|ui| {
                for &index in row {
                    if gallery_entry(ui, state, look.theme, look.textures, index).clicked() {
                        commands.push(Command::OpenGallery(index));
                    }
                }
            });
        }
    });
}
