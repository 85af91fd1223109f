//! A stage of a lane: its name, what goes in and out, its mean map, what it costs.

use egui::{Align2, Color32, EventFilter, Painter, Rect, Response, Stroke, StrokeKind, Ui, lerp, vec2};

use super::facts::{HUES, Stage};
use super::paint::dashed;
use super::show::Show;
use super::tiles::{Tile, paint_tile, pair_place};
use crate::locale::format::{compact, compact_parts, fixed, grouped, milliseconds};
use crate::locale::text::{tr, tr_with};
use crate::spec::Part;
use crate::state::{Command, View};
use crate::ui::kit::paint::first_that_fits;
use crate::ui::kit::{
    Area, Lines, Row, bare_button, focus_ring, goes_deeper, right_of, stripe, tooltip, write_fitted, write_sized_fitted,
};
use crate::ui::style::{TextRole, Weight, is_projected, size};

/// A stage that is drawn, and what the pointer does with it.
pub(super) struct StageBox<'a> {
    /// What it is.
    pub stage: &'a Stage,
    /// Where it stands.
    pub rect: Rect,
    /// The box itself.
    pub response: Response,
    /// The small button that begins the walk, for a 1x1.
    pub walk: Option<Response>,
}

impl<'a> StageBox<'a> {
    /// Reserves the place; clicks select, double clicks and Enter on the selected one open.
    pub fn new(ui: &Ui, show: &Show<'_>, stage: &'a Stage, rect: Rect) -> Self {
        let id = ui.scope_id().with(("stage", &stage.name, show.is_naive, show.is_half));
        let is_selected = show.state.selection.layer == stage.name;
        let response = bare_button(ui, rect, id, Some(is_selected), || show.name_of_half(&stage.spoken));
        // The arrow keys lead to the next module, not to the next box.
        if response.has_focus() {
            let filter = EventFilter { horizontal_arrows: true, ..Default::default() };
            ui.memory_mut(|memory| memory.set_focus_lock_filter(response.id, filter));
        }
        let walk = (stage.is_pointwise() && !show.is_half).then(|| {
            // Before a class the name needs the whole line.
            let corner = if is_projected() { Align2::RIGHT_BOTTOM } else { Align2::RIGHT_TOP };
            let place = rect.shrink2(vec2(6.0, 2.0)).square(corner, size::HIT_TARGET);
            let name = || tr_with("module-walk-name", &[("name", &*stage.spoken)]);
            bare_button(ui, place, id.with("walk"), None, name)
        });
        Self { stage, rect, response, walk }
    }

    /// Whether pointer or keyboard are on it.
    pub fn is_hovered(&self) -> bool {
        self.response.hovered() || self.response.has_focus() || self.walk.as_ref().is_some_and(Response::hovered)
    }

    /// What was asked for.
    pub fn wishes(&self, ui: &Ui, show: &Show<'_>, commands: &mut Vec<Command>) {
        let is_selected = show.state.selection.layer == self.stage.name;
        if goes_deeper(ui, &self.response, is_selected) {
            commands.push(Command::SelectLayer(self.stage.name.clone()));
            commands.push(Command::Show(View::Layer));
        } else if self.response.clicked() && !is_selected {
            commands.push(Command::SelectLayer(self.stage.name.clone()));
        }
    }

    /// Draws it.
    pub fn paint(&self, ui: &Ui, show: &Show<'_>, tile: Option<&Tile>, brightness: f32) {
        let theme = show.theme;
        let painter = &ui.painter().clone();
        let is_selected = show.state.selection.layer == self.stage.name;
        let border = match (is_selected, self.is_hovered()) {
            (true, _) => Stroke::new(size::stroke_selection(), theme.hi),
            (false, true) => Stroke::new(size::stroke_focus(), theme.mid),
            (false, false) => Stroke::new(size::hairline(), theme.line2),
        };
        // A stage never fades: it would let the pipe behind it shine through.
        painter.rect_filled(self.rect, size::RADIUS_CARD, theme.bg2);
        stripe(painter, self.rect, self.rect.height() - 18.0, HUES[self.stage.branch()], theme);
        painter.rect_stroke(self.rect, size::RADIUS_CARD, border, StrokeKind::Inside);
        let words = self.paint_tile(painter, show, tile);
        self.paint_words(painter, show, words);
        self.paint_walk(ui, painter, show);
        if show.is_off(self.stage.branch()) {
            painter.rect_filled(self.rect, size::RADIUS_CARD, theme.bg0.gamma_multiply(0.62));
            dashed(painter, self.rect.shrink(1.0), Stroke::new(1.5, theme.line2), [5.0, 4.0]);
        }
        if brightness < 1.0 {
            let veil = theme.bg0.gamma_multiply((1.0 - brightness) * 0.8);
            painter.rect_filled(self.rect, size::RADIUS_CARD, veil);
        }
        focus_ring(ui, &self.response, size::RADIUS_CARD, theme);
        if let Some(tile) = tile.filter(|_| !show.state.still) {
            tooltip(&self.response, theme, |ui| self.tooltip(ui, show, tile));
        }
    }

    /// The mean map at the left; returns the room for words beside it.
    fn paint_tile(&self, painter: &Painter, show: &Show<'_>, tile: Option<&Tile>) -> Rect {
        let words = self.rect.without_right(if show.is_half { 4.0 } else { 12.0 });
        // Two of them share a place, and their maps rest.
        if matches!(self.stage.part, Part::First3x3 | Part::Second3x3) {
            return words.without_left(12.0);
        }
        if show.is_half && (self.rect.width() < 130.0 || is_projected()) {
            return words.without_left(if is_projected() { 8.0 } else { 12.0 });
        }
        let side = if show.is_half { (self.rect.height() - 30.0).min(42.0) } else { self.rect.height() - 22.0 };
        let mut place = self.rect.without_left(13.0).square(Align2::LEFT_CENTER, side);
        if tile.is_some_and(|tile| tile.second.is_some()) {
            place = place.place(Align2::LEFT_CENTER, pair_place(place, self.rect.height() - 10.0).size());
        }
        paint_tile(painter, place, tile, show.theme);
        right_of(words, place, if show.is_half { 7.0 } else { 14.0 })
    }

