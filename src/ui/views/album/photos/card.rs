//! The selected photo: what the three heads answer, and where to go from here.

use std::sync::Arc;

use egui::{Align2, Color32, Rect, Stroke, TextureOptions, Ui};

use crate::album::{Answer, Photo};
use crate::locale::format::percent;
use crate::locale::text::{tr, tr_with};
use crate::spec::{Head, MODULES};
use crate::state::{AlbumCommand, Command};
use crate::ui::kit::paint::{card_ground, paragraph, rounded_picture, spoken};
use crate::ui::kit::{Area, Button, Icon, NumberColumns, left_of, right_of, share_bar, within, write, write_fitted};
use crate::ui::look::photo_image;
use crate::ui::style::{TextRole, Weight, size};
use crate::ui::views::album::context::AlbumContext;
use crate::ui::views::album::tile::{self, Pictures};
use crate::ui::views::album::words::{Verdict, verdict};
use crate::ui::views::classifiers::{hangs_on, head_hue, head_name};

const PADDING: f32 = 16.0;
/// Height of the title, of the answer with what is said of it, and of a head's row with the gap below it, points.
const TITLE: f32 = 46.0;
const ANSWER: f32 = 66.0;
const HEAD: f32 = 38.0;
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
        (inner.square(Align2::LEFT_TOP, side), inner.without_left(side + size::SPACE_24))
    } else {
        // What lies below the picture at least.
        let below = 62.0 + 3.0 * 40.0 + 64.0 + buttons;
        let side = inner.width().min(inner.height() - 48.0 - below).max(96.0);
        (inner.without_top(TITLE).square(Align2::CENTER_TOP, side), inner)
    };
    let mut rest = words;
    title(ui, rest.take_top(TITLE), shown, (position, photo), commands);
    large_picture(ui, picture, shown, position, pictures);
    if !is_beside {
        rest.take_top(picture.height());
    }
    rest.take_top(10.0);
    let buttons = rest.take_bottom(buttons);
    answer(ui, rest.take_top(ANSWER), shown, photo);
    heads_table(ui, &mut rest, shown, photo);
    within(ui, rest, |ui| paragraph(ui, &agreement(shown, photo), TextRole::Caption, theme.mid));
    if !shown.state.projector.is_on {
        actions(ui, buttons, shown, position, commands);
    }
}

