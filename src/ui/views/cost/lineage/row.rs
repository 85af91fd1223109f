//! One network: name and year, two bars, its result in the contest.

use egui::{Align2, FontId, Rect, Stroke, StrokeKind, Ui, pos2, vec2};

use super::super::bars::{Fill, fill_bar};
use super::super::measure::unit_name;
use crate::locale::format::{compact, ratio, times_fewer};
use crate::locale::glossary::Term;
use crate::locale::text::{tr, tr_with};
use crate::spec::Ancestor;
use crate::state::Unit;
use crate::ui::kit::term;
use crate::ui::style::{TextRole, Weight, caption_room, is_projected, legibility, size};
use crate::ui::views::cost::context::CostContext;
use crate::ui::views::module::paint;

/// A network and what it is compared with.
pub(super) struct NetworkRow<'a> {
    pub network: &'a Ancestor,
    pub alexnet: &'a Ancestor,
    /// Whether it is the one this program is about.
    pub is_subject: bool,
    /// The most parameters and multiply-accumulates of all.
    pub scale: [f64; 2],
}

/// The three columns of a row.
struct Columns {
    name: Rect,
    bars: Rect,
    result: Rect,
}

impl Columns {
    fn new(row: Rect) -> Self {
        let name = row.with_max_x(row.left() + (row.width() * 0.19).clamp(170.0, 250.0));
        let result = row.with_min_x(
            row.right() - (row.width() * if is_projected() { 0.36 } else { 0.26 }).clamp(284.0, caption_room(330.0)),
        );
        let bars = Rect::from_x_y_ranges(name.right()..=result.left() - 28.0, row.y_range());
        Self { name, bars, result }
    }
}

/// What stands in the column of results.
pub(super) fn heads(ui: &Ui, rect: Rect, shown: &CostContext<'_>) {
    let columns = Columns::new(rect);
    let place = columns.result.left_center();
    let (font, ink) = (TextRole::Caption.font(), shown.theme.low);
    let words = ui.painter().text(place, Align2::LEFT_CENTER, tr("cost-error"), font, ink);
    term(ui, words, Term::TopFiveError, shown.theme);
    let (place, font) = (columns.bars.right_center(), TextRole::Caption.font());
    ui.painter().text(place, Align2::RIGHT_CENTER, tr("cost-than-alexnet"), font, ink);
}

