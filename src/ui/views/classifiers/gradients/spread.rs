//! Fresh weights that are all spread alike, as was usual when GoogLeNet was built: a slider from gradients that vanish to
//! gradients that explode.  Each curve is computed by the network itself with weights drawn anew.

use egui::{Align2, Rect, Ui};

use super::facts::{Scale, verdict};
use super::panel::{below_height, ends, head, title_height};
use super::{Page, chart};
use crate::analysis::{Initialisation, Spread};
use crate::locale::text::{tr, tr_with};
use crate::state::Command;
use crate::ui::kit::{Area, stops, within, write};
use crate::ui::style::{TextRole, size};

/// The powers of ten of this chart: the same for every spread, so that the curve is seen to move.
const SCALE: Scale = Scale { low: -26, high: 10 };

/// Shows the slider, the chart and what it says.
pub(super) fn spread(ui: &mut Ui, rect: Rect, page: &Page<'_>, commands: &mut Vec<Command>) {
    let gradients = &page.state.found.gradients;
    let chosen = gradients.spread;
    let kind = Initialisation::Gaussian(chosen);
    let curve = gradients.of_spread(chosen);
    head(ui, rect, page, kind, curve.map(|curve| &**curve));
    let mut area = rect.without_top(title_height(rect) + 2.0).without_bottom(below_height(rect));
    slide(ui, area.take_top(size::CONTROL_HEIGHT), chosen, page, commands);
    area.take_top(2.0);
    // While the next curve is computed the last one stays, dimmed.
    let shown = curve.or_else(|| gradients.gaussian.last());
    let Some(shown) = shown else {
        ui.painter().rect_filled(area, size::RADIUS_TILE, page.look.theme.bar_track);
        let key = if gradients.is_running { "gradients-computing" } else { "gradients-not-computed" };
        write(ui.painter(), area, Align2::CENTER_CENTER, &tr(key), TextRole::Body, page.look.theme.mid);
        return;
    };
    let page = &Page { scale: SCALE, ..*page };
    within(ui, rect, |ui| {
        if curve.is_none() {
            ui.multiply_opacity(0.5);
        }
        chart::chart(ui, area, page, shown, commands);
    });
    let words = match curve {
        Some(curve) => verdict(curve),
        None => [tr("gradients-computing"), tr("gradients-computing")],
    };
    ends(ui, rect, page, [words, [tr("gradients-spread-how"), tr("gradients-spread-how-short")]]);
}

/// "σ 0.01", and where it lies.
fn slide(ui: &mut Ui, row: Rect, chosen: Spread, page: &Page<'_>, commands: &mut Vec<Command>) {
    let theme = page.look.theme;
    let said = tr_with("gradients-spread", &[("spread", chosen.value().to_string())]);
    let words = write(ui.painter(), row, Align2::LEFT_CENTER, &said, TextRole::BodyStrong, theme.hi);
    let place = row.without_left(words.width().max(76.0) + size::SPACE_8);
    let mut stop = chosen.stop();
    within(ui, place, |ui| {
        ui.spacing_mut().slider_width = place.width() - size::SPACE_4;
        let name = format!("{}, {said}", tr("gradients-spread-name"));
        stops(ui, theme, &name, &mut stop, Spread::STOPS.len());
        if stop != chosen.stop() {
            commands.push(Command::SpreadWeights(Spread::at(stop)));
        }
    });
}
