//! Dialogs by rfd: created on the window's thread, awaited on one of their own.

use std::path::PathBuf;

use crate::platform::dialogs::Question;
use crate::platform::not_here::NotHere;
use crate::platform::threads;

pub fn open(question: Question<'_>, answer: impl FnOnce(PathBuf) + Send + 'static) -> Result<(), NotHere> {
    let choice = dialog(question).pick_file();
    threads::start_or_run("dialog", move || {
        if let Some(file) = pollster::block_on(choice) {
            answer(file.path().to_owned());
        }
    });
    Ok(())
}

pub fn open_folder(title: String, answer: impl FnOnce(PathBuf) + Send + 'static) -> Result<(), NotHere> {
    let choice = rfd::AsyncFileDialog::new().set_title(title).pick_folder();
    threads::start_or_run("dialog", move || {
        if let Some(folder) = pollster::block_on(choice) {
            answer(folder.path().to_owned());
        }
    });
    Ok(())
}

pub fn save(
    question: Question<'_>,
    name: &str,
    answer: impl FnOnce(Option<PathBuf>) + Send + 'static,
) -> Result<(), NotHere> {
    let choice = dialog(question).set_file_name(name).save_file();
    threads::start_or_run("dialog", move || {
        let file = pollster::block_on(choice);
        answer(file.map(|file| file.path().to_owned()));
    });
    Ok(())
}

fn dialog(question: Question<'_>) -> rfd::AsyncFileDialog {
    rfd::AsyncFileDialog::new().set_title(question.title).add_filter(question.kind, question.extensions)
}
