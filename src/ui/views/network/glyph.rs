//! A module as four lanes: input bar, four curves (every branch reads all channels), four ribbons, concat bar.

use egui::epaint::CubicBezierShape;
use egui::{Align2, Color32, Painter, Rect, Stroke, StrokeKind, pos2, vec2};

use super::line::BoxLook;
use super::measures::{AXIS, BAND, BAR_WIDTH, LANE_BEND, LANE_START};
use super::plan::Node;
use super::sheet::Sheet;
use super::word::Word;
use crate::analysis::contribution::Contributions;
use crate::locale::format::signed;
use crate::spec::{MODULES, Network, Part};
use crate::ui::kit::{Knot, paint_hollow_pipe, paint_pipe};
use crate::ui::style::{Hue, TextRole, size};

/// The hue of each branch, in the order of the concat.
pub const HUES: [Hue; 4] = [Hue::Conv1x1, Hue::Conv3x3, Hue::Conv5x5, Hue::Pool];
/// The last stage of each branch with reductions.
pub const LAST: [Part; 4] = [Part::Conv1x1, Part::Conv3x3, Part::Conv5x5, Part::PoolProjection];
/// Opacity of a branch's ribbon.
const RIBBON: f32 = 0.9;
/// Opacity of a branch that adds nothing, while shares are shown.
const FAINTEST: f32 = 0.3;
/// Opacity of what passes a naive module unchanged, before its lane.
const PASS_THROUGH: f32 = 0.42;

/// The layer that stands for a lane: its last stage; of the naive pool branch there is only the pool.
pub fn lane_layer(network: &Network, module: usize, lane: usize, is_naive: bool) -> Option<usize> {
    let part = match (lane, is_naive) {
        (3, true) => Part::Pool,
        _ => LAST[lane],
    };
    network.index(&(MODULES[module].layer_name() + part.suffix()))
}

/// The box, input bar, lanes and concat of a module.
pub fn module(sheet: &Sheet<'_>, node: &Node, module: usize, look: BoxLook) {
    let body = sheet.body(node);
    let band = sheet.in_band();
    let is_cut = body.top() < BAND[0] || body.bottom() > BAND[1];
    let rect = sheet.camera.rect(sheet.shown_body(node));
    let radius = size::RADIUS_CARD * sheet.camera.text_scale();
    sheet.painter.rect(rect, radius, look.fill, look.stroke, StrokeKind::Inside);
    let [left, right] = node.span;
    let thickness = sheet.thickness(node);
    let stem = band.theme.hue(Hue::Stem).fill;
    let half = thickness.in_channels / 2.0;
    let bar = Rect::from_x_y_ranges(left + 1.0..=left + 1.0 + BAR_WIDTH, AXIS - half..=AXIS + half);
    band.painter.rect_filled(band.camera.rect(bar), 1.0, stem);
    let lanes = sheet.lanes(node);
    let contribution = sheet.contribution.and_then(|known| known.layer(&node.layer));
    let shares = contribution.and_then(|layer| layer.shares());
    let branches = contribution.and_then(|layer| layer.branches);
    let mut named = Vec::new();
    for lane in [3, 0, 1, 2] {
        let before: f32 = thickness.lanes[..lane].iter().sum();
        let strength = lane_strength(sheet, module, lane);
        let joins = AXIS - thickness.out_channels / 2.0 + before + thickness.lanes[lane] / 2.0;
        let lane = Lane {
            hue: HUES[lane],
            index: lane,
            left,
            right,
            at: lanes[lane],
            joins,
            in_channels: thickness.in_channels,
            share: shares.map(|shares| shares[lane]),
            adds: branches.map(|branches| branches[lane]),
            is_off: !sheet.is_naive && sheet.off[module][lane],
        };
        lane.paint(&band.faded(strength));
        named.extend(lane.share.filter(|_| !lane.is_off && sheet.counts_channels()).map(|share| (lane, share)));
    }
    shares_of(&band, named);
    if is_cut {
        cut_marks(sheet, node);
    }
}

