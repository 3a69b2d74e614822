#include <lotse/model/network.hpp>

#include "area_names.hpp"
#include "graph_columns.hpp"
#include "graph_row.hpp"
#include "hsds.hpp"
#include "hsds_columns.hpp"
#include "hsds_links.hpp"

#include <algorithm>
#include <array>
#include <set>

namespace lotse::io::hsds {
namespace {

/// Topic of services without a term that lotse knows: an offer without a topic cannot be.
constexpr std::string_view open_topic = "X-OFFEN";
constexpr Text open_topic_words{"Thema nicht erhoben", "Topic not recorded"};

class NetworkFromHsds {
public:
    NetworkFromHsds(const ReadPackage& package, NetworkBuilder& builder)
        : package_{package}, builder_{builder}, links_{collect_links(package, issues_, builder)} {}

    void build() {
        builder_.describe(package_.info);
        bool has_actors = false;
        for (const ReadTable& table : package_.tables) {
            if (table.name == "organization") {
                read(table, Actor::table, [&](GraphRows& rows, const ReadRow& row) {
                    return finish_actor(rows, table, row);
                });
                has_actors = true;
            } else if (table.name == "service") {
                read(table, Offer::table, [&](GraphRows& rows, const ReadRow& row) {
                    return finish_offer(rows, table, row);
                });
            } else if (table.name == "location") {
                read(table, Venue::table, [&](GraphRows& rows, const ReadRow& row) {
                    finish_venue(rows, table, row);
                    return Row::sound;
                });
            } else if (table.name.starts_with(own_prefix)) {
                read_own(table);
                has_actors = has_actors || table.name == "x_lotse_actors";
            } else {
                name_left_out(table);
            }
        }
        if (!has_actors)
            builder_.report({Severity::error,
                             "missing-table",
                             {package_.file, {}, 0, 0},
                             has_terms_only() ? terms_only : no_organization});
        add_implied();
        issues_.report_to(builder_);
    }

private:
    /// What becomes of a row; a faulty one has an error that is reported.
    enum class Row { sound, faulty };

    static constexpr Text no_organization{
        "Hier ist keine Organisation (organization): Ein Netz braucht Akteure.",
        "There is no organization here: a network needs actors."};
    static constexpr Text terms_only{
        "Hier stehen Begriffe (taxonomy terms), keine Organisationen: Ein Netz braucht Akteure. "
        "Bitte die Organisationen oder Angebote der Schnittstelle speichern (/organizations, "
        "/services).",
        "Here are taxonomy terms, no organizations: a network needs actors. Save the "
        "organizations or services of the API (/organizations, /services)."};

    bool has_terms_only() const {
        return !package_.tables.empty() &&
               std::ranges::all_of(package_.tables, [](const ReadTable& table) {
                   return table.name == "taxonomy" || table.name == "taxonomy_term";
               });
    }

    static SourcePosition place_of(const ReadTable& table) {
        return {table.file, {}, table.place.line, table.place.column};
    }

    /// Each row: key and columns of one meaning, then lotse's own and foreign columns, then what
    /// `finish` makes of the rest.
    template <class Finish>
    void read(const ReadTable& table, std::string_view into, Finish&& finish) {
        GraphRows rows{into, place_of(table), builder_};
        std::vector<std::string> headings;
        for (const ReadColumn& column : table.columns) {
            if (const auto linked = linked_column(table.name, column.name); !linked.empty())
                rows.declare(linked, column.number);
            headings.push_back(heading_of(table, into, column.name));
        }
        bool any_older_name = false;
        for (const ReadRow& row : table.rows) {
            rows.begin();
            rows.set("key", key_of(table, row));
            for (const ReadCell& cell : row.cells) {
                const std::string& heading = headings[cell.column];
                if (table.columns[cell.column].name == tax_number) leave_out_tax(table, row);
                if (heading.empty() || is_derived(table, row, cell)) continue;
                if (is_older_name(table, cell) && !table.text(row, "website").empty()) {
                    const std::string kept = kept_heading(older_website);
                    rows.declare(kept, table.columns[cell.column].number);
                    rows.set(kept, cell.text);
                    continue;
                }
                any_older_name = any_older_name || is_older_name(table, cell);
                rows.declare(heading, table.columns[cell.column].number);
                rows.set(heading, text_for(into, heading, cell));
            }
            if (finish(rows, row) == Row::sound && !links_.is_faulty(row))
                rows.end(row.place);
            else
                rows.end_faulty(row.place);
        }
        if (any_older_name)
            issues_.of(table.file)
                .add(Severity::warning, "older-name", table.place,
                     {"„{}“ heißt in HSDS 3.0 anders; gelesen wie dort (Anzahl: {}).",
                      "'{}' has another name in HSDS 3.0; read as there (number: {})."},
                     std::string{older_website});
    }

