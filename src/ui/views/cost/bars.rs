//! Upright bars in a plot: solid, or hatched for what nobody trained.

use egui::{Align2, Color32, Painter, Rect, Shape, Stroke, StrokeKind, Ui, Vec2b, pos2};
use egui_plot::{GridMark, PlotBounds, PlotGeometry, PlotItem, PlotItemBase, PlotPoint, PlotTransform};

use super::axis::Axis;
use crate::ui::kit::{Area, Axes, plain_plot, within};
use crate::ui::style::{Hue, TextRole, Theme, size};

/// Distance between two lines of the hatch, points.
const HATCH: f32 = 5.0;

/// How a bar is filled.
#[derive(Clone, Copy)]
pub(super) enum Fill {
    /// Diagonal lines: naive.
    Hatched,
    /// The primary colour: reduced.
    Plain,
    /// A part of the network.
    Hue(Hue),
    /// A 1x1 that squeezes the channels of that part.
    Pale(Hue),
}

/// Paints a bar, or what stands for it in a legend.
pub(super) fn fill_bar(rect: Rect, fill: Fill, theme: &Theme, shapes: &mut Vec<Shape>) {
    let radius = size::RADIUS_BAR.min(rect.width() / 3.0).min(rect.height() / 2.0);
    let mut solid = |color: Color32, outline: Stroke| {
        let shape = egui::epaint::RectShape::new(rect, radius, color, outline, StrokeKind::Inside);
        shapes.push(shape.into());
    };
    match fill {
        Fill::Plain => solid(theme.hi, Stroke::NONE),
        Fill::Hue(hue) => solid(theme.hue(hue).fill, theme.outline(hue)),
        Fill::Pale(hue) => {
            let fill = theme.hue(hue).fill;
            solid(fill.gamma_multiply(0.28), Stroke::new(1.25, fill));
        }
        Fill::Hatched => {
            solid(theme.bg1, Stroke::NONE);
            hatch(rect.shrink(1.0), Stroke::new(1.25, theme.low), shapes);
            let border = Stroke::new(1.25, theme.low);
            shapes.push(Shape::rect_stroke(rect, radius, border, StrokeKind::Inside));
        }
    }
}

/// Diagonal lines that end where the rectangle ends.
fn hatch(rect: Rect, stroke: Stroke, shapes: &mut Vec<Shape>) {
    let (width, height) = (rect.width(), rect.height());
    if width <= 0.0 || height <= 0.0 {
        return;
    }
    // Along a line, the way from the left plus the way from the bottom is constant.
    let mut sum = HATCH / 2.0;
    while sum < width + height {
        let (left, right) = ((sum - height).max(0.0), sum.min(width));
        let at = |x: f32| pos2(rect.left() + x, rect.top() + sum - x);
        shapes.push(Shape::line_segment([at(left), at(right)], stroke));
        sum += HATCH;
    }
}

/// A bar of a chart.
pub(super) struct Bar {
    /// Its middle: a slot is 1 wide, the first begins at 0.
    pub middle: f64,
    /// Slots.
    pub width: f64,
    /// 0 to 1, as [`Axis::share`] gives it.
    pub share: f64,
    /// How it is filled.
    pub fill: Fill,
}

/// All bars of a chart, as the plot wants them.
struct Bars<'a> {
    base: PlotItemBase,
    bars: Vec<Bar>,
    theme: &'a Theme,
}

impl PlotItem for Bars<'_> {
    fn shapes(&self, _ui: &Ui, transform: &PlotTransform, shapes: &mut Vec<Shape>) {
        for bar in self.bars.iter().filter(|bar| bar.share > 0.0) {
            let corner = |x: f64, y: f64| transform.position_from_point(&PlotPoint::new(x, y));
            let half = bar.width / 2.0;
            let foot = corner(bar.middle - half, 0.0);
            let mut top = corner(bar.middle + half, bar.share);
            // Even the smallest stays visible.
            top.y = top.y.min(foot.y - 1.5);
            fill_bar(Rect::from_two_pos(foot, top), bar.fill, self.theme, shapes);
        }
    }

    fn initialize(&mut self, _x_range: std::ops::RangeInclusive<f64>) {}

    fn color(&self) -> Color32 {
        self.theme.hi
    }

    fn geometry(&self) -> PlotGeometry<'_> {
        PlotGeometry::None
    }

    fn bounds(&self) -> PlotBounds {
        PlotBounds::NOTHING
    }

    fn base(&self) -> &PlotItemBase {
        &self.base
    }

    fn base_mut(&mut self) -> &mut PlotItemBase {
        &mut self.base
    }
}

/// The place of a chart: slots from left to right, values upwards.
#[derive(Clone, Copy)]
pub(super) struct Chart {
    /// Without the numbers beside it.
    pub rect: Rect,
    /// How many slots there are.
    pub slots: usize,
    /// Above the highest value, points.
    pub headroom: f32,
}

impl Chart {
    /// Points from one slot to the next.
    pub fn slot_width(&self) -> f32 {
        self.rect.width() / self.slots as f32
    }

    /// The left edge of a slot.
    pub fn left_of(&self, slot: usize) -> f32 {
        self.axes().x_of(slot as f32)
    }

    /// Slots from left to right, shares of the axis upwards.
    fn axes(&self) -> Axes {
        Axes::new(self.rect.without_top(self.headroom), [0.0, self.slots as f32], [0.0, 1.0])
    }

    /// The slots from `first` to before `end`, over the whole height.
    pub fn band(&self, first: usize, end: usize) -> Rect {
        let (left, right) = (self.left_of(first), self.left_of(end));
        Rect::from_x_y_ranges(left..=right, self.rect.y_range())
    }

    /// Where a share of the axis lies.
    pub fn height_of(&self, share: f64) -> f32 {
        self.axes().y_of(share as f32)
    }

    /// The grid and the bars.
    pub fn plot(&self, ui: &mut Ui, id: &str, axis: &Axis, bars: Vec<Bar>, theme: &Theme) {
        let marks: Vec<f64> = axis.ticks.iter().map(|&tick| axis.share(tick)).collect();
        let top = f64::from(self.rect.height() / (self.rect.height() - self.headroom).max(1.0));
        let slots = self.slots as f64;
        let grid = move |_| {
            let mark = |&value: &f64| GridMark { value, step_size: 1.0 };
            marks.iter().map(mark).collect()
        };
        let item = Bars { base: PlotItemBase::new(id.to_owned()), bars, theme };
        within(ui, self.rect, |ui| {
            plain_plot(id, self.rect)
                .show_grid(Vec2b::new(false, true))
                .grid_color(theme.line)
                .y_grid_spacer(grid)
                .show(ui, |plot| {
                    plot.set_plot_bounds_x(0.0..=slots);
                    plot.set_plot_bounds_y(0.0..=top);
                    plot.add(item);
                });
        });
    }

    /// The numbers beside the axis, fewer where they would touch.
    pub fn numbers(&self, painter: &Painter, axis: &Axis, theme: &Theme, text: impl Fn(f64) -> String) {
        let mut last = f32::INFINITY;
        for &tick in &axis.ticks {
            let y = self.height_of(axis.share(tick));
            if last - y < 15.0 {
                continue;
            }
            last = y;
            let place = pos2(self.rect.left() - 8.0, y);
            painter.text(place, Align2::RIGHT_CENTER, text(tick), TextRole::Tick.font(), theme.low);
        }
    }
}
