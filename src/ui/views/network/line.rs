//! The main line without its modules: ducts, convolutions, pools, and the classifier at the end.

use egui::epaint::PathShape;
use egui::{Align2, Color32, Pos2, Rect, Stroke, StrokeKind, pos2, vec2};

use super::measures::{AXIS, BAND, GLYPH_GAP, HEAD_WIDTH, SOFTMAX_HEIGHT, SOFTMAX_WIDTH};
use super::plan::{Glyph, Node};
use super::sheet::Sheet;
use super::word::Word;
use crate::locale::layer_names::window_text;
use crate::locale::text::tr;
use crate::spec::Layer;
use crate::ui::kit::paint_pipe;
use crate::ui::style::{Hue, TextRole, Theme, is_projected, size};

/// Opacity of data between two glyphs.
const DUCT: f32 = 0.42;
/// Bars of softmax at most: more classes share bars.
const BARS: usize = 15;

/// How the box of a node is drawn.
#[derive(Clone, Copy)]
pub struct BoxLook {
    /// Inside.
    pub fill: Color32,
    /// Around.
    pub stroke: Stroke,
}

impl BoxLook {
    /// Plain, hovered, or selected.
    pub fn new(theme: &Theme, is_hovered: bool, is_selected: bool) -> Self {
        let fill = if is_hovered || is_selected { theme.bg3 } else { theme.bg2 };
        let stroke = match (is_selected, is_hovered) {
            (true, _) => Stroke::new(size::stroke_selection(), theme.hi),
            (false, true) => Stroke::new(size::stroke_focus(), theme.hi),
            (false, false) => Stroke::new(size::hairline(), theme.line),
        };
        Self { fill, stroke }
    }

    /// Whether it stands out.
    pub fn is_outlined(&self) -> bool {
        self.stroke.width > size::hairline()
    }
}

/// The data between two neighbours, as thick as it has channels.
pub fn duct(sheet: &Sheet<'_>, from: &Node, to: &Node) {
    let thickness = sheet.thickness(to).in_channels;
    let color = sheet.theme.hue(Hue::Stem).fill.gamma_multiply(DUCT);
    let [left, right] = [from.span[1], to.span[0]];
    let ends = [left, right].map(|x| sheet.knot(x, AXIS, thickness));
    paint_pipe(&sheet.painter, ends[0], ends[1], color);
}

/// A convolution of the stem, a pool, or normalisation.
pub fn stem(sheet: &Sheet<'_>, node: &Node, look: BoxLook) {
    match node.glyph {
        Glyph::Input => {
            let color = sheet.theme.hue(Hue::Stem).fill.gamma_multiply(0.8);
            let thickness = sheet.thickness(node).out_channels;
            let ends = node.span.map(|x| sheet.knot(x, AXIS, thickness));
            paint_pipe(&sheet.painter, ends[0], ends[1], color);
        }
        Glyph::Convolution => convolution(sheet, node, look),
        Glyph::Pool => pool(sheet, node, look, Hue::Pool, [28.0, 18.0]),
        Glyph::Norm => norm(sheet, node, look),
        Glyph::Module(_) | Glyph::Average | Glyph::Linear => {}
    }
}

fn convolution(sheet: &Sheet<'_>, node: &Node, look: BoxLook) {
    let stem = sheet.theme.hue(Hue::Stem).fill;
    let rect = sheet.camera.rect(sheet.body(node));
    let radius = size::RADIUS_TILE * sheet.camera.text_scale();
    sheet.painter.rect_filled(rect, radius, look.fill);
    let thickness = sheet.thickness(node);
    let [left, right] = node.span;
    let step = (right - left) / 3.0;
    let knots = [
        sheet.knot(left, AXIS, thickness.in_channels),
        sheet.knot(left + step, AXIS, thickness.out_channels),
        sheet.knot(right, AXIS, thickness.out_channels),
    ];
    paint_pipe(&sheet.painter, knots[0], knots[1], stem);
    paint_pipe(&sheet.painter, knots[1], knots[2], stem);
    let stroke = if look.is_outlined() { look.stroke } else { Stroke::new(1.5, stem) };
    sheet.painter.rect_stroke(rect, radius, stroke, StrokeKind::Inside);
}

