//! What lies over the map: zoom buttons, the colour bar, and the small map of the whole.

use egui::emath::RectTransform;
use egui::{Align2, Color32, CursorIcon, Pos2, Rect, Role, Sense, Stroke, StrokeKind, Ui, vec2};

use super::glyph::HUES;
use super::heads::card_rect;
use super::keys::Action;
use super::means::Mean;
use super::plan::{Glyph, Node};
use super::sheet::Sheet;
use crate::locale::format::{decimals_for, fixed, signed};
use crate::locale::text::{tr, tr_with};
use crate::state::{Command, State};
use crate::ui::chrome::compare;
use crate::ui::kit::paint::first_that_fits;
use crate::ui::kit::{self, Area, ColorBar, Icon, Pressable, above, paint_icon, width_of, within, write};
use crate::ui::look::colormap_of;
use crate::ui::style::{Hue, TextRole, caption_room, size};

/// Width of the zoom buttons and the colour bar, points.
const WIDTH: f32 = 150.0;
/// Height of the colour bar with its words, and the gaps below and above it, points.
const BAR: f32 = 55.0;
const BELOW_BAR: f32 = size::SPACE_24 + 4.0;
const ABOVE_BAR: f32 = 13.0;
/// Width of what says and changes the scale, points.
const SWITCH: f32 = 100.0;
/// Size of the small map, points.
const MINIMAP: egui::Vec2 = vec2(208.0, 136.0);

/// − 100 % +, at the bottom left of the canvas.
pub fn zoom_buttons(ui: &Ui, sheet: &Sheet<'_>, canvas: Rect) -> Option<Action> {
    let theme = sheet.theme;
    let plate = button_row(canvas).left_part(WIDTH);
    let pen = Stroke::new(size::hairline(), theme.line);
    ui.painter().rect(plate, size::RADIUS_BUTTON, theme.bg2, pen, StrokeKind::Inside);
    let factor = std::f32::consts::SQRT_2;
    let percent = sheet.camera.percent();
    let fit = tr_with("network-fit", &[("percent", percent.to_string())]);
    let (left, right) = (plate.left_part(44.0), plate.right_part(44.0));
    let middle = plate.without_left(44.0).without_right(44.0);
    let parts = [
        (left, tr("network-zoom-out"), Action::Zoom(1.0 / factor)),
        (middle, fit, Action::Fit),
        (right, tr("network-zoom-in"), Action::Zoom(factor)),
    ];
    let mut wish = None;
    for (index, (rect, name, asks)) in parts.into_iter().enumerate() {
        let response = Pressable::new(ui.scope_id().with(("zoom", index))).show(ui, rect, theme, || name.clone());
        if response.hovered() {
            let inner = rect.shrink(1.0);
            ui.painter().rect_filled(inner, size::RADIUS_BUTTON - 1.0, theme.bg3);
        }
        match asks {
            Action::Zoom(factor) => {
                let icon = if factor > 1.0 { Icon::Plus } else { Icon::Minus };
                paint_icon(ui.painter(), icon, rect.center(), theme.hi);
            }
            Action::Fit | Action::See(_) | Action::Unpin => {
                let words = format!("{percent}%");
                write(ui.painter(), rect, Align2::CENTER_CENTER, &words, TextRole::Button, theme.hi);
            }
        }
        if response.clicked() {
            wish = Some(asks);
        }
    }
    for x in [middle.left(), middle.right()] {
        ui.painter().vline(x, plate.shrink(9.0).y_range(), pen);
    }
    wish
}

/// Where the colour bar lies, with or without zoom buttons below it.
fn bar_place(canvas: Rect, has_zoom: bool) -> Rect {
    let below = if has_zoom { size::CONTROL_HEIGHT + BELOW_BAR } else { 0.0 };
    canvas.without_bottom(below).bottom_part(BAR).left_part(WIDTH)
}

/// What the colour bar, and what says and changes its scale above it, take of the map.
pub fn lower_left(canvas: Rect, has_zoom: bool) -> Rect {
    let bar = bar_place(canvas, has_zoom);
    bar.union(above(bar, ABOVE_BAR, size::CONTROL_HEIGHT + 2.0))
}

/// The row with the zoom buttons.
fn button_row(canvas: Rect) -> Rect {
    canvas.bottom_part(size::CONTROL_HEIGHT + 2.0)
}

/// The scale of the tiles, over the zoom buttons; with the numbers of the tile it is about.
pub fn color_bar(ui: &mut Ui, sheet: &Sheet<'_>, state: &State, canvas: Rect, about: Option<(&str, &Mean)>) {
    let (rect, theme) = (bar_place(canvas, sheet.has_zoom), sheet.theme);
    let is_signed = about.is_some_and(|(_, mean)| mean.range.min() < 0.0);
    let colormap = colormap_of(state, is_signed);
    let color_at = |share: f32| {
        let [red, green, blue] = colormap.color(share);
        Color32::from_rgb(red, green, blue)
    };
    let (label, ends) = match about {
        Some((name, mean)) => (
            tr_with("network-mean-of", &[("name", name)]),
            [mean.range.min(), mean.range.max()].map(|end| number(end, is_signed)),
        ),
        None => (tr("network-mean"), [tr("network-mean-min"), tr("network-mean-max")]),
    };
    // Clear of the cards beside it: where the whole name has no room, the colours still say whose they are.
    let beside = rect.with_max_x(canvas.right());
    let leaves = sheet.plan.leaves.iter().filter(|leaf| sheet.shows_head(leaf.head));
    let cards = leaves.map(|leaf| card_rect(&sheet.camera, leaf));
    let end = cards.filter(|card| card.intersects(beside)).map(|card| card.left()).fold(canvas.right(), f32::min);
    let short = about.map_or_else(|| label.clone(), |(name, _)| name.to_owned());
    let room = rect.with_max_x(end - size::SPACE_12).width();
    let label = first_that_fits(ui.painter(), [label, short], room, TextRole::Caption);
    let width = width_of(ui.painter(), &label, TextRole::Caption.font()).max(WIDTH);
    let backdrop = rect.left_part(width).expand(6.0);
    ui.painter().rect_filled(backdrop, size::RADIUS_TILE, theme.bg0.gamma_multiply(0.86));
    within(ui, rect, |ui| {
        ColorBar::new(&label, [0.0, 1.0], &color_at).ends(&ends[0], &ends[1]).width(WIDTH).show(ui, theme);
    });
}

