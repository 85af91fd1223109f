//! `fool`: the smallest change of a photo that changes the answer.

use anyhow::{Result, bail};
use serde::Serialize;

use super::fool_arguments::FoolArguments;
use super::table::{Align, align};
use super::visualize::{check_out, progress_bar, write};
use super::{Outcome, load, output};
use crate::analysis::evidence::find_class;
use crate::engine::LoadedNetwork;
use crate::export::answers::{ClassEntry, Heads};
use crate::export::provenance;
use crate::spec::Head;
use crate::visualize::fool::{FoolRecipe, Fooling, Goal, put_back};

/// Classes of each classifier that are listed.
const LISTED: usize = 5;

/// The word for anything but the answer.
const ANY: &str = "any";

/// What JSON has.
#[derive(Serialize)]
struct Fooled {
    /// What was allowed, grey levels.
    epsilon: u8,
    /// What the photo is taken for.
    before: Heads,
    /// What the picture in the file is taken for.
    after: Heads,
    /// The largest change in the file, grey levels.
    largest_change: u8,
    /// What was switched off.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    off: Vec<String>,
}

/// Changes the photo, writes it, and says what all classifiers make of both.
///
/// # Errors
/// Weights, photo or class are bad, the photo is taken for that class already, or the file cannot be written.
pub fn run(arguments: &FoolArguments) -> Result<Outcome> {
    check_out(&arguments.out, Some(&arguments.image))?;
    let network = load::network(&arguments.weights)?;
    let off = load::off(&arguments.off, &network)?;
    let goal = goal(&arguments.to, &network)?;
    let photo = load::photo(&arguments.image).map_err(|error| load::about(&arguments.image, error))?;
    let whole = network.at_own_size(&photo);
    let prepared = network.prepare_own(&whole);
    let (before, _) = network.scores(&prepared, off.run())?;
    let main = before.iter().find(|scores| scores.head == Head::Main);
    let answer = main.map(|scores| scores.top(1, &network.labels)).unwrap_or_default();
    if let (Goal::Class(class), Some(answer)) = (goal, answer.first())
        && class == answer.index
    {
        bail!("This photo is taken for {} already; choose another class, or any.", output::plain(&answer.label));
    }
    let recipe = FoolRecipe { goal, epsilon: arguments.epsilon as u8, steps: arguments.steps, start: None };
    let mut fooling = Fooling::begin(network.subject(), off.muted.clone(), &prepared.pixels, recipe);
    let bar = progress_bar(recipe.steps);
    while !fooling.is_finished() {
        let step = fooling.step(&|| false);
        bar.inc(1);
        if step.is_err() {
            bar.finish_and_clear();
        }
        step?;
    }
    bar.finish_and_clear();

    let corner = [prepared.window.x, prepared.window.y].map(|side| side as i64);
    let picture = put_back(&whole, &fooling.seen(), corner);
    let mut facts = provenance::of(&network);
    facts.push(("source", load::file_name(&arguments.image)));
    facts.push(("to", arguments.to.clone()));
    facts.extend(fooling.provenance().into_iter().filter(|(key, _)| *key != "weights_sha256"));
    facts.extend(provenance::off(&off.names));
    write(&arguments.out, &picture, &facts)?;

    let (after, _) = network.scores(&network.prepare_own(&picture), off.run())?;
    let fooled = Fooled {
        epsilon: recipe.epsilon,
        before: Heads::new(&before, &network.labels, LISTED),
        after: Heads::new(&after, &network.labels, LISTED),
        largest_change: fooling.largest_change(),
        off: off.names,
    };
    match arguments.json {
        true => output::print_json(&fooled)?,
        false => output::print(&table(&fooled, &arguments.out.to_string_lossy()))?,
    }
    Ok(Outcome::Done)
}

fn goal(to: &str, network: &LoadedNetwork) -> Result<Goal> {
    match to.eq_ignore_ascii_case(ANY) {
        true => Ok(Goal::AnyOther),
        false => Ok(Goal::Class(find_class(to, &network.labels)?)),
    }
}

/// Before and after, a classifier a line.
fn table(fooled: &Fooled, out: &str) -> String {
    let mut rows = vec![["head", "before", "", "after", ""].map(str::to_owned)];
    for ((head, before), (_, after)) in fooled.before.all().zip(fooled.after.all()) {
        let cell = |classes: &[ClassEntry]| match classes.first() {
            Some(class) => [output::plain(&class.label), format!("{:.1} %", class.probability * 100.0)],
            None => [String::new(), String::new()],
        };
        let ([before, was], [after, is]) = (cell(before), cell(after));
        rows.push([head.to_owned(), before, was, after, is]);
    }
    let columns = [Align::Left, Align::Left, Align::Right, Align::Left, Align::Right];
    let said = format!(
        "{}: no colour of a pixel changed by more than {} of 255 grey levels\n",
        output::plain(out),
        fooled.largest_change
    );
    said + &align(&columns, &rows)
}