    static bool is_older_name(const ReadTable& table, const ReadCell& cell) {
        return table.name == "organization" && table.columns[cell.column].name == older_website;
    }

    /// Read by `finish`, or lotse's own words for a code that stands beside it.
    static bool is_derived(const ReadTable& table, const ReadRow& row, const ReadCell& cell) {
        const std::string& column = table.columns[cell.column].name;
        if (column == "assured_date" || column == "status") return table.name == "service";
        if (column == "alternate_name") return table.name == "organization";
        if (column == "email") return cell.text == table.text(row, "x_lotse_mailbox");
        if (column == "alert") return is_one_of(cell.text, status_not_recorded);
        if (column == "fees_description")
            return !table.text(row, "x_lotse_free").empty() &&
                   (is_one_of(cell.text, free_of_charge) || is_one_of(cell.text, not_free));
        if (column == "description") {
            const auto kind = table.text(row, "x_lotse_kind");
            return !kind.empty() && (cell.text == description_of_kind(kind, Language::de) ||
                                     cell.text == description_of_kind(kind, Language::en));
        }
        return false;
    }

    Row finish_actor(GraphRows& rows, const ReadTable& table, const ReadRow& row) {
        const auto links = links_.organizations.find(std::string{table.text(row, "id")});
        if (!rows.has("kind")) {
            const bool known = links != links_.organizations.end() && !links->second.kind.empty();
            rows.set("kind", known ? links->second.kind : "other");
            if (!known)
                issues_.of(table.file)
                    .add(
                        Severity::warning, "no-kind", row.place,
                        {"HSDS nennt keine Art der Organisation; sie gilt als „other“ (Anzahl: "
                         "{}).",
                         "HSDS names no kind of organization; it counts as 'other' (number: {})."});
        }
        if (links != links_.organizations.end() && !links->second.terms.empty())
            rows.set("taxonomy_terms", joined(links->second.terms));
        if (links != links_.organizations.end()) set_kept(rows, links->second.kept);
        take_other_name(rows, table.text(row, "alternate_name"));
        if (const std::string parent{table.text(row, "parent_organization_id")}; !parent.empty()) {
            const auto known = links_.organization_keys.find(parent);
            if (known == links_.organization_keys.end())
                return fault(table, row, "parent_organization_id");
            rows.set("part_of", known->second);
        }
        return Row::sound;
    }

    Row fault(const ReadTable& table, const ReadRow& row, std::string_view column) {
        if (package_.knows_all(column)) builder_.report(unknown_id(table, row, column));
        return Row::faulty;
    }

    static void take_other_name(GraphRows& rows, std::string_view name) {
        if (name.empty() || name == rows.text("short_name")) return;
        std::string aliases{rows.text("aliases")};
        if (('|' + aliases + '|').find('|' + std::string{name} + '|') != std::string::npos) return;
        if (!aliases.empty()) aliases += '|';
        rows.set("aliases", aliases + std::string{name});
    }

    void finish_venue(GraphRows& rows, const ReadTable& table, const ReadRow& row) {
        const auto type = table.text(row, "location_type");
        if (type == "virtual" && !rows.has("kind")) rows.set("kind", "online");
        if (!type.empty() && type != "virtual" && type != "physical")
            rows.set("location_type", std::string{type});
        // HSDS does not require a name.
        if (!rows.has("name")) rows.set("name", key_of(table, row));
        const auto links = links_.locations.find(std::string{table.text(row, "id")});
        if (links == links_.locations.end()) return;
        if (!links->second.barrier_free.empty())
            rows.set("barrier_free", links->second.barrier_free);
        if (!links->second.accessibility.empty())
            rows.set("accessibility", joined(links->second.accessibility));
        set_kept(rows, links->second.kept);
    }

