//! The words of the command line as plain structs.

#![allow(
    rustdoc::broken_intra_doc_links,
    reason = "comments here are the help that clap prints: brackets mean that a word may be left out"
)]

use std::path::PathBuf;

use clap::builder::{PossibleValuesParser, TypedValueParser};
use clap::{Args, Parser, ValueEnum};
use clap_complete::Shell;

use super::album_arguments::AlbumCommand;
use super::common_arguments::{
    OffArguments, StudyArguments, WeightsArguments, parse_count, photo_parser, topology_parser,
};
use super::compare_arguments::CompareArguments;
use super::contribution_arguments::ContributionArguments;
use super::dream_arguments::DreamArguments;
use super::facts_arguments::FactsArguments;
use super::fool_arguments::FoolArguments;
use super::gradient_arguments::GradientArguments;
use super::heatmaps_arguments::HeatmapsArguments;
use super::rebuild_arguments::RebuildArguments;
use super::teach_arguments::TeachArguments;
use super::visualize_arguments::VisualizeArguments;
use super::weights_arguments::WeightsCommand;
use crate::app::view_word::View;
use crate::export::exercises::Module;
use crate::locale::text::Language;
use crate::spec::{Modules, Topology};

/// Everything after the program's name.
#[derive(Clone, Debug, Parser)]
#[command(
    name = "inception-lens",
    about = "Look inside GoogLeNet (Inception v1) while it looks at your photo.",
    after_help = "Without a subcommand the window opens. Exit codes: 0 done, 1 an input was bad, 2 usage.",
    args_conflicts_with_subcommands = true
)]
pub struct CommandLine {
    /// What to do without a window.
    #[command(subcommand)]
    pub command: Option<Subcommand>,
    /// How to open the window.
    #[command(flatten)]
    pub window: WindowArguments,
    /// Print the version and the hash of the weights inside
    #[arg(short = 'V', long)]
    pub version: bool,
}

/// Work that needs no window.
#[derive(Clone, Debug, clap::Subcommand)]
pub enum Subcommand {
    /// Say what is on photos, by all three classifiers
    Classify(ClassifyArguments),
    /// List the layers: shapes, parameters, multiplications, receptive fields
    Inspect(InspectArguments),
    /// Write every activation of one photo to a safetensors file
    Activations(ActivationsArguments),
    /// Write how a number of the network changes with the pixels, or with any layer
    Gradient(GradientArguments),
    /// Make a picture that a channel, a layer or a class looks for
    Visualize(VisualizeArguments),
    /// Let a layer dream on a photo (DeepDream)
    Dream(DreamArguments),
    /// Change a photo so little that nobody sees it, and so that the network answers something else
    Fool(FoolArguments),
    /// Rebuild a photo from what a layer knows of it (feature inversion)
    Rebuild(RebuildArguments),
    /// Teach it your own classes: a new last layer from folders of photos, as a weights file
    Teach(TeachArguments),
    /// Compare two sets of weights: answers, similarity by depth, change of the weights
    Compare(CompareArguments),
    /// Draw which parts of a photo speak for a class and which against it
    Evidence(EvidenceArguments),
    /// Draw it by one of eight methods, or compare them all and say which can be trusted
    Heatmaps(HeatmapsArguments),
    /// List what each module, branch and channel adds to a class, and what the biases add
    Contribution(ContributionArguments),
    /// Write a view as a picture (twice its size), its numbers as CSV, JSON or .npy; the lesson or exercises as HTML to print
    Export(ExportArguments),
    /// Run a folder of photos, or the photos inside the program, and ask what the network makes of them
    #[command(subcommand)]
    Album(AlbumCommand),
    /// List, check and fetch weights
    #[command(subcommand)]
    Weights(WeightsCommand),
    /// Print what a shell completes, to be saved where it looks for that
    Completions {
        /// Which shell
        shell: Shell,
    },
    /// Write the manual's pages (man) into a folder
    Manual {
        /// The folder; it is made if need be
        folder: PathBuf,
    },
}

