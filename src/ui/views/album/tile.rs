//! A photo as a tile: picture, badge, and what the network answers.

use egui::{Align2, Color32, Painter, Rect, Shape, Stroke, StrokeKind, Ui, vec2};

use super::context::AlbumContext;
use super::words::{Verdict, verdict, whole_percent};
use crate::album::Photo;
use crate::spec::Head;
use crate::ui::kit::paint::{mark_silent, rounded_picture};
use crate::ui::kit::{Area, left_of, share_bar, tooltip_of, write, write_fitted};
use crate::ui::style::{Hue, TextRole, Theme, Weight, caption_room, size};
use crate::ui::textures::Textures;

/// Where small pictures come from and where missing ones are noted.
pub(super) struct Pictures<'a> {
    pub textures: &'a mut Textures,
    pub wanted: &'a mut Vec<usize>,
}

/// The picture of a photo in a square; `strength` below 1 fades it.
pub(super) fn picture(
    ui: &Ui,
    rect: Rect,
    shown: &AlbumContext<'_>,
    photo: usize,
    strength: f32,
    pictures: &mut Pictures<'_>,
) {
    let tint = Color32::WHITE.gamma_multiply(strength);
    match shown.thumbnail(ui, photo, pictures.textures, pictures.wanted) {
        Some(texture) => rounded_picture(ui.painter(), texture.id(), rect, tint),
        None => {
            ui.painter().rect_filled(rect, size::RADIUS_TILE, shown.theme.bar_track);
        }
    }
}

/// Picture, border and badge.
pub(super) fn framed(
    ui: &Ui,
    rect: Rect,
    shown: &AlbumContext<'_>,
    (position, photo): (usize, &Photo),
    pictures: &mut Pictures<'_>,
) {
    let theme = shown.theme;
    let verdict = verdict(photo);
    let strength = if verdict == Verdict::Waiting { 0.6 } else { 1.0 };
    if verdict == Verdict::Unreadable {
        let mut shapes = Vec::new();
        ui.painter().rect_filled(rect, size::RADIUS_TILE, theme.bg1);
        mark_silent(rect, theme, &mut shapes);
        ui.painter().extend(shapes);
        return;
    }
    picture(ui, rect, shown, position, strength, pictures);
    let stroke = match verdict {
        Verdict::Wrong => Stroke::new(size::stroke_selection(), theme.err),
        _ => Stroke::new(size::hairline(), theme.line2),
    };
    ui.painter().rect_stroke(rect, size::RADIUS_TILE, stroke, StrokeKind::Inside);
    badge(ui.painter(), rect.square(Align2::RIGHT_TOP, 26.0), verdict, theme);
}

/// A tick, a cross or a question mark in a disc in the middle of a place.
pub(super) fn badge(painter: &Painter, place: Rect, verdict: Verdict, theme: &Theme) {
    const RADIUS: f32 = 9.0;
    let center = place.center();
    let (fill, ink) = match verdict {
        Verdict::Wrong => (theme.err, if theme.dark { Color32::BLACK } else { Color32::WHITE }),
        Verdict::Right | Verdict::Unknown => (theme.scrim.gamma_multiply(0.8), Color32::WHITE),
        Verdict::Unlabelled | Verdict::Waiting | Verdict::Unreadable => return,
    };
    painter.circle_filled(center, RADIUS, fill);
    let pen = Stroke::new(2.0, ink);
    let at = |x: f32, y: f32| center + vec2(x, y);
    match verdict {
        Verdict::Right => {
            let tick = vec![at(-4.0, 0.2), at(-1.2, 3.0), at(4.0, -3.2)];
            painter.add(Shape::line(tick, pen));
        }
        Verdict::Wrong => {
            painter.line_segment([at(-3.2, -3.2), at(3.2, 3.2)], pen);
            painter.line_segment([at(-3.2, 3.2), at(3.2, -3.2)], pen);
        }
        _ => {
            painter.text(center, Align2::CENTER_CENTER, "?", Weight::Bold.size(12.0), ink);
        }
    }
}

/// Below a picture: the bar, the answer with its probability, and the folder.
pub(super) fn caption(painter: &Painter, picture: Rect, shown: &AlbumContext<'_>, photo: &Photo, has_folder: bool) {
    let theme = shown.theme;
    let line = |above: f32| picture.beneath(caption_room(above), caption_room(16.0));
    let answer_line = line(10.0);
    match photo.answer(Head::Main) {
        Some(answer) => {
            let best = answer.best();
            let track = picture.beneath(caption_room(5.0), 4.0);
            share_bar(painter, track, best.probability, Hue::Classifier, theme);
            let share = whole_percent(best.probability.into());
            let (role, ink) = (TextRole::StatusStrong, theme.hi);
            let number = write(painter, answer_line, Align2::RIGHT_CENTER, &share, role, ink);
            let name = left_of(answer_line, number, size::SPACE_4);
            write_fitted(painter, name, Align2::LEFT_CENTER, shown.class(best.class), role, ink);
        }
        None => {
            let key = match verdict(photo) {
                Verdict::Unreadable => "album-unreadable",
                _ => "album-waiting",
            };
            let words = crate::locale::text::tr(key);
            write_fitted(painter, answer_line, Align2::LEFT_CENTER, &words, TextRole::Status, theme.low);
        }
    }
    if has_folder {
        let folder = shown.folder(photo);
        write_fitted(painter, line(26.0), Align2::LEFT_CENTER, &folder, TextRole::Tick, theme.low);
    }
}

/// The three most probable classes, while the pointer rests on a tile.
pub(super) fn tip(response: &egui::Response, is_current: bool, shown: &AlbumContext<'_>, photo: &Photo) {
    let theme = shown.theme;
    tooltip_of(response, is_current, theme, |ui| {
        let font = TextRole::Body.font();
        match &photo.state {
            crate::album::State::Unreadable(error) => {
                let words = crate::locale::errors::error_text(error);
                ui.label(egui::RichText::new(words).font(font).color(theme.hi));
            }
            crate::album::State::Waiting => {
                ui.label(egui::RichText::new(&photo.path).font(font).color(theme.hi));
            }
            crate::album::State::Ran(_) => {
                let guesses = photo.answer(Head::Main).map(|answer| answer.top.as_slice()).unwrap_or_default();
                let words: Vec<String> = guesses
                    .iter()
                    .take(3)
                    .map(|guess| format!("{} {}", shown.class(guess.class), whole_percent(guess.probability.into())))
                    .collect();
                ui.label(egui::RichText::new(words.join(" · ")).font(font).color(theme.hi));
                let path = egui::RichText::new(&photo.path).font(TextRole::Caption.font());
                ui.label(path.color(theme.mid));
            }
        }
    });
}

/// The outline of what is selected, or under the pointer.
pub(super) fn outline(painter: &Painter, rect: Rect, is_selected: bool, is_hovered: bool, theme: &Theme) {
    if is_selected {
        let stroke = Stroke::new(size::stroke_selection(), theme.hi);
        painter.rect_stroke(rect.expand(2.0), size::RADIUS_TILE + 2.0, stroke, StrokeKind::Outside);
    } else if is_hovered {
        let stroke = Stroke::new(size::stroke_focus(), theme.hi);
        painter.rect_stroke(rect, size::RADIUS_TILE, stroke, StrokeKind::Outside);
    }
}
