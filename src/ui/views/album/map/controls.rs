//! Depth, travel, ring and way of placing.

use egui::{Align, Align2, Id, Layout, Rect, Role, ScrollArea, Sense, Stroke, StrokeKind, Ui, WidgetInfo, vec2};

use super::depth_text;
use super::scene::MapScene;
use crate::album::Depth;
use crate::locale::glossary::Term;
use crate::locale::text::{tr, tr_with};
use crate::state::{AlbumCommand, Command, Placing, Ring};
use crate::ui::kit::{
    Area, Button, Icon, Pressable, Segmented, arrows_pressed, from_right, lock_arrows, menu, term_hint, width_of,
    write, write_sized,
};
use crate::ui::shortcuts;
use crate::ui::style::{TextRole, Theme, Weight, size};
use crate::ui::views::album::context::AlbumContext;

/// Shows the row: what the map places photos by at the left, how it shows them at the right.
pub(super) fn controls(
    ui: &mut Ui,
    rect: Rect,
    shown: &AlbumContext<'_>,
    scene: &mut MapScene,
    commands: &mut Vec<Command>,
) {
    let theme = shown.theme;
    let right = from_right(ui, rect, |ui| {
        ui.spacing_mut().item_spacing.x = size::SPACE_8;
        let names = ["album-tsne", "album-pca"].map(tr);
        let choices = [(Placing::Tsne, &*names[0]), (Placing::Pca, &*names[1])];
        let name = tr("album-placing");
        let hints = [Term::Tsne, Term::Pca].map(term_hint);
        if let Some(placing) =
            Segmented::new(&name, &choices, shown.choices().placing).padding(10.0).hints(&hints).show(ui, theme).inner
        {
            commands.push(Command::Album(AlbumCommand::SetPlacing(placing)));
        }
        ring_menu(ui, shown, commands);
        let words = tr("album-travel");
        let button = Button::plain(theme, &words).with_icon(Icon::Play).toggled(scene.is_travelling());
        if ui.add(button).clicked() {
            scene.toggle_travel();
        }
        ui.min_rect().left()
    });
    let label = tr("album-sees-at");
    let width = width_of(ui.painter(), &label, TextRole::Caption.font());
    let room = rect.with_max_x(right - size::SPACE_24);
    let mut line = rect.with_max_x(right - 52.0);
    let is_named = width + 56.0 + 300.0 <= room.width();
    if is_named {
        write(ui.painter(), room, Align2::LEFT_CENTER, &label, TextRole::Caption, theme.low);
    }
    line.take_left(if is_named { width + 44.0 } else { 28.0 });
    depths(ui, line.left_part(line.width().min(380.0)), shown, commands);
}

/// A line with a stop a depth.
fn depths(ui: &mut Ui, rect: Rect, shown: &AlbumContext<'_>, commands: &mut Vec<Command>) {
    let theme = shown.theme;
    let now = shown.choices().depth;
    let group = Id::unique("album-depth");
    let whole = ui.interact(rect.expand2(vec2(24.0, 0.0)), group, Sense::hover());
    whole.widget_info(|| WidgetInfo::labeled(Role::RadioGroup, ui.is_enabled(), tr("album-sees-at")));
    let line = rect.top_part(18.0);
    ui.painter().hline(line.x_range(), line.center().y, Stroke::new(3.0, theme.line2));
    let pitch = rect.width() / (Depth::ALL.len() - 1) as f32;
    let places = rect.expand2(vec2(pitch / 2.0, 0.0));
    for (place, depth) in Depth::ALL.into_iter().enumerate() {
        let stop = places.column(place, pitch).middle_column(pitch.min(64.0));
        let name = depth_text(depth);
        let radio = Pressable::new(group.with(place)).role(Role::RadioButton).chosen(depth == now);
        let response = radio.radius(size::RADIUS_TILE).show(ui, stop, theme, || name.clone());
        let painter = ui.painter();
        let knob = stop.top_part(line.height());
        if depth == now {
            let handle = knob.middle_column(14.0);
            painter.rect(handle, 4.0, theme.bg3, Stroke::new(2.0, theme.hi), StrokeKind::Inside);
        } else {
            let ink = if response.hovered() { theme.hi } else { theme.mid };
            painter.circle(knob.center(), 4.0, theme.bg0, Stroke::new(2.0, ink));
        }
        let (font, ink) = match depth == now {
            true => (Weight::SemiBold.size(13.0), theme.hi),
            false => (TextRole::Caption.font(), theme.low),
        };
        write_sized(painter, stop.bottom_part(12.0), Align2::CENTER_CENTER, &name, font, ink);
        if response.has_focus() {
            lock_arrows(ui, response.id);
            let step = arrows_pressed(ui)[0];
            if step != 0 {
                let next = place.saturating_add_signed(step).min(Depth::ALL.len() - 1);
                ui.memory_mut(|memory| memory.request_focus(group.with(next)));
                commands.push(Command::Album(AlbumCommand::SetDepth(Depth::ALL[next])));
            }
        }
        if response.clicked() {
            commands.push(Command::Album(AlbumCommand::SetDepth(depth)));
        }
    }
}

