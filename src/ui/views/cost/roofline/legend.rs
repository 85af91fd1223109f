//! Which hue is which part of the network, in the empty corner under the roof.

use egui::{Painter, Rect, Stroke, StrokeKind, pos2, vec2};

use super::super::CostContext;
use crate::spec::Section;
use crate::ui::style::{Hue, TextRole, caption_room, size};

/// Height of a line, points.
fn line_height() -> f32 {
    caption_room(19.0)
}

/// Paints the legend into the lower right corner of `field`; returns where it lies.
pub(super) fn legend(painter: &Painter, field: Rect, shown: &CostContext<'_>) -> Rect {
    let theme = shown.theme;
    let lines: Vec<_> = Section::ALL
        .into_iter()
        .map(|section| {
            let name = shown.facts.section_name(section);
            let galley = painter.layout_no_wrap(name, TextRole::Caption.font(), theme.mid);
            (Hue::from(section), galley)
        })
        .collect();
    let widths = lines.iter().map(|(_, galley)| galley.size().x);
    let width = widths.fold(0.0, f32::max) + 38.0;
    let size = vec2(width, line_height() * lines.len() as f32 + 14.0);
    let ground = Rect::from_min_size(field.max - size - vec2(10.0, 10.0), size);
    let border = Stroke::new(size::hairline(), theme.line);
    let kind = StrokeKind::Inside;
    painter.rect(ground, size::RADIUS_BUTTON, theme.bg1, border, kind);
    for (index, (hue, galley)) in lines.into_iter().enumerate() {
        let y = ground.top() + 7.0 + line_height() * (index as f32 + 0.5);
        let dot = pos2(ground.left() + 13.0, y);
        painter.circle(dot, 5.0, theme.hue(hue).fill, theme.outline(hue));
        let place = pos2(ground.left() + 26.0, y - galley.size().y / 2.0);
        painter.galley(place, galley, theme.mid);
    }
    ground
}
