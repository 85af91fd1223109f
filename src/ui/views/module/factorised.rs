//! What a factorised module is, what it costs, and why its activations rest.

use egui::Ui;

use super::show::Show;
use crate::locale::format::{compact, grouped};
use crate::locale::text::{tr, tr_with};
use crate::spec::Part;
use crate::ui::kit::paint::paragraph;
use crate::ui::style::{TextRole, size};

/// The weights of both ways for this module's numbers, what both see, and what the paper's drawing would cost.
pub(super) fn words(ui: &mut Ui, show: &Show<'_>) {
    let facts = show.facts;
    let (Some(five), Some(first), Some(second)) = (
        facts.reduced.stage(Part::Conv5x5),
        facts.factorised.stage(Part::First3x3),
        facts.factorised.stage(Part::Second3x3),
    ) else {
        return;
    };
    let weights = |kernel: usize, input: usize, output: usize| (kernel * kernel * input * output) as u64;
    let (direct, both) = (
        weights(five.kernel, five.input, five.output),
        weights(3, first.input, first.output) + weights(3, second.input, second.output),
    );
    let values = [
        ("kernel", format!("{0}×{0}", five.kernel)),
        ("reduce", five.input.to_string()),
        ("output", five.output.to_string()),
        ("direct", grouped(direct)),
        ("both", grouped(both)),
        ("field", facts.fields[1].to_string()),
        ("direct-field", facts.fields[0].to_string()),
        ("macs", compact(facts.reduced.macs as f64)),
        ("drawn", compact(facts.drawn_macs as f64)),
    ];
    let field = match facts.fields[0] == facts.fields[1] {
        true => "module-factorised-field",
        false => "module-factorised-field-otherwise",
    };
    let drawn = match facts.is_drawn_dearer {
        true => "module-factorised-drawn",
        false => "module-factorised-drawn-otherwise",
    };
    ui.spacing_mut().item_spacing.y = size::SPACE_4;
    for key in ["module-factorised-weights", field, drawn] {
        paragraph(ui, &tr_with(key, &values), TextRole::Body, show.theme.mid);
    }
    paragraph(ui, &tr("module-factorised-rest"), TextRole::Caption, show.theme.low);
}
