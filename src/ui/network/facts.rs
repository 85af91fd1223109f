//! What the map says about a layer: in and out, parameters, multiplications, time.

use egui::{Align2, Galley, Rect, Shape, Stroke, StrokeKind, pos2, vec2};
use std::sync::Arc;

use super::names::layer_name;
use super::sheet::Sheet;
use crate::app::State;
use crate::spec::{Layer, MODULES, Network, Part, Place};
use crate::ui::format::{compact, milliseconds};
use crate::ui::text::{tr, tr_with};
use crate::ui::theme::{TextRole, size};

/// Words for a tooltip: three rows, left and right.
pub struct Facts {
    rows: [[String; 2]; 3],
}

/// "1.58 GMAC"; what has none says so.
pub fn macs(count: u64) -> String {
    if count == 0 {
        return tr("network-no-macs");
    }
    tr_with("network-macs", &[("count", compact(count as f64))])
}

fn params(count: usize) -> String {
    if count == 0 {
        return tr("network-no-params");
    }
    tr_with("network-params", &[("count", compact(count as f64))])
}

/// Parameters and multiplications of a layer; of a concat, those of its whole module.
pub fn costs(network: &Network, layer: &Layer) -> (usize, u64) {
    match layer.place {
        Place::Module {
            module,
            part: Part::Concat,
        } => network
            .module_layers(module)
            .fold((0, 0), |(params, macs), stage| {
                (params + stage.params, macs + stage.macs)
            }),
        _ => (layer.params, layer.macs),
    }
}

impl Facts {
    /// About a layer of the trained network, in the numbers of `network`.
    pub fn new(state: &State, network: &Network, layer: &str, is_naive: bool) -> Option<Self> {
        let index = network.index(layer)?;
        let layer = &network.layers[index];
        let (parameters, multiplications) = costs(network, layer);
        let (reads, side_before) = match layer.place {
            Place::Module {
                module,
                part: Part::Concat,
            } => {
                let first = MODULES[module].layer_name() + Part::Branch1.suffix();
                let first = network.layer(&first)?;
                (first.input.channels(), first.input.side())
            }
            _ => (layer.input.channels(), layer.input.side()),
        };
        let side = layer.output.side();
        let sides = match (side_before, side) {
            (1, 1) => String::new(),
            (before, after) if before == after => format!(" · {after} × {after}"),
            (before, after) => format!(" · {before} → {after}"),
        };
        let flow = format!("{reads} → {}{sides}", layer.output.channels());
        let time = if is_naive {
            [tr("network-not-run"), String::new()]
        } else {
            time(state, index, layer)
        };
        Some(Self {
            rows: [
                [layer_name(layer, index), flow],
                [macs(multiplications), params(parameters)],
                time,
            ],
        })
    }
}

fn time(state: &State, index: usize, layer: &Layer) -> [String; 2] {
    let measured = match layer.place {
        Place::Module {
            module,
            part: Part::Concat,
        } => state.module_ms(module),
        _ => state.layer_ms(index),
    };
    match measured {
        Some((ms, runs)) => [
            milliseconds(ms),
            tr_with("network-runs", &[("count", runs as f64)]),
        ],
        None => [String::new(), String::new()],
    }
}

/// A card with a point towards what it is about: below it, or above where there is no room.
pub fn tooltip(sheet: &Sheet<'_>, facts: &Facts, about: Rect, canvas: Rect) {
    let theme = sheet.theme;
    let galley = |words: &str, row: usize, column: usize| -> Arc<Galley> {
        let (role, color) = match (row, column) {
            (0, 0) => (TextRole::BodyStrong, theme.hi),
            _ => (TextRole::Caption, theme.mid),
        };
        let painter = &sheet.painter;
        painter.layout_no_wrap(words.to_owned(), role.font(), color)
    };
    let rows: Vec<[Arc<Galley>; 2]> = (0..facts.rows.len())
        .filter(|&row| !facts.rows[row][0].is_empty())
        .map(|row| [0, 1].map(|column| galley(&facts.rows[row][column], row, column)))
        .collect();
    let width = rows
        .iter()
        .map(|[left, right]| left.size().x + right.size().x)
        .fold(0.0, f32::max)
        + size::SPACE_24;
    const ROW: f32 = 22.0;
    let wanted = vec2(width, ROW * rows.len() as f32) + vec2(28.0, 16.0);
    let is_below = about.bottom() + 12.0 + wanted.y < canvas.bottom();
    let top = if is_below {
        about.bottom() + 12.0
    } else {
        (about.top() - 12.0 - wanted.y).max(canvas.top())
    };
    let left = (about.center().x - wanted.x / 2.0)
        .min(canvas.right() - wanted.x - size::SPACE_8)
        .max(canvas.left() + size::SPACE_8);
    let card = Rect::from_min_size(pos2(left, top), wanted);
    let tip = about
        .center()
        .x
        .clamp(card.left() + 16.0, card.right() - 16.0);
    plate(sheet, card, tip, is_below);
    for (row, [left, right]) in rows.into_iter().enumerate() {
        let middle = card.top() + 8.0 + ROW * (row as f32 + 0.5);
        for (words, anchor, x) in [
            (left, Align2::LEFT_CENTER, card.left() + 14.0),
            (right, Align2::RIGHT_CENTER, card.right() - 14.0),
        ] {
            let place = anchor.anchor_size(pos2(x, middle), words.size());
            sheet.painter.galley(place.min, words, theme.mid);
        }
    }
}

fn plate(sheet: &Sheet<'_>, card: Rect, tip: f32, is_below: bool) {
    let theme = sheet.theme;
    let pen = Stroke::new(size::HAIRLINE, theme.line2);
    let painter = &sheet.painter;
    painter.rect(card, size::RADIUS_CARD, theme.bg3, pen, StrokeKind::Inside);
    let (edge, away) = if is_below {
        (card.top(), -1.0)
    } else {
        (card.bottom(), 1.0)
    };
    let inside = edge - away * 1.5;
    let corners = [
        pos2(tip - 8.0, inside),
        pos2(tip, edge + away * 7.0),
        pos2(tip + 8.0, inside),
    ];
    let shape = Shape::convex_polygon(corners.to_vec(), theme.bg3, Stroke::NONE);
    painter.add(shape);
    painter.line(corners.to_vec(), pen);
    painter.line_segment([corners[0], corners[2]], Stroke::new(1.5, theme.bg3));
}
