//! What a person asks of a fooled photo is done.

use crate::app::app::App;
use crate::engine::{Origin, PhotoSource};
use crate::imaging::edit::Edits;
use crate::state::{ClassifiersTab, FoolCommand, View};
use crate::visualize::fool::put_back;

impl App {
    pub(in crate::app) fn apply_to_fool(&mut self, command: FoolCommand) {
        let wishes = &mut self.state.fool.wishes;
        match command {
            FoolCommand::Change(changed) => *wishes = changed,
            FoolCommand::AnotherStart => wishes.start = Some(wishes.start.map_or(1, |seed| seed.wrapping_add(1))),
            FoolCommand::Open(name) => self.open_fooled(name),
        }
    }

    /// The changed photo becomes the photo, at the network's own size: nothing of it is resized again.
    fn open_fooled(&mut self, name: String) {
        let (Some(fooled), Some(view)) = (self.state.fooled(), self.state.fooled_photo()) else { return };
        let (network, photo) = (&view.run().network, &view.photo);
        let is_own = photo.edits == Edits::default() && photo.fit == network.own_fit();
        let picture = match is_own {
            true => {
                let whole = network.at_own_size(&photo.display);
                let window = network.prepare_own(&whole).window;
                put_back(&whole, &fooled.seen, [window.x, window.y].map(|side| side as i64))
            }
            false => network.framed(&fooled.seen),
        };
        self.open(PhotoSource::Ready { name, origin: Origin::Pixels(picture.into()) });
        self.show(View::Classifiers(ClassifiersTab::EVIDENCE));
    }
}
