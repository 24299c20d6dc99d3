#include "claim/setting.h"

#include <algorithm>

#include "claim/passing.h"
#include "claim/when.h"
#include "claim/where.h"

namespace herald::claim {
namespace {

std::optional<Day> published(const Reading& r) {
  return r.report.published ? std::optional(r.report.published->day()) : std::nullopt;
}

// The day that the first three sentences of the body speak of, where it lies just behind publication; else that of publication.
std::optional<Day> day_of_lead(const Reading& r) {
  const auto day = published(r);
  uint32_t seen = 0;
  for (uint32_t s = 0; day && s < r.analysis.sentences.size() && seen < 3; ++s) {
    if (r.in_headline(s)) continue;
    ++seen;
    for (const uint32_t i : r.mentions_in(s)) {
      const Timex* t = r.mentions[i].as<Timex>();
      if (!t || t->type == TimexType::duration || !t->period.start || t->period.start != t->period.end) continue;
      if (*t->period.start <= *day && *day - *t->period.start <= std::chrono::days{2}) return t->period.start;
    }
  }
  return day;
}

// The day that a sentence sets the scene with, told of something else: "On Tuesday the convoy crossed the border."
std::optional<ClaimDate> scene_of(const Reading& r, uint32_t sentence) {
  std::optional<ClaimDate> out;
  const auto day = published(r);
  for (const uint32_t i : r.mentions_in(sentence)) {
    const Mention& m = r.mentions[i];
    const Timex* t = m.as<Timex>();
    if (!t || t->type == TimexType::duration || t->value.ends_with("_REF") || hangs_on_speech(r, m)) continue;
    // "a statement issued on Wednesday said": outside what is said.
    if (std::any_of(r.attributions.begin(), r.attributions.end(), [&](const Attribution& a) {
          const Span& s = r.analysis.sentences[sentence].span;
          return s.contains(a.cue) && !a.content.empty() &&
                 std::none_of(a.content.begin(), a.content.end(), [&](const Span& c) { return c.contains(m.span); });
        }))
      continue;
    const auto period = days_told(r, m);
    if (!period || !period->start || !period->end || (day && *period->end > *day)) continue;
    ClaimDate d;
    d.period = *period;
    d.precision = precision_of(*period);
    // "since March 2003", "this year": the time of a count.
    if (spans_many_days(d) && day && *d.period.end + std::chrono::days{3} >= *day) continue;
    if (!out || *period->end - *period->start < *out->period.end - *out->period.start) out = d;
  }
  return out;
}

// That of the sentence before one that tells of the happening.
std::optional<ClaimDate> scene_before(const Reading& r, const std::vector<Draft>& drafts, const Happening& h) {
  for (const size_t i : h.drafts)
    if (const uint32_t s = drafts[i].claim.sentence; s > 0 && !r.in_headline(s - 1))
      if (auto scene = scene_of(r, s - 1)) return scene;
  return std::nullopt;
}

// "The incident occurred in the X area": where the happening told just before took place, more exactly than its lead says.
void locate(const Reading& r, std::vector<Happening>& happenings) {
  for (const Token& k : r.analysis.tokens) {
    const auto v = static_cast<TokenId>(&k - r.analysis.tokens.data());
    if (!r.is_verb(v) || !one_of(r.lemma(v), {"occur", "happen", "take"})) continue;
    if (r.lemma(v) == "take" && !(v + 1 < r.sentence_of(v).last && r.lower(v + 1) == "place")) continue;
    const auto subject = r.child(v, {"nsubj"});
    if (!subject || !is_deed(r.lemma(*subject))) continue;
    const auto place = stated_place(r, v);
    if (!place) continue;
    Happening* best = nullptr;
    for (Happening& h : happenings)
      if (h.first_sentence <= k.sentence && h.last_sentence + 3 >= k.sentence && (!best || h.last_sentence >= best->last_sentence))
        best = &h;
    if (best && (!best->place || narrower(place->place, best->place->place) ||
                 (compatible(place->place, best->place->place) && !narrower(best->place->place, place->place)))) {
      best->place = place;
      best->located = true;
    }
  }
}

// An earlier happening, told as background to the report's own.
bool long_past(const Reading& r, const Happening& h) {
  const auto day = published(r);
  return day && h.date && !h.date->inherited && h.date->period.end && *h.date->period.end + std::chrono::days{30} < *day;
}

// "The blast": the one of its kind that the report tells of elsewhere, the latest told before it where there are several.
template <typename Tells>
const Happening* known_from(const std::vector<Happening>& happenings, const Happening& h, Tells tells) {
  if (!h.refers || !h.kind) return nullptr;
  const Happening* out = nullptr;
  for (const Happening& o : happenings)
    if (&o != &h && o.kind == h.kind && tells(o) && dates_agree(o.date, h.date) && (o.first_sentence < h.first_sentence || !out)) out = &o;
  return out;
}

// "After the killing of four villagers", "evidence in the murder of …": a sentence about something else takes it as known.
bool is_presupposed(const Reading& r, TokenId trigger) {
  TokenId noun = trigger;
  while (r.is_verb(noun) && r.is(noun, {"acl"}) && r.token(noun).head >= 0) noun = static_cast<TokenId>(r.token(noun).head);
  if (r.token(noun).upos != Upos::NOUN) return false;
  const auto& parts = r.children(noun);
  if (std::any_of(parts.begin(), parts.end(), [&](TokenId c) { return one_of(r.lower(c), {"a", "an", "another"}); })) return false;
  for (TokenId at = noun; r.token(at).head >= 0 && !r.is_verb(at); at = static_cast<TokenId>(r.token(at).head))
    if (r.is(at, {"obl", "nmod"}) &&
        one_of(r.case_of(at), {"after", "following", "over", "of", "by", "with", "to", "for", "from", "since"}) &&
        !(r.is(at, {"nmod"}) && one_of(r.lemma(static_cast<TokenId>(r.token(at).head)), {"series", "wave", "spate", "string"})))
      return true;
  return false;
}

}  // namespace

void set_in_time(const Reading& r, const std::vector<Draft>& drafts, std::vector<Happening>& happenings) {
  const ClaimDate* before = nullptr;
  for (const Happening& h : happenings)
    if (!before && h.date && !r.in_headline(h.first_sentence)) before = &*h.date;
  // "Sunday's attack" where that was first "the weekend attack"
  for (const Happening& h : happenings)
    if (before && h.date && before->period.start < h.date->period.start && h.date->period.end && h.date->period.start &&
        *h.date->period.end <= *before->period.end)
      before = &*h.date;
  const ClaimDate* first = before;
  before = nullptr;
  uint32_t said = 0;
  const auto fresh = [&](const ClaimDate& d) {
    const auto day = published(r);
    return !day || (d.period.end && *d.period.end <= *day && *day - *d.period.end <= std::chrono::days{3});
  };
  for (Happening& h : happenings) {
    if (h.date) {
      before = &*h.date;
      said = h.last_sentence;
      continue;
    }
    if (const Happening* o = known_from(happenings, h, [](const Happening& k) { return k.date && !k.date->inherited; })) {
      h.date = o->date;
      h.date->inherited = true;
      h.date->span.reset();
      continue;
    }
    if (h.aside || std::all_of(h.drafts.begin(), h.drafts.end(), [&](size_t i) { return is_presupposed(r, drafts[i].trigger); })) continue;
    const bool near = before && h.first_sentence <= said + 1;
    if (!near)
      if (const auto scene = scene_before(r, drafts, h)) {
        h.date = *scene;
        h.date->inherited = true;
        before = &*h.date;
        said = h.last_sentence;
        continue;
      }
    const ClaimDate* from = near ? before : first && fresh(*first) ? first : nullptr;
    if (from && from->period.known()) {
      h.date = *from;
      h.date->inherited = true;
      h.date->span.reset();
      if (near) said = h.last_sentence;
    } else if (const auto day = day_of_lead(r)) {
      ClaimDate d;
      d.period = {day, day};
      d.inherited = true;
      h.date = d;
    }
  }
}

void set_in_place(const Reading& r, std::vector<Happening>& happenings) {
  locate(r, happenings);
  const ClaimPlace* before = nullptr;
  std::optional<ClaimPlace> first = main_place(r);
  for (const Happening& h : happenings)
    if (!first && h.place) first = h.place;
  uint32_t said = 0;
  for (Happening& h : happenings) {
    if (h.place) {
      before = &*h.place;
      said = h.last_sentence;
      continue;
    }
    if (const Happening* o =
            known_from(happenings, h, [](const Happening& k) { return k.place && k.place->place.method == PlaceMethod::named; })) {
      h.place = o->place;
      h.place->place.method = PlaceMethod::inherited;
      continue;
    }
    // What lies further back happened somewhere in the country, for all that is told.
    const bool near = before && h.first_sentence <= said + 1;
    if (long_past(r, h))
      if ((h.place = main_country(r))) continue;
    const ClaimPlace* from = near ? before : first ? &*first : before;
    if (!from) continue;
    h.place = *from;
    h.place->place.method = PlaceMethod::inherited;
  }
}

bool told_nearer(const Reading& r, const Claim& c, const Happening& h) {
  if (!c.place || !h.place) return false;
  const Place& own = c.place->place;
  const Place& other = h.place->place;
  const bool exact = other.type == PlaceType::settlement || other.type == PlaceType::region;
  if (!exact || !other.at || !own.at || !narrower(other, own) || !compatible(other, own)) return false;
  // Where the sentence names both, the one is a part of the other: "Saidiyah district in southern Baghdad".
  return std::none_of(r.mentions_in(c.sentence).begin(), r.mentions_in(c.sentence).end(), [&](uint32_t i) {
    const Place* p = r.mentions[i].as<Place>();
    return p && p->ref == other.ref;
  });
}

bool is_nationwide(const Reading& r, uint32_t sentence) {
  const Sentence& s = r.analysis.sentences[sentence];
  for (TokenId t = s.first; t < s.last; ++t) {
    if (one_of(r.lower(t), {"nationwide", "countrywide"})) return true;
    if (one_of(r.lemma(t), {"country", "nation"}) && one_of(r.case_of(t), {"across", "throughout", "around", "in"})) return true;
  }
  return false;
}

bool is_widespread(const Reading& r, const Draft& d) {
  const Sentence& s = r.sentence_of(d.trigger);
  for (TokenId t = s.first; t < s.last; ++t) {
    const bool all = one_of(r.lower(t), {"violence", "unrest", "bloodshed"});
    const bool many = r.token(t).xpos == "NNS" && one_of(r.lemma(t), {"attack", "bombing", "clash", "blast", "explosion", "killing", "raid",
                                                                      "incident", "shooting", "strike"});
    if ((!all && !many) || r.distance(t, d.trigger) > 3) continue;
    const auto& parts = r.children(t);
    const auto has = [&](std::initializer_list<std::string_view> words) {
      return std::any_of(parts.begin(), parts.end(), [&](TokenId c) { return one_of(r.lower(c), words); });
    };
    const auto up = r.governor(t);
    if (up && r.case_of(t) == "of" && one_of(r.lemma(*up), {"series", "string", "wave", "spate"})) return true;
    if (many && has({"separate", "several", "various", "numerous", "other"})) return true;
    if (r.case_of(t) == "in" && std::none_of(parts.begin(), parts.end(), [&](TokenId c) {
          return r.is(c, {"det", "nummod", "nmod:poss"});
        }))
      return true;
  }
  return false;
}

std::optional<ClaimPlace> main_country(const Reading& r) {
  const auto main = main_place(r);
  if (!main || main->place.country.empty()) return std::nullopt;
  for (const Mention& m : r.mentions)
    if (const Place* p = m.as<Place>();
        p && p->type == PlaceType::country && p->country == main->place.country && p->method == PlaceMethod::named) {
      ClaimPlace out{*p, m.span};
      out.place.use = PlaceUse::literal;
      out.place.method = PlaceMethod::inherited;
      return out;
    }
  return std::nullopt;
}

}  // namespace herald::claim
