//! "Which of the two photos fires this channel more?", in the place of the album's photos.

use egui::{Align2, Color32, Rect, Sense, TextureOptions, Ui, vec2};

use super::words;
use crate::locale::text::{class_text, tr, tr_with};
use crate::state::{Command, PictureCommand, Question, QuizCommand, Score};
use crate::ui::kit::paint::{WHOLE, paragraph, picture};
use crate::ui::kit::{Area, Button, Pressable, of_shape, write_fitted};
use crate::ui::look::{Look, photo_image};
use crate::ui::style::{TextRole, Theme, size};
use crate::ui::views::layer::forming::outline;

/// Height of what is written below a photo.
const WORDS: f32 = 44.0;

/// The way into the quiz, with the score so far.
pub(super) fn way_in(ui: &mut Ui, score: Score, theme: &Theme, commands: &mut Vec<Command>) {
    let words = match score.answered {
        0 => tr("quiz-begin"),
        _ => format!("{} · {}", tr("quiz-begin"), score_words(score)),
    };
    if ui.add(Button::plain(theme, &words)).clicked() {
        commands.push(Command::Picture(PictureCommand::Quiz(QuizCommand::Ask)));
    }
}

/// The question, both photos, and what came of it.
pub(super) fn quiz(ui: &mut Ui, question: &Question, score: Score, look: &mut Look<'_>, commands: &mut Vec<Command>) {
    let theme = look.theme;
    paragraph(ui, &tr("quiz-question"), TextRole::CardTitle, theme.hi);
    paragraph(ui, &tr("quiz-look"), TextRole::Caption, theme.low);
    let width = ui.available_width();
    let side = (width - size::SPACE_12) / 2.0;
    let (area, _) = ui.allocate_exact_size(vec2(width, side + WORDS), Sense::hover());
    let squares: [Rect; 2] = area.top_part(side).columns(size::SPACE_12);
    for (place, square) in squares.into_iter().enumerate() {
        photo(ui, square, (place, question), look, commands);
    }
    match question.is_right() {
        None => {}
        Some(is_right) => {
            let key = if is_right { "quiz-right" } else { "quiz-wrong" };
            paragraph(ui, &tr(key), TextRole::BodyStrong, theme.hi);
        }
    }
    if score.answered > 0 {
        paragraph(ui, &score_words(score), TextRole::Body, theme.mid);
    }
    ui.horizontal(|ui| {
        let ask = |command| Command::Picture(PictureCommand::Quiz(command));
        if question.chosen.is_some() && ui.add(Button::primary(theme, &tr("quiz-next"))).clicked() {
            commands.push(ask(QuizCommand::Ask));
        }
        if ui.add(Button::plain(theme, &tr("quiz-close"))).clicked() {
            commands.push(ask(QuizCommand::Close));
        }
    });
}

/// "3 of 4 right".
fn score_words(score: Score) -> String {
    tr_with("quiz-score", &[("right", score.right.to_string()), ("answered", score.answered.to_string())])
}

/// One of the two; value and label are told once something was chosen.
fn photo(
    ui: &Ui,
    square: Rect,
    (place, question): (usize, &Question),
    look: &mut Look<'_>,
    commands: &mut Vec<Command>,
) {
    let theme = look.theme;
    let example = &question.photos[place];
    let painter = ui.painter();
    painter.rect_filled(square, size::RADIUS_TILE, theme.bar_track);
    if let Some(pixels) = &example.patch {
        let key = ("quiz-patch", &question.of, example.photo);
        let texture = look.textures.get(ui.ctx(), key, TextureOptions::LINEAR, || photo_image(pixels));
        let inner = of_shape(square, Align2::CENTER_CENTER, pixels.dimensions().into());
        picture(painter, texture.id(), inner, WHOLE, Color32::WHITE);
    }
    let label = example.label.as_deref().map(class_text).unwrap_or_default().to_owned();
    let value = words::value(example.value);
    let side = tr(["quiz-left", "quiz-right-side"][place]);
    let name = match question.chosen {
        None => side,
        Some(_) => tr_with("quiz-told", &[("side", &*side), ("value", &*value), ("label", &*label)]),
    };
    let is_chosen = question.chosen == Some(place);
    let pressable = Pressable::new(ui.scope_id().with(("quiz", place))).chosen(is_chosen).sense(Sense::CLICK);
    let response = pressable.radius(size::RADIUS_TILE).show(ui, square, theme, || name.clone());
    outline(ui, square, false, response.hovered() || is_chosen, theme);
    if question.chosen.is_some() {
        let [above, below] = [0, 1].map(|place| square.beneath(4.0, 18.0).row(place, 18.0));
        write_fitted(painter, above, Align2::LEFT_CENTER, &value, TextRole::BodyStrong, theme.hi);
        write_fitted(painter, below, Align2::LEFT_CENTER, &label, TextRole::Body, theme.mid);
    } else if response.clicked() {
        commands.push(Command::Picture(PictureCommand::Quiz(QuizCommand::Choose(place))));
    }
}
