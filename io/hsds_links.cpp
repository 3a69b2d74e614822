#include "hsds_links.hpp"

#include <lotse/base/number.hpp>
#include <lotse/base/unicode.hpp>
#include <lotse/model/network.hpp>

#include "area_names.hpp"
#include "graph_row.hpp"
#include "hsds.hpp"
#include "hsds_amount.hpp"
#include "hsds_ids.hpp"
#include "hsds_kept.hpp"
#include "hsds_terms.hpp"
#include "language_codes.hpp"
#include "rejected_rows.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>

namespace lotse::io::hsds {
namespace {

void add(Texts& texts, std::string_view text) {
    const std::string plain{unicode::trim(text)};
    if (!plain.empty() && std::ranges::find(texts, plain) == texts.end()) texts.push_back(plain);
}

class Collector {
public:
    Collector(const ReadPackage& package, FileIssues& issues, NetworkBuilder& builder)
        : package_{package},
          issues_{issues},
          builder_{builder},
          rejected_{Offer::table, builder},
          terms_{package, issues} {}

    Links collect() {
        reject_repeated_ids();
        each_thing("organization", [&](const ReadTable& table, const ReadRow& row) {
            links_.organization_keys.try_emplace(id(table, row), key_of(table, row));
            links_.organizations.try_emplace(id(table, row));
        });
        each_thing("location", [&](const ReadTable& table, const ReadRow& row) {
            links_.location_keys.try_emplace(id(table, row), key_of(table, row));
            links_.locations.try_emplace(id(table, row));
            location_names_.try_emplace(id(table, row), table.text(row, "name"));
        });
        each_thing("service", [&](const ReadTable& table, const ReadRow& row) {
            links_.services.try_emplace(id(table, row)).first->second.own =
                !table.text(row, "x_lotse_key").empty();
        });
        each("service_at_location", [&](const ReadTable& table, const ReadRow& row) {
            services_at_locations_.try_emplace(id(table, row), table.text(row, "service_id"));
        });
        each("attribute", [&](const auto& table, const auto& row) { take_attribute(table, row); });
        each_of_service("service_at_location", [&](auto& table, auto& row, ServiceLinks& service) {
            const auto venue =
                links_.location_keys.find(std::string{table.text(row, "location_id")});
            if (venue == links_.location_keys.end()) return reject(table, row, "location_id");
            add(service.venues, venue->second);
            keep(table, row, location_names_[venue->first], service.kept);
        });
        each_of_service("service_area", [&](auto& table, auto& row, ServiceLinks& service) {
            take_area(table, row, service);
        });
        each_of_service("funding", [&](auto& table, auto& row, ServiceLinks& service) {
            const auto funder = table.text(row, "x_lotse_funder");
            if (funder.empty())
                add(service.funding, table.text(row, "source"));
            else
                add(service.funders, funder);
            keep(table, row, table.text(row, "source"), service.kept);
        });
        each_of_service("language", [&](auto& table, auto& row, ServiceLinks& service) {
            const auto code = language(table, row, service);
            add(service.languages, code);
            // A name may say more than the code: "Deutsch (leichte Sprache)".
            if (const auto name = table.text(row, "name");
                !service.own && code != name && language_code(name) != code)
                add(service.kept["language_name"], name);
            keep(table, row, code, service.kept);
        });
        each_of_service("cost_option", [&](auto& table, auto& row, ServiceLinks& service) {
            take_cost(table, row, service);
        });
        each_of_service("schedule", [&](auto& table, auto& row, ServiceLinks& service) {
            take_schedule(table, row, service);
        });
        each("accessibility", [&](const auto& table, const auto& row) { take_access(table, row); });
        return std::move(links_);
    }

private:
    static std::string id(const ReadTable& table, const ReadRow& row) {
        return std::string{table.text(row, "id")};
    }

    template <class Visitor>
    void each(std::string_view name, Visitor&& visit) {
        each_thing(name, [&](const auto& table, const auto& row) {
            if (!row.faulty) visit(table, row);
        });
    }

    /// One with an error is there all the same: what refers to it is not unknown.
    template <class Visitor>
    void each_thing(std::string_view name, Visitor&& visit) {
        for (const ReadTable& table : package_.tables)
            if (table.name == name)
                for (const ReadRow& row : table.rows)
                    if (!links_.repeated.contains(&row) && !(row.faulty && id(table, row).empty()))
                        visit(table, row);
    }

