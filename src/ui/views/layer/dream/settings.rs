//! Strength and octaves; both begin the dream anew.

use egui::{Align, Align2, Layout, Pos2, Rect, Ui, UiBuilder, pos2, vec2};

use super::scene::DreamScene;
use crate::locale::format::{fixed, times_of};
use crate::locale::glossary::Term;
use crate::locale::text::{tr, tr_with};
use crate::state::{Command, DreamCommand, DreamWishes, STRENGTHS, State};
use crate::ui::kit::paint::{card_ground, text, text_within};
use crate::ui::kit::{Segmented, slider, term};
use crate::ui::style::{TextRole, Theme, size};

/// Width of the part with the octaves.
const OCTAVES: f32 = 226.0;
/// Height of a card with the names above the controls and words below; in a lower one all stand in a row.
const HIGH: f32 = 80.0;

/// Where a setting's parts lie.
struct Parts {
    /// Left middle of its name.
    title: Pos2,
    /// Its control.
    control: Rect,
    /// Middle of the line below, where there is one.
    below: Option<f32>,
}

/// Shares a rectangle out: the name of a setting takes `name` points where it stands beside its control.
fn parts(rect: Rect, name: f32) -> Parts {
    if rect.height() >= HIGH {
        let top = rect.top() + 26.0;
        let control = Rect::from_min_max(pos2(rect.left(), top), pos2(rect.right(), top + size::CONTROL_HEIGHT));
        return Parts { title: pos2(rect.left(), rect.top() + 15.0), control, below: Some(rect.bottom() - 14.0) };
    }
    let row = Rect::from_center_size(rect.center(), vec2(rect.width(), size::CONTROL_HEIGHT));
    Parts { title: row.left_center(), control: row.with_min_x(row.left() + name), below: None }
}

/// Points that a name takes, with room behind it.
fn width_of(ui: &Ui, words: &str) -> f32 {
    let galley = ui.painter().layout_no_wrap(words.to_owned(), TextRole::Name.font(), egui::Color32::PLACEHOLDER);
    galley.size().x + size::SPACE_12
}

/// Shows the card.
pub(super) fn settings(
    ui: &mut Ui,
    rect: Rect,
    state: &State,
    scene: &mut DreamScene,
    theme: &Theme,
    commands: &mut Vec<Command>,
) {
    card_ground(ui.painter(), rect, theme);
    let inside = rect.shrink2(vec2(size::CARD_PADDING, 8.0));
    let edge = inside.right() - OCTAVES;
    strength(ui, inside.with_max_x(edge - size::SPACE_16), state, scene, theme, commands);
    octaves(ui, inside.with_min_x(edge), state, theme, commands);
}

fn strength(
    ui: &mut Ui,
    rect: Rect,
    state: &State,
    scene: &mut DreamScene,
    theme: &Theme,
    commands: &mut Vec<Command>,
) {
    let now = state.dreams.wishes;
    let mut strength = scene.strength.unwrap_or(now.strength);
    let title = tr("dream-strength");
    let parts = parts(rect, width_of(ui, &title));
    text(ui.painter(), parts.title, Align2::LEFT_CENTER, &title, TextRole::Name, theme.hi);
    let words = times_of(&fixed(f64::from(strength), 2));
    let place = pos2(rect.right(), parts.title.y);
    let number = text(ui.painter(), place, Align2::RIGHT_CENTER, &words, TextRole::Caption, theme.low);
    let row = match parts.below {
        Some(_) => parts.control,
        None => parts.control.with_max_x(number.left() - size::SPACE_12),
    };
    // Twice as strong is as far as half as strong.
    let mut power = strength.log2();
    let response = ui
        .scope_builder(UiBuilder::new().max_rect(row), |ui| {
            ui.spacing_mut().slider_width = row.width();
            let ends = STRENGTHS.map(f32::log2);
            slider(ui, theme, &tr("dream-strength"), &mut power, ends[0]..=ends[1])
        })
        .inner;
    if response.changed() {
        // In quarters of a power of two.
        strength = ((power * 4.0).round() / 4.0).exp2();
        scene.strength = Some(strength);
    }
    let is_set = response.drag_stopped() || (response.changed() && !response.dragged());
    if is_set {
        scene.strength = None;
        if strength != now.strength {
            commands.push(Command::Dream(DreamCommand::Change(DreamWishes { strength, ..now })));
        }
    }
    let Some(y) = parts.below else { return };
    text(ui.painter(), pos2(rect.left(), y), Align2::LEFT_CENTER, &tr("dream-faint"), TextRole::Caption, theme.low);
    text(ui.painter(), pos2(rect.right(), y), Align2::RIGHT_CENTER, &tr("dream-wild"), TextRole::Caption, theme.low);
}

fn octaves(ui: &mut Ui, rect: Rect, state: &State, theme: &Theme, commands: &mut Vec<Command>) {
    let now = state.dreams.wishes;
    let name = tr("dream-octaves");
    let parts = parts(rect, width_of(ui, &name));
    let title = text(ui.painter(), parts.title, Align2::LEFT_CENTER, &name, TextRole::Name, theme.hi);
    term(ui, title, Term::Octave, theme);
    let row = parts.control;
    let builder = UiBuilder::new().max_rect(row).layout(Layout::left_to_right(Align::Min));
    ui.scope_builder(builder, |ui| {
        let choices = [(1, "1"), (2, "2"), (3, "3"), (4, "4")];
        let control = Segmented::new(&name, &choices, now.octaves).width(row.width());
        if let Some(octaves) = control.show(ui, theme).inner {
            commands.push(Command::Dream(DreamCommand::Change(DreamWishes { octaves, ..now })));
        }
    });
    let Some(y) = parts.below else { return };
    let widths = state.dreams.drawn().map(|dreamt| dreamt.octaves.iter().map(|size| size[0].to_string()).collect());
    if let Some(widths) = widths.map(|widths: Vec<String>| widths.join(", ")) {
        let words = tr_with("dream-widths", &[("widths", widths)]);
        let place = pos2(rect.left(), y);
        text_within(ui.painter(), place, rect.width(), &words, TextRole::Caption, theme.low);
    }
}