/// A lane is strong where a search matches any of its stages.
fn lane_strength(sheet: &Sheet<'_>, module: usize, lane: usize) -> f32 {
    if sheet.matches.is_none() {
        return 1.0;
    }
    let network = &sheet.plan.network;
    let stages = Part::ALL.into_iter().filter(|part| part.branch() == Some(lane));
    stages
        .filter_map(|part| network.index(&(MODULES[module].layer_name() + part.suffix())))
        .map(|stage| sheet.strength(stage))
        .fold(0.0, f32::max)
}

struct Lane {
    hue: Hue,
    index: usize,
    left: f32,
    right: f32,
    /// Middle and height.
    at: [f32; 2],
    /// Middle of its part of the concat.
    joins: f32,
    in_channels: f32,
    /// Its share of what the module adds, with its sign, while that is shown.
    share: Option<f64>,
    /// What it adds.
    adds: Option<f64>,
    /// Whether nothing flows through it.
    is_off: bool,
}

impl Lane {
    fn paint(&self, sheet: &Sheet<'_>) {
        let [middle, height] = self.at;
        let start = sheet.knot(self.left + LANE_START, middle, height);
        let bend = sheet.knot(self.left + LANE_BEND, middle, height);
        let concat = self.right - BAR_WIDTH;
        let join = sheet.knot(concat, self.joins, height);
        if self.is_off {
            let end = sheet.knot(self.right, self.joins, height);
            let stroke = Stroke::new(1.5, sheet.theme.hue(self.hue).fill);
            for (from, to) in [(start, bend), (bend, join), (join, end)] {
                paint_hollow_pipe(&sheet.painter, from, to, stroke);
            }
            return;
        }
        self.fan(sheet, start);
        // The larger its share, the brighter.
        let opacity = self.share.map_or(RIBBON, |share| FAINTEST + (1.0 - FAINTEST) * share.abs() as f32);
        ribbon(sheet, [start, bend], self.hue, opacity);
        ribbon(sheet, [bend, join], self.hue, opacity);
        let end = sheet.knot(self.right, self.joins, height);
        let sign = self.adds.map(|adds| if adds >= 0.0 { Hue::Positive } else { Hue::Negative });
        ribbon(sheet, [join, end], sign.unwrap_or(self.hue), 1.0);
    }

    /// A thin curve from the input bar: the branch reads all of it.  What a naive module passes through is a ribbon.
    fn fan(&self, sheet: &Sheet<'_>, start: Knot) {
        let bar = self.left + 1.0 + BAR_WIDTH;
        let fill = sheet.theme.hue(self.hue).fill;
        let passes = if self.index == 3 { sheet.naive } else { 0.0 };
        if passes > 0.0 {
            let from = sheet.knot(bar, AXIS, self.in_channels);
            let color = fill.gamma_multiply(PASS_THROUGH * passes);
            paint_pipe(&sheet.painter, from, start, color);
        }
        if passes < 1.0 {
            let y = AXIS + self.in_channels * 0.78 * (self.index as f32 - 1.5) / 3.0;
            let from = sheet.camera.at(bar, y);
            let to = pos2(start.x, start.y);
            let middle = (from.x + to.x) / 2.0;
            let points = [from, pos2(middle, from.y), pos2(middle, to.y), to];
            let color = fill.gamma_multiply(1.0 - passes);
            let pen = Stroke::new(2.0 * sheet.camera.text_scale(), color);
            let curve = CubicBezierShape::from_points_stroke(points, false, Color32::TRANSPARENT, pen);
            sheet.painter.add(curve);
        }
    }
}

/// "+45%" on each lane, the largest first; where lanes stand too close those that have room.
fn shares_of(sheet: &Sheet<'_>, mut lanes: Vec<(Lane, f64)>) {
    lanes.sort_by(|(_, one), (_, other)| other.abs().total_cmp(&one.abs()));
    let mut taken: Vec<Rect> = Vec::new();
    for (lane, share) in lanes {
        let middle = sheet.camera.at((lane.left + lane.right) / 2.0, lane.at[0]);
        let words = format!("{}%", signed(100.0 * share, 0));
        let word = Word::new(sheet, &words, TextRole::StatusStrong, sheet.theme.hi);
        let place = word.at(middle, Align2::CENTER_CENTER);
        if taken.iter().any(|other| other.shrink(2.0).intersects(place)) {
            continue;
        }
        word.paint_on(&sheet.painter, place, vec2(2.0, -1.0), sheet.theme.bg0.gamma_multiply(0.7));
        taken.push(place);
    }
}