impl NetworkRow<'_> {
    /// Shows the row over all of `slot`.
    pub fn show(&self, ui: &Ui, slot: Rect, shown: &CostContext<'_>) {
        let theme = shown.theme;
        if self.is_subject {
            let back = slot.expand2(vec2(8.0, -2.0));
            ui.painter().rect_filled(back, size::RADIUS_BUTTON, theme.bg3);
        }
        let columns = Columns::new(slot);
        self.name(ui, columns.name, shown);
        self.bars(ui, columns.bars, shown);
        self.result(ui, columns.result, shown);
        paint::speak(ui, slot, self.network.name, &self.spoken(shown));
    }

    fn name(&self, ui: &Ui, rect: Rect, shown: &CostContext<'_>) {
        let (theme, network) = (shown.theme, self.network);
        let y = rect.center().y;
        let weight = if self.is_subject { Weight::Bold } else { Weight::SemiBold };
        let ink = (weight.size(17.0), theme.hi);
        let (place, anchor) = match is_low(rect) {
            true => (rect.left_center(), Align2::LEFT_CENTER),
            false => (pos2(rect.left(), y - 2.0), Align2::LEFT_BOTTOM),
        };
        let room = rect.width();
        paint::line(ui.painter(), place, anchor, &self.called(), ink, room);
        if is_low(rect) {
            return;
        }
        let values = [("depth", network.depth as f64)];
        let depth = tr_with("cost-depth", &values);
        let words = if network.hypothetical {
            format!("{} · {depth}", tr("cost-stacked-small"))
        } else {
            format!("{} · {depth}", network.year)
        };
        let ink = (TextRole::Caption.font(), self.quiet(shown));
        let place = pos2(rect.left(), y + 3.0);
        paint::line(ui.painter(), place, Align2::LEFT_TOP, &words, ink, rect.width());
    }

    /// Its name, in the language of the interface where the program gave it.
    fn called(&self) -> String {
        if self.network.hypothetical { tr("network-naive-title") } else { self.network.name.to_owned() }
    }

    /// The ink of captions: low would be too faint on the subject's row.
    pub(super) fn quiet(&self, shown: &CostContext<'_>) -> egui::Color32 {
        if self.is_subject { shown.theme.mid } else { shown.theme.low }
    }

    fn bars(&self, ui: &Ui, rect: Rect, shown: &CostContext<'_>) {
        let unit = shown.state.settings.unit;
        let (network, alexnet) = (self.network, self.alexnet);
        // Two lines of text have room, whatever the bars need.
        let height = (rect.height() * 0.22).clamp(12.0, 20.0);
        let pitch = (height + 10.0).max(TextRole::Caption.font().size * 1.15).min(rect.height() * 0.5);
        let params = Count {
            label: tr("cost-params-small"),
            value: network.params as f64,
            of: alexnet.params as f64,
            share: network.params as f64 / self.scale[0],
            text: compact(network.params as f64),
        };
        let macs = Count {
            label: unit_name(unit),
            value: network.macs as f64,
            of: alexnet.macs as f64,
            share: network.macs as f64 / self.scale[1],
            text: compact(Unit::count(unit, network.macs) as f64),
        };
        let counts: Vec<Count> = if shown.hides_macs() { vec![params] } else { vec![params, macs] };
        let middle = (counts.len() as f32 - 1.0) / 2.0;
        for (index, count) in counts.iter().enumerate() {
            let y = rect.center().y + (index as f32 - middle) * pitch;
            let row = Rect::from_x_y_ranges(rect.x_range(), y - height / 2.0..=y + height / 2.0);
            self.bar(ui, row, count, shown);
        }
    }

    fn bar(&self, ui: &Ui, row: Rect, count: &Count, shown: &CostContext<'_>) {
        let (theme, painter) = (shown.theme, ui.painter());
        let caption = TextRole::Caption.font();
        let y = row.center().y;
        let place = row.left_center();
        painter.text(place, Align2::LEFT_CENTER, &count.label, caption.clone(), theme.mid);
        let strong = self.is_subject || self.network.hypothetical;
        let number: FontId = if strong { Weight::Bold } else { Weight::Medium }.size(14.0);
        // All rows leave as much room as the longest words need.
        let width = |key: &str| {
            let words = tr_with(key, &[("times", ratio(8.8))]);
            painter.layout_no_wrap(words, caption.clone(), theme.hi).size().x
        };
        let against = width("cost-fewer").max(width("cost-more")) + size::SPACE_16;
        let place = pos2(row.right() - against, y);
        painter.text(place, Align2::RIGHT_CENTER, &count.text, number, theme.hi);
        if self.network.name != self.alexnet.name {
            let place = row.right_center();
            painter.text(place, Align2::RIGHT_CENTER, count.against(), caption, self.quiet(shown));
        }
        let track = Rect::from_x_y_ranges(
            row.left() + caption_room(56.0)..=row.right() - against - caption_room(66.0),
            row.y_range(),
        );
        let width = (track.width() * count.share as f32).max(3.0);
        let bar = Rect::from_min_size(track.min, vec2(width, track.height()));
        let mut shapes = Vec::new();
        if self.network.hypothetical {
            fill_bar(bar, Fill::Hatched, theme, &mut shapes);
        } else if self.is_subject {
            fill_bar(bar, Fill::Plain, theme, &mut shapes);
        } else {
            let stroke = Stroke::NONE;
            let kind = StrokeKind::Inside;
            painter.rect(bar, size::RADIUS_BAR, theme.low, stroke, kind);
        }
        painter.extend(shapes);
    }

    fn spoken(&self, shown: &CostContext<'_>) -> String {
        let unit = shown.state.settings.unit;
        let network = self.network;
        let (error, kind, source) = self.result_words();
        let mut parts = vec![
            format!("{} ({})", self.called(), network.year),
            tr_with("cost-depth", &[("depth", network.depth as f64)]),
            tr_with("network-params", &[("count", compact(network.params as f64))]),
        ];
        if !shown.hides_macs() {
            let macs = compact(Unit::count(unit, network.macs) as f64);
            parts.push(format!("{macs} {}", unit_name(unit)));
        }
        if network.contest.is_some() {
            parts.push(tr_with("cost-error-spoken", &[("error", error)]));
        }
        parts.extend([kind, source]);
        parts.join(", ")
    }
}

/// Whether a row has no room for a second line.
pub(super) fn is_low(row: Rect) -> bool {
    row.height() < 2.0 * legibility().smallest_text + 14.0
}

/// One of the two numbers of a network.
struct Count {
    label: String,
    value: f64,
    /// AlexNet's.
    of: f64,
    /// 0 to 1 of the most.
    share: f64,
    text: String,
}

impl Count {
    /// "8.7× fewer" than AlexNet, or "2.2× more".
    fn against(&self) -> String {
        if self.value < self.of {
            tr_with("cost-fewer", &[("times", times_fewer(self.of / self.value))])
        } else {
            tr_with("cost-more", &[("times", ratio(self.value / self.of))])
        }
    }
}
