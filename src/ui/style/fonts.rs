//! The fonts inside the binary.

use std::collections::BTreeMap;
use std::sync::Arc;

use egui::{FontData, FontDefinitions, FontFamily};

use super::Weight;

const INTER_REGULAR: &[u8] = include_bytes!("../../../assets/fonts/Inter-Regular.otf");
const INTER_MEDIUM: &[u8] = include_bytes!("../../../assets/fonts/Inter-Medium.otf");
const INTER_SEMIBOLD: &[u8] = include_bytes!("../../../assets/fonts/Inter-SemiBold.otf");
const INTER_BOLD: &[u8] = include_bytes!("../../../assets/fonts/Inter-Bold.otf");
const HANGUL_REGULAR: &[u8] = include_bytes!("../../../assets/fonts/LensHangul-Regular.ttf");
const HANGUL_BOLD: &[u8] = include_bytes!("../../../assets/fonts/LensHangul-Bold.ttf");

/// Inter in the four families of [`Weight`], each with Lens Hangul behind it for Korean.
///
/// egui's own families are mapped too, because we build it without its default fonts: proportional text is Regular, and so
/// is monospace, where Inter has to do.
#[must_use]
pub fn fonts() -> FontDefinitions {
    let mut font_data = BTreeMap::new();
    let mut families = BTreeMap::new();
    for (name, bytes) in [("LensHangul-Regular", HANGUL_REGULAR), ("LensHangul-Bold", HANGUL_BOLD)] {
        font_data.insert(name.to_owned(), Arc::new(FontData::from_static(bytes)));
    }
    for weight in Weight::ALL {
        let (bytes, hangul) = match weight {
            Weight::Regular => (INTER_REGULAR, "LensHangul-Regular"),
            Weight::Medium => (INTER_MEDIUM, "LensHangul-Regular"),
            Weight::SemiBold => (INTER_SEMIBOLD, "LensHangul-Bold"),
            Weight::Bold => (INTER_BOLD, "LensHangul-Bold"),
        };
        let inter = format!("Inter-{}", weight.name());
        font_data.insert(inter.clone(), Arc::new(FontData::from_static(bytes)));
        families.insert(weight.family(), vec![inter, hangul.to_owned()]);
    }
    let regular = families[&Weight::Regular.family()].clone();
    families.insert(FontFamily::Proportional, regular.clone());
    families.insert(FontFamily::Monospace, regular);
    FontDefinitions { font_data, families }
}
