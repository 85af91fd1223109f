//! How often each value occurs.

use std::rc::Rc;

use egui::{Align2, Rect, Role, Sense, Stroke, Ui, UiBuilder, WidgetInfo, pos2, vec2};

use super::bins::{BINS, Histogram};
use super::context::LayerContext;
use super::scene::{Counted, LayerScene};
use super::tips;
use crate::locale::format::grouped;
use crate::locale::glossary::Term;
use crate::locale::text::{tr, tr_with};
use crate::ui::kit::paint::{text, text_within};
use crate::ui::kit::{Segmented, term};
use crate::ui::style::{TextRole, Theme, size};

impl Histogram {
    pub(super) fn new(seen: &LayerContext<'_>, counted: Counted) -> Self {
        let activation = &seen.subject.map.activation;
        let channel = channel_of(seen, counted);
        let values = match channel {
            Some(channel) => activation.channel(channel),
            None => activation.values(),
        };
        let low = values.iter().copied().fold(0.0, f32::min);
        let high = values.iter().copied().fold(low + f32::MIN_POSITIVE, f32::max);
        let mut counts = [0; BINS];
        for value in values.iter() {
            let bin = (value - low) / (high - low) * BINS as f32;
            counts[(bin as usize).min(BINS - 1)] += 1;
        }
        Self { map: seen.subject.map.key, channel, counts, cells: values.len() as u64, low, high }
    }
}

pub(super) fn channel_of(seen: &LayerContext<'_>, counted: Counted) -> Option<usize> {
    (counted == Counted::Channel && !seen.is_vector()).then_some(seen.focus.channel)
}

fn histogram_of(seen: &LayerContext<'_>, scene: &mut LayerScene) -> Rc<Histogram> {
    let channel = channel_of(seen, scene.counted);
    let is_kept = |kept: &&Rc<Histogram>| kept.map == seen.subject.map.key && kept.channel == channel;
    if let Some(kept) = scene.histogram.as_ref().filter(is_kept) {
        return kept.clone();
    }
    let made = Rc::new(Histogram::new(seen, scene.counted));
    scene.histogram = Some(made.clone());
    made
}

/// Shows the histogram of the channel or of the layer, with the value of the cell in view.
pub(super) fn histogram(ui: &mut Ui, rect: Rect, seen: &LayerContext<'_>, scene: &mut LayerScene, theme: &Theme) {
    let header = rect.with_max_y(rect.top() + size::CONTROL_HEIGHT);
    let left = if seen.is_vector() { header.right() } else { choice(ui, header, scene, theme) };
    let histogram = histogram_of(seen, scene);
    let count = grouped(histogram.cells);
    let mut title = tr_with("layer-histogram", &[("count", &*count)]);
    if let Some(mark) = seen.mark() {
        title = format!("{mark} · {title}");
    }
    text_within(ui.painter(), header.left_center(), left - header.left() - 6.0, &title, TextRole::BodyStrong, theme.hi);
    let bars = Rect::from_min_max(pos2(rect.left(), header.bottom() + 8.0), rect.max - vec2(0.0, 20.0));
    let response = ui.interact(bars, ui.scope_id().with("histogram"), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::GraphicsObject, ui.is_enabled(), &title));
    paint(ui, bars, &histogram, theme);
    let value = seen.subject.value(seen.focus.channel, seen.focus.shown_cell());
    let share = ((value - histogram.low) / (histogram.high - histogram.low)).clamp(0.0, 1.0);
    let x = bars.left() + share * (bars.width() - 2.0) + 1.0;
    ui.painter().vline(x, bars.y_range(), Stroke::new(2.0, theme.hi));
    let axis = |place, anchor, words: &str| text(ui.painter(), place, anchor, words, TextRole::Tick, theme.low);
    let below = vec2(0.0, 4.0);
    axis(bars.left_bottom() + below, Align2::LEFT_TOP, &tips::value(seen, histogram.low));
    let root = axis(bars.center_bottom() + below, Align2::CENTER_TOP, &tr("layer-root-count"));
    axis(bars.right_bottom() + below, Align2::RIGHT_TOP, &tips::value(seen, histogram.high));
    term(ui, root, Term::RootCount, theme);
}

fn choice(ui: &mut Ui, header: Rect, scene: &mut LayerScene, theme: &Theme) -> f32 {
    let (channel, layer) = (tr("layer-count-channel"), tr("layer-count-layer"));
    let choices = [(Counted::Channel, &*channel), (Counted::Layer, &*layer)];
    let layout = egui::Layout::right_to_left(egui::Align::Min);
    ui.scope_builder(UiBuilder::new().max_rect(header).layout(layout), |ui| {
        let name = tr("layer-count");
        let output = Segmented::new(&name, &choices, scene.counted).padding(9.0).show(ui, theme);
        if let Some(counted) = output.inner {
            scene.counted = counted;
        }
        output.response.rect.left()
    })
    .inner
}

fn paint(ui: &Ui, bars: Rect, histogram: &Histogram, theme: &Theme) {
    let root = |count: u32| f64::from(count).sqrt() as f32;
    let highest = histogram.counts.iter().map(|&count| root(count)).fold(1.0, f32::max);
    let pitch = bars.width() / BINS as f32;
    let painter = ui.painter();
    for (bin, &count) in histogram.counts.iter().enumerate().filter(|(_, count)| **count > 0) {
        let height = (root(count) / highest * bars.height()).max(1.0);
        let left = bars.left() + bin as f32 * pitch;
        let bar = Rect::from_min_max(pos2(left, bars.bottom() - height), pos2(left + pitch - 1.0, bars.bottom()));
        painter.rect_filled(bar, 1.0, theme.mid.gamma_multiply(0.9));
    }
    let stroke = Stroke::new(size::hairline(), theme.line2);
    painter.hline(bars.x_range(), bars.bottom(), stroke);
}
