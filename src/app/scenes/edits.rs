//! What is done to a photo, in words: `zoom:1.5,mirror,disc:grey:112:80:24`; `open` where the editor is.

use crate::imaging::edit::{Brush, BrushShape, Dab, Edits};

/// The word for the open editor.
pub(super) const OPEN: &str = "open";

const SHAPES: [(&str, BrushShape); 2] = [("disc", BrushShape::Disc), ("square", BrushShape::Square)];
const BRUSHES: [(&str, Brush); 3] = [("grey", Brush::Grey), ("blur", Brush::Blur), ("noise", Brush::Noise)];

/// The words for all that is done to the photo; none for a photo as it is.
pub(super) fn words(edits: &Edits) -> Vec<String> {
    let none = Edits::default();
    let mut words = Vec::new();
    let [right, down] = edits.framing.shift;
    if edits.framing.shift != none.framing.shift {
        words.push(format!("shift:{right}:{down}"));
    }
    let numbers = [
        ("zoom", edits.framing.zoom, none.framing.zoom),
        ("turn", edits.framing.rotation_degrees, 0.0),
        ("brightness", edits.brightness, 0.0),
        ("contrast", edits.contrast, 0.0),
        ("blur", edits.blur_px, 0.0),
        ("noise", edits.noise, 0.0),
    ];
    let changed = numbers.iter().filter(|(_, value, before)| value != before);
    words.extend(changed.map(|(word, value, _)| format!("{word}:{value}")));
    let switches = [("mirror", edits.mirror), ("greyscale", edits.greyscale)];
    words.extend(switches.iter().filter(|(_, is_on)| *is_on).map(|(word, _)| (*word).to_owned()));
    words.extend(edits.dabs.iter().map(dab_word));
    // The seed shows only in what is drawn from it.
    if edits.seed != 0 && !words.is_empty() {
        words.push(format!("seed:{}", edits.seed));
    }
    words
}

fn dab_word(dab: &Dab) -> String {
    let shape = SHAPES.iter().find(|(_, shape)| *shape == dab.shape).map_or("", |(word, _)| word);
    let brush = BRUSHES.iter().find(|(_, brush)| *brush == dab.brush).map_or("", |(word, _)| word);
    format!("{shape}:{brush}:{}:{}:{}", dab.x, dab.y, dab.radius)
}

/// Takes one word in; `None` if it is none of ours.
pub(super) fn take(edits: &mut Edits, word: &str) -> Option<()> {
    let mut parts = word.split(':');
    let name = parts.next()?;
    let values: Vec<&str> = parts.collect();
    let number =
        |place: usize| -> Option<f32> { values.get(place)?.parse().ok().filter(|value: &f32| value.is_finite()) };
    let shape = SHAPES.iter().find(|(word, _)| *word == name).map(|(_, shape)| *shape);
    match (name, values.len()) {
        ("mirror", 0) => edits.mirror = true,
        ("greyscale", 0) => edits.greyscale = true,
        ("shift", 2) => edits.framing.shift = [number(0)?, number(1)?],
        ("zoom", 1) => edits.framing.zoom = number(0)?,
        ("turn", 1) => edits.framing.rotation_degrees = number(0)?,
        ("brightness", 1) => edits.brightness = number(0)?,
        ("contrast", 1) => edits.contrast = number(0)?,
        ("blur", 1) => edits.blur_px = number(0)?,
        ("noise", 1) => edits.noise = number(0)?,
        ("seed", 1) => edits.seed = values[0].parse().ok()?,
        (_, 4) => {
            let brush = BRUSHES.iter().find(|(word, _)| *word == values[0]).map(|(_, brush)| *brush)?;
            edits.dabs.push(Dab { x: number(1)?, y: number(2)?, radius: number(3)?, shape: shape?, brush });
        }
        _ => return None,
    }
    Some(())
}
