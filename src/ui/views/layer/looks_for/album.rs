//! What the album has of the channel: patches, a strip that counts answers, and where all photos stand.

use egui::{Align2, Color32, Rect, Role, Sense, Stroke, StrokeKind, TextureOptions, Ui, vec2};

use super::{histogram, quiz, words};
use crate::locale::format::{dimensions, percent};
use crate::locale::text::{class_text, tr, tr_with};
use crate::state::{
    AlbumCommand, AlbumRun, Basis, Command, Example, Examples, LARGEST_PATCH, Photos, PictureCommand, Spoiler, Useful,
};
use crate::ui::kit::paint::{WHOLE, card_ground, paragraph, picture, spoken};
use crate::ui::kit::{Area, Button, Pressable, Segmented, cell_in, of_shape, within, write, write_fitted};
use crate::ui::look::{Look, photo_image};
use crate::ui::style::{Hue, TextRole, Theme, is_projected, size};
use crate::ui::views::layer::context::LayerContext;
use crate::ui::views::layer::forming::outline;

/// Photos in a row.
const ACROSS: usize = 3;
/// Smallest side of a patch before a class.
const SMALLEST: f32 = 40.0;
/// Largest side of a patch on a desk.
const PATCH: f32 = 76.0;
/// Height of what is written below a patch, on a desk and before a class.
const WORDS: [f32; 2] = [37.0, 50.0];
/// A card this wide has the histogram beside the patches, points.
const WIDE: f32 = 700.0;
/// Least height of the histogram with its words.
const HISTOGRAM: f32 = 170.0;

/// Shows the card; it scrolls where the window is low.
pub(super) fn card(ui: &mut Ui, rect: Rect, seen: &LayerContext<'_>, look: &mut Look<'_>, commands: &mut Vec<Command>) {
    card_ground(ui.painter(), rect, look.theme);
    let inside = rect.shrink2(vec2(size::CARD_PADDING, size::SPACE_12));
    within(ui, inside, |ui| {
        let scroll = egui::ScrollArea::vertical().id_salt("looks-for-album").auto_shrink(false);
        scroll.show(ui, |ui| {
            ui.set_width(inside.width());
            ui.spacing_mut().item_spacing = vec2(0.0, size::SPACE_8);
            match &seen.state.looks_for.examples {
                Some(_) if seen.state.is_covered(Spoiler::Examples) => {
                    paragraph(ui, &tr("looks-strongest"), TextRole::CardTitle, look.theme.hi);
                    paragraph(ui, &tr("looks-guess-first"), TextRole::Body, look.theme.mid);
                }
                Some(examples) => found(ui, (inside, examples), seen, look, commands),
                None => nothing(ui, seen, look.theme, commands),
            }
        });
    });
}

/// No album, one that has not run far enough, or one that keeps no such channels.
fn nothing(ui: &mut Ui, seen: &LayerContext<'_>, theme: &Theme, commands: &mut Vec<Command>) {
    let state = seen.state;
    paragraph(ui, &tr("looks-strongest"), TextRole::CardTitle, theme.hi);
    if let Some(error) = &state.looks_for.no_examples {
        paragraph(ui, &error.message, TextRole::Body, theme.mid);
        return;
    }
    if seen.is_vector() {
        paragraph(ui, &tr("looks-no-patches"), TextRole::Body, theme.mid);
        return;
    }
    match &state.album.run {
        AlbumRun::Closed => {
            paragraph(ui, &tr("looks-no-album"), TextRole::Body, theme.mid);
            if ui.add(Button::primary(theme, &tr("looks-built-in-album"))).clicked() {
                commands.push(Command::Album(AlbumCommand::OpenBuiltIn));
            }
            if ui.add(Button::plain(theme, &tr("looks-choose-album"))).clicked() {
                commands.push(Command::Album(AlbumCommand::ChooseFolder));
            }
        }
        AlbumRun::Failed(error) => paragraph(ui, &error.message, TextRole::Body, theme.mid),
        AlbumRun::Listing | AlbumRun::Running(_) | AlbumRun::Paused(_) | AlbumRun::Complete(_) => {
            let progress = state.album.progress();
            let values = [
                ("done", progress.map_or(0, |progress| progress.done).to_string()),
                ("total", progress.map_or(0, |progress| progress.total).to_string()),
            ];
            paragraph(ui, &tr_with("looks-album-running", &values), TextRole::Body, theme.mid);
        }
    }
}

