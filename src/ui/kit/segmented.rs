//! A segmented control: one of a few choices, all of them in sight.

use egui::{
    Align, Color32, EventFilter, Galley, Id, InnerResponse, Key, Layout, Modifiers, Rect, Response, Role, Sense,
    Stroke, StrokeKind, Ui, UiBuilder, WidgetInfo, pos2, vec2,
};
use std::sync::Arc;

use super::{Button, menu, scroll_to_focus};
use crate::ui::style::{TextRole, Theme, Weight, size};

/// Width of the list of choices where they are folded, points.
const FOLDED: f32 = 200.0;

/// A row of choices of which one is selected.  Left and right arrow move the selection while it has the focus.
pub struct Segmented<'a, T> {
    choices: &'a [(T, &'a str)],
    row: Row<'a>,
}

impl<'a, T: Copy + PartialEq> Segmented<'a, T> {
    /// A control called `name` (for screen readers) with the given values and labels.
    #[must_use]
    pub fn new(name: &'a str, choices: &'a [(T, &'a str)], selected: T) -> Self {
        let row = Row {
            name,
            labels: choices.iter().map(|(_, label)| *label).collect(),
            selected: choices.iter().position(|(value, _)| *value == selected),
            width: None,
            padding: PADDING,
            hints: &[],
            why_disabled: None,
            resting: None,
        };
        Self { choices, row }
    }

    /// Says more about each choice while the pointer rests on it.
    #[must_use]
    pub fn hints(mut self, hints: &'a [String]) -> Self {
        self.row.hints = hints;
        self
    }

    /// Says why the control cannot be used, where it is disabled.
    #[must_use]
    pub fn why_disabled(mut self, reason: Option<&'a str>) -> Self {
        self.row.why_disabled = reason;
        self
    }

    /// A choice that cannot be made now, and why.
    #[must_use]
    pub fn resting(mut self, choice: Option<(T, &'a str)>) -> Self {
        self.row.resting = choice.and_then(|(resting, reason)| {
            let index = self.choices.iter().position(|(value, _)| *value == resting)?;
            Some((index, reason))
        });
        self
    }

    /// Makes the control so many points wide, all segments alike.
    #[must_use]
    pub fn width(mut self, points: f32) -> Self {
        self.row.width = Some(points);
        self
    }

    /// So many points left and right of each label instead of 14.
    #[must_use]
    pub fn padding(mut self, points: f32) -> Self {
        self.row.padding = points;
        self
    }

    /// Shows the control; the inner value is the newly chosen one, if any.
    pub fn show(self, ui: &mut Ui, theme: &Theme) -> InnerResponse<Option<T>> {
        let room = ui.available_width();
        let shown = self.row.show_in(ui, theme, room);
        self.chosen(shown)
    }

    /// Whether all choices have room in so many points, however close.
    pub fn fits(&self, ui: &Ui, room: f32) -> bool {
        self.row.fits(ui, room)
    }

    /// The same in a row that has `room` points for it; where the choices need more, a button that opens them.
    pub fn show_or_fold(self, ui: &mut Ui, theme: &Theme, room: f32) -> InnerResponse<Option<T>> {
        let shown = if self.fits(ui, room) { self.row.show_in(ui, theme, room) } else { self.row.fold(ui, theme) };
        self.chosen(shown)
    }

    fn chosen(&self, shown: InnerResponse<Option<usize>>) -> InnerResponse<Option<T>> {
        let chosen = shown.inner.map(|index| self.choices[index].0);
        InnerResponse::new(chosen, shown.response)
    }
}

/// Left and right of a label, points.
const PADDING: f32 = 14.0;

/// The least room left and right of a label, points.
const LEAST_PADDING: f32 = 5.0;

/// Between the track and its segments, points.
const INSET: f32 = 2.0;

/// The control whatever its choices stand for: they have places here.
struct Row<'a> {
    name: &'a str,
    labels: Vec<&'a str>,
    selected: Option<usize>,
    width: Option<f32>,
    padding: f32,
    hints: &'a [String],
    why_disabled: Option<&'a str>,
    /// A choice that cannot be made, and why.
    resting: Option<(usize, &'a str)>,
}

impl Row<'_> {
    fn show_in(&self, ui: &mut Ui, theme: &Theme, room: f32) -> InnerResponse<Option<usize>> {
        let labels = self.laid_out(ui);
        let widths = self.segment_widths(&labels, room);
        let total = widths.iter().sum::<f32>() + 2.0 * INSET;
        let (rect, response) = ui.allocate_exact_size(vec2(total, size::CONTROL_HEIGHT), Sense::hover());
        response.widget_info(|| WidgetInfo::labeled(Role::RadioGroup, ui.is_enabled(), self.name));
        if let Some(reason) = self.why_disabled {
            super::why_disabled(&response, theme, reason);
        }
        let border = Stroke::new(size::hairline(), theme.line);
        let painter = ui.painter();
        painter.rect(rect, size::RADIUS_BUTTON, theme.track, border, StrokeKind::Inside);

        let mut chosen = None;
        // A screen reader tells of which group a choice is.
        let inside = UiBuilder::new().max_rect(rect).accessibility_parent(response.id);
        let inside = ui.new_child(inside);
        let mut left = rect.left() + INSET;
        for (index, (label, width)) in labels.into_iter().zip(widths).enumerate() {
            let segment = Rect::from_min_max(pos2(left, rect.top()), pos2(left + width, rect.bottom()));
            left += width;
            if let Some(index) = self.segment(&inside, theme, response.id, index, segment, label) {
                chosen = Some(index).filter(|_| self.selected != Some(index));
            }
        }
        InnerResponse::new(chosen, response)
    }

    fn fits(&self, ui: &Ui, room: f32) -> bool {
        self.segment_widths(&self.laid_out(ui), 0.0).iter().sum::<f32>() + 2.0 * INSET <= room
    }

    /// A button that opens the choices.
    fn fold(&self, ui: &mut Ui, theme: &Theme) -> InnerResponse<Option<usize>> {
        let label = self.selected.map_or("", |index| self.labels[index]);
        let name = format!("{}: {label}", self.name);
        let response = ui.add(Button::plain(theme, label).named(&name).opens_menu());
        let mut chosen = None;
        menu(&response).layout(Layout::top_down_justified(Align::Min)).show(|ui| {
            ui.set_width(FOLDED);
            ui.spacing_mut().item_spacing.y = size::SPACE_4;
            for (index, label) in self.labels.iter().enumerate() {
                let is_selected = self.selected == Some(index);
                if ui.add(Button::plain(theme, label).toggled(is_selected)).clicked() {
                    chosen = Some(index).filter(|_| !is_selected);
                    ui.close();
                }
            }
        });
        InnerResponse::new(chosen, response)
    }

    /// Where an arrow leads from `index` towards `target`: past a choice that rests, as far as there is another.
    fn awake(&self, index: usize, target: usize) -> Option<usize> {
        let rests = |place: usize| self.resting.is_some_and(|(resting, _)| resting == place);
        if !rests(target) {
            return Some(target);
        }
        let beyond = if target > index { target + 1 } else { target.checked_sub(1)? };
        (beyond < self.labels.len() && !rests(beyond)).then_some(beyond)
    }

    fn laid_out(&self, ui: &Ui) -> Vec<Arc<Galley>> {
        let lay_out = |(index, label): (usize, &&str)| {
            let is_selected = self.selected == Some(index);
            let font = if is_selected { Weight::SemiBold.size(14.0) } else { TextRole::Button.font() };
            ui.painter().layout_no_wrap((*label).to_owned(), font, Color32::PLACEHOLDER)
        };
        self.labels.iter().enumerate().map(lay_out).collect()
    }

    /// As wide as the labels need; where there is less room, labels stand closer.
    fn segment_widths(&self, labels: &[Arc<Galley>], room: f32) -> Vec<f32> {
        let each = self.width.map(|total| (total - 2.0 * INSET) / labels.len().max(1) as f32);
        let words: f32 = labels.iter().map(|label| label.size().x.ceil()).sum();
        let spare = (room - 2.0 * INSET - words) / (2 * labels.len().max(1)) as f32;
        let padding = self.padding.min(spare.floor()).max(LEAST_PADDING);
        let natural = |label: &Arc<Galley>| (label.size().x.ceil() + 2.0 * padding).max(size::HIT_TARGET);
        labels.iter().map(|label| each.unwrap_or_else(|| natural(label))).collect()
    }

    /// One segment; returns the index of the choice a click or an arrow key asked for.
    fn segment(
        &self,
        ui: &Ui,
        theme: &Theme,
        group: Id,
        index: usize,
        rect: Rect,
        label: Arc<Galley>,
    ) -> Option<usize> {
        let name = self.labels[index];
        let is_selected = self.selected == Some(index);
        if let Some((_, reason)) = self.resting.filter(|(resting, _)| *resting == index) {
            rest(ui, theme, group.with(index), rect, (name, reason), label);
            return None;
        }
        let response = ui.interact(rect, group.with(index), Sense::click());
        response.widget_info(|| WidgetInfo::selected(Role::RadioButton, ui.is_enabled(), is_selected, name));
        let ink = match (is_selected, response.hovered()) {
            (true, _) => theme.inv,
            (false, true) => theme.hi,
            (false, false) => theme.mid,
        };
        let button = rect.shrink2(vec2(0.0, INSET));
        if is_selected {
            ui.painter().rect_filled(button, size::RADIUS_BUTTON - INSET, theme.hi);
        }
        let place = rect.center() - label.size() / 2.0;
        ui.painter().galley(place, label, ink);
        paint_focus(ui, theme, &response, button, is_selected);
        if let Some(hint) = self.hints.get(index).filter(|hint| !hint.is_empty()) {
            let words = egui::RichText::new(hint).color(theme.hi);
            super::tooltip(&response, theme, |ui| {
                ui.label(words);
            });
        }
        if response.clicked() {
            return Some(index);
        }
        let target = moved_by_arrow(ui, &response, index, self.labels.len())?;
        let target = self.awake(index, target)?;
        ui.memory_mut(|memory| memory.request_focus(group.with(target)));
        Some(target)
    }
}

/// A choice that cannot be made now: why is said where the pointer rests on it, and to a screen reader.
fn rest(ui: &Ui, theme: &Theme, id: Id, rect: Rect, (name, reason): (&str, &str), label: Arc<Galley>) {
    let response = ui.interact(rect, id, Sense::hover());
    response.widget_info(|| WidgetInfo::selected(Role::RadioButton, false, false, name));
    response.ctx.accesskit_node_builder(response.id, |node| node.set_description(reason));
    let place = rect.center() - label.size() / 2.0;
    ui.painter().galley(place, label, theme.low);
    super::tooltip(&response, theme, |ui| {
        ui.label(egui::RichText::new(reason).color(theme.hi));
    });
}

/// The ring lies inside the track, in the colour that stands out from the segment.
fn paint_focus(ui: &Ui, theme: &Theme, response: &Response, button: Rect, is_selected: bool) {
    scroll_to_focus(response);
    if response.has_focus() {
        let (rect, color) =
            if is_selected { (button.expand(size::FOCUS_OFFSET * 2.0), theme.hi) } else { (button, theme.hi) };
        let ring = Stroke::new(size::stroke_focus(), color);
        ui.painter().rect_stroke(rect, size::RADIUS_BUTTON, ring, StrokeKind::Outside);
    }
}

/// The neighbour an arrow key moves to from a segment that has the focus.
fn moved_by_arrow(ui: &Ui, response: &Response, index: usize, count: usize) -> Option<usize> {
    if !response.has_focus() {
        return None;
    }
    let filter = EventFilter { horizontal_arrows: true, ..Default::default() };
    ui.memory_mut(|memory| memory.set_focus_lock_filter(response.id, filter));
    let pressed = |key| ui.input_mut(|input| input.consume_key(Modifiers::NONE, key));
    if pressed(Key::ArrowRight) {
        return Some((index + 1).min(count - 1));
    }
    pressed(Key::ArrowLeft).then(|| index.saturating_sub(1))
}
