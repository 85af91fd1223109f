//! Fonts and texts inside the program, as they are: the page is compressed as a whole.

/// The file at that path in `assets`: one of the fonts, of the language files, or the album's `SOURCES.csv`.
///
/// # Panics
/// When it is none of them.
pub fn asset(path: &str) -> &'static [u8] {
    match path {
        "album/SOURCES.csv" => include_bytes!("../../../assets/album/SOURCES.csv"),
        "fonts/Inter-Regular.otf" => include_bytes!("../../../assets/fonts/Inter-Regular.otf"),
        "fonts/Inter-Medium.otf" => include_bytes!("../../../assets/fonts/Inter-Medium.otf"),
        "fonts/Inter-SemiBold.otf" => include_bytes!("../../../assets/fonts/Inter-SemiBold.otf"),
        "fonts/Inter-Bold.otf" => include_bytes!("../../../assets/fonts/Inter-Bold.otf"),
        "fonts/LensHangul-Regular.ttf" => include_bytes!("../../../assets/fonts/LensHangul-Regular.ttf"),
        "fonts/LensHangul-Bold.ttf" => include_bytes!("../../../assets/fonts/LensHangul-Bold.ttf"),
        "locales/en.ftl" => include_bytes!("../../../assets/locales/en.ftl"),
        "locales/ko.ftl" => include_bytes!("../../../assets/locales/ko.ftl"),
        "locales/lesson.en.ftl" => include_bytes!("../../../assets/locales/lesson.en.ftl"),
        "locales/lesson.ko.ftl" => include_bytes!("../../../assets/locales/lesson.ko.ftl"),
        _ => panic!("there is no such file in the page"),
    }
}
