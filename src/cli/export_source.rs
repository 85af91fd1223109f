//! The runs whose numbers are exported.

use std::path::Path;
use std::sync::Arc;

use anyhow::Result;
use image::RgbImage;

use super::album::run_all;
use super::album_arguments::AlbumRunArguments;
use super::export::ViewExport;
use super::load;
use super::window::pace;
use crate::analysis::Report;
use crate::analysis::evidence::find_class;
use crate::app::PanelKey;
use crate::app::view_word::View;
use crate::export::{AlbumSource, Source};
use crate::imaging::Prepared;
use crate::model::{Run, Trace};

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
        second: second.map(|(.., report)| report),
        module,
        layer,
        channel,
        photo,
        network,
        muted: off.muted,
        effort: pace().heatmaps,
        album,
        prepared,
        trace,
        report: Arc::new(report),
    })
}
