//! Which key does what, and where.

use egui::{Key, KeyboardShortcut, Modifiers};

use super::Context::{
    AlbumAnswers, AlbumMap, AlbumPhotos, Classifiers, Cost, Dream, Edit, Everywhere, Layer, Lesson, Module, Network,
    Projector,
};
use super::{Context, Shortcut};

const fn plain(key: Key) -> KeyboardShortcut {
    KeyboardShortcut::new(Modifiers::NONE, key)
}

const fn with(modifiers: Modifiers, key: Key) -> KeyboardShortcut {
    KeyboardShortcut::new(modifiers, key)
}

const fn shortcut(context: Context, keys: &'static [KeyboardShortcut]) -> Shortcut {
    Shortcut { context, keys }
}

/// The six views and the lesson.
pub const VIEWS: [Shortcut; 7] = [
    shortcut(Everywhere, &[plain(Key::Num1)]),
    shortcut(Everywhere, &[plain(Key::Num2)]),
    shortcut(Everywhere, &[plain(Key::Num3)]),
    shortcut(Everywhere, &[plain(Key::Num4)]),
    shortcut(Everywhere, &[plain(Key::Num5)]),
    shortcut(Everywhere, &[plain(Key::Num6)]),
    shortcut(Everywhere, &[plain(Key::Num7)]),
];
/// Choose a photo.
pub const OPEN: Shortcut = shortcut(Everywhere, &[with(Modifiers::COMMAND, Key::O)]);
/// The view, as a picture on the clipboard; egui says it as an event of its own.
pub const COPY_PICTURE: Shortcut = shortcut(Everywhere, &[with(Modifiers::COMMAND, Key::C)]);
/// What is on screen, as a link on the clipboard.
pub const COPY_LINK: Shortcut = shortcut(Everywhere, &[with(Modifiers::COMMAND, Key::L)]);
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
/// The frame of a moving source stays, or the next ones come.
pub const HOLD_FRAME: Shortcut = shortcut(Everywhere, &[plain(Key::G)]);
/// A black screen, before a class and in the lesson.
pub const BLACK: Shortcut = shortcut(Projector, &[plain(Key::B), plain(Key::Period)]);
/// The presenter's own window, for a second screen.
pub const PRESENTER: Shortcut = shortcut(Projector, &[plain(Key::W)]);
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
/// The branch of the selected stage off or on.
pub const BRANCH: Shortcut = shortcut(Module, &[plain(Key::M)]);
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
/// What the channels look for.
pub const LOOKS_FOR: Shortcut = shortcut(Layer, &[plain(Key::L)]);
/// The photo dreams.
pub const DREAM: Shortcut = shortcut(Layer, &[plain(Key::V)]);
/// The photo is rebuilt from the layer.
pub const REBUILD: Shortcut = shortcut(Layer, &[plain(Key::I)]);
/// Other random numbers for a picture or a dream.
pub const NEW_SEED: Shortcut = shortcut(Layer, &[plain(Key::R)]);
/// A dream stops or goes on.
pub const STOP_DREAM: Shortcut = shortcut(Dream, &[plain(Key::Space)]);
/// The dream becomes the photo.
pub const OPEN_DREAM: Shortcut = shortcut(Dream, &[plain(Key::O)]);
/// The input channel before.
pub const INPUT_BEFORE: Shortcut = shortcut(Layer, &[plain(Key::OpenBracket)]);
/// The next input channel.
pub const NEXT_INPUT: Shortcut = shortcut(Layer, &[plain(Key::CloseBracket)]);
/// The next of the first classes.
pub const NEXT_CLASS: Shortcut = shortcut(Classifiers, &[plain(Key::C)]);
/// Evidence over the fooled photo and the photo as it is, or none.
pub const EVIDENCE: Shortcut = shortcut(Classifiers, &[plain(Key::X)]);
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
/// All photos, the right ones, the wrong ones and so on.
pub const ALBUM_FILTER: Shortcut = shortcut(AlbumPhotos, &[plain(Key::F)]);
/// Order of the photos.
pub const ALBUM_SORT: Shortcut = shortcut(AlbumPhotos, &[plain(Key::S)]);
/// The next head's answers.
pub const ALBUM_HEAD: Shortcut = shortcut(AlbumAnswers, &[plain(Key::H)]);
/// Order of the matrix's rows.
pub const ALBUM_ROWS: Shortcut = shortcut(AlbumAnswers, &[plain(Key::R)]);
/// The depth before.
pub const ALBUM_SHALLOWER: Shortcut = shortcut(AlbumMap, &[plain(Key::ArrowLeft)]);
/// The next depth.
pub const ALBUM_DEEPER: Shortcut = shortcut(AlbumMap, &[plain(Key::ArrowRight)]);
/// Through all depths.
pub const ALBUM_TRAVEL: Shortcut = shortcut(AlbumMap, &[plain(Key::Space)]);
/// All of the map of photos.
pub const ALBUM_FIT: Shortcut = shortcut(AlbumMap, &[plain(Key::F)]);
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
