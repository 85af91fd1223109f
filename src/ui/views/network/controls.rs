//! What lies over the map: zoom buttons, the colour bar, and the small map of the whole.

use egui::{
    Align2, Color32, CursorIcon, Pos2, Rect, Role, Sense, Stroke, StrokeKind, Ui, UiBuilder, WidgetInfo, pos2, vec2,
};

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
use crate::ui::kit::{self, ColorBar, Icon, focus_ring, paint_icon};
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
    let height = size::CONTROL_HEIGHT + 2.0;
    let plate = Rect::from_min_size(pos2(canvas.left(), canvas.bottom() - height), vec2(WIDTH, height));
    let pen = Stroke::new(size::hairline(), theme.line);
    ui.painter().rect(plate, size::RADIUS_BUTTON, theme.bg2, pen, StrokeKind::Inside);
    let factor = std::f32::consts::SQRT_2;
    let percent = sheet.camera.percent();
    let fit = tr_with("network-fit", &[("percent", percent.to_string())]);
    let third = |from: f32, to: f32| Rect::from_x_y_ranges(plate.left() + from..=plate.left() + to, plate.y_range());
    let parts = [
        (third(0.0, 44.0), tr("network-zoom-out"), Action::Zoom(1.0 / factor)),
        (third(44.0, WIDTH - 44.0), fit, Action::Fit),
        (third(WIDTH - 44.0, WIDTH), tr("network-zoom-in"), Action::Zoom(factor)),
    ];
    let mut wish = None;
    for (index, (rect, name, asks)) in parts.into_iter().enumerate() {
        let response = ui.interact(rect, ui.scope_id().with(("zoom", index)), Sense::click());
        response.widget_info(|| WidgetInfo::labeled(Role::Button, ui.is_enabled(), &name));
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
                let font = TextRole::Button.font();
                let words = format!("{percent}%");
                ui.painter().text(rect.center(), Align2::CENTER_CENTER, words, font, theme.hi);
            }
        }
        focus_ring(ui, &response, size::RADIUS_BUTTON, theme);
        if response.clicked() {
            wish = Some(asks);
        }
    }
    for x in [44.0, WIDTH - 44.0] {
        let x = plate.left() + x;
        let span = plate.top() + 9.0..=plate.bottom() - 9.0;
        ui.painter().vline(x, span, pen);
    }
    wish
}

/// Where the colour bar lies, with or without zoom buttons below it.
fn bar_place(canvas: Rect, has_zoom: bool) -> Rect {
    let bottom = canvas.bottom() - if has_zoom { size::CONTROL_HEIGHT + BELOW_BAR } else { 0.0 };
    Rect::from_min_size(pos2(canvas.left(), bottom - BAR), vec2(WIDTH, BAR))
}

/// What the colour bar, and what says and changes its scale above it, take of the map.
pub fn lower_left(canvas: Rect, has_zoom: bool) -> Rect {
    let bar = bar_place(canvas, has_zoom);
    bar.with_min_y(bar.top() - ABOVE_BAR - size::CONTROL_HEIGHT - 2.0)
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
    let wordings = [label, short];
    let label = first_that_fits(ui.painter(), wordings, end - rect.left() - size::SPACE_12, TextRole::Caption);
    let font = TextRole::Caption.font();
    let words = ui.painter().layout_no_wrap(label.clone(), font, theme.mid);
    let width = words.size().x.max(WIDTH);
    let backdrop = Rect::from_min_size(rect.min, vec2(width, rect.height())).expand(6.0);
    ui.painter().rect_filled(backdrop, size::RADIUS_TILE, theme.bg0.gamma_multiply(0.86));
    ui.scope_builder(UiBuilder::new().max_rect(rect), |ui| {
        ColorBar::new(&label, [0.0, 1.0], &color_at).ends(&ends[0], &ends[1]).width(WIDTH).show(ui, theme);
    });
}

/// Whether each tile has a scale of its own, beside the zoom buttons; a click changes it.
/// Where a card of a classifier stands there, it lies over the colour bar.
pub fn scale_switch(ui: &mut Ui, sheet: &Sheet<'_>, state: &State, canvas: Rect, commands: &mut Vec<Command>) {
    let theme = sheet.theme;
    let height = size::CONTROL_HEIGHT + 2.0;
    let size = vec2(caption_room(SWITCH), height);
    let beside = pos2(canvas.left() + WIDTH + size::SPACE_8, canvas.bottom() - height);
    let beside = Rect::from_min_size(beside, size);
    let leaves = sheet.plan.leaves.iter().filter(|leaf| sheet.shows_head(leaf.head));
    let is_taken = leaves.map(|leaf| card_rect(&sheet.camera, leaf)).any(|card| card.intersects(beside.expand(4.0)));
    let above = lower_left(canvas, sheet.has_zoom).min;
    let place = if is_taken || !sheet.has_zoom { Rect::from_min_size(above, size) } else { beside };
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
    let plate = Rect::from_min_size(canvas.max - MINIMAP, MINIMAP);
    let response = ui.interact(
        plate,
        ui.scope_id().with("minimap"),
        // The keyboard moves the map itself.
        Sense::DRAG,
    );
    response.widget_info(|| WidgetInfo::labeled(Role::Image, ui.is_enabled(), tr("network-minimap")));
    let painter = ui.painter().with_clip_rect(plate.intersect(ui.clip_rect()));
    let pen = Stroke::new(size::hairline(), theme.line2);
    painter.rect(plate, size::RADIUS_TILE, theme.bg1, pen, StrokeKind::Inside);
    let bounds = sheet.plan.bounds.expand(20.0);
    let scale = (MINIMAP.x / bounds.width()).min(MINIMAP.y / bounds.height());
    let small = |world: Rect| {
        Rect::from_center_size(plate.center() + (world.center() - bounds.center()) * scale, world.size() * scale)
    };
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
    Some(bounds.clamp(bounds.center() + (pointer - plate.center()) / scale))
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