    /// Rows of things are counted where they are read.
    void reject_repeated_ids() {
        for (RepeatedId& again : repeated_ids(package_)) {
            links_.repeated.insert(again.row);
            const bool is_thing = again.table == "organization" || again.table == "service" ||
                                  again.table == "location";
            is_thing ? builder_.report(std::move(again.issue))
                     : rejected_.add(std::move(again.issue));
        }
    }

    /// Rows that belong to a service; those of locations and other things are counted.
    template <class Visitor>
    void each_of_service(std::string_view name, Visitor&& visit) {
        each(name, [&](const ReadTable& table, const ReadRow& row) {
            std::string service{table.text(row, "service_id")};
            const std::string at_location{table.text(row, "service_at_location_id")};
            const bool by_location = service.empty() && !at_location.empty();
            if (by_location) {
                const auto place = services_at_locations_.find(at_location);
                if (place == services_at_locations_.end())
                    return reject(table, row, "service_at_location_id");
                service = place->second;
            }
            if (service.empty()) return leave_out(table, row);
            const auto found = links_.services.find(service);
            if (found == links_.services.end() && by_location) return;  // named where it links
            if (found == links_.services.end())
                reject(table, row, "service_id");
            else
                visit(table, row, found->second);
        });
    }

    /// The row links to nothing.
    void reject(const ReadTable& table, const ReadRow& row, std::string_view column) {
        if (package_.knows_all(column)) rejected_.add(unknown_id(table, row, column));
    }

    void leave_out(const ReadTable& table, const ReadRow& row) {
        issues_.of(table.file)
            .add(Severity::warning, "not-carried", row.place,
                 {"{}: Die Zeile gehört zu keinem Angebot; lotse hat keinen Platz dafür (Anzahl: "
                  "{}).",
                  "{}: the row belongs to no service; lotse has no place for it (number: {})."},
                 table.name);
    }

    void keep(const ReadTable& table, const ReadRow& row, std::string_view about, KeptTexts& into) {
        keep_rest(table, row, about, into, issues_.of(table.file));
    }

    /// The table that the id of an attribute stands in, as the row or its nesting says: ids are
    /// unique within one table only. Empty: none that lotse knows.
    std::optional<std::string_view> linked_entity(const ReadTable& table, const ReadRow& row) {
        auto said = table.text(row, "link_entity");
        if (said.empty()) said = table.text(row, "link_type");  // HSDS 2.0, Open Referral UK
        if (!said.empty()) return resource_name(said);
        const std::string link{table.text(row, "link_id")};
        if (link.empty()) return "service";  // its column is service_id
        std::vector<std::string_view> found;
        if (links_.services.contains(link)) found.push_back("service");
        if (links_.organizations.contains(link)) found.push_back("organization");
        if (links_.locations.contains(link)) found.push_back("location");
        if (found.size() == 1) return found.front();
        if (found.empty()) {
            reject(table, row, "link_id");
            return std::nullopt;
        }
        issues_.of(table.file)
            .add(Severity::warning, "ambiguous-id", row.place,
                 {"{}: link_id ist eine Kennung in mehreren Tabellen, und link_entity sagt nicht, "
                  "welche gemeint ist; nicht übernommen. Bitte link_entity ausfüllen (Zeilen: {}).",
                  "{}: link_id is an id in several tables, and link_entity does not say which is "
                  "meant; not carried over. Fill in link_entity (rows: {})."},
                 table.name);
        return std::nullopt;
    }

