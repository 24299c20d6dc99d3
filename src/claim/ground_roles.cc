#include "claim/ground_roles.h"

#include <algorithm>

#include "claim/roles.h"
#include "claim/who.h"

namespace herald::claim {
namespace {

bool is_ground_noun(const std::string& lemma) {
  return one_of(lemma,
                {"town",          "city",        "village",     "base",       "airbase",      "airport",    "airfield",   "province",
                 "district",      "region",      "area",        "territory",  "road",         "highway",    "bridge",     "port",
                 "harbour",       "harbor",      "camp",        "barracks",   "headquarters", "outpost",    "hill",       "ridge",
                 "mountain",      "valley",      "border",      "crossing",   "checkpoint",   "suburb",     "quarter",    "neighbourhood",
                 "neighborhood",  "township",    "hamlet",      "island",     "stronghold",   "bastion",    "capital",    "country",
                 "half",          "part",        "third",       "quarter",    "east",         "west",       "north",      "south",
                 "garrison",      "fort",        "fortress",    "citadel",    "palace",       "station",    "hospital",   "building",
                 "complex",       "compound",    "dam",         "refinery",   "field",        "oilfield",   "junction",   "position",
                 "post",          "enclave",     "pocket",      "zone",       "municipality", "settlement", "stretch",    "portion",
                 "swath",         "swathe",      "square",      "university", "school",       "mosque",     "embassy",    "residence",
                 "hotel",         "prison",      "jail",        "ground",     "soil",         "land",       "strip",      "peninsula",
                 "county",        "centre",      "center",      "outskirt",   "heartland",    "factory",    "mine",       "depot",
                 "checkpost",     "trench",      "line",        "frontline",  "facility",     "plant",      "site",       "locality",
                 "sector",        "rest",        "most",        "all",        "dock",         "terminal",   "tunnel",     "crossroads",
                 "place",         "countryside", "gate",        "hall",       "suburb",       "islet",      "terrain",    "state",
                 "ministry",      "studio",      "airstrip",    "height",     "hilltop",      "gorge",      "pass",       "shrine",
                 "monastery",     "stadium",     "tower",       "corridor",   "runway",       "frontier",   "oasis",      "canal",
                 "intersection",  "roundabout",  "cemetery",    "bunker",     "canyon",       "plateau",    "delta",      "commune",
                 "prefecture",    "governorate", "parish",      "barrio",     "barangay",     "ward",       "slum",       "silo",
                 "pipeline",      "sliver",      "archipelago", "atoll",      "causeway",     "kilometre",  "kilometer",  "redoubt",
                 "fortification", "mansion",     "villa",       "farm",       "ranch",        "firehouse",  "courthouse", "warehouse"});
}

// "Mr. Antar's"
bool titled(const Reading& r, TokenId head) {
  return head > r.sentence_of(head).first &&
         (r.token(head - 1).upos == Upos::PROPN || one_of(r.lower(head - 1), {"mr", "mr.", "ms", "ms.", "mrs", "mrs.", "dr", "dr."}));
}

}  // namespace

bool is_part_word(const std::string& lemma) {
  return one_of(lemma, {"percent",   "cent",      "part",       "half",           "third",   "quarter",  "most",   "all",       "rest",
                        "stretch",   "portion",   "swath",      "swathe",         "east",    "west",     "north",  "south",     "majority",
                        "chunk",     "fifth",     "bulk",       "centre",         "center",  "outskirt", "edge",   "remainder", "much",
                        "corner",    "section",   "two-thirds", "three-quarters", "area",    "pocket",   "sliver", "bit",       "tip",
                        "kilometre", "kilometer", "string",     "number",         "handful", "dozen",    "series", "couple",    "cluster"});
}

bool is_side_word(const std::string& lemma) {
  return one_of(lemma, {"government", "rebel", "opposition", "regime", "army", "administration", "insurgent", "militant", "separatist",
                        "islamist", "loyalist", "coalition"});
}

bool is_ground(const Reading& r, TokenId head) {
  if (r.mention_at<Timex>(head)) return false;
  if (const Mention* m = r.mention_at<Place>(head)) {
    const Place* p = m->as<Place>();
    // A person or body named after a place is not the place.
    return p->use == PlaceUse::literal || r.is(head, {"obj", "nsubj:pass", "obl", "nmod"});
  }
  // Offices are posts too.
  if (r.lemma(head) == "post")
    for (const TokenId c : r.children(head))
      if (one_of(r.lower(c), {"key", "top", "senior", "government", "cabinet", "ministerial", "new", "high", "diplomatic"})) return false;
  // "most of its troops" is no share of a place.
  // A name that is no party's and that the gazetteer lacks is taken for a place where a place must stand.
  const Mention* actor = r.mention_at<Actor>(head);
  const bool party =
      actor && (actor->head == head || head == 0 || r.lower(head - 1) != "of");  // "the Huthi blockade of Taiz" is no name of a party
  if (r.token(head).upos == Upos::PROPN && r.word(head)[0] >= 'A' && r.word(head)[0] <= 'Z' && !party && !titled(r, head) &&
      !r.mention_at<Weapon>(head))
    return true;
  if (is_part_word(r.lemma(head)))
    if (const auto of = r.oblique(head, {"of"})) {
      // "the country, large parts of which": a share of what it hangs on.
      if (r.lower(*of) == "which") return r.is(head, {"conj", "appos"}) && is_ground(r, static_cast<TokenId>(r.token(head).head));
      return r.lower(*of) == "it" || is_ground(r, *of);
    }
  return is_ground_noun(r.lemma(r.content_head(head))) || is_ground_noun(r.lemma(head)) || is_ground_noun(r.lower(head));
}

bool GroundRoles::named(TokenId t) const {
  const Mention* m = r_.mention_at<Place>(t);
  return m && m->form == MentionForm::name;
}

bool GroundRoles::unknown_name(TokenId t, TokenId verb) const {
  const Mention* m = r_.mention_at<Actor>(t);
  if (!m || m->form != MentionForm::name || !m->as<Actor>()->ref.empty() || m->last != m->first + 1 || titled(r_, t)) return false;
  const ActorType type = m->as<Actor>()->type;
  if (one_of(r_.lemma(verb), {"overrun", "recapture", "retake", "reconquer", "reoccupy", "liberate", "besiege", "encircle", "blockade",
                              "vacate", "evacuate"}))
    return type == ActorType::person || type == ActorType::organisation;
  return type == ActorType::organisation &&
         one_of(r_.lemma(verb), {"capture", "seize", "take", "regain", "hold", "control", "lose", "fall"});
}

std::vector<TokenId> GroundRoles::listed(TokenId place) const {
  std::vector<TokenId> out = r_.coordinated(place);
  const Sentence& s = r_.sentence_of(place);
  for (TokenId at = r_.analysis.token_at(r_.noun_phrase(out.back()).end); at + 1 < s.last && r_.lower(at) == "and";) {
    TokenId t = at + 1;
    if (one_of(r_.lower(t), {"to", "in", "at", "of", "from"})) ++t;
    while (t < s.last && !(r_.is_nominal(t) && last_of_run(t)) && r_.token(t).upos != Upos::VERB && r_.token(t).upos != Upos::PUNCT) ++t;
    // What a verb of its own follows begins a new clause.
    if (t >= s.last || !r_.is_nominal(t) || !is_ground(r_, t) || t > at + 6) break;
    TokenId next = r_.analysis.token_at(r_.noun_phrase(t).end);
    while (next < s.last && r_.token(next).upos == Upos::ADV) ++next;
    if (next < s.last && (r_.token(next).upos == Upos::VERB || r_.token(next).upos == Upos::AUX)) break;
    out.push_back(t);
    break;
  }
  // Without "and" before it the last of them names the first again: "Bukavu, capital of the province".
  while (out.size() > 1 && !follows_and(out.back())) out.pop_back();
  return out;
}

bool GroundRoles::follows_and(TokenId t) const {
  if (r_.child(t, {"cc"})) return true;
  const TokenId begin = r_.sentence_of(t).first;
  for (TokenId k = r_.analysis.token_at(r_.noun_phrase(t).begin); k > begin && k + 7 > t; --k)
    if (r_.lower(k - 1) == "and") return true;
  return false;
}

std::optional<TokenId> GroundRoles::party_after(TokenId preposition) const {
  const TokenId end = std::min(r_.sentence_of(preposition).last, preposition + 7);
  for (TokenId t = preposition + 1; t < end && r_.token(t).upos != Upos::VERB && r_.token(t).upos != Upos::PUNCT; ++t)
    if (r_.is_nominal(t) && last_of_run(t)) return can_hold(t) ? std::optional(t) : std::nullopt;
  return std::nullopt;
}

std::string GroundRoles::next_lower(TokenId t) const {
  return t + 1 < r_.sentence_of(t).last ? r_.lower(t + 1) : std::string();
}

std::optional<TokenId> GroundRoles::next_word(TokenId t, std::initializer_list<std::string_view> words) const {
  for (TokenId k = t + 1; k < std::min(r_.sentence_of(t).last, t + 4); ++k)
    if (one_of(r_.lower(k), words)) return k;
  return std::nullopt;
}

std::string GroundRoles::preposition_before(TokenId n) const {
  for (TokenId t = n; t > r_.sentence_of(n).first && t + 6 > n; --t) {
    const Upos u = r_.token(t - 1).upos;
    if (u == Upos::ADP) return r_.lower(t - 1);
    if (u != Upos::ADJ && u != Upos::DET && u != Upos::NOUN && u != Upos::PROPN && u != Upos::PRON && u != Upos::NUM && u != Upos::ADV &&
        u != Upos::PART)
      break;
  }
  return {};
}

bool GroundRoles::last_of_run(TokenId t) const {
  const Sentence& s = r_.sentence_of(t);
  return t + 1 >= s.last ||
         (r_.token(t + 1).upos != Upos::NOUN && r_.token(t + 1).upos != Upos::PROPN && !one_of(r_.lower(t + 1), {"-", "'s", "’s", "'"}));
}

std::optional<TokenId> GroundRoles::ground_after(TokenId t, std::string_view link) const {
  const Sentence& s = r_.sentence_of(t);
  if (!link.empty() && next_lower(t) != link) return std::nullopt;
  for (TokenId k = t + 1; k < std::min(s.last, t + 9); ++k) {
    const Upos u = r_.token(k).upos;
    if (u == Upos::VERB && r_.token(k).xpos != "VBN") return std::nullopt;
    if (u == Upos::PUNCT && r_.word(k) != "-") return std::nullopt;
    if (r_.lower(k) == "than" && one_of(r_.lower(k - 1), {"more", "less", "fewer"})) continue;
    if (u == Upos::ADP && k > t + 1) return std::nullopt;
    if (u == Upos::ADP && link.empty() && !one_of(r_.lower(k), {"of", "over", "in", "on", "across", "into", "through", "up"}))
      return std::nullopt;
    if (!r_.is_nominal(k) || !last_of_run(k)) continue;
    return is_ground(r_, k) ? std::optional(k) : std::nullopt;
  }
  return std::nullopt;
}

std::optional<TokenId> GroundRoles::ground_before(TokenId t) const {
  const Sentence& s = r_.sentence_of(t);
  TokenId begin = t;
  bool aside = false;
  while (begin > s.first && begin + 30 > t) {
    const std::string& w = r_.lower(begin - 1);
    if (one_of(w, {";", ":", "that", "\"", "“", "”", "but", "said", "which", "who", "where", "when", "while"})) break;
    if (w == ",") {
      // ", 90 km downriver, had been": an aside without a verb is stepped over, once.
      if (aside || begin - 1 == s.first || !aside_ends(begin - 1, t)) break;
      aside = true;
      for (--begin; begin > s.first && r_.lower(begin - 1) != ","; --begin) {
      }
      if (begin > s.first) --begin;
      continue;
    }
    --begin;
  }
  // "no question of the town being lost"
  if (t > s.first + 1 && r_.lower(t - 1) == "being" && r_.is_nominal(t - 2) && is_ground(r_, t - 2)) return t - 2;
  for (TokenId k = begin; k < t; ++k) {
    if (r_.token(k).upos == Upos::VERB) return std::nullopt;
    if (r_.is_nominal(k) && last_of_run(k) && !r_.mention_at<Timex>(k)) return is_ground(r_, k) ? std::optional(k) : std::nullopt;
  }
  return std::nullopt;
}

bool GroundRoles::aside_ends(TokenId comma, TokenId t) const {
  for (TokenId k = comma + 1; k < t; ++k)
    if (r_.token(k).upos != Upos::AUX && r_.token(k).upos != Upos::ADV && r_.token(k).upos != Upos::PART) return false;
  return true;
}

bool GroundRoles::beside(TokenId place) const {
  return r_.mention_at<Place>(place) &&
         one_of(preposition_before(place), {"off", "near", "outside", "at", "from", "for", "by", "with", "towards", "toward", "to"});
}

std::optional<TokenId> GroundRoles::doer(TokenId v) const {
  const auto subject = subject_of(r_, v);
  // "accused the army of seizing the hill"
  TokenId at = v;
  for (int steps = 0; steps < 4 && r_.governor(at); ++steps) {
    at = *r_.governor(at);
    if (one_of(r_.lemma(at), {"accuse", "blame"}) && r_.token(v).xpos == "VBG")
      return r_.is_passive(at) ? passive_subject(r_, at) : object_of(r_, at);
  }
  if (subject && party_kind(r_, *subject) == PartyKind::combatants) return subject;
  if (!subject || !can_hold(*subject))
    if (const auto who = before_aside(v)) return who;
  for (TokenId t = v; t > r_.sentence_of(v).first; --t) {
    const Upos u = r_.token(t - 1).upos;
    if (u == Upos::AUX || u == Upos::ADV || u == Upos::PART) continue;
    if ((u == Upos::NOUN || u == Upos::PROPN) && (r_.token(t - 1).head != static_cast<int32_t>(v) || (subject && !can_hold(*subject))) &&
        party_kind(r_, t - 1) == PartyKind::combatants && is_actor(r_, t - 1) && (!subject || *subject < t - 1))
      return t - 1;
    if (!subject && (u == Upos::NOUN || u == Upos::PROPN) && can_hold(t - 1)) return t - 1;
    break;
  }
  return subject;
}

std::optional<TokenId> GroundRoles::before_aside(TokenId v) const {
  const TokenId begin = r_.sentence_of(v).first;
  TokenId t = v;
  while (t > begin && (r_.token(t - 1).upos == Upos::AUX || r_.token(t - 1).upos == Upos::ADV)) --t;
  if (t == begin || r_.lower(t - 1) != ",") return std::nullopt;
  for (TokenId k = t - 1; k > begin && k + 14 > t; --k) {
    if (r_.token(k - 1).upos == Upos::VERB) return std::nullopt;
    if (r_.lower(k - 1) == "," && k - 1 > begin) return r_.is_nominal(k - 2) && fights(k - 2) ? std::optional(k - 2) : std::nullopt;
  }
  return std::nullopt;
}

std::optional<TokenId> GroundRoles::loser(TokenId t, TokenId place) const {
  auto from = beside_or_under(t, place, {"from"});
  if (!from && one_of(r_.lemma(t), {"clear", "purge", "rid", "cleanse", "empty", "free", "sweep"})) {
    from = beside_or_under(t, place, {"of"});
    if (from && !armed(*from)) from.reset();
  }
  // "from Armenian occupation": whose it was.
  if (from && one_of(r_.lemma(*from), {"occupation", "control", "rule", "hand", "grip"}))
    from =
        r_.child(*from, {"nmod:poss", "amod", "compound"}) ? r_.child(*from, {"nmod:poss", "amod", "compound"}) : r_.oblique(*from, {"of"});
  return from && !r_.mention_at<Timex>(*from) && can_hold(*from) ? from : std::nullopt;
}

std::optional<TokenId> GroundRoles::beside_or_under(TokenId t, TokenId place, std::initializer_list<std::string_view> cases) const {
  const auto own = r_.oblique(t, cases);
  return own ? own : r_.oblique(place, cases);
}

std::optional<TokenId> GroundRoles::source_of(TokenId v) const {
  if (const auto from = r_.oblique(v, {"from", "out of"}); from && is_ground(r_, *from)) return from;
  if (const auto out = out_of_place(v); out && is_ground(r_, *out)) return out;
  const Sentence& s = r_.sentence_of(v);
  for (TokenId t = v + 1; t + 1 < std::min(s.last, v + 10); ++t) {
    if (r_.token(t).upos == Upos::VERB || r_.lower(t) == ",") return std::nullopt;
    if (r_.lower(t) == "from" || (r_.lower(t) == "of" && r_.lower(t - 1) == "out")) return ground_after(t);
  }
  return std::nullopt;
}

std::optional<TokenId> GroundRoles::out_of_place(TokenId v) const {
  for (const TokenId c : r_.children(v))
    if (r_.is(c, {"obl"}) && r_.case_of(c).find("out") == 0) return c;
  return std::nullopt;
}

std::optional<TokenId> GroundRoles::side_word_before(TokenId n) const {
  if (n == r_.sentence_of(n).first) return std::nullopt;
  const TokenId t = n - 1;
  if (one_of(r_.lower(t), {"full", "total", "firm", "military", "effective", "complete"}) || r_.token(t).upos == Upos::VERB ||
      r_.token(t).upos == Upos::ADP)
    return std::nullopt;
  return can_hold(t) || r_.mention_at<Actor>(t) || is_side_word(r_.lemma(t)) ? std::optional(t) : std::nullopt;
}

std::optional<TokenId> GroundRoles::besieger_before(TokenId n) const {
  if (n == r_.sentence_of(n).first) return std::nullopt;
  const Mention* m = r_.mention_at<Actor>(n - 1);
  return (m && m->first < n) || is_side_word(r_.lemma(n - 1)) ? std::optional(n - 1) : std::nullopt;
}

bool GroundRoles::long_siege(TokenId n) const {
  for (TokenId t = n; t > r_.sentence_of(n).first && t + 7 > n; --t) {
    if (r_.token(t - 1).upos == Upos::VERB || r_.token(t - 1).upos == Upos::ADP) return false;
    if (one_of(r_.lemma(t - 1), {"day", "week", "month", "year", "long"})) return true;
  }
  return false;
}

std::optional<TokenId> GroundRoles::having(TokenId n) const {
  for (TokenId t = n; t > r_.sentence_of(n).first && t + 5 > n; --t) {
    const Upos u = r_.token(t - 1).upos;
    if (one_of(r_.lemma(t - 1), {"have", "keep", "maintain", "retain", "consolidate", "exercise", "tighten", "hold"})) return t - 1;
    if (u != Upos::ADJ && u != Upos::DET && u != Upos::NOUN && u != Upos::PRON && u != Upos::ADV) return std::nullopt;
  }
  return std::nullopt;
}

std::optional<TokenId> GroundRoles::noun_before(TokenId who) const {
  return who > r_.sentence_of(who).first && r_.is(who - 1, {"compound"}) && is_ground_noun(r_.lemma(who - 1)) ? std::optional(who - 1)
                                                                                                              : std::nullopt;
}

bool GroundRoles::owner_or_the(TokenId n) const {
  const auto det = r_.child(n, {"det"});
  return (det && r_.lower(*det) == "the") || (r_.child(n, {"nmod:poss"}) && one_of(r_.lower(*r_.child(n, {"nmod:poss"})), {"its"}));
}

bool GroundRoles::speaks(TokenId t) const {
  const auto d = r_.describer.describe(t);
  return d.speaks && d.party != PartyKind::combatants;
}

bool GroundRoles::part_of_name(TokenId t) const {
  const auto capital = [&](TokenId k) { return r_.word(k)[0] >= 'A' && r_.word(k)[0] <= 'Z'; };
  const Sentence& s = r_.sentence_of(t);
  return t > s.first && t + 1 < s.last && capital(t) && capital(t + 1) && !r_.is_negated(t) && r_.word(t).size() > 1 &&
         r_.word(t)[1] >= 'a';
}

bool GroundRoles::only_demanded(TokenId t) const {
  int32_t at = r_.token(t).head;
  for (int steps = 0; at >= 0 && steps < 4; ++steps, at = r_.token(static_cast<TokenId>(at)).head)
    if (one_of(r_.lemma(static_cast<TokenId>(at)),
               {"call", "demand", "urge", "seek", "press", "want", "require", "insist", "request", "hope", "ask", "appeal", "resolution",
                "condition", "order", "push", "negotiate", "favour", "oppose"}))
      return true;
  const auto kind = r_.child(t, {"amod"});
  return kind && one_of(r_.lower(*kind), {"unconditional", "immediate", "possible", "eventual", "unilateral"});
}

bool GroundRoles::by_agreement(TokenId verb) const {
  const Sentence& s = r_.sentence_of(verb);
  for (TokenId t = s.first; t + 1 < s.last; ++t)
    if (one_of(r_.lemma(t), {"truce", "deal", "agreement", "accord", "treaty", "ceasefire"}) &&
        one_of(preposition_before(t), {"under", "by", "after"}) && r_.descends(t, verb))
      return true;
  return false;
}

bool GroundRoles::can_hold(TokenId t) const {
  if (is_actor(r_, t)) return true;
  if (const Mention* m = r_.mention_at<Place>(t))
    return m->as<Place>()->type == PlaceType::country || m->as<Place>()->use == PlaceUse::associative;
  if (r_.lower(t) == "it") return r_.mention_at<Actor>(t) != nullptr;
  return (r_.token(t).upos == Upos::PRON && !one_of(r_.lower(t), {"this", "that", "which", "what"})) || is_side_word(r_.lemma(t)) ||
         one_of(r_.lemma(t), {"column", "enemy", "hero", "state"});
}

bool GroundRoles::armed(TokenId t) const {
  if (!can_hold(t)) return false;
  if (is_side_word(r_.lemma(t)) || own_men(t)) return true;
  const PartyKind kind = party_kind(r_, t);
  if (kind != PartyKind::unknown) return kind == PartyKind::combatants;
  if (const Mention* m = r_.mention_at<Actor>(t); m && m->as<Actor>()->type == ActorType::person && m->form == MentionForm::name)
    return false;
  if (r_.token(t).upos == Upos::PRON) return !one_of(r_.lower(t), {"i", "he", "she", "you", "him", "her"});
  return r_.mention_at<Place>(t) || r_.token(t).upos == Upos::PROPN || is_side_word(r_.lemma(t)) ||
         one_of(r_.lemma(t), {"column", "group", "movement", "enemy", "hero"});
}

bool GroundRoles::fights(TokenId t) const {
  return can_hold(t) && !one_of(r_.lemma(t), {"company", "coalition"}) &&
         (party_kind(r_, t) == PartyKind::combatants || own_men(t) ||
          one_of(r_.lemma(t), {"rebel", "army", "regime", "insurgent", "militant", "separatist", "islamist", "loyalist"}));
}

bool GroundRoles::fighters_told() const {
  if (r_.analysis.sentences.size() < 4) return true;
  return std::any_of(r_.mentions.begin(), r_.mentions.end(),
                     [&](const Mention& m) { return m.as<Actor>() && party_kind(r_, m.head) == PartyKind::combatants; }) ||
         std::any_of(r_.analysis.tokens.begin(), r_.analysis.tokens.end(), [&](const Token& t) {
           return one_of(r_.lemma(static_cast<TokenId>(&t - r_.analysis.tokens.data())),
                         {"rebel", "army", "troops", "military", "militia", "insurgent", "guerrilla", "soldier", "war", "siege"});
         });
}

bool GroundRoles::unreal(TokenId t) const {
  const auto mark = r_.child(t, {"mark"});
  if (mark && one_of(r_.lower(*mark), {"if", "unless", "whether"})) return true;
  const bool to = mark && r_.lower(*mark) == "to";
  if (to && r_.is(t, {"advcl", "acl"})) return true;
  if (r_.token(t).head >= 0 && (to || r_.is(t, {"xcomp"}))) {
    const auto up = static_cast<TokenId>(r_.token(t).head);
    if (one_of(r_.lemma(up), {"try", "attempt", "fail", "seek", "hope", "want", "threaten", "able", "fight", "struggle", "allow"}))
      return true;
  }
  bool future = false;
  for (const TokenId c : r_.children(t)) {
    if (r_.is(c, {"aux"}) && one_of(r_.lower(c), {"would", "could", "should", "might"})) return true;
    future = future || (r_.is(c, {"aux"}) && one_of(r_.lower(c), {"will", "wo", "shall"}));
  }
  if (r_.is_negated(t) && future) return true;
  for (const TokenId c : r_.children(t))
    if (one_of(r_.lower(c), {"formerly", "once", "previously"})) return true;
  return false;
}

Modality GroundRoles::told_as(TokenId t) const {
  const Modality m = modality_of(r_, t);
  if (m != Modality::actual) return m;
  if (denier(t) || false_by_word(t)) return Modality::denied;
  // "will complete its withdrawal"
  if (const auto up = r_.governor(t);
      up && r_.token(t).upos == Upos::NOUN && r_.is(t, {"obj", "nsubj:pass"}) && r_.token(*up).upos == Upos::VERB)
    if (const Modality by_verb = modality_of(r_, *up); by_verb == Modality::planned || by_verb == Modality::possible) return by_verb;
  // "before the last base is turned over"
  if (r_.is(t, {"advcl"}) && in_present(t))
    if (const auto mark = r_.child(t, {"mark", "advmod"}); mark && one_of(r_.lower(*mark), {"before", "until", "after", "once", "when"}))
      return Modality::planned;
  const Sentence& s = r_.sentence_of(t);
  for (TokenId k = s.first; k < t; ++k) {
    if (one_of(r_.lower(k), {"unconfirmed", "unverified", "rumour", "rumours", "rumors", "rumor"})) return Modality::possible;
    if (r_.lower(k) == "no" && k + 2 < t && one_of(r_.lower(k + 1), {"question", "truth"})) return Modality::denied;
    // "is to be handed", "is due to leave", "has agreed to give up"
    if (k + 1 < t && t <= k + 5 && r_.lower(k + 1) == "to" &&
        one_of(r_.lemma(k), {"be", "due", "set", "agree", "expect", "prepare", "plan", "vow", "ready"}) && infinitive(k + 2, t))
      return Modality::planned;
  }
  return Modality::actual;
}

bool GroundRoles::in_present(TokenId v) const {
  if (!r_.is_passive(v)) return one_of(r_.token(v).xpos, {"VBZ", "VBP"});
  const auto be = r_.child(v, {"aux:pass"});
  return be && one_of(r_.lower(*be), {"is", "are"});
}

std::optional<TokenId> GroundRoles::denier(TokenId t) const {
  TokenId at = t;
  bool report = false;
  for (int steps = 0; steps < 5; ++steps) {
    if (at != t && (r_.token(at).upos == Upos::VERB || r_.lower(at) == "denies") &&
        (one_of(r_.lemma(at), {"deny", "refute"}) || (report && one_of(r_.lemma(at), {"dismiss", "reject", "dispute"}))))
      return r_.is_negated(at) ? std::nullopt : std::optional(at);
    const auto up = r_.governor(at);
    if (!up || !r_.is(at, {"xcomp", "ccomp", "obj", "nmod", "acl"}) || (r_.token(at).deprel == "acl:relcl" && r_.lower(*up) != "denies"))
      return std::nullopt;
    report = report || one_of(r_.lemma(at), {"claim", "report", "assertion", "allegation", "suggestion", "rumour", "rumor", "word"});
    at = *up;
  }
  return std::nullopt;
}

bool GroundRoles::false_by_word(TokenId t) const {
  const auto lie = [&](TokenId k) {
    return one_of(r_.lemma(k), {"untrue", "false", "baseless", "unfounded", "nonsense", "lie", "rumour", "rumor", "propaganda",
                                "fabrication", "myth", "incorrect"}) ||
           (r_.lower(k) == "true" && r_.is_negated(k));
  };
  const auto up = r_.governor(t);
  return up && lie(*up) && r_.child(*up, {"cop"}) && r_.is(t, {"ccomp", "csubj", "nsubj", "advcl", "acl"});
}

bool GroundRoles::infinitive(TokenId from, TokenId t) const {
  for (TokenId k = from; k < t; ++k)
    if (r_.token(k).upos != Upos::AUX && r_.token(k).upos != Upos::ADV) return false;
  return true;
}

bool GroundRoles::own_men(TokenId t) const {
  return r_.lemma(t) == "man" && r_.child(t, {"nmod:poss"});
}

}  // namespace herald::claim
