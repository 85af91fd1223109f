//! How little is learned: everything up to the averages is frozen, one small matrix behind it is not.

use egui::{Align2, Color32, Mesh, Pos2, Rect, Shape, Stroke, StrokeKind, Ui, pos2, vec2};

use super::Parts;
use crate::locale::format::{compact, grouped, milliseconds};
use crate::locale::text::{tr, tr_with};
use crate::spec::Op;
use crate::ui::kit::paint::{card_ground, fitted, paragraph, spoken, text, text_within};
use crate::ui::kit::within;
use crate::ui::style::{Hue, TextRole, caption_room, size};

/// Averages that a head reads.
const AVERAGES: u64 = 1024;
/// Pieces of a curve.
const PIECES: usize = 24;

/// Shows the card.
pub(super) fn card(ui: &mut Ui, rect: Rect, parts: Parts<'_>) {
    let theme = parts.theme;
    card_ground(ui.painter(), rect, theme);
    let inner = rect.shrink2(vec2(16.0, 12.0));
    let title = inner.with_max_y(inner.top() + caption_room(24.0));
    let painter = ui.painter().clone();
    let taught = parts.teach().taught.as_ref();
    let time = taught.map(|taught| tr_with("teach-learned-in", &[("time", milliseconds(taught.fit_ms))]));
    let time = time.unwrap_or_default();
    let right = text(&painter, title.right_center(), Align2::RIGHT_CENTER, &time, TextRole::Caption, theme.low);
    let name = tr("teach-learned");
    text_within(&painter, title.left_center(), right.left() - title.left() - 8.0, &name, TextRole::CardTitle, theme.hi);
    spoken(ui, title, egui::Role::Heading, &format!("{name} {time}"));
    let labels: Vec<String> = match taught {
        Some(taught) => taught.head.labels.to_vec(),
        None => parts.teach().trays.all.iter().map(|tray| tray.name.clone()).collect(),
    };
    let words =
        tr_with("teach-learned-body", &[("averages", grouped(AVERAGES)), ("classes", labels.len().max(2).to_string())]);
    let foot = caption_room(58.0);
    let text_at = inner.with_min_y(inner.bottom() - foot);
    within(ui, text_at, |ui| paragraph(ui, &words, TextRole::Caption, theme.mid));
    let drawing =
        Rect::from_min_max(pos2(inner.left(), title.bottom() + 6.0), pos2(inner.right(), text_at.top() - 8.0));
    draw(ui, drawing, parts, &labels);
}

/// The frozen box, the averages, a ribbon to each class.
fn draw(ui: &Ui, rect: Rect, parts: Parts<'_>, labels: &[String]) {
    let theme = parts.theme;
    let painter = ui.painter();
    let frozen = Rect::from_min_size(rect.min, vec2(rect.width() * 0.36, rect.height()));
    let border = Stroke::new(size::hairline(), theme.line2);
    painter.rect(frozen, size::RADIUS_TILE, theme.bg2, border, StrokeKind::Inside);
    let (convolutions, weights) = counts(parts);
    let lines = [
        (tr("teach-learned-frozen"), TextRole::Name, theme.hi),
        (tr_with("teach-learned-layers", &[("count", convolutions.to_string())]), TextRole::Caption, theme.mid),
        (tr_with("teach-learned-weights", &[("count", compact(weights as f64))]), TextRole::Caption, theme.mid),
    ];
    lock(painter, pos2(frozen.center().x, frozen.center().y - caption_room(38.0)), theme.low);
    for (place, (words, role, ink)) in lines.iter().enumerate() {
        let y = frozen.center().y + caption_room(19.0) * (place as f32 - 0.6);
        let galley = fitted(painter, words, role.font(), *ink, frozen.width() - 10.0);
        let at = Align2::CENTER_CENTER.anchor_size(pos2(frozen.center().x, y), galley.size());
        painter.galley(at.min, galley, *ink);
    }
    let averages = Rect::from_min_size(frozen.right_top(), vec2(rect.width() * 0.11, rect.height()));
    painter.rect_filled(averages, 0.0, theme.line2);
    let number = fitted(painter, &grouped(AVERAGES), TextRole::StatusStrong.font(), theme.hi, averages.width() - 2.0);
    let at = Align2::CENTER_CENTER.anchor_size(averages.center(), number.size());
    painter.galley(at.min, number, theme.hi);
    let hue = theme.hue(Hue::Classifier).fill;
    let learned = Rect::from_min_size(averages.right_top(), vec2(rect.width() * 0.05, rect.height()));
    painter.rect_filled(learned, 0.0, hue);
    let ends = learned.right() + rect.width() * 0.22;
    for (place, label) in labels.iter().enumerate() {
        let y = rect.top() + rect.height() * (place as f32 + 0.5) / labels.len() as f32;
        ribbon(painter, learned.right(), (rect.top(), rect.bottom()), pos2(ends, y), hue.gamma_multiply(0.42));
        let room = rect.right() - ends - 8.0;
        let role = if labels.len() > 5 { TextRole::Tick } else { TextRole::BodyStrong };
        text_within(painter, pos2(ends + 8.0, y), room, label, role, theme.hi);
    }
    let sentence = lines.iter().map(|(words, ..)| words.as_str()).collect::<Vec<_>>().join(", ");
    let averages = tr_with("teach-learned-averages", &[("count", grouped(AVERAGES))]);
    spoken(ui, rect, egui::Role::Image, &format!("{sentence}; {averages}; {}", labels.join(", ")));
}

/// Convolutions and weights before the averages, the heads left out.
fn counts(parts: Parts<'_>) -> (usize, u64) {
    let Some(network) = parts.state.loaded().map(|loaded| &loaded.network) else { return (0, 0) };
    let convolutions =
        network.layers.iter().filter(|layer| matches!(layer.op, Op::Conv(_)) && !layer.name.starts_with("aux"));
    convolutions.fold((0, 0), |(count, weights), layer| (count + 1, weights + layer.params as u64))
}

/// From a tall edge to a narrow end.
fn ribbon(painter: &egui::Painter, left: f32, (top, bottom): (f32, f32), end: Pos2, fill: Color32) {
    let mut mesh = Mesh::default();
    for piece in 0..=PIECES {
        let t = piece as f32 / PIECES as f32;
        let smooth = t * t * (3.0 - 2.0 * t);
        let x = left + (end.x - left) * t;
        let at = |y: f32, to: f32| y + (to - y) * smooth;
        mesh.colored_vertex(pos2(x, at(top, end.y - 1.5)), fill);
        mesh.colored_vertex(pos2(x, at(bottom, end.y + 1.5)), fill);
        if piece > 0 {
            let next = 2 * piece as u32;
            mesh.add_triangle(next - 2, next - 1, next);
            mesh.add_triangle(next, next - 1, next + 1);
        }
    }
    painter.add(Shape::mesh(mesh));
}

/// A lock.
fn lock(painter: &egui::Painter, center: Pos2, ink: Color32) {
    let pen = Stroke::new(1.8, ink);
    let body = Rect::from_center_size(center + vec2(0.0, 4.0), vec2(14.0, 10.0));
    painter.rect_stroke(body, 2.0, pen, StrokeKind::Middle);
    let points = (0..=12).map(|step| {
        let angle = std::f32::consts::PI * (1.0 + step as f32 / 12.0);
        center + vec2(4.5 * angle.cos(), 4.5 * angle.sin() - 1.0)
    });
    painter.line(points.collect(), pen);
}
