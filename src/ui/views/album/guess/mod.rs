//! Guess the machine: a photo, four answers, and help that changes from photo to photo; at the end the score.

mod help;
mod score;

use egui::{Align2, Rect, TextureOptions, Ui, pos2, vec2};

use super::context::AlbumContext;
use super::scene::AlbumScene;
use super::within;
use crate::locale::format::percent;
use crate::locale::text::{class_text, tr, tr_with};
use crate::state::{AlbumCommand, Command, GuessCommand, Help, Spoiler, Turn};
use crate::ui::kit::Button;
use crate::ui::kit::paint::{card_ground, framed_picture, spoken, text, text_within};
use crate::ui::look::{Look, photo_image};
use crate::ui::style::{Hue, TextRole, size};

/// The result in large type: how many were right so far.
pub(super) fn headline(shown: &AlbumContext<'_>) -> Option<[String; 2]> {
    if shown.state.is_covered(Spoiler::GuessScore) {
        return None;
    }
    let guessing = &shown.state.album.guessing;
    let [right, of] =
        Help::ALL.map(|help| guessing.score(help)).into_iter().fold([0, 0], |[a, b], [c, d]| [a + c, b + d]);
    let values = [("right", right.to_string()), ("of", of.to_string())];
    (of > 0).then(|| [tr_with("guess-score", &values), tr_with("guess-score-short", &values)])
}

/// Shows the game.
pub(super) fn guess(
    ui: &mut Ui,
    rect: Rect,
    shown: &AlbumContext<'_>,
    scene: &mut AlbumScene,
    look: &mut Look<'_>,
    commands: &mut Vec<Command>,
) {
    let guessing = &shown.state.album.guessing;
    if guessing.is_over() && shown.state.is_covered(Spoiler::GuessScore) {
        let words = tr("guess-score-covered");
        text_within(ui.painter(), rect.left_center(), rect.width(), &words, TextRole::CardTitle, look.theme.hi);
        return spoken(ui, rect, egui::Role::Label, &words);
    }
    if guessing.is_over() {
        return score::score(ui, rect, guessing, look.theme, commands);
    }
    let Some(turn) = guessing.turn() else {
        let words = tr("guess-waiting");
        text_within(ui.painter(), rect.left_center(), rect.width(), &words, TextRole::Body, look.theme.low);
        spoken(ui, rect, egui::Role::Label, &words);
        return;
    };
    let side = rect.height().min(rect.width() * 0.46);
    let left = rect.with_max_x(rect.left() + side);
    photo(ui, Rect::from_min_size(left.min, vec2(side, side)), shown, turn, look);
    let right = rect.with_min_x(left.right() + size::SPACE_24);
    let answers = right.with_max_y(right.top() + 330.0_f32.min(right.height()));
    answers_of(ui, answers, shown, turn, look, commands);
    let below = right.with_min_y(answers.bottom() + size::SPACE_16);
    if below.height() > 90.0 && turn.help == Help::Channels {
        help::channels(ui, below, shown, scene, look);
    }
}

/// What the network sees, with the evidence over it where that helps.
fn photo(ui: &Ui, rect: Rect, shown: &AlbumContext<'_>, turn: &Turn, look: &mut Look<'_>) {
    let guessing = &shown.state.album.guessing;
    let Some(looked) = guessing.looked.as_ref() else {
        ui.painter().rect_filled(rect, size::RADIUS_TILE, look.theme.bar_track);
        return;
    };
    let key = ("guess photo", looked.number, shown.album.id);
    let texture = look.textures.get(ui.ctx(), key, TextureOptions::LINEAR, || photo_image(&looked.pixels));
    framed_picture(ui.painter(), texture.id(), rect, look.theme);
    if turn.help == Help::Heatmap {
        help::heatmap(ui, rect, shown, looked, look);
    }
    let words =
        tr_with("guess-photo", &[("number", (guessing.at + 1).to_string()), ("of", guessing.turns.len().to_string())]);
    spoken(ui, rect, egui::Role::Image, &words);
}

