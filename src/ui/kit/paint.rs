//! Small things every part of the view draws.

use std::sync::Arc;

use egui::epaint::{Mesh, RectShape};
use egui::text::{LayoutJob, TextFormat};
use egui::{Align2, Color32, FontId, Galley, Painter, Pos2, Rect, Shape, Stroke, TextureId, Ui, pos2, vec2};

use crate::ui::style::{TextRole, Theme, legibility, size};

/// The part of a texture that is all of it.
pub(in crate::ui) const WHOLE: Rect = Rect::from_min_max(Pos2::ZERO, pos2(1.0, 1.0));

/// One line of text; returns where it lies.
pub(in crate::ui) fn text(
    painter: &Painter,
    place: Pos2,
    anchor: Align2,
    words: &str,
    role: TextRole,
    color: Color32,
) -> Rect {
    painter.text(place, anchor, words, role.font(), color)
}

/// The smallest text that a line is made to fit its room with, points; before a class the smallest there is.
const SHRUNK: f32 = 11.0;

/// One line of text that is made smaller where its room is too narrow, down to what can still be read, and then ends with an
/// ellipsis.
pub(in crate::ui) fn fitted(painter: &Painter, words: &str, font: FontId, color: Color32, room: f32) -> Arc<Galley> {
    let room = room.max(0.0);
    let galley = painter.layout_no_wrap(words.to_owned(), font.clone(), color);
    if galley.size().x <= room {
        return galley;
    }
    let least = SHRUNK.max(legibility().smallest_text).min(font.size);
    // In half points, so that not every width of a window fills the font's texture anew.
    let points = (font.size * room / galley.size().x * 2.0).floor() / 2.0;
    let format = TextFormat::simple(FontId::new(points.max(least), font.family), color);
    let mut job = LayoutJob::single_section(words.to_owned(), format);
    job.wrap.max_width = room;
    job.wrap.max_rows = 1;
    job.wrap.break_anywhere = true;
    painter.layout_job(job)
}

/// One line of text from a left middle, as [`fitted`].
pub(in crate::ui) fn text_within(
    painter: &Painter,
    left_middle: Pos2,
    room: f32,
    words: &str,
    role: TextRole,
    color: Color32,
) -> Rect {
    let galley = fitted(painter, words, role.font(), color, room);
    let place = pos2(left_middle.x, left_middle.y - galley.size().y / 2.0);
    let rect = Rect::from_min_size(place, galley.size());
    painter.galley(place, galley, color);
    rect
}

/// Says to a screen reader what is painted in `rect`.
pub(in crate::ui) fn spoken(ui: &Ui, rect: Rect, role: egui::Role, name: &str) {
    let id = ui.scope_id().with(("spoken", rect.left().to_bits(), rect.top().to_bits()));
    let response = ui.interact(rect, id, egui::Sense::hover());
    response.widget_info(|| egui::WidgetInfo::labeled(role, ui.is_enabled(), name));
}

/// The first of several wordings that has room, else the last.
pub(in crate::ui) fn first_that_fits<const N: usize>(
    painter: &Painter,
    wordings: [String; N],
    room: f32,
    role: TextRole,
) -> String {
    let mut last = String::new();
    for words in wordings {
        let galley = painter.layout_no_wrap(words.clone(), role.font(), Color32::PLACEHOLDER);
        if galley.size().x <= room {
            return words;
        }
        last = words;
    }
    last
}

/// A row of its own: words at the left, a number at the right; returns where the words lie.
pub(in crate::ui) fn number_row(ui: &mut Ui, theme: &Theme, words: &str, number: &str) -> Rect {
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), 25.0), egui::Sense::hover());
    response.widget_info(|| {
        let name = format!("{words} {number}");
        egui::WidgetInfo::labeled(egui::Role::Label, ui.is_enabled(), name)
    });
    let painter = ui.painter();
    let right = text(painter, rect.right_center(), Align2::RIGHT_CENTER, number, TextRole::Name, theme.hi);
    let room = right.left() - rect.left() - size::SPACE_8;
    text_within(painter, rect.left_center(), room, words, TextRole::Body, theme.mid)
}

/// A line of text over the available width, `height` points high.
pub(in crate::ui) fn line(ui: &mut Ui, words: &str, height: f32, role: TextRole, color: Color32) -> Rect {
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), height), egui::Sense::hover());
    response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Label, ui.is_enabled(), words));
    text_within(ui.painter(), rect.left_center(), rect.width(), words, role, color);
    rect
}

