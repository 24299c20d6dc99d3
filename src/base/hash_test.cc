#include "base/hash.h"

#include <gtest/gtest.h>

namespace herald::base {
namespace {

TEST(Hash, Sha256OfKnownStrings) {
  EXPECT_EQ(sha256_hex(""), "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
  EXPECT_EQ(short_hash("abc", 10), "ba7816bf8f");
}

}  // namespace
}  // namespace herald::base
