//! The strongest cell of every photo of the album, and where this photo stands among them.

use egui::{Align2, Rect, Role, Stroke, Ui, vec2};

use super::words;
use crate::locale::text::{tr, tr_with};
use crate::state::Examples;
use crate::ui::kit::paint::spoken;
use crate::ui::kit::{Area, write, write_fitted};
use crate::ui::style::{TextRole, Theme, size};
use crate::ui::views::layer::context::LayerContext;

/// Bars.
const BINS: usize = 30;
/// Room for the words above and below.
const ABOVE: f32 = 74.0;
const BELOW: f32 = 20.0;

/// Shows bars with this photo's line.
pub(super) fn histogram(ui: &Ui, rect: Rect, examples: &Examples, seen: &LayerContext<'_>, theme: &Theme) {
    let painter = ui.painter();
    let values = [("count", examples.photos.to_string())];
    let title = tr_with("looks-all-photos", &values);
    let mut room = rect;
    write_fitted(painter, room.take_top(18.0), Align2::LEFT_CENTER, &title, TextRole::BodyStrong, theme.hi);
    let caption = tr("looks-strongest-of-each");
    write_fitted(painter, room.take_top(16.0), Align2::LEFT_CENTER, &caption, TextRole::Tick, theme.low);
    let report = &seen.shown.run().report;
    let own = report.activation(&seen.layer.name);
    let own = own.and_then(|activation| activation.statistics.get(seen.focus.channel)).map(|channel| channel.max);
    let bars = rect.without_top(ABOVE).without_bottom(BELOW);
    let highest = examples.maxima.iter().copied().chain(own).fold(f32::MIN_POSITIVE, f32::max);
    paint(ui, bars, examples, highest, theme);
    let below = bars.beneath(4.0, BELOW);
    let axis = |anchor, words: &str| write(painter, below, anchor, words, TextRole::Tick, theme.low);
    axis(Align2::LEFT_TOP, "0");
    axis(Align2::CENTER_TOP, &tr("layer-root-count"));
    axis(Align2::RIGHT_TOP, &words::value(highest));
    let Some(own) = own else { return };
    let x = bars.shrink2(vec2(1.0, 0.0)).share(own / highest).right();
    painter.vline(x, bars.top() - 4.0..=bars.bottom(), Stroke::new(2.0, theme.hi));
    let values = [
        ("value", words::value(own)),
        ("rank", examples.rank(own).to_string()),
        ("total", (examples.photos + 1).to_string()),
    ];
    let above = rect.with_max_y(bars.top() - 6.0);
    let (anchor, above) = match x > bars.center().x {
        true => (Align2::RIGHT_BOTTOM, above.with_max_x(x)),
        false => (Align2::LEFT_BOTTOM, above.with_min_x(x)),
    };
    let rank = tr_with("looks-rank", &values);
    write(painter, above, anchor, &rank, TextRole::BodyStrong, theme.hi);
    let this = tr_with("looks-this-photo", &values);
    write(painter, above.without_bottom(17.0), anchor, &this, TextRole::Caption, theme.mid);
    spoken(ui, rect, Role::GraphicsObject, &format!("{title}, {caption}: {this}, {rank}"));
}

fn paint(ui: &Ui, bars: Rect, examples: &Examples, highest: f32, theme: &Theme) {
    let mut counts = [0_u32; BINS];
    for value in &examples.maxima {
        let bin = (value.max(0.0) / highest * BINS as f32) as usize;
        counts[bin.min(BINS - 1)] += 1;
    }
    let root = |count: u32| f64::from(count).sqrt() as f32;
    let most = counts.iter().map(|&count| root(count)).fold(1.0, f32::max);
    let pitch = bars.width() / BINS as f32;
    for (bin, &count) in counts.iter().enumerate().filter(|(_, count)| **count > 0) {
        let height = (root(count) / most * bars.height()).max(1.0);
        let bar = bars.column(bin, pitch).without_right(1.0).bottom_part(height);
        ui.painter().rect_filled(bar, 1.0, theme.mid.gamma_multiply(0.9));
    }
    ui.painter().hline(bars.x_range(), bars.bottom(), Stroke::new(size::hairline(), theme.line2));
}
