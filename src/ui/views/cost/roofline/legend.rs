//! What both roofs are and which hue is which part of the network, above the field: where roofs and points lie is measured, so no
//! place in the field is sure to be free.

use egui::{Align2, Color32, Painter, Rect, Stroke, vec2};

use super::super::measure::digits;
use super::speed;
use crate::analysis::peak::Peak;
use crate::locale::text::tr_with;
use crate::spec::Section;
use crate::ui::kit::{Area, Lines};
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
    let mut line = area.top_part(line_height());
    for (sign, words) in entries(painter, shown, peak) {
        let width = SIGN + words.width();
        if width > line.width() && line.left() > area.left() {
            line = line.with_min_x(area.left()).beneath(0.0, line_height());
        }
        entry(painter, line.take_left(width), sign, words, shown);
        line.take_left(BETWEEN);
    }
    line.bottom()
}

fn entries(painter: &Painter, shown: &CostContext<'_>, peak: &Peak) -> Vec<(Sign, Lines)> {
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
    let lay = |(sign, words, role, ink): (Sign, String, TextRole, Color32)| {
        (sign, Lines::new(painter, &words, role, ink, f32::INFINITY))
    };
    roofs.into_iter().chain(sections).map(lay).collect()
}

fn entry(painter: &Painter, rect: Rect, sign: Sign, words: Lines, shown: &CostContext<'_>) {
    let theme = shown.theme;
    let place = rect.left_part(SIGN - 6.0);
    let roof = |rise: f32| {
        let line = place.shrink2(vec2(2.0, 0.0)).middle_row(2.0 * rise);
        painter.line_segment([line.left_bottom(), line.right_top()], Stroke::new(2.5, theme.hi));
    };
    match sign {
        Sign::Slanted => roof(RISE),
        Sign::Level => roof(0.0),
        Sign::Point(hue) => {
            painter.circle(place.center(), 5.0, theme.hue(hue).fill, theme.outline(hue));
        }
    }
    words.paint(painter, rect.without_left(SIGN - size::SPACE_4), Align2::LEFT_CENTER);
}
