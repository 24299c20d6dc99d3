#include "language/safetensors.h"

#include <gtest/gtest.h>

#include <cmath>
#include <cstring>

namespace herald::language {
namespace {

std::string file(const std::string& header, const std::string& data) {
  std::string out(8, '\0');
  const uint64_t length = header.size();
  std::memcpy(out.data(), &length, 8);
  return out + header + data;
}

std::string sample() {
  const float values[] = {1.5F, -2.0F};
  std::string data("\x00\x3C\x00\xC0\x01\x00\x00\x35", 8);  // 1, -2, the smallest subnormal, 0.3125 as halves
  data.append(reinterpret_cast<const char*>(values), sizeof(values));
  return file(
      R"({"__metadata__":{"a":"b"},"h":{"dtype":"F16","shape":[2,2],"data_offsets":[0,8]},"f":{"dtype":"F32","shape":[2],"data_offsets":[8,16]}})",
      data);
}

TEST(Safetensors, ReadsHalvesAndFloats) {
  const std::string bytes = sample();
  const Result<Tensors> tensors = Tensors::parse(bytes, "x");
  ASSERT_TRUE(tensors.ok()) << tensors.error().message();
  const Result<Tensor> h = tensors->get("h", {2, 2});
  ASSERT_TRUE(h.ok());
  EXPECT_EQ(h->floats(), (std::vector<float>{1.0F, -2.0F, 0x1p-24F, 0.3125F}));
  const Result<Tensor> f = tensors->get("f", {2});
  ASSERT_TRUE(f.ok());
  EXPECT_EQ(f->floats(), (std::vector<float>{1.5F, -2.0F}));
  float row[2] = {10, 10};
  h->add_row(0, 2, row);
  EXPECT_EQ(row[0], 12.0F);
  EXPECT_EQ(row[1], 6.0F);
}

TEST(Safetensors, MissingTensorsAndOtherShapesAreErrors) {
  const std::string bytes = sample();
  const Result<Tensors> tensors = Tensors::parse(bytes, "weights");
  ASSERT_TRUE(tensors.ok());
  EXPECT_NE(tensors->get("g", {2}).error().message().find("\"g\" is missing"), std::string::npos);
  EXPECT_NE(tensors->get("h", {4}).error().message().find("another shape"), std::string::npos);
}

TEST(Safetensors, EveryTruncationIsRefused) {
  const std::string bytes = sample();
  for (size_t size = 0; size < bytes.size(); ++size) {
    const Result<Tensors> tensors = Tensors::parse(std::string_view(bytes).substr(0, size), "short");
    ASSERT_FALSE(tensors.ok()) << size;
    EXPECT_EQ(tensors.error().origin, "short");
  }
}

TEST(Safetensors, MalformedHeadersAreRefused) {
  const std::string data(16, '\0');
  for (const char* header :
       {"", "[]", "{\"a\":1}", "{\"a\":{}}", R"({"a":{"dtype":"F16","shape":[2]}})",
        R"({"a":{"dtype":"I64","shape":[2],"data_offsets":[0,16]}})", R"({"a":{"dtype":"F16","shape":[9],"data_offsets":[0,16]}})",
        R"({"a":{"dtype":"F16","shape":[8],"data_offsets":[16,0]}})", R"({"a":{"dtype":"F16","shape":[8],"data_offsets":[8,24]}})",
        R"({"a":{"dtype":"F16","shape":[-8],"data_offsets":[0,16]}})",
        R"({"a":{"dtype":"F16","shape":[4294967296,4294967296],"data_offsets":[0,0]}})",
        R"({"a":{"dtype":2,"shape":[8],"data_offsets":[0,16]}})"})
    EXPECT_FALSE(Tensors::parse(file(header, data), "bad").ok()) << header;
  std::string huge = file("{}", "");
  std::memset(huge.data(), 0xFF, 8);
  EXPECT_FALSE(Tensors::parse(huge, "bad").ok());
}

TEST(Safetensors, HalvesOfAllFiniteValuesAreExact) {
  for (uint32_t h = 0; h < 0x7C00; ++h) {
    const int exponent = static_cast<int>(h >> 10);
    const double expected = exponent ? std::ldexp(1024 + (h & 1023), exponent - 25) : std::ldexp(h, -24);
    ASSERT_EQ(from_half(static_cast<uint16_t>(h)), expected) << h;
    ASSERT_EQ(from_half(static_cast<uint16_t>(h | 0x8000)), -expected) << h;
  }
}

}  // namespace
}  // namespace herald::language
