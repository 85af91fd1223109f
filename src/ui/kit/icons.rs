//! Icons as painter shapes, so that no icon font is needed and every icon takes the theme's colours.

use egui::epaint::PathShape;
use egui::{Color32, Painter, Pos2, Rect, Stroke, StrokeKind, Vec2, vec2};

use crate::ui::style::{Hue, Theme};

/// A picture of a thing or an action, drawn in a square of 22 points.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Icon {
    /// Three beads on a line.
    Network,
    /// Four curves that part and meet.
    Module,
    /// A mosaic.
    Layer,
    /// Bars from the left.
    Classifiers,
    /// Bars from below.
    Cost,
    /// A photo in front of another.
    Album,
    /// A play button in a ring.
    Tour,
    /// A triangle to the right.
    Play,
    /// A cross.
    Close,
    /// Plus.
    Plus,
    /// Minus.
    Minus,
    /// A menu opens below.
    ChevronDown,
    /// Backwards.
    ChevronLeft,
    /// Forwards.
    ChevronRight,
    /// A disc, half filled: dark or light.
    Contrast,
    /// Three sliders.
    Settings,
    /// Two arrows, one each way.
    Swap,
    /// An arrow that turns back.
    Undo,
    /// An arrow that turns forwards again.
    Redo,
    /// An arrow down into a tray: a file to keep.
    TakeHome,
    /// A screen on its stand.
    Present,
    /// An eye.
    LooksFor,
    /// A camera.
    Camera,
    /// A dot that sends waves to both sides: pictures that move.
    Live,
}

/// Draws an icon around `center`.
pub fn paint_icon(painter: &Painter, icon: Icon, center: Pos2, color: Color32) {
    let pen = Pen { painter, center, color };
    match icon {
        Icon::Network => pen.network(),
        Icon::Module => pen.module(),
        Icon::Layer => pen.layer(),
        Icon::Classifiers => pen.classifiers(),
        Icon::Cost => pen.cost(),
        Icon::Album => pen.album(),
        Icon::Tour => pen.tour(),
        Icon::Play => pen.filled(&[(-4.5, -5.5), (5.5, 0.0), (-4.5, 5.5)]),
        Icon::Close => {
            pen.stroke(&[(-4.5, -4.5), (4.5, 4.5)]);
            pen.stroke(&[(-4.5, 4.5), (4.5, -4.5)]);
        }
        Icon::Plus => {
            pen.stroke(&[(-5.0, 0.0), (5.0, 0.0)]);
            pen.stroke(&[(0.0, -5.0), (0.0, 5.0)]);
        }
        Icon::Minus => pen.stroke(&[(-5.0, 0.0), (5.0, 0.0)]),
        Icon::ChevronDown => pen.stroke(&[(-4.5, -2.5), (0.0, 2.5), (4.5, -2.5)]),
        Icon::ChevronLeft => pen.stroke(&[(2.5, -4.5), (-2.5, 0.0), (2.5, 4.5)]),
        Icon::ChevronRight => pen.stroke(&[(-2.5, -4.5), (2.5, 0.0), (-2.5, 4.5)]),
        Icon::Contrast => pen.contrast(),
        Icon::Settings => pen.settings(),
        Icon::Undo => pen.turning_back(-1.0),
        Icon::Redo => pen.turning_back(1.0),
        Icon::TakeHome => {
            pen.stroke(&[(0.0, -7.5), (0.0, 2.5)]);
            pen.stroke(&[(-4.5, -2.0), (0.0, 2.5), (4.5, -2.0)]);
            pen.stroke(&[(-7.0, 3.0), (-7.0, 7.0), (7.0, 7.0), (7.0, 3.0)]);
        }
        Icon::Present => {
            pen.stroke(&[(-8.0, -6.5), (8.0, -6.5)]);
            pen.stroke(&[(-6.5, -6.5), (-6.5, 2.5), (6.5, 2.5), (6.5, -6.5)]);
            pen.stroke(&[(-4.0, 7.5), (0.0, 2.5), (4.0, 7.5)]);
        }
        Icon::LooksFor => pen.eye(),
        Icon::Camera => pen.camera(),
        Icon::Live => pen.live(),
        Icon::Swap => {
            pen.stroke(&[(-6.0, -3.0), (6.0, -3.0), (2.5, -6.5)]);
            pen.stroke(&[(6.0, 3.0), (-6.0, 3.0), (-2.5, 6.5)]);
        }
    }
}

