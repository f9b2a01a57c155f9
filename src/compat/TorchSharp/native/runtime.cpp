// The process: grad mode, threads, devices, random number generators.
#include "precompiled.h"

#include <ATen/CPUGeneratorImpl.h>
#include <ATen/Context.h>
#include <ATen/Parallel.h>
#include <c10/core/GradMode.h>
#include <c10/core/InferenceMode.h>
#include <c10/core/impl/DeviceGuardImplInterface.h>
#include <torch/csrc/autograd/autograd.h>

#include "handles.h"

#if __has_include(<torch/version.h>)
#include <torch/version.h>
#elif __has_include(<torch/csrc/api/include/torch/version.h>)
#include <torch/csrc/api/include/torch/version.h>
#endif

#ifndef TORCH_VERSION
#define TORCH_VERSION "unknown"
#endif

TS_API const char* ts_version() { return TORCH_VERSION; }

TS_API int32_t ts_grad_enabled() { return c10::GradMode::is_enabled() ? 1 : 0; }
TS_API void ts_set_grad_enabled(int32_t enabled) { c10::GradMode::set_enabled(enabled != 0); }

// Inference mode is a scope of the calling thread: enter and leave in the same thread, nested properly.
TS_API void* ts_enter_inference(int32_t enabled) { return new c10::InferenceMode(enabled != 0); }
TS_API void ts_leave_inference(void* scope) { delete static_cast<c10::InferenceMode*>(scope); }
TS_API int32_t ts_inference_enabled() { return c10::InferenceMode::is_enabled() ? 1 : 0; }

TS_API int32_t ts_get_num_threads() { return at::get_num_threads(); }
TS_API char* ts_set_num_threads(int32_t count) {
  return guarded([&] { at::set_num_threads(count); });
}
TS_API int32_t ts_get_num_interop_threads() { return at::get_num_interop_threads(); }
TS_API char* ts_set_num_interop_threads(int32_t count) {
  return guarded([&] { at::set_num_interop_threads(count); });
}

TS_API int32_t ts_cuda_device_count() {
  if (!at::hasCUDA() || !c10::impl::hasDeviceGuardImpl(c10::DeviceType::CUDA)) return 0;
  return c10::impl::getDeviceGuardImpl(c10::DeviceType::CUDA)->deviceCount();
}

TS_API char* ts_cuda_synchronize(int32_t index) {
  return guarded([&] {
    const auto* guard = c10::impl::getDeviceGuardImpl(c10::DeviceType::CUDA);
    auto device = index < 0 ? guard->getDevice() : c10::Device(c10::DeviceType::CUDA, static_cast<c10::DeviceIndex>(index));
    guard->getStream(device).synchronize();
  });
}

TS_API char* ts_manual_seed(int64_t seed) {
  return guarded([&] { at::manual_seed(static_cast<uint64_t>(seed)); });
}

TS_API char* ts_default_generator(int32_t device_type, int32_t device_index, void** result) {
  return guarded([&] {
    c10::Device device(static_cast<c10::DeviceType>(device_type), static_cast<c10::DeviceIndex>(device_index));
    *result = new at::Generator(at::globalContext().defaultGenerator(device));
  });
}

TS_API char* ts_new_generator(uint64_t seed, int32_t device_type, int32_t device_index, void** result) {
  return guarded([&] {
    c10::Device device(static_cast<c10::DeviceType>(device_type), static_cast<c10::DeviceIndex>(device_index));
    if (device.is_cpu()) {
      *result = new at::Generator(at::detail::createCPUGenerator(seed));
    } else {
      auto generator = at::globalContext().defaultGenerator(device).clone();
      generator.set_current_seed(seed);
      *result = new at::Generator(std::move(generator));
    }
  });
}

TS_API void ts_release_generator(void* generator) { delete static_cast<at::Generator*>(generator); }

TS_API char* ts_generator_seed(void* generator, uint64_t seed) {
  return guarded([&] {
    std::lock_guard<std::mutex> lock(as_generator(generator).mutex());
    as_generator(generator).set_current_seed(seed);
  });
}

TS_API char* ts_generator_reseed(void* generator, uint64_t* seed) {
  return guarded([&] {
    std::lock_guard<std::mutex> lock(as_generator(generator).mutex());
    *seed = as_generator(generator).seed();
  });
}

TS_API char* ts_generator_initial_seed(void* generator, uint64_t* seed) {
  return guarded([&] {
    std::lock_guard<std::mutex> lock(as_generator(generator).mutex());
    *seed = as_generator(generator).current_seed();
  });
}

TS_API char* ts_generator_get_state(void* generator, void** state) {
  return guarded([&] {
    std::lock_guard<std::mutex> lock(as_generator(generator).mutex());
    *state = give_tensor(as_generator(generator).get_state());
  });
}

TS_API char* ts_generator_set_state(void* generator, void* state) {
  return guarded([&] {
    std::lock_guard<std::mutex> lock(as_generator(generator).mutex());
    as_generator(generator).set_state(borrow_tensor(state));
  });
}
