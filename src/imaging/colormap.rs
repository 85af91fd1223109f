//! A number in 0..=1 to a colour, by tables made once.

use std::sync::LazyLock;

use serde::{Deserialize, Serialize};

/// What every map shows for NaN: a magenta that is in none of them.
pub const NOT_A_NUMBER_COLOR: [u8; 3] = [255, 0, 255];

/// Colours a table holds: odd, so that 0.5 (the neutral of a diverging map) has one of its own.
const TABLE_LEN: usize = 257;

type Table = [[u8; 3]; TABLE_LEN];

/// Maps for values that cannot be negative: 0 is darkest.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
pub enum Sequential {
    /// Black, purple, orange, pale yellow; the default, since silence looks silent.
    #[default]
    Magma,
    /// Purple, green, yellow.
    Viridis,
    /// Blue to yellow; looks the same with and without red-green blindness.
    Cividis,
    /// Black to white.
    Grey,
}

impl Sequential {
    /// All of them, in the order a menu lists them.
    pub const ALL: [Self; 4] = [Self::Magma, Self::Viridis, Self::Cividis, Self::Grey];

    /// The map's name for people.
    pub fn name(self) -> &'static str {
        match self {
            Self::Magma => "Magma",
            Self::Viridis => "Viridis",
            Self::Cividis => "Cividis",
            Self::Grey => "Grey",
        }
    }
}

/// What a diverging map's neutral middle melts into.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
pub enum Background {
    /// Dark theme.
    #[default]
    Dark,
    /// Light theme.
    Light,
}

/// How numbers become colours.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Colormap {
    /// For values that cannot be negative.
    Sequential(Sequential),
    /// For signed values: cyan below, orange above, the background in the middle (0.5).
    Diverging(Background),
}

impl Default for Colormap {
    fn default() -> Self {
        Self::Sequential(Sequential::Magma)
    }
}

impl Colormap {
    /// The colour of `t`; values outside 0..=1 take the nearest end, NaN [`NOT_A_NUMBER_COLOR`].
    pub fn color(self, t: f32) -> [u8; 3] {
        look_up(self.table(), t)
    }

    /// How far `t` lies from silence, 0..=1: `t` itself, or for a diverging map the distance from
    /// its middle.  NaN counts as silent.
    pub fn strength(self, t: f32) -> f32 {
        let strength = match self {
            Self::Sequential(_) => t,
            Self::Diverging(_) => (2.0 * t - 1.0).abs(),
        };
        if strength.is_nan() { 0.0 } else { strength.clamp(0.0, 1.0) }
    }

    /// Whether the map is meant for values of both signs.
    pub fn is_diverging(self) -> bool {
        matches!(self, Self::Diverging(_))
    }

    /// A colouring function with the table already looked up, for loops over many values.
    pub(super) fn painter(self) -> impl Fn(f32) -> [u8; 3] {
        let table = self.table();
        move |t| look_up(table, t)
    }

    fn table(self) -> &'static Table {
        match self {
            Self::Sequential(Sequential::Magma) => &MAGMA,
            Self::Sequential(Sequential::Viridis) => &VIRIDIS,
            Self::Sequential(Sequential::Cividis) => &CIVIDIS,
            Self::Sequential(Sequential::Grey) => &GREY,
            Self::Diverging(Background::Dark) => &DIVERGING_DARK,
            Self::Diverging(Background::Light) => &DIVERGING_LIGHT,
        }
    }
}

fn look_up(table: &Table, t: f32) -> [u8; 3] {
    if t.is_nan() {
        return NOT_A_NUMBER_COLOR;
    }
    // A float to integer cast saturates, so infinities find an end too.
    let index = (t * (TABLE_LEN - 1) as f32 + 0.5) as usize;
    table[index.min(TABLE_LEN - 1)]
}

static MAGMA: LazyLock<Table> = LazyLock::new(|| sample(|t| colorous::MAGMA.eval_continuous(t).into_array()));
static VIRIDIS: LazyLock<Table> = LazyLock::new(|| sample(|t| colorous::VIRIDIS.eval_continuous(t).into_array()));
static CIVIDIS: LazyLock<Table> = LazyLock::new(|| sample(|t| colorous::CIVIDIS.eval_continuous(t).into_array()));
static GREY: LazyLock<Table> = LazyLock::new(|| sample(|t| [(t * 255.0).round() as u8; 3]));
static DIVERGING_DARK: LazyLock<Table> = LazyLock::new(|| sample(|t| between_stops(&DARK_STOPS, t)));
static DIVERGING_LIGHT: LazyLock<Table> = LazyLock::new(|| sample(|t| between_stops(&LIGHT_STOPS, t)));

/// Diverging stops on a dark background, evenly spaced from lowest to highest.
const DARK_STOPS: [[u8; 3]; 11] = [
    [0xB5, 0xF0, 0xFB],
    [0x45, 0xC4, 0xDE],
    [0x2A, 0x93, 0xAA],
    [0x1C, 0x5F, 0x70],
    [0x18, 0x33, 0x3C],
    [0x12, 0x16, 0x1C],
    [0x47, 0x31, 0x1B],
    [0x87, 0x50, 0x16],
    [0xCF, 0x74, 0x20],
    [0xFF, 0x9A, 0x3D],
    [0xFF, 0xC9, 0x8A],
];

/// Diverging stops on a light background.
const LIGHT_STOPS: [[u8; 3]; 11] = [
    [0x00, 0x59, 0x6B],
    [0x00, 0x7D, 0x96],
    [0x45, 0xB4, 0xC8],
    [0x97, 0xD3, 0xDF],
    [0xD3, 0xE6, 0xEA],
    [0xEF, 0xEF, 0xEF],
    [0xF5, 0xE0, 0xC8],
    [0xF5, 0xB8, 0x78],
    [0xEF, 0x8F, 0x2E],
    [0xC9, 0x68, 0x0A],
    [0x8F, 0x45, 0x00],
];

fn sample(color: impl Fn(f64) -> [u8; 3]) -> Table {
    std::array::from_fn(|index| color(index as f64 / (TABLE_LEN - 1) as f64))
}

/// Linear between neighbouring stops, in stored sRGB values.
fn between_stops(stops: &[[u8; 3]], t: f64) -> [u8; 3] {
    let position = t * (stops.len() - 1) as f64;
    let lower = (position as usize).min(stops.len() - 2);
    let share = position - lower as f64;
    std::array::from_fn(|channel| {
        let (from, to) = (f64::from(stops[lower][channel]), f64::from(stops[lower + 1][channel]));
        (from + (to - from) * share).round() as u8
    })
}
