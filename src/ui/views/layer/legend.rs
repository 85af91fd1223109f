//! The colour bar of the mosaic, and what of it says nothing.

use egui::{Align2, Color32, Rect, Ui, vec2};

use super::context::LayerContext;
use super::layer_model::contributions;
use crate::imaging::{Colormap, Range};
use crate::locale::format::fixed;
use crate::locale::glossary::Term;
use crate::locale::text::{tr, tr_with};
use crate::session::Source;
use crate::state::{Command, Normalisation, Sort};
use crate::ui::chrome::compare;
use crate::ui::kit::paint::{first_that_fits, line, mark_silent};
use crate::ui::kit::{Area, Button, ColorBar, from_right, left_of, right_of, within};
use crate::ui::style::{TextRole, Theme, size};

/// Shows the colour bar, and the count of silent channels with the switch that hides them.
pub(super) fn legend(
    ui: &mut Ui,
    rect: Rect,
    seen: &LayerContext<'_>,
    is_averaged: bool,
    theme: &Theme,
    commands: &mut Vec<Command>,
) {
    let bar_width = (rect.width() * 0.48).min(360.0);
    within(ui, rect.left_part(bar_width), |ui| color_bar(ui, seen, is_averaged, theme));
    silence(ui, rect.without_left(bar_width + 28.0), seen, theme, commands);
}

pub(super) fn color_bar(ui: &mut Ui, seen: &LayerContext<'_>, is_averaged: bool, theme: &Theme) {
    let subject = seen.subject;
    let range = subject.range_of(seen.focus.channel);
    let channel = seen.focus.channel.to_string();
    let mut label = match seen.state.settings.normalisation {
        Normalisation::PerMap => tr_with("layer-bar-own", &[("channel", &*channel)]),
        Normalisation::Shared if !subject.map.signed => tr("layer-bar-shared"),
        Normalisation::Shared | Normalisation::Symmetric => tr("layer-bar-symmetric"),
    };
    if subject.pair.is_some() && seen.state.source() != Source::AMinusB {
        let key = if seen.state.session.second.is_open() { "layer-bar-both" } else { "layer-bar-before" };
        label = tr_with(key, &[("label", &*label)]);
    } else if seen.state.source() == Source::AMinusB {
        label = tr("layer-bar-difference");
    }
    if is_averaged {
        label = tr_with("layer-bar-averaged", &[("label", &*label)]);
    }
    let is_clipped = seen.state.settings.normalisation == Normalisation::Shared && !subject.map.signed;
    explained_bar(ui, (&label, is_clipped.then_some(Term::Percentile)), range, subject.colormap, theme);
}

/// A colour bar over the available width.
pub(super) fn bar(ui: &mut Ui, label: &str, range: Range, colormap: Colormap, theme: &Theme) {
    explained_bar(ui, (label, None), range, colormap, theme);
}

/// The same with a word of its label explained.
pub(super) fn explained_bar(
    ui: &mut Ui,
    (label, term): (&str, Option<Term>),
    range: Range,
    colormap: Colormap,
    theme: &Theme,
) {
    let color_at = |share: f32| {
        let [red, green, blue] = colormap.color(share);
        Color32::from_rgb(red, green, blue)
    };
    let width = ui.available_width();
    ColorBar::new(label, [range.min(), range.max()], &color_at).width(width).term(term).show(ui, theme);
}

/// "4 of 192 silent on this photo", "53% of all cells are exactly 0".
fn silence(ui: &mut Ui, rect: Rect, seen: &LayerContext<'_>, theme: &Theme, commands: &mut Vec<Command>) {
    let subject = seen.subject;
    if subject.map.signed {
        return;
    }
    let silent: Vec<usize> = seen.sides().map(|side| side.silent.iter().filter(|&&silent| silent).count()).collect();
    let row = rect.top_part(size::CONTROL_HEIGHT).translate(vec2(0.0, -4.0));
    let tile = row.square(Align2::LEFT_TOP, 26.0);
    let mut room = right_of(rect, tile, 9.0);
    let mut shapes = Vec::new();
    mark_silent(tile, theme, &mut shapes);
    ui.painter().extend(shapes);
    if silent.iter().any(|&count| count > 0) {
        let button = hiding(ui, row.right_part(78.0), seen, theme, commands);
        room = left_of(room, button, size::SPACE_8);
    }
    let choices = match silent.iter().sum::<usize>() {
        0 => [tr("layer-silent-none"), tr("layer-silent-none-short")],
        _ => {
            let silent = both(silent.iter().map(usize::to_string).collect());
            let values = [("count", silent), ("all", subject.silent.len().to_string())];
            [tr_with("layer-silent-count", &values), tr_with("layer-silent-short", &values)]
        }
    };
    let words = first_that_fits(ui.painter(), choices, room.width(), TextRole::Button);
    within(ui, room.translate(vec2(0.0, -2.0)), |ui| {
        ui.spacing_mut().item_spacing.y = 2.0;
        line(ui, &words, 20.0, TextRole::Button, theme.mid);
        let zeros = seen.sides().map(|side| {
            let share = f64::from(side.map.activation.whole.zeros);
            format!("{}%", fixed(share * 100.0, 0))
        });
        let zeros = tr_with("layer-zeros", &[("percent", &*both(zeros.collect()))]);
        let (words, ink) = match subject.muted_count() {
            0 => (zeros, theme.low),
            count => {
                let muted = tr_with("layer-muted-count", &[("count", &*count.to_string())]);
                let choices = [format!("{muted} · {zeros}"), muted];
                (first_that_fits(ui.painter(), choices, room.width(), TextRole::Caption), theme.hi)
            }
        };
        line(ui, &words, 20.0, TextRole::Caption, ink);
    });
}

/// The button that hides silent channels, or shows them again; returns where it lies.
fn hiding(ui: &mut Ui, row: Rect, seen: &LayerContext<'_>, theme: &Theme, commands: &mut Vec<Command>) -> Rect {
    let hides = seen.state.settings.hide_silent;
    let (key, name) = match hides {
        true => ("layer-show-silent", "layer-show-silent-name"),
        false => ("layer-hide-silent", "layer-hide-silent-name"),
    };
    let button = from_right(ui, row, |ui| ui.add(Button::plain(theme, &tr(key))));
    let button = button.accessible_name(tr(name));
    if button.clicked() {
        commands.push(Command::SetHideSilent(!hides));
    }
    button.rect
}

/// One number, or "A 4 · B 7".
fn both(numbers: Vec<String>) -> String {
    match &numbers[..] {
        [a, b] => compare::numbers(a, b),
        _ => numbers.concat(),
    }
}

/// How far the contributions are, while they are being worked out.
pub(super) fn progress(seen: &LayerContext<'_>) -> Option<String> {
    if seen.state.settings.sort != Sort::Contribution {
        return None;
    }
    let total = seen.subject.silent.len();
    let known = contributions(seen.state);
    let done = known.map_or(0, crate::session::Contributions::done);
    let (done, total) = (done.to_string(), total.to_string());
    (done != total).then(|| tr_with("layer-progress", &[("done", &*done), ("total", &*total)]))
}
