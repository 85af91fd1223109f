//! Two ends of a line, in one process: nothing but bytes goes from one to the other.

use std::sync::Arc;
use std::sync::mpsc::{Receiver, Sender, TryRecvError, channel};
use std::thread;

use inception_lens::app::with_desks;
use inception_lens::engine::{Answers, Engine, EngineLost, Executor, Served};

/// An engine that is served by another one, on threads of their own.
pub fn far(executor: Executor) -> Engine {
    far_waking(executor, Arc::new(|| {}))
}

pub fn far_waking(executor: Executor, wake: Arc<dyn Fn() + Send + Sync>) -> Engine {
    let (engine, answers, orders, _) = ends(wake);
    let (told, telling) = channel();
    thread::spawn(move || serve(executor, orders, told));
    thread::spawn(move || deliver(&telling, &answers));
    engine
}

/// An engine whose line is cut once so many messages of desks have arrived.
pub fn far_cut_after(messages: usize, wake: Arc<dyn Fn() + Send + Sync>) -> Engine {
    let (engine, answers, orders, _) = ends(wake);
    let (told, telling) = channel();
    thread::spawn(move || serve(Executor::Inline, orders, told));
    thread::spawn(move || {
        let mut left = messages;
        for message in telling {
            answers.take(&message);
            // The second of the messages to a window is that of a desk.
            left -= usize::from(message.first() == Some(&1));
            if left == 0 {
                break;
            }
        }
        answers.lost("its line is cut");
    });
    engine
}

/// An engine whose messages are measured: calls `measure` with the length of each in bytes.
pub fn far_measured(measure: impl Fn(usize) + Send + 'static) -> Engine {
    let (engine, answers, orders, _) = ends(Arc::new(|| {}));
    let (told, telling) = channel();
    thread::spawn(move || serve(Executor::Inline, orders, told));
    thread::spawn(move || {
        for message in telling {
            measure(message.len());
            answers.take(&message);
        }
    });
    engine
}

/// The window's end alone: the engine, where its answers are handed in, what it sends, and whoever could send in its place.
pub fn ends(wake: Arc<dyn Fn() + Send + Sync>) -> (Engine, Answers, Receiver<Vec<u8>>, ()) {
    let (order, orders) = channel();
    let send = move |message| order.send(message).map_err(|_| EngineLost { cause: "nobody is there".to_owned() });
    let (engine, answers) = Engine::far(Box::new(send), wake);
    (engine, answers, orders, ())
}

/// Serves until the window is gone.
pub fn serve(executor: Executor, orders: Receiver<Vec<u8>>, told: Sender<Vec<u8>>) {
    // Who is gone hears nothing.
    let served = with_desks(Served::new(executor, Box::new(move |message| drop(told.send(message)))));
    let mut has_more = false;
    loop {
        // Between two chunks all messages are taken; where nothing is to be done one is waited for.
        match if has_more { orders.try_recv() } else { orders.recv().map_err(|_| TryRecvError::Disconnected) } {
            Ok(message) => {
                served.take(&message);
                has_more = executor == Executor::Inline;
            }
            Err(TryRecvError::Empty) => has_more = served.step(),
            Err(TryRecvError::Disconnected) => return,
        }
    }
}

/// Hands in what arrives until nothing can any more.
fn deliver(telling: &Receiver<Vec<u8>>, answers: &Answers) {
    for message in telling {
        answers.take(&message);
    }
    answers.lost("its line is cut");
}