    void take_attribute(const ReadTable& table, const ReadRow& row) {
        const auto given = [&](std::string_view column, std::string_view older) {
            const auto text = table.text(row, column);
            return std::pair{std::string{text.empty() ? table.text(row, older) : text},
                             text.empty() && !table.text(row, older).empty() ? older : column};
        };
        const auto [link, link_column] = given("link_id", "service_id");
        const auto [term_id, term_column] = given("taxonomy_term_id", "taxonomy_id");
        const Term* term = terms_.find(term_id, term_column);
        if (!term) return reject(table, row, term_column);
        if (link.empty()) return reject(table, row, link_column);
        const auto entity = linked_entity(table, row);
        if (!entity) return;
        if (*entity == "service") {
            const auto service = links_.services.find(link);
            if (service == links_.services.end()) return reject(table, row, link_column);
            take_service_term(service->second, *term);
            keep(table, row, term->name, service->second.kept);
        } else if (*entity == "organization") {
            const auto found = links_.organizations.find(link);
            if (found == links_.organizations.end()) return reject(table, row, link_column);
            if (term->column == "kind" && found->second.kind.empty())
                found->second.kind = term->code;
            else
                add(found->second.terms, term->name);
            keep(table, row, term->name, found->second.kept);
        } else {
            leave_out(table, row);
        }
    }

    static void take_service_term(ServiceLinks& service, const Term& term) {
        if (term.column.empty() || term.column == "kind")
            add(service.terms, term.name);
        else
            add(service.codes[term.column], term.code);
    }

    /// The code where one is given or the name is known. What lotse wrote stays as it was.
    static std::string_view language(const ReadTable& table, const ReadRow& row,
                                     const ServiceLinks& service) {
        const auto code = table.text(row, "code");
        auto name = table.text(row, "name");
        if (name.empty()) name = table.text(row, "language");
        if (name.empty() || (!code.empty() && !service.own)) return code;
        const auto known = service.own ? std::string_view{} : language_code(name);
        return known.empty() ? name : known;
    }

    void take_area(const ReadTable& table, const ReadRow& row, ServiceLinks& service) {
        std::string_view name = table.text(row, "name");
        if (name.empty()) name = table.text(row, "service_area");
        name = unicode::trim(name);
        keep(table, row, name, service.kept);
        if (const auto own = table.text(row, "x_lotse_area"); !own.empty())
            return add(service.areas, own);
        if (name.empty()) {
            issues_.of(table.file)
                .add(Severity::warning, "not-carried", row.place,
                     {"Ein Gebiet ohne Namen (name) übernimmt lotse nicht (Zeilen: {}).",
                      "lotse does not carry over an area without a name (rows: {})."});
            return;
        }
        const auto described = unicode::trim(table.text(row, "description"));
        if (!described.empty() && described != name)
            issues_.of(table.file)
                .add(Severity::warning, "described-area", row.place,
                     {"Eine Beschreibung (description) kann das Gebiet einschränken; lotse nimmt "
                      "das ganze Gebiet, das der Name nennt. Bitte prüfen, ob das Angebot dort "
                      "überall gilt (Zeilen: {}).",
                      "A description may narrow the area; lotse takes the whole area that the "
                      "name says. Check that the offer holds all over it (rows: {})."});
        if (names_german_area(name)) return add(service.areas, name);
        const auto found = AreaNames::built_in().keys(name);
        if (found.size() == 1) {
            const Area& area = *AreaNames::built_in().find(found.front());
            if (AreaNames::built_in().is_town(area.key))
                links_.areas.try_emplace(area.key, area.name);
            return add(service.areas, area.key);
        }
        issues_.of(table.file)
            .add(Severity::warning, found.empty() ? "unknown-area" : "ambiguous-place", row.place,
                 {"„{}“ ist kein eindeutiges Gebiet, das lotse kennt; es gilt als eigenes (Anzahl: "
                  "{}).",
                  "'{}' is no unambiguous area that lotse knows; it counts as one of its own "
                  "(number: {})."},
                 std::string{name});
        constexpr std::size_t longest = 60;
        std::string key = unicode::slug(name.substr(0, name.find('\n')));
        key = std::string{unicode::prefix(key, longest)};
        if (key.empty() || key.find_first_not_of("0123456789-") == std::string::npos)
            key = "area-" + key;
        auto known = links_.areas.try_emplace(key, name).first;
        for (int number = 2; known->second != name; ++number)
            known = links_.areas.try_emplace(key + '-' + std::to_string(number), name).first;
        add(service.areas, known->first);
    }