    static void set_kept(GraphRows& rows, const KeptTexts& kept) {
        for (const auto& [column, texts] : kept) {
            if (texts.empty()) continue;
            Texts all;
            if (rows.has(column)) all.emplace_back(rows.text(column));
            all.insert(all.end(), texts.begin(), texts.end());
            rows.set(column, joined(all));
        }
    }

    Row finish_offer(GraphRows& rows, const ReadTable& table, const ReadRow& row) {
        const bool own = !table.text(row, "x_lotse_key").empty();
        const Row out = take_provider(rows, table, row);
        take_status(rows, table, row, own);
        const auto set_if = [&](std::string_view column, const std::string& text) {
            if (!text.empty() && !rows.has(column)) rows.set(column, text);
        };
        if (const auto assured = table.text(row, "assured_date"); !assured.empty())
            set_if("as_of", date_text(assured).value_or(std::string{assured}));
        const auto found = links_.services.find(std::string{table.text(row, "id")});
        if (found == links_.services.end()) return out;
        const ServiceLinks& links = found->second;
        for (const auto& [column, codes] : links.codes) set_if(column, joined(codes));
        set_if("areas", joined(links.areas));
        set_if("venues", joined(links.venues));
        set_if("funders", joined(links.funders));
        set_if("languages", joined(links.languages));
        set_if("taxonomy_terms", joined(links.terms));
        set_if("funding", joined(links.funding));
        if (links.periods.size() == 1) {
            set_if("start", links.periods.begin()->first);
            set_if("end", links.periods.begin()->second);
        }
        // "0 EUR with a pass" does not say that the offer is free of charge.
        const bool is_zero = links.fee_eur == "0";
        if (links.cost_options == 1 && !links.fee_eur.empty() &&
            !(is_zero && links.fee_has_terms)) {
            set_if("fee_eur", links.fee_eur);
            if (!own && is_zero) set_if("free", "yes");
        }
        if (links.cost_options != 1 || links.fee_eur.empty() || links.fee_has_terms)
            set_if("cost_options", joined(links.costs));
        set_kept(rows, links.kept);
        if (rows.has("topics")) return out;
        rows.set("topics", std::string{open_topic});
        topic_is_open_ = true;
        issues_.of(table.file)
            .add(Severity::warning, "no-topic", row.place,
                 {"Keinen Begriff dieses Angebots kennt lotse als Thema; es bekommt das Thema "
                  "„Thema "
                  "nicht erhoben“ (Anzahl: {}).",
                  "lotse knows no term of this service as a topic; it gets the topic 'Topic not "
                  "recorded' (number: {})."});
        return out;
    }

    Row take_provider(GraphRows& rows, const ReadTable& table, const ReadRow& row) {
        const std::string id{table.text(row, "organization_id")};
        if (id.empty()) return Row::sound;
        const auto known = links_.organization_keys.find(id);
        if (known == links_.organization_keys.end()) return fault(table, row, "organization_id");
        const std::string others{rows.text("providers")};
        if (others.empty())
            rows.set("providers", known->second);
        else if (('|' + others + '|').find('|' + known->second + '|') == std::string::npos)
            rows.set("providers", known->second + '|' + others);
        return Row::sound;
    }

    /// What lotse wrote beside the status says more; but a status that somebody changed counts.
    void take_status(GraphRows& rows, const ReadTable& table, const ReadRow& row, bool own) {
        const std::string_view status = table.text(row, "status");
        if (status.empty() || (own && status_of_offer(rows.text("status")) == status)) return;
        const auto meant = offer_status_of(status);
        if (meant.empty())
            rows.keep("status", std::string{status});
        else
            rows.set("status", std::string{meant});
        if (own || meant.empty())
            issues_.of(table.file)
                .add(Severity::warning, own ? "contradiction" : "unknown-status", row.place,
                     own ? Text{"status „{}“ und x_lotse_status widersprechen sich; status gilt "
                                "(Anzahl: {}).",
                                "status '{}' and x_lotse_status contradict each other; status "
                                "counts "
                                "(number: {})."}
                         : Text{"status „{}“ kennt HSDS 3.0 nicht; der Text bleibt unter "
                                "extra_status "
                                "(Anzahl: {}).",
                                "HSDS 3.0 does not know the status '{}'; the text is kept under "
                                "extra_status (number: {})."},
                     std::string{status});
    }