/// How the window opens, or what `--screenshot` draws instead.
#[derive(Clone, Debug, PartialEq, Args)]
pub struct WindowArguments {
    /// Photo to open: JPEG, PNG, HEIC, AVIF, WebP, GIF, BMP, TIFF or JPEG XL
    #[arg(value_parser = photo_parser())]
    pub image: Option<PathBuf>,
    /// Moving pictures in place of a photo: an animated GIF, WebP or PNG, a folder that is watched for new photos, the address of an
    /// MJPEG stream, - for JPEGs on the standard input, or camera, where the program has one
    #[arg(long, value_name = "FILE|FOLDER|URL|-", allow_hyphen_values = true, conflicts_with_all = ["image", "scene", "demo"])]
    pub live: Option<String>,
    /// With --live and --screenshot: show this frame, from 1; every frame before it runs, none is dropped
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u64).range(1..=1_000_000), requires_all = ["live", "screenshot"])]
    pub frames: Option<u64>,
    /// A second photo to compare the first with
    #[arg(long = "compare", value_name = "IMAGE", requires = "image", value_parser = photo_parser())]
    pub second: Option<PathBuf>,
    /// Weights to compare those in use with, on the same photo: a file, or random (the same structure before any training)
    #[arg(long, value_name = "FILE|random", requires = "image", conflicts_with = "second")]
    pub with: Option<PathBuf>,
    /// Which weights.
    #[command(flatten)]
    pub weights: WeightsArguments,
    /// View to show: network[:edit|:occlusion|:keys], module:4a[:walk], layer:NAME[:kernels], classifiers[:TAB], cost[:TAB],
    /// album[:TAB], tour[:N[:answer]]
    #[arg(long)]
    pub view: Option<View>,
    /// Folder of photos that the album shows; without it the album inside the program
    #[arg(long, value_name = "ALBUM")]
    pub folder: Option<PathBuf>,
    /// Folder whose sub-folders are classes to teach, with the view album:teach; nothing of it is kept
    #[arg(long, value_name = "FOLDER")]
    pub teach: Option<PathBuf>,
    /// The questions of the classifiers view.
    #[command(flatten)]
    pub study: StudyArguments,
    /// Kind of modules to show
    #[arg(long, value_name = "KIND", value_parser = modules_parser(&["reduced", "naive", "factorised"]))]
    pub modules: Option<Modules>,
    /// Language of the window
    #[arg(long = "lang", value_name = "CODE", value_parser = language_parser())]
    pub language: Option<Language>,
    /// Colours of the window
    #[arg(long, value_enum)]
    pub theme: Option<Theme>,
    /// What is switched off.
    #[command(flatten)]
    pub off: OffArguments,
    /// Begin in projector mode: full screen, large text, one panel at a time; --present=2 with the second one
    #[arg(
        long = "present",
        value_name = "PANEL",
        num_args = 0..=1,
        require_equals = true,
        default_missing_value = "1",
        value_parser = clap::value_parser!(u8).range(1..=9)
    )]
    pub presents: Option<u8>,
    /// Show a scene: a link, the part of one from #, or a scene file, whose steps are a lesson of your own
    #[arg(long, value_name = "FILE|LINK|#…", group = "stepped", conflicts_with_all = ["view", "demo", "switches", "class", "minus", "true_label", "modules"])]
    pub scene: Option<String>,
    /// Which step of the scene file, or of what --demo plays, from 1
    #[arg(long, value_name = "N", default_value_t = 1, value_parser = parse_step, requires = "stepped")]
    pub step: usize,
    /// Play the lesson by itself, from card to card, until a key or a click takes over
    #[arg(long, group = "stepped", conflicts_with = "view")]
    pub demo: bool,
    /// Draw the finished view to this PNG file and open no window
    #[arg(long, value_name = "OUT.png")]
    pub screenshot: Option<PathBuf>,
    /// Size of the screenshot, points
    #[arg(long, value_name = "WxH", default_value = "1440x900", value_parser = parse_size, requires = "screenshot")]
    pub size: [u32; 2],
    /// Pixels a point in the screenshot, 0.5 to 4
    #[arg(long, default_value = "1", value_parser = parse_scale, requires = "screenshot")]
    pub scale: f32,
}

/// Colours of the window.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Theme {
    /// Light on dark.
    Dark,
    /// Dark on light.
    Light,
}

/// `classify`.
#[derive(Clone, Debug, Args)]
pub struct ClassifyArguments {
    /// Photos: JPEG, PNG, HEIC, AVIF, WebP, GIF, BMP, TIFF or JPEG XL
    #[arg(required = true, value_name = "IMAGE", value_parser = photo_parser())]
    pub images: Vec<PathBuf>,
    /// Which weights.
    #[command(flatten)]
    pub weights: WeightsArguments,
    /// How many classes to print for each classifier
    #[arg(long, value_name = "K", default_value_t = 5, value_parser = parse_count)]
    pub top: usize,
    /// How many jobs run photos, at most one a thread (the default); 1 gives one photo all threads, more take up to eight photos at a time
    #[arg(long, value_name = "N", value_parser = parse_count)]
    pub jobs: Option<usize>,
    /// What is switched off.
    #[command(flatten)]
    pub off: OffArguments,
    /// Print a JSON array
    #[arg(long)]
    pub json: bool,
}