fn found(
    ui: &mut Ui,
    (card, examples): (Rect, &Examples),
    seen: &LayerContext<'_>,
    look: &mut Look<'_>,
    commands: &mut Vec<Command>,
) {
    let theme = look.theme;
    let quiz = &seen.state.looks_for.quiz;
    if let Some(question) = quiz.question.as_ref().filter(|question| question.of == examples.of) {
        quiz::quiz(ui, question, quiz.score, look, commands);
        return;
    }
    if card.width() >= WIDE {
        beside(ui, (card, examples), seen, look, commands);
        return;
    }
    photos(ui, (card, examples), seen, look, commands);
    answers(ui, examples, seen, theme);
    quiz::way_in(ui, quiz.score, theme, commands);
    if seen.state.is_covered(Spoiler::Rank) {
        return;
    }
    let left = (card.bottom() - ui.cursor().top()).max(HISTOGRAM);
    let (area, _) = ui.allocate_exact_size(vec2(card.width(), left), Sense::hover());
    histogram::histogram(ui, area, examples, seen, theme);
}

/// Patches at the left, what they say and where all photos stand at the right: before a class.
fn beside(
    ui: &mut Ui,
    (card, examples): (Rect, &Examples),
    seen: &LayerContext<'_>,
    look: &mut Look<'_>,
    commands: &mut Vec<Command>,
) {
    let theme = look.theme;
    let mut right = card;
    let left = right.take_left(card.width() * 0.52);
    within(ui, left, |ui| photos(ui, (left, examples), seen, look, commands));
    within(ui, right.without_left(size::SPACE_24), |ui| {
        ui.spacing_mut().item_spacing = vec2(0.0, size::SPACE_12);
        answers(ui, examples, seen, theme);
        quiz::way_in(ui, seen.state.looks_for.quiz.score, theme, commands);
        if !seen.state.is_covered(Spoiler::Rank) {
            let (area, _) = ui.allocate_exact_size(ui.available_size(), Sense::hover());
            histogram::histogram(ui, area, examples, seen, theme);
        }
    });
}

/// Which photos, and their patches.
fn photos(
    ui: &mut Ui,
    (card, examples): (Rect, &Examples),
    seen: &LayerContext<'_>,
    look: &mut Look<'_>,
    commands: &mut Vec<Command>,
) {
    let theme = look.theme;
    let looks_for = &seen.state.looks_for;
    which(ui, card.width(), looks_for.photos, theme, commands);
    let useful = looks_for.useful.as_deref();
    let (title, shown) = match looks_for.photos {
        Photos::Strongest => (tr("looks-strongest"), &examples.strongest[..]),
        Photos::Spectrum => (tr("looks-spectrum-title"), &examples.spectrum[..]),
        Photos::Useful => {
            let class = useful.map(|useful| useful.class).or(seen.state.class());
            let label = class.and_then(|class| seen.state.labels().get(class));
            let label = label.map_or_else(String::new, |label| class_text(label).to_owned());
            (tr_with("looks-useful-title", &[("label", label)]), useful.map_or(&[][..], |useful| &useful.examples))
        }
    };
    paragraph(ui, &title, TextRole::CardTitle, theme.hi);
    if looks_for.photos == Photos::Useful {
        paragraph(ui, &how_it_is_known(useful), TextRole::Caption, theme.low);
    }
    paragraph(ui, &what_is_shown(seen), TextRole::Caption, theme.low);
    // Before a class patches are as large as three rows leave them.
    let rows = shown.len().div_ceil(ACROSS).max(1) as f32;
    let room = (card.bottom() - ui.cursor().top()) / rows - WORDS[1];
    let most = if is_projected() { room.max(SMALLEST) } else { PATCH };
    patches(ui, shown, (seen, examples), most, look, commands);
}

