//! One card: where the lesson is, what it says, what it asks.

use egui::{Align, Color32, Layout, RichText, ScrollArea, Sense, Ui, WidgetInfo, vec2};

use super::guess;
use super::texts::Texts;
use crate::locale::text::{tr, tr_with};
use crate::state::{CARDS, Command, State, Tour};
use crate::ui::kit::{Area, Button, Icon, Lines, focus_ring, menu};
use crate::ui::style::{TextRole, Theme, Weight, is_projected, size};

/// Width of a pill where there is room for that, with the gap behind it, points.
const PILL: f32 = 10.0;
/// What the two buttons behind the pills take, points.
const BUTTONS: f32 = 92.0;
/// Width of the list of cards, points.
const CONTENTS: f32 = 380.0;
/// The least height of text and buttons below the view, points: the buttons and what is asked above them.
const LEAST_BELOW: f32 = 92.0;
/// Sizes of the text, points.
const TITLE: f32 = 24.0;
pub(super) const BODY: f32 = 17.0;
pub(super) const NOTE: f32 = 14.0;

/// The card beside the view; returns the height that its text needs, points.
///
/// Where the text had too little room in the frame before, which needed so much, the line that invites to guess goes: the
/// question and what it is answered with say the same.
pub(super) fn tall(
    ui: &mut Ui,
    state: &State,
    (tour, texts, needed): (Tour, &Texts, Option<f32>),
    theme: &Theme,
    commands: &mut Vec<Command>,
) -> f32 {
    head(ui, state, (tour, texts, None), theme, commands);
    ui.add_space(size::SPACE_12);
    let without = ui.available_height() - size::CONTROL_HEIGHT - size::SPACE_12;
    let invitation = said_below(state, tour).filter(|words| {
        let lines = Lines::new(ui.painter(), words, TextRole::Caption, theme.low, ui.available_width());
        let taken = lines.height() + ui.spacing().item_spacing.y;
        state.demo.is_some() || needed.is_none_or(|needed| needed + taken <= without)
    });
    let below = ui.with_layout(Layout::bottom_up(Align::Min), |ui| {
        steps(ui, state, (tour, invitation), theme, commands);
        ui.add_space(size::SPACE_12);
        let text = ui.with_layout(Layout::top_down(Align::Min), |ui| {
            let said = ScrollArea::vertical().auto_shrink(false).show(ui, |ui| {
                text(ui, &texts.title, Weight::Bold.size(TITLE), theme.hi);
                ui.add_space(size::SPACE_12);
                words(ui, texts, tour, theme);
                guess::guess(ui, state, tour, texts, theme, commands);
            });
            said.content_size.y
        });
        text.inner
    });
    below.inner
}

/// The card below the view; returns the height at which nothing of its text has to be scrolled, points.
pub(super) fn wide(
    ui: &mut Ui,
    state: &State,
    (tour, texts): (Tour, &Texts),
    theme: &Theme,
    commands: &mut Vec<Command>,
) -> f32 {
    if tour.is_collapsed {
        ui.horizontal(|ui| {
            text(ui, &texts.title, Weight::Bold.size(BODY), theme.hi);
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                if ui.add(Button::plain(theme, &tr("lesson-unfold"))).clicked() {
                    commands.push(Command::TourCollapse(false));
                }
            });
        });
        return 0.0;
    }
    let top = ui.cursor().top();
    head(ui, state, (tour, texts, Some(&texts.title)), theme, commands);
    ui.add_space(size::SPACE_4);
    let head_height = ui.cursor().top() - top;
    let room = ui.available_size();
    // Before a class the answer is as wide as the buttons leave it; a guess is made above the buttons.
    let share = match texts.guessing.is_some() && !tour.is_revealed() {
        true => 0.6,
        false if is_projected() => 0.76,
        false => 0.7,
    };
    let left = (room.x * share).floor();
    let mut needed = LEAST_BELOW;
    ui.with_layout(Layout::left_to_right(Align::Min), |ui| {
        ui.allocate_ui_with_layout(vec2(left, room.y), Layout::top_down(Align::Min), |ui| {
            ui.set_width(left);
            let said = ScrollArea::vertical().auto_shrink(false).show(ui, |ui| {
                words(ui, texts, tour, theme);
            });
            needed = said.content_size.y.max(LEAST_BELOW);
        });
        ui.add_space(size::SPACE_24);
        let right = ui.with_layout(Layout::bottom_up(Align::Min), |ui| {
            steps(ui, state, (tour, said_below(state, tour)), theme, commands);
            let below = ui.min_rect().height();
            let above = ui.with_layout(Layout::top_down(Align::Min), |ui| {
                guess::guess(ui, state, tour, texts, theme, commands);
                ui.min_rect().height()
            });
            above.inner + size::SPACE_12 + below
        });
        needed = needed.max(right.inner);
    });
    head_height + needed
}

/// Which card it is, its title where there is a line for it, the footnote, the way out.
fn head(
    ui: &mut Ui,
    state: &State,
    (tour, texts, title): (Tour, &Texts, Option<&str>),
    theme: &Theme,
    commands: &mut Vec<Command>,
) {
    ui.horizontal(|ui| {
        contents(ui, state, (tour, texts), theme, commands);
        ui.add_space(size::SPACE_8);
        ui.scope(|ui| pills(ui, tour, theme, commands));
        if let Some(title) = title {
            ui.add_space(size::SPACE_16);
            text(ui, title, Weight::Bold.size(TITLE), theme.hi);
        }
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            let close = tr("lesson-leave");
            if ui.add(Button::icon(theme, Icon::Close, &close)).clicked() {
                commands.push(Command::LeaveTour);
            }
            let note = tr("lesson-note");
            let button = Button::plain(theme, "?").named(&note);
            if ui.add(button.toggled(tour.shows_note)).clicked() {
                commands.push(Command::TourNote(!tour.shows_note));
            }
        });
    });
}

