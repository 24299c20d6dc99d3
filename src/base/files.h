// Files as values: read whole, mapped read-only, and where the program's own resources lie.
#pragma once

#include <cstddef>
#include <filesystem>
#include <string>
#include <string_view>

#include "herald/result.h"

namespace herald::base {

// "-" is standard input.
[[nodiscard]] Result<std::string> read_file(const std::filesystem::path& path);
// Writes beside the target and renames, so that a reader sees the old file or the new one.
[[nodiscard]] Status write_file(const std::filesystem::path& path, std::string_view bytes);

// A read-only mapping; movable, unmapped when destroyed. Bytes stay valid for its lifetime and may be read by any thread.
class MappedFile {
 public:
  [[nodiscard]] static Result<MappedFile> open(const std::filesystem::path& path);
  MappedFile(MappedFile&& other) noexcept;
  MappedFile& operator=(MappedFile&& other) noexcept;
  MappedFile(const MappedFile&) = delete;
  MappedFile& operator=(const MappedFile&) = delete;
  ~MappedFile();
  [[nodiscard]] std::string_view bytes() const { return {data_, size_}; }

 private:
  MappedFile() = default;
  const char* data_ = nullptr;
  size_t size_ = 0;
};

// The folder with models/, codebook/ and gazetteer.bin: $HERALD_DATA, else share/herald beside the program or one level up.
[[nodiscard]] Result<std::filesystem::path> data_folder();

}  // namespace herald::base
