#include "base/hash.h"

#include <openssl/evp.h>

#include <array>

namespace herald::base {

std::string sha256_hex(std::string_view bytes) {
  std::array<unsigned char, EVP_MAX_MD_SIZE> digest{};
  unsigned int size = 0;
  EVP_Digest(bytes.data(), bytes.size(), digest.data(), &size, EVP_sha256(), nullptr);
  static constexpr std::string_view kHex = "0123456789abcdef";
  std::string out;
  for (unsigned int i = 0; i < size; ++i) {
    out += kHex[digest.at(i) >> 4];
    out += kHex[digest.at(i) & 15];
  }
  return out;
}

std::string short_hash(std::string_view bytes, size_t digits) {
  return sha256_hex(bytes).substr(0, digits);
}

}  // namespace herald::base
