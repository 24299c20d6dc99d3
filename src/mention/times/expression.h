// What a time expression says, before it is anchored: the output of the grammar and the input of the resolver.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

namespace herald::times {

// Ascending in length; `weekend` stands apart.
enum class Unit : uint8_t { second, minute, hour, day, week, month, quarter, year, decade, century, weekend };
enum class Part : uint8_t { none, morning, midday, afternoon, evening, night, daytime };
enum class Season : uint8_t { none, spring, summer, autumn, winter };
enum class Holiday : uint8_t {
  none,
  new_year,
  new_year_eve,
  christmas,
  christmas_eve,
  easter,
  good_friday,
  easter_monday,
  palm_sunday,
  thanksgiving,
  labor_day,
  memorial_day,
  independence_day,
  halloween,
  valentines_day,
  may_day,
  election_day,
  martin_luther_king_day,
  veterans_day,
  nowruz,
  ramadan,
  eid_al_fitr,
  eid_al_adha,
  ashura,
  arbaeen,
  islamic_new_year,
  mawlid,
  rosh_hashanah,
  yom_kippur,
  passover,
  hanukkah,
  sukkot,
};

// A number of units; `vague` where the text gives none ("several days", "weeks"). `high` where it gives two ("two to six days").
struct Amount {
  double low = 1;
  std::optional<double> high;
  bool vague = false;
};

// From where a relative expression counts.
enum class Origin : uint8_t {
  publication,  // "last week", "two days ago"
  reference,    // "the previous day", "two days later": the time last named
};

struct Expression {
  enum class Kind : uint8_t {
    calendar,   // fields of the calendar, some left open: "Nov. 9", "late Tuesday", "the third quarter", "7:30 local time"
    unit,       // a calendar unit by its distance: "last week" (-1), "this year" (0), "the following day" (+1)
    offset,     // "two weeks ago" (shift -1), "three days later" (+1)
    window,     // "the last two weeks" (shift -1), "the next few days" (+1), "the first nine months" (0)
    duration,   // "two years"
    set,        // "daily"; value holds it
    reference,  // "now", "recently", "soon"; value holds it
  };
  Kind kind = Kind::calendar;
  std::string value;  // TIMEX3 value, where the words alone fix it: sets and references
  std::string mod;    // TIMEX3 mod
  Origin origin = Origin::publication;
  std::optional<int> shift;
  Unit unit = Unit::day;
  Amount amount;

  // Fields of the calendar.
  std::optional<int> year;     // 1998
  std::optional<int> decade;   // 199
  std::optional<int> century;  // 19: the years 19xx
  std::optional<int> month;    // [1, 12]
  std::optional<int> day;      // [1, 31]
  std::optional<int> weekday;  // ISO: Monday 1 … Sunday 7
  std::optional<int> quarter;  // [1, 4]
  std::optional<int> half;     // [1, 2]
  Season season = Season::none;
  Holiday holiday = Holiday::none;
  Part part = Part::none;
  std::optional<int> hour;    // [0, 24]
  std::optional<int> minute;  // [0, 59]
  bool utc = false;           // the clock time is GMT or UTC
  bool overnight = false;     // from the evening of its day into the next
  bool comparative = false;   // "earlier this week": up to publication; "later this week": from it
  bool numeric = false;       // month and day may be the other way round: "11/12/2015"
};

}  // namespace herald::times
