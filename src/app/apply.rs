//! Commands change the state; nothing a person does changes it in another way.

use std::sync::Arc;

use super::app::App;
use crate::engine::{Origin, PhotoSource};
use crate::imaging::Pattern;
use crate::locale::text::Language;
use crate::platform::recorder;
use crate::spec::Modules;
use crate::state::{Command, MessageKind, MessageText};

impl App {
    /// Carries out a wish.
    pub fn apply(&mut self, command: Command, now_seconds: f64) {
        recorder::remember(&command);
        // A lesson of one's own has the wishes of the lesson.
        if !self.turn_played(&command) {
            self.carry_out(command, now_seconds);
        }
    }

    fn carry_out(&mut self, command: Command, now_seconds: f64) {
        let state = &mut self.state;
        match command {
            Command::ChoosePhoto => self.chooser.photo(self.picked.0.clone()),
            Command::ChooseWeights => self.chooser.weights(self.picked.0.clone()),
            Command::OpenGallery(index) => self.open_gallery(index),
            Command::OpenPattern(pattern) => self.open_pattern(pattern),
            Command::OpenPath(path) => self.open_path(path),
            Command::OpenRecentPhoto(path) => self.open_recent_photo(path, now_seconds),
            Command::OpenRecentWeights(path) => self.open_recent(path, now_seconds),
            Command::UseDefaultWeights => self.use_default_weights(),
            Command::LookForWeights => self.look_for_public_weights(),
            Command::FetchWeights(offer) => self.fetch_weights(offer, now_seconds),
            Command::CancelDownload => self.cancel_download(),
            Command::Say(said) => self.say_about_weights(said),
            Command::SayNothing => self.say_nothing_about_weights(),
            Command::Show(view) => self.show(view),
            Command::Arrange(arrangement) => self.arrange(arrangement),
            Command::SetModules(modules) => self.set_modules(modules, now_seconds),
            Command::SelectLayer(layer) => self.select_layer(layer),
            Command::SelectChannel(channel) => (state.selection.channel, state.selection.cell) = (channel, None),
            Command::SelectCell(cell) => state.selection.cell = cell,
            Command::LooksFor(target) => self.look_for(target),
            Command::Picture(command) => self.apply_to_picture(command),
            Command::Dream(command) => self.apply_to_dream(command),
            Command::Heatmaps(command) => self.apply_to_heatmaps(command),
            Command::Fool(command) => self.apply_to_fool(command),
            Command::Rebuild(command) => self.apply_to_rebuild(command),
            Command::Mute { layer, channel, muted } => self.mute(layer, channel, muted),
            Command::SwitchBranch { module, branch, is_off } => self.switch_branch(module, branch, is_off),
            Command::ClearMuted => self.clear_muted(),
            Command::ExplainClass(class) => state.study.class = class,
            Command::SetTemperature(temperature) => state.study.temperature = temperature,
            Command::ExplainAgainst(class) => state.study.minus = class,
            Command::AttributeTo(layer) => state.study.attributed = layer,
            Command::SetTrueLabel(class) => state.study.true_label = class,
            Command::ComputeGradients(seed) => self.compute_gradients(seed),
            Command::SpreadWeights(spread) => state.found.gradients.spread = spread,
            Command::CancelGradients => self.cancel_gradients(),
            Command::ChooseSecondPhoto => self.chooser.second_photo(self.picked.0.clone()),
            Command::OpenSecondGallery(index) => self.open_second_gallery(index),
            Command::OpenSecondPath(path) => self.open_second_path(path),
            Command::ChooseSecondWeights => self.chooser.second_weights(self.picked.0.clone()),
            Command::CompareWith(weights) => self.compare_with(weights),
            Command::MeasureDepths(on) => self.measure_depths(on),
            Command::SwapPhotos => self.swap_photos(),
            Command::CloseSecond => self.close_second(),
            Command::Compare(comparison) => self.compare(comparison),
            Command::ShowEditor(open) => self.show_editor(open),
            Command::Edit { change, gesture } => self.edit(change, gesture),
            Command::Undo => self.undo(),
            Command::Redo => self.redo(),
            Command::ResetEdits => self.reset_edits(),
            Command::ComputeOcclusion { patch_px } => self.compute_occlusion(patch_px),
            Command::CancelOcclusion => self.cancel_occlusion(),
            Command::SetUnit(unit) => state.settings.unit = unit,
            Command::SetLogScale(log) => state.settings.log_scale = log,
            Command::SetNaiveInput(input) => state.settings.naive_input = input,
            Command::CopyLink => self.copy_link(now_seconds),
            Command::CopyPicture => self.exports.copies = true,
            Command::SaveScene { text, is_added } => self.save_scene(&text, is_added),
            Command::SetLinkBase(base) => state.settings.link_base = base,
            Command::StartTour(card) => self.start_tour(card),
            Command::LeaveTour => self.leave_tour(),
            Command::TourNext => self.tour_next(),
            Command::TourBack => self.tour_back(),
            Command::Guess(guess) => self.guess(guess),
            Command::TourReturn => self.return_to_stage(),
            Command::TourHide(hide) => self.change_tour(|tour| tour.is_hidden = hide),
            Command::TourCollapse(collapse) => self.change_tour(|tour| tour.is_collapsed = collapse),
            Command::TourNote(show) => self.change_tour(|tour| tour.shows_note = show),
            Command::Present(on) => self.present(on, now_seconds),
            Command::ShowPanel(panel) => state.projector.panel = panel,
            Command::SetBlack(black) => state.projector.is_black = black,
            Command::SetSpotlight(on) => state.projector.has_spotlight = on,
            Command::Freeze(freeze) => state.projector.is_frozen = freeze,
            Command::ShowPresenter(show) => state.projector.has_presenter = show,
            Command::Live(command) => self.apply_live(command, now_seconds),
            Command::Camera(command) => self.apply_camera(command, now_seconds),
            Command::Zoom(steps) => self.zoom(steps),
            Command::ShowKeys(show) => state.shows_keys = show,
            Command::Back => self.go_back(),
            Command::Forward => self.go_forward(),
            Command::SetLanguage(language) => self.set_language(language),
            Command::SetTheme(theme) => state.settings.theme = theme,
            Command::SetColormap(colormap) => state.settings.colormap = colormap,
            Command::SetFit(fit) => state.settings.fit = fit,
            Command::SetSort(sort) => state.settings.sort = sort,
            Command::SetNormalisation(normalisation) => state.settings.normalisation = normalisation,
            Command::ShareMeans(share) => state.settings.shared_means = share,
            Command::SetHideSilent(hide) => state.settings.hide_silent = hide,
            Command::SetTextScale(scale) => state.settings.text_scale = scale.clamp(1.0, 2.0),
            Command::SetReduceMotion(reduce) => state.settings.reduce_motion = reduce,
            Command::Dismiss(id) => state.messages.retain(|message| message.id != id),
            Command::CopyDetails(id) => self.copy_details(id, now_seconds),
            Command::TakeHome(take) => self.exports.takes = Some(take),
            Command::CancelTakeHome => self.cancel_take_home(),
            Command::Album(command) => self.apply_album(command),
            Command::Teach(command) => self.apply_teach(command, now_seconds),
            Command::Cancel => self.cancel(),
        }
    }

    /// Whoever begins to edit wants the picture to stay.
    fn show_editor(&mut self, open: bool) {
        self.state.editing.is_open = open;
        if open {
            self.hold_live();
        }
    }

    fn open_pattern(&mut self, pattern: Pattern) {
        let origin = Origin::Pixels(Arc::new(pattern.draw()));
        self.open(PhotoSource::Ready { name: pattern.name().to_string(), origin });
    }

    /// Everything that is said is said again in that language.
    fn set_language(&mut self, language: Language) {
        self.state.settings.language = language;
        self.apply_language();
        self.say_again();
    }

    /// What is behind a message goes to the clipboard.
    fn copy_details(&mut self, id: u64, now_seconds: f64) {
        let message = self.state.messages.iter().find(|message| message.id == id);
        self.window.copied = message.map(|message| message.details.clone());
        self.say(MessageKind::Note, MessageText::plain("details-copied"), now_seconds);
    }

    /// Where there is nothing naive to be seen, whoever presses the key is told why.
    fn set_modules(&mut self, modules: Modules, now_seconds: f64) {
        match self.state.view.why_not(modules) {
            None => self.state.modules = modules,
            Some(reason) => self.say(MessageKind::Note, MessageText::plain(reason), now_seconds),
        }
    }
}
