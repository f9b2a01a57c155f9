// Main memory of big tensors. Tensors of many megabytes come and go with every operator: glibc gives their pages back to the kernel,
// or leaves holes between the small objects of the autograd graph, into which the next tensor does not fit. Here they live in a
// region of their own. A freed block joins its free neighbours, a new one takes the smallest hole that holds it, and pages stay with
// the process: a repeated step touches no page that the step before did not.
//
// Small tensors, and what does not fit into the region, go to libtorch's own allocator.
#include "precompiled.h"

#include <c10/core/CPUAllocator.h>
#include <sys/mman.h>
#include <torch/version.h>
#include <unistd.h>

#include <iterator>
#include <map>
#include <mutex>
#include <set>
#include <tuple>
#include <unordered_map>
#include <utility>

namespace {

constexpr size_t kBig = size_t{256} << 10;
constexpr size_t kAlignment = 64;
constexpr size_t kReserved = size_t{1} << 40;  // of addresses; a page costs nothing before it is touched

class Region {
 public:
  Region() : start_(static_cast<char*>(mmap(nullptr, kReserved, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0))),
             memory_(static_cast<size_t>(sysconf(_SC_PHYS_PAGES)) * static_cast<size_t>(sysconf(_SC_PAGESIZE))) {
    if (start_ == MAP_FAILED) start_ = nullptr;
    top_ = start_;
  }

  bool holds(const void* block) const { return start_ != nullptr && block >= start_ && block < start_ + kReserved; }

  // nullptr where it cannot be had here; more than the machine has is refused, as malloc refuses it.
  char* take(size_t bytes) {
    if (start_ == nullptr || bytes > memory_) return nullptr;
    const size_t size = (bytes + kAlignment - 1) / kAlignment * kAlignment;
    std::lock_guard<std::mutex> lock(mutex_);
    const auto fitting = by_size_.lower_bound({size, nullptr});
    const auto hole = fitting != by_size_.end() ? free_.find(fitting->second) : hole_at_top();
    char* block = top_;
    size_t found = 0;
    if (hole != free_.end()) {
      std::tie(block, found) = *hole;
      forget(hole);
    }
    if (found < size) {
      if (block + size > start_ + kReserved) return nullptr;
      top_ = block + size;
    } else if (found > size) {
      remember(block + size, found - size);
    }
    used_.emplace(block, size);
    return block;
  }

  void give(char* block) {
    std::lock_guard<std::mutex> lock(mutex_);
    const auto owned = used_.find(block);
    size_t size = owned->second;
    used_.erase(owned);
    auto next = free_.lower_bound(block);
    if (next != free_.end() && next->first == block + size) {
      size += next->second;
      next = forget(next);
    }
    if (next != free_.begin()) {
      const auto before = std::prev(next);
      if (before->first + before->second == block) {
        block = before->first;
        size += before->second;
        forget(before);
      }
    }
    remember(block, size);
  }

 private:
  using Holes = std::map<char*, size_t>;

  Holes::iterator hole_at_top() {
    if (free_.empty()) return free_.end();
    const auto last = std::prev(free_.end());
    return last->first + last->second == top_ ? last : free_.end();
  }

  void remember(char* block, size_t size) {
    free_.emplace(block, size);
    by_size_.emplace(size, block);
  }

  Holes::iterator forget(Holes::iterator hole) {
    by_size_.erase({hole->second, hole->first});
    return free_.erase(hole);
  }

  char* start_;
  char* top_;            // everything beyond was never used
  const size_t memory_;  // of the machine, bytes
  std::mutex mutex_;
  Holes free_;  // by address; no two of them touch
  std::set<std::pair<size_t, char*>> by_size_;
  std::unordered_map<char*, size_t> used_;
};

// Never destroyed: tensors may outlive the library's other objects.
Region& region() {
  static Region* const instance = new Region();
  return *instance;
}

class BigTensorAllocator final : public c10::Allocator {
 public:
  explicit BigTensorAllocator(c10::Allocator* small) { small_ = small; }

// libtorch 2.3 dropped the const and asked for copy_data
#if TORCH_VERSION_MAJOR > 2 || (TORCH_VERSION_MAJOR == 2 && TORCH_VERSION_MINOR >= 3)
  c10::DataPtr allocate(size_t bytes) override { return allocated(bytes); }
  void copy_data(void* to, const void* from, std::size_t bytes) const override { default_copy_data(to, from, bytes); }
#else
  c10::DataPtr allocate(size_t bytes) const override { return allocated(bytes); }
#endif

  c10::DeleterFnPtr raw_deleter() const override { return &release; }

 private:
  static c10::DataPtr allocated(size_t bytes) {
    void* block = bytes >= kBig ? region().take(bytes) : nullptr;
    if (block == nullptr) block = small_->raw_allocate(bytes);
    return {block, block, &release, c10::Device(c10::DeviceType::CPU)};
  }

  static void release(void* block) {
    if (region().holds(block)) {
      region().give(static_cast<char*>(block));
    } else {
      small_->raw_deallocate(block);
    }
  }

  static c10::Allocator* small_;
};

c10::Allocator* BigTensorAllocator::small_ = nullptr;

__attribute__((constructor)) void use_for_tensors() {
  auto* small = c10::GetCPUAllocator();
  if (small->raw_deleter() != nullptr) c10::SetCPUAllocator(new BigTensorAllocator(small), 1);
}

}  // namespace
