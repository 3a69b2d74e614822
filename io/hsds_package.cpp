#include "hsds_package.hpp"

#include <lotse/base/ascii.hpp>
#include <lotse/base/number.hpp>

#include "network_table.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <set>

namespace lotse::io::hsds {
namespace {

/// Rows of one table, cell by cell.
class Rows {
public:
    void begin() { rows_.emplace_back(); }
    bool has(std::string_view column) const { return rows_.back().contains(column); }
    void set(std::string_view column, Value value) {
        if (value.index() != 0)
            rows_.back().insert_or_assign(std::string{column}, std::move(value));
    }
    bool empty() const { return rows_.empty(); }

    /// Columns of HSDS first, then lotse's own in this order, then foreign ones by name.
    PackageTable table(const Resource& resource, std::vector<PackageColumn> own) && {
        PackageTable out{std::string{resource.name}, std::string{resource.path}, {}, {}, {}};
        std::set<std::string, std::less<>> used;
        for (const auto& row : rows_)
            for (const auto& [column, value] : row) used.insert(column);
        for (const Field& field : resource.fields)
            if (used.erase(std::string{field.name}) > 0 || field.required)
                out.columns.push_back({std::string{field.name},
                                       {},
                                       field.type,
                                       field.required,
                                       std::string{field.refers_to}});
        for (PackageColumn& column : own)
            if (used.erase(column.name) > 0) out.columns.push_back(std::move(column));
        for (const std::string& column : used) out.columns.push_back({column});
        for (auto& row : rows_) {
            auto& cells = out.rows.emplace_back();
            for (const PackageColumn& column : out.columns) {
                const auto cell = row.find(column.name);
                cells.push_back(cell == row.end() ? Value{} : std::move(cell->second));
            }
        }
        return out;
    }

private:
    std::vector<std::map<std::string, Value, std::less<>>> rows_;
};

/// lotse's columns of a row type under the prefix, with what people call them.
template <class Row>
std::vector<PackageColumn> own_columns(Language language) {
    std::vector<PackageColumn> out;
    for_each_column<Row>([&](const auto& column) {
        using T = typename std::decay_t<decltype(column)>::Type;
        out.push_back({std::string{own_prefix} + std::string{column.key},
                       std::string{column.heading.in(language)}, type_of(column_type<T>())});
    });
    return out;
}

/// A foreign text as a value that the schema accepts for the field; nothing: it does not.
Value fitting(const std::string& text, Type type) {
    switch (type) {
        case Type::text: return text;
        case Type::uri: return is_web_uri(text) ? Value{text} : Value{};
        case Type::number: {
            double value = 0;
            const auto [end, bad] = std::from_chars(text.data(), text.data() + text.size(), value);
            const bool whole = bad == std::errc{} && end == text.data() + text.size();
            const bool same = whole && std::isfinite(value) && shortest_text(value) == text;
            return same ? Value{value} : Value{};
        }
        default: return {};
    }
}

bool is_full(const std::optional<PartialDate>& date) {
    return date && date->day != 0;
}

bool is_mail_address(std::string_view text) {
    const auto is_plain = [](char c) { return ascii::is_alphanumeric(c) || c == '-' || c == '.'; };
    const auto dotted = [&](std::string_view part) {
        return !part.empty() && std::ranges::all_of(part, is_plain) &&
               part.find_first_of(".-") != 0 && part.find_last_of(".-") != part.size() - 1 &&
               part.find("..") == std::string_view::npos &&
               part.find(".-") == std::string_view::npos &&
               part.find("-.") == std::string_view::npos;
    };
    const auto at = text.find('@');
    return at != std::string_view::npos && dotted(text.substr(0, at)) &&
           dotted(text.substr(at + 1)) && text.find('.', at) != std::string_view::npos;
}

class Package {
public:
    Package(const Network& network, const ExportOptions& options)
        : network_{network}, options_{options} {
        for (const Resource& resource : resources()) rows_[resource.name];
        for (std::size_t i = 0; i < network.actors().size(); ++i)
            if (const ActorId actor{i}; is_organization(network, actor)) add_organization(actor);
        for (const Venue& venue : network.venues()) add_location(venue);
        for (const Offer& offer : network.offers()) add_service(offer);
        if (options.mailboxes == Mailboxes::include)
            for (const Contact& contact : network.tables().contacts) add_contact(contact);
        add_terms();
    }

    std::vector<PackageTable> tables() && {
        std::vector<PackageTable> out;
        for (const Resource& resource : resources()) {
            Rows& rows = rows_.at(resource.name);
            if (rows.empty() && resource.name != "organization") continue;
            out.push_back(std::move(rows).table(resource, own_columns_of(resource.name)));
        }
        for (PackageTable& table : own_tables(network_, options_)) out.push_back(std::move(table));
        return out;
    }

private:
    std::vector<PackageColumn> own_columns_of(std::string_view resource) const {
        if (resource == "organization") return own_columns<Actor>(options_.language);
        if (resource == "service") return own_columns<Offer>(options_.language);
        if (resource == "location") return own_columns<Venue>(options_.language);
        return {};
    }

