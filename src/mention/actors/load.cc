#include <algorithm>
#include <array>
#include <map>
#include <set>

#include "base/text.h"
#include "mention/actors/registry.h"
#include "mention/actors/yaml.h"
#include "mention/places/names.h"

namespace herald::actors {
namespace {

constexpr std::array<std::pair<ActorKind, std::string_view>, 20> kKinds = {{
    {ActorKind::state, "state"},
    {ActorKind::government, "government"},
    {ActorKind::army, "army"},
    {ActorKind::police, "police"},
    {ActorKind::airforce, "air-force"},
    {ActorKind::navy, "navy"},
    {ActorKind::agency_of_state, "agency-of-state"},
    {ActorKind::rebel, "rebel"},
    {ActorKind::militia, "militia"},
    {ActorKind::coalition, "coalition"},
    {ActorKind::party, "party"},
    {ActorKind::community, "community"},
    {ActorKind::monitor, "monitor"},
    {ActorKind::agency, "agency"},
    {ActorKind::broadcaster, "broadcaster"},
    {ActorKind::newspaper, "newspaper"},
    {ActorKind::international, "international"},
    {ActorKind::court, "court"},
    {ActorKind::ngo, "ngo"},
    {ActorKind::hospital, "hospital"},
}};

std::map<std::string, ActorKind> kinds_by_name() {
  std::map<std::string, ActorKind> out;
  for (const auto& [kind, name] : kKinds) out.emplace(name, kind);
  return out;
}

std::string prefixed(const std::string& id) {
  return id.empty() ? id : "actor:" + id;
}

// Whole years and months are allowed; an open end is the start or the end of what is given.
std::optional<Day> read_day(const Row& row, const std::string& key, bool end) {
  std::string text = row.text(key);
  if (text.empty()) return std::nullopt;
  if (text.size() == 4) text += end ? "-12-31" : "-01-01";
  if (text.size() == 7) {
    const std::optional<Day> first = parse_day(text + "-01");
    if (!first) row.fail("\"" + key + "\" is no date: " + text);
    const std::chrono::year_month_day ymd(*first);
    return end ? Day(std::chrono::year_month_day_last(ymd.year(), std::chrono::month_day_last(ymd.month()))) : *first;
  }
  const std::optional<Day> day = parse_day(text);
  if (!day) row.fail("\"" + key + "\" is no date: " + text);
  return day;
}

Period read_period(const Row& row) {
  const Period period{read_day(row, "from", false), read_day(row, "to", true)};
  if (period.start && period.end && *period.start > *period.end) row.fail("\"from\" is after \"to\"");
  return period;
}

bool speaks_by_kind(ActorKind kind) {
  switch (kind) {
    case ActorKind::government:
    case ActorKind::police:
    case ActorKind::agency_of_state:
    case ActorKind::monitor:
    case ActorKind::agency:
    case ActorKind::broadcaster:
    case ActorKind::newspaper:
    case ActorKind::international:
    case ActorKind::court:
    case ActorKind::ngo:
    case ActorKind::hospital:
      return true;
    default:
      return false;
  }
}

ActorEntry read_actor(const Row& row) {
  static const std::map<std::string, ActorKind> kinds = kinds_by_name();
  ActorEntry out;
  out.id = prefixed(row.text("id"));
  out.name = row.text("name");
  out.kind = row.one_of("kind", kinds);
  out.countries = row.list("country");
  out.parent = prefixed(row.text("parent"));
  out.was = prefixed(row.text("was"));
  out.became = prefixed(row.text("became"));
  out.period = read_period(row);
  for (const YAML::Node& node : row.nodes("allegiances")) {
    const Row allegiance(node, {"with", "from", "to"});
    out.allegiances.push_back({prefixed(allegiance.text("with")), read_period(allegiance)});
  }
  out.aliases = row.list("aliases");
  out.people = row.list("people");
  for (const YAML::Node& node : row.nodes("stands")) {
    Stand stand{.side = {}, .countries = out.countries, .period = out.period};
    if (node.IsScalar()) {
      stand.side = node.Scalar();
    } else {
      const Row more(node, {"for", "in", "from", "to"});
      stand.side = more.text("for");
      if (more.has("in")) stand.countries = more.list("in");
      const Period period = read_period(more);
      if (period.start) stand.period.start = period.start;
      if (period.end) stand.period.end = period.end;
    }
    out.stands.push_back(std::move(stand));
  }
  out.ucdp = row.text("ucdp");
  out.acled = row.text("acled");
  out.speaks = speaks_by_kind(out.kind);
  if (out.id.empty() || out.name.empty()) row.fail("an actor needs \"id\" and \"name\"");
  return out;
}

struct BodyForm {
  ActorKind kind;
  const char* suffix;              // of the id
  std::vector<const char*> nouns;  // behind the adjective; the first is its name
  const char* acled;
};

const std::vector<BodyForm>& body_forms() {
  static const std::vector<BodyForm> forms = {
      {ActorKind::government, "-government", {"government"}, "Government of "},
      {ActorKind::army, "-army", {"army", "military", "armed forces"}, "Military Forces of "},
      {ActorKind::police, "-police", {"police"}, "Police Forces of "},
      {ActorKind::airforce, "-airforce", {"air force"}, "Military Forces of "},
      {ActorKind::navy, "-navy", {"navy"}, "Military Forces of "},
  };
  return forms;
}

// The state itself and its bodies. `slug` is what its ids begin with, `country` what its actors' countries are.
void add_state(const Row& row, const std::string& slug, const std::string& country, std::vector<ActorEntry>& entries) {
  ActorEntry state;
  state.id = prefixed(slug);
  state.name = row.text("name");
  state.kind = ActorKind::state;
  state.countries = {country};
  state.aliases = row.list("aliases");
  state.period = read_period(row);
  state.iso3 = row.text("iso3");
  if (const std::string gw = row.text("gw"); !gw.empty()) state.gw = std::stoi(gw);
  state.ucdp = "Government of " + state.name;
  const std::vector<std::string> adjectives = row.list("adjectives");
  if (adjectives.empty() || state.name.empty()) row.fail("a state needs \"name\" and \"adjectives\"");
  for (const BodyForm& form : body_forms()) {
    ActorEntry body;
    body.id = state.id + form.suffix;
    body.kind = form.kind;
    body.countries = state.countries;
    body.period = state.period;
    body.gw = state.gw;
    body.ucdp = state.ucdp;
    body.acled = form.acled + state.name;
    body.parent = form.kind == ActorKind::government ? state.id : state.id + "-government";
    body.speaks = speaks_by_kind(form.kind);
    body.name = adjectives.front() + " " + form.nouns.front();
    for (const std::string& adjective : adjectives)
      for (const char* noun : form.nouns)
        if (std::string name = adjective + " " + noun; name != body.name) body.aliases.push_back(std::move(name));
    if (form.kind == ActorKind::government) body.aliases.push_back("Government of " + state.name);
    entries.push_back(std::move(body));
  }
  entries.push_back(std::move(state));
}

struct StateNames {
  std::string id;
  std::vector<std::string> adjectives, people, capitals;
};

struct File {
  std::vector<ActorEntry> entries;
  std::vector<StateNames> states;
  std::vector<std::pair<ActorEntry, uint64_t>> forces;  // additions to a state's bodies
};

Result<File> read_file(const std::filesystem::path& path) {
  return read_rows<File>(path, [](const YAML::Node& root) {
    File out;
    for (const char* section : {"states", "vanished"}) {
      for (const YAML::Node& node : root[section]) {
        const Row row(node, {"id", "iso", "iso3", "gw", "name", "adjectives", "people", "capital", "aliases", "from", "to", "now"});
        const std::string iso = row.text("iso");
        const std::string slug = row.has("id") ? row.text("id") : base::lower_ascii(iso);
        add_state(row, slug, row.has("now") ? row.text("now") : iso, out.entries);
        StateNames names{prefixed(slug), row.list("adjectives"), row.list("people"), row.list("capital")};
        if (names.people.empty()) names.people.push_back(names.adjectives.front() + "s");
        out.states.push_back(std::move(names));
      }
    }
    for (const YAML::Node& node : root["actors"])
      out.entries.push_back(read_actor(Row(node, {"id", "name", "kind", "country", "parent", "was", "became", "from", "to", "allegiances",
                                                  "aliases", "people", "stands", "ucdp", "acled"})));
    for (const YAML::Node& node : root["forces"]) {
      const Row row(node, {"id", "name", "aliases", "people"});
      ActorEntry more;
      more.id = prefixed(row.text("id"));
      more.name = row.text("name");
      more.aliases = row.list("aliases");
      more.people = row.list("people");
      out.forces.emplace_back(std::move(more), static_cast<uint64_t>(node.Mark().line) + 1);
    }
    return out;
  });
}

template <typename T>
void append(std::vector<T>& to, std::vector<T> from) {
  to.insert(to.end(), std::make_move_iterator(from.begin()), std::make_move_iterator(from.end()));
}

Error wrong(const std::string& what, const std::filesystem::path& path, std::optional<uint64_t> line) {
  return Error{.what = what, .origin = path.string(), .offset = std::nullopt, .line = line, .hint = {}};
}

// Names shorter than this sound like too much else.
constexpr size_t kShortestSound = 5;

bool has_sound(ActorKind kind) {
  return kind == ActorKind::rebel || kind == ActorKind::militia || kind == ActorKind::party;
}

}  // namespace

std::string_view name_of(ActorKind kind) {
  for (const auto& [k, name] : kKinds)
    if (k == kind) return name;
  return {};
}

std::optional<ActorKind> kind_named(std::string_view name) {
  for (const auto& [kind, n] : kKinds)
    if (n == name) return kind;
  return std::nullopt;
}

bool armed(ActorKind kind) {
  switch (kind) {
    case ActorKind::army:
    case ActorKind::police:
    case ActorKind::airforce:
    case ActorKind::navy:
    case ActorKind::rebel:
    case ActorKind::militia:
    case ActorKind::coalition:
      return true;
    default:
      return false;
  }
}

Result<Registry> Registry::load(const std::filesystem::path& codebook_folder) {
  Registry out;
  Result<Parties> parties = Parties::load(codebook_folder / "parties.yaml");
  if (!parties) return parties.error();
  out.parties_ = std::move(*parties);

  const std::filesystem::path folder = codebook_folder / "actors";
  std::set<std::filesystem::path> paths;  // by name, so that the order of entries is that of no file system
  std::error_code failed;
  for (const auto& file : std::filesystem::directory_iterator(folder, failed))
    if (file.path().extension() == ".yaml") paths.insert(file.path());
  if (failed) return wrong("no folder of actors: " + failed.message(), folder, std::nullopt);

  std::vector<StateNames> states;
  std::vector<std::pair<ActorEntry, Error>> forces;
  for (const std::filesystem::path& path : paths) {
    Result<File> file = read_file(path);
    if (!file) return file.error();
    for (ActorEntry& entry : file->entries) {
      if (!out.ids_.emplace(entry.id, static_cast<uint32_t>(out.entries_.size())).second)
        return wrong("\"" + entry.id + "\" stands twice", path, std::nullopt);
      out.entries_.push_back(std::move(entry));
    }
    append(states, std::move(file->states));
    for (auto& [more, line] : file->forces) {
      Error error = wrong("no state has \"" + more.id + "\"", path, line);
      forces.emplace_back(std::move(more), std::move(error));
    }
  }
  for (auto& [more, error] : forces) {
    const auto at = out.ids_.find(more.id);
    if (at == out.ids_.end()) return error;
    ActorEntry& entry = out.entries_[at->second];
    if (!more.name.empty()) {
      entry.aliases.push_back(entry.name);
      entry.name = more.name;
    }
    append(entry.aliases, std::move(more.aliases));
    append(entry.people, std::move(more.people));
  }
  out.index();
  for (const StateNames& names : states) {
    const uint32_t entry = out.ids_.at(names.id);
    for (const std::string& name : names.adjectives) out.add_name(entry, How::adjective, name);
    for (const std::string& name : names.people) out.add_name(entry, How::people, name);
    for (const std::string& name : names.capitals) out.add_name(entry, How::capital, name);
  }
  return out;
}

void Registry::index() {
  names_.reserve(entries_.size() * 6);
  for (uint32_t i = 0; i < entries_.size(); ++i) {
    ActorEntry& entry = entries_[i];
    add_name(i, How::name, entry.name);
    for (const std::string& alias : entry.aliases) add_name(i, How::alias, alias);
    for (const std::string& person : entry.people) add_name(i, How::person, person);
    // The mark of a name that counts only in its own capitals is the codebook's, not the name's.
    const auto unmark = [](std::string& name) {
      if (!name.empty() && name.front() == '=') name.erase(0, 1);
    };
    unmark(entry.name);
    for (std::string& alias : entry.aliases) unmark(alias);
    for (std::string& person : entry.people) unmark(person);
  }
}

void Registry::add_name(uint32_t entry, How how, const std::string& written) {
  const bool marked = !written.empty() && written.front() == '=';
  const std::string name = marked ? written.substr(1) : written;
  const std::string key = base::fold(name);
  if (key.empty()) return;
  std::vector<NameHit>& hits = names_[key];
  for (const NameHit& hit : hits)
    if (hit.entry == entry && hit.how <= how) return;
  hits.push_back({entry, how, marked || name.size() <= 2, name});
  std::stable_sort(hits.begin(), hits.end(), [](const NameHit& a, const NameHit& b) { return a.how < b.how; });
  const std::vector<std::string_view> words = base::split(key, ' ');
  size_t& longest = longest_[std::string(words.front())];
  longest = std::max(longest, words.size());
  if (how <= How::alias && has_sound(entries_[entry].kind) && key.size() >= kShortestSound && words.size() <= 4) {
    std::vector<std::string>& keys = sounds_[places::skeleton_of(key)];
    if (std::find(keys.begin(), keys.end(), key) == keys.end()) keys.push_back(key);
  }
}

}  // namespace herald::actors