/// Which card it is; a click opens the list of all, for whoever looks for one and for fingers too large for a pill.
fn contents(ui: &mut Ui, state: &State, (tour, texts): (Tour, &Texts), theme: &Theme, commands: &mut Vec<Command>) {
    let place = [("card", (tour.card + 1).to_string()), ("cards", CARDS.to_string())];
    let (place, name) = (tr_with("lesson-place", &place), tr_with("lesson-contents", &place));
    let button = ui.add(Button::plain(theme, &place).named(&name).opens_menu());
    menu(&button).layout(Layout::top_down_justified(Align::Min)).show(|ui| {
        ui.set_width(CONTENTS);
        ui.spacing_mut().item_spacing.y = size::SPACE_4;
        // As many as the window has room for.
        let height = 0.75 * ui.ctx().content_rect().height();
        ScrollArea::vertical().max_height(height).min_scrolled_height(height).show(ui, |ui| {
            for (card, title) in texts.titles(state).iter().enumerate() {
                let entry = tr_with("lesson-entry", &[("card", (card + 1).to_string()), ("title", title.clone())]);
                if ui.add(Button::plain(theme, &entry).toggled(card == tour.card)).clicked() {
                    commands.push(Command::StartTour(Some(card)));
                    ui.close();
                }
            }
        });
    });
}

/// A pill a card; a click leads to its scene.
fn pills(ui: &mut Ui, tour: Tour, theme: &Theme, commands: &mut Vec<Command>) {
    ui.spacing_mut().item_spacing.x = 0.0;
    // One a card: the place, the pills and two buttons share a line, narrow beside a view.
    let width = ((ui.available_width() - BUTTONS) / CARDS as f32).floor().clamp(5.0, PILL);
    for card in 0..CARDS {
        let (rect, response) = ui.allocate_exact_size(vec2(width, 26.0), Sense::click());
        let is_here = card == tour.card;
        response.widget_info(|| {
            let name = tr_with("lesson-go", &[("card", (card + 1).to_string())]);
            WidgetInfo::selected(egui::Role::Button, ui.is_enabled(), is_here, name)
        });
        let fill = match card {
            _ if is_here || response.hovered() => theme.hi,
            card if card < tour.card => theme.low,
            _ => theme.line2,
        };
        ui.painter().rect_filled(rect.middle_column(width - 3.0).middle_row(7.0), 3.5, fill);
        focus_ring(ui, &response, 3.5, theme);
        if response.clicked() {
            commands.push(Command::StartTour(Some(card)));
        }
    }
}

/// Body and question; after the reveal the answer; the footnote when it is asked for.
fn words(ui: &mut Ui, texts: &Texts, tour: Tour, theme: &Theme) {
    let body = Weight::Regular.size(BODY);
    // What a class has read makes room for the answer.
    if !(is_projected() && tour.is_revealed()) {
        text(ui, &texts.body, body.clone(), theme.mid);
    }
    if let Some(variant) = &texts.variant {
        ui.add_space(size::SPACE_8);
        text(ui, variant, body.clone(), theme.hi);
    }
    ui.add_space(size::SPACE_12);
    text(ui, &texts.question, Weight::SemiBold.size(BODY), theme.hi);
    if tour.is_revealed() {
        ui.add_space(size::SPACE_12);
        if let Some(compared) = &texts.compared {
            guess::beside_truth(ui, compared, theme);
        }
        text(ui, &texts.answer, body, theme.hi);
    }
    if tour.shows_note {
        ui.add_space(size::SPACE_12);
        text(ui, &texts.note, Weight::Regular.size(NOTE), theme.low);
    }
}

/// What stands at the buttons: that it plays by itself, or that the class guesses first.
fn said_below(state: &State, tour: Tour) -> Option<String> {
    match (state.demo, tour.is_revealed()) {
        (Some(_), _) => Some(tr("demo-plays")),
        (None, false) => Some(tr("lesson-guess-first")),
        (None, true) => None,
    }
}

/// Back, show answer or next; above them words, or after wandering off the way back.
fn steps(ui: &mut Ui, state: &State, (tour, said): (Tour, Option<String>), theme: &Theme, commands: &mut Vec<Command>) {
    let is_last = tour.next().is_none();
    ui.horizontal(|ui| {
        if ui.add(Button::plain(theme, &tr("lesson-back"))).clicked() {
            commands.push(Command::TourBack);
        }
        let next = match (tour.is_revealed(), is_last) {
            (false, _) => tr("lesson-show-answer"),
            (true, true) => tr("lesson-end"),
            (true, false) if tour.next().is_some_and(|next| next.card == tour.card) => tr("lesson-go-on"),
            (true, false) => tr("lesson-next"),
        };
        if ui.add(Button::primary(theme, &next)).clicked() {
            commands.push(Command::TourNext);
        }
    });
    // A line of its own: beside both others it has no room in a narrow card.
    if state.has_wandered() {
        if ui.add(Button::plain(theme, &tr("lesson-return"))).clicked() {
            commands.push(Command::TourReturn);
        }
        return;
    }
    let Some(words) = said else { return };
    let font = TextRole::Caption.font();
    ui.label(RichText::new(words).font(font).color(theme.low));
}

pub(super) fn text(ui: &mut Ui, words: &str, font: egui::FontId, color: Color32) {
    ui.label(RichText::new(words).font(font).color(color));
}
