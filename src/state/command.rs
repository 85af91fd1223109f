//! What a person can ask for; views send these, the app carries them out.

use std::path::PathBuf;

use super::album::AlbumCommand;
use super::camera::CameraCommand;
use super::compare::Comparison;
use super::dream::DreamCommand;
use super::fool::FoolCommand;
use super::heatmaps::HeatmapCommand;
use super::live::LiveCommand;
use super::looks_for::PictureCommand;
use super::rebuild::RebuildCommand;
use super::second_network::OtherWeights;
use super::settings::{NaiveInput, Normalisation, Sort, ThemeChoice, Unit};
use super::study::AttributedLayer;
use super::take_home::Take;
use super::teach::TeachCommand;
use super::tour::Guess;
use super::view::{Arrangement, View};
use crate::analysis::{Spread, Temperature};
use crate::imaging::edit::Change;
use crate::imaging::{Fit, Pattern, Sequential};
use crate::locale::text::Language;
use crate::spec::Modules;
use crate::visualize::Target;
use crate::weights::Said;

/// One wish.
#[derive(Clone, Debug, PartialEq)]
pub enum Command {
    /// Ask for a photo.
    ChoosePhoto,
    /// Open the picture at that place of the gallery.
    OpenGallery(usize),
    /// Draw a test pattern and open it.
    OpenPattern(Pattern),
    /// Open a file, whatever it is: a photo or weights.
    OpenPath(PathBuf),
    /// Ask for a weights file.
    ChooseWeights,
    /// Opens a photo of before.
    OpenRecentPhoto(PathBuf),
    /// Open weights that were open before.
    OpenRecentWeights(PathBuf),
    /// Look which public weights are on this computer.
    LookForWeights,
    /// Open public weights, by their place in [`super::Downloads::offers`]; they are downloaded first if need be.
    FetchWeights(usize),
    /// End the download that is under way.
    CancelDownload,
    /// Back to the weights inside the program.
    UseDefaultWeights,
    /// Say what shapes of the weights in use cannot tell, in place of what was guessed or said before.
    Say(Said),
    /// Take back all that was said about the weights in use.
    SayNothing,
    /// Show a view.
    Show(View),
    /// Open something else within the views: a tool, a pane, a tab.
    Arrange(Arrangement),
    /// Reduced or naive modules.
    SetModules(Modules),
    /// Look at an activation.
    SelectLayer(String),
    /// Look at a channel of the selected activation.
    SelectChannel(Option<usize>),
    /// Look at a cell of the selected channel: row and column.
    SelectCell(Option<(usize, usize)>),
    /// Show what a channel, a layer, a branch or a class looks for.
    LooksFor(Target),
    /// Something about pictures of what channels look for.
    Picture(PictureCommand),
    /// Something about dreams.
    Dream(DreamCommand),
    /// Something about heatmaps.
    Heatmaps(HeatmapCommand),
    /// Something about a fooled photo.
    Fool(FoolCommand),
    /// Something about rebuilt photos.
    Rebuild(RebuildCommand),
    /// Mute or unmute a channel of a layer.
    Mute {
        /// Activation.
        layer: String,
        /// Its channel.
        channel: usize,
        /// Whether it becomes silent.
        muted: bool,
    },
    /// Switch a branch of a module off or on.
    SwitchBranch {
        /// Index into [`crate::spec::MODULES`].
        module: usize,
        /// 0 to 3, in the order of the concat.
        branch: usize,
        /// Whether all its channels become silent.
        is_off: bool,
    },
    /// Unmute everything.
    ClearMuted,
    /// Say how sure the heads are at that temperature.
    SetTemperature(Temperature),
    /// Explain a class; `None`: the predicted one.
    ExplainClass(Option<usize>),
    /// Hold the explained class against another; `None`: against none.
    ExplainAgainst(Option<usize>),
    /// Take the logit apart by the channels of the last maps, or of an earlier layer.
    AttributeTo(AttributedLayer),
    /// Say what the photo really shows.
    SetTrueLabel(Option<usize>),
    /// Compute the gradients again, the fresh weights drawn with this seed.
    ComputeGradients(u64),
    /// Spread the weights of the Gaussian curve so widely.
    SpreadWeights(Spread),
    /// Stop computing gradients.
    CancelGradients,
    /// Ask for a second photo.
    ChooseSecondPhoto,
    /// Open the picture at that place of the gallery beside the first.
    OpenSecondGallery(usize),
    /// Open a photo's file beside the first.
    OpenSecondPath(PathBuf),
    /// Ask for weights to compare with.
    ChooseSecondWeights,
    /// Compare the weights in use with others, on the same photo.
    CompareWith(OtherWeights),
    /// Measure over the album how alike both networks see its photos, or stop that; what is known stays.
    MeasureDepths(bool),
    /// The first photo becomes the second; of two networks, the first network does.
    SwapPhotos,
    /// Back to one photo.
    CloseSecond,
    /// Show one of two photos, both, or their difference.
    Compare(Comparison),
    /// Open or close the panel in which the photo is edited.
    ShowEditor(bool),
    /// Change the photo; the network follows.
    Edit {
        /// What is done to it, after everything that was done before.
        change: Change,
        /// Which movement of the hand this belongs to: one of them is undone at once.
        gesture: u64,
    },
    /// Take back the last edit, or what was last switched off or on.
    Undo,
    /// Do again what was taken back.
    Redo,
    /// Back to the photo without edits.
    ResetEdits,
    /// Slide a patch of so many pixels over the photo, and see what it costs the class under study.
    ComputeOcclusion {
        /// Side of the patch, pixels of the input.
        patch_px: usize,
    },
    /// Stop there; what is known of the map stays.
    CancelOcclusion,
    /// Count multiply-accumulates or floating-point operations.
    SetUnit(Unit),
    /// Logarithmic or linear charts.
    SetLogScale(bool),
    /// What naive modules read.
    SetNaiveInput(NaiveInput),
    /// Write what is on screen as a scene file, or add it to one; what is told beside it may be empty.
    SaveScene {
        /// The text of the step.
        text: String,
        /// Whether it becomes one more step of a file that is there.
        is_added: bool,
    },
    /// Copy the view as a picture.
    CopyPicture,
    /// Copy what is on screen as a link.
    CopyLink,
    /// What stands before `#` in a copied link.
    SetLinkBase(String),
    /// Begin the lesson at a card, from 0; `None`: where it was left.
    StartTour(Option<usize>),
    /// End the lesson.
    LeaveTour,
    /// The next step of a card, then the next card.
    TourNext,
    /// The step before.
    TourBack,
    /// Keep what the class guesses at the card.
    Guess(Guess),
    /// Back to what the card shows.
    TourReturn,
    /// Hide the card or show it.
    TourHide(bool),
    /// Show the card's title only, or all of it.
    TourCollapse(bool),
    /// Show the teacher's footnote or not.
    TourNote(bool),
    /// Show the window to a class: full screen, large, one panel at a time; or to one person again.
    Present(bool),
    /// Show that panel of the view to the class, from 0.
    ShowPanel(usize),
    /// Make the screen black or bring the picture back.
    SetBlack(bool),
    /// Darken everything but what is around the pointer, or nothing.
    SetSpotlight(bool),
    /// Keep the picture as it is, or let it go on.
    Freeze(bool),
    /// Open or close the presenter's own window.
    ShowPresenter(bool),
    /// Something is asked of a moving source.
    Live(LiveCommand),
    /// Something is asked of the camera.
    Camera(CameraCommand),
    /// Everything larger or smaller by so many steps; 0: as at first.
    Zoom(i32),
    /// Open or close the sheet of all keys.
    ShowKeys(bool),
    /// The selection before.
    Back,
    /// The selection after.
    Forward,
    /// Language of the interface.
    SetLanguage(Language),
    /// Dark or light.
    SetTheme(ThemeChoice),
    /// Colours of activations.
    SetColormap(Sequential),
    /// How a photo becomes square; `None`: as for the weights in use.
    SetFit(Option<Fit>),
    /// Order of the channels.
    SetSort(Sort),
    /// Scale of the colours.
    SetNormalisation(Normalisation),
    /// Leave silent channels out or show them.
    SetHideSilent(bool),
    /// One scale for the means of all maps of a view, or to each its own.
    ShareMeans(bool),
    /// Size of everything, 1 to 2.
    SetTextScale(f32),
    /// Whether nothing moves.
    SetReduceMotion(bool),
    /// Send a message away.
    Dismiss(u64),
    /// Copy what is behind a message.
    CopyDetails(u64),
    /// Make a file of what is on screen, or of the lesson.
    TakeHome(Take),
    /// Stop that.
    CancelTakeHome,
    /// Something about the album.
    Album(AlbumCommand),
    /// Something about classes of one's own.
    Teach(TeachCommand),
    /// Stop the run that is under way.
    Cancel,
}
