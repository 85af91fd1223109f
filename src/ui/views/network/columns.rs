//! Behind the line: columns of equal resolution with their sizes; below it: the numbers that count.

use egui::{Align2, Rect, vec2};

use super::measures::{AXIS, COLUMN_BOTTOM, COUNT_LINE, GLYPH_GAP, SOFTMAX_HEIGHT, SOFTMAX_WIDTH};
use super::plan::{Glyph, Node};
use super::sheet::Sheet;
use super::word::Word;
use crate::locale::text::tr_with;
use crate::ui::style::{TextRole, size};

/// Every other column on a darker ground, each with its size on top.
pub fn columns(sheet: &Sheet<'_>) {
    let theme = sheet.theme;
    for (order, column) in sheet.plan.columns.iter().enumerate() {
        let [left, right] = column.span;
        if order % 2 == 0 {
            let world = Rect::from_x_y_ranges(left..=right, 0.0..=COLUMN_BOTTOM);
            let radius = size::RADIUS_CARD * sheet.camera.text_scale();
            let rect = sheet.camera.rect(world);
            sheet.painter.rect_filled(rect, radius, theme.bg1);
        }
        if sheet.covers_sizes {
            continue;
        }
        let middle = (left + right) / 2.0;
        let number = column.side.to_string();
        let word = Word::new(sheet, &number, TextRole::StageNumber, theme.hi);
        if word.size().x > (right - left + GLYPH_GAP) * sheet.camera.zoom() {
            continue;
        }
        let place = word.at(sheet.camera.at(middle, 24.0), Align2::CENTER_CENTER);
        word.paint(&sheet.painter, place);
        if sheet.shows_counts() {
            let times = tr_with("network-times", &[("side", number)]);
            let role = TextRole::Caption;
            sheet.text([middle, 46.0], Align2::CENTER_CENTER, &times, role, theme.low);
        }
    }
}

/// The channels a node passes on, below it, where they begin behind `from`; returns where they end.
pub fn channels(sheet: &Sheet<'_>, node: &Node, from: f32) -> f32 {
    let is_counted = matches!(node.glyph, Glyph::Convolution | Glyph::Module(_) | Glyph::Average | Glyph::Linear);
    if !is_counted || sheet.covers_sizes {
        return from;
    }
    let count = sheet.flow(node).out_channels.to_string();
    let [x, bottom] = match node.glyph {
        // One a class: below the bars of softmax.
        Glyph::Linear => [node.span[1] + GLYPH_GAP + SOFTMAX_WIDTH / 2.0, AXIS + SOFTMAX_HEIGHT / 2.0],
        Glyph::Input | Glyph::Convolution | Glyph::Pool | Glyph::Norm | Glyph::Module(_) | Glyph::Average => {
            [node.center(), sheet.shown_body(node).bottom()]
        }
    };
    let drop = 16.0 * sheet.camera.text_scale().max(0.8);
    let at = sheet.camera.at(x, bottom) + vec2(0.0, drop);
    let word = Word::new(sheet, &count, TextRole::Caption, sheet.theme.mid);
    let place = word.at(at, Align2::CENTER_CENTER);
    if place.left() < from + 2.0 {
        return from;
    }
    word.paint(&sheet.painter, place);
    place.right()
}

/// The numbers of a node's layers with weights: 1 to 22 along the line.
pub fn depth(sheet: &Sheet<'_>, node: &Node) {
    let Some([first, last]) = node.depth else {
        return;
    };
    let theme = sheet.theme;
    let scale = sheet.camera.text_scale();
    let text = sheet.camera.font(TextRole::Tick).size;
    let radius = (9.5 * scale).max(0.62 * text);
    let apart = radius + 1.5;
    let numbers = (last - first + 1) as f32;
    if numbers * 2.0 * apart > (node.span[1] - node.span[0] + GLYPH_GAP) * sheet.camera.zoom() {
        return;
    }
    let middle = sheet.camera.at(node.center(), COUNT_LINE);
    let centers: &[f32] = if first == last { &[0.0] } else { &[-1.0, 1.0] };
    for (number, side) in (first..=last).zip(centers) {
        let center = middle + vec2(side * apart, 0.0);
        // What lies over the map hides all of a number, or none.
        if sheet.taken.expand(6.0 + radius).contains(center) {
            continue;
        }
        sheet.painter.circle_filled(center, radius, theme.bg2);
        let pen = egui::Stroke::new(size::hairline(), theme.line);
        sheet.painter.circle_stroke(center, radius, pen);
        let words = number.to_string();
        let role = TextRole::Tick;
        sheet.text_at(center, Align2::CENTER_CENTER, &words, role, theme.mid);
    }
}
