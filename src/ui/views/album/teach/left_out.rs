//! Each photo left out once: how many were right by depth, the photos in rows, what they were taken for, the surest mistake.

use egui::{Align2, Color32, Id, Rect, Role, ScrollArea, Sense, Stroke, StrokeKind, Ui, vec2};
use fluent_bundle::FluentValue;

use super::{Parts, photo};
use crate::imaging::Colormap;
use crate::locale::photo_names::photo_text;
use crate::locale::text::{tr, tr_with};
use crate::state::{Command, Taught, TeachCommand};
use crate::teach::{LeftOut, TaughtDepth, TrayPhoto};
use crate::ui::kit::paint::{card_ground, ink_on, paragraph, spoken};
use crate::ui::kit::{
    Area, Pressable, Segmented, from_right, left_of, right_of, tooltip, width_of, within, write, write_fitted,
};
use crate::ui::look::Look;
use crate::ui::style::{TextRole, caption_room, size};
use crate::ui::views::album::tile;
use crate::ui::views::album::words::whole_percent;

/// A cell without photos.
const NOTHING: Color32 = Color32::from_rgb(0x0B, 0x0D, 0x13);
/// Side of a photo in a row, and of a cell, at most and at least, points.
const SIDE: [f32; 2] = [44.0, 19.0];
/// The widest cell of the table of answers, points.
const MOST_WIDE: f32 = 64.0;

/// Shows the card.
pub(super) fn card(ui: &mut Ui, rect: Rect, parts: Parts<'_>, look: &mut Look<'_>, commands: &mut Vec<Command>) {
    let theme = parts.theme;
    card_ground(ui.painter(), rect, theme);
    let mut rest = rect.shrink2(vec2(size::CARD_PADDING, 12.0));
    let title = rest.take_top(size::CONTROL_HEIGHT);
    rest.take_top(size::SPACE_8);
    let teach = parts.teach();
    let found = teach.taught.as_ref().zip(teach.table()).filter(|(_, table)| table.total() > 0);
    let left = depths(ui, title, parts, found.map(|(_, table)| &**table), commands);
    let name = tr("teach-left-out");
    let title = title.with_max_x(left - 4.0);
    let words = title.without_right(4.0);
    write_fitted(ui.painter(), words, Align2::LEFT_CENTER, &name, TextRole::CardTitle, theme.hi);
    spoken(ui, title, Role::Heading, &name);
    let Some((taught, table)) = found else {
        within(ui, rest, |ui| paragraph(ui, &tr("teach-left-out-none"), TextRole::Body, theme.mid));
        return;
    };
    result_line(ui, rest.take_top(caption_room(38.0)), parts, table);
    let strip = rest.take_bottom(caption_room(30.0));
    rows(ui, rest.without_top(2.0).without_bottom(8.0), parts, (taught, table), look, commands);
    mistake(ui, strip, parts, (taught, table), commands);
}

/// "3b · 20": from which depth; returns where that begins.
fn depths(ui: &mut Ui, rect: Rect, parts: Parts<'_>, table: Option<&LeftOut>, commands: &mut Vec<Command>) -> f32 {
    let theme = parts.theme;
    let names = TaughtDepth::ALL.map(|depth| match table.filter(|table| table.done(depth) == table.total()) {
        Some(table) => {
            let values = [("depth", depth.name().to_owned()), ("right", table.right(depth).to_string())];
            tr_with("teach-left-out-depth-choice", &values)
        }
        None => depth.name().to_owned(),
    });
    let choices: Vec<(TaughtDepth, &str)> =
        TaughtDepth::ALL.into_iter().zip(names.iter().map(String::as_str)).collect();
    from_right(ui, rect, |ui| {
        ui.spacing_mut().item_spacing.x = size::SPACE_8;
        let name = tr("teach-left-out-depth");
        let chosen = Segmented::new(&name, &choices, parts.teach().depth).padding(9.0).show(ui, theme).inner;
        if let Some(depth) = chosen {
            commands.push(Command::Teach(TeachCommand::SetDepth(depth)));
        }
        let width = |words: &str, role: TextRole| width_of(ui.painter(), words, role.font());
        let both = width(&name, TextRole::Caption) + width(&tr("teach-left-out"), TextRole::CardTitle);
        if ui.min_rect().left() - rect.left() > both + size::SPACE_24 {
            ui.label(egui::RichText::new(name).font(TextRole::Caption.font()).color(theme.low));
        }
        ui.min_rect().left()
    })
}

