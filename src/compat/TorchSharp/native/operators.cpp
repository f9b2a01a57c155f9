// Any ATen operator by its schema name ("aten::add.Tensor"), through libtorch's own dispatcher.
// Autograd, devices and dtypes are therefore exactly libtorch's, whatever its version; arguments
// that are not given take the schema's defaults.
#include "precompiled.h"

#include "handles.h"

namespace {

using c10::IValue;

// c10::optional before libtorch 2.1, std::optional since: whichever the dispatcher itself uses.
template <template <typename> class Optional, typename T>
Optional<at::Tensor> same_optional(const Optional<T>&);
using OptionalTensor = decltype(same_optional(c10::Dispatcher::singleton().findSchema({"", ""})));

c10::TypePtr unwrap(c10::TypePtr type) {
  auto optional = type->cast<c10::OptionalType>();
  return optional ? optional->getElementType() : type;
}

IValue to_ivalue(const ts_value& value, const c10::Argument& argument) {
  switch (value.kind) {
    case TS_NONE:
      return argument.type()->kind() == c10::TypeKind::TensorType ? IValue(at::Tensor()) : IValue();
    case TS_TENSOR:
      return IValue(borrow_tensor(value.ptr));
    case TS_INT:
      // float arguments are not converted by the dispatcher
      if (unwrap(argument.type())->kind() == c10::TypeKind::FloatType) return IValue(static_cast<double>(value.num));
      return IValue(value.num);
    case TS_DOUBLE:
      return IValue(value.real);
    case TS_BOOL:
      return IValue(value.num != 0);
    case TS_INTS: {
      const auto* first = static_cast<const int64_t*>(value.ptr);
      c10::List<int64_t> list;
      list.reserve(value.count);
      for (int32_t i = 0; i < value.count; ++i) list.push_back(first[i]);
      return IValue(std::move(list));
    }
    case TS_DOUBLES: {
      const auto* first = static_cast<const double*>(value.ptr);
      c10::List<double> list;
      for (int32_t i = 0; i < value.count; ++i) list.push_back(first[i]);
      return IValue(std::move(list));
    }
    case TS_TENSORS: {
      c10::List<at::Tensor> list;
      list.reserve(value.count);
      for (int32_t i = 0; i < value.count; ++i) list.push_back(borrow_tensor(static_cast<void**>(value.ptr)[i]));
      return IValue(std::move(list));
    }
    case TS_OPTIONAL_TENSORS: {
      c10::List<OptionalTensor> list;
      list.reserve(value.count);
      for (int32_t i = 0; i < value.count; ++i) {
        void* handle = static_cast<void**>(value.ptr)[i];
        list.push_back(handle == nullptr ? OptionalTensor() : OptionalTensor(borrow_tensor(handle)));
      }
      return IValue(std::move(list));
    }
    case TS_STRING:
      return IValue(std::string(static_cast<const char*>(value.ptr)));
    case TS_DEVICE:
      return IValue(c10::Device(static_cast<c10::DeviceType>(value.num), static_cast<c10::DeviceIndex>(value.count)));
    case TS_GENERATOR:
      return IValue(as_generator(value.ptr));
    default:
      TORCH_CHECK(false, "argument '", argument.name(), "' has unknown kind ", value.kind);
  }
}

void from_ivalue(IValue&& value, ts_value& result) {
  result.count = 0;
  result.num = 0;
  if (value.isNone()) {
    result.kind = TS_NONE;
  } else if (value.isTensor()) {
    result.kind = TS_TENSOR;
    result.ptr = give_tensor(std::move(value).toTensor());
  } else if (value.isTensorList()) {
    auto list = value.toTensorVector();
    auto** handles = static_cast<void**>(std::malloc(sizeof(void*) * (list.size() + 1)));
    for (size_t i = 0; i < list.size(); ++i) handles[i] = give_tensor(std::move(list[i]));
    result.kind = TS_TENSORS;
    result.count = static_cast<int32_t>(list.size());
    result.ptr = handles;
  } else if (value.isBool()) {
    result.kind = TS_BOOL;
    result.num = value.toBool() ? 1 : 0;
  } else if (value.isInt()) {
    result.kind = TS_INT;
    result.num = value.toInt();
  } else if (value.isDouble()) {
    result.kind = TS_DOUBLE;
    result.real = value.toDouble();
  } else {
    TORCH_CHECK(false, "result of type ", value.tagKind(), " cannot be returned");
  }
}

}  // namespace

// The operator with this schema name, or nullptr where this libtorch has none. Never freed: the
// dispatcher keeps operators for the life of the process.
TS_API char* ts_find_operator(const char* name, const char* overload, void** found) {
  return guarded([&] {
    auto handle = c10::Dispatcher::singleton().findSchema({name, overload});
    *found = handle.has_value() ? new c10::OperatorHandle(*handle) : nullptr;
  });
}

TS_API char* ts_call(void* operation, const ts_value* arguments, int32_t count, ts_value* results, int32_t capacity, int32_t* produced) {
  return guarded([&] {
    const auto& handle = *static_cast<c10::OperatorHandle*>(operation);
    const auto& schema = handle.schema();
    const auto& declared = schema.arguments();
    TORCH_CHECK(static_cast<size_t>(count) <= declared.size(), schema.name(), " takes at most ", declared.size(), " arguments, got ", count);
    TORCH_CHECK(schema.returns().size() <= static_cast<size_t>(capacity), schema.name(), " returns too many values");
    torch::jit::Stack stack;
    stack.reserve(declared.size());
    for (size_t i = 0; i < declared.size(); ++i) {
      if (i < static_cast<size_t>(count) && arguments[i].kind != TS_DEFAULT) {
        stack.push_back(to_ivalue(arguments[i], declared[i]));
      } else if (declared[i].default_value().has_value()) {
        stack.push_back(*declared[i].default_value());
      } else {
        TORCH_CHECK(declared[i].type()->kind() == c10::TypeKind::OptionalType, schema.name(), " needs argument '", declared[i].name(), "'");
        stack.push_back(IValue());
      }
    }
    handle.callBoxed(&stack);
    *produced = static_cast<int32_t>(stack.size());
    for (size_t i = 0; i < stack.size(); ++i) from_ivalue(std::move(stack[i]), results[i]);
  });
}