/// A ribbon in a hue, with an outline where the theme's fill is too pale to end by itself.
fn ribbon(sheet: &Sheet<'_>, [from, to]: [Knot; 2], hue: Hue, opacity: f32) {
    let outline = sheet.theme.outline(hue);
    let color = sheet.theme.hue(hue).fill;
    if outline.is_empty() {
        paint_pipe(&sheet.painter, from, to, color.gamma_multiply(opacity));
        return;
    }
    paint_pipe(&sheet.painter, from, to, outline.color);
    let inner = |knot: Knot| Knot { height: knot.height - 2.0 * outline.width, ..knot };
    if from.height > 2.0 * outline.width + 1.0 {
        paint_pipe(&sheet.painter, inner(from), inner(to), color);
    }
}

/// What all channels of a layer add, below its box and clear of those in `taken`, to which it is added.
pub fn sum(sheet: &Sheet<'_>, node: &Node, known: &Contributions, taken: &mut Vec<Rect>) {
    let Some(layer) = known.layer(&node.layer).filter(|_| sheet.counts_channels()) else { return };
    let hue = if layer.sum >= 0.0 { Hue::Positive } else { Hue::Negative };
    let ink = sheet.theme.hue(hue).text;
    let words = format!("∑ {}", signed(layer.sum, 2));
    let word = Word::new(sheet, &words, TextRole::BodyStrong, ink);
    let at = sheet.camera.at(node.center(), sheet.shown_body(node).bottom()) + vec2(0.0, 5.0);
    let mut place = word.at(at, Align2::CENTER_TOP);
    while let Some(other) = taken.iter().find(|other| other.expand2(vec2(3.0, 0.0)).intersects(place)) {
        place = place.translate(vec2(0.0, other.bottom() + 1.0 - place.top()));
    }
    word.paint_on(&sheet.painter, place, vec2(3.0, 0.0), sheet.theme.bg0.gamma_multiply(0.8));
    taken.push(place);
}

/// Dashed ends and small triangles: it goes on beyond them.
fn cut_marks(sheet: &Sheet<'_>, node: &Node) {
    let body = sheet.body(node);
    let rect = sheet.camera.rect(sheet.shown_body(node));
    let ink = sheet.theme.hi;
    let mark = |painter: &Painter, y: f32, away: f32| {
        let inside = y - away * 3.0;
        let ends = [pos2(rect.left(), inside), pos2(rect.right(), inside)];
        let pen = Stroke::new(1.5, ink);
        painter.extend(egui::Shape::dashed_line(&ends, pen, 4.0, 3.0));
        let tip = pos2(rect.center().x, y + away * 5.0);
        let base = [-5.0, 5.0].map(|x| pos2(rect.center().x + x, y - away * 1.0));
        let points = vec![tip, base[0], base[1]];
        painter.add(egui::Shape::convex_polygon(points, ink, Stroke::NONE));
    };
    if body.top() < BAND[0] {
        mark(&sheet.painter, rect.top(), -1.0);
    }
    if body.bottom() > BAND[1] {
        mark(&sheet.painter, rect.bottom(), 1.0);
    }
}

/// The module's short name over its box.
pub fn label(sheet: &Sheet<'_>, node: &Node, module: usize) {
    let top = sheet.shown_body(node).top();
    let lift = 17.0 * sheet.camera.text_scale().max(0.75);
    let at = sheet.camera.at(node.center(), top) - vec2(0.0, lift);
    sheet.text_at(at, Align2::CENTER_CENTER, MODULES[module].name, TextRole::CardTitle, sheet.theme.hi);
}