/// `inspect`.
#[derive(Clone, Debug, Args)]
pub struct InspectArguments {
    /// Which GoogLeNet: alone with 1000 classes, with --weights in place of what they seem to be
    #[arg(long, value_name = "T", value_parser = topology_parser())]
    pub topology: Option<Topology>,
    /// Weights whose network to list, in place of those inside the program
    #[arg(long, value_name = "FILE")]
    pub weights: Option<PathBuf>,
    /// Modules with reductions, without, or without and stacked
    #[arg(
        long,
        value_name = "KIND",
        default_value = "reduced",
        value_parser = modules_parser(&["reduced", "naive", "naive-stacked", "factorised"])
    )]
    pub modules: Modules,
    /// What their shapes cannot tell.
    #[command(flatten)]
    pub facts: FactsArguments,
    /// List what each branch of each module costs: reduced, naive, naive stacked, and factorised
    #[arg(long, conflicts_with = "modules")]
    pub costs: bool,
    /// List AlexNet, Network in Network, VGG-16, GoogLeNet and ResNet-50, counted from their layers
    #[arg(long, conflicts_with_all = ["costs", "modules", "weights", "topology"])]
    pub lineage: bool,
    /// Print JSON
    #[arg(long)]
    pub json: bool,
}

/// `activations`.
#[derive(Clone, Debug, Args)]
pub struct ActivationsArguments {
    /// Photo; optional and ignored with --input
    #[arg(required_unless_present = "input", value_parser = photo_parser())]
    pub image: Option<PathBuf>,
    /// Where to write every activation under its name
    #[arg(long, value_name = "FILE.safetensors")]
    pub out: PathBuf,
    /// Which weights.
    #[command(flatten)]
    pub weights: WeightsArguments,
    /// A tensor "input" of [3, 224, 224], handed to conv1 as it is
    #[arg(long, value_name = "TENSOR.safetensors")]
    pub input: Option<PathBuf>,
    /// What is switched off.
    #[command(flatten)]
    pub off: OffArguments,
}

/// `evidence`.
#[derive(Clone, Debug, Args)]
pub struct EvidenceArguments {
    /// Photo: JPEG, PNG, HEIC, AVIF, WebP, GIF, BMP, TIFF or JPEG XL
    #[arg(value_parser = photo_parser())]
    pub image: PathBuf,
    /// Name or number of the class; the most probable one if left out
    #[arg(long, value_name = "LABEL|INDEX")]
    pub class: Option<String>,
    /// The class it is held against: why the one and not the other?
    #[arg(long, value_name = "LABEL|INDEX")]
    pub minus: Option<String>,
    /// Where to draw the map, or to write its numbers; the ending says the format
    #[arg(long, value_name = "OUT.png|csv|json")]
    pub out: PathBuf,
    /// Which weights.
    #[command(flatten)]
    pub weights: WeightsArguments,
    /// What is switched off.
    #[command(flatten)]
    pub off: OffArguments,
    /// Print the numbers as JSON
    #[arg(long)]
    pub json: bool,
}

/// `export`: a view of a photo, or exercises.
#[derive(Clone, Debug, Args)]
pub struct ExportArguments {
    /// Photo: JPEG, PNG, HEIC, AVIF, WebP, GIF, BMP, TIFF or JPEG XL
    #[arg(required_unless_present = "exercises", value_parser = photo_parser())]
    pub image: Option<PathBuf>,
    /// View to export: network, module:4a, layer:NAME, classifiers[:TAB], cost[:TAB], album[:TAB], tour:N[:answer]; as HTML
    /// tour[:handout], tour:worksheet, tour:answers; as .npy layer:NAME
    #[arg(long, required_unless_present = "exercises")]
    pub view: Option<View>,
    /// Write so many exercises on shapes and costs to FILE.html, and their answers to FILE.key.html
    #[arg(long, value_name = "N", conflicts_with_all = ["image", "view"], value_parser = clap::value_parser!(u16).range(1..=200))]
    pub exercises: Option<u16>,
    /// Which exercises, 1 if left out: the same seed gives the same bytes
    #[arg(long, conflicts_with_all = ["image", "view"], requires = "exercises")]
    pub seed: Option<u64>,
    /// A module of your own before the exercises: channels and side of its input, filters of 1x1, 3x3 reduce, 3x3, 5x5 reduce, 5x5,
    /// pool projection, like 256,28,128,64,192,64,96,64
    #[arg(long = "own-module", value_name = "NUMBERS", requires = "exercises", value_parser = parse_module)]
    pub own_modules: Vec<Module>,
    /// How it is to be shown.
    #[command(flatten)]
    pub options: ExportOptions,
}

