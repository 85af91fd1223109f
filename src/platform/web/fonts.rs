//! The fonts inside the program, as they are: the page is compressed as a whole.

/// The file of that name in `assets/fonts`.
///
/// # Panics
/// When there is none.
pub fn font(name: &str) -> &'static [u8] {
    match name {
        "Inter-Regular.otf" => include_bytes!("../../../assets/fonts/Inter-Regular.otf"),
        "Inter-Medium.otf" => include_bytes!("../../../assets/fonts/Inter-Medium.otf"),
        "Inter-SemiBold.otf" => include_bytes!("../../../assets/fonts/Inter-SemiBold.otf"),
        "Inter-Bold.otf" => include_bytes!("../../../assets/fonts/Inter-Bold.otf"),
        "LensHangul-Regular.ttf" => include_bytes!("../../../assets/fonts/LensHangul-Regular.ttf"),
        "LensHangul-Bold.ttf" => include_bytes!("../../../assets/fonts/LensHangul-Bold.ttf"),
        _ => panic!("fonts are asked for by the names of their files"),
    }
}
