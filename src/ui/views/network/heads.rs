//! The three classifiers: edges down from the line, and cards with what each believes.

use egui::text::{LayoutJob, TextFormat};
use egui::{Align2, Color32, FontId, Pos2, Rect, Shape, Stroke, StrokeKind, pos2, vec2};

use super::camera::Camera;
use super::line::BoxLook;
use super::measures::{AXIS, BAND, CARD_TOP, COUNT_LINE, SOFTMAX_HEIGHT};
use super::names::short_head_name;
use super::plan::Leaf;
use super::sheet::Sheet;
use super::word::Word;
use crate::analysis::Prediction;
use crate::locale::format::percent;
use crate::locale::text::{class_text, tr, tr_with};
use crate::session::Source;
use crate::spec::Head;
use crate::state::{Comparison, State};
use crate::ui::chrome::compare::LETTERS;
use crate::ui::kit::{Area, left_of};
use crate::ui::style::{Hue, TextRole, Weight, size};

/// Classes on a card.
const TOP: usize = 3;
/// Below this share of their full size cards show only their name.
const ROOMY: f32 = 0.45;
/// The bar below a class with the gaps around it, points.
const BELIEF_BAR: f32 = 10.0;

fn hue_of(head: Head) -> Hue {
    match head {
        Head::Aux1 | Head::Aux2 => Hue::Aux,
        Head::Main => Hue::Classifier,
    }
}

/// How much larger than at 100 % cards are: they grow less than the map.
fn scale(camera: &Camera) -> f32 {
    camera.zoom().min(1.5)
}

/// A card on screen: it stays below the point where its edge comes down.
pub fn card_rect(camera: &Camera, leaf: &Leaf) -> Rect {
    let arrow = camera.at(leaf.edge, CARD_TOP);
    // It grows from the tip of its arrow.
    let card = leaf.card.translate(-vec2(leaf.edge, CARD_TOP)) * scale(camera);
    card.translate(arrow.to_vec2())
}

/// The line from the network down to the card: dashed where it exists for training only.
pub fn edge(sheet: &Sheet<'_>, leaf: &Leaf) {
    let camera = &sheet.camera;
    let fill = sheet.theme.hue(hue_of(leaf.head)).fill;
    let width = 4.0 * camera.text_scale();
    let arrow = 6.0 * camera.text_scale().max(0.7);
    let end = camera.at(leaf.edge, CARD_TOP) - vec2(0.0, 1.0);
    let tip_base = end - vec2(0.0, arrow * 1.5);
    match leaf.head {
        Head::Main => {
            let start = camera.at(leaf.edge, AXIS + SOFTMAX_HEIGHT / 2.0 + 28.0);
            sheet.painter.line_segment([start, tip_base], Stroke::new(width, fill));
        }
        Head::Aux1 | Head::Aux2 => {
            let node = &sheet.plan.nodes[leaf.node];
            let depth = (sheet.thickness(node).out_channels / 2.0 - 10.0).min(BAND[1] - AXIS - 14.0);
            let start = camera.at(leaf.edge, AXIS + depth);
            let dashes = Shape::dashed_line(&[start, tip_base], Stroke::new(width, fill), 2.0 * width, 1.5 * width);
            sheet.painter.extend(dashes);
            let outline = sheet.theme.outline(Hue::Aux);
            let radius = 6.5 * camera.text_scale();
            sheet.painter.circle(start, radius, fill, outline);
            if sheet.shows_counts() {
                tag(sheet, tip_base, fill);
            }
        }
    }
    let base = [-arrow, arrow].map(|x| pos2(end.x + x, tip_base.y - 1.0));
    let points = vec![end, base[0], base[1]];
    sheet.painter.add(Shape::convex_polygon(points, fill, Stroke::NONE));
}

/// "training only", on the edge.
fn tag(sheet: &Sheet<'_>, arrow: Pos2, ink: Color32) {
    let theme = sheet.theme;
    let word = Word::new(sheet, &tr("network-training-only"), TextRole::Tick, theme.mid);
    let padding = vec2(8.0, 3.0);
    let place = word.at(arrow - vec2(0.0, padding.y), Align2::CENTER_BOTTOM);
    let plate = place.expand2(padding);
    let radius = plate.height() / 2.0;
    // It lies on no number of a layer.
    if plate.top() < sheet.camera.at(0.0, COUNT_LINE).y + radius {
        return;
    }
    let pen = Stroke::new(size::hairline(), ink);
    sheet.painter.rect(plate, radius, theme.bg1, pen, StrokeKind::Inside);
    word.paint(&sheet.painter, place);
}

