//! Pixels once: textures by what they show, the least recently used thrown away when they take too much room.

use std::collections::HashMap;
use std::hash::{DefaultHasher, Hash, Hasher};

use egui::{ColorImage, Context, TextureHandle, TextureOptions};

/// Bytes of textures kept beyond those used in the current frame.
const KEPT_BYTES: usize = 64 << 20;

/// Pixels that are made into textures in one frame, if what is left can wait for the next.
const PIXELS_A_FRAME: usize = 200_000;

struct Entry {
    texture: TextureHandle,
    bytes: usize,
    last_used: u64,
}

/// A cache of textures.
#[derive(Default)]
pub struct Textures {
    entries: HashMap<u64, Entry>,
    frame: u64,
    /// Pixels made in this frame.
    made: usize,
}

impl Textures {
    /// Begins a frame; throws away what was not used for longest until the rest fits.
    pub fn begin_frame(&mut self) {
        self.frame += 1;
        self.made = 0;
        let mut bytes: usize = self.entries.values().map(|entry| entry.bytes).sum();
        while bytes > KEPT_BYTES {
            let oldest = self.entries.iter().min_by_key(|(_, entry)| entry.last_used);
            let Some((&key, entry)) = oldest.filter(|(_, entry)| entry.last_used + 1 < self.frame) else {
                return;
            };
            bytes -= entry.bytes;
            self.entries.remove(&key);
        }
    }

    /// Whether this frame has made as many as it should: what can wait is made in the next.
    pub fn has_made_enough(&self) -> bool {
        self.made > PIXELS_A_FRAME
    }

    /// The texture for `key`, if it is there.
    pub fn find(&mut self, key: impl Hash) -> Option<TextureHandle> {
        let mut hasher = DefaultHasher::new();
        key.hash(&mut hasher);
        let entry = self.entries.get_mut(&hasher.finish())?;
        entry.last_used = self.frame;
        Some(entry.texture.clone())
    }

    /// The texture for `key`, made by `make` if it is not there.  `key` must tell everything the pixels depend on.
    pub fn get(
        &mut self,
        ctx: &Context,
        key: impl Hash,
        options: TextureOptions,
        make: impl FnOnce() -> ColorImage,
    ) -> TextureHandle {
        let mut hasher = DefaultHasher::new();
        key.hash(&mut hasher);
        let key = hasher.finish();
        let (frame, made) = (self.frame, &mut self.made);
        let entry = self.entries.entry(key).or_insert_with(|| {
            let image = make();
            *made += image.pixels.len();
            let bytes = image.pixels.len() * 4;
            Entry { texture: texture(ctx, key, image, options), bytes, last_used: frame }
        });
        entry.last_used = frame;
        entry.texture.clone()
    }
}

/// As [`Context::load_texture`], which in debug builds holds every picture against the side of the letters' texture
/// ([`FontTexture`](super::style::FontTexture)); a panorama is wider.
fn texture(ctx: &Context, key: u64, image: ColorImage, options: TextureOptions) -> TextureHandle {
    let manager = ctx.tex_manager();
    let id = manager.write().alloc(format!("{key:016x}"), image.into(), options);
    TextureHandle::new(manager, id)
}
