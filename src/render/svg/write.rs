//! Numbers, colours and text as attributes have them.

use std::fmt::{self, Display, Formatter, Write as _};

use egui::{Color32, Pos2, Stroke};

/// A length with at most two decimals: "12", "3.5", "0.25".
#[derive(Clone, Copy)]
pub(super) struct Number(pub f32);

impl Display for Number {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        let hundredths = (f64::from(self.0) * 100.0).round();
        let text = format!("{:.2}", hundredths / 100.0);
        let text = text.trim_end_matches('0').trim_end_matches('.');
        f.write_str(if text == "-0" { "0" } else { text })
    }
}

/// A place: "12,3.5".
#[derive(Clone, Copy)]
pub(super) struct Point(pub Pos2);

impl Display for Point {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        write!(f, "{},{}", Number(self.0.x), Number(self.0.y))
    }
}

/// A colour as an attribute of that name, with its opacity where it is translucent: ` fill="#1a2b3c"`.
#[derive(Clone, Copy)]
pub(super) struct Paint(pub &'static str, pub Color32);

impl Display for Paint {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        let Self(name, color) = *self;
        let [red, green, blue, alpha] = color.to_srgba_unmultiplied();
        if alpha == 0 {
            return write!(f, " {name}=\"none\"");
        }
        write!(f, " {name}=\"#{red:02x}{green:02x}{blue:02x}\"")?;
        if alpha < 255 {
            write!(f, " {name}-opacity=\"{}\"", Number(f32::from(alpha) / 255.0))?;
        }
        Ok(())
    }
}

/// A line's colour and width; nothing for no line.
#[derive(Clone, Copy)]
pub(super) struct Pen(pub Stroke);

impl Display for Pen {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        if self.0.is_empty() {
            return Ok(());
        }
        write!(f, "{} stroke-width=\"{}\"", Paint("stroke", self.0.color), Number(self.0.width))
    }
}

/// Text inside an element or an attribute; what XML cannot hold is left out.
pub(super) struct Escaped<'a>(pub &'a str);

impl Display for Escaped<'_> {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        for letter in self.0.chars() {
            match letter {
                '&' => f.write_str("&amp;")?,
                '<' => f.write_str("&lt;")?,
                '>' => f.write_str("&gt;")?,
                '"' => f.write_str("&quot;")?,
                '\t' | '\n' => f.write_char(' ')?,
                letter if letter.is_control() || matches!(letter, '\u{fffe}' | '\u{ffff}') => {}
                letter => f.write_char(letter)?,
            }
        }
        Ok(())
    }
}
