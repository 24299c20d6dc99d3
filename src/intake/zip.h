// A member of a ZIP archive as a source of bytes, unpacked on the way.
#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>

#include "herald/result.h"
#include "intake/stream.h"

namespace herald::intake {

struct ZipMember {
  std::string name;
  uint64_t size = 0;  // unpacked
  std::unique_ptr<ByteSource> bytes;
};

// The largest member, which is the table in archives that carry a note beside it.
[[nodiscard]] Result<ZipMember> open_zip(const std::filesystem::path& path);

}  // namespace herald::intake
