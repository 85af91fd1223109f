//! The one place where an order becomes a job.

use super::event::{Event, Told};
use super::key::JobKey;
use super::order::Order;
use super::queue::Work;
use super::steps::JobContext;
use super::{
    Progress, attribution, colour, contribution, cost, depths, dream, edit, explore, fool, frame, gradients, heatmaps,
    lens, look, occlusion, rebuild, similarity, visualize,
};

impl Order {
    /// The job.
    pub(super) fn work(self) -> Work<JobKey, Told> {
        match self {
            Self::Weights(source) => single(move |context| lens::read_weights(context, source, Event::Network)),
            Self::SecondWeights(source) => {
                single(move |context| lens::read_weights(context, source, Event::SecondNetwork))
            }
            Self::Depths(order) => Box::new(depths::depths(order)),
            Self::Photo { side, network, source, fit } => {
                single(move |context| lens::run_photo(context, side, network, source, fit))
            }
            Self::Frame(order) => single(move |context| frame::run(context, *order)),
            Self::Edit { newest, .. } => single(move |context| edit::run_newest(context, &newest)),
            Self::Mute { run, muted } => single(move |context| explore::mute(context, &run, &muted)),
            Self::Branches { run, module } => Box::new(explore::branches(run, module)),
            Self::BranchAlbum { network, module, album, photos } => {
                Box::new(explore::branches_in_album(network, module, album, photos))
            }
            Self::Explain { run, report, cell } => {
                single(move |context| explore::explain(context, &run, &report, &cell))
            }
            Self::Kernels { network, layer } => single(move |context| explore::kernels(context, &network, &layer)),
            Self::Naive { run, report, module, .. } => Box::new(explore::naive(run, report, module)),
            Self::Contributions { run, layer, class } => Box::new(explore::contributions(run, layer, class)),
            Self::Contribution { run, report, muted, question } => {
                single(move |context| contribution::contribute(context, &run, report, &muted, question))
            }
            Self::Drops { run, muted, contributed, layer } => {
                Box::new(contribution::drops(run, muted, contributed, layer))
            }
            Self::Occlusion { run, muted, class, patch_px } => {
                Box::new(occlusion::occlusion(run, muted, class, patch_px))
            }
            Self::Attribution { run, report, muted, layer, class, minus } => {
                single(move |context| attribution::attribute(context, &run, (&report, &muted), &layer, class, minus))
            }
            Self::Heatmaps { study, is_awaited } => Box::new(heatmaps::study(study, is_awaited)),
            Self::Cascade(order) => Box::new(heatmaps::cascade(order)),
            Self::Gradients { run, muted, class, seed } => Box::new(gradients::all(run, muted, class, seed)),
            Self::GaussianGradients { run, muted, class, seed, spread } => {
                Box::new(gradients::gaussian(run, muted, class, seed, spread))
            }
            Self::Similarity { a, b } => single(move |context| similarity::compare(context, &a, &b)),
            Self::Timings { network, photo } => Box::new(lens::measure(network, photo)),
            Self::ModuleTimes { run, report } => Box::new(cost::module_times(run, report)),
            Self::Peak => Box::new(cost::peak()),
            Self::Look { network, source, number } => {
                single(move |context| look::look(context, &network, source, number))
            }
            Self::Thumbnails { sources, side } => Box::new(lens::thumbnails(sources, side)),
            Self::Painting(order) => Box::new(visualize::paint(order)),
            Self::Atlas(order) => Box::new(visualize::atlas(order)),
            Self::Colour { run, layer } => Box::new(colour::colour(run, layer)),
            Self::Dream(order) => Box::new(dream::dream(order)),
            Self::Dreams(orders) => Box::new(dream::dreams(orders)),
            Self::Fool { order, is_awaited } => Box::new(fool::fool(*order, is_awaited)),
            Self::Rebuild(order) => Box::new(rebuild::rebuild(order)),
            Self::Rebuilds(orders) => Box::new(rebuild::rebuilds(orders)),
        }
    }
}

/// Work of a single chunk.
fn single(work: impl FnOnce(&JobContext<'_>) + Send + 'static) -> Work<JobKey, Told> {
    let mut work = Some(work);
    Box::new(move |context| {
        if let Some(work) = work.take() {
            work(context);
        }
        Progress::Done
    })
}
