//! What an event tells, as words in which every number is there to its last bit; without what differs from run to run: identities and
//! times.

use std::sync::Arc;

use image::RgbImage;
use inception_lens::analysis::heatmaps::{Heatmap, Row, Table};
use inception_lens::analysis::{Activation, Attribution, Explanation, NaiveModule, Report};
use inception_lens::engine::{
    BranchTrials, ColourIndex, Delivery, Dropped, Engine, Event, ForwardRun, Origin, Photo, PhotoEvent, Position, Told,
};

/// What an engine has told, up to idle; nothing may have gone wrong.
pub fn events(engine: &Engine) -> Vec<Event> {
    engine.run_until_idle();
    let event = |delivery: Delivery<Told>| match delivery {
        Delivery::Event(Ok(event)) => Some(event),
        Delivery::Event(Err(error)) => panic!("{}", error.message),
        Delivery::Finished => None,
        Delivery::Panicked(message) => panic!("{message}"),
    };
    engine.drain().into_iter().filter_map(|delivered| event(delivered.delivery)).collect()
}

/// The same in words.
pub fn told(engine: &Engine) -> Vec<String> {
    events(engine).iter().map(event).collect()
}

/// The same onto those before, and the first of them that is looked for.
pub fn first<T>(engine: &Engine, all: &mut Vec<String>, pick: impl Fn(&Event) -> Option<T>) -> T {
    let events = events(engine);
    all.extend(events.iter().map(event));
    events.iter().find_map(pick).unwrap()
}

pub fn event(event: &Event) -> String {
    match event {
        Event::Network(network) | Event::SecondNetwork(network) => {
            let classifier = &network.classifier;
            let facts = (&network.name, &network.sha256, network.format, &network.findings, &network.notes);
            let said = (network.said, &network.said_key, network.aux, network.aux_untrained, network.topology);
            let last = (numbers(&classifier.weight), numbers(&classifier.bias));
            format!("network {facts:?} {said:?} {:?} {:?} {last:?}", network.network, network.labels)
        }
        Event::Photo(side, event) => format!("{side:?}: {}", of_photo(event)),
        Event::Muted(ran) => format!("muted {:?} of {}: {}", ran.muted, photo(&ran.run.photo), report(&ran.report)),
        Event::Branches(trials) => format!("{:?}", BranchTrials { report: 0, ..(**trials).clone() }),
        Event::BranchAlbum(found) => format!("{found:?}"),
        Event::Explanation(explanation) => format!("{:?}", Explanation { report: 0, ..(**explanation).clone() }),
        Event::Kernels(kernels) => {
            let shape = (&kernels.layer, kernels.filters, kernels.inputs, kernels.side);
            format!("kernels {shape:?} {} {}", numbers(&kernels.weights), numbers(&kernels.biases))
        }
        Event::Naive(module) => format!("naive {} {}: {}", module.module, module.runs, naive(module)),
        Event::Contribution { channel, drop } => format!("{channel}: {:x}", drop.to_bits()),
        Event::Timings(timings) => format!("timings of {} runs", timings.runs()),
        Event::ModuleTimes(times) => format!("times of module {} by {} runs", times.module, times.runs),
        Event::Peak(peak) => format!("peak of {} runs", peak.runs),
        Event::Contributed(contributed) => {
            let contributions = &contributed.contributions;
            let strongest = contributions.layers.iter().map(|layer| contributed.strongest(&layer.layer));
            format!("{contributions:?} {:?}", strongest.collect::<Vec<_>>())
        }
        Event::Dropped(dropped) => format!("{:?}", Dropped { report: 0, ..(**dropped).clone() }),
        Event::Attribution(attribution) => format!("{:?}", Attribution { report: 0, ..(**attribution).clone() }),
        Event::Studied(_, studied) => format!("{:?} {:?}", studied.progress, studied.table.as_deref().map(table)),
        Event::Cascaded(_, cascaded) => format!("{cascaded:?}"),
        Event::Gradients(curve) => format!("{curve:?}"),
        Event::Similarity(similarity) => format!("{:?}", similarity.cosines),
        Event::Edited(edited) => {
            let muted = edited.muted.as_ref().map(|(muted, silent)| (muted, report(silent)));
            format!("edited {}: {} {muted:?}", photo(&edited.original.photo), run(&edited.run))
        }
        Event::Framed(framed) => {
            let muted = framed.muted.as_ref().map(|(muted, silent)| (muted, report(silent)));
            format!("framed {} {muted:?}", run(&framed.run))
        }
        Event::Occluded { cell, position } => format!("{cell}: {:?}", Position { duration_ms: 0.0, ..*position }),
        Event::Painted(painted) => {
            let pictures: Vec<_> = painted.pictures.iter().map(|drawn| picture(drawn)).collect();
            format!("painted {pictures:?} {:?} {} {}", painted.curve, painted.steps, painted.is_finished)
        }
        Event::Tile(tile) => {
            let drawn = tile.picture.as_deref().map(picture);
            format!("tile {} {drawn:?} {} {}", tile.channel, tile.steps, tile.is_finished)
        }
        Event::PictureDamaged => "damaged".to_owned(),
        Event::PictureNotKept(error) => error.message.clone(),
        Event::Colour(index) => format!("{:?}", ColourIndex { report: 0, ..(**index).clone() }),
        Event::Dreamt(_, dreamt) => {
            let far = (dreamt.progress, &dreamt.octaves, dreamt.is_finished);
            format!("{:?} {} {far:?} {:?} {:?}", dreamt.recipe, picture(&dreamt.picture), dreamt.scores, dreamt.facts)
        }
        Event::Looked(looked) => {
            let seen = picture(&looked.pixels);
            format!("{} {seen} {:?} {:?} {:?}", looked.number, looked.scores, looked.evidence, looked.channels)
        }
        Event::Fooled(fooled) => {
            let seen = picture(&fooled.seen);
            let treated: Vec<_> =
                fooled.treated.iter().map(|it| (it.by, picture(&it.picture), &it.scores, it.untouched)).collect();
            let said = (&fooled.scores, &fooled.evidence, fooled.answer, fooled.largest_change);
            format!("{:?} {seen} {said:?} {treated:?}", fooled.recipe)
        }
        Event::Depths(depths) => format!("{depths:?}"),
        Event::Rebuilt(_, rebuilt) => {
            let far = (rebuilt.steps, rebuilt.is_finished, &rebuilt.errors, &rebuilt.read_errors);
            let said = (rebuilt.correlations, &rebuilt.facts);
            format!("{:?} {} {far:?} {said:?}", rebuilt.recipe, picture(&rebuilt.picture))
        }
        Event::Thumbnail { index, pixels } => format!("{index}: {}", picture(pixels)),
    }
}

