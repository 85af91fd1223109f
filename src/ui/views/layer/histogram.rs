//! How often each value occurs.

use std::rc::Rc;

use egui::{Align2, Rect, Role, Sense, Stroke, Ui, vec2};

use super::bins::{BINS, Histogram};
use super::context::LayerContext;
use super::scene::{Counted, LayerScene};
use super::tips;
use crate::locale::format::grouped;
use crate::locale::glossary::Term;
use crate::locale::text::{tr, tr_with};
use crate::ui::kit::{Area, Pressable, Segmented, from_right, term, write, write_fitted};
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
    let mut room = rect.without_bottom(20.0);
    let header = room.take_top(size::CONTROL_HEIGHT);
    let left = if seen.is_vector() { header.right() } else { choice(ui, header, scene, theme) };
    let histogram = histogram_of(seen, scene);
    let count = grouped(histogram.cells);
    let mut title = tr_with("layer-histogram", &[("count", &*count)]);
    if let Some(mark) = seen.mark() {
        title = format!("{mark} · {title}");
    }
    let place = header.with_max_x(left - 6.0);
    write_fitted(ui.painter(), place, Align2::LEFT_CENTER, &title, TextRole::BodyStrong, theme.hi);
    room.take_top(8.0);
    let bars = room;
    Pressable::new(ui.scope_id().with("histogram")).role(Role::GraphicsObject).sense(Sense::hover()).show(
        ui,
        bars,
        theme,
        || title.clone(),
    );
    paint(ui, bars, &histogram, theme);
    let value = seen.subject.value(seen.focus.channel, seen.focus.shown_cell());
    let share = (value - histogram.low) / (histogram.high - histogram.low);
    let x = bars.shrink2(vec2(1.0, 0.0)).share(share).right();
    ui.painter().vline(x, bars.y_range(), Stroke::new(2.0, theme.hi));
    let below = bars.beneath(4.0, 16.0);
    let axis = |anchor, words: &str| write(ui.painter(), below, anchor, words, TextRole::Tick, theme.low);
    axis(Align2::LEFT_TOP, &tips::value(seen, histogram.low));
    let root = axis(Align2::CENTER_TOP, &tr("layer-root-count"));
    axis(Align2::RIGHT_TOP, &tips::value(seen, histogram.high));
    term(ui, root, Term::RootCount, theme);
}

fn choice(ui: &mut Ui, header: Rect, scene: &mut LayerScene, theme: &Theme) -> f32 {
    let (channel, layer) = (tr("layer-count-channel"), tr("layer-count-layer"));
    let choices = [(Counted::Channel, &*channel), (Counted::Layer, &*layer)];
    from_right(ui, header, |ui| {
        let name = tr("layer-count");
        let output = Segmented::new(&name, &choices, scene.counted).padding(9.0).show(ui, theme);
        if let Some(counted) = output.inner {
            scene.counted = counted;
        }
        output.response.rect.left()
    })
}

fn paint(ui: &Ui, bars: Rect, histogram: &Histogram, theme: &Theme) {
    let root = |count: u32| f64::from(count).sqrt() as f32;
    let highest = histogram.counts.iter().map(|&count| root(count)).fold(1.0, f32::max);
    let pitch = bars.width() / BINS as f32;
    let painter = ui.painter();
    for (bin, &count) in histogram.counts.iter().enumerate().filter(|(_, count)| **count > 0) {
        let height = (root(count) / highest * bars.height()).max(1.0);
        let bar = bars.column(bin, pitch).without_right(1.0).bottom_part(height);
        painter.rect_filled(bar, 1.0, theme.mid.gamma_multiply(0.9));
    }
    let stroke = Stroke::new(size::hairline(), theme.line2);
    painter.hline(bars.x_range(), bars.bottom(), stroke);
}
