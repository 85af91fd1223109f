//! What a file says about where it comes from.

use crate::export::provenance;
use crate::state::State;

impl State {
    /// Where what is on screen comes from: the network, the photos, and what was done to them.
    pub(in crate::app) fn facts(&self) -> Vec<(&'static str, String)> {
        let run = self.shown().map(|shown| &shown.run().network);
        let mut facts = match run.or_else(|| self.loaded()) {
            Some(network) => provenance::of(network),
            None => vec![("software", provenance::SOFTWARE.to_owned())],
        };
        if let Some(shown) = self.shown() {
            facts.push(("image", shown.photo.name.clone()));
            if self.original().is_some() {
                facts.push(("image_edits", format!("{:?}", shown.photo.edits)));
            }
        }
        if let Some([_, other]) = self.networks() {
            facts.extend(provenance::compared_with(other));
        } else if let Some(second) = self.second() {
            facts.push(("compared_with", second.photo.name.clone()));
        }
        facts.extend(provenance::off(&self.off_names()));
        facts
    }
}
