#include "base/files.h"

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <fstream>
#include <iostream>
#include <iterator>
#include <utility>

namespace herald::base {

namespace fs = std::filesystem;

Result<std::string> read_file(const fs::path& path) {
  if (path == "-") return std::string(std::istreambuf_iterator<char>(std::cin), {});
  if (fs::is_directory(path)) return Error{.what = "is a folder", .origin = path.string(), .offset = {}, .line = {}, .hint = {}};
  std::ifstream in(path, std::ios::binary);
  if (!in) return Error{.what = std::strerror(errno), .origin = path.string(), .offset = {}, .line = {}, .hint = "check the path"};
  std::string out(std::istreambuf_iterator<char>(in), {});
  if (in.bad()) return Error{.what = "could not be read to its end", .origin = path.string(), .offset = out.size(), .line = {}, .hint = {}};
  return out;
}

Status write_file(const fs::path& path, std::string_view bytes) {
  const fs::path beside = path.string() + ".new";
  std::ofstream out(beside, std::ios::binary | std::ios::trunc);
  out.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  out.close();
  std::error_code code;
  if (out) fs::rename(beside, path, code);
  if (!out || code)
    return Error{.what = "could not be written",
                 .origin = path.string(),
                 .offset = {},
                 .line = {},
                 .hint = "is the folder there, and is there room?"};
  return Done{};
}

Result<MappedFile> MappedFile::open(const fs::path& path) {
  const auto fail = [&] { return Error{.what = std::strerror(errno), .origin = path.string(), .offset = {}, .line = {}, .hint = {}}; };
  const int fd = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
  if (fd < 0) return fail();
  struct stat st {};
  if (::fstat(fd, &st) != 0) {
    const auto error = fail();
    ::close(fd);
    return error;
  }
  MappedFile out;
  out.size_ = static_cast<size_t>(st.st_size);
  if (out.size_ > 0) {
    void* at = ::mmap(nullptr, out.size_, PROT_READ, MAP_SHARED, fd, 0);
    if (at == MAP_FAILED) {
      const auto error = fail();
      ::close(fd);
      out.size_ = 0;
      return error;
    }
    out.data_ = static_cast<const char*>(at);
  }
  ::close(fd);
  return out;
}

MappedFile::MappedFile(MappedFile&& o) noexcept : data_(std::exchange(o.data_, nullptr)), size_(std::exchange(o.size_, 0)) {}

MappedFile& MappedFile::operator=(MappedFile&& o) noexcept {
  std::swap(data_, o.data_);
  std::swap(size_, o.size_);
  return *this;
}

MappedFile::~MappedFile() {
  if (data_) ::munmap(const_cast<char*>(data_), size_);
}

Result<fs::path> data_folder() {
  if (const char* env = std::getenv("HERALD_DATA")) return fs::path(env);
  std::error_code code;
  const fs::path program = fs::read_symlink("/proc/self/exe", code);
  for (const fs::path& p : {program.parent_path() / "share/herald", program.parent_path().parent_path() / "share/herald"})
    if (fs::is_directory(p, code)) return p;
  return Error{.what = "no data folder",
               .origin = program.string(),
               .offset = {},
               .line = {},
               .hint = "set HERALD_DATA to the folder that holds models/, codebook/ and gazetteer.bin"};
}

}  // namespace herald::base
