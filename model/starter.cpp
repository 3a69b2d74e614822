#include <lotse/base/unicode.hpp>
#include <lotse/model/starter.hpp>

#include "starter_areas.hpp"
#include "starter_rules.hpp"

#include <algorithm>

namespace lotse {
namespace {

std::string with_area(std::string_view pattern, std::string_view area) {
    std::string out{pattern};
    if (const auto at = out.find("{}"); at != std::string::npos) out.replace(at, 2, area);
    return out;
}

void add_sentence(std::string& text, std::string_view sentence) {
    if (!sentence.empty()) text.append(" ").append(sentence);
}

std::string joined(const std::vector<std::string>& words) {
    std::string out;
    for (const std::string& word : words) out += (out.empty() ? "" : ", ") + word;
    return out;
}

class StarterBuilder {
public:
    StarterBuilder(const Network& germany, std::set<std::string> chosen, Language language)
        : germany_{germany},
          data_{starter_rules()},
          chosen_{std::move(chosen)},
          language_{language} {}

    Starter build(std::span<const std::string> area_keys) && {
        std::vector<std::string_view> kinds;
        for (const StarterRule& rule : data_.rules)
            if (std::ranges::find(kinds, rule.kind) == kinds.end()) kinds.push_back(rule.kind);
        for (const std::string_view kind : kinds) add_kind(kind);
        add_districts();
        out_.info.name = title(area_keys);
        out_.info.license = "CC-BY-4.0";
        out_.districts.assign(chosen_.begin(), chosen_.end());
        return std::move(out_);
    }

private:
    const Area& area(std::string_view key) const { return germany_[*germany_.find_area(key)]; }

    const StarterRule& rule_for(std::string_view kind, std::string_view district) const {
        const StarterRule* general = nullptr;
        for (const StarterRule& rule : data_.rules) {
            if (rule.kind != kind) continue;
            if (rule.land == district.substr(0, 2)) return rule;
            if (rule.land.empty()) general = &rule;
        }
        return *general;  // every kind has a rule for the other Länder: tested
    }

    void add_kind(std::string_view kind) {
        std::set<std::string_view> replaced;
        for (const StarterException& exception : data_.exceptions) {
            if (exception.kind != kind) continue;
            if (exception.effect == StarterException::Effect::instead)
                replaced.insert(exception.districts.begin(), exception.districts.end());
            if (std::ranges::any_of(exception.districts,
                                    [&](const auto& key) { return chosen_.contains(key); }))
                add_exception(exception);
        }
        std::map<const StarterRule*, std::set<std::string>> left_out;  // Länder
        for (const std::string& district : chosen_) {
            if (replaced.contains(district)) continue;
            const StarterRule& rule = rule_for(kind, district);
            if (rule.demand == StarterRule::Demand::yes)
                add_by_rule(rule, district);
            else
                left_out[&rule].insert(area(district.substr(0, 2)).name);
        }
        for (const StarterRule& rule : data_.rules)
            if (const auto it = left_out.find(&rule); it != left_out.end())
                say_left_out(rule, {it->second.begin(), it->second.end()});
    }

    void say_left_out(const StarterRule& rule, const std::vector<std::string>& lands) {
        const Message kind = Codebook::built_in().choice("actor_kinds", rule.kind).label;
        out_.left_out.push_back({kind.de + " (" + joined(lands) + ") " + rule.note.de,
                                 kind.en + " (" + joined(lands) + ") " + rule.note.en});
    }

    Actor& add_actor(const StarterRule& rule) {
        if (sources_.insert(rule.code).second) {
            Source source;
            source.key = rule.code;
            source.title = rule.basis + (rule.basis.empty() ? "" : "; ") + rule.source;
            source.date = rule.as_of;
            source.kind = Text{"Regel", "rule"}.in(language_);
            out_.tables.sources.push_back(std::move(source));
        }
        Actor& actor = out_.tables.actors.emplace_back();
        actor.kind = rule.kind;
        actor.level = "district";
        actor.source = {rule.code};
        actor.as_of = rule.as_of;
        actor.confidence = "assumed";
        actor.note =
            Text{"angenommen – bitte bestätigen.", "assumed – please confirm."}.in(language_);
        return actor;
    }

