//! `export --exercises`: the answers of published courses, and what the sheets promise.

use std::collections::HashSet;
use std::path::Path;

use inception_lens::export::exercises::{
    Asked, Convolution, Exercise, Field, Mark, Module, Padding, Question, Reduction, Slip, Task, exercises,
};
use inception_lens::spec::{MODULES, Network, Part, Step, Topology, Window};

use crate::cli::{program, stderr};

fn question(task: Task, asked: Asked) -> Question {
    let exercise = Exercise::about(task);
    exercise.questions.into_iter().find(|question| question.asked == asked).unwrap()
}

fn answer(task: Task, asked: Asked) -> u64 {
    question(task, asked).answer
}

/// 192·96 + 9·96·128 against 9·192·128: module 3a's second branch, a question of Korean university exams.
#[test]
fn a_reduction_from_192_over_96_to_128() {
    let task = || Task::Reduction(Reduction::PRESET);
    assert_eq!(answer(task(), Asked::ReducedWeights), 129_024);
    assert_eq!(answer(task(), Asked::DirectWeights), 221_184);
    assert_eq!(answer(task(), Asked::ReducedParams), 129_024 + 96 + 128);
    let weights = question(task(), Asked::ReducedWeights);
    assert_eq!(weights.working, "192·96 + 3·3·96·128");
    assert_eq!(weights.mark(129_024), Mark::Right);
    assert_eq!(weights.mark(110_592), Mark::Slipped(Slip::ReductionForgotten));
    assert_eq!(weights.mark(239_616), Mark::Slipped(Slip::ChannelsBefore));
    assert_eq!(weights.mark(129_248), Mark::Slipped(Slip::BiasCounted));
    assert_eq!(weights.mark(1), Mark::Wrong);
    let params = question(task(), Asked::ReducedParams);
    assert_eq!(params.mark(129_024), Mark::Slipped(Slip::BiasForgotten));
    let direct = question(task(), Asked::DirectWeights);
    assert_eq!(direct.mark(110_592), Mark::Slipped(Slip::ChannelsAfter));
}

/// CS231n 2017, lecture 9: 28x28x672 and 854 M operations naive, 28x28x480 reduced.  The slide prints 358 M for the latter;
/// the list above it on the slide sums to 271 M.
#[test]
fn the_module_of_cs231n() {
    let task = || Task::Module(Module::CS231N);
    assert_eq!(answer(task(), Asked::NaiveChannels), 672);
    assert_eq!(answer(task(), Asked::ReducedChannels), 480);
    assert_eq!(answer(task(), Asked::NaiveMacs), 854_196_224);
    // By hand: 64 to 64 and 64 to 96 channels by 3x3 in place of 64 to 96 by 5x5.
    let params = answer(task(), Asked::ModuleParams);
    let five = 25 * 64 * 96 + 96;
    let two = 9 * 64 * 64 + 64 + 9 * 64 * 96 + 96;
    assert_eq!(answer(task(), Asked::FactorisedParams), params - five + two);
    let macs = answer(task(), Asked::ModuleMacs);
    assert_eq!(answer(task(), Asked::FactorisedMacs), macs - 784 * (25 * 64 * 96) + 784 * (9 * 64 * 64 + 9 * 64 * 96));
    let wide = params - five + 9 * 64 * 96 + 96 + 9 * 96 * 96 + 96;
    assert_eq!(question(task(), Asked::FactorisedParams).mark(wide), Mark::Slipped(Slip::BothWide));
    // The slide's own list: [1x1 conv, 64] twice, 128, 64 on 256; [3x3 conv, 192] and [5x5 conv, 96] on 64.
    let list = 28 * 28 * (256 * (64 + 64 + 128 + 64) + 9 * 64 * 192 + 25 * 64 * 96);
    assert_eq!(answer(task(), Asked::ModuleMacs), list);
    assert_eq!(list / 1_000_000, 271);
    assert_eq!(question(task(), Asked::NaiveChannels).mark(480), Mark::Slipped(Slip::PoolingProjected));
    let macs = question(task(), Asked::ModuleMacs);
    assert_eq!(macs.mark(2 * list), Mark::Slipped(Slip::AdditionsCounted));
    assert_eq!(macs.mark(list / 784), Mark::Slipped(Slip::PositionsForgotten));
}