    void take_cost(const ReadTable& table, const ReadRow& row, ServiceLinks& service) {
        if (auto fault = faulty_amount(table, row)) return rejected_.add(*std::move(fault));
        ++service.cost_options;
        const std::string_view amount = table.text(row, "amount");
        const std::string_view currency = table.text(row, "currency");
        if (unicode::match_key(currency) == "eur") service.fee_eur = number_text(amount);
        Texts words;
        for (const std::string_view part : {amount, currency}) add(words, part);
        const std::size_t plain = words.size();
        for (const char* column : {"option", "amount_description"})
            add(words, table.text(row, column));
        const auto from = table.text(row, "valid_from"), to = table.text(row, "valid_to");
        if (!from.empty() || !to.empty())
            words.push_back('(' + std::string{from} + "–" + std::string{to} + ')');
        service.fee_has_terms = service.fee_has_terms || words.size() > plain;
        std::string text;
        for (const std::string& word : words) text += (text.empty() ? "" : " ") + word;
        add(service.costs, text);
        keep(table, row, text, service.kept);
    }

    void take_schedule(const ReadTable& table, const ReadRow& row, ServiceLinks& service) {
        const auto day = [&](const std::string& column) {
            const auto text = unicode::trim(table.text(row, column));
            const auto read = text.empty() ? std::nullopt : date_text(text);
            if (!read) add(service.kept["schedule_" + column], text);
            return read.value_or("");
        };
        service.periods.emplace(day("valid_from"), day("valid_to"));
        keep(table, row, {}, service.kept);
        const auto says_more = std::ranges::any_of(row.cells, [&](const ReadCell& cell) {
            return is_time_of_schedule(table.columns[cell.column].name);
        });
        if (says_more || service.periods.size() > 1)
            issues_.of(table.file)
                .add(Severity::warning, "not-carried", row.place,
                     {"{}: Wochentage, Uhrzeiten und mehrere Zeiträume übernimmt lotse nicht "
                      "(Anzahl: {}).",
                      "{}: lotse does not carry over weekdays, times of day and several periods "
                      "(number: {})."},
                     table.name);
    }

    void take_access(const ReadTable& table, const ReadRow& row) {
        const auto found = links_.locations.find(std::string{table.text(row, "location_id")});
        if (found == links_.locations.end()) return reject(table, row, "location_id");
        std::string_view text = table.text(row, "description");
        if (text.empty()) text = table.text(row, "accessibility");
        if (is_one_of(text, barrier_free))
            found->second.barrier_free = "yes";
        else if (is_one_of(text, not_barrier_free))
            found->second.barrier_free = "no";
        else
            add(found->second.accessibility, text);
        keep(table, row, text, found->second.kept);
    }

    const ReadPackage& package_;
    FileIssues& issues_;
    NetworkBuilder& builder_;
    RejectedRows rejected_;
    Links links_;
    Terms terms_;
    std::unordered_map<std::string, std::string> location_names_;
    std::unordered_map<std::string, std::string> services_at_locations_;  ///< service by id
};

}  // namespace

std::string key_of(const ReadTable& table, const ReadRow& row) {
    const auto own = table.text(row, "x_lotse_key");
    return std::string{own.empty() ? table.text(row, "id") : own};
}

std::string number_text(std::string_view text) {
    text = unicode::trim(text);
    double value = 0;
    const auto [end, problem] = std::from_chars(text.data(), text.data() + text.size(), value);
    const bool whole = problem == std::errc{} && end == text.data() + text.size();
    return whole && std::isfinite(value) ? unambiguous_text(value) : std::string{text};
}

std::string joined(const Texts& texts) {
    std::string out;
    for (const std::string& text : texts) {
        if (!out.empty()) out += '|';
        out += text;
    }
    return out;
}

Issue unknown_id(const ReadTable& table, const ReadRow& row, std::string_view column) {
    const ReadCell* cell = table.find(row, column);
    return {Severity::error, "unknown-id", table.place_of(row, column),
            cell ? message({"{}: Eine Zeile mit der Kennung „{}“ gibt es nicht.",
                            "{}: there is no row with the id '{}'."},
                           {column, cell->text})
                 : message({"{}: Die Kennung, auf die sich die Zeile bezieht, fehlt.",
                            "{}: the id that the row refers to is missing."},
                           {column})};
}

Links collect_links(const ReadPackage& package, FileIssues& issues, NetworkBuilder& builder) {
    return Collector{package, issues, builder}.collect();
}

}  // namespace lotse::io::hsds
