//! What can be pointed at and clicked in the charts of the modules.

use egui::{Sense, Stroke, StrokeKind, Ui};

use super::super::bars::Chart;
use super::super::measure::Measure;
use super::charts::BELOW;
use super::values::{self, Pair, exact_ratio};
use super::{open, select};
use crate::locale::text::tr_with;
use crate::spec::MODULES;
use crate::state::Command;
use crate::ui::kit::{Area, Pressable, goes_deeper, hot_ground};
use crate::ui::style::size;
use crate::ui::views::cost::context::CostContext;

/// What can be pointed at and clicked: each module from top to bottom.  Returns the one under the pointer.
pub(super) fn bands(
    ui: &mut Ui,
    shown: &CostContext<'_>,
    measure: Measure,
    chart: &Chart,
    (pairs, [focus, selected]): (&[Pair], [usize; 2]),
    commands: &mut Vec<Command>,
) -> Option<usize> {
    let mut hovered = None;
    for (module, pair) in pairs.iter().enumerate() {
        let band = chart.band(module, module + 1).without_bottom(-BELOW);
        let id = ui.scope_id().with(("band", measure, module));
        // One chart is enough to walk through with the keyboard.
        let sense = match measure {
            Measure::Arithmetic => Sense::click(),
            Measure::Parameters | Measure::Memory | Measure::Time | Measure::Speed => Sense::CLICK,
        };
        let pressable = Pressable::new(id).sense(sense).chosen(module == selected);
        let response = pressable.show(ui, band, shown.theme, || spoken(shown, measure, module, pair));
        if module == focus {
            hot_ground(ui, band, shown.theme);
        }
        if module == selected {
            let border = Stroke::new(1.5, shown.theme.line2);
            ui.painter().rect_stroke(band, size::RADIUS_BUTTON, border, StrokeKind::Inside);
        }
        if response.hovered() || response.has_focus() {
            hovered = Some(module);
        }
        if goes_deeper(ui, &response, module == selected) {
            open(module, commands);
        } else if response.clicked() {
            select(module, commands);
        }
    }
    hovered
}

/// "Inception 4a, MACs: naive 307 M, reduced 73.6 M, 4.2×".
fn spoken(shown: &CostContext<'_>, measure: Measure, module: usize, pair: &Pair) -> String {
    let [naive, reduced] = pair.both().map(|value| measure.text(value));
    let values = [
        ("module", MODULES[module].name.to_owned()),
        ("measure", measure.name(shown.state.settings.unit)),
        ("naive", naive),
        ("reduced", reduced),
        ("times", pair.ratio().map_or_else(|| "–".to_owned(), exact_ratio)),
    ];
    let spoken = tr_with("cost-module-spoken", &values);
    match values::factorised(shown, measure, module) {
        Some(value) => {
            format!("{spoken}, {}", tr_with("cost-module-factorised", &[("value", measure.text(Some(value)))]))
        }
        None => spoken,
    }
}
