//! A picture that was made or a dream, as a file of its own; and the numbers behind it.

use std::sync::Arc;

use image::RgbImage;

use crate::engine::UserError;
use crate::export::{CsvFile, Table, png};
use crate::state::{LayerPane, State};
use crate::visualize::dream::contact_sheet;

/// Black pixels between several pictures.
const GAP: u32 = 4;

/// What shows what, as keys and values.
type Facts = Vec<(&'static str, String)>;

/// A picture, or several that differ, with what they show.
#[derive(serde::Serialize, serde::Deserialize)]
pub struct Made {
    #[serde(with = "crate::wire::picture::list")]
    pictures: Vec<Arc<RgbImage>>,
    #[serde(with = "crate::wire::word::pairs")]
    facts: Facts,
}

impl Made {
    /// The bytes of a PNG file that says what it shows.
    ///
    /// # Errors
    /// The encoder's.
    pub fn png(&self) -> Result<Vec<u8>, UserError> {
        let picture = match &self.pictures[..] {
            [picture] => RgbImage::clone(picture),
            pictures => {
                let pictures: Vec<RgbImage> = pictures.iter().map(|picture| RgbImage::clone(picture)).collect();
                contact_sheet(&pictures, 2, GAP)
            }
        };
        png::encode(&picture, &self.facts).map_err(UserError::new)
    }
}

/// Numbers with where they come from.
pub struct Rows {
    table: Table,
    facts: Facts,
}

impl Rows {
    /// The table as CSV, and where it comes from.
    ///
    /// # Errors
    /// None in practice: it is written to memory.
    pub fn csv(&self) -> Result<CsvFile, UserError> {
        self.table.csv(&self.facts).map_err(UserError::new)
    }
}

impl State {
    /// The picture that is looked at: made, dreamt or rebuilt.
    pub(super) fn made(&self) -> Option<Made> {
        let state = self;
        if state.sees(LayerPane::Dream) {
            let dreamt = state.dreams.drawn()?;
            return Some(Made { pictures: vec![Arc::clone(&dreamt.picture)], facts: self.made_facts()? });
        }
        if state.sees(LayerPane::Rebuild) {
            // Of a reduction both sides stand beside each other.
            let before = state.rebuild_before().and_then(|before| state.rebuilds.made(&before));
            let shown = state.rebuilds.shown()?.made.as_ref()?;
            let pictures = before.into_iter().chain([shown]).map(|rebuilt| Arc::clone(&rebuilt.picture)).collect();
            return Some(Made { pictures, facts: self.made_facts()? });
        }
        let painted = state.looks_for.picture.painted.as_ref()?;
        Some(Made { pictures: painted.pictures.clone(), facts: self.made_facts()? })
    }

    /// Its numbers: the value by step, or what the network says of dreams side by side.
    pub(super) fn made_rows(&self) -> Option<Rows> {
        let state = self;
        let table = match (state.sees(LayerPane::Dream), state.sees(LayerPane::Rebuild)) {
            (_, true) => Table::of_rebuilt(state.rebuilds.shown()?.made.as_deref()?),
            (true, false) => {
                let entries = state.other_recipes();
                let entries = entries.iter().filter_map(|recipe| state.dreams.of(recipe)?.made.as_deref());
                Table::of_dreams(entries, state.labels())
            }
            (false, false) => Table::of_curve(&state.looks_for.picture.painted.as_ref()?.curve),
        };
        Some(Rows { table, facts: self.made_facts()? })
    }

    /// What it is of and how it was made, then where it comes from.
    fn made_facts(&self) -> Option<Facts> {
        let state = self;
        let own = match (state.sees(LayerPane::Dream), state.sees(LayerPane::Rebuild)) {
            (_, true) => state.rebuilds.shown()?.made.as_ref()?.facts.clone(),
            (true, false) => state.dreams.drawn()?.facts.clone(),
            (false, false) => state.picture_facts()?,
        };
        let others = self.facts().into_iter().filter(|(key, _)| own.iter().all(|(known, _)| known != key));
        let others: Facts = others.collect();
        Some(own.into_iter().chain(others).collect())
    }
}

impl State {
    /// The last answers to the moving source on screen; `None` before there are any.
    pub(super) fn trail_rows(&self) -> Option<Rows> {
        let live = self.live.as_ref().filter(|live| !live.trail.is_empty())?;
        let mut facts = self.facts();
        facts.retain(|(key, _)| *key != "image");
        facts.push(("source", live.source.name()));
        facts.push(("frames_run", live.shown.to_string()));
        facts.push(("frames_dropped", live.dropped.to_string()));
        facts.push(("mirrored", live.is_mirrored.to_string()));
        Some(Rows { table: Table::of_trail(&live.trail), facts })
    }
}
