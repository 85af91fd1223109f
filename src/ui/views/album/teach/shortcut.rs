//! A sticker on all photos of one class: does a copy of the head learn the class, or the sticker?

use egui::{Align, Align2, Color32, Layout, Rect, Role, Stroke, TextureOptions, Ui, vec2};
use fluent_bundle::FluentValue;

use super::{Parts, live};
use crate::imaging::Range;
use crate::locale::format::percent;
use crate::locale::text::{tr, tr_with};
use crate::state::{Command, Stuck, TeachCommand};
use crate::teach::{Tray, with_sticker};
use crate::ui::kit::paint::{card_ground, paragraph, rounded_picture, spoken};
use crate::ui::kit::{Area, Button, Row, from_right, menu, within, write_fitted};
use crate::ui::look::{Look, colormap_of, photo_image};
use crate::ui::style::{TextRole, caption_room, size};
use crate::ui::views::classifiers::overlay_image;

/// Shows the card.
pub(super) fn card(ui: &mut Ui, rect: Rect, parts: Parts<'_>, look: &mut Look<'_>, commands: &mut Vec<Command>) {
    let theme = parts.theme;
    card_ground(ui.painter(), rect, theme);
    let mut rest = rect.shrink2(vec2(16.0, 10.0));
    let title = rest.take_top(size::CONTROL_HEIGHT);
    rest.take_top(size::SPACE_8);
    let trays = &parts.teach().trays;
    let chosen = parts.teach().shortcut.tray.and_then(|tray| trays.get(tray)).filter(|tray| !tray.photos.is_empty());
    let chosen = chosen.or_else(|| trays.taught().next());
    let left = chooser(ui, title, parts, chosen, commands);
    let name = tr("teach-shortcut");
    let title = title.with_max_x(left - 4.0);
    let words = title.without_right(4.0);
    write_fitted(ui.painter(), words, Align2::LEFT_CENTER, &name, TextRole::CardTitle, theme.hi);
    spoken(ui, title, Role::Heading, &name);
    let teach = parts.teach();
    let current = teach.taught.as_ref().map(|taught| taught.revision);
    let stuck = teach.shortcut.stuck.as_ref().filter(|(revision, _)| Some(*revision) == current);
    let stuck = stuck.map(|(_, stuck)| &**stuck);
    let words = match stuck {
        Some(stuck) => verdict(parts, stuck),
        None if teach.shortcut.is_running => tr("teach-shortcut-running"),
        None => tr("teach-shortcut-body"),
    };
    let foot = rest.take_bottom(caption_room(54.0));
    within(ui, foot, |ui| paragraph(ui, &words, TextRole::Caption, theme.mid));
    if let Some(tray) = chosen {
        show(ui, rest.without_bottom(6.0), parts, (tray, stuck), look);
    }
}

/// Which class has the stickers; returns where the button begins.
fn chooser(ui: &mut Ui, rect: Rect, parts: Parts<'_>, chosen: Option<&Tray>, commands: &mut Vec<Command>) -> f32 {
    let theme = parts.theme;
    from_right(ui, rect, |ui| {
        let Some(chosen) = chosen else { return rect.right() };
        let short: String = chosen.name.chars().take(14).collect();
        let words = tr_with("teach-shortcut-class", &[("name", short)]);
        let button = ui.add(Button::plain(theme, &words).named(&tr("teach-shortcut-class-name")).opens_menu());
        menu(&button).layout(Layout::top_down(Align::Min)).show(|ui| {
            ui.set_width(220.0);
            ui.spacing_mut().item_spacing.y = size::SPACE_8;
            for tray in parts.teach().trays.taught() {
                if ui.add(Button::plain(theme, &tray.name)).clicked() {
                    commands.push(Command::Teach(TeachCommand::Stick(tray.number)));
                    ui.close();
                }
            }
        });
        button.rect.left()
    })
}

/// Four photos with stickers, an arrow, the open photo with one and the evidence over it.
fn show(ui: &Ui, rect: Rect, parts: Parts<'_>, (tray, stuck): (&Tray, Option<&Stuck>), look: &mut Look<'_>) {
    let theme = parts.theme;
    let painter = ui.painter();
    let words = caption_room(20.0);
    let side = (rect.height() - words).min((rect.width() - 34.0) / 2.0).max(40.0);
    let square = rect.square(Align2::LEFT_TOP, side);
    let quarters = square.rows::<2>(4.0).into_iter().flat_map(|row| row.columns::<2>(4.0));
    for (photo, place) in tray.photos.iter().zip(quarters) {
        let key = ("tray photo with sticker", &photo.id);
        let texture =
            look.textures.get(ui.ctx(), key, TextureOptions::LINEAR, || photo_image(&with_sticker(&photo.thumbnail)));
        rounded_picture(painter, texture.id(), place, Color32::WHITE);
    }
    let values: [(&str, FluentValue<'_>); 2] =
        [("count", tray.photos.len().into()), ("name", tray.name.clone().into())];
    let (below, count) = (square.beneath(2.0, words), tr_with("teach-shortcut-photos", &values));
    write_fitted(painter, below, Align2::LEFT_CENTER, &count, TextRole::Caption, theme.mid);
    spoken(ui, square, Role::Image, &tr_with("teach-shortcut-photo", &[("name", &*tray.name)]));
    let Some(stuck) = stuck else { return };
    let right = square.beside(34.0, side);
    let between = square.beside(6.0, 22.0);
    painter.arrow(between.left_center(), vec2(between.width(), 0.0), Stroke::new(2.0, theme.mid));
    let revision = parts.teach().taught.as_ref().map_or(0, |taught| taught.revision);
    let photo = live::seen_texture(ui, ("teach stuck", stuck.report, revision), &stuck.seen, look);
    let cells = (stuck.cells.len() as f32).sqrt() as usize;
    let key = ("teach stuck map", stuck.report, revision, stuck.class, theme.dark);
    let map = look.textures.get(ui.ctx(), key, TextureOptions::NEAREST, || {
        overlay_image(&stuck.cells, cells, Range::symmetric(&stuck.cells), colormap_of(parts.state, true))
    });
    live::over(ui, right, &photo, &map, parts);
    let name = parts.class(stuck.class);
    let share = percent(stuck.with[stuck.class].into());
    Row::new(&format!("“{name}”"), TextRole::BodyStrong, theme.hi)
        .number(&share, TextRole::BodyStrong, theme.hi)
        .paint(painter, right.beneath(2.0, words));
    let picture = tr_with("teach-shortcut-picture", &[("name", &*name)]);
    let result = tr_with("teach-shortcut-result", &[("name", name), ("share", share)]);
    spoken(ui, right, Role::Image, &format!("{picture}. {result}"));
}

/// What the numbers say.
fn verdict(parts: Parts<'_>, stuck: &Stuck) -> String {
    let best =
        |shares: &[f32]| (0..shares.len()).reduce(|best, next| if shares[next] > shares[best] { next } else { best });
    let (with, without) = (best(&stuck.with).unwrap_or(0), best(&stuck.without).unwrap_or(0));
    let values = [
        ("name", parts.class(stuck.class)),
        ("with", parts.class(with)),
        ("without", parts.class(without)),
        ("share", percent(stuck.without[without].into())),
        ("before", percent(stuck.without[stuck.class].into())),
        ("after", percent(stuck.with[stuck.class].into())),
    ];
    let key = match (with == stuck.class, without == stuck.class) {
        (true, false) => "teach-shortcut-fooled",
        (true, true) => "teach-shortcut-same",
        (false, _) => "teach-shortcut-resists",
    };
    tr_with(key, &values)
}
