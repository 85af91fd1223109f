//! The program's own album where its results are kept nowhere: whoever opens it in a thread shares what has run.

use std::cell::RefCell;
use std::sync::{Arc, Weak};

use crate::album::{AlbumError, Index, Place};
use crate::engine::LoadedNetwork;

thread_local! {
    /// The one that was opened last, as long as somebody holds it.
    static OPENED: RefCell<Weak<Index>> = const { RefCell::new(Weak::new()) };
}

/// The photos inside the program under a network, in memory alone.  In a page the lesson on paper is made in the thread that runs
/// the album of the window, and need not run it anew.
///
/// # Errors
/// As [`Index::open`].
pub(in crate::app) fn built_in(
    network: &Arc<LoadedNetwork>,
    stop: &dyn Fn() -> bool,
) -> Result<Arc<Index>, AlbumError> {
    let opened = OPENED.with_borrow(Weak::upgrade);
    if let Some(opened) = opened.filter(|opened| Arc::ptr_eq(opened.network(), network)) {
        return Ok(opened);
    }
    let index = Arc::new(Index::open(Place::BuiltIn, Arc::clone(network), None, stop)?);
    OPENED.set(Arc::downgrade(&index));
    Ok(index)
}
