//! Contrast of everything written, by WCAG 2.1.

use egui::Color32;
use inception_lens::ui::style::{Hue, Theme};

use crate::widgets::theme_of;

/// Share of the light that each channel of sRGB lets through, and of all of them together, 0 to 1.
pub fn luminance(color: Color32) -> f64 {
    let [red, green, blue] = linear(color);
    0.2126 * red + 0.7152 * green + 0.0722 * blue
}

/// The channels of an opaque colour in linear light, 0 to 1.
pub fn linear(color: Color32) -> [f64; 3] {
    [color.r(), color.g(), color.b()].map(|channel| {
        let value = f64::from(channel) / 255.0;
        if value <= 0.040_45 { value / 12.92 } else { ((value + 0.055) / 1.055).powf(2.4) }
    })
}

/// Contrast of two opaque colours: 1 to 21.
pub fn contrast(one: Color32, other: Color32) -> f64 {
    let (one, other) = (luminance(one), luminance(other));
    (one.max(other) + 0.05) / (one.min(other) + 0.05)
}

/// What is written where: inks, and what lies below them.
fn pairs(theme: &Theme) -> Vec<(String, Color32, Color32)> {
    let inks = [("hi", theme.hi), ("mid", theme.mid), ("low", theme.low), ("ok", theme.ok), ("err", theme.err)];
    let grounds = [
        ("bg0", theme.bg0),
        ("bg1", theme.bg1),
        ("bg2", theme.bg2),
        // Tooltip, toast, result strip, hovered and selected rows.
        ("bg3", theme.bg3),
        ("track", theme.track),
    ];
    let mut pairs = Vec::new();
    for (ground, below) in grounds {
        pairs.extend(inks.map(|(ink, above)| (format!("{ink} on {ground}"), above, below)));
    }
    for hue in Hue::ALL {
        // The hues of steel and yellow are never written on a strip.
        let is_on_strip = !matches!(hue, Hue::Stem | Hue::Aux);
        let count = if is_on_strip { 4 } else { 3 };
        let ink = theme.hue(hue).text;
        let on = |(ground, below): (&str, Color32)| (format!("{hue:?} on {ground}"), ink, below);
        pairs.extend(grounds.into_iter().take(count).map(on));
    }
    // Chosen segments and the filled button, resting and hovered.
    pairs.push(("inv on hi".to_owned(), theme.inv, theme.hi));
    pairs.push(("inv on mid".to_owned(), theme.inv, theme.mid));
    // A plate of 85 % scrim over the lightest photo there is.
    let plate = over(theme.scrim, 0.85, Color32::WHITE);
    pairs.push(("white on scrim".to_owned(), Color32::WHITE, plate));
    pairs
}

/// A colour of some opacity over an opaque one, mixed as it is on screen.
pub fn over(above: Color32, opacity: f32, below: Color32) -> Color32 {
    below.lerp_to_gamma(above, opacity)
}

#[test]
fn text_stands_out_from_every_background() {
    for dark in [true, false] {
        for (what, ink, ground) in pairs(&theme_of(dark)) {
            let ratio = contrast(ink, ground);
            assert!(ratio >= 4.5, "{what}: {ratio:.2} (dark {dark})");
        }
    }
}

#[test]
fn shapes_and_the_focus_ring_stand_out() {
    for dark in [true, false] {
        let theme = theme_of(dark);
        for hue in Hue::ALL {
            let outlined = theme.outline(hue).color;
            let shape = if outlined == Color32::TRANSPARENT { theme.hue(hue).fill } else { outlined };
            assert!(contrast(shape, theme.bg1) >= 3.0, "{hue:?} (dark {dark})");
        }
        for ground in [theme.bg0, theme.bg1, theme.bg2, theme.bg3, theme.track] {
            assert!(contrast(theme.hi, ground) >= 3.0, "the ring on {ground:?}");
        }
    }
}
