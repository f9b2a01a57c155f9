// The C surface of the shim. Every function that can fail returns nullptr on success or a
// malloc'ed UTF-8 message that the caller frees with ts_free.
#pragma once
#include <cstdint>

#define TS_API extern "C" __attribute__((visibility("default")))

// A value that crosses the boundary: one operand or one result of an operator.
enum ts_kind : int32_t {
  TS_NONE = 0,
  TS_TENSOR = 1,         // ptr: tensor handle; a result owns one reference
  TS_INT = 2,            // num
  TS_DOUBLE = 3,         // real
  TS_BOOL = 4,           // num
  TS_INTS = 5,           // ptr: int64_t[count]
  TS_TENSORS = 6,        // ptr: tensor handle[count]; a result's array is malloc'ed
  TS_OPTIONAL_TENSORS = 7,
  TS_STRING = 8,         // ptr: UTF-8, zero-terminated
  TS_DEVICE = 9,         // num: type; count: index
  TS_GENERATOR = 10,     // ptr: generator handle
  TS_DOUBLES = 11,       // ptr: double[count]
  TS_DEFAULT = 12,       // the operator's own default
};

struct ts_value {
  int32_t kind;
  int32_t count;
  union {
    int64_t num;
    double real;
    void* ptr;
  };
};
