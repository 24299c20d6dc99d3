#include "language/lemmatizer.h"

#include "base/utf8.h"
#include "language/features.h"

namespace herald::language {

bool valid_edit(std::string_view edit) {
  if (edit.starts_with('=')) return edit.size() > 1;
  return edit.size() >= 2 && std::string_view("ltku").find(edit[0]) != std::string_view::npos && edit[1] >= '0' && edit[1] <= '9';
}

std::string apply_edit(std::string_view form, std::string_view edit) {
  if (edit[0] == '=') return std::string(edit.substr(1));
  std::string out;
  switch (edit[0]) {
    case 'l':
      out = lower(form);
      break;
    case 'u':
      out = upper(form);
      break;
    case 't': {
      const size_t first = form.empty() ? 0 : base::code_point_at(form, 0).size;
      out = upper(form.substr(0, first)) + lower(form.substr(first));
      break;
    }
    default:
      out = form;
      break;
  }
  for (int cut = edit[1] - '0'; cut > 0 && !out.empty(); --cut) {
    while (out.size() > 1 && (static_cast<unsigned char>(out.back()) & 0xC0) == 0x80) out.pop_back();
    out.pop_back();
  }
  out += edit.substr(2);
  return out.empty() ? std::string(form) : out;
}

}  // namespace herald::language