/// "23 of 24", and what that is.
fn result_line(ui: &Ui, rect: Rect, parts: Parts<'_>, table: &LeftOut) {
    let theme = parts.theme;
    let depth = parts.teach().depth;
    let (done, of) = (table.done(depth), table.total());
    let is_whole = done == of;
    let (number, words) = match is_whole {
        true => {
            let values = [("right", table.right(depth) as f64), ("of", of as f64)];
            let others = [("others", (table.classes.len() - 1) as f64)];
            (tr_with("teach-left-out-result", &values), tr_with("teach-left-out-caption", &others))
        }
        false => {
            let values = [("done", done as f64), ("of", of as f64)];
            (tr_with("teach-left-out-done", &values), tr("teach-left-out-running"))
        }
    };
    let painter = ui.painter();
    let shown = write(painter, rect, Align2::LEFT_CENTER, &number, TextRole::BigNumber, theme.hi);
    let room = right_of(rect, shown, size::SPACE_16).without_top(4.0);
    write_fitted(painter, room, Align2::LEFT_CENTER, &words, TextRole::Caption, theme.mid);
    spoken(ui, rect, Role::Label, &format!("{number} {words}"));
}

/// A row a class: its photos, and what they were taken for.
fn rows(
    ui: &mut Ui,
    rect: Rect,
    parts: Parts<'_>,
    (taught, table): (&Taught, &LeftOut),
    look: &mut Look<'_>,
    commands: &mut Vec<Command>,
) {
    let theme = parts.theme;
    let classes = taught.head.labels.len();
    let mut place = rect;
    let header = place.take_top(caption_room(18.0)).without_bottom(2.0);
    let pitch = (place.height() / classes as f32).clamp(SIDE[1] + 3.0, SIDE[0] + 4.0);
    // Wide enough for the names of the answers, where there is room.
    let column = (rect.width() * 0.42 / classes as f32).min(MOST_WIDE + 3.0);
    let matrix = header.right_part(column * classes as f32);
    let painter = ui.painter();
    for (class, name) in taught.head.labels.iter().enumerate() {
        let head = matrix.column(class, column).shrink2(vec2(1.0, 0.0));
        write_fitted(painter, head, Align2::CENTER_BOTTOM, name, TextRole::Tick, theme.mid);
    }
    let before = left_of(header, matrix, 6.5).right_part(80.0);
    let answered = tr("teach-left-out-answered");
    write_fitted(painter, before, Align2::RIGHT_BOTTOM, &answered, TextRole::Tick, theme.low);
    within(ui, place, |ui| {
        ScrollArea::vertical().id_salt("teach-left-out").auto_shrink(false).show(ui, |ui| {
            ui.spacing_mut().item_spacing.y = 0.0;
            for class in 0..classes {
                let (line, _) = ui.allocate_exact_size(vec2(place.width(), pitch), Sense::hover());
                let photos = left_of(line, matrix, size::SPACE_12);
                row(ui, photos, parts, (taught, table, class), look, commands);
                let cells = line.with_min_x(matrix.left());
                for answer in 0..classes {
                    let cell = cells.column(answer, column).shrink(1.5);
                    matrix_cell(ui, cell, parts, (taught, table), [class, answer]);
                }
            }
        });
    });
}

/// The name of a class and its photos, as many as have room.
fn row(
    ui: &mut Ui,
    rect: Rect,
    parts: Parts<'_>,
    (taught, table, class): (&Taught, &LeftOut, usize),
    look: &mut Look<'_>,
    commands: &mut Vec<Command>,
) {
    let name = (rect.width() * 0.2).clamp(48.0, 110.0);
    let mut photos = rect;
    let place = photos.take_left(name).without_right(6.0);
    let label = &taught.head.labels[class];
    write_fitted(ui.painter(), place, Align2::LEFT_CENTER, label, TextRole::BodyStrong, parts.theme.hi);
    let of: Vec<usize> = (0..table.classes.len()).filter(|&photo| table.classes[photo] == class).collect();
    let side = (photos.height() - 4.0).min(photos.width() / of.len().max(1) as f32 - 3.0).max(14.0);
    for (place, &index) in of.iter().enumerate() {
        let square = photos.column(place, side + 3.0).square(Align2::LEFT_CENTER, side);
        if square.right() > rect.right() {
            break;
        }
        tested(ui, square, parts, (taught, table, index), look, commands);
    }
}

/// The photo of that place in the lesson.
fn photo_of<'a>(parts: Parts<'a>, taught: &Taught, index: usize) -> Option<(u64, &'a std::sync::Arc<TrayPhoto>)> {
    let (tray, id) = taught.photos.get(index)?;
    let photo = parts.teach().trays.get(*tray)?.photos.iter().find(|photo| photo.id == *id)?;
    Some((*tray, photo))
}