/// What is asked of GoogLeNet's own modules are the network's own costs.
#[test]
fn the_modules_of_the_paper_cost_what_the_network_says() {
    let network = Network::new(Topology::PAPER, 1000);
    let mut input = (192, 28);
    for (index, module) in MODULES.iter().enumerate() {
        let (channels, side) = input;
        let task = Task::Module(Module { channels, side, module: *module });
        let whole = network.module_cost(index).whole;
        assert_eq!(answer(task.clone(), Asked::ModuleMacs), whole.macs, "{}", module.name);
        assert_eq!(answer(task, Asked::ModuleParams), whole.params as u64, "{}", module.name);
        let after = network.layer(&module.layer_name()).unwrap().output;
        let is_pooled = matches!(module.name, "3b" | "4e");
        input = (after.channels(), if is_pooled { after.side() / 2 } else { after.side() });
    }
}

/// CS231n's notes on convolutions: 10 filters of 5×5 on 32×32×3, stride 1, padding 2: 32×32×10, 760 parameters.
/// AlexNet's first layer on 227×227×3: 96 filters of 11×11, stride 4: 55×55, 34,944 parameters, 105,415,200 MACs.
#[test]
fn convolutions_of_published_courses() {
    let notes = Convolution { channels: 3, side: 32, filters: 10, window: Window::conv(5, 1, 2) };
    assert_eq!(answer(Task::Convolution(notes), Asked::Side), 32);
    assert_eq!(answer(Task::Convolution(notes), Asked::Params), 760);
    let params = question(Task::Convolution(notes), Asked::Params);
    assert_eq!(params.mark(750), Mark::Slipped(Slip::BiasForgotten));
    assert_eq!(params.mark(260), Mark::Slipped(Slip::InputChannelsForgotten));
    let side = question(Task::Convolution(notes), Asked::Side);
    assert_eq!(side.mark(28), Mark::Slipped(Slip::PaddingForgotten));
    assert_eq!(side.mark(30), Mark::Slipped(Slip::PaddingOnce));
    let alexnet = Convolution { channels: 3, side: 227, filters: 96, window: Window::conv(11, 4, 0) };
    assert_eq!(answer(Task::Convolution(alexnet), Asked::Side), 55);
    assert_eq!(answer(Task::Convolution(alexnet), Asked::Params), 34_944);
    assert_eq!(answer(Task::Convolution(alexnet), Asked::Macs), 105_415_200);
}

/// VGG's argument (Simonyan and Zisserman, section 2.3): three 3×3 see 7×7; and what maxpool1 and maxpool2 make of 112, 56.
#[test]
fn fields_and_padding_of_papers() {
    let three = vec![Step::Conv { window: Window::conv(3, 1, 1), channels: 1 }; 3];
    let field = question(Task::Field(Field { steps: three }), Asked::Field);
    assert_eq!((field.answer, field.working.as_str()), (7, "1 + (3 − 1) + (3 − 1) + (3 − 1)"));
    assert_eq!(field.mark(9), Mark::Slipped(Slip::KernelsAdded));
    let stem = [Window::conv(7, 2, 3), Window::conv(3, 2, 1)].map(|window| Step::Conv { window, channels: 1 });
    let field = question(Task::Field(Field { steps: stem.to_vec() }), Asked::Field);
    assert_eq!((field.answer, field.mark(9)), (11, Mark::Slipped(Slip::StridesForgotten)));
    for (side, pooled) in [(112, 56), (56, 28), (28, 14)] {
        let padding = Task::Padding(Padding { side, kernel: 5, layers: 2 });
        let question = question(padding.clone(), Asked::PooledSide);
        assert_eq!((question.answer, question.mark(pooled - 1)), (pooled, Mark::Slipped(Slip::RoundedDown)));
        assert_eq!(answer(padding.clone(), Asked::Padding), 2);
        assert_eq!(answer(padding, Asked::UnpaddedSide), side as u64 - 8);
    }
}

/// 4 bytes a number: 3a's input, seven stages and the concat; and the batch.
#[test]
fn memory_of_activations() {
    let module = Module { channels: 192, side: 28, module: MODULES[0] };
    let task = || Task::Memory(inception_lens::export::exercises::Memory { module, batch: 32 });
    let numbers = 784 * (192 + 64 + 96 + 128 + 16 + 32 + 192 + 32 + 256);
    let bytes = question(task(), Asked::ActivationBytes);
    assert_eq!(bytes.answer, 4 * numbers);
    assert_eq!(bytes.working, "4·28·28·(192 + 64 + 96 + 128 + 16 + 32 + 192 + 32 + 256)");
    assert_eq!(bytes.mark(numbers), Mark::Slipped(Slip::BytesForgotten));
    assert_eq!(bytes.mark(4 * (numbers - 784 * 256)), Mark::Slipped(Slip::ConcatForgotten));
    let training = question(task(), Asked::TrainingBytes);
    // Table 1 and its biases: 163,696 parameters.
    assert_eq!(training.answer, 2 * 32 * 4 * numbers + 3 * 4 * 163_696);
    assert_eq!(training.mark(2 * 4 * numbers + 3 * 4 * 163_696), Mark::Slipped(Slip::BatchForgotten));
}

