//! Guess the machine: a photo, four answers, and help that changes from photo to photo; at the end the score.

mod help;
mod score;

use egui::{Align2, Rect, Role, Stroke, StrokeKind, TextureOptions, Ui, vec2};

use super::context::AlbumContext;
use super::scene::AlbumScene;
use crate::locale::format::percent;
use crate::locale::text::{class_text, tr, tr_with};
use crate::state::{AlbumCommand, Command, GuessCommand, Help, Spoiler, Turn};
use crate::ui::kit::paint::{card_ground, framed_picture, spoken};
use crate::ui::kit::{Area, Button, plain_share_bar, within, write, write_fitted};
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
        write_fitted(ui.painter(), rect, Align2::LEFT_CENTER, &words, TextRole::CardTitle, look.theme.hi);
        return spoken(ui, rect, Role::Label, &words);
    }
    if guessing.is_over() {
        return score::score(ui, rect, guessing, look.theme, commands);
    }
    let Some(turn) = guessing.turn() else {
        let words = tr("guess-waiting");
        write_fitted(ui.painter(), rect, Align2::LEFT_CENTER, &words, TextRole::Body, look.theme.low);
        return spoken(ui, rect, Role::Label, &words);
    };
    let side = rect.height().min(rect.width() * 0.46);
    photo(ui, rect.square(Align2::LEFT_TOP, side), shown, turn, look);
    let mut right = rect.without_left(side + size::SPACE_24);
    answers_of(ui, right.take_top(330.0_f32.min(right.height())), shown, turn, look, commands);
    let below = right.without_top(size::SPACE_16);
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
    spoken(ui, rect, Role::Image, &words);
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
    let mut rest = rect.shrink2(vec2(size::CARD_PADDING, 14.0));
    let guessing = &shown.state.album.guessing;
    let numbers = [("number", (guessing.at + 1).to_string()), ("of", guessing.turns.len().to_string())];
    let title = tr_with("guess-question", &numbers);
    let line = rest.take_top(24.0);
    write_fitted(ui.painter(), line, Align2::LEFT_CENTER, &title, TextRole::CardTitle, theme.hi);
    spoken(ui, line, Role::Heading, &title);
    let hint = tr(match turn.help {
        Help::None => "guess-help-none",
        Help::Heatmap => "guess-help-heatmap",
        Help::Channels => "guess-help-channels",
    });
    rest.take_top(4.0);
    let line = rest.take_top(16.0);
    write_fitted(ui.painter(), line, Align2::LEFT_CENTER, &hint, TextRole::Caption, theme.mid);
    spoken(ui, line, Role::Label, &hint);
    rest.take_top(12.0);
    let label = |class: usize| shown.album.classes.get(class).map_or("", |label| class_text(label)).to_owned();
    for (index, &class) in turn.answers.iter().enumerate() {
        let slot = rest.row(index, 42.0).top_part(size::CONTROL_HEIGHT);
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
    let foot = rest.row(4, 42.0).without_top(6.0).top_part(size::CONTROL_HEIGHT);
    if let Some(chosen) = turn.chosen {
        let key = if chosen == turn.right { "guess-was-right" } else { "guess-was-wrong" };
        let words = tr_with(key, &[("answer", label(turn.right))]);
        let line = foot.without_right(130.0);
        write_fitted(ui.painter(), line, Align2::LEFT_CENTER, &words, TextRole::BodyStrong, theme.hi);
        spoken(ui, line, Role::Label, &words);
        within(ui, foot.right_part(120.0), |ui| {
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
        let stroke = Stroke::new(size::stroke_focus(), theme.hi);
        painter.rect_stroke(rect, size::RADIUS_TILE, stroke, StrokeKind::Inside);
    }
    let (role, ink) = if class == turn.right { (TextRole::BodyStrong, theme.hi) } else { (TextRole::Body, theme.mid) };
    let name_place = rect.without_left(10.0).left_part(rect.width() * 0.4);
    write_fitted(painter, name_place, Align2::LEFT_CENTER, name, role, ink);
    let number = write(painter, rect.without_right(8.0), Align2::RIGHT_CENTER, &percent(share), role, ink);
    let numbers = (number.width() + 8.0).max(60.0);
    let bar = rect.without_left(rect.width() * 0.45).without_right(numbers + 10.0).middle_row(10.0);
    plain_share_bar(painter, bar, share as f32, theme.hue(Hue::Classifier).fill, None, theme);
    spoken(ui, rect, Role::Label, &format!("{name} {}", percent(share)));
}
