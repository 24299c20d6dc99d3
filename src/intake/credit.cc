#include "intake/credit.h"

#include <algorithm>
#include <array>

#include "base/text.h"
#include "intake/page_dates.h"
#include "intake/words.h"

namespace herald::intake {
namespace {

struct Agency {
  std::string_view words;  // lower case
  std::string_view name;
};
constexpr std::array kAgencies = std::to_array<Agency>({
    {"reuters", "Reuters"},
    {"thomson reuters", "Reuters"},
    {"afp", "AFP"},
    {"agence france-presse", "AFP"},
    {"agence france presse", "AFP"},
    {"ap", "AP"},
    {"associated press", "AP"},
    {"the associated press", "AP"},
    {"xinhua", "Xinhua"},
    {"xinhua news agency", "Xinhua"},
    {"tass", "TASS"},
    {"itar-tass", "ITAR-TASS"},
    {"ria novosti", "RIA Novosti"},
    {"ria", "RIA"},
    {"interfax", "Interfax"},
    {"interfax-ukraine", "Interfax-Ukraine"},
    {"dpa", "dpa"},
    {"efe", "EFE"},
    {"ansa", "ANSA"},
    {"pti", "PTI"},
    {"press trust of india", "PTI"},
    {"ians", "IANS"},
    {"ani", "ANI"},
    {"kyodo", "Kyodo"},
    {"anadolu", "Anadolu"},
    {"anadolu agency", "Anadolu"},
    {"aa", "AA"},
    {"sana", "SANA"},
    {"irna", "IRNA"},
    {"fars", "Fars"},
    {"tasnim", "Tasnim"},
    {"bloomberg", "Bloomberg"},
    {"upi", "UPI"},
    {"press association", "Press Association"},
    {"pa media", "PA Media"},
    {"ukrinform", "Ukrinform"},
    {"unian", "UNIAN"},
    {"petra", "Petra"},
    {"wam", "WAM"},
    {"spa", "SPA"},
    {"kuna", "KUNA"},
    {"mena", "MENA"},
    {"app", "APP"},
    {"yonhap", "Yonhap"},
    {"cnn", "CNN"},
    {"irin", "IRIN"},
    {"aki", "AKI"},
});

bool is_upper(char c) {
  return c >= 'A' && c <= 'Z';
}
bool is_lower(char c) {
  return c >= 'a' && c <= 'z';
}
bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

std::string_view bare(std::string_view s) {
  s = base::trim(s);
  while (!s.empty() && (s.front() == '(' || s.front() == '-' || s.front() == ':')) s = base::trim(s.substr(1));
  while (!s.empty() && (s.back() == ')' || s.back() == '.' || s.back() == ':' || s.back() == '-'))
    s = base::trim(s.substr(0, s.size() - 1));
  return s;
}

void add(std::vector<std::string>& list, std::string_view name) {
  if (std::find(list.begin(), list.end(), name) == list.end()) list.emplace_back(name);
}

// Parts between "/", ",", "&", "|", ";" and " and ".
std::vector<std::string_view> credit_parts(std::string_view s) {
  std::vector<std::string_view> out;
  size_t begin = 0;
  for (size_t i = 0; i <= s.size(); ++i) {
    const bool word = s.substr(i).starts_with(" and ");
    if (i < s.size() && !word && std::string_view("/,&|;").find(s[i]) == std::string_view::npos) continue;
    out.push_back(bare(s.substr(begin, i - begin)));
    i += word ? 4 : 0;
    begin = i + 1;
  }
  return out;
}

// Bytes of a dash that ends a dateline at `at`, spaces round it included; 0 where there is none.
size_t dash_at(std::string_view s, size_t at) {
  size_t i = at;
  while (i < s.size() && s[i] == ' ') ++i;
  const size_t dash = i;
  while (i < s.size()) {
    if (s[i] == '-' || s[i] == '_')
      ++i;
    else if (s.substr(i).starts_with("\u2013") || s.substr(i).starts_with("\u2014"))
      i += 3;
    else
      break;
  }
  if (i == dash || (i < s.size() && s[i] != ' ' && dash == at)) return 0;
  while (i < s.size() && s[i] == ' ') ++i;
  return i - at;
}

// Length of a run of place names in capitals ("UNITED NATIONS", "CLEVELAND, Ohio", "AL-HASAKAH/BEIRUT") at the head; 0 where there is none.
size_t place_run(std::string_view s) {
  size_t i = 0;
  size_t capitals = 0;
  while (i < s.size() && (is_upper(s[i]) || s[i] == ' ' || s[i] == '-' || s[i] == '/' || s[i] == '\'' || s[i] == '.' ||
                          static_cast<unsigned char>(s[i]) >= 0xC3)) {
    if (s.substr(i).starts_with("\u2013") || s.substr(i).starts_with("\u2014") || s.substr(i).starts_with(" -") ||
        s.substr(i).starts_with(" ("))
      break;
    capitals += is_upper(s[i]) ? 1 : 0;
    ++i;
  }
  while (i > 0 && s[i - 1] == ' ') --i;
  if (capitals < 3 || i > 60) return 0;
  return i;
}

// Whether words in capitals can be a place's name: not all are plain English words; where `sure` is asked, one is a known name.
bool names_place(std::string_view words, bool sure) {
  const std::string lower = base::lower_ascii(words);
  if (lower == "united nations") return true;
  bool plain = true;
  bool name = false;
  for (const std::string_view w : base::split(lower, ' ')) {
    plain = plain && is_common(w);
    name = name || rank_of(w) == WordRank::name;
  }
  return !plain && (name || !sure);
}

}  // namespace

std::string_view agency_of(std::string_view words) {
  const std::string w = base::lower_ascii(bare(words));
  for (const Agency& a : kAgencies)
    if (a.words == w) return a.name;
  return {};
}

std::vector<std::string> agencies_of_line(std::string_view line) {
  std::vector<std::string> out;
  if (line.size() > 120) return out;
  line = bare(line);
  for (const std::string_view lead : {"agencies:", "source:", "from:", "by "})
    if (base::starts_with_ignore_case(line, lead)) line = base::trim(line.substr(lead.size()));
  for (const std::string_view part : credit_parts(line)) {
    const std::string_view name = agency_of(part);
    // A word like "fars" or "app" in running text is no credit: short names stand in capitals, or under their own spelling.
    if (name.empty() || (part != name && std::any_of(part.begin(), part.end(), is_lower) && base::lower_ascii(part) == part)) return {};
    add(out, name);
  }
  return out;
}

std::vector<std::string> agencies_of_byline(std::string_view line) {
  std::vector<std::string> out;
  for (const std::string_view part : credit_parts(line))
    if (const std::string_view name = agency_of(part); !name.empty() && is_upper(part[0])) add(out, name);
  return out;
}

Dateline read_dateline(std::string_view dateline) {
  Dateline out;
  out.text = std::string(base::trim(dateline));
  out.span = {0, static_cast<uint32_t>(dateline.size())};
  for (size_t open = dateline.find('('); open != std::string_view::npos; open = dateline.find('(', open + 1)) {
    const size_t close = dateline.find(')', open);
    if (close == std::string_view::npos) break;
    for (const std::string_view part : credit_parts(dateline.substr(open + 1, close - open - 1)))
      if (const std::string_view name = agency_of(part); !name.empty()) add(out.agencies, name);
  }
  const auto dates = find_dates(dateline, {});
  if (!dates.empty()) out.day = dates.front().moment.day();
  return out;
}

std::optional<Dateline> find_dateline(std::string_view s) {
  size_t i = place_run(s);
  const bool capitals = i > 0;
  if (!capitals) {
    // "Beirut (Reuters) -": a place in mixed case needs the agency behind it.
    const size_t open = s.substr(0, 80).find('(');
    if (open == std::string_view::npos || open == 0 || !is_upper(s[0])) return std::nullopt;
    i = open;
    while (i > 0 && s[i - 1] == ' ') --i;
    if (s.substr(0, i).find_first_of(".!?\"") != std::string_view::npos) return std::nullopt;
  }
  // What may follow the place: ", Ohio", ", Nov. 12", ", April 2 , 1997", "(Reuters)".
  size_t end = i;
  bool agency = false;
  for (size_t parts = 0; parts < 5; ++parts) {
    size_t j = end;
    while (j < s.size() && s[j] == ' ') ++j;
    if (j < s.size() && s[j] == '(') {
      const size_t close = s.find(')', j);
      if (close == std::string_view::npos || close > j + 60) break;
      agency = agency || !agencies_of_byline(s.substr(j + 1, close - j - 1)).empty();
      end = close + 1;
      continue;
    }
    if (j >= s.size() || s[j] != ',') break;
    size_t k = j + 1;
    size_t words = 0;
    while (k < s.size() && words < 4) {
      while (k < s.size() && s[k] == ' ') ++k;
      if (k >= s.size() || !(is_upper(s[k]) || is_digit(s[k]))) break;
      while (k < s.size() && s[k] != ' ' && s[k] != ',' && s[k] != '(' && !s.substr(k).starts_with("\u2013") &&
             !s.substr(k).starts_with("\u2014"))
        ++k;
      ++words;
      if (dash_at(s, k) > 0 || (k < s.size() && (s[k] == ',' || s[k] == '('))) break;
    }
    if (words == 0) break;
    end = k;
  }
  const size_t dash = dash_at(s, end);
  const bool colon = capitals && end == i && end < s.size() && s[end] == ':';
  if ((dash == 0 && !colon) || end > 120 || (!capitals && !agency) || end + std::max<size_t>(dash, 1) >= s.size()) return std::nullopt;
  // "EXCLUSIVE -" is no place, nor is "GEOGRAPHY:".
  if (capitals && !agency && end == i && !names_place(s.substr(0, i), dash == 0)) return std::nullopt;
  // A line all in capitals opens with a dateline only where an agency or a date shows that it does.
  Dateline out = read_dateline(s.substr(0, end));
  const std::string_view rest = s.substr(end + std::max<size_t>(dash, 1));
  const bool shouted = std::none_of(rest.begin(), rest.end(), is_lower);
  if (shouted && !agency && std::none_of(out.text.begin(), out.text.end(), is_digit)) return std::nullopt;
  return out;
}

}  // namespace herald::intake
