//! Tab reaches everything, and what has the focus is seen.

use std::collections::BTreeSet;

use egui::{Key, Rect, Shape, Stroke};
use egui_kittest::Harness;
use inception_lens::app::App;
use inception_lens::ui::text::Language;

use super::{controls, places};

/// Strokes as wide as a focus ring: their rectangle, and the part of it that is not cut off.
fn rings(harness: &Harness<'static, App>) -> Vec<(Rect, Rect, String)> {
    let mut found = Vec::new();
    for clipped in &harness.output().shapes {
        collect(&clipped.shape, clipped.clip_rect, &mut found);
    }
    found
}

fn collect(shape: &Shape, clip: Rect, found: &mut Vec<(Rect, Rect, String)>) {
    let mut add = |rect: Rect, stroke: Stroke| {
        if stroke.width >= 2.0 {
            found.push((rect, clip, format!("{rect:?} {stroke:?}")));
        }
    };
    match shape {
        Shape::Vec(shapes) => shapes.iter().for_each(|shape| collect(shape, clip, found)),
        Shape::Rect(rect) => add(rect.rect, rect.stroke),
        Shape::Circle(circle) => add(circle.visual_bounding_rect(), circle.stroke),
        Shape::LineSegment { stroke, .. } => add(shape.visual_bounding_rect(), *stroke),
        Shape::Path(path) => add(shape.visual_bounding_rect(), Stroke::new(path.stroke.width, egui::Color32::WHITE)),
        _ => {}
    }
}

/// The share of a rectangle's border that lies inside another.
fn visible(rect: Rect, clip: Rect) -> f32 {
    let inside = rect.intersect(clip);
    if !inside.is_positive() {
        return 0.0;
    }
    let mut length = 0.0;
    for (x, y) in [(rect.left(), inside.height()), (rect.right(), inside.height())] {
        length += if clip.x_range().contains(x) { y } else { 0.0 };
    }
    for (y, x) in [(rect.top(), inside.width()), (rect.bottom(), inside.width())] {
        length += if clip.y_range().contains(y) { x } else { 0.0 };
    }
    length / (2.0 * (rect.width() + rect.height()))
}

fn tab(harness: &mut Harness<'static, App>) -> Option<String> {
    harness.key_press(Key::Tab);
    harness.step();
    harness.step();
    focused(harness)
}

fn focused(harness: &Harness<'static, App>) -> Option<String> {
    let found = controls(harness);
    found.into_iter().find(|control| control.is_focused).map(|control| control.id)
}

#[test]
fn tab_reaches_every_control_and_the_focus_is_seen() {
    let mut wrong = Vec::new();
    for place in places() {
        let start = std::time::Instant::now();
        let mut harness = place.open(Language::English, [1440.0, 900.0]);
        let window = harness.ctx.content_rect();
        harness.ctx.memory_mut(|memory| {
            if let Some(id) = memory.focused() {
                memory.surrender_focus(id);
            }
        });
        harness.step();
        let plain: BTreeSet<String> = rings(&harness).into_iter().map(|ring| ring.2).collect();
        let mut reached: Vec<String> = Vec::new();
        loop {
            let Some(id) = tab(&mut harness) else {
                if reached.len() > 2 && harness.ctx.memory(|memory| memory.focused()).is_none() {
                    break;
                }
                let id = harness.ctx.memory(|memory| memory.focused());
                wrong.push(format!("{}: focus on nothing named {id:?} after {}", place.name, reached.len()));
                break;
            };
            if reached.contains(&id) {
                if reached[0] != id {
                    wrong.push(format!("{}: back at {id}, not the first", place.name));
                }
                break;
            }
            reached.push(id.clone());
            let all = controls(&harness);
            let control = all.iter().find(|control| control.id == id).unwrap();
            let seen = rings(&harness)
                .into_iter()
                .filter(|(_, _, key)| !plain.contains(key))
                .filter(|(rect, clip, _)| {
                    rect.intersects(control.rect.expand(8.0))
                        && visible(*rect, clip.intersect(window)) > 0.5
                })
                .count();
            if seen == 0 {
                wrong.push(format!(
                    "{}: unseen {:?} {:?} {:?}",
                    place.name, control.role, control.name, control.rect
                ));
            }
        }
        for control in controls(&harness) {
            if control.is_enabled && control.is_focusable && !reached.contains(&control.id) {
                wrong.push(format!(
                    "{}: not reached {:?} {:?} {:?}",
                    place.name, control.role, control.name, control.rect
                ));
            }
        }
        eprintln!("{} {} {:?}", place.name, reached.len(), start.elapsed());
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
