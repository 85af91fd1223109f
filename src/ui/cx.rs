//! The one context every panel is drawn with.

use crate::state::{Command, State};
use crate::ui::chrome::shell::Scene;
use crate::ui::style::Theme;

/// What a panel reads, what it keeps from frame to frame, and where it says what is asked for.
pub struct Cx<'a> {
    /// All that is on screen.
    pub state: &'a State,
    /// What a person moved without changing what it says; pixels and layouts that are kept.
    pub scene: &'a mut Scene,
    /// Colours.
    pub theme: &'a Theme,
    /// What is asked for.
    pub commands: &'a mut Vec<Command>,
}
