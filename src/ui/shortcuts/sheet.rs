//! The lines of the sheet, in its groups.

use egui::Key;

use super::table::*;
use super::{Keys, Line, Shortcut};

const fn line(text: &'static str, shortcuts: &'static [Shortcut]) -> Line {
    Line { text, keys: Keys::Table(shortcuts) }
}

const fn control(text: &'static str, keys: &'static [Key]) -> Line {
    Line { text, keys: Keys::Control(keys) }
}

const ARROWS: Key = Key::ArrowRight;

/// The sheet: a title's key, and its lines.
pub const SHEET: [(&str, &[Line]); 9] = [
    (
        "keys-everywhere",
        &[
            line("keys-views", &VIEWS),
            line("keys-open", &[OPEN]),
            line("keys-copy-picture", &[COPY_PICTURE]),
            line("keys-copy-link", &[COPY_LINK]),
            line("keys-naive", &[NAIVE]),
            line("keys-theme", &[THEME]),
            line("keys-edit", &[EDITOR]),
            line("keys-undo", &[UNDO]),
            line("keys-redo", &[REDO]),
            line("keys-unmute", &[UNMUTE]),
            line("keys-hold-frame", &[HOLD_FRAME]),
            line("keys-history", &[BACK, FORWARD]),
            line("keys-escape", &[ESCAPE]),
            control("keys-tab", &[Key::Tab, Key::Space]),
            control("keys-enter", &[Key::Enter]),
            control("keys-arrows", &[ARROWS]),
            line("keys-help", &[HELP, HELP_ALWAYS]),
        ],
    ),
    (
        "keys-projector",
        &[
            line("keys-present", &[PRESENT_LETTER, PRESENT]),
            line("keys-panel", &[NEXT_PANEL, PANEL_BEFORE]),
            line("keys-spotlight", &[SPOTLIGHT]),
            line("keys-freeze", &[FREEZE]),
            line("keys-black", &[BLACK]),
            line("keys-presenter", &[PRESENTER]),
            line("keys-zoom", &[LARGER, SMALLER, AS_AT_FIRST]),
        ],
    ),
    (
        "view-module",
        &[
            line("keys-module-walk", &[MODULE_BEFORE, NEXT_MODULE]),
            line("keys-module-peek", &[PEEK]),
            line("keys-module-branch", &[BRANCH]),
        ],
    ),
    (
        "view-network",
        &[
            control("keys-network-walk", &[ARROWS, Key::Enter]),
            control("keys-network-pan", &[Key::Tab, ARROWS]),
            line("keys-network-zoom", &[MAP_CLOSER, MAP_FURTHER, MAP_FIT]),
            line("keys-network-search", &[SEARCH]),
        ],
    ),
    (
        "view-layer",
        &[
            control("keys-layer-move", &[ARROWS]),
            control("keys-layer-fill", &[Key::Enter, Key::Escape]),
            line("keys-layer-tools", &[SORT, OVERLAY, MUTE, KERNELS]),
            line("keys-layer-input", &[INPUT_BEFORE, NEXT_INPUT]),
            line("keys-layer-looks", &[LOOKS_FOR, DREAM, REBUILD, NEW_SEED]),
            line("keys-layer-dream", &[STOP_DREAM, OPEN_DREAM]),
        ],
    ),
    (
        "keys-classifiers-cost",
        &[
            line("keys-classifiers", &[NEXT_CLASS]),
            line("keys-fool", &[EVIDENCE]),
            line("keys-cost", &[UNIT, LOG_SCALE, NAIVE_INPUT]),
            line("keys-cost-walk", &[COST_BEFORE, COST_NEXT]),
            line("keys-compare", &[OTHER_PHOTO, OTHER_PHOTO_IN_CLASS]),
        ],
    ),
    (
        "view-album",
        &[
            control("keys-album-move", &[ARROWS, Key::Enter]),
            line("keys-album-photos", &[ALBUM_FILTER, ALBUM_SORT]),
            line("keys-album-answers", &[ALBUM_HEAD, ALBUM_ROWS]),
            line("keys-album-map", &[ALBUM_SHALLOWER, ALBUM_DEEPER]),
            line("keys-album-travel", &[ALBUM_TRAVEL, ALBUM_FIT]),
        ],
    ),
    (
        "edit-photo",
        &[
            control("keys-edit-move", &[ARROWS]),
            control("keys-edit-paint", &[Key::Space]),
            line("keys-edit-brush", &[BRUSH_SMALLER, BRUSH_LARGER]),
            control("keys-edit-zoom", &[Key::Plus, Key::Minus]),
        ],
    ),
    (
        "view-tour",
        &[
            line("keys-tour-step", &[LESSON_BACK, LESSON_NEXT]),
            line("keys-tour-clicker", &[CLICKER_BACK, CLICKER_NEXT]),
            line("keys-tour-return", &[LESSON_RETURN, LESSON_HIDE]),
            line("keys-tour-note", &[LESSON_NOTE]),
        ],
    ),
];
