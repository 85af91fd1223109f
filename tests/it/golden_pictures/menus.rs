//! What no words of the command line open: the menu of moving pictures, and its question about a host that is not nearby.
//!
//! The window behind is empty, so that no digit depends on the processor.

use egui::Key;
use egui_kittest::kittest::Queryable as _;
use image::DynamicImage;
use image::imageops::{FilterType, resize};
use inception_lens::locale::text::{Language, tr};
use inception_lens::state::{Command, LiveCommand, Options, ThemeChoice};

use super::compare;
use crate::app::{open_sized, settle};
use crate::room::SIZES;

const SHOWN: [&str; 2] = ["menu", "question"];

/// Names of all files.
pub fn file_names() -> impl Iterator<Item = String> {
    SHOWN.into_iter().flat_map(|shown| Language::ALL.map(|language| file_name(shown, language)))
}

fn file_name(shown: &str, language: Language) -> String {
    format!("live-{shown}-{}.png", language.code())
}

/// Dark in English on a common screen, light in Korean in a small window.
#[test]
fn the_menu_of_moving_pictures_and_its_question_are_drawn_as_before() {
    let looks = [(Language::English, ThemeChoice::Dark, SIZES[1]), (Language::Korean, ThemeChoice::Light, SIZES[0])];
    let mut wrong = Vec::new();
    for (language, theme, size) in looks {
        let options = Options { language: Some(language), theme: Some(theme), ..Options::default() };
        let mut harness = open_sized(options, size);
        for shown in SHOWN {
            match shown {
                "menu" => harness.get_by_label(&tr("live-menu")).click(),
                _ => {
                    harness.key_press(Key::Escape);
                    settle(&mut harness);
                    let address = "http://camera.invalid:8080/video".to_owned();
                    harness.state_mut().apply(Command::Live(LiveCommand::Connect(address)), 0.0);
                }
            }
            settle(&mut harness);
            let picture = DynamicImage::from(harness.render().unwrap()).into_rgb8();
            let half = resize(&picture, picture.width() / 2, picture.height() / 2, FilterType::Triangle);
            wrong.extend(compare::check(&file_name(shown, language), &half));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
