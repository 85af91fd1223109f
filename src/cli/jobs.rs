//! Much at once, as many jobs as threads; what comes out is in the order of what went in.

use std::collections::BTreeMap;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::mpsc;

use anyhow::Result;
use rayon::ThreadPoolBuilder;

/// How many of so many items are worked at, at once: as many as are wanted, but at most one a thread (the default).
pub fn at_once(wanted: Option<usize>, items: usize) -> usize {
    let threads = rayon::current_num_threads();
    wanted.unwrap_or(threads).min(threads).clamp(1, items.max(1))
}

/// Does `work` on each of `items`, `jobs` of them at once but at most one a thread (the default), and gives the results to `each`
/// in the order of the items.  The threads of the machine are shared out among the jobs: one job has them all.
///
/// # Errors
/// What `each` returns ends the rest; or threads cannot be had.
pub fn in_order<T: Sync, R: Send>(
    items: &[T],
    jobs: Option<usize>,
    work: impl Fn(&T) -> R + Sync,
    mut each: impl FnMut(&T, R) -> Result<()>,
) -> Result<()> {
    let threads = rayon::current_num_threads();
    let jobs = at_once(jobs, items.len());
    if jobs == 1 {
        return items.iter().try_for_each(|item| each(item, work(item)));
    }
    let pool = || ThreadPoolBuilder::new().num_threads((threads / jobs).max(1));
    let pools = (0..jobs).map(|_| pool().build());
    let pools = pools.collect::<Result<Vec<_>, _>>()?;
    let next = AtomicUsize::new(0);
    let (sender, results) = mpsc::channel();
    std::thread::scope(|scope| {
        for pool in &pools {
            let (sender, next, work) = (sender.clone(), &next, &work);
            scope.spawn(move || {
                pool.install(|| {
                    loop {
                        let index = next.fetch_add(1, Ordering::Relaxed);
                        let Some(item) = items.get(index) else {
                            return;
                        };
                        if sender.send((index, work(item))).is_err() {
                            // Nobody listens any more: `each` has failed.
                            return;
                        }
                    }
                });
            });
        }
        drop(sender);
        // Owned here, so that a failure below closes the channel before the scope waits for the threads.
        let results = results;
        let mut waiting = BTreeMap::new();
        let mut done = 0;
        for (index, result) in results {
            waiting.insert(index, result);
            while let Some(result) = waiting.remove(&done) {
                each(&items[done], result)?;
                done += 1;
            }
        }
        Ok(())
    })
}
