//! `heatmaps`: which parts of a photo speak for a class, by one method or by eight, and which of them can be trusted.

use std::io::IsTerminal as _;
use std::path::Path;

use anyhow::{Result, anyhow, bail};
use indicatif::ProgressBar;
use serde_json::json;

use super::heatmaps_arguments::HeatmapsArguments;
use super::table::{Align, align};
use super::{Outcome, evidence_picture, export, heatmaps_picture, load, output};
use crate::analysis::evidence::find_class;
use crate::analysis::heatmaps::random::{CascadeStep, network_seed};
use crate::analysis::heatmaps::{
    self, Curve, Heatmap, Method, Noise, Question, Row, Settings, Study, Subject, Verdict, cascade, heatmap,
};
use crate::app::files::provenance_path;
use crate::engine::LoadedNetwork;
use crate::export::heatmaps::heatmaps_json;
use crate::export::{Exported, Table, npy, png, provenance};
use crate::imaging::Prepared;
use crate::platform::files::FileError;
use crate::platform::files::{check_folder, is_same_file};

/// What the file is.
#[derive(Clone, Copy)]
enum Format {
    /// A picture, or a table.
    Table(export::Format),
    /// Numbers for NumPy.
    Npy,
}

/// All that is known before anything is computed.
struct Task<'a> {
    arguments: &'a HeatmapsArguments,
    network: &'a LoadedNetwork,
    prepared: Prepared,
    subject: Subject,
    question: Question,
    settings: Settings,
    facts: Vec<(&'static str, String)>,
}

/// Makes one map or the table of all, and writes it.
///
/// # Errors
/// Weights, photo, class or module are bad, or the file cannot be written.
pub fn run(arguments: &HeatmapsArguments) -> Result<Outcome> {
    let format = format_of(&arguments.out)?;
    let weights = &arguments.weights;
    let read = [Some(&arguments.image), weights.weights.as_ref(), weights.said.labels.as_ref()];
    for out in [&arguments.out, &provenance_path(&arguments.out)] {
        if read.into_iter().flatten().any(|read| is_same_file(read, out)) {
            return Err(load::about(out, FileError::Opened));
        }
    }
    check_folder(&arguments.out).map_err(|error| load::about(&arguments.out, error))?;
    let network = load::network(weights)?;
    let task = Task::new(arguments, &network)?;
    let (exported, words) = match arguments.method {
        Some(method) => task.one(method, format)?,
        None => task.all(format)?,
    };
    output::write(&arguments.out, &exported)?;
    output::print(&words)?;
    Ok(Outcome::Done)
}

fn format_of(out: &Path) -> Result<Format> {
    let ending = out.extension().and_then(|ending| ending.to_str());
    match ending.map(str::to_ascii_lowercase).as_deref() {
        Some("npy") => Ok(Format::Npy),
        _ => export::Format::of(out, ".png, .csv, .json or .npy").map(Format::Table),
    }
}

impl<'a> Task<'a> {
    fn new(arguments: &'a HeatmapsArguments, network: &'a LoadedNetwork) -> Result<Self> {
        let find =
            |asked: &Option<String>| asked.as_deref().map(|asked| find_class(asked, &network.labels)).transpose();
        let (asked, minus) = (find(&arguments.class)?, find(&arguments.minus)?);
        let head = arguments.head;
        let photo = load::photo(&arguments.image).map_err(|error| load::about(&arguments.image, error))?;
        let prepared = network.prepare_own(&photo);
        let off = load::off(&arguments.off, network)?;
        let (scores, _) = network.scores(&prepared, off.run())?;
        let Some(scores) = scores.into_iter().find(|scores| scores.head == head) else {
            bail!("These weights have no head {}; leave --head out, or choose other weights.", head.key());
        };
        let class = asked.unwrap_or_else(|| scores.best());
        if minus == Some(class) {
            bail!("A class minus itself is nothing; name another class after --minus.");
        }
        let question = Question { head, class, minus };
        let settings = Settings {
            at: arguments.at.clone(),
            baseline: arguments.baseline,
            noise: Noise::Seeded(arguments.seed),
            low_pass: arguments.low_pass,
            ..Settings::default()
        };
        let module = settings.module(head).to_owned();
        if !network.model.needs(&question.objective())?.contains(&module) {
            bail!("The head {} does not depend on {module}; choose an earlier module after --at.", head.key());
        }
        let label = |class: usize| network.labels[class].clone();
        let mut facts = provenance::of(network);
        facts.extend(provenance::off(&off.names));
        facts.push(("image", load::file_name(&arguments.image)));
        facts.push(("class", label(class)));
        facts.extend(minus.map(|minus| ("minus", label(minus))));
        facts.push(("head", head.key().to_owned()));
        facts.push(("logit", scores.logits[class].to_string()));
        facts.push(("grad_cam_at", module));
        facts.push(("baseline", arguments.baseline.key().to_owned()));
        facts.extend(arguments.low_pass.map(|cycles| ("low_pass_cycles", cycles.to_string())));
        facts.push(("seed", arguments.seed.to_string()));
        let subject = network.explained(&prepared, off.muted());
        Ok(Self { arguments, network, prepared, subject, question, settings, facts })
    }

