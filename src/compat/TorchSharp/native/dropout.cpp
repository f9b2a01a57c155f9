// Dropout on the CPU as one pass. The mask is a function of a seed and the element's place, so the backward pass draws it again
// instead of keeping it, and neither the number of threads nor the instruction set changes it. The seed comes from the default
// generator: one draw a call, whatever the size.
//
// Tensors of another device or type go to libtorch's own dropout.
#include "precompiled.h"

#include <ATen/CPUGeneratorImpl.h>
#include <ATen/Parallel.h>
#include <ATen/ops/dropout.h>
#include <ATen/ops/empty_like.h>
#include <torch/csrc/autograd/custom_function.h>
#include <torch/library.h>

#include <algorithm>
#include <cmath>
#include <mutex>

#if defined(__x86_64__) && defined(__GNUC__) && !defined(__clang__)
#define TS_VECTORISED __attribute__((target_clones("avx2", "default")))
#else
#define TS_VECTORISED
#endif

namespace {

constexpr int64_t kBlock = int64_t{1} << 14;  // elements that share a pair of keys

// SplitMix64's finaliser (Steele, Lea and Flood 2014).
uint64_t mixed(uint64_t x) {
  x += 0x9e3779b97f4a7c15u;
  x = (x ^ (x >> 30)) * 0xbf58476d1ce4e5b9u;
  x = (x ^ (x >> 27)) * 0x94d049bb133111ebu;
  return x ^ (x >> 31);
}

// to[i] = from[i] · scale where the i-th number of the block is at least `dropped`, else 0.
TS_VECTORISED void drop_block(const float* from, float* to, uint32_t count, uint32_t key, uint32_t tweak, uint32_t dropped, float scale) {
  for (uint32_t i = 0; i < count; ++i) {
    uint32_t x = i + key;
    x = (x ^ (x >> 16)) * 0x7feb352du;
    x ^= tweak;
    x = (x ^ (x >> 15)) * 0x846ca68bu;
    x ^= x >> 16;
    const float factor = x >= dropped ? scale : 0.0f;
    to[i] = from[i] * factor;
  }
}

at::Tensor dropped(const at::Tensor& input, double p, uint64_t seed) {
  const auto from = input.contiguous();
  auto to = at::empty_like(from);
  const auto* source = from.data_ptr<float>();
  auto* target = to.data_ptr<float>();
  const auto threshold = static_cast<uint32_t>(std::min(std::ldexp(p, 32), 4294967295.0));
  const auto scale = static_cast<float>(1 / (1 - p));
  const int64_t length = from.numel();
  at::parallel_for(0, (length + kBlock - 1) / kBlock, 4, [&](int64_t first, int64_t end) {
    for (int64_t block = first; block < end; ++block) {
      const int64_t start = block * kBlock;
      const uint64_t keys = mixed(seed ^ mixed(static_cast<uint64_t>(block)));
      drop_block(source + start, target + start, static_cast<uint32_t>(std::min(kBlock, length - start)),
                 static_cast<uint32_t>(keys), static_cast<uint32_t>(keys >> 32), threshold, scale);
    }
  });
  return to;
}

uint64_t drawn_seed() {
  auto generator = at::detail::getDefaultCPUGenerator();
  std::lock_guard<std::mutex> lock(generator.mutex());
  return at::check_generator<at::CPUGeneratorImpl>(generator)->random64();
}

// The mask is a diagonal matrix, so the gradient of dropout is dropout of the gradient; to any order.
class Dropout final : public torch::autograd::Function<Dropout> {
 public:
  static at::Tensor forward(torch::autograd::AutogradContext* context, const at::Tensor& input, double p, int64_t seed) {
    context->saved_data["p"] = p;
    context->saved_data["seed"] = seed;
    return dropped(input, p, static_cast<uint64_t>(seed));
  }

  static torch::autograd::variable_list backward(torch::autograd::AutogradContext* context, torch::autograd::variable_list gradients) {
    return {apply(gradients[0], context->saved_data["p"].toDouble(), context->saved_data["seed"].toInt()), at::Tensor(), at::Tensor()};
  }
};

at::Tensor dropout(const at::Tensor& input, double p, bool train) {
  const bool own = train && p > 0 && p < 1 && input.device().is_cpu() && input.scalar_type() == at::kFloat && input.layout() == at::kStrided && input.numel() > 0;
  return own ? Dropout::apply(input, p, static_cast<int64_t>(drawn_seed())) : at::dropout(input, p, train);
}

}  // namespace

TORCH_LIBRARY(torchshim, library) { library.def("dropout(Tensor input, float p, bool train) -> Tensor", &dropout); }