    void add_by_rule(const StarterRule& rule, const std::string& district) {
        Actor& actor = add_actor(rule);
        actor.key = rule.prefix + '-' + district;
        actor.name = with_area(rule.name.in(language_), area(district).name);
        actor.area.key = district;
        actor.serves = {{district, {}}};
        if (rule.kind == "jobcenter")
            actor.carrier = data_.municipal_carriers.contains(district) ? "municipal" : "joint";
        add_sentence(actor.note, rule.note.in(language_));
    }

    void add_exception(const StarterException& exception) {
        Actor& actor = add_actor(rule_for(exception.kind, exception.districts.front()));
        actor.key = exception.key;
        actor.name = exception.name.in(language_);
        actor.area.key = exception.area;
        actor.carrier = exception.carrier;
        actor.source.push_back(exception.source);
        actor.as_of = exception.as_of;
        add_sentence(actor.note, exception.note.in(language_));
        if (exception.area_name.empty()) {
            for (const std::string& district : exception.districts)
                actor.serves.push_back({district, {}});
            return;
        }
        actor.serves = {{exception.area, {}}};
        if (!own_areas_.insert(exception.area).second) return;
        Area& own = out_.tables.areas.emplace_back();
        own.key = exception.area;
        own.name = exception.area_name;
        own.parent.key = exception.districts.front();
        own.level = level_of_key(own.key).empty() ? "quarter" : std::string{level_of_key(own.key)};
        own.source = {exception.source};
        own.as_of = exception.as_of;
    }

    void add_districts() {
        std::map<std::string, std::vector<std::string>> beside;  // neighbour to chosen names
        for (const std::string& district : chosen_) {
            add_district(district, {});
            for (const std::string& neighbour : data_.neighbours.at(district))
                if (!chosen_.contains(neighbour)) beside[neighbour].push_back(area(district).name);
        }
        for (const auto& [neighbour, names] : beside)
            add_district(
                neighbour,
                std::string{Text{"Nachbar von ", "neighbour of "}.in(language_)} + joined(names));
    }

    void add_district(const std::string& key, std::string note) {
        const Area& known = area(key);
        Area& row = out_.tables.areas.emplace_back();
        row.key = key;
        row.name = known.name;
        row.level = known.level;
        row.parent.key = key.substr(0, 2);
        row.source = known.source;
        row.note = std::move(note);
    }

    std::string title(std::span<const std::string> area_keys) const {
        std::vector<std::string> names;
        for (const std::string& key : area_keys)
            if (const auto id = germany_.find_area(unicode::trim(key)))
                names.push_back(germany_[*id].name);
        constexpr std::size_t most = 3;
        std::string what = joined(names);
        if (names.size() != area_keys.size())  // one of them is all of Germany
            what = Text{"Deutschland", "Germany"}.in(language_);
        else if (names.size() > most)
            what = std::to_string(chosen_.size()) + " Kreise";
        return message({"Startnetz {} (angenommen, bitte bestätigen)",
                        "Starter network {} (assumed, please confirm)"},
                       {what})
            .in(language_);
    }

    const Network& germany_;
    const StarterRules& data_;
    std::set<std::string> chosen_;
    Language language_;
    Starter out_;
    std::set<std::string> sources_;
    std::set<std::string> own_areas_;
};

}  // namespace

Result<Starter> starter_network(std::span<const std::string> area_keys, Language language) {
    const Network germany{{}, {}};
    auto chosen = chosen_districts(germany, area_keys);
    if (!chosen) return chosen.error();
    return StarterBuilder{germany, *std::move(chosen), language}.build(area_keys);
}

}  // namespace lotse
