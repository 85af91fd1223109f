//! Files that import each other in a circle are few at a time, so that each can be read after those that it needs.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use syn::{Item, UseTree, Visibility};

/// Most files that may import each other in a circle.
const LARGEST: usize = 3;

/// A module by its path from the root of the crate.
type Module = Vec<String>;

/// A name that a file imports.
struct Import {
    path: Vec<String>,
    name: String,
    /// Whether it is handed on to others: then the file itself need not use it.
    is_handed_on: bool,
}

/// What a file defines and imports.
#[derive(Default)]
struct Source {
    items: BTreeSet<String>,
    imports: Vec<Import>,
}

/// The files of the crate, by their modules.
struct Sources(BTreeMap<Module, Source>);

#[test]
fn circles_of_imports_are_small() {
    let mut sources = Sources(BTreeMap::new());
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    sources.add(&root, &root);
    assert!(sources.0.len() > 500);

    let needed: BTreeMap<&Module, BTreeSet<&Module>> =
        sources.0.keys().map(|module| (module, sources.needed_by(module))).collect();
    let reached: BTreeMap<&Module, BTreeSet<&Module>> =
        needed.keys().map(|module| (*module, reached_from(module, &needed))).collect();
    for (module, others) in &reached {
        let circle: Vec<String> =
            others.iter().filter(|other| reached[*other].contains(module)).map(|other| other.join("/")).collect();
        assert!(circle.len() <= LARGEST, "{} files import each other in a circle: {}", circle.len(), circle.join(", "));
    }
}

/// All modules that a module needs, and those that they need.
fn reached_from<'a>(module: &Module, needed: &BTreeMap<&'a Module, BTreeSet<&'a Module>>) -> BTreeSet<&'a Module> {
    let mut reached = BTreeSet::new();
    let mut left: Vec<&Module> = needed[module].iter().copied().collect();
    while let Some(next) = left.pop() {
        if reached.insert(next) {
            left.extend(&needed[next]);
        }
    }
    reached
}

impl Sources {
    fn add(&mut self, root: &Path, folder: &Path) {
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                self.add(root, &path);
            } else if path.extension().is_some_and(|extension| extension == "rs") {
                let within = path.strip_prefix(root).unwrap().with_extension("");
                let mut module: Module = within.iter().map(|part| part.to_str().unwrap().to_owned()).collect();
                module.pop_if(|last| last == "mod" || last == "lib");
                self.0.insert(module, Source::read(&path));
            }
        }
    }

    /// Modules that define what a module imports for itself.
    fn needed_by(&self, module: &Module) -> BTreeSet<&Module> {
        let imports = self.0[module].imports.iter().filter(|import| !import.is_handed_on);
        let defined = imports.flat_map(|import| self.defined(module, &import.path, 0));
        defined.filter(|defined| *defined != module).collect()
    }

    /// The modules that define what a path means in a module: several where it depends on where we run.
    fn defined(&self, module: &[String], path: &[String], depth: usize) -> Vec<&Module> {
        let (mut at, mut left) = match path[0].as_str() {
            "crate" => (Module::new(), &path[1..]),
            "self" => (module.to_vec(), &path[1..]),
            "super" => {
                let ups = path.iter().take_while(|part| *part == "super").count();
                (module[..module.len() - ups].to_vec(), &path[ups..])
            }
            first if self.0.contains_key(&child(module, first)) => (module.to_vec(), path),
            // Another crate's, or what was imported under that name.
            first => {
                let imports = self.0[module].imports.iter().filter(|import| import.name == first);
                let whole = imports.filter(|import| import.path[0] != first && depth < 20);
                let whole = whole.map(|import| [&import.path[..], &path[1..]].concat());
                return whole.flat_map(|path| self.defined(module, &path, depth + 1)).collect();
            }
        };
        while let [first, rest @ ..] = left
            && self.0.contains_key(&child(&at, first))
        {
            at.push(first.clone());
            left = rest;
        }
        let Some((known, source)) = self.0.get_key_value(&at) else { return Vec::new() };
        let Some(name) = left.first().filter(|name| !source.items.contains(*name)) else { return vec![known] };
        let imports = source.imports.iter().filter(|import| import.name == *name && depth < 20);
        let handed_on = imports.map(|import| [&import.path[..], &left[1..]].concat());
        let handed_on: Vec<&Module> = handed_on.flat_map(|path| self.defined(&at, &path, depth + 1)).collect();
        if handed_on.is_empty() { vec![known] } else { handed_on }
    }
}

fn child(module: &[String], name: &str) -> Module {
    [module, &[name.to_owned()]].concat()
}

impl Source {
    fn read(path: &Path) -> Self {
        let mut source = Self::default();
        for item in syn::parse_file(&std::fs::read_to_string(path).unwrap()).unwrap().items {
            let defined = match item {
                Item::Use(item) => {
                    let is_handed_on = !matches!(item.vis, Visibility::Inherited);
                    source.import(&item.tree, &mut Vec::new(), is_handed_on);
                    continue;
                }
                Item::Const(item) => item.ident,
                Item::Enum(item) => item.ident,
                Item::Fn(item) => item.sig.ident,
                Item::Static(item) => item.ident,
                Item::Struct(item) => item.ident,
                Item::Trait(item) => item.ident,
                Item::Type(item) => item.ident,
                _ => continue,
            };
            source.items.insert(defined.to_string());
        }
        source
    }

    fn import(&mut self, tree: &UseTree, before: &mut Vec<String>, is_handed_on: bool) {
        let mut leaf = |last: &syn::Ident, name: &syn::Ident| {
            let last = last.to_string();
            let path: Vec<String> = before.iter().cloned().chain((last != "self").then_some(last)).collect();
            let name = if name == "self" { path.last().cloned().unwrap_or_default() } else { name.to_string() };
            self.imports.push(Import { path, name, is_handed_on });
        };
        match tree {
            UseTree::Name(name) => leaf(&name.ident, &name.ident),
            UseTree::Rename(rename) => leaf(&rename.ident, &rename.rename),
            UseTree::Path(path) => {
                before.push(path.ident.to_string());
                self.import(&path.tree, before, is_handed_on);
                before.pop();
            }
            UseTree::Group(group) => {
                for tree in &group.items {
                    self.import(tree, before, is_handed_on);
                }
            }
            UseTree::Glob(_) => {}
        }
    }
}
