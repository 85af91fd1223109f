//! Where two photos part: the cosine of their activations along the network.

mod chart;
mod points;

use std::rc::Rc;
use std::sync::Arc;

use egui::{Align2, Rect, Role, Sense, Ui, vec2};

use crate::engine::Similarity;
use crate::locale::format::{fixed, signed};
use crate::locale::text::{tr, tr_with};
use crate::state::{Command, State};
use crate::ui::kit::paint::card_ground;
use crate::ui::kit::{Area, Pressable, right_of, write, write_fitted};
use crate::ui::style::{TextRole, Theme, size};
use points::Curve;

/// Least and largest height of the panel, points, and the share of the canvas it takes.
const HEIGHT: [f32; 2] = [134.0, 176.0];
const SHARE: f32 = 0.24;
/// A curve that stays above this is that of one and the same photo.
const SAME: f64 = 0.9995;

/// The curve on screen, worked out once for two runs.
#[derive(Default)]
pub struct SimilarityCurve {
    kept: Option<(Arc<Similarity>, Rc<Curve>)>,
}

impl SimilarityCurve {
    fn curve(&mut self, state: &State, similarity: &Arc<Similarity>) -> Option<Rc<Curve>> {
        match &self.kept {
            Some((kept, curve)) if Arc::ptr_eq(kept, similarity) => Some(curve.clone()),
            _ => {
                let network = &state.report()?.network;
                let curve = Rc::new(Curve::new(network, &similarity.cosines)?);
                self.kept = Some((similarity.clone(), curve.clone()));
                Some(curve)
            }
        }
    }
}

/// How high the panel is below a canvas of that height; nothing without a second photo.
pub fn height(state: &State, canvas: f32) -> f32 {
    if state.second().is_some() { (canvas * SHARE).clamp(HEIGHT[0], HEIGHT[1]).round() } else { 0.0 }
}

/// Shows the panel.
pub fn parting(
    ui: &mut Ui,
    rect: Rect,
    state: &State,
    kept: &mut SimilarityCurve,
    theme: &Theme,
    commands: &mut Vec<Command>,
) {
    card_ground(ui.painter(), rect, theme);
    let inner = rect.shrink2(vec2(16.0, 9.0));
    let similarity = state.found.similarity.as_ref().filter(|similarity| {
        let ids = [state.report(), state.second().map(|second| &second.report)];
        let ids = ids.map(|report| report.map(|report| report.id));
        ids == similarity.reports.map(Some)
    });
    let curve = similarity.and_then(|similarity| kept.curve(state, similarity));
    words(ui, inner, curve.as_deref(), theme);
    let area = inner.without_top(42.0);
    match curve {
        Some(curve) => chart::chart(ui, area, state, &curve, theme, commands),
        None => {
            ui.painter().rect_filled(area, size::RADIUS_TILE, theme.bar_track);
        }
    }
}

/// The question, its answer, and what a cosine is.
fn words(ui: &Ui, rect: Rect, curve: Option<&Curve>, theme: &Theme) {
    let painter = ui.painter();
    let mut below = rect;
    let row = below.take_top(20.0);
    let shown = write(painter, row, Align2::LEFT_CENTER, &tr("parting-title"), TextRole::CardTitle, theme.hi);
    let answer = curve.map_or_else(|| tr("parting-waiting"), answer);
    let place = right_of(row, shown, size::SPACE_12);
    let label = Pressable::new(ui.scope_id().with("parting")).role(Role::Label).sense(Sense::hover());
    label.show(ui, place, theme, || answer.clone());
    write_fitted(painter, place, Align2::LEFT_CENTER, &answer, TextRole::BodyStrong, theme.mid);
    let caption = below.top_part(18.0);
    write_fitted(painter, caption, Align2::LEFT_CENTER, &tr("parting-caption"), TextRole::Tick, theme.low);
}

/// "Similarity falls most from conv2 1×1 to conv3 3×3 (−0.17); least alike at logits (0.15)".
fn answer(curve: &Curve) -> String {
    if curve.lowest().cosine > SAME {
        return tr("parting-same");
    }
    let number = |value: f64| fixed(value, 2);
    let lowest = curve.lowest();
    let lowest = tr_with("parting-lowest", &[("layer", lowest.short_name.clone()), ("value", number(lowest.cosine))]);
    match curve.fall() {
        Some([from, to]) => {
            let fall = tr_with(
                "parting-fall",
                &[
                    ("layer", to.short_name.clone()),
                    ("before", from.short_name.clone()),
                    ("by", signed(to.cosine - from.cosine, 2)),
                ],
            );
            format!("{fall}; {lowest}")
        }
        None => lowest,
    }
}
