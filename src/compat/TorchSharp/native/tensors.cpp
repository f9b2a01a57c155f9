// What a tensor is: lifetime, shape, memory; and its place in the autograd graph.
#include "precompiled.h"

#include <ATen/ops/empty.h>
#include <torch/csrc/autograd/autograd.h>

#include "handles.h"

namespace {
torch::autograd::variable_list borrow_all(void** handles, int32_t count) {
  torch::autograd::variable_list list;
  list.reserve(count);
  for (int32_t i = 0; i < count; ++i) list.push_back(borrow_tensor(handles[i]));
  return list;
}
}  // namespace

TS_API void ts_free(void* memory) { std::free(memory); }

TS_API void ts_release(void* handle) {
  if (handle == nullptr) return;
  auto owned = c10::intrusive_ptr<c10::TensorImpl, c10::UndefinedTensorImpl>::reclaim(static_cast<c10::TensorImpl*>(handle));
}

TS_API char* ts_alias(void* handle, void** result) {
  return guarded([&] { *result = give_tensor(borrow_tensor(handle)); });
}

TS_API char* ts_empty(const int64_t* sizes, int32_t dims, int32_t dtype, int32_t device_type, int32_t device_index, void** result) {
  return guarded([&] {
    auto options = at::TensorOptions()
        .dtype(static_cast<c10::ScalarType>(dtype))
        .device(c10::Device(static_cast<c10::DeviceType>(device_type), static_cast<c10::DeviceIndex>(device_index)));
    *result = give_tensor(at::empty(at::IntArrayRef(sizes, dims), options));
  });
}

TS_API int32_t ts_dim(void* handle) { return static_cast<int32_t>(static_cast<c10::TensorImpl*>(handle)->dim()); }
TS_API int64_t ts_numel(void* handle) { return static_cast<c10::TensorImpl*>(handle)->numel(); }
TS_API int32_t ts_dtype(void* handle) { return static_cast<int32_t>(c10::typeMetaToScalarType(static_cast<c10::TensorImpl*>(handle)->dtype())); }
TS_API int64_t ts_element_size(void* handle) { return static_cast<int64_t>(static_cast<c10::TensorImpl*>(handle)->dtype().itemsize()); }
TS_API int64_t ts_storage_offset(void* handle) { return static_cast<c10::TensorImpl*>(handle)->storage_offset(); }
TS_API int32_t ts_is_contiguous(void* handle) { return static_cast<c10::TensorImpl*>(handle)->is_contiguous() ? 1 : 0; }

TS_API void ts_shape(void* handle, int64_t* sizes) {
  auto shape = static_cast<c10::TensorImpl*>(handle)->sizes();
  std::copy(shape.begin(), shape.end(), sizes);
}

TS_API void ts_strides(void* handle, int64_t* strides) {
  auto shape = static_cast<c10::TensorImpl*>(handle)->strides();
  std::copy(shape.begin(), shape.end(), strides);
}

TS_API void ts_device(void* handle, int32_t* type, int32_t* index) {
  auto device = static_cast<c10::TensorImpl*>(handle)->device();
  *type = static_cast<int32_t>(device.type());
  *index = device.index();
}

TS_API char* ts_data(void* handle, void** memory) {
  return guarded([&] { *memory = borrow_tensor(handle).data_ptr(); });
}

TS_API int32_t ts_requires_grad(void* handle) { return borrow_tensor(handle).requires_grad() ? 1 : 0; }
TS_API int32_t ts_is_leaf(void* handle) { return borrow_tensor(handle).is_leaf() ? 1 : 0; }

TS_API char* ts_set_requires_grad(void* handle, int32_t value) {
  return guarded([&] { borrow_tensor(handle).requires_grad_(value != 0); });
}

TS_API char* ts_retain_grad(void* handle) {
  return guarded([&] { borrow_tensor(handle).retain_grad(); });
}

TS_API char* ts_grad(void* handle, void** result) {
  return guarded([&] { *result = give_tensor(borrow_tensor(handle).grad()); });
}

TS_API char* ts_set_grad(void* handle, void* grad) {
  return guarded([&] { borrow_tensor(handle).mutable_grad() = borrow_tensor(grad); });
}

// Replaces what the handle shows (Module.to on a parameter keeps the parameter's identity).
TS_API char* ts_set_data(void* handle, void* data) {
  return guarded([&] { borrow_tensor(handle).set_data(borrow_tensor(data)); });
}

TS_API char* ts_backward(void** tensors, int32_t count, void** gradients, int32_t gradient_count,
                         int32_t retain_graph, int32_t create_graph, void** inputs, int32_t input_count) {
  return guarded([&] {
    // not given, the graph is kept where a graph of the gradients is made
    bool retain = retain_graph < 0 ? create_graph != 0 : retain_graph != 0;
    torch::autograd::backward(borrow_all(tensors, count), borrow_all(gradients, gradient_count), retain,
                              create_graph != 0, borrow_all(inputs, input_count));
  });
}

TS_API char* ts_autograd(void** outputs, int32_t output_count, void** inputs, int32_t input_count, void** gradients, int32_t gradient_count,
                         int32_t retain_graph, int32_t create_graph, int32_t allow_unused, void** results) {
  return guarded([&] {
    auto computed = torch::autograd::grad(borrow_all(outputs, output_count), borrow_all(inputs, input_count), borrow_all(gradients, gradient_count),
                                          retain_graph != 0, create_graph != 0, allow_unused != 0);
    for (size_t i = 0; i < computed.size(); ++i) results[i] = give_tensor(computed[i]);
  });
}
