#include "intake/stream.h"

#include <zlib.h>
#include <zstd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>
#include <fstream>
#include <iostream>
#include <vector>

namespace herald::intake {
namespace {

constexpr size_t kChunk = size_t{1} << 16;

Error broken(std::string what, std::optional<uint64_t> offset, std::string hint) {
  return {.what = std::move(what), .origin = {}, .offset = offset, .line = {}, .hint = std::move(hint)};
}

class StreamSource : public ByteSource {
 public:
  explicit StreamSource(std::istream& in) : in_(in) {}
  Result<size_t> read(char* to, size_t room) override {
    in_.read(to, static_cast<std::streamsize>(room));
    if (in_.bad()) return broken("could not be read to its end", {}, "check the disk and the permissions");
    return static_cast<size_t>(in_.gcount());
  }

 private:
  std::istream& in_;
};

class FileSource : public ByteSource {
 public:
  explicit FileSource(std::ifstream in) : in_(std::move(in)), stream_(in_) {}
  Result<size_t> read(char* to, size_t room) override { return stream_.read(to, room); }

 private:
  std::ifstream in_;
  StreamSource stream_;
};

class MemorySource : public ByteSource {
 public:
  explicit MemorySource(std::string_view bytes) : bytes_(bytes) {}
  Result<size_t> read(char* to, size_t room) override {
    const size_t n = std::min(room, bytes_.size());
    std::copy_n(bytes_.begin(), n, to);
    bytes_.remove_prefix(n);
    return n;
  }

 private:
  std::string_view bytes_;
};

// What both unpackers share: packed bytes come in chunks behind the ones that were looked at to know the form.
class Unpacker : public ByteSource {
 public:
  Unpacker(std::unique_ptr<ByteSource> source, std::string first) : source_(std::move(source)), packed_(std::move(first)) {}

 protected:
  // False at the end of the packed bytes.
  Result<bool> more() {
    if (at_ < packed_.size()) return true;
    passed_ += packed_.size();
    packed_.resize(kChunk);
    at_ = 0;
    auto n = source_->read(packed_.data(), packed_.size());
    packed_.resize(n ? *n : 0);
    if (!n) return n.error();
    return !packed_.empty();
  }
  [[nodiscard]] uint64_t packed_offset() const { return passed_ + at_; }

  std::unique_ptr<ByteSource> source_;
  std::string packed_;
  size_t at_ = 0;
  uint64_t passed_ = 0;
};

class GzipSource : public Unpacker {
 public:
  GzipSource(std::unique_ptr<ByteSource> source, std::string first) : Unpacker(std::move(source), std::move(first)) {
    inflateInit2(&zlib_, 16 + MAX_WBITS);
  }
  ~GzipSource() override { inflateEnd(&zlib_); }

  Result<size_t> read(char* to, size_t room) override {
    for (;;) {
      const auto some = more();
      if (!some) return some.error();
      if (!*some) {
        if (in_member_) return broken("the gzip data breaks off", packed_offset(), "fetch the file again: it is cut short");
        return size_t{0};
      }
      in_member_ = true;
      zlib_.next_in = reinterpret_cast<Bytef*>(packed_.data() + at_);
      zlib_.avail_in = static_cast<uInt>(packed_.size() - at_);
      zlib_.next_out = reinterpret_cast<Bytef*>(to);
      zlib_.avail_out = static_cast<uInt>(room);
      const int code = inflate(&zlib_, Z_NO_FLUSH);
      at_ = packed_.size() - zlib_.avail_in;
      const size_t n = room - zlib_.avail_out;
      if (code == Z_STREAM_END) {
        inflateReset(&zlib_);
        in_member_ = false;
      } else if (code != Z_OK && code != Z_BUF_ERROR) {
        return broken("not valid gzip data", packed_offset(), "fetch the file again: it is damaged");
      }
      if (n > 0) return n;
    }
  }

 private:
  z_stream zlib_{};
  bool in_member_ = true;
};

class ZstdSource : public Unpacker {
 public:
  ZstdSource(std::unique_ptr<ByteSource> source, std::string first)
      : Unpacker(std::move(source), std::move(first)), zstd_(ZSTD_createDStream()) {}
  ~ZstdSource() override { ZSTD_freeDStream(zstd_); }

  Result<size_t> read(char* to, size_t room) override {
    for (;;) {
      const auto some = more();
      if (!some) return some.error();
      ZSTD_outBuffer out{to, room, 0};
      ZSTD_inBuffer in{packed_.data(), packed_.size(), at_};
      const size_t code = ZSTD_decompressStream(zstd_, &out, &in);
      at_ = in.pos;
      if (ZSTD_isError(code)) return broken("not valid zstd data", packed_offset(), "fetch the file again: it is damaged");
      if (out.pos > 0) {
        in_frame_ = code != 0;
        return out.pos;
      }
      if (!*some) {
        if (in_frame_) return broken("the zstd data breaks off", packed_offset(), "fetch the file again: it is cut short");
        return size_t{0};
      }
      in_frame_ = code != 0;
    }
  }

