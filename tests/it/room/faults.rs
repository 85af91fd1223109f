//! What is wrong with where things lie in a frame.

use egui::{Context, FullOutput, LayerId, Rect, Shape};
use inception_lens::locale::text::Language;

use crate::stage::texts;

/// By how much texts may touch: glyphs reach into the room between lines, points.
const MAY_TOUCH: f32 = 2.0;
/// How far a control that is small reaches beyond what is seen of it, so that it can be hit, points.
const REACH: f32 = 2.0;
/// How far a text may reach beyond its place, points.
const MAY_REACH: f32 = 1.5;

/// A text as it lies on the screen.
struct Ink {
    words: String,
    rect: Rect,
    /// What of it can be seen.
    clip: Rect,
    is_elided: bool,
    is_turned: bool,
}

impl Ink {
    fn visible(&self) -> Rect {
        self.rect.intersect(self.clip)
    }
}

/// Texts that cannot be read from the last row of a class: English of at least a 45th of the height, Korean of a 36th
/// (`lesson.md`).
pub fn unreadable(output: &FullOutput, ctx: &Context, language: Language) -> Vec<String> {
    let screen = ctx.content_rect();
    let lines = match language {
        Language::English => 45.0,
        Language::Korean => 36.0,
    };
    let least = screen.height() / lines;
    let mut faults = Vec::new();
    for (clip, text) in texts(&output.shapes) {
        let words = text.galley.text().trim();
        if words.is_empty() || !clip.intersect(screen).intersects(text.visual_bounding_rect()) {
            continue;
        }
        let sizes = text.galley.job.sections.iter().map(|section| section.format.font_id.size);
        let smallest = sizes.fold(f32::INFINITY, f32::min);
        if smallest < least - 0.05 {
            faults.push(format!("{smallest:.1} < {least:.1}: {words:?}"));
        }
    }
    faults
}

/// Every fault of a frame in a sentence; where it is to be strict, what is cut off with an ellipsis or has to be scrolled too.
pub fn faults(output: &FullOutput, ctx: &Context, is_strict: bool) -> Vec<String> {
    let screen = ctx.content_rect();
    let mut inks: Vec<Ink> = Vec::new();
    let mut faults = Vec::new();
    for clipped in &output.shapes {
        let clip = clipped.clip_rect.intersect(screen);
        each(&clipped.shape, &mut |shape| match shape {
            Shape::Text(text) => {
                let words = text.galley.text().trim().to_owned();
                let rect = text.visual_bounding_rect();
                if !words.is_empty() && rect.is_positive() && clip.intersects(rect) {
                    let (is_elided, is_turned) = (text.galley.elided, text.angle != 0.0);
                    inks.push(Ink { words, rect, clip, is_elided, is_turned });
                }
            }
            Shape::Rect(cover) if cover.fill.a() > 250 => {
                let cover = cover.rect.intersect(clip);
                for ink in &inks {
                    let seen = ink.visible();
                    if overlaps(cover, seen) && !cover.contains_rect(seen) {
                        faults.push(format!("half hidden: {:?} {}", ink.words, place(seen)));
                    }
                }
                inks.retain(|ink| !cover.contains_rect(ink.visible()));
            }
            _ => {}
        });
    }
    for ink in &inks {
        if is_strict && ink.is_elided {
            faults.push(format!("cut: {:?} {}", ink.words, place(ink.rect)));
        }
        let reaches = ink.rect.left() < ink.clip.left() - MAY_REACH || ink.rect.right() > ink.clip.right() + MAY_REACH;
        if reaches {
            faults.push(format!("beyond its place: {:?} {} of {}", ink.words, place(ink.rect), place(ink.clip)));
        }
        let is_low = ink.rect.top() < ink.clip.top() - MAY_REACH || ink.rect.bottom() > ink.clip.bottom() + MAY_REACH;
        if is_strict && is_low {
            faults.push(format!("scrolled: {:?} {} of {}", ink.words, place(ink.rect), place(ink.clip)));
        }
    }
    for (index, ink) in inks.iter().enumerate() {
        for other in &inks[..index] {
            let is_shadow = ink.words == other.words;
            if !is_shadow && !ink.is_turned && !other.is_turned && overlaps(ink.visible(), other.visible()) {
                faults.push(format!("on each other: {:?} and {:?} {}", other.words, ink.words, place(ink.rect)));
            }
        }
    }
    faults.extend(controls(ctx));
    faults
}

/// Controls of which a part lies on a part of another.
fn controls(ctx: &Context) -> Vec<String> {
    ctx.viewport(|viewport| {
        let widgets = &viewport.prev_pass.widgets;
        let layers: Vec<LayerId> = widgets.layer_ids().collect();
        let mut faults = Vec::new();
        for layer in layers {
            let clicked: Vec<_> = widgets
                .get_layer(layer)
                .filter(|widget| {
                    widget.sense.senses_click() && !widget.sense.senses_drag() && widget.interact_rect.is_positive()
                })
                .collect();
            for (index, widget) in clicked.iter().enumerate() {
                for other in &clicked[..index] {
                    let (a, b) = (widget.interact_rect, other.interact_rect);
                    if overlaps(a.shrink(REACH), b.shrink(REACH)) && !a.contains_rect(b) && !b.contains_rect(a) {
                        faults.push(format!("controls on each other: {} and {}", place(a), place(b)));
                    }
                }
            }
        }
        faults
    })
}

fn overlaps(a: Rect, b: Rect) -> bool {
    let both = a.intersect(b);
    both.width() > MAY_TOUCH && both.height() > MAY_TOUCH
}

fn place(rect: Rect) -> String {
    format!("({:.0}, {:.0})-({:.0}, {:.0})", rect.left(), rect.top(), rect.right(), rect.bottom())
}

/// Calls back with every shape that is none of several.
fn each(shape: &Shape, found: &mut impl FnMut(&Shape)) {
    match shape {
        Shape::Vec(shapes) => shapes.iter().for_each(|shape| each(shape, found)),
        shape => found(shape),
    }
}
