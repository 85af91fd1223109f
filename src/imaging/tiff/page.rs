//! Which of a file's pictures is shown, and why the others are not.

use super::directory::{Directory, File, tag};

/// How the colours of a page are coded (TIFF 6.0, PhotometricInterpretation).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Colors {
    /// Black to white or white to black; the decoder turns the latter round.
    Grey,
    Rgb,
    Palette,
    Cmyk,
    YCbCr,
}

impl Colors {
    /// Numbers of a pixel that are colours; the others are extra.
    pub(super) fn samples(self) -> usize {
        match self {
            Self::Grey | Self::Palette => 1,
            Self::Rgb | Self::YCbCr => 3,
            Self::Cmyk => 4,
        }
    }
}

/// One picture of a file.
pub(super) struct Page {
    pub(super) directory: Directory,
    /// Width and height, pixels.
    pub(super) size: [u32; 2],
    /// How its colours are coded, or why it is not read.
    pub(super) colors: Result<Colors, String>,
}

impl Page {
    fn area(&self) -> u64 {
        u64::from(self.size[0]) * u64::from(self.size[1])
    }
}

/// All pictures of a file.
pub(super) fn pages(file: File<'_>) -> Vec<Page> {
    let page = |directory: Directory| {
        let side = |tag| file.number_of(&directory, tag)?.try_into().ok();
        let size = [side(tag::WIDTH)?, side(tag::HEIGHT)?];
        let colors = colors(file, &directory, size);
        Some(Page { directory, size, colors })
    };
    file.directories().into_iter().filter_map(page).collect()
}

/// The page to show, and the largest one where that cannot be read.
///
/// Raw files begin with a preview and keep the picture below, documents have pages of about one size: so the first page with
/// at least half the pixels of the largest is meant.  If the largest cannot be read, one with at least half its sides stands in.
pub(super) fn choose(pages: &[Page]) -> Option<(&Page, Option<&Page>)> {
    let largest = pages.iter().reduce(|largest, page| match page.area() > largest.area() {
        true => page,
        false => largest,
    })?;
    let is_read = |page: &&Page| page.colors.is_ok();
    let first = |share: u64| pages.iter().filter(is_read).find(|page| page.area() >= largest.area() / share);
    match largest.colors {
        Ok(_) => Some((first(2).unwrap_or(largest), None)),
        Err(_) => match first(4) {
            Some(page) => Some((page, Some(largest))),
            None => Some((largest, None)),
        },
    }
}

fn colors(file: File<'_>, directory: &Directory, [width, height]: [u32; 2]) -> Result<Colors, String> {
    let number = |tag| file.number_of(directory, tag);
    let compression = number(tag::COMPRESSION).unwrap_or(1);
    match compression {
        1 | 4 | 5 | 7 | 8 | 32773 | 32946 => {}
        2 | 3 => return Err("fax compression".to_owned()),
        6 => return Err("old JPEG compression".to_owned()),
        34887 => return Err("LERC compression".to_owned()),
        34892 => return Err("lossy raw compression".to_owned()),
        34925 => return Err("LZMA compression".to_owned()),
        33003 | 33005 | 34712 => return Err("JPEG 2000 compression".to_owned()),
        50000 => return Err("Zstandard compression".to_owned()),
        50001 => return Err("WebP compression".to_owned()),
        50002 | 52546 => return Err("JPEG XL compression".to_owned()),
        other => return Err(format!("compression {other}")),
    }
    match number(tag::PHOTOMETRIC) {
        None | Some(0 | 1) => Ok(Colors::Grey),
        Some(2) => Ok(Colors::Rgb),
        Some(3) => Ok(Colors::Palette),
        Some(5) => Ok(Colors::Cmyk),
        Some(6) => {
            // Without JPEG, colours of fewer pixels lie between the luma in an order of their own.
            let halved = file.numbers(directory, tag::SUBSAMPLING) != [1, 1];
            let whole = 3 * u64::from(width) * u64::from(height);
            let stored = file.sum(directory, tag::STRIP_BYTES).or_else(|| file.sum(directory, tag::TILE_BYTES));
            let is_whole = compression == 1 && !directory.has(tag::SUBSAMPLING) && stored == Some(whole);
            match compression != 7 && halved && !is_whole {
                true => Err("YCbCr with fewer colours than pixels".to_owned()),
                false => Ok(Colors::YCbCr),
            }
        }
        Some(4) => Err("a transparency mask".to_owned()),
        Some(8..=10) => Err("CIELAB colours".to_owned()),
        Some(32803 | 34892) => Err("camera raw data".to_owned()),
        Some(32844 | 32845) => Err("LogLuv colours".to_owned()),
        Some(other) => Err(format!("colour kind {other}")),
    }
}
