//! How keys are called on the sheet.

use egui::{Key, KeyboardShortcut};

use super::table::VIEWS;
use super::{Keys, Line, Shortcut};
use crate::locale::text::tr;

impl Shortcut {
    /// How its first keys are called: of keys that mean the same on other keyboards one is enough.
    fn names(self) -> impl Iterator<Item = String> {
        let is_meant = |key: &&KeyboardShortcut| {
            let same_on_other_keyboards = [Key::Equals, Key::Slash].contains(&key.logical_key)
                || key.modifiers.shift
                    && [Key::Questionmark, Key::Plus, Key::Minus, Key::Num0].contains(&key.logical_key);
            !same_on_other_keyboards
        };
        self.keys.iter().filter(is_meant).map(name)
    }
}

impl Line {
    /// What to press: "Ctrl+Z", "1 – 6", "S O M K".
    pub fn press(&self) -> String {
        match self.keys {
            Keys::Table([first, .., last]) if self.keys_are_digits() => {
                let ends = [first, last].map(|shortcut| shortcut.names().next().unwrap_or_default());
                ends.join(" – ")
            }
            Keys::Table(shortcuts) => {
                shortcuts.iter().flat_map(|shortcut| shortcut.names()).collect::<Vec<_>>().join("  ")
            }
            Keys::Control(keys) => keys.iter().map(|&key| key_name(key, true)).collect::<Vec<_>>().join("  "),
        }
    }

    fn keys_are_digits(&self) -> bool {
        match self.keys {
            Keys::Table(shortcuts) => shortcuts.len() == VIEWS.len(),
            Keys::Control(_) => false,
        }
    }
}

/// "Ctrl+Shift+Z".
fn name(shortcut: &KeyboardShortcut) -> String {
    let is_mac = cfg!(target_os = "macos");
    let modifiers = shortcut.modifiers;
    let parts = [
        (modifiers.command, if is_mac { "⌘" } else { "Ctrl" }),
        (modifiers.alt, if is_mac { "⌥" } else { "Alt" }),
        (modifiers.shift, "Shift"),
    ];
    let held = parts.iter().filter(|(is_held, _)| *is_held).map(|(_, name)| (*name).to_owned());
    held.chain([key_name(shortcut.logical_key, false)]).collect::<Vec<_>>().join("+")
}

/// How a key is called on the sheet; with `any_arrow` an arrow stands for all four.
fn key_name(key: Key, any_arrow: bool) -> String {
    match key {
        Key::ArrowRight if any_arrow => tr("key-arrows"),
        Key::Space => tr("key-space"),
        Key::ArrowLeft => "←".to_owned(),
        Key::ArrowRight => "→".to_owned(),
        Key::Escape => "Esc".to_owned(),
        Key::PageUp => "Page Up".to_owned(),
        Key::PageDown => "Page Down".to_owned(),
        other => other.symbol_or_name().to_owned(),
    }
}
