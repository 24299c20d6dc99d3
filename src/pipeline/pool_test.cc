#include "pipeline/pool.h"

#include <gtest/gtest.h>

#include <atomic>
#include <numeric>

namespace herald::pipeline {
namespace {

std::vector<int> squares(unsigned threads, int n, int& most) {
  std::atomic<int> given = 0;
  std::vector<int> out;
  OrderedPool<int, int> pool(
      threads,
      [](unsigned, int x) {
        if (x % 7 == 0) std::this_thread::yield();
        return x * x;
      },
      [&](int x) {
        out.push_back(x);
        ++given;
      });
  most = 0;
  for (int i = 0; i < n; ++i) {
    pool.push(i);
    most = std::max(most, i + 1 - given);
  }
  pool.finish();
  return out;
}

TEST(OrderedPool, KeepsTheOrderForAnyNumberOfThreads) {
  std::vector<int> expected(1000);
  std::iota(expected.begin(), expected.end(), 0);
  for (int& x : expected) x *= x;
  int most = 0;
  for (const unsigned threads : {0U, 1U, 2U, 8U}) EXPECT_EQ(squares(threads, 1000, most), expected) << threads;
}

TEST(OrderedPool, BoundsWhatIsUnderWay) {
  int most = 0;
  EXPECT_EQ(squares(3, 2000, most).size(), 2000U);
  EXPECT_LE(most, 12);
}

TEST(OrderedPool, NothingInGivesNothingOut) {
  int most = 0;
  EXPECT_TRUE(squares(4, 0, most).empty());
}

TEST(OrderedPool, EachWorkerHasItsOwnNumber) {
  std::vector<int> calls(3, 0);  // one slot a worker: a race here is what the thread sanitizer would find
  OrderedPool<int, int> pool(
      3,
      [&](unsigned worker, int x) {
        ++calls.at(worker);
        return x;
      },
      [](int) {});
  for (int i = 0; i < 300; ++i) pool.push(i);
  pool.finish();
  EXPECT_EQ(std::accumulate(calls.begin(), calls.end(), 0), 300);
}

}  // namespace
}  // namespace herald::pipeline
