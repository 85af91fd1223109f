//! The fonts inside the program.

use std::collections::BTreeMap;
use std::sync::Arc;

use egui::{FontData, FontDefinitions, FontFamily};

use super::Weight;
use crate::platform::asset;

/// Inter in the four families of [`Weight`], each with Lens Hangul behind it for Korean.
///
/// egui's own families are mapped too, because we build it without its default fonts: proportional text is Regular, and so
/// is monospace, where Inter has to do.
#[must_use]
pub fn fonts() -> FontDefinitions {
    let mut font_data = BTreeMap::new();
    let mut families = BTreeMap::new();
    for name in ["LensHangul-Regular", "LensHangul-Bold"] {
        font_data.insert(name.to_owned(), Arc::new(FontData::from_static(asset(&format!("fonts/{name}.ttf")))));
    }
    for weight in Weight::ALL {
        let hangul = match weight {
            Weight::Regular | Weight::Medium => "LensHangul-Regular",
            Weight::SemiBold | Weight::Bold => "LensHangul-Bold",
        };
        let inter = format!("Inter-{}", weight.name());
        font_data.insert(inter.clone(), Arc::new(FontData::from_static(asset(&format!("fonts/{inter}.otf")))));
        families.insert(weight.family(), vec![inter, hangul.to_owned()]);
    }
    let regular = families[&Weight::Regular.family()].clone();
    families.insert(FontFamily::Proportional, regular.clone());
    families.insert(FontFamily::Monospace, regular);
    FontDefinitions { font_data, families }
}
