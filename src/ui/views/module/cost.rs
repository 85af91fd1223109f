//! Naive and reduced multiply-accumulates as two bars on one scale.

use egui::{Align2, Painter, Rect, Shape, Stroke, StrokeKind, Ui};

use super::facts::{HUES, Stage, Version};
use super::paint;
use super::show::Show;
use super::stage::macs_text;
use crate::locale::format::times_fewer;
use crate::locale::text::{tr, tr_with};
use crate::spec::Part;
use crate::ui::kit::{Area, Lines, Row, left_of, right_of, width_of, write_sized};
use crate::ui::style::{Hue, TextRole, Theme, Weight, size};

/// The parts of the card: a row for each version, and the legend below them.
struct Places {
    rows: [Rect; 2],
    legend: Rect,
    /// Height of all of it, points.
    height: f32,
}

impl Places {
    fn new(area: Rect) -> Self {
        let height = area.height();
        let row = |place: usize| area.row(place, height * 0.41);
        Self { rows: [row(0), row(1)], legend: area.bottom_part(height * 0.12), height }
    }

    /// Where the name and the number of a row stand.
    fn words(&self, row: usize) -> Rect {
        self.rows[row].top_part(self.height * 0.08)
    }

    /// Where the bar of a row lies.
    fn bar(&self, row: usize) -> Rect {
        self.rows[row].without_top(self.height * 0.135).top_part(self.height * 0.2)
    }
}

/// Shows both bars and the legend.
pub(super) fn bars(ui: &mut Ui, show: &Show<'_>, is_stacked: bool) {
    let area = ui.available_rect_before_wrap();
    if show.is_factorised {
        return factorised(ui, show, area);
    }
    let naive = show.facts.naive_cost(is_stacked);
    let reduced = &show.facts.reduced;
    let key = if is_stacked { "module-cost-stacked" } else { "module-cost-same" };
    let naive_name = tr_with(key, &[("input", naive.input as f64)]);
    let times = times_fewer(naive.macs as f64 / reduced.macs as f64);
    let places = Places::new(area);
    let names = [naive_name, tr("module-cost-reduced")];
    let [_, end] = rows(ui.painter(), show, &places, [naive, reduced], names, usize::from(!show.is_naive));
    let words = tr_with("module-times-fewer", &[("times", &*times)]);
    fewer(ui.painter(), places.bar(1).with_min_x(end + 8.0), &words, show.theme);
    legend(ui.painter(), show, places.legend);
    let values = [("naive", macs_text(naive.macs)), ("reduced", macs_text(reduced.macs)), ("times", times)];
    paint::speak(ui, area, "cost", &tr_with("module-cost-spoken", &values));
}

/// Reduced and factorised as two bars on one scale.
fn factorised(ui: &Ui, show: &Show<'_>, area: Rect) {
    let (reduced, factorised) = (&show.facts.reduced, &show.facts.factorised);
    let places = Places::new(area);
    let names = [tr("module-cost-reduced"), tr("module-cost-factorised")];
    rows(ui.painter(), show, &places, [reduced, factorised], names, 1);
    legend(ui.painter(), show, places.legend);
    let values = [("reduced", macs_text(reduced.macs)), ("factorised", macs_text(factorised.macs))];
    paint::speak(ui, area, "cost", &tr_with("module-cost-spoken-factorised", &values));
}

/// Both versions' names, numbers and bars; returns where the bars end.
fn rows(
    painter: &Painter,
    show: &Show<'_>,
    places: &Places,
    versions: [&Version; 2],
    names: [String; 2],
    current: usize,
) -> [f32; 2] {
    let theme = show.theme;
    let most = versions[0].macs.max(versions[1].macs) as f32;
    [0, 1].map(|place| {
        let (role, ink) = match place == current {
            true => (TextRole::BodyStrong, theme.hi),
            false => (TextRole::Body, theme.mid),
        };
        let number = macs_text(versions[place].macs);
        Row::new(&names[place], role, ink).number(&number, role, ink).paint(painter, places.words(place));
        segments(painter, versions[place], places.bar(place), most, theme)
    })
}

/// One bar; returns where it ends.
fn segments(painter: &Painter, version: &Version, mut bar: Rect, most: f32, theme: &Theme) -> f32 {
    let whole = bar.width();
    for stage in version.stages.iter().filter(|stage| stage.macs > 0) {
        let width = (whole * stage.macs as f32 / most).max(2.0);
        let piece = bar.take_left(width).left_part((width - 1.5).max(1.5));
        segment(painter, piece, HUES[stage.branch()], is_reduction(stage), theme);
    }
    bar.left()
}

fn is_reduction(stage: &Stage) -> bool {
    matches!(stage.part, Part::Conv3x3Reduce | Part::Conv5x5Reduce)
}

/// A piece of a bar; pale with an outline where it is a reduction.
fn segment(painter: &Painter, rect: Rect, hue: Hue, is_pale: bool, theme: &Theme) {
    let fill = theme.hue(hue).fill;
    let (fill, outline) =
        if is_pale { (fill.gamma_multiply(0.28), Stroke::new(1.25, fill)) } else { (fill, theme.outline(hue)) };
    let radius = size::RADIUS_BAR.min(rect.width() / 2.0);
    painter.rect(rect, radius, fill, outline, StrokeKind::Inside);
}

/// What is saved, as a dotted line with the ratio in its middle.
fn fewer(painter: &Painter, row: Rect, words: &str, theme: &Theme) {
    let font = Weight::SemiBold.size(18.0);
    let has_room = width_of(painter, words, font.clone()) <= row.width();
    let anchor = if has_room { Align2::CENTER_CENTER } else { Align2::RIGHT_CENTER };
    let shown = write_sized(painter, row, anchor, words, font, theme.hi);
    for dots in [left_of(row, shown, 10.0), right_of(row, shown, 10.0)] {
        if dots.width() > 0.0 {
            let ends = [dots.left_center(), dots.right_center()];
            painter.extend(Shape::dashed_line(&ends, Stroke::new(1.5, theme.low), 3.0, 4.0));
        }
    }
}

/// Which piece is of which branch, as far as there is room.
fn legend(painter: &Painter, show: &Show<'_>, mut row: Rect) {
    let theme = show.theme;
    let names = &show.facts.branch_names;
    let entries = [
        (HUES[0], false, names[0].clone()),
        (HUES[1], false, names[1].clone()),
        (HUES[2], false, names[2].clone()),
        (HUES[3], false, tr("module-projection")),
        (Hue::Stem, true, tr("module-pale")),
    ];
    for (hue, is_pale, name) in entries {
        let name = Lines::new(painter, &name, TextRole::Tick, theme.mid, f32::INFINITY);
        let swatch = row.take_left(16.0).middle_row(11.0);
        row.take_left(6.0);
        if name.width() > row.width() {
            return;
        }
        segment(painter, swatch, hue, is_pale, theme);
        let shown = name.paint(painter, row, Align2::LEFT_CENTER);
        row = right_of(row, shown, 16.0);
    }
}
