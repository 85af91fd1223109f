//! What the folders are called: how many photos, how often the answer is right, or what the weights answer instead.

use egui::{Align, Align2, Layout, Rect, Role, ScrollArea, Sense, Ui, WidgetInfo, vec2};

use super::scene::PhotosScene;
use crate::locale::text::{tr, tr_with};
use crate::state::{AlbumCommand, Command};
use crate::ui::kit::paint::card_ground;
use crate::ui::kit::{
    Area, Button, Icon, Pressable, Row, focus_ring, menu, paint_icon, right_of, share_bar, within, write, write_fitted,
};
use crate::ui::style::{Hue, TextRole, Theme, size};
use crate::ui::views::album::context::AlbumContext;
use crate::ui::views::album::facts::LabelRow;
use crate::ui::views::album::words::whole_percent;

const PADDING: f32 = 14.0;
/// Room for the count, the bar and the share at the right of a known row.
const NUMBERS: f32 = 92.0;

/// The card.
pub(super) fn card(
    ui: &mut Ui,
    rect: Rect,
    shown: &AlbumContext<'_>,
    scene: &mut PhotosScene,
    commands: &mut Vec<Command>,
) {
    card_ground(ui.painter(), rect, shown.theme);
    let inner = rect.shrink2(vec2(0.0, 10.0));
    within(ui, inner, |ui| {
        ScrollArea::vertical().id_salt("album-labels").auto_shrink(false).show(ui, |ui| {
            rows(ui, shown, scene, commands);
        });
    });
}

/// The same in a menu.
pub(super) fn menu_chip(ui: &mut Ui, shown: &AlbumContext<'_>, commands: &mut Vec<Command>) {
    let chosen = shown.choices().label.and_then(|row| shown.facts.name_of(row)).map(str::to_owned);
    let label = chosen.unwrap_or_else(|| tr("album-all-labels"));
    let spoken = tr_with("album-labels-name", &[("label", &*label)]);
    let short: String = label.chars().take(16).collect();
    let button = ui.add(Button::plain(shown.theme, &short).named(&spoken).opens_menu());
    menu(&button).layout(Layout::top_down(Align::Min)).show(|ui| {
        ui.set_width(240.0);
        ScrollArea::vertical().max_height(420.0).show(ui, |ui| {
            let mut scene = PhotosScene::default();
            let before = commands.len();
            if shown.choices().label.is_some() && ui.add(Button::plain(shown.theme, &tr("album-all-labels"))).clicked()
            {
                commands.push(Command::Album(AlbumCommand::SetLabel(None)));
            }
            rows(ui, shown, &mut scene, commands);
            if commands.len() > before {
                ui.close();
            }
        });
    });
}

fn rows(ui: &mut Ui, shown: &AlbumContext<'_>, scene: &mut PhotosScene, commands: &mut Vec<Command>) {
    let theme = shown.theme;
    ui.spacing_mut().item_spacing.y = 0.0;
    let known: usize = shown.facts.known.iter().map(|row| row.count).sum();
    let unknown: usize = shown.facts.unknown.iter().map(|row| row.count).sum();
    heading(ui, (&tr("album-labels"), TextRole::CardTitle), &tr("album-labels-right"), theme);
    if known > 0 {
        heading(ui, (&tr("album-labels-known"), TextRole::Caption), &known.to_string(), theme);
    }
    for row in &shown.facts.known {
        known_row(ui, shown, row, 0.0, scene, commands);
        if scene.open_row == Some(row.row) {
            for folder in &row.folders {
                known_row(ui, shown, folder, 12.0, scene, commands);
            }
        }
    }
    if known > 0 && unknown > 0 {
        let (rule, _) = ui.allocate_exact_size(vec2(ui.available_width(), 13.0), Sense::hover());
        let line = rule.shrink2(vec2(PADDING, 0.0));
        ui.painter().hline(line.x_range(), line.center().y, egui::Stroke::new(size::hairline(), theme.line2));
    }
    if unknown > 0 {
        heading(ui, (&tr("album-labels-unknown"), TextRole::Caption), &unknown.to_string(), theme);
    }
    for row in &shown.facts.unknown {
        unknown_row(ui, shown, row, commands);
    }
}

fn heading(ui: &mut Ui, (words, role): (&str, TextRole), right: &str, theme: &Theme) {
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), 24.0), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, format!("{words} {right}")));
    let inner = rect.shrink2(vec2(PADDING, 0.0));
    let ink = if role == TextRole::CardTitle { theme.hi } else { theme.low };
    Row::new(words, role, ink).number(right, TextRole::Caption, theme.low).paint(ui.painter(), inner);
}

