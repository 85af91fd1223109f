//! No photo yet: what this is, the lesson, and where to begin.

use egui::{Align, Align2, Layout, Rect, RichText, Sense, Stroke, StrokeKind, Ui, UiBuilder, pos2, vec2};

use crate::locale::text::tr;
use crate::state::{Command, State};
use crate::ui::chrome::menus::{COLUMNS, THUMBNAIL, gallery_entry};
use crate::ui::kit::{Button, Icon, focus_ring};
use crate::ui::look::Look;
use crate::ui::style::{TextRole, size};

/// Width of everything, points.
const WIDTH: f32 = 720.0;
/// Heights of what the program is, of the drop zone, and of a row of samples with its gap, points.
const ABOUT: f32 = 124.0;
const ZONE: f32 = 128.0;
const ROW: f32 = THUMBNAIL + 28.0;

/// Shows what the program is, the way to the lesson, the drop zone and the sample photos.
pub fn empty(ui: &mut Ui, state: &State, look: &mut Look<'_>, commands: &mut Vec<Command>) {
    let canvas = ui.available_rect_before_wrap();
    let rows = state.photos_in_gallery.div_ceil(COLUMNS) as f32;
    let height = ABOUT + ZONE + size::SPACE_24 + rows * ROW;
    let width = WIDTH.min(canvas.width());
    let all = Align2::CENTER_CENTER.align_size_within_rect(vec2(width, height.min(canvas.height())), canvas);
    about(ui, all.with_max_y(all.top() + ABOUT), look, commands);
    let zone = Rect::from_min_size(all.min + vec2(0.0, ABOUT), vec2(width, ZONE));
    drop_zone(ui, zone, look, commands);
    let samples =
        Rect::from_min_max(pos2(all.left(), zone.bottom() + size::SPACE_24), pos2(all.right(), canvas.bottom()));
    gallery(ui, samples, state, look, commands);
}

/// One sentence on what this is, and the lesson.
fn about(ui: &mut Ui, rect: Rect, look: &Look<'_>, commands: &mut Vec<Command>) {
    ui.scope_builder(UiBuilder::new().max_rect(rect).layout(Layout::top_down(Align::Center)), |ui| {
        let words = RichText::new(tr("empty-about")).font(TextRole::CardTitle.font());
        ui.add(egui::Label::new(words.color(look.theme.hi)).wrap());
        ui.add_space(size::SPACE_12);
        let lesson = tr("empty-lesson");
        if ui.add(Button::primary(look.theme, &lesson).with_icon(Icon::Play)).clicked() {
            commands.push(Command::StartTour(Some(0)));
        }
    });
}

fn drop_zone(ui: &mut Ui, zone: Rect, look: &Look<'_>, commands: &mut Vec<Command>) {
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
}

fn gallery(ui: &mut Ui, rect: Rect, state: &State, look: &mut Look<'_>, commands: &mut Vec<Command>) {
    ui.scope_builder(UiBuilder::new().max_rect(rect), |ui| {
        let gaps = (COLUMNS - 1) as f32;
        ui.spacing_mut().item_spacing.x = (rect.width() - COLUMNS as f32 * THUMBNAIL) / gaps;
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
