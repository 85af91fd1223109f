//! Every key that does something, in one table: views and chrome ask it what was pressed, the sheet of keys is drawn from it.
//!
//! Keys within a control (arrows in a row of choices, Enter on a button) belong to that control.

use egui::{InputState, Key, KeyboardShortcut, Modifiers, Ui};

/// Where a shortcut works.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Context {
    /// In every view.
    Everywhere,
    /// While the window is shown to a class; goes before the keys of views.
    Projector,
    /// While the lesson is given; goes before the keys of views.
    Lesson,
    /// Network view.
    Network,
    /// Module view.
    Module,
    /// Layer view.
    Layer,
    /// Classifiers view.
    Classifiers,
    /// Cost view.
    Cost,
    /// While the photo is edited, beside any view.
    Edit,
}

/// Something a key does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Shortcut {
    /// Where.
    pub context: Context,
    /// Any of these; of two that differ by Shift the one with Shift is asked for first.
    pub keys: &'static [KeyboardShortcut],
}

/// A line of the sheet.
#[derive(Clone, Copy, Debug)]
pub struct Line {
    /// Key of the text that says what they do.
    pub text: &'static str,
    /// In the order of the text.
    pub keys: Keys,
}

/// What a line of the sheet tells to press.
#[derive(Clone, Copy, Debug)]
pub enum Keys {
    /// Keys of this table.
    Table(&'static [Shortcut]),
    /// Keys that controls take care of: arrows, Tab, Enter.
    Control(&'static [Key]),
}

const fn plain(key: Key) -> KeyboardShortcut {
    KeyboardShortcut::new(Modifiers::NONE, key)
}

const fn with(modifiers: Modifiers, key: Key) -> KeyboardShortcut {
    KeyboardShortcut::new(modifiers, key)
}

const fn shortcut(context: Context, keys: &'static [KeyboardShortcut]) -> Shortcut {
    Shortcut { context, keys }
}

use Context::{Classifiers, Cost, Edit, Everywhere, Layer, Lesson, Module, Network, Projector};

/// The five views and the lesson.
pub const VIEWS: [Shortcut; 6] = [
    shortcut(Everywhere, &[plain(Key::Num1)]),
    shortcut(Everywhere, &[plain(Key::Num2)]),
    shortcut(Everywhere, &[plain(Key::Num3)]),
    shortcut(Everywhere, &[plain(Key::Num4)]),
    shortcut(Everywhere, &[plain(Key::Num5)]),
    shortcut(Everywhere, &[plain(Key::Num6)]),
];
/// Choose a photo.
pub const OPEN: Shortcut = shortcut(Everywhere, &[with(Modifiers::COMMAND, Key::O)]);
/// Naive or reduced modules.
pub const NAIVE: Shortcut = shortcut(Everywhere, &[plain(Key::N)]);
/// Dark or light.
pub const THEME: Shortcut = shortcut(Everywhere, &[plain(Key::T)]);
/// The panel in which the photo is edited.
pub const EDITOR: Shortcut = shortcut(Everywhere, &[plain(Key::E)]);
/// Do again what was taken back; asked for before [`UNDO`].
pub const REDO: Shortcut =
    shortcut(Everywhere, &[with(Modifiers::COMMAND.plus(Modifiers::SHIFT), Key::Z), with(Modifiers::COMMAND, Key::Y)]);
/// Take back.
pub const UNDO: Shortcut = shortcut(Everywhere, &[with(Modifiers::COMMAND, Key::Z)]);
/// Everything on again.
pub const UNMUTE: Shortcut = shortcut(Everywhere, &[plain(Key::U)]);
/// The selection before.
pub const BACK: Shortcut = shortcut(Everywhere, &[with(Modifiers::ALT, Key::ArrowLeft)]);
/// The selection after.
pub const FORWARD: Shortcut = shortcut(Everywhere, &[with(Modifiers::ALT, Key::ArrowRight)]);
/// Closes or stops what is in front: what was asked for last first.
pub const ESCAPE: Shortcut = shortcut(Everywhere, &[plain(Key::Escape)]);
/// The sheet of all keys.
pub const HELP: Shortcut = shortcut(
    Everywhere,
    &[plain(Key::Questionmark), with(Modifiers::SHIFT, Key::Questionmark), with(Modifiers::SHIFT, Key::Slash)],
);
/// The same, in the lesson too.
pub const HELP_ALWAYS: Shortcut = shortcut(Everywhere, &[plain(Key::F1)]);
/// Photo A or B, on a desk.
pub const OTHER_PHOTO: Shortcut = shortcut(Everywhere, &[plain(Key::B)]);
/// The same before a class and in the lesson, where B makes the screen black.
pub const OTHER_PHOTO_IN_CLASS: Shortcut = shortcut(Projector, &[plain(Key::A)]);
/// Full screen before a class, and back.
pub const PRESENT: Shortcut = shortcut(Everywhere, &[plain(Key::F5), plain(Key::F11)]);
/// The same where nobody types.
pub const PRESENT_LETTER: Shortcut = shortcut(Everywhere, &[plain(Key::P)]);
/// The panel before; asked for before [`NEXT_PANEL`].
pub const PANEL_BEFORE: Shortcut = shortcut(Projector, &[with(Modifiers::SHIFT, Key::Space)]);
/// The next panel.
pub const NEXT_PANEL: Shortcut = shortcut(Projector, &[plain(Key::Space)]);
/// Light around the pointer only.
pub const SPOTLIGHT: Shortcut = shortcut(Everywhere, &[plain(Key::D)]);
/// The picture stays as it is.
pub const FREEZE: Shortcut = shortcut(Everywhere, &[plain(Key::Z)]);
/// A black screen, before a class and in the lesson.
pub const BLACK: Shortcut = shortcut(Projector, &[plain(Key::B), plain(Key::Period)]);
/// Everything larger.
pub const LARGER: Shortcut = shortcut(
    Everywhere,
    &[
        with(Modifiers::COMMAND, Key::Plus),
        with(Modifiers::COMMAND, Key::Equals),
        with(Modifiers::COMMAND.plus(Modifiers::SHIFT), Key::Plus),
        with(Modifiers::COMMAND.plus(Modifiers::SHIFT), Key::Equals),
    ],
);
/// Everything smaller.
pub const SMALLER: Shortcut = shortcut(
    Everywhere,
    &[with(Modifiers::COMMAND, Key::Minus), with(Modifiers::COMMAND.plus(Modifiers::SHIFT), Key::Minus)],
);
/// Everything as at first.
pub const AS_AT_FIRST: Shortcut = shortcut(
    Everywhere,
    &[with(Modifiers::COMMAND, Key::Num0), with(Modifiers::COMMAND.plus(Modifiers::SHIFT), Key::Num0)],
);
/// The map closer.
pub const MAP_CLOSER: Shortcut = shortcut(Network, &[plain(Key::Plus), plain(Key::Equals)]);
/// The map further.
pub const MAP_FURTHER: Shortcut = shortcut(Network, &[plain(Key::Minus)]);
/// All of the map.
pub const MAP_FIT: Shortcut = shortcut(Network, &[plain(Key::F)]);
/// Into the field that searches layers.
pub const SEARCH: Shortcut = shortcut(Network, &[with(Modifiers::COMMAND, Key::F)]);
/// The module before.
pub const MODULE_BEFORE: Shortcut = shortcut(Module, &[plain(Key::ArrowLeft)]);
/// The next module.
pub const NEXT_MODULE: Shortcut = shortcut(Module, &[plain(Key::ArrowRight)]);
/// Held down: the other mode.
pub const PEEK: Shortcut = shortcut(Module, &[plain(Key::Space)]);
/// Order of the channels.
pub const SORT: Shortcut = shortcut(Layer, &[plain(Key::S)]);
/// Map, overlay or outline.
pub const OVERLAY: Shortcut = shortcut(Layer, &[plain(Key::O)]);
/// Mute the channel or let it be.
pub const MUTE: Shortcut = shortcut(Layer, &[plain(Key::M)]);
/// Activations or weights.
pub const KERNELS: Shortcut = shortcut(Layer, &[plain(Key::K)]);
/// The input channel before.
pub const INPUT_BEFORE: Shortcut = shortcut(Layer, &[plain(Key::OpenBracket)]);
/// The next input channel.
pub const NEXT_INPUT: Shortcut = shortcut(Layer, &[plain(Key::CloseBracket)]);
/// The next of the first classes.
pub const NEXT_CLASS: Shortcut = shortcut(Classifiers, &[plain(Key::C)]);
/// Multiply-accumulates or operations.
pub const UNIT: Shortcut = shortcut(Cost, &[plain(Key::F)]);
/// Logarithmic or linear.
pub const LOG_SCALE: Shortcut = shortcut(Cost, &[plain(Key::L)]);
/// What naive modules read.
pub const NAIVE_INPUT: Shortcut = shortcut(Cost, &[plain(Key::I)]);
/// The module before, in the charts.
pub const COST_BEFORE: Shortcut = shortcut(Cost, &[plain(Key::ArrowLeft)]);
/// The next module, in the charts.
pub const COST_NEXT: Shortcut = shortcut(Cost, &[plain(Key::ArrowRight)]);
/// A smaller brush.
pub const BRUSH_SMALLER: Shortcut = shortcut(Edit, &[plain(Key::Comma)]);
/// A larger brush; before a class the full stop makes the screen black.
pub const BRUSH_LARGER: Shortcut = shortcut(Edit, &[plain(Key::Period)]);
/// The next step of the lesson.
pub const LESSON_NEXT: Shortcut = shortcut(Lesson, &[plain(Key::ArrowRight)]);
/// The step before.
pub const LESSON_BACK: Shortcut = shortcut(Lesson, &[plain(Key::ArrowLeft)]);
/// The next step, by a clicker.
pub const CLICKER_NEXT: Shortcut = shortcut(Lesson, &[plain(Key::PageDown)]);
/// The step before, by a clicker.
pub const CLICKER_BACK: Shortcut = shortcut(Lesson, &[plain(Key::PageUp)]);
/// Back to what the card shows.
pub const LESSON_RETURN: Shortcut = shortcut(Lesson, &[plain(Key::R)]);
/// Hide the card.
pub const LESSON_HIDE: Shortcut = shortcut(Lesson, &[plain(Key::H)]);
/// The teacher's footnote.
pub const LESSON_NOTE: Shortcut = shortcut(
    Lesson,
    &[plain(Key::Questionmark), with(Modifiers::SHIFT, Key::Questionmark), with(Modifiers::SHIFT, Key::Slash)],
);

const fn line(text: &'static str, shortcuts: &'static [Shortcut]) -> Line {
    Line { text, keys: Keys::Table(shortcuts) }
}

const fn control(text: &'static str, keys: &'static [Key]) -> Line {
    Line { text, keys: Keys::Control(keys) }
}

const ARROWS: Key = Key::ArrowRight;

/// The sheet: a title's key, and its lines.
pub const SHEET: [(&str, &[Line]); 8] = [
    (
        "keys-everywhere",
        &[
            line("keys-views", &VIEWS),
            line("keys-open", &[OPEN]),
            line("keys-naive", &[NAIVE]),
            line("keys-theme", &[THEME]),
            line("keys-edit", &[EDITOR]),
            line("keys-undo", &[UNDO]),
            line("keys-redo", &[REDO]),
            line("keys-unmute", &[UNMUTE]),
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
            line("keys-zoom", &[LARGER, SMALLER, AS_AT_FIRST]),
        ],
    ),
    ("view-module", &[line("keys-module-walk", &[MODULE_BEFORE, NEXT_MODULE]), line("keys-module-peek", &[PEEK])]),
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
        ],
    ),
    (
        "keys-classifiers-cost",
        &[
            line("keys-classifiers", &[NEXT_CLASS]),
            line("keys-cost", &[UNIT, LOG_SCALE, NAIVE_INPUT]),
            line("keys-cost-walk", &[COST_BEFORE, COST_NEXT]),
            line("keys-compare", &[OTHER_PHOTO, OTHER_PHOTO_IN_CLASS]),
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

impl Shortcut {
    /// Whether it was just pressed; then nobody else gets it.
    pub fn pressed(self, ui: &Ui) -> bool {
        ui.input_mut(|input| self.taken_from(input))
    }

    /// The same of one frame's input.
    pub fn taken_from(self, input: &mut InputState) -> bool {
        self.keys.iter().any(|key| input.consume_key(key.modifiers, key.logical_key))
    }

    /// Whether it is held down.
    pub fn is_down(self, ui: &Ui) -> bool {
        ui.input(|input| self.keys.iter().any(|key| input.key_down(key.logical_key)))
    }

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
        Key::ArrowRight if any_arrow => crate::locale::text::tr("key-arrows"),
        Key::Space => crate::locale::text::tr("key-space"),
        Key::ArrowLeft => "←".to_owned(),
        Key::ArrowRight => "→".to_owned(),
        Key::Escape => "Esc".to_owned(),
        Key::PageUp => "Page Up".to_owned(),
        Key::PageDown => "Page Down".to_owned(),
        other => other.symbol_or_name().to_owned(),
    }
}