    void leave_out_tax(const ReadTable& table, const ReadRow& row) {
        issues_.of(table.file)
            .add(Severity::warning, "withheld", row.place,
                 {"{}: Steuernummern werden nicht übernommen (Anzahl: {}).",
                  "{}: tax numbers are not taken over (number: {})."},
                 std::string{tax_number});
    }

    /// A table of the data format itself. What begins with hsds_ was written for others.
    void read_own(const ReadTable& table) {
        const std::string key = table.name.substr(own_prefix.size());
        GraphRows rows{key, place_of(table), builder_};
        std::vector<std::string> headings;
        for (const ReadColumn& column : table.columns) {
            std::string& heading = headings.emplace_back();
            if (column.name.starts_with(extra_prefix))
                heading = column.name.substr(extra_prefix.size());
            else if (!column.name.starts_with("hsds_"))
                heading = column.name;
            if (!heading.empty()) rows.declare(heading, column.number);
        }
        for (const ReadRow& row : table.rows) {
            rows.begin();
            for (const ReadCell& cell : row.cells)
                if (const std::string& heading = headings[cell.column]; !heading.empty())
                    rows.set(heading, text_for(key, heading, cell));
            rows.end(row.place);
            if (key == Area::table) known_areas_.insert(std::string{table.text(row, "key")});
            has_open_topic_ = has_open_topic_ || table.text(row, "code") == open_topic;
        }
    }

    void name_left_out(const ReadTable& table) {
        constexpr std::array<std::string_view, 11> linked{
            "taxonomy",     "taxonomy_term", "attribute", "service_at_location",
            "service_area", "funding",       "language",  "cost_option",
            "schedule",     "accessibility", ""};
        if (std::ranges::find(linked, table.name) != linked.end()) return;
        const bool of_persons =
            table.name == "contact" || table.name == "phone" || table.name == "address";
        for (const ReadRow& row : table.rows) {
            if (!table.text(row, "x_lotse_role").empty()) continue;
            issues_.of(table.file)
                .add(Severity::warning, of_persons ? "withheld" : "not-carried", row.place,
                     of_persons
                         ? Text{"{}: Namen, Nummern und Anschriften werden nicht übernommen. "
                                "Rollen gehören in die Tabelle contacts (Zeilen: {}).",
                                "{}: names, numbers and addresses are not taken over. Roles "
                                "belong in the table contacts (rows: {})."}
                         : Text{"{}: Dafür hat lotse keinen Platz; nicht übernommen (Zeilen: {}).",
                                "{}: lotse has no place for this; not carried over (rows: {})."},
                     table.name);
        }
    }

    /// Areas that services name, and the topic that stands for none.
    void add_implied() {
        const SourcePosition where{package_.file, {}, 0, 0};
        bool any = false;
        for (const auto& [key, name] : links_.areas) any = any || !known_areas_.contains(key);
        if (any) {
            GraphRows rows{Area::table, where, builder_};
            for (const auto& [key, name] : links_.areas) {
                if (known_areas_.contains(key)) continue;
                rows.begin();
                rows.set("key", key);
                rows.set("name", name);
                if (const Area* town = AreaNames::built_in().find(key)) {
                    rows.set("level", town->level);
                    if (town->lat) rows.set("lat", cell_text(Value{*town->lat}));
                    if (town->lon) rows.set("lon", cell_text(Value{*town->lon}));
                    rows.set("source", std::string{municipalities_source});
                }
                rows.end({0, 0});
            }
        }
        if (!topic_is_open_ || has_open_topic_) return;
        GraphRows rows{OwnCode::table, where, builder_};
        rows.begin();
        rows.set("list", "topics");
        rows.set("code", std::string{open_topic});
        rows.set("de", std::string{open_topic_words.de});
        rows.set("en", std::string{open_topic_words.en});
        rows.end({0, 0});
    }

    const ReadPackage& package_;
    NetworkBuilder& builder_;
    FileIssues issues_;
    Links links_;
    std::set<std::string> known_areas_;
    bool topic_is_open_ = false;
    bool has_open_topic_ = false;
};

}  // namespace

void build_hsds_network(const ReadPackage& package, NetworkBuilder& builder) {
    if (report_client_data(package, builder)) return;
    NetworkFromHsds{package, builder}.build();
}

}  // namespace lotse::io::hsds