    std::string words(const Text& text) const { return std::string{text.in(options_.language)}; }

    /// Cells that HSDS has no column for: lotse's own under the prefix, foreign ones where HSDS has
    /// a column of that name and the schema allows the text, else under the prefix too.
    template <class Row>
    void set_own_cells(Rows& rows, std::string_view resource, const Row& row,
                       std::initializer_list<std::string_view> said) {
        for_each_column<Row>([&](const auto& column) {
            if (!is_exported(column.key, options_) ||
                std::ranges::find(said, column.key) != said.end())
                return;
            rows.set(std::string{own_prefix} + std::string{column.key}, cell_value(row, column));
        });
        const auto known = std::ranges::find(resources(), resource, &Resource::name)->fields;
        for (const auto& [heading, text] : row.extra) {
            if (text.empty()) continue;
            const auto field = std::ranges::find(known, heading, &Field::name);
            Value value;
            if (field != known.end() && field->kept == Kept::yes)
                value = fitting(text, field->type);
            if (value.index() != 0)
                rows.set(heading, std::move(value));
            else
                rows.set(std::string{extra_prefix} + heading, text);
        }
    }

    void add_organization(ActorId id) {
        const Actor& actor = network_[id];
        Rows& rows = rows_.at("organization");
        rows.begin();
        const std::string own_id = id_of(Actor::table, actor.key);
        const bool has_address = is_web_uri(actor.website);
        const bool has_parent = !actor.part_of.empty() && is_organization(network_, *actor.part_of);
        set_own_cells(rows, "organization", actor,
                      {"name", has_address ? "website" : "", has_parent ? "part_of" : ""});
        rows.set("id", own_id);
        rows.set("name", actor.name);
        if (!actor.short_name.empty())
            rows.set("alternate_name", actor.short_name);
        else if (!actor.aliases.empty())
            rows.set("alternate_name", actor.aliases.front());
        if (!rows.has("description"))
            rows.set("description", description_of_kind(actor.kind, options_.language));
        if (has_address) rows.set("website", actor.website);
        if (has_parent) rows.set("parent_organization_id", id_of(Actor::table, actor.part_of.key));
        if (options_.mailboxes == Mailboxes::include && is_mail_address(actor.mailbox))
            rows.set("email", actor.mailbox);
        add_attribute("actor_kinds", actor.kind, "organization", own_id);
    }

    void add_location(const Venue& venue) {
        Rows& rows = rows_.at("location");
        rows.begin();
        set_own_cells(rows, "location", venue, {"name", "lat", "lon", "barrier_free"});
        const std::string own_id = id_of(Venue::table, venue.key);
        rows.set("id", own_id);
        rows.set("location_type", std::string{venue.kind == "online" ? "virtual" : "physical"});
        rows.set("name", venue.name);
        if (venue.lat) rows.set("latitude", *venue.lat);
        if (venue.lon) rows.set("longitude", *venue.lon);
        if (venue.barrier_free == ThreeValued::unknown) return;
        Rows& accessibility = begin("accessibility", venue.key);
        accessibility.set("location_id", own_id);
        accessibility.set(
            "description",
            words(venue.barrier_free == ThreeValued::yes ? barrier_free : not_barrier_free));
    }

    void add_service(const Offer& offer) {
        Rows& rows = rows_.at("service");
        rows.begin();
        const std::string own_id = id_of(Offer::table, offer.key);
        const auto provider = std::ranges::find_if(
            offer.providers, [&](const auto& ref) { return is_organization(network_, *ref); });
        const bool has_provider = provider != offer.providers.end();
        set_own_cells(
            rows, "service", offer,
            {"name", "topics", "targets", "legal", "venues", "areas", "languages", "fee_eur",
             "funders", has_provider && offer.providers.size() == 1 ? "providers" : "",
             is_full(offer.start) ? "start" : "", is_full(offer.end) ? "end" : "",
             is_full(offer.as_of) ? "as_of" : ""});
        rows.set("id", own_id);
        if (has_provider) rows.set("organization_id", id_of(Actor::table, provider->key));
        rows.set("name", offer.name);
        rows.set("status", std::string{status_of_offer(offer.status)});
        if (offer.status.empty() && !rows.has("alert"))
            rows.set("alert", words(status_not_recorded));
        if (offer.free != ThreeValued::unknown && !rows.has("fees_description"))
            rows.set("fees_description",
                     words(offer.free == ThreeValued::yes ? free_of_charge : not_free));
        if (is_full(offer.as_of)) rows.set("assured_date", to_string(*offer.as_of));

        for (const std::string& code : offer.topics)
            add_attribute("topics", code, "service", own_id);
        for (const std::string& code : offer.targets)
            add_attribute("targets", code, "service", own_id);
        for (const std::string& code : offer.legal)
            add_attribute("legal_circles", code, "service", own_id);
        for (const auto& venue : offer.venues)
            begin_of_service("service_at_location", offer, venue.key)
                .set("location_id", id_of(Venue::table, venue.key));
        for (const auto& area : offer.areas) {
            Rows& areas = begin_of_service("service_area", offer, area.key);
            areas.set("name", network_[*area].name);
            areas.set(std::string{own_prefix} + "area", area.key);
        }
        for (const auto& funder : offer.funders) {
            Rows& funding = begin_of_service("funding", offer, funder.key);
            funding.set("source", network_[*funder].name);
            funding.set(std::string{own_prefix} + "funder", funder.key);
        }
        for (const std::string& language : offer.languages) {
            Rows& languages = begin_of_service("language", offer, language);
            languages.set("name", language);
            const auto is_small = [](char c) { return c >= 'a' && c <= 'z'; };
            if ((language.size() == 2 || language.size() == 3) &&
                std::ranges::all_of(language, is_small))
                languages.set("code", language);
        }
        if (offer.fee_eur) {
            Rows& costs = begin_of_service("cost_option", offer, "fee");
            costs.set("currency", std::string{"EUR"});
            costs.set("amount", *offer.fee_eur);
        }
        if (is_full(offer.start) || is_full(offer.end)) {
            Rows& schedules = begin_of_service("schedule", offer, "dates");
            if (is_full(offer.start)) schedules.set("valid_from", to_string(*offer.start));
            if (is_full(offer.end)) schedules.set("valid_to", to_string(*offer.end));
        }
    }

