//! No photo yet: what this is, the lesson, and where to begin.

use egui::{Align, Align2, Layout, Rect, RichText, Stroke, StrokeKind, Ui, UiBuilder, vec2};

use crate::locale::text::tr;
use crate::state::{Command, State};
use crate::ui::chrome::menus::{COLUMNS, THUMBNAIL, gallery_entry};
use crate::ui::kit::{Area, Button, Icon, Pressable, within, write};
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
    let all = vec2(WIDTH.min(canvas.width()), height.min(canvas.height()));
    let mut room = canvas.place(Align2::CENTER_CENTER, all).with_max_y(canvas.bottom());
    about(ui, room.take_top(ABOUT), look, commands);
    drop_zone(ui, room.take_top(ZONE), look, commands);
    gallery(ui, room.without_top(size::SPACE_24), state, look, commands);
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
    let pressable = Pressable::new(ui.scope_id().with("drop-zone")).radius(size::RADIUS_LESSON);
    let response = pressable.show(ui, zone, look.theme, || tr("empty-title"));
    let painter = ui.painter();
    let ink = if response.hovered() { look.theme.hi } else { look.theme.line2 };
    painter.rect(zone, size::RADIUS_LESSON, look.theme.bg1, Stroke::new(size::stroke_focus(), ink), StrokeKind::Inside);
    let [title, body] = [zone.without_bottom(36.0), zone.without_top(40.0)];
    write(painter, title, Align2::CENTER_CENTER, &tr("empty-title"), TextRole::ViewTitle, look.theme.hi);
    write(painter, body, Align2::CENTER_CENTER, &tr("empty-body"), TextRole::Body, look.theme.mid);
    if response.clicked() {
        commands.push(Command::ChoosePhoto);
    }
}

fn gallery(ui: &mut Ui, rect: Rect, state: &State, look: &mut Look<'_>, commands: &mut Vec<Command>) {
    within(ui, rect, |ui| {
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
