// Ordered worker pool: items are pushed one after another, worked on by several threads and handed on in the order in which they came.
#pragma once

#include <algorithm>
#include <condition_variable>
#include <cstdint>
#include <deque>
#include <functional>
#include <map>
#include <mutex>
#include <thread>
#include <utility>
#include <vector>

namespace herald::pipeline {

// `work(worker, item)` makes an output of an item and is called by `threads` threads at once, worker in [0, threads); `give` receives the
// outputs in order, one thread at a time. At most 4 * threads items are under way, so memory stays bounded however slow `give` is. Neither
// may throw.
template <typename In, typename Out>
class OrderedPool {
 public:
  OrderedPool(unsigned threads, std::function<Out(unsigned, In)> work, std::function<void(Out)> give)
      : room_(size_t{4} * std::max(1U, threads)), work_(std::move(work)), give_(std::move(give)) {
    for (unsigned t = 0; t < std::max(1U, threads); ++t) workers_.emplace_back([this, t] { loop(t); });
  }
  OrderedPool(const OrderedPool&) = delete;
  OrderedPool& operator=(const OrderedPool&) = delete;
  ~OrderedPool() { finish(); }

  // Waits while too much is under way. Called by one thread, not after finish().
  void push(In item) {
    std::unique_lock lock(mutex_);
    changed_.wait(lock, [this] { return pushed_ - given_ < room_; });
    queue_.emplace_back(pushed_++, std::move(item));
    changed_.notify_all();
  }

  // Returns when all that was pushed has been given. Called a second time it does nothing.
  void finish() {
    {
      const std::lock_guard lock(mutex_);
      ended_ = true;
      changed_.notify_all();
    }
    for (std::thread& t : workers_)
      if (t.joinable()) t.join();
  }

 private:
  void loop(unsigned worker) {
    std::unique_lock lock(mutex_);
    for (;;) {
      changed_.wait(lock, [this] { return !queue_.empty() || ended_; });
      if (queue_.empty()) return;
      auto [number, item] = std::move(queue_.front());
      queue_.pop_front();
      lock.unlock();
      Out out = work_(worker, std::move(item));
      lock.lock();
      waiting_.emplace(number, std::move(out));
      if (!giving_) give_in_order(lock);
    }
  }

  // Gives the next output in line, and those behind it that wait; outputs that become ready meanwhile are given by the same thread.
  void give_in_order(std::unique_lock<std::mutex>& lock) {
    giving_ = true;
    while (!waiting_.empty() && waiting_.begin()->first == given_) {
      Out head = std::move(waiting_.begin()->second);
      waiting_.erase(waiting_.begin());
      lock.unlock();
      give_(std::move(head));
      lock.lock();
      ++given_;
      changed_.notify_all();
    }
    giving_ = false;
  }

  const size_t room_;
  const std::function<Out(unsigned, In)> work_;
  const std::function<void(Out)> give_;
  std::mutex mutex_;  // guards all below but workers_
  std::condition_variable changed_;
  std::deque<std::pair<uint64_t, In>> queue_;
  std::map<uint64_t, Out> waiting_;
  uint64_t pushed_ = 0;
  uint64_t given_ = 0;
  bool giving_ = false;
  bool ended_ = false;
  std::vector<std::thread> workers_;
};

}  // namespace herald::pipeline