/// The ground of a row that filters; returns the row, `None` where it is scrolled out of sight.
fn row_ground(
    ui: &mut Ui,
    shown: &AlbumContext<'_>,
    row: &LabelRow,
    height: f32,
    sentence: &dyn Fn() -> String,
    commands: &mut Vec<Command>,
) -> Option<Rect> {
    let theme = shown.theme;
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), height), Sense::click());
    let is_on = shown.choices().label == Some(row.row);
    response.widget_info(|| WidgetInfo::selected(Role::Button, ui.is_enabled(), is_on, sentence()));
    let inner = rect.shrink2(vec2(PADDING - 6.0, 0.0));
    if is_on || response.hovered() {
        ui.painter().rect_filled(inner, size::RADIUS_TILE, theme.bg3);
    }
    focus_ring(ui, &response, size::RADIUS_TILE, theme);
    if response.clicked() {
        let label = if is_on { None } else { Some(row.row) };
        commands.push(Command::Album(AlbumCommand::SetLabel(label)));
    }
    ui.is_rect_visible(rect).then(|| rect.shrink2(vec2(PADDING, 0.0)))
}

fn known_row(
    ui: &mut Ui,
    shown: &AlbumContext<'_>,
    row: &LabelRow,
    indent: f32,
    scene: &mut PhotosScene,
    commands: &mut Vec<Command>,
) {
    let theme = shown.theme;
    let share = row.right.filter(|_| row.ran > 0).map(|right| right as f64 / row.ran as f64);
    let percent = share.map_or_else(|| "–".to_owned(), whole_percent);
    let sentence = || {
        let values = [("label", row.name.clone()), ("count", row.count.to_string()), ("share", percent.clone())];
        tr_with("album-label-known", &values)
    };
    let Some(rect) = row_ground(ui, shown, row, 25.0, &sentence, commands) else { return };
    let painter = ui.painter();
    write(painter, rect, Align2::RIGHT_CENTER, &percent, TextRole::StatusStrong, theme.hi);
    let track = rect.right_part(62.0).left_part(22.0).middle_row(4.0);
    share_bar(painter, track, share.unwrap_or_default() as f32, Hue::Classifier, theme);
    let count = rect.without_right(68.0);
    write(painter, count, Align2::RIGHT_CENTER, &row.count.to_string(), TextRole::Caption, theme.low);
    let name = rect.without_left(12.0 + indent).without_right(NUMBERS);
    write_fitted(painter, name, Align2::LEFT_CENTER, &row.name, TextRole::Body, theme.hi);
    if !row.folders.is_empty() {
        chevron(ui, rect, row, scene, theme);
    }
}

/// Opens the folders behind a class.
fn chevron(ui: &Ui, rect: Rect, row: &LabelRow, scene: &mut PhotosScene, theme: &Theme) {
    let place = rect.expand2(vec2(12.0, 0.0)).left_part(22.0);
    let is_open = scene.open_row == Some(row.row);
    let button = Pressable::new(ui.scope_id().with(("folders", row.row))).chosen(is_open).radius(size::RADIUS_TILE);
    let response = button.show(ui, place, theme, || tr_with("album-label-folders", &[("label", &*row.name)]));
    let icon = if is_open { Icon::ChevronDown } else { Icon::ChevronRight };
    paint_icon(ui.painter(), icon, place.center(), theme.low);
    if response.clicked() {
        scene.open_row = if is_open { None } else { Some(row.row) };
    }
}

fn unknown_row(ui: &mut Ui, shown: &AlbumContext<'_>, row: &LabelRow, commands: &mut Vec<Command>) {
    let theme = shown.theme;
    let answer = row.frequent.map(|class| shown.class(class).to_owned()).unwrap_or_default();
    let sentence = || {
        let values = [("label", row.name.clone()), ("count", row.count.to_string()), ("answer", answer.clone())];
        tr_with("album-label-unknown", &values)
    };
    let Some(rect) = row_ground(ui, shown, row, 24.0, &sentence, commands) else { return };
    let painter = ui.painter();
    let left = rect.share(0.55);
    write(painter, left, Align2::RIGHT_CENTER, &row.count.to_string(), TextRole::Caption, theme.low);
    write_fitted(painter, left.without_right(24.0), Align2::LEFT_CENTER, &row.name, TextRole::Caption, theme.mid);
    let right = right_of(rect, left, size::SPACE_8);
    write_fitted(painter, right, Align2::LEFT_CENTER, &answer, TextRole::Caption, theme.low);
}
