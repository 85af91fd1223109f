//! Numbers in a picture, without a font.

use image::{Rgb, RgbImage};

/// Width and height of a letter, in its own dots.
const LETTER: [u32; 2] = [5, 7];

/// Dots from one letter to the next.
const ADVANCE: u32 = 6;

/// Height of a line of letters `scale` pixels a dot, in pixels.
pub const fn height(scale: u32) -> u32 {
    LETTER[1] * scale
}

/// Width of `text` at `scale` pixels a dot, in pixels.
pub fn width(text: &str, scale: u32) -> u32 {
    (text.chars().count() as u32 * ADVANCE).saturating_sub(ADVANCE - LETTER[0]) * scale
}

/// Writes `text` (digits, signs and points; all else stays empty) with its top left corner at `corner`.  What would lie
/// outside the picture is left out.
pub fn draw(picture: &mut RgbImage, corner: [u32; 2], text: &str, scale: u32, color: Rgb<u8>) {
    for (index, letter) in text.chars().enumerate() {
        let left = corner[0] + index as u32 * ADVANCE * scale;
        let rows = rows(letter);
        for (x, y) in (0..height(scale)).flat_map(|y| (0..LETTER[0] * scale).map(move |x| (x, y))) {
            let bit = LETTER[0] - 1 - x / scale;
            let is_inked = rows[(y / scale) as usize] >> bit & 1 == 1;
            if let (true, Some(pixel)) = (is_inked, picture.get_pixel_mut_checked(left + x, corner[1] + y)) {
                *pixel = color;
            }
        }
    }
}

/// Rows from the top, five dots each, the leftmost in the highest bit.
#[rustfmt::skip]
const fn rows(letter: char) -> [u8; 7] {
    match letter {
        '0' => [0b01110, 0b10001, 0b10001, 0b10001, 0b10001, 0b10001, 0b01110],
        '1' => [0b00100, 0b01100, 0b00100, 0b00100, 0b00100, 0b00100, 0b01110],
        '2' => [0b01110, 0b10001, 0b00001, 0b00110, 0b01000, 0b10000, 0b11111],
        '3' => [0b01110, 0b10001, 0b00001, 0b00110, 0b00001, 0b10001, 0b01110],
        '4' => [0b00010, 0b00110, 0b01010, 0b10010, 0b11111, 0b00010, 0b00010],
        '5' => [0b11111, 0b10000, 0b11110, 0b00001, 0b00001, 0b10001, 0b01110],
        '6' => [0b01110, 0b10000, 0b10000, 0b11110, 0b10001, 0b10001, 0b01110],
        '7' => [0b11111, 0b00001, 0b00010, 0b00010, 0b00100, 0b00100, 0b00100],
        '8' => [0b01110, 0b10001, 0b10001, 0b01110, 0b10001, 0b10001, 0b01110],
        '9' => [0b01110, 0b10001, 0b10001, 0b01111, 0b00001, 0b00001, 0b01110],
        '+' => [0b00000, 0b00100, 0b00100, 0b11111, 0b00100, 0b00100, 0b00000],
        '-' => [0b00000, 0b00000, 0b00000, 0b11111, 0b00000, 0b00000, 0b00000],
        '.' => [0b00000, 0b00000, 0b00000, 0b00000, 0b00000, 0b01100, 0b01100],
        'e' => [0b00000, 0b00000, 0b01110, 0b10001, 0b11111, 0b10000, 0b01110],
        _ => [0; 7],
    }
}
