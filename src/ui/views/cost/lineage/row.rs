//! One network: name and year, two bars, its result in the contest.

use egui::{Align2, Color32, FontId, Rect, Ui, vec2};

use super::super::bars::{Fill, fill_bar};
use super::super::measure::unit_name;
use crate::locale::format::{compact, ratio, times_fewer};
use crate::locale::glossary::Term;
use crate::locale::text::{tr, tr_with};
use crate::spec::Ancestor;
use crate::state::Unit;
use crate::ui::kit::{Area, term, width_of, write, write_fitted, write_sized, write_sized_fitted};
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
        let mut bars = row;
        let name = bars.take_left((row.width() * 0.19).clamp(170.0, 250.0));
        let share = if is_projected() { 0.36 } else { 0.26 };
        let result = bars.take_right((row.width() * share).clamp(284.0, caption_room(330.0)));
        Self { name, bars: bars.without_right(28.0), result }
    }
}

/// What stands in the column of results.
pub(super) fn heads(ui: &Ui, rect: Rect, shown: &CostContext<'_>) {
    let columns = Columns::new(rect);
    let (role, ink) = (TextRole::Caption, shown.theme.low);
    let words = write(ui.painter(), columns.result, Align2::LEFT_CENTER, &tr("cost-error"), role, ink);
    term(ui, words, Term::TopFiveError, shown.theme);
    write(ui.painter(), columns.bars, Align2::RIGHT_CENTER, &tr("cost-than-alexnet"), role, ink);
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
        let weight = if self.is_subject { Weight::Bold } else { Weight::SemiBold };
        let half = rect.height() / 2.0;
        let (place, anchor) = match is_low(rect) {
            true => (rect, Align2::LEFT_CENTER),
            false => (rect.top_part(half - 2.0), Align2::LEFT_BOTTOM),
        };
        write_sized_fitted(ui.painter(), place, anchor, &self.called(), weight.size(17.0), theme.hi);
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
        let below = rect.bottom_part(half - 3.0);
        write_fitted(ui.painter(), below, Align2::LEFT_TOP, &words, TextRole::Caption, self.quiet(shown));
    }

    /// Its name, in the language of the interface where the program gave it.
    fn called(&self) -> String {
        if self.network.hypothetical { tr("network-naive-title") } else { self.network.name.to_owned() }
    }

    /// The ink of captions: low would be too faint on the subject's row.
    pub(super) fn quiet(&self, shown: &CostContext<'_>) -> Color32 {
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
        let block = rect.middle_row(pitch * counts.len() as f32);
        for (index, count) in counts.iter().enumerate() {
            self.bar(ui, block.row(index, pitch).middle_row(height), count, shown);
        }
    }

    fn bar(&self, ui: &Ui, row: Rect, count: &Count, shown: &CostContext<'_>) {
        let (theme, painter) = (shown.theme, ui.painter());
        let caption = TextRole::Caption;
        write(painter, row, Align2::LEFT_CENTER, &count.label, caption, theme.mid);
        let strong = self.is_subject || self.network.hypothetical;
        let number: FontId = if strong { Weight::Bold } else { Weight::Medium }.size(14.0);
        // All rows leave as much room as the longest words need.
        let width = |key: &str| width_of(painter, &tr_with(key, &[("times", ratio(8.8))]), caption.font());
        let against = width("cost-fewer").max(width("cost-more")) + size::SPACE_16;
        let counts = row.without_right(against);
        write_sized(painter, counts, Align2::RIGHT_CENTER, &count.text, number, theme.hi);
        if self.network.name != self.alexnet.name {
            write(painter, row, Align2::RIGHT_CENTER, &count.against(), caption, self.quiet(shown));
        }
        let track = counts.without_left(caption_room(56.0)).without_right(caption_room(66.0));
        let bar = track.left_part((track.width() * count.share as f32).max(3.0));
        let mut shapes = Vec::new();
        match (self.network.hypothetical, self.is_subject) {
            (true, _) => fill_bar(bar, Fill::Hatched, theme, &mut shapes),
            (false, true) => fill_bar(bar, Fill::Plain, theme, &mut shapes),
            (false, false) => {
                painter.rect_filled(bar, size::RADIUS_BAR, theme.low);
            }
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
