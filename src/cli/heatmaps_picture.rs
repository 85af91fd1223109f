//! The table of heatmaps as a picture: a column a method.

use egui::{ColorImage, Grid, RichText, TextureHandle, TextureOptions, Ui};
use image::{RgbImage, imageops};

use super::evidence_picture::over_photo;
use crate::analysis::heatmaps::{Curve, Map, Row, Table, Verdict};
use crate::render::snapshot::snapshot;
use crate::ui::style::{self, Theme};

/// Width of a column, points.
const COLUMN: f32 = 172.0;
/// Side of a map, points.
const MAP: f32 = 164.0;
/// Width and height of the picture, points.
const SIZE: [f32; 2] = [1680.0, 840.0];
/// Pixels a point.
const SCALE: f32 = 1.5;
/// Pixels of a map's side.
const MAP_PIXELS: u32 = 246;

/// Draws maps over the grey photo, those of a random network below them, and the numbers.
pub fn draw(title: &str, photo: &RgbImage, table: &Table) -> RgbImage {
    let theme = Theme::dark();
    let mut textures: Option<Vec<[Option<TextureHandle>; 2]>> = None;
    let picture = snapshot(
        SIZE,
        SCALE,
        |ctx| {
            ctx.set_fonts(style::fonts());
            style::apply(ctx, &theme);
        },
        |ui| {
            let textures = textures.get_or_insert_with(|| {
                let texture = |map: Option<&Map>, row: &Row| map.map(|map| texture(ui, photo, map, row));
                let pair = |row: &Row| {
                    let (own, random) = (row.map.as_ref(), row.random.first());
                    [texture(own.map(|made| &made.map), row), texture(random.map(|made| &made.map), row)]
                };
                table.rows.iter().map(pair).collect()
            });
            sheet(ui, title, table, textures);
        },
    );
    image::DynamicImage::from(picture).into_rgb8()
}

fn texture(ui: &Ui, photo: &RgbImage, map: &Map, row: &Row) -> TextureHandle {
    let picture = over_photo(photo, map, row.method.is_signed(), MAP_PIXELS);
    let picture = imageops::resize(&picture, MAP_PIXELS, MAP_PIXELS, imageops::FilterType::Nearest);
    let pixels = ColorImage::from_rgb([MAP_PIXELS as usize; 2], picture.as_raw());
    ui.ctx().load_texture(row.method.key(), pixels, TextureOptions::LINEAR)
}

fn sheet(ui: &mut Ui, title: &str, table: &Table, textures: &[[Option<TextureHandle>; 2]]) {
    ui.add_space(12.0);
    ui.horizontal(|ui| {
        ui.add_space(16.0);
        ui.label(RichText::new(title).heading().strong());
        if let Some(chance) = &table.chance {
            ui.label(format!("random order: area {:.2} ± {:.2}", chance.area.mean, chance.area.deviation));
        }
    });
    ui.add_space(8.0);
    ui.horizontal_top(|ui| {
        ui.add_space(16.0);
        grid(ui, table, textures);
    });
}

fn grid(ui: &mut Ui, table: &Table, textures: &[[Option<TextureHandle>; 2]]) {
    let number = |value: Option<f64>| value.map_or("–".to_owned(), |value| format!("{value:.2}"));
    Grid::new("heatmaps").min_col_width(COLUMN).max_col_width(COLUMN).show(ui, |ui| {
        line(ui, table, "", |row| row.method.key().to_owned());
        for (name, which) in [("map", 0), ("random weights", 1)] {
            ui.label(name);
            for pair in textures {
                match &pair[which] {
                    Some(texture) => ui.image((texture.id(), egui::vec2(MAP, MAP))),
                    None => ui.label("–"),
                };
            }
            ui.end_row();
        }
        line(ui, table, "colours: each map from 0 to its largest value; orange for, blue against", |row| {
            row.map.as_ref().map_or("–".to_owned(), |made| scale(&made.map.values, row.method.is_signed()))
        });
        line(ui, table, "agreement with random weights (low is good)", |row| {
            row.agreement
                .map_or("–".to_owned(), |agreement| format!("{:.2} ± {:.2}", agreement.mean, agreement.deviation))
        });
        line(ui, table, "strongest point", |row| match (row.strongest, row.strongest_in_box) {
            (None, _) => "–".to_owned(),
            (Some([x, y]), None) => format!("{x}, {y}"),
            (Some([x, y]), Some(is_hit)) => format!("{x}, {y} {}", if is_hit { "hit" } else { "miss" }),
        });
        line(ui, table, "share in box", |row| {
            row.in_box.map_or("–".to_owned(), |share| format!("{:.0} %", 100.0 * share))
        });
        line(ui, table, "deletion area (low is good)", |row| number(row.deletion.as_ref().map(Curve::area)));
        line(ui, table, "insertion area (high is good)", |row| number(row.insertion.as_ref().map(Curve::area)));
        line(ui, table, "passes · time", |row| {
            row.map.as_ref().map_or("–".to_owned(), |made| format!("{} · {:.0} ms", made.passes, made.duration_ms))
        });
        line(ui, table, "verdict, by rule", |row| {
            let words = row.verdict.map(Verdict::words).or_else(|| row.failed.clone());
            words.unwrap_or("–".to_owned())
        });
    });
}

/// The value of the lightest colour, `±` where there are two; logits, for pixels logits a unit of the input.
fn scale(values: &[f32], is_signed: bool) -> String {
    let largest = values.iter().fold(0.0_f32, |largest, value| largest.max(value.abs()));
    let words = if largest >= 0.01 { format!("{largest:.3}") } else { format!("{largest:.1e}") };
    if is_signed { format!("± {words}") } else { words }
}

fn line(ui: &mut Ui, table: &Table, name: &str, cell: impl Fn(&Row) -> String) {
    ui.label(name);
    for row in &table.rows {
        ui.strong(cell(row));
    }
    ui.end_row();
}
