//! A sticker on all photos of one class: does a copy of the head learn the class, or the sticker?

use egui::{Align, Align2, Layout, Rect, TextureOptions, Ui, UiBuilder, pos2, vec2};
use fluent_bundle::FluentValue;

use super::{Parts, live};
use crate::imaging::Range;
use crate::locale::format::percent;
use crate::locale::text::{tr, tr_with};
use crate::state::{Command, Stuck, TeachCommand};
use crate::teach::{Tray, with_sticker};
use crate::ui::kit::paint::{card_ground, paragraph, rounded_picture, spoken, text, text_within};
use crate::ui::kit::{Button, menu, within};
use crate::ui::look::{Look, colormap_of, photo_image};
use crate::ui::style::{TextRole, caption_room, size};
use crate::ui::views::classifiers::overlay_image;

/// Shows the card.
pub(super) fn card(ui: &mut Ui, rect: Rect, parts: Parts<'_>, look: &mut Look<'_>, commands: &mut Vec<Command>) {
    let theme = parts.theme;
    card_ground(ui.painter(), rect, theme);
    let inner = rect.shrink2(vec2(16.0, 10.0));
    let title = inner.with_max_y(inner.top() + size::CONTROL_HEIGHT);
    let trays = &parts.teach().trays;
    let chosen = parts.teach().shortcut.tray.and_then(|tray| trays.get(tray)).filter(|tray| !tray.photos.is_empty());
    let chosen = chosen.or_else(|| trays.taught().next());
    let left = chooser(ui, title, parts, chosen, commands);
    let name = tr("teach-shortcut");
    text_within(ui.painter(), title.left_center(), left - title.left() - 8.0, &name, TextRole::CardTitle, theme.hi);
    spoken(ui, title.with_max_x(left - 4.0), egui::Role::Heading, &name);
    let below = inner.with_min_y(title.bottom() + size::SPACE_8);
    let teach = parts.teach();
    let current = teach.taught.as_ref().map(|taught| taught.revision);
    let stuck = teach.shortcut.stuck.as_ref().filter(|(revision, _)| Some(*revision) == current);
    let stuck = stuck.map(|(_, stuck)| &**stuck);
    let words = match stuck {
        Some(stuck) => verdict(parts, stuck),
        None if teach.shortcut.is_running => tr("teach-shortcut-running"),
        None => tr("teach-shortcut-body"),
    };
    let foot = caption_room(54.0);
    let text_at = below.with_min_y(below.bottom() - foot);
    within(ui, text_at, |ui| paragraph(ui, &words, TextRole::Caption, theme.mid));
    let pictures = below.with_max_y(text_at.top() - 6.0);
    if let Some(tray) = chosen {
        show(ui, pictures, parts, (tray, stuck), look);
    }
}

/// Which class has the stickers; returns where the button begins.
fn chooser(ui: &mut Ui, rect: Rect, parts: Parts<'_>, chosen: Option<&Tray>, commands: &mut Vec<Command>) -> f32 {
    let theme = parts.theme;
    let layout = Layout::right_to_left(Align::Center);
    ui.scope_builder(UiBuilder::new().max_rect(rect).layout(layout), |ui| {
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
    .inner
}

/// Four photos with stickers, an arrow, the open photo with one and the evidence over it.
fn show(ui: &Ui, rect: Rect, parts: Parts<'_>, (tray, stuck): (&Tray, Option<&Stuck>), look: &mut Look<'_>) {
    let theme = parts.theme;
    let painter = ui.painter();
    let words = caption_room(20.0);
    let side = (rect.height() - words).min((rect.width() - 34.0) / 2.0).max(40.0);
    let square = Rect::from_min_size(rect.min, vec2(side, side));
    let small = (side - 4.0) / 2.0;
    for (place, photo) in tray.photos.iter().take(4).enumerate() {
        let corner = square.min + vec2((place % 2) as f32, (place / 2) as f32) * (small + 4.0);
        let key = ("tray photo with sticker", &photo.id);
        let texture =
            look.textures.get(ui.ctx(), key, TextureOptions::LINEAR, || photo_image(&with_sticker(&photo.thumbnail)));
        rounded_picture(painter, texture.id(), Rect::from_min_size(corner, vec2(small, small)), egui::Color32::WHITE);
    }
    let values: [(&str, FluentValue<'_>); 2] =
        [("count", tray.photos.len().into()), ("name", tray.name.clone().into())];
    let below = pos2(square.left(), square.bottom() + words / 2.0 + 2.0);
    text_within(painter, below, side, &tr_with("teach-shortcut-photos", &values), TextRole::Caption, theme.mid);
    spoken(ui, square, egui::Role::Image, &tr_with("teach-shortcut-photo", &[("name", &*tray.name)]));
    let Some(stuck) = stuck else { return };
    let right = Rect::from_min_size(pos2(square.right() + 34.0, square.top()), vec2(side, side));
    let middle = pos2(square.right() + 17.0, square.center().y);
    painter.arrow(middle - vec2(11.0, 0.0), vec2(22.0, 0.0), egui::Stroke::new(2.0, theme.mid));
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
    let below = pos2(right.left(), right.bottom() + words / 2.0 + 2.0);
    let number =
        text(painter, pos2(right.right(), below.y), Align2::RIGHT_CENTER, &share, TextRole::BodyStrong, theme.hi);
    let room = number.left() - below.x - 6.0;
    text_within(painter, below, room, &format!("“{name}”"), TextRole::BodyStrong, theme.hi);
    let picture = tr_with("teach-shortcut-picture", &[("name", &*name)]);
    let result = tr_with("teach-shortcut-result", &[("name", name), ("share", share)]);
    spoken(ui, right, egui::Role::Image, &format!("{picture}. {result}"));
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
