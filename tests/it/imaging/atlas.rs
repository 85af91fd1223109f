//! Mosaics of many maps.

use inception_lens::imaging::{
    Atlas, Background, Colormap, MAX_TEXTURE_SIDE, Range, RangeRule, Sequential, build_atlas,
};

const GREY: Colormap = Colormap::Sequential(Sequential::Grey);

fn pixel(atlas: &Atlas, x: usize, y: usize) -> [u8; 4] {
    let start = (y * atlas.width + x) * 4;
    atlas.rgba[start..start + 4].try_into().unwrap()
}

#[test]
fn tiles_hold_their_channels_in_the_order_asked_for() {
    let shape = [5, 2, 3];
    let values: Vec<f32> = (0..30).map(|value| value as f32).collect();
    let rule = RangeRule::Shared(Range::new(0.0, 255.0));
    let order = [4, 0, 2];
    let atlas = build_atlas(&values, shape, &order, rule, GREY, 40);
    assert_eq!((atlas.tile_height, atlas.tile_width, atlas.tiles, atlas.averaged), (2, 3, 3, false));
    assert_eq!(atlas.rgba.len(), atlas.width * atlas.height * 4);
    for (index, channel) in order.iter().enumerate() {
        let tile = atlas.tile(index).unwrap();
        for y in 0..2 {
            for x in 0..3 {
                let value = values[channel * 6 + y * 3 + x] as u8;
                let actual = pixel(&atlas, tile.x + x, tile.y + y);
                assert_eq!(actual, [value, value, value, 255], "channel {channel}, {x}, {y}");
            }
        }
    }
    assert_eq!(atlas.tile(3), None);
}

#[test]
fn per_channel_ranges_light_up_weak_channels() {
    let values = [0.0, 100.0, 0.0, 0.1, 0.0, 0.0];
    let shape = [3, 1, 2];
    let atlas = build_atlas(&values, shape, &[0, 1, 2], RangeRule::PerChannel, GREY, 40);
    let right_cell = |index| {
        let tile = atlas.tile(index).unwrap();
        pixel(&atlas, tile.x + 1, tile.y)[0]
    };
    assert_eq!([right_cell(0), right_cell(1), right_cell(2)], [255, 255, 0]);
    let signed = Colormap::Diverging(Background::Dark);
    let atlas = build_atlas(&[0.0, -0.2], [1, 1, 2], &[0], RangeRule::PerChannel, signed, 40);
    assert_eq!(pixel(&atlas, 0, 0), [0x12, 0x16, 0x1C, 255], "zero is neutral");
    assert_eq!(pixel(&atlas, 1, 0), [0xB5, 0xF0, 0xFB, 255]);
}

#[test]
fn large_maps_are_averaged_before_they_are_colored() {
    // A checkerboard of 0 and 200 averages to 100; picking single cells would give 0 or 200.
    let values: Vec<f32> = (0..64).map(|cell| if (cell / 8 + cell) % 2 == 0 { 0.0 } else { 200.0 }).collect();
    let rule = RangeRule::Shared(Range::new(0.0, 255.0));
    let atlas = build_atlas(&values, [1, 8, 8], &[0], rule, GREY, 4);
    assert_eq!((atlas.tile_width, atlas.tile_height, atlas.averaged), (4, 4, true));
    assert!(atlas.rgba.chunks_exact(4).all(|pixel| pixel == [100, 100, 100, 255]));
}

#[test]
fn an_atlas_fits_a_texture() {
    for (channels, height, width) in [(1024, 300, 280), (2000, 9, 400), (3, 1, 9000), (200, 100, 1)] {
        let values = vec![0.5; channels * height * width];
        let order: Vec<usize> = (0..channels).collect();
        let atlas = build_atlas(&values, [channels, height, width], &order, RangeRule::PerChannel, GREY, 9000);
        assert!(atlas.width <= MAX_TEXTURE_SIDE && atlas.height <= MAX_TEXTURE_SIDE, "{channels}");
        let last = atlas.tile(channels - 1).unwrap();
        assert!(last.x + last.width <= atlas.width && last.y + last.height <= atlas.height);
        assert_eq!(pixel(&atlas, last.x, last.y), [255; 4]);
    }
}

#[test]
fn nothing_to_draw_is_an_empty_atlas() {
    let atlas = build_atlas(&[1.0; 4], [1, 2, 2], &[], RangeRule::PerChannel, GREY, 40);
    assert_eq!((atlas.rgba.len(), atlas.height, atlas.tile(0)), (0, 0, None));
    assert_eq!(build_atlas(&[], [2, 0, 0], &[0, 1], RangeRule::PerChannel, GREY, 40).rgba.len(), 0);
}