/// A painter with a place and a colour; positions are in points from the centre, y down.
struct Pen<'a> {
    painter: &'a Painter,
    center: Pos2,
    color: Color32,
}

impl Pen<'_> {
    const WIDTH: f32 = 1.7;

    fn at(&self, (x, y): (f32, f32)) -> Pos2 {
        self.center + vec2(x, y)
    }

    fn pen(&self) -> Stroke {
        Stroke::new(Self::WIDTH, self.color)
    }

    fn stroke(&self, points: &[(f32, f32)]) {
        let points = points.iter().map(|&point| self.at(point)).collect();
        self.painter.line(points, self.pen());
    }

    fn filled(&self, points: &[(f32, f32)]) {
        let points = points.iter().map(|&point| self.at(point)).collect();
        let shape = PathShape::convex_polygon(points, self.color, Stroke::NONE);
        self.painter.add(shape);
    }

    fn block(&self, (left, top): (f32, f32), (width, height): (f32, f32), radius: f32) {
        let rect = Rect::from_min_size(self.at((left, top)), vec2(width, height));
        self.painter.rect_filled(rect, radius, self.color);
    }

    fn network(&self) {
        for x in [-9.8, 0.0, 9.8] {
            self.painter.circle_stroke(self.at((x, 0.0)), 2.8, self.pen());
        }
        self.stroke(&[(-7.0, 0.0), (-2.8, 0.0)]);
        self.stroke(&[(2.8, 0.0), (7.0, 0.0)]);
    }

    fn module(&self) {
        for height in [-8.5, -3.0, 3.0, 8.5] {
            lens_curve(self.painter, self.center, vec2(11.0, height), self.pen());
        }
    }

    fn layer(&self) {
        for row in -1..=1 {
            for column in -1..=1 {
                let place = (column as f32 * 6.9 - 3.0, row as f32 * 6.9 - 3.0);
                if (row + column) % 2 == 0 {
                    self.block(place, (6.0, 6.0), 1.3);
                } else {
                    let rect = Rect::from_min_size(self.at(place), Vec2::splat(6.0));
                    let pen = Stroke::new(1.2, self.color);
                    self.painter.rect_stroke(rect, 1.3, pen, StrokeKind::Inside);
                }
            }
        }
    }

    fn classifiers(&self) {
        for (row, width) in [20.0, 13.0, 8.0].into_iter().enumerate() {
            let top = -9.5 + 7.0 * row as f32;
            self.block((-10.0, top), (width, 4.6), 1.6);
        }
    }

    fn cost(&self) {
        for (column, height) in [7.0, 13.0, 19.0].into_iter().enumerate() {
            let left = -10.0 + 7.5 * column as f32;
            self.block((left, 9.5 - height), (5.0, height), 1.2);
        }
    }

    fn album(&self) {
        let pen = Stroke::new(1.8, self.color);
        let front = Rect::from_min_size(self.at((-10.0, -4.5)), vec2(15.0, 13.0));
        self.painter.rect_stroke(front, 2.0, pen, StrokeKind::Middle);
        // Of the one behind what the one in front leaves to be seen.
        let behind = [(-6.0, -8.5), (9.0, -8.5), (9.0, 4.5)];
        self.painter.line(behind.iter().map(|&point| self.at(point)).collect(), pen);
        let hill = [(-10.0, 5.5), (-5.5, 0.5), (-2.0, 4.0), (0.5, 2.0), (5.0, 6.5)];
        self.painter.line(hill.iter().map(|&point| self.at(point)).collect(), Stroke::new(1.5, self.color));
        self.painter.circle_filled(self.at((1.0, -1.0)), 1.5, self.color);
    }

    fn tour(&self) {
        self.painter.circle_stroke(self.center, 10.0, self.pen());
        self.filled(&[(-3.3, -5.0), (5.2, 0.0), (-3.3, 5.0)]);
    }

    fn settings(&self) {
        for (y, knob) in [(-5.0, 2.5), (0.0, -3.0), (5.0, 1.0)] {
            self.stroke(&[(-7.0, y), (7.0, y)]);
            let center = self.center + egui::vec2(knob, y);
            self.painter.circle_filled(center, 2.4, self.color);
        }
    }

    /// A bow with its head at the left (-1) or at the right (1).
    fn turning_back(&self, side: f32) {
        let bow: Vec<(f32, f32)> = (0..=14)
            .map(|step| {
                let angle = std::f32::consts::PI * (step as f32 / 14.0 - 0.5);
                (-side * 5.0 * angle.cos() + side, 5.0 * angle.sin() + 1.0)
            })
            .collect();
        self.stroke(&bow);
        self.stroke(&[(side, -4.0), (side * 5.5, -4.0)]);
        self.stroke(&[(side, 6.0), (side * 4.0, 6.0)]);
        self.filled(&[(side * 7.5, -4.0), (side * 3.0, -8.0), (side * 3.0, 0.0)]);
    }

    fn eye(&self) {
        for side in [-1.0, 1.0] {
            let lid: Vec<(f32, f32)> = (0..=12)
                .map(|step| {
                    let share = step as f32 / 6.0 - 1.0;
                    (8.5 * share, side * 5.5 * (1.0 - share * share))
                })
                .collect();
            self.stroke(&lid);
        }
        self.painter.circle_filled(self.center, 2.6, self.color);
    }

    fn camera(&self) {
        self.stroke(&[
            (-8.0, -4.0),
            (-4.0, -4.0),
            (-2.5, -6.5),
            (2.5, -6.5),
            (4.0, -4.0),
            (8.0, -4.0),
            (8.0, 6.5),
            (-8.0, 6.5),
            (-8.0, -4.0),
        ]);
        self.painter.circle_stroke(self.center + vec2(0.0, 1.0), 3.4, self.pen());
    }

    fn live(&self) {
        self.painter.circle_filled(self.center, 2.6, self.color);
        for side in [-1.0, 1.0] {
            for radius in [5.5_f32, 9.0] {
                let angles = (-4..=4).map(|step| 0.2 * step as f32);
                let bow: Vec<(f32, f32)> =
                    angles.map(|angle| (side * radius * angle.cos(), radius * angle.sin())).collect();
                self.stroke(&bow);
            }
        }
    }

    fn contrast(&self) {
        const RADIUS: f32 = 7.0;
        self.painter.circle_stroke(self.center, RADIUS, self.pen());
        let half: Vec<(f32, f32)> = (0..=16)
            .map(|step| {
                let angle = std::f32::consts::PI * (step as f32 / 16.0 - 0.5);
                (RADIUS * angle.cos(), RADIUS * angle.sin())
            })
            .collect();
        self.filled(&half);
    }
}

