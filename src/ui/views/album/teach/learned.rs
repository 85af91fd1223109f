//! How little is learned: everything up to the averages is frozen, one small matrix behind it is not.

use egui::{Align2, Color32, Mesh, Pos2, Rect, Shape, Stroke, StrokeKind, Ui, lerp, pos2, vec2};

use super::Parts;
use crate::locale::format::{compact, grouped, milliseconds};
use crate::locale::text::{tr, tr_with};
use crate::spec::Op;
use crate::ui::kit::paint::{card_ground, paragraph, spoken};
use crate::ui::kit::{Area, Row, within, write_fitted};
use crate::ui::style::{Hue, TextRole, caption_room, size};

/// Averages that a head reads.
const AVERAGES: u64 = 1024;
/// Pieces of a curve.
const PIECES: usize = 24;

/// Shows the card.
pub(super) fn card(ui: &mut Ui, rect: Rect, parts: Parts<'_>) {
    let theme = parts.theme;
    card_ground(ui.painter(), rect, theme);
    let mut rest = rect.shrink2(vec2(16.0, 12.0));
    let title = rest.take_top(caption_room(24.0));
    let taught = parts.teach().taught.as_ref();
    let time = taught.map(|taught| tr_with("teach-learned-in", &[("time", milliseconds(taught.fit_ms))]));
    let time = time.unwrap_or_default();
    let name = tr("teach-learned");
    Row::new(&name, TextRole::CardTitle, theme.hi)
        .number(&time, TextRole::Caption, theme.low)
        .paint(ui.painter(), title);
    spoken(ui, title, egui::Role::Heading, &format!("{name} {time}"));
    let labels: Vec<String> = match taught {
        Some(taught) => taught.head.labels.to_vec(),
        None => parts.teach().trays.all.iter().map(|tray| tray.name.clone()).collect(),
    };
    let words =
        tr_with("teach-learned-body", &[("averages", grouped(AVERAGES)), ("classes", labels.len().max(2).to_string())]);
    let foot = rest.take_bottom(caption_room(58.0));
    within(ui, foot, |ui| paragraph(ui, &words, TextRole::Caption, theme.mid));
    draw(ui, rest.without_top(6.0).without_bottom(8.0), parts, &labels);
}

/// The frozen box, the averages, a ribbon to each class.
fn draw(ui: &Ui, rect: Rect, parts: Parts<'_>, labels: &[String]) {
    let theme = parts.theme;
    let painter = ui.painter();
    let mut rest = rect;
    let [frozen, averages, learned, ribbons] =
        [0.36, 0.11, 0.05, 0.22].map(|share| rest.take_left(rect.width() * share));
    let names = rest.without_left(8.0);
    let border = Stroke::new(size::hairline(), theme.line2);
    painter.rect(frozen, size::RADIUS_TILE, theme.bg2, border, StrokeKind::Inside);
    let (convolutions, weights) = counts(parts);
    let lines = [
        (tr("teach-learned-frozen"), TextRole::Name, theme.hi),
        (tr_with("teach-learned-layers", &[("count", convolutions.to_string())]), TextRole::Caption, theme.mid),
        (tr_with("teach-learned-weights", &[("count", compact(weights as f64))]), TextRole::Caption, theme.mid),
    ];
    lock(painter, frozen.without_bottom(caption_room(76.0)).center(), theme.low);
    let line = caption_room(19.0);
    let words_at = frozen.shrink2(vec2(5.0, 0.0)).bottom_part(frozen.height() / 2.0 + 1.1 * line);
    for (place, (words, role, ink)) in lines.iter().enumerate() {
        write_fitted(painter, words_at.row(place, line), Align2::CENTER_CENTER, words, *role, *ink);
    }
    painter.rect_filled(averages, 0.0, theme.line2);
    let number = averages.shrink2(vec2(1.0, 0.0));
    let (role, ink) = (TextRole::StatusStrong, theme.hi);
    write_fitted(painter, number, Align2::CENTER_CENTER, &grouped(AVERAGES), role, ink);
    let hue = theme.hue(Hue::Classifier).fill;
    painter.rect_filled(learned, 0.0, hue);
    let role = if labels.len() > 5 { TextRole::Tick } else { TextRole::BodyStrong };
    for (place, label) in labels.iter().enumerate() {
        let name = names.row(place, rect.height() / labels.len() as f32);
        ribbon(painter, ribbons, name.center().y, hue.gamma_multiply(0.42));
        write_fitted(painter, name, Align2::LEFT_CENTER, label, role, theme.hi);
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

/// From all of the left edge to a narrow end at that height of the right edge.
fn ribbon(painter: &egui::Painter, rect: Rect, end: f32, fill: Color32) {
    let mut mesh = Mesh::default();
    for piece in 0..=PIECES {
        let t = piece as f32 / PIECES as f32;
        let smooth = t * t * (3.0 - 2.0 * t);
        let x = lerp(rect.x_range(), t);
        mesh.colored_vertex(pos2(x, lerp(rect.top()..=end - 1.5, smooth)), fill);
        mesh.colored_vertex(pos2(x, lerp(rect.bottom()..=end + 1.5, smooth)), fill);
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
