// herald decide: a person's word on claims and events, kept as a row with who, when and why.
#include <algorithm>
#include <chrono>
#include <cstdlib>
#include <iostream>
#include <memory>
#include <string>
#include <vector>

#include "base/files.h"
#include "base/text.h"
#include "cli/command.h"
#include "cli/ledger_options.h"
#include "export/contract_json.h"
#include "herald/names.h"
#include "ledger/decisions.h"
#include "ledger/fields.h"
#include "mention/actors/registry.h"
#include "mention/places/gazetteer.h"

namespace herald::cli {
namespace {

using ledger::Action;
using ledger::Decision;

struct DecideOptions {
  LedgerOptions ledger;
  std::string target, other;        // ids as written
  std::string field, value, words;  // of correct, pin, add
  std::vector<std::string> fields;  // of add
  std::string who, why, at;
};

Error wrong(std::string what, const std::string& origin, std::string hint = {}) {
  return {.what = std::move(what), .origin = origin, .offset = {}, .line = {}, .hint = std::move(hint)};
}

// The claim itself, or the earliest claim of the event.
Result<std::string> claim_of(const ledger::Account& account, const std::string& id) {
  if (account.find(id)) return id;
  if (const Event* event = account.event(id)) {
    for (const ledger::ClaimRow& row : account.claims)
      if (row.event == event->id) return row.id;
  }
  return wrong("no such claim or event", id, "herald claims and herald events list them");
}

// "Aleppo" and "Aleppo @ geonames:170063" with the place's point, as the gazetteer has it.
Result<std::string> place_named(const std::string& value, const std::filesystem::path& data) {
  const size_t at = value.find(" @ ");
  const std::string ref = at == std::string::npos ? std::string() : value.substr(at + 3);
  if (!ref.empty() && ref.find(':') == std::string::npos) return value;  // a point that the person gives
  const std::string name = value.substr(0, at);
  const auto gazetteer = places::Gazetteer::load(data);
  if (!gazetteer) return gazetteer.error();
  std::vector<Place> found;
  for (const places::Candidate& c : gazetteer->lookup(name)) {
    Place p = gazetteer->place(c.place, PlaceUse::literal);
    if (ref.empty() || p.ref == ref) found.push_back(std::move(p));
  }
  // Of a town and the regions that are called after it the town is meant.
  const auto town = [](const Place& p) { return p.type == PlaceType::settlement || p.type == PlaceType::facility; };
  const auto region = [](const Place& p) { return p.type == PlaceType::region; };
  if (std::count_if(found.begin(), found.end(), town) == 1 && std::count_if(found.begin(), found.end(), region) == std::ssize(found) - 1)
    found = {*std::find_if(found.begin(), found.end(), town)};
  if (found.size() == 1) return ledger::place_value(found.front());
  if (found.empty() && ref.empty()) return name;
  std::vector<std::string> list;
  for (size_t i = 0; i < std::min<size_t>(found.size(), 5); ++i)
    list.push_back(found[i].ref + " (" + base::join({std::string(name_of(found[i].type)), found[i].country}, " in ") + ")");
  return found.empty() ? wrong("no place of this name has this reference", value, "herald gazetteer find shows them")
                       : wrong("several places have this name", value, "write NAME @ REF with one of " + base::join(list, ", "));
}

// Names of places and actors as the gazetteer and the registry know them; all else as written.
Result<std::string> known(const std::string& field, const std::string& value, const std::filesystem::path& data) {
  if (field == "place") return value.empty() ? value : place_named(value, data);
  static const std::vector<std::string> kParties{"by", "target", "holder", "from", "victims", "voice"};
  const bool party = std::find(kParties.begin(), kParties.end(), field) != kParties.end();
  if (!party || value.find(" @ ") != std::string::npos) return value;
  const auto registry = actors::Registry::load(data / "codebook");
  if (!registry) return registry.error();
  const auto* hits = registry->named(base::fold(value));
  if (!hits || hits->empty()) return value;
  return value + " @ " + registry->entry(hits->front().entry).id;
}

// A split that keeps these two events apart is what their merge takes back: the later decision on one pair of claims stands.
void take_back_split(Decision& merge, const ledger::Account& account, const std::vector<Decision>& decisions) {
  const auto event = [&](const std::string& claim) {
    const ledger::ClaimRow* row = account.find(claim);
    return row ? row->event : std::string();
  };
  const auto events = std::minmax({event(merge.target), event(merge.other)});
  for (const Decision& d : decisions) {
    if (d.action != Action::split || std::minmax({event(d.target), event(d.other)}) != events) continue;
    merge.target = d.target;
    merge.other = d.other;
  }
}

Result<Decision> decision_of(Action action, const DecideOptions& o, const ledger::Account& account,
                             const std::vector<Decision>& decisions) {
  const auto data = base::data_folder();
  if (!data) return data.error();
  Decision d;
  d.action = action;
  if (action == Action::add) {
    std::vector<std::string> fields;
    for (const std::string& f : o.fields) {
      const size_t equals = f.find('=');
      if (equals == std::string::npos) return wrong("not FIELD=VALUE", f);
      const auto value = known(f.substr(0, equals), f.substr(equals + 1), *data);
      if (!value) return value.error();
      fields.push_back(f.substr(0, equals + 1) + *value);
    }
    d = ledger::addition(o.target, o.words, fields);
  } else {
    const auto target = claim_of(account, o.target);
    if (!target) return target.error();
    d.target = *target;
  }
  if (action == Action::merge || action == Action::split) {
    const auto other = claim_of(account, o.other);
    if (!other) return other.error();
    if (*other == d.target) return wrong("one and the same", o.other);
    d.other = *other;
    if (action == Action::merge) take_back_split(d, account, decisions);
  }
  if (action == Action::correct || action == Action::pin) {
    const auto value = known(o.field, o.value, *data);
    if (!value) return value.error();
    d.field = o.field;
    d.value = *value;
  }
  d.who = o.who;
  d.why = o.why;
  const auto now = std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now());
  d.when = o.at.empty() ? Moment{now, std::chrono::minutes(0), false} : *parse_moment(o.at);
  return d;
}

int decide(Action action, const DecideOptions& options) {
  auto ledger = open_existing(options.ledger.ledger);
  if (!ledger) return fail(ledger.error());
  const auto before = ledger->account();
  if (!before) return fail(before.error());
  const auto reports = ledger->reports();
  auto decisions = ledger->decisions();
  if (!reports) return fail(reports.error());
  if (!decisions) return fail(decisions.error());
  const auto decision = decision_of(action, options, *before, *decisions);
  if (!decision) return fail(decision.error());
  // What cannot be applied is not kept.
  decisions->push_back(*decision);
  const ledger::Account tried = ledger::reconcile(*reports, *decisions);
  const std::string refused = std::string(ledger::name_of(action)) + " by " + decision->who + ": ";
  for (const std::string& note : tried.notes) {
    if (std::find(before->notes.begin(), before->notes.end(), note) != before->notes.end()) continue;
    if (note.starts_with(refused)) return fail(wrong(note.substr(refused.size()), ""));
    std::cerr << note << '\n';
  }
  const auto kept = ledger->decide(*decision);
  if (!kept) return fail(kept.error());
  if (const auto account = ledger->reconcile(); !account) return fail(account.error());
  std::cout << decision->target << '\n';
  return kOk;
}

int list(const LedgerOptions& options) {
  const auto ledger = open_existing(options.ledger);
  if (!ledger) return fail(ledger.error());
  const auto decisions = ledger->decisions();
  if (!decisions) return fail(decisions.error());
  const auto account = ledger->account({options.moment()});
  if (!account) return fail(account.error());
  brief::Grid grid{{"when", "who", "action", "target", "other", "field", "value", "why"}, {}};
  std::vector<nlohmann::ordered_json> objects;
  for (const Decision& d : *decisions) {
    grid.rows.push_back({to_iso(d.when), d.who, std::string(ledger::name_of(d.action)), d.target, d.other, d.field, d.value, d.why});
    nlohmann::ordered_json object;
    for (size_t c = 0; c < grid.columns.size(); ++c) object[grid.columns[c]] = exports::text_or_null(grid.rows.back()[c]);
    objects.push_back(std::move(object));
  }
  for (const std::string& note : account->notes) std::cerr << note << '\n';
  return print(options, grid, [&] { return objects; });
}

// One action's command with what all of them share.
CLI::App* add_action(CLI::App& parent, Work& work, Action action, const char* help, const std::shared_ptr<DecideOptions>& options) {
  CLI::App* command = parent.add_subcommand(std::string(ledger::name_of(action)), help);
  add_ledger(*command, options->ledger);
  command->add_option("--who", options->who, "Who decides")->envname("USER")->required();
  command->add_option("--why", options->why, "For what reason")->required();
  command->add_option("--at", options->at, "When it was decided; now where nothing is said")->type_name("TIME")->check(is_moment);
  command->callback([&work, action, options] { work = [action, options] { return decide(action, *options); }; });
  return command;
}

}  // namespace

