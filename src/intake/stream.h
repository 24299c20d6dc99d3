// Bytes as they come: from a file or standard input, unpacked on the way, in bounded memory.
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "herald/result.h"

namespace herald::intake {

// One pass over bytes. Not to be shared among threads.
class ByteSource {
 public:
  ByteSource() = default;
  ByteSource(const ByteSource&) = delete;
  ByteSource& operator=(const ByteSource&) = delete;
  virtual ~ByteSource() = default;
  // Up to `room` > 0 bytes into `to`; 0 at the end. After an error the source has ended.
  virtual Result<size_t> read(char* to, size_t room) = 0;
};

// A file, or standard input for "-".
[[nodiscard]] Result<std::unique_ptr<ByteSource>> open_source(const std::filesystem::path& path);
// Bytes in memory, which must outlive the source.
[[nodiscard]] std::unique_ptr<ByteSource> source_of(std::string_view bytes);

// Reads gzip (all members), zstd (all frames) or plain bytes, told apart by their first bytes, line by line or in blocks.
class Reader {
 public:
  explicit Reader(std::unique_ptr<ByteSource> source);
  ~Reader();
  Reader(Reader&&) noexcept;

  // Fewer than `count` bytes only at the end or before an error. Valid until the next call.
  [[nodiscard]] std::string_view peek(size_t count);
  // The next line without its line break, or nullopt at the end. A line longer than `limit` is skipped to its end and comes back cut at
  // `limit` + 1.
  [[nodiscard]] std::optional<std::string> line(size_t limit);
  // The next `limit` bytes, fewer at the end.
  [[nodiscard]] std::string block(size_t limit);
  // Passes over up to `count` bytes; gives their number.
  uint64_t skip(uint64_t count);
  // Unpacked bytes handed out so far.
  [[nodiscard]] uint64_t offset() const { return offset_; }
  // What ended the bytes too early; its origin is empty and its offset counts bytes of the packed form.
  [[nodiscard]] const std::optional<Error>& error() const { return error_; }

 private:
  bool fill();

  std::unique_ptr<ByteSource> source_;
  std::string buffer_;
  size_t at_ = 0;
  uint64_t offset_ = 0;
  bool ended_ = false;
  std::optional<Error> error_;
};

}  // namespace herald::intake
