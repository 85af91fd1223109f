//! Where the evidence for the answer lies: `cargo run --release --example heatmap -- PHOTO OUT.png`.
//!
//! The main head is a mean over 7x7 cells and a linear layer, so each cell has an exact share of the logit.

use anyhow::Context as _;
use image::RgbImage;
use inception_lens::engine::pipeline::{LoadedNetwork, read_photo};
use inception_lens::imaging::{Background, Colormap, Range, colorize};
use inception_lens::model::Run;

fn main() -> anyhow::Result<()> {
    let mut arguments = std::env::args().skip(1);
    let path = arguments.next().context("which photo?")?;
    let out = arguments.next().context("which file for the picture?")?;
    let photo = read_photo(&std::fs::read(path)?)?;
    let network = LoadedNetwork::load_default()?;
    let (_, report) = network.run(&network.prepare_own(&photo.pixels), Run::new())?;

    let class = report.main().best();
    let evidence = report.evidence(class).context("these weights have one mean and one linear layer at their end")?;
    println!(
        "{}: logit {:.3} = bias {:.3} + evidence {:.3}",
        network.labels[class],
        evidence.logit,
        evidence.bias,
        evidence.mean()
    );

    // One colour a cell, 0 in the middle of the scale; then 32 pixels a cell.
    let shares = evidence.shares();
    let colors = colorize(&shares, Range::symmetric(&shares), Colormap::Diverging(Background::Dark));
    let side = evidence.side as u32;
    let cells = RgbImage::from_fn(side, side, |x, y| {
        let [r, g, b, _] = colors[(y * side + x) as usize];
        image::Rgb([r, g, b])
    });
    image::imageops::resize(&cells, side * 32, side * 32, image::imageops::FilterType::Nearest).save(out)?;
    Ok(())
}
