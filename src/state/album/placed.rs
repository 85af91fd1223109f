//! Photos in a plane, depth by depth.

use std::collections::HashMap;
use std::sync::Arc;

use super::choices::Placing;
use super::contact_sheet::ContactSheet;
use crate::album::neighbours::SameLabel;
use crate::album::placement::Layout;
use crate::album::{Depth, Neighbours};

/// Layouts and neighbours, as far as they are computed.
#[derive(Clone, Default)]
pub struct Placed {
    /// Where the photos lie.
    layouts: HashMap<(Depth, Placing), Arc<Layout>>,
    /// The five nearest of every photo, and how often they share its label.
    near: HashMap<Depth, (Arc<Neighbours>, SameLabel)>,
    /// All photos as one small picture.
    pub sheet: Option<Arc<ContactSheet>>,
    /// Unlike that of any state before: what is drawn of it is keyed by it.
    pub revision: u64,
    /// Whether more is on its way.
    pub is_running: bool,
}

impl Placed {
    /// Where the photos lie: as asked, or as PCA places them until t-SNE has.
    pub fn layout(&self, depth: Depth, placing: Placing) -> Option<&Arc<Layout>> {
        let asked = self.layouts.get(&(depth, placing));
        asked.or_else(|| self.layouts.get(&(depth, Placing::Pca)))
    }

    /// Whether the photos are placed in just that way.
    pub fn has(&self, depth: Depth, placing: Placing) -> bool {
        self.layouts.contains_key(&(depth, placing))
    }

    /// How many depths are placed in that way.
    pub fn done(&self, placing: Placing) -> usize {
        Depth::ALL.into_iter().filter(|&depth| self.has(depth, placing)).count()
    }

    /// The five nearest of every photo.
    pub fn neighbours(&self, depth: Depth) -> Option<&Arc<Neighbours>> {
        self.near.get(&depth).map(|(neighbours, _)| neighbours)
    }

    /// How often neighbours share a label.
    pub fn same_label(&self, depth: Depth) -> Option<SameLabel> {
        self.near.get(&depth).map(|(_, same)| *same)
    }

    pub(crate) fn put_layout(&mut self, depth: Depth, placing: Placing, layout: Layout) {
        self.layouts.insert((depth, placing), Arc::new(layout));
        self.revision += 1;
    }

    pub(crate) fn put_near(&mut self, depth: Depth, neighbours: Neighbours, same: SameLabel) {
        self.near.insert(depth, (Arc::new(neighbours), same));
        self.revision += 1;
    }

    /// Nothing is placed any more.
    pub(crate) fn clear(&mut self) {
        *self = Self { revision: self.revision + 1, ..Self::default() };
    }
}
