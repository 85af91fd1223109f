//! One kind of weights.

use egui::{Align2, Rect, Role, Ui};

use super::Page;
use super::chart;
use super::facts::{reason, title, verdict};
use crate::analysis::{GradientCurve, Initialisation};
use crate::locale::format::fixed;
use crate::locale::text::{tr, tr_with};
use crate::state::Command;
use crate::ui::kit::paint::{first_that_fits, spoken};
use crate::ui::kit::{Area, Lines, write, write_fitted};
use crate::ui::style::{TextRole, caption_room, size};

/// Height of the title, and from one line to the next below the chart, on a desk, points.
const TITLE: f32 = 24.0;
const LINE: f32 = 19.0;
/// A panel narrower than this on a desk has its losses below its title, and what it says over two lines each, points.
const NARROW: f32 = 292.0;

fn is_narrow(rect: Rect) -> bool {
    rect.width() < caption_room(NARROW)
}

/// Height of name and losses.
pub(super) fn title_height(rect: Rect) -> f32 {
    TITLE + if is_narrow(rect) { caption_room(LINE) } else { 0.0 }
}

/// Height of what is said below a chart: each sentence over two lines where it would be cut off, and the chart stays high
/// enough.
pub(super) fn below_height(rect: Rect) -> f32 {
    let lines = if is_narrow(rect) && rect.height() >= caption_room(LEAST) { 4.0 } else { 2.0 };
    lines * caption_room(LINE) + 6.0
}

/// The lowest panel with sentences over two lines, on a desk, points.
const LEAST: f32 = 220.0;

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
    let area = rect.without_top(title_height(rect) + 6.0).without_bottom(below_height(rect));
    let theme = page.look.theme;
    let Some(curve) = curve else {
        ui.painter().rect_filled(area, size::RADIUS_TILE, theme.bar_track);
        let is_next = Initialisation::ALL.get(curves.len()) == Some(&initialisation);
        let key = match (page.state.found.gradients.is_running, is_next) {
            (true, true) => "gradients-computing",
            (true, false) => "gradients-next",
            (false, _) => "gradients-not-computed",
        };
        write(ui.painter(), area, Align2::CENTER_CENTER, &tr(key), TextRole::Body, theme.mid);
        return;
    };
    chart::chart(ui, area, page, curve, commands);
    ends(ui, rect, page, [verdict(curve), reason(page.state, curve)]);
}

/// What the chart says, in longer and shorter words, and why that is so.
pub(super) fn ends(ui: &Ui, rect: Rect, page: &Page<'_>, [verdict, reason]: [[String; 2]; 2]) {
    let theme = page.look.theme;
    let lines = [(verdict, TextRole::BodyStrong, theme.hi), (reason, TextRole::Caption, theme.low)];
    let height = (below_height(rect) - 6.0) / 2.0;
    let rows = (height / caption_room(LINE)).round() as usize;
    for (row, (wordings, role, ink)) in lines.into_iter().enumerate() {
        let place = rect.bottom_part(2.0 * height).row(row, height);
        let words = first_that_fits(ui.painter(), wordings, place.width() * rows as f32 * 0.9, role);
        spoken(ui, place, Role::Label, &words);
        if rows == 1 {
            write_fitted(ui.painter(), place, Align2::LEFT_CENTER, &words, role, ink);
            continue;
        }
        let lines = Lines::at_most(ui.painter(), &words, (role, ink), place.width(), rows);
        lines.paint(ui.painter(), place, Align2::LEFT_TOP);
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
    let row = rect.top_part(TITLE);
    let name = title(initialisation);
    spoken(ui, row, Role::Heading, &name);
    let shown = write_fitted(ui.painter(), row, Align2::LEFT_CENTER, &name, TextRole::CardTitle, theme.hi);
    let Some(curve) = curve else { return };
    let is_narrow = is_narrow(rect);
    let room = if is_narrow { row.width() } else { row.right() - shown.right() - size::SPACE_12 };
    let losses = [curve.main_loss, curve.total_loss].map(|loss| fixed(loss, 2));
    let words = losses_in_words(page, losses);
    let words = first_that_fits(ui.painter(), words, room, TextRole::Caption);
    let role = TextRole::Caption;
    if is_narrow {
        let below = row.beneath(-2.0, caption_room(LINE));
        write_fitted(ui.painter(), below, Align2::LEFT_CENTER, &words, role, theme.low);
    } else {
        write(ui.painter(), row, Align2::RIGHT_CENTER, &words, role, theme.low);
    }
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