/// Path, place among those that are shown, and a cross.
fn title(
    ui: &mut Ui,
    rect: Rect,
    shown: &AlbumContext<'_>,
    (position, photo): (usize, &Photo),
    commands: &mut Vec<Command>,
) {
    let theme = shown.theme;
    let lines = rect.without_right(size::CONTROL_HEIGHT);
    let path = lines.top_part(16.0);
    write_fitted(ui.painter(), path, Align2::LEFT_CENTER, &photo.path, TextRole::Name, theme.hi);
    let order = shown.facts.shown(shown.album, shown.choices());
    if let Some(place) = order.iter().position(|&other| other == position) {
        let values = [("place", (place + 1) as f64), ("count", order.len() as f64)];
        let words = tr_with("album-place", &values);
        write_fitted(ui.painter(), path.beneath(4.0, 16.0), Align2::LEFT_CENTER, &words, TextRole::Caption, theme.low);
    }
    if shown.state.projector.is_on {
        return;
    }
    let corner = rect.expand(8.0).square(Align2::RIGHT_TOP, size::CONTROL_HEIGHT);
    within(ui, corner, |ui| {
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
    let first = rect.top_part(32.0);
    let verdict = verdict(photo);
    if let Some(best) = photo.answer(Head::Main).map(Answer::best) {
        let share = percent(best.probability.into());
        let number = write(painter, first, Align2::RIGHT_CENTER, &share, TextRole::RowNumber, theme.hi);
        largest(painter, left_of(first, number, size::SPACE_8), shown.class(best.class), theme.hi);
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
    let second = first.beneath(0.0, 28.0);
    let has_badge = matches!(verdict, Verdict::Right | Verdict::Wrong | Verdict::Unknown);
    let left = if has_badge { 26.0 } else { 0.0 };
    tile::badge(painter, second.left_part(18.0), verdict, theme);
    write_fitted(painter, second.without_left(left), Align2::LEFT_CENTER, &words, TextRole::Body, theme.mid);
}

/// As large as it fits, at most as large as a result.
fn largest(painter: &egui::Painter, rect: Rect, words: &str, ink: Color32) {
    for points in [28.0, 24.0, 20.0, 17.0] {
        let galley = painter.layout_no_wrap(words.to_owned(), Weight::SemiBold.size(points), ink);
        if galley.size().x <= rect.width() {
            painter.galley(rect.place(Align2::LEFT_CENTER, galley.size()).min, galley, ink);
            return;
        }
    }
    write_fitted(painter, rect, Align2::LEFT_CENTER, words, TextRole::Name, ink);
}

/// Where a head hangs.
fn after(shown: &AlbumContext<'_>, head: Head) -> String {
    let module = shown.state.network().and_then(|network| hangs_on(network, head));
    module.map_or_else(String::new, |(module, _)| tr_with("album-after", &[("module", MODULES[module].name)]))
}

/// What each head gives the answer and the true class, a row each; takes them off the room there is.
fn heads_table(ui: &Ui, rest: &mut Rect, shown: &AlbumContext<'_>, photo: &Photo) {
    let theme = shown.theme;
    let Some(best) = photo.answer(Head::Main).map(Answer::best) else { return };
    let painter = ui.painter();
    painter.hline(rest.x_range(), rest.top(), Stroke::new(size::hairline(), theme.line));
    let columns = NumberColumns::new(*rest, rest.width() - 116.0, &[1.0, 1.0]);
    let truth = photo.known().filter(|&class| class != best.class);
    let main_column = usize::from(truth.is_none());
    let heading = rest.take_top(24.0).bottom_part(20.0);
    let name = |column: usize, class: usize, room: f32| {
        let place = columns.cell(heading, column).right_part(room);
        write_fitted(painter, place, Align2::RIGHT_CENTER, shown.class(class), TextRole::Tick, theme.low);
    };
    name(main_column, best.class, 80.0);
    if let Some(class) = truth {
        // It ends before the other name begins.
        name(1, class, 52.0);
    }
    for head in Head::ALL {
        let Some(answer) = photo.answer(head) else { continue };
        let hue = head_hue(head);
        let row = rest.take_top(HEAD).top_part(32.0);
        let line = row.top_part(22.0);
        let title = write(painter, line, Align2::LEFT_CENTER, &head_name(head), TextRole::Name, theme.hue(hue).text);
        let place = right_of(line, title, 8.0);
        write(painter, place, Align2::LEFT_CENTER, &after(shown, head), TextRole::Tick, theme.low);
        let number = |column: usize, words: &str, role: TextRole, ink: Color32| {
            write(painter, columns.cell(line, column), Align2::RIGHT_CENTER, words, role, ink);
        };
        let share = probability(answer, best.class);
        let words = share.map_or_else(|| "–".to_owned(), |share| percent(share.into()));
        number(main_column, &words, TextRole::BodyStrong, theme.hi);
        let mut sentence = format!("{} {}: {} {words}", head_name(head), after(shown, head), shown.class(best.class));
        if let (Some(class), Some(truth)) = (truth, answer.truth) {
            let words = percent(truth.probability.into());
            sentence += &format!(", {} {words}", shown.class(class));
            number(1, &words, TextRole::Body, theme.low);
        }
        share_bar(painter, line.beneath(2.0, 6.0), share.unwrap_or_default(), hue, theme);
        spoken(ui, row, egui::Role::Label, &sentence);
    }
    rest.take_top(4.0);
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
    let mut wish = |ui: &mut Ui, place: Rect, words: String, (is_primary, command): (bool, AlbumCommand)| {
        let clicked = within(ui, place, |ui| {
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
    let [first, second] = rect.rows(size::SPACE_8);
    wish(ui, first, tr("album-open-in-all"), (true, AlbumCommand::OpenPhoto(position)));
    let [left, right] = second.columns(size::SPACE_8);
    wish(ui, left, tr("album-show-in-map"), (false, AlbumCommand::ShowInMap(position)));
    wish(ui, right, tr("album-compare"), (false, AlbumCommand::Compare(position)));
}
