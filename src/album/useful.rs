//! What a channel adds to a class's logit on the photos of an album.
//!
//! In 5b it follows from what is kept, for every photo: `w x mean`.  Before 5b it takes a pass forward and one back for each photo
//! ("linear attribution", as in [`crate::analysis::contribution`]), so only photos that fire the channel most are asked.

use super::error::AlbumError;
use super::found::{Peak, Useful};
use super::index::Index;
use super::layers;
use super::queries::LAST;
use crate::engine::UserError;
use crate::model::{Objective, Run};
use crate::spec::Head;

impl Index {
    /// Photos by what a channel of 5b adds to a class's logit, most first: in 5b exactly `w x mean`, and the logit is their sum over
    /// the channels plus the bias.  Reads files.
    ///
    /// # Errors
    /// [`AlbumError::UnknownChannel`] for a channel or class that is not there, [`AlbumError::Store`].
    pub fn useful(&self, class: usize, channel: usize) -> Result<Vec<Useful>, AlbumError> {
        let missing = |name: &str, channel: usize, count: usize| AlbumError::UnknownChannel {
            name: name.to_owned(),
            channel,
            last: count.saturating_sub(1),
        };
        let classes = self.shared.network.labels.len();
        let (weights, _) = self.shared.network.classifier.row(class).ok_or_else(|| missing("fc", class, classes))?;
        let weight = *weights.get(channel).ok_or_else(|| missing(LAST, channel, weights.len()))?;
        let means = self.means(LAST)?;
        let values = means.values.iter().skip(channel).step_by(means.channels);
        let photos = means.photos.iter().zip(values);
        let mut useful: Vec<Useful> =
            photos.map(|(&photo, mean)| Useful { photo, value: weight * mean.to_f32() }).collect();
        useful.sort_by(|a, b| b.value.total_cmp(&a.value).then(a.photo.cmp(&b.photo)));
        Ok(useful)
    }

    /// Photos by the mean of a channel's map, largest first: where a channel is silent it adds nothing.  Of a pool it is the mean of
    /// what the pool reads.  Reads files.
    ///
    /// # Errors
    /// As [`Self::channel`]; [`AlbumError::Store`].
    pub fn fullest(&self, layer: &str, channel: usize) -> Result<Vec<usize>, AlbumError> {
        let (kept, channel) = self.channel(layer, channel)?;
        let means = self.means(kept.name)?;
        let values = means.values.iter().skip(channel).step_by(means.channels);
        let mut photos: Vec<(usize, f32)> =
            means.photos.iter().zip(values).map(|(&photo, mean)| (photo, mean.to_f32())).collect();
        photos.sort_by(|a, b| b.1.total_cmp(&a.1).then(a.0.cmp(&b.0)));
        Ok(photos.into_iter().map(|(photo, _)| photo).collect())
    }

    /// What a channel adds to a class's logit of the main classifier on one photo: activation times gradient, summed over its
    /// cells; and the cell that adds most.  One pass forward, one back; reads the photo.
    ///
    /// # Errors
    /// The photo's or the network's, as a sentence.
    pub fn adds(&self, photo: usize, layer: &str, channel: usize, class: usize) -> Result<Peak, UserError> {
        let network = &self.shared.network;
        let layer = &layers::traced_name(layer);
        let trace = network.trace(&self.shared.prepared(photo)?, Run::new()).map_err(UserError::new)?;
        let objective = Objective::Logit { head: Head::Main, class };
        let gradient = network.model.gradient(&trace, &objective, layer).map_err(UserError::new)?;
        let unknown = || UserError::new(AlbumError::UnknownLayer { name: layer.clone() });
        let values = trace.get(layer).ok_or_else(unknown)?.values.to_vec().map_err(UserError::new)?;
        let area = gradient.area();
        let plane = channel * area..(channel + 1) * area;
        let planes = values.get(plane.clone()).zip(gradient.values.get(plane));
        let (values, slopes) = planes.ok_or_else(unknown)?;
        let (mut sum, mut most) = (0.0, (0, 0.0_f32));
        for (cell, (value, slope)) in values.iter().zip(slopes).enumerate() {
            sum += f64::from(*value) * f64::from(*slope);
            if value * slope > most.1 {
                most = (cell, value * slope);
            }
        }
        let side = gradient.width;
        Ok(Peak { photo, value: sum as f32, cell: [most.0 / side, most.0 % side] })
    }
}
