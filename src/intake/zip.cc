#include "intake/zip.h"

#include <zip.h>

#include <utility>

namespace herald::intake {
namespace {

struct Discard {
  void operator()(zip_t* archive) const { zip_discard(archive); }
  void operator()(zip_file_t* file) const { zip_fclose(file); }
};
using Archive = std::unique_ptr<zip_t, Discard>;
using File = std::unique_ptr<zip_file_t, Discard>;

Error broken(std::string what, const std::filesystem::path& path) {
  return {.what = std::move(what), .origin = path.string(), .offset = {}, .line = {}, .hint = "fetch the archive again"};
}

class ZipSource : public ByteSource {
 public:
  ZipSource(Archive archive, File file) : archive_(std::move(archive)), file_(std::move(file)) {}
  Result<size_t> read(char* to, size_t room) override {
    const zip_int64_t n = zip_fread(file_.get(), to, room);
    if (n < 0) return broken("the ZIP archive is damaged", {});
    return static_cast<size_t>(n);
  }

 private:
  Archive archive_;  // outlives its file
  File file_;
};

}  // namespace

Result<ZipMember> open_zip(const std::filesystem::path& path) {
  Archive archive(zip_open(path.c_str(), ZIP_RDONLY, nullptr));
  if (!archive) return broken("no ZIP archive", path);
  ZipMember out;
  zip_uint64_t largest = 0;
  for (zip_int64_t i = 0; i < zip_get_num_entries(archive.get(), 0); ++i) {
    zip_stat_t stat;
    if (zip_stat_index(archive.get(), static_cast<zip_uint64_t>(i), 0, &stat) != 0 || stat.size <= out.size) continue;
    out.name = stat.name;
    out.size = stat.size;
    largest = static_cast<zip_uint64_t>(i);
  }
  if (out.size == 0) return broken("the ZIP archive is empty", path);
  File file(zip_fopen_index(archive.get(), largest, 0));
  if (!file) return broken("the ZIP archive is damaged", path);
  out.bytes = std::make_unique<ZipSource>(std::move(archive), std::move(file));
  return out;
}

}  // namespace herald::intake
