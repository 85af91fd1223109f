//! Classes whose objects may stand beside tensors.  They are never made: where one would be, an opaque value is, which is
//! named and passed over.

/// Packages whose classes training scripts keep in checkpoints.  Their functions are not meant: those have small letters.
const PACKAGES: [&str; 19] = [
    "__main__",
    "addict",
    "easydict",
    "lightning",
    "lightning_fabric",
    "lightning_utilities",
    "ml_collections",
    "mmengine",
    "munch",
    "numpy",
    "omegaconf",
    "pandas",
    "pytorch_lightning",
    "sklearn",
    "timm",
    "torch",
    "torchmetrics",
    "torchvision",
    "yacs",
];

/// Whether that class or function does nothing but make an object that holds data.
pub(super) fn is_harmless(module: &str, name: &str) -> bool {
    let package = module.split('.').next().unwrap_or_default();
    match (module, name) {
        (
            "builtins" | "__builtin__",
            "set" | "frozenset" | "complex" | "bytearray" | "range" | "slice" | "object" | "list" | "dict"
            | "tuple" | "int" | "float" | "str" | "bool" | "bytes" | "long" | "unicode" | "type" | "Ellipsis",
        )
        | ("collections", "deque" | "ChainMap" | "UserDict" | "UserList" | "namedtuple")
        | ("argparse", "Namespace")
        | ("types", "SimpleNamespace" | "MappingProxyType")
        | ("datetime", "date" | "datetime" | "time" | "timedelta" | "timezone")
        | ("zoneinfo", "ZoneInfo")
        | ("decimal", "Decimal")
        | ("fractions", "Fraction")
        | ("uuid", "UUID" | "SafeUUID")
        // How older protocols write objects.
        | ("copyreg" | "copy_reg", "_reconstructor" | "__newobj__")
        | (
            "torch",
            "device" | "Generator" | "memory_format" | "layout" | "dtype" | "strided" | "contiguous_format"
            | "channels_last" | "preserve_format" | "per_tensor_affine" | "per_channel_affine"
            | "per_tensor_symmetric" | "per_channel_symmetric" | "per_channel_affine_float_qparams",
        )
        | ("torch.serialization", "_get_layout" | "_get_memory_format")
        | ("numpy", "dtype" | "ndarray")
        | ("numpy.random._pickle", _) => true,
        ("pathlib" | "pathlib._local", class) => class.ends_with("Path"),
        ("torch._utils" | "torch._tensor", function) => function.starts_with("_rebuild_"),
        (
            "numpy.core.multiarray" | "numpy._core.multiarray",
            "scalar" | "_reconstruct",
        )
        | ("numpy.core.numeric" | "numpy._core.numeric", "_frombuffer") => true,
        // Data types are classes with small letters: float64, uint8, str_.
        ("numpy", word) => ["float", "int", "uint", "bool", "str", "complex", "bytes"]
            .iter()
            .any(|start| word.starts_with(start)),
        _ => PACKAGES.contains(&package) && is_class(name) && !acts(module),
    }
}

/// By Python's custom, which these packages keep.
fn is_class(name: &str) -> bool {
    let last = name.rsplit('.').next().unwrap_or_default();
    last.trim_start_matches('_').starts_with(char::is_uppercase)
}

/// Modules whose very classes start programs or load code.
fn acts(module: &str) -> bool {
    let mut segments = module.split('.');
    segments.any(|segment| {
        matches!(
            segment,
            "hub"
                | "jit"
                | "multiprocessing"
                | "distributed"
                | "package"
                | "cpp_extension"
                | "f2py"
                | "distutils"
                | "testing"
                | "subprocess"
                | "os"
                | "sys"
        )
    })
}