fn tested(
    ui: &Ui,
    rect: Rect,
    parts: Parts<'_>,
    (taught, table, index): (&Taught, &LeftOut, usize),
    look: &mut Look<'_>,
    commands: &mut Vec<Command>,
) {
    let Some((tray, photo)) = photo_of(parts, taught, index) else { return };
    let depth = parts.teach().depth;
    let name = parts.class(table.classes[index]);
    let shown = photo_text(&photo.name);
    let words = match table.of(depth, index) {
        Some(tested) => {
            let values = [
                ("photo", shown),
                ("name", name),
                ("answer", parts.class(tested.answer)),
                ("share", whole_percent(tested.probability.into())),
            ];
            tr_with("teach-left-out-photo", &values)
        }
        None => tr_with("teach-left-out-photo-waiting", &[("photo", shown), ("name", name)]),
    };
    let button = Pressable::new(Id::unique(("teach-tested", index))).radius(size::RADIUS_TILE);
    let response = button.hints(&[&words]).show(ui, rect, parts.theme, || words.clone());
    photo::framed(ui, rect, photo, table.is_right(depth, index), look);
    tile::outline(ui.painter(), rect, false, response.hovered(), parts.theme);
    if response.clicked() {
        commands.push(Command::Teach(TeachCommand::OpenPhoto(tray, photo.id.clone())));
    }
}

fn matrix_cell(
    ui: &Ui,
    rect: Rect,
    parts: Parts<'_>,
    (taught, table): (&Taught, &LeftOut),
    [class, answer]: [usize; 2],
) {
    let depth = parts.teach().depth;
    let count = table.count(depth, class, answer);
    let total = (0..taught.head.labels.len()).map(|other| table.count(depth, class, other)).sum::<usize>().max(1);
    let fill = match count {
        0 => NOTHING,
        _ => {
            let share = count as f32 / total as f32;
            let [red, green, blue] = Colormap::Sequential(parts.state.settings.colormap).color(0.12 + 0.84 * share);
            Color32::from_rgb(red, green, blue)
        }
    };
    let painter = ui.painter();
    painter.rect_filled(rect, 2.0, fill);
    if class == answer {
        painter.rect_stroke(rect, 2.0, Stroke::new(size::hairline(), parts.theme.low), StrokeKind::Inside);
    }
    if count > 0 {
        let count = count.to_string();
        write(painter, rect, Align2::CENTER_CENTER, &count, TextRole::BodyStrong, ink_on(fill));
        let values = [("name", parts.class(class)), ("answer", parts.class(answer)), ("count", count)];
        spoken(ui, rect, Role::Label, &tr_with("teach-left-out-cell", &values));
    }
}

/// The surest mistake as a button that opens its photo, or what else there is to say.
fn mistake(ui: &Ui, rect: Rect, parts: Parts<'_>, (taught, table): (&Taught, &LeftOut), commands: &mut Vec<Command>) {
    let theme = parts.theme;
    let depth = parts.teach().depth;
    let is_whole = table.done(depth) == table.total();
    let surest = table.surest_mistake(depth).and_then(|(index, tested)| {
        let (tray, photo) = photo_of(parts, taught, index)?;
        let values = [
            ("photo", photo_text(&photo.name)),
            ("name", parts.class(table.classes[index])),
            ("answer", parts.class(tested.answer)),
            ("share", whole_percent(tested.probability.into())),
        ];
        Some((tr_with("teach-left-out-mistake", &values), (tray, photo.id.clone())))
    });
    let alone: Vec<String> = (0..taught.head.labels.len())
        .filter(|&class| table.classes.iter().filter(|of| **of == class).count() == 1)
        .map(|class| parts.class(class))
        .collect();
    let confused = table.most_confused(depth, taught.head.labels.len()).map(|([a, b], count)| {
        let values: [(&str, FluentValue<'_>); 3] =
            [("a", parts.class(a).into()), ("b", parts.class(b).into()), ("count", count.into())];
        tr_with("teach-left-out-confused", &values)
    });
    let (mut words, opens) = match surest {
        Some((words, opens)) => (words, Some(opens)),
        None if is_whole => (tr("teach-left-out-no-mistake"), None),
        None => return,
    };
    if !alone.is_empty() {
        words = tr_with("teach-left-out-single", &[("names", alone.join(", "))]) + " " + &words;
    } else if let Some(confused) = confused.filter(|_| table.total() - table.right(depth) > 1) {
        words = format!("{confused}. {words}");
    }
    let (role, sense) = if opens.is_some() { (Role::Button, Sense::click()) } else { (Role::Label, Sense::hover()) };
    let place = Pressable::new(Id::unique("teach-mistake")).role(role).sense(sense);
    let response = place.show(ui, rect, theme, || words.clone());
    let fill = if response.hovered() && opens.is_some() { theme.line2 } else { theme.bg3 };
    ui.painter().rect_filled(rect, size::RADIUS_BUTTON, fill);
    let inner = rect.shrink2(vec2(12.0, 0.0));
    write_fitted(ui.painter(), inner, Align2::LEFT_CENTER, &words, TextRole::Body, theme.hi);
    tooltip(&response, theme, |ui| {
        ui.set_max_width(480.0);
        ui.label(egui::RichText::new(&words).color(theme.hi));
    });
    if let Some((tray, photo)) = opens.filter(|_| response.clicked()) {
        commands.push(Command::Teach(TeachCommand::OpenPhoto(tray, photo)));
    }
}
