#include "hsds_links.hpp"

#include <lotse/base/number.hpp>
#include <lotse/base/unicode.hpp>
#include <lotse/model/network.hpp>

#include "area_names.hpp"
#include "graph_row.hpp"
#include "hsds.hpp"
#include "language_codes.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>

namespace lotse::io::hsds {
namespace {

void add(Texts& texts, std::string_view text) {
    const std::string plain{unicode::trim(text)};
    if (!plain.empty() && std::ranges::find(texts, plain) == texts.end()) texts.push_back(plain);
}

/// What a term means to lotse.
struct Term {
    std::string column;  ///< of offers or actors; empty: nothing
    std::string code;
    std::string name;
};

class Collector {
public:
    Collector(const ReadPackage& package, FileIssues& issues, NetworkBuilder& builder)
        : package_{package}, issues_{issues}, builder_{builder} {}

    Links collect() {
        each("organization", [&](const ReadTable& table, const ReadRow& row) {
            links_.organization_keys.try_emplace(id(table, row), key_of(table, row));
            links_.organizations.try_emplace(id(table, row));
        });
        each("location", [&](const ReadTable& table, const ReadRow& row) {
            links_.location_keys.try_emplace(id(table, row), key_of(table, row));
            links_.locations.try_emplace(id(table, row));
        });
        each("service", [&](const ReadTable& table, const ReadRow& row) {
            links_.services.try_emplace(id(table, row)).first->second.own =
                !table.text(row, "x_lotse_key").empty();
        });
        each("service_at_location", [&](const ReadTable& table, const ReadRow& row) {
            services_at_locations_.try_emplace(id(table, row), table.text(row, "service_id"));
        });
        each("taxonomy", [&](const auto& table, const auto& row) { take_term(table, row); });
        each("taxonomy_term", [&](const auto& table, const auto& row) { take_term(table, row); });
        each("attribute", [&](const auto& table, const auto& row) { take_attribute(table, row); });
        each_of_service("service_at_location", [&](auto& table, auto& row, ServiceLinks& service) {
            const auto venue =
                links_.location_keys.find(std::string{table.text(row, "location_id")});
            if (venue == links_.location_keys.end())
                reject(table, row, "location_id");
            else
                add(service.venues, venue->second);
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
        });
        each_of_service("language", [&](auto& table, auto& row, ServiceLinks& service) {
            add(service.languages, language(table, row, service));
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
        for (const ReadTable& table : package_.tables)
            if (table.name == name)
                for (const ReadRow& row : table.rows) visit(table, row);
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
        if (!offers_) offers_ = builder_.table(Offer::table, {table.file, {}, 0, 0});
        offers_->reject_row(unknown_id(table, row, column));
    }

    void leave_out(const ReadTable& table, const ReadRow& row) {
        issues_.of(table.file)
            .add(Severity::warning, "not-carried", row.place,
                 {"{}: Die Zeile gehört zu keinem Angebot; lotse hat keinen Platz dafür (Anzahl: "
                  "{}).",
                  "{}: the row belongs to no service; lotse has no place for it (number: {})."},
                 table.name);
    }

    void take_term(const ReadTable& table, const ReadRow& row) {
        const std::string_view code = table.text(row, "code");
        Term term{{}, {}, std::string{table.text(row, "name")}};
        if (term.name.empty()) term.name = table.text(row, "term");  // HSDS 2.0
        const auto colon = code.find(':');
        const auto list = std::ranges::find(
            taxonomies(), colon == std::string_view::npos ? "" : code.substr(0, colon),
            &Taxonomy::list);
        if (list != taxonomies().end()) {
            term.column = list->column;
            term.code = code.substr(colon + 1);
        } else {
            for (const Taxonomy& known : taxonomies()) {
                const CodeList& codes = *Codebook::built_in().list(known.list);
                const Code* found = code.empty() ? nullptr : codes.recognise(code);
                if (!found && !term.name.empty()) found = codes.recognise(term.name);
                if (!found) continue;
                term.column = known.column;
                term.code = found->code;
                break;
            }
        }
        if (term.name.empty()) term.name = code;
        terms_.insert_or_assign(id(table, row), std::move(term));
    }

    void take_attribute(const ReadTable& table, const ReadRow& row) {
        const auto given = [&](std::string_view column, std::string_view older) {
            const auto text = table.text(row, column);
            return std::pair{std::string{text.empty() ? table.text(row, older) : text},
                             text.empty() && !table.text(row, older).empty() ? older : column};
        };
        const auto [link, link_column] = given("link_id", "service_id");
        const auto [term_id, term_column] = given("taxonomy_term_id", "taxonomy_id");
        const auto term = terms_.find(term_id);
        if (term == terms_.end()) return reject(table, row, term_column);
        if (const auto service = links_.services.find(link); service != links_.services.end())
            return take_service_term(service->second, term->second);
        if (const auto found = links_.organizations.find(link);
            found != links_.organizations.end()) {
            if (term->second.column == "kind" && found->second.kind.empty())
                found->second.kind = term->second.code;
            else
                add(found->second.terms, term->second.name);
            return;
        }
        const auto entity = resource_name(table.text(row, "link_entity"));
        if (link.empty() || entity.empty() || entity == "service" || entity == "organization")
            return reject(table, row, link_column);
        leave_out(table, row);
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
        if (const auto own = table.text(row, "x_lotse_area"); !own.empty())
            return add(service.areas, own);
        std::string_view name = table.text(row, "name");
        if (name.empty()) name = table.text(row, "service_area");
        name = unicode::trim(name);
        if (name.empty()) return leave_out(table, row);
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

    static void take_cost(const ReadTable& table, const ReadRow& row, ServiceLinks& service) {
        ++service.cost_options;
        const std::string_view amount = table.text(row, "amount");
        const std::string_view currency = table.text(row, "currency");
        if (unicode::match_key(currency) == "eur") service.fee_eur = number_text(amount);
        Texts words;
        for (const std::string_view part :
             {amount, currency, table.text(row, "option"), table.text(row, "amount_description")})
            add(words, part);
        std::string text;
        for (const std::string& word : words) text += (text.empty() ? "" : " ") + word;
        add(service.costs, text);
    }

    void take_schedule(const ReadTable& table, const ReadRow& row, ServiceLinks& service) {
        service.periods.emplace(date_text(table.text(row, "valid_from")).value_or(""),
                                date_text(table.text(row, "valid_to")).value_or(""));
        const auto says_more = std::ranges::any_of(row.cells, [&](const ReadCell& cell) {
            const std::string& name = table.columns[cell.column].name;
            return name != "id" && !name.ends_with("_id") && name != "valid_from" &&
                   name != "valid_to";
        });
        if (says_more || service.periods.size() > 1)
            issues_.of(table.file)
                .add(Severity::warning, "not-carried", row.place,
                     {"{}: Wochentage, Uhrzeiten und mehrere Zeiträume übernimmt lotse nicht "
                      "(Anzahl: "
                      "{}).",
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
    }

    const ReadPackage& package_;
    FileIssues& issues_;
    NetworkBuilder& builder_;
    TableInput* offers_ = nullptr;  ///< where rejected rows are counted
    Links links_;
    std::unordered_map<std::string, Term> terms_;
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
    SourcePosition where{table.file, {}, row.place.line, row.place.column};
    if (cell && table.columns[cell->column].number != 0)
        where.column = table.columns[cell->column].number;
    return {Severity::error, "unknown-id", std::move(where),
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
