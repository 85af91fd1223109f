//! The pipes of one lane, from the bar that hands the input out to its last stage.

use std::sync::Arc;

use egui::text::LayoutJob;
use egui::{Align, Align2, Color32, Galley, Painter, Pos2, Rect, Shape, Stroke, pos2, vec2};

use super::equivalence;
use super::facts::{HUES, Stage};
use super::layout::Diagram;
use super::pipes::{Flow, INPUT_OPACITY};
use super::show::Show;
use crate::locale::format::grouped;
use crate::locale::text::{tr, tr_with};
use crate::spec::Part;
use crate::ui::style::{Hue, TextRole, Weight};

/// The pipes of one lane up to its last stage.
pub(super) fn pipes(painter: &Painter, show: &Show<'_>, at: &Diagram, flow: &Flow, branch: usize) {
    let dim = flow.brightness[branch];
    let steel = show.theme.hue(Hue::Stem).fill;
    let steel = steel.gamma_multiply(INPUT_OPACITY * dim);
    let channels = show.facts.reduced.input;
    let is_off = show.is_off(branch);
    let straight = |left: f32, right: f32, channels: f32, fill: Color32| {
        let half = vec2(0.0, at.height(channels).max(2.5) / 2.0);
        let (left, right) = (pos2(left, at.rows[branch]), pos2(right, at.rows[branch]));
        let rect = Rect::from_min_max(left - half, right + half);
        match is_off {
            false => {
                painter.rect_filled(rect, 0.0, fill);
            }
            true => {
                for y in [rect.top(), rect.bottom()] {
                    let stroke = Stroke::new(1.5, fill.to_opaque());
                    painter.extend(Shape::dashed_line(
                        &[pos2(rect.left(), y), pos2(rect.right(), y)],
                        stroke,
                        4.0,
                        3.0,
                    ));
                }
            }
        }
        rect
    };
    let (from, to) = (at.splitter.right(), at.columns[1]);
    let between = middle_channels(show, branch).filter(|_| flow.naive_share < 1.0);
    let first_end = if between.is_some() { at.columns[0] } else { to };
    straight(from, first_end, channels as f32, steel);
    let ink = show.theme.hi.gamma_multiply(dim);
    let label = grouped(channels as u64);
    let place = pos2(from + if show.is_half { 5.0 } else { 14.0 }, at.rows[branch]);
    let shown = count(painter, show, at, (place, &label, ink));
    if let Some(reduced) = between {
        let box_end = if show.is_naive { 0.0 } else { at.box_size.x };
        let hue = show.theme.hue(HUES[branch]);
        let own = flow.opacity(branch) * if branch == 3 { 0.45 } else { 1.0 };
        let fill = hue.fill.gamma_multiply(own).lerp_to_gamma(steel, flow.naive_share);
        let pipe = straight(at.columns[0] + box_end, to, flow.mix(reduced, channels), fill);
        if !show.is_naive {
            reduced_label(painter, show, pipe, reduced, (hue.text, dim));
        }
    }
    if show.is_naive {
        filters(painter, show, at, (branch, dim), shown.right());
    }
}

/// The number of channels at the start of a pipe, above it where it is thin.
fn count(painter: &Painter, show: &Show<'_>, at: &Diagram, (place, label, ink): (Pos2, &str, Color32)) -> Rect {
    let height = at.height(show.facts.reduced.input as f32);
    let (offset, anchor) = match height < 24.0 {
        true => (height / 2.0 + 3.0, Align2::LEFT_BOTTOM),
        false => (0.0, Align2::LEFT_CENTER),
    };
    let font = if show.is_half { TextRole::Caption.font() } else { TextRole::Name.font() };
    let galley = painter.layout_no_wrap(label.to_owned(), font, ink);
    let rect = anchor.anchor_size(place - vec2(0.0, offset), galley.size());
    // A box would hide half of it: the number stands at the map that comes in, too.
    if rect.right() + 2.0 <= at.columns[0] || show.is_naive {
        painter.galley(rect.min, galley, ink);
    }
    rect
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
    if pipe.height() > 60.0 {
        let ink = show.theme.hi.gamma_multiply(dim);
        let galley = painter.layout_no_wrap(label, font, ink);
        // The stage behind it says the same.
        if galley.size().x <= pipe.width() {
            painter.galley(pipe.center() - galley.size() / 2.0, galley, ink);
        }
    } else {
        let place = pipe.center_top() - vec2(0.0, 5.0);
        painter.text(place, Align2::CENTER_BOTTOM, label, font, ink.gamma_multiply(dim));
    }
}

/// What a naive lane does, written on its pipe: in the longest words that fit.
fn filters(painter: &Painter, show: &Show<'_>, at: &Diagram, (branch, dim): (usize, f32), from: f32) {
    let stages = &show.facts.naive.stages;
    let Some(stage) = stages.iter().find(|stage| stage.branch() == branch) else {
        return;
    };
    let inset = equivalence::place(show, at, branch);
    let (left, right) = (from + 8.0, inset.map_or(at.columns[1], |rect| rect.left()) - 8.0);
    let font = if show.is_half { TextRole::Caption.font() } else { TextRole::BodyStrong.font() };
    let ink = show.theme.hi.gamma_multiply(dim);
    let galleys = words(stage).into_iter().map(|text| {
        let mut job = LayoutJob::simple(text, font.clone(), ink, f32::INFINITY);
        job.halign = Align::Center;
        painter.layout_job(job)
    });
    // Thin pipes cannot carry the words: these stand above.
    let pipe = at.height(stage.input as f32);
    let is_thin = pipe < 24.0;
    let room = if is_thin { 20.0 } else { pipe };
    let fits = |galley: &Arc<Galley>| galley.size().x <= right - left && galley.size().y <= room;
    if let Some(galley) = galleys.into_iter().find(fits) {
        let middle = at.rows[branch] - galley.size().y / 2.0;
        let top = if is_thin { at.rows[branch] - pipe / 2.0 - 3.0 - galley.size().y } else { middle };
        // A centred galley is placed by its middle.
        painter.galley(pos2((left + right) / 2.0, top), galley, ink);
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