/// A curve that leaves the left horizontally, swings over and comes back at the right; `reach` is half its width and how
/// far it swings.
fn lens_curve(painter: &Painter, center: Pos2, reach: Vec2, stroke: Stroke) {
    const STEPS: usize = 14;
    let half: Vec<Vec2> = (0..=STEPS)
        .map(|step| {
            let share = step as f32 / STEPS as f32;
            // Steep at first and round at the top.
            let rise = 1.0 - (1.0 - share).powf(1.6);
            let swing = rise * rise * (3.0 - 2.0 * rise);
            vec2(reach.x * (1.0 - share), reach.y * swing)
        })
        .collect();
    let left = half.iter().map(|point| center + vec2(-point.x, point.y));
    let right = half.iter().rev().skip(1).map(|&point| center + point);
    painter.line(left.chain(right).collect(), stroke);
}

/// The app's sign: the four branches as curves that part and meet, about 30 points wide.
pub fn paint_logo(painter: &Painter, center: Pos2, theme: &Theme) {
    let curves = [(Hue::Conv1x1, -9.0), (Hue::Conv3x3, -3.2), (Hue::Conv5x5, 3.2), (Hue::Pool, 9.0)];
    for (hue, height) in curves {
        let pen = Stroke::new(2.0, theme.hue(hue).fill);
        lens_curve(painter, center, vec2(14.0, height), pen);
    }
}
