//! A 1x1 or linear layer: a matrix of filters by input channels.

use egui::{
    Color32, Rect, RichText, Role, Sense, Stroke, StrokeKind, TextureOptions, Ui, WidgetInfo, pos2,
    vec2,
};

use super::super::paint::{WHOLE, picture};
use super::super::scene::LayerScene;
use super::super::seen::Seen;
use crate::analysis::Kernels;
use crate::app::Command;
use crate::imaging::{Range, average_down};
use crate::ui::format::signed;
use crate::ui::look::{Look, color_image, colormap_of};
use crate::ui::text::tr_with;
use crate::ui::theme::size;
use crate::ui::widgets::{focus_ring, heatmap_tile::cell_at, tooltip};

/// Longest side of the texture, pixels.
const LONGEST: usize = 2048;
/// Largest height of a row, points.
const ROW: f32 = 12.0;

/// Shows the matrix; a click selects filter and input channel.  Returns whether weights were averaged to fit.
#[expect(
    clippy::too_many_arguments,
    reason = "the parts of one scene, each used once"
)]
pub(super) fn matrix(
    ui: &mut Ui,
    rect: Rect,
    kernels: &Kernels,
    range: Range,
    seen: &Seen<'_>,
    scene: &mut LayerScene,
    look: &mut Look<'_>,
    commands: &mut Vec<Command>,
) -> bool {
    let row = (rect.height() / kernels.filters as f32).min(ROW);
    let column = (rect.width() / kernels.inputs as f32).min(ROW);
    let place = Rect::from_min_size(
        rect.min,
        vec2(column * kernels.inputs as f32, row * kernels.filters as f32),
    );
    let colormap = colormap_of(seen.state, true);
    let key = (
        "matrix",
        std::ptr::from_ref(kernels) as usize,
        &kernels.layer,
        format!("{colormap:?}"),
    );
    let is_averaged = kernels.inputs.max(kernels.filters) > LONGEST || row < 1.0 || column < 1.0;
    let options = if is_averaged {
        TextureOptions::LINEAR
    } else {
        TextureOptions::NEAREST
    };
    let texture = look.textures.get(ui.ctx(), key, options, || {
        let (values, height, width) =
            average_down(&kernels.weights, kernels.filters, kernels.inputs, LONGEST);
        color_image(&values, [width, height], range, colormap)
    });
    picture(ui.painter(), texture.id(), place, WHOLE, Color32::WHITE);
    let border = Stroke::new(size::HAIRLINE, look.theme.line2);
    ui.painter()
        .rect_stroke(place, 0.0, border, StrokeKind::Outside);
    let response = ui.interact(place, ui.scope_id().with("matrix"), Sense::click());
    let (filters, inputs) = (kernels.filters.to_string(), kernels.inputs.to_string());
    response.widget_info(|| {
        let name = tr_with(
            "layer-matrix",
            &[("filters", &*filters), ("inputs", &*inputs)],
        );
        WidgetInfo::labeled(Role::Image, ui.is_enabled(), name)
    });
    focus_ring(ui, &response, 0.0, look.theme);
    let outline = |rect: Rect| {
        let stroke = Stroke::new(size::STROKE_FOCUS, look.theme.hi);
        ui.painter()
            .rect_stroke(rect, 0.0, stroke, StrokeKind::Outside);
    };
    let selected = seen.focus.channel.min(kernels.filters - 1) as f32;
    outline(Rect::from_min_size(
        pos2(place.left(), place.top() + selected * row),
        vec2(place.width(), row),
    ));
    if let Some(input) = scene.input_channel {
        outline(Rect::from_min_size(
            pos2(place.left() + input as f32 * column, place.top()),
            vec2(column, place.height()),
        ));
    }
    let under = |pos| cell_at(place, pos, [kernels.inputs, kernels.filters]);
    if let Some([input, filter]) = response.hover_pos().and_then(under) {
        let weight = signed(f64::from(kernels.kernel(filter, input)[0]), 4);
        let (filter, input) = (filter.to_string(), input.to_string());
        tooltip(&response, look.theme, |ui| {
            let values = [
                ("filter", &*filter),
                ("input", &*input),
                ("weight", &*weight),
            ];
            ui.label(RichText::new(tr_with("layer-matrix-cell", &values)).color(look.theme.hi));
        });
    }
    if response.clicked()
        && let Some([input, filter]) = response.interact_pointer_pos().and_then(under)
    {
        scene.input_channel = Some(input);
        commands.push(Command::SelectChannel(Some(filter)));
    }
    is_averaged
}
