//! Teach it: photos in trays, the last layer that was taught on them, what it says of the open photo, and what a sticker does.
//!
//! | file | what it shows |
//! |---|---|
//! | `trays` | the trays, one more, and what is kept |
//! | `tray` | a class: its name and its photos |
//! | `add` | a class more: from the album, from the open photo |
//! | `held` | the camera of a tray while it is held |
//! | `photo` | a photo of a tray, to be clicked, dragged, taken out |
//! | `live` | the open photo with the exact evidence, the new answer, the sum, the old answer |
//! | `left_out` | each photo left out once: rows of photos, matrix, the surest mistake |
//! | `learned` | how little is learned |
//! | `shortcut` | a sticker on all photos of a class |
//! | `scene` | what a person moved among trays |

mod add;
mod held;
mod learned;
mod left_out;
mod live;
mod photo;
pub(super) mod scene;
mod shortcut;
mod tray;
mod trays;

use egui::{Rect, Ui, pos2, vec2};

use super::{WIDE, within};
use crate::locale::text::{tr, tr_with};
use crate::state::{Command, State, TeachState};
use crate::ui::kit::Segmented;
use crate::ui::look::Look;
use crate::ui::style::{Theme, size};
use crate::ui::views::album::teach::scene::TeachScene;

/// Share of the width that the trays have.
const LEFT: f32 = 0.4925;
/// Share of the height that the upper cards have.
const UPPER: f32 = 0.6;
/// Share of a narrow width that the live card has.
const LIVE: f32 = 0.6;
const GAP: f32 = size::SPACE_16;

/// What every part is drawn from.
#[derive(Clone, Copy)]
pub(super) struct Parts<'a> {
    pub state: &'a State,
    pub theme: &'a Theme,
}

impl<'a> Parts<'a> {
    pub fn teach(&self) -> &'a TeachState {
        &self.state.teach
    }

    /// The name of a taught class.
    pub fn class(&self, class: usize) -> String {
        let taught = self.teach().taught.as_ref();
        taught.and_then(|taught| taught.head.labels.get(class)).cloned().unwrap_or_default()
    }
}

/// The result in large type.
pub(super) fn headline(state: &State) -> Option<[String; 2]> {
    let teach = &state.teach;
    let both = |words: String| [words.clone(), words];
    if teach.awaited > 0 {
        return Some(both(tr_with("teach-headline-waiting", &[("count", teach.awaited as f64)])));
    }
    let taught = teach.taught.as_ref()?;
    let classes = taught.head.labels.len() as f64;
    let photos = taught.photos.len() as f64;
    let table = teach.table().filter(|table| table.total() > 0);
    let Some(table) = table else {
        return Some(both(tr_with("teach-headline-untested", &[("photos", photos), ("classes", classes)])));
    };
    let (done, of) = (table.done(teach.depth) as f64, table.total() as f64);
    if done < of {
        return Some(both(tr_with("teach-headline-running", &[("classes", classes), ("done", done), ("of", of)])));
    }
    let right = table.right(teach.depth) as f64;
    let values = [("photos", photos), ("classes", classes), ("right", right), ("of", of)];
    Some([tr_with("teach-headline", &values), tr_with("teach-headline-short", &values)])
}

/// Shows the tab.
pub(super) fn teach(
    ui: &mut Ui,
    rect: Rect,
    state: &State,
    scene: &mut TeachScene,
    look: &mut Look<'_>,
    commands: &mut Vec<Command>,
) {
    scene.targets.clear();
    let parts = Parts { state, theme: look.theme };
    let left = |rect: Rect| rect.with_max_x(rect.left() + rect.width() * LEFT);
    match state.panel(3) {
        Some(0) => return live::card(ui, rect, parts, look, commands),
        Some(1) => return left_out::card(ui, rect, parts, look, commands),
        Some(_) => {
            let (a, b) = halves(rect);
            learned::card(ui, a, parts);
            return shortcut::card(ui, b, parts, look, commands);
        }
        None => {}
    }
    if rect.width() >= WIDE {
        let trays_and_table = left(rect);
        let (upper, lower) = stacked(trays_and_table);
        trays::trays(ui, upper, parts, scene, look, commands);
        left_out::card(ui, lower, parts, look, commands);
        taught_side(ui, rect.with_min_x(trays_and_table.right() + GAP), parts, look, commands);
        return;
    }
    let row = rect.with_max_y(rect.top() + size::CONTROL_HEIGHT);
    within(ui, row, |ui| {
        let names = [tr("teach-narrow-trays"), tr("teach-narrow-live")];
        let choices = [(false, names[0].as_str()), (true, names[1].as_str())];
        if let Some(live) = Segmented::new(&tr("teach-narrow"), &choices, scene.shows_live).show(ui, parts.theme).inner
        {
            scene.shows_live = live;
        }
    });
    let below = rect.with_min_y(row.bottom() + size::SPACE_12);
    if scene.shows_live {
        let wide = below.with_max_x(below.left() + (below.width() * LIVE).round());
        live::card(ui, wide, parts, look, commands);
        let (upper, lower) = stacked(below.with_min_x(wide.right() + GAP));
        shortcut::card(ui, upper, parts, look, commands);
        learned::card(ui, lower, parts);
    } else {
        let (upper, lower) = stacked(below);
        trays::trays(ui, upper, parts, scene, look, commands);
        left_out::card(ui, lower, parts, look, commands);
    }
}

/// What was taught: the live card, how little is learned, the sticker.
fn taught_side(ui: &mut Ui, rect: Rect, parts: Parts<'_>, look: &mut Look<'_>, commands: &mut Vec<Command>) {
    let (upper, lower) = stacked(rect);
    live::card(ui, upper, parts, look, commands);
    let (left, right) = halves(lower);
    learned::card(ui, left, parts);
    shortcut::card(ui, right, parts, look, commands);
}

fn stacked(rect: Rect) -> (Rect, Rect) {
    let middle = rect.top() + ((rect.height() - GAP) * UPPER).round();
    (rect.with_max_y(middle), rect.with_min_y(middle + GAP))
}

fn halves(rect: Rect) -> (Rect, Rect) {
    let width = ((rect.width() - GAP) / 2.0).round();
    let left = Rect::from_min_size(rect.min, vec2(width, rect.height()));
    (left, Rect::from_min_max(pos2(left.right() + GAP, rect.top()), rect.max))
}