/// A trapezoid: the map becomes smaller, the channels stay.  `beyond` is how much higher its ends are than the data.
fn pool(sheet: &Sheet<'_>, node: &Node, look: BoxLook, hue: Hue, beyond: [f32; 2]) {
    let thickness = sheet.thickness(node);
    let heights = [thickness.in_channels + beyond[0], thickness.out_channels + beyond[1]];
    trapezoid(sheet, node.span, heights, hue, 0.9, look);
}

fn trapezoid(sheet: &Sheet<'_>, span: [f32; 2], heights: [f32; 2], hue: Hue, opacity: f32, look: BoxLook) {
    let [left, right] = [0, 1].map(|end| {
        let half = heights[end] / 2.0;
        [-half, half].map(|y| sheet.camera.at(span[end], AXIS + y))
    });
    let points = vec![left[0], right[0], right[1], left[1]];
    let fill = sheet.theme.hue(hue).fill.gamma_multiply(opacity);
    let stroke = if look.is_outlined() { look.stroke } else { Stroke::NONE };
    let shape = PathShape::convex_polygon(points, fill, stroke);
    sheet.painter.add(shape);
}

fn norm(sheet: &Sheet<'_>, node: &Node, look: BoxLook) {
    let rect = sheet.camera.rect(sheet.body(node));
    let stem = sheet.theme.hue(Hue::Stem).fill;
    let stroke = if look.is_outlined() { look.stroke } else { Stroke::new(1.5, stem) };
    let radius = 2.0 * sheet.camera.text_scale();
    let painter = &sheet.painter;
    painter.rect(rect, radius, look.fill, stroke, StrokeKind::Inside);
    let thickness = sheet.thickness(node).out_channels;
    let ends = node.span.map(|x| sheet.knot(x, AXIS, thickness));
    paint_pipe(painter, ends[0], ends[1], stem.gamma_multiply(0.7));
}

/// Global average pooling: each map becomes its mean, every channel stays.
pub fn average(sheet: &Sheet<'_>, node: &Node, look: BoxLook) {
    pool(sheet, node, look, Hue::Classifier, [18.0, 0.0]);
}

/// The linear layer and, if there is a result, the bars of softmax.
pub fn linear(sheet: &Sheet<'_>, node: &Node, probabilities: Option<&[f32]>, look: BoxLook) {
    let thickness = sheet.thickness(node);
    let heights = [thickness.in_channels, SOFTMAX_HEIGHT];
    trapezoid(sheet, node.span, heights, Hue::Classifier, 0.72, look);
    let ends = [node.span[1], node.span[1] + GLYPH_GAP];
    let color = sheet.theme.hue(Hue::Classifier).fill.gamma_multiply(0.72 * DUCT);
    let knots = ends.map(|x| sheet.knot(x, AXIS, SOFTMAX_HEIGHT));
    paint_pipe(&sheet.painter, knots[0], knots[1], color);
    if let Some(probabilities) = probabilities.filter(|all| !all.is_empty()) {
        softmax(sheet, ends[1], probabilities);
    }
}

fn softmax(sheet: &Sheet<'_>, left: f32, probabilities: &[f32]) {
    let fill = sheet.theme.hue(Hue::Classifier).fill;
    let share_bar = probabilities.len().div_ceil(BARS);
    let bars: Vec<f32> =
        probabilities.chunks(share_bar).map(|chunk| chunk.iter().copied().fold(0.0, f32::max)).collect();
    let pitch = SOFTMAX_HEIGHT / bars.len() as f32;
    let top = AXIS - SOFTMAX_HEIGHT / 2.0;
    for (row, &share) in bars.iter().enumerate() {
        let middle = top + (row as f32 + 0.5) * pitch;
        let length = 1.5 + share.clamp(0.0, 1.0) * (SOFTMAX_WIDTH - 1.5);
        let bar = Rect::from_x_y_ranges(left..=left + length, middle - 0.36 * pitch..=middle + 0.36 * pitch);
        sheet.painter.rect_filled(sheet.camera.rect(bar), 0.5, fill);
    }
}