    fn class(&self) -> &str {
        &self.network.labels[self.question.class]
    }

    /// "cat", "cat and not dog".
    fn title(&self) -> String {
        match self.question.minus {
            None => output::plain(self.class()),
            Some(minus) => output::plain(&format!("{} and not {}", self.class(), self.network.labels[minus])),
        }
    }

    /// The map of one method: the file, and what is said about it.
    fn one(mut self, method: Method, format: Format) -> Result<(Exported, String)> {
        let bar = bar();
        let mut on_sample = |done: usize, total: usize| show(&bar, done, total);
        let made = heatmap(&self.subject, self.question, method, &self.settings, &|| false, &mut on_sample)?;
        let steps = match self.arguments.cascade {
            true => self.cascade(&made, &mut on_sample)?,
            false => Vec::new(),
        };
        bar.finish_and_clear();
        let Heatmap { map, passes, duration_ms, .. } = &made;
        self.facts.push(("method", method.key().to_owned()));
        let exported = match format {
            Format::Npy => npy::encode(&[map.height, map.width], &map.values).into(),
            Format::Table(export::Format::Csv) => Table::of_map(map).csv(&self.facts)?.into(),
            Format::Table(export::Format::Json) => {
                let facts: serde_json::Map<_, _> =
                    self.facts.iter().map(|(key, value)| ((*key).to_owned(), json!(value))).collect();
                let rows: Vec<&[f32]> = map.values.chunks(map.width).collect();
                let mut entry = json!({
                    "class": self.class(), "method": method.key(), "shape": [map.height, map.width], "map": rows,
                    "passes": passes, "ms": duration_ms, "provenance": facts,
                });
                if self.arguments.cascade {
                    let step = |step: &CascadeStep| json!({ "part": step.part, "agreement": step.agreement });
                    entry["cascade"] = steps.iter().map(step).collect();
                }
                serde_json::to_vec(&entry)?.into()
            }
            Format::Table(export::Format::Png) => {
                let picture = evidence_picture::draw_map(&self.prepared.pixels, map, method.is_signed());
                png::encode(&picture, &self.facts)
                    .map_err(|error| anyhow!("The picture could not be made ({error})."))?
                    .into()
            }
        };
        let strongest = map.strongest().map_or("nowhere".to_owned(), |[x, y]| format!("at pixel {x},{y}"));
        let in_box = self.arguments.region.and_then(|region| map.share_in(region));
        let in_box = in_box.map_or(String::new(), |share| format!(", {:.1} % in the box", 100.0 * share));
        let words = format!(
            "{}: {}, {} x {}, strongest {strongest}{in_box}; {passes} passes, {duration_ms:.0} ms\n",
            self.title(),
            method.key(),
            map.height,
            map.width,
        );
        Ok((exported, words + &cascade_words(&steps)))
    }

    /// The same map while the network becomes random from the logits downward.
    fn cascade(&self, made: &Heatmap, on_step: &mut dyn FnMut(usize, usize)) -> Result<Vec<CascadeStep>> {
        let seed = network_seed(self.arguments.seed, 0);
        let trained = (made.method, &made.map);
        Ok(cascade(&self.subject, self.question, trained, &self.settings, seed, &|| false, on_step)?)
    }

