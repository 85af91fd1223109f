//! Maps as pixels over the grey photo.

use egui::{ColorImage, Rect, TextureHandle, TextureOptions, Ui};

use crate::analysis::heatmaps::{Heatmap, Map};
use crate::imaging::{Colormap, Range, overlay};
use crate::state::StudyAsked;
use crate::ui::look::{Look, colormap_of};
use crate::ui::views::classifiers::class_query::{Board, Run};
use crate::ui::views::classifiers::photo::photo_with_map;

/// Cells along a side of a small map; finer ones are averaged.
const SMALL: usize = 112;
/// How opaque maps lie over the photo.
const OPACITY: f32 = 1.0;

/// Which map.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub(super) enum Of {
    /// Of the network.
    Trained,
    /// Of the random network of that number.
    Random(usize),
}

/// A map and what it belongs to.
pub(super) struct Shown<'a> {
    pub asked: &'a StudyAsked,
    pub made: &'a Heatmap,
    pub of: Of,
    pub run: Run<'a>,
}

/// The colours of a method's maps.
pub(super) fn colormap(made: &Heatmap, board: &Board<'_, '_>) -> Colormap {
    colormap_of(board.subject.state, made.method.is_signed())
}

/// Draws it; `is_large`: every number of it.
pub(super) fn paint(ui: &Ui, rect: Rect, shown: &Shown<'_>, is_large: bool, board: &mut Board<'_, '_>) {
    let colormap = colormap(shown.made, board);
    let texture = texture(ui, shown, colormap, is_large, board.look);
    photo_with_map(ui, rect, shown.run, &texture, OPACITY, board.look);
}

fn texture(ui: &Ui, shown: &Shown<'_>, colormap: Colormap, is_large: bool, look: &mut Look<'_>) -> TextureHandle {
    let key = ("heatmap", *shown.asked, shown.made.method, shown.of, colormap, is_large);
    look.textures.get(ui.ctx(), key, TextureOptions::NEAREST, || {
        let Map { height, width, ref values } = shown.made.map;
        let is_signed = shown.made.method.is_signed();
        if is_large || width <= SMALL && height <= SMALL {
            return image(values, [width, height], is_signed, colormap);
        }
        let values: Vec<f32> = shown.made.map.cells(SMALL, f64::from).into_iter().map(|value| value as f32).collect();
        image(&values, [SMALL, SMALL], is_signed, colormap)
    })
}

fn image(values: &[f32], size: [usize; 2], is_signed: bool, colormap: Colormap) -> ColorImage {
    let pixels = overlay(values, Range::of_heatmap(values, is_signed), colormap).into_iter();
    let color = |[red, green, blue, alpha]: [u8; 4]| egui::Color32::from_rgba_unmultiplied(red, green, blue, alpha);
    ColorImage::new(size, pixels.map(color).collect())
}