#[test]
fn seeds_make_different_sheets_whose_mistakes_are_never_right() {
    let mut seen = HashSet::new();
    for seed in 0..200 {
        let drawn = exercises(14, seed);
        assert_eq!(drawn, exercises(14, seed));
        assert_eq!(drawn[..2], exercises(2, seed + 1)[..], "presets come first, whatever the seed");
        seen.insert(format!("{:?}", &drawn[2..]));
        for question in drawn.iter().flat_map(|exercise| &exercise.questions) {
            assert!(question.answer > 0, "{question:?}");
            let gives: HashSet<u64> = question.mistakes.iter().map(|mistake| mistake.gives).collect();
            assert_eq!(gives.len(), question.mistakes.len(), "{question:?}");
            assert!(!gives.contains(&question.answer), "{question:?}");
        }
    }
    assert_eq!(seen.len(), 200);
}

/// The sums printed in the key, worked out by a reader of our own.
#[test]
fn the_sum_behind_every_answer_makes_the_answer() {
    for question in (0..40).flat_map(|seed| exercises(14, seed)).flat_map(|exercise| exercise.questions) {
        let worked = work_out(&question.working);
        assert_eq!(worked, question.answer as f64, "{}", question.working);
    }
}

/// Plus, minus, times, divided by, brackets, floor and ceiling.
fn work_out(sum: &str) -> f64 {
    let letters: Vec<char> = sum.chars().filter(|letter| !letter.is_whitespace()).collect();
    let (value, end) = terms(&letters, 0);
    assert_eq!(end, letters.len(), "{sum}");
    value
}

fn terms(letters: &[char], start: usize) -> (f64, usize) {
    let (mut value, mut at) = factors(letters, start);
    while let Some(sign @ ('+' | '−')) = letters.get(at) {
        let (next, end) = factors(letters, at + 1);
        value += if *sign == '+' { next } else { -next };
        at = end;
    }
    (value, at)
}

fn factors(letters: &[char], start: usize) -> (f64, usize) {
    let (mut value, mut at) = atom(letters, start);
    while let Some(sign @ ('·' | '/')) = letters.get(at) {
        let (next, end) = atom(letters, at + 1);
        value = if *sign == '·' { value * next } else { value / next };
        at = end;
    }
    (value, at)
}

fn atom(letters: &[char], start: usize) -> (f64, usize) {
    let inner = || terms(letters, start + 1);
    match letters[start] {
        '(' => (inner().0, inner().1 + 1),
        '⌊' => (inner().0.floor(), inner().1 + 1),
        '⌈' => (inner().0.ceil(), inner().1 + 1),
        _ => {
            let digits: String = letters[start..].iter().take_while(|letter| letter.is_ascii_digit()).collect();
            (digits.parse().unwrap(), start + digits.len())
        }
    }
}

fn export(folder: &Path, name: &str, arguments: &[&str]) -> [String; 2] {
    let out = folder.join(name);
    let output = program(&[&["export", "--out", out.to_str().unwrap()], arguments].concat());
    assert_eq!((stderr(&output).as_str(), output.status.code()), ("", Some(0)));
    [out.clone(), out.with_extension("key.html")].map(|path| std::fs::read_to_string(path).unwrap())
}

#[test]
fn the_same_seed_gives_the_same_bytes_in_both_languages() {
    let folder = tempfile::tempdir().unwrap();
    for language in ["en", "ko"] {
        let seven = ["--exercises", "8", "--seed", "7", "--lang", language];
        let [sheet, key] = export(folder.path(), "a.html", &seven);
        assert_eq!(export(folder.path(), "b.html", &seven), [sheet.clone(), key.clone()]);
        let eight = export(folder.path(), "c.html", &["--exercises", "8", "--seed", "8", "--lang", language]);
        assert_ne!(eight[0], sheet);
        for page in [&sheet, &key] {
            assert_eq!(page.matches("<li class=\"exercise\">").count(), 8, "{language}");
            assert!(page.contains(&format!("<html lang=\"{language}\">")));
        }
        // The sheet keeps what the key tells.
        for told in ["129,024", "221,184", "854,196,224 (854 M)", "271,351,808 (271 M)", "358 M", "110,592"] {
            assert!(key.contains(told) && !sheet.contains(told), "{language}: {told}");
        }
    }
    let [_, key] = export(folder.path(), "a.html", &["--exercises", "1", "--lang", "en"]);
    assert!(key.contains("the reducing 1×1 convolution itself is missing"));
    let [_, key] = export(folder.path(), "a.html", &["--exercises", "1", "--lang", "ko"]);
    assert!(key.contains("채널을 줄이는 1×1 합성곱 자체를 빠뜨림"));
}

