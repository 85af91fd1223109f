//! The pipes of one lane, from the bar that hands the input out to its last stage.

use egui::{Align2, Color32, Painter, Rect, Stroke};

use super::equivalence;
use super::facts::{HUES, Stage};
use super::layout::Diagram;
use super::pipes::{Flow, INPUT_OPACITY, dashed_edges};
use super::show::Show;
use crate::locale::format::grouped;
use crate::locale::text::{tr, tr_with};
use crate::spec::Part;
use crate::ui::kit::pipe::THINNEST;
use crate::ui::kit::{Area, Lines, above, width_of, write_sized};
use crate::ui::style::{Hue, TextRole, Weight};

/// The pipes of one lane up to its last stage.
pub(super) fn pipes(painter: &Painter, show: &Show<'_>, at: &Diagram, flow: &Flow, branch: usize) {
    let dim = flow.brightness[branch];
    let steel = show.theme.hue(Hue::Stem).fill;
    let steel = steel.gamma_multiply(INPUT_OPACITY * dim);
    let channels = show.facts.reduced.input;
    let is_off = show.is_off(branch);
    let straight = |edges: [f32; 2], channels: f32, fill: Color32| {
        let pipe = at.lane(branch, edges, at.height(channels).max(THINNEST));
        if is_off {
            dashed_edges(painter, pipe, Stroke::new(1.5, fill.to_opaque()));
        } else {
            painter.rect_filled(pipe, 0.0, fill);
        }
        pipe
    };
    let (from, to) = (at.splitter.right(), at.columns[1]);
    let between = middle_channels(show, branch).filter(|_| flow.naive_share < 1.0);
    let first_end = if between.is_some() { at.columns[0] } else { to };
    let first = straight([from, first_end], channels as f32, steel);
    let ink = show.theme.hi.gamma_multiply(dim);
    let counted = first.without_left(if show.is_half { 5.0 } else { 14.0 });
    let count_end = count(painter, show, at, counted, ink);
    if let Some(reduced) = between {
        let box_end = if show.is_naive { 0.0 } else { at.box_size.x };
        let hue = show.theme.hue(HUES[branch]);
        let own = flow.opacity(branch) * if branch == 3 { 0.45 } else { 1.0 };
        let fill = hue.fill.gamma_multiply(own).lerp_to_gamma(steel, flow.naive_share);
        let pipe = straight([at.columns[0] + box_end, to], flow.mix(reduced, channels), fill);
        if !show.is_naive {
            reduced_label(painter, show, pipe, reduced, (hue.text, dim));
        }
    }
    if show.is_naive {
        filters(painter, show, at, (branch, dim), count_end);
    }
}

/// Pipes thinner than this carry no words: these stand above, points.
const CARRIES_WORDS: f32 = 24.0;

/// The number of channels at the start of a pipe, above it where it is thin; returns where it ends.
fn count(painter: &Painter, show: &Show<'_>, at: &Diagram, pipe: Rect, ink: Color32) -> f32 {
    let label = grouped(show.facts.reduced.input as u64);
    let role = if show.is_half { TextRole::Caption } else { TextRole::Name };
    let label = Lines::new(painter, &label, role, ink, f32::INFINITY);
    let end = pipe.left() + label.width();
    // A box would hide half of it: the number stands at the map that comes in, too.
    if end + 2.0 <= at.columns[0] || show.is_naive {
        match pipe.height() < CARRIES_WORDS {
            true => label.paint(painter, above(pipe, 3.0, 0.0), Align2::LEFT_BOTTOM),
            false => label.paint(painter, pipe, Align2::LEFT_CENTER),
        };
    }
    end
}

/// Channels between the two stages of a lane; `None` in the first lane, which has one.
fn middle_channels(show: &Show<'_>, branch: usize) -> Option<usize> {
    let part = match branch {
        1 => Part::Conv3x3Reduce,
        2 => Part::Conv5x5Reduce,
        3 => Part::Pool,
        _ => return None,
    };
    Some(show.facts.reduced.stage(part)?.output)
}

/// The count over a thin pipe, or inside a thick one.
fn reduced_label(painter: &Painter, show: &Show<'_>, pipe: Rect, channels: usize, (ink, dim): (Color32, f32)) {
    let label = grouped(channels as u64);
    let font = Weight::SemiBold.size(16.0);
    if pipe.height() <= 60.0 {
        write_sized(painter, above(pipe, 5.0, 0.0), Align2::CENTER_BOTTOM, &label, font, ink.gamma_multiply(dim));
    } else if width_of(painter, &label, font.clone()) <= pipe.width() {
        let ink = show.theme.hi.gamma_multiply(dim);
        write_sized(painter, pipe, Align2::CENTER_CENTER, &label, font, ink);
    }
}

/// What a naive lane does, written on its pipe: in the longest words that fit.
fn filters(painter: &Painter, show: &Show<'_>, at: &Diagram, (branch, dim): (usize, f32), from: f32) {
    let stages = &show.facts.naive.stages;
    let Some(stage) = stages.iter().find(|stage| stage.branch() == branch) else {
        return;
    };
    let inset = equivalence::place(show, at, branch);
    let end = inset.map_or(at.columns[1], |rect| rect.left());
    let pipe = at.lane(branch, [from + 8.0, end - 8.0], at.height(stage.input as f32));
    let (room, anchor) = match pipe.height() < CARRIES_WORDS {
        true => (above(pipe, 3.0, 20.0), Align2::CENTER_BOTTOM),
        false => (pipe, Align2::CENTER_CENTER),
    };
    let role = if show.is_half { TextRole::Caption } else { TextRole::BodyStrong };
    let ink = show.theme.hi.gamma_multiply(dim);
    let centered = |words: String| Lines::centered(painter, &words, role, ink, f32::INFINITY);
    let mut wordings = words(stage).into_iter().map(centered);
    let fits = |words: &Lines| words.width() <= room.width() && words.height() <= room.height();
    if let Some(words) = wordings.find(fits) {
        words.paint(painter, room, anchor);
    }
}

/// The same in fewer and fewer words.
fn words(stage: &Stage) -> Vec<String> {
    let (input, output) = (grouped(stage.input as u64), grouped(stage.output as u64));
    if stage.macs == 0 {
        let long = tr_with("module-pass-through", &[("input", &*input)]);
        return vec![long, tr("module-pass-through-short")];
    }
    let window = format!("{0}×{0}", stage.kernel);
    let values = [("filters", output), ("window", window), ("input", input)];
    let filters = tr_with("module-filters-only", &values);
    let each = tr_with("module-filter-size", &values);
    vec![
        format!("{filters} × {each}"),
        format!("{filters}\n× {each}"),
        tr_with("module-filters-short", &values),
        filters,
    ]
}