fn which(ui: &mut Ui, width: f32, now: Photos, theme: &Theme, commands: &mut Vec<Command>) {
    let labels = ["looks-photos-strongest", "looks-photos-spectrum", "looks-photos-useful"].map(tr);
    let photos = [Photos::Strongest, Photos::Spectrum, Photos::Useful];
    let choices = [0, 1, 2].map(|place| (photos[place], labels[place].as_str()));
    let name = tr("looks-photos");
    let control = Segmented::new(&name, &choices, now).width(width);
    if let Some(photos) = control.show(ui, theme).inner {
        commands.push(Command::Picture(PictureCommand::SetPhotos(photos)));
    }
}

/// "Activation × gradient on each of the 36 photos with the largest mean, 12 so far."
fn how_it_is_known(useful: Option<&Useful>) -> String {
    match useful.map(|useful| (useful.basis, useful.examples.is_empty())) {
        None => tr("looks-useful-search"),
        Some((Basis::Exact, false)) => tr("looks-useful-exact"),
        Some((Basis::FirstOrder { done, of }, _)) if done < of => {
            tr_with("looks-useful-so-far", &[("done", done.to_string()), ("of", of.to_string())])
        }
        Some((Basis::FirstOrder { of, .. }, false)) => tr_with("looks-useful-first-order", &[("of", of.to_string())]),
        Some((Basis::Exact | Basis::FirstOrder { .. }, true)) => tr("looks-useful-nowhere"),
    }
}

/// "A cell of this channel sees 299 × 299, more than the photo.  Shown: 120 × 120 around it."
fn what_is_shown(seen: &LayerContext<'_>) -> String {
    let side = seen.layer.receptive_field.size;
    let values = [("size", dimensions(&[side, side])), ("shown", dimensions(&[LARGEST_PATCH, LARGEST_PATCH]))];
    let key = match side {
        side if side <= LARGEST_PATCH => "looks-patch-whole",
        side if side <= crate::spec::INPUT_SIDE => "looks-patch-part",
        _ => "looks-patch-more",
    };
    tr_with(key, &values)
}