 private:
  ZSTD_DStream* zstd_;
  bool in_frame_ = true;
};

// Fails only later, at the first read: an error inside the packed form is met where it stands.
std::unique_ptr<ByteSource> unpacked(std::unique_ptr<ByteSource> source, std::optional<Error>& error) {
  std::string first(4, '\0');
  size_t have = 0;
  while (have < first.size()) {
    auto n = source->read(first.data() + have, first.size() - have);
    if (!n) {
      error = n.error();
      break;
    }
    if (*n == 0) break;
    have += *n;
  }
  first.resize(have);
  if (first.starts_with("\x1f\x8b")) return std::make_unique<GzipSource>(std::move(source), std::move(first));
  if (first == "\x28\xB5\x2F\xFD") return std::make_unique<ZstdSource>(std::move(source), std::move(first));
  class Plain : public Unpacker {
   public:
    using Unpacker::Unpacker;
    Result<size_t> read(char* to, size_t room) override {
      if (at_ == packed_.size()) return source_->read(to, room);
      const size_t n = std::min(room, packed_.size() - at_);
      std::copy_n(packed_.begin() + static_cast<std::ptrdiff_t>(at_), n, to);
      at_ += n;
      return n;
    }
  };
  return std::make_unique<Plain>(std::move(source), std::move(first));
}

}  // namespace

Result<std::unique_ptr<ByteSource>> open_source(const std::filesystem::path& path) {
  if (path == "-") return std::unique_ptr<ByteSource>(std::make_unique<StreamSource>(std::cin));
  std::ifstream in(path, std::ios::binary);
  if (!in) {
    const int code = errno;
    return Error{.what = code == ENOENT ? "no such file" : std::strerror(code),
                 .origin = path.string(),
                 .offset = {},
                 .line = {},
                 .hint = "check the path"};
  }
  return std::unique_ptr<ByteSource>(std::make_unique<FileSource>(std::move(in)));
}

std::unique_ptr<ByteSource> source_of(std::string_view bytes) {
  return std::make_unique<MemorySource>(bytes);
}

Reader::Reader(std::unique_ptr<ByteSource> source) : source_(unpacked(std::move(source), error_)) {}
Reader::~Reader() = default;
Reader::Reader(Reader&&) noexcept = default;

bool Reader::fill() {
  if (ended_ || error_) return false;
  if (at_ > 0) {
    buffer_.erase(0, at_);
    at_ = 0;
  }
  const size_t had = buffer_.size();
  buffer_.resize(had + kChunk);
  const auto n = source_->read(buffer_.data() + had, kChunk);
  buffer_.resize(had + (n ? *n : 0));
  if (!n) error_ = n.error();
  ended_ = buffer_.size() == had;
  return !ended_;
}

std::string_view Reader::peek(size_t count) {
  while (buffer_.size() - at_ < count && fill()) {
  }
  return std::string_view(buffer_).substr(at_, count);
}

std::optional<std::string> Reader::line(size_t limit) {
  std::string out;
  bool any = false;
  for (;;) {
    if (at_ == buffer_.size() && !fill()) break;
    any = true;
    const size_t end = buffer_.find('\n', at_);
    const size_t stop = end == std::string::npos ? buffer_.size() : end;
    if (out.size() <= limit) out.append(buffer_, at_, std::min(stop - at_, limit + 1 - out.size()));
    offset_ += stop - at_;
    at_ = stop;
    if (end != std::string::npos) {
      ++at_;
      ++offset_;
      break;
    }
  }
  if (!any) return std::nullopt;
  if (out.size() <= limit && out.ends_with('\r')) out.pop_back();
  return out;
}

std::string Reader::block(size_t limit) {
  std::string out;
  while (out.size() < limit) {
    if (at_ == buffer_.size() && !fill()) break;
    const size_t n = std::min(limit - out.size(), buffer_.size() - at_);
    out.append(buffer_, at_, n);
    at_ += n;
  }
  offset_ += out.size();
  return out;
}

uint64_t Reader::skip(uint64_t count) {
  uint64_t done = 0;
  while (done < count) {
    if (at_ == buffer_.size() && !fill()) break;
    const auto n = static_cast<size_t>(std::min<uint64_t>(count - done, buffer_.size() - at_));
    at_ += n;
    done += n;
  }
  offset_ += done;
  return done;
}

}  // namespace herald::intake
