//! A stage of a lane: its name, what goes in and out, its mean map, what it costs.

use std::sync::Arc;

use egui::{
    Align2, Color32, EventFilter, FontId, Galley, Painter, Rect, Response, Role, Sense, Stroke, StrokeKind, Ui, Vec2,
    WidgetInfo, pos2, vec2,
};

use super::facts::{HUES, Stage};
use super::paint;
use super::show::Show;
use super::tiles::{Tile, paint_tile, pair_place};
use crate::locale::format::{compact, compact_parts, fixed, grouped, milliseconds};
use crate::locale::text::{tr, tr_with};
use crate::spec::Part;
use crate::state::{Command, View};
use crate::ui::kit::paint::{dashes, first_that_fits};
use crate::ui::kit::{focus_ring, goes_deeper, tooltip};
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
        let response = ui.interact(rect, id, Sense::click());
        let is_selected = show.state.selection.layer == stage.name;
        response.widget_info(|| {
            let name = show.name_of_half(&stage.spoken);
            WidgetInfo::selected(Role::Button, ui.is_enabled(), is_selected, name)
        });
        // The arrow keys lead to the next module, not to the next box.
        if response.has_focus() {
            let filter = EventFilter { horizontal_arrows: true, ..Default::default() };
            ui.memory_mut(|memory| memory.set_focus_lock_filter(response.id, filter));
        }
        let walk = (stage.is_pointwise() && !show.is_half).then(|| {
            // Before a class the name needs the whole line.
            let corner = match is_projected() {
                true => rect.right_bottom() - vec2(38.0, 34.0),
                false => rect.right_top() + vec2(-38.0, 2.0),
            };
            let place = Rect::from_min_size(corner, Vec2::splat(size::HIT_TARGET));
            let response = ui.interact(place, id.with("walk"), Sense::click());
            response.widget_info(|| {
                let name = tr_with("module-walk-name", &[("name", &*stage.spoken)]);
                WidgetInfo::labeled(Role::Button, ui.is_enabled(), name)
            });
            response
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
        let hue = theme.hue(HUES[self.stage.branch()]);
        let stripe = self.rect.shrink2(vec2(0.0, 9.0)).with_max_x(self.rect.left() + 4.0);
        painter.rect_filled(stripe, 0.0, hue.fill);
        painter.rect_stroke(self.rect, size::RADIUS_CARD, border, StrokeKind::Inside);
        let text_left = self.paint_tile(painter, show, tile);
        self.paint_words(painter, show, text_left);
        self.paint_walk(ui, painter, show);
        if show.is_off(self.stage.branch()) {
            painter.rect_filled(self.rect, size::RADIUS_CARD, theme.bg0.gamma_multiply(0.62));
            let mut shapes = Vec::new();
            dashes(self.rect.shrink(1.0), Stroke::new(1.5, theme.line2), 5.0, 4.0, &mut shapes);
            painter.extend(shapes);
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

    /// The mean map at the left; returns where the words begin.
    fn paint_tile(&self, painter: &Painter, show: &Show<'_>, tile: Option<&Tile>) -> f32 {
        // Two of them share a place, and their maps rest.
        if matches!(self.stage.part, Part::First3x3 | Part::Second3x3) {
            return self.rect.left() + 12.0;
        }
        if show.is_half && (self.rect.width() < 130.0 || is_projected()) {
            return self.rect.left() + if is_projected() { 8.0 } else { 12.0 };
        }
        let side = if show.is_half { (self.rect.height() - 30.0).min(42.0) } else { self.rect.height() - 22.0 };
        let place = pos2(self.rect.left() + 13.0, self.rect.center().y - side / 2.0);
        let mut rect = Rect::from_min_size(place, Vec2::splat(side));
        if tile.is_some_and(|tile| tile.second.is_some()) {
            let both = pair_place(rect, self.rect.height() - 10.0);
            rect = both.translate(vec2(rect.left() - both.left(), 0.0));
        }
        paint_tile(painter, rect, tile, show.theme);
        rect.right() + if show.is_half { 7.0 } else { 14.0 }
    }

    fn paint_words(&self, painter: &Painter, show: &Show<'_>, left: f32) {
        let (theme, stage) = (show.theme, self.stage);
        let right = self.rect.right() - if show.is_half { 4.0 } else { 12.0 };
        // 0 in the smallest box, 1 in the largest.
        let room = ((self.rect.height() - 72.0) / 26.0).clamp(0.0, 1.0);
        let row = |small: f32, large: f32| self.rect.top() + small + (large - small) * room;
        let (name, caption) = match show.is_half {
            true => (Weight::SemiBold.size(13.5), TextRole::Tick.font()),
            false => (TextRole::Name.font(), TextRole::Caption.font()),
        };
        let walk_room = match &self.walk {
            Some(_) if !is_projected() => 30.0,
            _ => 0.0,
        };
        let hue = theme.hue(HUES[stage.branch()]).text;
        let channels = format!("{} → {}", grouped(stage.input as u64), grouped(stage.output as u64));
        let write = |y: f32, text: &str, ink, room: f32| {
            paint::line(painter, pos2(left, y), Align2::LEFT_CENTER, text, ink, room)
        };
        let width = right - left;
        if show.is_half && is_projected() {
            let lines = [(stage.title.clone(), theme.hi, name.clone()), (channels, hue, name.clone())];
            return self.paint_in_class(painter, (left, width), lines, (macs_text(stage.macs), theme.mid, caption));
        }
        let titles = [stage.title.clone(), stage.short_title.clone()];
        let title = first_that_fits(painter, titles, width - walk_room, TextRole::Name);
        write(row(13.0, 20.0), &title, (name, theme.hi), width - walk_room);
        write(row(29.5, 41.0), &channels, (TextRole::Name.font(), hue), width);
        // Before a class the least important rows make room rather than become small.
        if is_projected() {
            let macs = macs_text(stage.macs);
            let y = row(52.0, 66.0);
            if y + caption.size / 2.0 < self.rect.height() + self.rect.top() {
                write(y, &macs, (caption, theme.mid), width);
            }
            return;
        }
        let time = show.stage_ms(stage).map(milliseconds).unwrap_or_default();
        let macs = macs_text(stage.macs);
        if show.is_half {
            write(row(48.0, 62.0), &macs, (caption.clone(), theme.mid), width);
            write(row(63.0, 80.0), &time, (caption, theme.low), width);
            return;
        }
        let place = pos2(right, row(45.5, 63.0));
        let shown = painter.text(place, Align2::RIGHT_CENTER, &time, caption.clone(), theme.mid);
        write(row(45.5, 63.0), &macs, (caption.clone(), theme.mid), shown.left() - left - 4.0);
        let params = tr_with("module-params", &[("count", compact(stage.params as f64))]);
        write(row(60.5, 82.5), &params, (caption, theme.low), width);
    }

    /// One of two modules before a class: title and channels on as many lines as they need, the costs where they fit.
    fn paint_in_class(
        &self,
        painter: &Painter,
        (left, width): (f32, f32),
        lines: [(String, Color32, FontId); 2],
        (macs, ink, font): (String, Color32, FontId),
    ) {
        let mut galleys: Vec<_> =
            lines.into_iter().map(|(words, ink, font)| painter.layout(words, font, ink, width)).collect();
        let height = |galleys: &[Arc<Galley>]| galleys.iter().map(|galley| galley.size().y).sum::<f32>();
        let macs = painter.layout_no_wrap(macs, font, ink);
        if macs.size().x <= width && height(&galleys) + macs.size().y <= self.rect.height() - 6.0 {
            galleys.push(macs);
        }
        let mut top = self.rect.center().y - height(&galleys) / 2.0;
        for galley in galleys {
            let next = top + galley.size().y;
            painter.galley(pos2(left, top), galley, ink);
            top = next;
        }
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