/// Which photos stand out.
fn ring_menu(ui: &mut Ui, shown: &AlbumContext<'_>, commands: &mut Vec<Command>) {
    let theme = shown.theme;
    let name = ring_text(shown, shown.choices().ring);
    let label: String = tr_with("album-ring", &[("name", &*name)]).chars().take(26).collect();
    let button = ui.add(Button::plain(theme, &label).opens_menu());
    menu(&button).layout(Layout::top_down(Align::Min)).show(|ui| {
        ui.set_width(220.0);
        ui.spacing_mut().item_spacing = vec2(size::SPACE_8, size::SPACE_4);
        ScrollArea::vertical().max_height(420.0).show(ui, |ui| {
            let labels = shown.facts.rows().map(|row| Ring::Label(row.row));
            for ring in [Ring::Known, Ring::None].into_iter().chain(labels) {
                let words = ring_text(shown, ring);
                let button = Button::plain(theme, &words).toggled(ring == shown.choices().ring);
                if ui.add(button).clicked() {
                    commands.push(Command::Album(AlbumCommand::SetRing(ring)));
                    ui.close();
                }
            }
        });
    });
}

fn ring_text(shown: &AlbumContext<'_>, ring: Ring) -> String {
    match ring {
        Ring::Known => tr("album-ring-known"),
        Ring::None => tr("album-ring-none"),
        Ring::Label(row) => shown.facts.name_of(row).unwrap_or_default().to_owned(),
    }
}

/// A depth before or the next, travel, fit.
pub(super) fn keys(ui: &Ui, shown: &AlbumContext<'_>, scene: &mut MapScene, commands: &mut Vec<Command>) {
    let focused = ui.memory(egui::Memory::focused);
    let is_elsewhere = focused.is_some_and(|id| id != super::found::map_id());
    if ui.text_edit_focused() || shown.state.album.shows_about {
        return;
    }
    if shortcuts::ALBUM_FIT.pressed(ui) {
        scene.fit();
    }
    // With Shift the arrows walk over the map.
    if is_elsewhere || ui.input(|input| input.modifiers.shift) {
        return;
    }
    let now = Depth::ALL.iter().position(|&depth| depth == shown.choices().depth).unwrap_or(0);
    let mut go = |next: Option<&Depth>| {
        commands.extend(next.map(|&depth| Command::Album(AlbumCommand::SetDepth(depth))));
    };
    if shortcuts::ALBUM_SHALLOWER.pressed(ui) {
        go(now.checked_sub(1).and_then(|next| Depth::ALL.get(next)));
    }
    if shortcuts::ALBUM_DEEPER.pressed(ui) {
        go(Depth::ALL.get(now + 1));
    }
    if shortcuts::ALBUM_TRAVEL.pressed(ui) {
        scene.toggle_travel();
    }
}

/// Says how far placing is, in the corner of the map.
pub(super) fn placing_words(shown: &AlbumContext<'_>) -> Option<String> {
    let placed = &shown.state.album.placed;
    let placing = shown.choices().placing;
    let all = Depth::ALL.len();
    let done = placed.done(placing);
    (placed.is_running && done < all)
        .then(|| tr_with("album-placing-progress", &[("done", (done + 1) as f64), ("all", all as f64)]))
}

/// The theme's ring around a photo that stands out.
pub(super) fn ring_stroke(theme: &Theme, is_thick: bool) -> Stroke {
    Stroke::new(if is_thick { size::stroke_selection() + 1.0 } else { size::stroke_focus() }, theme.hi)
}
