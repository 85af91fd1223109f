//! One kind of weights.

use egui::{Align2, Rect, Role, Ui, pos2, vec2};

use super::Page;
use super::chart;
use super::facts::{reason, title, verdict};
use crate::analysis::{GradientCurve, Initialisation};
use crate::app::Command;
use crate::locale::format::fixed;
use crate::locale::text::{tr, tr_with};
use crate::ui::kit::paint::{first_that_fits, spoken, text, text_within};
use crate::ui::style::{TextRole, size};

/// Height of the title and of each line below the chart, points.
pub(super) const TITLE: f32 = 24.0;
const LINE: f32 = 19.0;
/// Room for two lines below a chart, points.
pub(super) const BELOW: f32 = 2.0 * LINE + 6.0;

/// Shows its name and losses, the chart, and what the chart says.
pub(super) fn panel(
    ui: &mut Ui,
    rect: Rect,
    page: &Page<'_>,
    initialisation: Initialisation,
    commands: &mut Vec<Command>,
) {
    let curves = &page.state.found.gradients.curves;
    let curve = curves.iter().find(|curve| curve.initialisation == initialisation);
    head(ui, rect, page, initialisation, curve.map(|curve| &**curve));
    let area = Rect::from_min_max(rect.min + vec2(0.0, TITLE + 6.0), rect.max - vec2(0.0, BELOW));
    let theme = page.look.theme;
    let Some(curve) = curve else {
        ui.painter().rect_filled(area, size::RADIUS_TILE, theme.bar_track);
        let is_next = Initialisation::ALL.get(curves.len()) == Some(&initialisation);
        let key = match (page.state.found.gradients.is_running, is_next) {
            (true, true) => "gradients-computing",
            (true, false) => "gradients-next",
            (false, _) => "gradients-not-computed",
        };
        let font = TextRole::Body.font();
        let place = area.center();
        ui.painter().text(place, Align2::CENTER_CENTER, tr(key), font, theme.mid);
        return;
    };
    chart::chart(ui, area, page, curve, commands);
    ends(ui, rect, page, [verdict(curve), reason(page.state, curve)]);
}

/// What the chart says, in longer and shorter words, and why that is so.
pub(super) fn ends(ui: &Ui, rect: Rect, page: &Page<'_>, [verdict, reason]: [[String; 2]; 2]) {
    let theme = page.look.theme;
    let lines = [(verdict, TextRole::BodyStrong, theme.hi), (reason, TextRole::Caption, theme.low)];
    for (row, (wordings, role, ink)) in lines.into_iter().enumerate() {
        let top = rect.bottom() - (2.0 - row as f32) * LINE;
        let place = Rect::from_min_size(pos2(rect.left(), top), vec2(rect.width(), LINE));
        let words = first_that_fits(ui.painter(), wordings, place.width(), role);
        spoken(ui, place, Role::Label, &words);
        let left = place.left_center();
        text_within(ui.painter(), left, place.width(), &words, role, ink);
    }
}

/// "Fresh weights", "loss 7.39, with heads 8.46".
pub(super) fn head(
    ui: &Ui,
    rect: Rect,
    page: &Page<'_>,
    initialisation: Initialisation,
    curve: Option<&GradientCurve>,
) {
    let theme = page.look.theme;
    let row = rect.with_max_y(rect.top() + TITLE);
    let name = title(initialisation);
    spoken(ui, row, Role::Heading, &name);
    let shown = text(ui.painter(), row.left_center(), Align2::LEFT_CENTER, &name, TextRole::CardTitle, theme.hi);
    let Some(curve) = curve else { return };
    let room = row.right() - shown.right() - size::SPACE_12;
    let losses = [curve.main_loss, curve.total_loss].map(|loss| fixed(loss, 2));
    let words = losses_in_words(page, losses);
    let words = first_that_fits(ui.painter(), words, room, TextRole::Caption);
    let place = row.right_center();
    let role = TextRole::Caption;
    text(ui.painter(), place, Align2::RIGHT_CENTER, &words, role, theme.low);
}

/// In longer and shorter words.
fn losses_in_words(page: &Page<'_>, [main, total]: [String; 2]) -> [String; 2] {
    if page.has_heads {
        let values = [("main", main), ("total", total)];
        [tr_with("gradients-losses", &values), tr_with("gradients-losses-short", &values)]
    } else {
        let words = tr_with("gradients-loss", &[("main", main)]);
        [words.clone(), words]
    }
}