/// Whether each tile has a scale of its own, beside the zoom buttons; a click changes it.
/// Where a card of a classifier stands there, it lies over the colour bar.
pub fn scale_switch(ui: &mut Ui, sheet: &Sheet<'_>, state: &State, canvas: Rect, commands: &mut Vec<Command>) {
    let theme = sheet.theme;
    let beside = button_row(canvas).without_left(WIDTH + size::SPACE_8).left_part(caption_room(SWITCH));
    let leaves = sheet.plan.leaves.iter().filter(|leaf| sheet.shows_head(leaf.head));
    let is_taken = leaves.map(|leaf| card_rect(&sheet.camera, leaf)).any(|card| card.intersects(beside.expand(4.0)));
    let above = lower_left(canvas, sheet.has_zoom).place(Align2::LEFT_TOP, beside.size());
    let place = if is_taken || !sheet.has_zoom { above } else { beside };
    let is_shared = state.settings.shared_means;
    if kit::scale_switch(ui, place, theme, compare::scale_of_means(state), is_shared) {
        commands.push(Command::ShareMeans(!is_shared));
    }
}

fn number(value: f32, is_signed: bool) -> String {
    let decimals = decimals_for(f64::from(value.abs()));
    if is_signed { signed(f64::from(value), decimals) } else { fixed(f64::from(value), decimals) }
}

/// The whole map with a frame around what is seen; returns the world point that was asked for.
pub fn minimap(ui: &Ui, sheet: &Sheet<'_>, canvas: Rect) -> Option<Pos2> {
    let theme = sheet.theme;
    let plate = canvas.place(Align2::RIGHT_BOTTOM, MINIMAP);
    // The keyboard moves the map itself.
    let pressable = Pressable::new(ui.scope_id().with("minimap")).role(Role::Image).sense(Sense::DRAG);
    let response = pressable.show(ui, plate, theme, || tr("network-minimap"));
    let painter = ui.painter().with_clip_rect(plate.intersect(ui.clip_rect()));
    let pen = Stroke::new(size::hairline(), theme.line2);
    painter.rect(plate, size::RADIUS_TILE, theme.bg1, pen, StrokeKind::Inside);
    let bounds = sheet.plan.bounds.expand(20.0);
    let scale = (MINIMAP.x / bounds.width()).min(MINIMAP.y / bounds.height());
    let smaller = RectTransform::from_to(bounds, plate.place(Align2::CENTER_CENTER, bounds.size() * scale));
    let small = |world: Rect| smaller.transform_rect(world);
    for node in &sheet.plan.nodes {
        small_node(sheet, node, |world| {
            let rect = small(world);
            rect.expand2(vec2(0.0, (1.5 - rect.height()).max(0.0) / 2.0))
        })
        .into_iter()
        .for_each(|(rect, color)| {
            painter.rect_filled(rect, 0.5, color);
        });
    }
    for leaf in &sheet.plan.leaves {
        painter.rect_filled(small(leaf.card), 1.0, theme.line2);
    }
    let seen = small(sheet.camera.seen(canvas)).intersect(plate.shrink(1.0));
    let pen = Stroke::new(1.5, theme.hi);
    painter.rect_stroke(seen, 2.0, pen, StrokeKind::Inside);
    if response.hovered() {
        ui.ctx().set_cursor_icon(CursorIcon::Crosshair);
    }
    let is_asked = response.is_pointer_button_down_on();
    let pointer = response.interact_pointer_pos().filter(|_| is_asked)?;
    Some(bounds.clamp(smaller.inverse().transform_pos(pointer)))
}

/// A node of the small map: rectangles in hues.
fn small_node(sheet: &Sheet<'_>, node: &Node, small: impl Fn(Rect) -> Rect) -> Vec<(Rect, Color32)> {
    let body = sheet.shown_body(node);
    let fill = |hue: Hue| sheet.theme.hue(hue).fill;
    match node.glyph {
        Glyph::Module(_) => {
            let lanes = sheet.lanes(node).into_iter().zip(HUES);
            lanes
                .map(|([middle, height], hue)| {
                    let lane = Rect::from_x_y_ranges(body.x_range(), middle - height / 2.0..=middle + height / 2.0);
                    (small(lane.intersect(body)), fill(hue))
                })
                .collect()
        }
        Glyph::Pool => vec![(small(body), fill(Hue::Pool))],
        Glyph::Average | Glyph::Linear => vec![(small(body), fill(Hue::Classifier))],
        Glyph::Input | Glyph::Convolution | Glyph::Norm => vec![(small(body), fill(Hue::Stem))],
    }
}
