#include "intake/zones.h"

#include <algorithm>
#include <array>

#include "base/text.h"

namespace herald::intake {
namespace {

using std::chrono::minutes;
using std::chrono::month;
using std::chrono::Sunday;
using std::chrono::year_month_day;

struct Zone {
  std::string_view name;
  std::string_view countries;  // space-separated; empty: read so without any
  int minutes;
};

// The first row whose countries fit wins. Offsets: IANA time zone database.
constexpr std::array kZones = std::to_array<Zone>({
    {"z", "", 0},
    {"gmt", "", 0},
    {"utc", "", 0},
    {"ut", "", 0},
    {"wet", "", 0},
    {"west", "", 60},
    {"cet", "", 60},
    {"cest", "", 120},
    {"eet", "", 120},
    {"eest", "", 180},
    {"trt", "", 180},
    {"sast", "", 120},
    {"wat", "", 60},
    {"cat", "", 120},
    {"eat", "", 180},
    {"est", "au", 600},
    {"est", "", -300},
    {"edt", "au", 660},
    {"edt", "", -240},
    {"cdt", "", -300},
    {"mdt", "", -360},
    {"pdt", "", -420},
    {"mst", "mm", 390},
    {"mst", "us ca mx", -420},
    {"cst", "cn tw", 480},
    {"cst", "us ca mx", -360},
    {"pst", "pk", 300},
    {"pst", "ph", 480},
    {"pst", "us ca", -480},
    {"akst", "", -540},
    {"akdt", "", -480},
    {"hst", "", -600},
    {"ist", "il", 120},
    {"ist", "ie", 60},
    {"ist", "", 330},
    {"idt", "", 180},
    {"bst", "gb ie", 60},
    {"bst", "bd", 360},
    {"pkt", "", 300},
    {"aft", "", 270},
    {"irst", "", 210},
    {"irdt", "", 270},
    {"ast", "sa iq ye kw qa bh", 180},
    {"ast", "ca pr", -240},
    {"gst", "", 240},
    {"npt", "", 345},
    {"slst", "", 330},
    {"mmt", "", 390},
    {"ict", "", 420},
    {"wib", "", 420},
    {"sgt", "", 480},
    {"hkt", "", 480},
    {"pht", "", 480},
    {"awst", "", 480},
    {"jst", "", 540},
    {"kst", "", 540},
    {"acst", "", 570},
    {"aest", "", 600},
    {"aedt", "", 660},
    {"nzst", "", 720},
    {"nzdt", "", 780},
    {"art", "", -180},
    {"brt", "", -180},
    {"clt", "", -240},
    {"cot", "", -300},
});

// Zones whose name says nothing of summer time, of the United States.
struct Wandering {
  std::string_view name;
  int winter;
};
constexpr std::array<Wandering, 4> kWandering = {{{"et", -300}, {"ct", -360}, {"mt", -420}, {"pt", -480}}};

// Energy Policy Act of 2005: from 2007 second Sunday of March to first Sunday of November; before, first of April to last of October.
bool us_summer(year_month_day day) {
  using namespace std::chrono;
  const bool old = day.year() < year{2007};
  const sys_days from = old ? sys_days{day.year() / April / Sunday[1]} : sys_days{day.year() / March / Sunday[2]};
  const sys_days to = old ? sys_days{day.year() / October / Sunday[last]} : sys_days{day.year() / November / Sunday[1]};
  return sys_days{day} >= from && sys_days{day} < to;
}

// Moscow kept UTC+4 from 27 March 2011 to 26 October 2014.
minutes moscow(year_month_day day) {
  using namespace std::chrono;
  return minutes{day >= 2011y / March / 27 && day < 2014y / October / 26 ? 240 : 180};
}

struct Origin {
  std::string_view word;
  std::string_view country;
};
constexpr std::array kOutletWords = std::to_array<Origin>({
    {"bbc", "gb"},         {"guardian", "gb"}, {"sky news", "gb"}, {"israel", "il"},     {"jerusalem", "il"},  {"haaretz", "il"},
    {"irish", "ie"},       {"dublin", "ie"},   {"xinhua", "cn"},   {"china", "cn"},      {"pakistan", "pk"},   {"dawn", "pk"},
    {"philippine", "ph"},  {"manila", "ph"},   {"dhaka", "bd"},    {"bangladesh", "bd"}, {"washington", "us"}, {"new york", "us"},
    {"los angeles", "us"}, {"chicago", "us"},  {"usa", "us"},      {"cnn", "us"},        {"india", "in"},      {"hindu", "in"},
    {"asian age", "in"},   {"saudi", "sa"},    {"iraq", "iq"},     {"australia", "au"},  {"sydney", "au"},
});

}  // namespace

std::string country_of(std::string_view url, std::string_view outlet) {
  const std::string name = base::lower_ascii(outlet);
  size_t at = url.find("://");
  at = at == std::string_view::npos ? 0 : at + 3;
  const std::string host = base::lower_ascii(url.substr(at, url.find_first_of("/:?#", at) - at));
  if (const size_t dot = host.rfind('.'); dot != std::string::npos) {
    std::string top = host.substr(dot + 1);
    if (top == "uk") return "gb";
    if (top == "gov" || top == "mil") return "us";
    if (top.size() == 2) return top;
  }
  for (const Origin& o : kOutletWords)
    if ((" " + name + " ").find(" " + std::string(o.word)) != std::string::npos) return std::string(o.country);
  return {};
}

bool is_zone(std::string_view word) {
  const std::string w = base::lower_ascii(word);
  return w == "msk" || std::any_of(kZones.begin(), kZones.end(), [&](const Zone& z) { return z.name == w; }) ||
         std::any_of(kWandering.begin(), kWandering.end(), [&](const Wandering& z) { return z.name == w; });
}

std::optional<minutes> zone_offset(std::string_view abbreviation, year_month_day day, std::string_view country) {
  const std::string name = base::lower_ascii(abbreviation);
  if (name == "msk") return moscow(day);
  for (const Wandering& w : kWandering)
    if (w.name == name) return minutes{w.winter + (us_summer(day) ? 60 : 0)};
  for (const Zone& z : kZones) {
    if (z.name != name) continue;
    if (z.countries.empty()) return minutes{z.minutes};
    for (const std::string_view c : base::split(z.countries, ' '))
      if (!country.empty() && c == country) return minutes{z.minutes};
  }
  return std::nullopt;
}

}  // namespace herald::intake
