//! A gradient as a picture.

use image::{Rgb, RgbImage};

use crate::imaging::{Background, Colormap, Range, RangeRule, build_atlas};
use crate::model::Planes;

/// Of the input: in its colours, grey for 0, the largest magnitude at full strength; `order` says which of red, green and blue
/// each channel is.  Of other maps: all channels side by side, one scale for all, cyan below 0 and orange above.
pub fn draw(gradient: &Planes, is_input: bool, order: [usize; 3]) -> RgbImage {
    if is_input {
        return colors(gradient, order);
    }
    let Planes { channels, height, width, ref values } = *gradient;
    let atlas = build_atlas(
        values,
        [channels, height, width],
        &(0..channels).collect::<Vec<usize>>(),
        RangeRule::Shared(Range::symmetric(values)),
        Colormap::Diverging(Background::Dark),
        height.max(width),
    );
    RgbImage::from_fn(atlas.width as u32, atlas.height as u32, |x, y| {
        let pixel = (y as usize * atlas.width + x as usize) * 4;
        match atlas.rgba[pixel..pixel + 4] {
            [red, green, blue, 255] => Rgb([red, green, blue]),
            _ => Rgb([0; 3]),
        }
    })
}

fn colors(gradient: &Planes, order: [usize; 3]) -> RgbImage {
    let largest = gradient.values.iter().fold(0.0_f32, |most, value| most.max(value.abs()));
    let scale = if largest > 0.0 { 127.0 / largest } else { 0.0 };
    RgbImage::from_fn(gradient.width as u32, gradient.height as u32, |x, y| {
        let cell = y as usize * gradient.width + x as usize;
        let mut color = [0; 3];
        for (channel, &place) in order.iter().enumerate() {
            color[place] = (128.0 + scale * gradient.channel(channel)[cell]).round() as u8;
        }
        Rgb(color)
    })
}
