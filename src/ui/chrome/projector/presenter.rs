//! The presenter's own window, for a second screen: what the class sees, the lesson's card with the teacher's footnote,
//! what comes next, and how long it has taken.

use egui::{CentralPanel, Color32, Context, Frame, Margin, RichText, ScrollArea, Ui, ViewportBuilder, ViewportId};

use crate::locale::text::{tr, tr_with};
use crate::state::{CARDS, Command, State, Tour};
use crate::ui::Scene;
use crate::ui::kit::Button;
use crate::ui::shortcuts;
use crate::ui::style::{Theme, Weight, size};
use crate::ui::views::panel_on_screen;

/// Size of the window at first, points.
const SIZE: [f32; 2] = [560.0, 720.0];
/// Sizes of the text, points: it is read from a lectern.
const TITLE: f32 = 24.0;
const BODY: f32 = 17.0;
const SMALL: f32 = 14.0;

/// Shows the window while it is wanted; where the system has no second window, inside the first one.
pub fn presenter(ctx: &Context, state: &State, scene: &mut Scene, theme: &Theme, commands: &mut Vec<Command>) {
    if !state.projector.is_on || !state.projector.has_presenter || state.still {
        return;
    }
    let builder = ViewportBuilder::default().with_title(tr("presenter-title")).with_inner_size(SIZE);
    ctx.show_viewport_immediate(ViewportId::from_hash_of("presenter"), builder, |ui, _| {
        if ui.input(|input| input.viewport().close_requested()) {
            commands.push(Command::ShowPresenter(false));
        }
        let frame = Frame::new().fill(theme.bg1).inner_margin(Margin::same(size::SPACE_24 as i8));
        CentralPanel::default().frame(frame).show(ui, |ui| {
            keys(ui, state, commands);
            ScrollArea::vertical().auto_shrink(false).show(ui, |ui| {
                content(ui, state, scene, theme, commands);
            });
        });
        // The clock goes on.
        ui.ctx().request_repaint_after_secs(1.0);
    });
}

/// The lesson's keys go from this window too.
fn keys(ui: &Ui, state: &State, commands: &mut Vec<Command>) {
    if state.tour.is_none() || ui.memory(|memory| memory.focused().is_some()) {
        return;
    }
    if shortcuts::LESSON_NEXT.pressed(ui) || shortcuts::CLICKER_NEXT.pressed(ui) {
        commands.push(Command::TourNext);
    }
    if shortcuts::LESSON_BACK.pressed(ui) || shortcuts::CLICKER_BACK.pressed(ui) {
        commands.push(Command::TourBack);
    }
}

fn content(ui: &mut Ui, state: &State, scene: &mut Scene, theme: &Theme, commands: &mut Vec<Command>) {
    let seconds = (ui.input(|input| input.time) - state.projector.since_seconds).max(0.0) as u64;
    let clock = format!("{}:{:02}", seconds / 60, seconds % 60);
    text(ui, &clock, Weight::Bold.size(TITLE), theme.hi);
    text(ui, &tr_with("presenter-sees", &[("what", what_is_seen(state))]), Weight::Regular.size(SMALL), theme.mid);
    ui.add_space(size::SPACE_16);
    match state.tour {
        Some(tour) => lesson(ui, state, scene, tour, theme, commands),
        None => text(ui, &tr("presenter-no-lesson"), Weight::Regular.size(BODY), theme.mid),
    }
}

/// "Classifiers, Evidence": the view, and the part of it that is in front of the class.
fn what_is_seen(state: &State) -> String {
    let panel = panel_on_screen(state);
    let part = state.panel(panel.parts.len()).and_then(|part| panel.parts.get(part)).map(|part| tr(part));
    match part {
        Some(part) if part != tr(panel.title) => format!("{} · {part}", tr(panel.title)),
        Some(_) | None => tr(panel.title),
    }
}

fn lesson(ui: &mut Ui, state: &State, scene: &mut Scene, tour: Tour, theme: &Theme, commands: &mut Vec<Command>) {
    let place = [("card", (tour.card + 1).to_string()), ("cards", CARDS.to_string())];
    text(ui, &tr_with("lesson-place", &place), Weight::SemiBold.size(SMALL), theme.low);
    let texts = scene.tour.texts(state, tour);
    text(ui, &texts.title, Weight::Bold.size(TITLE), theme.hi);
    ui.add_space(size::SPACE_8);
    text(ui, &texts.question, Weight::SemiBold.size(BODY), theme.hi);
    ui.add_space(size::SPACE_8);
    // The answer is here before the class sees it.
    text(ui, &texts.answer, Weight::Regular.size(BODY), if tour.is_revealed() { theme.hi } else { theme.mid });
    ui.add_space(size::SPACE_16);
    text(ui, &tr("lesson-note"), Weight::SemiBold.size(SMALL), theme.low);
    text(ui, &texts.note, Weight::Regular.size(BODY), theme.mid);
    ui.add_space(size::SPACE_16);
    let next = match tour.next() {
        Some(next) if next.card == tour.card => tr("presenter-next-step"),
        Some(_) | None => match &texts.next_title {
            Some(title) => tr_with("presenter-next", &[("title", &**title)]),
            None => tr("presenter-last"),
        },
    };
    text(ui, &next, Weight::Regular.size(SMALL), theme.low);
    ui.add_space(size::SPACE_8);
    ui.horizontal(|ui| {
        if ui.add(Button::plain(theme, &tr("lesson-back"))).clicked() {
            commands.push(Command::TourBack);
        }
        let words = match (tour.is_revealed(), tour.next()) {
            (false, _) => tr("lesson-show-answer"),
            (true, None) => tr("lesson-end"),
            (true, Some(next)) if next.card == tour.card => tr("lesson-go-on"),
            (true, Some(_)) => tr("lesson-next"),
        };
        if ui.add(Button::primary(theme, &words)).clicked() {
            commands.push(Command::TourNext);
        }
    });
}

fn text(ui: &mut Ui, words: &str, font: egui::FontId, color: Color32) {
    ui.label(RichText::new(words).font(font).color(color));
}