/// What is asked, four answers, and once one is chosen what the network says.
fn answers_of(
    ui: &mut Ui,
    rect: Rect,
    shown: &AlbumContext<'_>,
    turn: &Turn,
    look: &mut Look<'_>,
    commands: &mut Vec<Command>,
) {
    let theme = look.theme;
    card_ground(ui.painter(), rect, theme);
    let inner = rect.shrink2(vec2(size::CARD_PADDING, 14.0));
    let guessing = &shown.state.album.guessing;
    let numbers = [("number", (guessing.at + 1).to_string()), ("of", guessing.turns.len().to_string())];
    let title = tr_with("guess-question", &numbers);
    let top = pos2(inner.left(), inner.top() + 12.0);
    text_within(ui.painter(), top, inner.width(), &title, TextRole::CardTitle, theme.hi);
    spoken(ui, inner.with_max_y(inner.top() + 24.0), egui::Role::Heading, &title);
    let hint = tr(match turn.help {
        Help::None => "guess-help-none",
        Help::Heatmap => "guess-help-heatmap",
        Help::Channels => "guess-help-channels",
    });
    let place = pos2(inner.left(), inner.top() + 36.0);
    text_within(ui.painter(), place, inner.width(), &hint, TextRole::Caption, theme.mid);
    spoken(
        ui,
        Rect::from_center_size(place + vec2(inner.width() * 0.5, 0.0), vec2(inner.width(), 16.0)),
        egui::Role::Label,
        &hint,
    );
    let label = |class: usize| shown.album.classes.get(class).map_or("", |label| class_text(label)).to_owned();
    for (index, &class) in turn.answers.iter().enumerate() {
        let y = inner.top() + 56.0 + 42.0 * index as f32;
        let slot = Rect::from_min_size(pos2(inner.left(), y), vec2(inner.width(), size::CONTROL_HEIGHT));
        let name = label(class);
        match turn.chosen {
            None => within(ui, slot, |ui| {
                let button = Button::plain(theme, &name).width(slot.width().min(320.0));
                if ui.add(button).clicked() {
                    commands.push(Command::Album(AlbumCommand::Guess(GuessCommand::Choose(index))));
                }
            }),
            Some(chosen) => answer(ui, slot, shown, (class, &name), (turn, chosen), look),
        }
    }
    let foot =
        Rect::from_min_size(pos2(inner.left(), inner.top() + 56.0 + 42.0 * 4.0 + 6.0), vec2(inner.width(), 34.0));
    if let Some(chosen) = turn.chosen {
        let key = if chosen == turn.right { "guess-was-right" } else { "guess-was-wrong" };
        let words = tr_with(key, &[("answer", label(turn.right))]);
        text_within(ui.painter(), foot.left_center(), foot.width() - 130.0, &words, TextRole::BodyStrong, theme.hi);
        spoken(ui, foot.with_max_x(foot.right() - 130.0), egui::Role::Label, &words);
        within(ui, foot.with_min_x(foot.right() - 120.0), |ui| {
            let last = guessing.at + 1 == guessing.turns.len();
            let words = tr(if last { "guess-to-score" } else { "guess-next" });
            if ui.add(Button::primary(theme, &words)).clicked() {
                commands.push(Command::Album(AlbumCommand::Guess(GuessCommand::Next)));
            }
        });
    }
}

/// An answer with what the network gives it.
fn answer(
    ui: &Ui,
    rect: Rect,
    shown: &AlbumContext<'_>,
    (class, name): (usize, &str),
    (turn, chosen): (&Turn, usize),
    look: &Look<'_>,
) {
    let theme = look.theme;
    let painter = ui.painter();
    let looked = shown.state.album.guessing.looked.as_ref();
    let share = looked.and_then(|looked| looked.scores.probabilities.get(class)).map_or(0.0, |share| f64::from(*share));
    if class == chosen {
        painter.rect_stroke(
            rect,
            size::RADIUS_TILE,
            egui::Stroke::new(size::stroke_focus(), theme.hi),
            egui::StrokeKind::Inside,
        );
    }
    let (role, ink) = if class == turn.right { (TextRole::BodyStrong, theme.hi) } else { (TextRole::Body, theme.mid) };
    let left = rect.left_center() + vec2(10.0, 0.0);
    text_within(painter, left, rect.width() * 0.4, name, role, ink);
    let number = text(painter, rect.right_center() - vec2(8.0, 0.0), Align2::RIGHT_CENTER, &percent(share), role, ink);
    let bar = Rect::from_min_max(
        pos2(rect.left() + rect.width() * 0.45, rect.center().y - 5.0),
        pos2(number.left().min(rect.right() - 60.0) - 10.0, rect.center().y + 5.0),
    );
    painter.rect_filled(bar, size::RADIUS_BAR, theme.bar_track);
    let filled = bar.with_max_x(bar.left() + bar.width() * share as f32);
    painter.rect_filled(filled, size::RADIUS_BAR, theme.hue(Hue::Classifier).fill);
    spoken(ui, rect, egui::Role::Label, &format!("{name} {}", percent(share)));
}
