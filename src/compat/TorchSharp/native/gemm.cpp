// Products of float32 matrices. libtorch asks BLAS for them by the Fortran name; loaded through this library, it finds the name here
// first. oneDNN, which libtorch brings along, multiplies the shapes of a transformer faster than OpenBLAS does. What it does not
// take goes on to BLAS, as does everything where libtorch carries oneDNN inside itself.
#include "shim.h"

#include <dlfcn.h>

extern "C" __attribute__((weak)) int dnnl_sgemm(char transa, char transb, int64_t m, int64_t n, int64_t k, float alpha, const float* a, int64_t lda,
                                                const float* b, int64_t ldb, float beta, float* c, int64_t ldc);

namespace {

using Sgemm = void(const char*, const char*, const int*, const int*, const int*, const float*, const float*, const int*, const float*, const int*,
                   const float*, float*, const int*);

constexpr int kSmallest = 16;  // below, a call of oneDNN costs more than the product

char plain(char transposition) { return transposition == 'n' || transposition == 'N' ? 'N' : 'T'; }

}  // namespace

// C [m, n] = alpha · op(A) [m, k] · op(B) [k, n] + beta · C, all by columns. By rows, as oneDNN counts, that is Cᵀ = op(B)ᵀ · op(A)ᵀ.
TS_API void sgemm_(const char* transa, const char* transb, const int* m, const int* n, const int* k, const float* alpha, const float* a, const int* lda,
                   const float* b, const int* ldb, const float* beta, float* c, const int* ldc) {
  if (dnnl_sgemm != nullptr && *m >= kSmallest && *n >= kSmallest && *k >= kSmallest &&
      dnnl_sgemm(plain(*transb), plain(*transa), *n, *m, *k, *alpha, b, *ldb, a, *lda, *beta, c, *ldc) == 0) {
    return;
  }
  static Sgemm* const blas = reinterpret_cast<Sgemm*>(dlsym(RTLD_NEXT, "sgemm_"));
  blas(transa, transb, m, n, k, alpha, a, lda, b, ldb, beta, c, ldc);
}