/// The patches, three in a row.
fn patches(
    ui: &mut Ui,
    shown: &[Example],
    (seen, examples): (&LayerContext<'_>, &Examples),
    most: f32,
    look: &mut Look<'_>,
    commands: &mut Vec<Command>,
) {
    let width = ui.available_width();
    let words = WORDS[usize::from(is_projected())];
    let pitch = width / ACROSS as f32;
    let side = (pitch - size::SPACE_8).min(most);
    let rows = shown.len().div_ceil(ACROSS);
    let (area, _) = ui.allocate_exact_size(vec2(width, rows as f32 * (side + words)), Sense::hover());
    let answer = seen.state.class();
    let value = match seen.state.looks_for.photos {
        Photos::Strongest | Photos::Spectrum => words::value,
        Photos::Useful => words::added,
    };
    for (place, example) in shown.iter().enumerate() {
        let square = cell_in(area, place, ACROSS, vec2(pitch, side + words)).square(Align2::LEFT_TOP, side);
        let is_alike = answer.is_some() && example.answer == answer;
        patch(ui, square, (place, example), (examples, value), is_alike, look, commands);
    }
}

/// A patch with its cell, value and label; a click opens the photo with the cell selected.
fn patch(
    ui: &Ui,
    square: Rect,
    (place, example): (usize, &Example),
    (examples, value): (&Examples, fn(f32) -> String),
    is_alike: bool,
    look: &mut Look<'_>,
    commands: &mut Vec<Command>,
) {
    let theme = look.theme;
    let painter = ui.painter();
    painter.rect_filled(square, size::RADIUS_TILE, theme.bar_track);
    if let Some(pixels) = &example.patch {
        let key = ("looks-patch", examples.album, &examples.of, example.photo, example.cell);
        let texture = look.textures.get(ui.ctx(), key, TextureOptions::LINEAR, || photo_image(pixels));
        let inner = of_shape(square, Align2::CENTER_CENTER, pixels.dimensions().into());
        picture(painter, texture.id(), inner, WHOLE, Color32::WHITE);
        let [x0, y0, x1, y1] = example.cell_in_patch;
        let cell = Rect::from_two_pos(inner.lerp_inside([x0, y0]), inner.lerp_inside([x1, y1]));
        painter.rect_stroke(cell, 0.0, Stroke::new(2.5, Color32::from_black_alpha(150)), StrokeKind::Middle);
        painter.rect_stroke(cell, 0.0, Stroke::new(1.2, Color32::WHITE), StrokeKind::Middle);
    }
    let label = example.label.as_deref().map(class_text).unwrap_or_default().to_owned();
    let value = value(example.value);
    let name = said((place, &value), example, &label, is_alike);
    let hints = [name.as_str()];
    let pressable = Pressable::new(ui.scope_id().with(("patch", place))).sense(Sense::CLICK);
    let response = pressable.radius(size::RADIUS_TILE).hints(&hints).show(ui, square, theme, || name.clone());
    outline(ui, square, false, response.hovered(), theme);
    let line = WORDS[usize::from(is_projected())] * 0.4;
    let [above, below] = [0, 1].map(|place| square.beneath(line * 0.2, line).row(place, line));
    write_fitted(painter, above, Align2::LEFT_CENTER, &value, TextRole::BodyStrong, theme.hi);
    if is_alike {
        painter.circle_filled(above.right_part(10.0).center(), 4.0, theme.hue(Hue::Classifier).fill);
    }
    write_fitted(painter, below.without_right(-6.0), Align2::LEFT_CENTER, &label, TextRole::Tick, theme.mid);
    if response.clicked() {
        commands.push(Command::Album(AlbumCommand::OpenPhoto(example.photo)));
        commands.push(Command::SelectCell(Some((example.cell[0], example.cell[1]))));
    }
}

/// "1: church, 7.38 at row 2, column 5, called like this photo".
fn said((place, value): (usize, &str), example: &Example, label: &str, is_alike: bool) -> String {
    let values = [
        ("place", (place + 1).to_string()),
        ("label", label.to_owned()),
        ("value", value.to_owned()),
        ("cell", crate::locale::indices::cell((example.cell[0], example.cell[1]))),
    ];
    tr_with(if is_alike { "looks-patch-alike" } else { "looks-patch-name" }, &values)
}

/// "6 of 9 are called church, like this photo (95.7 %)".
fn answers(ui: &mut Ui, examples: &Examples, seen: &LayerContext<'_>, theme: &Theme) {
    let Some((class, report)) = seen.state.class().zip(seen.state.report()) else { return };
    let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), 46.0), Sense::hover());
    let painter = ui.painter();
    painter.rect_filled(rect, size::RADIUS_BUTTON, theme.bg3);
    let count = examples.answered(class).to_string();
    let total = examples.strongest.len().to_string();
    let label = class_text(&seen.state.labels()[class]).to_owned();
    let share = percent(f64::from(report.main().probabilities[class]));
    let number = tr_with("looks-of-nine", &[("count", count), ("total", total)]);
    let inner = rect.without_left(size::SPACE_12).without_right(size::SPACE_4);
    let shown = write(painter, inner, Align2::LEFT_CENTER, &number, TextRole::StageNumber, theme.hi);
    let mut room = inner.with_min_x(shown.right()).without_top(6.5);
    let dot = room.take_left(24.0).row(0, 17.0).without_left(4.0);
    painter.circle_filled(dot.center(), 4.0, theme.hue(Hue::Classifier).fill);
    let values = [("label", label), ("share", share)];
    let lines = [tr_with("looks-are-called", &values), tr_with("looks-like-this-photo", &values)];
    for (line, words) in lines.iter().enumerate() {
        let row = room.row(line, 17.0);
        write_fitted(painter, row, Align2::LEFT_CENTER, words, TextRole::Caption, theme.mid);
    }
    spoken(ui, rect, Role::Label, &format!("{number} {}", lines.join(" ")));
}
