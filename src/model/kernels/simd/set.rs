//! Which instructions the processor has.

use std::fmt;
use std::sync::OnceLock;

#[cfg(target_arch = "aarch64")]
use super::registers::Neon;
#[cfg(all(target_arch = "wasm32", target_feature = "simd128"))]
use super::registers::Simd128;
#[cfg(target_arch = "x86_64")]
use super::registers::{Avx2, Avx512};
use super::scalar::Scalar;
use super::{Simd, Work};

/// Environment variable that caps the instruction set: `avx512`, `avx2`, `neon` or `scalar`.
pub const VARIABLE: &str = "INCEPTION_LENS_INSTRUCTIONS";

/// Instructions that this processor has.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct InstructionSet(Kind);

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    #[cfg(target_arch = "x86_64")]
    Avx512,
    #[cfg(target_arch = "x86_64")]
    Avx2,
    #[cfg(target_arch = "aarch64")]
    Neon,
    #[cfg(all(target_arch = "wasm32", target_feature = "simd128"))]
    Simd128,
    Scalar,
}

impl InstructionSet {
    /// Plain code that any processor runs.
    pub const SCALAR: Self = Self(Kind::Scalar);

    /// Every set this processor has, the fastest first; the last is [`Self::SCALAR`].
    pub fn available() -> Vec<Self> {
        let mut sets = Vec::new();
        #[cfg(target_arch = "x86_64")]
        {
            let has_fma = is_x86_feature_detected!("avx2") && is_x86_feature_detected!("fma");
            if has_fma && is_x86_feature_detected!("avx512f") {
                sets.push(Self(Kind::Avx512));
            }
            if has_fma {
                sets.push(Self(Kind::Avx2));
            }
        }
        #[cfg(target_arch = "aarch64")]
        if std::arch::is_aarch64_feature_detected!("neon") {
            sets.push(Self(Kind::Neon));
        }
        // A browser runs a program only where it has all of its instructions.
        #[cfg(all(target_arch = "wasm32", target_feature = "simd128"))]
        sets.push(Self(Kind::Simd128));
        sets.push(Self::SCALAR);
        sets
    }

    /// The fastest set, or the one that [`VARIABLE`] names if this processor has it; looked up once.
    pub fn best() -> Self {
        static BEST: OnceLock<InstructionSet> = OnceLock::new();
        *BEST.get_or_init(|| {
            let sets = Self::available();
            let wanted = std::env::var(VARIABLE).unwrap_or_default();
            let named = sets.iter().find(|set| set.name() == wanted);
            *named.unwrap_or(&sets[0])
        })
    }

    /// As [`VARIABLE`] spells it.
    pub fn name(self) -> &'static str {
        match self.0 {
            #[cfg(target_arch = "x86_64")]
            Kind::Avx512 => "avx512",
            #[cfg(target_arch = "x86_64")]
            Kind::Avx2 => "avx2",
            #[cfg(target_arch = "aarch64")]
            Kind::Neon => "neon",
            #[cfg(all(target_arch = "wasm32", target_feature = "simd128"))]
            Kind::Simd128 if cfg!(feature = "relaxed-simd") => "relaxed-simd",
            #[cfg(all(target_arch = "wasm32", target_feature = "simd128"))]
            Kind::Simd128 => "simd128",
            Kind::Scalar => "scalar",
        }
    }

    /// Blocks of filters that a tile of the convolution computes together.
    pub(in crate::model::kernels) fn group(self) -> usize {
        match self.0 {
            #[cfg(target_arch = "x86_64")]
            Kind::Avx512 => Avx512::GROUP,
            #[cfg(target_arch = "x86_64")]
            Kind::Avx2 => Avx2::GROUP,
            #[cfg(target_arch = "aarch64")]
            Kind::Neon => Neon::GROUP,
            #[cfg(all(target_arch = "wasm32", target_feature = "simd128"))]
            Kind::Simd128 => Simd128::GROUP,
            Kind::Scalar => Scalar::GROUP,
        }
    }

    /// Runs `work`, compiled for these instructions.
    pub(in crate::model::kernels) fn run<W: Work>(self, work: W) -> W::Output {
        match self.0 {
            #[cfg(target_arch = "x86_64")]
            Kind::Avx512 => {
                #[target_feature(enable = "avx512f,avx2,fma")]
                fn run<W: Work>(work: W) -> W::Output {
                    work.run(Avx512(()))
                }
                // SAFETY: an `InstructionSet` of this kind exists only where the three features were detected.
                unsafe { run(work) }
            }
            #[cfg(target_arch = "x86_64")]
            Kind::Avx2 => {
                #[target_feature(enable = "avx2,fma")]
                fn run<W: Work>(work: W) -> W::Output {
                    work.run(Avx2(()))
                }
                // SAFETY: as above, for these two features.
                unsafe { run(work) }
            }
            #[cfg(target_arch = "aarch64")]
            Kind::Neon => {
                #[target_feature(enable = "neon")]
                fn run<W: Work>(work: W) -> W::Output {
                    work.run(Neon(()))
                }
                // SAFETY: as above, for this feature.
                unsafe { run(work) }
            }
            #[cfg(all(target_arch = "wasm32", target_feature = "simd128"))]
            Kind::Simd128 => {
                #[cfg_attr(feature = "relaxed-simd", target_feature(enable = "relaxed-simd"))]
                fn run<W: Work>(work: W) -> W::Output {
                    work.run(Simd128(()))
                }
                // A browser runs a program only where it has all of its instructions.
                run(work)
            }
            Kind::Scalar => work.run(Scalar(())),
        }
    }
}

impl fmt::Display for InstructionSet {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}
