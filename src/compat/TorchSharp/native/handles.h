// Conversions between C handles and libtorch's reference-counted objects, and the error boundary.
#pragma once
#include <ATen/core/Generator.h>
#include <ATen/core/Tensor.h>
#include <c10/util/Exception.h>
#include <cstdlib>
#include <cstring>
#include <exception>
#include <string>

#include "shim.h"

// A tensor handle is the TensorImpl itself, holding one reference. Undefined tensors are nullptr.
inline void* give_tensor(at::Tensor tensor) {
  if (!tensor.defined()) return nullptr;
  return tensor.unsafeReleaseTensorImpl();
}

// Borrows: adds a reference for as long as the result lives.
inline at::Tensor borrow_tensor(void* handle) {
  if (handle == nullptr) return at::Tensor();
  auto* impl = static_cast<c10::TensorImpl*>(handle);
  return at::Tensor(c10::intrusive_ptr<c10::TensorImpl, c10::UndefinedTensorImpl>::unsafe_reclaim_from_nonowning(impl));
}

inline at::Generator& as_generator(void* handle) { return *static_cast<at::Generator*>(handle); }

inline char* copy_message(const char* text) {
  char* copy = static_cast<char*>(std::malloc(std::strlen(text) + 1));
  std::strcpy(copy, text);
  return copy;
}

template <typename Body>
inline char* guarded(Body&& body) noexcept {
  try {
    body();
    return nullptr;
  } catch (const c10::Error& e) {
    return copy_message(e.what_without_backtrace());
  } catch (const std::exception& e) {
    return copy_message(e.what());
  } catch (...) {
    return copy_message("libtorch raised an unknown error");
  }
}
