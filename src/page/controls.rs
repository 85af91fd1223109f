//! What is on screen as a screen reader would be told it: for whoever drives the page, which to everybody else is one canvas.

use std::cell::RefCell;

use egui::accesskit::{Action, Node, Toggled};
use egui::{Context, FullOutput, Plugin};
use serde::Serialize;
use wasm_bindgen::prelude::wasm_bindgen;

use crate::platform;

thread_local! {
    /// The window's context, once there is a window.
    static CONTEXT: RefCell<Option<Context>> = const { RefCell::new(None) };
}

/// A part of the window that has a name, or can be used.
#[derive(Clone, Debug, Serialize)]
struct Control {
    /// What it is: `Button`, `Label`, `Slider`, …
    role: String,
    /// What it is called; of a label what it says.
    name: String,
    /// What is typed or chosen in it.
    value: Option<String>,
    /// What is said beside its name, for example why it rests.
    description: Option<String>,
    /// Whether it answers to a click.
    is_clickable: bool,
    /// Whether it rests.
    is_resting: bool,
    /// Whether it is on, where it can be.
    is_on: Option<bool>,
    /// Left, top, width and height in the page, pixels of a style sheet.
    place: [f64; 4],
}

/// Takes the tree of a frame in which it is wanted.
#[derive(Default)]
struct Watch {
    found: Option<Vec<Control>>,
}

impl Plugin for Watch {
    fn debug_name(&self) -> &'static str {
        "controls"
    }

    fn output_hook(&mut self, ctx: &Context, output: &mut FullOutput) {
        if let Some(tree) = output.platform_output.accesskit_update.take() {
            let zoom = f64::from(ctx.zoom_factor());
            self.found = Some(tree.nodes.iter().filter_map(|(_, node)| control(node, zoom)).collect());
        }
    }
}

/// `None` where there is nothing to say or to do.
fn control(node: &Node, zoom: f64) -> Option<Control> {
    let place = node.bounds()?;
    let value = node.value().map(ToOwned::to_owned).or_else(|| node.numeric_value().map(|value| value.to_string()));
    let (name, value) = match node.label() {
        Some(label) => (label.to_owned(), value),
        None => (value?, None),
    };
    Some(Control {
        role: format!("{:?}", node.role()),
        name,
        value,
        description: node.description().map(ToOwned::to_owned),
        is_clickable: node.supports_action(Action::Click),
        is_resting: node.is_disabled(),
        is_on: node.toggled().map(|toggled| toggled == Toggled::True),
        place: [place.x0, place.y0, place.x1 - place.x0, place.y1 - place.y0].map(|points| points * zoom),
    })
}

/// From now on the window can be asked for what is on it.
pub fn begin(ctx: &Context) {
    ctx.add_plugin(Watch::default());
    CONTEXT.set(Some(ctx.clone()));
}

/// Asks for what is on screen: [`controls`] has it after the next frame.
#[wasm_bindgen]
pub fn ask_for_controls() {
    CONTEXT.with_borrow(|ctx| {
        if let Some(ctx) = ctx {
            ctx.with_plugin(|watch: &mut Watch| watch.found = None);
            ctx.enable_accesskit();
        }
    });
    platform::wake();
}

/// What is on screen, as JSON, once; nothing before the frame that was asked for.
#[wasm_bindgen]
pub fn controls() -> Option<String> {
    CONTEXT.with_borrow(|ctx| {
        let ctx = ctx.as_ref()?;
        let found = ctx.with_plugin(|watch: &mut Watch| watch.found.take())??;
        ctx.disable_accesskit();
        serde_json::to_string(&found).ok()
    })
}