/// How a view is exported.
#[derive(Clone, Debug, Args)]
pub struct ExportOptions {
    /// A second photo to compare the first with
    #[arg(long = "compare", value_name = "IMAGE", value_parser = photo_parser())]
    pub second: Option<PathBuf>,
    /// Weights to compare those in use with, on the same photo: a file, or random (the same structure before any training)
    #[arg(long, value_name = "FILE|random", conflicts_with = "second")]
    pub with: Option<PathBuf>,
    /// Folder of photos that the album shows; without it the album inside the program
    #[arg(long, value_name = "ALBUM")]
    pub folder: Option<PathBuf>,
    /// The questions of the classifiers view.
    #[command(flatten)]
    pub study: StudyArguments,
    /// Kind of modules in the picture
    #[arg(long, value_name = "KIND", default_value = "reduced", value_parser = modules_parser(&["reduced", "naive", "factorised"]))]
    pub modules: Modules,
    /// Language of the picture or the page
    #[arg(long = "lang", value_name = "CODE", value_parser = language_parser())]
    pub language: Option<Language>,
    /// Colours of the picture
    #[arg(long)]
    pub theme: Option<Theme>,
    /// The figure alone, without the bars and columns around it; of a .png or .svg
    #[arg(long)]
    pub figure: bool,
    /// Dots an inch of a .png, 48 to 600, 192 if left out; a point of the window is 1/96 inch
    #[arg(long, value_name = "N", value_parser = parse_dpi)]
    pub dpi: Option<f32>,
    /// Where to write it; the ending says the format
    #[arg(long, value_name = "FILE.png|svg|csv|json|npy|html")]
    pub out: PathBuf,
    /// Which weights.
    #[command(flatten)]
    pub weights: WeightsArguments,
    /// What is switched off.
    #[command(flatten)]
    pub off: OffArguments,
}

fn language_parser() -> impl TypedValueParser<Value = Language> {
    let codes = Language::ALL.map(Language::code);
    PossibleValuesParser::new(codes)
        .try_map(|code| Language::of_tag(&code).ok_or_else(|| format!("no language is called {code}")))
}

fn modules_parser(words: &'static [&'static str]) -> impl TypedValueParser<Value = Modules> {
    PossibleValuesParser::new(words).map(|word| match word.as_str() {
        "naive" => Modules::Naive,
        "naive-stacked" => Modules::NaiveStacked,
        "factorised" => Modules::Factorised,
        _ => Modules::Reduced,
    })
}

/// Steps count from 1; what is beyond the last is the last.
fn parse_step(text: &str) -> Result<usize, String> {
    let step = text.parse().ok().filter(|&step| step >= 1);
    step.ok_or_else(|| "expected the number of a step, from 1".to_owned())
}

/// "1440x900"; sides of 64 to 8192.
fn parse_size(text: &str) -> Result<[u32; 2], String> {
    let side = |text: &str| text.parse().ok().filter(|side| (64..=8192).contains(side));
    text.split_once('x')
        .and_then(|(width, height)| Some([side(width)?, side(height)?]))
        .ok_or_else(|| "expected a size like 1440x900, each side 64 to 8192".to_owned())
}

/// "256,28,128,64,192,64,96,64".
fn parse_module(text: &str) -> Result<Module, String> {
    let numbers: Option<Vec<usize>> = text.split(',').map(|number| number.trim().parse().ok()).collect();
    let module = numbers.and_then(|numbers| numbers.try_into().ok()).and_then(Module::of_numbers);
    module.ok_or_else(|| {
        format!(
            "expected eight numbers like 256,28,128,64,192,64,96,64, the side at most {}, the others {}",
            Module::MOST[1],
            Module::MOST[0]
        )
    })
}

fn parse_dpi(text: &str) -> Result<f32, String> {
    let dpi = text.parse().ok().filter(|dpi| (48.0..=600.0).contains(dpi));
    dpi.ok_or_else(|| "expected a number from 48 to 600".to_owned())
}

fn parse_scale(text: &str) -> Result<f32, String> {
    let scale = text.parse().ok().filter(|scale| (0.5..=4.0).contains(scale));
    scale.ok_or_else(|| "expected a number from 0.5 to 4".to_owned())
}
