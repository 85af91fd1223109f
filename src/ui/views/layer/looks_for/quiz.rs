//! "Which of the two photos fires this channel more?", in the place of the album's photos.

use egui::{Color32, Rect, Role, Sense, Stroke, StrokeKind, TextureOptions, Ui, WidgetInfo, pos2, vec2};

use super::words;
use crate::locale::text::{class_text, tr, tr_with};
use crate::state::{Command, PictureCommand, Question, QuizCommand, Score};
use crate::ui::kit::paint::{WHOLE, paragraph, picture, text_within};
use crate::ui::kit::{Button, focus_ring};
use crate::ui::look::{Look, photo_image};
use crate::ui::style::{TextRole, Theme, size};

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
    for place in 0..2 {
        let left = area.left() + place as f32 * (side + size::SPACE_12);
        let square = Rect::from_min_size(pos2(left, area.top()), vec2(side, side));
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
        let [width, height] = [pixels.width(), pixels.height()].map(|side| side as f32);
        let inner = Rect::from_center_size(square.center(), vec2(width, height) * (square.width() / width.max(height)));
        picture(painter, texture.id(), inner, WHOLE, Color32::WHITE);
    }
    let response = ui.interact(square, ui.scope_id().with(("quiz", place)), Sense::CLICK);
    let label = example.label.as_deref().map(class_text).unwrap_or_default().to_owned();
    let value = words::value(example.value);
    let side = tr(["quiz-left", "quiz-right-side"][place]);
    let name = match question.chosen {
        None => side,
        Some(_) => tr_with("quiz-told", &[("side", &*side), ("value", &*value), ("label", &*label)]),
    };
    let is_chosen = question.chosen == Some(place);
    response.widget_info(|| WidgetInfo::selected(Role::Button, ui.is_enabled(), is_chosen, &name));
    if response.hovered() || is_chosen {
        let stroke = Stroke::new(size::stroke_focus(), theme.hi);
        painter.rect_stroke(square, size::RADIUS_TILE, stroke, StrokeKind::Outside);
    }
    focus_ring(ui, &response, size::RADIUS_TILE, theme);
    if question.chosen.is_some() {
        let top = square.bottom() + 13.0;
        text_within(painter, pos2(square.left(), top), square.width(), &value, TextRole::BodyStrong, theme.hi);
        text_within(painter, pos2(square.left(), top + 18.0), square.width(), &label, TextRole::Body, theme.mid);
    } else if response.clicked() {
        commands.push(Command::Picture(PictureCommand::Quiz(QuizCommand::Choose(place))));
    }
}
