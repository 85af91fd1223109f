//! What of classes of one's own is on screen.

use crate::state::state::State;
use crate::teach::Said;

impl State {
    /// What the taught head says of the photo on screen.
    pub fn taught_answer(&self) -> Option<&Said> {
        let (_, said) = self.teach.said.as_ref()?;
        let report = self.unmuted().or_else(|| self.report())?;
        (said.report == report.id).then_some(&**said)
    }
}
