//! What the channel fires most for, and what a person calls it.

use egui::{Align2, Key, Modifiers, Rect, Role, Ui};

use super::scene::LooksScene;
use super::words;
use crate::locale::layer_names::stage_text;
use crate::locale::text::{class_text, tr, tr_with};
use crate::spec::{Op, Section};
use crate::state::{Command, Objective, PictureCommand, Spoiler, State, head_of};
use crate::ui::kit::paint::spoken;
use crate::ui::kit::{Area, Field, Row};
use crate::ui::style::{Hue, TextRole, Theme, Weight, size};
use crate::ui::views::layer::context::LayerContext;
use crate::visualize::Sign;

/// Height of the field for the name.
const NAME: f32 = size::HIT_TARGET;

/// Shows caption, headline and the field for the name.
pub(super) fn headline(
    ui: &mut Ui,
    rect: Rect,
    seen: &LayerContext<'_>,
    scene: &mut LooksScene,
    theme: &Theme,
    commands: &mut Vec<Command>,
) {
    let (branch, caption) = (branch(seen), caption(seen));
    let mut row = Row::new(&caption, TextRole::BodyStrong, theme.mid);
    if let Some((words, hue)) = &branch {
        row = row.number(words, TextRole::Name, theme.hue(*hue).text);
    }
    row.paint(ui.painter(), rect.top_part(18.0));
    large(ui, rect.without_top(20.0).top_part(36.0), seen, theme);
    if head_of(seen.layer).is_none() && seen.state.looks_for.wishes.objective != Objective::Layer {
        let field = rect.without_top(57.0).top_part(NAME);
        name_field(ui, field, seen, scene, theme, commands);
    }
}

/// "Channel 40 fires most for".
fn caption(seen: &LayerContext<'_>) -> String {
    let state = seen.state;
    let wishes = state.looks_for.wishes;
    let key = match (head_of(seen.layer), wishes.objective, strongest_labels(state).is_empty()) {
        (Some(_), ..) => "looks-of-class",
        (None, Objective::Layer, _) => "looks-of-layer",
        (None, Objective::Channel | Objective::Cell, true) => "looks-of-channel",
        (None, Objective::Channel | Objective::Cell, false) => "looks-fires-for",
    };
    let mut words = tr_with(key, &[("channel", seen.focus.channel.to_string())]);
    if wishes.sign == Sign::Minimise {
        words = format!("{words} · {}", tr("looks-silencing"));
    }
    words
}

/// Up to three labels of the album; none while a class is to guess them.
fn strongest_labels(state: &State) -> Vec<&str> {
    match state.is_covered(Spoiler::Examples) {
        true => Vec::new(),
        false => state.looks_for.strongest_labels(),
    }
}

/// Up to three labels of the album, else what the channel is.
fn large(ui: &Ui, rect: Rect, seen: &LayerContext<'_>, theme: &Theme) {
    let state = seen.state;
    let labels: Vec<&str> = strongest_labels(state).into_iter().map(class_text).collect();
    let words = match (head_of(seen.layer), state.looks_for.wishes.objective) {
        (Some(_), _) => words::channel(state, seen.layer, seen.focus.channel),
        (None, Objective::Layer) => stage_text(seen.layer),
        (None, Objective::Channel | Objective::Cell) if labels.is_empty() => {
            words::channel(state, seen.layer, seen.focus.channel)
        }
        (None, Objective::Channel | Objective::Cell) => labels.join(", "),
    };
    spoken(ui, rect, Role::Heading, &words);
    // Three long labels are set smaller rather than cut off.
    let mut font = Weight::SemiBold.size(27.0);
    let galley = ui.painter().layout_no_wrap(words.clone(), font.clone(), theme.hi);
    if galley.size().x > rect.width() {
        font.size *= (rect.width() / galley.size().x).max(0.6);
    }
    let format = egui::TextFormat::simple(font, theme.hi);
    let mut job = egui::text::LayoutJob::single_section(words, format);
    job.wrap = egui::text::TextWrapping::truncate_at_width(rect.width());
    let galley = ui.painter().layout_job(job);
    ui.painter().galley(rect.place(Align2::LEFT_CENTER, galley.size()).min, galley, theme.hi);
}

/// The branch whose channel it is: that of a branch's stage, or by the channel's place in a concat.
pub(super) fn branch(seen: &LayerContext<'_>) -> Option<(String, Hue)> {
    let network = &seen.shown.report.network;
    let mut layer = seen.layer;
    if matches!(layer.op, Op::Concat) {
        let mut first = 0;
        for &input in &layer.inputs {
            let part = &network.layers[input];
            first += part.output.channels();
            if seen.focus.channel < first {
                layer = part;
                break;
            }
        }
    }
    let section = Section::of(layer.place)?;
    let key = match section {
        Section::Conv1x1 => "looks-branch-1x1",
        Section::Conv3x3 => "looks-branch-3x3",
        Section::Conv5x5 => "looks-branch-5x5",
        Section::Pool if layer.module_name().is_some() => "looks-branch-pool",
        Section::Stem | Section::Pool | Section::Aux | Section::Classifier => return None,
    };
    Some((tr(key), Hue::from(section)))
}

/// The name a person gives; Enter or leaving the field keeps it.
fn name_field(
    ui: &mut Ui,
    rect: Rect,
    seen: &LayerContext<'_>,
    scene: &mut LooksScene,
    theme: &Theme,
    commands: &mut Vec<Command>,
) {
    let channel = seen.focus.channel;
    let kept = seen.state.channel_name(channel).unwrap_or_default().to_owned();
    let layer = &seen.layer.name;
    let is_here = scene.name.as_ref().is_some_and(|(of, number, _)| of == layer && *number == channel);
    if !is_here {
        scene.name = Some((layer.clone(), channel, kept.clone()));
    }
    let Some((.., written)) = &mut scene.name else { return };
    let id = egui::Id::unique("looks-for-name");
    let has_focus = ui.memory(|memory| memory.has_focus(id));
    if !has_focus && *written != kept {
        *written = kept.clone();
    }
    let name = tr_with("looks-name-of", &[("channel", channel)]);
    let (hint, end) = (tr("looks-name-hint"), if written.is_empty() { String::new() } else { tr("looks-your-name") });
    let response = Field::new(theme, &name, written).hint(&hint).end(&end).id(id).most(80).put(ui, rect);
    if response.lost_focus() {
        let is_given_up = ui.input(|input| input.key_pressed(Key::Escape) && input.modifiers == Modifiers::NONE);
        if is_given_up {
            *written = kept;
        } else if *written != kept {
            commands.push(Command::Picture(PictureCommand::NameChannel(channel, written.clone())));
        }
    }
}
