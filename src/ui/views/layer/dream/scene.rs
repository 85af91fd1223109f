//! What a person moved among dreams.

/// What a person moved here without changing what it says.
#[derive(Default)]
pub struct DreamScene {
    /// The strength as the slider has it, while it is moved.
    pub(super) strength: Option<f32>,
}