/// Words over a node of the stem or the classifier.
pub fn label(sheet: &Sheet<'_>, node: &Node, layer: &Layer) {
    let theme = sheet.theme;
    let body = sheet.shown_body(node);
    let above = |lift: f32| {
        let at = sheet.camera.at(node.center(), body.top());
        at - vec2(0.0, lift * sheet.camera.text_scale().max(0.9))
    };
    let strong = TextRole::StatusStrong;
    let word = |text: &str, role: TextRole, color: Color32, lift: f32| {
        sheet.text_at(above(lift), Align2::CENTER_CENTER, text, role, color);
    };
    match node.glyph {
        Glyph::Convolution => {
            let size = layer.op.window().map(window_text).unwrap_or_default();
            // Neighbours stand close on a small map: there a long word is left out.
            let long = Word::new(sheet, &tr("network-conv"), TextRole::Caption, theme.mid);
            if long.size().x <= body.width() * sheet.camera.zoom() + 4.0 {
                let place = long.at(above(28.0), Align2::CENTER_CENTER);
                long.paint(&sheet.painter, place);
            }
            word(&size, strong, theme.hi, 13.0);
        }
        Glyph::Norm => word(&tr("stage-norm"), TextRole::Tick, theme.mid, 11.0),
        Glyph::Average => {
            let at = above(16.0) - vec2(4.0, 0.0);
            let words = tr("network-average");
            sheet.text_at(at, Align2::CENTER_CENTER, &words, strong, theme.hi);
        }
        Glyph::Linear => classifier_labels(sheet, node, above(16.0)),
        // Where sums stand there is no room for it.
        Glyph::Pool if sheet.camera.percent() >= 80 && !sheet.shows_contribution => {
            let at = sheet.camera.at(node.center(), body.bottom() - 4.0);
            let at = at + vec2(0.0, 13.0);
            let words = tr("network-pool-label");
            sheet.text_at(at, Align2::CENTER_CENTER, &words, TextRole::Caption, theme.low);
        }
        Glyph::Input | Glyph::Pool | Glyph::Module(_) => {}
    }
}

/// "linear" and "softmax" over the slope of the funnel; where naive modules make it too steep, "softmax" lies on it.
fn classifier_labels(sheet: &Sheet<'_>, node: &Node, above: Pos2) {
    let ink = sheet.theme.hi;
    let word = |key: &str| Word::new(sheet, &tr(key), TextRole::StatusStrong, ink);
    let (linear, softmax) = (word("network-linear"), word("softmax-word"));
    let zoom = sheet.camera.zoom();
    let in_channels = sheet.thickness(node).in_channels;
    let right = node.span[1] + GLYPH_GAP + SOFTMAX_WIDTH;
    let is_cut = AXIS - in_channels / 2.0 < BAND[0];
    let column = AXIS - SOFTMAX_HEIGHT / 2.0;
    // Where the funnel is below the left end of the word.
    let share = (right - softmax.size().x / zoom - node.span[0]) / HEAD_WIDTH;
    let slope = AXIS - in_channels / 2.0 + (in_channels - SOFTMAX_HEIGHT) / 2.0 * share.clamp(0.0, 1.0);
    let bottom = if is_cut { column - 4.0 } else { slope };
    let at = sheet.camera.at(right, bottom);
    let place = softmax.at(at, Align2::RIGHT_BOTTOM);
    // A word wider than the funnel would lie on its neighbour's.
    if is_projected() && place.left() < sheet.camera.at(node.span[0], 0.0).x {
        let place = linear.at(at, Align2::RIGHT_BOTTOM);
        linear.paint(&sheet.painter, place);
        return;
    }
    let left = sheet.camera.at(node.span[0] + 11.0, 0.0).x;
    let y = if is_cut { above.y } else { place.top() - linear.size().y / 2.0 };
    let beside = linear.at(pos2(left, y), Align2::LEFT_CENTER);
    match is_cut {
        true => softmax.paint_on(&sheet.painter, place, vec2(3.0, 0.0), sheet.theme.bg0),
        false => softmax.paint(&sheet.painter, place),
    }
    linear.paint(&sheet.painter, beside);
}