#[test]
fn exercises_need_no_photo_and_views_still_do() {
    let folder = tempfile::tempdir().unwrap();
    let out = folder.path().join("a.png");
    let out = out.to_str().unwrap();
    let output = program(&["export", "--exercises", "3", "--out", out]);
    assert_eq!(output.status.code(), Some(1));
    assert!(stderr(&output).ends_with("exercises are a page; end the name in .html.\n"));
    for arguments in [
        &["export", "--out", out][..],
        &["export", "--exercises", "0", "--out", out],
        &["export", "a.png", "--out", out],
        &["export", "a.png", "--view", "cost", "--exercises", "3", "--out", out],
        &["export", "a.png", "--view", "cost", "--seed", "3", "--out", out],
    ] {
        assert_eq!(program(arguments).status.code(), Some(2), "{arguments:?}");
    }
}

/// Module 4a as a teacher types it: its Table 1 parameters stand in the key, before the presets.
#[test]
fn a_module_of_one_s_own_on_paper() {
    let folder = tempfile::tempdir().unwrap();
    let out = folder.path().join("a.html");
    let own = ["--own-module", "480,14,192,96,208,16,48,64"];
    let base = ["export", "--exercises", "1", "--out", out.to_str().unwrap()];
    let output = crate::cli::quick_program(&[&base[..], &own].concat());
    assert_eq!(crate::cli::stderr(&output), "");
    let key = std::fs::read_to_string(folder.path().join("a.key.html")).unwrap();
    let whole = Network::new(Topology::PAPER, 1000).module_cost(2).whole;
    assert_eq!(MODULES[2].name, "4a");
    let params = inception_lens::locale::format::grouped(whole.params as u64);
    assert!(key.contains(&params), "{params}");
    assert!(key.find(&params).unwrap() < key.find("192 → 96 → 128").unwrap());
    let output = crate::cli::quick_program(&["export", "--exercises", "1", "--own-module", "1,2,3", "--out", "a.html"]);
    assert!(crate::cli::stderr(&output).contains("expected eight numbers"), "{}", crate::cli::stderr(&output));
}

/// The table of a module: what a stage costs, the usual mistakes, what a person may type.
#[test]
fn the_table_of_a_module_and_what_is_typed_into_it() {
    use inception_lens::export::exercises::{Column, RowName, grid, number};
    let module = Module { channels: 192, side: 28, module: MODULES[0] };
    let rows = grid(&Task::Module(module));
    let cell = |name: RowName, column: Column| {
        let row = rows.iter().find(|row| row.name == name).unwrap();
        let place = Column::ALL.iter().position(|other| *other == column).unwrap();
        row.cells[place].clone().unwrap()
    };
    let large = RowName::Stage(Part::Conv5x5);
    // 16 × 32 kernels of 5×5 and 32 biases; on 26 cells a side in place of 28 without padding… of 5 it is 24.
    let params = cell(large, Column::Params);
    assert_eq!((params.answer, params.mark(12_800)), (12_832, Mark::Slipped(Slip::BiasForgotten)));
    assert_eq!(params.mark(25 * 192 * 32 + 32), Mark::Slipped(Slip::ChannelsBefore));
    let macs = cell(large, Column::Macs);
    assert_eq!((macs.answer, macs.mark(12_800 * 24 * 24)), (12_800 * 784, Mark::Slipped(Slip::PaddingForgotten)));
    assert_eq!(cell(large, Column::Side).mark(24), Mark::Slipped(Slip::PaddingForgotten));
    let pool = RowName::Stage(Part::Pool);
    assert_eq!([Column::Params, Column::Macs].map(|column| cell(pool, column).answer), [0, 0]);
    assert_eq!(cell(pool, Column::Channels).mark(32), Mark::Slipped(Slip::PoolingProjected));
    let joined = cell(RowName::Whole, Column::Channels);
    assert_eq!((joined.answer, joined.mark(256 + 96 + 16)), (256, Mark::Slipped(Slip::ReductionsJoined)));
    // Table 1: 159 k weights, 128 M operations.
    assert_eq!(cell(RowName::Whole, Column::Params).answer, 163_696);

    let given = [
        "129024",
        "129,024",
        "129 024",
        "129.024",
        "192*96+3·3·96×128",
        " ( 1 + 2 ) * 43008 ",
        "12-13",
        "",
        "3x",
        "1,5",
        "99999999999999999999999",
    ];
    let said = given.map(number);
    let is = Some(129_024);
    assert_eq!(said, [is, is, is, is, is, is, None, None, None, None, None]);
    assert_eq!(number(&"(".repeat(1000)), None);
}
