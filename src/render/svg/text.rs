//! Rows of text, as wide as they were laid out whatever font draws them.

use std::ops::Range;

use egui::epaint::TextShape;
use egui::epaint::text::{Glyph, LayoutJob, PlacedRow, TextFormat};
use egui::{Color32, FontFamily};

use super::Document;
use super::shapes::turned;
use super::write::{Escaped, Number, Paint};

impl Document<'_> {
    pub(super) fn text(&mut self, shape: &TextShape) {
        let mut byte = 0;
        for row in &shape.galley.rows {
            for run in runs(&shape.galley.job, row, &mut byte) {
                self.run(shape, row, &run);
            }
        }
    }

    /// Letters of one format in a row.
    fn run(&mut self, shape: &TextShape, row: &PlacedRow, run: &Run<'_>) {
        let letters: String = run.glyphs.iter().map(|glyph| glyph.chr).collect();
        let (Some(first), Some(last)) = (run.glyphs.first(), run.glyphs.last()) else { return };
        let format = run.format;
        let color = match (shape.override_text_color, format.color) {
            (Some(color), _) => color,
            (None, Color32::PLACEHOLDER) => shape.fallback_color,
            (None, color) => color,
        };
        let fill = Paint("fill", color.gamma_multiply(shape.opacity_factor));
        let place = shape.pos + row.pos.to_vec2() + first.pos.to_vec2();
        let [x, y, size] = [place.x, place.y, format.font_id.size].map(Number);
        // A font that is missing is replaced by another: its letters are set as wide as these.
        let width = last.pos.x + last.advance_width - first.pos.x;
        let width = match run.glyphs.len() {
            1 => String::new(),
            _ => format!(" textLength=\"{}\" lengthAdjust=\"spacingAndGlyphs\"", Number(width)),
        };
        let (weight, decoration, turn) = (weight(format), decoration(shape, format), turned(shape.angle, shape.pos));
        self.put(format_args!(
            "<text x=\"{x}\" y=\"{y}\" font-size=\"{size}\"{weight}{decoration}{fill}{width}{turn}>{}</text>\n",
            Escaped(&letters)
        ));
    }
}

/// Letters that follow one another in one format.
struct Run<'a> {
    glyphs: &'a [Glyph],
    format: &'a TextFormat,
}

/// The runs of a row without the blanks around them; `byte` is where the row begins in the text, and goes on to the next.
fn runs<'a>(job: &'a LayoutJob, row: &'a PlacedRow, byte: &mut usize) -> Vec<Run<'a>> {
    let section = |byte: usize| {
        let found = job.sections.iter().position(|section| byte < section.byte_range.end.0);
        found.unwrap_or(job.sections.len().saturating_sub(1))
    };
    let mut ranges: Vec<(usize, Range<usize>)> = Vec::new();
    for (index, glyph) in row.glyphs.iter().enumerate() {
        let here = section(*byte);
        match ranges.last_mut() {
            Some((last, range)) if *last == here => range.end = index + 1,
            _ => ranges.push((here, index..index + 1)),
        }
        *byte += glyph.chr.len_utf8();
    }
    if row.ends_with_newline {
        *byte += 1;
    }
    let runs = ranges.into_iter().filter_map(|(section, range)| {
        let format = &job.sections.get(section)?.format;
        let glyphs = trimmed(&row.glyphs[range]);
        (!glyphs.is_empty()).then_some(Run { glyphs, format })
    });
    runs.collect()
}

/// Without blanks at either end.
fn trimmed(glyphs: &[Glyph]) -> &[Glyph] {
    let is_ink = |glyph: &Glyph| !glyph.chr.is_whitespace();
    let Some(start) = glyphs.iter().position(is_ink) else { return &[] };
    let end = glyphs.iter().rposition(is_ink).map_or(start, |last| last + 1);
    &glyphs[start..end]
}

/// The weight that the family's name says.
fn weight(format: &TextFormat) -> &'static str {
    match &format.font_id.family {
        FontFamily::Name(name) => match &**name {
            "Medium" => " font-weight=\"500\"",
            "SemiBold" => " font-weight=\"600\"",
            "Bold" => " font-weight=\"700\"",
            _ => "",
        },
        FontFamily::Proportional | FontFamily::Monospace => "",
    }
}

fn decoration(shape: &TextShape, format: &TextFormat) -> &'static str {
    match (shape.underline.is_empty() && format.underline.is_empty(), format.strikethrough.is_empty()) {
        (true, true) => "",
        (false, true) => " text-decoration=\"underline\"",
        (true, false) => " text-decoration=\"line-through\"",
        (false, false) => " text-decoration=\"underline line-through\"",
    }
}