/// The card of a classifier.
pub fn card(sheet: &Sheet<'_>, state: &State, leaf: &Leaf, look: BoxLook) {
    let theme = sheet.theme;
    let rect = card_rect(&sheet.camera, leaf);
    let hue = theme.hue(hue_of(leaf.head));
    let stroke = if look.is_outlined() { look.stroke } else { Stroke::new(1.5, hue.fill) };
    let painter = &sheet.painter;
    painter.rect(rect, size::RADIUS_CARD, theme.bg2, stroke, StrokeKind::Inside);
    let scale = scale(&sheet.camera);
    let inner = rect.shrink2(vec2(14.0 * scale, 0.0));
    let head = if scale < ROOMY { inner } else { inner.top_part(40.0 * scale) };
    title(sheet, leaf, head, hue.text);
    // Text shrinks less than the map: as many classes as have room.
    let pitch = (34.0 * scale).max(belief_font(scale, true).size + BELIEF_BAR);
    let first = 52.0 * scale;
    let body = inner.without_top(first - pitch / 2.0);
    let rows = match scale {
        scale if scale >= ROOMY => (1 + ((rect.height() - first) / pitch - 0.6).max(0.0) as usize).min(TOP),
        _ => 0,
    };
    for (rank, (label, share)) in top_predictions(state, leaf.head, rows).iter().enumerate() {
        let belief = Belief { label, share: *share, hue: hue_of(leaf.head), is_first: rank == 0 || is_pair(state) };
        belief.paint(sheet, body.row(rank, pitch), scale);
    }
}

/// Whether cards say what is believed of both photos.
fn is_pair(state: &State) -> bool {
    state.is_comparing() && matches!(state.comparison, Comparison::Both | Comparison::Difference)
}

/// What a head believes, the strongest first; of both photos, the strongest of each.
fn top_predictions(state: &State, head: Head, rows: usize) -> Vec<(String, f32)> {
    let top = |source: Source, count: usize| {
        let shown = state.shown_as(source)?;
        let scores = shown.report.head(head)?;
        Some(scores.top(count, &shown.report.labels))
    };
    if !is_pair(state) {
        let top = top(state.source(), rows).unwrap_or_default();
        let row = |class: Prediction| (class_text(&class.label).to_owned(), class.probability);
        return top.into_iter().map(row).collect();
    }
    let of_each = [Source::A, Source::B].into_iter().zip(LETTERS);
    of_each
        .filter_map(|(source, letter)| {
            let class = top(source, rows.min(1))?.into_iter().next()?;
            Some((format!("{letter}  {}", class_text(&class.label)), class.probability))
        })
        .collect()
}

/// The head's name, and after which module it stands where there is room for that.
fn title(sheet: &Sheet<'_>, leaf: &Leaf, row: Rect, ink: Color32) {
    let name = short_head_name(leaf.head);
    let shown = sheet.text_at(row.left_center(), Align2::LEFT_CENTER, &name, TextRole::Name, ink);
    let caption =
        if sheet.is_naive { tr("network-naive-card") } else { tr_with("network-after", &[("module", leaf.after)]) };
    let word = Word::new(sheet, &caption, TextRole::Caption, sheet.theme.low);
    let place = word.at(row.right_center(), Align2::RIGHT_CENTER);
    if place.left() > shown.right() + size::SPACE_8 {
        word.paint(&sheet.painter, place);
    }
}

/// In which a class and its share are written on a card so large.
fn belief_font(scale: f32, is_first: bool) -> FontId {
    let weight = if is_first { Weight::SemiBold } else { Weight::Regular };
    // Whole points, so that cards share their letters with other text.
    weight.size((15.0 * scale).clamp(12.0, 20.0).round())
}

struct Belief<'a> {
    label: &'a str,
    share: f32,
    hue: Hue,
    is_first: bool,
}

impl Belief<'_> {
    /// Label, percentage, and a bar below, as the column at the left shows them, in the size of the map.
    fn paint(&self, sheet: &Sheet<'_>, row: Rect, scale: f32) {
        let theme = sheet.theme;
        let font = belief_font(scale, self.is_first);
        let ink = if self.is_first { theme.hi } else { theme.mid };
        let share = percent(f64::from(self.share));
        let number = Word::of_size(&sheet.painter, &share, font.clone(), ink);
        let place = number.at(row.right_center(), Align2::RIGHT_CENTER);
        number.paint(&sheet.painter, place);
        short_text(sheet, left_of(row, place, size::SPACE_8), self.label, font, ink);
        let height = (5.0 * scale).max(3.0);
        let below = row.height() / 2.0 + 11.5 * scale.max(0.72);
        let track = row.without_top(below).top_part(height);
        sheet.painter.rect_filled(track, height / 2.0, theme.bar_track);
        let bar = track.left_part(track.share(self.share).width().max(height));
        let opacity = if self.is_first { 1.0 } else { 0.72 };
        let fill = theme.hue(self.hue).fill.gamma_multiply(opacity);
        sheet.painter.rect_filled(bar, height / 2.0, fill);
    }
}

/// Text that ends in an ellipsis where its room ends.
fn short_text(sheet: &Sheet<'_>, room: Rect, text: &str, font: FontId, ink: Color32) {
    let mut job = LayoutJob::single_section(text.to_owned(), TextFormat::simple(font, ink));
    job.wrap.max_width = room.width().max(0.0);
    job.wrap.max_rows = 1;
    job.wrap.break_anywhere = true;
    let galley = sheet.painter.layout_job(job);
    let place = room.place(Align2::LEFT_CENTER, galley.size());
    sheet.painter.galley(place.min, galley, ink);
}
