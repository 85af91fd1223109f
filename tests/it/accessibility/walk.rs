//! Tab reaches everything in an order that can be followed, and what has the focus is seen; every control has a name and every
//! text stands out.

use egui::{Key, Rect};
use egui_kittest::Harness;
use egui_kittest::kittest::NodeT as _;
use inception_lens::app::App;
use inception_lens::locale::text::Language;
use inception_lens::ui::style::size;

use super::names::{SIZES, complaints, in_korean};
use super::rings::{Ring, rings};
use super::{Control, Place, controls, places};

/// More stops than any window has.
const ENDLESS: usize = 400;
/// Toolbar and rail are the same everywhere: of so many places one is walked through from their first control on.
const WHOLE: usize = 6;

#[test]
fn tab_reaches_every_control_in_every_other_place() {
    check(0, 2);
}

#[test]
fn tab_reaches_every_control_in_the_places_between() {
    check(1, 2);
}

/// Looks at every `step`th place from the one at `first` on, in English and then in Korean.
fn check(first: usize, step: usize) {
    let mut wrong = Vec::new();
    let mut count = 0;
    for (number, place) in places().iter().skip(first).step_by(step).enumerate() {
        let mut harness = place.open(Language::English, SIZES[0]);
        for size in SIZES {
            harness.set_size(size.into());
            harness.step();
            harness.step();
            let mut said = complaints(&controls(&harness), Language::English);
            // Where there is least room the focus has most to scroll to.
            if size == SIZES[1] {
                said.extend(walk(&mut harness, place, number % WHOLE == 0));
            }
            wrong.extend(said.iter().map(|what| format!("{}, {size:?}: {what}", place.name)));
        }
        place.turn(&mut harness, Language::Korean, SIZES[0]);
        let (said, looked_at) = in_korean(&mut harness);
        count += looked_at;
        wrong.extend(said.iter().map(|what| format!("{}: {what}", place.name)));
    }
    assert!(count > 5_000, "only {count} texts");
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// Presses Tab until the focus comes round again; says what is wrong.  Where the walk is not whole it begins behind toolbar and rail.
fn walk(harness: &mut Harness<'static, App>, place: &Place, is_whole: bool) -> Vec<String> {
    let mut wrong = Vec::new();
    release(harness);
    let is_whole = is_whole || place.is_modal || place.has_steps;
    let plain = match place.is_modal {
        // It takes the focus by itself.
        true => Vec::new(),
        false => rings(harness),
    };
    let mut reached: Vec<Control> = Vec::new();
    if !is_whole {
        reached.extend(frame(harness));
        focus_last_of_rail(harness, &reached);
    }
    let before = reached.len();
    while reached.len() < ENDLESS {
        harness.key_press(Key::Tab);
        // A frame in which the focus moves, and one in which it is seen.
        harness.step();
        harness.step();
        let found = controls(harness);
        let Some(control) = found.into_iter().find(|control| control.is_focused) else {
            // Beyond the last control the window lets go.
            break;
        };
        if let Some(first) = reached.iter().position(|before| before.id == control.id) {
            if first > 0 && first >= before {
                wrong.push(format!("no way out after {:?}", control.name));
            }
            break;
        }
        let control = in_sight(harness, &plain, control).unwrap_or_else(|control| {
            let (role, name) = (control.role, &control.name);
            wrong.push(format!("no ring: {role:?} {name} {:?}", control.rect));
            control
        });
        reached.push(control);
    }
    if place.is_modal {
        return wrong;
    }
    for control in controls(harness) {
        let is_reached = reached.iter().any(|other| other.id == control.id);
        if control.is_enabled && control.is_focusable && !is_reached {
            wrong.push(format!("not reached: {:?} {}", control.role, control.name));
        }
    }
    if !place.has_menu {
        let expected = if is_whole { &["toolbar", "rail", "view"][..] } else { &["view"] };
        wrong.extend(wandering(&reached[before..], expected));
    }
    wrong
}

/// What stands in toolbar and rail.
fn frame(harness: &Harness<'static, App>) -> Vec<Control> {
    let is_outside = |control: &Control| part(control) != "view" && control.is_enabled && control.is_focusable;
    controls(harness).into_iter().filter(is_outside).collect()
}

/// Gives the last of these that stands in the rail the focus.
fn focus_last_of_rail(harness: &mut Harness<'static, App>, controls: &[Control]) {
    let last = controls.iter().rfind(|control| part(control) == "rail").unwrap();
    harness
        .root()
        .children_recursive()
        .find(|node| format!("{:?}", node.accesskit_node().id()) == last.id)
        .unwrap()
        .focus();
    harness.step();
    harness.step();
}

/// The control where its ring is seen; one that is scrolled to needs a frame more.
fn in_sight(harness: &mut Harness<'static, App>, plain: &[Ring], control: Control) -> Result<Control, Control> {
    if is_seen(harness, plain, control.rect) {
        return Ok(control);
    }
    harness.step();
    let moved = controls(harness).into_iter().find(|control| control.is_focused).unwrap_or(control);
    if is_seen(harness, plain, moved.rect) { Ok(moved) } else { Err(moved) }
}

fn release(harness: &mut Harness<'static, App>) {
    harness.ctx.memory_mut(|memory| {
        if let Some(id) = memory.focused() {
            memory.surrender_focus(id);
        }
    });
    harness.step();
}

fn is_seen(harness: &Harness<'static, App>, plain: &[Ring], control: Rect) -> bool {
    let window = harness.ctx.content_rect();
    rings(harness).iter().any(|ring| ring.is_around(control, window) && !plain.contains(ring))
}

/// Toolbar, rail, and what is right of it: none is left and entered again.
fn wandering(reached: &[Control], expected: &[&str]) -> Option<String> {
    let mut parts: Vec<&str> = reached.iter().map(part).collect();
    parts.dedup();
    (parts != expected).then(|| format!("the focus wanders: {parts:?}"))
}

/// Where a control stands.
fn part(control: &Control) -> &'static str {
    match control.rect.center() {
        at if at.y < size::TOOLBAR_HEIGHT => "toolbar",
        at if at.x < size::RAIL_WIDTH => "rail",
        _ => "view",
    }
}
