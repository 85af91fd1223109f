//! What both roofs are and which hue is which part of the network, above the field: where roofs and points lie is measured, so no
//! place in the field is sure to be free.

use std::sync::Arc;

use egui::{Galley, Painter, Pos2, Rect, Stroke, pos2, vec2};

use super::super::measure::digits;
use super::speed;
use crate::analysis::peak::Peak;
use crate::locale::text::tr_with;
use crate::spec::Section;
use crate::ui::style::{Hue, TextRole, caption_room, size};
use crate::ui::views::cost::context::CostContext;

/// Width of the sign before its words, points.
const SIGN: f32 = 22.0;
/// Room between two entries, points.
const BETWEEN: f32 = 18.0;
/// Half the height of a slanted roof's sign, points.
const RISE: f32 = 6.0;

/// What an entry explains.
#[derive(Clone, Copy)]
enum Sign {
    /// The roof that rises with the intensity.
    Slanted,
    /// The roof that is as high everywhere.
    Level,
    /// Points of a hue.
    Point(Hue),
}

/// Height of a line, points.
fn line_height() -> f32 {
    caption_room(20.0)
}

/// Paints the legend at the top of `area`, over as many lines as it needs; returns where the last one ends.
pub(super) fn legend(painter: &Painter, area: Rect, shown: &CostContext<'_>, peak: &Peak) -> f32 {
    let mut place = area.min;
    for (sign, galley) in entries(painter, shown, peak) {
        let width = SIGN + galley.size().x;
        if place.x + width > area.right() && place.x > area.left() {
            place = pos2(area.left(), place.y + line_height());
        }
        entry(painter, place, sign, galley, shown);
        place.x += width + BETWEEN;
    }
    place.y + line_height()
}

fn entries(painter: &Painter, shown: &CostContext<'_>, peak: &Peak) -> Vec<(Sign, Arc<Galley>)> {
    let theme = shown.theme;
    let memory = format!("{} GB/s", digits(peak.gigabytes_per_second));
    let roofs = [
        (Sign::Slanted, tr_with("cost-roof-memory", &[("speed", memory)])),
        (Sign::Level, tr_with("cost-roof-arithmetic", &[("speed", speed(peak.gflops))])),
    ];
    let roofs = roofs.map(|(sign, words)| (sign, words, TextRole::StatusStrong, theme.hi));
    let sections = Section::ALL.into_iter().map(|section| {
        let sign = Sign::Point(Hue::from(section));
        (sign, shown.facts.section_name(section), TextRole::Caption, theme.mid)
    });
    let lay = |(sign, words, role, ink): (Sign, String, TextRole, egui::Color32)| {
        (sign, painter.layout_no_wrap(words, role.font(), ink))
    };
    roofs.into_iter().chain(sections).map(lay).collect()
}

fn entry(painter: &Painter, place: Pos2, sign: Sign, galley: Arc<Galley>, shown: &CostContext<'_>) {
    let theme = shown.theme;
    let middle = pos2(place.x + SIGN / 2.0 - 3.0, place.y + line_height() / 2.0);
    let half = SIGN / 2.0 - 5.0;
    let roof = |rise: f32| {
        let line = [middle + vec2(-half, rise), middle + vec2(half, -rise)];
        painter.line_segment(line, Stroke::new(2.5, theme.hi));
    };
    match sign {
        Sign::Slanted => roof(RISE),
        Sign::Level => roof(0.0),
        Sign::Point(hue) => {
            painter.circle(middle, 5.0, theme.hue(hue).fill, theme.outline(hue));
        }
    }
    let at = pos2(place.x + SIGN - size::SPACE_4, middle.y - galley.size().y / 2.0);
    painter.galley(at, galley, theme.mid);
}
