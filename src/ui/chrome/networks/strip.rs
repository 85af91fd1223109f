//! Similarity by depth below the map of the network, with what follows from it.

use egui::{Align2, Rect, Role, Ui, vec2};

use super::curve;
use super::words::{progress, results};
use crate::locale::text::tr;
use crate::state::{Command, Making, State};
use crate::ui::kit::paint::{card_ground, paragraph, spoken};
use crate::ui::kit::{Area, Button, Lines, right_of, within, write_fitted};
use crate::ui::style::{TextRole, Theme, size};

/// What starts and stops the measurement.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Controls {
    /// Nothing: there is no more to do.
    None,
    /// It runs.
    Stop,
    /// It was stopped, or there is no album yet.
    Go,
}

/// What there is to do.
pub fn controls(state: &State) -> Controls {
    match (&state.found.depths_making, state.depths()) {
        (Making::Running, Some(depths)) if depths.photos > 0 => Controls::Stop,
        (Making::Stopped, _) => Controls::Go,
        (_, Some(depths)) if depths.photos == 0 && state.album.place.is_none() => Controls::Go,
        _ => Controls::None,
    }
}

/// Shows the strip.
pub fn strip(ui: &mut Ui, rect: Rect, state: &State, is_covered: bool, theme: &Theme, commands: &mut Vec<Command>) {
    card_ground(ui.painter(), rect, theme);
    let inner = rect.shrink2(vec2(16.0, 9.0));
    let mut left = inner.share(0.58);
    let right = right_of(inner, left, size::SPACE_16);
    let title = tr("networks-curve-title");
    let row = left.take_top(20.0);
    write_fitted(ui.painter(), row, Align2::LEFT_CENTER, &title, TextRole::CardTitle, theme.hi);
    spoken(ui, row, Role::Heading, &title);
    let depths = state.depths().filter(|_| !is_covered).map(|depths| &**depths);
    curve(ui, left.without_top(2.0), state, depths, theme, commands);
    within(ui, right, |ui| {
        ui.set_clip_rect(right.intersect(ui.clip_rect()));
        said(ui, state, is_covered, right.bottom(), theme, commands);
    });
}

/// How far it is, what there is to do, and what follows: as many sentences as are whole above `bottom`.
pub(in crate::ui) fn said(
    ui: &mut Ui,
    state: &State,
    is_covered: bool,
    bottom: f32,
    theme: &Theme,
    commands: &mut Vec<Command>,
) {
    ui.spacing_mut().item_spacing.y = size::SPACE_4;
    let words = progress(state);
    ui.horizontal(|ui| {
        let (key, wish) = match controls(state) {
            Controls::Stop => ("networks-stop", Command::MeasureDepths(false)),
            Controls::Go => ("networks-go", Command::MeasureDepths(true)),
            Controls::None => {
                paragraph(ui, &words, TextRole::Caption, theme.low);
                return;
            }
        };
        if ui.add(Button::plain(theme, &tr(key))).clicked() {
            commands.push(wish);
        }
        paragraph(ui, &words, TextRole::Caption, theme.low);
    });
    if !is_covered {
        for sentence in results(state) {
            let lines = Lines::new(ui.painter(), &sentence, TextRole::Body, theme.mid, ui.available_width());
            if ui.cursor().top() + lines.height() > bottom {
                break;
            }
            paragraph(ui, &sentence, TextRole::Body, theme.mid);
        }
    }
}