    fn paint_words(&self, painter: &Painter, show: &Show<'_>, words: Rect) {
        let (theme, stage) = (show.theme, self.stage);
        let channels = format!("{} → {}", grouped(stage.input as u64), grouped(stage.output as u64));
        let macs = macs_text(stage.macs);
        let hue = theme.hue(HUES[stage.branch()]).text;
        if show.is_half && is_projected() {
            let lines = [(&*stage.title, theme.hi), (&*channels, hue)];
            return paint_in_class(painter, words, lines, (&macs, theme.mid));
        }
        // 0 in the smallest box, 1 in the largest.
        let room = ((self.rect.height() - 72.0) / 26.0).clamp(0.0, 1.0);
        let row = |small: f32, large: f32| words.top_part(2.0 * lerp(small..=large, room));
        let line = |row: Rect, words: &str, role: TextRole, ink: Color32| {
            write_fitted(painter, row, Align2::LEFT_CENTER, words, role, ink);
        };
        let caption = if show.is_half { TextRole::Tick } else { TextRole::Caption };
        let name = if show.is_half { Weight::SemiBold.size(13.5) } else { TextRole::Name.font() };
        let first = match &self.walk {
            Some(_) if !is_projected() => row(13.0, 20.0).without_right(30.0),
            _ => row(13.0, 20.0),
        };
        let titles = [stage.title.clone(), stage.short_title.clone()];
        let title = first_that_fits(painter, titles, first.width(), TextRole::Name);
        write_sized_fitted(painter, first, Align2::LEFT_CENTER, &title, name, theme.hi);
        line(row(29.5, 41.0), &channels, TextRole::Name, hue);
        // Before a class the least important rows make room rather than become small.
        if is_projected() {
            let third = row(52.0, 66.0);
            if third.center().y + caption.font().size / 2.0 < words.bottom() {
                line(third, &macs, caption, theme.mid);
            }
            return;
        }
        let time = show.stage_ms(stage).map(milliseconds).unwrap_or_default();
        if show.is_half {
            line(row(48.0, 62.0), &macs, caption, theme.mid);
            line(row(63.0, 80.0), &time, caption, theme.low);
            return;
        }
        let row_of_both = Row::new(&macs, caption, theme.mid).number(&time, caption, theme.mid).gap(size::SPACE_4);
        row_of_both.paint(painter, row(45.5, 63.0));
        let params = tr_with("module-params", &[("count", compact(stage.params as f64))]);
        line(row(60.5, 82.5), &params, caption, theme.low);
    }

    fn paint_walk(&self, ui: &Ui, painter: &Painter, show: &Show<'_>) {
        let Some(walk) = &self.walk else { return };
        let theme = show.theme;
        let (ink, ring) = if walk.hovered() { (theme.inv, theme.hi) } else { (theme.mid, theme.bg3) };
        let center = walk.rect.center();
        painter.circle_filled(center, 11.0, ring);
        let triangle = [vec2(-3.0, -4.5), vec2(4.8, 0.0), vec2(-3.0, 4.5)].map(|corner| center + corner);
        painter.add(egui::Shape::convex_polygon(triangle.to_vec(), ink, Stroke::NONE));
        focus_ring(ui, walk, size::RADIUS_BUTTON, theme);
        tooltip(walk, theme, |ui| {
            ui.label(egui::RichText::new(tr("module-walk-hint")).color(theme.hi));
        });
    }

    fn tooltip(&self, ui: &mut Ui, show: &Show<'_>, tile: &Tile) {
        let theme = show.theme;
        let number = |value: f32| fixed(f64::from(value), 3);
        let (from, to) = (number(tile.range.min()), number(tile.range.max()));
        let title = egui::RichText::new(&self.stage.spoken).font(TextRole::BodyStrong.font());
        ui.label(title.color(theme.hi));
        let words = tr_with("module-mean-range", &[("from", from), ("to", to)]);
        ui.label(egui::RichText::new(words).font(TextRole::Caption.font()).color(theme.mid));
    }
}

/// One of two modules before a class: title and channels on as many lines as they need, the costs where they fit.
fn paint_in_class(painter: &Painter, room: Rect, lines: [(&str, Color32); 2], (macs, ink): (&str, Color32)) {
    let mut lines: Vec<Lines> =
        lines.iter().map(|(words, ink)| Lines::new(painter, words, TextRole::Name, *ink, room.width())).collect();
    let height = |lines: &[Lines]| lines.iter().map(Lines::height).sum::<f32>();
    let macs = Lines::new(painter, macs, TextRole::Tick, ink, f32::INFINITY);
    if macs.width() <= room.width() && height(&lines) + macs.height() <= room.height() - 6.0 {
        lines.push(macs);
    }
    let mut block = room.middle_row(height(&lines));
    for lines in lines {
        let place = block.take_top(lines.height());
        lines.paint(painter, place, Align2::LEFT_TOP);
    }
}

/// `9.03 MMAC`, `0 MAC`.
pub(super) fn macs_text(macs: u64) -> String {
    match compact_parts(macs as f64) {
        (number, "") => format!("{number} MAC"),
        (number, unit) => {
            let count = format!("{number} {unit}");
            tr_with("network-macs", &[("count", &*count)])
        }
    }
}
