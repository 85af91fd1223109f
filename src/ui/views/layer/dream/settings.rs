//! Strength and octaves; both begin the dream anew.

use egui::{Align2, Rect, Ui, vec2};

use super::scene::DreamScene;
use crate::locale::format::{fixed, times_of};
use crate::locale::glossary::Term;
use crate::locale::text::{tr, tr_with};
use crate::state::{Command, DreamCommand, DreamWishes, STRENGTHS, State};
use crate::ui::kit::paint::card_ground;
use crate::ui::kit::{self, Area, Row, Segmented, left_of, slider, term, within, write, write_fitted};
use crate::ui::style::{TextRole, Theme, size};

/// Width of the part with the octaves.
const OCTAVES: f32 = 226.0;
/// Height of a card with the names above the controls and words below; in a lower one all stand in a row.
const HIGH: f32 = 80.0;

/// Where a setting's parts lie.
struct Parts {
    /// The row with its name, and a number at the right.
    title: Rect,
    /// Its control.
    control: Rect,
    /// The line below, where there is one.
    below: Option<Rect>,
}

/// Shares a rectangle out: the name of a setting takes `name` points where it stands beside its control.
fn parts(rect: Rect, name: f32) -> Parts {
    if rect.height() >= HIGH {
        let control = rect.without_top(26.0).top_part(size::CONTROL_HEIGHT);
        return Parts { title: rect.top_part(30.0), control, below: Some(rect.bottom_part(28.0)) };
    }
    let row = rect.middle_row(size::CONTROL_HEIGHT);
    Parts { title: row, control: row.without_left(name), below: None }
}

/// Points that a name takes, with room behind it.
fn width_of(ui: &Ui, words: &str) -> f32 {
    kit::width_of(ui.painter(), words, TextRole::Name.font()) + size::SPACE_12
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
    let mut inside = rect.shrink2(vec2(size::CARD_PADDING, 8.0));
    let right = inside.take_right(OCTAVES);
    strength(ui, inside.without_right(size::SPACE_16), state, scene, theme, commands);
    octaves(ui, right, state, theme, commands);
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
    write(ui.painter(), parts.title, Align2::LEFT_CENTER, &title, TextRole::Name, theme.hi);
    let words = times_of(&fixed(f64::from(strength), 2));
    let number = write(ui.painter(), parts.title, Align2::RIGHT_CENTER, &words, TextRole::Caption, theme.low);
    let row = match parts.below {
        Some(_) => parts.control,
        None => left_of(parts.control, number, size::SPACE_12),
    };
    // Twice as strong is as far as half as strong.
    let mut power = strength.log2();
    let response = within(ui, row, |ui| {
        ui.spacing_mut().slider_width = row.width();
        let ends = STRENGTHS.map(f32::log2);
        slider(ui, theme, &tr("dream-strength"), &mut power, ends[0]..=ends[1])
    });
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
    if let Some(below) = parts.below {
        Row::new(&tr("dream-faint"), TextRole::Caption, theme.low)
            .number(&tr("dream-wild"), TextRole::Caption, theme.low)
            .paint(ui.painter(), below);
    }
}

fn octaves(ui: &mut Ui, rect: Rect, state: &State, theme: &Theme, commands: &mut Vec<Command>) {
    let now = state.dreams.wishes;
    let name = tr("dream-octaves");
    let parts = parts(rect, width_of(ui, &name));
    let title = write(ui.painter(), parts.title, Align2::LEFT_CENTER, &name, TextRole::Name, theme.hi);
    term(ui, title, Term::Octave, theme);
    let row = parts.control;
    within(ui, row, |ui| {
        let choices = [(1, "1"), (2, "2"), (3, "3"), (4, "4")];
        let control = Segmented::new(&name, &choices, now.octaves).width(row.width());
        if let Some(octaves) = control.show(ui, theme).inner {
            commands.push(Command::Dream(DreamCommand::Change(DreamWishes { octaves, ..now })));
        }
    });
    let Some(below) = parts.below else { return };
    let widths = state.dreams.drawn().map(|dreamt| dreamt.octaves.iter().map(|size| size[0].to_string()).collect());
    if let Some(widths) = widths.map(|widths: Vec<String>| widths.join(", ")) {
        let words = tr_with("dream-widths", &[("widths", widths)]);
        write_fitted(ui.painter(), below, Align2::LEFT_CENTER, &words, TextRole::Caption, theme.low);
    }
}