/// Text over as many lines as it needs.
pub(in crate::ui) fn paragraph(ui: &mut Ui, words: &str, role: TextRole, color: Color32) {
    let rich = egui::RichText::new(words).font(role.font()).color(color);
    ui.add(egui::Label::new(rich).wrap());
}

/// The ground of a card that lays itself out.
pub(in crate::ui) fn card_ground(painter: &Painter, rect: Rect, theme: &Theme) {
    let border = Stroke::new(size::hairline(), theme.line);
    let inside = egui::StrokeKind::Inside;
    painter.rect(rect, size::RADIUS_CARD, theme.bg1, border, inside);
}

/// A hairline with room above and below.
pub(in crate::ui) fn rule(ui: &mut Ui, theme: &Theme, room: f32) {
    let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), 2.0 * room), egui::Sense::hover());
    let stroke = Stroke::new(size::hairline(), theme.line);
    ui.painter().hline(rect.x_range(), rect.center().y, stroke);
}

/// A dashed rectangle.
pub(in crate::ui) fn dashes(rect: Rect, stroke: Stroke, dash: f32, gap: f32, shapes: &mut Vec<Shape>) {
    let corners = [rect.left_top(), rect.right_top(), rect.right_bottom(), rect.left_bottom(), rect.left_top()];
    Shape::dashed_line_many(&corners, stroke, dash, gap, shapes);
}

/// Dashed white on a dark edge, so that it is seen over any photo: a receptive field.
pub(in crate::ui) fn field(painter: &Painter, rect: Rect) {
    let dark = Stroke::new(3.0, Color32::from_black_alpha(170));
    painter.rect_stroke(rect, 0.0, dark, egui::StrokeKind::Middle);
    let mut shapes = Vec::new();
    dashes(rect, Stroke::new(2.0, Color32::WHITE), 6.0, 4.0, &mut shapes);
    painter.extend(shapes);
}

/// A texture, or a part of it, in a rectangle; `tint` is white for the pixels as they are.
pub(in crate::ui) fn picture(painter: &Painter, texture: TextureId, rect: Rect, uv: Rect, tint: Color32) {
    let mut mesh = Mesh::with_texture(texture);
    mesh.add_rect_with_uv(rect, uv, tint);
    painter.add(Shape::mesh(mesh));
}

/// The same with round corners.
pub(in crate::ui) fn rounded_picture(painter: &Painter, texture: TextureId, rect: Rect, tint: Color32) {
    let shape = RectShape::filled(rect, size::RADIUS_TILE, tint).with_texture(texture, WHOLE);
    painter.add(shape);
}

/// The same with a border around it.
pub(in crate::ui) fn framed_picture(painter: &Painter, texture: TextureId, rect: Rect, theme: &Theme) {
    rounded_picture(painter, texture, rect, Color32::WHITE);
    let border = Stroke::new(size::hairline(), theme.line2);
    painter.rect_stroke(rect, size::RADIUS_TILE, border, egui::StrokeKind::Outside);
}

/// Black or white, whichever is read better on `background`.
pub(in crate::ui) fn ink_on(background: Color32) -> Color32 {
    let linear = |channel: u8| (f32::from(channel) / 255.0).powf(2.2);
    let luminance = 0.2126 * linear(background.r()) + 0.7152 * linear(background.g()) + 0.0722 * linear(background.b());
    if luminance > 0.18 { Color32::BLACK } else { Color32::WHITE }
}

/// What stands in for something that is not there yet.
pub(in crate::ui) fn skeleton(ui: &mut Ui, theme: &Theme, height: f32) {
    let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), height), egui::Sense::hover());
    ui.painter().rect_filled(rect, size::RADIUS_TILE, theme.bar_track);
}

/// Dashed border and slash: nothing to see on this photo.
pub(in crate::ui) fn mark_silent(rect: Rect, theme: &Theme, shapes: &mut Vec<Shape>) {
    let stroke = Stroke::new(1.0, theme.line2);
    dashes(rect.shrink(1.0), stroke, 4.0, 3.0, shapes);
    let slash = rect.shrink(rect.width() * 0.24);
    shapes.push(Shape::line_segment([slash.left_bottom(), slash.right_top()], stroke));
}

/// A hairline along the lower edge of a row.
pub(in crate::ui) fn line_below(painter: &Painter, row: Rect, ink: Color32) {
    painter.hline(row.x_range(), row.bottom(), Stroke::new(size::hairline(), ink));
}
