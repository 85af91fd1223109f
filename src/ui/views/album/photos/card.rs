//! The selected photo: what the three heads answer, and where to go from here.

use std::sync::Arc;

use egui::{Align2, Color32, Rect, Stroke, TextureOptions, Ui, pos2, vec2};

use super::part;
use crate::album::{Answer, Photo};
use crate::locale::format::percent;
use crate::locale::text::{tr, tr_with};
use crate::spec::{Head, MODULES};
use crate::state::{AlbumCommand, Command};
use crate::ui::kit::paint::{card_ground, paragraph, rounded_picture, spoken, text_within};
use crate::ui::kit::{Button, Icon};
use crate::ui::look::photo_image;
use crate::ui::style::{TextRole, Weight, size};
use crate::ui::views::album::context::AlbumContext;
use crate::ui::views::album::tile::{self, Pictures};
use crate::ui::views::album::words::{Verdict, verdict};
use crate::ui::views::classifiers::{hangs_on, head_hue, head_name};

const PADDING: f32 = 16.0;
/// The narrowest card with the picture beside the words, points.
const BESIDE: f32 = 700.0;

/// The card at its place on a desk; in a narrow window it lies over the grid.
pub(super) fn drawer(
    ui: &mut Ui,
    rect: Rect,
    (shown, is_wide): (&AlbumContext<'_>, bool),
    photo: usize,
    pictures: &mut Pictures<'_>,
    commands: &mut Vec<Command>,
) {
    if is_wide {
        card(ui, rect, shown, photo, pictures, commands);
        return;
    }
    let area = egui::Area::new(egui::Id::unique("album-drawer")).order(egui::Order::Middle).fixed_pos(rect.min);
    area.show(ui.ctx(), |ui| {
        ui.set_min_size(rect.size());
        ui.set_max_size(rect.size());
        // What lies below the card does not hear of clicks on it.
        ui.interact(rect, ui.scope_id().with("ground"), egui::Sense::click_and_drag());
        card(ui, rect, shown, photo, pictures, commands);
    });
}

/// The card over `rect`.
pub(super) fn card(
    ui: &mut Ui,
    rect: Rect,
    shown: &AlbumContext<'_>,
    position: usize,
    pictures: &mut Pictures<'_>,
    commands: &mut Vec<Command>,
) {
    let Some(photo) = shown.photo(position) else { return };
    let theme = shown.theme;
    card_ground(ui.painter(), rect, theme);
    let inner = rect.shrink(PADDING);
    let buttons = if shown.state.projector.is_on { 0.0 } else { 2.0 * size::CONTROL_HEIGHT + size::SPACE_8 };
    // Before a class the picture is as high as the card, and all else stands beside it.
    let is_beside = shown.state.projector.is_on && rect.width() >= BESIDE;
    let (picture, words) = if is_beside {
        let side = inner.height().min(inner.width() * 0.46);
        let picture = Rect::from_min_size(inner.min, vec2(side, side));
        (picture, inner.with_min_x(picture.right() + size::SPACE_24))
    } else {
        // What lies below the picture at least.
        let below = 62.0 + 3.0 * 40.0 + 64.0 + buttons;
        let side = inner.width().min(inner.height() - 48.0 - below).max(96.0);
        let corner = pos2(inner.center().x - side / 2.0, inner.top() + 46.0);
        (Rect::from_min_size(corner, vec2(side, side)), inner)
    };
    title(ui, words, shown, (position, photo), commands);
    large_picture(ui, picture, shown, position, pictures);
    let top = if is_beside { words.top() + 46.0 } else { picture.bottom() };
    let inner = words;
    let rest = Rect::from_min_max(pos2(inner.left(), top + 10.0), inner.max);
    answer(ui, rest, shown, photo);
    let heads = rest.with_min_y(rest.top() + 66.0);
    let end = heads_table(ui, heads, shown, photo);
    let words = Rect::from_min_max(pos2(inner.left(), end), pos2(inner.right(), inner.bottom() - buttons));
    part(ui, words, |ui| paragraph(ui, &agreement(shown, photo), TextRole::Caption, theme.mid));
    if !shown.state.projector.is_on {
        let place = Rect::from_min_max(pos2(inner.left(), inner.bottom() - buttons), inner.max);
        actions(ui, place, shown, position, commands);
    }
}

/// Path, place among those that are shown, and a cross.
fn title(
    ui: &mut Ui,
    inner: Rect,
    shown: &AlbumContext<'_>,
    (position, photo): (usize, &Photo),
    commands: &mut Vec<Command>,
) {
    let theme = shown.theme;
    let room = inner.width() - size::CONTROL_HEIGHT;
    let painter = ui.painter().clone();
    text_within(&painter, pos2(inner.left(), inner.top() + 8.0), room, &photo.path, TextRole::Name, theme.hi);
    let order = shown.facts.shown(shown.album, shown.choices());
    if let Some(place) = order.iter().position(|&other| other == position) {
        let values = [("place", (place + 1) as f64), ("count", order.len() as f64)];
        let words = tr_with("album-place", &values);
        text_within(&painter, pos2(inner.left(), inner.top() + 28.0), room, &words, TextRole::Caption, theme.low);
    }
    if shown.state.projector.is_on {
        return;
    }
    let corner = pos2(inner.right() - size::CONTROL_HEIGHT + 8.0, inner.top() - 8.0);
    let place = Rect::from_min_size(corner, vec2(size::CONTROL_HEIGHT, size::CONTROL_HEIGHT));
    part(ui, place, |ui| {
        if ui.add(Button::icon(theme, Icon::Close, &tr("album-close-card"))).clicked() {
            commands.push(Command::Album(AlbumCommand::Select(None)));
        }
    });
}

/// What the network sees of the photo, or until that is there the small picture.
fn large_picture(ui: &Ui, rect: Rect, shown: &AlbumContext<'_>, position: usize, pictures: &mut Pictures<'_>) {
    let album = &shown.state.album;
    match &album.picture {
        Some((of, pixels)) if *of == position => {
            let key = ("album picture", album.number, position);
            let pixels = Arc::clone(pixels);
            let make = || photo_image(&pixels);
            let texture = pictures.textures.get(ui.ctx(), key, TextureOptions::LINEAR, make);
            rounded_picture(ui.painter(), texture.id(), rect, Color32::WHITE);
        }
        Some(_) | None => tile::picture(ui, rect, shown, position, 1.0, pictures),
    }
    spoken(ui, rect, egui::Role::Image, &shown.sentence(position));
}

/// The answer in large type, and whether it is right.
fn answer(ui: &Ui, rect: Rect, shown: &AlbumContext<'_>, photo: &Photo) {
    let theme = shown.theme;
    let painter = ui.painter();
    let first = rect.top() + 16.0;
    let verdict = verdict(photo);
    if let Some(best) = photo.answer(Head::Main).map(Answer::best) {
        let share = percent(best.probability.into());
        let place = pos2(rect.right(), first);
        let number = painter.text(place, Align2::RIGHT_CENTER, share, Weight::SemiBold.size(20.0), theme.hi);
        let room = number.left() - rect.left() - size::SPACE_8;
        largest(painter, pos2(rect.left(), first), room, shown.class(best.class), theme.hi);
    }
    let truth = shown.truth(photo);
    let words = match verdict {
        Verdict::Right => tr_with("album-verdict-right", &[("label", &*truth)]),
        Verdict::Wrong => tr_with("album-verdict-wrong", &[("label", &*truth)]),
        Verdict::Unknown => tr_with("album-verdict-unknown", &[("label", &*truth)]),
        Verdict::Unlabelled => tr("album-verdict-unlabelled"),
        Verdict::Waiting => tr("album-waiting"),
        Verdict::Unreadable => match &photo.state {
            crate::album::State::Unreadable(error) => crate::locale::errors::error_text(error),
            crate::album::State::Waiting | crate::album::State::Ran(_) => String::new(),
        },
    };
    let second = rect.top() + 46.0;
    let has_badge = matches!(verdict, Verdict::Right | Verdict::Wrong | Verdict::Unknown);
    let left = if has_badge { 26.0 } else { 0.0 };
    tile::badge(painter, pos2(rect.left() + 9.0, second), verdict, theme);
    text_within(painter, pos2(rect.left() + left, second), rect.width() - left, &words, TextRole::Body, theme.mid);
}

/// As large as it fits, at most as large as a result.
fn largest(painter: &egui::Painter, left_middle: egui::Pos2, room: f32, words: &str, ink: Color32) {
    for points in [28.0, 24.0, 20.0, 17.0] {
        let galley = painter.layout_no_wrap(words.to_owned(), Weight::SemiBold.size(points), ink);
        if galley.size().x <= room {
            painter.galley(left_middle - vec2(0.0, galley.size().y / 2.0), galley, ink);
            return;
        }
    }
    text_within(painter, left_middle, room, words, TextRole::Name, ink);
}

/// Where a head hangs.
fn after(shown: &AlbumContext<'_>, head: Head) -> String {
    let module = shown.state.network().and_then(|network| hangs_on(network, head));
    module.map_or_else(String::new, |(module, _)| tr_with("album-after", &[("module", MODULES[module].name)]))
}

/// What each head gives the answer and the true class; returns where it ends.
fn heads_table(ui: &Ui, rect: Rect, shown: &AlbumContext<'_>, photo: &Photo) -> f32 {
    let theme = shown.theme;
    let Some(best) = photo.answer(Head::Main).map(Answer::best) else { return rect.top() };
    let painter = ui.painter();
    let columns = [rect.right() - 58.0, rect.right()];
    painter.hline(rect.x_range(), rect.top(), Stroke::new(size::hairline(), theme.line));
    let truth = photo.known().filter(|&class| class != best.class);
    let heading = rect.top() + 14.0;
    let name = |x: f32, class: usize| {
        let room = 80.0;
        let galley = {
            let mut job = egui::text::LayoutJob::single_section(
                shown.class(class).to_owned(),
                egui::text::TextFormat::simple(TextRole::Tick.font(), theme.low),
            );
            job.wrap.max_width = room;
            job.wrap.max_rows = 1;
            job.wrap.break_anywhere = true;
            painter.layout_job(job)
        };
        painter.galley(pos2(x - galley.size().x, heading - galley.size().y / 2.0), galley, theme.low);
    };
    let main_column = if truth.is_some() { columns[0] } else { columns[1] };
    name(main_column, best.class);
    if let Some(class) = truth {
        name(columns[1], class);
    }
    let mut top = rect.top() + 24.0;
    for head in Head::ALL {
        let Some(answer) = photo.answer(head) else { continue };
        let hue = head_hue(head);
        let middle = top + 11.0;
        let place = pos2(rect.left(), middle);
        let title =
            painter.text(place, Align2::LEFT_CENTER, head_name(head), TextRole::Name.font(), theme.hue(hue).text);
        let place = pos2(title.right() + 8.0, middle);
        painter.text(place, Align2::LEFT_CENTER, after(shown, head), TextRole::Tick.font(), theme.low);
        let share = probability(answer, best.class);
        let words = share.map_or_else(|| "–".to_owned(), |share| percent(share.into()));
        let strong = TextRole::BodyStrong.font();
        painter.text(pos2(main_column, middle), Align2::RIGHT_CENTER, &words, strong, theme.hi);
        let mut sentence = format!("{} {}: {} {words}", head_name(head), after(shown, head), shown.class(best.class));
        if let (Some(class), Some(truth)) = (truth, answer.truth) {
            let number = percent(truth.probability.into());
            sentence += &format!(", {} {number}", shown.class(class));
            painter.text(pos2(columns[1], middle), Align2::RIGHT_CENTER, number, TextRole::Body.font(), theme.low);
        }
        let track = Rect::from_min_size(pos2(rect.left(), top + 24.0), vec2(rect.width(), 6.0));
        tile::bar(painter, track, share.unwrap_or_default(), hue, theme);
        let row = Rect::from_min_max(pos2(rect.left(), top), pos2(rect.right(), top + 32.0));
        spoken(ui, row, egui::Role::Label, &sentence);
        top += 38.0;
    }
    top + 4.0
}

/// What a head gives a class, as far as it is kept.
fn probability(answer: &Answer, class: usize) -> Option<f32> {
    let guess = answer.top.iter().find(|guess| guess.class == class);
    guess.map(|guess| guess.probability)
}

/// A sentence about the heads.
fn agreement(shown: &AlbumContext<'_>, photo: &Photo) -> String {
    let crate::album::State::Ran(answers) = &photo.state else { return String::new() };
    if answers.len() < 2 {
        return String::new();
    }
    match (photo.heads_disagree(), photo.is_right()) {
        (Some(false), Some(true)) => tr_with("album-agree-right", &[("count", answers.len() as f64)]),
        (Some(false), Some(false)) => tr_with("album-agree-wrong", &[("count", answers.len() as f64)]),
        (Some(false), None) => tr_with("album-agree", &[("count", answers.len() as f64)]),
        (Some(true), _) => {
            let said: Vec<String> = answers
                .iter()
                .map(|answer| format!("{}: {}", head_name(answer.head), shown.class(answer.best().class)))
                .collect();
            tr_with("album-disagree", &[("answers", said.join(", "))])
        }
        (None, _) => String::new(),
    }
}

/// Where to go from here.
fn actions(ui: &mut Ui, rect: Rect, shown: &AlbumContext<'_>, position: usize, commands: &mut Vec<Command>) {
    let theme = shown.theme;
    let first = rect.with_max_y(rect.top() + size::CONTROL_HEIGHT);
    let mut wish = |ui: &mut Ui, place: Rect, words: String, (is_primary, command): (bool, AlbumCommand)| {
        let clicked = part(ui, place, |ui| {
            let button = match is_primary {
                true => Button::primary(theme, &words),
                false => Button::plain(theme, &words),
            };
            ui.add(button.width(place.width())).clicked()
        });
        if clicked {
            commands.push(Command::Album(command));
        }
    };
    wish(ui, first, tr("album-open-in-all"), (true, AlbumCommand::OpenPhoto(position)));
    let second = Rect::from_min_max(pos2(rect.left(), first.bottom() + size::SPACE_8), rect.max);
    let half = (second.width() - size::SPACE_8) / 2.0;
    let left = second.with_max_x(second.left() + half);
    let right = second.with_min_x(second.right() - half);
    wish(ui, left, tr("album-show-in-map"), (false, AlbumCommand::ShowInMap(position)));
    wish(ui, right, tr("album-compare"), (false, AlbumCommand::Compare(position)));
}