    /// Roles that are filled or may be: a contact that is known to be vacant is none.
    void add_contact(const Contact& contact) {
        if (contact.filled == ThreeValued::no || !is_organization(network_, *contact.actor)) return;
        Rows& rows = begin("contact", contact.actor.key + '/' + contact.role);
        rows.set("organization_id", id_of(Actor::table, contact.actor.key));
        rows.set(
            "title",
            network_.codes().choice("contact_roles", contact.role).label.in(options_.language));
        if (is_mail_address(contact.mailbox)) rows.set("email", contact.mailbox);
        rows.set(std::string{own_prefix} + "role", contact.role);
    }

    void add_attribute(std::string_view list, const std::string& code, std::string_view entity,
                       const std::string& link) {
        terms_.emplace(list, code);
        Rows& rows = begin("attribute", link + '/' + std::string{list} + '/' + code);
        rows.set("link_id", link);
        rows.set("taxonomy_term_id", id_of("taxonomy_term", std::string{list} + ':' + code));
        rows.set("link_entity", std::string{entity});
    }

    /// The terms in use. A code stands in several lists, but must be unique: "targets:sgb2".
    void add_terms() {
        const bool german = options_.language == Language::de;
        for (const Taxonomy& taxonomy : taxonomies()) {
            const std::string list{taxonomy.list};
            bool used = false;
            for (const auto& [of_list, code] : terms_) {
                if (of_list != list) continue;
                used = true;
                const std::string key = list + ':' + code;
                const Message label = network_.codes().choice(list, code).label;
                Rows& rows = begin("taxonomy_term", key);
                rows.set("code", key);
                rows.set("name", label.in(options_.language));
                rows.set("description", label.in(german ? Language::en : Language::de));
                rows.set("taxonomy", list);
                rows.set("language", std::string{german ? "de" : "en"});
                rows.set("taxonomy_id", id_of("taxonomy", list));
            }
            if (!used) continue;
            Rows& rows = begin("taxonomy", list);
            rows.set("name", list);
            rows.set("description", words(taxonomy.description));
        }
    }

    /// A new row whose id follows from `key`, and from how often the key was there.
    Rows& begin(std::string_view resource, std::string_view key) {
        std::string id = id_of(resource, key);
        int& number = next_number_.try_emplace(id, 2).first->second;
        while (!ids_.insert(id).second)
            id = id_of(resource, std::string{key} + '/' + std::to_string(number++));
        Rows& rows = rows_.at(resource);
        rows.begin();
        rows.set("id", std::move(id));
        return rows;
    }
    Rows& begin_of_service(std::string_view resource, const Offer& offer,
                           const std::string& other) {
        Rows& rows = begin(resource, offer.key + '/' + other);
        rows.set("service_id", id_of(Offer::table, offer.key));
        return rows;
    }

    const Network& network_;
    const ExportOptions& options_;
    std::map<std::string_view, Rows> rows_;
    std::set<std::string> ids_;
    std::map<std::string, int> next_number_;               ///< by the id without one
    std::set<std::pair<std::string, std::string>> terms_;  ///< list and code
};

}  // namespace

bool is_organization(const Network& network, ActorId id) {
    return network.role_of(id) == ActorRole::organisation && network.is_partner(id);
}

std::vector<PackageTable> package_tables(const Network& network, const ExportOptions& options) {
    return Package{network, options}.tables();
}

std::size_t services_without_organization(const Network& network) {
    const auto has_none = [&](const Offer& offer) {
        return std::ranges::none_of(
            offer.providers, [&](const auto& ref) { return is_organization(network, *ref); });
    };
    return static_cast<std::size_t>(std::ranges::count_if(network.offers(), has_none));
}

}  // namespace lotse::io::hsds
