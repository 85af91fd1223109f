//! Teach it: photos in trays, the last layer that was taught on them, what it says of the open photo, and what a sticker does.
//!
//! | file | what it shows |
//! |---|---|
//! | `trays` | the trays, one more, and what is kept |
//! | `tray` | a class: its name and its photos |
//! | `add` | a class more: from the album, from the open photo |
//! | `from_album` | the folders of the album, in that card's menu |
//! | `held` | the camera of a tray while it is held |
//! | `photo` | a photo of a tray, to be clicked, dragged, taken out |
//! | `live` | the open photo with the exact evidence, the new answer, the sum, the old answer |
//! | `left_out` | each photo left out once: rows of photos, matrix, the surest mistake |
//! | `learned` | how little is learned |
//! | `shortcut` | a sticker on all photos of a class |
//! | `scene` | what a person moved among trays |

mod add;
mod from_album;
mod held;
mod learned;
mod left_out;
mod live;
mod photo;
pub(super) mod scene;
mod shortcut;
mod tray;
mod trays;

use egui::{Rect, Ui};

use super::WIDE;
use crate::locale::text::{tr, tr_with};
use crate::state::{Command, State, TeachState};
use crate::ui::kit::{Area, Segmented, right_of, within};
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
    if teach.awaited_photos() > 0 {
        return Some(both(tr_with("teach-headline-waiting", &[("count", teach.awaited_photos() as f64)])));
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
        let left = rect.share(LEFT);
        let (upper, lower) = stacked(left);
        trays::trays(ui, upper, parts, scene, look, commands);
        left_out::card(ui, lower, parts, look, commands);
        taught_side(ui, right_of(rect, left, GAP), parts, look, commands);
        return;
    }
    let mut below = rect;
    within(ui, below.take_top(size::CONTROL_HEIGHT), |ui| {
        let names = [tr("teach-narrow-trays"), tr("teach-narrow-live")];
        let choices = [(false, names[0].as_str()), (true, names[1].as_str())];
        if let Some(live) = Segmented::new(&tr("teach-narrow"), &choices, scene.shows_live).show(ui, parts.theme).inner
        {
            scene.shows_live = live;
        }
    });
    below.take_top(size::SPACE_12);
    if scene.shows_live {
        let wide = below.take_left((below.width() * LIVE).round());
        live::card(ui, wide, parts, look, commands);
        let (upper, lower) = stacked(below.without_left(GAP));
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

fn stacked(mut rect: Rect) -> (Rect, Rect) {
    let upper = rect.take_top(((rect.height() - GAP) * UPPER).round());
    (upper, rect.without_top(GAP))
}

fn halves(mut rect: Rect) -> (Rect, Rect) {
    let left = rect.take_left(((rect.width() - GAP) / 2.0).round());
    (left, rect.without_left(GAP))
}
