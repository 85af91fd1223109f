//! Colours by meaning, for both themes.
//!
//! The hues of the network are spaced by lightness as well as hue, so that any two stay apart for deuteranopia and
//! protanopia; the values are exact.

use egui::{Color32, Stroke};

use crate::spec::Section;

/// What a colour of the network stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Hue {
    /// The 1x1 branch: blue.
    Conv1x1,
    /// The 3x3 branch: green.
    Conv3x3,
    /// The 5x5 branch: violet.
    Conv5x5,
    /// The pooling branch, and the four pools between stages: vermilion.
    Pool,
    /// The convolutions before the first module, and data that has no branch yet: steel.
    Stem,
    /// The two auxiliary heads: yellow.
    Aux,
    /// Global average pooling, the linear layer, the main head: rose.
    Classifier,
    /// A positive number: orange.  Always shown with its sign.
    Positive,
    /// A negative number: cyan.  Always shown with its sign.
    Negative,
}

impl Hue {
    /// Every hue, in the order of the table in the design.
    pub const ALL: [Self; 9] = [
        Self::Conv1x1,
        Self::Conv3x3,
        Self::Conv5x5,
        Self::Pool,
        Self::Stem,
        Self::Aux,
        Self::Classifier,
        Self::Positive,
        Self::Negative,
    ];
}

impl From<Section> for Hue {
    fn from(section: Section) -> Self {
        match section {
            Section::Stem => Self::Stem,
            Section::Conv1x1 => Self::Conv1x1,
            Section::Conv3x3 => Self::Conv3x3,
            Section::Conv5x5 => Self::Conv5x5,
            Section::Pool => Self::Pool,
            Section::Aux => Self::Aux,
            Section::Classifier => Self::Classifier,
        }
    }
}

/// The two slots of a hue.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct HueColors {
    /// For shapes.
    pub fill: Color32,
    /// For text of at least 15 points, semibold; at least 4.5:1 on [`Theme::bg0`] to [`Theme::bg2`].
    pub text: Color32,
}

/// The colours of the interface and of the network.
#[derive(Clone, Debug, PartialEq)]
pub struct Theme {
    /// Whether text is light on dark.
    pub dark: bool,
    /// Window and canvas.
    pub bg0: Color32,
    /// Rail, toolbar, status bar, cards.
    pub bg1: Color32,
    /// Stage boxes, buttons, the lesson card.
    pub bg2: Color32,
    /// Hover, selected row, result strip, tooltip, toast.
    pub bg3: Color32,
    /// The track of a segmented control.
    pub track: Color32,
    /// The track of a bar: [`Theme::bg3`] at 55 %.
    pub bar_track: Color32,
    /// Hairlines.
    pub line: Color32,
    /// Borders of tiles and boxes.
    pub line2: Color32,
    /// Primary text, and the fill of what is selected.
    pub hi: Color32,
    /// Secondary text.
    pub mid: Color32,
    /// Captions.
    pub low: Color32,
    /// Text on a [`Theme::hi`] fill.
    pub inv: Color32,
    /// All is well; always with a word.
    pub ok: Color32,
    /// Something failed; always with a word.
    pub err: Color32,
    /// What lies between a photo and white text over it, opaque; use it at 35 to 62 %.
    pub scrim: Color32,
    hues: [HueColors; 9],
}

const fn rgb(code: u32) -> Color32 {
    Color32::from_rgb((code >> 16) as u8, (code >> 8) as u8, code as u8)
}

const fn hue(fill: u32, text: u32) -> HueColors {
    HueColors { fill: rgb(fill), text: rgb(text) }
}

impl Theme {
    /// Light text on dark: the default.
    #[must_use]
    pub fn dark() -> Self {
        Self {
            dark: true,
            bg0: rgb(0x0E_1116),
            bg1: rgb(0x14_1920),
            bg2: rgb(0x1B_222B),
            bg3: rgb(0x27_303B),
            track: rgb(0x0E_1116),
            bar_track: rgb(0x27_303B).gamma_multiply(0.55),
            line: rgb(0x2C_3642),
            line2: rgb(0x4A_5868),
            hi: rgb(0xF2_F5F8),
            mid: rgb(0xBA_C4CF),
            low: rgb(0x8D_9AA9),
            inv: rgb(0x0E_1116),
            ok: rgb(0x2E_CB98),
            err: rgb(0xFF_6B6B),
            scrim: rgb(0x0B_0E12),
            hues: [
                hue(0x45_9AF2, 0x45_9AF2),
                hue(0x2E_CB98, 0x2E_CB98),
                hue(0xD0_A2F2, 0xD0_A2F2),
                hue(0xF0_7A50, 0xF0_7A50),
                hue(0x84_96AA, 0x84_96AA),
                hue(0xF2_CC4A, 0xF2_CC4A),
                hue(0xF9_B0C8, 0xF9_B0C8),
                hue(0xFF_9A3D, 0xFF_9A3D),
                hue(0x45_C4DE, 0x45_C4DE),
            ],
        }
    }

    /// Ink on light, for bright rooms.
    #[must_use]
    pub fn light() -> Self {
        Self {
            dark: false,
            bg0: rgb(0xF4_F6F8),
            bg1: rgb(0xFF_FFFF),
            bg2: rgb(0xFF_FFFF),
            bg3: rgb(0xE8_ECF0),
            track: rgb(0xE8_ECF0),
            bar_track: rgb(0xE8_ECF0).gamma_multiply(0.55),
            line: rgb(0xD9_DFE5),
            line2: rgb(0xA9_B4BF),
            hi: rgb(0x12_171D),
            mid: rgb(0x3F_4B57),
            low: rgb(0x5C_6874),
            inv: rgb(0xFF_FFFF),
            ok: rgb(0x08_784F),
            err: rgb(0xC6_2828),
            scrim: rgb(0x0B_0E12),
            hues: [
                hue(0x16_68C4, 0x08_60B0),
                hue(0x17_9E70, 0x08_784F),
                hue(0xAD_7AE8, 0x5E_1FBE),
                hue(0xCC_4C24, 0xA2_2D12),
                hue(0x75_879A, 0x5F_7180),
                hue(0xC2_8F00, 0x8A_6700),
                hue(0xA8_286A, 0x8A_1250),
                hue(0xE0_7A14, 0xA8_5200),
                hue(0x16_98B2, 0x00_728A),
            ],
        }
    }

    /// The colours of a hue in this theme.
    #[must_use]
    pub fn hue(&self, hue: Hue) -> HueColors {
        self.hues[hue as usize]
    }

    /// The outline a fill of this hue needs: on light, yellow and violet are too pale to end by themselves.
    #[must_use]
    pub fn outline(&self, hue: Hue) -> Stroke {
        match hue {
            Hue::Aux | Hue::Conv5x5 if !self.dark => Stroke::new(super::size::hairline(), self.hue(hue).text),
            Hue::Aux
            | Hue::Conv5x5
            | Hue::Conv1x1
            | Hue::Conv3x3
            | Hue::Pool
            | Hue::Stem
            | Hue::Classifier
            | Hue::Positive
            | Hue::Negative => Stroke::NONE,
        }
    }

    /// The hue of a signed number: orange from zero up, cyan below.
    #[must_use]
    pub fn sign(&self, value: f32) -> HueColors {
        self.hue(if value < 0.0 { Hue::Negative } else { Hue::Positive })
    }
}