    /// The table of all methods: the file, and the same for people.
    fn all(mut self, format: Format) -> Result<(Exported, String)> {
        let bar = bar();
        let study = Study::new(self.subject.clone(), self.question, self.settings.clone(), self.arguments.seed)?;
        let mut on_sample = |progress: heatmaps::Progress| show(&bar, progress.done, progress.total);
        let table = study.finish(self.arguments.region, &|| false, &mut on_sample)?;
        bar.finish_and_clear();
        if let Some(chance) = &table.chance {
            self.facts.push(("chance_area", chance.area.mean.to_string()));
            self.facts.push(("chance_area_spread", chance.area.deviation.to_string()));
        }
        for row in &table.rows {
            if let Some(failed) = &row.failed {
                output::error(&format!("{}: {failed}", row.method.key()));
            }
        }
        let exported = match format {
            Format::Npy => numbers(&table).into(),
            Format::Table(export::Format::Csv) => Table::of_heatmaps(&table).csv(&self.facts)?.into(),
            Format::Table(export::Format::Json) => {
                serde_json::to_vec(&heatmaps_json(self.class(), &table, &self.facts))?.into()
            }
            Format::Table(export::Format::Png) => {
                let picture = heatmaps_picture::draw(&self.title(), &self.prepared.pixels, &table);
                png::encode(&picture, &self.facts)
                    .map_err(|error| anyhow!("The picture could not be made ({error})."))?
                    .into()
            }
        };
        Ok((exported, summary(&self.title(), &table)))
    }
}

/// How far a map still agrees with the trained network's.
fn cascade_words(steps: &[CascadeStep]) -> String {
    let agreement = |agreement: Option<f64>| agreement.map_or("-".to_owned(), |agreement| format!("{agreement:.2}"));
    let rows: Vec<[String; 2]> = steps.iter().map(|step| [step.part.clone(), agreement(step.agreement)]).collect();
    match rows.is_empty() {
        true => String::new(),
        false => {
            "  random from the logits down to, agreement\n".to_owned() + &align(&[Align::Left, Align::Right], &rows)
        }
    }
}

fn bar() -> ProgressBar {
    match std::io::stderr().is_terminal() {
        true => ProgressBar::new(0),
        false => ProgressBar::hidden(),
    }
}

fn show(bar: &ProgressBar, done: usize, total: usize) {
    bar.set_length(total as u64);
    bar.set_position(done as u64);
}

/// The numbers of the table for NumPy, `[8, 9]`: agreement, its spread, strongest x and y, share in the box, deletion, insertion,
/// passes, milliseconds; not a number where there is none.
fn numbers(table: &heatmaps::Table) -> Vec<u8> {
    let value = |value: Option<f64>| value.map_or(f32::NAN, |value| value as f32);
    let row = |row: &Row| {
        let made = row.map.as_ref();
        [
            row.agreement.map(|agreement| agreement.mean),
            row.agreement.map(|agreement| agreement.deviation),
            row.strongest.map(|[x, _]| x as f64),
            row.strongest.map(|[_, y]| y as f64),
            row.in_box,
            row.deletion.as_ref().map(Curve::area),
            row.insertion.as_ref().map(Curve::area),
            made.map(|made| made.passes as f64),
            made.map(|made| made.duration_ms),
        ]
        .map(value)
    };
    let values: Vec<[f32; 9]> = table.rows.iter().map(row).collect();
    npy::encode(&[values.len(), 9], values.as_flattened())
}

/// The table for people.
fn summary(title: &str, table: &heatmaps::Table) -> String {
    let head = ["method", "agreement", "strongest", "in box", "deletion", "insertion", "passes", "ms", "verdict"];
    let number = |value: Option<f64>| value.map_or("-".to_owned(), |value| format!("{value:.2}"));
    let row = |row: &Row| {
        let made = row.map.as_ref();
        let agreement = row.agreement.map(|agreement| format!("{:.2} ± {:.2}", agreement.mean, agreement.deviation));
        [
            row.method.key().to_owned(),
            agreement.unwrap_or("-".to_owned()),
            row.strongest.map_or("-".to_owned(), |[x, y]| format!("{x},{y}")),
            row.in_box.map_or("-".to_owned(), |share| format!("{:.0} %", 100.0 * share)),
            number(row.deletion.as_ref().map(Curve::area)),
            number(row.insertion.as_ref().map(Curve::area)),
            made.map_or("-".to_owned(), |made| made.passes.to_string()),
            made.map_or("-".to_owned(), |made| format!("{:.0}", made.duration_ms)),
            row.verdict.map_or("-".to_owned(), Verdict::words),
        ]
    };
    let rows: Vec<[String; 9]> = [head.map(str::to_owned)].into_iter().chain(table.rows.iter().map(row)).collect();
    let columns: [Align; 9] = std::array::from_fn(|column| if column % 8 == 0 { Align::Left } else { Align::Right });
    let chance = table.chance.as_ref().map_or(String::new(), |chance| {
        format!(
            "  random order: area {:.2} ± {:.2}; agreement 0: changes without learning, 1: the same without learning; small deletion and large insertion are good\n",
            chance.area.mean, chance.area.deviation
        )
    });
    format!("{title}\n{}{chance}", align(&columns, &rows))
}
