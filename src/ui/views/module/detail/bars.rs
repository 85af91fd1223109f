//! The terms of a sum as three rows of thin bars: inputs, weights, products.

use egui::{Align2, Color32, Mesh, Painter, Rect, Shape, Stroke, pos2, vec2};

use super::super::facts::{HUES, Stage};
use super::super::{Show, paint};
use super::sum::Sum;
use crate::locale::format::{decimals_for, fixed};
use crate::locale::text::{tr, tr_with};
use crate::ui::style::{Hue, TextRole, caption_room, size};

/// Opacity of the terms that are not in the sum yet.
const AHEAD: f32 = 0.28;

/// Inputs, weights and products, one thin bar a channel.
pub(super) fn rows(painter: &Painter, show: &Show<'_>, area: Rect, (sum, count): (&Sum, usize), stage: &Stage) {
    let theme = show.theme;
    let height = area.height() / 3.0;
    let label_width = caption_room(92.0);
    let own = theme.hue(HUES[stage.branch()]).fill;
    let rows = [
        ("module-walk-inputs", &sum.inputs, Some(theme.hue(Hue::Stem).fill)),
        ("module-walk-weights", &sum.weights, None),
        ("module-walk-products", &sum.products, None),
    ];
    for (index, (key, values, fill)) in rows.into_iter().enumerate() {
        let row = Rect::from_min_size(
            pos2(area.left(), area.top() + height * index as f32),
            vec2(area.width(), height - 4.0),
        );
        let most = values.iter().fold(0.0_f32, |most, value| most.max(value.abs()));
        let words = [(0.34, tr(key), theme.mid), (0.68, extent(most, fill.is_none()), theme.low)];
        // Where two lines do not fit, the first one says what the bars are.
        let is_low = row.height() < 2.2 * TextRole::Tick.font().size;
        let words = words.into_iter().take(if is_low { 1 } else { 2 });
        for (share, text, ink) in words {
            let share = if is_low { 0.5 } else { share };
            let place = pos2(row.left(), row.top() + row.height() * share);
            let ink = (TextRole::Tick.font(), ink);
            paint::line(painter, place, Align2::LEFT_CENTER, &text, ink, label_width - 4.0);
        }
        let chart = row.with_min_x(row.left() + label_width);
        let zero = if fill.is_some() { chart.bottom() } else { chart.center().y };
        painter.hline(chart.x_range(), zero, Stroke::new(size::hairline(), theme.line2));
        let color = |value: f32| fill.unwrap_or_else(|| theme.sign(value).fill);
        row_of_bars(painter, chart, (values, most, zero), count, &color);
        let x = chart.left() + chart.width() * count as f32 / values.len() as f32;
        painter.vline(x, chart.y_range(), Stroke::new(1.5, own));
    }
}

/// `0 to 3.2`, or `±0.31`.
fn extent(most: f32, is_signed: bool) -> String {
    let most = f64::from(most);
    let number = fixed(most, decimals_for(most));
    if is_signed { format!("±{number}") } else { tr_with("module-walk-extent", &[("most", number)]) }
}

fn row_of_bars(
    painter: &Painter,
    chart: Rect,
    (values, most, zero): (&[f32], f32, f32),
    count: usize,
    color: &dyn Fn(f32) -> Color32,
) {
    if most <= 0.0 {
        return;
    }
    let mut mesh = Mesh::default();
    let width = chart.width() / values.len() as f32;
    let scale = (zero - chart.top()) / most;
    for (index, &value) in values.iter().enumerate() {
        let left = chart.left() + width * index as f32;
        let top = zero - value.max(0.0) * scale;
        let bottom = zero - value.min(0.0) * scale;
        let opacity = if index < count { 1.0 } else { AHEAD };
        let bar = Rect::from_min_max(pos2(left, top), pos2(left + width.min(6.0) * 0.9, bottom));
        mesh.add_colored_rect(bar, color(value).gamma_multiply(opacity));
    }
    painter.add(Shape::mesh(mesh));
}