fn of_photo(event: &PhotoEvent) -> String {
    match event {
        PhotoEvent::Decoded(decoded) => format!("decoded {}", photo(decoded)),
        PhotoEvent::Step { layer, total } => format!("{layer} of {total}"),
        PhotoEvent::Ran(ran) => format!("ran {}", run(ran)),
    }
}

pub fn run(run: &ForwardRun) -> String {
    let traced = run.trace.activations().iter();
    let trace = traced.map(|it| (&it.name, numbers(&it.values.to_vec().unwrap()), it.computed, &it.change));
    let trace: Vec<_> = trace.collect();
    format!("{} {} {} {trace:?}", run.network.sha256, photo(&run.photo), report(&run.report))
}

fn photo(photo: &Photo) -> String {
    let origin = match photo.origin() {
        Origin::Encoded(bytes) => format!("{} bytes {:x}", bytes.len(), hash(&bytes)),
        Origin::Pixels(pixels) => picture(&pixels),
    };
    let prepared = (picture(&photo.prepared.pixels), photo.prepared.window, photo.prepared.filter);
    let whole = (&photo.name, photo.size, picture(&photo.display), photo.display_scale, photo.fit);
    format!("{whole:?} {prepared:?} {:?} {:?} {origin}", photo.edits, photo.notes)
}

pub fn report(report: &Report) -> String {
    let layers = report.network.layers.iter();
    let named = layers.map(|layer| (&layer.name, activation(report.activation(&layer.name).unwrap())));
    let names: Vec<_> = report.durations_ms.iter().map(|(name, _)| name).collect();
    let last = (numbers(&report.classifier().weight), numbers(&report.classifier().bias));
    format!("{:?} {:?} {names:?} {last:?} {:?}", report.scores, report.labels, named.collect::<Vec<_>>())
}

fn activation(activation: &Activation) -> String {
    let statistics = (&activation.statistics, activation.whole);
    format!("{:?} {} {statistics:?}", activation.shape, numbers(&activation.values()))
}

fn naive(module: &NaiveModule) -> String {
    let named = module.activations.iter().chain(&module.differences);
    let mut named: Vec<_> = named.map(|(name, it)| format!("{name}: {}", activation(it))).collect();
    named.sort();
    named.join(" ")
}

fn table(table: &Table) -> Table {
    let timeless = |map: &Arc<Heatmap>| Arc::new(Heatmap { duration_ms: 0.0, ..(**map).clone() });
    let rows = table.rows.iter().map(|row| Row {
        map: row.map.as_ref().map(timeless),
        random: row.random.iter().map(timeless).collect(),
        ..row.clone()
    });
    Table { rows: rows.collect(), ..table.clone() }
}

fn picture(picture: &RgbImage) -> String {
    format!("{}x{} {:x}", picture.width(), picture.height(), hash(picture.as_raw()))
}

fn numbers(values: &[f32]) -> String {
    let bytes: Vec<u8> = values.iter().flat_map(|value| value.to_bits().to_le_bytes()).collect();
    format!("{} numbers {:x}", values.len(), hash(&bytes))
}

/// FNV-1a, 64 bits.
fn hash(bytes: &[u8]) -> u64 {
    bytes.iter().fold(0xcbf2_9ce4_8422_2325, |hash, &byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3))
}
