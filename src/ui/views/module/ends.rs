//! The map that comes in at the left and the one that goes out at the right.

use egui::{Align2, Rect, Response, Stroke, StrokeKind, Ui};

use super::layout::Diagram;
use super::show::Show;
use super::tiles::{Tile, Tiles, paint_tile, pair_place};
use crate::locale::format::{grouped, ratio};
use crate::locale::text::{tr, tr_with};
use crate::session::Map;
use crate::state::{Command, View};
use crate::ui::kit::{Area, above, bare_button, focus_ring, goes_deeper, width_of, write, write_sized};
use crate::ui::look::Look;
use crate::ui::style::{TextRole, Weight, is_projected, size};

/// Room for the words over an end and below it, points; at the left also for the colour bar.
const WORDS: [f32; 2] = [250.0, 140.0];

/// Where both ends stand: those of the diagram, higher where both photos are shown.
fn places(show: &Show<'_>, at: &Diagram) -> [Rect; 2] {
    let ends = [at.input_tile, at.output_tile];
    if !show.is_pair() {
        return ends;
    }
    let place = |end: usize| {
        let height = (at.rect.height() - WORDS[end]).max(ends[end].height());
        pair_place(ends[end], height)
    };
    // Where its pipe begins.
    let input = ends[0].place(Align2::RIGHT_CENTER, place(0).size());
    [input, place(1)]
}

/// The upper edge of the map that comes in, below its name.
pub(super) fn input_top(show: &Show<'_>, at: &Diagram) -> f32 {
    places(show, at)[0].top()
}

/// Where the words below the map that comes in end.
pub(super) fn input_bottom(show: &Show<'_>, at: &Diagram) -> f32 {
    let number = Weight::SemiBold.size(22.0).size;
    let caption = if has_captions(at) { TextRole::Caption.font().size } else { 0.0 };
    places(show, at)[0].bottom() + 5.0 + 1.25 * (number + caption)
}

/// Whether numbers of channels have a caption: in a low diagram before a class the scale needs the room.
fn has_captions(at: &Diagram) -> bool {
    !(is_projected() && at.rect.height() < 400.0)
}

/// The map that comes in and the one that goes out.
pub(super) struct Ends {
    input: Response,
    output: Option<Response>,
}

impl Ends {
    /// Reserves both places.
    pub fn new(ui: &Ui, show: &Show<'_>, at: &Diagram) -> Self {
        let tile = |rect: Rect, name: &str, key: &str, channels: usize| {
            let id = ui.scope_id().with(("end", key, show.is_half && show.is_naive));
            let is_selected = show.state.selection.layer == name;
            bare_button(ui, rect, id, Some(is_selected), || {
                show.name_of_half(&tr_with(key, &[("count", grouped(channels as u64))]))
            })
        };
        let version = show.version();
        let has_output = at.output_tile.width() > 20.0;
        let [input, output] = places(show, at);
        Self {
            input: tile(input, &show.facts.input_name, "module-input-name", version.input),
            output: has_output.then(|| tile(output, &show.facts.output_name, "module-output-name", version.output())),
        }
    }

    /// Draws both; the input is what the colour bar is about if nothing else is.
    pub fn show(
        &self,
        ui: &Ui,
        show: &Show<'_>,
        at: &Diagram,
        (tiles, look): (&mut Tiles, &mut Look<'_>),
        commands: &mut Vec<Command>,
    ) -> Option<(String, Tile)> {
        let facts = show.facts;
        let mut end = |response: &Response, rect: Rect, map: Option<Map>, name: &str| {
            let tile = map.map(|map| tiles.mean(ui, show.state, look, &map));
            paint_end(ui, show, rect, response, tile.as_ref(), name);
            if goes_deeper(ui, response, show.state.selection.layer == *name) {
                commands.push(Command::SelectLayer(name.to_owned()));
                commands.push(Command::Show(View::Layer));
            } else if response.clicked() {
                commands.push(Command::SelectLayer(name.to_owned()));
            }
            let is_it = response.hovered() || show.state.selection.layer == name;
            (tile, is_it)
        };
        let places = places(show, at);
        let (input, _) = end(&self.input, places[0], show.input_map(), &facts.input_name);
        let mut focus = input.map(|tile| (tr("module-input"), tile));
        if let Some(response) = &self.output {
            let map = show.map(&facts.output_name);
            let (output, is_it) = end(response, places[1], map, &facts.output_name);
            if is_it {
                focus = output.map(|tile| (tr("module-output"), tile)).or(focus);
            }
        }
        numbers(ui, show, at);
        focus
    }
}

fn paint_end(ui: &Ui, show: &Show<'_>, rect: Rect, response: &Response, tile: Option<&Tile>, name: &str) {
    let theme = show.theme;
    paint_tile(ui.painter(), rect, tile, theme);
    let is_selected = show.state.selection.layer == name;
    let border = match (is_selected, response.hovered()) {
        (true, _) => Stroke::new(size::stroke_selection(), theme.hi),
        (false, true) => Stroke::new(size::stroke_focus(), theme.hi),
        (false, false) => Stroke::NONE,
    };
    ui.painter().rect_stroke(rect, size::RADIUS_TILE, border, StrokeKind::Outside);
    focus_ring(ui, response, size::RADIUS_TILE, theme);
}

/// Names above the two maps, channels below.
fn numbers(ui: &Ui, show: &Show<'_>, at: &Diagram) {
    let (theme, painter) = (show.theme, ui.painter());
    let version = show.version();
    let caption = if show.is_half { TextRole::Tick } else { TextRole::Caption };
    let write = |rect: Rect, name: &str, channels: usize, points: f32| {
        write(painter, above(rect, 9.0, 0.0), Align2::CENTER_BOTTOM, name, TextRole::Name, theme.hi);
        let (below, number) = (rect.beneath(5.0, 0.0), grouped(channels as u64));
        let font = Weight::SemiBold.size(points);
        let shown = write_sized(painter, below, Align2::CENTER_TOP, &number, font, theme.hi);
        if !has_captions(at) {
            return shown;
        }
        let below = rect.with_max_y(shown.bottom()).beneath(0.0, 0.0);
        write(painter, below, Align2::CENTER_TOP, &tr("module-channels"), caption, theme.low)
    };
    let input_points = if show.is_half { 17.0 } else { 22.0 };
    let [input, output] = places(show, at);
    write(input, &tr("module-input"), version.input, input_points);
    if at.output_tile.width() < 20.0 {
        return;
    }
    let points = if at.output_tile.width() > 100.0 { 28.0 } else { 24.0 };
    let shown = write(output, &tr("module-output"), version.output(), points);
    if show.is_naive {
        let reduced = show.facts.reduced.output();
        let times = ratio(version.output() as f64 / reduced as f64);
        let words = tr_with("module-times-reduced", &[("times", times), ("count", grouped(reduced as u64))]);
        let font = Weight::SemiBold.size(13.0);
        let below = at.output_tile.with_max_y(shown.bottom()).beneath(4.0, 0.0);
        let end = below.center().x + width_of(painter, &words, font.clone()) / 2.0;
        // Not beyond the diagram.
        let (row, anchor) = match end > at.rect.right() {
            true => (below.with_max_x(at.rect.right()), Align2::RIGHT_TOP),
            false => (below, Align2::CENTER_TOP),
        };
        write_sized(painter, row, anchor, &words, font, theme.mid);
    }
}