void add_decide(CLI::App& app, Work& work) {
  CLI::App* command = app.add_subcommand("decide", "What a person decides on claims and events: kept with who, when and why");
  command->require_subcommand(1);
  const auto action = [&](Action what, const char* help, const char* example) {
    auto options = std::make_shared<DecideOptions>();
    CLI::App* sub = add_action(*command, work, what, help, options);
    examples(*sub, std::string("  herald decide ") + example + " --who Ana --why 'asked the hospital'");
    return std::pair(sub, options);
  };
  {
    const auto [sub, o] = action(Action::add, "A claim that the machine missed, on the words of a report",
                                 "add AFP_1 'two fishermen lost their lives' type=casualties harm=killed low=2 high=2 place='Taiz'");
    sub->add_option("REPORT", o->target, "Its id")->required();
    sub->add_option("WORDS", o->words, "As they stand in its text")->required();
    std::vector<std::string> names;
    for (const std::string_view name : ledger::field_names()) names.emplace_back(name);
    sub->add_option("FIELD=VALUE", o->fields, "What they say: " + base::join(names, ", "))->required();
  }
  {
    const auto [sub, o] = action(Action::accept, "The claim is right as it stands", "accept AFP_1#9f2c41d07a");
    sub->add_option("CLAIM", o->target, "Its id")->required();
  }
  {
    const auto [sub, o] = action(Action::reject, "The claim does not count", "reject AFP_1#9f2c41d07a");
    sub->add_option("CLAIM", o->target, "Its id")->required();
  }
  {
    const auto [sub, o] = action(Action::correct, "A field of the claim is another", "correct AFP_1#9f2c41d07a high 8");
    sub->add_option("CLAIM", o->target, "Its id")->required();
    sub->add_option("FIELD", o->field, "As of add")->required();
    sub->add_option("VALUE", o->value, "What it is")->required();
  }
  for (const auto& [what, help, example] :
       {std::tuple(Action::merge, "The two are about one event", "merge 3f2a91bc04de 77ab01c9de10"),
        std::tuple(Action::split, "The two are not about one event", "split AFP_1#9f2c41d07a AP_7#00b1c2d3e4")}) {
    const auto [sub, o] = action(what, help, example);
    sub->add_option("CLAIM", o->target, "A claim, or an event by its earliest claim")->required();
    sub->add_option("OTHER", o->other, "Another")->required();
  }
  {
    const auto [sub, o] = action(Action::pin, "The count of the event, whatever voices say", "pin 3f2a91bc04de killed 11");
    sub->add_option("EVENT", o->target, "Its id, or a claim's of it")->required();
    sub->add_option("HARM", o->field, "killed, wounded, missing, captured, abducted, displaced")->required();
    sub->add_option("COUNT", o->value, "How many")->required();
  }
  auto options = std::make_shared<LedgerOptions>();
  CLI::App* listing = command->add_subcommand("list", "All decisions; where two people decided otherwise is told");
  add_view(*listing, *options);
  examples(*listing, "  herald decide list --format csv");
  listing->callback([&work, options] { work = [options] { return list(*options); }; });
}

}  // namespace herald::cli
