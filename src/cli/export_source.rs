//! The runs whose numbers are exported.

use std::path::Path;
use std::sync::Arc;

use anyhow::Result;
use image::RgbImage;

use super::album::{self, run_all};
use super::album_arguments::AlbumRunArguments;
use super::export::ViewExport;
use super::load;
use crate::album::{Index, spread};
use crate::analysis::Report;
use crate::analysis::evidence::find_class;
use crate::app::view_word::View;
use crate::engine::{Depths, DepthsOrder, LoadedNetwork, measure_depths};
use crate::export::{AlbumSource, Source};
use crate::imaging::Prepared;
use crate::model::{Run, Trace};
use crate::state::{CostTab, Pace, PanelKey};

/// Runs the network on what was asked for.
///
/// # Errors
/// Weights, a photo or a class are bad.
pub(super) fn load(subject: ViewExport<'_>) -> Result<Source> {
    let network = load::network(&subject.options.weights)?;
    let off = load::off(&subject.options.off, &network)?;
    let run = |path: &Path, run: Run<'_>| -> Result<(RgbImage, Prepared, Trace, Report)> {
        let photo = load::photo(path).map_err(|error| load::about(path, error))?;
        let prepared = network.prepare_own(&photo);
        let (trace, report) = network.run(&prepared, run)?;
        Ok((photo, prepared, trace, report))
    };
    // As in the window, what is switched off is switched off for the first photo alone.
    let (photo, prepared, trace, report) = run(subject.image, off.run())?;
    let second = subject.options.second.as_deref();
    let second = second.map(|path| run(path, Run::new())).transpose()?;
    let other = subject.options.with.as_deref().map(|with| other(&subject, with, &network)).transpose()?;
    let in_other = |(other, _): &(LoadedNetwork, Depths)| -> Result<Report> {
        Ok(other.run(&other.prepare_own(&photo), Run::new())?.1)
    };
    let second = match &other {
        Some(other) => Some(in_other(other)?),
        None => second.map(|(.., report)| report),
    };
    let find = |asked: &Option<String>| {
        let asked = asked.as_deref();
        asked.map(|asked| find_class(asked, &network.labels)).transpose()
    };
    let best = report.main().best();
    let (module, layer, channel) = match subject.view {
        View::Panel { module, layer, channel, .. } => (*module, layer.clone().unwrap_or_default(), *channel),
        View::Tour { .. } | View::Paper(_) => (0, String::new(), None),
    };
    let album = match subject.view {
        View::Panel { key: PanelKey::Album(_), .. } => {
            let run = AlbumRunArguments { weights: subject.options.weights.clone(), jobs: None };
            let index = run_all(subject.options.folder.as_ref(), &run)?;
            Some(AlbumSource { album: index.album(), index })
        }
        View::Panel { .. } | View::Tour { .. } | View::Paper(_) => None,
    };
    Ok(Source {
        class: find(&subject.options.study.class)?.unwrap_or(best),
        minus: find(&subject.options.study.minus)?,
        true_label: find(&subject.options.study.true_label)?.unwrap_or(best),
        second,
        other,
        module,
        layer,
        channel,
        photo,
        network,
        muted: off.muted,
        effort: Pace::asked().heatmaps,
        album,
        prepared,
        trace,
        report: Arc::new(report),
    })
}

/// The second network, and what both are to each other: over an album, where the view shows that.
fn other(subject: &ViewExport<'_>, with: &Path, network: &LoadedNetwork) -> Result<(LoadedNetwork, Depths)> {
    let other = super::compare::second(with, network)?;
    let [a, b] = [network, &other].map(|network| Arc::new(network.clone()));
    let is_shown = |key: &PanelKey| matches!(key, PanelKey::Network(_) | PanelKey::Cost(CostTab::NETWORKS));
    let photos = match subject.view {
        View::Panel { key, .. } if is_shown(key) => {
            let place = album::place(subject.options.folder.as_ref());
            let index = Index::open(place.clone(), Arc::clone(&a), None, &|| false);
            let index = index.map_err(|error| album::about(&place, error))?;
            spread(index.progress().total, Pace::asked().album).filter_map(|photo| index.source(photo)).collect()
        }
        View::Panel { .. } | View::Tour { .. } | View::Paper(_) => Vec::new(),
    };
    let order = DepthsOrder { a, b, album: 0, photos, random: None };
    Ok((other, measure_depths(order, &mut |_| ())?))
}
