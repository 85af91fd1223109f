//! The pipes: as thick as they have channels, on one scale in both modes.

use egui::{Align2, Painter, Rect, Shape, Stroke, vec2};

use super::facts::HUES;
use super::layout::Diagram;
use super::show::Show;
use crate::locale::format::{grouped, signed};
use crate::locale::text::{tr, tr_with};
use crate::ui::kit::pipe::THINNEST;
use crate::ui::kit::{Area, Knot, Lines, above, paint_hollow_pipe, paint_pipe, write};
use crate::ui::style::{Hue, TextRole, size};

/// How opaque data without a branch is.
pub(super) const INPUT_OPACITY: f32 = 0.42;
/// How opaque a branch is.
const BRANCH_OPACITY: f32 = 0.90;
/// How far a pipe runs straight before it bends.
const STRAIGHT: f32 = 24.0;

/// What the pipes depend on beside the numbers.
#[derive(Clone, Copy)]
pub(super) struct Flow {
    /// From 0, reduced, to 1, naive; between them while the mode changes.
    pub naive_share: f32,
    /// How bright each branch is, 0.35 to 1.
    pub brightness: [f32; 4],
    /// Whether a branch is pointed at.
    pub lit: Option<usize>,
}

impl Flow {
    /// So many channels in one mode, so many in the other.
    pub fn mix(&self, reduced: usize, naive: usize) -> f32 {
        let (reduced, naive) = (reduced as f32, naive as f32);
        reduced + (naive - reduced) * self.naive_share
    }

    /// Opacity of a branch's own colour.
    pub fn opacity(&self, branch: usize) -> f32 {
        let full = if self.lit == Some(branch) { 1.0 } else { BRANCH_OPACITY };
        full * self.brightness[branch]
    }

    /// Channels of each branch at the concat.
    pub fn concat(&self, show: &Show<'_>) -> [f32; 4] {
        let (reduced, naive) = (show.facts.reduced.branches, show.facts.naive.branches);
        [0, 1, 2, 3].map(|branch| self.mix(reduced[branch], naive[branch]))
    }

    /// Channels at the end.
    pub fn output(&self, show: &Show<'_>) -> f32 {
        self.mix(show.facts.reduced.output(), show.facts.naive.output())
    }
}

/// The pipe from the input to the four lanes, and the bar that hands it out.
pub(super) fn input(painter: &Painter, show: &Show<'_>, at: &Diagram) {
    let steel = show.theme.hue(Hue::Stem).fill;
    let height = at.height(show.facts.reduced.input as f32).max(THINNEST);
    let pipe = at.trunk([at.input_tile.right(), at.splitter.left()], height);
    painter.rect_filled(pipe, 0.0, steel.gamma_multiply(INPUT_OPACITY));
    painter.rect_filled(at.splitter, size::RADIUS_BAR, steel.gamma_multiply(0.92));
}

/// The four ribbons from the last stages to the concat bar.
pub(super) fn fan(painter: &Painter, show: &Show<'_>, at: &Diagram, flow: &Flow, segments: &[Rect; 4]) {
    let from = at.columns[1] + at.box_size.x;
    let straight = STRAIGHT.min((at.concat[0] - from) * 0.2);
    let mut shares = Vec::new();
    for (branch, segment) in segments.iter().enumerate() {
        if show.is_off(branch) {
            hollow(painter, show, at, (branch, *segment, from));
            continue;
        }
        let fill = show.theme.hue(HUES[branch]).fill.gamma_multiply(flow.opacity(branch));
        let height = segment.height();
        let start = at.lane(branch, [from, from + straight], height);
        painter.rect_filled(start, 0.0, fill);
        if let Some(share) = show.share(branch) {
            let words = format!("{}%", signed(100.0 * share, 0));
            let words = Lines::new(painter, &words, TextRole::Name, show.theme.hi, f32::INFINITY);
            let ground = start.beside(4.0, words.width()).middle_row(words.height());
            shares.push((ground, words));
        }
        let knot = |x: f32, y: f32| Knot { x, y, height };
        let (start, end) = (knot(from + straight, at.rows[branch]), knot(at.concat[0], segment.center().y));
        paint_pipe(painter, start, end, fill);
    }
    let veil = show.theme.bg0.gamma_multiply(0.75);
    for (ground, words) in shares {
        painter.rect_filled(ground.expand2(vec2(3.0, 0.0)), size::RADIUS_BAR, veil);
        words.paint(painter, ground, Align2::LEFT_CENTER);
    }
}

/// A branch that is off: its zeros still have their place in the concat.
fn hollow(painter: &Painter, show: &Show<'_>, at: &Diagram, (branch, segment, from): (usize, Rect, f32)) {
    let hue = show.theme.hue(HUES[branch]);
    let knot = |x: f32, y: f32| Knot { x, y, height: segment.height() };
    let (start, end) = (knot(from, at.rows[branch]), knot(at.concat[0], segment.center().y));
    paint_hollow_pipe(painter, start, end, Stroke::new(1.5, hue.fill));
    let channels = show.facts.reduced.branches[branch].to_string();
    let words = tr_with("module-zeros", &[("count", &*channels)]);
    let pipe = at.lane(branch, [from, at.concat[0]], segment.height());
    let over = above(pipe, 3.0, 0.0).without_left(8.0);
    write(painter, over, Align2::LEFT_BOTTOM, &words, TextRole::StatusStrong, hue.text);
}

/// The pipe that leaves the module; while naive, with the ghost of the reduced one.
pub(super) fn output(painter: &Painter, show: &Show<'_>, at: &Diagram, flow: &Flow) {
    let theme = show.theme;
    let pipe = at.trunk(at.output_pipe, at.height(flow.output(show)));
    if pipe.width() < 4.0 {
        return;
    }
    let steel = theme.hue(Hue::Stem).fill.gamma_multiply(INPUT_OPACITY + 0.05);
    painter.rect_filled(pipe, 0.0, steel);
    if !show.is_naive {
        return;
    }
    let reduced = show.facts.reduced.output();
    dashed_edges(painter, at.trunk(at.output_pipe, at.height(reduced as f32)), Stroke::new(1.5, theme.hi));
    let middle = pipe.middle_row(0.0);
    if middle.width() > 50.0 {
        let (over, count) = (above(middle, 0.0, 18.0), grouped(reduced as u64));
        write(painter, over, Align2::CENTER_CENTER, &count, TextRole::Name, theme.hi);
        let words = tr("module-reduced-small");
        let words = Lines::centered(painter, &words, TextRole::Tick, theme.hi, middle.width() - 8.0);
        words.paint(painter, middle.beneath(1.0, 0.0), Align2::CENTER_TOP);
    }
}

/// The edges of a stretch of pipe through which nothing flows.
pub(super) fn dashed_edges(painter: &Painter, pipe: Rect, stroke: Stroke) {
    for edge in [[pipe.left_top(), pipe.right_top()], [pipe.left_bottom(), pipe.right_bottom()]] {
        painter.extend(Shape::dashed_line(&edge, stroke, 4.0, 3.0));
    }
}
