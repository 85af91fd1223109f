//! Keys: one table, no clash, all on the sheet.

use std::path::Path;

use inception_lens::locale::text::{Language, set_language, tr};
use inception_lens::ui::shortcuts::{Context, Keys, SHEET, Shortcut};

fn shortcuts() -> Vec<(&'static str, Shortcut)> {
    let lines = SHEET.iter().flat_map(|(_, lines)| lines.iter());
    let mut all = Vec::new();
    for line in lines {
        match line.keys {
            Keys::Table(shortcuts) => all.extend(shortcuts.iter().map(|&shortcut| (line.text, shortcut))),
            Keys::Control(_) => {}
        }
    }
    all
}

/// Whether both can be asked for at once and neither goes before the other: the lesson's and the projector's keys win.
fn meet(one: Context, other: Context) -> bool {
    let wins = |context| matches!(context, Context::Lesson | Context::Projector);
    let is_beside_all = |context| matches!(context, Context::Everywhere | Context::Edit);
    match (wins(one), wins(other)) {
        (true, true) => true,
        (true, false) | (false, true) => false,
        (false, false) => one == other || is_beside_all(one) || is_beside_all(other),
    }
}

#[test]
fn no_key_does_two_things_in_one_place() {
    let all = shortcuts();
    for (place, (text, one)) in all.iter().enumerate() {
        for (other_text, other) in all[place + 1..].iter().filter(|(_, other)| meet(one.context, other.context)) {
            let shared = one.keys.iter().find(|key| other.keys.contains(key));
            assert!(shared.is_none(), "{text} and {other_text}: {shared:?}");
        }
    }
    assert!(meet(Context::Everywhere, Context::Layer) && !meet(Context::Layer, Context::Cost));
}

/// Whatever is a shortcut is a line of the sheet; the table is the only place that asks for keys, but for controls.
#[test]
fn the_sheet_has_every_shortcut_and_nobody_else_asks_for_keys() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/ui");
    let read = |file: &str| std::fs::read_to_string(root.join("shortcuts").join(file)).unwrap();
    let (table, sheet) = (read("table.rs"), read("sheet.rs"));
    let names =
        table.lines().filter_map(|line| line.strip_prefix("pub const ")?.split_once(": Shortcut").map(|it| it.0));
    let mut count = 0;
    for name in names {
        let is_listed = sheet.split(|letter: char| !letter.is_alphanumeric() && letter != '_').any(|word| word == name);
        assert!(is_listed, "{name} is not on the sheet");
        count += 1;
    }
    assert!(count > 40, "{count}");
    let controls = [
        "shortcuts/mod.rs",
        "kit/arrows.rs",
        // Escape closes a menu.
        "kit/menu.rs",
        "kit/segmented.rs",
        "views/network/keys.rs",
        "views/layer/keys.rs",
        "chrome/crop.rs",
        "chrome/edit/canvas.rs",
        // Delete takes out the photo that has the focus.
        "views/album/teach/photo.rs",
    ];
    let mut folders = vec![root.clone()];
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
                continue;
            }
            let file = path.strip_prefix(&root).unwrap().display().to_string();
            let asks = std::fs::read_to_string(&path).unwrap().contains("consume_key(");
            assert!(!asks || controls.contains(&file.as_str()), "{file} asks for keys by itself");
        }
    }
}

#[test]
fn the_sheet_says_what_to_press_and_what_it_does_in_both_languages() {
    for language in [Language::English, Language::Korean] {
        set_language(language);
        for (title, lines) in &SHEET {
            assert_ne!(tr(title), *title);
            for line in *lines {
                assert!(!line.press().is_empty(), "{}", line.text);
                assert_ne!(tr(line.text), line.text);
                assert!(!tr(line.text).contains(" = "), "{}", tr(line.text));
            }
        }
    }
    set_language(Language::English);
    let press = |text: &str| {
        let line = SHEET.iter().flat_map(|(_, lines)| lines.iter()).find(|line| line.text == text);
        line.unwrap().press()
    };
    assert_eq!(press("keys-views"), "1 – 7");
    assert_eq!(press("keys-layer-tools"), "S  O  M  K");
    assert_eq!(press("keys-panel"), "Space  Shift+Space");
    #[cfg(not(target_os = "macos"))]
    assert_eq!(press("keys-redo"), "Ctrl+Shift+Z  Ctrl+Y");
}
